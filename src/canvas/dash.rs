//! The dashes of lines, where they may be visible.

use kurbo::{BezPath, Line, ParamCurve, Point, Rect, Stroke};

use crate::canvas::clip::{Polyline, bounded, lines};
use crate::canvas::clipper::clip_line;
use crate::canvas::flatten::flattened;

/// More invisible periods than this are skipped; fewer cost little.
const SKIPPED: f64 = 16.0;

/// The dashes of a path, without most of those outside a rectangle. Their phase still advances there.
///
/// The lengths are 0 and more, and one of them is above 0.
pub(super) fn dashed(path: &BezPath, stroke: &Stroke, seen: Rect) -> BezPath {
    let pattern = stroke.dash_pattern.as_slice();
    // Where the number of lengths is odd, dashes and gaps change places from one pass to the next.
    let pattern = pattern.repeat(1 + pattern.len() % 2);
    let mut start = Phase::new(&pattern);
    start.advance(stroke.dash_offset.rem_euclid(start.period));
    let mut dasher = Dasher {
        seen,
        phase: start,
        dash: Vec::new(),
        out: BezPath::new(),
    };
    let straight = flattened(path, true);
    for line in lines(straight.as_ref().unwrap_or(path)) {
        dasher.phase = start;
        dasher.add(&line);
    }
    dasher.out
}

/// A position in the pattern.
#[derive(Debug, Clone, Copy)]
struct Phase<'a> {
    pattern: &'a [f64],
    period: f64,
    /// Which of the lengths it is in, and how much of that is left.
    index: usize,
    rest: f64,
}

impl<'a> Phase<'a> {
    fn new(pattern: &'a [f64]) -> Self {
        Self {
            pattern,
            period: pattern.iter().sum(),
            index: 0,
            rest: pattern.first().copied().unwrap_or(f64::INFINITY),
        }
    }

    fn is_dash(&self) -> bool {
        self.index.is_multiple_of(2)
    }

    fn next(&mut self) {
        self.index = (self.index + 1) % self.pattern.len();
        self.rest = self.pattern[self.index];
    }

    fn advance(&mut self, length: f64) {
        let mut length = length % self.period;
        if length.is_nan() {
            return;
        }
        while length > self.rest {
            length -= self.rest;
            self.next();
        }
        self.rest -= length;
    }
}

struct Dasher<'a> {
    seen: Rect,
    phase: Phase<'a>,
    /// The corners of the dash that is being drawn.
    dash: Vec<Point>,
    out: BezPath,
}

impl Dasher<'_> {
    fn add(&mut self, line: &Polyline) {
        self.begin(line.corners[0]);
        // As by Agg, the last dash of a closed line ends where the first one begins.
        for (from, to) in line.segments() {
            self.add_segment(bounded(from), bounded(to));
        }
        write(&mut self.dash, &mut self.out);
    }

    /// Begins a dash, if there is one at this place.
    fn begin(&mut self, at: Point) {
        self.dash.extend(self.phase.is_dash().then_some(at));
    }

    /// Adds the dashes of a line.
    fn add_segment(&mut self, from: Point, to: Point) {
        let seen = clip_line(self.seen, from, to);
        let (start, end) = seen.unwrap_or((to, to));
        let is_long = |length: f64| length > SKIPPED * self.phase.period;
        let (before, after) = (start.distance(from), to.distance(end));
        let (skip_before, skip_after) = (is_long(before), is_long(after));
        let mut line = Line::new(from, to);
        if skip_before {
            line.p0 = start;
            self.skip(before, start);
        }
        if skip_after {
            line.p1 = end;
        }
        self.walk(line);
        if skip_after {
            self.skip(after, to);
        }
    }

    /// Advances by a distance along the line.
    fn skip(&mut self, length: f64, to: Point) {
        if self.phase.is_dash() {
            write(&mut self.dash, &mut self.out);
        }
        self.dash.clear();
        self.phase.advance(length);
        self.begin(to);
    }

    fn walk(&mut self, line: Line) {
        let (mut at, mut rest) = (0.0, line.p0.distance(line.p1));
        while self.phase.rest < rest {
            let part = line.subsegment(at..1.0);
            // Rounding may leave a rest of nothing.
            let step = (self.phase.rest / part.p0.distance(part.p1)).min(1.0);
            self.dash.push(part.eval(step));
            if self.phase.is_dash() {
                write(&mut self.dash, &mut self.out);
                self.dash.clear();
            }
            at += step * (1.0 - at);
            rest -= self.phase.rest;
            self.phase.next();
        }
        if self.phase.is_dash() {
            self.dash.push(line.p1);
        }
        self.phase.rest -= rest;
    }
}

