//! Locators and formatters by matplotlib's names.

mod dates;
mod formatters;
mod locators;

use plotreel::axis::Axis;
use plotreel::ticker::{Formatter, Locator};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

pub(crate) use dates::zone;
pub(crate) use formatters::set_formatter;
pub(crate) use locators::set_locator;

/// Settings by name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings<'a, 'py>(pub(crate) &'a Bound<'py, PyDict>);

impl<'py> Settings<'_, 'py> {
    fn given<T: for<'b> FromPyObject<'b, 'py>>(self, name: &str) -> PyResult<Option<T>> {
        match self.0.get_item(name)? {
            Some(value) if !value.is_none() => value.extract().map(Some).map_err(Into::into),
            _ => Ok(None),
        }
    }

    pub(crate) fn needed<T: for<'b> FromPyObject<'b, 'py>>(self, name: &str) -> PyResult<T> {
        let missing = || PyKeyError::new_err(name.to_owned());
        self.given(name)?.ok_or_else(missing)
    }
}

/// The major or the minor ticks of an axis.
#[derive(Debug)]
pub(crate) struct Ticks<'a> {
    axis: &'a mut Axis,
    is_minor: bool,
}

impl<'a> Ticks<'a> {
    pub(crate) fn new(axis: &'a mut Axis, is_minor: bool) -> Self {
        Self { axis, is_minor }
    }

    /// Lets a locator find them.
    fn locate(self, locator: impl Locator + 'static) {
        match self.is_minor {
            true => self.axis.set_minor_locator(locator),
            false => self.axis.set_major_locator(locator),
        }
    }

    /// Lets a formatter write their labels.
    pub(crate) fn label(self, formatter: impl Formatter + 'static) {
        match self.is_minor {
            true => self.axis.set_minor_formatter(formatter),
            false => self.axis.set_major_formatter(formatter),
        }
    }
}
