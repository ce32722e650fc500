//! Ticks of an axis of shares.

use crate::ticker::{AxisView, Locator, MaxNLocator, sorted};

/// The smallest share of data without one above 0.
const LEAST: f64 = 1e-7;

/// Ticks of a [`Scale::Logit`](crate::scale::Scale::Logit): …, 0.01, 0.1, 1/2, 0.9, 0.99, …, and round numbers where
/// fewer than two of those are in view (`matplotlib.ticker.LogitLocator`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Locator, LogitLocator};
///
/// let axis = AxisView::new((0.02, 0.95), Scale::logit());
/// assert_eq!(LogitLocator::new().tick_values(&axis), [0.01, 0.1, 0.5, 0.9, 0.99]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct LogitLocator {
    minor: bool,
    nbins: Option<usize>,
    round: MaxNLocator,
}

impl LogitLocator {
    /// Of major ticks, as many as the axis has room for.
    pub fn new() -> Self {
        Self {
            minor: false,
            nbins: None,
            round: MaxNLocator::auto().with_steps([1.0, 2.0, 5.0, 10.0]),
        }
    }

    /// Sets whether it is for minor ticks: those between the major ones.
    pub fn with_minor(mut self, minor: bool) -> Self {
        self.minor = minor;
        self
    }

    /// Sets the maximum number of major ticks; at least 1.
    pub fn with_nbins(mut self, nbins: usize) -> Self {
        self.nbins = Some(nbins.max(1));
        self.round = MaxNLocator::new(nbins).with_steps([1.0, 2.0, 5.0, 10.0]);
        self
    }

    /// Minor ticks between ideal ones that are all major: multiples of the power of ten on either side of 1/2.
    fn between(below: i32) -> Vec<f64> {
        let power = |exponent: i32| 10f64.powi(exponent);
        let count = |from: u32, to: u32| (from..to).map(f64::from);
        match below {
            ..-1 => count(2, 10).map(|i| i * power(below)).collect(),
            -1 => count(2, 5).map(|i| i / 10.0).collect(),
            0 => count(6, 9).map(|i| i / 10.0).collect(),
            1.. => count(2, 10)
                .rev()
                .map(|i| 1.0 - i * power(-below - 1))
                .collect(),
        }
    }
}

impl Default for LogitLocator {
    fn default() -> Self {
        Self::new()
    }
}

/// The ideal tick of an index: …, -2 is 0.01, -1 is 0.1, 0 is 1/2, 1 is 0.9, 2 is 0.99, …
fn ideal(index: i32) -> f64 {
    match index {
        ..0 => 10f64.powi(index),
        0 => 0.5,
        1.. => 1.0 - 10f64.powi(-index),
    }
}

/// The index of the ideal tick at or below a share, and of that at or above another.
fn around(vmin: f64, vmax: f64) -> (i32, i32) {
    let below = match vmin {
        _ if vmin < 0.5 => vmin.log10().floor(),
        _ if vmin < 0.9 => 0.0,
        _ => -(1.0 - vmin).log10().ceil(),
    };
    let above = match vmax {
        _ if vmax <= 0.5 => vmax.log10().ceil(),
        _ if vmax <= 0.9 => 1.0,
        _ => -(1.0 - vmax).log10().floor(),
    };
    // Shares have no larger indices; what is none has any.
    let index = |x: f64| x.clamp(-400.0, 400.0) as i32;
    (index(below), index(above))
}

impl Locator for LogitLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let nbins = self.nbins.unwrap_or(axis.tick_space.max(2));
        let nbins = i32::try_from(nbins).unwrap_or(i32::MAX);
        let (vmin, vmax) = self.nonsingular(axis.view.0, axis.view.1, axis.minpos);
        let (below, above) = around(vmin, vmax);
        let count = above - below - 1;
        if count < 2 {
            return match self.minor {
                true => Vec::new(),
                false => self.round.between(vmin, vmax, (axis.tick_space, axis.step)),
            };
        }
        if count > nbins {
            // Some of the ideal ticks are major, and the others minor.
            let stride = (count - 1) / nbins + 1;
            let is_own = |index: &i32| (index % stride != 0) == self.minor;
            return (below..=above).filter(is_own).map(ideal).collect();
        }
        match self.minor {
            true => (below..above).flat_map(Self::between).collect(),
            false => (below..=above).map(ideal).collect(),
        }
    }

    fn nonsingular(&self, v0: f64, v1: f64, minpos: f64) -> (f64, f64) {
        let (mut vmin, mut vmax) = sorted((v0, v1));
        let all = (LEAST, 1.0 - LEAST);
        if !(vmin.is_finite() && vmax.is_finite()) {
            return all;
        }
        if vmax <= 0.0 || vmin >= 1.0 {
            ::log::warn!("data have no values between 0 and 1, which a logit scale shows");
            return all;
        }
        let least = if minpos < 1.0 { minpos } else { LEAST };
        if vmin <= 0.0 {
            vmin = least;
        }
        if vmax >= 1.0 {
            vmax = 1.0 - least;
        }
        if vmin == vmax {
            (vmin, vmax) = (0.1 * vmin, 1.0 - 0.1 * vmin);
        }
        (vmin, vmax)
    }

    fn view_limits(&self, vmin: f64, vmax: f64) -> (f64, f64) {
        self.round.view_limits(vmin, vmax)
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}
