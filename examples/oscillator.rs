//! A damped oscillator: its path in phase space beside its decay on a logarithmic axis.
//!
//! The README's picture assets/oscillator.png is the last frame, 120, written by `--writer png --out %03d.png`.

mod support;

use std::time::Duration;

use plotreel::axes::AxisBelow;
use plotreel::error::Result;
use plotreel::scale::Scale;
use plotreel::subplots::SubplotsOptions;
use plotreel::text::TextBox;
use plotreel::{Figure, FuncAnimation};

const DAMPING: f64 = 0.08;
const FREQUENCY: f64 = 1.5;

pub(crate) fn main() -> Result<()> {
    let times: Vec<f64> = (0..=1200).map(|i| f64::from(i) / 40.0).collect();
    let x = |t: &f64| (-DAMPING * t).exp() * (FREQUENCY * t).cos();
    let v = |t: &f64| {
        let (sin, cos) = (FREQUENCY * t).sin_cos();
        -(-DAMPING * t).exp() * (DAMPING * cos + FREQUENCY * sin)
    };
    let (xs, vs): (Vec<f64>, Vec<f64>) =
        (times.iter().map(x).collect(), times.iter().map(v).collect());
    let energy: Vec<f64> = xs
        .iter()
        .zip(&vs)
        .map(|(x, v)| (FREQUENCY * x).powi(2) + v * v)
        .collect();

    let mut fig = Figure::new((8.0, 3.6), 100.0);
    let options = SubplotsOptions::new().with_width_ratios([1.0, 1.5]);
    let axs = fig.subplots_with(1, 2, &options)?;
    let (left, right) = (axs[[0, 0]], axs[[0, 1]]);

    fig[left].set_xlim(-1.1, 1.1)?;
    fig[left].set_ylim(-1.6, 1.6)?;
    let rest = fig[left].axhline(0.0);
    fig[rest].set_color("0.7")?;
    fig[rest].set_linewidth(0.8)?;
    fig[left].set_xlabel("position $x$");
    fig[left].set_ylabel("velocity $\\dot{x}$");
    let path = fig[left].plot(&[0.0; 0], &[0.0; 0])?;
    let ball = fig[left].plot_fmt(&[0.0], &[0.0], "o")?;
    fig[ball].set_markersize(10.0)?;
    let clock = fig[left].text(0.05, 0.92, "");
    fig[clock].set_coordinates("axes fraction")?;
    fig[clock].set_bbox(TextBox::new().with_facecolor("wheat")?)?;

    fig[right].set_title("energy");
    fig[right].set_yscale(Scale::log())?;
    fig[right].set_ylim(0.01, 4.0)?;
    fig[right].grid(true);
    fig[right].set_axisbelow(AxisBelow::Below)?;
    fig[right].set_xlabel("time [s]");
    let decay = fig[right].plot_fmt(&[0.0; 0], &[0.0; 0], "tab:red")?;
    fig.tight_layout()?;

    let animate = |fig: &mut Figure, now: usize| {
        fig[path].set_data(&xs[..=now], &vs[..=now])?;
        fig[ball].set_data(&xs[now..=now], &vs[now..=now])?;
        fig[decay].set_data(&times[..=now], &energy[..=now])?;
        fig[clock].set_text(format!("$t = {:.1}$ s", times[now]));
        // The time axis grows with the film.
        fig[right].set_xlim(0.0, times[now].max(5.0))
    };
    let animation = FuncAnimation::new(animate, (0..times.len()).step_by(10))
        .with_interval(Duration::from_millis(33));
    support::save("oscillator", fig, animation)
}
