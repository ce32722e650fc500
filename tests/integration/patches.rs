//! Patches and annotations against matplotlib's pictures (`tests/baseline/patches.py`).

use plotreel::artists::{Artist, CapStyle, JoinStyle, Line2D};
use plotreel::error::Result;
use plotreel::patches::{
    Arc, BoxStyle, Circle, ConnectionPatch, Ellipse, FancyArrowPatch, FancyBboxPatch, Patch, Path,
    PathCode, PathPatch, Polygon, Rectangle, RotationPoint, Wedge,
};
use plotreel::scale::Scale;
use plotreel::text::{Annotation, ArrowProps, HorizontalAlignment, TextBox, VerticalAlignment};
use plotreel::{Axes, Figure, Handle};

use crate::baseline;
use crate::support::draw;

const BOXES: [&str; 10] = [
    "square",
    "circle",
    "ellipse",
    "larrow",
    "rarrow",
    "darrow",
    "round",
    "round4",
    "sawtooth",
    "roundtooth",
];
const CURVES: [&str; 13] = [
    "-", "->", "-[", "]-", "]-[", "|-|", "]->", "<-[", "-|>", "<-", "<->", "<|-", "<|-|>",
];

fn assert_near(name: &str, fig: &Figure, rms: f64, percent: f64) {
    baseline::assert_near(&format!("patches/{name}"), fig, rms, percent);
}

fn full(x: f64, y: f64) -> (Figure, Handle<Axes>) {
    let (mut fig, ax) = crate::support::full_figure(320, 240);
    fig[ax].set_xlim(0.0, x).unwrap();
    fig[ax].set_ylim(0.0, y).unwrap();
    (fig, ax)
}

fn framed() -> (Figure, Handle<Axes>) {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    (fig, ax)
}

/// A patch with its settings made.
fn made<P: Patch>(mut patch: P, set: impl FnOnce(&mut P) -> Result<()>) -> P {
    set(&mut patch).unwrap();
    patch
}

/// Face, edge and width of a patch of any kind.
macro_rules! look {
    ($patch:expr, $face:expr, $edge:expr, $width:expr) => {
        made($patch, |p| {
            p.set_facecolor($face)?;
            p.set_edgecolor($edge)?;
            p.set_linewidth($width)
        })
    };
}

#[test]
fn rectangles() {
    let (mut fig, ax) = framed();
    let ax = &mut fig[ax];
    ax.add_patch(Rectangle::new((0.1, 0.1), 0.3, 0.5));
    let mut turned = look!(Rectangle::new((0.5, 0.2), 0.3, 0.4), "tab:orange", "k", 2.0);
    turned.set_angle(20.0).unwrap();
    ax.add_patch(turned);
    ax.add_patch(made(Rectangle::new((0.9, 0.9), -0.3, -0.2), |p| {
        p.set_angle(30.0)?;
        p.set_rotation_point(RotationPoint::Center)?;
        p.set_fill(false);
        p.set_linestyle("--")
    }));
    ax.add_patch(made(Rectangle::new((0.2, 0.7), 0.2, 0.2), |p| {
        p.set_color("C2")?;
        p.set_alpha(0.5)?;
        p.set_linewidth(4.0)?;
        Ok(())
    }));
    ax.add_patch(look!(
        Rectangle::new((0.8, -0.1), 0.4, 0.3),
        "none",
        "r",
        3.0
    ));
    assert_near("rectangles", &fig, 0.4, 0.05);
}

#[test]
fn ellipses() {
    let (mut fig, ax) = full(4.0, 3.0);
    let ax = &mut fig[ax];
    ax.add_patch(Circle::new((0.8, 0.8), 0.6));
    let mut ellipse = look!(Ellipse::new((2.5, 1.0), 2.0, 0.8), "gold", "k", 1.5);
    ellipse.set_angle(30.0).unwrap();
    ax.add_patch(ellipse);
    ax.add_patch(made(Ellipse::new((1.2, 2.2), 1.6, 1.0), |p| {
        p.set_angle(-20.0)?;
        p.set_color("C3")?;
        p.set_alpha(0.4)?;
        p.set_linewidth(3.0)?;
        p.set_linestyle(":")
    }));
    ax.add_patch(made(Circle::new((3.4, 2.4), 0.4), |p| {
        p.set_fill(false);
        p.set_linewidth(0.5)?;
        p.set_edgecolor("b")
    }));
    let mut within = look!(Circle::new((0.9, 0.5), 0.1), "w", "C1", 1.0);
    within.set_coordinates("axes fraction").unwrap();
    ax.add_patch(within);
    assert_near("ellipses", &fig, 0.1, 0.05);
}

