//! Curves as the few lines that Agg makes of them.

use kurbo::{Affine, BezPath, PathEl, Point, Vec2};

/// Curves whose control points are nearer than this to their chord become lines, in pixels (Agg's scale of 1).
const TOLERANCE: f64 = 0.5;
const MAX_DEPTH: u32 = 32;
/// Products below this count as those of parallel vectors.
const PARALLEL: f64 = 1e-30;

/// The path with its curves as lines, if it has any. Small circles become polygons that can be told from circles.
pub(super) fn flattened(path: &BezPath) -> Option<BezPath> {
    let is_curve = |el: &PathEl| matches!(el, PathEl::QuadTo(..) | PathEl::CurveTo(..));
    if !path.elements().iter().any(is_curve) {
        return None;
    }
    let mut out = BezPath::new();
    let mut last = Point::ORIGIN;
    for el in path.elements() {
        match *el {
            PathEl::MoveTo(p) => out.move_to(p),
            PathEl::ClosePath => out.close_path(),
            _ => lines(last, *el, &mut |p| out.line_to(p)),
        }
        last = el.end_point().unwrap_or(last);
    }
    Some(out)
}

/// The corners of the lines that a path becomes at this scale.
pub(super) fn corners(path: &BezPath, scale: f64, out: &mut Vec<Point>) {
    out.clear();
    let scale = Affine::scale(scale);
    let mut last = Point::ORIGIN;
    for el in path.elements() {
        let el = scale * *el;
        lines(last, el, &mut |p| out.push(p));
        last = el.end_point().unwrap_or(last);
    }
}

/// Adds the points after `last` that an element leads to.
fn lines(last: Point, el: PathEl, add: &mut impl FnMut(Point)) {
    match el {
        PathEl::MoveTo(p) | PathEl::LineTo(p) => add(p),
        PathEl::QuadTo(a, p) => {
            quadratic([last, a, p], 0, add);
            add(p);
        }
        PathEl::CurveTo(a, b, p) => {
            cubic([last, a, b, p], 0, add);
            add(p);
        }
        PathEl::ClosePath => {}
    }
}

/// The points between the ends of a quadratic curve.
fn quadratic([p, a, q]: [Point; 3], depth: u32, add: &mut impl FnMut(Point)) {
    if depth > MAX_DEPTH {
        return;
    }
    let (left, right) = (p.midpoint(a), a.midpoint(q));
    let middle = left.midpoint(right);
    let chord = q - p;
    let off = (a - q).cross(chord).abs();
    if off > PARALLEL {
        if off * off <= TOLERANCE * TOLERANCE * chord.hypot2() {
            return add(middle);
        }
    } else {
        match stray(a, p, q) {
            None => return,
            Some(distance) if distance < TOLERANCE * TOLERANCE => return add(a),
            Some(_) => {}
        }
    }
    quadratic([p, left, middle], depth + 1, add);
    quadratic([middle, right, q], depth + 1, add);
}

/// The points between the ends of a cubic curve.
fn cubic([p, a, b, q]: [Point; 4], depth: u32, add: &mut impl FnMut(Point)) {
    if depth > MAX_DEPTH {
        return;
    }
    let (left, top, right) = (p.midpoint(a), a.midpoint(b), b.midpoint(q));
    let (left_top, right_top) = (left.midpoint(top), top.midpoint(right));
    let middle = left_top.midpoint(right_top);
    let chord = q - p;
    let off = |control: Point| (control - q).cross(chord).abs();
    let (off_a, off_b) = (off(a), off(b));
    if off_a > PARALLEL || off_b > PARALLEL {
        let counted = |off: f64| if off > PARALLEL { off } else { 0.0 };
        let off = counted(off_a) + counted(off_b);
        if off * off <= TOLERANCE * TOLERANCE * chord.hypot2() {
            return add(top);
        }
    } else {
        let near = TOLERANCE * TOLERANCE;
        match (stray(a, p, q), stray(b, p, q)) {
            (None, None) => return,
            (first, second) => {
                let (first, second) = (first.unwrap_or(0.0), second.unwrap_or(0.0));
                if first > second && first < near {
                    return add(a);
                }
                if first <= second && second < near {
                    return add(b);
                }
            }
        }
    }
    cubic([p, left, left_top, middle], depth + 1, add);
    cubic([middle, right_top, right, q], depth + 1, add);
}

/// How far a point of the line through p and q is outside of the two, squared; nothing if it is between them.
fn stray(point: Point, p: Point, q: Point) -> Option<f64> {
    let chord: Vec2 = q - p;
    if chord.hypot2() == 0.0 {
        return Some((point - p).hypot2());
    }
    let along = (point - p).dot(chord) / chord.hypot2();
    if along > 0.0 && along < 1.0 {
        None
    } else if along <= 0.0 {
        Some((point - p).hypot2())
    } else {
        Some((point - q).hypot2())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::{Circle, Shape};

    #[test]
    fn a_circle_is_a_polygon_of_more_corners_the_larger_it_is() {
        let corners = |radius| {
            let path = Circle::new((0.0, 0.0), radius).to_path(1e-3 * radius);
            flattened(&path).unwrap().elements().len()
        };
        assert!(corners(3.0) < corners(30.0) && corners(30.0) < corners(300.0));
    }

    #[test]
    fn lines_stay_and_flat_curves_need_no_corner() {
        let mut path = BezPath::new();
        path.move_to((0.0, 0.0));
        path.line_to((5.0, 5.0));
        assert!(flattened(&path).is_none());
        path.curve_to((6.0, 6.0), (8.0, 8.0), (9.0, 9.0));
        path.quad_to((10.0, 10.0), (12.0, 12.0));
        let lines = flattened(&path).unwrap();
        assert_eq!(lines.elements().len(), 4);
    }
}
