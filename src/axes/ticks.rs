//! Scales, ticks and their labels.

use crate::axes::AxesBase;
use crate::error::{Error, Result};
use crate::scale::Scale;
use crate::series::Series;

impl AxesBase {
    /// Sets the scale of x, with its locators and formatters.
    ///
    /// # Errors
    /// [`Error::Setting`] for a scale with invalid parameters, and for other scales of angles
    /// than linear ones.
    pub fn set_xscale(&mut self, scale: Scale) -> Result<()> {
        if self.xaxis.is_angular && scale != Scale::Linear {
            return Err(Error::Setting {
                name: "xscale",
                value: scale.name().into(),
                expected: "the linear scale, as x is an angle in polar axes",
            });
        }
        let kept = self.kept_limits(&self.xaxis, &scale);
        self.xaxis.set_scale(scale.checked()?);
        if let Some(kept) = kept {
            self.xaxis.settle(kept);
        }
        Ok(())
    }

    /// Sets the scale of y.
    ///
    /// # Errors
    /// As [`set_xscale`](Self::set_xscale).
    pub fn set_yscale(&mut self, scale: Scale) -> Result<()> {
        let kept = self.kept_limits(&self.yaxis, &scale);
        self.yaxis.set_scale(scale.checked()?);
        if let Some(kept) = kept {
            self.yaxis.settle(kept);
        }
        Ok(())
    }

    /// Sets the major ticks of x; the limits are extended to contain them.
    pub fn set_xticks(&mut self, ticks: &(impl Series + ?Sized)) {
        self.xaxis.set_ticks(ticks);
    }

    /// Sets the major ticks of y; the limits are extended to contain them.
    pub fn set_yticks(&mut self, ticks: &(impl Series + ?Sized)) {
        self.yaxis.set_ticks(ticks);
    }

    /// Sets the labels of the major ticks of x, in order; an empty list hides them. Ticks that were not set before may
    /// move, and the labels with them to other values: this logs a warning.
    ///
    /// # Errors
    /// [`Error::Lengths`] if the number of labels differs from that of the ticks of
    /// [`set_xticks`](Self::set_xticks).
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].set_xticks(&[0, 1, 2]);
    /// fig[ax].set_xticklabels(["low", "middle", "high"])?;
    /// assert!(fig[ax].set_xticklabels(["low", "high"]).is_err());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn set_xticklabels<S: Into<String>>(
        &mut self,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        self.xaxis.set_tick_labels("xticklabels", labels)
    }

    /// Sets the labels of the major ticks of y, in order.
    ///
    /// # Errors
    /// As [`set_xticklabels`](Self::set_xticklabels).
    pub fn set_yticklabels<S: Into<String>>(
        &mut self,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        self.yaxis.set_tick_labels("yticklabels", labels)
    }
}
