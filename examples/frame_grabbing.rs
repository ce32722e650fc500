//! A random walk, grabbed frame by frame in the script's own loop, without an animation.

mod support;

use plotreel::error::Result;
use plotreel::writers::MovieWriterRegistry;
use plotreel::{Figure, MovieWriterExt};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let walker = fig[ax].plot_fmt(&[0.0; 0], &[0.0; 0], "k-o")?;
    fig[ax].set_xlim(-5.0, 5.0)?;
    fig[ax].set_ylim(-5.0, 5.0)?;

    let options = support::Options::of_scene("frame_grabbing")?;
    let writer = MovieWriterRegistry::default().get(&options.writer, 15)?;
    let mut movie = writer.saving(&fig, options.path.as_path(), 100.0)?;
    let mut random = support::random(1968);
    let (mut x, mut y) = (0.0, 0.0);
    for _ in 0..options.frames.min(100) {
        x += 0.4 * (random.uniform() - 0.5);
        y += 0.4 * (random.uniform() - 0.5);
        fig[walker].set_data(&[x], &[y])?;
        movie.grab_frame(&fig)?;
    }
    options.report(movie.stats().frames);
    movie.finish()
}
