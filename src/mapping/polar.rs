//! From an angle and a radius to the plane that polar axes are drawn on.

use std::f64::consts::{PI, TAU};

use kurbo::{Affine, BezPath, PathEl, Point, Rect, Vec2};

use crate::mapping::path::arc;
use crate::mapping::{Limits, sector};
use crate::scale::Scale;

/// The projection of polar axes for one drawing: its plane has the radius of the origin at (0, 0).
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Polar {
    /// The limits of theta in radians, as x, and those of r, as y.
    pub(crate) limits: Limits,
    /// That of r.
    scale: Scale,
    /// Where theta is zero, in radians counterclockwise from the right.
    zero: f64,
    /// 1 if theta grows counterclockwise, else -1.
    direction: f64,
    /// The radius at the centre; and as the scale has it.
    origin: f64,
    start: f64,
    /// 1 if r grows outwards, else -1.
    sign: f64,
}

impl Polar {
    /// Of these limits, with theta's zero and direction, and the radius at the centre if it is not the smallest one.
    pub(crate) fn new(
        limits: Limits,
        scale: Scale,
        (zero, direction): (f64, f64),
        origin: Option<f64>,
    ) -> Self {
        let origin = origin.unwrap_or(limits.y.0);
        Self {
            limits,
            zero,
            direction,
            origin,
            start: scale.transform(origin),
            scale,
            sign: if limits.y.1 < origin { -1.0 } else { 1.0 },
        }
    }

    /// The angle in the plane, counterclockwise from the right.
    pub(crate) fn angle(&self, theta: f64) -> f64 {
        theta * self.direction + self.zero
    }

    /// Whether theta grows counterclockwise.
    pub(crate) fn is_counterclockwise(&self) -> bool {
        self.direction > 0.0
    }

    /// The smaller and the larger angle of the limits of theta.
    pub(crate) fn angles(&self) -> (f64, f64) {
        let (from, to) = (self.angle(self.limits.x.0), self.angle(self.limits.x.1));
        (from.min(to), from.max(to))
    }

    /// Whether the limits of theta are a full turn or more.
    pub(crate) fn is_full(&self) -> bool {
        let (from, to) = self.limits.x;
        (to - from).abs() - TAU > -1e-12 * PI / 180.0
    }

    /// The distance from the centre; inside the origin it is negative.
    fn distance(&self, r: f64) -> f64 {
        (self.scale.transform(r) - self.start) * self.sign
    }

    /// The distances of the limits of r, the inner one at least 0.
    fn distances(&self) -> (f64, f64) {
        let (inner, outer) = (
            self.distance(self.limits.y.0),
            self.distance(self.limits.y.1),
        );
        (inner.clamp(0.0, outer.max(0.0)), outer)
    }

    /// The radius that ticks are above: circles around the centre have none there.
    pub(crate) fn above(&self) -> f64 {
        let (from, to) = self.limits.y;
        let center = self.origin * self.sign;
        match self.is_full() && from.min(to) <= center {
            true => center,
            false => f64::NEG_INFINITY,
        }
    }

    /// Whether there is a hole in the middle.
    pub(crate) fn is_ring(&self) -> bool {
        self.distances().0 > 0.0
    }

    /// The place in the plane; what is inside the origin has none.
    pub(super) fn of_data(&self, [theta, r]: [f64; 2]) -> [f64; 2] {
        let distance = self.distance(r);
        let distance = if distance >= 0.0 { distance } else { f64::NAN };
        let (sin, cos) = self.angle(theta).sin_cos();
        [distance * cos, distance * sin]
    }

    /// The part of the plane that is shown: the square around the sector of a ring.
    pub(crate) fn plane(&self) -> Limits {
        // Ratios of radii without their scale, as in the reference.
        let (inner, outer) = (self.limits.y.0 - self.origin, self.limits.y.1 - self.origin);
        let inner = (inner / outer).clamp(0.0, 1.0);
        // The centre counts, as the reference's closing point does.
        let around = self.sector(inner).control_box().union_pt(Point::ORIGIN);
        let side = around.width().max(around.height());
        let half = Vec2::new(side, side) / 2.0;
        let Rect { x0, y0, x1, y1 } =
            Rect::from_points(around.center() - half, around.center() + half);
        let unit = self.distances().1;
        Limits {
            x: (x0 * unit, x1 * unit),
            y: (y0 * unit, y1 * unit),
        }
    }

    /// What the plane shows between the limits.
    pub(super) fn outline(&self) -> BezPath {
        let (inner, outer) = self.distances();
        Affine::scale(outer) * self.sector(inner / outer)
    }

    /// The sector of a ring of the unit disc, with a hole of this radius.
    fn sector(&self, hole: f64) -> BezPath {
        let (from, to) = self.angles();
        match self.is_full() {
            true => sector(0.0, 360.0, Some(hole)),
            false => sector(from.to_degrees(), to.to_degrees(), Some(hole)),
        }
    }

