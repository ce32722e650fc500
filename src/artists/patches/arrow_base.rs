//! The common properties of arrows.

use kurbo::{BezPath, Point};

use crate::artists::DrawContext;
use crate::artists::patches::curve_arrow::Shapes;
use crate::artists::patches::{ArrowStyle, ConnectionStyle, Cut, PatchBase};
use crate::error::Result;
use crate::properties::{Check, Length, properties};

/// The common properties of arrows: the shape, the line from A to B and the distances from both. Arrows dereference to
/// it.
///
/// ```
/// use plotreel::patches::{ConnectionPatch, FancyArrowPatch};
///
/// let mut arrow = FancyArrowPatch::new((0.1, 0.1), (0.8, 0.6));
/// let mut connection = ConnectionPatch::new((0.2, 0.2), (0.8, 0.6));
/// arrow.set_connectionstyle("arc3,rad=0.3")?;
/// connection.set_connectionstyle(arrow.connectionstyle())?;
/// connection.set_shrink(2.0, 5.0)?;
/// assert!(connection.set_shrink(-2.0, 5.0).is_err());
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ArrowBase {
    pub(crate) arrow_style: ArrowStyle,
    pub(crate) connection_style: ConnectionStyle,
    /// Distances from its ends in points.
    pub(crate) shrink: [f64; 2],
    /// In points.
    pub(crate) mutation_scale: f64,
    pub(crate) style: PatchBase,
}

properties! {
    impl[] ArrowBase, in style: PatchBase;
    arrowstyle / set_arrowstyle: choice<ArrowStyle> = arrow_style,
        "the shape of the arrow: an [`ArrowStyle`] or its string";
    connectionstyle / set_connectionstyle: choice<ConnectionStyle> = connection_style,
        "the line from A to B: a [`ConnectionStyle`] or its string";
    mutation_scale / set_mutation_scale: number<Length> = mutation_scale,
        "the unit of the lengths in its style, in points";
    @by name:
    shrink: (f64, f64) = |arrow| arrow.shrink.into(), |arrow, (a, b)| arrow.set_shrink(a, b),
        "the distances of its ends from A and B, in points";
}

crate::artists::kind::artist_kind!(ArrowBase);

impl ArrowBase {
    /// Sets the distances of its ends from A and B, in points.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for distances that are negative or not finite.
    pub fn set_shrink(&mut self, a: f64, b: f64) -> Result<()> {
        self.shrink = [Length::checked("shrink", a)?, Length::checked("shrink", b)?];
        Ok(())
    }

    /// Its shapes between two pixels, y up, outside of a region around the first one.
    pub(crate) fn shapes(
        &self,
        ends: [(f64, f64); 2],
        region: Option<&dyn Fn(Point) -> bool>,
        ctx: &DrawContext<'_>,
    ) -> Result<Shapes> {
        let [a, b] = ends.map(Point::from);
        if !a.is_finite() || !b.is_finite() {
            return Ok(Shapes::new());
        }
        let [shrink_a, shrink_b] = self.shrink.map(|points| ctx.points_to_pixels(points));
        let cuts = [
            Cut {
                region,
                shrink: shrink_a,
            },
            Cut {
                region: None,
                shrink: shrink_b,
            },
        ];
        self.shapes_along(&self.connection_style.path(a, b, cuts), ctx)
    }

    /// Its shapes along a path of pixels, y up.
    pub(crate) fn shapes_along(&self, path: &BezPath, ctx: &DrawContext<'_>) -> Result<Shapes> {
        let scale = ctx.points_to_pixels(self.mutation_scale);
        let linewidth = ctx.points_to_pixels(self.style.edge_width(ctx));
        self.arrow_style.shapes(path, scale, linewidth)
    }
}
