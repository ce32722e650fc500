//! Vector fields against the pictures of matplotlib that tests/baseline/vector_fields.py draws.

use std::panic::AssertUnwindSafe;

use ndarray::Array2;
use plotreel::axes::{IntegrationDirection, StreamplotOptions};
use plotreel::error::Result;
use plotreel::scale::Scale;
use plotreel::{Axes, Colormap, Figure, Handle};

use crate::baseline::{Fill, assert_scenes};
use crate::support::draw;

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: &[(&str, Fill, f64, f64)] = &[
    ("quiver", quiver, 0.1, 0.05),
    ("quiver_values", quiver_values, 0.1, 0.05),
    ("quiver_xy", quiver_xy, 0.1, 0.05),
    ("quiver_units", quiver_units, 0.1, 0.05),
    ("quiver_angles", quiver_angles, 0.1, 0.05),
    ("quiver_small", quiver_small, 0.1, 0.05),
    ("quiver_holes", quiver_holes, 0.1, 0.05),
    ("quiver_updated", quiver_updated, 0.1, 0.05),
    ("quiver_log", quiver_log, 0.1, 0.05),
    ("quiver_key", quiver_key, 0.1, 0.05),
    ("quiver_legend", quiver_legend, 0.1, 0.05),
    ("barbs", barbs, 0.1, 0.05),
    ("barbs_values", barbs_values, 0.1, 0.05),
    ("barbs_options", barbs_options, 0.3, 0.05),
    ("barbs_updated", barbs_updated, 0.1, 0.05),
    ("streamplot", streamplot, 0.35, 0.1),
    ("streamplot_values", streamplot_values, 0.3, 0.15),
    ("streamplot_start", streamplot_start, 0.35, 0.1),
    ("streamplot_whole", streamplot_whole, 0.1, 0.05),
    ("streamplot_holes", streamplot_holes, 0.4, 0.25),
    ("streamplot_updated", streamplot_updated, 0.3, 0.1),
    ("arrow", arrow, 0.1, 0.05),
];

#[test]
fn fields_are_drawn_as_by_matplotlib() {
    assert_scenes("vector_fields", SCENES);
}

fn x() -> Vec<f64> {
    (0..9).map(|i| 0.375 * f64::from(i)).collect()
}

fn y() -> Vec<f64> {
    (0..7).map(|i| f64::from(i) * (2.0 / 6.0) - 1.0).collect()
}

fn on_grid(f: impl Fn(f64, f64) -> f64) -> Array2<f64> {
    Array2::from_shape_fn((7, 9), |(r, c)| f(x()[c], y()[r]))
}

fn u(t: f64) -> Array2<f64> {
    on_grid(|x, y| (x + t).cos() * (1.5 + y))
}

fn v(t: f64) -> Array2<f64> {
    on_grid(|x, y| (x * y + 0.3 + t).sin())
}

fn flat(values: &Array2<f64>) -> Vec<f64> {
    values.iter().copied().collect()
}

fn quiver(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].quiver(&x(), &y(), &u(0.0), &v(0.0))?;
    Ok(())
}

fn quiver_values(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let arrows = fig[ax].quiver(
        &on_grid(|x, _| x),
        &on_grid(|_, y| y),
        &flat(&u(0.0)),
        &flat(&v(0.0)),
    )?;
    let speed = (&u(0.0) * &u(0.0) + &v(0.0) * &v(0.0)).sqrt();
    fig[arrows].set_array(&flat(&speed));
    fig[arrows].set_cmap(Colormap::named("plasma")?);
    fig[arrows].set_pivot("middle")?;
    fig.colorbar(arrows, ax)?;
    Ok(())
}

fn quiver_xy(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let arrows = fig[ax].quiver(&x(), &y(), &u(0.0), &v(0.0))?;
    fig[arrows].set_angles("xy")?;
    fig[arrows].set_scale_units("xy")?;
    fig[arrows].set_scale(5.0)?;
    fig[arrows].set_facecolor("tab:red")?;
    fig[ax].set_ylim(1.5, -1.5)
}

