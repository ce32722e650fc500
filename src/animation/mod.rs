//! Animations: updating a figure frame by frame, and saving it as a film.

mod artist;
mod film_frames;
mod frames;
mod func;
mod html;
mod lead;
mod options;
mod parallel;
mod progress;
mod stage;

use std::fmt;
use std::time::Duration;

pub use artist::{ArtistAnimation, ArtistFrames};
pub use frames::{Frames, IntoFrameResult, Together};
pub use func::{FuncAnimation, FuncFrames};
pub use html::Html;
use options::First;
pub use options::SaveOptions;
pub use progress::IntoControlFlow;

use crate::error::{BoxError, Error, Result};
use crate::figure::Figure;
use crate::film::{FigureMovie, MovieWriterExt};
use crate::workers::cores;
use crate::writers::{Destination, MovieOptions, MovieStats, MovieWriter, Part};
use film_frames::FilmFrames;
use progress::Progress;
use stage::Stage;

/// Updates a figure frame by frame: a [`FuncAnimation`], an [`ArtistAnimation`], or custom [`Frames`].
///
/// It does not borrow a figure; the figure is passed when it is saved:
///
/// | call | writes |
/// |---|---|
/// | [`save`](Self::save) | a film, with a writer |
/// | [`save_with`](Self::save_with) | a film, with the writer and settings of [`SaveOptions`] |
/// | `save_parallel`, `save_parallel_with` | the same, with the function on all cores: every frame starts from the figure as it is |
/// | [`grab_frames`](Self::grab_frames) | frames into a movie that has other frames, too |
/// | [`to_html5_video`](Self::to_html5_video), [`to_jshtml`](Self::to_jshtml) | HTML |
///
/// A film that fails (an error or panic in a frame, a full disk, a callback that cancels) leaves no file behind, and an
/// existing file is kept.
///
/// ```
/// use std::time::Duration;
///
/// use plotreel::{Figure, FuncAnimation, SaveOptions};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let dot = fig[ax].plot_fmt(&[0.0], &[0.0], "o")?;
/// fig[ax].set_xlim(0.0, 100.0)?;
///
/// let film = FuncAnimation::new(|fig, i| fig[dot].set_data(&[i], &[i % 7]), 0..)
///     .with_frame_count(100)
///     .with_interval(Duration::from_millis(40))
///     .with_progress(|done, total| log::info!("{done} of {total:?}"))
///     .save_with(&mut fig, "film.mp4", &SaveOptions::new().with_title("Hops").with_writer("null"))?;
/// assert_eq!(film.frames, 100);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[must_use = "an animation does nothing until it is saved"]
pub struct Animation<'a, S> {
    frames: S,
    inits: Vec<Init<'a>>,
    interval: Duration,
    limit: Option<u64>,
    first: u64,
    is_pure: bool,
    durations: Vec<Duration>,
    progress: Progress<'a>,
    /// The number of drawing threads, if it was set.
    workers: Option<usize>,
    /// The part of a longer film that it is.
    part: Option<Part>,
}

type Init<'a> = Box<dyn FnOnce(&mut Figure) -> Result<(), BoxError> + 'a>;

impl<'a, S> Animation<'a, S> {
    /// An animation of these frames.
    pub fn of(frames: S) -> Self {
        Self {
            frames,
            inits: Vec::new(),
            interval: Duration::from_millis(200),
            limit: None,
            first: 0,
            is_pure: false,
            durations: Vec::new(),
            progress: Progress::default(),
            workers: None,
            part: None,
        }
    }

    /// Calls `init` with the figure before the first frame; it may fail, like the function of a frame.
    pub fn with_init<R: IntoFrameResult>(
        mut self,
        init: impl FnOnce(&mut Figure) -> R + 'a,
    ) -> Self {
        self.inits
            .push(Box::new(|fig| init(fig).into_frame_result()));
        self
    }

    /// The time from frame to frame, 200 ms by default: without an fps, a film shows 1 / `interval` frames per second.
    ///
    /// A writer that was created with an fps keeps it.
    pub fn with_interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// Ends the film after `count` frames, or earlier if there are fewer.
    pub fn with_frame_count(mut self, count: u64) -> Self {
        self.limit = Some(self.limit.map_or(count, |limit| limit.min(count)));
        self
    }

