//! Clips paths that extend far beyond the canvas to what may be visible.

use kurbo::{BezPath, PathEl, Point, Rect};

use crate::canvas::clipper::Clipper;
use crate::canvas::flatten::flattened;

/// Nothing beyond this distance in pixels is painted: 32 times the largest width of a canvas.
pub(super) const FAR: f64 = (1 << 20) as f64;
/// Larger coordinates are replaced by this, so that their products are finite.
const MOST: f64 = 1e150;

/// All that is not.
pub(super) const BOX: Rect = Rect::new(-FAR, -FAR, FAR, FAR);

/// Whether all points of a path are near enough to be painted unchanged.
pub(super) fn is_near(path: &BezPath) -> bool {
    are_points(path, |point| is_within(point, FAR))
}

/// Whether all points of a path, with those that control curves, are as asked.
pub(super) fn are_points(path: &BezPath, as_asked: impl Fn(Point) -> bool) -> bool {
    path.elements().iter().all(|element| match *element {
        PathEl::MoveTo(p) | PathEl::LineTo(p) => as_asked(p),
        PathEl::QuadTo(p, q) => as_asked(p) && as_asked(q),
        PathEl::CurveTo(p, q, r) => as_asked(p) && as_asked(q) && as_asked(r),
        PathEl::ClosePath => true,
    })
}

/// Whether a point, which may be NaN, is in the square with this half side around the corner of the canvas.
pub(super) fn is_within(p: Point, side: f64) -> bool {
    p.x.abs() <= side && p.y.abs() <= side
}

/// The point with coordinates limited to a finite range.
pub(super) fn bounded(p: Point) -> Point {
    Point::new(p.x.clamp(-MOST, MOST), p.y.clamp(-MOST, MOST))
}

/// The lines of a path that extends far away, moved to the edges of a box: they cover the same area inside it.
///
/// `None` if the path is near.
pub(super) fn cut_for_fill(path: &BezPath) -> Option<BezPath> {
    if is_near(path) {
        return None;
    }
    let straight = flattened(path, false);
    let mut out = BezPath::new();
    let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
    for element in straight.as_ref().unwrap_or(path) {
        match element.end_point().map(bounded) {
            Some(p) if matches!(element, PathEl::MoveTo(_)) => {
                fill_to(&mut out, last, start);
                out.move_to(edged(p));
                (start, last) = (p, p);
            }
            Some(p) => {
                fill_to(&mut out, last, p);
                last = p;
            }
            None => {
                fill_to(&mut out, last, start);
                last = start;
            }
        }
    }
    fill_to(&mut out, last, start);
    Some(out)
}

/// A line, with corners where it crosses the lines that the box's edges are on.
fn fill_to(out: &mut BezPath, from: Point, to: Point) {
    if from == to {
        return;
    }
    let distance = |p: Point| p.x.abs().max(p.y.abs());
    // From very far away the other end would be lost in rounding.
    let turned = distance(from) > distance(to);
    let (base, end) = if turned { (to, from) } else { (from, to) };
    let way = end - base;
    let mut crossings = [
        (BOX.x0 - base.x) / way.x,
        (BOX.x1 - base.x) / way.x,
        (BOX.y0 - base.y) / way.y,
        (BOX.y1 - base.y) / way.y,
    ];
    crossings.sort_by(f64::total_cmp);
    if turned {
        crossings.reverse();
    }
    for at in crossings.into_iter().filter(|at| *at > 0.0 && *at < 1.0) {
        out.line_to(edged(base + at * way));
    }
    out.line_to(edged(to));
}

/// The point of the box that is nearest.
fn edged(p: Point) -> Point {
    Point::new(p.x.clamp(BOX.x0, BOX.x1), p.y.clamp(BOX.y0, BOX.y1))
}

/// The lines of a path that extends far away, without the far parts; lines with omitted parts are open.
///
/// `None` if the path is near.
pub(super) fn cut_for_stroke(path: &BezPath) -> Option<BezPath> {
    if is_near(path) {
        return None;
    }
    let straight = flattened(path, false);
    let mut clipper = Clipper::new(BOX, BezPath::new());
    for mut line in lines(straight.as_ref().unwrap_or(path)) {
        let corners = &mut line.corners;
        // Where a loop begins far away, all of its corners that may be seen are joined.
        let is_far = |corner: &Point| !is_within(*corner, FAR);
        if let (true, Some(far)) = (line.closed, corners.iter().position(is_far)) {
            corners.rotate_left(far);
        }
        corners.iter_mut().for_each(|p| *p = bounded(*p));
        clipper.move_to(corners[0]);
        corners[1..].iter().for_each(|p| clipper.line_to(*p));
        if line.closed {
            clipper.close();
        }
    }
    Some(clipper.finish())
}

