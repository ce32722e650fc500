//! How much of each pixel a shape covers, in whole numbers as Agg's rasterizer has it.

use kurbo::{Point, Rect};

use crate::transform::PixelRect;

/// Pixels that are painted at once.
pub(super) const LANES: usize = 8;
const SIDE: i64 = LANES as i64;
/// Groups that are looked at together.
pub(super) const CHUNK: usize = 8;

/// Parts of a pixel that lines begin and end at (Agg's `poly_subpixel_scale`), and its logarithm.
const SCALE: i32 = 1 << SHIFT;
const SHIFT: i32 = 8;
/// Longer lines are halved, so that products are no larger than 31 bits, in parts of a pixel.
const LONG: i32 = 1 << 22;

/// How much of each pixel of a group is covered, in 255ths.
pub(super) type Covers = [u8; LANES];

/// What covered pixels are given to.
pub(super) trait Paint {
    /// Paints a group, whose first pixel is at this place.
    fn group(&mut self, place: (i64, i64), covers: &Covers);

    /// Paints as many groups that are all alike.
    fn span(&mut self, place: (i64, i64), groups: usize, cover: u8);
}

/// A box of pixels, and what polygons cover of them.
///
/// Each line adds to its cells how far it goes down there; the sum from the left, without what lies left of the line
/// in its own cell, is the coverage. Only groups of cells that lines touch are looked at.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    /// The box's left upper corner; x is a multiple of the lanes.
    origin: (i64, i64),
    /// Width and height, in pixels.
    size: (f64, f64),
    /// How many groups a row has, in whole chunks.
    groups: usize,
    height: usize,
    /// Row by row; nothing between shapes.
    cells: Vec<Cells>,
    /// Whether something was added to a group.
    touched: Vec<u8>,
}

/// For each pixel of a group how far lines go down there, and twice the area that lies left of them.
type Cells = [[i32; 2]; LANES];

/// Where a line begins.
#[derive(Clone, Copy)]
struct Pen {
    at: Point,
    is_inside: bool,
    /// In parts of a pixel, if it is inside.
    parts: (i32, i32),
}

/// Groups that are covered at a time where shapes may be as large as any canvas: 4 MiB of cells.
const MAX_GROUPS: usize = 1 << 16;

/// The parts of a clip that polygons in `reach` are in, from the top, each with not too many groups.
pub(super) fn bands(reach: Rect, clip: PixelRect) -> impl Iterator<Item = PixelRect> {
    let top = clip.y0.max(reach.y0.floor() as i64);
    let bottom = clip.y1.min(reach.y1.ceil() as i64);
    let groups = clip.width() as usize / LANES + CHUNK;
    let rows = (MAX_GROUPS / groups).max(1);
    (top..bottom).step_by(rows).map(move |y0| PixelRect {
        y0,
        y1: bottom.min(y0 + rows as i64),
        ..clip
    })
}

impl Coverage {
    /// Begins with nothing, for polygons in `reach` of which the part in `clip` is asked for.
    pub(super) fn begin(&mut self, reach: Rect, clip: PixelRect) {
        let low = |v: f64, least: i64| (v.floor() as i64).max(least);
        let high = |v: f64, most: i64| (v.ceil() as i64).min(most);
        let (left, top) = (low(reach.x0, clip.x0), low(reach.y0, clip.y0));
        let (right, bottom) = (high(reach.x1, clip.x1), high(reach.y1, clip.y1));
        let start = left.div_euclid(SIDE) * SIDE;
        let (width, height) = match right > left && bottom > top {
            true => ((right - start) as usize, (bottom - top) as usize),
            false => (0, 0),
        };
        self.origin = (start, top);
        self.size = (width as f64, height as f64);
        self.height = height;
        // A line along the right side is in the column after the last one.
        self.groups = (width + 1).div_ceil(LANES).next_multiple_of(CHUNK);
        let count = self.groups * self.height;
        if self.cells.len() < count {
            self.cells.resize(count, Cells::default());
            self.touched.resize(count, 0);
        }
    }

