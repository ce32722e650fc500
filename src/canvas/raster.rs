//! The pixels of a canvas, and which of them differ from the picture that they were copied from.

use std::ops::Range;

use crate::canvas::coverage::{CHUNK, LANES, marked};
use crate::frame_size::FrameSize;
use crate::mapping::PixelRect;
use crate::stamp::Stamp;

/// BGRA pixels that can be restored to a picture at the cost of what was drawn over it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Raster {
    /// Columns.
    width: usize,
    bytes: Vec<u8>,
    /// The picture that these pixels equal except for the changes, if any.
    picture: Option<Stamp>,
    /// For each group of pixels, row by row in whole chunks, whether it was changed.
    changes: Vec<u8>,
    /// What was drawn on since the pixels were kept, put back or noted last.
    touched: Touched,
}

/// The part of a raster that may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Touched {
    #[default]
    Nothing,
    /// What its marks say.
    Marked,
    Everything,
}

/// A box around what was drawn: in columns of groups of pixels, and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct InkBox {
    columns: (usize, usize),
    rows: (usize, usize),
}

impl InkBox {
    const EVERYWHERE: Self = Self {
        columns: (0, usize::MAX),
        rows: (0, usize::MAX),
    };

    /// Around marks, of which each row has so many.
    fn around(marks: &[u8], stride: usize) -> Self {
        let mut found = Self::default();
        for (y, row) in marks.chunks_exact(stride.max(1)).enumerate() {
            // Most rows have none, so a test of the whole row is faster than stopping at the first.
            if row.iter().fold(0, |any, mark| any | mark) == 0 {
                continue;
            }
            let first = row.iter().position(|mark| *mark != 0).unwrap_or(0);
            let last = row.iter().rposition(|mark| *mark != 0).unwrap_or(0);
            found = found.union(Self {
                columns: (first, last + 1),
                rows: (y, y + 1),
            });
        }
        found
    }

    fn is_empty(self) -> bool {
        self.rows.0 >= self.rows.1
    }

    pub(crate) fn union(self, other: Self) -> Self {
        let both = |a: (usize, usize), b: (usize, usize)| (a.0.min(b.0), a.1.max(b.1));
        match (self.is_empty(), other.is_empty()) {
            (true, _) => other,
            (_, true) => self,
            _ => Self {
                columns: both(self.columns, other.columns),
                rows: both(self.rows, other.rows),
            },
        }
    }

    /// Whether two boxes have something in common.
    pub(crate) fn meets(self, other: Self) -> bool {
        let meet = |a: (usize, usize), b: (usize, usize)| a.0.max(b.0) < a.1.min(b.1);
        meet(self.columns, other.columns) && meet(self.rows, other.rows)
    }
}

/// Pixels that are kept.
#[derive(Debug, Default)]
pub(crate) struct KeptPixels {
    id: Stamp,
    bytes: Vec<u8>,
    /// Its first pixels, which most groups of a background are like.
    plain: GroupBytes,
    /// For each group, as of a raster's changes, whether it is like these, and need not be read from memory.
    is_plain: Vec<u8>,
}

/// The bytes of a group of pixels.
type GroupBytes = [u8; 4 * LANES];

/// The number of groups per row, for this number of columns.
fn stride(width: usize) -> usize {
    width.div_ceil(LANES).next_multiple_of(CHUNK)
}

impl Raster {
    pub(super) fn white(size: FrameSize) -> Self {
        let mut raster = Self::default().of_size(size);
        raster.bytes.fill(255);
        raster
    }

