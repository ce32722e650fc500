//! Curves as the few straight lines that Agg draws: it halves a curve until its control points are near its chord.

use kurbo::{Affine, BezPath, CubicBez, ParamCurve, PathEl, Point, QuadBez, Vec2};

/// How far control points may be from the chord, squared, in pixels.
const TOLERANCE: f64 = 0.25;
/// Control points are on the chord if the parallelogram that they span with it is smaller, in square pixels.
const COLLINEAR: f64 = 1e-30;
/// Halvings at most.
const MAX_DEPTH: u32 = 32;
/// Longer curves, in pixels, are left as they are: their lines would be too many.
const TOO_LONG: f64 = 1e5;

/// The path in straight lines, if it has curves.
pub(super) fn flattened(path: &BezPath) -> Option<BezPath> {
    let curved = |el: PathEl| matches!(el, PathEl::QuadTo(..) | PathEl::CurveTo(..));
    if !path.iter().any(curved) {
        return None;
    }
    let mut out = BezPath::new();
    let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
    for element in path {
        match element {
            PathEl::QuadTo(p, q) => halve_quad(&mut out, QuadBez::new(last, p, q), element),
            PathEl::CurveTo(p, q, r) => {
                halve_cubic(&mut out, CubicBez::new(last, p, q, r), element);
            }
            other => out.push(other),
        }
        match element.end_point() {
            Some(end) => last = end,
            None => last = start,
        }
        if let PathEl::MoveTo(p) = element {
            start = p;
        }
    }
    Some(out)
}

fn halve_quad(out: &mut BezPath, curve: QuadBez, element: PathEl) {
    let QuadBez { p0, p1, p2 } = curve;
    if p0.distance(p1) + p1.distance(p2) < TOO_LONG {
        add_quad(out, curve, 0);
        out.line_to(p2);
    } else {
        out.push(element);
    }
}

fn halve_cubic(out: &mut BezPath, curve: CubicBez, element: PathEl) {
    let CubicBez { p0, p1, p2, p3 } = curve;
    if p0.distance(p1) + p1.distance(p2) + p2.distance(p3) < TOO_LONG {
        add_cubic(out, curve, 0);
        out.line_to(p3);
    } else {
        out.push(element);
    }
}

/// The points between the ends of a curve.
fn add_quad(out: &mut BezPath, curve: QuadBez, depth: u32) {
    let QuadBez { p0, p1, p2 } = curve;
    let chord = p2 - p0;
    let span = (p1 - p2).cross(chord).abs();
    if span > COLLINEAR {
        if span * span <= TOLERANCE * chord.hypot2() {
            out.line_to(curve.eval(0.5));
            return;
        }
    } else {
        match beyond(p1, p0, chord) {
            None => return,
            Some(distance) if distance < TOLERANCE => {
                out.line_to(p1);
                return;
            }
            Some(_) => {}
        }
    }
    if depth < MAX_DEPTH {
        let (first, second) = curve.subdivide();
        add_quad(out, first, depth + 1);
        add_quad(out, second, depth + 1);
    }
}

fn add_cubic(out: &mut BezPath, curve: CubicBez, depth: u32) {
    let CubicBez { p0, p1, p2, p3 } = curve;
    let chord = p3 - p0;
    let spans = [p1, p2].map(|p| (p - p3).cross(chord).abs());
    // One that is on the chord does not count.
    let [a, b] = spans.map(|span| if span > COLLINEAR { span } else { 0.0 });
    if a > 0.0 || b > 0.0 {
        if (a + b).powi(2) <= TOLERANCE * chord.hypot2() {
            out.line_to(p1.midpoint(p2));
            return;
        }
    } else {
        let (a, b) = (beyond(p1, p0, chord), beyond(p2, p0, chord));
        if a.is_none() && b.is_none() {
            return;
        }
        let (a, b) = (a.unwrap_or(0.0), b.unwrap_or(0.0));
        let (farther, distance) = if a > b { (p1, a) } else { (p2, b) };
        if distance < TOLERANCE {
            out.line_to(farther);
            return;
        }
    }
    if depth < MAX_DEPTH {
        let (first, second) = curve.subdivide();
        add_cubic(out, first, depth + 1);
        add_cubic(out, second, depth + 1);
    }
}

/// By how much, squared, a point on a line is beyond a chord of it; `None` between the chord's ends.
fn beyond(point: Point, start: Point, chord: Vec2) -> Option<f64> {
    let along = (point - start).dot(chord) / chord.hypot2();
    if along > 0.0 && along < 1.0 {
        return None;
    }
    let end = if along >= 1.0 { start + chord } else { start };
    Some(point.distance_squared(end))
}

/// The corners of the lines that a path becomes at this scale.
pub(super) fn corners(path: &BezPath, scale: f64, out: &mut Vec<Point>) {
    let scaled = Affine::scale(scale) * path;
    let lines = flattened(&scaled).unwrap_or(scaled);
    out.clear();
    out.extend(lines.elements().iter().filter_map(PathEl::end_point));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counted by matplotlib's `Path.to_polygons`, which draws curves as its Agg backend does.
    #[test]
    fn curves_have_the_lines_of_agg() {
        let count = |svg: &str| {
            let path = flattened(&BezPath::from_svg(svg).unwrap()).unwrap();
            path.elements().len()
        };
        assert_eq!(count("M0,0 C0,55 45,100 100,100"), 18);
        assert_eq!(count("M0,0 Q50,80 100,0"), 18);
        assert_eq!(count("M0,0 C30,0 60,0 100,0"), 2);
        assert_eq!(count("M0,0 Q-20,0 100,0"), 3);
        assert!(flattened(&BezPath::from_svg("M0,0 L9,9 Z").unwrap()).is_none());
    }
}