fn quiver_units(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let arrows = fig[ax].quiver(&x(), &y(), &u(0.0), &v(0.0))?;
    fig[arrows].set_units("inches")?;
    fig[arrows].set_width(0.03)?;
    fig[arrows].set_scale(8.0)?;
    fig[arrows].set_scale_units("inches")?;
    fig[arrows].set_facecolor("C0")?;
    let arrows = fig[ax].quiver(&x(), &y(), &v(0.0), &u(0.0))?;
    fig[arrows].set_units("x")?;
    fig[arrows].set_pivot("tip")?;
    fig[arrows].set_headwidth(4.0)?;
    fig[arrows].set_headlength(6.0)?;
    fig[arrows].set_headaxislength(6.0)?;
    fig[arrows].set_facecolor(("C1", 0.5))
}

fn quiver_angles(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let arrows = fig[ax].quiver(&x(), &y(), &u(0.0), &v(0.0))?;
    let angles: Vec<f64> = (0..63).map(|i| 11.0 * f64::from(i)).collect();
    fig[arrows].set_angles(angles)?;
    fig[arrows].set_scale(40.0)?;
    fig[arrows].set_units("dots")?;
    fig[arrows].set_width(2.0)?;
    fig[arrows].set_edgecolor("k")?;
    fig[arrows].set_facecolor("gold")?;
    fig[arrows].set_linewidth(0.5)
}

fn quiver_small(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let arrows = fig[ax].quiver(&x(), &y(), &u(0.0), &(0.02 * v(0.0)))?;
    fig[arrows].set_scale(150.0)?;
    fig[arrows].set_minshaft(2.0)?;
    fig[arrows].set_minlength(1.5)?;
    let one = fig[ax].quiver(&[1.4], &[0.1], &[1], &[1])?;
    fig[one].set_scale(4.0)?;
    fig[one].set_facecolor("C3")?;
    fig[one].set_edgecolor("k")?;
    fig[one].set_linewidth(1.0)
}

fn quiver_holes(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (mut c, mut w) = (u(0.0), v(0.0));
    c[[2, 3]] = f64::NAN;
    w[[4, 4]] = f64::NAN;
    let arrows = fig[ax].quiver(&x(), &y(), &u(0.0), &w)?;
    fig[arrows].set_array(&flat(&c));
    fig[arrows].set_clim(Some(-1.0), Some(1.0));
    Ok(())
}

fn quiver_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let arrows = fig[ax].quiver(&x(), &y(), &u(0.0), &v(0.0))?;
    fig[arrows].set_scale_units("height")?;
    fig[arrows].set_uvc(&(2.0 * u(1.0)), &(2.0 * v(2.0)))?;
    fig[arrows].set_offsets(&on_grid(|x, _| x + 0.1), &on_grid(|_, y| y))
}

fn quiver_log(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].set_xscale(Scale::log())?;
    let x: Vec<f64> = x().iter().map(|x| 10_f64.powf(*x)).collect();
    let u = Array2::from_shape_fn((7, 9), |(r, c)| x[c] * u(0.0)[[r, c]]);
    let arrows = fig[ax].quiver(&x, &y(), &u, &v(0.0))?;
    fig[arrows].set_angles("xy")?;
    fig[arrows].set_scale(20.0)?;
    fig[ax].set_ylim(-2.0, 2.0)
}

fn quiver_key(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let arrows = fig[ax].quiver(&x(), &y(), &u(0.0), &v(0.0))?;
    fig[arrows].set_array(&flat(&v(0.0)));
    let key = fig[ax].quiverkey(arrows, (0.15, 1.06), 2.0, "2 m/s");
    fig[key].set_labelpos("E")?;
    fig[ax].quiverkey(arrows, (0.5, 1.04), 3.0, "3 m/s");
    let key = fig[ax].quiverkey(arrows, (0.85, 1.1), 2.0, "below");
    fig[key].set_labelpos("S")?;
    fig[key].set_color("C3")?;
    fig[key].set_labelcolor("C0")?;
    fig[key].set_angle(20.0)?;
    let key = fig[ax].quiverkey(arrows, (0.6, 0.06), 3.0, "W");
    fig[key].set_labelpos("W")?;
    fig[key].set_coordinates("figure")?;
    fig[key].set_fontsize(8.0)?;
    fig[key].set_bold(true);
    let key = fig[ax].quiverkey(arrows, (0.8, 0.3), 3.0, "in");
    fig[key].set_labelpos("W")?;
    fig[key].set_coordinates("inches")?;
    fig[key].set_labelsep(0.05)?;
    let key = fig[ax].quiverkey(arrows, (1.5, 0.1), 3.0, "data");
    fig[key].set_coordinates("data")?;
    fig[key].set_color("C1")
}

