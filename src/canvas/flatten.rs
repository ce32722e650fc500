//! Curves as the straight lines that Agg draws: it halves a curve until its control points are near its chord.

use kurbo::{Affine, BezPath, CubicBez, ParamCurve, PathEl, Point, QuadBez, Vec2};

use crate::canvas::clip::{FAR, bounded, is_within};

/// How far control points may be from the chord, squared, in pixels.
const TOLERANCE: f64 = 0.25;
/// Control points are on the chord if the parallelogram that they span with it is smaller, in square pixels.
const COLLINEAR: f64 = 1e-30;
/// The maximum number of halvings.
const MAX_DEPTH: u32 = 32;
/// The maximum number of halvings of a curve that extends far away, enough for a length of 10²⁵ pixels.
const MAX_FAR_DEPTH: u32 = 64;
/// Beyond this, invisible parts are not halved for their length, either.
const MAX_HIDDEN_DEPTH: u32 = 12;

/// How much shorter a line may be than the invisible curve that it replaces, in pixels.
const SHORTCUT: f64 = 0.01;

/// The path in straight lines, if it has curves.
///
/// Where curves are too far away to be seen the lines are longer; if they are to be `dashed`, as long as is needed for
/// the lengths of curves up to a hundred million pixels.
pub(crate) fn flattened(path: &BezPath, dashed: bool) -> Option<BezPath> {
    if !is_curved(path) {
        return None;
    }
    let mut out = BezPath::new();
    let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
    for element in path {
        match element {
            PathEl::QuadTo(p, q) => {
                let points = [last, p, q];
                let [p0, p1, p2] = points.map(bounded);
                let curve = QuadBez::new(p0, p1, p2);
                if points.iter().all(is_near) {
                    add_quad(&mut out, curve, 0);
                } else {
                    approach(&mut out, curve.raise(), 0, dashed);
                }
                out.line_to(q);
            }
            PathEl::CurveTo(p, q, r) => {
                let points = [last, p, q, r];
                let [p0, p1, p2, p3] = points.map(bounded);
                let curve = CubicBez::new(p0, p1, p2, p3);
                if points.iter().all(is_near) {
                    add_cubic(&mut out, curve, 0);
                } else {
                    approach(&mut out, curve, 0, dashed);
                }
                out.line_to(r);
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

/// Whether a path has curves.
pub(crate) fn is_curved(path: &BezPath) -> bool {
    let is_curve = |el: PathEl| matches!(el, PathEl::QuadTo(..) | PathEl::CurveTo(..));
    path.iter().any(is_curve)
}

/// Whether a point is at most twice as far away as what is painted.
fn is_near(p: &Point) -> bool {
    is_within(*p, 2.0 * FAR)
}

/// The points between the ends of a curve that extends far away, with far points no closer than needed.
///
/// A curve is inside the hull of its control points: if these are all on one side of the visible area, it is invisible.
fn approach(out: &mut BezPath, curve: CubicBez, depth: u32, dashed: bool) {
    let CubicBez { p0, p1, p2, p3 } = curve;
    let points = [p0, p1, p2, p3];
    if points.iter().all(is_near) {
        return add_cubic(out, curve, 0);
    }
    let hidden = points.iter().all(|p| p.x > FAR)
        || points.iter().all(|p| p.x < -FAR)
        || points.iter().all(|p| p.y > FAR)
        || points.iter().all(|p| p.y < -FAR);
    let round_about = || p0.distance(p1) + p1.distance(p2) + p2.distance(p3) - p0.distance(p3);
    let deepest = match (hidden, dashed) {
        (true, true) if round_about() > SHORTCUT => MAX_HIDDEN_DEPTH,
        (true, _) => 0,
        (false, _) => MAX_FAR_DEPTH,
    };
    if depth >= deepest || points.iter().any(|p| p.is_nan()) {
        return;
    }
    let (first, second) = curve.subdivide();
    approach(out, first, depth + 1, dashed);
    out.line_to(first.p3);
    approach(out, second, depth + 1, dashed);
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
    let lines = flattened(&scaled, false).unwrap_or(scaled);
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
            let path = flattened(&BezPath::from_svg(svg).unwrap(), false).unwrap();
            path.elements().len()
        };
        assert_eq!(count("M0,0 C0,55 45,100 100,100"), 18);
        assert_eq!(count("M0,0 Q50,80 100,0"), 18);
        assert_eq!(count("M0,0 C30,0 60,0 100,0"), 2);
        assert_eq!(count("M0,0 Q-20,0 100,0"), 3);
        assert!(flattened(&BezPath::from_svg("M0,0 L9,9 Z").unwrap(), false).is_none());
    }
}
