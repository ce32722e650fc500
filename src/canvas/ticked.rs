//! Ticks along a path, as those of `TickedStroke`.

use kurbo::{BezPath, PathEl, Point, Vec2};

use crate::canvas::flatten::flattened;
use crate::canvas::path::GraphicsContext;
use crate::canvas::simplify::{is_simplified, simplified};

/// The direction of the path is that to a point this part of the distance between ticks ahead.
const AHEAD: f64 = 1e-3;
/// The most ticks of a path; they are so dense that the eye does not see one more.
const MOST: f64 = 1e6;

/// Ticks at this distance in pixels, with an angle in degrees to the left of the path, which is y down, and a length as
/// a multiple of the distance.
pub(super) fn ticks(
    path: &BezPath,
    gc: &GraphicsContext,
    spacing: f64,
    (angle, length): (f64, f64),
) -> BezPath {
    let points = gc.points.unwrap_or(path.elements().len());
    let simplifies = gc.face.is_none() && is_simplified(path, points, gc.simplify);
    let simple = simplifies.then(|| simplified(path, gc.simplify));
    let path = simple.as_ref().unwrap_or(path);
    let straight = flattened(path, false);
    let mut ticks = BezPath::new();
    let mut left = MOST;
    let (sin, cos) = angle.to_radians().sin_cos();
    for line in lines(straight.as_ref().unwrap_or(path)) {
        let walk = Walk::new(line);
        let count = ((walk.length() / spacing).ceil() - 1.0).clamp(0.0, left);
        left -= count;
        for i in 0..count as usize {
            let room = (walk.length() - spacing) / (count - 1.0).max(1.0);
            let along = spacing / 2.0 + i as f64 * room;
            let place = walk.at(along);
            let Vec2 { x, y } = unit(walk.at(along + AHEAD * spacing) - place);
            let to = Vec2::new(x * cos + y * sin, y * cos - x * sin);
            ticks.move_to(place);
            ticks.line_to(place + length * spacing * to);
        }
    }
    ticks
}

fn unit(vector: Vec2) -> Vec2 {
    match vector.hypot() {
        0.0 => Vec2::ZERO,
        length => vector / length,
    }
}

/// The points of each piece of a path of straight lines.
fn lines(path: &BezPath) -> Vec<Vec<Point>> {
    let mut lines: Vec<Vec<Point>> = Vec::new();
    for element in path {
        match (element, lines.last_mut()) {
            (PathEl::MoveTo(point), _) => lines.push(vec![point]),
            (PathEl::ClosePath, Some(line)) => line.extend_from_within(..1),
            (other, Some(line)) => line.extend(other.end_point()),
            (_, None) => {}
        }
    }
    lines
}

/// A line and the length up to each of its points.
struct Walk {
    points: Vec<Point>,
    lengths: Vec<f64>,
}

impl Walk {
    fn new(points: Vec<Point>) -> Self {
        let mut lengths = vec![0.0];
        let mut length = 0.0;
        for pair in points.windows(2) {
            length += pair[0].distance(pair[1]);
            lengths.push(length);
        }
        Self { points, lengths }
    }

    fn length(&self) -> f64 {
        self.lengths.last().copied().unwrap_or(0.0)
    }

    /// The point after this length, or the end.
    fn at(&self, length: f64) -> Point {
        let next = self.lengths.partition_point(|known| *known <= length);
        match (self.points.get(next.wrapping_sub(1)), self.points.get(next)) {
            (Some(from), Some(to)) => {
                let (start, end) = (self.lengths[next - 1], self.lengths[next]);
                from.lerp(*to, (length - start) / (end - start))
            }
            (Some(end), None) => *end,
            _ => Point::ORIGIN,
        }
    }
}
