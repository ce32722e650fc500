//! A double pendulum: its chaotic motion, with a trace and a clock.

mod support;

use std::time::Duration;

use plotreel::axes::Aspect;
use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

const GRAVITY: f64 = 9.8;
const STEP: f64 = 0.01;

/// The derivatives of (angle, angular velocity) of both, for rods of 1 m and masses of 1 kg.
fn derivatives([a1, w1, a2, w2]: [f64; 4]) -> [f64; 4] {
    let (sin, cos) = (a2 - a1).sin_cos();
    let inertia = 2.0 - cos * cos;
    let first = w1 * w1 * sin * cos + GRAVITY * a2.sin() * cos + w2 * w2 * sin;
    let second = 2.0 * (GRAVITY * a1.sin() * cos - w1 * w1 * sin - GRAVITY * a2.sin());
    [
        w1,
        (first - 2.0 * GRAVITY * a1.sin()) / inertia,
        w2,
        (second - w2 * w2 * sin * cos) / inertia,
    ]
}

pub(crate) fn main() -> Result<()> {
    let mut state = [120f64, 0.0, -10.0, 0.0].map(f64::to_radians);
    let (mut x1, mut y1, mut x2, mut y2) = (vec![], vec![], vec![], vec![]);
    for i in 0..250 {
        x1.push(state[0].sin());
        y1.push(-state[0].cos());
        x2.push(state[2].sin() + x1[i]);
        y2.push(-state[2].cos() + y1[i]);
        let change = derivatives(state);
        state = std::array::from_fn(|k| state[k] + change[k] * STEP);
    }

    let mut fig = Figure::new((5.0, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlim(-2.0, 2.0)?;
    fig[ax].set_ylim(-2.0, 1.0)?;
    fig[ax].set_aspect(Aspect::Equal)?;
    fig[ax].grid(true);
    let rods = fig[ax].plot_fmt(&[0.0; 0], &[0.0; 0], "o-")?;
    fig[rods].set_linewidth(2.0)?;
    let trace = fig[ax].plot_fmt(&[0.0; 0], &[0.0; 0], ".-")?;
    fig[trace].set_linewidth(1.0)?;
    fig[trace].set_markersize(2.0)?;
    let clock = fig[ax].text(0.05, 0.9, "");
    fig[clock].set_coordinates("axes fraction")?;

    let animate = |fig: &mut Figure, i: usize| {
        fig[rods].set_data(&[0.0, x1[i], x2[i]], &[0.0, y1[i], y2[i]])?;
        fig[trace].set_data(&x2[..i], &y2[..i])?;
        fig[clock].set_text(format!("time = {:.1}s", i as f64 * STEP));
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(animate, 0..250).with_interval(Duration::from_millis(10));
    support::save("double_pendulum", fig, animation)
}