/// Adds the line through these corners, and empties them.
fn write(corners: &mut Vec<Point>, out: &mut BezPath) {
    for (i, corner) in corners.drain(..).enumerate() {
        match i {
            0 => out.move_to(corner),
            _ => out.line_to(corner),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::PathEl;

    const SEEN: Rect = Rect::new(-10.0, -10.0, 650.0, 490.0);

    fn path(svg: &str) -> BezPath {
        BezPath::from_svg(svg).unwrap()
    }

    fn of(svg: &str, offset: f64, pattern: &[f64]) -> BezPath {
        let stroke = Stroke::new(1.0).with_dashes(offset, pattern);
        dashed(&path(svg), &stroke, SEEN)
    }

    #[test]
    fn dashes_are_those_of_kurbo() {
        let paths = [
            "M0,0 L100,0",
            "M0,0 L30,40 L90,40",
            "M3,3 L30,3 L30,30 L3,30 Z",
            "M1,1 L5,1 M9,9 L200,90 L3,3",
            "M0,0 L2,0 L2,2 Z",
            "M0,0 L0,0 L9,0",
        ];
        let patterns = [&[5.0, 3.0][..], &[0.1, 0.2], &[7.0], &[6.4, 1.6, 0.0, 1.6]];
        let points = |elements: &[PathEl]| {
            let mut points: Vec<_> = elements.iter().filter_map(PathEl::end_point).collect();
            points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
            points.dedup();
            points
        };
        for svg in paths {
            for pattern in patterns {
                for offset in [0.0, 2.5, 6.0] {
                    let theirs: Vec<_> =
                        kurbo::dash(path(svg).into_iter(), offset, pattern).collect();
                    let ours = of(svg, offset, pattern);
                    let (ours, theirs) = (points(ours.elements()), points(&theirs));
                    assert_eq!(ours.len(), theirs.len(), "{svg} {pattern:?} {offset}");
                    for (a, b) in ours.iter().zip(&theirs) {
                        assert!(a.distance(*b) < 1e-9, "{svg} {pattern:?} {offset}");
                    }
                }
            }
        }
    }

    #[test]
    fn dashes_out_of_sight_are_skipped_and_the_phase_goes_on() {
        let near = of("M-1003,5 L1003,5", 1.0, &[5.0, 3.0]);
        for (from, to) in [(-1e6 - 3.0, 2e6), (-1e9 - 3.0, 1e12), (-8e15 - 3.0, 1e300)] {
            // Whole periods, so that the dashes are the same; 1000 and 10⁶ are some.
            let far = of(&format!("M{from},5 L{to},5"), 1.0, &[5.0, 3.0]);
            assert!(far.elements().len() < 400, "{from}");
            let starts = |path: &BezPath| {
                let starts = path.elements().iter().filter_map(|el| match el {
                    PathEl::MoveTo(p) if (0.0..640.0).contains(&p.x) => Some(p.x.round()),
                    _ => None,
                });
                starts.collect::<Vec<_>>()
            };
            if from > -1e15 {
                assert_eq!(starts(&far), starts(&near), "{from}");
            }
        }
    }

    #[test]
    fn lines_that_are_not_seen_have_few_dashes() {
        for svg in [
            "M1e5,0 L1e9,7",
            "M0,1e4 L1e200,1e4 L7,1e5 Z",
            "M1e14,5 L-1e14,1e15",
        ] {
            let dashes = of(svg, 0.0, &[0.02, 0.01]);
            assert!(dashes.elements().len() < 100, "{svg}");
            assert!(dashes.is_finite(), "{svg}");
        }
    }
}
