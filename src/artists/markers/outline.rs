//! The outlines of markers in unit coordinates with y up.

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_2, TAU};

use kurbo::{Affine, BezPath, Point, Vec2};

use crate::artists::FillStyle;

/// The part with the face colour and that with the alternate one.
pub(in crate::artists) type Parts = (BezPath, Option<BezPath>);

/// How far the coloured half is turned to the left from the right side, in quarter turns.
fn side(fill: FillStyle) -> Option<usize> {
    match fill {
        FillStyle::Full | FillStyle::None => None,
        FillStyle::Right => Some(0),
        FillStyle::Top => Some(1),
        FillStyle::Left => Some(2),
        FillStyle::Bottom => Some(3),
    }
}

fn turned(path: &BezPath, quarters: usize) -> BezPath {
    let (cos, sin) = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)][quarters % 4];
    Affine::new([cos, sin, -sin, cos, 0.0, 0.0]) * path
}

/// A half turned into its place, and the same half opposite.
fn halves(half: &BezPath, quarters: usize) -> Parts {
    (turned(half, quarters), Some(turned(half, quarters + 2)))
}

fn open(points: &[impl Into<Point> + Copy]) -> BezPath {
    let mut path = BezPath::new();
    for (i, &point) in points.iter().enumerate() {
        match i {
            0 => path.move_to(point),
            _ => path.line_to(point),
        }
    }
    path
}

fn closed(points: &[impl Into<Point> + Copy]) -> BezPath {
    let mut path = open(points);
    if !points.is_empty() {
        path.close_path();
    }
    path
}

pub(super) fn lines(segments: &[[(f64, f64); 2]]) -> BezPath {
    segments.iter().flat_map(|segment| open(segment)).collect()
}

/// Eighths of a circle from the bottom to the left, each a cubic curve after Lancaster, "Approximating a
/// circle or an ellipse using four Bezier cubic splines".
fn arc(radius: f64, eighths: usize) -> BezPath {
    const HANDLE: f64 = 0.2652031;
    const S: f64 = FRAC_1_SQRT_2;
    const AROUND: [Vec2; 8] = [
        Vec2::new(0.0, -1.0),
        Vec2::new(S, -S),
        Vec2::new(1.0, 0.0),
        Vec2::new(S, S),
        Vec2::new(0.0, 1.0),
        Vec2::new(-S, S),
        Vec2::new(-1.0, 0.0),
        Vec2::new(-S, -S),
    ];
    let point = |v: Vec2| (radius * v).to_point();
    let mut path = BezPath::new();
    path.move_to(point(AROUND[0]));
    for i in 0..eighths {
        let (from, to) = (AROUND[i], AROUND[(i + 1) % 8]);
        let (leaves, arrives) = (HANDLE * from.turn_90(), HANDLE * to.turn_90());
        path.curve_to(point(from + leaves), point(to - arrives), point(to));
    }
    path.close_path();
    path
}

pub(in crate::artists) fn circle(radius: f64, fill: FillStyle) -> Parts {
    match side(fill) {
        None => (arc(radius, 8), None),
        Some(quarters) => halves(&arc(radius, 4), quarters),
    }
}

/// A square that snaps to one pixel: from exactly -0.5 on it would become two by two.
pub(super) fn pixel() -> BezPath {
    let (low, high) = (-0.49999, 1.0 - 0.49999);
    closed(&[(low, low), (high, low), (high, high), (low, high)])
}

pub(super) fn triangle(quarters: usize, fill: FillStyle) -> Parts {
    let part = |toward: usize| {
        let points: &[(f64, f64)] = match toward % 4 {
            0 => &[(0.0, 0.5), (0.0, -0.5), (0.5, -0.5)],
            1 => &[(0.0, 0.5), (-0.3, -0.1), (0.3, -0.1)],
            2 => &[(0.0, 0.5), (0.0, -0.5), (-0.5, -0.5)],
            _ => &[(-0.3, -0.1), (0.3, -0.1), (0.5, -0.5), (-0.5, -0.5)],
        };
        turned(&closed(points), quarters)
    };
    match side(fill) {
        None => {
            let whole = closed(&[(0.0, 0.5), (-0.5, -0.5), (0.5, -0.5)]);
            (turned(&whole, quarters), None)
        }
        Some(toward) => {
            let before_turning = toward + 4 - quarters;
            (part(before_turning), Some(part(before_turning + 2)))
        }
    }
}

