//! The outline of a stroke, made of straight lines as in Agg's `math_stroke`.

use std::f64::consts::PI;

use kurbo::{BezPath, Cap, Join, PathEl, Point, Rect, Stroke, Vec2};

use crate::canvas::clip::{BOX, FAR, cut_for_stroke};
use crate::canvas::dash::dashed;
use crate::canvas::polygons::{FINE, Polygons};

/// How far a round join's or cap's lines may be from its circle, in pixels.
const ROUNDNESS: f64 = 0.125;
/// The inner side of a corner is mitred up to this many half widths, or up to the shorter of its lines.
pub(super) const INNER_MITER_LIMIT: f64 = 1.01;
/// A corner that is flatter than this part of the half width has no join.
pub(super) const FLAT: f64 = 1.0 / 1024.0;

/// Adds the outline of a stroke.
///
/// Overlapping parts count once by the nonzero rule. The mitre limit is in half widths, and beyond it there is a bevel.
/// Dashes outside the rectangle `seen` may be left out.
pub(super) fn outline(path: &BezPath, stroke: &Stroke, seen: Rect, outline: &mut Polygons) {
    let mut outliner = Outliner::new(stroke, outline);
    if stroke.dash_pattern.is_empty() {
        let cut = cut_for_stroke(path);
        outliner.add_path(cut.as_ref().unwrap_or(path));
    } else {
        // The largest distance of a stroke's edge from its middle.
        let reach = 2.0 + stroke.width * stroke.miter_limit.max(1.0);
        let seen = BOX.intersect(seen.inflate(reach, reach));
        outliner.add_path(&dashed(path, stroke, seen));
    }
}

struct Outliner<'a> {
    outline: &'a mut Polygons,
    /// Memory for a line and its parts.
    line: Vec<Point>,
    segments: Vec<Segment>,
    /// Half of the stroke's width.
    half: f64,
    caps: [Cap; 2],
    join: Join,
    miter_limit: f64,
    /// From one corner of a round join to the next, in radians.
    step: f64,
    /// The product of the offsets of two edges that are a step apart.
    near: f64,
}

/// A part of a line.
#[derive(Debug)]
struct Segment {
    start: Point,
    end: Point,
    /// To its edge at the side that is outlined.
    aside: Vec2,
    length: f64,
}

impl Segment {
    fn new(start: Point, end: Point, half: f64) -> Self {
        let along = end - start;
        let length = along.hypot();
        Self {
            start,
            end,
            aside: half / length * Vec2::new(along.y, -along.x),
            length,
        }
    }

    fn turn_back(&mut self) {
        std::mem::swap(&mut self.start, &mut self.end);
        self.aside = -self.aside;
    }

    /// Where its edge meets that of the next one, unless they are parallel.
    fn tip(&self, next: &Self) -> Option<Point> {
        let edge = |segment: &Self| [segment.start, segment.end].map(|end| end + segment.aside);
        crossing(edge(self), edge(next))
    }
}

/// Where two lines cross, unless they are parallel.
pub(super) fn crossing([a, b]: [Point; 2], [c, d]: [Point; 2]) -> Option<Point> {
    let determinant = (b - a).cross(d - c);
    (determinant.abs() >= 1e-30).then(|| a + (c - a).cross(d - c) / determinant * (b - a))
}

impl<'a> Outliner<'a> {
    fn new(stroke: &Stroke, outline: &'a mut Polygons) -> Self {
        let half = 0.5 * stroke.width;
        let step = round_step(half);
        Self {
            outline,
            line: Vec::new(),
            segments: Vec::new(),
            half,
            caps: [stroke.start_cap, stroke.end_cap],
            join: stroke.join,
            miter_limit: half * stroke.miter_limit,
            step,
            near: half * half * step.cos(),
        }
    }

    /// Adds what the lines of a path cover.
    fn add_path(&mut self, path: &BezPath) {
        kurbo::flatten(path, FINE, |el| match el {
            PathEl::MoveTo(p) => {
                self.add_line(false);
                self.line.push(p);
            }
            // Lines without a length have no direction.
            PathEl::LineTo(p) if self.line.last() == Some(&p) => (),
            PathEl::ClosePath => {
                let start = self.line.first().copied();
                self.add_line(true);
                self.line.extend(start);
            }
            other => self.line.extend(other.end_point()),
        });
        self.add_line(false);
    }

