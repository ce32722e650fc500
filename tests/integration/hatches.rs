//! Hatches against matplotlib's pictures (`tests/baseline/hatches.py`).

use ndarray::Array2;
use plotreel::axes::{BarOptions, Baseline, PieOptions};
use plotreel::collections::ContourOptions;
use plotreel::error::Result;
use plotreel::patches::{
    Circle, Ellipse, FancyArrowPatch, FancyBboxPatch, Patch, Polygon, Rectangle, Wedge,
};
use plotreel::text::{ArrowProps, TextBox};
use plotreel::{Axes, Colormap, Error, Figure, Handle, PolarAxes, Style};

use crate::baseline::{Fill, assert_near, assert_scenes, assert_scenes_in};

const PATTERNS: [&str; 16] = [
    "/", "\\", "|", "-", "+", "x", "o", "O", ".", "*", "//", "xx.", "o-", "**", "X|", "OO\\",
];

/// Axes over the whole figure, without anything else.
fn full((x, y): (f64, f64), dpi: f64) -> (Figure, Handle<Axes>) {
    let mut fig = Figure::new((3.2, 2.4), dpi);
    let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]).unwrap();
    fig[ax].set_axis_off();
    fig[ax].set_xlim(0.0, x).unwrap();
    fig[ax].set_ylim(0.0, y).unwrap();
    (fig, ax)
}

fn with<P: Patch>(mut patch: P, set: impl FnOnce(&mut P) -> Result<()>) -> P {
    set(&mut patch).unwrap();
    patch
}

#[test]
fn each_character_has_its_pattern() {
    for (name, dpi, face, edge) in [
        ("patterns", 100.0, "gold", None),
        ("resolution", 72.0, "none", Some("C3")),
    ] {
        let (mut fig, ax) = full((4.0, 4.0), dpi);
        for (i, hatch) in PATTERNS.into_iter().enumerate() {
            let (x, y) = ((i % 4) as f64 + 0.05, (i / 4) as f64 + 0.05);
            fig[ax].add_patch(with(Rectangle::new((x, y), 0.9, 0.9), |p| {
                p.set_facecolor(face)?;
                if let Some(edge) = edge {
                    p.set_edgecolor(edge)?;
                }
                p.set_hatch(hatch)
            }));
        }
        assert_near(&format!("hatches/{name}"), &fig, 0.1, 0.1);
    }
}

#[test]
fn patches_of_all_kinds_are_hatched() {
    let (mut fig, ax) = full((4.0, 3.0), 100.0);
    let ax = &mut fig[ax];
    ax.add_patch(with(Circle::new((0.8, 0.8), 0.6), |p| {
        p.set_hatch("//")?;
        p.set_edgecolor("r")?;
        p.set_facecolor("none")
    }));
    ax.add_patch(with(Ellipse::new((2.5, 1.0), 2.0, 0.8), |p| {
        p.set_angle(30.0)?;
        p.set_facecolor("gold")?;
        p.set_hatch("o")?;
        p.set_alpha(0.5)
    }));
    ax.add_patch(with(Wedge::new((0.8, 2.2), 0.6, 20.0, 300.0), |p| {
        p.set_width(0.3)?;
        p.set_hatch("xx")?;
        p.set_edgecolor("b")?;
        p.set_hatchcolor("g")
    }));
    let triangle = Polygon::new(&[(2.0, 2.0), (3.0, 2.0), (2.5, 2.9)]);
    ax.add_patch(with(triangle, |p| {
        p.set_hatch("*")?;
        p.set_hatchcolor(("k", 0.3))?;
        p.set_linewidth(3.0)?;
        p.set_edgecolor("C1")
    }));
    ax.add_patch(with(FancyBboxPatch::new((3.2, 2.2), 0.5, 0.5), |p| {
        p.set_boxstyle("round,pad=0.1")?;
        p.set_hatch("|")?;
        p.set_hatch_linewidth(4.0)
    }));
    ax.add_patch(with(Rectangle::new((1.5, 1.5), 0.8, 0.6), |p| {
        p.set_angle(30.0)?;
        p.set_fill(false);
        p.set_hatch("-+")?;
        p.set_linestyle("--")
    }));
    ax.add_patch(with(FancyArrowPatch::new((0.2, 0.1), (3.5, 0.3)), |p| {
        p.set_arrowstyle("simple,head_width=20,tail_width=12")?;
        p.set_hatch("\\\\")
    }));
    assert_near("hatches/patches", &fig, 0.17, 0.1);
}

