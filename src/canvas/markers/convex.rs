//! Squares, triangles and other convex markers, painted directly onto the canvas.

use std::f64::consts::{PI, TAU};

use kurbo::{BezPath, PathEl, Point, Vec2};

use crate::canvas::Canvas;
use crate::canvas::markers::{Coat, Mark};
use crate::canvas::outline::{arc, round_step};
use crate::canvas::polygons::Polygons;
use crate::canvas::snap::{is_rectilinear, snapped_point};
use crate::canvas::target::Target;
use crate::mapping::Clip;

/// A convex polygon around a circle that touches all its sides, so that they vanish together if they move inwards.
#[derive(Debug, Clone)]
pub(crate) struct Convex {
    corners: Vec<Point>,
    /// Of the side from each corner to the next, with the inside to the left of it.
    directions: Vec<Vec2>,
    /// Whether the corners are moved to where its sides are sharp.
    snaps: bool,
}

/// Memory for the polygons of one call.
#[derive(Debug, Default)]
struct ConvexScratch {
    /// What each corner becomes in an outline around the polygon at distance `half`, and how many points before it.
    round: Vec<Vec2>,
    starts: Vec<usize>,
    half: f64,
    corners: Vec<Point>,
    inner: Vec<Point>,
    polygons: Polygons,
}

impl Convex {
    /// Of a closed path.
    pub(crate) fn new(path: &BezPath) -> Option<Self> {
        let [middle @ .., PathEl::ClosePath] = path.elements() else {
            return None;
        };
        let mut corners = Vec::new();
        for (i, element) in middle.iter().enumerate() {
            match *element {
                PathEl::MoveTo(p) if i == 0 => corners.push(p),
                PathEl::LineTo(p) if i > 0 => corners.push(p),
                _ => return None,
            }
        }
        let area: f64 = pairs(&corners)
            .map(|(a, b)| a.to_vec2().cross(b.to_vec2()))
            .sum();
        if area < 0.0 {
            corners.reverse();
        }
        let directions: Vec<Vec2> = pairs(&corners).map(|(a, b)| (b - a).normalize()).collect();
        let shape = Self {
            corners,
            directions,
            snaps: is_rectilinear(path),
        };
        (shape.corners.len() > 2 && shape.is_around_a_circle()).then_some(shape)
    }

    fn is_around_a_circle(&self) -> bool {
        let inwards = self.inwards();
        let turns: f64 = self.turns().map(|turn| turn.1).sum();
        let convex = self.turns().all(|(_, turn)| turn > 1e-3) && (turns - TAU).abs() < 1e-6;
        // How far the sides have moved when their length is 0.
        let vanishing: Vec<f64> = pairs(&self.corners)
            .zip(pairs(&inwards))
            .map(|((a, b), (m, n))| -(b - a).hypot2() / (n - m).dot(b - a))
            .collect();
        let first = vanishing.first().copied().unwrap_or(f64::NAN);
        convex && vanishing.iter().all(|v| (v / first - 1.0).abs() < 1e-6)
    }

    /// The angle of the direction before each corner, and how far it turns there.
    fn turns(&self) -> impl Iterator<Item = (f64, f64)> {
        let last = self.directions.last().copied().unwrap_or_default();
        let before = std::iter::once(last).chain(self.directions.iter().copied());
        let turn = |(a, b): (Vec2, &Vec2)| (a.atan2(), a.cross(*b).atan2(a.dot(*b)));
        before.zip(&self.directions).map(turn)
    }

    /// Where the corners go if all sides move inwards by 1.
    fn inwards(&self) -> Vec<Vec2> {
        let inwards = |(angle, turn): (f64, f64)| {
            let middle = angle + 0.5 * turn + 0.5 * PI;
            Vec2::from_angle(middle) / (0.5 * turn).cos()
        };
        self.turns().map(inwards).collect()
    }
}

impl Canvas {
    /// Paints polygons on top of each other; those that are not finite, or too large, are omitted.
    pub(crate) fn draw_convex(
        &mut self,
        shape: &Convex,
        marks: impl Iterator<Item = Mark>,
        clip: Option<&Clip>,
    ) {
        let mut stamp = ConvexScratch::default();
        let inwards = shape.inwards();
        let mut target = Target::new(self, clip);
        for mark in marks.filter(Mark::is_good) {
            // The corners of markers are less than 1 away from their middle.
            if target.is_near(mark.center, mark.size + mark.half() + 2.0) {
                stamp.paint(shape, &inwards, &mark, &mut target);
            }
        }
    }
}

impl ConvexScratch {
    fn paint(&mut self, shape: &Convex, inwards: &[Vec2], mark: &Mark, target: &mut Target<'_>) {
        let width = 2.0 * mark.half();
        let place = |corner: &Point| {
            let corner = mark.center + mark.size * corner.to_vec2();
            match shape.snaps {
                true => snapped_point(corner, width),
                false => corner,
            }
        };
        self.corners.clear();
        self.corners.extend(shape.corners.iter().map(place));
        // A line without length has no stroke.
        if self.corners.iter().all(|c| *c == self.corners[0]) {
            return;
        }
        for coat in mark.coats() {
            self.fill(shape, inwards, coat, target);
        }
    }

