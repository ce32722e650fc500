//! Functions of Python that a figure calls: formatters, and what converts the values of an axis.

use std::sync::{Arc, Mutex, PoisonError};

use numpy::PyArray1;
use plotreel::ticker::FuncFormatter;
use pyo3::prelude::*;

use super::data::numbers;
use crate::figure::ticker::{Settings, Ticks};

/// The first exception of the functions of a figure, until the call in which they ran raises it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Raised(Arc<Mutex<Option<PyErr>>>);

impl Raised {
    fn keep(&self, raised: PyErr) {
        let mut first = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        first.get_or_insert(raised);
    }

    /// Raises it.
    pub(crate) fn check(&self) -> PyResult<()> {
        let mut first = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        first.take().map_or(Ok(()), Err)
    }
}

/// Lets a function write the labels of ticks.
pub(super) fn set_formatter(
    ticks: Ticks<'_>,
    settings: Settings<'_, '_>,
    raised: &Raised,
) -> PyResult<()> {
    let function = settings.needed::<Py<PyAny>>("func")?;
    let raised = raised.clone();
    let formatter = FuncFormatter::new(move |value, position| {
        Python::attach(|py| {
            let label = function.call1(py, (value, position));
            let label = label.and_then(|label| label.bind(py).str()?.extract::<String>());
            label.unwrap_or_else(|error| {
                raised.keep(error);
                String::new()
            })
        })
    });
    ticks.label(formatter);
    Ok(())
}

/// A function of numbers, which gets them in an array as in matplotlib; NaN if it raises.
pub(super) fn of_numbers(
    function: Py<PyAny>,
    raised: &Raised,
) -> impl Fn(f64) -> f64 + Send + Sync + use<> {
    let raised = raised.clone();
    move |value| {
        Python::attach(|py| {
            let given = PyArray1::from_slice(py, &[value]);
            let result = function.call1(py, (given,));
            let result = result.and_then(|result| numbers(result.bind(py)));
            match result {
                Ok(numbers) => numbers.first().copied().unwrap_or(f64::NAN),
                Err(error) => {
                    raised.keep(error);
                    f64::NAN
                }
            }
        })
    }
}