#[test]
fn wedges() {
    let (mut fig, ax) = full(4.0, 3.0);
    let ax = &mut fig[ax];
    ax.add_patch(Wedge::new((0.8, 0.8), 0.7, 30.0, 300.0));
    let mut ring = look!(Wedge::new((2.4, 0.8), 0.7, -45.0, 200.0), "C1", "k", 1.0);
    ring.set_width(0.3).unwrap();
    ax.add_patch(ring);
    let mut whole = look!(Wedge::new((0.9, 2.3), 0.6, 0.0, 360.0), "C2", "C3", 2.0);
    whole.set_width(0.2).unwrap();
    ax.add_patch(whole);
    let mut disc = look!(Wedge::new((2.4, 2.3), 0.6, 90.0, 450.0), "C4", "k", 1.0);
    disc.set_alpha(0.6).unwrap();
    ax.add_patch(disc);
    ax.add_patch(look!(
        Wedge::new((3.5, 1.5), 0.4, 350.0, 10.0),
        "C0",
        "k",
        1.0
    ));
    assert_near("wedges", &fig, 0.1, 0.05);
}

#[test]
fn arcs() {
    let (mut fig, ax) = full(4.0, 3.0);
    let ax = &mut fig[ax];
    ax.add_patch(Arc::new((1.0, 1.0), 1.6, 0.8));
    ax.add_patch(made(Arc::new((3.0, 1.0), 1.6, 0.8), |p| {
        p.set_angle(30.0)?;
        p.set_theta1(20.0).unwrap();
        p.set_theta2(200.0).unwrap();
        p.set_linewidth(3.0)?;
        p.set_color("C3")
    }));
    ax.add_patch(made(Arc::new((1.0, 2.2), 1.2, 1.2), |p| {
        p.set_theta1(-60.0).unwrap();
        p.set_theta2(120.0).unwrap();
        p.set_linewidth(2.0)?;
        p.set_linestyle("--")?;
        p.set_edgecolor("C0")
    }));
    ax.add_patch(made(Arc::new((3.0, 2.2), 0.6, 1.4), |p| {
        p.set_angle(45.0)?;
        p.set_theta1(270.0).unwrap();
        p.set_theta2(90.0).unwrap();
        p.set_capstyle(CapStyle::Round)?;
        p.set_linewidth(6.0)?;
        p.set_edgecolor("g")
    }));
    assert_near("arcs", &fig, 0.1, 0.05);
}

#[test]
fn polygons_and_paths() {
    let (mut fig, ax) = framed();
    let ax = &mut fig[ax];
    let star = [
        (0.3, 0.95),
        (0.4, 0.6),
        (0.7, 0.55),
        (0.45, 0.4),
        (0.55, 0.05),
        (0.3, 0.3),
    ];
    let mut star = look!(Polygon::new(&star), "C4", "k", 4.0);
    star.set_joinstyle(JoinStyle::Round).unwrap();
    ax.add_patch(star);
    let corner = [(0.75, 0.1), (0.95, 0.1), (0.95, 0.5)];
    let mut open = look!(Polygon::new(&corner), "C5", "C1", 2.0);
    open.set_closed(false);
    ax.add_patch(open);
    use PathCode::{ClosePoly, Curve3, Curve4, MoveTo};
    let path = Path::with_codes(
        &[
            (0.7, 0.6),
            (0.6, 1.1),
            (1.0, 1.0),
            (0.9, 0.7),
            (0.8, 0.6),
            (0.8, 0.8),
            (0.0, 0.0),
        ],
        &[MoveTo, Curve4, Curve4, Curve4, Curve3, Curve3, ClosePoly],
    );
    ax.add_patch(look!(PathPatch::new(path.unwrap()), "C6", "k", 1.5));
    let lines = Path::from_vertices(&[(0.05, 0.05), (0.2, 0.3), (0.05, 0.5)]);
    ax.add_patch(made(PathPatch::new(lines), |p| {
        p.set_fill(false);
        p.set_linestyle("-.")?;
        p.set_edgecolor("C2")
    }));
    assert_near("polygons", &fig, 0.1, 0.05);
}

