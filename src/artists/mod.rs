//! Artists: lines, bars, markers, and their common parts.

mod alpha;
mod annotation;
mod bar;
mod bar_container;
mod bar_labels;
mod base;
#[cfg(test)]
mod bent;
mod chart;
mod collection_base;
mod collection_paint;
pub mod collections;
pub(crate) mod colorbar_parts;
mod colorizing;
pub(crate) mod container_label;
mod contour;
mod coordinate_system;
mod draw_style;
mod event_collection;
mod fill_between;
mod format_string;
mod hatch_look;
pub mod image;
mod in_view;
mod kind;
pub mod legend;
mod line;
mod line_collection;
mod line_look;
mod markers;
mod mesh;
mod orientation;
pub mod patches;
mod path_collection;
pub mod patheffects;
mod points;
mod poly3d;
mod poly_collection;
pub mod quiver;
mod scalar_mappable;
mod shown;
pub mod streamplot;
pub(crate) mod surface_grid;
pub(crate) mod table;
pub mod text;
mod ticked;
mod wireframe;

use std::any::Any;
use std::fmt::Debug;
use std::sync::Arc as Shared;

pub use crate::canvas::Hatch;
pub use alpha::Alpha;
pub(crate) use annotation::Annotation;
pub(crate) use bar::Bar;
pub use bar_container::BarContainer;
pub use bar_labels::{BarLabels, LabelType};
pub use base::ArtistBase;
pub use chart::ChartArtist;
pub(crate) use collections::*;
pub use colorizing::ColorizingArtist;
pub(crate) use contour::Points as ContourPoints;
pub(crate) use coordinate_system::CoordsFrame;
pub use coordinate_system::{BlendedCoords, Coords};
pub use draw_style::DrawStyle;
pub(crate) use format_string::PlotFormat;
pub(crate) use image::AxesImage;
pub use kind::ArtistKind;
use kind::sealed::Sealed;
pub(crate) use legend::{Legend, LegendEntry, LegendHandle, LegendLoc, Obstacles};
pub use line::{Line, Line2D, Line3D};
pub use markers::MarkEvery;
pub(crate) use markers::MarkerStyle;
pub use orientation::Orientation;
pub(crate) use patches::{BoxStyle, InsetIndicator, Patch, PatchBase, Rectangle};
pub(crate) use points::Points;
pub use scalar_mappable::ScalarMappable;
pub(crate) use shown::Shown;
pub(crate) use text::text_angle;
pub(crate) use text::{Text, Text3D, TextBox, TextStroke};
pub(crate) use wireframe::Wireframe;

pub use crate::data_limits::{DataLimits, DataRange, StickyEdges};
pub use crate::properties::Property;
pub use crate::stamp::Stamp;
pub use crate::style::{CapStyle, FillStyle, JoinStyle, LineProps, LineStyle, Marker};
use kurbo::{BezPath, Point};

use crate::canvas::Canvas;
use crate::color::{Color, ColorSpec};
use crate::error::Result;
use crate::frame_size::FrameSize;
use crate::handle::Handle;
use crate::mapping::{AxesBox, Clip, Limits, Mapping, PixelRect, mapped};
use crate::properties::Properties;
use crate::style::Style;

/// Something that a figure or an axes draws.
pub trait Artist: Any + Debug + Send + Sync {
    /// The common properties of artists.
    fn base(&self) -> &ArtistBase;

    /// The common properties of artists, mutably.
    fn base_mut(&mut self) -> &mut ArtistBase;

    /// The properties that can be read by name.
    fn as_properties(&self) -> &dyn Properties {
        self.base()
    }

    /// The properties that can be set by name.
    fn as_properties_mut(&mut self) -> &mut dyn Properties {
        self.base_mut()
    }

    /// Artists are drawn from the lowest to the highest; equals in the order they were added.
    fn zorder(&self) -> f64 {
        self.base().zorder
    }

    /// Whether it is drawn. Hidden artists take part in autoscaling, but not in `tight_layout`.
    fn visible(&self) -> bool {
        self.base().visible
    }