pub(super) fn square(fill: FillStyle) -> Parts {
    let (low, high) = (-0.5, 0.5);
    match side(fill) {
        None => (
            closed(&[(low, low), (high, low), (high, high), (low, high)]),
            None,
        ),
        Some(toward) => {
            let lower = open(&[(low, low), (high, low), (high, 0.0), (low, 0.0), (low, low)]);
            let upper = open(&[
                (low, 0.0),
                (high, 0.0),
                (high, high),
                (low, high),
                (low, 0.0),
            ]);
            (turned(&lower, toward + 1), Some(turned(&upper, toward + 1)))
        }
    }
}

pub(super) fn diamond(width: f64, fill: FillStyle) -> Parts {
    let r = FRAC_1_SQRT_2;
    let [bottom, right, top, left] = [(0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0)];
    let narrow = |path: BezPath| Affine::scale_non_uniform(width, 1.0) * path;
    match side(fill) {
        None => (narrow(closed(&[bottom, right, top, left])), None),
        Some(toward) => (
            narrow(turned(&open(&[bottom, right, top, bottom]), toward)),
            Some(narrow(turned(&open(&[bottom, left, top, bottom]), toward))),
        ),
    }
}

/// The tips of a polygon of radius 0.5 with its first tip up, counterclockwise; with `inner` those of a star.
fn tips(sides: u32, inner: Option<f64>) -> Vec<Point> {
    let count = sides * if inner.is_some() { 2 } else { 1 };
    let radius = |k: u32| match inner {
        Some(inner) if k % 2 == 1 => 0.5 * inner,
        _ => 0.5,
    };
    let tip = |k| radius(k) * Vec2::from_angle(TAU / f64::from(count) * f64::from(k) + FRAC_PI_2);
    (0..count).map(|k| tip(k).to_point()).collect()
}

pub(super) fn regular(sides: u32, inner: Option<f64>, angle: f64) -> BezPath {
    Affine::rotate(angle.to_radians()) * closed(&tips(sides, inner))
}

/// The whole, or two pieces of it: each a polyline through `points` by their indices.
fn cut(points: &[Point], whole: usize, fill: FillStyle, cuts: &Cuts<'_>) -> Parts {
    let piece = |indices: &[usize]| {
        let chosen: Vec<Point> = indices.iter().map(|&i| points[i]).collect();
        open(&chosen)
    };
    let (piece_colored, piece_other) = match fill {
        FillStyle::Full | FillStyle::None => return (closed(&points[..whole]), None),
        FillStyle::Top => (cuts.top, cuts.bottom),
        FillStyle::Bottom => (cuts.bottom, cuts.top),
        FillStyle::Left => (cuts.left, cuts.right),
        FillStyle::Right => (cuts.right, cuts.left),
    };
    (piece(piece_colored), Some(piece(piece_other)))
}

struct Cuts<'a> {
    top: &'a [usize],
    bottom: &'a [usize],
    left: &'a [usize],
    right: &'a [usize],
}

pub(super) fn pentagon(fill: FillStyle) -> Parts {
    let mut points = tips(5, None);
    points.push(Point::new(0.0, points[2].y));
    let cuts = Cuts {
        top: &[0, 1, 4, 0],
        bottom: &[1, 2, 3, 4, 1],
        left: &[0, 1, 2, 5, 0],
        right: &[0, 4, 3, 5, 0],
    };
    cut(&points, 5, fill, &cuts)
}

