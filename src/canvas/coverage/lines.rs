//! Areas between lines that are the borders of two: each line is added once.

use std::ops::Range;

use kurbo::{Point, Vec2};
use pulp::{Arch, NullaryFnOnce};

use crate::canvas::coverage::cells::Cells;
use crate::canvas::coverage::outlines::DEEP;
use crate::canvas::coverage::steps::{SCALE, SHIFT};
use crate::canvas::coverage::{CHUNK, Coverage, Covered, Covers, Paint};
use crate::mapping::PixelRect;

/// Lines in a box of pixels.
#[derive(Debug)]
pub(in crate::canvas) struct Lines {
    coverage: Coverage,
    /// The rows where they are.
    rows: Range<usize>,
}

/// Points, and where those inside a box are in parts of a pixel.
pub(in crate::canvas) struct Ends<'a> {
    points: &'a [Point],
    parts: Vec<(i32, i32)>,
}

/// The x of points outside.
const OUTSIDE: i32 = i32::MIN;

impl Lines {
    /// None in an area, in the memory of a coverage.
    pub(in crate::canvas) fn new(mut coverage: Coverage, area: PixelRect) -> Self {
        coverage.begin(area);
        let rows = coverage.height..0;
        Self { coverage, rows }
    }

    /// Their memory.
    pub(in crate::canvas) fn into_coverage(self) -> Coverage {
        self.coverage
    }

    /// The points that lines in the same area may have as their ends.
    pub(in crate::canvas) fn ends<'a>(&self, points: &'a [Point]) -> Ends<'a> {
        let mut parts = Vec::with_capacity(points.len());
        Arch::new().dispatch(FindParts {
            points,
            origin: self.origin(),
            size: self.coverage.size,
            parts: &mut parts,
        });
        Ends { points, parts }
    }

    fn origin(&self) -> Vec2 {
        let (x, y) = self.coverage.origin;
        Vec2::new(x as f64, y as f64)
    }

    /// Adds lines between points.
    pub(in crate::canvas) fn add(&mut self, lines: &[[u32; 2]], at: &Ends<'_>) {
        for ends in lines {
            let ends = ends.map(|end| end as usize);
            let [from, to] = ends.map(|end| at.parts[end]);
            if from.0 != OUTSIDE && to.0 != OUTSIDE {
                self.coverage.add_line(from, to);
                self.extend((from.1 >> SHIFT) as usize, (to.1 >> SHIFT) as usize);
            } else {
                self.add_partly(ends.map(|end| at.points[end] - self.origin()));
            }
        }
    }

    #[cold]
    fn add_partly(&mut self, [from, to]: [Point; 2]) {
        let (_, height) = self.coverage.size;
        if from.y.max(to.y) > 0.0 && from.y.min(to.y) < height {
            self.coverage.add_clipped(from, to);
            self.rows = 0..self.coverage.height;
        }
    }

    #[inline]
    fn extend(&mut self, from: usize, to: usize) {
        self.rows.start = self.rows.start.min(from.min(to));
        self.rows.end = self.rows.end.max(from.max(to) + 1);
    }
}

/// Finds where points are in parts of a pixel, vectorised for the machine at hand.
struct FindParts<'a> {
    points: &'a [Point],
    origin: Vec2,
    size: (f64, f64),
    parts: &'a mut Vec<(i32, i32)>,
}

/// From here on f64 has no fractions: the lowest bits are the number.
const WHOLE: f64 = (1_u64 << 52) as f64;

impl NullaryFnOnce for FindParts<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let (origin, (width, height)) = (self.origin, self.size);
        // As of a line from there, whose numbers inside are positive.
        let rounded = |v: f64| ((v * f64::from(SCALE) + 0.5).floor() + WHOLE).to_bits() as i32;
        let parts = self.points.iter().map(|point| {
            let (x, y) = (point.x - origin.x, point.y - origin.y);
            let is_inside = (x >= 0.0) & (x <= width) & (y >= 0.0) & (y <= height);
            (if is_inside { rounded(x) } else { OUTSIDE }, rounded(y))
        });
        self.parts.extend(parts);
    }
}

/// What is on one side of lines, but not of other ones; the outline of both together is closed.
pub(in crate::canvas) struct Between<'a> {
    lower: &'a mut Lines,
    upper: &'a Lines,
}

impl<'a> Between<'a> {
    /// Between lines of the same area; `count` is how many there are.
    pub(in crate::canvas) fn new(lower: &'a mut Lines, upper: &'a Lines, count: usize) -> Self {
        lower.coverage.is_deep = count >= DEEP;
        Self { lower, upper }
    }

    /// Resets the lower lines only.
    pub(in crate::canvas) fn skip(mut self) {
        self.paint(&mut Nothing);
    }
}

impl Covered for Between<'_> {
    #[inline(always)]
    fn paint(&mut self, to: &mut impl Paint) {
        let (Lines { coverage, rows }, upper) = (&mut *self.lower, self.upper);
        let all = rows.start.min(upper.rows.start)..rows.end.max(upper.rows.end);
        let end = all.end.min(coverage.height);
        *rows = coverage.height..0;
        coverage.paint_rows(all.start..end, Some(&upper.coverage), to);
    }
}

/// Paints nothing.
struct Nothing;

impl Paint for Nothing {
    fn row(&mut self, _: i64) {}

    fn group(&mut self, _: i64, _: &Covers) {}
}

/// A row of what is taken away.
#[derive(Clone, Copy)]
pub(super) struct Less<'a> {
    of: &'a Coverage,
    /// Where the row begins among the groups.
    first: usize,
}

impl Coverage {
    #[inline(always)]
    pub(super) fn row(&self, row: usize) -> Less<'_> {
        Less {
            of: self,
            first: row * self.groups,
        }
    }
}

impl<'a> Less<'a> {
    /// The groups of a chunk that are touched here, too.
    #[inline(always)]
    pub(super) fn marks(&self, chunk: usize, touched: [u8; CHUNK]) -> [u8; CHUNK] {
        let here = self.of.touched.as_chunks().0[self.first / CHUNK + chunk];
        let both = [touched, here].map(u64::from_le_bytes);
        (both[0] | both[1]).to_le_bytes()
    }

    /// The lines in a group.
    #[inline(always)]
    pub(super) fn cells(&self, group: usize) -> &'a Cells {
        let group = self.first + group;
        match self.of.is_large {
            true => &self.of.cells[self.of.places[group] as usize],
            false => &self.of.cells[group],
        }
    }
}