fn quiver_legend(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let arrows = fig[ax].quiver(&x(), &y(), &u(0.0), &v(0.0))?;
    fig[arrows].set_facecolor("C2")?;
    fig[arrows].set_label("wind");
    let legend = fig[ax].legend();
    fig[legend].set_loc("upper left")
}

fn barbs(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].barbs(&x(), &y(), &(40.0 * u(0.0)), &(40.0 * v(0.0)))?;
    Ok(())
}

fn barbs_values(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let wind = fig[ax].barbs(&x(), &y(), &(40.0 * u(0.0)), &(40.0 * v(0.0)))?;
    let speed = (&u(0.0) * &u(0.0) + &v(0.0) * &v(0.0)).sqrt();
    fig[wind].set_array(&flat(&speed));
    fig[wind].set_length(6.0)?;
    fig[wind].set_pivot("middle")?;
    fig[wind].set_fill_empty(true);
    fig[wind].set_cmap(Colormap::named("plasma")?);
    fig.colorbar(wind, ax)?;
    Ok(())
}

/// Every other row from this one on.
fn rows(values: &Array2<f64>, first: usize) -> Array2<f64> {
    let row = |r: usize| first + 2 * r;
    Array2::from_shape_fn(((8 - first) / 2, 9), |(r, c)| values[[row(r), c]])
}

fn barbs_options(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (xs, ys) = (on_grid(|x, _| x), on_grid(|_, y| y));
    let of = |first| [&xs, &ys, &u(0.0), &v(0.0)].map(|values| rows(values, first));
    let [x, y, u, v] = of(0);
    let wind = fig[ax].barbs(&x, &y, &u, &v)?;
    fig[wind].set_rounding(false);
    fig[wind].set_half(0.1)?;
    fig[wind].set_full(0.3)?;
    fig[wind].set_flag(1.0)?;
    fig[wind].set_spacing(0.2)?;
    fig[wind].set_height(0.5)?;
    fig[wind].set_width(0.3)?;
    fig[wind].set_emptybarb(0.25)?;
    fig[wind].set_facecolor("C1")?;
    fig[wind].set_edgecolors(["k", "C0"])?;
    fig[wind].set_flip_barb(true);
    fig[wind].set_linewidth(0.7)?;
    let [x, y, u, mut v] = of(1);
    v[[1, 3]] = f64::NAN;
    let wind = fig[ax].barbs(&x, &y, &(30.0 * u), &(30.0 * v))?;
    fig[wind].set_barbcolor("C3")?;
    fig[wind].set_pivot(2.0)?;
    fig[wind].set_length(5.0)?;
    fig[wind].set_flip_barbs(y.iter().map(|y| *y > 0.0));
    Ok(())
}

fn barbs_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let wind = fig[ax].barbs(&x(), &y(), &(40.0 * u(0.0)), &(40.0 * v(0.0)))?;
    fig[wind].set_flagcolor("C2")?;
    fig[wind].set_uvc(&(60.0 * u(1.0)), &(80.0 * v(1.0)))?;
    fig[wind].set_offsets(&on_grid(|x, _| x), &on_grid(|_, y| y + 0.1))?;
    let one = fig[ax].barbs(&[1.5], &[0.9], &[-30], &[75])?;
    fig[one].set_length(9.0)
}

