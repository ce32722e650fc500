//! A wave with a frame counter. Only these are redrawn: a film detects automatically what does not change.

mod support;

use std::f64::consts::PI;

use plotreel::error::Result;
use plotreel::text::VerticalAlignment;
use plotreel::{Figure, FuncAnimation};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let x: Vec<f64> = (0..100).map(|i| 2.0 * PI * f64::from(i) / 99.0).collect();
    let wave = |t: f64| x.iter().map(|x| (x + t).sin()).collect::<Vec<_>>();
    let line = fig[ax].plot(&x, &wave(0.0))?;
    let counter = fig[ax].annotate("0", (0.0, 1.0), (10.0, -10.0));
    fig[counter].set_xycoords("axes fraction")?;
    fig[counter].set_textcoords("offset points")?;
    fig[counter].set_va(VerticalAlignment::Top)?;

    let animate = |fig: &mut Figure, i| {
        fig[line].set_ydata(&wave(f64::from(i) / 100.0 * PI))?;
        fig[counter].set_text(format!("frame: {i}"));
        Ok::<_, plotreel::Error>(())
    };
    support::save("blitting", fig, FuncAnimation::new(animate, 0..100))
}
