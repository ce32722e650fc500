//! The pixels that each frame has to paint over the one before it.

use super::patch::opaque;
use super::region::Region;
use super::timeline::SharedPixels;
use crate::frame_size::FrameSize;

/// The disposal of a frame's region after its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Disposal {
    /// It stays.
    Keep = 1,
    /// It becomes transparent.
    Clear = 2,
}

/// A frame, and the pixels that it is painted over.
#[derive(Debug)]
pub(super) struct Painting {
    pub(super) picture: SharedPixels,
    /// The previous content, if any.
    pub(super) before: Option<SharedPixels>,
    /// The part of that which was cleared.
    pub(super) cleared: Option<Region>,
    /// The part that is painted.
    pub(super) region: Region,
    /// Hundredths of a second.
    pub(super) delay: u16,
    pub(super) disposal: Disposal,
}

/// Finds what changes from frame to frame; how one ends is known when the next comes.
#[derive(Debug)]
pub(super) struct Changes {
    size: FrameSize,
    is_transparent: bool,
    /// Whether nothing is left of the last frame.
    clears: bool,
    last: Option<Painting>,
}

impl Changes {
    pub(super) fn new(size: FrameSize, is_transparent: bool, clears: bool) -> Self {
        Self {
            size,
            is_transparent,
            clears,
            last: None,
        }
    }

    /// Takes a frame and returns the one before it.
    pub(super) fn next(&mut self, picture: SharedPixels, delay: u16) -> Option<Painting> {
        let (size, width) = (self.size, self.size.width as usize);
        let Some(mut last) = self.last.take() else {
            self.last = Some(Painting {
                picture,
                before: None,
                cleared: None,
                region: Region::whole(size),
                delay,
                disposal: Disposal::Keep,
            });
            return None;
        };
        let (now, before) = (pixels(&picture), pixels(&last.picture));
        let row_changes = |y: usize| now[y * width..][..width] != before[y * width..][..width];
        let colors = |y: usize, x: usize| {
            let at = y * width + x;
            (opaque(now[at]), opaque(before[at]))
        };
        let vanished = || {
            let vanishes = |y, x| matches!(colors(y, x), (0, before) if before != 0);
            Region::bounds(size, row_changes, vanishes)
        };
        let vanished = self.is_transparent.then(vanished).flatten();
        let cleared = vanished.map(|vanished| {
            last.disposal = Disposal::Clear;
            // What is beside the pixels that it paints it leaves as they are, until they are cleared with it.
            last.region = last.region.union(vanished);
            last.region
        });
        let row_may = |y| cleared.is_some_and(|c| c.has_row(y)) || row_changes(y);
        let appears = |y, x| {
            let (now, before) = colors(y, x);
            let is_cleared = cleared.is_some_and(|cleared| cleared.contains(y, x));
            now != 0 && (is_cleared || now != before)
        };
        let region = Region::bounds(size, row_may, appears).unwrap_or(Region::first_pixel());
        self.last = Some(Painting {
            picture,
            before: Some(last.picture.clone()),
            cleared,
            region,
            delay,
            disposal: Disposal::Keep,
        });
        Some(last)
    }

    /// The last frame.
    pub(super) fn finish(&mut self) -> Option<Painting> {
        let mut last = self.last.take()?;
        if self.clears {
            last.region = Region::whole(self.size);
            last.disposal = Disposal::Clear;
        }
        Some(last)
    }
}

/// The pixels of a picture as bytes B, G, R, A.
pub(super) fn pixels(picture: &[u8]) -> &[[u8; 4]] {
    picture.as_chunks().0
}
