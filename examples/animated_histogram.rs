//! A histogram of data that come in anew for every frame: the heights of a hundred bars.

mod support;

#[path = "support/random.rs"]
mod random;

use std::f64::consts::TAU;

use plotreel::{Bins, Figure, FuncAnimation, HistOptions, Result, histogram};

pub(crate) fn main() -> Result<()> {
    let mut random = random::Random::new(1968);
    // Normal deviates by Box and Muller.
    let mut draw = || {
        let mut normal = || {
            let radius = (-2.0 * (1.0 - random.uniform()).ln()).sqrt();
            radius * (TAU * random.uniform()).cos()
        };
        (0..1000).map(|_| normal()).collect::<Vec<f64>>()
    };
    let edges: Vec<f64> = (0..100).map(|i| -4.0 + 8.0 * f64::from(i) / 99.0).collect();
    let bins = Bins::Edges(edges);

    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let options = HistOptions {
        bins: bins.clone(),
        ..HistOptions::default()
    };
    let (counts, _, bars) = fig[ax].hist_with(&draw(), &options)?;
    fig[bars].set_facecolors(vec!["green"; counts.len()])?;
    fig[bars].set_edgecolors(vec!["yellow"; counts.len()])?;
    fig[bars].set_linewidth(1.0);
    fig[bars].set_alpha(0.5);
    fig[ax].set_ylim(0.0, 55.0)?;

    let animate = |fig: &mut Figure, _| {
        let (counts, _) = histogram(&draw(), &bins, None)?;
        fig[bars].set_heights(&counts)
    };
    support::save(
        "animated_histogram",
        fig,
        FuncAnimation::new(animate, 0..50),
    )
}
