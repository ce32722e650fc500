//! A point on a circle and the sine that it draws, joined by a line across two axes.

mod support;

use std::f64::consts::{PI, TAU};
use std::time::Duration;

use plotreel::axes::Aspect;
use plotreel::error::Result;
use plotreel::gridspec::SubplotParams;
use plotreel::patches::ConnectionPatch;
use plotreel::subplots::SubplotsOptions;
use plotreel::{Figure, FuncAnimation};

/// Evenly spaced numbers from 0 to `end`.
fn linspace(end: f64, count: usize) -> Vec<f64> {
    let step = end / (count.max(2) - 1) as f64;
    (0..count).map(|i| i as f64 * step).collect()
}

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.0, 2.0), 100.0);
    let options = SubplotsOptions::new()
        .with_sharey("all")?
        .with_width_ratios([1.0, 3.0]);
    let axs = fig.subplots_with(1, 2, &options)?;
    fig.subplots_adjust(SubplotParams::new().with_wspace(0.0))?;
    let (left, right) = (axs[[0, 0]], axs[[0, 1]]);
    fig[left].set_aspect(Aspect::Equal)?;
    fig[right].set_box_aspect(1.0 / 3.0)?;
    fig[right].yaxis.set_visible(false);
    fig[right].set_xticks(&[0.0, PI, TAU]);
    fig[right].set_xticklabels(["0", "$\\pi$", "$2\\pi$"])?;

    let x = linspace(TAU, 50);
    let (cos, sin): (Vec<_>, Vec<_>) = x.iter().map(|x| (x.cos(), x.sin())).unzip();
    let circle = fig[left].plot_fmt(&cos, &sin, "k")?;
    fig[circle].set_linewidth(0.3)?;
    let point = fig[left].plot_fmt(&[0.0], &[0.0], "o")?;
    let sine = fig[right].plot(&x, &sin)?;
    let mut joint = ConnectionPatch::new((1.0, 0.0), (0.0, 0.0));
    joint.set_axes(left, right);
    let joint = fig.add_artist(joint);
    fig[joint].set_color("C0")?;
    fig[joint].set_linestyle("dotted")?;

    let animate = |fig: &mut Figure, angle: f64| {
        let x = linspace(angle, (angle * 25.0 / PI) as usize);
        fig[sine].set_data(&x, &x.iter().map(|x| x.sin()).collect::<Vec<_>>())?;
        let (sin, cos) = angle.sin_cos();
        fig[point].set_data(&[cos], &[sin])?;
        fig[joint].set_xy((cos, sin), (angle, sin));
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(animate, x.clone()).with_interval(Duration::from_millis(50));
    support::save("multiple_axes", fig, animation)
}
