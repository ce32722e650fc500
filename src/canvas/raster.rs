//! The pixels of a canvas, and which of them differ from the picture that they were copied from.

use std::ops::Range;

use crate::canvas::coverage::AHEAD;
use crate::canvas::frame_bytes::FrameBytes;
use crate::canvas::prefetch;
use crate::frame_size::FrameSize;
use crate::mapping::PixelRect;
use crate::marks::{GROUP, Marks, WORD, bits, ones, runs};
use crate::stamp::Stamp;

/// BGRA pixels that can be restored to a picture at the cost of what was drawn over it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Raster {
    /// Columns.
    width: usize,
    bytes: FrameBytes,
    /// The picture that these pixels equal except for the changes, if any.
    picture: Option<Stamp>,
    /// The groups of pixels that were changed.
    changes: Marks,
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

    fn around(marks: &Marks) -> Self {
        const BLOCK: usize = 64;
        let (words, stride) = (marks.words(), marks.stride());
        let all = |words: &[u64]| words.iter().fold(0, |all, word| all | word);
        let is_marked = |words: &[u64]| all(words) != 0;
        // In blocks, in which no word is looked at alone.
        let mut blocks = words.chunks(BLOCK);
        let Some(first) = blocks.position(is_marked) else {
            return Self::default();
        };
        let last = words.chunks(BLOCK).rposition(is_marked).unwrap_or(first);
        let part = BLOCK * first..(BLOCK * (last + 1)).min(words.len());
        let mut marked = (part.clone()).filter(|word| words[*word] != 0);
        let top = marked.next().unwrap_or(part.start) / stride;
        let bottom = marked.next_back().map_or(top, |word| word / stride);
        let rows = &words[top * stride..(bottom + 1) * stride];
        let column = |column: usize| rows[column..].iter().step_by(stride).fold(0, |a, b| a | b);
        let columns = (0..stride).map(column).enumerate();
        let mut columns = columns.filter(|(_, word)| *word != 0);
        let (left, first) = columns.next().unwrap_or_default();
        let (right, last) = columns.next_back().unwrap_or((left, first));
        Self {
            columns: (
                WORD * left + first.trailing_zeros() as usize,
                WORD * (right + 1) - last.leading_zeros() as usize,
            ),
            rows: (top, bottom + 1),
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
    bytes: FrameBytes,
    /// Its first pixels, which most groups of a background are like.
    plain: GroupBytes,
    /// The groups that are like these, and need not be read from memory.
    is_plain: Marks,
}

/// The bytes of a group of pixels.
type GroupBytes = [u8; 4 * GROUP];

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
            self.bytes = FrameBytes::zeros(size.bytes());
            self.changes = Marks::none(size);
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
        let (_, marks) = self.parts();
        for y in rect.y0..rect.y1 {
            let row = marks.row(y as usize);
            marks.mark_all(rect.x0 as usize..rect.x1 as usize, row);
        }
        &mut self.bytes
    }

    /// The pixels with what marks groups of them as changed.
    pub(super) fn parts(&mut self) -> (&mut [[u8; 4]], &mut Marks) {
        if self.touched == Touched::Nothing {
            self.touched = Touched::Marked;
        }
        (self.bytes.as_chunks_mut().0, &mut self.changes)
    }

    /// Records later drawing separately; `marks` is memory for the earlier changes.
    pub(crate) fn begin_ink(&mut self, marks: &mut Marks) {
        if self.touched == Touched::Nothing {
            marks.drop_all();
            return;
        }
        marks.clear_as(&self.changes);
        std::mem::swap(&mut self.changes, marks);
        self.touched = Touched::Nothing;
    }

    /// Returns where something was drawn since `begin_ink`.
    pub(crate) fn end_ink(&mut self, marks: &Marks) -> InkBox {
        let ink = match self.touched {
            Touched::Nothing => InkBox::default(),
            Touched::Marked => InkBox::around(&self.changes),
            Touched::Everything => InkBox::EVERYWHERE,
        };
        self.changes.add(marks);
        // What was drawn before counts, too.
        self.touched = self.touched.max(Touched::Marked);
        ink
    }

    /// Keeps what is drawn so far, in the memory of a picture that is no longer needed.
    pub(crate) fn keep(&mut self, picture: &mut KeptPixels) {
        picture.id = Stamp::next();
        picture.bytes.copy_from(&self.bytes);
        picture.is_plain.clear_as(&self.changes);
        picture.find_plain(self.width);
        self.picture = Some(picture.id);
        self.changes.clear();
        self.touched = Touched::Nothing;
    }

    /// Whether it equals a picture except for known changes.
    pub(crate) fn is_near(&self, picture: &KeptPixels) -> bool {
        self.picture == Some(picture.id)
    }

    /// The picture that it equals, except where it is marked, if any.
    pub(crate) fn likeness(&self) -> Option<(Stamp, &Marks)> {
        self.picture.map(|picture| (picture, &self.changes))
    }

    /// Becomes a picture of the same size, except where it `hides` what is below the next drawing.
    pub(crate) fn restore(&mut self, picture: &KeptPixels, hides: PixelRect) {
        self.touched = Touched::Nothing;
        if !self.is_near(picture) {
            self.bytes.copy_from_slice(&picture.bytes);
            self.picture = Some(picture.id);
            self.changes.clear();
            return;
        }
        let (bytes, width, stride) = (&mut *self.bytes, self.width, self.changes.stride());
        let words = self.changes.words_mut();
        let hidden = groups_within(hides, width);
        for (y, plain) in picture.is_plain.rows().enumerate() {
            let is_hidden = (hides.y0..hides.y1).contains(&(y as i64));
            for (column, plain) in plain.iter().enumerate() {
                let here = y * stride + column;
                let hidden = if is_hidden { bits(&hidden, column) } else { 0 };
                let changed = words[here] & !hidden;
                // What is hidden is marked again anyway.
                words[here] &= hidden;
                if changed == 0 {
                    continue;
                }
                let start = 4 * (y * width + column * WORD * GROUP);
                let later = words.get(here + AHEAD as usize * stride);
                if let Some(group) = later.and_then(|later| ones(*later).next())
                    && let Some(byte) =
                        bytes.get(start + 4 * (AHEAD as usize * width + GROUP * group))
                {
                    prefetch(byte);
                }
                let end = (start + 4 * GROUP * WORD).min(4 * (y + 1) * width);
                let (to, from) = (&mut bytes[start..end], &picture.bytes[start..end]);
                // The last group of a row may have fewer pixels, and is not plain.
                let ((to, rest), (from, last)) = (to.as_chunks_mut(), from.as_chunks());
                for groups in runs(changed & plain) {
                    to[groups].fill(picture.plain);
                }
                let mut is_last = false;
                for group in ones(changed & !plain) {
                    match (to.get_mut(group), from.get(group)) {
                        (Some(to), Some(from)) => *to = *from,
                        // Copied later, as a call for each group would take longer.
                        _ => is_last = true,
                    }
                }
                if is_last {
                    rest.copy_from_slice(last);
                }
            }
        }
    }
}