    /// Adds a closed polygon. Turning the other way it is taken away.
    pub(super) fn add(&mut self, mut polygon: impl Iterator<Item = Point>) {
        let Some(first) = polygon.next() else { return };
        let mut pen = self.pen(first);
        for corner in polygon {
            self.line_to(&mut pen, corner);
        }
        self.line_to(&mut pen, first);
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
    fn add_clipped(&mut self, from: Point, to: Point) {
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

    /// Adds a line that lies in the box, in parts of a pixel.
    fn add_line(&mut self, (x0, y0): (i32, i32), (x1, y1): (i32, i32)) {
        let (row, last) = (y0 >> SHIFT, y1 >> SHIFT);
        let (start, end) = (y0 & (SCALE - 1), y1 & (SCALE - 1));
        if row == last {
            return self.add_in_row(row, (x0, start), (x1, end));
        }
        let run = x1 - x0;
        if run.abs() >= LONG {
            let middle = (x0 + run / 2, y0 + (y1 - y0) / 2);
            self.add_line((x0, y0), middle);
            return self.add_line(middle, (x1, y1));
        }
        let (step, edge, drop) = match y1 > y0 {
            true => (1, SCALE, y1 - y0),
            false => (-1, 0, y0 - y1),
        };
        let (first, error) = floored((edge - start).abs() * run, drop);
        let mut x = x0 + first;
        self.add_in_row(row, (x0, start), (x, edge));
        let mut row = row + step;
        if row != last {
            let mut slope = Slope::new(SCALE * run, drop, error);
            while row != last {
                let next = x + slope.next();
                self.add_in_row(row, (x, SCALE - edge), (next, edge));
                x = next;
                row += step;
            }
        }
        self.add_in_row(last, (x, SCALE - edge), (x1, end));
    }

    /// Adds a line inside a row, whose y are from 0 to the scale.
    #[inline(always)]
    fn add_in_row(&mut self, row: i32, (x0, start): (i32, i32), (x1, end): (i32, i32)) {
        if start == end {
            return;
        }
        let row = row as usize * self.groups;
        let (column, last) = (x0 >> SHIFT, x1 >> SHIFT);
        let (left, right) = (x0 & (SCALE - 1), x1 & (SCALE - 1));
        if column == last {
            return self.add_in_cell(row, column, end - start, left + right);
        }
        let drop = end - start;
        let (step, edge, run) = match x1 > x0 {
            true => (1, SCALE, x1 - x0),
            false => (-1, 0, x0 - x1),
        };
        let (first, error) = floored((edge - left).abs() * drop, run);
        self.add_in_cell(row, column, first, left + edge);
        let mut y = start + first;
        let mut column = column + step;
        if column != last {
            let mut slope = Slope::new(SCALE * drop, run, error);
            while column != last {
                let part = slope.next();
                self.add_in_cell(row, column, part, SCALE);
                y += part;
                column += step;
            }
        }
        self.add_in_cell(row, last, end - y, SCALE - edge + right);
    }

    #[inline(always)]
    fn add_in_cell(&mut self, row: usize, column: i32, drop: i32, sides: i32) {
        let group = row + column as usize / LANES;
        let [drops, areas] = &mut self.cells[group][column as usize % LANES];
        *drops += drop;
        *areas += drop * sides;
        self.touched[group] = 1;
    }

    /// Paints what is covered; nothing is afterwards.
    #[inline(always)]
    pub(super) fn paint(&mut self, to: &mut impl Paint) {
        for row in 0..self.height {
            let y = self.origin.1 + row as i64;
            let x = |group: usize| self.origin.0 + SIDE * group as i64;
            let groups = row * self.groups..(row + 1) * self.groups;
            let cells = &mut self.cells[groups.clone()];
            let touched = self.touched[groups].as_chunks_mut::<CHUNK>().0;
            let (mut sum, mut next) = (0, 0);
            for (chunk, touched) in touched.iter_mut().enumerate() {
                let mut rest = u64::from_le_bytes(std::mem::take(touched));
                while rest != 0 {
                    let group = CHUNK * chunk + rest.trailing_zeros() as usize / 8;
                    rest &= rest - 1;
                    let solid = cover(sum * 2 * SCALE);
                    if solid > 0 && group > next {
                        to.span((x(next), y), group - next, solid);
                    }
                    next = group + 1;
                    let covers = cross(&mut sum, &std::mem::take(&mut cells[group]));
                    if u64::from_ne_bytes(covers) != 0 {
                        to.group((x(group), y), &covers);
                    }
                }
            }
        }
    }
}

/// In parts of a pixel.
#[inline(always)]
fn parts(p: Point) -> (i32, i32) {
    let round = |v: f64| (v * f64::from(SCALE) + 0.5) as i32;
    (round(p.x), round(p.y))
}

/// The quotient that is not larger, and how much less it is, for a divisor above 0.
#[inline(always)]
fn floored(dividend: i32, divisor: i32) -> (i32, i32) {
    let (quotient, rest) = (dividend / divisor, dividend % divisor);
    if rest < 0 {
        (quotient - 1, rest + divisor)
    } else {
        (quotient, rest)
    }
}

/// Whole steps that stay below a slope by less than one.
struct Slope {
    step: i32,
    rest: i32,
    divisor: i32,
    /// By how many divisors' parts it is below, less one.
    error: i32,
}

impl Slope {
    #[inline(always)]
    fn new(dividend: i32, divisor: i32, error: i32) -> Self {
        let (step, rest) = floored(dividend, divisor);
        Self {
            step,
            rest,
            divisor,
            error: error - divisor,
        }
    }

    #[inline(always)]
    fn next(&mut self) -> i32 {
        self.error += self.rest;
        let carry = self.error >= 0;
        self.error -= if carry { self.divisor } else { 0 };
        self.step + i32::from(carry)
    }
}

/// The covers of a group that lines touch, and the sum to its right.
#[inline(always)]
fn cross(sum: &mut i32, cells: &Cells) -> Covers {
    let mut areas = [0; LANES];
    for (area, [drop, left]) in areas.iter_mut().zip(cells) {
        *sum += drop;
        *area = *sum * 2 * SCALE - left;
    }
    areas.map(cover)
}

/// An area in twice the square of the scale, either way round or several times over, in 255ths (Agg's
/// `calculate_alpha`).
#[inline(always)]
fn cover(area: i32) -> u8 {
    (area >> (SHIFT + 1)).abs().min(255) as u8
}

/// Groups that are kept.
impl Paint for Vec<((i64, i64), Covers)> {
    fn group(&mut self, place: (i64, i64), covers: &Covers) {
        self.push((place, *covers));
    }

    fn span(&mut self, (x, y): (i64, i64), groups: usize, cover: u8) {
        for x in (x..).step_by(LANES).take(groups) {
            self.push(((x, y), [cover; LANES]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CLIP: PixelRect = PixelRect {
        x0: 3,
        y0: 2,
        x1: 40,
        y1: 30,
    };

    type Group = ((i64, i64), Covers);

    fn of(polygons: &[Vec<Point>], reach: Rect, clip: PixelRect) -> Vec<Group> {
        let mut coverage = Coverage::default();
        coverage.begin(reach, clip);
        for polygon in polygons {
            coverage.add(polygon.iter().copied());
        }
        let (mut found, mut left_over) = (Vec::new(), Vec::new());
        coverage.paint(&mut found);
        coverage.paint(&mut left_over);
        assert_eq!(left_over, []);
        found
    }

    fn reach(polygon: &[Point]) -> Rect {
        let corner = Rect::from_points(polygon[0], polygon[0]);
        polygon.iter().fold(corner, |all, p| all.union_pt(*p))
    }

    /// The share of a pixel inside a polygon, by Sutherland and Hodgman's clipping and the shoelace formula.
    fn share(polygon: &[Point], x: i64, y: i64) -> f64 {
        let mut polygon = polygon.to_vec();
        let (x, y) = (x as f64, y as f64);
        let sides = [
            (1.0, 0.0, x),
            (-1.0, 0.0, -x - 1.0),
            (0.0, 1.0, y),
            (0.0, -1.0, -y - 1.0),
        ];
        for (a, b, c) in sides {
            let depth = |p: &Point| a * p.x + b * p.y - c;
            let next = polygon.iter().cycle().skip(1);
            let pairs: Vec<_> = polygon.iter().copied().zip(next.copied()).collect();
            polygon.clear();
            for (p, q) in pairs {
                let (from, to) = (depth(&p), depth(&q));
                if from >= 0.0 {
                    polygon.push(p);
                }
                if (from >= 0.0) != (to >= 0.0) {
                    polygon.push(p.lerp(q, from / (from - to)));
                }
            }
        }
        let next = polygon.iter().cycle().skip(1);
        let twice: f64 = polygon
            .iter()
            .zip(next)
            .map(|(p, q)| p.to_vec2().cross(q.to_vec2()))
            .sum();
        0.5 * twice.abs()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn triangles_cover_their_share_of_each_pixel(corners in prop::array::uniform3((-60.0..90.0, -60.0..90.0))) {
            let polygon = corners.map(Point::from).to_vec();
            let found = of(std::slice::from_ref(&polygon), reach(&polygon), CLIP);
            for y in CLIP.y0..CLIP.y1 {
                for x in CLIP.x0..CLIP.x1 {
                    let group = (x.div_euclid(SIDE) * SIDE, y);
                    let covers = found.iter().find(|(place, _)| *place == group);
                    let cover = covers.map_or(0, |(_, covers)| covers[(x - group.0) as usize]);
                    let expected = (256.0 * share(&polygon, x, y)).min(255.0);
                    // Corners are moved to whole parts of a pixel, here and where lines cross rows and columns.
                    prop_assert!((f64::from(cover) - expected).abs() < 3.0, "{x} {y}: {cover} for {expected}");
                }
            }
        }
    }

    #[test]
    fn what_is_covered_twice_counts_once_and_what_is_taken_away_not() {
        let square = |from: f64, to: f64| -> Vec<Point> {
            [(from, 2.0), (to, 2.0), (to, 4.0), (from, 4.0)]
                .map(Point::from)
                .to_vec()
        };
        let box_ = Rect::new(0.0, 0.0, 16.0, 8.0);
        let mut hole = square(4.0, 6.0);
        hole.reverse();
        let found = of(
            &[square(3.0, 7.5), square(3.0, 7.5), hole.clone(), hole],
            box_,
            CLIP,
        );
        let row = [0, 0, 0, 255, 0, 0, 255, 255];
        assert_eq!(found, [((0, 2), row), ((0, 3), row)]);
    }

    #[test]
    fn bands_are_the_parts_of_a_whole() {
        let clip = PixelRect {
            x0: 0,
            y0: 3,
            x1: 30_000,
            y1: 100,
        };
        let bands: Vec<_> = bands(Rect::new(-9.0, 5.5, 9e9, 90.5), clip).collect();
        assert!(bands.len() > 1 && bands[0].y0 == 5 && bands[bands.len() - 1].y1 == 91);
        assert!(bands.windows(2).all(|pair| pair[0].y1 == pair[1].y0));
        let polygon = [(0.0, 3.0), (90.0, 40.0), (7.0, 99.0)].map(Point::from);
        let whole = of(&[polygon.to_vec()], reach(&polygon), clip);
        let parts = bands
            .iter()
            .flat_map(|band| of(&[polygon.to_vec()], reach(&polygon), *band));
        let near = |(a, b): (&Group, Group)| {
            let covers = a.1.iter().zip(b.1);
            a.0 == b.0 && covers.into_iter().all(|(a, b)| a.abs_diff(b) <= 2)
        };
        let whole: Vec<_> = whole
            .into_iter()
            .filter(|((_, y), _)| (5..91).contains(y))
            .collect();
        let parts: Vec<_> = parts.collect();
        assert_eq!(whole.len(), parts.len());
        assert!(whole.iter().zip(parts).all(near));
    }

    #[test]
    fn what_is_no_number_or_outside_covers_nothing() {
        let none = |corners: [(f64, f64); 3]| {
            let found = of(
                &[corners.map(Point::from).to_vec()],
                Rect::new(-1e9, -1e9, 1e9, 1e9),
                CLIP,
            );
            assert!(
                found
                    .iter()
                    .all(|(_, covers)| covers.iter().all(|c| *c == 0)),
                "{corners:?}"
            );
        };
        none([(f64::NAN, 3.0), (f64::NAN, 9.0), (f64::NAN, 5.0)]);
        none([(1e300, 3.0), (1e301, 9.0), (1e302, 5.0)]);
        none([(5.0, 1e9), (9.0, 1e8), (9.0, 1e7)]);
        none([(5.0, -9.0), (9.0, -9.0), (9.0, -5.0)]);
        none([(5.0, 5.0), (9.0, 9.0), (7.0, 7.0)]);
    }
}