/// So many numbers from one to another, rounded as by NumPy.
fn linspace(from: f64, to: f64, count: usize) -> Vec<f64> {
    let step = (to - from) / (count - 1) as f64;
    let at = |i: usize| {
        if i + 1 == count {
            to
        } else {
            i as f64 * step + from
        }
    };
    (0..count).map(at).collect()
}

fn gx() -> Vec<f64> {
    linspace(-3.0, 3.0, 20)
}

fn gy() -> Vec<f64> {
    linspace(-2.0, 2.0, 16)
}

fn on_large(f: impl Fn(f64, f64) -> f64) -> Array2<f64> {
    let (x, y) = (gx(), gy());
    Array2::from_shape_fn((16, 20), |(r, c)| f(x[c], y[r]))
}

fn gu(t: f64) -> Array2<f64> {
    on_large(|x, y| -1.0 - x * x + y + t)
}

fn gv(t: f64) -> Array2<f64> {
    on_large(|x, y| 1.0 + x - y * y - t * x)
}

fn streamplot(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].streamplot(&gx(), &gy(), &gu(0.0), &gv(0.0))?;
    Ok(())
}

fn streamplot_values(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (u, v) = (gu(0.0), gv(0.0));
    let speed = Array2::from_shape_fn((16, 20), |at| u[at].hypot(v[at]));
    let most = speed.iter().copied().fold(0.0, f64::max);
    let options = StreamplotOptions::new()
        .with_density(0.6)
        .with_color_values(&speed)
        .with_linewidths(&speed.mapv(|speed| 3.0 * speed / most))
        .with_cmap(Colormap::named("plasma")?);
    let streams = fig[ax].streamplot_with(&gx(), &gy(), &u, &v, &options)?;
    fig.colorbar(streams.lines, ax)?;
    Ok(())
}

fn streamplot_start(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let points = [(-2.0, -1.0), (0.0, 0.0), (1.0, 1.5), (2.5, -1.8)];
    let options = StreamplotOptions::new()
        .with_start_points(points)
        .with_integration_direction(IntegrationDirection::Forward)?
        .with_color("C3")?;
    let (u, v) = (gv(0.0), gu(0.0));
    let streams = fig[ax].streamplot_with(&gx(), &gy(), &u, &v, &options)?;
    fig[streams.lines].set_linewidth(2.0)?;
    fig[streams.arrows].set_linewidth(2.0)?;
    let options = StreamplotOptions::new()
        .with_start_points(points)
        .with_integration_direction(IntegrationDirection::Backward)?
        .with_num_arrows(2)
        .with_maxlength(1.0);
    let streams = fig[ax].streamplot_with(&gx(), &gy(), &u, &v, &options)?;
    fig[streams.arrows].set_arrowstyle("->")?;
    fig[streams.arrows].set_mutation_scale(15.0)?;
    fig[ax].set_xlim(-3.0, 3.0)?;
    fig[ax].set_ylim(-2.0, 2.0)
}

fn streamplot_whole(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = StreamplotOptions::new()
        .with_densities((0.4, 0.7))
        .with_broken_streamlines(false)
        .with_minlength(0.3)
        .with_integration_max_step_scale(0.5)
        .with_integration_max_error_scale(0.5);
    let streams = fig[ax].streamplot_with(&gx(), &gy(), &gu(0.0), &gv(0.0), &options)?;
    fig[streams.arrows].set_arrowstyle("fancy")?;
    fig[streams.arrows].set_mutation_scale(7.0)
}

fn streamplot_holes(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let mut u = gu(0.0);
    for (row, column) in (5..8).flat_map(|r| (8..12).map(move |c| (r, c))) {
        u[[row, column]] = f64::NAN;
    }
    let streams = fig[ax].streamplot(&gx(), &gy(), &u, &gv(0.0))?;
    fig[streams.lines].set_color("k")?;
    fig[streams.lines].set_linewidth(0.7)?;
    fig[streams.arrows].set_color("k")?;
    fig[streams.arrows].set_linewidth(0.7)?;
    fig[ax].set_xlim(-3.5, 3.5)
}

