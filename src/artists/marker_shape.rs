//! The outlines of markers, those of matplotlib.

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_2, TAU};

use kurbo::{Affine, BezPath, Point, Vec2};

use crate::artists::{CapStyle, FillStyle, JoinStyle, Marker};

/// A marker in unit coordinates with y up: still to be scaled by the marker size ([`Marker::Pixel`] is not).
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MarkerShape {
    /// All of the marker, or the part with the face colour.
    pub(crate) path: BezPath,
    /// The part with the alternate face colour, if there is one.
    pub(crate) alt_path: Option<BezPath>,
    /// Whether the face is drawn at all.
    pub(crate) is_filled: bool,
    /// The marker size in pixels from which on it is snapped; without one it snaps if it is rectilinear.
    pub(crate) snap_threshold: Option<f64>,
    /// How its corners are drawn.
    pub(crate) join: JoinStyle,
    /// How its ends are drawn.
    pub(crate) cap: CapStyle,
}

impl MarkerShape {
    pub(crate) fn new(marker: Marker, fill: FillStyle) -> Self {
        use JoinStyle::{Bevel, Miter, Round};
        let filled = |snap, join, parts| Self::filled(fill, snap, join, parts);
        match marker {
            Marker::Point => filled(Some(f64::INFINITY), Round, circle(0.25, fill)),
            Marker::Circle => filled(Some(f64::INFINITY), Round, circle(0.5, fill)),
            Marker::Pixel => filled(None, Round, (pixel(), None)),
            Marker::TriangleUp => filled(Some(5.0), Miter, triangle(0, fill)),
            Marker::TriangleLeft => filled(Some(5.0), Miter, triangle(1, fill)),
            Marker::TriangleDown => filled(Some(5.0), Miter, triangle(2, fill)),
            Marker::TriangleRight => filled(Some(5.0), Miter, triangle(3, fill)),
            Marker::Octagon => filled(Some(5.0), Miter, octagon(fill)),
            Marker::Square => filled(Some(2.0), Miter, square(fill)),
            Marker::Pentagon => filled(Some(5.0), Miter, pentagon(fill)),
            Marker::PlusFilled => filled(Some(5.0), Miter, plus_filled(fill)),
            Marker::XFilled => filled(Some(5.0), Miter, x_filled(fill)),
            Marker::Star => filled(Some(5.0), Bevel, star(fill)),
            Marker::Hexagon1 => filled(None, Miter, hexagon_on_tip(fill)),
            Marker::Hexagon2 => filled(None, Miter, hexagon_on_side(fill)),
            Marker::Diamond => filled(Some(5.0), Miter, diamond(1.0, fill)),
            Marker::ThinDiamond => filled(Some(5.0), Miter, diamond(0.6, fill)),
            Marker::RegularPolygon { sides, angle } => {
                filled(None, Miter, (regular(sides, None, angle), None))
            }
            Marker::RegularStar { sides, angle } => {
                filled(None, Bevel, (regular(sides, Some(0.5), angle), None))
            }
            Marker::RegularAsterisk { sides, angle } => {
                Self::unfilled(None, Bevel, regular(sides, Some(0.0), angle))
            }
            _ => Self::of_lines(marker),
        }
    }