    /// The path in the plane of one in data coordinates: lines along a radius stay lines, those of one radius become
    /// arcs, and others have so many parts. With one part all lines stay lines.
    pub(super) fn path(&self, path: &BezPath, parts: usize) -> BezPath {
        let place = |p: Point| <(f64, f64)>::from(self.of_data([p.x, p.y])).into();
        if parts <= 1 {
            return BezPath::from_vec(path.elements().iter().map(|e| moved(*e, place)).collect());
        }
        let mut out = BezPath::new();
        let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
        for element in path {
            match element {
                PathEl::LineTo(end) if end.x != last.x && end.y == last.y => {
                    self.add_arc(&mut out, last, end.x);
                }
                PathEl::LineTo(end) if end.x != last.x => {
                    let part = |i: usize| last.lerp(end, i as f64 / parts as f64);
                    (1..=parts).for_each(|i| out.line_to(place(part(i))));
                }
                other => out.push(moved(other, place)),
            }
            if let PathEl::MoveTo(p) = element {
                start = p;
            }
            last = element.end_point().unwrap_or(start);
        }
        out
    }

    /// Adds the arc from a point in data coordinates to another theta, in whole turns and the rest.
    fn add_arc(&self, out: &mut BezPath, from: Point, theta: f64) {
        let distance = self.distance(from.y);
        let mut last = self.angle(from.x).to_degrees();
        let end = self.angle(theta).to_degrees();
        let mut add = |from: f64, to: f64| {
            let arc = match from <= to {
                true => arc(from, to),
                false => arc(to, from).reverse_subpaths(),
            };
            let arc = Affine::scale(distance) * arc;
            out.extend(arc.elements().iter().skip(1).copied());
        };
        // More turns are the same pixels again.
        for _ in 0..16 {
            let turn = 360.0 * (end - last).signum();
            if (end - last).abs() <= 360.0 {
                break;
            }
            add(last, last + turn);
            last += turn;
        }
        add(last, end);
    }
}

/// The element with each of its points moved.
fn moved(element: PathEl, place: impl Fn(Point) -> Point) -> PathEl {
    match element {
        PathEl::MoveTo(p) => PathEl::MoveTo(place(p)),
        PathEl::LineTo(p) => PathEl::LineTo(place(p)),
        PathEl::QuadTo(p, q) => PathEl::QuadTo(place(p), place(q)),
        PathEl::CurveTo(p, q, r) => PathEl::CurveTo(place(p), place(q), place(r)),
        PathEl::ClosePath => PathEl::ClosePath,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn polar(theta: (f64, f64), r: (f64, f64)) -> Polar {
        let limits = Limits { x: theta, y: r };
        Polar::new(limits, Scale::Linear, (0.0, 1.0), None)
    }

    #[test]
    fn the_plane_is_the_square_around_what_is_shown() {
        // `PolarAxes.axesLim` of matplotlib 3.11.2, times two from its middle.
        let cases = [
            ((0.0, 360.0), (0.0, 2.0), [-2.0, -2.0, 2.0, 2.0]),
            ((0.0, 90.0), (0.0, 1.0), [0.0, 0.0, 1.0, 1.0]),
            (
                (30.0, 100.0),
                (0.0, 1.0),
                [-0.17364818, -0.00961738, 0.8660254, 1.0300562],
            ),
            (
                (10.0, 350.0),
                (0.0, 1.0),
                [-1.01459646, -1.00700032, 0.9994042, 1.00700032],
            ),
        ];
        for ((from, to), r, expected) in cases {
            let Limits { x, y } = polar((f64::to_radians(from), f64::to_radians(to)), r).plane();
            for (found, expected) in [x.0, y.0, x.1, y.1].into_iter().zip(expected) {
                assert!((found - expected).abs() < 1e-7, "{from} to {to}: {found}");
            }
        }
    }

    #[test]
    fn lines_become_lines_arcs_or_parts() {
        let polar = polar((0.0, TAU), (0.0, 2.0));
        let count = |line: &str, parts: usize| {
            let path = polar.path(&BezPath::from_svg(line).unwrap(), parts);
            let curves = |e: &&PathEl| matches!(e, PathEl::CurveTo(..));
            let all = path.elements();
            (all.len() - 1, all.iter().filter(curves).count())
        };
        assert_eq!(count("M1,0 L1,2", 10), (1, 0));
        assert_eq!(count("M0,1 L1.5,1", 10), (2, 2));
        assert_eq!(count("M1.5,1 L0,1", 10), (2, 2));
        assert_eq!(count("M0,1 L1,2", 10), (10, 0));
        assert_eq!(count("M0,1 L1,1", 1), (1, 0));
        let turned = polar.path(&BezPath::from_svg("M1.5,1 L0,1").unwrap(), 10);
        let end = turned.elements().last().unwrap().end_point().unwrap();
        assert!((end - Point::new(1.0, 0.0)).hypot() < 1e-12);
    }

    #[test]
    fn what_is_inside_the_origin_has_no_place() {
        let ring = polar((0.0, TAU), (1.0, 2.0));
        assert_eq!(ring.of_data([0.0, 1.5]), [0.5, 0.0]);
        assert!(ring.of_data([0.0, 0.5])[0].is_nan() && !ring.is_ring());
        let inverted = polar((0.0, TAU), (5.0, 0.0));
        assert_eq!(inverted.of_data([0.0, 1.0]), [4.0, 0.0]);
        let limits = Limits {
            x: (0.0, TAU),
            y: (1.0, 2.0),
        };
        assert!(Polar::new(limits, Scale::Linear, (0.0, 1.0), Some(0.0)).is_ring());
    }
}