pub(super) fn star(fill: FillStyle) -> Parts {
    let cuts = Cuts {
        top: &[0, 1, 2, 3, 7, 8, 9, 0],
        bottom: &[3, 4, 5, 6, 7, 3],
        left: &[0, 1, 2, 3, 4, 5, 0],
        right: &[0, 5, 6, 7, 8, 9, 0],
    };
    cut(&tips(5, Some(0.381966)), 10, fill, &cuts)
}

pub(super) fn hexagon_on_tip(fill: FillStyle) -> Parts {
    let mut points = tips(6, None);
    points.extend([Point::new(points[1].x, 0.0), Point::new(points[5].x, 0.0)]);
    let cuts = Cuts {
        top: &[6, 1, 0, 5, 7],
        bottom: &[6, 2, 3, 4, 7],
        left: &[0, 1, 2, 3],
        right: &[0, 5, 4, 3],
    };
    cut(&points, 6, fill, &cuts)
}

pub(super) fn hexagon_on_side(fill: FillStyle) -> Parts {
    let mut points = tips(6, None);
    points.extend([points[0].midpoint(points[5]), points[2].midpoint(points[3])]);
    let turn = Affine::rotate(TAU / 12.0);
    let points: Vec<Point> = points.into_iter().map(|point| turn * point).collect();
    let cuts = Cuts {
        top: &[1, 0, 5, 4, 1],
        bottom: &[1, 2, 3, 4],
        left: &[6, 0, 1, 2, 7, 6],
        right: &[6, 5, 4, 3, 7],
    };
    cut(&points, 6, fill, &cuts)
}

pub(super) fn octagon(fill: FillStyle) -> Parts {
    match side(fill) {
        None => (regular(8, None, 22.5), None),
        Some(toward) => {
            let (r, x) = (0.5, 2f64.sqrt() / 8.0);
            let left = [
                (0.0, -r),
                (0.0, r),
                (-x, r),
                (-r, x),
                (-r, -x),
                (-x, -r),
                (0.0, -r),
            ];
            halves(&open(&left), toward + 2)
        }
    }
}

pub(super) fn plus_filled(fill: FillStyle) -> Parts {
    let (r, w) = (0.5, 1.0 / 6.0);
    let upper = [(r, w), (w, w), (w, r), (-w, r), (-w, w), (-r, w)];
    match side(fill) {
        None => (both_halves(&upper), None),
        Some(toward) => {
            let half = [&[(r, 0.0)], &upper[..], &[(-r, 0.0)]].concat();
            halves(&closed(&half), toward + 3)
        }
    }
}

pub(super) fn x_filled(fill: FillStyle) -> Parts {
    let (r, q) = (0.5, 0.25);
    let upper = [(q, 0.0), (r, q), (q, r), (0.0, q), (-q, r), (-r, q)];
    match side(fill) {
        None => (both_halves(&upper), None),
        Some(toward) => {
            let half = [&upper[..], &[(-q, 0.0)]].concat();
            halves(&closed(&half), toward + 3)
        }
    }
}

/// The outline whose other half is this one turned around, from the lower left tip on.
fn both_halves(upper: &[(f64, f64); 6]) -> BezPath {
    let lower = upper.iter().map(|&(x, y)| (-x, -y));
    let mut points: Vec<_> = upper.iter().copied().chain(lower).collect();
    points.rotate_left(8);
    closed(&points)
}

/// Three lines from the middle.
pub(super) fn tri(quarters: usize) -> BezPath {
    let middle = (0.0, 0.0);
    let down = lines(&[
        [middle, (0.0, -0.5)],
        [middle, (0.4, 0.25)],
        [middle, (-0.4, 0.25)],
    ]);
    turned(&down, quarters)
}

/// An arrow head whose tip is that high.
pub(super) fn caret(tip: f64, quarters: usize) -> BezPath {
    let down = open(&[(-0.5, tip + 0.75), (0.0, tip), (0.5, tip + 0.75)]);
    turned(&down, quarters)
}
