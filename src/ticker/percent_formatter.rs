//! Labels in per cent.

use crate::ticker::format_spec::fixed;
use crate::ticker::number::fix_minus;
use crate::ticker::{AxisView, Formatter, TickLabels};

/// The maximum number of decimals chosen from the range of the axis.
const MOST_DECIMALS: f64 = 5.0;

/// Formats ticks as percentages (`matplotlib.ticker.PercentFormatter`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, PercentFormatter};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear);
/// assert_eq!(PercentFormatter::new(1.0).format_ticks(&axis, &[0.25]).labels, ["25%"]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PercentFormatter {
    xmax: f64,
    decimals: Option<usize>,
    symbol: String,
}

impl PercentFormatter {
    /// `xmax` is the value that is 100 %.
    pub fn new(xmax: f64) -> Self {
        Self {
            xmax,
            decimals: None,
            symbol: "%".into(),
        }
    }

    /// Sets the number of decimals; by default it depends on the range of the axis.
    pub fn with_decimals(mut self, decimals: usize) -> Self {
        self.decimals = Some(decimals);
        self
    }

    /// Sets the symbol after the number; may be empty.
    pub fn with_symbol(mut self, symbol: impl Into<String>) -> Self {
        self.symbol = symbol.into();
        self
    }

    fn to_percent(&self, x: f64) -> f64 {
        100.0 * (x / self.xmax)
    }
}

impl Default for PercentFormatter {
    /// 100 is 100 %.
    fn default() -> Self {
        Self::new(100.0)
    }
}

impl Formatter for PercentFormatter {
    fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels {
        let range = self.to_percent((axis.view.1 - axis.view.0).abs());
        let decimals = match self.decimals {
            Some(decimals) => decimals,
            None if range > 0.0 => {
                let wanted = (2.0 - (2.0 * range).log10()).ceil();
                wanted.clamp(0.0, MOST_DECIMALS) as usize
            }
            None => 0,
        };
        TickLabels::each(locs, |x, _| {
            fix_minus(&(fixed(self.to_percent(x), decimals) + &self.symbol))
        })
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}
