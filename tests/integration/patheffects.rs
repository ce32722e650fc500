//! Path effects against matplotlib's pictures (`tests/baseline/patheffects.py`).

use ndarray::Array2;
use plotreel::artists::Marker;
use plotreel::axes::Aspect;
use plotreel::axis::TickParams;
use plotreel::collections::{ClabelOptions, ContourOptions};
use plotreel::error::Result;
use plotreel::image::Origin;
use plotreel::patches::{Circle, Ellipse, FancyArrowPatch, Patch, Polygon, Rectangle};
use plotreel::patheffects::{
    PathEffect, SimpleLineShadow, SimplePatchShadow, Stroke, TickedStroke,
};
use plotreel::text::{Annotation, ArrowProps, TextBox};
use plotreel::tri::Triangulation;
use plotreel::{Axes, Canvas, Colormap, Figure, FrameSize, Handle};

use crate::baseline::{assert_figures, assert_near, assert_scenes};

fn stroke(width: f64, color: &str) -> Stroke {
    Stroke::new()
        .with_linewidth(width)
        .with_foreground(color)
        .unwrap()
}

fn with_stroke(width: f64, color: &str) -> Stroke {
    stroke(width, color).with_normal(true)
}

fn texts(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let values = Array2::from_shape_fn((6, 8), |(r, c)| ((8 * r + c) % 7) as f64);
    let image = fig[ax].imshow(&values)?;
    fig[image].set_cmap(Colormap::named("gray")?);
    let text = fig[ax].text(0.0, 1.0, "Stroke");
    fig[text].set_fontsize(20.0)?;
    fig[text].set_color("C0")?;
    fig[text].set_path_effects([with_stroke(4.0, "w")])?;
    let text = fig[ax].text(0.0, 3.0, "two\nlines");
    fig[text].set_va("center")?;
    fig[text].set_path_effects([stroke(3.0, "gold").into(), PathEffect::Normal])?;
    let text = fig[ax].text(7.0, 5.0, r"$\frac{a_1}{b}+\alpha$");
    fig[text].set_ha("right")?;
    fig[text].set_fontsize(14.0)?;
    fig[text].set_path_effects([with_stroke(2.0, "C1")])?;
    let text = fig[ax].text(4.0, 3.0, "turned");
    fig[text].set_rotation(30.0)?;
    fig[text].set_fontsize(14.0)?;
    fig[text].set_color("r")?;
    fig[text].set_alpha(0.7)?;
    fig[text].set_path_effects([SimplePatchShadow::new().with_normal(true)])?;
    let text = fig[ax].text(0.0, 5.0, "hollow");
    fig[text].set_fontsize(18.0)?;
    fig[text].set_path_effects([stroke(1.0, "r").with_alpha(0.5)])?;
    let box_ = TextBox::new().with_facecolor("w")?.with_edgecolor("none")?;
    fig[text].set_bbox(box_)?;
    let text = fig[ax].text(6.0, 0.5, "Il-");
    fig[text].set_fontsize(9.0)?;
    fig[text].set_color("w")?;
    fig[text].set_path_effects([PathEffect::Normal])
}

fn annotated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].plot(&[0, 1, 2], &[0, 2, 1])?;
    let note: Handle<Annotation> = fig[ax].annotate("peak", (1.0, 2.0), (1.4, 1.8));
    fig[note].set_arrowprops(ArrowProps::new().with_arrowstyle("->")?)?;
    let shadow = SimplePatchShadow::new()
        .with_offset((1.0, -1.0))
        .with_color("g")?
        .with_alpha(0.5);
    fig[note].set_path_effects([shadow.into(), PathEffect::Normal])?;
    fig[ax].set_title("$x^2$ above");
    fig[ax].set_title_color("r")?;
    let shadow = SimplePatchShadow::new().with_normal(true);
    fig[ax].set_title_path_effects::<PathEffect>([shadow.into(), with_stroke(2.0, "y").into()])?;
    let title = fig.suptitle("Title");
    fig[title].set_path_effects([with_stroke(3.0, "C2")])
}

