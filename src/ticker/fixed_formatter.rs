//! Given labels, and no labels.

use crate::ticker::{AxisView, Formatter, TickLabels};

/// Given labels in order, independent of the values; for use with [`FixedLocator`](crate::ticker::FixedLocator)
/// (`matplotlib.ticker.FixedFormatter`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, FixedFormatter, Formatter};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear);
/// let text = FixedFormatter::new(["low", "high"]).format_ticks(&axis, &[0.0, 0.5, 1.0]);
/// assert_eq!(text.labels, ["low", "high", ""]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedFormatter {
    seq: Vec<String>,
    offset: String,
}

impl FixedFormatter {
    /// The labels; further ticks have no label.
    pub fn new<S: Into<String>>(seq: impl IntoIterator<Item = S>) -> Self {
        Self {
            seq: seq.into_iter().map(Into::into).collect(),
            offset: String::new(),
        }
    }

    /// Sets the offset text at the end of the axis.
    pub fn with_offset_string(mut self, offset: impl Into<String>) -> Self {
        self.offset = offset.into();
        self
    }
}

impl Formatter for FixedFormatter {
    fn format_ticks(&self, _: &AxisView, locs: &[f64]) -> TickLabels {
        TickLabels {
            offset: self.offset.clone(),
            ..TickLabels::each(locs, |_, i| self.seq.get(i).cloned().unwrap_or_default())
        }
    }

    fn fixed_labels(&self) -> Option<&[String]> {
        Some(&self.seq)
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}

/// No labels (`matplotlib.ticker.NullFormatter`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, NullFormatter};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear);
/// assert_eq!(NullFormatter.format_ticks(&axis, &[0.0]).labels, [""]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NullFormatter;

impl Formatter for NullFormatter {
    fn format_ticks(&self, _: &AxisView, locs: &[f64]) -> TickLabels {
        TickLabels::each(locs, |_, _| String::new())
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(*self)
    }
}
