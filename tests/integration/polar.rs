//! Polar axes against the pictures of matplotlib that tests/baseline/polar.py draws.

use std::f64::consts::PI;

use ndarray::Array2;
use plotreel::axes::{BarOptions, Side};
use plotreel::axis::TickParams;
use plotreel::collections::ContourOptions;
use plotreel::error::Result;
use plotreel::scale::Scale;
use plotreel::text::ArrowProps;
use plotreel::{Colormap, Figure, Handle, PolarAxes};

use crate::baseline::{Fill, assert_scenes_in};
use crate::support::draw;

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: &[(&str, Fill<PolarAxes>, f64, f64)] = &[
    ("polar_empty", polar_empty, 0.1, 0.05),
    ("polar_plot", polar_plot, 0.1, 0.05),
    ("polar_scatter", polar_scatter, 0.2, 0.05),
    ("polar_outside", polar_outside, 0.1, 0.05),
    ("polar_inverted", polar_inverted, 0.1, 0.05),
    ("polar_negative", polar_negative, 0.1, 0.05),
    ("polar_log", polar_log, 0.1, 0.05),
    ("polar_styled", polar_styled, 0.1, 0.05),
    ("polar_bar", polar_bar, 0.1, 0.05),
    ("polar_fill", polar_fill, 0.1, 0.05),
    ("polar_compass", polar_compass, 0.1, 0.05),
    ("polar_offset", polar_offset, 0.1, 0.05),
    ("polar_wedge", polar_wedge, 0.1, 0.05),
    ("polar_wedge_ring", polar_wedge_ring, 0.1, 0.05),
    ("polar_wedge_wide", polar_wedge_wide, 0.1, 0.05),
    ("polar_mesh", polar_mesh, 0.4, 0.1),
    ("polar_mesh_gouraud", polar_mesh_gouraud, 0.4, 0.1),
    ("polar_contours", polar_contours, 0.1, 0.05),
    ("polar_notes", polar_notes, 0.1, 0.05),
    ("polar_spans", polar_spans, 0.1, 0.05),
    ("polar_wind_rose", polar_wind_rose, 0.1, 0.05),
    ("polar_updated", polar_updated, 0.1, 0.05),
    ("polar_turned", polar_turned, 0.2, 0.05),
    ("polar_turned_wedge", polar_turned_wedge, 0.2, 0.05),
    ("polar_turned_back", polar_turned_back, 0.1, 0.05),
];

#[test]
fn polar_axes_are_drawn_as_by_matplotlib() {
    let add = |fig: &mut Figure| fig.add_subplot_polar(1, 1, 1).unwrap();
    assert_scenes_in("polar", (2.6, 2.4), add, SCENES);
}

fn t() -> Vec<f64> {
    (0..101).map(|i| f64::from(i) * 0.1).collect()
}

fn of_t(f: impl Fn(f64) -> f64) -> Vec<f64> {
    t().into_iter().map(f).collect()
}

fn polar_empty(_: &mut Figure, _: Handle<PolarAxes>) -> Result<()> {
    Ok(())
}

fn polar_plot(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&t(), &of_t(|t| 0.2 * t))?;
    let theta = of_t(|t| 2.0 * t);
    let line = fig[ax].plot_fmt(&theta, &of_t(|t| 1.0 + (3.0 * t).sin()), "C1--o")?;
    fig[line].set_markevery(10);
    fig[ax].set_title("A spiral");
    Ok(())
}

fn polar_scatter(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let points = fig[ax].scatter(&t(), &of_t(|t| t.powf(1.5) / 20.0))?;
    fig[points].set_array(&t());
    fig[points].set_sizes(&of_t(|t| 20.0 + 4.0 * t))?;
    fig[points].set_alpha(0.7)?;
    fig[points].set_cmap(Colormap::named("hsv")?);
    fig[ax].set_xlabel("theta");
    fig[ax].set_ylabel("radius");
    Ok(())
}

fn polar_outside(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let line = fig[ax].plot(&t(), &of_t(|t| t - 2.0))?;
    fig[line].set_linewidth(3.0)?;
    fig[ax].set_rlim(1.0, 6.0)?;
    let grid = TickParams::new()
        .with_grid_linestyle("--")?
        .with_grid_color("C3")?
        .with_grid_alpha(0.5)?;
    fig[ax].tick_params(&grid);
    Ok(())
}

fn polar_inverted(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&t(), &t())?;
    fig[ax].set_rlim(12.0, 0.0)
}

fn polar_negative(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&t(), &of_t(|t| t.cos() * 3.0))?;
    Ok(())
}

fn polar_log(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&t(), &of_t(|t| 10f64.powf(t / 4.0)))?;
    fig[ax].set_rscale(Scale::log())?;
    fig[ax].set_rlim(1.0, 1000.0)
}