#[test]
fn limits_are_fitted_to_patches_when_asked_for() {
    let (mut fig, handle) = framed();
    let ax = &mut fig[handle];
    let mut ellipse = made(Ellipse::new((3.0, 2.0), 4.0, 1.0), |p| {
        p.set_facecolor("C2")
    });
    ellipse.set_angle(40.0).unwrap();
    ax.add_patch(ellipse);
    let mut square = made(Rectangle::new((-1.0, 3.0), 1.5, 1.0), |p| {
        p.set_facecolor("C1")
    });
    square.set_angle(45.0).unwrap();
    ax.add_patch(square);
    ax.add_patch(Rectangle::new((9.0, 9.0), 0.0, 0.0));
    ax.add_patch(made(Wedge::new((5.0, 4.0), 1.0, 10.0, 80.0), |p| {
        p.set_facecolor("C3")
    }));
    let mut curve = Path::new();
    curve.move_to(0.0, 0.0);
    curve.curve3_to((3.0, -2.0), (4.0, 1.0));
    ax.add_patch(look!(PathPatch::new(curve), "C0", "k", 1.0));
    let mut dot = made(Circle::new((0.5, 0.5), 0.05), |p| p.set_facecolor("k"));
    dot.set_coordinates("axes fraction").unwrap();
    ax.add_patch(dot);
    assert_eq!(ax.xlim(), (0.0, 1.0));
    ax.autoscale_view();
    assert_near("limits", &fig, 0.1, 0.05);
}

#[test]
fn patches_on_logarithmic_axes() {
    let (mut fig, ax) = framed();
    let ax = &mut fig[ax];
    ax.set_xscale(Scale::log()).unwrap();
    ax.set_yscale(Scale::log()).unwrap();
    ax.set_xlim(0.1, 100.0).unwrap();
    ax.set_ylim(1.0, 1000.0).unwrap();
    ax.add_patch(look!(Rectangle::new((0.2, 2.0), 3.0, 50.0), "C1", "k", 1.0));
    let mut circle = look!(Circle::new((30.0, 40.0), 25.0), "C2", "k", 1.0);
    circle.set_alpha(0.7).unwrap();
    ax.add_patch(circle);
    ax.add_patch(made(
        FancyArrowPatch::new((0.3, 300.0), (20.0, 200.0)),
        |p| {
            p.set_mutation_scale(15.0)?;
            p.set_arrowstyle("->")?;
            p.set_connectionstyle("arc3,rad=-0.3")
        },
    ));
    assert_near("logarithmic", &fig, 0.1, 0.05);
}

#[test]
fn fancy_boxes() {
    let (mut fig, ax) = full(10.0, 7.5);
    let ax = &mut fig[ax];
    for (i, style) in BOXES.into_iter().enumerate() {
        let xy = (0.8 + 2.4 * (i % 4) as f64, 1.0 + 2.5 * (i / 4) as f64);
        ax.add_patch(made(FancyBboxPatch::new(xy, 1.2, 0.7), |p| {
            p.set_boxstyle(style)?;
            p.set_facecolor(format!("C{i}").as_str())
        }));
    }
    ax.add_patch(made(FancyBboxPatch::new((5.6, 6.0), 1.0, 0.7), |p| {
        p.set_mutation_aspect(0.5)?;
        p.set_linewidth(2.0)?;
        p.set_boxstyle("round,pad=0.4,rounding_size=0.2")
    }));
    ax.add_patch(made(FancyBboxPatch::new((8.0, 6.0), 1.0, 0.7), |p| {
        p.set_facecolor("w")?;
        p.set_boxstyle("rarrow,pad=0.2,head_angle=-90,head_width=2")
    }));
    assert_near("boxes", &fig, 0.1, 0.05);
}

