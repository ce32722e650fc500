//! A decaying oscillation, plotted during the measurement: the axes grow when the line reaches their end.

mod support;

use std::f64::consts::TAU;
use std::time::Duration;

use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let line = fig[ax].plot(&[0.0; 0], &[0.0; 0])?;
    fig[line].set_linewidth(2.0)?;
    fig[ax].grid(true);
    fig[ax].set_xlim(0.0, 1.0)?;
    fig[ax].set_ylim(-1.1, 1.1)?;

    let (mut ts, mut ys) = (Vec::new(), Vec::new());
    let readings = (0..).map(|i| {
        let t = f64::from(i) / 10.0;
        (t, (TAU * t).sin() * (-t / 10.0).exp())
    });
    let run = |fig: &mut Figure, (t, y)| {
        ts.push(t);
        ys.push(y);
        let (start, end) = fig[ax].xlim();
        if t >= end {
            fig[ax].set_xlim(start, 2.0 * end)?;
        }
        fig[line].set_data(&ts, &ys)
    };
    let animation = FuncAnimation::new(run, readings)
        .with_frame_count(100)
        .with_interval(Duration::from_millis(100));
    support::save("animate_decay", fig, animation)
}