fn bars(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let ax = &mut fig[ax];
    let lower = ax.bar(&[0, 1, 2], &[3, 5, 2])?;
    let above = BarOptions::new()
        .with_bottoms([3.0, 5.0, 2.0])
        .with_colors(["none"])?;
    let upper = ax.bar_with(&[0, 1, 2], &[1, 2, 3], &above)?;
    fig[lower].set_hatches(["/", "o", "x"])?;
    fig[lower].set_label("a");
    fig[upper].set_hatch("..")?;
    fig[upper].set_edgecolors(["r", "g", "b"])?;
    fig[upper].set_label("b");
    Ok(())
}

fn areas(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let x: Vec<f64> = (0..40).map(|i| 6.0 * f64::from(i) / 39.0).collect();
    let sine: Vec<f64> = x.iter().map(|x| x.sin()).collect();
    let above = fig[ax].fill_between(&x, &sine, &[1.5])?;
    fig[above].set_hatch("//")?;
    fig[above].set_facecolor("w")?;
    fig[above].set_edgecolor("C0")?;
    fig[above].set_label("above");
    let below = fig[ax].fill_between(&x, &sine, &[-1.5])?;
    fig[below].set_hatch("O")?;
    fig[below].set_alpha(0.4)?;
    fig[below].set_label("below");
    let span = fig[ax].axvspan(2.0, 3.0);
    fig[span].set_hatch("+")?;
    fig[span].set_alpha(0.3)?;
    fig[span].set_facecolor("y")?;
    fig[span].set_label("span");
    let empty = fig[ax].axhspan(-0.5, 0.0);
    fig[empty].set_hatch("\\")?;
    fig[empty].set_fill(false);
    fig[empty].set_label("empty");
    let shape = fig[ax].fill(&[4.0, 5.0, 5.0], &[0.0, 0.0, 1.2])?;
    fig[shape].set_hatch("*")?;
    fig[shape].set_facecolor("none")
}

fn stack(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let layers = [[1, 2, 1, 2], [2, 1, 2, 2], [1, 1, 2, 1]];
    let areas = fig[ax].stackplot(&[0, 1, 2, 3], &layers, Baseline::Zero)?;
    for (area, (hatch, label)) in areas.into_iter().zip([("/", "a"), ("x", "b"), (".", "c")]) {
        fig[area].set_hatch(hatch)?;
        fig[area].set_label(label);
    }
    Ok(())
}

fn contours(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let x: Vec<f64> = (0..25).map(|i| -3.0 + 0.25 * f64::from(i)).collect();
    let bump = |x: f64, y: f64| (-x * x - y * y).exp();
    let z = Array2::from_shape_fn((25, 25), |(r, c)| {
        bump(x[c], x[r]) - bump(x[c] - 1.0, x[r] - 1.0)
    });
    let options = ContourOptions::new()
        .with_levels([-0.75, -0.5, -0.25, 0.0, 0.25, 0.5])
        .with_hatches(["-", "/", "\\", "//", "", "*"])?
        .with_extend("both")?
        .with_cmap(Colormap::named("gray")?);
    fig[ax].contourf_with(&x, &x, &z, &options)?;
    let beside: Vec<f64> = x[..12].iter().map(|x| x + 6.0).collect();
    let part = Array2::from_shape_fn((12, 12), |(r, c)| z[[r, c + 6]]);
    let options = ContourOptions::new()
        .with_levels(3)
        .with_hatches([".", "xx"])?
        .with_colors(["none"])?;
    fig[ax].contourf_with(&beside, &x[..12], &part, &options)?;
    Ok(())
}