#[test]
fn fancy_boxes_with_parameters() {
    let (mut fig, ax) = full(320.0, 240.0);
    let styles = [
        "darrow,head_angle=-60",
        "larrow,head_width=0.7",
        "darrow,head_angle=60,head_width=2",
        "round4,rounding_size=1",
        "sawtooth,tooth_size=0.5",
        "roundtooth,tooth_size=0.6,pad=0.5",
    ];
    for (i, style) in styles.into_iter().enumerate() {
        let xy = (50.0 + 150.0 * (i % 2) as f64, 30.0 + 75.0 * (i / 2) as f64);
        let mut patch = look!(FancyBboxPatch::new(xy, 70.0, 30.0), "C0", "C1", 1.5);
        patch.set_mutation_scale(15.0).unwrap();
        patch.set_boxstyle(style).unwrap();
        fig[ax].add_patch(patch);
    }
    assert_near("boxes_with_parameters", &fig, 0.1, 0.05);
}

fn text_box(style: &str, face: &str, edge: &str, linewidth: f64) -> Option<TextBox> {
    Some(
        TextBox::new()
            .with_boxstyle(style)
            .unwrap()
            .with_facecolor(face)
            .unwrap()
            .with_edgecolor(edge)
            .unwrap()
            .with_linewidth(linewidth)
            .with_alpha(None),
    )
}

#[test]
fn boxes_behind_texts() {
    let (mut fig, ax) = full(4.0, 3.0);
    for (i, name) in BOXES.into_iter().enumerate() {
        let (x, y) = (0.7 + 1.3 * (i % 3) as f64, 0.4 + 0.75 * (i / 3) as f64);
        let style = if i % 2 == 1 {
            format!("{name},pad=0.5")
        } else {
            name.to_owned()
        };
        let text = fig[ax].text(x, y, name);
        fig[text].set_ha(HorizontalAlignment::Center).unwrap();
        fig[text].set_va(VerticalAlignment::Center).unwrap();
        fig[text].set_fontsize(9.0).unwrap();
        fig[text].set_rotation(15.0 * (i % 3) as f64).unwrap();
        let bbox = text_box(&style, "wheat", "C0", 1.0 + (i % 2) as f64);
        fig[text]
            .set_bbox(bbox.map(|bbox| bbox.with_alpha(0.8)))
            .unwrap();
    }
    assert_near("text_boxes", &fig, 0.15, 0.05);
}

#[test]
fn arrows_of_lines() {
    let (mut fig, ax) = full(320.0, 240.0);
    for (i, style) in CURVES.into_iter().enumerate() {
        let (x, y) = (20.0 + 155.0 * (i % 2) as f64, 15.0 + 34.0 * (i / 2) as f64);
        let arrow = FancyArrowPatch::new((x, y), (x + 115.0, y + 10.0));
        let mut arrow = look!(arrow, "C1", "C0", 1.0 + 0.5 * (i % 3) as f64);
        arrow.set_arrowstyle(style).unwrap();
        arrow.set_mutation_scale(12.0).unwrap();
        fig[ax].add_patch(arrow);
    }
    fig[ax].add_patch(made(
        FancyArrowPatch::new((175.0, 220.0), (290.0, 228.0)),
        |p| {
            p.set_mutation_scale(12.0)?;
            p.set_linestyle("--")?;
            p.set_arrowstyle("]-[,widthA=0.6,lengthA=0.4,angleA=20,widthB=0.8,angleB=-30")
        },
    ));
    assert_near("curve_arrows", &fig, 0.1, 0.05);
}

#[test]
fn filled_arrows() {
    let (mut fig, ax) = full(320.0, 240.0);
    let styles = [
        "simple",
        "fancy",
        "wedge",
        "simple,tail_width=0.8,head_width=1.5",
        "fancy,head_length=0.8,tail_width=0.2",
        "wedge,tail_width=0.8,shrink_factor=0.2",
    ];
    for (i, style) in styles.into_iter().enumerate() {
        for (j, connection) in ["arc3", "arc3,rad=0.4"].into_iter().enumerate() {
            let (x, y) = (20.0 + 155.0 * j as f64, 20.0 + 38.0 * i as f64);
            let arrow = FancyArrowPatch::new((x, y), (x + 115.0, y + 10.0));
            let mut arrow = look!(arrow, format!("C{i}").as_str(), "k", 1.0);
            arrow.set_arrowstyle(style).unwrap();
            arrow.set_connectionstyle(connection).unwrap();
            arrow.set_mutation_scale(20.0).unwrap();
            arrow.set_alpha(0.8).unwrap();
            fig[ax].add_patch(arrow);
        }
    }
    for (y, style) in [(100.0, "simple"), (140.0, "fancy")] {
        fig[ax].add_patch(made(FancyArrowPatch::new((150.0, y), (158.0, y)), |p| {
            p.set_mutation_scale(30.0)?;
            p.set_arrowstyle(style)?;
            p.set_facecolor("k")
        }));
    }
    assert_near("filled_arrows", &fig, 0.1, 0.05);
}

