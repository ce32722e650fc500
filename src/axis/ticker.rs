//! The parts that axes share with an axis: scale, locators and formatters.

use std::ops::Deref;
use std::sync::Arc;

use crate::axis::Axis;
use crate::scale::Scale;
use crate::stamp::Stamp;
use crate::ticker::{Formatter, Locator, RadialLocator};

/// Something with the time at which it was set.
#[derive(Debug, Clone)]
pub(crate) struct Stamped<T> {
    pub(crate) value: T,
    pub(crate) stamp: Stamp,
}

impl<T> Stamped<T> {
    pub(crate) fn unset(value: T) -> Self {
        Self {
            value,
            stamp: Stamp::default(),
        }
    }

    pub(crate) fn set(&mut self, value: T) {
        (self.value, self.stamp) = (value, Stamp::next());
    }
}

/// The locator and the formatter of ticks.
#[derive(Debug, Clone)]
pub(crate) struct Ticker {
    pub(crate) locator: Stamped<Box<dyn Locator>>,
    pub(crate) formatter: Stamped<Box<dyn Formatter>>,
}

impl Ticker {
    /// Those that nobody set.
    pub(crate) fn unset((locator, formatter): (Box<dyn Locator>, Box<dyn Formatter>)) -> Self {
        Self {
            locator: Stamped::unset(locator),
            formatter: Stamped::unset(formatter),
        }
    }
}

/// A locator or formatter: one that is set on an axis, or one made for its current content.
#[derive(Debug)]
pub(crate) enum SetOrMade<'a, T: ?Sized> {
    Set(&'a T),
    Made(Arc<T>),
}

impl<T: ?Sized> Clone for SetOrMade<'_, T> {
    fn clone(&self) -> Self {
        match self {
            Self::Set(part) => Self::Set(part),
            Self::Made(part) => Self::Made(part.clone()),
        }
    }
}

impl<T: ?Sized> Deref for SetOrMade<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Set(part) => part,
            Self::Made(part) => part,
        }
    }
}

/// Scale, locators and formatters of an axis, whichever of those that share it they were set on last.
#[derive(Debug, Clone)]
pub(crate) struct Tickers<'a> {
    pub(crate) scale: Scale,
    pub(crate) locators: [SetOrMade<'a, dyn Locator>; 2],
    pub(crate) formatters: [SetOrMade<'a, dyn Formatter>; 2],
    /// Pixels and font size of the axis that ticks are chosen for, if that is another one.
    pub(crate) room: Option<(f64, f64)>,
}

impl<'a> Tickers<'a> {
    /// The same with major ticks of radii, above one of them.
    pub(crate) fn of_radii(mut self, above: f64) -> Self {
        let zero = self.scale.limit_range(0.0, 1.0, 1e-5).0 == 0.0;
        let locator = RadialLocator::new(&*self.locators[0], zero, above);
        self.locators[0] = SetOrMade::Made(Arc::new(locator));
        self
    }

    /// Of an axis and the others of its group; of equals the first counts, as all have the same initial state.
    pub(crate) fn new(axis: &'a Axis, others: impl Iterator<Item = &'a Axis> + Clone) -> Self {
        fn later<'a, T>(
            axis: &'a Axis,
            others: impl Iterator<Item = &'a Axis>,
            part: impl Fn(&'a Axis) -> &'a Stamped<T>,
        ) -> &'a T {
            let latest = others.map(&part).fold(part(axis), |latest, other| {
                if other.stamp > latest.stamp {
                    other
                } else {
                    latest
                }
            });
            &latest.value
        }
        Self {
            scale: later(axis, others.clone(), |axis| &axis.scale).clone(),
            locators: [0, 1].map(|group| {
                let locator = later(axis, others.clone(), |axis| &axis.tickers[group].locator);
                SetOrMade::Set(&**locator)
            }),
            formatters: [0, 1].map(|group| {
                let formatter = later(axis, others.clone(), |axis| &axis.tickers[group].formatter);
                SetOrMade::Set(&**formatter)
            }),
            room: None,
        }
    }
}
