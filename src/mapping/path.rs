//! Paths on their way from data coordinates to the canvas.

use std::f64::consts::FRAC_PI_2;

use kurbo::{Affine, BezPath, PathEl, Point, Vec2};

/// The path with each of its points moved by a function; if the result is not finite, the path has a gap.
pub(crate) fn mapped(path: &BezPath, place: impl Fn(Point) -> Point) -> BezPath {
    let mut out = BezPath::new();
    let mut gap = true;
    for element in path {
        let moved = match element {
            PathEl::MoveTo(p) => PathEl::MoveTo(place(p)),
            PathEl::LineTo(p) => PathEl::LineTo(place(p)),
            PathEl::QuadTo(p, q) => PathEl::QuadTo(place(p), place(q)),
            PathEl::CurveTo(p, q, r) => PathEl::CurveTo(place(p), place(q), place(r)),
            PathEl::ClosePath => PathEl::ClosePath,
        };
        match moved.end_point() {
            None if !gap => out.push(moved),
            None => {}
            Some(_) if !moved.is_finite() => gap = true,
            Some(end) if gap => {
                out.move_to(end);
                gap = false;
            }
            Some(_) => out.push(moved),
        }
    }
    out
}

/// An arc of the unit circle from one angle to another in degrees, counterclockwise, in as many cubic curves as the
/// reference has (after Maisonobe, "Drawing an elliptical arc using polylines, quadratic or cubic Bézier curves").
pub(crate) fn arc(theta1: f64, theta2: f64) -> BezPath {
    let turns = (theta2 - theta1) / 360.0;
    let whole = turns.round_ties_even();
    let end = if whole != 0.0 && (turns - whole).abs() <= 1e-12 {
        theta1 + 360.0
    } else {
        theta2 - 360.0 * turns.floor()
    };
    let (from, to) = (theta1.to_radians(), end.to_radians());
    // A turn has 16; more would be rounding errors of huge angles.
    let quarters = (to - from) / FRAC_PI_2;
    let count = quarters.ceil().exp2().min(16.0);
    let step = (to - from) / count;
    let t = (0.5 * step).tan();
    let handle = step.sin() * ((4.0 + 3.0 * t * t).sqrt() - 1.0) / 3.0;
    let mut path = BezPath::new();
    let on_circle = |i: f64| {
        let (sin, cos) = (from + i * step).sin_cos();
        (Point::new(cos, sin), Vec2::new(-sin, cos))
    };
    let (mut start, mut leaves) = on_circle(0.0);
    path.move_to(start);
    for i in 1..=count as u32 {
        let (end, arrives) = on_circle(f64::from(i));
        path.curve_to(start + handle * leaves, end - handle * arrives, end);
        (start, leaves) = (end, arrives);
    }
    path
}

/// The part of a unit disc between two angles in degrees, counterclockwise, up to its centre or to the radius of a
/// hole.
pub(crate) fn sector(theta1: f64, theta2: f64, hole: Option<f64>) -> BezPath {
    let whole = ((theta2 - theta1) - 360.0).abs() <= 1e-12;
    let outer = if whole {
        arc(0.0, 360.0)
    } else {
        arc(theta1, theta2)
    };
    let mut path = outer.clone();
    match hole {
        Some(radius) => {
            let inner = Affine::scale(radius) * outer.reverse_subpaths();
            match inner.elements() {
                [PathEl::MoveTo(start), back @ ..] if !whole => {
                    path.line_to(*start);
                    path.extend(back.iter().copied());
                }
                elements => path.extend(elements.iter().copied()),
            }
            path.close_path();
        }
        None if whole => {}
        None => {
            path.line_to((0.0, 0.0));
            path.close_path();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_finite_leaves_a_gap() {
        let path = BezPath::from_svg("M0,0 L9,1 L2,2 L3,3").unwrap();
        let place = |p: Point| match p.x {
            9.0 => Point::new(f64::NAN, p.y),
            _ => p,
        };
        assert_eq!(mapped(&path, place).to_svg(), "M0,0 M2,2 L3,3");
    }

    #[test]
    fn a_full_turn_is_a_circle_and_more_than_one_is_its_rest() {
        assert_eq!(arc(0.0, 360.0).elements().len(), 1 + 16);
        assert_eq!(arc(90.0, 450.0).elements().len(), 1 + 16);
        assert_eq!(arc(0.0, 450.0), arc(0.0, 90.0));
    }
}