#[test]
fn connection_styles() {
    let (mut fig, ax) = full(320.0, 240.0);
    let styles = [
        "arc3",
        "arc3,rad=-0.4",
        "angle3,angleA=90,angleB=0",
        "angle,angleA=0,angleB=90,rad=10",
        "angle,angleA=-90,angleB=180",
        "arc,angleA=0,angleB=90,armA=30,armB=30,rad=8",
        "arc,angleA=45,armA=20,rad=5",
        "bar,fraction=0.3",
        "bar,angle=180,fraction=-0.2,armA=10",
        "arc,angleB=120,armB=25",
    ];
    for (i, style) in styles.into_iter().enumerate() {
        let (x, y) = (15.0 + 100.0 * (i % 3) as f64, 15.0 + 60.0 * (i / 3) as f64);
        fig[ax].add_patch(made(
            FancyArrowPatch::new((x, y), (x + 60.0, y + 25.0)),
            |p| {
                p.set_mutation_scale(10.0)?;
                p.set_shrink(0.0, 4.0)?;
                p.set_arrowstyle("->")?;
                p.set_connectionstyle(style)
            },
        ));
    }
    let mut path = Path::new();
    path.move_to(130.0, 200.0);
    path.curve4_to((170.0, 240.0), (200.0, 180.0), (300.0, 220.0));
    fig[ax].add_patch(made(FancyArrowPatch::along(path), |p| {
        p.set_mutation_scale(18.0)?;
        p.set_linewidth(2.0)?;
        p.set_arrowstyle("<|-|>")?;
        p.set_color("C3")
    }));
    assert_near("connections", &fig, 0.1, 0.05);
}

#[test]
fn dashes_go_on_around_corners_and_begin_anew_where_a_line_comes_back() {
    let (mut fig, ax) = full(300.0, 200.0);
    for (at, to, boxstyle, arrow, dashes, connection) in [
        (
            (70.0, 107.0),
            (103.0, 4.0),
            "square",
            "-",
            "-.",
            "angle,angleA=120,angleB=210,rad=5",
        ),
        (
            (124.0, 120.0),
            (270.0, 53.0),
            "round",
            "-[",
            ":",
            "angle,angleA=300,angleB=210,rad=10",
        ),
        (
            (183.0, 20.0),
            (266.0, 116.0),
            "square",
            "-",
            "-.",
            "angle,angleA=0,angleB=150,rad=10",
        ),
        (
            (109.0, 28.0),
            (208.0, 147.0),
            "round",
            "->",
            "--",
            "angle,angleA=0,angleB=210,rad=0",
        ),
        (
            (20.0, 180.0),
            (60.0, 150.0),
            "circle",
            "->",
            ":",
            "angle,angleA=240,angleB=90,rad=0",
        ),
    ] {
        let note = fig[ax].annotate("box", to, at);
        let boxed = TextBox::new().with_boxstyle(boxstyle).unwrap();
        fig[note].set_bbox(boxed).unwrap();
        let props = ArrowProps::new().with_arrowstyle(arrow).unwrap();
        let props = props.with_connectionstyle(connection).unwrap();
        let props = props.with_linestyle(dashes).unwrap();
        fig[note].set_arrowprops(props).unwrap();
    }
    assert_near("dashed_connections", &fig, 0.1, 0.05);
}

