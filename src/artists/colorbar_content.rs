//! The content of a colorbar: colours and limits of a norm.

use crate::artists::scalar_mappable::Leveled;
use crate::artists::{DrawContext, ScalarMappable};
use crate::color::{Color, Norm};
use crate::error::Result;
use crate::ticker::nonsingular;

/// The content of a colorbar in a frame.
#[derive(Debug, Clone)]
pub(crate) struct ColorbarContent<'a> {
    mappable: ScalarMappable<'a>,
    /// The mappable's, with limits that differ.
    pub(crate) norm: Norm,
    pub(crate) vertical: bool,
}

impl<'a> ColorbarContent<'a> {
    /// Upright or lying.
    pub(crate) fn new(vertical: bool, mappable: ScalarMappable<'a>) -> Self {
        let mut norm = match mappable.contours {
            // As in the reference the levels are evenly spaced.
            Some(contours) => Norm::boundary(match contours.levels() {
                [level] => {
                    let (low, high) = nonsingular(*level, *level, 0.1, 1e-15, true);
                    vec![low, high]
                }
                levels => levels.to_vec(),
            }),
            None => mappable.norm.clone(),
        };
        let (vmin, vmax) = norm.clim();
        let (vmin, vmax) = match (vmin, vmax) {
            (Some(vmin), Some(vmax)) => nonsingular(vmin, vmax, 0.1, 1e-15, true),
            // Any that the norm can have.
            _ if norm.is_log() => (1.0, 10.0),
            _ => (0.0, 1.0),
        };
        norm.set_clim(Some(vmin), Some(vmax));
        Self {
            mappable,
            norm,
            vertical,
        }
    }

    pub(crate) fn alpha(&self) -> Option<f64> {
        self.mappable.alpha
    }

    /// Whether what it shows has a logarithmic norm.
    pub(crate) fn is_log(&self) -> bool {
        self.mappable.norm.is_log()
    }

    /// The contours that it shows.
    pub(crate) fn contours(&self) -> Option<&'a dyn Leveled> {
        self.mappable.contours
    }

    /// The colours from the lower limit to the upper one, each of which takes the same space, and those under and over
    /// the limits.
    pub(crate) fn colors(&self, ctx: &DrawContext<'_>) -> Result<(Vec<Color>, [Color; 2])> {
        if let Some(contours) = self.contours() {
            return contours.area_colors(ctx);
        }
        let cmap = self.mappable.cmap;
        let (colors, ends) = (cmap.colors(), cmap.ends());
        let Some(boundaries) = self.norm.boundaries() else {
            return Ok((colors, ends));
        };
        let middles: Vec<f64> = boundaries.windows(2).map(|b| 0.5 * (b[0] + b[1])).collect();
        let mut places = vec![0; middles.len()];
        let indexer = self.norm.indexer(colors.len())?;
        indexer.indices(&middles, true, &mut places);
        let color = |place: &u32| colors.get(*place as usize).copied();
        Ok((places.iter().filter_map(color).collect(), ends))
    }

    /// The limits along the long axis.
    pub(crate) fn limits(&self) -> (f64, f64) {
        match (self.norm.axis_scale(), self.norm.clim()) {
            (Some(_), (Some(vmin), Some(vmax))) => (vmin, vmax),
            _ => (0.0, 1.0),
        }
    }
}
