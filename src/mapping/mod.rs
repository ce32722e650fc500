//! From data coordinates to pixels: scales, then a projection, then an affine map.

mod boxes;
mod clip;
mod flat;
mod path;
mod polar;
mod space;
pub(crate) mod vector;

use std::sync::Arc;

use kurbo::{BezPath, Point, Rect, Shape};

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::scale::Scale;
pub(crate) use boxes::{AxesBox, moved, union};
pub use boxes::{Limits, PixelRect};
pub use clip::Clip;
pub(crate) use flat::Flat;
pub(crate) use path::{arc, mapped, sector};
pub(crate) use polar::Polar;
pub(crate) use space::{Space, Viewpoint, box_sides, from_vertical, to_vertical};

/// Where the data coordinates of axes are on a canvas.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mapping {
    projection: Projection,
    /// The scales of flat coordinates, and the affine map from their plane.
    plane: Flat,
    size: FrameSize,
}

/// From coordinates in the units of the scales to the plane that axes are drawn on.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Projection {
    /// The coordinates are in the plane.
    Flat,
    /// A view of a box in space. Points without z are in the plane already.
    Space(Box<Space>),
    /// An angle and a radius: lines become curves.
    Polar(Polar),
}

impl Mapping {
    /// Of axes at a box of a canvas of this size, which show these limits of their plane by these scales.
    pub(crate) fn new(
        projection: Projection,
        (limits, scales): (Limits, (Scale, Scale)),
        axes: AxesBox,
        size: FrameSize,
    ) -> Self {
        Self {
            projection,
            plane: Flat::new(limits, scales, axes),
            size,
        }
    }

    /// The same of axes at another box.
    pub(crate) fn at(&self, axes: AxesBox) -> Self {
        let scales = self.plane.scales().clone();
        Self {
            projection: self.projection.clone(),
            plane: Flat::new(self.plane.limits(), scales, axes),
            size: self.size,
        }
    }

    /// The same without places for data beyond the limits of 3-D axes, or with them.
    pub(crate) fn clipped(&self, is_clipped: bool) -> Self {
        let projection = match &self.projection {
            Projection::Space(space) => Projection::Space(Box::new(space.clipped(is_clipped))),
            other => other.clone(),
        };
        Self {
            projection,
            ..self.clone()
        }
    }

    /// Whether it takes coordinates along x, and along y, where another one takes them, as far as that is asked for. The
    /// two are independent in flat axes only.
    pub(crate) fn is_same_along(&self, other: &Self, along: [bool; 2]) -> bool {
        match self.projection {
            Projection::Flat => {
                (&self.projection, self.size) == (&other.projection, other.size)
                    && self.plane.is_same_along(&other.plane, along)
            }
            Projection::Space(_) | Projection::Polar(_) => self == other,
        }
    }

    /// The whole pixels that the corners of flat limits are snapped to.
    pub(crate) fn snapped_corners(&self) -> [[f64; 2]; 2] {
        let Limits { x, y } = self.plane.limits();
        [[x.0, y.0], [x.1, y.1]].map(|corner| {
            let corner = self.point(corner);
            [corner.x, corner.y].map(|v| (v + 0.5).floor())
        })
    }

    /// The box of the axes.
    pub(crate) fn axes(&self) -> AxesBox {
        self.plane.axes()
    }

    /// The visible area of drawings in the axes.
    pub(crate) fn clip(&self) -> Clip {
        match self.polar() {
            None => Clip::Pixels(self.axes().clip_pixels(self.size)),
            Some(_) => Clip::Path(Arc::new(self.outline())),
        }
    }

    /// The edge of the area of the axes on the canvas, y down.
    pub(crate) fn outline(&self) -> BezPath {
        let axes = self.axes();
        let height = f64::from(self.size.height);
        match self.polar() {
            None => {
                let bottom = (axes.x0, height - axes.y0);
                let top = (axes.x1(), height - axes.y1());
                Rect::from_points(bottom, top).to_path(0.1)
            }
            Some(polar) => self.on_canvas(&polar.outline()),
        }
    }

    /// The projection, if it is polar.
    pub(crate) fn polar(&self) -> Option<&Polar> {
        match &self.projection {
            Projection::Polar(polar) => Some(polar),
            _ => None,
        }
    }

    /// The limits of the data; those of the plane of 3-D axes.
    pub(crate) fn limits(&self) -> Limits {
        self.polar()
            .map_or(self.plane.limits(), |polar| polar.limits)
    }

    /// From the plane of the axes to pixels.
    pub(crate) fn plane(&self) -> &Flat {
        &self.plane
    }

