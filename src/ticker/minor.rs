//! Minor ticks between evenly spaced major ones.

use crate::scale::Scale;
use crate::ticker::number::{floor_div, pow10, ticks};
use crate::ticker::{AxisView, Locator};

/// Divides the interval between major ticks into 4, 5 or a given number of parts
/// (`matplotlib.ticker.AutoMinorLocator`).
///
/// It needs [`AxisView::major`] with at least two ticks, and has no ticks on a logarithmic axis.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AutoMinorLocator, AxisView, Locator};
///
/// let axis = AxisView::new((0.0, 2.0), Scale::Linear).with_major([0.0, 1.0, 2.0]);
/// let locator = AutoMinorLocator::new().with_ndivs(2);
/// assert_eq!(locator.tick_values(&axis), [0.0, 0.5, 1.0, 1.5, 2.0]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AutoMinorLocator {
    ndivs: Option<u32>,
}

impl AutoMinorLocator {
    /// 5 parts where the major ticks are 1, 2.5, 5 or 10 apart, else 4.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the number of parts; at least 1.
    pub fn with_ndivs(mut self, ndivs: u32) -> Self {
        self.ndivs = Some(ndivs.max(1));
        self
    }
}

impl Locator for AutoMinorLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        if matches!(axis.scale, Scale::Log { .. }) {
            ::log::warn!("AutoMinorLocator has no ticks for a logarithmic scale");
            return Vec::new();
        }
        let mut major = axis.major.clone();
        major.sort_by(f64::total_cmp);
        major.dedup();
        let [first, second, ..] = major[..] else {
            return Vec::new();
        };
        let step =
            (second - first) / f64::from(self.ndivs.unwrap_or_else(|| ndivs(second - first)));
        let (vmin, vmax) = axis.sorted_view();
        let start = ((vmin - first) / step).round_ties_even();
        let end = ((vmax - first) / step).round_ties_even() + 1.0;
        ticks(end - start, |i| (start + i) * step + first)
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(*self)
    }
}

/// The number of parts that keeps the parts of a step round.
fn ndivs(step: f64) -> u32 {
    let exponent = step.log10();
    let mantissa = pow10(exponent - floor_div(exponent, 1.0));
    let is_near = |x: &f64| (mantissa - x).abs() <= 1e-8 + 1e-5 * x;
    if [1.0, 2.5, 5.0, 10.0].iter().any(is_near) {
        5
    } else {
        4
    }
}