    /// Writes only the frames of this range, for a film in parts.
    ///
    /// Earlier frames are shown but not drawn, so that the state of a function is right; after [`pure`](Self::pure)
    /// they are skipped. Frames keep their numbers in errors and in [`Frame::index`](crate::writers::Frame::index). Parts can be
    /// joined if each begins with a keyframe of the whole film: see [`SaveOptions::with_keyframes`].
    ///
    /// ```
    /// use plotreel::{Figure, FuncAnimation, NullWriter};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let mut seen = Vec::new();
    /// FuncAnimation::new(|_, i| seen.push(i), 0..1000)
    ///     .with_range(500..502)
    ///     .pure() // or FuncAnimation::new_pure
    ///     .save(&mut fig, "part.mp4", &NullWriter::new(30))?;
    /// assert_eq!(seen, [500, 501]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn with_range(mut self, range: std::ops::Range<u64>) -> Self {
        self.first = range.start;
        self.with_frame_count(range.end)
    }

    /// Declares that a frame depends only on its item, not on earlier frames.
    pub fn pure(mut self) -> Self {
        self.is_pure = true;
        self
    }

    /// Sets how long each frame is shown, by its number; others are shown for 1 / fps seconds.
    ///
    /// The writers for GIF, APNG and WebP support this; with others saving is an error.
    pub fn with_durations(mut self, durations: impl Into<Vec<Duration>>) -> Self {
        self.durations = durations.into();
        self
    }

    /// Calls `progress` after each frame with the number of frames drawn and the total, if it is known.
    ///
    /// It returns nothing, or [`ControlFlow::Break`](std::ops::ControlFlow::Break) to cancel the film: no file is left
    /// behind, and saving returns [`Error::Aborted`].
    ///
    /// ```
    /// use std::ops::ControlFlow;
    ///
    /// use plotreel::{Error, Figure, FuncAnimation, NullWriter};
    ///
    /// let enough = |done, _: Option<u64>| if done < 5 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let animation = FuncAnimation::new(|_, _| (), 0..1000).with_progress(enough);
    /// let error = animation.save(&mut fig, "film.mp4", &NullWriter::new(30)).unwrap_err();
    /// assert!(matches!(error, Error::Aborted));
    /// ```
    pub fn with_progress<C: IntoControlFlow>(
        mut self,
        progress: impl FnMut(u64, Option<u64>) -> C + 'a,
    ) -> Self {
        self.progress = Progress::new(progress);
        self
    }

    /// Sets the number of drawing threads; 0 is one per core. Without this, [`save`](Self::save) draws on the calling
    /// thread, and `save_parallel` on all cores.
    ///
    /// Functions, init functions and the progress callback still run in order on the calling thread. Each frame is
    /// drawn from a copy of the figure, up to twice as many frames ahead of the film as there are threads; that many
    /// more have run if the film ends early. The cost of a copy depends on what changed, so this is useful if drawing
    /// takes longer than copying.
    ///
    /// The film is the same if artists draw only data of the figure; a custom artist that shares state with the
    /// function (`Arc<Mutex<_>>`) may see that of a later frame. A panic in an artist is an error of its frame.
    ///
    /// ```
    /// use plotreel::{Figure, FuncAnimation, NullWriter};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let dots = fig[ax].scatter(&[0.0; 0], &[0.0; 0])?;
    /// let mut walk = vec![0.0];
    /// let step = |fig: &mut Figure, i: i32| {
    ///     walk.push(walk.last().unwrap_or(&0.0) + f64::from(7 * i % 5) - 2.0);
    ///     fig[dots].set_offsets(&walk, &walk)
    /// };
    /// FuncAnimation::new(step, 0..20).with_workers(0).save(&mut fig, "walk.mp4", &NullWriter::new(30))?;
    /// assert_eq!(walk.len(), 21);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn with_workers(mut self, workers: usize) -> Self {
        self.workers = Some(match workers {
            0 => cores(),
            workers => workers,
        });
        self
    }

    /// Runs another animation of the same figure in parallel; the film ends with the shorter one.
    ///
    /// Only its frames and init functions are used, not its other settings.
    ///
    /// ```
    /// use plotreel::{AnyHandle, ArtistAnimation, Figure, FuncAnimation, NullWriter};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let mut lines = Vec::new();
    /// for k in 1..=5 {
    ///     lines.push([fig[ax].plot(&[0, 1], &[0, k])?]);
    /// }
    /// let film = ArtistAnimation::new(lines)
    ///     .with_extra_anim(FuncAnimation::new(|fig, k| fig[ax].set_title(format!("slope {k}")), 1..))
    ///     .save(&mut fig, "slopes.mp4", &NullWriter::new(2))?;
    /// assert_eq!(film.frames, 5);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn with_extra_anim<T>(self, other: Animation<'a, T>) -> Animation<'a, Together<S, T>> {
        let mut inits = self.inits;
        inits.extend(other.inits);
        Animation {
            frames: Together(self.frames, other.frames),
            inits,
            interval: self.interval,
            limit: self.limit,
            first: self.first,
            is_pure: self.is_pure && other.is_pure,
            durations: self.durations,
            progress: self.progress,
            workers: self.workers,
            part: None,
        }
    }
}

