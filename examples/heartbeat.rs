//! A heartbeat as an electrocardiogram: an inset follows the trace and shows its last second.

mod support;

use std::time::Duration;

use plotreel::axes::AxisBelow;
use plotreel::axis::TickParams;
use plotreel::error::Result;
use plotreel::ticker::MultipleLocator;
use plotreel::{Figure, FuncAnimation};

/// The waves P, Q, R, S and T of a beat: when they come, how long they are, both in beats, and their height in mV.
const WAVES: [[f64; 3]; 5] = [
    [0.20, 0.025, 0.14],
    [0.28, 0.010, -0.12],
    [0.30, 0.012, 1.10],
    [0.33, 0.012, -0.25],
    [0.55, 0.045, 0.28],
];

/// The voltage at a time in seconds; the pulse is 72 a minute, and breathing changes it.
fn voltage(time: f64) -> f64 {
    let breath = 1.5 * time;
    let beat = (1.2 * time + 0.04 * breath.sin()).fract();
    let wave = |[at, length, height]: &[f64; 3]| height * (-((beat - at) / length).powi(2)).exp();
    WAVES.iter().map(wave).sum::<f64>() + 0.04 * breath.cos()
}

pub(crate) fn main() -> Result<()> {
    let times: Vec<f64> = (0..=1600).map(|i| f64::from(i) / 200.0).collect();
    let volts: Vec<f64> = times.iter().map(|time| voltage(*time)).collect();

    let mut fig = Figure::new((7.2, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlim(0.0, 8.0)?;
    fig[ax].set_ylim(-0.5, 3.5)?;
    fig[ax].set_xlabel("time / s");
    fig[ax].set_ylabel("voltage / mV");
    let inset = fig.inset_axes(ax, [0.3, 0.42, 0.4, 0.54])?;
    fig[inset].set_ylim(-0.45, 1.35)?;
    fig[inset]
        .xaxis
        .set_major_locator(MultipleLocator::new(0.2));
    fig[inset]
        .yaxis
        .set_major_locator(MultipleLocator::new(0.5));
    fig[inset].tick_params(&TickParams::new().with_labels(false, false));
    let mut traces = Vec::new();
    for axes in [ax, inset] {
        fig[axes].grid(true);
        fig[axes].tick_params(&TickParams::new().with_grid_color("mistyrose")?);
        fig[axes].set_axisbelow(AxisBelow::Below)?;
        let trace = fig[axes].plot_fmt(&[0.0; 0], &[0.0; 0], "k-")?;
        fig[trace].set_linewidth(1.0)?;
        let pen = fig[axes].plot_fmt(&[0.0], &[0.0], "ro")?;
        fig[pen].set_markersize(4.0)?;
        traces.push((trace, pen));
    }
    fig[ax].indicate_inset_zoom(inset)?;

    let update = |fig: &mut Figure, now: usize| {
        for (trace, pen) in &traces {
            fig[*trace].set_data(&times[..=now], &volts[..=now])?;
            fig[*pen].set_data(&times[now..=now], &volts[now..=now])?;
        }
        fig[inset].set_xlim(times[now] - 0.95, times[now] + 0.05)
    };
    let animation = FuncAnimation::new(update, (200..1590).step_by(12))
        .with_interval(Duration::from_millis(60));
    support::save("heartbeat", fig, animation)
}
