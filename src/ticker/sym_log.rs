//! Ticks on an axis that is logarithmic on both sides of zero.

use crate::ticker::number::{can_be, floor_div, ticks};
use crate::ticker::{AxisView, Locator};

/// The maximum number of ticks.
const NUMTICKS: usize = 15;

/// Ticks at zero and at ± powers of a base beyond a threshold (`matplotlib.ticker.SymmetricalLogLocator`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Locator, SymmetricalLogLocator};
///
/// let axis = AxisView::new((-50.0, 500.0), Scale::sym_log(1.0));
/// let locator = SymmetricalLogLocator::new(10.0, 1.0);
/// assert_eq!(locator.tick_values(&axis), [-10.0, -1.0, 0.0, 1.0, 10.0, 100.0]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct SymmetricalLogLocator {
    base: f64,
    linthresh: f64,
    subs: Vec<f64>,
    numticks: usize,
}

impl SymmetricalLogLocator {
    /// For a scale of this base that is linear within ±`linthresh`.
    pub fn new(base: f64, linthresh: f64) -> Self {
        Self {
            base,
            linthresh,
            subs: vec![1.0],
            numticks: NUMTICKS,
        }
    }

    /// Sets the multiples of each power that have a tick.
    pub fn with_subs(mut self, subs: impl Into<Vec<f64>>) -> Self {
        self.subs = subs.into();
        self
    }

    /// Sets the approximate number of ticks above which powers are omitted; at least 2.
    pub fn with_numticks(mut self, numticks: usize) -> Self {
        self.numticks = numticks.max(2);
        self
    }

    /// The whole exponents from at or below `low` to below `high`.
    fn exponents(&self, low: f64, high: f64) -> (f64, f64) {
        let log = |x: f64| x.ln() / self.base.ln();
        (log(low).floor(), log(high).ceil())
    }

    /// The powers with a tick, in order.
    fn decades(&self, vmin: f64, vmax: f64) -> Vec<f64> {
        let threshold = self.linthresh;
        let has_negative = vmin < -threshold;
        let has_positive = vmax > threshold;
        let has_zero = (has_negative && vmax > -threshold) || (has_positive && vmin < threshold);
        let negative = match has_negative {
            true => self.exponents(vmax.min(-threshold).abs(), vmin.abs() + 1.0),
            false => (0.0, 0.0),
        };
        let positive = match has_positive {
            true => self.exponents(vmin.max(threshold), vmax + 1.0),
            false => (0.0, 0.0),
        };
        let total =
            (negative.1 - negative.0) + (positive.1 - positive.0) + f64::from(u8::from(has_zero));
        let stride = floor_div(total, self.numticks as f64 - 1.0).max(1.0);
        let powers = |(low, high): (f64, f64)| {
            ticks((high - low) / stride, |i| self.base.powf(low + i * stride))
        };
        let mut decades: Vec<f64> = powers(negative).into_iter().rev().map(|x| -x).collect();
        decades.extend(has_zero.then_some(0.0));
        decades.extend(powers(positive));
        decades
    }
}

impl Locator for SymmetricalLogLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let (vmin, vmax) = axis.sorted_view();
        if -self.linthresh <= vmin && vmin < vmax && vmax <= self.linthresh {
            let mut locs = vec![vmin, 0.0, vmax];
            locs.sort_by(f64::total_cmp);
            locs.dedup();
            return locs;
        }
        let decades = self.decades(vmin, vmax);
        if self.subs == [1.0] {
            return decades;
        }
        if !can_be((decades.len() * self.subs.len()) as f64) {
            return Vec::new();
        }
        let multiples = |decade: f64| match decade {
            0.0 => vec![0.0],
            _ => self.subs.iter().map(|s| s * decade).collect(),
        };
        decades.into_iter().flat_map(multiples).collect()
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}