fn boxes(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let span = fig[ax].axhspan(0.2, 0.4);
    fig[span].set_linestyle("--")?;
    fig[span].set_edgecolor("k")?;
    fig[span].set_linewidth(2.0)?;
    fig[span].set_facecolor("C1")?;
    fig[span].set_label("span");
    let empty = fig[ax].axvspan(0.6, 0.8);
    fig[empty].set_linestyle(":")?;
    fig[empty].set_edgecolor("r")?;
    fig[empty].set_fill(false);
    fig[empty].set_label("empty");
    let text = fig[ax].text(0.05, 0.6, "dashed");
    let dashed = TextBox::new()
        .with_boxstyle("round")?
        .with_linestyle("--")?;
    fig[text].set_bbox(dashed.with_facecolor("w")?)?;
    let text = fig[ax].text(0.3, 0.85, "hatched");
    fig[text].set_fontsize(14.0)?;
    let hatched = TextBox::new()
        .with_facecolor("gold")?
        .with_edgecolor("C0")?
        .with_hatch("//")?
        .with_linewidth(2.0)
        .with_linestyle((0.0, [4.0, 2.0, 1.0, 2.0]))?;
    fig[text].set_bbox(hatched)?;
    let note = fig[ax].annotate("note", (0.9, 0.1), (0.4, 0.1));
    fig[note].set_arrowprops(ArrowProps::new().with_arrowstyle("->")?)?;
    let dashed = TextBox::new()
        .with_boxstyle("round4")?
        .with_linestyle("-.")?;
    fig[note].set_bbox(dashed.with_facecolor("0.9")?)?;
    fig[ax].set_xlim(0.0, 1.0)?;
    fig[ax].set_ylim(0.0, 1.0)?;
    let legend = fig[ax].legend();
    fig[legend].set_loc("center left")?;
    fig[legend].set_linestyle("--")?;
    fig[legend].set_edgecolor("b")
}

#[test]
fn spans_boxes_and_frames_have_dashes() {
    assert_scenes("hatches", &[("boxes", boxes, 0.12, 0.1)]);
}

fn colorbar(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let at = [0.0, 1.0, 2.0, 3.0, 4.0];
    let z = Array2::from_shape_fn((5, 5), |(r, c)| (r * c) as f64 + 0.3 * c as f64);
    let options = ContourOptions::new()
        .with_levels([2.0, 4.0, 8.0, 12.0])
        .with_hatches(["-", "/", "", "o", "*"])?
        .with_extend("both")?
        .with_cmap(Colormap::named("cool")?);
    let areas = fig[ax].contourf_with(&at, &at, &z, &options)?;
    fig.colorbar(areas, ax)?;
    Ok(())
}

fn points(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let points = fig[ax].scatter(&[1, 2, 3], &[1, 2, 1])?;
    fig[points].set_sizes(&[600.0, 900.0, 400.0])?;
    fig[points].set_hatch("//")?;
    fig[points].set_edgecolors(["k", "r", "b"])?;
    fig[points].set_facecolors(["w", "gold", "none"])?;
    fig[points].set_label("a");
    let points = fig[ax].scatter(&[1, 2, 3], &[2, 1, 2])?;
    fig[points].set_sizes(&[500.0])?;
    fig[points].set_marker("s")?;
    fig[points].set_hatch("o")?;
    fig[points].set_hatchcolor("C3")?;
    fig[points].set_alpha(0.6)?;
    fig[points].set_facecolor("C2")?;
    fig[points].set_label("b");
    fig[ax].margins(0.3, 0.3)?;
    let legend = fig[ax].legend();
    fig[legend].set_loc("lower right")?;
    fig[legend].set_markerscale(0.3)
}

