//! From frames to a film in one call.

mod animation_writer;
mod clock;
mod watch;

use std::convert::Infallible;

use crate::error::{BoxError, Error, Result};
use crate::options::WriteOptions;
use crate::source::ImageSource;
use crate::writers::{Destination, MemoryFile, MovieStats};
pub use animation_writer::AnimationWriter;

/// Writes frames to a video file: matplotlib's figure, `imshow` and writer in one call.
///
/// `frames` is anything that iterates over arrays of (H, W), (H, W, 1), (H, W, 3) or (H, W, 4), which are read one at a
/// time. Each is drawn as by `imshow` (see [`AxesImage`](crate::image::AxesImage)) with the interpolation `"nearest"` on a
/// figure of (W / dpi, H / dpi) inches with no margins and its axis off, so that every film pixel is an array element.
/// Unlike in matplotlib, the film has exactly W × H pixels at every dpi (in matplotlib 854 × 480 at 100 dpi becomes 852
/// × 480), and no spines are drawn over the outermost pixels. A later frame of a different shape is resampled to the
/// size of the first.
///
/// A frame with a duration, `(array, duration)`, is shown for that time: directly in formats with frame durations
/// (`.gif`, `.apng`, `.webp`, …), and as repeated frames in formats with a fixed frame rate.
///
/// For frames that do not come from an iterator, use an [`AnimationWriter`].
///
/// Lost data are logged as warnings, once per film: clipped colours, values outside the limits of the first frame,
/// alpha composited onto white, stretched or dropped frames.
///
/// # Errors
/// [`Error::NoFrames`], [`Error::Frame`] with the index of a frame that is not an image, or the writer's error. No file
/// appears, and an existing one is kept.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::{WriteOptions, write_animation};
///
/// let frames = (0..8).map(|i| Array3::from_shape_fn((48, 64, 3), |(y, x, c)| (i * 8 + y + x + 20 * c) as u8));
/// let options = WriteOptions::new().with_fps(30.0).with_dpi(50.0).with_title("Animation");
/// # let options = options.with_writer("null");
/// let film = write_animation(frames, "film.mp4", &options)?;
/// assert_eq!((film.frames, film.size.width), (8, 64));
/// # Ok::<(), plotreel::Error>(())
/// ```
pub fn write_animation<F: ImageSource>(
    frames: impl IntoIterator<Item = F>,
    out_file: impl Into<Destination>,
    options: &WriteOptions,
) -> Result<MovieStats> {
    try_write_animation(
        frames.into_iter().map(Ok::<F, Infallible>),
        out_file,
        options,
    )
}

/// As [`write_animation`], for frames that can fail.
///
/// # Errors
/// As [`write_animation`]; an error of a frame is returned as [`Error::Frame`] with its index.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::{Error, WriteOptions, try_write_animation};
///
/// let frames = [Ok(Array2::<f64>::zeros((2, 2))), Err("the detector was off")];
/// let error = try_write_animation(frames, "film.mp4", &WriteOptions::new().with_writer("null")).unwrap_err();
/// assert!(matches!(error, Error::Frame { index: 1, .. }));
/// ```
pub fn try_write_animation<F: ImageSource, E: Into<BoxError>>(
    frames: impl IntoIterator<Item = Result<F, E>>,
    out_file: impl Into<Destination>,
    options: &WriteOptions,
) -> Result<MovieStats> {
    write_skipping(frames.into_iter(), |_, _| Ok(0), out_file, options)
}

/// As [`try_write_animation`], for frames some of which can be skipped: `skip` skips up to so many, and returns how many
/// it has skipped.
pub(crate) fn write_skipping<I, F: ImageSource, E: Into<BoxError>>(
    mut frames: I,
    mut skip: impl FnMut(&mut I, u64) -> Result<u64, E>,
    out_file: impl Into<Destination>,
    options: &WriteOptions,
) -> Result<MovieStats>
where
    I: Iterator<Item = Result<F, E>>,
{
    let known = match frames.size_hint() {
        (least, Some(most)) if least == most => Some(least as u64),
        _ => None,
    };
    let mut film = AnimationWriter::promising(known, out_file, options)?;
    let first = options.frames(None).start;
    while !film.is_full() {
        let index = film.frames();
        // The first frame of all is needed for the figure.
        let skipped = match (1..first).contains(&index) {
            true => skip(&mut frames, first - index),
            false => Ok(0),
        };
        let next = skipped.and_then(|skipped| {
            film.skip_frames(skipped);
            frames.next().transpose()
        });
        match next {
            Ok(Some(frame)) => film.write_frame(&frame)?,
            Ok(None) => break,
            Err(error) => {
                let (index, source) = (film.frames(), error.into());
                film.abort();
                return Err(Error::Frame { index, source });
            }
        }
    }
    film.finish()
}

/// Writes frames to memory and returns the bytes of a film in the container with this suffix.
///
/// # Errors
/// As [`write_animation`].
///
/// ```
/// use ndarray::Array2;
/// use plotreel::{WriteOptions, write_animation_to_vec};
///
/// # if cfg!(feature = "openh264") {
/// let frames = (0..3).map(|i| Array2::from_elem((32, 32), f64::from(i)));
/// let film = write_animation_to_vec(frames, "mp4", &WriteOptions::new().with_writer("openh264"))?;
/// assert_eq!(&film[4..8], b"ftyp");
/// # }
/// # Ok::<(), plotreel::Error>(())
/// ```
pub fn write_animation_to_vec<F: ImageSource>(
    frames: impl IntoIterator<Item = F>,
    format: &str,
    options: &WriteOptions,
) -> Result<Vec<u8>> {
    let film = MemoryFile::new();
    write_animation(frames, Destination::memory(&film, format), options)?;
    Ok(film.take())
}