    /// The range of its data, as far as it takes part in autoscaling.
    fn data_limits(&self) -> DataLimits {
        DataLimits::default()
    }

    /// Values that the margins of autoscaled limits do not go beyond.
    fn sticky_edges(&self) -> StickyEdges {
        self.base().sticky
    }

    /// Limits that autoscaled axes take over, and when they were set; images have them.
    fn fit(&self) -> Option<(Stamp, Limits)> {
        None
    }

    /// Draws it on the canvas.
    ///
    /// # Errors
    /// Invalid settings of the artist, such as a norm with invalid limits.
    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()>;

    /// The pixels that it covers completely on a canvas of this size, if any.
    fn hides(&self, _size: FrameSize, _ctx: &DrawContext<'_>) -> Option<PixelRect> {
        None
    }

    /// The box that it takes outside the axes, in pixels with y up: left, bottom, right, top.
    fn extent(&self, _canvas: &mut Canvas, _ctx: &DrawContext<'_>) -> Option<[f64; 4]> {
        None
    }

    /// The distance of its nearest point from the viewer in 3-D axes: artists with a depth are drawn from the farthest
    /// to the nearest there, regardless of their zorder.
    fn depth(&self, _ctx: &DrawContext<'_>) -> Option<f64> {
        None
    }

    /// Whether it depends on the positions of axes other than its own.
    fn spans_axes(&self) -> bool {
        false
    }

    /// The name in legends.
    fn label(&self) -> Option<&str> {
        self.base().label.as_deref()
    }

    /// Its handle in legends, if it has one.
    fn legend_handle(&self, _ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        None
    }

    /// Whether it consists of several artists of the reference, which legends name last.
    fn is_container(&self) -> bool {
        false
    }

    /// The areas that a legend in the best place avoids.
    fn obstacles(&self, _canvas: &mut Canvas, _ctx: &DrawContext<'_>) -> Obstacles {
        Obstacles::default()
    }

    /// Whether it depends on the other artists of its axes.
    fn follows_artists(&self) -> bool {
        false
    }

    /// Its mapping from numbers to colours, for a colorbar.
    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        None
    }

    /// A boxed copy.
    fn clone_box(&self) -> Box<dyn Artist>;
}

/// What an `impl Artist` begins with: the fields of its [`ArtistBase`] and, unless it has none, its own properties.
macro_rules! artist_parts {
    ($($base:ident).+) => {
        crate::artists::artist_parts!(without properties, $($base).+);

        fn as_properties(&self) -> &dyn crate::properties::Properties {
            self
        }

        fn as_properties_mut(&mut self) -> &mut dyn crate::properties::Properties {
            self
        }
    };
    (without properties, $($base:ident).+) => {
        fn base(&self) -> &crate::artists::ArtistBase {
            &self.$($base).+
        }

        fn base_mut(&mut self) -> &mut crate::artists::ArtistBase {
            &mut self.$($base).+
        }

        fn clone_box(&self) -> Box<dyn crate::artists::Artist> {
            Box::new(self.clone())
        }
    };
}
pub(crate) use artist_parts;

impl Clone for Box<dyn Artist> {
    fn clone(&self) -> Self {
        self.as_ref().clone_box()
    }
}

/// Lets an artist take over what a style says of properties that were not set: the colormap.
pub(crate) fn adopt(artist: &mut dyn Artist, style: &Style) {
    if let Some(colorizing) = ColorizingArtist::of_mut(artist) {
        colorizing.adopt(style);
    }
}

/// An artist and when it was last borrowed mutably.
///
/// Clones of a figure share their artists until one is changed, so that cloning a figure is cheap.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    pub(crate) artist: Shared<dyn Artist>,
    pub(crate) stamp: Stamp,
    /// Whether it is drawn, overriding the artist's visibility.
    shown: Option<bool>,
}

impl Slot {
    pub(crate) fn new(artist: impl Artist) -> Self {
        Self {
            artist: Shared::new(artist),
            stamp: Stamp::next(),
            shown: None,
        }
    }

