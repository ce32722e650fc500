//! Rain on a lake: rings that grow and fade, each starting again somewhere else.

mod support;

use std::time::Duration;

use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

const DROPS: usize = 50;

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((7.0, 7.0), 100.0);
    let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0])?;
    fig[ax].set_frame_on(false);
    fig[ax].set_xlim(0.0, 1.0)?;
    fig[ax].set_ylim(0.0, 1.0)?;
    fig[ax].set_xticks(&[0.0; 0]);
    fig[ax].set_yticks(&[0.0; 0]);

    let mut random = support::random(1968);
    let mut draw = |_| random.uniform();
    let (mut x, mut y): (Vec<f64>, Vec<f64>) = (0..DROPS).map(|i| (draw(i), draw(i))).unzip();
    let mut growth: Vec<f64> = (0..DROPS).map(|i| 50.0 + 150.0 * draw(i)).collect();
    let (mut sizes, mut alphas) = ([0.0; DROPS], [0.0; DROPS]);
    let rings = fig[ax].scatter(&x, &y)?;
    fig[rings].set_linewidth(0.5)?;
    fig[rings].set_facecolor("none")?;

    let update = |fig: &mut Figure, frame: usize| {
        for i in 0..DROPS {
            alphas[i] = f64::max(alphas[i] - 1.0 / DROPS as f64, 0.0);
            sizes[i] += growth[i];
        }
        // The oldest one begins again.
        let oldest = frame % DROPS;
        (x[oldest], y[oldest]) = (draw(0), draw(0));
        (sizes[oldest], alphas[oldest]) = (5.0, 1.0);
        growth[oldest] = 50.0 + 150.0 * draw(0);
        fig[rings].set_edgecolors(alphas.map(|alpha| ("black", alpha)))?;
        fig[rings].set_sizes(&sizes)?;
        fig[rings].set_offsets(&x, &y)
    };
    let animation = FuncAnimation::new(update, 0..100).with_interval(Duration::from_millis(10));
    support::save("rain", fig, animation)
}
