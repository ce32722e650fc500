//! How much of each pixel a shape covers, in integers as in Agg's rasterizer.

mod cells;
mod groups;
mod lines;
mod outlines;
mod steps;
#[cfg(test)]
mod tests;
mod trace;

use std::ops::Range;

use kurbo::Rect;

use crate::mapping::PixelRect;
use crate::marks::GROUP;
pub(super) use cells::whole;
use cells::{Cells, cover, cross, deep_cover, deep_cross, runs_whole};
pub(super) use groups::Groups;
pub(super) use lines::{Between, Lines};
use steps::SCALE;

/// Pixels that are painted at once: those whose changes are marked together.
pub(super) const LANES: usize = GROUP;
const SIDE: i64 = LANES as i64;
/// Groups that are looked at together.
pub(super) const CHUNK: usize = 8;
/// Rows whose touched groups are found before they are painted, as the processor has not enough registers for both loops
/// at once. Until then their pixels, which are prefetched, should stay in its cache.
const BLOCK: usize = 16;

/// Rows from the one being painted to the one prefetched into the processor's cache: shapes go down the
/// canvas, where one row's pixels are far from the next one's.
pub(super) const AHEAD: i64 = 4;

/// How much of each pixel of a group is covered, in 255ths.
pub(super) type Covers = [i32; LANES];

/// The place of a group's first pixel, and its covers.
pub(super) type Group = ((i64, i64), Covers);

/// The receiver of covered pixels.
pub(super) trait Paint {
    /// Prefetches the pixels of a group that is painted soon, if that helps.
    #[inline(always)]
    fn fetch(&self, _x: i64, _y: i64) {}

    /// Goes to a row.
    fn row(&mut self, y: i64);

    /// Paints a group, whose first pixel is at this x.
    fn group(&mut self, x: i64, covers: &Covers);

    /// Paints those pixels of a group wholly that are covered at all.
    #[inline(always)]
    fn touch(&mut self, x: i64, covers: &Covers) {
        self.group(x, &whole(covers));
    }

    /// Paints several identical groups.
    #[inline(always)]
    fn span(&mut self, x: i64, groups: usize, cover: i32) {
        for x in (x..).step_by(LANES).take(groups) {
            self.group(x, &[cover; LANES]);
        }
    }
}

/// What is covered.
pub(super) trait Covered {
    /// Paints it, and resets it.
    fn paint(&mut self, to: &mut impl Paint);
}

/// A box of pixels, and what polygons cover of them.
///
/// Each line adds its vertical extent to its cells; the sum from the left, without the area to the left of the line
/// in its own cell, is the coverage. Only groups of cells that lines touch are looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Coverage {
    /// The box's left upper corner; x is a multiple of the lanes.
    origin: (i64, i64),
    /// Width and height, in pixels.
    size: (f64, f64),
    /// How many groups a row has, in whole chunks.
    groups: usize,
    height: usize,
    /// Of groups row by row, or in the order in which lines touched them if there are many groups: those of all would
    /// not stay in the processor's cache. Nothing between shapes.
    cells: Vec<Cells>,
    /// Whether there are many groups.
    is_large: bool,
    /// Where the cells of each of many groups are: the first ones, which stay empty, are those of untouched groups.
    places: Vec<u32>,
    /// How many of many groups have cells.
    used: usize,
    /// Whether something was added to a group.
    touched: Vec<u8>,
    /// Whether there are so many lines that areas may need more than 31 bits.
    is_deep: bool,
    /// Memory for the groups that are painted next, by their rows and their numbers there.
    found: Vec<(u32, u32)>,
}

/// Groups that are covered at a time where shapes may be as large as any canvas: at most 6 MiB of cells.
const MAX_GROUPS: usize = 1 << 16;
/// More groups are many: their cells take 384 KiB.
const MANY_GROUPS: usize = 1 << 12;

/// The groups of a chunk whose bytes are not zero.
#[inline(always)]
pub(super) fn marked(chunk: usize, bytes: [u8; CHUNK]) -> impl Iterator<Item = usize> {
    let mut rest = u64::from_le_bytes(bytes);
    std::iter::from_fn(move || {
        let group = CHUNK * chunk + rest.trailing_zeros() as usize / 8;
        let is_marked = rest != 0;
        rest &= rest.wrapping_sub(1);
        is_marked.then_some(group)
    })
}

/// The pixels of a clip that something in `reach` touches.
pub(super) fn area_of(reach: Rect, clip: PixelRect) -> PixelRect {
    let x0 = clip.x0.max(reach.x0.floor() as i64);
    let y0 = clip.y0.max(reach.y0.floor() as i64);
    PixelRect {
        x0,
        y0,
        x1: clip.x1.min(reach.x1.ceil() as i64).max(x0),
        y1: clip.y1.min(reach.y1.ceil() as i64).max(y0),
    }
}

/// Parts of an area from the top, each with not too many groups.
pub(super) fn bands(area: PixelRect) -> impl Iterator<Item = PixelRect> {
    let groups = area.width() as usize / LANES + CHUNK;
    let rows = (MAX_GROUPS / groups).max(1);
    (area.y0..area.y1).step_by(rows).map(move |y0| PixelRect {
        y0,
        y1: area.y1.min(y0 + rows as i64),
        ..area
    })
}