fn lines(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let x: Vec<f64> = (0..40).map(|i| 6.0 * f64::from(i) / 39.0).collect();
    let of_x = |f: fn(f64) -> f64| x.iter().map(|x| f(*x)).collect::<Vec<_>>();
    let line = fig[ax].plot(&x, &of_x(f64::sin))?;
    fig[line].set_linewidth(3.0)?;
    fig[line].set_path_effects([SimpleLineShadow::new().into(), PathEffect::Normal])?;
    fig[line].set_label("shadow");
    let line = fig[ax].plot(&x, &of_x(f64::cos))?;
    fig[line].set_linewidth(2.0)?;
    fig[line].set_linestyle("--")?;
    fig[line].set_path_effects([with_stroke(5.0, "k").with_alpha(0.3)])?;
    fig[line].set_label("dashed");
    let few: Vec<f64> = x.iter().copied().step_by(6).collect();
    let above: Vec<f64> = few.iter().map(|x| x.sin() + 1.0).collect();
    let line = fig[ax].plot(&few, &above)?;
    fig[line].set_marker(Marker::Circle)?;
    fig[line].set_markersize(8.0)?;
    fig[line].set_path_effects([with_stroke(4.0, "y")])?;
    fig[line].set_label("marked");
    let line = fig[ax].plot(&x, &of_x(|_| -1.0))?;
    fig[line].set_color("C5")?;
    fig[line].set_alpha(0.5)?;
    fig[line].set_linewidth(4.0)?;
    let shadow = SimpleLineShadow::new()
        .with_offset((0.0, -5.0))
        .without_color()
        .with_rho(0.5)
        .with_alpha(0.9);
    fig[line].set_path_effects([shadow.into(), PathEffect::Normal])?;
    let bars = fig[ax].bar(&[1, 3], &[-1.0, -1.5])?;
    fig[bars].set_path_effects([SimplePatchShadow::new().with_normal(true)])?;
    fig[bars].set_label("bars");
    fig[ax].legend();
    Ok(())
}

fn ticked(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let x: Vec<f64> = (0..40).map(|i| 6.0 * f64::from(i) / 39.0).collect();
    let sine: Vec<f64> = x.iter().map(|x| x.sin()).collect();
    let lower: Vec<f64> = sine.iter().map(|y| y - 1.0).collect();
    let ticks = || TickedStroke::new().with_normal(true);
    let line = fig[ax].plot(&x, &sine)?;
    fig[line].set_path_effects([ticks()])?;
    let line = fig[ax].plot(&x, &lower)?;
    fig[line].set_linewidth(2.0)?;
    let wall = ticks().with_spacing(7.0).with_angle(135.0).with_length(0.7);
    fig[line].set_path_effects([wall])?;
    let line = fig[ax].plot(&[0.0, 6.0, 6.0], &[1.5, 1.5, 0.0])?;
    let wall = ticks()
        .with_angle(-90.0)
        .with_length(1.0)
        .with_linewidth(3.0)
        .with_foreground("r")?;
    fig[line].set_path_effects([wall])?;
    let circle = fig[ax].add_patch(Circle::new((3.0, 1.0), 0.5));
    fig[circle].set_fill(false);
    fig[circle].set_path_effects([ticks().with_angle(60.0)])
}

#[test]
fn texts_and_lines_have_strokes_shadows_and_ticks() {
    assert_scenes(
        "patheffects",
        &[
            ("texts", texts, 0.1, 0.1),
            ("annotated", annotated, 0.1, 0.1),
            ("lines", lines, 0.1, 0.1),
            ("ticked", ticked, 0.1, 0.1),
            ("scatters", scatters, 0.1, 0.1),
            ("contoured", contoured, 0.1, 0.1),
            ("filled", filled, 0.1, 0.1),
            ("meshes", meshes, 0.1, 0.1),
        ],
    );
}

fn with<P: Patch>(mut patch: P, set: impl FnOnce(&mut P) -> Result<()>) -> P {
    set(&mut patch).unwrap();
    patch
}

#[test]
fn patches_have_strokes_and_shadows() {
    let (mut fig, ax) = crate::support::full_figure(320, 240);
    fig[ax].set_xlim(0.0, 4.0).unwrap();
    fig[ax].set_ylim(0.0, 3.0).unwrap();
    let ax = &mut fig[ax];
    let shadow = || SimplePatchShadow::new().with_normal(true);
    ax.add_patch(with(Circle::new((0.8, 0.8), 0.5), |p| {
        p.set_path_effects([shadow()])
    }));
    ax.add_patch(with(Rectangle::new((1.8, 0.4), 0.8, 0.8), |p| {
        p.set_facecolor("gold")?;
        p.set_hatch("/")?;
        p.set_path_effects([with_stroke(6.0, "C3")])
    }));
    ax.add_patch(with(Ellipse::new((3.3, 0.8), 0.8, 1.2), |p| {
        p.set_fill(false);
        p.set_linestyle("--")?;
        p.set_linewidth(2.0)?;
        p.set_path_effects([shadow().with_offset((4.0, -4.0))])
    }));
    ax.add_patch(with(FancyArrowPatch::new((0.3, 2.2), (2.0, 2.6)), |p| {
        p.set_arrowstyle("simple")?;
        p.set_mutation_scale(30.0)?;
        p.set_facecolor("C2")?;
        let shadow = SimplePatchShadow::new()
            .with_offset((3.0, 3.0))
            .with_color("b")?
            .with_alpha(0.4);
        p.set_path_effects([shadow.into(), PathEffect::Normal])
    }));
    let triangle = Polygon::new(&[(2.6, 1.8), (3.8, 1.8), (3.2, 2.8)]);
    ax.add_patch(with(triangle, |p| {
        p.set_facecolor("m")?;
        p.set_edgecolor("k")?;
        p.set_alpha(0.5)?;
        p.set_path_effects([
            SimpleLineShadow::new().with_offset((5.0, -5.0)).into(),
            PathEffect::Normal,
            stroke(1.0, "w").with_offset((0.0, 4.0)).into(),
        ])
    }));
    assert_near("patheffects/patches", &fig, 0.1, 0.1);
}

