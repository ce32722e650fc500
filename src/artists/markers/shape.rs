//! Markers as drawn: outline, filling, snapping and stroke, as in matplotlib.

use kurbo::BezPath;

use crate::artists::markers::outline::{
    Parts, caret, circle, diamond, hexagon_on_side, hexagon_on_tip, lines, octagon, pentagon,
    pixel, plus_filled, regular, square, star, tri, triangle, x_filled,
};
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

impl Marker {
    /// Its outline, and how that is drawn.
    pub(crate) fn shape(&self, fill: FillStyle) -> MarkerShape {
        MarkerShape::new(self, fill)
    }
}

impl MarkerShape {
    pub(crate) fn new(marker: &Marker, fill: FillStyle) -> Self {
        use JoinStyle::{Bevel, Miter, Round};
        let filled = |snap, join, parts| Self::filled(fill, snap, join, parts);
        match *marker {
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
            Marker::Polygon(ref vertices) => filled(None, Round, (polygon(vertices), None)),
            _ => Self::of_lines(marker),
        }
    }

    /// Markers that have no face.
    fn of_lines(marker: &Marker) -> Self {
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

    /// Of text or any other outline in unit coordinates.
    pub(crate) fn of_outline(outline: BezPath, fill: FillStyle) -> Self {
        Self::filled(fill, None, JoinStyle::Round, (outline, None))
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

/// A polygon, shrunk so that its largest coordinate is ½. Its edge is closed only if it ends where it began.
fn polygon(vertices: &[(f64, f64)]) -> BezPath {
    let largest = vertices.iter().map(|(x, y)| x.abs().max(y.abs()));
    let largest = largest.fold(0.0, f64::max);
    let scale = if largest > 0.0 { 0.5 / largest } else { 1.0 };
    let mut path = BezPath::new();
    for (i, &(x, y)) in vertices.iter().enumerate() {
        let point = (scale * x, scale * y);
        if i == 0 {
            path.move_to(point);
        } else {
            path.line_to(point);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::PathEl;

    /// Every marker in every fill style, written by tests/baseline/markers.py, which says the format.
    const REFERENCE: &str = include_str!("../../../tests/baseline/markers.tsv");

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
