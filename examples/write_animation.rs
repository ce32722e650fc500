//! Writes 100 random frames to `test.mp4`.

use ndarray::Array3;
use plotreel::error::Result;
use plotreel::{WriteOptions, write_animation};

fn main() -> Result<()> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move || {
        // xorshift64: random enough for a picture.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    let frames = (0..100).map(|_| Array3::from_shape_simple_fn((480, 640, 3), &mut random));

    let out_file = "test.mp4";
    let options = WriteOptions::new()
        .with_dpi(50.0)
        .with_fps(30.0)
        .with_title("Animation");
    let film = write_animation(frames, out_file, &options)?;

    let path = std::path::absolute(out_file).unwrap_or_else(|_| out_file.into());
    #[allow(clippy::print_stdout)]
    {
        println!(
            "{} frames of {} in {} by {}",
            film.frames,
            film.size,
            path.display(),
            film.writer
        );
    }
    Ok(())
}
