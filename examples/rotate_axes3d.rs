//! A surface seen from all sides: rotated by elevation, azimuth and roll in sequence, then by all at once.

mod support;

use std::time::Duration;

use ndarray::Array2;
use plotreel::collections::WireframeOptions;
use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot_3d(1, 1, 1)?;
    let place = |i: usize| -3.0 + 0.05 * i as f64;
    let x = Array2::from_shape_fn((1, 120), |(_, column)| place(column));
    let y = Array2::from_shape_fn((120, 1), |(row, _)| place(row));
    let z = Array2::from_shape_fn((120, 120), |(row, column)| {
        let (x, y) = (place(column), place(row));
        let narrow = (-((x - 1.0) / 1.5).powi(2) / 2.0 - ((y - 1.0) / 0.5).powi(2) / 2.0).exp();
        narrow / 0.75 - (-(x * x + y * y) / 2.0).exp()
    });
    let strides = WireframeOptions::new().with_rstride(10).with_cstride(10);
    fig[ax].plot_wireframe_with(&x, &y, &z, &strides)?;
    fig[ax].set_xlabel("x");
    fig[ax].set_ylabel("y");
    fig[ax].set_zlabel("z");

    let update = |fig: &mut Figure, i: usize| {
        // From 60° around, between -180° and 180°.
        let turn = |turns: bool| match turns {
            true => (4 * i as i64 + 240).rem_euclid(360) - 180,
            false => 0,
        };
        let [elev, azim, roll] = [0, 1, 2].map(|part| turn(i / 90 == part || i / 90 == 3));
        fig[ax].view_init(elev as f64, azim as f64, roll as f64)?;
        fig[ax].set_title(format!(
            "Elevation: {elev}°, Azimuth: {azim}°, Roll: {roll}°"
        ));
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(update, 0..360).with_interval(Duration::from_millis(50));
    support::save("rotate_axes3d", fig, animation)
}
