//! Python's values as those of properties.

use numpy::PyUntypedArray;
use plotreel::Value;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyList, PyString, PyTuple};

/// The value of a property: None, a boolean, a number, a text, or a list, tuple or array of these.
pub(crate) fn value(given: &Bound<'_, PyAny>) -> PyResult<Value> {
    if given.is_none() {
        return Ok(Value::None);
    }
    if let Ok(number) = given.cast::<PyFloat>() {
        return Ok(number.extract::<f64>()?.into());
    }
    if let Ok(flag) = given.cast::<PyBool>() {
        return Ok(flag.is_true().into());
    }
    if let Ok(text) = given.cast::<PyString>() {
        return Ok(text.to_str()?.into());
    }
    if let Ok(list) = given.cast::<PyList>() {
        return list
            .iter()
            .map(|item| value(&item))
            .collect::<PyResult<Vec<_>>>()
            .map(Value::List);
    }
    if let Ok(tuple) = given.cast::<PyTuple>() {
        return tuple
            .iter()
            .map(|item| value(&item))
            .collect::<PyResult<Vec<_>>>()
            .map(Value::List);
    }
    if given.cast::<PyUntypedArray>().is_ok() {
        return value(&given.call_method0("tolist")?);
    }
    // NumPy's booleans are numbers, too.
    if let Ok(flag) = given.extract::<bool>() {
        return Ok(flag.into());
    }
    if let Ok(number) = given.extract::<f64>() {
        return Ok(number.into());
    }
    let kind = given.get_type().name()?;
    Err(PyTypeError::new_err(format!(
        "{kind} is not a value that properties have"
    )))
}

/// A value for Python.
pub(crate) fn to_python<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    Ok(match value {
        Value::Bool(flag) => PyBool::new(py, *flag).to_owned().into_any(),
        Value::Number(number) => PyFloat::new(py, *number).into_any(),
        Value::Text(text) => PyString::new(py, text).into_any(),
        Value::List(values) => {
            let items = values.iter().map(|value| to_python(py, value));
            PyList::new(py, items.collect::<PyResult<Vec<_>>>()?)?.into_any()
        }
        _ => py.None().into_bound(py),
    })
}
