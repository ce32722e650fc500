//! Limits along z, and particulars of the limits of 3-D axes.

use crate::axes::Axes3D;
use crate::error::Result;
use crate::properties::{Check, Margin};
use crate::scale::Scale;

/// The margin along z of axes with markers, unless it is larger.
const SCATTER_MARGIN: f64 = 0.05;

impl Axes3D {
    /// Sets the limits along z.
    ///
    /// # Errors
    /// As [`set_xlim`](crate::AxesBase::set_xlim).
    pub fn set_zlim(&mut self, bottom: f64, top: f64) -> Result<()> {
        let (old, minpos) = self.old_limits(&self.zaxis);
        self.zaxis.limit("zlim", (bottom, top), old, minpos)
    }

    /// The limits along z.
    pub fn zlim(&self) -> (f64, f64) {
        self.shown_along(&self.zaxis).limits
    }

    /// Reverses the direction of z.
    pub fn invert_zaxis(&mut self) {
        let shown = self.shown_along(&self.zaxis);
        self.zaxis.invert(shown);
    }

    /// Sets the scale of z, with its locators and formatters.
    ///
    /// # Errors
    /// As [`set_xscale`](crate::AxesBase::set_xscale).
    pub fn set_zscale(&mut self, scale: Scale) -> Result<()> {
        let kept = self.kept_limits(&self.zaxis, &scale);
        self.zaxis.set_scale(scale.checked()?);
        if let Some(kept) = kept {
            self.zaxis.settle(kept);
        }
        Ok(())
    }

    /// Sets the margins of autoscaled limits, as fractions of the data's range. The defaults are 0.05, 0.05 and 0,
    /// and 0.05 along z as soon as there are markers; 1/48 of the total is added to it.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite and above -0.5.
    pub fn margins(&mut self, x: f64, y: f64, z: f64) -> Result<()> {
        let z = Margin::checked("zmargin", z)?;
        self.base.margins(x, y)?;
        self.zaxis.set_margin(z);
        Ok(())
    }

    /// Switches autoscaling on or off: limits are fitted to the data, or stay unchanged.
    pub fn autoscale(&mut self, x: bool, y: bool, z: bool) {
        let fitted = self.fitted_along(&self.zaxis);
        self.base.autoscale(x, y);
        self.zaxis.autoscale(z, fitted);
    }

    /// Markers must not be cut by the box.
    pub(super) fn make_room_for_markers(&mut self) {
        self.zaxis.margin = self.zaxis.margin.max(SCATTER_MARGIN);
    }

    /// The limits along x, y and z.
    pub(crate) fn limits(&self) -> [(f64, f64); 3] {
        self.axes().map(|axis| self.shown_along(axis).limits)
    }

    /// Limits in the units of the scales.
    pub(super) fn scaled(&self, limits: [(f64, f64); 3]) -> [(f64, f64); 3] {
        let scales = self.axes().map(|axis| axis.scale());
        [0, 1, 2].map(|i| {
            let (from, to) = limits[i];
            (scales[i].transform(from), scales[i].transform(to))
        })
    }
}