fn numbers(n: u32) -> Vec<f64> {
    (0..n).map(f64::from).collect()
}

fn scatters(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let n = numbers(12);
    let of = |f: fn(f64) -> f64| n.iter().map(|n| f(*n)).collect::<Vec<_>>();
    let (x, y) = (of(|n| n % 4.0), of(|n| (n / 4.0).floor()));
    let points = fig[ax].scatter_c(&x, &y, &n)?;
    fig[points].set_sizes(&of(|n| 20.0 + 20.0 * n))?;
    let shadow = SimplePatchShadow::new().with_color("b")?;
    fig[points].set_path_effects([shadow.with_normal(true)])?;
    let points = fig[ax].scatter(&of(|n| n % 4.0 + 0.5), &y)?;
    fig[points].set_marker("^")?;
    fig[points].set_sizes(&[60.0])?;
    fig[points].set_color("C3")?;
    fig[points].set_edgecolor("k")?;
    fig[points].set_path_effects([with_stroke(3.0, "y")])?;
    fig[points].set_label("uniform");
    let points = fig[ax].scatter(&x, &of(|n| (n / 4.0).floor() + 0.5))?;
    fig[points].set_marker("x")?;
    fig[points].set_color("C2")?;
    let below = stroke(5.0, "k").with_alpha(0.3);
    fig[points].set_path_effects([below.into(), PathEffect::Normal])?;
    fig[ax].legend();
    Ok(())
}

fn wavy(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, columns), |(r, c)| {
        (r as f64 / 2.0).cos() + (c as f64 / 2.0).sin()
    })
}

fn contoured(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let z = wavy(12, 15);
    let image = fig[ax].imshow(&z)?;
    fig[image].set_origin(Origin::Lower);
    fig[ax].set_aspect(Aspect::Auto)?;
    let lines = fig[ax].contour_z(&z, &ContourOptions::new().with_colors(["k"])?)?;
    fig[lines].set_path_effects([with_stroke(3.0, "w")])?;
    fig[ax].clabel(lines, &ClabelOptions::new().with_fontsize(7.0))?;
    fig[lines].set_label_path_effects([with_stroke(2.0, "w")])
}

fn filled(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let levels = ContourOptions::new().with_levels([-1.0, 0.0, 1.0, 3.0]);
    let areas = fig[ax].contourf_z(&wavy(8, 10), &levels)?;
    let shadow = SimplePatchShadow::new()
        .with_offset((3.0, -3.0))
        .with_color("gray")?;
    fig[areas].set_path_effects([shadow.with_alpha(0.8).into(), PathEffect::Normal])?;
    let x: Vec<f64> = (0..40).map(|i| 9.0 * f64::from(i) / 39.0).collect();
    let low: Vec<f64> = x.iter().map(|x| 3.0 + x.sin()).collect();
    let area = fig[ax].fill_between(&x, &low, &[5.0])?;
    fig[area].set_color("C1")?;
    fig[area].set_alpha(0.5)?;
    fig[area].set_path_effects([SimplePatchShadow::new().with_normal(true)])?;
    let lines = fig[ax].hlines(&[1.0, 2.0], &[0.0], &[9.0])?;
    fig[lines].set_edgecolors(["r", "b"])?;
    fig[lines].set_linewidth(3.0)?;
    fig[lines].set_path_effects([SimpleLineShadow::new().into(), PathEffect::Normal])?;
    let lines = fig[ax].vlines(&[3.0], &[0.0], &[7.0])?;
    fig[lines].set_edgecolor("g")?;
    fig[lines].set_linestyle("--")?;
    let ticks = TickedStroke::new().with_spacing(8.0).with_normal(true);
    fig[lines].set_path_effects([ticks])
}

