//! The region in which a frame differs from the one before it.

use crate::frame_size::FrameSize;

/// A part of a picture, in pixels from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) x: u32,
    pub(crate) y: u32,
    pub(crate) size: FrameSize,
}

impl Region {
    /// All of a picture.
    pub(crate) fn whole(size: FrameSize) -> Self {
        Self { x: 0, y: 0, size }
    }

    /// The smallest that holds every pixel of four bytes which is not as it was; `None` if all are.
    pub(crate) fn changed(before: &[u8], now: &[u8], size: FrameSize) -> Option<Self> {
        let stride = 4 * size.width as usize;
        let rows = || before.chunks_exact(stride).zip(now.chunks_exact(stride));
        let differs = |(a, b): (&[u8], &[u8])| a != b;
        let top = rows().position(differs)?;
        let bottom = rows().rposition(differs)?;
        let (mut left, mut right) = (stride, 0);
        for (a, b) in rows().take(bottom + 1).skip(top) {
            left = equal_bytes(&a[..left], &b[..left]);
            let end = equal_bytes_at_end(&a[right..], &b[right..]);
            right = stride - end;
        }
        let (x, end) = (left / 4, right.div_ceil(4));
        Some(Self {
            x: x as u32,
            y: top as u32,
            size: FrameSize {
                width: (end - x) as u32,
                height: (bottom + 1 - top) as u32,
            },
        })
    }
}

/// Bytes that are compared at once.
const STEP: usize = 64;

/// The number of equal bytes at the beginning.
fn equal_bytes(a: &[u8], b: &[u8]) -> usize {
    let steps = a.chunks(STEP).zip(b.chunks(STEP));
    let same = (steps.take_while(|(a, b)| a == b).map(|(a, _)| a.len())).sum();
    let rest = a[same..].iter().zip(&b[same..]);
    same + rest.take_while(|(a, b)| a == b).count()
}

/// The number of equal bytes at the end.
fn equal_bytes_at_end(a: &[u8], b: &[u8]) -> usize {
    let steps = a.rchunks(STEP).zip(b.rchunks(STEP));
    let same: usize = (steps.take_while(|(a, b)| a == b).map(|(a, _)| a.len())).sum();
    let end = a.len() - same;
    let rest = a[..end].iter().rev().zip(b[..end].iter().rev());
    same + rest.take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_is_the_smallest_that_holds_all_changes() {
        let size = FrameSize {
            width: 37,
            height: 19,
        };
        let before = vec![7u8; size.bytes()];
        let mut state = 5u32;
        let mut next = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % below
        };
        for changes in [1, 2, 5] {
            for _ in 0..200 {
                let mut now = before.clone();
                let points: Vec<_> = (0..changes).map(|_| (next(37), next(19))).collect();
                for (x, y) in &points {
                    now[4 * (y * 37 + x) as usize + next(4) as usize] = 8;
                }
                let region = Region::changed(&before, &now, size).unwrap();
                let (xs, ys) = (points.iter().map(|p| p.0), points.iter().map(|p| p.1));
                let (x, y) = (xs.clone().min().unwrap(), ys.clone().min().unwrap());
                let size = FrameSize {
                    width: xs.max().unwrap() + 1 - x,
                    height: ys.max().unwrap() + 1 - y,
                };
                assert_eq!(region, Region { x, y, size }, "{points:?}");
            }
        }
        assert_eq!(Region::changed(&before, &before, size), None);
    }
}
