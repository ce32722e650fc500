//! The work of examples/figure_rate.rs by plotine: `plotine_rate line|limits FRAMES`.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use plotine::{Figure, Result};
use plotine_backend_skia::SkiaRenderer;

const POINTS: usize = 1000;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let limits = match args.next().as_deref() {
        Some("line") => false,
        Some("limits") => true,
        _ => return Err("which kind: line or limits?".into()),
    };
    let count = args.next().ok_or("how many frames?")?.parse()?;
    println!("{}", rate(limits, count)?);
    Ok(())
}

/// Draws `count` figures and returns how many that was a second.
fn rate(limits: bool, count: usize) -> Result<f64> {
    // Figure::render_rgba makes a renderer for each figure and copies its pixels; one that stays, with its fonts, is
    // the fastest way.
    let mut renderer = SkiaRenderer::new(640, 480)?;
    for index in 0..8 {
        figure(index, limits).draw(&mut renderer)?;
    }
    let start = Instant::now();
    for index in 0..count {
        figure(index, limits).draw(&mut renderer)?;
        black_box(renderer.pixmap().data());
    }
    Ok(count as f64 / start.elapsed().as_secs_f64())
}

/// A sine that moves. Limits move with it in x and swing in y.
fn figure(index: usize, limits: bool) -> Figure {
    let time = index as f64;
    let left = if limits { 3.7 * time } else { 0.0 };
    let x: Vec<f64> = (0..POINTS)
        .map(|i| left + 10.0 * i as f64 / (POINTS - 1) as f64)
        .collect();
    let y: Vec<f64> = x.iter().map(|x| (x + 0.1 * time).sin()).collect();

    Figure::new().size(6.4, 4.8).dpi(100.0).axes(|ax| {
        // As the others have none.
        ax.grid(false);
        ax.line(&x, &y).width(1.5);
        ax.title("A wave that moves");
        ax.x_label("Time (s)");
        ax.y_label("Voltage (V)");
        if limits {
            ax.x_range(left, left + 10.0);
            ax.y_range(-1.6 - 0.4 * time.sin(), 1.6 + 0.4 * time.cos());
        }
    })
}