    /// The separate mappings of x and y, if they are independent: flat coordinates; for 3-D axes those of their plane.
    pub(crate) fn flat(&self) -> Option<&Flat> {
        match self.projection {
            Projection::Flat | Projection::Space(_) => Some(&self.plane),
            Projection::Polar(_) => None,
        }
    }

    /// The same for something that can be drawn nowhere else.
    ///
    /// # Errors
    /// [`Error::Setting`] for axes that are not flat.
    pub(crate) fn flat_for(&self, name: &'static str) -> Result<&Flat> {
        self.flat().ok_or_else(|| Error::Setting {
            name,
            value: "in curved axes".into(),
            expected: "flat axes",
        })
    }

    /// The flat coordinates, (x, y) or (x, y, z), and how far away they are; in space NaN if a scale has no position for
    /// a coordinate.
    #[inline]
    pub(crate) fn place<const D: usize>(&self, point: [f64; D]) -> [f64; 3] {
        match (point.as_slice(), &self.projection) {
            ([x, y, z], Projection::Space(space)) => space.of_data([*x, *y, *z]),
            ([x, y, ..], _) => [*x, *y, 0.0],
            _ => [f64::NAN; 3],
        }
    }

    /// The distance of the place (0, 0, z), in the units of the scales.
    pub(crate) fn distance(&self, z: f64) -> f64 {
        match &self.projection {
            Projection::Space(space) => space.of_scaled([0.0, 0.0, z])[2],
            _ => 0.0,
        }
    }

    /// Whether a place is not behind the eye.
    pub(crate) fn is_ahead(&self, place: [f64; 3]) -> bool {
        match &self.projection {
            Projection::Space(space) => space.is_ahead(place),
            _ => true,
        }
    }

    /// Whether a place is visible: it is not behind the eye.
    pub(crate) fn is_seen(&self, place: [f64; 3]) -> bool {
        match &self.projection {
            Projection::Space(space) => space.is_seen(place),
            _ => place.iter().all(|v| v.is_finite()),
        }
    }

    /// The pixel of data coordinates, from the left and from the bottom of the canvas.
    #[inline]
    pub(crate) fn pixel<const D: usize>(&self, point: [f64; D]) -> (f64, f64) {
        self.plane.pixel(self.on_plane(point))
    }

    /// The point of the canvas, y down, for data coordinates.
    #[inline]
    pub(crate) fn point<const D: usize>(&self, point: [f64; D]) -> Point {
        let height = f64::from(self.size.height);
        self.plane.point(self.on_plane(point), height).into()
    }

    /// The points of the canvas, y down, for data coordinates.
    pub(crate) fn points(&self, places: &[[f64; 2]]) -> Vec<Point> {
        match self.affine() {
            Some(affine) => places.iter().map(|place| affine(*place)).collect(),
            None => places.iter().map(|place| self.point(*place)).collect(),
        }
    }

    /// `point` for loops over many points, if both scales of flat axes are linear.
    pub(crate) fn affine(&self) -> Option<impl Fn([f64; 2]) -> Point> {
        let height = f64::from(self.size.height);
        let plane = self.flat().filter(|plane| plane.is_affine())?;
        Some(move |place| plane.point(place, height).into())
    }

    /// The whole pixel of the canvas that a marker at data coordinates is drawn at.
    #[inline]
    pub(crate) fn marker<const D: usize>(&self, point: [f64; D]) -> Point {
        let height = f64::from(self.size.height);
        self.plane.marker(self.on_plane(point), height).into()
    }

    /// The path on the canvas, y down, of one in data coordinates. Lines that become curves are drawn in so many parts,
    /// or as arcs if their radius is the same; with one part they stay lines.
    pub(crate) fn path(&self, path: &BezPath, parts: usize) -> BezPath {
        match self.polar() {
            Some(polar) => self.on_canvas(&polar.path(path, parts)),
            None => {
                let height = f64::from(self.size.height);
                mapped(path, |p| {
                    let (x, y) = self.pixel([p.x, p.y]);
                    Point::new(x, height - y)
                })
            }
        }
    }

    /// The path on the canvas, y down, of one in the plane.
    fn on_canvas(&self, path: &BezPath) -> BezPath {
        let height = f64::from(self.size.height);
        mapped(path, |p| {
            let (x, y) = self.plane.pixel([p.x, p.y]);
            Point::new(x, height - y)
        })
    }

    /// The place that the affine map takes to pixels.
    #[inline]
    fn on_plane<const D: usize>(&self, point: [f64; D]) -> [f64; 2] {
        let [x, y, _] = self.place(point);
        match &self.projection {
            Projection::Polar(polar) => polar.of_data([x, y]),
            Projection::Flat | Projection::Space(_) => self.plane.scaled([x, y]),
        }
    }
}
