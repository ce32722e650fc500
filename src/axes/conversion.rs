//! Ticks of an axis whose values are shown as others: of a secondary axis, or of a colorbar.

use std::fmt::Debug;

use crate::scale::Scale;
use crate::ticker::{AxisView, Formatter, Locator, TickLabels};

/// From the values of an axis to those that its ticks show, and back.
pub(super) trait Conversion: Debug + Clone + Send + Sync + 'static {
    /// The value to show for one of the axis.
    fn forward(&self, value: f64) -> f64;

    /// The value of the axis for one that is shown.
    fn inverse(&self, shown: f64) -> f64;

    /// The scale that locators and formatters find.
    fn scale(&self) -> Scale;

    /// Whether it was not said before that limits can't be converted.
    fn is_news(&self) -> bool {
        true
    }
}

/// A locator or formatter of the values that are shown.
#[derive(Debug, Clone)]
pub(super) struct Converted<T, C> {
    pub(super) inner: T,
    pub(super) conversion: C,
}

impl<T, C: Conversion> Converted<T, C> {
    /// The axis with the values that are shown; `None` if its limits have none.
    fn view(&self, axis: &AxisView) -> Option<AxisView> {
        let shown = |(a, b): (f64, f64)| (self.conversion.forward(a), self.conversion.forward(b));
        let (from, to) = shown(axis.view);
        if !from.is_finite() || !to.is_finite() {
            if self.conversion.is_news() {
                log::warn!("an axis has no ticks: its limits are converted to {from:?} and {to:?}");
            }
            return None;
        }
        let major: Vec<f64> = axis
            .major
            .iter()
            .map(|y| self.conversion.forward(*y))
            .collect();
        let view = AxisView::new((from, to), self.conversion.scale())
            .with_tick_space(axis.tick_space)
            .with_major(major);
        Some(view)
    }
}

impl<C: Conversion> Locator for Converted<Box<dyn Locator>, C> {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let Some(view) = self.view(axis) else {
            return Vec::new();
        };
        let shown = self.inner.tick_values(&view);
        shown
            .into_iter()
            .map(|x| self.conversion.inverse(x))
            .collect()
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

impl<C: Conversion> Formatter for Converted<Box<dyn Formatter>, C> {
    fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels {
        let Some(view) = self.view(axis) else {
            return TickLabels::default();
        };
        let shown: Vec<f64> = locs.iter().map(|y| self.conversion.forward(*y)).collect();
        self.inner.format_ticks(&view, &shown)
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}