    /// Markers that have no face.
    fn of_lines(marker: Marker) -> Self {
        use JoinStyle::{Miter, Round};
        let round = |snap, path| Self::unfilled(Some(snap), Round, path);
        let caret = |tip, turns| Self::unfilled(Some(3.0), Miter, caret(tip, turns));
        match marker {
            Marker::TriDown => round(5.0, tri(0)),
            Marker::TriRight => round(5.0, tri(1)),
            Marker::TriUp => round(5.0, tri(2)),
            Marker::TriLeft => round(5.0, tri(3)),
            Marker::Plus => round(
                1.0,
                lines(&[[(-0.5, 0.0), (0.5, 0.0)], [(0.0, -0.5), (0.0, 0.5)]]),
            ),
            Marker::X => round(
                3.0,
                lines(&[[(-0.5, -0.5), (0.5, 0.5)], [(-0.5, 0.5), (0.5, -0.5)]]),
            ),
            Marker::VLine => round(1.0, lines(&[[(0.0, -0.5), (0.0, 0.5)]])),
            Marker::HLine => round(1.0, lines(&[[(0.5, 0.0), (-0.5, 0.0)]])),
            Marker::TickLeft => round(1.0, lines(&[[(0.0, 0.0), (-1.0, 0.0)]])),
            Marker::TickRight => round(1.0, lines(&[[(0.0, 0.0), (1.0, 0.0)]])),
            Marker::TickUp => round(1.0, lines(&[[(0.0, 0.0), (0.0, 1.0)]])),
            Marker::TickDown => round(1.0, lines(&[[(0.0, 0.0), (0.0, -1.0)]])),
            Marker::CaretDown => caret(0.0, 0),
            Marker::CaretRight => caret(0.0, 1),
            Marker::CaretUp => caret(0.0, 2),
            Marker::CaretLeft => caret(0.0, 3),
            Marker::CaretDownBase => caret(-0.75, 0),
            Marker::CaretRightBase => caret(-0.75, 1),
            Marker::CaretUpBase => caret(-0.75, 2),
            Marker::CaretLeftBase => caret(-0.75, 3),
            _ => Self::unfilled(None, Round, BezPath::new()),
        }
    }

    fn filled(fill: FillStyle, snap: Option<f64>, join: JoinStyle, parts: Parts) -> Self {
        Self {
            is_filled: fill != FillStyle::None,
            alt_path: parts.1,
            ..Self::unfilled(snap, join, parts.0)
        }
    }

    fn unfilled(snap_threshold: Option<f64>, join: JoinStyle, path: BezPath) -> Self {
        Self {
            path,
            alt_path: None,
            is_filled: false,
            snap_threshold,
            join,
            cap: CapStyle::Butt,
        }
    }
}

/// The part with the face colour and that with the alternate one.
type Parts = (BezPath, Option<BezPath>);

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