    /// Adds what the line covers, and empties it. A point alone covers nothing.
    fn add_line(&mut self, closed: bool) {
        let mut line = std::mem::take(&mut self.line);
        let mut segments = std::mem::take(&mut self.segments);
        if closed && line.first() == line.last() {
            line.pop();
        }
        // A line that is closed by going back is treated as open.
        let closed = closed && line.len() > 2;
        if closed {
            line.extend_from_within(..1);
        }
        let ends = line.iter().zip(line.iter().skip(1));
        segments.clear();
        segments.extend(ends.map(|(start, end)| Segment::new(*start, *end, self.half)));
        // There and back again, at either side of the line.
        for end in self.caps.map(|cap| (!closed).then_some(cap)) {
            if let (Some(cap), Some(first)) = (end, segments.first()) {
                self.cap(cap, first.start, first.aside);
            }
            for pair in segments.windows(2) {
                self.corner(&pair[0], &pair[1]);
            }
            if let (true, [first, .., last]) = (closed, segments.as_slice()) {
                self.corner(last, first);
                self.outline.close();
            }
            segments.reverse();
            segments.iter_mut().for_each(Segment::turn_back);
        }
        self.outline.close();
        line.clear();
        (self.line, self.segments) = (line, segments);
    }

    fn add(&mut self, corner: Point) {
        self.outline.push(corner);
    }

    /// An end of the line at `at`, from which a segment goes with its edge `aside`.
    fn cap(&mut self, cap: Cap, at: Point, aside: Vec2) {
        match cap {
            Cap::Butt => {
                self.add(at - aside);
                self.add(at + aside);
            }
            Cap::Square => {
                let outwards = Vec2::new(aside.y, -aside.x);
                self.add(at - aside + outwards);
                self.add(at + aside + outwards);
            }
            Cap::Round => self.arc(at, -aside, PI),
        }
    }

    /// One side of the corner between two segments.
    fn corner(&mut self, before: &Segment, after: &Segment) {
        let (at, first, second) = (after.start, before.aside, after.aside);
        let turn = first.cross(second);
        // In Agg's steps: right back, its sign is that of a rounding error.
        let (to, from) = (before.end - before.start, after.end - after.start);
        if from.cross(to) > 0.0 {
            let shorter = before.length.min(after.length);
            return self.miter(before, after, shorter.max(INNER_MITER_LIMIT * self.half));
        }
        let flat = self.half - (0.5 * (first + second)).hypot() < FLAT * self.half;
        match self.join {
            Join::Miter => self.miter(before, after, self.miter_limit),
            _ if flat => self.add(before.tip(after).unwrap_or(at + first)),
            Join::Round if first.dot(second) < self.near => {
                let angle = turn.atan2(first.dot(second));
                // A full turn, whose side depends on rounding, is joined at the outside.
                let whole = if angle < 0.0 { 2.0 * PI } else { 0.0 };
                self.arc(at, first, angle + whole);
            }
            Join::Bevel | Join::Round => {
                self.add(at + first);
                self.add(at + second);
            }
        }
    }

    /// The tip of a corner, if it is not too far away.
    fn miter(&mut self, before: &Segment, after: &Segment, limit: f64) {
        let (at, first, second) = (after.start, before.aside, after.aside);
        match before.tip(after) {
            Some(tip) if tip.distance(at) <= limit => self.add(tip),
            // Straight on.
            None if first.dot(second) > 0.0 => self.add(at + first),
            _ => {
                self.add(at + first);
                self.add(at + second);
            }
        }
    }

    /// Corners on a circle around `center`, from one of its radii on round by an angle.
    fn arc(&mut self, center: Point, from: Vec2, angle: f64) {
        for radius in arc(from, angle, self.step) {
            self.add(center + radius);
        }
    }
}

/// The angle between corners of Agg's polygon for a circle of this radius, in radians.
pub(super) fn round_step(radius: f64) -> f64 {
    let radius = radius.min(FAR);
    2.0 * (radius / (radius + ROUNDNESS)).acos()
}