    fn fill(&mut self, shape: &Convex, inwards: &[Vec2], coat: Coat, target: &mut Target<'_>) {
        if coat.outer != self.half || self.starts.is_empty() {
            self.round_off(shape, coat.outer);
        }
        self.polygons.clear();
        for (i, corner) in self.corners.iter().enumerate() {
            let around = &self.round[self.starts[i]..self.starts[i + 1]];
            around
                .iter()
                .for_each(|away| self.polygons.push(*corner + *away));
        }
        self.polygons.close();
        self.inner.clear();
        if let Some(distance) = coat.inner {
            let moved = self.corners.iter().zip(inwards);
            self.inner.extend(moved.map(|(c, m)| *c + distance * *m));
        }
        let sides = pairs(&self.inner).zip(&shape.directions);
        let is_left = sides
            .clone()
            .all(|((a, b), along)| (b - a).dot(*along) > 0.0);
        if is_left {
            self.polygons.add(self.inner.iter().rev().copied());
        }
        target.fill(&self.polygons, Vec2::ZERO, coat.color, true);
    }

    /// Corners as strokes have them round.
    fn round_off(&mut self, shape: &Convex, half: f64) {
        self.half = half;
        self.round.clear();
        self.starts.clear();
        let step = round_step(half);
        for (angle, turn) in shape.turns() {
            self.starts.push(self.round.len());
            if half == 0.0 {
                self.round.push(Vec2::ZERO);
                continue;
            }
            let from = half * Vec2::from_angle(angle - 0.5 * PI);
            self.round.extend(arc(from, turn, step));
        }
        self.starts.push(self.round.len());
    }
}

/// Each point and the next one, round to the first.
fn pairs<T: Copy>(points: &[T]) -> impl Iterator<Item = (T, T)> + Clone {
    let next = points.iter().cycle().skip(1);
    points.iter().copied().zip(next.copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::frame_size::FrameSize;
    use crate::mapping::PixelRect;
    use kurbo::{Affine, Stroke};

    const SIZE: FrameSize = FrameSize {
        width: 40,
        height: 40,
    };
    const TRIANGLE: &str = "M0,-0.5 L0.5,0.5 L-0.5,0.5 Z";
    const SQUARE: &str = "M-0.5,-0.5 L0.5,-0.5 L0.5,0.5 L-0.5,0.5 Z";

    fn convex(svg: &str) -> Option<Convex> {
        Convex::new(&BezPath::from_svg(svg).unwrap())
    }

    #[test]
    fn only_polygons_around_a_circle_are_taken() {
        for svg in [TRIANGLE, SQUARE, "M0,-1 L-0.6,0 L0,1 L0.6,0 Z"] {
            assert!(convex(svg).is_some(), "{svg}");
        }
        let others = [
            "M0,0 L1,0 L1,1",
            "M0,0 L1,0 Z",
            "M0,0 L4,0 L4,1 L0,1 Z",
            "M0,0 L4,0 L1,1 L0,4 Z",
            "M0,0 Q1,0 1,1 L0,1 Z",
            "M0,0 L1,0 L1,1 Z M5,5 L6,5 L6,6 Z",
            "M0,0 L0,0 L0,0 Z",
        ];
        for svg in others {
            assert!(convex(svg).is_none(), "{svg}");
        }
    }

    #[test]
    fn a_polygon_is_what_the_painter_makes_of_it() {
        let (blue, red) = (Color::rgb(0, 0, 255), Color::rgb(255, 0, 0).with_alpha(0.5));
        for (size, width) in [(20.3, 1.0), (9.1, 2.6), (3.0, 1.4), (2.0, 4.0)] {
            for edge in [red, blue] {
                let center = Point::new(19.3, 20.8);
                let mut ours = Canvas::new(SIZE);
                let mark = Mark {
                    center,
                    size,
                    face: Some(blue),
                    edge: Some((edge, width)),
                };
                let shape = convex(TRIANGLE).unwrap();
                ours.draw_convex(&shape, std::iter::once(mark), None);
                let mut theirs = Canvas::new(SIZE);
                let path = BezPath::from_svg(TRIANGLE).unwrap();
                let path = Affine::translate(center.to_vec2()) * Affine::scale(size) * path;
                theirs.fill_path(&path, blue, None);
                let stroke = Stroke::new(width).with_join(kurbo::Join::Round);
                theirs.stroke_path(&path, &stroke, edge, None);
                let off = ours.pixels().iter().zip(theirs.pixels());
                let worst = off.map(|(a, b)| a.abs_diff(*b)).max().unwrap();
                assert!(worst <= 4, "{size} {width}: {worst}");
            }
        }
    }

    #[test]
    fn squares_are_sharp_and_cut_at_the_clip() {
        let mut canvas = Canvas::new(SIZE);
        let mark = |x, size| Mark {
            center: Point::new(x, 1.6),
            size,
            face: Some(Color::rgb(0, 0, 0)),
            edge: None,
        };
        let marks = [
            mark(2.3, 3.2),
            mark(9.2, f64::NAN),
            mark(9.2, 0.0),
            mark(f64::INFINITY, 2.0),
            mark(-1e300, 2.0),
        ];
        let clip = PixelRect {
            x0: 2,
            y0: 0,
            x1: 30,
            y1: 30,
        };
        canvas.draw_convex(
            &convex(SQUARE).unwrap(),
            marks.into_iter(),
            Some(&Clip::Pixels(clip)),
        );
        let row: Vec<u8> = canvas.to_rgb()[120..].iter().step_by(3).copied().collect();
        assert_eq!(row[..6], [255, 255, 0, 0, 255, 255]);
        let dark = canvas.to_rgb().iter().filter(|c| **c == 0).count();
        assert_eq!(dark, 3 * 2 * 3);
    }
}
