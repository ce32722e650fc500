//! Closed polygons to be painted.

use kurbo::{BezPath, PathEl, Point, Rect};

use crate::canvas::clip::cut_for_fill;

/// Curves are flattened within this many pixels.
pub(super) const FINE: f64 = 1.0 / 64.0;

/// Polygons, one after the other.
#[derive(Debug, Default, Clone)]
pub(super) struct Polygons {
    corners: Vec<Point>,
    /// How many corners there are up to the end of each.
    ends: Vec<usize>,
}

/// The bounding box of points; inverted if there are none.
pub(super) fn reach_of(points: &[Point]) -> Rect {
    let none = Rect::new(f64::MAX, f64::MAX, f64::MIN, f64::MIN);
    // One instruction each, unlike `f64::min`: only the points may be NaN.
    let lower = |v: f64, than: f64| if v < than { v } else { than };
    let higher = |v: f64, than: f64| if v > than { v } else { than };
    points.iter().fold(none, |r, p| Rect {
        x0: lower(p.x, r.x0),
        y0: lower(p.y, r.y0),
        x1: higher(p.x, r.x1),
        y1: higher(p.y, r.y1),
    })
}

impl Polygons {
    /// Adds the parts of a path, each closed, its curves as lines.
    pub(super) fn add_path(&mut self, path: &BezPath) {
        let cut = cut_for_fill(path);
        let mut start = Point::ORIGIN;
        let path = cut.as_ref().unwrap_or(path);
        let add = |el: PathEl| match el {
            PathEl::MoveTo(p) => {
                self.close();
                self.push(p);
                start = p;
            }
            PathEl::ClosePath => {
                self.close();
                self.push(start);
            }
            PathEl::LineTo(p) | PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => self.push(p),
        };
        let curved = |el: &PathEl| matches!(el, PathEl::QuadTo(..) | PathEl::CurveTo(..));
        match path.elements().iter().any(curved) {
            true => kurbo::flatten(path, FINE, add),
            false => path.iter().for_each(add),
        }
        self.close();
    }

    /// Adds a polygon.
    pub(super) fn add(&mut self, corners: impl Iterator<Item = Point>) {
        self.corners.extend(corners);
        self.close();
    }

    pub(super) fn push(&mut self, corner: Point) {
        self.corners.push(corner);
    }

    /// Ends a polygon. One with fewer than three corners is discarded.
    pub(super) fn close(&mut self) {
        let start = self.ends.last().copied().unwrap_or(0);
        if self.corners.len() < start + 3 {
            self.corners.truncate(start);
        } else {
            self.ends.push(self.corners.len());
        }
    }

    /// Ends a polygon that begins at this corner, reversed.
    pub(super) fn close_backwards(&mut self, from: usize) {
        self.corners[from..].reverse();
        self.close();
    }

    /// Adds the outlines of letters, for which FreeType rounds coverage down, as Agg does for shapes of this orientation.
    pub(super) fn add_letters(&mut self, path: &BezPath) {
        self.add_path(path);
        self.turn_back();
    }

    /// Reverses the orientation of each.
    pub(super) fn turn_back(&mut self) {
        let mut start = 0;
        for end in &self.ends {
            self.corners[start..*end].reverse();
            start = *end;
        }
    }

    pub(super) fn clear(&mut self) {
        self.corners.clear();
        self.ends.clear();
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[Point]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(from, to)| &self.corners[from..*to])
    }

    /// The bounding box of the corners; inverted if there are none.
    pub(super) fn reach(&self) -> Rect {
        reach_of(&self.corners)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.ends.len()
    }

    /// The corners of all.
    pub(super) fn corners(&self) -> &[Point] {
        &self.corners
    }

    pub(super) fn is_finite(&self) -> bool {
        self.corners.iter().all(|p| p.is_finite())
    }
}