    /// The same with this size; the contents are unspecified if it had another.
    pub(super) fn of_size(mut self, size: FrameSize) -> Self {
        let width = size.width as usize;
        if (self.width, self.bytes.len()) != (width, size.bytes()) {
            (self.width, self.picture) = (width, None);
            // Zeros cost nothing before they are overwritten.
            self.bytes = vec![0; size.bytes()];
            self.changes = vec![0; stride(width) * size.height as usize];
        }
        self
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The pixels, any of which may change.
    pub(super) fn bytes_mut(&mut self) -> &mut [u8] {
        self.picture = None;
        self.touched = Touched::Everything;
        &mut self.bytes
    }

    /// The pixels of a rectangle that lies in the canvas may change.
    pub(super) fn rect_mut(&mut self, rect: PixelRect) -> &mut [u8] {
        let (_, mut marks) = self.parts();
        for y in rect.y0..rect.y1 {
            let row = marks.row(y as usize);
            marks.mark_all(rect.x0 as usize..rect.x1 as usize, row);
        }
        &mut self.bytes
    }

    /// The pixels with what marks groups of them as changed.
    pub(super) fn parts(&mut self) -> (&mut [[u8; 4]], Marks<'_>) {
        if self.touched == Touched::Nothing {
            self.touched = Touched::Marked;
        }
        let stride = stride(self.width);
        let marks = Marks {
            changes: &mut self.changes,
            stride,
        };
        (self.bytes.as_chunks_mut().0, marks)
    }

    /// Records later drawing separately; `marks` is memory for the earlier changes.
    pub(crate) fn begin_ink(&mut self, marks: &mut Vec<u8>) {
        marks.clear();
        if self.touched != Touched::Nothing {
            marks.resize(self.changes.len(), 0);
            std::mem::swap(&mut self.changes, marks);
            self.touched = Touched::Nothing;
        }
    }

    /// Returns where something was drawn since `begin_ink`.
    pub(crate) fn end_ink(&mut self, marks: &mut [u8]) -> InkBox {
        let ink = match self.touched {
            Touched::Nothing => InkBox::default(),
            Touched::Marked => InkBox::around(&self.changes, stride(self.width)),
            Touched::Everything => InkBox::EVERYWHERE,
        };
        for (change, mark) in self.changes.iter_mut().zip(marks) {
            *change |= *mark;
        }
        // What was drawn before counts, too.
        self.touched = self.touched.max(Touched::Marked);
        ink
    }

    /// Keeps what is drawn so far, in the memory of a picture that is no longer needed.
    pub(crate) fn keep(&mut self, picture: &mut KeptPixels) {
        picture.id = Stamp::next();
        picture.bytes.clear();
        picture.bytes.extend_from_slice(&self.bytes);
        picture.find_plain(self.width);
        self.picture = Some(picture.id);
        self.changes.fill(0);
        self.touched = Touched::Nothing;
    }

    /// Whether it equals a picture except for known changes.
    pub(crate) fn is_near(&self, picture: &KeptPixels) -> bool {
        self.picture == Some(picture.id)
    }

    /// Becomes a picture of the same size.
    pub(crate) fn restore(&mut self, picture: &KeptPixels) {
        self.touched = Touched::Nothing;
        if !self.is_near(picture) {
            self.bytes.copy_from_slice(&picture.bytes);
            self.picture = Some(picture.id);
            self.changes.fill(0);
            return;
        }
        let (stride, width) = (stride(self.width), self.width);
        let rows = self.changes.chunks_exact_mut(stride);
        for (y, (changes, is_plain)) in rows.zip(picture.is_plain.chunks_exact(stride)).enumerate()
        {
            let chunks = changes.as_chunks_mut().0.iter_mut();
            for (chunk, (changes, plain)) in chunks.zip(is_plain.as_chunks().0).enumerate() {
                let changes = std::mem::take(changes);
                if changes == [0; CHUNK] {
                    continue;
                }
                if (changes, *plain) == ([1; CHUNK], [1; CHUNK]) {
                    let start = 4 * (y * width + chunk * CHUNK * LANES);
                    let groups = self.bytes[start..].as_chunks_mut().0.iter_mut();
                    groups.take(CHUNK).for_each(|group| *group = picture.plain);
                    continue;
                }
                for group in marked(chunk, changes) {
                    let x = LANES * group;
                    let start = 4 * (y * width + x);
                    // Of a known length, as a call for each group would take longer.
                    match self.bytes[start..].first_chunk_mut::<{ 4 * LANES }>() {
                        Some(here) if is_plain[group] != 0 => *here = picture.plain,
                        Some(here) if x + LANES <= width => {
                            here.copy_from_slice(&picture.bytes[start..start + 4 * LANES]);
                        }
                        _ => {
                            let end = start + 4 * (width - x);
                            self.bytes[start..end].copy_from_slice(&picture.bytes[start..end]);
                        }
                    }
                }
            }
        }
    }
}

impl AsRef<[u8]> for Raster {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl KeptPixels {
    /// Finds which groups equal its first pixels, for rows of this number of columns.
    fn find_plain(&mut self, width: usize) {
        let stride = stride(width);
        self.is_plain.clear();
        self.plain = self.bytes.first_chunk().copied().unwrap_or_default();
        for (y, row) in self.bytes.chunks_exact(4 * width).enumerate() {
            let groups = row.as_chunks().0.iter();
            self.is_plain
                .extend(groups.map(|group| u8::from(*group == self.plain)));
            self.is_plain.resize((y + 1) * stride, 0);
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
    /// Where a row begins among the marks.
    pub(super) fn row(&self, y: usize) -> usize {
        y * self.stride
    }

    /// As many pixels as a group has, from this one on, in the row that begins there.
    #[inline(always)]
    pub(super) fn mark(&mut self, x: usize, row: usize) {
        let groups = &mut self.changes[row + x / LANES..];
        groups[0] = 1;
        if !x.is_multiple_of(LANES) {
            groups[1] = 1;
        }
    }

    /// These pixels of the row that begins there.
    pub(super) fn mark_all(&mut self, x: Range<usize>, row: usize) {
        let groups = x.start / LANES..x.end.div_ceil(LANES);
        self.changes[row..][groups].fill(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_was_drawn_the_picture_comes_back() {
        for _ in 0..256 {
            let mut rng = fastrand::Rng::new();
            println!("seed {}", rng.get_seed());
            let size = FrameSize {
                width: rng.u32(1..40),
                height: rng.u32(1..6),
            };
            let mut raster = Raster::white(size);
            let mut picture = KeptPixels::default();
            let boxes = [rng.usize(0..4), rng.usize(0..6)];
            let mut draw = |raster: &mut Raster, boxes: usize| {
                for _ in 0..boxes {
                    let (x0, y0, side) = (rng.i64(0..40), rng.i64(0..6), rng.i64(1..20));
                    let (x1, y1) = (x0 + side, y0 + side);
                    let rect = PixelRect { x0, y0, x1, y1 }.clip(size);
                    let gray = rng.u8(0..255);
                    let pixels = raster.rect_mut(rect);
                    for y in rect.y0..rect.y1 {
                        for x in rect.x0..rect.x1 {
                            pixels[4 * (y * i64::from(size.width) + x) as usize] = gray;
                        }
                    }
                }
            };
            draw(&mut raster, boxes[0]);
            raster.keep(&mut picture);
            let before = raster.bytes().to_vec();
            draw(&mut raster, boxes[1]);
            assert!(raster.is_near(&picture));
            raster.restore(&picture);
            assert_eq!(raster.bytes(), &before);
            let mut other = Raster::default().of_size(size);
            other.restore(&picture);
            assert_eq!(other.bytes(), &before);
        }
    }
}
