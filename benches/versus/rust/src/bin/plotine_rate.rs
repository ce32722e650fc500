//! The work of examples/figure_rate.rs and film_rate.rs, done by plotine:
//! `plotine_rate figure line|limits FRAMES`, `plotine_rate film line FRAMES`.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use plotine::{Figure, Result};
use plotine_backend_skia::SkiaRenderer;
use versus_rust::Wave;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let rate = match args[..] {
        ["figure", kind @ ("line" | "limits"), count] => {
            let draw =
                |index, renderer: &mut SkiaRenderer| figure(index, kind == "limits").draw(renderer);
            rate(draw, count.parse()?)?
        }
        ["film", "line", count] => rate(film(), count.parse()?)?,
        _ => return Err("figure line, figure limits or film line, and how many frames?".into()),
    };
    println!("{rate}");
    Ok(())
}

/// Draws `count` frames and returns the number of frames per second.
fn rate(mut draw: impl FnMut(usize, &mut SkiaRenderer) -> Result<()>, count: usize) -> Result<f64> {
    // Figure::render_rgba makes a renderer for each figure and copies its pixels; one that stays, with its fonts, is
    // the fastest way.
    let mut renderer = SkiaRenderer::new(640, 480)?;
    for index in 0..8 {
        draw(index, &mut renderer)?;
    }
    let start = Instant::now();
    for index in 0..count {
        draw(index, &mut renderer)?;
        black_box(renderer.pixmap().data());
    }
    Ok(count as f64 / start.elapsed().as_secs_f64())
}

/// A persistent figure, whose line is changed as in an animation of plotine.
fn film() -> impl FnMut(usize, &mut SkiaRenderer) -> Result<()> {
    let mut fig = figure(0, false);
    if let Some(ax) = fig.axes_at_mut(0) {
        ax.title("A film")
            .x_label("Distance (m)")
            .y_label("Height (m)");
        ax.x_range(-0.5, 10.5).y_range(-1.1, 1.1);
    }
    let waves: Vec<Vec<f64>> = (0..8).map(|t| Wave::new(t, false).y).collect();
    move |index, renderer| {
        if let Some(line) = fig.axes_at_mut(0).and_then(|ax| ax.line_at_mut(0)) {
            line.set_y(waves[index % 8].clone())?;
        }
        fig.draw(renderer)
    }
}

fn figure(index: usize, limits: bool) -> Figure {
    let wave = Wave::new(index, limits);
    Figure::new().size(6.4, 4.8).dpi(100.0).axes(|ax| {
        // As the others have none.
        ax.grid(false);
        ax.line(&wave.x, &wave.y).width(1.5);
        ax.title("A wave that moves");
        ax.x_label("Time (s)");
        ax.y_label("Voltage (V)");
        if let Some([x, y]) = wave.limits {
            ax.x_range(x.0, x.1);
            ax.y_range(y.0, y.1);
        }
    })
}
