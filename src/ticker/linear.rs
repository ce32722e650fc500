//! A given number of ticks from end to end.

use crate::ticker::number::ticks;
use crate::ticker::{AxisView, Locator, nonsingular};

/// A number of evenly spaced ticks from one end of the view to the other (`matplotlib.ticker.LinearLocator`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, LinearLocator, Locator};
///
/// let axis = AxisView::new((0.0, 3.0), Scale::Linear);
/// assert_eq!(LinearLocator::new(3).tick_values(&axis), [0.0, 1.5, 3.0]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinearLocator {
    numticks: usize,
}

impl LinearLocator {
    /// `numticks` ticks; matplotlib's default is 11.
    pub fn new(numticks: usize) -> Self {
        Self { numticks }
    }
}

impl Default for LinearLocator {
    /// 11 ticks.
    fn default() -> Self {
        Self::new(11)
    }
}

impl Locator for LinearLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let (vmin, vmax) = nonsingular(axis.view.0, axis.view.1, 0.05, 1e-15, true);
        let count = self.numticks as f64;
        let step = (vmax - vmin) / (count - 1.0);
        let mut locs = ticks(count, |i| if i == 0.0 { vmin } else { i * step + vmin });
        if let [_, .., last] = locs.as_mut_slice() {
            *last = vmax;
        }
        locs
    }

    fn view_limits(&self, vmin: f64, vmax: f64) -> (f64, f64) {
        if vmin == vmax {
            nonsingular(vmin - 1.0, vmax + 1.0, 0.001, 1e-15, true)
        } else {
            nonsingular(vmin, vmax, 0.001, 1e-15, true)
        }
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(*self)
    }
}