#[test]
fn annotations() {
    let (mut fig, ax) = framed();
    fig[ax].plot(&[0, 1, 2, 3], &[0, 2, 1, 3]).unwrap();
    let arrow = |style: &str| ArrowProps::new().with_arrowstyle(style).unwrap();
    let peak = fig[ax].annotate("peak", (1.0, 2.0), (1.5, 2.6));
    fig[peak].set_arrowprops(Some(arrow("->"))).unwrap();
    let offset = fig[ax].annotate("offset", (2.0, 1.0), (20.0, -25.0));
    fig[offset].set_textcoords("offset points").unwrap();
    fig[offset].set_color("C3").unwrap();
    fig[offset].set_fontsize(12.0).unwrap();
    fig[offset]
        .set_arrowprops(Some(
            arrow("-|>")
                .with_connectionstyle("arc3,rad=0.3")
                .unwrap()
                .with_color("C3")
                .unwrap(),
        ))
        .unwrap();
    let axes = fig[ax].annotate("axes", (0.0, 0.0), (0.05, 0.9));
    fig[axes].set_textcoords("axes fraction").unwrap();
    fig[axes]
        .set_arrowprops(Some(
            arrow("wedge")
                .with_facecolor("C1")
                .unwrap()
                .with_linewidth(0.5),
        ))
        .unwrap();
    let plain = fig[ax].annotate("plain", (3.0, 3.0), (-30.0, -12.0));
    fig[plain].set_textcoords("offset pixels").unwrap();
    let outside = fig[ax].annotate("outside", (9.0, 3.0), (2.0, 2.0));
    fig[outside].set_arrowprops(Some(arrow("->"))).unwrap();
    let figure = fig[ax].annotate("figure", (0.98, 0.02), (0.98, 0.02));
    fig[figure].set_xycoords("figure fraction").unwrap();
    fig[figure].set_ha(HorizontalAlignment::Right).unwrap();
    fig[figure].set_va(VerticalAlignment::Bottom).unwrap();
    fig[figure].set_rotation(90.0).unwrap();
    assert_near("annotations", &fig, 0.1, 0.05);
}

fn note(
    text: &str,
    xy: (f64, f64),
    xytext: (f64, f64),
    set: impl FnOnce(&mut Annotation),
) -> Annotation {
    let mut note = Annotation::new(text, xy, xytext);
    set(&mut note);
    note
}

#[test]
fn arrows_begin_at_the_boxes_of_texts() {
    let (mut fig, ax) = full(4.0, 3.0);
    let arrow = |style: &str| ArrowProps::new().with_arrowstyle(style).unwrap();
    let boxed = note("box", (3.5, 0.5), (0.6, 0.6), |n| {
        n.set_va(VerticalAlignment::Center).unwrap();
        n.set_bbox(text_box("round,pad=0.4", "w", "C0", 1.0))
            .unwrap();
        n.set_arrowprops(Some(
            arrow("->")
                .with_connectionstyle("angle,angleA=90,angleB=0,rad=10")
                .unwrap(),
        ))
        .unwrap();
    });
    let fancy = note("fancy", (3.4, 2.7), (0.7, 2.4), |n| {
        n.set_fontsize(14.0).unwrap();
        n.set_va(VerticalAlignment::Center).unwrap();
        n.set_bbox(text_box("round4", "0.8", "k", 1.0)).unwrap();
        n.set_arrowprops(Some(
            arrow("fancy")
                .with_facecolor("0.6")
                .unwrap()
                .with_edgecolor("none")
                .unwrap()
                .with_connectionstyle("angle3,angleA=0,angleB=-90")
                .unwrap(),
        ))
        .unwrap();
    });
    let relpos = note("relpos", (2.2, 0.9), (1.4, 1.6), |n| {
        n.set_rotation(30.0).unwrap();
        n.set_bbox(text_box("square", "wheat", "k", 1.0)).unwrap();
        n.set_arrowprops(Some(
            arrow("-")
                .with_relpos((0.0, 0.0))
                .with_shrink_b(8.0)
                .with_linewidth(2.0),
        ))
        .unwrap();
    });
    let dx = note("dx", (2.5, 1.9), (3.5, 1.9), |n| {
        n.set_va(VerticalAlignment::Center).unwrap();
        n.set_arrowprops(Some(
            arrow("|-|,widthA=0.5,widthB=0.5")
                .with_shrink_a(0.0)
                .with_shrink_b(0.0),
        ))
        .unwrap();
    });
    let empty = note("", (3.8, 1.4), (2.6, 1.2), |n| {
        n.set_arrowprops(Some(
            arrow("<->").with_linestyle("--").unwrap().with_alpha(0.5),
        ))
        .unwrap();
    });
    for note in [boxed, fancy, relpos, dx, empty] {
        fig[ax].add_artist(note);
    }
    assert_near("annotations_with_boxes", &fig, 0.15, 0.05);
}

