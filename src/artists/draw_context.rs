//! What an artist is drawn with.

use std::borrow::Cow;
use std::sync::Arc;

use kurbo::{BezPath, Point};

use crate::artists::{
    Artist, ArtistKind, BlendedCoords, ColorbarContent, Coords, CoordsFrame, Neighbor, Slot,
};
use crate::canvas::snap::{Snap, snapped};
use crate::color::{Color, ColorSpec};
use crate::frame_size::FrameSize;
use crate::handle::{AnyHandle, Handle};
use crate::mapping::{AxesBox, Clip, Mapping, mapped};
use crate::style::Style;

/// The coordinates and the style that an artist is drawn with.
#[derive(Debug, Clone)]
pub struct DrawContext<'a> {
    pub(crate) mapping: Mapping,
    /// The place of the axes before it is shrunk to their aspect.
    pub(crate) place: AxesBox,
    /// Those of all axes of the same figure or subfigure.
    pub(crate) mappings: Arc<[Mapping]>,
    /// The box of the figure.
    pub(crate) figure: AxesBox,
    /// That of the subfigure, or of the figure if there is none.
    pub(crate) subfigure: AxesBox,
    /// Whether the edge of the area of curved axes is rounded to whole pixels.
    pub(crate) snaps_clip: bool,
    pub(crate) size: FrameSize,
    pub(crate) dpi: f64,
    pub(crate) style: &'a Style,
    /// The artists of the axes.
    pub(crate) siblings: &'a [Option<Slot>],
    /// All axes of the figure and its subfigures, in the order they were added.
    pub(crate) neighbors: Arc<[Neighbor<'a>]>,
    /// What the axes show as a colorbar.
    pub(crate) colorbar: Option<ColorbarContent<'a>>,
}

impl<'a> DrawContext<'a> {
    /// The artist of a handle, unless it was removed.
    pub(crate) fn artist<A: ArtistKind>(&self, handle: Handle<A>) -> Option<&'a A> {
        self.slot(handle.into())?.get()
    }
}

impl<'a> DrawContext<'a> {
    /// The same for an artist, which may leave out what is beyond the limits of 3-D axes.
    pub(crate) fn for_artist(&self, artist: &dyn Artist) -> Cow<'_, Self> {
        match artist.base().axlim_clip {
            false => Cow::Borrowed(self),
            true => Cow::Owned(Self {
                mapping: self.mapping.clipped(true),
                ..self.clone()
            }),
        }
    }

    /// Where axes are, unless they were removed: their figure or subfigure, and their place in that.
    pub(crate) fn mapping_of(&self, owner: (u64, usize)) -> Option<&Mapping> {
        Some(&self.neighbor(owner)?.mapping)
    }

    fn neighbor(&self, owner: (u64, usize)) -> Option<&Neighbor<'a>> {
        let is_it = |neighbor: &&Neighbor<'_>| neighbor.family.owner == owner;
        // Without subfigures, axes are at their places.
        let found = self.neighbors.get(owner.1).filter(is_it);
        found.or_else(|| self.neighbors.iter().find(is_it))
    }

    /// The object of a handle of an artist of axes, unless it was removed.
    pub(crate) fn slot(&self, handle: AnyHandle) -> Option<&'a Slot> {
        let neighbor = self.neighbor((handle.figure, handle.axes))?;
        neighbor.family.slot(handle.artist()?, handle.generation)
    }
}

/// The number of parts of lines across polar axes that are neither rays nor arcs (`GRIDLINE_INTERPOLATION_STEPS`).
const ACROSS_PARTS: usize = 180;

