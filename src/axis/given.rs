//! Ticks, labels and formats of an axis as plain values, for access by name.

use crate::axis::Axis;
use crate::error::Result;
use crate::properties::Angle;
use crate::properties::options::all;
use crate::ticker::{FixedLocator, StrMethodFormatter};

impl Axis {
    /// The major (0) or minor (1) ticks, if they were given.
    pub(crate) fn given_ticks(&self, group: usize) -> Option<Vec<f64>> {
        let locator = &self.tickers[group].locator.value;
        locator.fixed_ticks().map(<[f64]>::to_vec)
    }

    /// Sets them; without any, the locator of the scale or the units finds them.
    pub(crate) fn give_ticks(&mut self, group: usize, ticks: Option<Vec<f64>>) -> Result<()> {
        match (ticks, group) {
            (Some(ticks), _) => {
                all::<Angle>("ticks", &ticks)?;
                match group {
                    0 => self.set_ticks(&ticks),
                    _ => self.set_minor_locator(FixedLocator::new(ticks)),
                }
            }
            (None, 0) => self.tickers[0].locator.set(self.default_tickers().0),
            (None, _) => self.tickers[1].locator.set(self.scale().minor_locator()),
        }
        Ok(())
    }

    /// The labels of the major ticks, if they were given.
    pub(crate) fn given_labels(&self) -> Option<Vec<String>> {
        let formatter = &self.tickers[0].formatter.value;
        formatter.fixed_labels().map(<[String]>::to_vec)
    }

    /// Sets them; without any, the formatter of the scale or the units writes them.
    pub(crate) fn give_labels(
        &mut self,
        name: &'static str,
        labels: Option<Vec<String>>,
    ) -> Result<()> {
        match labels {
            Some(labels) => self.set_tick_labels(name, labels)?,
            None => self.give_format(0, None)?,
        }
        Ok(())
    }

    /// The format of the labels of major (0) or minor (1) ticks, if it was given.
    pub(crate) fn given_format(&self, group: usize) -> Option<String> {
        let formatter = &self.tickers[group].formatter.value;
        formatter.format_text().map(str::to_owned)
    }

    /// Sets it; without one, it is that of the scale or the units.
    pub(crate) fn give_format(&mut self, group: usize, format: Option<String>) -> Result<()> {
        let formatter = match (format, group) {
            (Some(format), _) => Box::new(StrMethodFormatter::new(&format)?),
            (None, 0) => self.default_tickers().1,
            (None, _) => self.scale().minor_formatter(),
        };
        self.tickers[group].formatter.set(formatter);
        Ok(())
    }
}