#[test]
fn arrows_without_arrow_style() {
    let (mut fig, ax) = full(4.0, 3.0);
    let props = [
        ArrowProps::default(),
        ArrowProps::new()
            .with_width(8.0)
            .with_headwidth(20.0)
            .with_headlength(15.0)
            .with_facecolor("C1")
            .unwrap()
            .with_shrink(0.05),
        ArrowProps::new()
            .with_facecolor("k")
            .unwrap()
            .with_shrink(0.1)
            .with_width(1.0)
            .with_headwidth(6.0),
    ];
    let notes = [
        fig[ax].annotate("below", (2.0, 1.5), (1.8, 0.2)),
        fig[ax].annotate("left", (1.8, 1.7), (0.1, 2.3)),
        fig[ax].annotate("right", (2.3, 1.6), (3.2, 2.0)),
    ];
    fig[notes[2]].set_fontsize(14.0).unwrap();
    for (note, props) in notes.into_iter().zip(props) {
        fig[note].set_arrowprops(Some(props)).unwrap();
    }
    assert_near("old_arrows", &fig, 0.1, 0.05);
}

#[test]
fn axes_are_connected() {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let axs = fig.subplots(1, 2).unwrap();
    let (left, right) = (axs[[0, 0]], axs[[0, 1]]);
    fig[left].plot(&[0, 1], &[0, 1]).unwrap();
    fig[right].plot(&[0, 10], &[5, -5]).unwrap();
    fig.add_artist(made(ConnectionPatch::new((0.5, 0.5), (2.0, 3.0)), |p| {
        p.set_axes(left, right);
        p.set_linewidth(1.5)?;
        p.set_arrowstyle("->")?;
        p.set_color("C3")
    }));
    fig.add_artist(made(ConnectionPatch::new((1.0, 0.0), (0.0, 0.0)), |p| {
        p.set_axes(left, right);
        p.set_coords("axes fraction", "axes fraction")?;
        p.set_linestyle(":")
    }));
    fig.add_artist(made(ConnectionPatch::new((0.5, 7.0), (2.0, 3.0)), |p| {
        p.set_axes(left, right);
        Ok(())
    }));
    fig[left].add_artist(made(ConnectionPatch::new((0.2, 0.8), (0.5, 0.95)), |p| {
        p.set_shrink(3.0, 0.0)?;
        p.set_coords("data", "figure fraction")?;
        p.set_arrowstyle("-|>")
    }));
    assert_near("connected_axes", &fig, 0.1, 0.05);
}

#[test]
fn figures_have_artists_of_their_own() {
    let (mut fig, ax) = framed();
    fig[ax].plot(&[0, 1], &[1, 0]).unwrap();
    fig.add_artist(made(Rectangle::new((0.02, 0.02), 0.96, 0.96), |p| {
        p.set_fill(false);
        p.set_linewidth(3.0)?;
        p.set_edgecolor("C4")
    }));
    fig.add_artist(made(Rectangle::new((0.6, 0.6), 0.38, 0.38), |p| {
        p.set_zorder(-1.0);
        p.set_facecolor("C2")
    }));
    let line = fig.add_artist(Line2D::new(&[0, 1], &[0.05, 0.95]).unwrap());
    fig[line].set_color("C3").unwrap();
    fig[line].set_linewidth(2.0).unwrap();
    fig.add_artist(made(FancyArrowPatch::new((0.3, 0.3), (0.7, 0.4)), |p| {
        p.set_mutation_scale(20.0)?;
        p.set_arrowstyle("-|>")
    }));
    fig.text(0.5, 0.5, "text");
    assert_near("figure_artists", &fig, 0.1, 0.05);
}

/// A figure after `set` is the one that was drawn so from the beginning.
fn assert_same<A: Artist + Clone>(before: A, set: impl FnOnce(&mut A), after: A) {
    let (mut fig, ax) = full(4.0, 3.0);
    let (mut fresh, fresh_ax) = full(4.0, 3.0);
    let handle = fig[ax].add_artist(before);
    fig[ax].set_xlim(0.0, 4.0).unwrap();
    fig[ax].set_ylim(0.0, 3.0).unwrap();
    let old = draw(&fig);
    set(&mut fig[handle]);
    fresh[fresh_ax].add_artist(after);
    fresh[fresh_ax].set_xlim(0.0, 4.0).unwrap();
    fresh[fresh_ax].set_ylim(0.0, 3.0).unwrap();
    let (found, expected) = (draw(&fig), draw(&fresh));
    assert!(found != old, "nothing was changed");
    assert!(found == expected, "it is not where it was moved to");
}

