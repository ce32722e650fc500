//! A film of a figure.

use std::ops::{Deref, DerefMut};
use std::time::Duration;

use crate::error::Result;
use crate::figure::Figure;
use crate::film::Easel;
use crate::frame_size::FrameSize;
use crate::paper::Paper;
use crate::writers::{Movie, MovieOptions, MovieStats};

/// A film that takes figures by [`grab_frame`](Self::grab_frame) and, like any [`Movie`], finished frames.
///
/// [`saving`](crate::MovieWriterExt::saving) returns one. `from` converts a film with a size in pixels.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::{Figure, MovieWriterExt, NullWriter};
///
/// let fig = Figure::new((0.08, 0.06), 100.0);
/// let mut movie = NullWriter::new(30).saving(&fig, "film.mp4", 100.0)?;
/// movie.grab_frame(&fig)?;
/// movie.write_frame(&Array3::<u8>::zeros((6, 8, 3)))?;
/// assert_eq!((movie.stats().frames, movie.stats().size.width), (2, 8));
/// movie.finish()?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug)]
pub struct FigureMovie {
    easel: Easel,
    movie: Movie,
}

impl FigureMovie {
    /// A film of the figure, which `begin` begins with frames of this size, that have alpha if they can.
    pub(super) fn of(
        fig: &Figure,
        options: &MovieOptions,
        begin: impl FnOnce(FrameSize, bool) -> Result<Movie>,
    ) -> Result<Self> {
        let (paper, has_alpha) = Paper::new(fig, options.facecolor(), options.transparent());
        let size = FrameSize::of_figure(fig.figsize(), options.dpi())?;
        Ok(Self::on(paper, begin(size, has_alpha)?))
    }

    fn on(paper: Paper, movie: Movie) -> Self {
        Self {
            easel: Easel::new(movie.size(), movie.keeps_alpha(), paper, movie.meter()),
            movie,
        }
    }

    /// Draws the figure and hands the frame to the writer.
    ///
    /// The frame has the film's initial size, even if the figure's size has changed. This call waits while the
    /// writer is more than two frames behind.
    ///
    /// # Errors
    /// An artist that can't be drawn (the movie can continue), or the reason the writer failed (the movie has ended).
    pub fn grab_frame(&mut self, fig: &Figure) -> Result<()> {
        self.grab_frame_for(fig, self.frame_duration())
    }

    /// As [`grab_frame`](Self::grab_frame), for a frame with its own duration.
    ///
    /// # Errors
    /// As [`grab_frame`](Self::grab_frame); [`Error::Option`](crate::Error::Option) if the film has a fixed frame rate
    /// (the movie can continue).
    pub fn grab_frame_for(&mut self, fig: &Figure, duration: Duration) -> Result<()> {
        self.check_frame(duration)?;
        self.easel.draw(fig)?;
        let pixels = self.easel.take();
        self.send(pixels, duration)
    }

    /// What draws frames of this film beside the film itself.
    pub(crate) fn new_easel(&self) -> Easel {
        self.easel.clone()
    }

    /// As [`Movie::finish`].
    ///
    /// # Errors
    /// As [`Movie::finish`].
    pub fn finish(self) -> Result<()> {
        self.movie.finish()
    }

    /// As [`Movie::finish_with_stats`].
    ///
    /// # Errors
    /// As [`Movie::finish`].
    pub fn finish_with_stats(self) -> Result<MovieStats> {
        self.movie.finish_with_stats()
    }

    /// Completes the film if all its frames are written, else aborts it.
    pub(crate) fn complete(
        mut self,
        write: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<MovieStats> {
        if let Err(error) = write(&mut self) {
            self.abort();
            return Err(error);
        }
        self.finish_with_stats()
    }

    /// As [`Movie::abort`].
    pub fn abort(self) {
        self.movie.abort();
    }
}

impl From<Movie> for FigureMovie {
    /// Figures are drawn at the film's size, on white.
    fn from(movie: Movie) -> Self {
        Self::on(Paper::WHITE, movie)
    }
}

impl Deref for FigureMovie {
    type Target = Movie;

    fn deref(&self) -> &Movie {
        &self.movie
    }
}

impl DerefMut for FigureMovie {
    fn deref_mut(&mut self) -> &mut Movie {
        &mut self.movie
    }
}
