//! Writes a film of 640 × 480 pixels as a GIF, or its raw frames: `gif_film line|image|rgb FRAMES OUT.gif|OUT.rgb`.
//!
//! Moving lines, smooth data with viridis, or smooth colours. `benches/versus` also passes the frames to other
//! encoders.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use ndarray::{Array2, Array3};
use plotreel::artists::Line2D;
use plotreel::image::AxesImage;
use plotreel::{Canvas, Figure, FrameSize, GifWriter, Handle, MovieWriterExt};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [kind, count, out] = args.as_slice() else {
        return Err("gif_film line|image|rgb FRAMES OUT.gif|OUT.rgb".into());
    };
    let (mut film, count) = (Film::new(kind)?, count.parse()?);
    if Path::new(out).extension().is_some_and(|e| e == "rgb") {
        let mut file = BufWriter::new(File::create(out)?);
        let mut canvas = Canvas::new(FrameSize::of_figure((6.4, 4.8), 100.0)?);
        for index in 0..count {
            film.show(index)?;
            film.fig.draw(&mut canvas)?;
            file.write_all(&canvas.to_rgb())?;
        }
        return Ok(file.flush()?);
    }
    let mut movie = GifWriter::new(30).saving(&film.fig, out.as_str(), 100.0)?;
    for index in 0..count {
        film.show(index)?;
        movie.grab_frame(&film.fig)?;
    }
    Ok(movie.finish()?)
}

/// A figure and its changing artist.
struct Film {
    fig: Figure,
    moves: Moves,
}

enum Moves {
    Lines([Handle<Line2D>; 2]),
    Image(Handle<AxesImage>),
    Colors(Handle<AxesImage>),
}

impl Film {
    fn new(kind: &str) -> Result<Self, Box<dyn Error>> {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let ax = fig.add_subplot(1, 1, 1)?;
        let moves = match kind {
            "line" => {
                fig[ax].set_title("Waves that move");
                fig[ax].set_xlabel("Time (s)");
                fig[ax].set_ylabel("Voltage (V)");
                fig[ax].set_xlim(0.0, 10.0)?;
                fig[ax].set_ylim(-1.1, 1.1)?;
                fig[ax].grid(true);
                let (x, y) = ([0.0, 10.0], [0.0, 0.0]);
                Moves::Lines([fig[ax].plot(&x, &y)?, fig[ax].plot(&x, &y)?])
            }
            "image" => {
                let im = fig[ax].imshow(&data(0))?;
                fig[im].set_clim(Some(-1.0), Some(1.0));
                fig.colorbar(im, ax)?;
                Moves::Image(im)
            }
            "rgb" => Moves::Colors(fig[ax].imshow(&colors(0))?),
            _ => return Err("which film: line, image or rgb?".into()),
        };
        Ok(Self { fig, moves })
    }

    fn show(&mut self, index: usize) -> plotreel::error::Result<()> {
        match self.moves {
            Moves::Lines(lines) => {
                let x: Vec<f64> = (0..1000).map(|i| 10.0 * f64::from(i) / 999.0).collect();
                for (line, speed) in lines.into_iter().zip([0.1, -0.07]) {
                    let y: Vec<f64> = x.iter().map(|x| (x + speed * index as f64).sin()).collect();
                    self.fig[line].set_data(&x, &y)?;
                }
                Ok(())
            }
            Moves::Image(im) => self.fig[im].set_data(&data(index)),
            Moves::Colors(im) => self.fig[im].set_data(&colors(index)),
        }
    }
}

/// Smooth moving data, from -1 to 1.
fn data(index: usize) -> Array2<f64> {
    Array2::from_shape_fn((240, 320), |(y, x)| {
        let (y, x, t) = (y as f64 / 240.0, x as f64 / 320.0, index as f64 / 100.0);
        (6.0 * x + 6.3 * t).sin() * (5.0 * y - 12.6 * t).cos()
    })
}

/// Smooth moving colours.
fn colors(index: usize) -> Array3<u8> {
    Array3::from_shape_fn((240, 320, 3), |(y, x, c)| {
        let (y, x, c, t) = (
            y as f64 / 240.0,
            x as f64 / 320.0,
            c as f64,
            index as f64 / 100.0,
        );
        let turns = (1.0 + c) * x + (3.0 - c) * y + (2.0 + c) * t;
        (127.5 + 127.5 * (std::f64::consts::TAU * turns).sin()) as u8
    })
}
