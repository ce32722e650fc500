//! Sizes of films as pages in bytes, for benches/versus/player_size.py, which makes the same with matplotlib.

use std::io::Write;

use ndarray::Array2;
use plotreel::error::Result;
use plotreel::writers::{Destination, MemoryFile, PageFrames};
use plotreel::{Figure, FigureMovie, HTMLWriter, MovieWriterExt};

fn main() -> Result<()> {
    say("line, 200 × 200, 8 frames", line((2.0, 2.0), 8)?);
    say("line, 640 × 480, 100 frames", line((6.4, 4.8), 100)?);
    let film = "imshow, 640 × 480, 100 frames";
    say(film, imshow(PageFrames::Auto)?);
    say(&format!("{film}, as images"), imshow(PageFrames::Images)?);
    Ok(())
}

fn say(film: &str, bytes: usize) {
    // A closed pipe needs no more output.
    let _ = writeln!(std::io::stdout(), "{film}\t{bytes}");
}

fn bytes(
    fig: &mut Figure,
    frames: PageFrames,
    film: impl FnOnce(&mut Figure, &mut FigureMovie) -> Result<()>,
) -> Result<usize> {
    let page = MemoryFile::new();
    let writer = HTMLWriter::new(30)
        .with_embed_limit(1000.0)
        .with_frame_format(frames);
    let mut movie = writer.saving(fig, Destination::memory(&page, "html"), 100.0)?;
    film(fig, &mut movie)?;
    movie.finish()?;
    Ok(page.take().len())
}

fn line(inches: (f64, f64), frames: u32) -> Result<usize> {
    let x: Vec<f64> = (0..200).map(|i| f64::from(i) / 19.9).collect();
    let mut fig = Figure::new(inches, 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let line = fig[ax].plot(&x, &x)?;
    fig[ax].set_ylim(-1.1, 1.1)?;
    bytes(&mut fig, PageFrames::Auto, |fig, movie| {
        for i in 0..frames {
            let y = x.iter().map(|x| (x - f64::from(i) / 10.0).sin());
            fig[line].set_ydata(&y.collect::<Vec<_>>())?;
            movie.grab_frame(fig)?;
        }
        Ok(())
    })
}

fn imshow(frames: PageFrames) -> Result<usize> {
    let wave = |i: u32| {
        Array2::from_shape_fn((240, 320), |(y, x)| {
            let distance = (x as f64 - 160.0).hypot(y as f64 - 120.0);
            (distance / 9.0 - f64::from(i) / 5.0).sin()
        })
    };
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let im = fig[ax].imshow(&wave(0))?;
    fig[im].set_clim(Some(-1.0), Some(1.0));
    bytes(&mut fig, frames, |fig, movie| {
        for i in 0..100 {
            fig[im].set_data(&wave(i))?;
            movie.grab_frame(fig)?;
        }
        Ok(())
    })
}
