//! Ticks at given positions, and no ticks.

use crate::ticker::number::warn_of_many;
use crate::ticker::{AxisView, Locator};

/// Ticks at fixed values (`matplotlib.ticker.FixedLocator`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, FixedLocator, Locator};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear);
/// let locator = FixedLocator::new([-2.0, -1.0, 0.0, 1.0, 2.0]);
/// assert_eq!(locator.clone().tick_values(&axis).len(), 5);
/// assert_eq!(locator.with_nbins(2).tick_values(&axis), [0.0]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct FixedLocator {
    locs: Vec<f64>,
    nbins: Option<usize>,
}

impl FixedLocator {
    /// A tick at each of these values.
    pub fn new(locs: impl Into<Vec<f64>>) -> Self {
        Self {
            locs: locs.into(),
            nbins: None,
        }
    }

    /// Takes every second, third, … value so that at most `nbins + 1` remain, including the one nearest to 0; `nbins`
    /// is at least 2.
    pub fn with_nbins(mut self, nbins: usize) -> Self {
        self.nbins = Some(nbins.max(2));
        self
    }
}

impl Locator for FixedLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        // Only ticks in view are drawn, and only they must be within bounds.
        let (low, high) = axis.sorted_view();
        let visible = self.locs.iter().filter(|x| (low..=high).contains(*x));
        warn_of_many(visible.count() as f64);
        let every = match self.nbins {
            Some(nbins) => self.locs.len().div_ceil(nbins).max(1),
            None => 1,
        };
        let from = |start: usize| self.locs.iter().copied().skip(start).step_by(every);
        let nearest = |start: usize| from(start).fold(f64::INFINITY, |near, x| near.min(x.abs()));
        let start = (1..every).fold(0, |best, start| {
            if nearest(start) < nearest(best) {
                start
            } else {
                best
            }
        });
        from(start).collect()
    }

    fn fixed_ticks(&self) -> Option<&[f64]> {
        Some(&self.locs)
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

/// No ticks (`matplotlib.ticker.NullLocator`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Locator, NullLocator};
///
/// assert!(NullLocator.tick_values(&AxisView::new((0.0, 1.0), Scale::Linear)).is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NullLocator;

impl Locator for NullLocator {
    fn tick_values(&self, _: &AxisView) -> Vec<f64> {
        Vec::new()
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(*self)
    }
}
