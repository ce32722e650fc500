//! A film of arrays, written one by one.

use std::time::Duration;

use crate::annotations::{Moment, Notes};
use crate::artists::AxesImage;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::film::FigureMovie;
use crate::handle::Handle;
use crate::options::WriteOptions;
use crate::source::ImageSource;
use crate::write::clock::Clock;
use crate::write::watch::Watch;
use crate::writers::{Destination, MovieStats};

/// [`write_animation`](crate::write_animation) for frames that are written one by one: from a camera, a callback or
/// another language.
///
/// The film begins with the first frame, which determines its size. If it is dropped before [`finish`](Self::finish),
/// the film is discarded.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::{AnimationWriter, WriteOptions};
///
/// let options = WriteOptions::new().with_scale(4);
/// # let options = options.with_writer("null");
/// let mut film = AnimationWriter::new("film.mp4", &options)?;
/// for i in 0..5 {
///     film.write_frame(&Array2::from_shape_fn((12, 16), |(y, x)| (y * x + i) as f64))?;
/// }
/// assert_eq!(film.finish()?.size.to_string(), "64x48");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug)]
pub struct AnimationWriter<'a> {
    options: &'a WriteOptions,
    out_file: Destination,
    /// The number of promised frames.
    known: Option<u64>,
    /// Frames so far.
    count: u64,
    clock: Clock,
    film: Option<Film<'a>>,
    failed: bool,
}

/// The state after the first frame.
#[derive(Debug)]
struct Film<'a> {
    movie: FigureMovie,
    fig: Figure,
    image: Handle<AxesImage>,
    notes: Notes<'a>,
    watch: Watch,
    /// Frames that ended before the film's next frame.
    left_out: u64,
}

impl<'a> AnimationWriter<'a> {
    /// A film that begins with the first frame.
    ///
    /// # Errors
    /// Options that are invalid without knowing a frame.
    pub fn new(out_file: impl Into<Destination>, options: &'a WriteOptions) -> Result<Self> {
        Self::promising(None, out_file, options)
    }

    /// A film with this number of frames, if it is known.
    pub(super) fn promising(
        known: Option<u64>,
        out_file: impl Into<Destination>,
        options: &'a WriteOptions,
    ) -> Result<Self> {
        options.check(known)?;
        Ok(Self {
            options,
            out_file: out_file.into(),
            known,
            count: 0,
            clock: Clock::new(options.fps()),
            film: None,
            failed: false,
        })
    }

    /// Draws a frame and passes it to the writer.
    ///
    /// # Errors
    /// As [`write_animation`](crate::write_animation). The film is then discarded, or kept as a partial film if the
    /// options say so; later calls return [`Error::Ended`].
    pub fn write_frame(&mut self, frame: &impl ImageSource) -> Result<()> {
        if self.failed {
            return Err(Error::Ended);
        }
        let written = self.draw(frame);
        if written.is_err() {
            self.give_up();
        }
        written
    }

    fn draw(&mut self, frame: &impl ImageSource) -> Result<()> {
        let index = self.count;
        let at_frame = |error: Error| match error {
            Error::Annotation { .. } | Error::NoEffect { .. } => error,
            error => Error::Frame {
                index,
                source: error.into(),
            },
        };
        let moment = Moment {
            frame: index,
            frames: self.options.frame_count(self.known),
            time: self.clock.seconds(),
        };
        let film = match &mut self.film {
            None => {
                let scene = self.options.figure(frame, moment);
                let (fig, image, notes) = scene.map_err(at_frame)?;
                self.film.insert(Film {
                    movie: self.options.begin(&fig, self.out_file.clone())?,
                    fig,
                    image,
                    notes,
                    watch: Watch::new(&self.options.norm()),
                    left_out: 0,
                })
            }
            Some(film) => {
                if let Some(image) = film.fig.get_mut(film.image) {
                    image.set_data(frame).map_err(at_frame)?;
                }
                film.notes.show(&mut film.fig, moment)?;
                film
            }
        };
        let duration = frame.duration();
        let times = self.clock.advance(duration).map_err(at_frame)?;
        film.look(index);
        film.grab(duration, times)?;
        self.count += 1;
        Ok(())
    }

    /// As [`Movie::wait_for_room`](crate::Movie::wait_for_room); a film that has not begun has room.
    pub fn wait_for_room(&self, timeout: Duration) -> bool {
        let film = self.film.as_ref();
        film.is_none_or(|film| film.movie.wait_for_room(timeout))
    }

    /// The number of frames so far, including those that were too short for the film.
    pub fn frames(&self) -> u64 {
        self.count
    }

    /// Completes the film: it is at its destination when this returns.
    ///
    /// # Errors
    /// [`Error::NoFrames`], [`Error::Ended`] after another error, or the writer's error.
    pub fn finish(mut self) -> Result<MovieStats> {
        if self.failed {
            return Err(Error::Ended);
        }
        let Some(film) = self.film.take() else {
            return Err(Error::NoFrames);
        };
        film.finish(self.count)
    }

    /// Aborts the film and returns when it is removed.
    pub fn abort(mut self) {
        self.give_up();
    }

    fn give_up(&mut self) {
        self.failed = true;
        if let Some(film) = self.film.take() {
            film.movie.abort();
        }
    }
}

impl Film<'_> {
    /// Logs what is lost of a frame that the figure shows.
    fn look(&mut self, index: u64) {
        if let Some(image) = self.fig.get(self.image) {
            self.watch.see(index, image);
            if image.has_alpha() {
                self.movie.tell_of_lost_alpha();
            }
        }
    }

    /// Grabs the figure: with its own duration, or as many times as a film with a fixed rate needs.
    fn grab(&mut self, duration: Option<Duration>, times: u64) -> Result<()> {
        match (self.movie.takes_durations(), duration) {
            (true, Some(duration)) => self.movie.grab_frame_for(&self.fig, duration),
            (true, None) => self.movie.grab_frame(&self.fig),
            (false, _) => {
                self.left_out += u64::from(times == 0);
                (0..times).try_for_each(|_| self.movie.grab_frame(&self.fig))
            }
        }
    }

    fn finish(self, count: u64) -> Result<MovieStats> {
        self.watch.end();
        self.notes.check_end(count);
        if self.left_out > 0 {
            log::warn!(
                "{} of {count} frames are dropped, because they end before the film's next frame: write more \
                 frames per second, or .gif, .apng or .webp",
                self.left_out
            );
        }
        self.movie.finish_with_stats()
    }
}
