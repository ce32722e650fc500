//! Drops in a pool: scalar frames with a colormap, in one call.
//!
//! `cargo run --release --example wave` writes target/gallery/wave.mp4. The README's picture is its middle frame:
//! `ffmpeg -ss 3 -i target/gallery/wave.mp4 -frames:v 1 assets/wave.png`

mod support;

use ndarray::Array2;
use plotreel::error::Result;
use plotreel::{Colormap, WriteOptions, write_animation};

const SHAPE: (usize, usize) = (240, 426);
/// (row, column, frame) at which drops fall.
const DROPS: [(usize, usize, usize); 5] = [
    (120, 213, 0),
    (60, 90, 20),
    (180, 330, 35),
    (70, 350, 60),
    (190, 70, 80),
];

pub(crate) fn main() -> Result<()> {
    let options = support::Options::of_scene("wave")?;
    let mut pool = Pool {
        now: Array2::zeros(SHAPE),
        before: Array2::zeros(SHAPE),
    };
    let frames = (0..options.frames.min(120) as usize).map(move |frame| {
        for (row, column, _) in DROPS.iter().filter(|(_, _, at)| *at == frame) {
            pool.drop_at(*row, *column);
        }
        for _ in 0..3 {
            pool.step();
        }
        pool.now.clone()
    });
    let settings = WriteOptions::new()
        .with_title("Drops in a pool")
        .with_writer(&options.writer)
        .with_cmap(Colormap::named("viridis")?)
        .with_vmin(-0.35)
        .with_vmax(0.35)
        .with_scale(2);
    let film = write_animation(frames, &options.path, &settings)?;
    options.report(film.frames);
    Ok(())
}

/// The wave equation on a grid, by the leapfrog method.
struct Pool {
    now: Array2<f64>,
    before: Array2<f64>,
}

impl Pool {
    fn drop_at(&mut self, row: usize, column: usize) {
        for ((y, x), height) in self.now.indexed_iter_mut() {
            let distance = (y as f64 - row as f64).powi(2) + (x as f64 - column as f64).powi(2);
            *height += (-distance / 18.0).exp();
        }
    }

    fn step(&mut self) {
        let mut next = Array2::zeros(SHAPE);
        for y in 1..SHAPE.0 - 1 {
            for x in 1..SHAPE.1 - 1 {
                let at = self.now[[y, x]];
                let around = self.now[[y - 1, x]]
                    + self.now[[y + 1, x]]
                    + self.now[[y, x - 1]]
                    + self.now[[y, x + 1]];
                next[[y, x]] = 0.997 * (2.0 * at - self.before[[y, x]]) + 0.2 * (around - 4.0 * at);
            }
        }
        self.before = std::mem::replace(&mut self.now, next);
    }
}
