//! Patches: shapes with a face and an edge.

mod arc;
mod arrow_box;
mod arrow_style;
mod bezier;
mod box_style;
mod connection;
mod connection_style;
mod curve_arrow;
mod ellipse;
mod fancy_arrow;
mod fancy_bbox;
mod path;
mod path_patch;
mod polygon;
mod rectangle;
mod style;
mod style_text;
mod wedge;

pub use arc::Arc;
pub use arrow_box::ArrowBox;
pub use arrow_style::ArrowStyle;
pub use box_style::BoxStyle;
pub use connection::ConnectionPatch;
pub use connection_style::ConnectionStyle;
pub(crate) use connection_style::Cut;
pub use curve_arrow::{ArrowEnd, CurveArrow};
pub use ellipse::{Circle, Ellipse};
pub use fancy_arrow::FancyArrowPatch;
pub(crate) use fancy_arrow::{Arrow, bounds};
pub use fancy_bbox::FancyBboxPatch;
pub use path::{Path, PathCode};
pub use path_patch::PathPatch;
pub use polygon::Polygon;
pub use rectangle::{Rectangle, RotationPoint};
pub(crate) use style::PatchStyle;
pub use wedge::Wedge;

use kurbo::{Affine, BezPath, ParamCurve, ParamCurveExtrema, PathEl, Point};

use crate::artists::Artist;
use crate::data_limits::DataLimits;

/// A shape with a face and an edge, which [`Axes::add_patch`](crate::Axes::add_patch) takes.
///
/// ```
/// use plotreel::{Artist, Circle, Ellipse, Patch};
///
/// let patches: [Box<dyn Patch>; 2] =
///     [Box::new(Circle::new((0.0, 0.0), 1.0)), Box::new(Ellipse::new((2.0, 0.0), 1.0, 0.5))];
/// assert!(patches.iter().all(|patch| patch.zorder() == 1.0));
/// ```
pub trait Patch: Artist {}

/// A patch whose outline is given in its own coordinates.
trait Outline {
    /// In the patch's coordinates, y up.
    fn outline(&self) -> BezPath;

    /// From the patch's coordinates to those that its style says.
    fn placed(&self) -> Affine {
        Affine::IDENTITY
    }
}

/// The range of an outline. As in the reference, extremes of curves count as they are before the patch is placed.
fn limits_of(patch: &impl Outline, style: &PatchStyle) -> DataLimits {
    let path = patch.outline();
    let mut points: Vec<Point> = path
        .iter()
        .filter_map(|el| match el {
            PathEl::MoveTo(p) => Some(p),
            _ => None,
        })
        .collect();
    for segment in path.segments() {
        points.push(segment.end());
        points.extend(segment.extrema().into_iter().map(|t| segment.eval(t)));
    }
    let placed = patch.placed();
    let (mut x, mut y) = (Vec::new(), Vec::new());
    for point in points {
        let point = placed * point;
        if point.is_finite() {
            x.push(point.x);
            y.push(point.y);
        }
    }
    style.coords.data_of(DataLimits::of_points(&x, &y))
}

