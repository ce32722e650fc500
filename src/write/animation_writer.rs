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
    /// From the first frame on.
    scene: Option<Scene<'a>>,
    /// From the first frame that is written on.
    movie: Option<FigureMovie>,
    /// Frames that ended before the film's next frame.
    left_out: u64,
    failed: bool,
}

/// The figure that shows the frames.
#[derive(Debug)]
struct Scene<'a> {
    fig: Figure,
    image: Handle<AxesImage>,
    notes: Notes<'a>,
    watch: Watch,
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
            scene: None,
            movie: None,
            left_out: 0,
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
        let frames = self.options.frames(None);
        let is_written = frames.contains(&index);
        if index == 0 {
            let scene = self.options.figure(frame, moment);
            let (fig, image, notes) = scene.map_err(at_frame)?;
            let mut watch = Watch::new(&self.options.norm());
            if let Some(image) = fig.get(image) {
                watch.see(0, image);
            }
            self.scene = Some(Scene {
                fig,
                image,
                notes,
                watch,
            });
        }
        let begin = self.clock.own_begin();
        let duration = frame.duration();
        let times = self.clock.advance(duration).map_err(at_frame)?;
        self.count += 1;
        let Some(scene) = self.scene.as_mut().filter(|_| is_written) else {
            return Ok(());
        };
        if index > 0 {
            scene.show(index, frame).map_err(at_frame)?;
            scene.notes.show(&mut scene.fig, moment)?;
        }
        if index == frames.start {
            let out_file = self.out_file.clone();
            self.movie = Some(
                self.options
                    .begin(&scene.fig, out_file, begin, self.known)?,
            );
        }
        let Some(movie) = &mut self.movie else {
            return Err(Error::Ended);
        };
        scene.tell_of_lost_alpha(movie);
        self.left_out += scene.grab(movie, duration, times)?;
        Ok(())
    }

    /// Leaves out frames that would not be written, and are shown for 1 / fps seconds.
    pub(super) fn skip_frames(&mut self, frames: u64) {
        self.clock.skip(frames);
        self.count += frames;
    }

    /// Whether further frames would not be written.
    pub(super) fn is_full(&self) -> bool {
        self.count >= self.options.frames(None).end
    }

    /// As [`Movie::wait_for_room`](crate::Movie::wait_for_room); a film that has not begun has room.
    pub fn wait_for_room(&self, timeout: Duration) -> bool {
        let movie = self.movie.as_ref();
        movie.is_none_or(|movie| movie.wait_for_room(timeout))
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
        let (Some(movie), Some(scene)) = (self.movie.take(), &self.scene) else {
            return Err(Error::NoFrames);
        };
        scene.watch.end();
        scene.notes.check_end(self.count);
        if self.left_out > 0 {
            log::warn!(
                "{} of {} frames are dropped, because they end before the film's next frame: write more frames per \
                 second, or .gif, .apng or .webp",
                self.left_out,
                self.count
            );
        }
        movie.finish_with_stats()
    }

    /// Aborts the film and returns when it is removed.
    pub fn abort(mut self) {
        self.give_up();
    }

    fn give_up(&mut self) {
        self.failed = true;
        if let Some(movie) = self.movie.take() {
            movie.abort();
        }
    }
}

impl Scene<'_> {
    /// Makes the figure show a later frame, and logs what is lost of it.
    fn show(&mut self, index: u64, frame: &impl ImageSource) -> Result<()> {
        if let Some(image) = self.fig.get_mut(self.image) {
            image.set_data(frame)?;
            self.watch.see(index, image);
        }
        Ok(())
    }

    /// Logs that the film has no alpha, if the frame has some.
    fn tell_of_lost_alpha(&self, movie: &mut FigureMovie) {
        let image = self.fig.get(self.image);
        if image.is_some_and(AxesImage::has_alpha) {
            movie.tell_of_lost_alpha();
        }
    }

    /// Grabs the figure: with its own duration, or as many times as a film with a fixed rate needs. Returns how many
    /// frames are left out.
    fn grab(&self, movie: &mut FigureMovie, duration: Option<Duration>, times: u64) -> Result<u64> {
        match (movie.takes_durations(), duration) {
            (true, Some(duration)) => movie.grab_frame_for(&self.fig, duration)?,
            (true, None) => movie.grab_frame(&self.fig)?,
            (false, _) => {
                (0..times).try_for_each(|_| movie.grab_frame(&self.fig))?;
                return Ok(u64::from(times == 0));
            }
        }
        Ok(0)
    }
}