/// The first column of groups that an area begins in.
fn start_of(area: PixelRect) -> i64 {
    area.x0.div_euclid(SIDE) * SIDE
}

impl Coverage {
    /// Begins with nothing of an area.
    pub(super) fn begin(&mut self, area: PixelRect) {
        let start = start_of(area);
        let width = (area.x1 - start) as usize;
        self.origin = (start, area.y0);
        self.height = area.height() as usize;
        self.is_deep = false;
        self.size = (width as f64, self.height as f64);
        // A line along the right side is in the column after the last one.
        self.groups = (width + 1).div_ceil(LANES).next_multiple_of(CHUNK);
        let count = self.groups * self.height;
        self.is_large = count > MANY_GROUPS;
        let (places, cells) = if self.is_large {
            (count, 1)
        } else {
            (0, count)
        };
        grow(&mut self.touched, count);
        grow(&mut self.places, places);
        grow(&mut self.cells, cells);
    }

    /// Paints what is covered in some rows, less what another one has, and resets it.
    #[inline(always)]
    #[expect(
        clippy::redundant_closure,
        reason = "`cross` by its name would not be compiled for the machine at hand"
    )]
    fn paint_rows(&mut self, rows: Range<usize>, less: Option<&Self>, to: &mut impl Paint) {
        if self.is_deep {
            self.paint_as(rows, less, to, deep_cross, deep_cover);
        } else {
            self.paint_as(
                rows,
                less,
                to,
                #[inline(always)]
                |sum, cells, less| cross(sum, cells, less),
                |sum| cover(sum * 2 * SCALE),
            );
        }
    }

    /// Paints what a marker covers that a path clips, and resets it.
    ///
    /// As in Agg, whose mask adaptor leaves out the cover of runs of equal pixels, which kept scanlines have: each pixel
    /// beside the lines that is covered at all is covered wholly.
    pub(super) fn paint_clipped_marker(&mut self, to: &mut impl Paint) {
        let whole = |sum| 255 * deep_cover(sum).signum();
        self.paint_as(0..self.height, None, to, runs_whole, whole);
    }

    #[inline(always)]
    fn paint_as(
        &mut self,
        rows: Range<usize>,
        less: Option<&Self>,
        to: &mut impl Paint,
        cross: impl Fn(&mut i32, &Cells, Option<&Cells>) -> Covers,
        cover: impl Fn(i32) -> i32,
    ) {
        let (groups, is_large) = (self.groups.max(1), self.is_large);
        let x = |left: i64, group: usize| left + SIDE * group as i64;
        let (left, top) = self.origin;
        let mut found = std::mem::take(&mut self.found);
        for start in (rows.start..rows.end).step_by(BLOCK) {
            found.clear();
            self.take_touched(start..rows.end.min(start + BLOCK), less, &mut found, to);
            let (mut last, mut first, mut sum, mut next) = (u32::MAX, 0, 0, 0);
            for (row, group) in &found {
                if *row != last {
                    (last, first) = (*row, *row as usize * groups);
                    (sum, next) = (0, 0);
                    to.row(top + i64::from(*row));
                }
                let group = *group as usize;
                if sum != 0 && group > next {
                    to.span(x(left, next), group - next, cover(sum));
                }
                next = group + 1;
                let less = less.map(|less| less.row(*row as usize).cells(group));
                let place = match is_large {
                    true => std::mem::take(&mut self.places[first + group]) as usize,
                    false => first + group,
                };
                let here = &mut self.cells[place];
                to.group(x(left, group), &cross(&mut sum, here, less));
                here.clear();
            }
        }
        self.found = found;
        self.used = 0;
    }

    /// Finds the rows and numbers of touched groups in some rows, which are untouched then, and those of another coverage.
    #[inline(always)]
    fn take_touched(
        &mut self,
        rows: Range<usize>,
        less: Option<&Self>,
        found: &mut Vec<(u32, u32)>,
        to: &impl Paint,
    ) {
        let groups = self.groups.max(1);
        let touched = &mut self.touched[rows.start * groups..rows.end * groups];
        for (row, touched) in rows.zip(touched.chunks_exact_mut(groups)) {
            let less = less.map(|less| less.row(row));
            for (chunk, touched) in touched.as_chunks_mut::<CHUNK>().0.iter_mut().enumerate() {
                // Of lines alone most chunks are empty.
                if less.is_none() && *touched == [0; CHUNK] {
                    continue;
                }
                let touched = std::mem::take(touched);
                // Not of areas between lines, which are wide: their pixels are found in order.
                if less.is_none()
                    && let Some(group) = marked(chunk, touched).next()
                {
                    let (left, top) = self.origin;
                    to.fetch(left + SIDE * group as i64, top + row as i64);
                }
                let touched = less.map_or(touched, |less| less.marks(chunk, touched));
                for group in marked(chunk, touched) {
                    found.push((row as u32, group as u32));
                }
            }
        }
    }
}

impl Covered for Coverage {
    #[inline(always)]
    fn paint(&mut self, to: &mut impl Paint) {
        self.paint_rows(0..self.height, None, to);
    }
}

/// Makes memory at least so large.
fn grow<T: Clone + Default>(all: &mut Vec<T>, count: usize) {
    if all.len() < count {
        all.resize(count, T::default());
    }
}
