//! Artists: lines, bars, markers, and their common parts.

mod alpha;
mod annotation;
mod bar;
mod bar_container;
mod bar_labels;
mod bar_paint;
mod base;
#[cfg(test)]
mod bent;
mod chart;
mod collection;
mod collection_base;
mod collection_paint;
pub mod collections;
mod color_list;
mod colorbar_content;
pub(crate) mod colorbar_parts;
mod colorizing;
pub(crate) mod container_label;
mod contour;
mod coordinate_system;
mod draw_context;
mod draw_style;
mod drawing;
mod edge_colors;
mod element_setters;
mod event_collection;
pub(crate) mod extend;
mod fill_between;
mod format_string;
mod hatch_look;
pub mod image;
mod in_view;
mod kind;
pub mod legend;
mod line;
mod line_3d;
mod line_collection;
mod line_course;
mod line_look;
mod markers;
mod mesh;
mod orientation;
mod patch_collection;
pub mod patches;
mod path_3d_collection;
mod path_collection;
pub mod patheffects;
mod placed_text;
mod points;
mod poly3d;
mod poly_collection;
pub mod quiver;
pub(crate) mod relief;
mod scalar_mappable;
mod slot;
pub mod streamplot;
pub(crate) mod surface_grid;
pub(crate) mod table;
pub mod text;
mod text_box;
mod text_look;
mod text_stroke;
mod wireframe;

use std::any::Any;
use std::fmt::Debug;

pub use crate::canvas::Hatch;
pub use alpha::Alpha;
pub(crate) use annotation::Annotation;
pub(crate) use bar::Bar;
pub use bar_container::BarContainer;
pub use bar_labels::{BarLabels, LabelType};
pub use base::ArtistBase;
pub use chart::ChartArtist;
pub(crate) use collections::*;
pub(crate) use colorbar_content::ColorbarContent;
pub use colorizing::ColorizingArtist;
pub(crate) use contour::{ContourLabels, ContourPoints};
pub(crate) use coordinate_system::CoordsFrame;
pub use coordinate_system::{BlendedCoords, Coords};
pub use draw_context::DrawContext;
pub use draw_style::DrawStyle;
pub use drawing::Drawing;
pub(crate) use format_string::PlotFormat;
pub(crate) use image::AxesImage;
pub use kind::ArtistKind;
use kind::sealed::Sealed;
pub(crate) use legend::{Legend, LegendEntry, LegendHandle, LegendLoc, LegendScope, Obstacles};
pub use line::{Line, Line2D};
pub use line_3d::Line3D;
pub use markers::MarkEvery;
pub(crate) use markers::MarkerStyle;
pub use orientation::Orientation;
pub(crate) use patches::{BoxStyle, InsetIndicator, Patch, PatchBase, Rectangle};
pub(crate) use points::Points;
pub use scalar_mappable::ScalarMappable;
pub(crate) use slot::{Family, Neighbor, Slot, places_of};
pub(crate) use text::text_angle;
pub(crate) use text::{Text, Text3D, TextBox, TextStroke};
pub(crate) use wireframe::Wireframe;

pub use crate::data_limits::{DataLimits, DataRange, StickyEdges};
pub use crate::properties::Property;
pub use crate::stamp::Stamp;
pub use crate::style::{CapStyle, CycleProps, FillStyle, JoinStyle, LineProps, LineStyle, Marker};

use crate::canvas::Canvas;
use crate::error::Result;
use crate::frame_size::FrameSize;
use crate::mapping::{Limits, PixelRect};
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
    /// to the nearest there, patches and others counted apart, regardless of their zorder.
    fn depth(&self, _ctx: &DrawContext<'_>) -> Option<f64> {
        None
    }

    /// Whether it depends on the positions of axes other than its own.
    fn spans_axes(&self) -> bool {
        false
    }

    /// Whether it depends on the limits of x, and on those of y, if its axes are flat. If not, it need not be drawn again
    /// when these change.
    fn follows_limits(&self) -> [bool; 2] {
        [true; 2]
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

/// Tells an artist that a colorbar shows its norm.
pub(crate) fn show_on_colorbar(artist: &mut dyn Artist) {
    if let Some(colorizing) = ColorizingArtist::of_mut(artist) {
        colorizing.show_on_colorbar();
    }
}

/// Lets an artist take over what a style says of properties that were not set: the colormap.
pub(crate) fn adopt(artist: &mut dyn Artist, style: &Style) {
    if let Some(colorizing) = ColorizingArtist::of_mut(artist) {
        colorizing.adopt(style);
    }
}
