//! Cuts the lines of paths off at a rectangle, as Agg's `PathClipper`.

use kurbo::{BezPath, PathEl, Point, Rect};

/// A path of which the parts of lines inside a rectangle are kept; curves are kept whole.
///
/// A line that comes back into the rectangle begins anew, and so do its dashes. Points that are not finite leave gaps. A
/// loop of which nothing was cut off stays closed.
#[derive(Debug)]
pub(super) struct Clipper<P> {
    rect: Rect,
    out: P,
    start: Point,
    /// `None` in a gap.
    last: Option<Point>,
    /// Whether the path ends at `last`; a line that goes on elsewhere needs a move.
    goes_on: bool,
    /// Whether the loop lacks something.
    is_cut: bool,
}

/// What takes the elements of a path as they come.
pub(super) trait Pen {
    fn push(&mut self, element: PathEl);

    /// Takes lines to points from where the path ends, except those without a length.
    fn push_lines(&mut self, mut end: Point, points: &[Point]) {
        for point in points {
            if *point != end {
                self.push(PathEl::LineTo(*point));
                end = *point;
            }
        }
    }
}

impl Pen for BezPath {
    fn push(&mut self, element: PathEl) {
        self.push(element);
    }
}

impl<P: Pen> Clipper<P> {
    /// Clips to a rectangle what it hands on.
    pub(super) fn new(rect: Rect, out: P) -> Self {
        Self {
            rect,
            out,
            start: Point::ORIGIN,
            last: None,
            goes_on: false,
            is_cut: false,
        }
    }

    /// What took its elements.
    pub(super) fn finish(self) -> P {
        self.out
    }

    pub(super) fn add(&mut self, element: PathEl) {
        match element {
            PathEl::MoveTo(to) => self.move_to(to),
            PathEl::LineTo(to) => self.line_to(to),
            PathEl::QuadTo(p, to) => self.curve_to(element, p.is_finite(), to),
            PathEl::CurveTo(p, q, to) => {
                self.curve_to(element, p.is_finite() && q.is_finite(), to);
            }
            PathEl::ClosePath => self.close(),
        }
    }

    pub(super) fn move_to(&mut self, to: Point) {
        self.start = to;
        self.last = Some(to).filter(|to| to.is_finite());
        (self.goes_on, self.is_cut) = (false, false);
    }

    /// A line; the first one, and the first one after a gap, begins at its end.
    // Long lines are drawn from frame to frame.
    #[inline(always)]
    pub(super) fn line_to(&mut self, to: Point) {
        if !to.is_finite() {
            return self.leave_gap(None);
        }
        let Some(from) = self.last.replace(to) else {
            return;
        };
        if from == to {
            return;
        }
        let Some((a, b)) = clip_line(self.rect, from, to) else {
            self.is_cut = true;
            return;
        };
        if !self.goes_on || a != from {
            self.out.push(PathEl::MoveTo(a));
        }
        self.out.push(PathEl::LineTo(b));
        self.goes_on = true;
        self.is_cut |= a != from || b != to;
    }

    /// Lines to several points.
    pub(super) fn lines_to(&mut self, points: &[Point]) {
        let is_inside = points
            .iter()
            .fold(true, |all, point| all & is_in(self.rect, *point));
        let begun = match is_inside {
            // From the first point in the rectangle on that the path has.
            true => {
                1 + points
                    .iter()
                    .take_while(|point| {
                        self.line_to(**point);
                        !self.goes_on
                    })
                    .count()
            }
            false => {
                points.iter().for_each(|point| self.line_to(*point));
                return;
            }
        };
        if let (Some(rest), Some(end)) = (points.get(begun..), self.last) {
            self.out.push_lines(end, rest);
            self.last = rest.last().copied().or(self.last);
        }
    }

    fn curve_to(&mut self, curve: PathEl, is_finite: bool, to: Point) {
        let Some(from) = self.last.filter(|_| is_finite && to.is_finite()) else {
            return self.leave_gap(Some(to));
        };
        if !self.goes_on {
            self.out.push(PathEl::MoveTo(from));
        }
        self.out.push(curve);
        self.last = Some(to);
        self.goes_on = true;
    }

    /// Goes on at a point, if it is finite.
    fn leave_gap(&mut self, at: Option<Point>) {
        self.last = at.filter(|at| at.is_finite());
        (self.goes_on, self.is_cut) = (false, true);
    }

    pub(super) fn close(&mut self) {
        self.line_to(self.start);
        if self.goes_on && !self.is_cut {
            self.out.push(PathEl::ClosePath);
        }
    }
}

/// The part of a line inside a rectangle (Liang and Barsky's algorithm).
#[inline]
pub(super) fn clip_line(rect: Rect, from: Point, to: Point) -> Option<(Point, Point)> {
    if is_in(rect, from) && is_in(rect, to) {
        return Some((from, to));
    }
    let is_beside = (from.x < rect.x0 && to.x < rect.x0)
        || (from.x > rect.x1 && to.x > rect.x1)
        || (from.y < rect.y0 && to.y < rect.y0)
        || (from.y > rect.y1 && to.y > rect.y1);
    match is_beside {
        true => None,
        false => clip_crossing(rect, from, to),
    }
}

/// Whether a point is in a rectangle or on its edge.
#[inline]
fn is_in(rect: Rect, p: Point) -> bool {
    (p.x >= rect.x0) & (p.x <= rect.x1) & (p.y >= rect.y0) & (p.y <= rect.y1)
}

/// The part inside of a line that may cross the edge.
fn clip_crossing(rect: Rect, from: Point, to: Point) -> Option<(Point, Point)> {
    // From very far away the other end would be lost in rounding.
    let (from, to) = (nearer(from, to), nearer(to, from));
    let along = to - from;
    let (mut start, mut end) = (0.0f64, 1.0f64);
    let edges = [
        (-along.x, from.x - rect.x0),
        (along.x, rect.x1 - from.x),
        (-along.y, from.y - rect.y0),
        (along.y, rect.y1 - from.y),
    ];
    for (towards, distance) in edges {
        if towards == 0.0 {
            if distance < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            start = start.max(distance / towards);
        } else {
            end = end.min(distance / towards);
        }
    }
    if start > end {
        return None;
    }
    let a = if start > 0.0 {
        from + start * along
    } else {
        from
    };
    let b = if end < 1.0 { from + end * along } else { to };
    Some((a, b))
}

/// The end of a line, moved towards the other one if it is farther away than any canvas is wide.
fn nearer(end: Point, other: Point) -> Point {
    const FAR: f64 = 1e9;
    let largest = (end.x - other.x).abs().max((end.y - other.y).abs());
    if largest > FAR && largest.is_finite() && other.x.abs().max(other.y.abs()) < FAR {
        other + (end - other) * (FAR / largest)
    } else {
        end
    }
}
