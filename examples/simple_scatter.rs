//! A moving marker: one point of a scatter plot.

mod support;

use std::time::Duration;

use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlim(0.0, 10.0)?;
    let point = fig[ax].scatter(&[1.0], &[0.0])?;

    let x = (0..49).map(|i| f64::from(i) * 10.0 / 49.0);
    let animation = FuncAnimation::new(|fig, x| fig[point].set_offsets(&[x], &[0.0]), x)
        .with_interval(Duration::from_millis(50));
    support::save("simple_scatter", fig, animation)
}
