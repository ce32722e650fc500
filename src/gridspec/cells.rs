//! Rows and columns of a grid.

use std::ops::{Range, RangeBounds};

/// One row or column, or a range of them.
pub trait Cells {
    /// The range among `n`.
    fn within(&self, n: usize) -> Range<usize>;
}

impl Cells for usize {
    fn within(&self, _: usize) -> Range<usize> {
        *self..self.saturating_add(1)
    }
}

macro_rules! cells_of_ranges {
    ($($range:ty),*) => {$(
        impl Cells for $range {
            fn within(&self, n: usize) -> Range<usize> {
                bounds(self, n)
            }
        }
    )*};
}
cells_of_ranges!(
    Range<usize>,
    std::ops::RangeInclusive<usize>,
    std::ops::RangeFrom<usize>,
    std::ops::RangeTo<usize>,
    std::ops::RangeFull
);

fn bounds(range: &impl RangeBounds<usize>, n: usize) -> Range<usize> {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    let start = match range.start_bound() {
        Included(start) => *start,
        Excluded(start) => start.saturating_add(1),
        Unbounded => 0,
    };
    let end = match range.end_bound() {
        Included(end) => end.saturating_add(1),
        Excluded(end) => *end,
        Unbounded => n,
    };
    start..end
}