fn streamplot_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = StreamplotOptions::new().with_density(0.5);
    let first = options.clone().with_color_values(&gu(0.0));
    let streams = fig[ax].streamplot_with(&gx(), &gy(), &gu(0.0), &gv(0.0), &first)?;
    fig[ax].set_aspect("equal")?;
    let next = options.with_color_values(&gu(1.0));
    streams.set_uv_with(&mut fig[ax], &gu(1.0), &gv(0.5), &next)
}

fn arrow(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let arrow = fig[ax].arrow(0.1, 0.1, 0.5, 0.3);
    fig[arrow].set_width(0.02)?;
    let arrow = fig[ax].arrow(0.1, 0.6, 0.6, -0.2);
    fig[arrow].set_width(0.03)?;
    fig[arrow].set_head_width(0.15)?;
    fig[arrow].set_head_length(0.1)?;
    fig[arrow].set_length_includes_head(true);
    fig[arrow].set_facecolor("C1")?;
    let arrow = fig[ax].arrow(0.8, 0.1, 0.0, 0.6);
    fig[arrow].set_width(0.05)?;
    fig[arrow].set_shape("left")?;
    fig[arrow].set_overhang(0.4)?;
    fig[arrow].set_color("C2")?;
    fig[arrow].set_alpha(0.6)?;
    let arrow = fig[ax].arrow(0.2, 0.9, 0.3, 0.0);
    fig[arrow].set_width(0.05)?;
    fig[arrow].set_shape("right")?;
    fig[arrow].set_head_starts_at_zero(true);
    fig[arrow].set_edgecolor("C3")?;
    fig[arrow].set_linewidth(2.0)?;
    fig[arrow].set_overhang(-0.2)?;
    fig[ax].arrow(0.5, 0.7, 0.2, 0.2);
    // The limits are those of the arrows as they are.
    fig[ax].relim();
    fig[ax].autoscale_view();
    Ok(())
}

#[test]
fn the_automatic_scale_stays_while_vectors_change() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let arrows = fig[ax].quiver(&x(), &y(), &u(0.0), &v(0.0))?;
    let first = draw(&fig);
    fig[arrows].set_uvc(&(2.0 * u(0.0)), &(2.0 * v(0.0)))?;
    assert!(draw(&fig) != first);
    fig[arrows].set_scale(None)?;
    assert!(draw(&fig) == first);
    // Nothing to fit at first.
    let later = fig[ax].quiver(&on_grid(|x, _| x), &on_grid(|_, y| y), &[0.0], &[0.0])?;
    fig.remove(arrows);
    fig[later].set_uvc(&u(0.0), &v(0.0))?;
    assert!(draw(&fig) == first);
    Ok(())
}

#[test]
fn a_streamplot_refuses_what_is_not_on_its_grid() {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let ax = &mut fig[ax];
    let (u, v) = (gu(0.0), gv(0.0));
    let options = StreamplotOptions::new();
    assert!(ax.streamplot(&gy(), &gx(), &u, &v).is_err());
    assert!(ax.streamplot(&[0.0, 1.0, 3.0], &gy(), &u, &v).is_err());
    let outside = options.clone().with_start_points([(4.0, 0.0)]);
    let small = options.with_color_values(&[1.0, 2.0]);
    let coarse = StreamplotOptions::new().with_densities((0.01, 1.0));
    for options in [outside, small, coarse] {
        let error = ax.streamplot_with(&gx(), &gy(), &u, &v, &options);
        assert!(!error.unwrap_err().advice().is_empty());
    }
}

#[test]
fn a_key_of_another_axes_is_refused() {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let axs = fig.subplots(1, 2).unwrap();
    let arrows = fig[axs[[0, 0]]].quiver(&[0], &[0], &[1], &[1]).unwrap();
    let refused = std::panic::catch_unwind(AssertUnwindSafe(move || {
        fig[axs[[0, 1]]].quiverkey(arrows, (0.5, 0.5), 1.0, "1");
    }));
    let said = refused.unwrap_err();
    let said = said.downcast_ref::<String>().unwrap();
    assert!(said.starts_with("invalid handle of Quiver:"), "{said}");
}
