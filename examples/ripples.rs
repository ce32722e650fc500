//! Rings on water from two points, which meet: a surface in the light of a low sun.

mod support;

use std::f64::consts::TAU;
use std::time::Duration;

use ndarray::Array2;
use plotreel::collections::SurfaceOptions;
use plotreel::colors::LightSource;
use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

const POINTS: usize = 65;

/// The height of the rings around a point, at a distance (x, y) from it.
fn rings(x: f64, y: f64, time: f64) -> f64 {
    let distance = (x * x + y * y + 0.2).sqrt();
    (3.0 * distance - time).cos() / (1.0 + 0.6 * distance)
}

pub(crate) fn main() -> Result<()> {
    let place = |i: usize| -6.0 + 12.0 * i as f64 / (POINTS - 1) as f64;
    let x = Array2::from_shape_fn((1, POINTS), |(_, column)| place(column));
    let y = Array2::from_shape_fn((POINTS, 1), |(row, _)| place(row));
    let water = |time: f64| {
        Array2::from_shape_fn((POINTS, POINTS), |(row, column)| {
            let (x, y) = (place(column), place(row));
            rings(x + 2.5, y + 1.5, time) + rings(x - 2.5, y - 2.0, time)
        })
    };

    let mut fig = Figure::new((5.2, 4.0), 100.0);
    let ax = fig.add_axes_3d([0.0, 0.0, 1.0, 1.0])?;
    fig[ax].set_axis_off();
    fig[ax].set_zlim(-2.0, 2.0)?;
    fig[ax].set_box_aspect([4.0, 4.0, 1.0])?;
    fig[ax].set_box_zoom(1.2)?;
    let options = SurfaceOptions::new()
        .with_rstride(1)
        .with_cstride(1)
        .with_color("deepskyblue")?;
    let surface = fig[ax].plot_surface_with(&x, &y, &water(0.0), &options)?;
    fig[surface].set_lightsource(LightSource::new(120.0, 12.0)?);
    fig[surface].set_antialiased(false);

    let update = |fig: &mut Figure, i: i32| {
        fig[surface].set_data(&x, &y, &water(TAU * f64::from(i) / 30.0))?;
        fig[ax].view_init(35.0, -50.0 + 0.5 * f64::from(i), 0.0)
    };
    let animation = FuncAnimation::new(update, 0..60).with_interval(Duration::from_millis(40));
    support::save("ripples", fig, animation)
}
