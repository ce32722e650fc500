//! Lines on the canvas.

use std::collections::HashMap;

use kurbo::{BezPath, Point};

/// A line through points; a closed one does not repeat its first point.
#[derive(Debug, Clone)]
pub(super) struct ScreenLine {
    pub(super) points: Vec<Point>,
    pub(super) closed: bool,
}

impl ScreenLine {
    /// All its points, the first one again at the end of a closed line.
    pub(super) fn vertices(&self) -> Vec<Point> {
        let back = self.points.first().filter(|_| self.closed);
        self.points.iter().chain(back).copied().collect()
    }

    /// Adds it to a path.
    pub(super) fn add_to(&self, path: &mut BezPath) {
        let Some((first, rest)) = self.points.split_first() else {
            return;
        };
        path.move_to(*first);
        rest.iter().for_each(|point| path.line_to(*point));
        if self.closed {
            path.close_path();
        }
    }
}

/// The closed lines that segments make, each of which begins where another one ends.
pub(super) fn outlines(segments: &[[Point; 2]]) -> Vec<ScreenLine> {
    let key = |p: Point| (p.x.to_bits(), p.y.to_bits());
    let mut starts: HashMap<_, Vec<usize>> = HashMap::new();
    for (i, [from, _]) in segments.iter().enumerate().rev() {
        starts.entry(key(*from)).or_default().push(i);
    }
    let mut used = vec![false; segments.len()];
    let mut lines = Vec::new();
    for first in 0..segments.len() {
        let mut points = Vec::new();
        let mut next = Some(first).filter(|first| !used[*first]);
        while let Some(i) = next {
            used[i] = true;
            let [from, to] = segments[i];
            if points.last() != Some(&from) {
                points.push(from);
            }
            let following = starts.get_mut(&key(to));
            next = following.and_then(|list| {
                while list.last().is_some_and(|i| used[*i]) {
                    list.pop();
                }
                list.pop()
            });
        }
        if points.len() > 1 {
            lines.push(ScreenLine {
                points,
                closed: true,
            });
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_become_closed_lines() {
        let p = |x: f64, y: f64| Point::new(x, y);
        let square = [p(0.0, 0.0), p(1.0, 0.0), p(1.0, 1.0), p(0.0, 1.0)];
        let triangle = [p(5.0, 0.0), p(6.0, 0.0), p(5.0, 1.0)];
        let sides = |points: &[Point]| -> Vec<[Point; 2]> {
            let next = points.iter().cycle().skip(1);
            points.iter().zip(next).map(|(a, b)| [*a, *b]).collect()
        };
        let mut segments = sides(&square);
        segments.extend(sides(&triangle));
        segments.swap(1, 5);
        let lines = outlines(&segments);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].points, square);
        assert_eq!(lines[1].points.len(), 3);
        assert!(lines.iter().all(|line| line.closed));
    }
}
