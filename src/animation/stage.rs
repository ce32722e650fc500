//! Frames that are shown in their figure and drawn into a movie.

use crate::animation::Frames;
use crate::animation::film_frames::FilmFrames;
use crate::animation::parallel::draw_on;
use crate::animation::progress::Progress;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::film::{Easel, FigureMovie};

/// Frames with their figure, which is restored however they end.
pub(super) struct Stage<'f, S: Frames> {
    frames: S,
    pub(super) fig: &'f mut Figure,
}

impl<'f, S: Frames> Stage<'f, S> {
    pub(super) fn open(frames: S, fig: &'f mut Figure) -> Result<Self> {
        let mut stage = Self { frames, fig };
        stage.frames.begin(stage.fig)?;
        Ok(stage)
    }

    /// Fetches a frame and makes the figure show it, if it `shows`; `false` if there is none.
    fn next(&mut self, index: u64, shows: bool) -> Result<bool> {
        let at_frame = |source| Error::Frame { index, source };
        let more = self.frames.fetch().map_err(at_frame)?;
        if more && shows {
            self.frames.show(self.fig).map_err(at_frame)?;
        }
        Ok(more)
    }

    /// Draws the frames of a film, on this thread or on several.
    pub(super) fn draw_all(
        &mut self,
        film: &FilmFrames,
        progress: &mut Progress<'_>,
        movie: &mut FigureMovie,
        workers: Option<usize>,
    ) -> Result<()> {
        for index in 0..film.first {
            if !self.next(index, !film.is_pure)? {
                return Ok(());
            }
        }
        if let Some(workers) = workers {
            let next = |index| Ok(self.next(index, true)?.then(|| self.fig.clone()));
            let draw = |easel: &mut Easel, fig: Figure| Ok(easel.draw(&fig)?);
            return draw_on(workers, film, progress, movie, next, draw);
        }
        let mut index = film.first;
        while !film.is_over(index) && self.next(index, true)? {
            let duration = film.duration(index, movie);
            if let Err(error) = movie.grab_frame_for(self.fig, duration) {
                return Err(match movie.has_ended() {
                    true => error,
                    false => Error::Frame {
                        index,
                        source: error.into(),
                    },
                });
            }
            index += 1;
            progress.tell(index - film.first, film.total)?;
        }
        Ok(())
    }
}

impl<S: Frames> Drop for Stage<'_, S> {
    fn drop(&mut self) {
        self.frames.end(self.fig);
    }
}
