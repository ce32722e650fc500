//! The locators and formatters of linear scales.

use crate::axis::Ticker;
use crate::data_limits::Coordinate;
use crate::scale::Scale;
use crate::style::{AutolimitMode, Style};
use crate::ticker::{AutoLocator, AutoMinorLocator, Formatter, Locator, ScalarFormatter};

/// What a style says of the ticks of a linear scale.
#[derive(Debug, Clone)]
pub(super) struct LinearTicks {
    locator: AutoLocator,
    formatter: ScalarFormatter,
    minor: bool,
}

impl LinearTicks {
    pub(super) fn new(coordinate: Coordinate, style: &Style) -> Self {
        Self {
            locator: AutoLocator::of_style(
                style.classic_mode,
                style.axes_autolimit_mode == AutolimitMode::RoundNumbers,
            ),
            formatter: style.axes_formatter.clone(),
            minor: match coordinate {
                Coordinate::Y => style.ytick.minor_visible,
                Coordinate::X | Coordinate::Z => style.xtick.minor_visible,
            },
        }
    }

    pub(super) fn major(&self) -> (Box<dyn Locator>, Box<dyn Formatter>) {
        (
            Box::new(self.locator.clone()),
            Box::new(self.formatter.clone()),
        )
    }

    pub(super) fn tickers(&self) -> [Ticker; 2] {
        let scale = Scale::Linear;
        let minor = match self.minor {
            true => Box::new(AutoMinorLocator::new()),
            false => scale.minor_locator(),
        };
        [self.major(), (minor, scale.minor_formatter())].map(Ticker::unset)
    }
}
