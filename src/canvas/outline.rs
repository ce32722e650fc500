//! The outline of a stroke along straight lines, made of straight lines, as Agg's `math_stroke` makes it.

use std::f64::consts::PI;

use kurbo::{BezPath, Cap, Join, PathEl, Point, Stroke, Vec2};

/// How far a round join's or cap's lines may be from its circle, in pixels.
const ROUNDNESS: f64 = 0.125;
/// The inner side of a corner is a mitre up to this many half widths, or up to the shorter of its lines.
const INNER_MITER_LIMIT: f64 = 1.01;
/// A corner that is flatter than this part of the half width has no join.
const FLAT: f64 = 1.0 / 1024.0;

/// The outline of a stroke; `None` where a path has curves.
///
/// Overlapping parts count once by the nonzero rule. The mitre limit is in half widths, and beyond it there is a bevel.
pub(super) fn outline(path: impl Iterator<Item = PathEl>, stroke: &Stroke) -> Option<BezPath> {
    let mut outliner = Outliner::new(stroke);
    if stroke.dash_pattern.is_empty() {
        outliner.add_path(path)?;
    } else {
        let dashes = kurbo::dash(path, stroke.dash_offset, &stroke.dash_pattern);
        outliner.add_path(dashes)?;
    }
    Some(outliner.outline)
}

struct Outliner {
    outline: BezPath,
    /// Half of the stroke's width.
    half: f64,
    caps: [Cap; 2],
    join: Join,
    miter_limit: f64,
    /// From one corner of a round join to the next, in radians.
    step: f64,
}

impl Outliner {
    fn new(stroke: &Stroke) -> Self {
        let half = 0.5 * stroke.width;
        Self {
            outline: BezPath::new(),
            half,
            caps: [stroke.start_cap, stroke.end_cap],
            join: stroke.join,
            miter_limit: half * stroke.miter_limit,
            step: round_step(half),
        }
    }

    /// Adds what the lines of a path cover, unless there are curves among them.
    fn add_path(&mut self, path: impl Iterator<Item = PathEl>) -> Option<()> {
        let mut line = Vec::new();
        for el in path {
            match el {
                PathEl::MoveTo(p) => {
                    self.add_line(&mut line, false);
                    line.push(p);
                }
                // Lines without a length have no direction.
                PathEl::LineTo(p) if line.last() == Some(&p) => (),
                PathEl::LineTo(p) => line.push(p),
                PathEl::ClosePath => {
                    let start = line.first().copied();
                    self.add_line(&mut line, true);
                    line.extend(start);
                }
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => return None,
            }
        }
        self.add_line(&mut line, false);
        Some(())
    }

    /// Adds what a line covers, and empties it. A point alone covers nothing.
    fn add_line(&mut self, line: &mut Vec<Point>, closed: bool) {
        if closed && line.first() == line.last() {
            line.pop();
        }
        let count = line.len();
        let around = |line: &[Point], i: usize| {
            let [before, after] = [(i + count - 1) % count, (i + 1) % count];
            [line[before], line[i], line[after]]
        };
        if closed && count > 2 {
            for i in 0..count {
                self.corner(around(line, i));
            }
            self.outline.close_path();
            for i in (0..count).rev() {
                let [before, at, after] = around(line, i);
                self.corner([after, at, before]);
            }
            self.outline.close_path();
        } else if count > 1 {
            self.cap(self.caps[0], line[0], line[1]);
            for i in 1..count - 1 {
                self.corner(around(line, i));
            }
            self.cap(self.caps[1], line[count - 1], line[count - 2]);
            for i in (1..count - 1).rev() {
                let [before, at, after] = around(line, i);
                self.corner([after, at, before]);
            }
            self.outline.close_path();
        }
        line.clear();
    }

    fn add(&mut self, corner: Point) {
        match self.outline.elements().last() {
            None | Some(PathEl::ClosePath) => self.outline.move_to(corner),
            _ => self.outline.line_to(corner),
        }
    }

    /// From a line to its edge at the side that is outlined.
    fn aside(&self, from: Point, to: Point) -> Vec2 {
        let along = to - from;
        self.half / along.hypot() * Vec2::new(along.y, -along.x)
    }

