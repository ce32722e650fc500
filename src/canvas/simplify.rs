//! Simplifies long lines, as matplotlib's `path.simplify`.

use kurbo::{BezPath, PathEl, Point, Vec2};

use crate::canvas::clipper::Pen;

/// Points nearer than this to a line are on it by default, in pixels (`path.simplify_threshold`).
pub(crate) const SIMPLIFICATION: f64 = 1.0 / 9.0;
/// Points that are looked at together.
const BLOCK: usize = 8;
/// Where rounding might decide, points are looked at one by one.
const CLEARLY: f64 = 1e-6;
/// Shorter lines are not simplified.
const MIN_POINTS: usize = 128;

/// Whether a path of so many points is simplified: it has enough of them for this to be useful, and only lines.
pub(crate) fn is_simplified(path: &BezPath, points: usize, threshold: f64) -> bool {
    let is_line = |el: &PathEl| matches!(el, PathEl::MoveTo(_) | PathEl::LineTo(_));
    threshold > 0.0 && points >= MIN_POINTS && path.elements().iter().all(is_line)
}

/// The lines of a path with runs of nearly parallel segments merged.
pub(crate) fn simplified(path: &BezPath, threshold: f64) -> BezPath {
    let mut simplifier = Simplifier::new(threshold);
    path.iter().for_each(|el| simplifier.push(el));
    simplifier.finish()
}

/// Merges runs of nearly parallel segments of lines that it is handed.
///
/// A run is replaced by a segment to its farthest point forwards, and one to its farthest point backwards if it turns
/// around.
#[derive(Debug)]
pub(super) struct Simplifier {
    out: BezPath,
    /// Points nearer than this to a line are on it.
    threshold: f64,
    last: Point,
    run: Option<Run>,
}

impl Simplifier {
    pub(super) fn new(threshold: f64) -> Self {
        Self {
            out: BezPath::new(),
            threshold,
            last: Point::ORIGIN,
            run: None,
        }
    }

    /// The simplified lines.
    pub(super) fn finish(mut self) -> BezPath {
        self.end_run();
        self.out
    }

    /// Adds lines to points to the last run, and returns what is then the last run.
    #[inline(always)]
    fn push_each(&mut self, mut run: Run, points: &[Point]) -> Run {
        for to in points.iter().copied() {
            if to != self.last && !run.takes(to, self.threshold) {
                let start = run.end(&mut self.out, self.last);
                run = Run::new(start, to - self.last, to);
            }
            self.last = to;
        }
        run
    }

    fn end_run(&mut self) {
        if let Some(run) = self.run.take() {
            run.end(&mut self.out, self.last);
        }
    }
}

impl Pen for Simplifier {
    // Long lines are drawn from frame to frame.
    #[inline(always)]
    fn push(&mut self, element: PathEl) {
        match element {
            PathEl::LineTo(to) => {
                if self.run.is_some() {
                    return self.push_lines(self.last, &[to]);
                }
                self.out.move_to(self.last);
                self.run = Some(Run::new(self.last, to - self.last, to));
                self.last = to;
            }
            PathEl::MoveTo(to) => {
                self.end_run();
                // Without a segment nothing is drawn.
                self.last = to;
            }
            // Paths with others are not simplified.
            _ => (),
        }
    }

    fn push_lines(&mut self, _: Point, points: &[Point]) {
        let Some(mut run) = self.run.take() else {
            return points.iter().for_each(|to| self.push(PathEl::LineTo(*to)));
        };
        let (blocks, rest) = points.as_chunks();
        for block in blocks {
            if run.goes_on_through(block, self.threshold) {
                self.last = block[BLOCK - 1];
            } else {
                run = self.push_each(run, block);
            }
        }
        self.run = Some(self.push_each(run, rest));
    }
}

/// Segments that are nearly parallel to the first of them.
#[derive(Debug)]
struct Run {
    start: Point,
    direction: Vec2,
    /// That of the direction, squared.
    length: f64,
    /// The farthest point forwards, and its distance squared.
    forward: (Point, f64),
    backward: Option<(Point, f64)>,
    /// Which of the two the last point was, if any.
    last: Farthest,
}

#[derive(Debug, PartialEq)]
enum Farthest {
    Forward,
    Backward,
    Neither,
}

impl Run {
    fn new(start: Point, direction: Vec2, to: Point) -> Self {
        let length = direction.hypot2();
        Self {
            start,
            direction,
            length,
            forward: (to, length),
            backward: None,
            last: Farthest::Forward,
        }
    }

