//! A histogram of new data in every frame: the heights of a hundred bars change.

mod support;

use ndarray::Array1;
use plotreel::axes::{Bins, HistOptions, histogram};
use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

pub(crate) fn main() -> Result<()> {
    let mut random = support::random(1968);
    let mut draw = || Array1::from_shape_simple_fn(1000, || random.normal());
    let bins = Bins::Edges(Array1::linspace(-4.0, 4.0, 100).to_vec());

    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let options = HistOptions::new().with_bins(bins.clone())?;
    let (_, _, bars) = fig[ax].hist_with(&draw(), &options)?;
    fig[bars].set_facecolors(["green"; 99])?;
    fig[bars].set_edgecolors(["yellow"; 99])?;
    fig[bars].set_linewidth(1.0)?;
    fig[bars].set_alpha(0.5)?;
    fig[ax].set_ylim(0.0, 55.0)?;

    let animate = |fig: &mut Figure, _| {
        let (counts, _) = histogram(&draw(), &bins, None)?;
        fig[bars].set_heights(&counts)
    };
    let animation = FuncAnimation::new(animate, 0..50);
    support::save("animated_histogram", fig, animation)
}
