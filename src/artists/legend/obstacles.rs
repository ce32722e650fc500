//! The areas that a legend should not cover.

use kurbo::{BezPath, PathEl, Point};

use crate::canvas::flatten::flattened;

/// Where an artist is on the canvas, for a legend that looks for the best place.
///
/// ```
/// use plotreel::legend::Obstacles;
///
/// let nothing = Obstacles::default();
/// ```
#[derive(Debug, Clone, Default)]
pub struct Obstacles {
    /// Left, one horizontal edge, right, the other one.
    pub(crate) boxes: Vec<[f64; 4]>,
    /// Each of them counts.
    pub(crate) points: Vec<Point>,
    /// Each counts once; points that are not finite are gaps.
    pub(crate) lines: Vec<Vec<Point>>,
}

impl Obstacles {
    pub(crate) fn of_box(from: Point, to: Point) -> Self {
        Self {
            boxes: vec![[from.x, from.y, to.x, to.y]],
            ..Self::default()
        }
    }

    /// A line whose vertices count as well.
    pub(crate) fn of_line(line: Vec<Point>) -> Self {
        Self {
            points: line.clone(),
            lines: vec![line],
            ..Self::default()
        }
    }

    /// An outline whose control points count as well.
    pub(crate) fn of_path(path: &BezPath) -> Self {
        let mut obstacles = Self::default();
        for element in path {
            match element {
                PathEl::MoveTo(p) | PathEl::LineTo(p) => obstacles.points.push(p),
                PathEl::QuadTo(a, p) => obstacles.points.extend([a, p]),
                PathEl::CurveTo(a, b, p) => obstacles.points.extend([a, b, p]),
                PathEl::ClosePath => {}
            }
        }
        if !path.is_finite() {
            return obstacles;
        }
        let mut line: Vec<Point> = Vec::new();
        for element in flattened(path, false).as_ref().unwrap_or(path) {
            match element.end_point() {
                Some(p) if matches!(element, PathEl::MoveTo(_)) => {
                    obstacles.lines.push(std::mem::replace(&mut line, vec![p]));
                }
                Some(p) => line.push(p),
                None => line.extend(line.first().copied()),
            }
        }
        obstacles.lines.push(line);
        obstacles
    }

    pub(crate) fn extend(&mut self, other: Self) {
        self.boxes.extend(other.boxes);
        self.points.extend(other.points);
        self.lines.extend(other.lines);
    }

    /// How much of it is in a box: left, bottom, right, top in any vertical direction.
    pub(super) fn hidden(&self, [x0, y0, x1, y1]: [f64; 4]) -> usize {
        let (x0, x1) = (x0.min(x1), x0.max(x1));
        let (y0, y1) = (y0.min(y1), y0.max(y1));
        let inside = |p: &&Point| x0 < p.x && p.x < x1 && y0 < p.y && p.y < y1;
        let overlaps = |b: &&[f64; 4]| {
            b[0].max(b[2]) > x0 && b[0].min(b[2]) < x1 && b[1].max(b[3]) > y0 && b[1].min(b[3]) < y1
        };
        let crosses = |line: &&Vec<Point>| {
            line.windows(2)
                .any(|ends| meets([ends[0], ends[1]], [x0, y0, x1, y1]))
        };
        self.points.iter().filter(inside).count()
            + self.boxes.iter().filter(overlaps).count()
            + self.lines.iter().filter(crosses).count()
    }
}

/// Whether a segment and a box have an area in common: no axis, nor the segment's normal, keeps them apart.
fn meets([a, b]: [Point; 2], [x0, y0, x1, y1]: [f64; 4]) -> bool {
    let middle = Point::new((x0 + x1) / 2.0, (y0 + y1) / 2.0);
    let (width, height) = (x1 - x0, y1 - y0);
    let (dx, dy) = (a.x - b.x, a.y - b.y);
    let from = a - middle;
    (a.x + b.x - 2.0 * middle.x).abs() < dx.abs() + width
        && (a.y + b.y - 2.0 * middle.y).abs() < dy.abs() + height
        && 2.0 * (from.x * dy - from.y * dx).abs() < width * dy.abs() + height * dx.abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::{Affine, Shape};

    const BOX: [f64; 4] = [0.0, 0.0, 10.0, 10.0];

    #[test]
    fn a_line_through_a_box_counts_once_and_its_points_inside_each() {
        let line = [(-5.0, 5.0), (2.0, 5.0), (4.0, 5.0), (20.0, 5.0)].map(Point::from);
        assert_eq!(Obstacles::of_line(line.to_vec()).hidden(BOX), 3);
        let past = [(-5.0, 8.0), (8.0, 21.0)].map(Point::from);
        assert_eq!(Obstacles::of_line(past.to_vec()).hidden(BOX), 0);
    }

    #[test]
    fn gaps_hide_nothing() {
        let line = [(-5.0, 5.0), (f64::NAN, 5.0), (20.0, 5.0)].map(Point::from);
        assert_eq!(Obstacles::of_line(line.to_vec()).hidden(BOX), 0);
    }

    #[test]
    fn a_circle_that_goes_far_away_is_few_lines() {
        let circle = kurbo::Circle::new((0.0, 0.0), 1.0).to_path(1e-3);
        for radius in [10.0, 1e9, 1e150, 1e300] {
            let outline = Obstacles::of_path(&(Affine::scale(radius) * &circle));
            let corners: usize = outline.lines.iter().map(Vec::len).sum();
            assert!((4..10_000).contains(&corners), "{radius}: {corners}");
        }
    }

    #[test]
    fn boxes_that_touch_do_not_overlap() {
        let at = |x: f64| Obstacles::of_box(Point::new(x, 12.0), Point::new(x + 3.0, 2.0));
        assert_eq!(at(10.0).hidden(BOX), 0);
        assert_eq!(at(9.0).hidden(BOX), 1);
    }
}