impl DrawContext<'_> {
    /// Pixels per inch.
    pub fn dpi(&self) -> f64 {
        self.dpi
    }

    /// The style of the axes.
    pub fn style(&self) -> &Style {
        self.style
    }

    /// The pixel of data coordinates, \[x, y\] or \[x, y, z\], from the left and from the bottom of the canvas.
    ///
    /// Flat axes ignore z. Points without z are in the plane of 3-D axes.
    pub fn pixel<const D: usize>(&self, point: [f64; D]) -> (f64, f64) {
        self.mapping.pixel(point)
    }

    /// Pixels of a length in points.
    pub fn points_to_pixels(&self, points: f64) -> f64 {
        points * self.dpi / 72.0
    }

    /// The part of the canvas that clipped artists are restricted to: the area of the axes.
    pub fn clip(&self) -> Clip {
        match self.mapping.clip() {
            Clip::Path(path) if self.snaps_clip => {
                Clip::Path(snapped(&path, Snap::Always, 0.0).map_or(path, Arc::new))
            }
            clip => clip,
        }
    }

    /// The point of the canvas for data coordinates, \[x, y\] or \[x, y, z\], in pixels from its top left corner, y
    /// down: as in paths for [`Canvas::draw_path`](crate::canvas::Canvas::draw_path).
    #[inline]
    pub fn point<const D: usize>(&self, point: [f64; D]) -> Point {
        self.mapping.point(point)
    }

    /// The points of the canvas for data coordinates.
    pub(crate) fn points(&self, places: &[[f64; 2]]) -> Vec<Point> {
        self.mapping.points(places)
    }

    /// The point of the canvas, y down, for a fraction of the axes' box.
    pub(crate) fn axes_point(&self, x: f64, y: f64) -> Point {
        let place = self.mapping.axes();
        self.flipped((place.x0 + x * place.width, place.y0 + y * place.height))
    }

    /// The point of the canvas, y down, for a place in these coordinates.
    pub(crate) fn point_in(&self, coords: BlendedCoords, place: [f64; 2]) -> Point {
        if coords.is_data() {
            return self.point(place);
        }
        if let Some(place) = coords.across_polar(place, &self.mapping) {
            return self.point(place);
        }
        let point = self.flipped(coords.pixel(place.into(), &CoordsFrame::new(self)));
        match coords.y {
            // Rounded as data are, in any coordinate system.
            Coords::Data => Point::new(point.x, self.point(place).y),
            _ => point,
        }
    }

    /// The path on the canvas, y down, of one in these coordinates; its lines stay lines, but in polar axes those in
    /// fractions of the limits become curves.
    pub(crate) fn path_in(&self, coords: BlendedCoords, path: &BezPath) -> BezPath {
        if coords.is_data() {
            return self.mapping.path(path, 1);
        }
        if let Some(path) = self.path_across_polar(coords, path) {
            return path;
        }
        let frame = CoordsFrame::new(self);
        mapped(path, |p| self.flipped(coords.pixel((p.x, p.y), &frame)))
    }

    /// The same in polar axes, if one coordinate is data and the other a fraction of the limits.
    pub(crate) fn path_across_polar(
        &self,
        coords: BlendedCoords,
        path: &BezPath,
    ) -> Option<BezPath> {
        let place = |p: Point| coords.across_polar([p.x, p.y], &self.mapping);
        place(Point::ORIGIN)?;
        let data = mapped(path, |p| {
            place(p).map_or(Point::new(f64::NAN, f64::NAN), |[x, y]| Point::new(x, y))
        });
        Some(self.mapping.path(&data, ACROSS_PARTS))
    }

    pub(crate) fn flipped(&self, (x, y): (f64, f64)) -> Point {
        Point::new(x, f64::from(self.size.height) - y)
    }

    /// The colour with this opacity instead of its own, if it is given; a colour that is not drawn stays undrawn.
    pub(crate) fn faded(&self, color: ColorSpec, alpha: Option<f64>) -> Color {
        self.color(color).faded(alpha)
    }

    /// The colour to draw with; `"C3"` is resolved by the property cycle of the style.
    pub fn color(&self, color: ColorSpec) -> Color {
        color.resolve(&self.style.prop_cycle)
    }
}
