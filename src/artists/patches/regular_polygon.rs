//! Polygons with equal sides.

use std::f64::consts::{FRAC_PI_2, TAU};

use kurbo::{Affine, BezPath, Point, Vec2};

use crate::artists::patches::path::closed;
use crate::artists::patches::{Outline, PatchBase, outlined_patch};
use crate::properties::Angle;

/// A polygon with equal sides and angles, with a vertex at the top unless it is turned (`RegularPolygon`,
/// `CirclePolygon`).
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::RegularPolygon;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let hexagon = fig[ax].add_patch(RegularPolygon::new((0.5, 0.5), 6, 0.3));
/// // From frame to frame:
/// fig[hexagon].set_orientation(0.2)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct RegularPolygon {
    xy: (f64, f64),
    vertices: usize,
    radius: f64,
    orientation: f64,
    style: PatchBase,
}

impl RegularPolygon {
    /// A polygon with so many vertices at this distance from its middle.
    pub fn new(xy: (f64, f64), vertices: usize, radius: f64) -> Self {
        Self {
            xy,
            vertices,
            radius,
            orientation: 0.0,
            style: PatchBase::default(),
        }
    }

    /// The number of vertices.
    pub fn vertices(&self) -> usize {
        self.vertices
    }

    /// Sets the number of vertices.
    pub fn set_vertices(&mut self, vertices: usize) {
        self.vertices = vertices;
    }
}

impl Outline for RegularPolygon {
    fn outline(&self) -> BezPath {
        let step = TAU / self.vertices.max(1) as f64;
        let corner = |i: usize| {
            let (sin, cos) = (step * i as f64 + FRAC_PI_2).sin_cos();
            Point::new(cos, sin)
        };
        closed((0..self.vertices).map(corner))
    }

    fn placed(&self) -> Affine {
        Affine::translate(Vec2::from(self.xy))
            * Affine::rotate(self.orientation)
            * Affine::scale(self.radius)
    }
}

outlined_patch! { RegularPolygon;
    xy / set_xy: pair = xy, "its middle";
    radius / set_radius: coordinate = radius, "the distance of its vertices from the middle";
    orientation / set_orientation: number<Angle> = orientation, "the rotation in radians, counterclockwise";
}
