//! Curves cut at a border, and curves beside a curve.

use std::f64::consts::PI;

use kurbo::{BezPath, ParamCurve, PathSeg, Point, QuadBez, Vec2};

/// Cuts are this near to the border, in pixels.
const TOLERANCE: f64 = 0.01;
/// Halvings after which a cut is as near as floats are.
const MAX_HALVINGS: u32 = 64;

/// Whether a point is in a region.
pub(super) type Inside<'a> = &'a dyn Fn(Point) -> bool;

/// The path before and after the place where it first crosses the border of a region, if its segments do.
pub(super) fn split_path(path: &BezPath, inside: Inside<'_>) -> Option<(BezPath, BezPath)> {
    let segments: Vec<PathSeg> = path.segments().collect();
    let begins_inside = inside(segments.first()?.start());
    let cut = segments
        .iter()
        .position(|segment| inside(segment.end()) != begins_inside)?;
    let t = crossing(&segments[cut], inside)?;
    let before = segments[..cut]
        .iter()
        .copied()
        .chain([segments[cut].subsegment(0.0..t)]);
    let after = [segments[cut].subsegment(t..1.0)]
        .into_iter()
        .chain(segments[cut + 1..].iter().copied());
    Some((joined(before), joined(after)))
}

/// The path through segments one after the other, without gaps where a rounding error parts their ends.
fn joined(segments: impl Iterator<Item = PathSeg>) -> BezPath {
    let mut path = BezPath::new();
    for segment in segments {
        if path.elements().is_empty() {
            path.move_to(segment.start());
        }
        path.push(segment.as_path_el());
    }
    path
}

/// The curve before and after its crossing of a border, if one of its ends is inside and the other is not.
pub(super) fn split_quad(curve: QuadBez, inside: Inside<'_>) -> Option<(QuadBez, QuadBez)> {
    let t = crossing(&curve, inside)?;
    Some((curve.subsegment(0.0..t), curve.subsegment(t..1.0)))
}

/// Where a curve crosses a border, by halving.
fn crossing(curve: &impl ParamCurve, inside: Inside<'_>) -> Option<f64> {
    let (mut t0, mut t1) = (0.0, 1.0);
    let (mut start, mut end) = (curve.eval(t0), curve.eval(t1));
    let start_inside = inside(start);
    if start_inside == inside(end) && start != end {
        return None;
    }
    for _ in 0..MAX_HALVINGS {
        if start.distance(end) < TOLERANCE {
            break;
        }
        let t = 0.5 * (t0 + t1);
        let middle = curve.eval(t);
        if inside(middle) == start_inside {
            (t0, start) = (t, middle);
        } else {
            (t1, end) = (t, middle);
        }
    }
    Some(0.5 * (t0 + t1))
}

/// Tests for being in a circle.
pub(super) fn in_circle(center: Point, radius: f64) -> impl Fn(Point) -> bool {
    move |p| p.distance_squared(center) < radius * radius
}

/// The unit vector from one point to another; zero if they are the same.
pub(super) fn direction(from: Point, to: Point) -> Vec2 {
    let along = to - from;
    if along == Vec2::ZERO {
        along
    } else {
        along / along.hypot()
    }
}

/// The points at a distance to the right and to the left of a direction.
pub(super) fn beside(point: Point, along: Vec2, distance: f64) -> [Point; 2] {
    let right = distance * Vec2::new(along.y, -along.x);
    [point + right, point - right]
}

/// Where two lines, each through a point in a direction, meet, unless they are parallel.
pub(super) fn intersection(p: Point, along: Vec2, q: Point, other: Vec2) -> Option<Point> {
    let across = along.cross(other);
    (across.abs() >= 1e-12).then(|| p + along * ((q - p).cross(other) / across))
}

/// Two curves roughly parallel to a curve, one on each side.
pub(super) fn parallels(curve: QuadBez, distance: f64) -> [QuadBez; 2] {
    let QuadBez { p0, p1, p2 } = curve;
    let angle = |v: Vec2| v.x.atan2(v.y);
    let turns_back = ((angle(p0 - p1) - angle(p1 - p2)).abs() - PI).abs() < 1e-5;
    let (leaves, arrives) = if turns_back {
        (direction(p0, p2), direction(p0, p2))
    } else {
        (direction(p0, p1), direction(p1, p2))
    };
    let (starts, ends) = (beside(p0, leaves, distance), beside(p2, arrives, distance));
    [0, 1].map(|side| {
        let (start, end) = (starts[side], ends[side]);
        let middle = intersection(start, leaves, end, arrives);
        QuadBez::new(start, middle.unwrap_or(start.midpoint(end)), end)
    })
}

/// Two curves beside a curve, at these multiples of a distance from its start, middle and end.
pub(super) fn wedged(curve: QuadBez, distance: f64, widths: [f64; 3]) -> [QuadBez; 2] {
    let QuadBez { p0, p1, p2 } = curve;
    let (first, second) = (p0.midpoint(p1), p1.midpoint(p2));
    let starts = beside(p0, direction(p0, p1), distance * widths[0]);
    let middles = beside(
        first.midpoint(second),
        direction(first, second),
        distance * widths[1],
    );
    let ends = beside(p2, direction(p1, p2), distance * widths[2]);
    [0, 1].map(|side| {
        let (start, middle, end) = (starts[side], middles[side], ends[side]);
        let control = 0.5 * (4.0 * middle.to_vec2() - (start.to_vec2() + end.to_vec2()));
        QuadBez::new(start, control.to_point(), end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_cut_where_it_leaves_a_circle() {
        let mut path = BezPath::new();
        path.move_to((0.0, 0.0));
        path.line_to((3.0, 0.0));
        path.quad_to((10.0, 0.0), (10.0, 5.0));
        let (before, after) = split_path(&path, &in_circle(Point::ORIGIN, 2.0)).unwrap();
        assert_eq!((before.elements().len(), after.elements().len()), (2, 3));
        let cut = after.segments().next().unwrap().start();
        assert!((cut.x - 2.0).abs() < TOLERANCE, "{cut:?}");
        assert!(split_path(&path, &in_circle(Point::ORIGIN, 20.0)).is_none());
    }

    #[test]
    fn the_middle_of_a_wedge_is_at_its_width() {
        let line = QuadBez::new((0.0, 0.0), (5.0, 0.0), (10.0, 0.0));
        let [right, left] = wedged(line, 2.0, [1.0, 0.5, 0.0]);
        assert!((right.eval(0.5).y + 1.0).abs() < 1e-12 && (left.eval(0.5).y - 1.0).abs() < 1e-12);
        assert_eq!(right.p2, left.p2);
        assert_eq!(parallels(line, 2.0)[1].p1, Point::new(5.0, 2.0));
    }
}
