//! Ticks at every nth point.

use crate::ticker::number::ticks;
use crate::ticker::{AxisView, Locator};

/// A tick every `base` data points, counted from the first (`matplotlib.ticker.IndexLocator`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, IndexLocator, Locator};
///
/// let axis = AxisView::new((0.0, 9.0), Scale::Linear);
/// assert_eq!(IndexLocator::new(4.0, 1.0).tick_values(&axis), [1.0, 5.0, 9.0]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndexLocator {
    base: f64,
    offset: f64,
}

impl IndexLocator {
    /// A tick every `base`, the first at `offset` after the smallest value of the data.
    pub fn new(base: f64, offset: f64) -> Self {
        Self { base, offset }
    }
}

impl Locator for IndexLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let start = axis.data.0 + self.offset;
        // The step after rounding by the addition to the start.
        let step = (start + self.base) - start;
        ticks((axis.data.1 + 1e-12 - start) / self.base, |i| {
            start + i * step
        })
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(*self)
    }
}
