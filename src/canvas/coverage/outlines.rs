//! Outlines become lines in the box of a coverage.

use kurbo::{Point, Rect, Vec2};

use crate::canvas::coverage::steps::{SCALE, SHIFT};
use crate::canvas::coverage::{Coverage, start_of};
use crate::canvas::polygons::Polygons;
use crate::mapping::PixelRect;

/// This many lines may wind around a pixel more often than areas of 31 bits can count.
pub(super) const DEEP: usize = 1 << 14;

/// The most rows that a slanted side of an upright shape may be in: each of them is a run.
const SHORT: i32 = 4;

/// Where a line begins.
#[derive(Clone, Copy)]
struct Pen {
    at: Point,
    is_inside: bool,
    /// In parts of a pixel, if it is inside.
    parts: (i32, i32),
}

impl Coverage {
    /// Adds polygons moved by this many pixels, which lie within `reach` then. Those with the other orientation are
    /// subtracted.
    pub(in crate::canvas) fn add(&mut self, polygons: &Polygons, offset: Vec2, reach: Rect) {
        self.is_deep |= polygons.corners().len() >= DEEP;
        let origin = Vec2::new(self.origin.0 as f64, self.origin.1 as f64);
        let is_inside = self.holds(reach - origin);
        for polygon in polygons.iter() {
            let Some(last) = polygon.last() else {
                continue;
            };
            if is_inside {
                let mut from = parts(*last + offset - origin);
                let lines = polygon.iter().map(|corner| {
                    let to = parts(*corner + offset - origin);
                    (std::mem::replace(&mut from, to), to)
                });
                self.add_lines(lines);
                continue;
            }
            let mut pen = self.pen(*last + offset);
            for corner in polygon {
                self.line_to(&mut pen, *corner + offset);
            }
        }
    }

    /// Begins with an area, and adds polygons within its columns, moved by this many pixels, but one row only of each run
    /// of equal ones; returns where the runs begin, and the end of the last one, from the top of the area. `None` if a
    /// side is neither upright nor level, and is not short, as those that cut off corners are.
    pub(in crate::canvas) fn add_upright(
        &mut self,
        polygons: &Polygons,
        offset: Vec2,
        area: PixelRect,
    ) -> Option<Vec<i32>> {
        let (left, top, height) = (start_of(area) as f64, area.y0 as f64, area.height());
        let place = |p: &Point| Point::new(p.x + offset.x - left, p.y + offset.y - top);
        let seen = |p: Point| parts(Point::new(p.x, p.y.clamp(0.0, height as f64)));
        let is_seen = |p: Point| (0.0..=height as f64).contains(&p.y);
        let (mut sides, mut runs) = (Vec::new(), vec![0, height as i32]);
        for polygon in polygons.iter() {
            let ends = polygon.last().into_iter().chain(polygon);
            for (a, b) in ends.zip(polygon).map(|(a, b)| (place(a), place(b))) {
                let (from, to) = (seen(a), seen(b));
                if from.1 == to.1 {
                    continue;
                }
                let (first, end) = (from.1.min(to.1) >> SHIFT, row_from(from.1.max(to.1)));
                if from.0 == to.0 {
                    runs.extend([from.1, to.1].map(|y| y >> SHIFT));
                    runs.extend([from.1, to.1].map(row_from));
                } else if is_seen(a) && is_seen(b) && end - first <= SHORT {
                    runs.extend(first..=end);
                } else {
                    return None;
                }
                sides.push((from, to));
            }
        }
        runs.sort_unstable();
        runs.dedup();
        self.begin(PixelRect {
            y1: area.y0 + runs.len() as i64 - 1,
            ..area
        });
        let shrunk = |(x, y): (i32, i32)| {
            let run = runs.partition_point(|run| *run < y >> SHIFT) as i32;
            (x, (run << SHIFT) + (y & (SCALE - 1)))
        };
        for (from, to) in sides {
            self.add_line(shrunk(from), shrunk(to));
        }
        Some(runs)
    }

    /// Adds the area on one side of segments, which are its whole outline.
    pub(in crate::canvas) fn add_segments(&mut self, segments: &[[Point; 2]]) {
        self.is_deep |= segments.len() >= DEEP;
        for [from, to] in segments {
            let mut pen = self.pen(*from);
            self.line_to(&mut pen, *to);
        }
    }

    /// Whether it has all of a rectangle.
    fn holds(&self, rect: Rect) -> bool {
        let (width, height) = self.size;
        rect.x0 >= 0.0 && rect.x1 <= width && rect.y0 >= 0.0 && rect.y1 <= height
    }

    #[inline]
    fn pen(&self, p: Point) -> Pen {
        let at = Point::new(p.x - self.origin.0 as f64, p.y - self.origin.1 as f64);
        let (width, height) = self.size;
        Pen {
            at,
            is_inside: at.x >= 0.0 && at.x <= width && at.y >= 0.0 && at.y <= height,
            parts: parts(at),
        }
    }

    #[inline]
    fn line_to(&mut self, pen: &mut Pen, p: Point) {
        let next = self.pen(p);
        let (from, to) = (pen.at, next.at);
        if pen.is_inside && next.is_inside {
            self.add_line(pen.parts, next.parts);
        } else if from.y.max(to.y) > 0.0 && from.y.min(to.y) < self.size.1 {
            self.add_clipped(from, to);
        }
        *pen = next;
    }

    /// Adds a line's part inside the box, and the shadows of those at its sides.
    #[cold]
    pub(super) fn add_clipped(&mut self, from: Point, to: Point) {
        let (width, height) = self.size;
        let along = to - from;
        let cut = |y: f64| match y.clamp(0.0, height) {
            inside if inside == y => None,
            edge => Some(Point::new(
                from.x + along.x * ((edge - from.y) / along.y),
                edge,
            )),
        };
        if along.y == 0.0 {
            return;
        }
        let (start, end) = (cut(from.y).unwrap_or(from), cut(to.y).unwrap_or(to));
        let side = |x: f64| {
            let crosses = (start.x < x) != (end.x < x);
            let y = start.y + (end.y - start.y) * ((x - start.x) / (end.x - start.x));
            crosses.then(|| Point::new(x, y.clamp(0.0, height)))
        };
        let (mut left, mut right) = (side(0.0), side(width));
        if end.x < start.x {
            std::mem::swap(&mut left, &mut right);
        }
        let mut last = start;
        for stop in [left, right, Some(end)].into_iter().flatten() {
            let inside = |p: Point| parts(Point::new(p.x.clamp(0.0, width), p.y));
            self.add_line(inside(last), inside(stop));
            last = stop;
        }
    }
}

/// The first row that begins at or below a y in parts of a pixel.
fn row_from(y: i32) -> i32 {
    (y + SCALE - 1) >> SHIFT
}

/// In parts of a pixel.
#[inline(always)]
fn parts(p: Point) -> (i32, i32) {
    let round = |v: f64| (v * f64::from(SCALE) + 0.5) as i32;
    (round(p.x), round(p.y))
}