    /// Whether it is drawn.
    pub(crate) fn visible(&self) -> bool {
        self.shown.unwrap_or_else(|| self.artist.visible())
    }

    /// Shows or hides it regardless of the artist's visibility; `None` restores that.
    pub(crate) fn show(&mut self, shown: Option<bool>) {
        if self.shown != shown {
            self.shown = shown;
            self.stamp = Stamp::next();
        }
    }

    /// The artist, if it is of this type.
    pub(crate) fn get<A: ArtistKind>(&self) -> Option<&A> {
        A::of(&*self.artist)
    }

    /// The artist, mutably, if it is of this type.
    pub(crate) fn get_mut<A: ArtistKind>(&mut self) -> Option<&mut A> {
        self.get::<A>()?;
        A::of_mut(self.changed()?)
    }

    /// The artist, mutably.
    pub(crate) fn changed(&mut self) -> Option<&mut dyn Artist> {
        if Shared::get_mut(&mut self.artist).is_none() {
            self.artist = self.artist.clone_box().into();
        }
        self.stamp = Stamp::next();
        Shared::get_mut(&mut self.artist)
    }

    /// The artist itself, if it is of this type.
    pub(crate) fn into_artist<A: ArtistKind>(self) -> Option<A> {
        A::from_box(self.artist.clone_box())
    }
}

/// The places of the artists of a type.
pub(crate) fn places_of<A: ArtistKind>(slots: &[Option<Slot>]) -> impl Iterator<Item = usize> {
    let slots = slots.iter().enumerate();
    let found = slots.filter(|(_, slot)| slot.as_ref().is_some_and(|s| s.get::<A>().is_some()));
    found.map(|(place, _)| place)
}

/// The artists of one axes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Family<'a> {
    pub(crate) slots: &'a [Option<Slot>],
    /// Handles of another generation are invalid here.
    pub(crate) generation: u32,
}

impl<'a> Family<'a> {
    /// The object of a handle with this place and generation, unless it was removed.
    pub(crate) fn slot(self, place: usize, generation: u32) -> Option<&'a Slot> {
        let slot = self.slots.get(place)?.as_ref();
        slot.filter(|_| generation == self.generation)
    }
}

/// The coordinates and the style that an artist is drawn with.
#[derive(Debug, Clone)]
pub struct DrawContext<'a> {
    pub(crate) mapping: Mapping,
    /// Those of all axes of the figure.
    pub(crate) mappings: Shared<[Mapping]>,
    /// The box of the figure.
    pub(crate) figure: AxesBox,
    pub(crate) size: FrameSize,
    pub(crate) dpi: f64,
    pub(crate) style: &'a Style,
    /// The artists of the axes.
    pub(crate) siblings: &'a [Option<Slot>],
    /// Those of all axes of the figure.
    pub(crate) families: Shared<[Family<'a>]>,
    /// What a colorbar shows.
    pub(crate) shown: Option<Shown<'a>>,
}

impl<'a> DrawContext<'a> {
    /// The artist of a handle, unless it was removed.
    pub(crate) fn artist<A: ArtistKind>(&self, handle: Handle<A>) -> Option<&'a A> {
        let family = self.families.get(handle.axes)?;
        family.slot(handle.place, handle.generation)?.get()
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
        self.mapping.clip()
    }

    /// The point of the canvas for data coordinates, \[x, y\] or \[x, y, z\], in pixels from its top left corner, y
    /// down: as in paths for [`Canvas::draw_path`].
    #[inline]
    pub fn point<const D: usize>(&self, point: [f64; D]) -> Point {
        self.mapping.point(point)
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
        let color = self.color(color);
        match alpha {
            Some(alpha) if color.a > 0 => color.with_alpha(alpha),
            _ => color,
        }
    }

    /// The colour to draw with; `"C3"` is resolved by the property cycle of the style.
    pub fn color(&self, color: ColorSpec) -> Color {
        color.resolve(&self.style.prop_cycle)
    }
}
