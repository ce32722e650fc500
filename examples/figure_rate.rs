//! Measures new figures of 640 × 480 pixels per second: `figure_rate line|limits FRAMES`.
//!
//! A title, labels and a line of 1,000 points, which differs from frame to frame; with `limits`, limits and ticks
//! differ, too. Only the canvas is reused, with its memory and fonts, as in a film.

use std::error::Error;
use std::time::Instant;

use plotreel::error::Result;
use plotreel::{Canvas, Figure, FrameSize};

const POINTS: usize = 1000;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let limits = match args.next().as_deref() {
        Some("line") => false,
        Some("limits") => true,
        _ => return Err("which kind: line or limits?".into()),
    };
    let count = args.next().ok_or("how many frames?")?.parse()?;
    let rate = rate(limits, count)?;
    #[allow(clippy::print_stdout)]
    {
        println!("{rate}");
    }
    Ok(())
}

/// Draws `count` figures and returns the number of figures per second.
fn rate(limits: bool, count: usize) -> Result<f64> {
    let mut canvas = Canvas::new(FrameSize::of_figure((6.4, 4.8), 100.0)?);
    for index in 0..8 {
        figure(index, limits)?.draw(&mut canvas)?;
    }
    let start = Instant::now();
    for index in 0..count {
        figure(index, limits)?.draw(&mut canvas)?;
    }
    Ok(count as f64 / start.elapsed().as_secs_f64())
}

/// A moving sine. Limits move with it in x and oscillate in y.
fn figure(index: usize, limits: bool) -> Result<Figure> {
    let time = index as f64;
    let left = if limits { 3.7 * time } else { 0.0 };
    let x: Vec<f64> = (0..POINTS)
        .map(|i| left + 10.0 * i as f64 / (POINTS - 1) as f64)
        .collect();
    let y: Vec<f64> = x.iter().map(|x| (x + 0.1 * time).sin()).collect();

    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&x, &y)?;
    fig[ax].set_title("A wave that moves");
    fig[ax].set_xlabel("Time (s)");
    fig[ax].set_ylabel("Voltage (V)");
    if limits {
        fig[ax].set_xlim(left, left + 10.0)?;
        fig[ax].set_ylim(-1.6 - 0.4 * time.sin(), 1.6 + 0.4 * time.cos())?;
    }
    Ok(fig)
}
