//! Discs, squares, triangles and other convex markers, painted directly onto the canvas: most scatter plots consist of
//! them.

#[cfg(test)]
mod tests;

use kurbo::{BezPath, PathEl, Point, Rect, Vec2};

use crate::canvas::Canvas;
use crate::canvas::flatten::{corners, is_curved};
use crate::canvas::markers::polygon::{BLUNT, Polygon, pairs};
use crate::canvas::markers::{Coat, Mark};
use crate::canvas::outline::{FLAT, INNER_MITER_LIMIT, arc, round_step};
use crate::canvas::polygons::{Polygons, reach_of};
use crate::canvas::snap::{is_rectilinear, snapped_point};
use crate::canvas::target::Target;
use crate::mapping::Clip;

/// Smaller circles have the corners of one of this radius, in pixels.
const SMALLEST: f64 = 1e-6;

/// A convex path, closed, of size 1, which is a polygon at any size.
#[derive(Debug)]
pub(crate) struct Convex {
    /// The path with its curves, if it has any.
    curved: Option<BezPath>,
    polygons: Vec<OfSizes>,
}

/// The polygon for a range of sizes.
#[derive(Debug)]
struct OfSizes {
    sizes: (f64, f64),
    /// How many corners its path has, some of which come again.
    corners: usize,
    polygon: Polygon,
}

/// Memory for the polygons of one call.
#[derive(Debug, Default)]
struct Scratch {
    /// Whether those that allow it are painted in a faster way, and whether this one is.
    is_fast: bool,
    is_rough: bool,
    /// What each corner becomes in an outline at distance `half`, and how many points before it.
    round: Vec<Vec2>,
    starts: Vec<usize>,
    /// Of the polygon with this number, and whether roughly.
    rounded: Option<(usize, f64, bool)>,
    corners: Vec<Point>,
    polygons: Polygons,
}

impl Convex {
    /// Of a path, unless it is not convex; one with curves has to be a circle, which is convex at any size.
    pub(crate) fn new(path: &BezPath) -> Option<Self> {
        if is_curved(path) {
            let mut circle = Self {
                curved: Some(path.clone()),
                polygons: Vec::new(),
            };
            return circle.at(1.0).map(|_| circle);
        }
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
        let of_all_sizes = OfSizes {
            sizes: (0.0, f64::INFINITY),
            corners: corners.len(),
            polygon: Polygon::new(corners, is_rectilinear(path))?,
        };
        Some(Self {
            curved: None,
            polygons: vec![of_all_sizes],
        })
    }

    /// Which of the polygons it is at a size.
    fn at(&mut self, size: f64) -> Option<usize> {
        let known = |known: &OfSizes| (known.sizes.0..=known.sizes.1).contains(&size);
        if let Some(known) = self.polygons.iter().position(known) {
            return Some(known);
        }
        let (path, scale) = (self.curved.as_ref()?, size.max(SMALLEST));
        let mut found = Vec::new();
        corners(path, scale, &mut found);
        // A larger circle has all the corners of a smaller one, or more instead of them: as many are the same.
        let count = found.len();
        if let Some(same) = self
            .polygons
            .iter()
            .position(|known| known.corners == count)
        {
            let sizes = &mut self.polygons[same].sizes;
            *sizes = (sizes.0.min(size), sizes.1.max(size));
            return Some(same);
        }
        found
            .iter_mut()
            .for_each(|p| *p = (p.to_vec2() / scale).to_point());
        self.polygons.push(OfSizes {
            sizes: (size, size),
            corners: count,
            polygon: Polygon::new(found, false)?,
        });
        Some(self.polygons.len() - 1)
    }
}

impl Canvas {
    /// Paints convex shapes on top of each other, with round joins; those that are not finite, or too large, are omitted.
    ///
    /// If it `is_fast`, blunt corners of edges have one point instead of two, and a face and an edge of one colour are
    /// painted at once, which is a few of 256 levels off at the edges.
    pub(crate) fn draw_convex(
        &mut self,
        shape: &mut Convex,
        marks: impl Iterator<Item = Mark>,
        is_fast: bool,
        clip: Option<&Clip>,
    ) {
        let mut scratch = Scratch {
            is_fast,
            ..Scratch::default()
        };
        let mut target = Target::new(self, clip);
        for mark in marks.filter(Mark::is_good) {
            // The corners of markers are at most 1 away from their middle.
            if target.is_near(mark.center, mark.size + mark.half() + 2.0)
                && let Some(index) = shape.at(mark.size)
            {
                let polygon = &shape.polygons[index].polygon;
                scratch.paint((index, polygon), &mark, &mut target);
            }
        }
    }
}

