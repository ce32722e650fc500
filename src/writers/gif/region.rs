//! A part of a picture.

use std::ops::Range;

use crate::frame_size::FrameSize;

/// A rectangle of pixels with at least one in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Region {
    pub(super) fn whole(size: FrameSize) -> Self {
        Self {
            left: 0,
            top: 0,
            width: size.width as usize,
            height: size.height as usize,
        }
    }

    /// A single pixel, for a picture that changes nothing.
    pub(super) fn first_pixel() -> Self {
        Self {
            left: 0,
            top: 0,
            width: 1,
            height: 1,
        }
    }

    /// The bounds of all chosen pixels of a picture, if any. Rows that can't contain one are skipped.
    pub(super) fn bounds(
        size: FrameSize,
        row_may: impl Fn(usize) -> bool,
        is_chosen: impl Fn(usize, usize) -> bool,
    ) -> Option<Self> {
        let width = size.width as usize;
        let (mut left, mut right) = (width, 0);
        let mut rows: Option<Range<usize>> = None;
        for y in (0..size.height as usize).filter(|y| row_may(*y)) {
            let Some(first) = (0..width).find(|x| is_chosen(y, *x)) else {
                continue;
            };
            left = left.min(first);
            let start = right.max(first);
            right = (start..width)
                .rfind(|x| is_chosen(y, *x))
                .map_or(right, |x| right.max(x + 1));
            rows = Some(rows.map_or(y, |rows| rows.start)..y + 1);
        }
        rows.map(|rows| Self {
            left,
            top: rows.start,
            width: right - left,
            height: rows.len(),
        })
    }

    /// The bounds of both.
    pub(super) fn union(self, other: Self) -> Self {
        let (left, top) = (self.left.min(other.left), self.top.min(other.top));
        let right = (self.left + self.width).max(other.left + other.width);
        let bottom = (self.top + self.height).max(other.top + other.height);
        Self {
            left,
            top,
            width: right - left,
            height: bottom - top,
        }
    }

    pub(super) fn contains(self, y: usize, x: usize) -> bool {
        self.has_row(y) && (self.left..self.left + self.width).contains(&x)
    }

    pub(super) fn has_row(self, y: usize) -> bool {
        (self.top..self.top + self.height).contains(&y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_what_is_chosen_and_no_more() {
        let size = FrameSize {
            width: 9,
            height: 7,
        };
        let bounds = |chosen: &[(usize, usize)]| {
            Region::bounds(size, |_| true, |y, x| chosen.contains(&(y, x)))
        };
        assert_eq!(bounds(&[]), None);
        for chosen in [
            vec![(0, 0)],
            vec![(6, 8)],
            vec![(1, 7), (2, 3), (5, 4)],
            vec![(1, 2), (1, 6), (3, 5)],
        ] {
            let found = bounds(&chosen).unwrap();
            let (ys, xs): (Vec<_>, Vec<_>) = chosen.iter().copied().unzip();
            let expected = Region {
                left: *xs.iter().min().unwrap(),
                top: *ys.iter().min().unwrap(),
                width: xs.iter().max().unwrap() - xs.iter().min().unwrap() + 1,
                height: ys.iter().max().unwrap() - ys.iter().min().unwrap() + 1,
            };
            assert_eq!(found, expected, "{chosen:?}");
        }
    }
}