fn polar_styled(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&t(), &t())?;
    fig[ax].set_facecolor("lightyellow")?;
    let circle = fig[ax].spine_mut(Side::Top);
    circle.set_color("C2")?;
    circle.set_linewidth(3.0)?;
    let labels = TickParams::new()
        .with_labelsize(7.0)?
        .with_labelcolor("C0")?
        .with_pad(0.0)?;
    fig[ax].tick_params(&labels);
    fig[ax].xaxis.grid(false, plotreel::axis::Which::Major);
    let marks = TickParams::new()
        .with_ticks(false, true)
        .with_direction("inout")?
        .with_length(8.0)?;
    fig[ax].xaxis.set_tick_params(&marks);
    let left = TickParams::new()
        .with_ticks(true, false)
        .with_labelrotation(30.0)?;
    fig[ax].yaxis.set_tick_params(&left);
    Ok(())
}

fn polar_bar(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let theta: Vec<f64> = (0..8).map(|i| f64::from(i) * PI / 4.0).collect();
    let radii = [1.0, 3.0, 2.0, 4.0, 2.5, 3.5, 1.5, 3.0];
    let options = BarOptions::new().with_width(0.6).with_bottom(0.5);
    let bars = fig[ax].bar_with(&theta, &radii, &options)?;
    fig[bars].set_facecolors((0..8).map(|i| format!("C{i}")))?;
    fig[bars].set_alpha(0.5)?;
    fig[bars].set_edgecolor("k")?;
    let options = BarOptions::new().with_width(0.3);
    let bar = fig[ax].barh_with(&[4.5], &[5.0], &options)?;
    fig[bar].set_facecolor("C1")
}

fn polar_fill(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let area = fig[ax].fill(&t(), &of_t(|t| 1.0 + 0.5 * (5.0 * t).sin()))?;
    fig[area].set_color("C2")?;
    fig[area].set_alpha(0.4)?;
    let ring = fig[ax].fill_between(&t(), &of_t(|t| 1.2 + 0.2 * t.cos()), &[2.0])?;
    fig[ring].set_alpha(0.6)?;
    fig[ax].set_rmax(2.0)
}

fn polar_compass(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let part = &t()[..60];
    fig[ax].plot(part, &part.iter().map(|t| 1.0 + t).collect::<Vec<_>>())?;
    fig[ax].set_theta_zero_location("N")?;
    fig[ax].set_theta_direction(-1)?;
    fig[ax].set_rlabel_position(-110.0)?;
    fig[ax].set_rgrids(&[2, 4, 6])?;
    fig[ax].set_yticklabels(["two", "four", "six"])?;
    fig[ax].set_thetagrids(&[0, 60, 120, 180, 240, 300])
}

fn polar_offset(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&t(), &t())?;
    fig[ax].set_theta_offset(0.7)?;
    fig[ax].set_thetagrids(&[0, 90, 180, 270])?;
    fig[ax].set_xticklabels(["E", "N", "W", "S"])?;
    fig[ax].set_rorigin(-5.0)?;
    fig[ax].set_rgrids(&[2, 6, 10])
}

fn polar_wedge(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&of_t(|t| t / 10.0), &t())?;
    fig[ax].set_thetamin(0.0)?;
    fig[ax].set_thetamax(60.0)?;
    fig[ax].set_title("Wedge");
    Ok(())
}

fn polar_wedge_ring(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let line = fig[ax].plot(&of_t(|t| t / 4.0 - 1.2), &of_t(|t| 3.0 + t / 5.0))?;
    fig[line].set_color("C3")?;
    fig[ax].set_thetalim(-PI / 3.0, PI / 3.0)?;
    fig[ax].set_rlim(2.0, 5.0)?;
    fig[ax].set_rorigin(0.5)?;
    fig[ax].set_theta_zero_location("N")?;
    fig[ax].set_theta_direction("clockwise")
}

fn polar_wedge_wide(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].bar(&[1, 2, 4], &[2, 3, 1])?;
    fig[ax].set_thetamin(20.0)?;
    fig[ax].set_thetamax(310.0)
}

fn steps(from: f64, to: f64, n: usize) -> Vec<f64> {
    let part = (to - from) / (n - 1) as f64;
    (0..n).map(|i| from + part * i as f64).collect()
}

fn waves(rows: usize, columns: usize, slower: f64) -> Array2<f64> {
    let wave = |(r, c): (usize, usize)| (r as f64).cos() + (c as f64 / slower).sin();
    Array2::from_shape_fn((rows, columns), wave)
}

fn polar_mesh(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let (theta, r) = (steps(0.0, 2.0 * PI, 25), steps(0.5, 3.0, 9));
    fig[ax].pcolormesh(&theta, &r, &waves(8, 24, 3.0))?;
    Ok(())
}

fn polar_mesh_gouraud(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let (theta, r) = (steps(0.0, 1.5 * PI, 10), steps(1.0, 3.0, 5));
    let mesh = fig[ax].pcolormesh_with(&theta, &r, &waves(5, 10, 1.0), "gouraud")?;
    fig[mesh].set_cmap(Colormap::named("plasma")?);
    fig.colorbar(mesh, ax)?;
    Ok(())
}

