//! The short way from frames to a film.

mod clock;
mod watch;

use std::convert::Infallible;
use std::time::Duration;

use crate::annotations::{Moment, Notes};
use crate::artists::AxesImage;
use crate::error::{BoxError, Error, Result};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::options::WriteOptions;
use crate::source::ImageSource;
use crate::writers::{Destination, MemoryFile, Movie, MovieStats};
use clock::Clock;
use watch::Watch;

/// Writes frames to a video file: matplotlib's figure, `imshow` and writer in one call.
///
/// `frames` is anything that iterates over arrays of (H, W), (H, W, 1), (H, W, 3) or (H, W, 4), which are read one at
/// a time. Each is drawn as by `imshow` (see [`AxesImage`]) with the interpolation `"nearest"` on a figure of
/// (W / dpi, H / dpi) inches with no margins and its axis off, so that every film pixel is an array element. Unlike in
/// matplotlib, the film has exactly W × H pixels for every dpi (there 854 × 480 at 100 dpi becomes 852 × 480), and no
/// spines are drawn over the outermost ones. A later frame of another shape is resampled to the first one's picture.
///
/// A frame with a duration of its own, `(array, duration)`, is shown for that time: as it is where films have such
/// times (`.gif`, `.apng`, `.webp`, …), and as many times in a row as that needs at the film's rate elsewhere.
///
/// What frames lose is told in the log, once a film: colours that are clipped, values outside the limits of the first
/// frame, alpha that is put on white, frames that are stretched or left out.
///
/// # Errors
/// [`Error::NoFrames`], [`Error::Frame`] with the index of a frame that is no image, or what the writer says. No file
/// appears, and one that was there stays.
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
/// As [`write_animation`]; a frame's own error comes back as [`Error::Frame`] with its index.
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
    let frames = frames.into_iter();
    let known = match frames.size_hint() {
        (least, Some(most)) if least == most => Some(least as u64),
        _ => None,
    };
    options.check(known)?;
    let mut frames = (0u64..).zip(frames);
    let first = match frames.next() {
        Some((index, frame)) => frame.map_err(|e| Error::Frame {
            index,
            source: e.into(),
        })?,
        None => return Err(Error::NoFrames),
    };
    let moment = |frame, clock: &Clock| Moment {
        frame,
        frames: options.frame_count(known),
        time: clock.seconds(),
    };
    let clock = Clock::new(options.fps());
    let scene = options.figure(&first, moment(0, &clock));
    let (fig, image, notes) = scene.map_err(|e| match e {
        Error::Annotation { .. } => e,
        e => Error::Frame {
            index: 0,
            source: e.into(),
        },
    })?;
    let duration = first.duration();
    drop(first);
    let movie = options.begin(&fig, out_file.into())?;
    let film = Film {
        fig,
        image,
        notes,
        clock,
        watch: Watch::new(&options.norm()),
        left_out: 0,
    };
    movie.complete(|movie| film.write(movie, duration, frames, moment))
}

/// Writes frames to memory and returns the bytes of a film in the container of this suffix.
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

/// A film of arrays that is drawn, frame by frame.
struct Film<'a> {
    /// Shows the frame that is grabbed next.
    fig: Figure,
    image: Handle<AxesImage>,
    notes: Notes<'a>,
    clock: Clock,
    watch: Watch,
    /// Frames that were over before the film's next one.
    left_out: u64,
}

impl Film<'_> {
    /// Grabs the figure as it is, which shows the first frame, then with each of the others.
    fn write<F: ImageSource, E: Into<BoxError>>(
        mut self,
        movie: &mut Movie,
        first_duration: Option<Duration>,
        frames: impl Iterator<Item = (u64, Result<F, E>)>,
        moment: impl Fn(u64, &Clock) -> Moment,
    ) -> Result<()> {
        self.grab(movie, 0, first_duration)?;
        let mut count = 1;
        for (index, frame) in frames {
            let at_frame = |source: BoxError| Error::Frame { index, source };
            let frame = frame.map_err(|e| at_frame(e.into()))?;
            if let Some(image) = self.fig.get_mut(self.image) {
                image.set_data(&frame).map_err(|e| at_frame(e.into()))?;
            }
            self.notes.show(&mut self.fig, moment(index, &self.clock))?;
            self.grab(movie, index, frame.duration())?;
            count = index + 1;
        }
        self.watch.end();
        self.notes.check_end(count);
        if self.left_out > 0 {
            log::warn!(
                "{} of {count} frames are left out, because they are over before the film's next frame: write more \
                 frames a second, or .gif, .apng or .webp",
                self.left_out
            );
        }
        Ok(())
    }

    /// Grabs frame `index` for the time that it is shown.
    fn grab(&mut self, movie: &mut Movie, index: u64, duration: Option<Duration>) -> Result<()> {
        if let Some(image) = self.fig.get(self.image) {
            self.watch.see(index, image);
            if image.has_alpha() {
                movie.tell_of_lost_alpha();
            }
        }
        let times = self.clock.advance(duration);
        let times = times.map_err(|e| Error::Frame {
            index,
            source: e.into(),
        })?;
        match (movie.takes_durations(), duration) {
            (true, Some(duration)) => movie.grab_frame_for(&self.fig, duration),
            (true, None) => movie.grab_frame(&self.fig),
            (false, _) => {
                self.left_out += u64::from(times == 0);
                (0..times).try_for_each(|_| movie.grab_frame(&self.fig))
            }
        }
    }
}
