//! The work of examples/figure_rate.rs, done by ruviz: `ruviz_rate figure line|limits FRAMES`.
//!
//! It has neither axes that stay from frame to frame nor a renderer that does.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use ruviz::core::{Image, Result};
use ruviz::prelude::Plot;
use versus_rust::Wave;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let ["figure", kind @ ("line" | "limits"), count] = args[..] else {
        return Err("figure line or figure limits, and how many frames?".into());
    };
    println!("{}", rate(kind == "limits", count.parse()?)?);
    Ok(())
}

/// Draws `count` figures and returns the number of figures per second.
fn rate(limits: bool, count: usize) -> Result<f64> {
    for index in 0..8 {
        figure(index, limits)?;
    }
    let start = Instant::now();
    for index in 0..count {
        black_box(figure(index, limits)?);
    }
    Ok(count as f64 / start.elapsed().as_secs_f64())
}

fn figure(index: usize, limits: bool) -> Result<Image> {
    let wave = Wave::new(index, limits);
    let mut plot = Plot::new().size_px(640, 480).dpi(100).grid(false);
    if let Some([x, y]) = wave.limits {
        plot = plot.xlim(x.0, x.1).ylim(y.0, y.1);
    }
    plot.title("A wave that moves")
        .xlabel("Time (s)")
        .ylabel("Voltage (V)")
        .line(&wave.x, &wave.y)
        .line_width(1.5)
        .render()
}
