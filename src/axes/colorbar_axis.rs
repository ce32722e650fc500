//! The long axis of a colorbar: the ticks of a norm.

use std::sync::Arc;

use crate::artists::Shown;
use crate::axis::{Axis, AxisTicks, Direction, SetOrMade, Tickers};
use crate::color::Norm;
use crate::scale::Scale;
use crate::stamp::Stamp;
use crate::ticker::{
    AutoLocator, AxisView, FixedLocator, Formatter, Locator, NullFormatter, NullLocator,
    ScalarFormatter, TickLabels,
};

impl Shown<'_> {
    /// Whether its long axis is this one.
    pub(crate) fn is_along(&self, direction: Direction) -> bool {
        self.vertical == (direction == Direction::Y)
    }

    /// Scale, locators and formatters of the long axis; those that were set on it count first.
    ///
    /// If no scale corresponds to the norm, the axis is that of the normalised values, and locators and formatters
    /// get the data values.
    pub(crate) fn tickers<'b>(&self, axis: &'b Axis) -> Tickers<'b> {
        let scale = self.norm.axis_scale();
        let own = scale.unwrap_or_default();
        let locators = [0, 1].map(|group| {
            let set = &axis.tickers[group].locator;
            let is_set = set.stamp != Stamp::default();
            match scale {
                Some(_) if is_set => SetOrMade::Set(&*set.value),
                Some(_) if group == 0 => SetOrMade::Made(Arc::from(own.major_locator())),
                Some(_) => SetOrMade::Made(Arc::from(own.minor_locator())),
                None => SetOrMade::Made(Arc::new(ByNorm {
                    inner: match is_set {
                        true => set.value.clone(),
                        false => self.default_locator(group),
                    },
                    norm: self.norm.clone(),
                }) as Arc<dyn Locator>),
            }
        });
        let formatters = [0, 1].map(|group| {
            let set = &axis.tickers[group].formatter;
            let is_set = set.stamp != Stamp::default();
            match scale {
                Some(_) if is_set => SetOrMade::Set(&*set.value),
                Some(_) if group == 0 => SetOrMade::Made(Arc::from(own.major_formatter())),
                Some(_) => SetOrMade::Made(Arc::from(own.minor_formatter())),
                None => SetOrMade::Made(Arc::new(ByNorm {
                    inner: match (is_set, group) {
                        (true, _) => set.value.clone(),
                        (_, 0) if self.is_log() => Scale::log().major_formatter(),
                        (_, 0) => Box::new(ScalarFormatter::new()) as Box<dyn Formatter>,
                        _ => Box::new(NullFormatter),
                    },
                    norm: self.norm.clone(),
                }) as Arc<dyn Formatter>),
            }
        });
        Tickers {
            scale: own,
            locators,
            formatters,
        }
    }

    fn default_locator(&self, group: usize) -> Box<dyn Locator> {
        match (self.norm.boundaries(), group) {
            (Some(boundaries), 0) => Box::new(FixedLocator::new(boundaries).with_nbins(10)),
            (Some(_), _) if self.contours().is_some() => Box::new(NullLocator),
            (Some(boundaries), _) => Box::new(FixedLocator::new(boundaries)),
            (None, 0) => Box::new(AutoLocator::new()),
            (None, _) => Box::new(NullLocator),
        }
    }

    /// Ticks of the long axis with their values as data.
    pub(crate) fn in_data(&self, mut ticks: AxisTicks) -> AxisTicks {
        if self.norm.axis_scale().is_none() {
            for tick in ticks.major.iter_mut().chain(&mut ticks.minor) {
                tick.value = self.norm.inverse(tick.value);
            }
        }
        ticks
    }
}

/// A locator or formatter of data on an axis of normalised values.
#[derive(Debug, Clone)]
struct ByNorm<T> {
    inner: T,
    norm: Norm,
}

impl<T> ByNorm<T> {
    fn view(&self, axis: &AxisView) -> AxisView {
        let inverse = |(a, b): (f64, f64)| (self.norm.inverse(a), self.norm.inverse(b));
        let major: Vec<f64> = axis.major.iter().map(|y| self.norm.inverse(*y)).collect();
        AxisView::new(inverse(axis.view), Scale::Linear)
            .with_tick_space(axis.tick_space)
            .with_major(major)
    }
}

impl Locator for ByNorm<Box<dyn Locator>> {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let values = self.inner.tick_values(&self.view(axis));
        values.into_iter().map(|x| self.norm.forward(x)).collect()
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

impl Formatter for ByNorm<Box<dyn Formatter>> {
    fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels {
        let values: Vec<f64> = locs.iter().map(|y| self.norm.inverse(*y)).collect();
        self.inner.format_ticks(&self.view(axis), &values)
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}
