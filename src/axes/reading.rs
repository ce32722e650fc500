//! Ticks at other values than those of the axis: locators and formatters that read it in another way.

use std::fmt::Debug;

use crate::scale::Scale;
use crate::ticker::{AxisView, Formatter, Locator, TickLabels};

/// What the values of an axis stand for.
pub(super) trait Reading: Debug + Clone + Send + Sync + 'static {
    /// What a value of the axis stands for.
    fn read(&self, value: f64) -> f64;

    /// The value of the axis that stands for this.
    fn place(&self, reading: f64) -> f64;

    /// The scale that locators and formatters find.
    fn scale(&self) -> Scale;

    /// Whether it was not said before that limits can't be read.
    fn is_news(&self) -> bool {
        true
    }
}

/// A locator or formatter of readings on an axis of values.
#[derive(Debug, Clone)]
pub(super) struct Through<T, R> {
    pub(super) inner: T,
    pub(super) reading: R,
}

impl<T, R: Reading> Through<T, R> {
    /// The axis as it is read; `None` if its limits can't be.
    fn view(&self, axis: &AxisView) -> Option<AxisView> {
        let read = |(a, b): (f64, f64)| (self.reading.read(a), self.reading.read(b));
        let (from, to) = read(axis.view);
        if !from.is_finite() || !to.is_finite() {
            if self.reading.is_news() {
                log::warn!("an axis has no ticks: its limits are converted to {from:?} and {to:?}");
            }
            return None;
        }
        let major: Vec<f64> = axis.major.iter().map(|y| self.reading.read(*y)).collect();
        let view = AxisView::new((from, to), self.reading.scale())
            .with_tick_space(axis.tick_space)
            .with_major(major);
        Some(view)
    }
}

impl<R: Reading> Locator for Through<Box<dyn Locator>, R> {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let Some(view) = self.view(axis) else {
            return Vec::new();
        };
        let readings = self.inner.tick_values(&view);
        readings
            .into_iter()
            .map(|x| self.reading.place(x))
            .collect()
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

impl<R: Reading> Formatter for Through<Box<dyn Formatter>, R> {
    fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels {
        let Some(view) = self.view(axis) else {
            return TickLabels::default();
        };
        let readings: Vec<f64> = locs.iter().map(|y| self.reading.read(*y)).collect();
        self.inner.format_ticks(&view, &readings)
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}
