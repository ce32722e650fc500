//! Ticks at multiples of a number.

use crate::ticker::edge::Edge;
use crate::ticker::number::{floor_div, ticks};
use crate::ticker::{AxisView, Locator};

/// Ticks at multiples of a base, plus an offset (`matplotlib.ticker.MultipleLocator`).
///
/// As in matplotlib, there are one or two ticks beyond each end of the view.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Locator, MultipleLocator};
///
/// let axis = AxisView::new((0.5, 7.0), Scale::Linear);
/// assert_eq!(MultipleLocator::new(3.0).tick_values(&axis), [0.0, 3.0, 6.0, 9.0]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MultipleLocator {
    base: f64,
    offset: f64,
}

impl MultipleLocator {
    /// A tick every `base`; no ticks for a base that is not above 0.
    pub fn new(base: f64) -> Self {
        Self { base, offset: 0.0 }
    }

    /// Adds `offset` to each multiple.
    pub fn with_offset(mut self, offset: f64) -> Self {
        self.offset = offset;
        self
    }
}

impl Locator for MultipleLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let step = self.base;
        if step.is_nan() || step <= 0.0 {
            return Vec::new();
        }
        let (vmin, vmax) = axis.sorted_view();
        let first = Edge::new(step, 0.0).ge(vmin - self.offset) * step;
        let n = floor_div(vmax - self.offset - first + 0.001 * step, step);
        let before = first - step;
        ticks(n + 3.0, |i| before + i * step + self.offset)
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(*self)
    }
}