/// Radii from one direction through an angle, in steps.
pub(super) fn arc(from: Vec2, angle: f64, step: f64) -> impl Iterator<Item = Vec2> {
    let between = (angle / step) as usize;
    let (sin, cos) = (angle / (between + 1) as f64).sin_cos();
    let turned = move |r: &Vec2| Some(Vec2::new(cos * r.x - sin * r.y, sin * r.x + cos * r.y));
    std::iter::successors(Some(from), turned).take(between + 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::Shape;

    const SEEN: Rect = Rect::new(0.0, 0.0, 640.0, 480.0);

    fn of(points: &[(f64, f64)], closed: bool, cap: Cap) -> BezPath {
        let mut path = BezPath::new();
        path.move_to(points[0]);
        points[1..].iter().for_each(|p| path.line_to(*p));
        if closed {
            path.close_path();
        }
        outlined(
            &path,
            &Stroke::new(4.0).with_caps(cap).with_join(Join::Round),
        )
    }

    fn outlined(path: &BezPath, stroke: &Stroke) -> BezPath {
        let mut out = BezPath::new();
        let mut polygons = Polygons::default();
        outline(path, stroke, SEEN, &mut polygons);
        for polygon in polygons.iter() {
            out.move_to(polygon[0]);
            polygon[1..].iter().for_each(|p| out.line_to(*p));
            out.close_path();
        }
        out
    }

    #[test]
    fn a_line_is_covered_with_its_caps() {
        for (cap, length) in [(Cap::Butt, 10.0), (Cap::Square, 14.0)] {
            let outline = of(&[(1.0, 2.0), (11.0, 2.0)], false, cap);
            assert!(
                (outline.area().abs() - 4.0 * length).abs() < 1e-9,
                "{cap:?}"
            );
        }
        let round = of(&[(1.0, 2.0), (11.0, 2.0)], false, Cap::Round).area();
        // The circle's polygon is smaller than it.
        assert!((50.0..40.0 + 4.0 * PI).contains(&round.abs()), "{round}");
    }

    #[test]
    fn corners_are_round_outside_and_sharp_inside() {
        for mirror in [1.0, -1.0] {
            let corner = [(0.0, 0.0), (20.0, 0.0), (20.0, mirror * 20.0)];
            let outline = of(&corner, false, Cap::Butt);
            let winds = |x: f64, y: f64| outline.winding(Point::new(x, mirror * y)) != 0;
            assert!(winds(21.3, -1.3) && !winds(21.6, -1.6), "outside");
            assert!(winds(17.9, 1.9) && !winds(17.9, 2.1), "inside");
        }
    }

    #[test]
    fn a_closed_line_leaves_its_inside_alone() {
        let square = [(0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0)];
        let outline = of(&square, true, Cap::Butt);
        let winds = |x: f64, y: f64| outline.winding(Point::new(x, y)) != 0;
        assert!(winds(0.0, 0.0) && winds(10.0, 1.9) && winds(1.9, 10.0));
        assert!(!winds(10.0, 2.1) && !winds(-2.1, 10.0));
    }

    #[test]
    fn turns_right_back_and_points_are_finite() {
        let back = of(&[(0.0, 0.0), (9.0, 0.0), (3.0, 0.0)], false, Cap::Butt);
        assert!(back.is_finite() && back.winding(Point::new(10.5, 0.5)) != 0);
        assert!(of(&[(1.0, 1.0), (1.0, 1.0)], false, Cap::Square).is_empty());
        assert!(of(&[(1.0, 1.0), (5.0, 1.0)], true, Cap::Butt).is_finite());
    }

    #[test]
    fn mitres_reach_to_their_limit_and_bevels_cut_corners() {
        let mut path = BezPath::new();
        path.move_to((0.0, 0.0));
        path.line_to((20.0, 0.0));
        path.line_to((20.0, 20.0));
        let reaches = |join: Join, limit: f64| {
            let stroke = Stroke::new(4.0).with_join(join).with_miter_limit(limit);
            let outline = outlined(&path, &stroke);
            [20.9, 21.3, 21.9].map(|x| outline.winding(Point::new(x, 20.0 - x)) != 0)
        };
        assert_eq!(reaches(Join::Miter, 1.5), [true; 3]);
        assert_eq!(reaches(Join::Miter, 1.4), [true, false, false]);
        assert_eq!(reaches(Join::Bevel, 1.5), [true, false, false]);
        assert_eq!(reaches(Join::Round, 1.5), [true, true, false]);
    }

    #[test]
    fn the_widest_strokes_have_as_many_corners_as_wide_ones() {
        for width in [FAR, 1e17, f64::MAX] {
            let mut path = BezPath::new();
            path.move_to((0.0, 0.0));
            path.line_to((10.0, 0.0));
            let stroke = Stroke::new(width).with_caps(Cap::Round);
            let corners = outlined(&path, &stroke).elements().len();
            assert!((1000..10_000).contains(&corners), "{width}: {corners}");
        }
    }

    #[test]
    fn dashes_are_lines_of_their_own() {
        let mut path = BezPath::new();
        path.move_to((0.0, 0.0));
        path.line_to((10.0, 0.0));
        let dashed = Stroke::new(2.0)
            .with_caps(Cap::Butt)
            .with_dashes(0.0, [2.0, 3.0]);
        let area = outlined(&path, &dashed).area().abs();
        assert!((area - 8.0).abs() < 1e-9, "{area}");
    }
}
