//! Interference of two waves: sixty images, one in each frame.

mod support;

use std::f64::consts::{PI, TAU};
use std::time::Duration;

use ndarray::Array2;
use plotreel::error::Result;
use plotreel::{ArtistAnimation, Figure};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let mut images = Vec::new();
    for i in 1..=60 {
        let (dx, dy) = (PI / 15.0 * f64::from(i), PI / 30.0 * f64::from(i));
        let wave = Array2::from_shape_fn((100, 120), |(y, x)| {
            (TAU * x as f64 / 119.0 + dx).sin() + (TAU * y as f64 / 99.0 + dy).cos()
        });
        images.push([fig[ax].imshow(&wave)?]);
    }
    let animation = ArtistAnimation::new(images).with_interval(Duration::from_millis(50));
    support::save("dynamic_image", fig, animation)
}