fn meshes(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let z = Array2::from_shape_fn((3, 4), |(r, c)| (4 * r + c) as f64);
    let mesh = fig[ax].pcolor(&numbers(5), &numbers(4), &z)?;
    let shadow = SimplePatchShadow::new().with_color("gray")?.with_alpha(0.5);
    fig[mesh].set_path_effects([shadow.with_normal(true)])?;
    let arrows = fig[ax].quiver(&[5.0, 6.0], &[1.0, 2.0], &[1.0, 1.0], &[1.0, 0.5])?;
    fig[arrows].set_path_effects([with_stroke(4.0, "c")])?;
    let barbs = fig[ax].barbs(&[7.0], &[0.5], &[30.0], &[40.0])?;
    fig[barbs].set_path_effects([with_stroke(4.0, "m")])?;
    let corners = Triangulation::new(&[0.0, 2.0, 4.0, 1.0], &[4.0, 4.0, 5.0, 6.0])?;
    let mesh = fig[ax].tripcolor(&corners, &[1.0, 2.0, 3.0, 4.0], "flat")?;
    fig[mesh].set_path_effects([with_stroke(3.0, "r")])?;
    fig[ax].set_xlim(-0.5, 9.0)?;
    fig[ax].set_ylim(-0.5, 7.0)
}

fn labelled(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_axes([0.2, 0.2, 0.7, 0.6])?;
    let halo = || [with_stroke(3.0, "y")];
    let line = fig[ax].plot(&[0, 1, 2], &[0, 2, 1])?;
    fig[line].set_label("line");
    fig[ax].set_xlabel("along");
    fig[ax].set_ylabel("up");
    fig[ax].xaxis.set_label_path_effects(halo())?;
    fig[ax].yaxis.set_label_size(14.0)?;
    let shadow = SimplePatchShadow::new().with_normal(true);
    fig[ax].yaxis.set_label_path_effects([shadow.clone()])?;
    let narrow = with_stroke(2.0, "c");
    fig[ax].xaxis.set_ticklabel_path_effects([narrow])?;
    let turned = TickParams::new().with_labelrotation(45.0)?;
    fig[ax].yaxis.set_tick_params(&turned);
    fig[ax]
        .yaxis
        .set_ticklabel_path_effects([PathEffect::Normal])?;
    let legend = fig[ax].legend();
    fig[legend].set_loc("upper left")?;
    fig[legend].set_text_path_effects(halo())?;
    fig[legend].set_frame_path_effects([shadow])?;
    let title = fig.suptitle("above");
    fig[title].set_path_effects([stroke(1.0, "r")])?;
    let below = fig.supxlabel("below");
    fig[below].set_path_effects(halo())
}

fn space(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot_3d(1, 1, 1)?;
    let halo = || [with_stroke(3.0, "y")];
    let n = numbers(8);
    let of = |f: fn(f64) -> f64| n.iter().map(|n| f(*n)).collect::<Vec<_>>();
    let line = fig[ax].plot(&n, &n, &of(|n| n / 2.0))?;
    fig[line].set_linewidth(2.0)?;
    fig[line].set_path_effects([with_stroke(5.0, "gold")])?;
    let points = fig[ax].scatter(&n, &of(|n| 7.0 - n), &[4.0; 8])?;
    fig[points].set_sizes(&[40.0])?;
    fig[points].set_path_effects(halo())?;
    let (x, y) = (
        Array2::from_shape_fn((3, 3), |(_, c)| 3.5 * c as f64),
        Array2::from_shape_fn((3, 3), |(r, _)| 3.5 * r as f64),
    );
    let surface = fig[ax].plot_surface(&x, &y, &(0.0 * &x))?;
    fig[surface].set_alpha(0.5)?;
    fig[surface].set_path_effects([with_stroke(2.0, "r")])?;
    let text = fig[ax].text(2.0, 6.0, 3.0, "here");
    fig[text].set_path_effects(halo())?;
    fig[ax].set_xlabel("x label");
    fig[ax].xaxis.set_label_path_effects(halo())?;
    let narrow = with_stroke(2.0, "c");
    fig[ax].zaxis.set_ticklabel_path_effects([narrow])
}

#[test]
fn labels_legends_and_what_is_in_space_have_effects() {
    assert_figures(
        "patheffects",
        (3.2, 2.4),
        &[("labelled", labelled, 0.1, 0.1), ("space", space, 0.1, 0.1)],
    );
}

#[test]
fn shaded_meshes_refuse_effects() {
    let mut fig = Figure::new((1.0, 1.0), 50.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let z = Array2::from_elem((2, 2), 1.0);
    let mesh = fig[ax]
        .pcolormesh_with(&[0.0, 1.0], &[0.0, 1.0], &z, "gouraud")
        .unwrap();
    fig[mesh].set_path_effects([PathEffect::Normal]).unwrap();
    let error = fig
        .draw(&mut Canvas::new(FrameSize {
            width: 50,
            height: 50,
        }))
        .unwrap_err();
    assert!(error.to_string().contains("pcolormesh"), "{error}");
}

#[test]
fn numbers_out_of_range_are_refused() {
    let mut text = plotreel::text::Text::new(0.0, 0.0, "text");
    let wide = Stroke::new().with_linewidth(-1.0);
    assert!(text.set_path_effects([wide]).is_err());
    assert!(text.path_effects().is_empty());
}
