//! The data of an artist for a colorbar.

use crate::color::{Colormap, Norm};

/// How an artist maps numbers to colours: returned by [`Artist::mappable`](crate::artists::Artist::mappable) for a
/// colorbar.
///
/// ```
/// use plotreel::{Colormap, Norm};
/// use plotreel::artists::ScalarMappable;
///
/// let (norm, cmap) = (Norm::log(), Colormap::default());
/// let mappable = ScalarMappable { norm: &norm, cmap: &cmap, alpha: None };
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
}
