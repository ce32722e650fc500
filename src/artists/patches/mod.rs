//! Patches: shapes with a face and an edge.

mod annulus;
mod arc;
mod arrow;
mod arrow_base;
mod arrow_box;
mod arrow_style;
mod base;
mod bezier;
mod box_style;
mod connection;
mod connection_style;
mod curve_arrow;
mod ellipse;
mod fancy_arrow;
mod fancy_bbox;
mod inset_indicator;
mod patch_3d;
mod path;
mod path_patch;
mod polygon;
mod rectangle;
mod regular_polygon;
mod step;
mod style_text;
mod wedge;

pub use annulus::Annulus;
pub use arc::Arc;
pub use arrow::{ArrowShape, FancyArrow};
pub use arrow_base::ArrowBase;
pub use arrow_box::ArrowBox;
pub use arrow_style::ArrowStyle;
pub use base::PatchBase;
pub use box_style::BoxStyle;
pub use connection::ConnectionPatch;
pub use connection_style::ConnectionStyle;
pub(crate) use connection_style::Cut;
pub use curve_arrow::{ArrowEnd, CurveArrow};
pub use ellipse::{Circle, Ellipse};
pub use fancy_arrow::FancyArrowPatch;
pub(crate) use fancy_arrow::bounds;
pub use fancy_bbox::FancyBboxPatch;
pub use inset_indicator::InsetIndicator;
pub use patch_3d::Patch3D;
pub use path::{Path, PathCode};
pub(in crate::artists) use path::{closed, open};
pub use path_patch::PathPatch;
pub use polygon::Polygon;
pub use rectangle::{Rectangle, RotationPoint};
pub use regular_polygon::RegularPolygon;
pub use step::StepPatch;
pub use wedge::Wedge;

use kurbo::{Affine, BezPath, ParamCurve, ParamCurveExtrema, PathEl, Point};

use crate::artists::Artist;
use crate::data_limits::DataLimits;

/// A shape with a face and an edge, which [`Axes::add_patch`](crate::Axes::add_patch) takes.
///
/// ```
/// use plotreel::artists::Artist;
/// use plotreel::patches::{Circle, Ellipse, Patch};
///
/// let patches: [Box<dyn Patch>; 2] =
///     [Box::new(Circle::new((0.0, 0.0), 1.0)), Box::new(Ellipse::new((2.0, 0.0), 1.0, 0.5))];
/// assert!(patches.iter().all(|patch| patch.zorder() == 1.0));
/// ```
pub trait Patch: Artist {}

/// A patch whose outline is given in its own coordinates: a rectangle, a circle, a wedge and others, but no arrow from
/// artist to artist.
///
/// ```
/// use plotreel::patches::{OutlinedPatch, Polygon};
///
/// let triangle = Polygon::new(&[(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]);
/// assert!(triangle.path() != plotreel::patches::Path::new());
/// ```
pub trait OutlinedPatch: Patch {
    /// Its outline in its coordinates.
    fn path(&self) -> Path;

    /// Its look.
    fn style(&self) -> &PatchBase;
}

/// A patch whose outline is given in its own coordinates.
trait Outline {
    /// In the patch's coordinates, y up.
    fn outline(&self) -> BezPath;

    /// From the patch's coordinates to those set by its style.
    fn placed(&self) -> Affine {
        Affine::IDENTITY
    }
}

/// The range of an outline. As in the reference, extremes of curves are those before the patch is placed.
fn limits_of(patch: &impl Outline, style: &PatchBase) -> DataLimits {
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

/// The properties of a patch with a field `style`: rows of [`properties!`](crate::properties::properties) for its own.
///
/// `coordinates` adds the setter of its coordinate system, if it has a single one; `in field: Type` names another base
/// than the [`PatchBase`] in `style`.
macro_rules! patch_properties {
    ($patch:ty, coordinates $(, in $field:ident: $base:ty)?; $($rows:tt)*) => {
        crate::artists::patches::patch_properties!($patch $(, in $field: $base)?; $($rows)*);

        impl $patch {
            /// Sets its coordinate system: [`Coords`](crate::artists::Coords), their name, or a pair for x and y.
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
    ($patch:ty; $($rows:tt)*) => {
        crate::artists::patches::patch_properties!($patch, in style: crate::artists::PatchBase; $($rows)*);
    };
    ($patch:ty, in $field:ident: $base:ty; $($rows:tt)*) => {
        crate::properties::properties! {
            impl[] $patch, in $field: $base;
            $($rows)*
        }

        impl crate::artists::Patch for $patch {}
    };
}
use patch_properties;

/// The legend handle of a patch with a field `style`, within its `impl Artist`.
macro_rules! patch_legend {
    () => {
        fn legend_handle(
            &self,
            _ctx: &crate::artists::DrawContext<'_>,
        ) -> Option<crate::artists::LegendHandle> {
            Some(crate::artists::LegendHandle::patch(self.style.clone()))
        }
    };
}
use patch_legend;

/// Makes an artist of a patch with an `Outline` and a field `style`, whose properties are these.
macro_rules! outlined_patch {
    ($patch:ty; $($rows:tt)*) => {
        crate::artists::patches::patch_properties! { $patch, coordinates; $($rows)* }

        impl crate::artists::Artist for $patch {
            crate::artists::artist_parts!(style.base);

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

            fn follows_limits(&self) -> [bool; 2] {
                self.style.coords.are_data()
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
        }

        impl crate::artists::patches::OutlinedPatch for $patch {
            fn path(&self) -> crate::artists::patches::Path {
                use crate::artists::patches::Outline;
                crate::artists::patches::Path(self.placed() * self.outline())
            }

            fn style(&self) -> &crate::artists::patches::PatchBase {
                &self.style
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
