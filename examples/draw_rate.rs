//! Measures drawing without encoding, in frames of 640 × 480 pixels per second: `draw_rate u8|f64|scalar FRAMES`.

use std::error::Error;
use std::time::Instant;

use ndarray::{Array2, Array3};
use plotreel::array::ImageSource;
use plotreel::error::Result;
use plotreel::{Figure, MovieWriterExt, NullWriter};

const SHAPE: (usize, usize) = (480, 640);

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let kind = args.next().ok_or("which kind: u8, f64 or scalar?")?;
    let count = args.next().ok_or("how many frames?")?.parse()?;
    let (height, width) = SHAPE;
    let rgb = (height, width, 3);
    let float = |byte: u8| f64::from(byte) / 255.0;
    let rate = match &*kind {
        "u8" => rate(
            &eight(|i| Array3::from_shape_fn(rgb, |(y, x, c)| pattern(y, x, c, i))),
            count,
        )?,
        "f64" => rate(
            &eight(|i| Array3::from_shape_fn(rgb, |(y, x, c)| float(pattern(y, x, c, i)))),
            count,
        )?,
        "scalar" => rate(
            &eight(|i| Array2::from_shape_fn(SHAPE, |(y, x)| float(pattern(y, x, 0, i)))),
            count,
        )?,
        other => return Err(format!("{other:?} is not u8, f64 or scalar").into()),
    };
    #[allow(clippy::print_stdout)]
    {
        println!("{rate}");
    }
    Ok(())
}

/// Draws `count` frames and returns the number of frames per second.
fn rate<F: ImageSource>(frames: &[F], count: usize) -> Result<f64> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0])?;
    fig[ax].set_axis_off();
    let im = fig[ax].imshow(&frames[0])?;
    let mut movie = NullWriter::new(30.0).saving(&fig, "nothing", 100.0)?;
    // The first frames allocate the buffers that later frames reuse.
    for frame in frames {
        fig[im].set_data(frame)?;
        movie.grab_frame(&fig)?;
    }
    let start = Instant::now();
    for frame in frames.iter().cycle().take(count) {
        fig[im].set_data(frame)?;
        movie.grab_frame(&fig)?;
    }
    movie.finish()?;
    Ok(count as f64 / start.elapsed().as_secs_f64())
}

fn eight<F>(frame: impl FnMut(usize) -> F) -> Vec<F> {
    (0..8).map(frame).collect()
}

/// Moving diagonal stripes, so that each frame differs from the previous one.
fn pattern(y: usize, x: usize, channel: usize, index: usize) -> u8 {
    ((7 * y + 3 * x + 50 * channel + 31 * index) % 256) as u8
}
