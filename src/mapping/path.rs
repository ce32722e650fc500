//! Paths on their way from data coordinates to the canvas.

use kurbo::{BezPath, PathEl, Point};

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

/// The path with each straight line, those that close it among them, in so many parts of one length.
pub(super) fn subdivided(path: &BezPath, parts: usize) -> BezPath {
    let mut out = BezPath::new();
    let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
    for element in path {
        let end = match element {
            PathEl::LineTo(end) => Some(end),
            PathEl::ClosePath => Some(start),
            PathEl::MoveTo(p) => {
                start = p;
                None
            }
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => None,
        };
        if let Some(end) = end {
            let part = |i: usize| last.lerp(end, i as f64 / parts as f64);
            (1..parts).for_each(|i| out.line_to(part(i)));
        }
        out.push(element);
        last = element.end_point().or(end).unwrap_or(last);
    }
    out
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
    fn lines_are_divided_and_curves_are_not() {
        let path = BezPath::from_svg("M0,0 L2,0 Q3,1 2,2 Z M8,8 L8,10").unwrap();
        let expected = "M0,0 L1,0 L2,0 Q3,1 2,2 L1,1 Z M8,8 L8,9 L8,10";
        assert_eq!(subdivided(&path, 2).to_svg(), expected);
        assert_eq!(subdivided(&path, 1), path);
    }
}