#[test]
fn markers_of_scatter_plots_are_hatched() {
    assert_scenes("hatches", &[("points", points, 0.1, 0.1)]);
}

fn polar(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let bars = fig[ax].bar(&[0.0, 1.0, 2.5, 4.0], &[1.0, 2.0, 3.0, 2.5])?;
    fig[bars].set_hatches(["/", "x", "o", "."])?;
    fig[bars].set_edgecolor("k")?;
    let shape = fig[ax].fill(&[4.5, 5.5, 5.0], &[1.0, 3.0, 0.5])?;
    fig[shape].set_hatch("*")?;
    fig[shape].set_facecolor("w")?;
    fig[shape].set_edgecolor("r")?;
    fig[ax].set_rmax(2.2)
}

#[test]
fn hatches_end_at_the_circle_of_polar_axes() {
    let add = |fig: &mut Figure| fig.add_subplot_polar(1, 1, 1).unwrap();
    let scenes: [(&str, Fill<PolarAxes>, f64, f64); 1] = [("polar", polar, 0.1, 0.1)];
    assert_scenes_in("hatches", (2.6, 2.4), add, &scenes);
}

#[test]
fn a_colorbar_shows_the_hatches_of_areas() {
    assert_scenes("hatches", &[("colorbar", colorbar, 0.1, 0.1)]);
}

fn with_legend(
    fill: fn(&mut Figure, Handle<Axes>) -> Result<()>,
    loc: &str,
) -> impl Fn(&mut Figure, Handle<Axes>) -> Result<()> {
    move |fig, ax| {
        fill(fig, ax)?;
        let legend = fig[ax].legend();
        fig[legend].set_loc(loc)
    }
}

#[test]
fn bars_areas_and_contours_are_hatched() {
    assert_scenes(
        "hatches",
        &[
            (
                "bars",
                |fig, ax| with_legend(bars, "best")(fig, ax),
                0.1,
                0.1,
            ),
            (
                "areas",
                |fig, ax| with_legend(areas, "best")(fig, ax),
                0.1,
                0.1,
            ),
            (
                "stack",
                |fig, ax| with_legend(stack, "upper left")(fig, ax),
                0.1,
                0.1,
            ),
            ("contours", contours, 0.1, 0.1),
        ],
    );
}

#[test]
fn wedges_of_a_pie_have_hatches_in_turn() {
    let mut fig = Figure::new((2.4, 2.4), 100.0);
    let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]).unwrap();
    let options = PieOptions::new()
        .with_hatch(["**O", "oO", "-.", ""])
        .unwrap()
        .with_colors(["c", "m", "y", "w"])
        .unwrap();
    fig[ax].pie_with(&[3, 2, 1, 1], &options).unwrap();
    assert_near("hatches/pie", &fig, 0.1, 0.1);
}

#[test]
fn a_style_has_a_colour_of_hatches() {
    let style = Style::named(["classic"]).unwrap();
    let mut fig = Figure::new((3.2, 2.4), 100.0).with_style(style).unwrap();
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let bars = fig[ax].bar(&[0, 1], &[1, 2]).unwrap();
    fig[bars].set_hatches(["/", "o"]).unwrap();
    fig[bars].set_edgecolor("r").unwrap();
    fig[ax].set_xticks(&[0.0; 0]);
    fig[ax].set_yticks(&[0.0; 0]);
    assert_near("hatches/classic", &fig, 0.1, 0.1);
}

#[test]
fn other_characters_are_refused_by_name() {
    let mut patch = Rectangle::new((0.0, 0.0), 1.0, 1.0);
    let error = patch.set_hatch("/#").unwrap_err();
    assert!(matches!(error, Error::Setting { name: "hatch", .. }));
    assert!(error.to_string().contains("\"/#\""), "{error}");
    assert!(patch.set_hatch("/".repeat(33)).is_err());
    assert_eq!(patch.hatch(), None);
}