    /// Takes points in if each is clearly on the line, and farther forwards than the one before.
    #[inline(always)]
    fn goes_on_through(&mut self, points: &[Point; BLOCK], threshold: f64) -> bool {
        if threshold < CLEARLY {
            return false;
        }
        let (start, direction) = (self.start, self.direction);
        let along = points.map(|point| (point - start).dot(direction));
        let across = points.map(|point| (point - start).cross(direction));
        let most = (1.0 - CLEARLY) * threshold * threshold * self.length;
        let before = (self.forward.0 - start).dot(direction);
        let is_first_farther = before > 0.0 && along[0] > (1.0 + CLEARLY) * before;
        let are_farther = (1..BLOCK).fold(true, |all, i| {
            all & (along[i] > along[i - 1] + CLEARLY * before)
        });
        let are_near = across.iter().fold(true, |all, c| all & (c * c < most));
        if !(is_first_farther & are_farther & are_near) {
            return false;
        }
        let farthest = points[BLOCK - 1];
        self.forward = (farthest, self.along(farthest - start).hypot2());
        self.last = Farthest::Forward;
        true
    }

    /// The part of a vector that is along the line.
    #[inline(always)]
    fn along(&self, total: Vec2) -> Vec2 {
        total.dot(self.direction) / self.length * self.direction
    }

    /// Takes a point in unless it is too far from the line.
    #[inline(always)]
    fn takes(&mut self, point: Point, threshold: f64) -> bool {
        if self.length == 0.0 {
            *self = Self::new(self.start, point - self.start, point);
            return true;
        }
        let total = point - self.start;
        let along = self.along(total);
        if (total - along).hypot2() >= threshold * threshold {
            return false;
        }
        let distance = along.hypot2();
        self.last = Farthest::Neither;
        if total.dot(self.direction) > 0.0 {
            if distance > self.forward.1 {
                self.forward = (point, distance);
                self.last = Farthest::Forward;
            }
        } else if distance > self.backward.map_or(0.0, |(_, most)| most) {
            self.backward = Some((point, distance));
            self.last = Farthest::Backward;
        }
        true
    }

    /// Draws the run, ending at the `last` point that was taken in; returns where the path ends.
    fn end(&self, out: &mut BezPath, last: Point) -> Point {
        let backward = self.backward.map(|(point, _)| point);
        let ends = match self.last {
            Farthest::Forward => [backward, Some(self.forward.0)],
            _ => [Some(self.forward.0), backward],
        };
        let last = (self.last == Farthest::Neither).then_some(last);
        let mut end = self.start;
        for point in ends.into_iter().chain([last]).flatten() {
            out.line_to(point);
            end = point;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: impl Iterator<Item = (f64, f64)>) -> BezPath {
        let mut path = BezPath::new();
        for (i, point) in points.enumerate() {
            if i == 0 {
                path.move_to(point);
            } else {
                path.line_to(point);
            }
        }
        path
    }

    #[test]
    fn a_straight_line_becomes_one_segment() {
        let path = line((0..200).map(|i| (f64::from(i), 1e-4 * f64::from(i % 2))));
        let simple = simplified(&path, SIMPLIFICATION);
        assert_eq!(simple.elements().len(), 2, "{}", simple.to_svg());
    }

    #[test]
    fn only_lines_of_many_points_are_simplified() {
        let mut path = line((0..200).map(|i| (f64::from(i), 0.0)));
        assert!(is_simplified(&path, 200, SIMPLIFICATION));
        assert!(!is_simplified(&path, 100, SIMPLIFICATION));
        assert!(!is_simplified(&path, 200, 0.0));
        path.close_path();
        assert!(!is_simplified(&path, 200, SIMPLIFICATION));
    }

    #[test]
    fn many_points_at_once_are_simplified_as_one_by_one() {
        for _ in 0..256 {
            let mut rng = fastrand::Rng::new();
            println!("seed {}", rng.get_seed());
            let (step, turn) = (10f64.powf(2.0 - 6.0 * rng.f64()), 0.02 * rng.f64());
            let (mut at, mut angle) = (Point::ORIGIN, 0.0f64);
            let points: Vec<Point> = (0..500)
                .map(|_| {
                    angle += turn * (rng.f64() - 0.5);
                    if rng.u8(..) < 4 {
                        angle += std::f64::consts::PI * rng.f64();
                    }
                    at += step * f64::from(rng.u8(0..9).min(1)) * Vec2::from_angle(angle);
                    at
                })
                .collect();
            let path = line(points.iter().map(|p| (p.x, p.y)));
            let mut at_once = Simplifier::new(SIMPLIFICATION);
            at_once.push(PathEl::MoveTo(points[0]));
            at_once.push_lines(points[0], &points[1..]);
            assert_eq!(at_once.finish(), simplified(&path, SIMPLIFICATION));
        }
    }

    #[test]
    fn a_line_that_turns_around_reaches_both_ends() {
        let there_and_back = (0..100)
            .chain((-50..100).rev())
            .map(|x| (f64::from(x), 0.0));
        let simple = simplified(&line(there_and_back), SIMPLIFICATION);
        let reach = simple.control_box();
        assert_eq!((reach.x0, reach.x1), (-50.0, 99.0));
    }
}