fn polar_contours(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let (theta, r) = (steps(0.0, 2.0 * PI, 41), steps(0.0, 2.0, 21));
    let z = Array2::from_shape_fn((21, 41), |(i, j)| {
        (2.0 * r[i]).cos() * (3.0 * theta[j]).cos()
    });
    fig[ax].contourf(&theta, &r, &z)?;
    let lines = ContourOptions::new()
        .with_colors(["k"])?
        .with_linewidths(&[0.5]);
    fig[ax].contour_with(&theta, &r, &z, &lines)?;
    fig[ax].grid(false);
    Ok(())
}

fn polar_notes(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let spiral = fig[ax].plot(&t(), &t())?;
    fig[spiral].set_label("spiral");
    let back = fig[ax].plot_fmt(&t(), &of_t(|t| 10.0 - t), "C3--")?;
    fig[back].set_label("back");
    let up = fig[ax].text(PI / 2.0, 6.0, "up");
    fig[up].set_ha("center")?;
    let note = fig[ax].annotate("here", (3.0, 3.0), (4.2, 8.0));
    fig[note].set_arrowprops(ArrowProps::new().with_arrowstyle("->")?)?;
    let legend = fig[ax].legend();
    fig[legend].set_loc("lower right")?;
    fig[legend].set_fontsize(7.0)
}

fn polar_spans(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&t(), &of_t(|t| t / 5.0))?;
    let circle = fig[ax].axhline(1.2);
    fig[circle].set_color("C1")?;
    let ray = fig[ax].axvline(2.5);
    fig[ray].set_color("C2")?;
    fig[ray].set_linewidth(3.0)?;
    let ring = fig[ax].axhspan(0.4, 0.8);
    fig[ring].set_color("C3")?;
    fig[ring].set_alpha(0.4)?;
    let sector = fig[ax].axvspan(3.5, 4.5);
    fig[sector].set_color("C4")?;
    fig[sector].set_alpha(0.4)
}

fn polar_wind_rose(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let theta: Vec<f64> = (0..16).map(|i| f64::from(i) * PI / 8.0).collect();
    let mut below = vec![0.0; 16];
    for (i, speed) in ["0-5", "5-10", "over 10"].into_iter().enumerate() {
        let i = i as f64;
        let part = theta.iter().map(|t| 2.0 + (t * (i + 1.0)).cos() - 0.4 * i);
        let part: Vec<f64> = part.collect();
        let options = BarOptions::new()
            .with_width(0.35)
            .with_bottoms(below.clone());
        let bars = fig[ax].bar_with(&theta, &part, &options)?;
        fig[bars].set_facecolor(Colormap::named("viridis")?.at(i / 2.0))?;
        fig[bars].set_label(speed);
        for (low, part) in below.iter_mut().zip(part) {
            *low += part;
        }
    }
    fig[ax].set_theta_zero_location("N")?;
    fig[ax].set_theta_direction(-1)?;
    fig[ax].set_thetagrids(&[0, 45, 90, 135, 180, 225, 270, 315])?;
    fig[ax].set_xticklabels(["N", "NE", "E", "SE", "S", "SW", "W", "NW"])?;
    fig[ax].set_rmax(9.0)?;
    let legend = fig[ax].legend();
    fig[legend].set_bbox_to_anchor([0.2, 0.2, 0.0, 0.0]);
    fig[legend].set_fontsize(6.0)
}

/// As from frame to frame, after all of it was drawn.
fn polar_updated(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    let line = fig[ax].plot(&t(), &t())?;
    fig[line].set_linewidth(2.0)?;
    fig[ax].set_rlim(0.0, 20.0)?;
    draw(fig);
    fig[line].set_ydata(&of_t(|t| 2.0 + (4.0 * t).sin()))?;
    fig[ax].set_rmin(0.5)?;
    fig[ax].set_rmax(4.0)
}

fn turned(size: f64) -> Result<TickParams> {
    TickParams::new()
        .with_labelrotation("auto")?
        .with_labelsize(size)
}

fn polar_turned(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&t(), &t())?;
    fig[ax].tick_params(&turned(8.0)?);
    fig[ax].set_rlabel_position(200.0)
}

fn polar_turned_wedge(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&t(), &t())?;
    fig[ax].set_thetalim(20f64.to_radians(), 130f64.to_radians())?;
    fig[ax].tick_params(&turned(8.0)?);
    let both = TickParams::new().with_labels(true, true);
    fig[ax].yaxis.set_tick_params(&both);
    Ok(())
}

fn polar_turned_back(fig: &mut Figure, ax: Handle<PolarAxes>) -> Result<()> {
    fig[ax].plot(&t(), &t())?;
    fig[ax].set_theta_zero_location("N")?;
    fig[ax].set_theta_direction(-1)?;
    fig[ax].set_thetalim(-45f64.to_radians(), PI)?;
    let across = TickParams::new()
        .with_labelrotation(("auto", 90.0))?
        .with_labelsize(8.0)?;
    fig[ax].xaxis.set_tick_params(&across);
    fig[ax].yaxis.set_tick_params(&turned(7.0)?);
    Ok(())
}
