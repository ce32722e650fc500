//! Animations made by a function that updates the figure.

use std::fmt;
use std::iter::Map;

use crate::animation::{Animation, Frames, IntoFrameResult};
use crate::error::{BoxError, Result};
use crate::figure::Figure;

/// An animation that calls a function for every frame, which updates the figure.
///
/// The function is called once per frame, in order, with the figure and an item of `frames`: a range, a slice, a `Vec`,
/// any iterator. It returns nothing or a `Result`, whose error ends the film as [`Error::Frame`](crate::Error::Frame).
/// (matplotlib calls it once or twice more for the first frame, so functions that keep state draw other frames there.)
///
/// No figure is borrowed until the animation is saved, and no artists are returned for blitting: a film draws only
/// what changed since its last frame. All settings are those of [`Animation`].
///
/// ```
/// use plotreel::{Figure, FuncAnimation, NullWriter};
///
/// let x: Vec<f64> = (0..200).map(|i| f64::from(i) / 20.0).collect();
/// let wave = |t: i32| x.iter().map(|x| (x - f64::from(t) / 10.0).sin()).collect::<Vec<_>>();
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let line = fig[ax].plot(&x, &wave(0))?;
///
/// let film = FuncAnimation::new(|fig, t| fig[line].set_ydata(&wave(t)), 0..50)
///     .with_init(|fig| fig[ax].set_title("A wave"))
///     .save(&mut fig, "wave.mp4", &NullWriter::new(30))?; // or FFMpegWriter, …
/// assert_eq!(film.frames, 50);
/// # Ok::<(), plotreel::Error>(())
/// ```
pub type FuncAnimation<'a, F, I> = Animation<'a, FuncFrames<F, I>>;

/// A function and the items it is called with, one per frame.
pub struct FuncFrames<F, I: Iterator> {
    pub(super) func: F,
    pub(super) frames: I,
    next: Option<I::Item>,
}

/// Frames that can't fail.
type Sure<J> = Map<J, fn(<J as Iterator>::Item) -> Result<<J as Iterator>::Item, BoxError>>;
/// Frames that can.
type Fallible<J, T> = Map<J, fn(<J as Iterator>::Item) -> Result<T, BoxError>>;

impl<F, J: Iterator> Animation<'_, FuncFrames<F, Sure<J>>> {
    /// Calls `func` with the figure and each of `frames`.
    ///
    /// Endless frames, such as `0..`, need [`with_frame_count`](Self::with_frame_count); without it saving them is an
    /// error. If an endless iterator does not report that it is endless (`std::iter::from_fn`), the film never ends.
    pub fn new<R: IntoFrameResult>(func: F, frames: impl IntoIterator<IntoIter = J>) -> Self
    where
        F: FnMut(&mut Figure, J::Item) -> R,
    {
        Self::sure(func, frames.into_iter())
    }

    /// As `new`, for a function whose frame depends only on the figure and the item, not on earlier frames:
    /// [`save_parallel`](Self::save_parallel) and [`pure`](Self::pure) need that.
    ///
    /// ```
    /// use plotreel::{Figure, FuncAnimation, NullWriter};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0])?;
    /// let film = FuncAnimation::new_pure(|fig, k| fig[line].set_ydata(&[0.0, f64::from(k)]), 0..40)
    ///     .save_parallel(&fig, "slopes.mp4", &NullWriter::new(30))?;
    /// assert_eq!((film.frames, fig[line].ydata()[1]), (40, 1.0));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn new_pure<R: IntoFrameResult>(func: F, frames: impl IntoIterator<IntoIter = J>) -> Self
    where
        F: Fn(&mut Figure, J::Item) -> R + Send + Sync,
    {
        Self::sure(func, frames.into_iter()).pure()
    }

    fn sure(func: F, frames: J) -> Self {
        Animation::of(FuncFrames {
            func,
            frames: frames.map(Ok as fn(_) -> _),
            next: None,
        })
    }
}

impl<F, J, T, E> Animation<'_, FuncFrames<F, Fallible<J, T>>>
where
    J: Iterator<Item = Result<T, E>>,
    E: Into<BoxError>,
{
    /// As `new`, for frames that can fail: an error is returned as [`Error::Frame`](crate::Error::Frame) with its
    /// index, and no file is left behind.
    ///
    /// ```
    /// use plotreel::{Error, Figure, FuncAnimation, NullWriter};
    ///
    /// let readings = ["1.5", "2.5", "none"].map(str::parse::<f64>);
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let animation = FuncAnimation::try_new(|fig, value| fig.suptitle(format!("{value:.1} V")), readings);
    /// let error = animation.save(&mut fig, "readings.mp4", &NullWriter::new(1)).unwrap_err();
    /// assert!(matches!(error, Error::Frame { index: 2, .. }));
    /// ```
    pub fn try_new<R: IntoFrameResult>(func: F, frames: impl IntoIterator<IntoIter = J>) -> Self
    where
        F: FnMut(&mut Figure, T) -> R,
    {
        Self::fallible(func, frames.into_iter())
    }

    /// As `new_pure`, for frames that can fail.
    pub fn try_new_pure<R: IntoFrameResult>(
        func: F,
        frames: impl IntoIterator<IntoIter = J>,
    ) -> Self
    where
        F: Fn(&mut Figure, T) -> R + Send + Sync,
    {
        Self::fallible(func, frames.into_iter()).pure()
    }

    fn fallible(func: F, frames: J) -> Self {
        let boxed: fn(Result<T, E>) -> Result<T, BoxError> = |frame| frame.map_err(Into::into);
        Animation::of(FuncFrames {
            func,
            frames: frames.map(boxed),
            next: None,
        })
    }
}

impl<F, I, T, R> Frames for FuncFrames<F, I>
where
    I: Iterator<Item = Result<T, BoxError>>,
    F: FnMut(&mut Figure, T) -> R,
    R: IntoFrameResult,
{
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.frames.size_hint()
    }

    fn fetch(&mut self) -> Result<bool, BoxError> {
        let Some(frame) = self.frames.next() else {
            return Ok(false);
        };
        self.next = Some(Ok(frame?));
        Ok(true)
    }

    fn show(&mut self, fig: &mut Figure) -> Result<(), BoxError> {
        match self.next.take() {
            Some(Ok(frame)) => (self.func)(fig, frame).into_frame_result(),
            _ => Ok(()),
        }
    }
}

impl<F, I: Iterator> fmt::Debug for FuncFrames<F, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FuncFrames")
            .field("left", &self.frames.size_hint())
            .finish_non_exhaustive()
    }
}