impl Scratch {
    fn paint(&mut self, shape: (usize, &Polygon), mark: &Mark, target: &mut Target<'_>) {
        let width = 2.0 * mark.half();
        let polygon = shape.1;
        let place = |corner: &Point| {
            let corner = mark.center + mark.size * corner.to_vec2();
            match polygon.snaps {
                true => snapped_point(corner, width),
                false => corner,
            }
        };
        self.corners.clear();
        self.corners.extend(polygon.corners.iter().map(place));
        let reach = reach_of(&self.corners);
        if reach.is_zero_area() {
            return self.fill_bar(reach, mark, target);
        }
        self.is_rough = self.is_fast && mark.half() <= polygon.deepest * mark.size;
        for coat in mark.coats(self.is_rough) {
            self.fill(shape, coat, target);
        }
    }

    fn fill(&mut self, (index, polygon): (usize, &Polygon), coat: Coat, target: &mut Target<'_>) {
        self.polygons.clear();
        if coat.outer == 0.0 {
            self.polygons.add(self.corners.iter().copied());
            if polygon.is_turned {
                // It matters in rounding.
                self.polygons.turn_back();
            }
        } else {
            let rounded = Some((index, coat.outer, self.is_rough));
            if self.rounded != rounded {
                self.round_off(polygon, coat.outer);
                self.rounded = rounded;
            }
            if self.is_rough && polygon.is_blunt {
                return self.fill_blunt(coat, target);
            }
            for (i, corner) in self.corners.iter().enumerate() {
                let around = &self.round[self.starts[i]..self.starts[i + 1]];
                around
                    .iter()
                    .for_each(|away| self.polygons.push(*corner + *away));
            }
            self.polygons.close();
        }
        if let Some(distance) = coat.inner {
            self.add_inner(polygon, distance);
        }
        target.fill(&self.polygons, Vec2::ZERO, coat.color, true);
    }

    /// Fills what has one point for each corner: as far outside as it may be inside.
    fn fill_blunt(&mut self, coat: Coat, target: &mut Target<'_>) {
        let corners = self.corners.iter().zip(&self.round);
        let outer = corners.clone().map(|(corner, away)| *corner + *away);
        self.polygons.add(outer);
        if coat.inner.is_some() {
            let inner = corners.rev().map(|(corner, away)| *corner - *away);
            self.polygons.add(inner);
        }
        target.fill(&self.polygons, Vec2::ZERO, coat.color, true);
    }

    /// The edge of a shape that became a line, as snapping makes of boxes: it has butt ends, and none without a length.
    fn fill_bar(&mut self, line: Rect, mark: &Mark, target: &mut Target<'_>) {
        let half = mark.half();
        let bar = match (line.width() > 0.0, line.height() > 0.0) {
            (true, false) => line.inflate(0.0, half),
            (false, true) => line.inflate(half, 0.0),
            _ => return,
        };
        let Rect { x0, y0, x1, y1 } = bar;
        let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)];
        self.polygons.clear();
        self.polygons.add(corners.into_iter().map(Point::from));
        if let Some((color, _)) = mark.edge {
            target.fill(&self.polygons, Vec2::ZERO, color, true);
        }
    }

    /// The inner side of a stroke, which is a hole even if it is beyond the middle, as in Agg.
    fn add_inner(&mut self, polygon: &Polygon, half: f64) {
        let along = |i: usize, from: Point, to: Point| (to - from).dot(polygon.sides[i].direction);
        let count = self.corners.len();
        let mut before = along(count - 1, self.corners[count - 1], self.corners[0]);
        let mut inwards = polygon.sides[count - 1].inwards;
        let from = self.polygons.corners().len();
        for (i, (corner, next)) in pairs(&self.corners).enumerate() {
            let (side, length) = (&polygon.sides[i], along(i, corner, next));
            let limit = before.min(length).max(INNER_MITER_LIMIT * half);
            if self.is_rough && side.turn < BLUNT {
                self.polygons.push(corner + half * side.middle);
            } else if half * side.reach <= limit {
                self.polygons.push(corner + half * side.reach * side.middle);
            } else {
                self.polygons.push(corner + half * inwards);
                self.polygons.push(corner + half * side.inwards);
            }
            (before, inwards) = (length, side.inwards);
        }
        self.polygons.close_backwards(from);
    }

    /// Corners as strokes have them round.
    fn round_off(&mut self, polygon: &Polygon, half: f64) {
        self.round.clear();
        self.starts.clear();
        let step = round_step(half);
        let last = polygon.sides.last().map_or(Vec2::ZERO, |side| side.inwards);
        let before = std::iter::once(last).chain(polygon.sides.iter().map(|side| side.inwards));
        for (side, before) in polygon.sides.iter().zip(before) {
            self.starts.push(self.round.len());
            if self.is_rough && side.turn < BLUNT {
                self.round.push(-half * side.middle);
            } else if 1.0 - (0.5 * side.turn).cos() < FLAT {
                self.round.push(-half * side.reach * side.middle);
            } else {
                self.round.extend(arc(-half * before, side.turn, step));
            }
        }
        self.starts.push(self.round.len());
    }
}
