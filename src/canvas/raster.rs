//! A canvas's pixels, and which of them are not those of the picture that they were copied from.

use std::ops::Range;

use crate::canvas::FrameSize;
use crate::canvas::coverage::{CHUNK, LANES};
use crate::stamp::Stamp;
use crate::transform::PixelRect;

/// BGRA pixels that can become a picture again at the cost of what was drawn over it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Raster {
    /// Columns.
    width: usize,
    bytes: Vec<u8>,
    /// The picture that these are but for the changes, if any.
    picture: Option<Stamp>,
    /// For each group of pixels, row by row in whole chunks, whether it was changed.
    changes: Vec<u8>,
}

/// Pixels that are kept.
#[derive(Debug, Default)]
pub(crate) struct Picture {
    id: Stamp,
    bytes: Vec<u8>,
}

impl Raster {
    pub(super) fn new(size: FrameSize) -> Self {
        Self::default().of_size(size)
    }

    /// Ready bytes, which nothing is drawn on.
    pub(crate) fn of_bytes(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            ..Self::default()
        }
    }

    /// The same with this size; the contents are unspecified if it had another.
    pub(super) fn of_size(mut self, size: FrameSize) -> Self {
        let width = size.width as usize;
        if (self.width, self.bytes.len()) != (width, size.bytes()) {
            (self.width, self.picture) = (width, None);
            self.bytes.resize(size.bytes(), 255);
            self.changes.resize(self.stride() * size.height as usize, 0);
        }
        self
    }

    /// Groups from one row to the next.
    fn stride(&self) -> usize {
        self.width.div_ceil(LANES).next_multiple_of(CHUNK)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The pixels, any of which may change.
    pub(super) fn bytes_mut(&mut self) -> &mut [u8] {
        self.picture = None;
        &mut self.bytes
    }

    /// The pixels of a rectangle that lies in the canvas may change.
    pub(super) fn rect_mut(&mut self, rect: PixelRect) -> &mut [u8] {
        let (_, mut marks) = self.parts();
        for y in rect.y0..rect.y1 {
            marks.mark_all(rect.x0 as usize..rect.x1 as usize, y as usize);
        }
        &mut self.bytes
    }

    /// The pixels with what marks groups of them as changed.
    pub(super) fn parts(&mut self) -> (&mut [[u8; 4]], Marks<'_>) {
        let stride = self.stride();
        let marks = Marks {
            changes: &mut self.changes,
            stride,
        };
        (self.bytes.as_chunks_mut().0, marks)
    }

    /// Keeps what is drawn so far, in the memory of a picture that is not needed any more.
    pub(crate) fn keep(&mut self, picture: &mut Picture) {
        picture.id = Stamp::next();
        picture.bytes.clear();
        picture.bytes.extend_from_slice(&self.bytes);
        self.picture = Some(picture.id);
        self.changes.fill(0);
    }

    /// Whether it is a picture but for what it knows to be changed.
    pub(crate) fn is_near(&self, picture: &Picture) -> bool {
        self.picture == Some(picture.id)
    }

    /// Becomes a picture of the same size.
    pub(crate) fn restore(&mut self, picture: &Picture) {
        if !self.is_near(picture) {
            self.bytes.copy_from_slice(&picture.bytes);
            self.picture = Some(picture.id);
            self.changes.fill(0);
            return;
        }
        let (stride, width) = (self.stride(), self.width);
        let rows = self.changes.chunks_exact_mut(stride);
        for (row, changes) in rows.enumerate() {
            for (chunk, changes) in changes.as_chunks_mut::<CHUNK>().0.iter_mut().enumerate() {
                let mut rest = u64::from_le_bytes(std::mem::take(changes));
                while rest != 0 {
                    let group = CHUNK * chunk + rest.trailing_zeros() as usize / 8;
                    rest &= rest - 1;
                    let x = LANES * group;
                    let start = 4 * (row * width + x);
                    let (here, there) = (&mut self.bytes[start..], &picture.bytes[start..]);
                    // Of a known length, as a call for each group would take longer.
                    match (here.first_chunk_mut(), there.first_chunk::<{ 4 * LANES }>()) {
                        (Some(here), Some(there)) if x + LANES <= width => *here = *there,
                        _ => {
                            let rest = 4 * (width - x);
                            here[..rest].copy_from_slice(&there[..rest]);
                        }
                    }
                }
            }
        }
    }
}

/// Marks groups of pixels as changed.
#[derive(Debug)]
pub(super) struct Marks<'a> {
    changes: &'a mut [u8],
    stride: usize,
}

impl Marks<'_> {
    /// As many pixels as a group has, from this one on.
    #[inline(always)]
    pub(super) fn mark(&mut self, x: usize, y: usize) {
        let row = y * self.stride;
        let last = x + (LANES - 1);
        self.changes[row + x / LANES] = 1;
        self.changes[row + last / LANES] = 1;
    }

    /// These pixels of a row.
    pub(super) fn mark_all(&mut self, x: Range<usize>, y: usize) {
        let groups = x.start / LANES..x.end.div_ceil(LANES);
        self.changes[y * self.stride..][groups].fill(1);
    }
}
