//! Curves as the few straight lines that Agg draws them by.

use kurbo::{BezPath, CubicBez, ParamCurve, PathEl, Point, QuadBez};

/// Curves whose control points are this near to their chord are not divided further, in pixels.
const TOLERANCE: f64 = 0.5;
/// Curves are halved so often at most.
const MAX_DEPTH: u32 = 16;

/// The path with its curves, in pixels, replaced by lines as Agg's `conv_curve` does with its defaults.
///
/// Small circles become visibly angular by it, and a little too large: each flat enough part of a cubic curve goes
/// by way of the middle between its control points.
pub(crate) fn flattened(path: &BezPath) -> BezPath {
    let mut lines = BezPath::new();
    let mut last = Point::ORIGIN;
    for element in path.iter() {
        match element {
            PathEl::QuadTo(p1, p2) => {
                divide_quad(QuadBez::new(last, p1, p2), 0, &mut lines);
                lines.line_to(p2);
            }
            PathEl::CurveTo(p1, p2, p3) => {
                divide_cubic(CubicBez::new(last, p1, p2, p3), 0, &mut lines);
                lines.line_to(p3);
            }
            straight => lines.push(straight),
        }
        last = element.end_point().unwrap_or(last);
    }
    lines
}

/// Adds the points between the ends of a quadratic curve.
fn divide_quad(curve: QuadBez, depth: u32, lines: &mut BezPath) {
    let chord = Chord::new(curve.p0, curve.p2);
    let away = chord.distance(curve.p1);
    if away == 0.0 && chord.spans(curve.p1) {
        return;
    }
    if away > 0.0 && away <= TOLERANCE {
        lines.line_to(curve.eval(0.5));
    } else if depth < MAX_DEPTH && curve.is_finite() {
        let (a, b) = (curve.subsegment(0.0..0.5), curve.subsegment(0.5..1.0));
        divide_quad(a, depth + 1, lines);
        divide_quad(b, depth + 1, lines);
    }
}

/// Adds the points between the ends of a cubic curve.
fn divide_cubic(curve: CubicBez, depth: u32, lines: &mut BezPath) {
    let chord = Chord::new(curve.p0, curve.p3);
    let away = chord.distance(curve.p1) + chord.distance(curve.p2);
    if away == 0.0 && chord.spans(curve.p1) && chord.spans(curve.p2) {
        return;
    }
    if away > 0.0 && away <= TOLERANCE {
        lines.line_to(curve.p1.midpoint(curve.p2));
    } else if depth < MAX_DEPTH && curve.is_finite() {
        let (a, b) = (curve.subsegment(0.0..0.5), curve.subsegment(0.5..1.0));
        divide_cubic(a, depth + 1, lines);
        divide_cubic(b, depth + 1, lines);
    }
}

/// The line from the start of a curve to its end.
struct Chord {
    start: Point,
    along: kurbo::Vec2,
}

impl Chord {
    fn new(start: Point, end: Point) -> Self {
        Self {
            start,
            along: end - start,
        }
    }

    /// From the line through both ends; not finite if they are the same.
    fn distance(&self, point: Point) -> f64 {
        (self.along.cross(point - self.start) / self.along.hypot()).abs()
    }

    /// Whether a point's foot is between the ends.
    fn spans(&self, point: Point) -> bool {
        let part = self.along.dot(point - self.start) / self.along.hypot2();
        part > 0.0 && part < 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The corners of `Path([(8, 0), …], [1, 4, 4, 4]).to_polygons(closed_only=False)`, which Agg makes.
    #[test]
    fn curves_have_the_corners_that_agg_gives_them() {
        let corners = |path: BezPath| -> Vec<(f64, f64)> {
            let points = flattened(&path);
            points
                .iter()
                .filter_map(|element| element.end_point())
                .map(|p| (p.x, p.y))
                .collect()
        };
        let mut cubic = BezPath::new();
        cubic.move_to((8.0, 0.0));
        cubic.curve_to((8.0, 4.4), (4.4, 8.0), (0.0, 8.0));
        let expected = [
            (8.0, 0.0),
            (7.8875, 1.625),
            (6.66875, 4.49375),
            (4.49375, 6.66875),
            (1.625, 7.8875),
            (0.0, 8.0),
        ];
        let found = corners(cubic);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (a, b) in found.iter().zip(expected) {
            assert!((a.0 - b.0).hypot(a.1 - b.1) < 1e-9, "{found:?}");
        }
        let mut quadratic = BezPath::new();
        quadratic.move_to((8.0, 0.0));
        quadratic.quad_to((8.0, 8.0), (0.0, 8.0));
        let expected = [
            (8.0, 0.0),
            (7.875, 1.875),
            (6.875, 4.875),
            (4.875, 6.875),
            (1.875, 7.875),
            (0.0, 8.0),
        ];
        assert_eq!(corners(quadratic), expected);
    }

    #[test]
    fn curves_that_go_nowhere_or_to_infinity_end() {
        for end in [8.0, f64::NAN, f64::INFINITY] {
            let mut path = BezPath::new();
            path.move_to((8.0, 0.0));
            path.curve_to((8.0, 0.0), (end, 0.0), (end, 0.0));
            path.quad_to((end, 9.0), (8.0, 0.0));
            assert!(flattened(&path).elements().len() < 1 << 18);
        }
    }
}
