//! Animations that show different artists in each frame.

use std::collections::HashSet;

use crate::animation::{Animation, Frames};
use crate::error::{BoxError, Error, Result};
use crate::figure::Figure;
use crate::handle::AnyHandle;

/// An animation in which each frame shows its own artists and hides those of the other frames.
///
/// Artists that belong to no frame are always shown. While the film is written, an artist's own visibility is ignored;
/// it is restored afterwards. All settings are those of [`Animation`].
///
/// ```
/// use ndarray::Array2;
/// use plotreel::{AnyHandle, ArtistAnimation, Figure, NullWriter};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let mut frames: Vec<Vec<AnyHandle>> = Vec::new();
/// for i in 0..10 {
///     let image = fig[ax].imshow(&Array2::from_shape_fn((40, 60), |(y, x)| f64::from(i) + (x * y) as f64))?;
///     let text = fig[ax].text(3.0, 5.0, format!("run {i}"));
///     frames.push(vec![image.into(), text.into()]);
/// }
/// let film = ArtistAnimation::new(frames).save(&mut fig, "runs.mp4", &NullWriter::new(5))?;
/// assert_eq!(film.frames, 10);
/// # Ok::<(), plotreel::Error>(())
/// ```
pub type ArtistAnimation<'a> = Animation<'a, ArtistFrames>;

/// A list of artists for each frame.
#[derive(Debug, Clone)]
pub struct ArtistFrames {
    lists: Vec<Vec<AnyHandle>>,
    /// How many lists were fetched.
    fetched: usize,
    /// The list that is shown.
    shown: Option<usize>,
}

impl Animation<'_, ArtistFrames> {
    /// Shows the artists of one list after another.
    pub fn new<H: Into<AnyHandle>>(lists: impl IntoIterator<Item: IntoIterator<Item = H>>) -> Self {
        let lists = lists.into_iter();
        let lists = lists.map(|list| list.into_iter().map(Into::into).collect());
        Animation::of(ArtistFrames {
            lists: lists.collect(),
            fetched: 0,
            shown: None,
        })
    }
}

impl ArtistFrames {
    fn all(&self) -> HashSet<AnyHandle> {
        self.lists.iter().flatten().copied().collect()
    }
}

impl Frames for ArtistFrames {
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.lists.len() - self.fetched;
        (left, Some(left))
    }

    fn begin(&mut self, fig: &mut Figure) -> Result<()> {
        for (index, list) in (0..).zip(&self.lists) {
            if let Some(source) = list.iter().find_map(|handle| missing(fig, *handle)) {
                return Err(Error::Frame { index, source });
            }
        }
        for handle in self.all() {
            show(fig, handle, Some(false));
        }
        Ok(())
    }

    fn fetch(&mut self) -> Result<bool, BoxError> {
        let more = self.fetched < self.lists.len();
        self.fetched += usize::from(more);
        Ok(more)
    }

    fn show(&mut self, fig: &mut Figure) -> Result<(), BoxError> {
        let now = self.fetched.checked_sub(1);
        let list = |place: Option<usize>| place.map_or(&[][..], |place| &self.lists[place]);
        let (old, new) = (list(self.shown), list(now));
        // Another animation of the same film may have removed one meanwhile.
        if let Some(error) = new.iter().find_map(|handle| missing(fig, *handle)) {
            return Err(error);
        }
        for handle in old.iter().filter(|handle| !new.contains(handle)) {
            show(fig, *handle, Some(false));
        }
        for handle in new {
            show(fig, *handle, Some(true));
        }
        self.shown = now;
        Ok(())
    }

    fn end(&mut self, fig: &mut Figure) {
        for handle in self.all() {
            show(fig, handle, None);
        }
    }
}

/// Why an artist can't be shown, if it can't.
fn missing(fig: &mut Figure, handle: AnyHandle) -> Option<BoxError> {
    match fig.slot_mut(handle) {
        Some(_) => None,
        None => Some(format!("{handle:?} is not an artist of this figure").into()),
    }
}

fn show(fig: &mut Figure, handle: AnyHandle, shown: Option<bool>) {
    if let Some(slot) = fig.slot_mut(handle) {
        slot.show(shown);
    }
}
