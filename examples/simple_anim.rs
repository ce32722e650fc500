//! A moving sine wave: one line whose y values change.

mod support;

use std::time::Duration;

use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let x: Vec<f64> = (0..629).map(|i| f64::from(i) * 0.01).collect();
    let wave = |t: f64| x.iter().map(|x| (x + t).sin()).collect::<Vec<_>>();
    let line = fig[ax].plot(&x, &wave(0.0))?;

    let animate = |fig: &mut Figure, i| fig[line].set_ydata(&wave(f64::from(i) / 50.0));
    let animation = FuncAnimation::new(animate, 0..50).with_interval(Duration::from_millis(20));
    support::save("simple_anim", fig, animation)
}
