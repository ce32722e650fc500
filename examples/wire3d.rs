//! A wave in a wireframe whose heights change.

mod support;

use std::f64::consts::{PI, TAU};
use std::time::Duration;

use ndarray::Array2;
use plotreel::collections::WireframeOptions;
use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot_3d(1, 1, 1)?;
    fig[ax].set_zlim(-1.0, 1.0)?;
    let place = |i: usize| -1.0 + 2.0 * i as f64 / 49.0;
    let x = Array2::from_shape_fn((1, 50), |(_, column)| place(column));
    let y = Array2::from_shape_fn((50, 1), |(row, _)| place(row));
    let heights = |phase: f64| {
        Array2::from_shape_fn((50, 50), |(row, column)| {
            let (x, y) = (place(column), place(row));
            (TAU * x + phase).cos() * (1.0 - x.hypot(y))
        })
    };
    let strides = WireframeOptions::new().with_rstride(2).with_cstride(2);
    let wires = fig[ax].plot_wireframe_with(&x, &y, &heights(0.0), &strides)?;

    let update =
        |fig: &mut Figure, i: usize| fig[wires].set_data(&x, &y, &heights(i as f64 * PI / 50.0));
    let animation = FuncAnimation::new(update, 0..100).with_interval(Duration::from_millis(50));
    support::save("wire3d", fig, animation)
}
