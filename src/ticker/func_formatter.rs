//! Labels made by a function.

use std::fmt;
use std::sync::Arc;

use crate::ticker::{AxisView, Formatter, TickLabels};

/// Formats ticks with a function of value and index (`matplotlib.ticker.FuncFormatter`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, FuncFormatter};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear);
/// let formatter = FuncFormatter::new(|x, pos| format!("{pos}: {x} m"));
/// assert_eq!(formatter.format_ticks(&axis, &[0.5]).labels, ["0: 0.5 m"]);
/// ```
#[derive(Clone)]
pub struct FuncFormatter {
    func: Arc<Func>,
    offset: String,
}

type Func = dyn Fn(f64, usize) -> String + Send + Sync;

impl FuncFormatter {
    /// `func` takes the tick's value and index, and returns its label.
    pub fn new(func: impl Fn(f64, usize) -> String + Send + Sync + 'static) -> Self {
        Self {
            func: Arc::new(func),
            offset: String::new(),
        }
    }

    /// Sets the offset text at the end of the axis.
    pub fn with_offset_string(mut self, offset: impl Into<String>) -> Self {
        self.offset = offset.into();
        self
    }
}

impl Formatter for FuncFormatter {
    fn format_ticks(&self, _: &AxisView, locs: &[f64]) -> TickLabels {
        TickLabels {
            offset: self.offset.clone(),
            ..TickLabels::each(locs, |x, i| (self.func)(x, i))
        }
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}

impl fmt::Debug for FuncFormatter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FuncFormatter")
            .field("offset", &self.offset)
            .finish_non_exhaustive()
    }
}