/// A part of a path.
#[derive(Debug, Default)]
pub(super) struct Polyline {
    /// A closed part does not repeat its first corner at the end.
    pub(super) corners: Vec<Point>,
    pub(super) closed: bool,
}

impl Polyline {
    /// Its lines from corner to corner.
    pub(super) fn segments(&self) -> impl Iterator<Item = (Point, Point)> {
        let back = self.corners.first().filter(|_| self.closed);
        let ends = self.corners.iter().skip(1).chain(back);
        self.corners.iter().copied().zip(ends.copied())
    }
}

/// The parts of a path of straight lines.
pub(super) fn lines(path: &BezPath) -> Vec<Polyline> {
    let mut all: Vec<Polyline> = Vec::new();
    for element in path {
        match (element.end_point(), all.last_mut()) {
            (Some(p), Some(line)) if !line.closed && !matches!(element, PathEl::MoveTo(_)) => {
                line.corners.push(p);
            }
            (Some(p), before) => {
                // What is drawn after a closed line begins where that began.
                let start = before.and_then(|line| line.corners.first().copied());
                let start = start.filter(|_| !matches!(element, PathEl::MoveTo(_)));
                all.push(Polyline {
                    corners: start.into_iter().chain([p]).collect(),
                    closed: false,
                });
            }
            (None, Some(line)) => {
                line.closed = true;
                if line.corners.len() > 1 && line.corners.first() == line.corners.last() {
                    line.corners.pop();
                }
            }
            (None, None) => (),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::Shape;

    fn path(svg: &str) -> BezPath {
        BezPath::from_svg(svg).unwrap()
    }

    #[test]
    fn near_paths_are_not_touched() {
        for svg in ["M0,0 L9,9 L-7,1e6 Z", "M1,1 C5,5 6,6 7,1e6", ""] {
            assert!(cut_for_fill(&path(svg)).is_none(), "{svg}");
            assert!(cut_for_stroke(&path(svg)).is_none(), "{svg}");
        }
    }

    #[test]
    fn what_is_cut_covers_the_same_places() {
        for far in [2e6, 1e9, 1e14, 1e100, 1e149] {
            let triangle = {
                let mut path = BezPath::new();
                path.move_to((0.0, 0.0));
                path.line_to((far, 0.5 * far));
                path.line_to((far, far));
                path
            };
            let cut = cut_for_fill(&triangle).unwrap();
            let covers = |x: f64, y: f64| cut.winding(Point::new(x, y)) != 0;
            assert!(covers(100.0, 50.1) && covers(100.0, 99.9), "{far}");
            assert!(!covers(100.0, 49.9) && !covers(100.0, 100.1), "{far}");
            assert!(cut.is_finite() && is_near(&cut), "{far}");
        }
    }

    #[test]
    fn a_frame_around_everything_covers_everything() {
        let cut = cut_for_fill(&path("M-1e14,-1e14 L1e14,-1e14 L1e14,1e14 L-1e14,1e14 Z")).unwrap();
        assert_ne!(cut.winding(Point::new(5.0, 5.0)), 0);
        let beside = cut_for_fill(&path("M1e14,0 L1e14,10 L2e14,10 Z")).unwrap();
        assert_eq!(beside.winding(Point::new(5.0, 5.0)), 0);
    }

    #[test]
    fn loops_that_are_near_stay_closed_beside_others() {
        let cut = cut_for_stroke(&path("M0,0 L9,0 L9,9 Z M0,0 L9,0 L1e8,9 Z")).unwrap();
        let far = format!("M{FAR},");
        let (near, rest) = cut
            .to_svg()
            .split_once("Z ")
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .unwrap();
        assert_eq!(near, "M0,0 L9,0 L9,9 L0,0 ");
        assert!(rest.starts_with(&far) && !rest.contains('Z'), "{rest}");
    }

    #[test]
    fn lines_far_away_are_left_out_and_what_is_in_between_is_kept() {
        let cut = |svg| cut_for_stroke(&path(svg)).unwrap().to_svg();
        assert_eq!(cut("M1e7,0 L1e8,0"), "");
        assert_eq!(cut("M0,0 L1e14,0"), format!("M0,0 L{FAR},0"));
        assert_eq!(
            cut("M0,0 L9,0 L9,1e7 L0,1e7 Z"),
            format!("M0,{FAR} L0,0 L9,0 L9,{FAR}")
        );
    }
}
