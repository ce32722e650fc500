//! Which frames of an animation a film has, and how long each is shown.

use std::time::Duration;

use crate::error::{Error, Result};
use crate::writers::Movie;

/// The frames of one film.
#[derive(Debug)]
pub(super) struct FilmFrames {
    /// The number of the first frame that is drawn.
    pub(super) first: u64,
    /// Whether the frames before it need not be shown.
    pub(super) is_pure: bool,
    /// How many are drawn, if that is known.
    pub(super) total: Option<u64>,
    /// The number of the first frame after the range.
    end: Option<u64>,
    durations: Vec<Duration>,
}

impl FilmFrames {
    /// The frames from `first` to `end`, of a number given by [`Frames::size_hint`](crate::animation::Frames::size_hint).
    pub(super) fn new(
        (least, most): (usize, Option<usize>),
        first: u64,
        end: Option<u64>,
        is_pure: bool,
        durations: Vec<Duration>,
    ) -> Result<Self> {
        // The size hint of endless iterators.
        if least == usize::MAX && end.is_none() {
            return Err(Error::Setting {
                name: "the number of frames",
                value: "endless".into(),
                expected: "a frame count by with_frame_count, or a finite range",
            });
        }
        let known = most.filter(|most| *most == least).map(|most| most as u64);
        let stop = match (known, end) {
            (Some(known), Some(end)) => Some(known.min(end)),
            // The smaller of the requested number and what the iterator promises.
            (None, Some(end)) if least as u64 >= end => Some(end),
            (known, _) => known,
        };
        let total = stop.map(|stop| stop.saturating_sub(first));
        if total == Some(0) || end.is_some_and(|end| end <= first) {
            return Err(Error::NoFrames);
        }
        Ok(Self {
            first,
            is_pure,
            total,
            end,
            durations,
        })
    }

    /// Whether the film ends before this frame.
    pub(super) fn is_over(&self, index: u64) -> bool {
        self.end.is_some_and(|end| index >= end)
    }

    /// Rejects frame durations that the film can't have, before a frame is drawn.
    pub(super) fn check(&self, movie: &Movie) -> Result<()> {
        let mut durations = self.durations.iter();
        durations.try_for_each(|duration| movie.check_frame(*duration))
    }

    /// How long a frame is shown.
    pub(super) fn duration(&self, index: u64, movie: &Movie) -> Duration {
        let place = usize::try_from(index).ok();
        let own = place.and_then(|place| self.durations.get(place));
        own.copied().unwrap_or_else(|| movie.frame_duration())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(hint: (usize, Option<usize>), first: u64, end: Option<u64>) -> Option<u64> {
        let plan = FilmFrames::new(hint, first, end, false, Vec::new());
        plan.unwrap().total
    }

    #[test]
    fn totals_are_known_where_iterators_tell() {
        assert_eq!(total((0..7).size_hint(), 0, None), Some(7));
        assert_eq!(total((0..7).size_hint(), 0, Some(5)), Some(5));
        assert_eq!(total((0..7).size_hint(), 2, Some(50)), Some(5));
        assert_eq!(total((0..).size_hint(), 2, Some(50)), Some(48));
        assert_eq!(total((0, None), 0, None), None);
        assert_eq!(total((0, Some(9)), 0, Some(5)), None);
    }

    #[test]
    fn films_without_a_frame_or_an_end_are_refused() {
        let plan = |hint, first, end| FilmFrames::new(hint, first, end, false, Vec::new());
        for (hint, first, end) in [
            ((0, Some(0)), 0, None),
            ((7, Some(7)), 7, None),
            ((0, None), 3, Some(3)),
            ((0, None), 4, Some(3)),
            ((usize::MAX, None), 0, Some(0)),
        ] {
            assert!(matches!(plan(hint, first, end), Err(Error::NoFrames)));
        }
        let error = plan((0u64..).size_hint(), 0, None).unwrap_err().to_string();
        assert!(
            error.contains("endless") && error.contains("with_frame_count"),
            "{error}"
        );
        assert!(plan(std::iter::repeat(1).size_hint(), 0, None).is_err());
    }
}