/// The groups of a row of so many pixels that are within a rectangle.
fn groups_within(rect: PixelRect, width: usize) -> Range<usize> {
    let (left, right) = (rect.x0.max(0) as usize, rect.x1.max(0) as usize);
    // The last group of a row may have fewer pixels.
    let end = if right >= width {
        right.div_ceil(GROUP)
    } else {
        right / GROUP
    };
    left.div_ceil(GROUP)..end
}

impl AsRef<[u8]> for Raster {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl KeptPixels {
    /// Finds which groups equal its first pixels, for rows of this number of columns.
    fn find_plain(&mut self, width: usize) {
        self.plain = self.bytes.first_chunk().copied().unwrap_or_default();
        let (plain, stride) = (self.plain, self.is_plain.stride());
        let rows = self.is_plain.words_mut().chunks_exact_mut(stride.max(1));
        for (words, row) in rows.zip(self.bytes.chunks_exact(4 * width)) {
            for (word, groups) in words.iter_mut().zip(row.as_chunks().0.chunks(WORD)) {
                for (group, bytes) in groups.iter().enumerate() {
                    *word |= u64::from(*bytes == plain) << group;
                }
            }
        }
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
            let (x0, y0) = (rng.i64(-9..40), rng.i64(-2..6));
            let (x1, y1) = (x0 + rng.i64(0..50), y0 + rng.i64(0..6));
            let hides = PixelRect { x0, y0, x1, y1 };
            raster.restore(&picture, hides);
            let bytes = raster.bytes().chunks_exact(4).zip(before.chunks_exact(4));
            for (place, (byte, before)) in (0..).zip(bytes) {
                let (x, y) = (place % i64::from(size.width), place / i64::from(size.width));
                let is_hidden = (x0..x1).contains(&x) && (y0..y1).contains(&y);
                assert!(is_hidden || byte == before, "{x}, {y} beside {hides:?}");
            }
            raster.restore(&picture, PixelRect::EMPTY);
            assert_eq!(raster.bytes(), &before);
            let mut other = Raster::default().of_size(size);
            other.restore(&picture, hides);
            assert_eq!(other.bytes(), &before);
        }
    }
}