    /// The end of a line at `at`, which comes from or goes to `inner`.
    fn cap(&mut self, cap: Cap, at: Point, inner: Point) {
        let aside = self.aside(at, inner);
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

    /// One side of the corner at `at`.
    fn corner(&mut self, [before, at, after]: [Point; 3]) {
        let (first, second) = (self.aside(before, at), self.aside(at, after));
        let edges = [(before + first, at + first), (at + second, after + second)];
        let turn = (at - before).cross(after - at);
        if turn < 0.0 {
            let shorter = (at - before).hypot().min((after - at).hypot());
            let limit = shorter.max(INNER_MITER_LIMIT * self.half);
            return self.miter(at, (first, second), edges, limit);
        }
        let flat = self.half - (0.5 * (first + second)).hypot() < FLAT * self.half;
        match self.join {
            Join::Miter => self.miter(at, (first, second), edges, self.miter_limit),
            _ if flat => self.add(intersection(edges).unwrap_or(at + first)),
            Join::Bevel => {
                self.add(at + first);
                self.add(at + second);
            }
            Join::Round => {
                let angle = first.cross(second).atan2(first.dot(second));
                // A turn right back, whose side is a matter of rounding, goes round outside.
                let whole = if angle < 0.0 { 2.0 * PI } else { 0.0 };
                self.arc(at, first, angle + whole);
            }
        }
    }

    /// The corner where two edges meet, if it is not too far away.
    fn miter(
        &mut self,
        at: Point,
        (first, second): (Vec2, Vec2),
        edges: [(Point, Point); 2],
        limit: f64,
    ) {
        match intersection(edges) {
            Some(corner) if corner.distance(at) <= limit => self.add(corner),
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

/// From one corner to the next where Agg makes a circle of this radius, in radians.
pub(super) fn round_step(radius: f64) -> f64 {
    2.0 * (radius / (radius + ROUNDNESS)).acos()
}

/// Radii from one on to that which lies round by an angle, as many as it takes steps.
pub(super) fn arc(from: Vec2, angle: f64, step: f64) -> impl Iterator<Item = Vec2> {
    let between = (angle / step) as usize;
    let (sin, cos) = (angle / (between + 1) as f64).sin_cos();
    let turned = move |r: &Vec2| Some(Vec2::new(cos * r.x - sin * r.y, sin * r.x + cos * r.y));
    std::iter::successors(Some(from), turned).take(between + 2)
}

/// Where two lines meet, unless they are parallel.
fn intersection([(a, b), (c, d)]: [(Point, Point); 2]) -> Option<Point> {
    let determinant = (b - a).cross(d - c);
    if determinant.abs() < 1e-30 {
        return None;
    }
    Some(a + (c - a).cross(d - c) / determinant * (b - a))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::Shape;

    fn of(points: &[(f64, f64)], closed: bool, cap: Cap) -> BezPath {
        let mut path = BezPath::new();
        path.move_to(points[0]);
        points[1..].iter().for_each(|p| path.line_to(*p));
        if closed {
            path.close_path();
        }
        outline(
            path.iter(),
            &Stroke::new(4.0).with_caps(cap).with_join(Join::Round),
        )
        .unwrap()
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
            let outline = outline(path.iter(), &stroke).unwrap();
            [20.9, 21.3, 21.9].map(|x| outline.winding(Point::new(x, 20.0 - x)) != 0)
        };
        assert_eq!(reaches(Join::Miter, 1.5), [true; 3]);
        assert_eq!(reaches(Join::Miter, 1.4), [true, false, false]);
        assert_eq!(reaches(Join::Bevel, 1.5), [true, false, false]);
        assert_eq!(reaches(Join::Round, 1.5), [true, true, false]);
    }

    #[test]
    fn dashes_are_lines_of_their_own() {
        let mut path = BezPath::new();
        path.move_to((0.0, 0.0));
        path.line_to((10.0, 0.0));
        let dashed = Stroke::new(2.0)
            .with_caps(Cap::Butt)
            .with_dashes(0.0, [2.0, 3.0]);
        let area = outline(path.iter(), &dashed).unwrap().area().abs();
        assert!((area - 8.0).abs() < 1e-9, "{area}");
        path.quad_to((9.0, 9.0), (1.0, 0.0));
        assert!(outline(path.iter(), &Stroke::new(1.0)).is_none());
    }
}
