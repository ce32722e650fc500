//! The frames of an animation.

use crate::error::{BoxError, Result};
use crate::figure::Figure;
use crate::handle::Handle;

/// The frames of an [`Animation`](crate::Animation).
///
/// `FuncAnimation` and `ArtistAnimation` have their own; use [`Animation::of`](crate::Animation::of) for others.
///
/// ```
/// use plotreel::{Animation, Figure, NullWriter};
/// use plotreel::animation::Frames;
/// use plotreel::error::BoxError;
///
/// /// Counts down in the title of the figure.
/// struct Countdown(usize);
///
/// impl Frames for Countdown {
///     fn size_hint(&self) -> (usize, Option<usize>) {
///         (self.0, Some(self.0))
///     }
///
///     fn fetch(&mut self) -> Result<bool, BoxError> {
///         Ok(self.0 > 0)
///     }
///
///     fn show(&mut self, fig: &mut Figure) -> Result<(), BoxError> {
///         fig.suptitle(self.0.to_string());
///         self.0 -= 1;
///         Ok(())
///     }
/// }
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let film = Animation::of(Countdown(10)).save(&mut fig, "countdown.mp4", &NullWriter::new(1))?;
/// assert_eq!(film.frames, 10);
/// # Ok::<(), plotreel::Error>(())
/// ```
pub trait Frames {
    /// The number of frames left: lower and upper bound, as for an iterator.
    fn size_hint(&self) -> (usize, Option<usize>);

    /// Prepares the figure before the first frame.
    ///
    /// # Errors
    /// Any error that prevents the animation.
    fn begin(&mut self, _fig: &mut Figure) -> Result<()> {
        Ok(())
    }

    /// Fetches the next frame without changing the figure; `false` if there is none.
    ///
    /// # Errors
    /// Those of the source of the frames.
    fn fetch(&mut self) -> Result<bool, BoxError>;

    /// Makes the figure show the frame that was fetched last.
    ///
    /// # Errors
    /// Any error that prevents the frame from being shown.
    fn show(&mut self, fig: &mut Figure) -> Result<(), BoxError>;

    /// Restores the figure after the last frame or a failure.
    fn end(&mut self, _fig: &mut Figure) {}
}

/// Two animations in parallel, as long as the shorter one.
#[derive(Debug, Clone)]
pub struct Together<A, B>(pub(super) A, pub(super) B);

impl<A: Frames, B: Frames> Frames for Together<A, B> {
    fn size_hint(&self) -> (usize, Option<usize>) {
        let ((least, most), (other_least, other_most)) = (self.0.size_hint(), self.1.size_hint());
        let most = match (most, other_most) {
            (Some(most), Some(other)) => Some(most.min(other)),
            (most, other) => most.or(other),
        };
        (least.min(other_least), most)
    }

    fn begin(&mut self, fig: &mut Figure) -> Result<()> {
        self.0.begin(fig)?;
        self.1.begin(fig)
    }

    fn fetch(&mut self) -> Result<bool, BoxError> {
        Ok(self.0.fetch()? && self.1.fetch()?)
    }

    fn show(&mut self, fig: &mut Figure) -> Result<(), BoxError> {
        self.0.show(fig)?;
        self.1.show(fig)
    }

    fn end(&mut self, fig: &mut Figure) {
        self.0.end(fig);
        self.1.end(fig);
    }
}

/// What a function that changes the figure may return: nothing, a handle, or a `Result` with any error.
pub trait IntoFrameResult {
    /// Converts it to a result.
    ///
    /// # Errors
    /// That of the function.
    fn into_frame_result(self) -> Result<(), BoxError>;
}

impl IntoFrameResult for () {
    fn into_frame_result(self) -> Result<(), BoxError> {
        Ok(())
    }
}

impl<A: ?Sized> IntoFrameResult for Handle<A> {
    fn into_frame_result(self) -> Result<(), BoxError> {
        Ok(())
    }
}

impl<E: Into<BoxError>> IntoFrameResult for Result<(), E> {
    fn into_frame_result(self) -> Result<(), BoxError> {
        self.map_err(Into::into)
    }
}
