//! A bell curve that leaves the axes at the top and returns from below. (Pause it in the player page.)

mod support;

use std::f64::consts::PI;
use std::time::Duration;

use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

const WIDTH: f64 = 4.0 * 2e-4 * 0.1;

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_title("Press space in the player to pause");
    let x: Vec<f64> = (0..1000)
        .map(|i| -0.1 + 0.2 * f64::from(i) / 999.0)
        .collect();
    let bell = |x: &f64| (-x * x / WIDTH).exp() / (PI * WIDTH).sqrt();
    let mut heights: Vec<f64> = x.iter().map(bell).collect();
    let line = fig[ax].plot(&x, &heights)?;

    let update = |fig: &mut Figure, i: u32| {
        heights
            .iter_mut()
            .for_each(|h| *h += f64::from(i) / 100.0 % 5.0);
        let shown: Vec<f64> = heights.iter().map(|h| h % 20.0).collect();
        fig[line].set_ydata(&shown)
    };
    let animation = FuncAnimation::new(update, 0..200).with_interval(Duration::from_millis(50));
    support::save("pause_resume", fig, animation)
}
