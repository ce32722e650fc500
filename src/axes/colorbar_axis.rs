//! The long axis of a colorbar: the ticks of a norm.

use std::sync::Arc;

use crate::artists::ColorbarContent;
use crate::axes::conversion::{Conversion, Converted};
use crate::axis::{Axis, AxisTicks, Direction, SetOrMade, Tickers};
use crate::color::Norm;
use crate::scale::Scale;
use crate::stamp::Stamp;
use crate::ticker::{
    AutoLocator, FixedLocator, Formatter, Locator, NullFormatter, NullLocator, ScalarFormatter,
};

impl ColorbarContent<'_> {
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
        let own = scale.clone().unwrap_or_default();
        let locators = [0, 1].map(|group| {
            let set = &axis.tickers[group].locator;
            let is_set = set.stamp != Stamp::default();
            match scale {
                Some(_) if is_set => SetOrMade::Set(&*set.value),
                Some(_) if group == 0 => SetOrMade::Made(Arc::from(own.major_locator())),
                Some(_) => SetOrMade::Made(Arc::from(own.minor_locator())),
                None => SetOrMade::Made(Arc::new(Converted {
                    inner: match is_set {
                        true => set.value.clone(),
                        false => self.default_locator(group),
                    },
                    conversion: self.norm.clone(),
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
                None => SetOrMade::Made(Arc::new(Converted {
                    inner: match (is_set, group) {
                        (true, _) => set.value.clone(),
                        (_, 0) if self.is_log() => Scale::log().major_formatter(),
                        (_, 0) => Box::new(ScalarFormatter::new()) as Box<dyn Formatter>,
                        _ => Box::new(NullFormatter),
                    },
                    conversion: self.norm.clone(),
                }) as Arc<dyn Formatter>),
            }
        });
        Tickers {
            scale: own,
            locators,
            formatters,
            room: None,
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

/// An axis of normalised values shows data.
impl Conversion for Norm {
    fn forward(&self, value: f64) -> f64 {
        Norm::inverse(self, value)
    }

    fn inverse(&self, shown: f64) -> f64 {
        Norm::forward(self, shown)
    }

    fn scale(&self) -> Scale {
        Scale::Linear
    }
}