fn lines(segments: &[[(f64, f64); 2]]) -> BezPath {
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

fn circle(radius: f64, fill: FillStyle) -> Parts {
    match side(fill) {
        None => (arc(radius, 8), None),
        Some(quarters) => halves(&arc(radius, 4), quarters),
    }
}

/// A square that snaps to one pixel: from exactly -0.5 on it would become two by two.
fn pixel() -> BezPath {
    let (low, high) = (-0.49999, 1.0 - 0.49999);
    closed(&[(low, low), (high, low), (high, high), (low, high)])
}

fn triangle(quarters: usize, fill: FillStyle) -> Parts {
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

fn square(fill: FillStyle) -> Parts {
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

fn diamond(width: f64, fill: FillStyle) -> Parts {
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

fn regular(sides: u32, inner: Option<f64>, angle: f64) -> BezPath {
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

fn pentagon(fill: FillStyle) -> Parts {
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

fn star(fill: FillStyle) -> Parts {
    let cuts = Cuts {
        top: &[0, 1, 2, 3, 7, 8, 9, 0],
        bottom: &[3, 4, 5, 6, 7, 3],
        left: &[0, 1, 2, 3, 4, 5, 0],
        right: &[0, 5, 6, 7, 8, 9, 0],
    };
    cut(&tips(5, Some(0.381966)), 10, fill, &cuts)
}

fn hexagon_on_tip(fill: FillStyle) -> Parts {
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

fn hexagon_on_side(fill: FillStyle) -> Parts {
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

fn octagon(fill: FillStyle) -> Parts {
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

fn plus_filled(fill: FillStyle) -> Parts {
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

fn x_filled(fill: FillStyle) -> Parts {
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
fn tri(quarters: usize) -> BezPath {
    let middle = (0.0, 0.0);
    let down = lines(&[
        [middle, (0.0, -0.5)],
        [middle, (0.4, 0.25)],
        [middle, (-0.4, 0.25)],
    ]);
    turned(&down, quarters)
}

/// An arrow head whose tip is that high.
fn caret(tip: f64, quarters: usize) -> BezPath {
    let down = open(&[(-0.5, tip + 0.75), (0.0, tip), (0.5, tip + 0.75)]);
    turned(&down, quarters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::PathEl;

    /// Every marker in every fill style, written by tests/baseline/markers.py, which says the format.
    const REFERENCE: &str = include_str!("../../tests/baseline/markers.tsv");

    const FILLS: [&str; 6] = ["full", "left", "right", "bottom", "top", "none"];

    fn marker(name: &str) -> Marker {
        if let Some(number) = name.strip_prefix('#') {
            return Marker::try_from(number.parse::<i32>().unwrap()).unwrap();
        }
        if let Some(tuple) = name.strip_prefix('(') {
            let n: Vec<u32> = tuple
                .trim_end_matches(')')
                .split(',')
                .map(|n| n.parse().unwrap())
                .collect();
            return Marker::try_from((n[0], n[1], f64::from(n[2]))).unwrap();
        }
        name.parse().unwrap()
    }

    /// Letters and numbers, as the reference is spelt.
    fn spelt(path: &BezPath) -> (String, Vec<f64>) {
        let (mut letters, mut numbers) = (String::new(), Vec::new());
        for element in path.elements() {
            let (letter, points) = match *element {
                PathEl::MoveTo(p) => ('M', vec![p]),
                PathEl::LineTo(p) => ('L', vec![p]),
                PathEl::CurveTo(a, b, p) => ('C', vec![a, b, p]),
                PathEl::QuadTo(a, p) => ('Q', vec![a, p]),
                PathEl::ClosePath => ('Z', vec![]),
            };
            letters.push(letter);
            numbers.extend(points.iter().flat_map(|p| [p.x, p.y]));
        }
        (letters, numbers)
    }

    fn assert_same(path: Option<&BezPath>, expected: &str, what: &str) {
        let Some(path) = path else {
            return assert_eq!(expected, "-", "{what}");
        };
        let (letters, numbers) = spelt(path);
        let expected_letters: String = expected.matches(char::is_uppercase).collect();
        let expected: Vec<f64> = expected
            .split([' ', 'M', 'L', 'C', 'Z'])
            .filter(|text| !text.is_empty())
            .map(|text| text.parse().unwrap())
            .collect();
        assert_eq!(letters, expected_letters, "{what}");
        assert_eq!(numbers.len(), expected.len(), "{what}");
        for (ours, theirs) in numbers.iter().zip(&expected) {
            assert!(
                (ours - theirs).abs() < 2e-7,
                "{what}: {numbers:?}, not {expected:?}"
            );
        }
    }

    #[test]
    fn every_marker_has_the_outline_of_matplotlib() {
        for line in REFERENCE.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let [name, fill, filled, snap, join, cap, path, alt] = fields[..] else {
                panic!("{line}");
            };
            let fills = if fill == "*" {
                &FILLS[..]
            } else {
                std::slice::from_ref(&fill)
            };
            for fill in fills {
                let shape = marker(name).shape(fill.parse().unwrap());
                let what = format!("{name} {fill}");
                assert_eq!(shape.is_filled.to_string(), filled, "{what}");
                assert_eq!(shape.snap_threshold, snap.parse().ok(), "{what}");
                assert_eq!(shape.join, join.parse().unwrap(), "{what}");
                assert_eq!(shape.cap, cap.parse().unwrap(), "{what}");
                assert_same(Some(&shape.path), path, &what);
                assert_same(shape.alt_path.as_ref(), alt, &what);
            }
        }
    }

    #[test]
    fn a_marker_without_sides_is_nothing() {
        let marker = Marker::RegularStar {
            sides: 0,
            angle: 1.0,
        };
        assert!(marker.shape(FillStyle::Full).path.is_empty());
    }
}
