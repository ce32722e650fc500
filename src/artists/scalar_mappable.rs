//! The data of an artist for a colorbar.

use std::fmt::Debug;

use crate::artists::DrawContext;
use crate::artists::extend::Extend;
use crate::canvas::Hatching;
use crate::color::{Color, Colormap, Norm};
use crate::error::Result;

/// How an artist maps numbers to colours: returned by [`Artist::mappable`](crate::artists::Artist::mappable) for a
/// colorbar.
///
/// ```
/// use plotreel::{Colormap, Norm};
/// use plotreel::artists::ScalarMappable;
///
/// let (norm, cmap) = (Norm::log(), Colormap::default());
/// let mappable = ScalarMappable::new(&norm, &cmap, None);
/// assert_eq!(mappable.cmap.name(), "viridis");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ScalarMappable<'a> {
    /// From numbers to places in the colormap, with its current limits.
    pub norm: &'a Norm,
    /// The colours.
    pub cmap: &'a Colormap,
    /// The opacity of all, if it is set.
    pub alpha: Option<f64>,
    /// The contours that it colours.
    pub(crate) contours: Option<&'a dyn Leveled>,
}

impl<'a> ScalarMappable<'a> {
    /// A norm with its current limits, colours, and the opacity of all, if it is set.
    pub fn new(norm: &'a Norm, cmap: &'a Colormap, alpha: Option<f64>) -> Self {
        Self {
            norm,
            cmap,
            alpha,
            contours: None,
        }
    }

    /// The same of contours, whose levels a colorbar shows.
    pub(crate) fn with_contours(self, contours: &'a dyn Leveled) -> Self {
        Self {
            contours: Some(contours),
            ..self
        }
    }
}

/// Contours, of which a colorbar shows the levels instead of all colours.
pub(crate) trait Leveled: Debug + Send + Sync {
    /// The levels.
    fn levels(&self) -> &[f64];

    /// Which values beyond the levels are coloured, too.
    fn extend(&self) -> Extend;

    /// The lines at the levels; areas have none.
    fn lines(&self, ctx: &DrawContext<'_>) -> Result<Option<LevelLines>>;

    /// The colours of areas: those between the levels, and those of the values below and above.
    fn area_colors(&self, ctx: &DrawContext<'_>) -> Result<(Vec<Color>, [Color; 2])>;

    /// The hatch of an area.
    fn hatching(&self, i: usize, ctx: &DrawContext<'_>) -> Option<Hatching>;
}

/// Contour lines in a colorbar.
pub(crate) struct LevelLines {
    /// Levels with the colours and the widths in pixels of their lines, if these are drawn.
    pub(crate) lines: Vec<(f64, Option<(Color, f64)>)>,
    /// The greatest width in pixels.
    pub(crate) widest: f64,
}
