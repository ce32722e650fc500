//! The data of an artist for a colorbar.

use crate::artists::ContourSet;
use crate::color::{Colormap, Norm};

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
    pub(crate) contours: Option<&'a ContourSet>,
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
    pub(crate) fn with_contours(self, contours: &'a ContourSet) -> Self {
        Self {
            contours: Some(contours),
            ..self
        }
    }
}