#[test]
fn what_is_changed_in_place_is_drawn_as_if_made_so() {
    assert_same(
        Rectangle::new((1.0, 1.0), 1.0, 1.0),
        |p| p.set_bounds(2.0, 0.5, 0.5, 2.0),
        Rectangle::new((2.0, 0.5), 0.5, 2.0),
    );
    assert_same(
        Circle::new((1.0, 1.0), 0.5),
        |p| {
            p.set_center(3.0, 2.0);
            p.set_radius(0.7);
        },
        Circle::new((3.0, 2.0), 0.7),
    );
    assert_same(
        Polygon::new(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]),
        |p| p.set_xy(&[(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)]),
        Polygon::new(&[(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)]),
    );
    assert_same(
        FancyArrowPatch::new((1.0, 1.0), (2.0, 2.0)),
        |p| p.set_positions((1.0, 2.0), (3.0, 1.0)),
        FancyArrowPatch::new((1.0, 2.0), (3.0, 1.0)),
    );
    let pointing = |xy| {
        note("here", xy, (15.0, 20.0), |n| {
            n.set_textcoords("offset points").unwrap();
            n.set_arrowprops(Some(ArrowProps::new().with_arrowstyle("->").unwrap()))
                .unwrap();
        })
    };
    assert_same(
        pointing((1.0, 1.0)),
        |n| n.set_xy(2.0, 1.5),
        pointing((2.0, 1.5)),
    );
}

#[test]
fn what_can_not_be_drawn_is_refused() {
    let mut patch = Circle::new((0.0, 0.0), 1.0);
    assert!(patch.set_coordinates("offset points").is_err());
    assert!(patch.set_coordinates(("data", "axes fraction")).is_ok());
    assert!("oval".parse::<BoxStyle>().is_err());
    let (mut fig, ax) = full(4.0, 3.0);
    let arrow = fig[ax].add_patch(FancyArrowPatch::new((1.0, 1.0), (2.0, 2.0)));
    fig[arrow].set_connectionstyle("bar").unwrap();
    let mut canvas = plotreel::Canvas::new(plotreel::FrameSize {
        width: 320,
        height: 240,
    });
    let error = fig.draw(&mut canvas).unwrap_err();
    assert!(error.to_string().contains("arc3"), "{error}");
}

#[test]
fn numbers_that_are_not_finite_draw_nothing_and_harm_nothing() {
    for bad in [f64::NAN, f64::INFINITY, -1e300, 0.0] {
        let (mut fig, ax) = full(4.0, 3.0);
        let ax = &mut fig[ax];
        ax.add_patch(Rectangle::new((bad, 1.0), bad, 1.0));
        ax.add_patch(Ellipse::new((1.0, bad), bad, bad));
        let mut ring = Wedge::new((1.0, bad), bad, bad, 300.0);
        assert_eq!(ring.set_width(bad).is_ok(), bad == 0.0);
        ax.add_patch(ring);
        let mut arc = Arc::new((1.0, 1.0), bad, 1.0);
        assert_eq!(arc.set_theta1(bad).is_ok(), bad.is_finite());
        arc.set_theta2(30.0).unwrap();
        ax.add_patch(arc);
        ax.add_patch(Polygon::new(&[(1.0, bad), (2.0, 2.0), (bad, 1.0)]));
        for style in BOXES {
            let mut patch = FancyBboxPatch::new((1.0, bad), 1.0, bad);
            patch.set_boxstyle(style).unwrap();
            assert_eq!(patch.set_mutation_scale(bad).is_ok(), bad == 0.0);
            ax.add_patch(patch);
        }
        for style in ["->", "simple", "fancy", "wedge", "|-|"] {
            let mut patch = FancyArrowPatch::new((1.0, bad), (bad, 1.0));
            patch.set_arrowstyle(style).unwrap();
            assert_eq!(patch.set_mutation_scale(bad).is_ok(), bad == 0.0);
            ax.add_patch(patch);
            let note = Annotation::new("n", (1.0, 1.0), (bad, bad));
            let mut note = note;
            note.set_arrowprops(Some(ArrowProps::new().with_arrowstyle(style).unwrap()))
                .unwrap();
            ax.add_artist(note);
        }
        draw(&fig);
    }
}
