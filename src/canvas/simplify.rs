//! Simplifies long lines, as matplotlib's `path.simplify`.

use kurbo::{BezPath, PathEl, Point, Vec2};

/// Points nearer than this to a line are on it by default, in pixels (`path.simplify_threshold`).
pub(crate) const SIMPLIFICATION: f64 = 1.0 / 9.0;
/// Shorter lines are not simplified.
const MIN_POINTS: usize = 128;

/// Whether a path of so many points is simplified: it has enough of them for this to be useful, and only lines.
pub(crate) fn is_simplified(path: &BezPath, points: usize, threshold: f64) -> bool {
    let is_line = |el: &PathEl| matches!(el, PathEl::MoveTo(_) | PathEl::LineTo(_));
    threshold > 0.0 && points >= MIN_POINTS && path.elements().iter().all(is_line)
}

/// The lines of a path with runs of nearly parallel segments merged.
///
/// A run is replaced by a segment to its farthest point forwards, and one to its farthest point backwards if it turns
/// around. Points nearer than `threshold` to a line are on it.
pub(crate) fn simplified(path: &BezPath, threshold: f64) -> BezPath {
    let mut out = BezPath::with_capacity(path.elements().len());
    let mut last = Point::ORIGIN;
    let mut run: Option<Run> = None;
    for el in path.elements() {
        let to = match *el {
            PathEl::LineTo(to) => to,
            PathEl::MoveTo(to) => {
                if let Some(run) = run.take() {
                    run.end(&mut out, last);
                }
                // Without a segment nothing is drawn.
                last = to;
                continue;
            }
            _ => continue,
        };
        let Some(current) = &mut run else {
            out.move_to(last);
            run = Some(Run::new(last, to - last, to));
            last = to;
            continue;
        };
        if !current.takes(to, threshold) {
            let start = current.end(&mut out, last);
            run = Some(Run::new(start, to - last, to));
        }
        last = to;
    }
    if let Some(run) = run {
        run.end(&mut out, last);
    }
    out
}

/// Segments that are nearly parallel to the first of them.
struct Run {
    start: Point,
    direction: Vec2,
    /// The farthest point forwards, and its distance squared.
    forward: (Point, f64),
    backward: Option<(Point, f64)>,
    /// Which of the two the last point was, if any.
    last: Farthest,
}

#[derive(PartialEq)]
enum Farthest {
    Forward,
    Backward,
    Neither,
}

impl Run {
    fn new(start: Point, direction: Vec2, to: Point) -> Self {
        Self {
            start,
            direction,
            forward: (to, direction.hypot2()),
            backward: None,
            last: Farthest::Forward,
        }
    }

    /// Takes a point in unless it is too far from the line.
    fn takes(&mut self, point: Point, threshold: f64) -> bool {
        let length = self.direction.hypot2();
        if length == 0.0 {
            *self = Self::new(self.start, point - self.start, point);
            return true;
        }
        let total = point - self.start;
        let along = total.dot(self.direction) / length * self.direction;
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
        let mut points = vec![self.forward.0];
        if let Some((backward, _)) = self.backward {
            points.push(backward);
            if self.last == Farthest::Forward {
                points.reverse();
            }
        }
        if self.last == Farthest::Neither {
            points.push(last);
        }
        for point in &points {
            out.line_to(*point);
        }
        points[points.len() - 1]
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
    fn a_line_that_turns_around_reaches_both_ends() {
        let there_and_back = (0..100)
            .chain((-50..100).rev())
            .map(|x| (f64::from(x), 0.0));
        let simple = simplified(&line(there_and_back), SIMPLIFICATION);
        let reach = simple.control_box();
        assert_eq!((reach.x0, reach.x1), (-50.0, 99.0));
    }
}
