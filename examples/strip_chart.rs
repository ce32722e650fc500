//! An oscilloscope: a signal in a window of two seconds, which moves on when it is full.

mod support;

use std::time::Duration;

use plotreel::artists::Line2D;
use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation, Handle};

const WINDOW: f64 = 2.0;
const STEP: f64 = 0.02;

/// The chart and its data.
struct Scope {
    line: Handle<Line2D>,
    ts: Vec<f64>,
    ys: Vec<f64>,
}

impl Scope {
    fn update(&mut self, fig: &mut Figure, ax: Handle<plotreel::Axes>, y: f64) -> Result<()> {
        let (first, last) = (self.ts[0], self.ts[self.ts.len() - 1]);
        if last >= first + WINDOW {
            self.ts = vec![last];
            self.ys = vec![self.ys[self.ys.len() - 1]];
            fig[ax].set_xlim(last, last + WINDOW)?;
        }
        // Not by adding to the last value, because rounding errors would accumulate.
        self.ts.push(self.ts[0] + self.ts.len() as f64 * STEP);
        self.ys.push(y);
        fig[self.line].set_data(&self.ts, &self.ys)
    }
}

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let line = fig[ax].add_artist(Line2D::new(&[0.0], &[0.0])?);
    fig[ax].set_xlim(0.0, WINDOW)?;
    fig[ax].set_ylim(-0.1, 1.1)?;

    let mut scope = Scope {
        line,
        ts: vec![0.0],
        ys: vec![0.0],
    };
    let mut random = support::random(1968);
    // One in ten values is not zero.
    let signal = std::iter::from_fn(move || {
        let is_pulse = random.uniform() <= 0.1;
        Some(if is_pulse { random.uniform() } else { 0.0 })
    });
    let animation = FuncAnimation::new(|fig, y| scope.update(fig, ax, y), signal)
        .with_frame_count(150)
        .with_interval(Duration::from_millis(50));
    support::save("strip_chart", fig, animation)
}
