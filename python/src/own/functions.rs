//! Formatters that are functions of Python.

use std::sync::{Mutex, PoisonError};

use plotreel::axis::Axis;
use plotreel::ticker::FuncFormatter;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// The first exception of such a function while a figure was drawn, until the call that drew it raises it.
static RAISED: Mutex<Option<PyErr>> = Mutex::new(None);

/// Lets a function write the labels of ticks.
pub(super) fn set(axis: &mut Axis, is_minor: bool, settings: &Bound<'_, PyDict>) -> PyResult<()> {
    let function = settings.get_item("func")?;
    let function = function
        .ok_or_else(|| PyKeyError::new_err("func"))?
        .unbind();
    let formatter = FuncFormatter::new(move |value, position| {
        Python::attach(|py| {
            let label = function.call1(py, (value, position));
            let label = label.and_then(|label| label.bind(py).str()?.extract::<String>());
            label.unwrap_or_else(|raised| {
                let mut first = RAISED.lock().unwrap_or_else(PoisonError::into_inner);
                first.get_or_insert(raised);
                String::new()
            })
        })
    });
    match is_minor {
        true => axis.set_minor_formatter(formatter),
        false => axis.set_major_formatter(formatter),
    }
    Ok(())
}

/// Raises what a function raised while a figure was drawn.
pub(crate) fn raise() -> PyResult<()> {
    let mut first = RAISED.lock().unwrap_or_else(PoisonError::into_inner);
    first.take().map_or(Ok(()), Err)
}