/// Gives a patch with a field `style` the setters of all patches.
macro_rules! patch_setters {
    ($patch:ty) => {
        impl $patch {
            /// Sets the colours of face and edge.
            ///
            /// # Errors
            /// [`Error::UnknownColor`](crate::Error::UnknownColor).
            pub fn set_color(
                &mut self,
                color: impl crate::color::IntoColor,
            ) -> crate::error::Result<()> {
                let color = color.into_color()?;
                (self.style.face, self.style.edge) = (Some(color), Some(color));
                Ok(())
            }

            /// Sets the colour of the face, `"none"` for none.
            ///
            /// # Errors
            /// [`Error::UnknownColor`](crate::Error::UnknownColor).
            pub fn set_facecolor(
                &mut self,
                color: impl crate::color::IntoColor,
            ) -> crate::error::Result<()> {
                self.style.face = Some(color.into_color()?);
                Ok(())
            }

            /// Sets the colour of the edge, `"none"` for none.
            ///
            /// # Errors
            /// [`Error::UnknownColor`](crate::Error::UnknownColor).
            pub fn set_edgecolor(
                &mut self,
                color: impl crate::color::IntoColor,
            ) -> crate::error::Result<()> {
                self.style.edge = Some(color.into_color()?);
                Ok(())
            }

            /// Sets the width of the edge in points.
            pub fn set_linewidth(&mut self, width: f64) {
                self.style.linewidth = Some(width);
            }

            /// Sets the line style of the edge, as [`Line2D::set_linestyle`](crate::Line2D::set_linestyle).
            ///
            /// # Errors
            /// [`Error::Setting`](crate::Error::Setting).
            pub fn set_linestyle<S: TryInto<crate::artists::LineStyle>>(
                &mut self,
                style: S,
            ) -> crate::error::Result<()>
            where
                crate::error::Error: From<S::Error>,
            {
                self.style.linestyle = style.try_into()?;
                Ok(())
            }

            /// Sets the opacity, from 0 to 1; with `None` that of the colours.
            pub fn set_alpha(&mut self, alpha: impl Into<Option<f64>>) {
                self.style.alpha = alpha.into();
            }

            /// Sets whether the face is drawn; without it the edge is black unless it has a colour.
            pub fn set_fill(&mut self, fill: bool) {
                self.style.fill = fill;
            }

            /// Sets how the ends of the edge and of its dashes are drawn.
            pub fn set_capstyle(&mut self, cap: crate::artists::CapStyle) {
                self.style.cap = cap;
            }

            /// Sets how the corners of the edge are drawn.
            pub fn set_joinstyle(&mut self, join: crate::artists::JoinStyle) {
                self.style.join = join;
            }

            /// Sets what a legend calls it; a label that begins with `_` is in none.
            pub fn set_label(&mut self, label: impl Into<String>) {
                self.style.label = Some(label.into());
            }

            /// Sets the place in the drawing order; patches have 1.
            pub fn set_zorder(&mut self, zorder: f64) {
                self.style.zorder = zorder;
            }

            /// Shows or hides it.
            pub fn set_visible(&mut self, visible: bool) {
                self.style.visible = visible;
            }

            /// Sets whether it is clipped to the axes.
            pub fn set_clip_on(&mut self, clip: bool) {
                self.style.clip_on = clip;
            }
        }

        impl crate::artists::Patch for $patch {}
    };
}
use patch_setters;

/// Gives a patch with a field `style` what its coordinates count.
macro_rules! patch_coordinates {
    ($patch:ty) => {
        impl $patch {
            /// Sets what its coordinates count: [`Coords`](crate::Coords), their name, or a pair for x and y.
            ///
            /// # Errors
            /// [`Error::Setting`](crate::Error::Setting) for other names and for offsets.
            pub fn set_coordinates<C: TryInto<crate::artists::BlendedCoords>>(
                &mut self,
                coordinates: C,
            ) -> crate::error::Result<()>
            where
                crate::error::Error: From<C::Error>,
            {
                let coords: crate::artists::BlendedCoords = coordinates.try_into()?;
                self.style.coords = coords.absolute()?;
                Ok(())
            }
        }
    };
}
use patch_coordinates;

/// What a legend asks of a patch with a field `style`, within its `impl Artist`.
macro_rules! patch_legend {
    () => {
        fn label(&self) -> Option<&str> {
            self.style.label.as_deref()
        }

        fn legend_handle(
            &self,
            _ctx: &crate::artists::DrawContext<'_>,
        ) -> Option<crate::artists::LegendHandle> {
            Some(crate::artists::LegendHandle::patch(self.style.clone()))
        }
    };
}
use patch_legend;

/// Makes an artist of a patch with an `Outline` and a field `style`.
macro_rules! outlined_patch {
    ($patch:ty) => {
        crate::artists::patches::patch_setters!($patch);
        crate::artists::patches::patch_coordinates!($patch);

        impl crate::artists::Artist for $patch {
            fn zorder(&self) -> f64 {
                self.style.zorder
            }

            fn visible(&self) -> bool {
                self.style.visible
            }

            fn data_limits(&self) -> crate::data_limits::DataLimits {
                self.limits()
            }

            fn draw(
                &self,
                canvas: &mut crate::canvas::Canvas,
                ctx: &crate::artists::DrawContext<'_>,
            ) -> crate::error::Result<()> {
                use crate::artists::patches::Outline;
                self.style
                    .draw(&(self.placed() * self.outline()), canvas, ctx);
                Ok(())
            }

            crate::artists::patches::patch_legend!();

            fn obstacles(
                &self,
                _canvas: &mut crate::canvas::Canvas,
                ctx: &crate::artists::DrawContext<'_>,
            ) -> crate::artists::Obstacles {
                use crate::artists::patches::Outline;
                self.style.obstacles(&(self.placed() * self.outline()), ctx)
            }

            fn clone_box(&self) -> Box<dyn crate::artists::Artist> {
                Box::new(self.clone())
            }
        }

        impl $patch {
            fn limits(&self) -> crate::data_limits::DataLimits {
                crate::artists::patches::limits_of(self, &self.style)
            }
        }
    };
}
use outlined_patch;
