//! The lines and shapes of a hatch in a unit square (`matplotlib.hatch`).

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_2, PI};

use kurbo::{BezPath, Point, Vec2};

use crate::canvas::hatch::Hatch;

/// How many lines or rows of shapes a character adds.
const DENSITY: usize = 6;
/// How far the control points of an eighth of a circle are from its ends.
const MAGIC: f64 = 0.2652031;

impl Hatch {
    /// Its path, y up.
    pub(super) fn path(&self) -> BezPath {
        let number = |of: &str| DENSITY * self.count(of);
        let mut path = BezPath::new();
        for at in middles(number("-+")) {
            line(&mut path, (0.0, at), (1.0, at));
        }
        for at in middles(number("|+")) {
            line(&mut path, (at, 0.0), (at, 1.0));
        }
        for at in diagonals(number("/xX")) {
            line(&mut path, (at, -at), (1.0 + at, 1.0 - at));
        }
        for at in diagonals(number("\\xX")) {
            line(&mut path, (at, 1.0 + at), (1.0 + at, at));
        }
        let circle = circle();
        let ring: Vec<Vec<Vec2>> = vec![
            circle.clone(),
            circle.iter().rev().map(|p| 0.9 * *p).collect(),
        ];
        for (of, size, shapes) in [("o", 0.2, &ring), ("O", 0.35, &ring)] {
            add_shapes(&mut path, number(of), size, shapes, curved);
        }
        add_shapes(&mut path, number("."), 0.1, &[circle], curved);
        add_shapes(&mut path, number("*"), 1.0 / 3.0, &[star()], straight);
        path
    }
}

fn line(path: &mut BezPath, from: (f64, f64), to: (f64, f64)) {
    path.move_to(from);
    path.line_to(to);
}

/// The middles of so many equal parts.
fn middles(count: usize) -> impl Iterator<Item = f64> {
    (0..count).map(move |i| (i as f64 + 0.5) / count as f64)
}

/// How far diagonals are from that through the corner.
fn diagonals(count: usize) -> impl Iterator<Item = f64> {
    let lines = if count == 0 { 0 } else { count + 1 };
    (0..lines).map(move |i| i as f64 / count as f64 - 0.5)
}

/// Shapes in so many rows, every other of which is shifted by half a column.
fn add_shapes(
    path: &mut BezPath,
    rows: usize,
    size: f64,
    shapes: &[Vec<Vec2>],
    add: impl Fn(&mut BezPath, &[Point]),
) {
    if rows == 0 {
        return;
    }
    let offset = 1.0 / rows as f64;
    for row in 0..=rows {
        let (first, columns) = match row % 2 {
            0 => (0.0, rows + 1),
            _ => (offset / 2.0, rows),
        };
        for column in 0..columns {
            let middle = Point::new(first + column as f64 * offset, row as f64 * offset);
            for shape in shapes {
                let points: Vec<Point> =
                    shape.iter().map(|p| middle + size * offset * *p).collect();
                add(path, &points);
            }
        }
    }
}

/// A start and three points for each curve.
fn curved(path: &mut BezPath, points: &[Point]) {
    let Some((start, rest)) = points.split_first() else {
        return;
    };
    path.move_to(*start);
    for [p, q, r] in rest.as_chunks().0 {
        path.curve_to(*p, *q, *r);
    }
    path.close_path();
}

fn straight(path: &mut BezPath, points: &[Point]) {
    let Some((start, rest)) = points.split_first() else {
        return;
    };
    path.move_to(*start);
    for point in rest {
        path.line_to(*point);
    }
    path.close_path();
}

/// The unit circle's start, the three points of each of its eight curves, and its start again: backwards, a ring's inner
/// edge has other curves in the reference, too.
fn circle() -> Vec<Vec2> {
    let (r, m) = (FRAC_1_SQRT_2, FRAC_1_SQRT_2 * MAGIC);
    // The two eighths from the lowest point to the rightmost.
    let quarter = [
        (MAGIC, -1.0),
        (r - m, -r - m),
        (r, -r),
        (r + m, -r + m),
        (1.0, -MAGIC),
        (1.0, 0.0),
    ];
    let mut points = vec![Vec2::new(0.0, -1.0)];
    for turn in 0..4 {
        points.extend(quarter.map(|(x, y)| match turn {
            0 => Vec2::new(x, y),
            1 => Vec2::new(-y, x),
            2 => Vec2::new(-x, -y),
            _ => Vec2::new(y, -x),
        }));
    }
    points.push(points[0]);
    points
}

/// Five points of a star and those between them.
fn star() -> Vec<Vec2> {
    let corner = |i: usize| {
        let angle = PI / 5.0 * i as f64 + FRAC_PI_2;
        let radius = if i.is_multiple_of(2) { 1.0 } else { 0.5 };
        radius * Vec2::new(angle.cos(), angle.sin())
    };
    (0..10).map(corner).collect()
}