impl<S: Frames> Animation<'_, S> {
    /// Writes the film at the figure's dpi and returns its statistics. Afterwards the figure shows the last frame.
    ///
    /// # Errors
    /// [`Error::NoFrames`], [`Error::Frame`] with the index of a frame that can't be shown or drawn, [`Error::Setting`]
    /// for endless frames, [`Error::Aborted`], or the writer's error. No file appears, and an existing one is kept.
    pub fn save(
        self,
        fig: &mut Figure,
        path: impl Into<Destination>,
        writer: &(impl MovieWriter + ?Sized),
    ) -> Result<MovieStats> {
        self.run(fig, |fig, first| {
            let options = first.options(MovieOptions::new(fig.dpi()));
            writer.saving_with(fig, path, &options)
        })
    }

    /// Writes the film according to the options: with the named writer, or an available one for this suffix.
    ///
    /// # Errors
    /// As [`save`](Self::save).
    pub fn save_with(
        self,
        fig: &mut Figure,
        path: impl Into<Destination>,
        options: &SaveOptions,
    ) -> Result<MovieStats> {
        let interval = self.interval;
        self.in_part(options)?.run(fig, |fig, first| {
            options.begin(fig, path.into(), interval, first)
        })
    }

    /// Draws all frames into a movie, which can be continued.
    ///
    /// ```
    /// use plotreel::{Figure, FuncAnimation, MovieWriterExt, NullWriter};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let mut movie = NullWriter::new(30).saving(&fig, "film.mp4", 100.0)?;
    /// fig.suptitle("In the beginning");
    /// movie.grab_frame(&fig)?;
    /// FuncAnimation::new(|fig, i| fig.suptitle(format!("{i} s")), 0..20).grab_frames(&mut fig, &mut movie)?;
    /// assert_eq!(movie.stats().frames, 21);
    /// movie.finish()?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`save`](Self::save); the movie goes on unless its writer failed.
    pub fn grab_frames(mut self, fig: &mut Figure, movie: &mut FigureMovie) -> Result<()> {
        let film = self.film_frames()?;
        self.initialise(fig)?;
        let mut stage = Stage::open(self.frames, fig)?;
        film.check(movie)?;
        stage.draw_all(&film, &mut self.progress, movie, self.workers)
    }

    /// Writes a film that starts from the state of the figure before the first frame.
    fn run(
        mut self,
        fig: &mut Figure,
        begin: impl FnOnce(&Figure, First) -> Result<FigureMovie>,
    ) -> Result<MovieStats> {
        let film = self.film_frames()?;
        self.initialise(fig)?;
        let mut stage = Stage::open(self.frames, fig)?;
        begin(stage.fig, First::of(film.first, self.part))?.complete(|movie| {
            film.check(movie)?;
            stage.draw_all(&film, &mut self.progress, movie, self.workers)
        })
    }

    /// Keeps the frames of the part that the options ask for.
    fn in_part(mut self, options: &SaveOptions) -> Result<Self> {
        if self.first > 0 && options.is_part() {
            return Err(Error::NoEffect {
                setting: "with_part".into(),
                reason: "with_range chooses frames, too".into(),
                advice: "leave one of them out".into(),
            });
        }
        let (known, limit) = (self.frames.size_hint(), self.limit);
        let whole = FilmFrames::new(known, self.first, limit, self.is_pure, Vec::new())?;
        let part = options.part_of(whole.total, self.interval, &self.durations)?;
        let Some(part) = part else {
            return Ok(self);
        };
        self.part = Some(part);
        Ok(self.with_range(part.frames()))
    }

    /// The frames to be written.
    fn film_frames(&mut self) -> Result<FilmFrames> {
        FilmFrames::new(
            self.frames.size_hint(),
            self.first,
            self.limit,
            self.is_pure,
            std::mem::take(&mut self.durations),
        )
    }

    fn initialise(&mut self, fig: &mut Figure) -> Result<()> {
        for init in self.inits.drain(..) {
            init(fig).map_err(|source| Error::Init { source })?;
        }
        Ok(())
    }
}

impl<S: fmt::Debug> fmt::Debug for Animation<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Animation")
            .field("frames", &self.frames)
            .field("inits", &self.inits.len())
            .field("interval", &self.interval)
            .field("range", &(self.first, self.limit))
            .field("pure", &self.is_pure)
            .field("durations", &self.durations)
            .field("progress", &self.progress)
            .field("workers", &self.workers)
            .field("part", &self.part)
            .finish()
    }
}
