//! Methods of secondary axes.

use plotreel::axes::{SecondaryAxis, SecondaryLocation};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use super::call::{Call, Method};
use super::functions::of_numbers;
use crate::error::exception;
use crate::figure::Place;

pub(super) const METHODS: &[Method] = &[
    ("set_location", |c| {
        let location = location(&c.need("location")?)?;
        axis(c)?.set_location(location).map_err(c.told())
    }),
    ("set_alignment", |c| {
        let side = c.text("side")?;
        axis(c)?.set_alignment(side.as_str()).map_err(c.told())
    }),
    ("set_functions", set_functions),
    ("set_color", |c| {
        let color = c.text("color")?;
        axis(c)?.set_color(color.as_str()).map_err(c.told())
    }),
];

fn axis<'a>(c: &'a mut Call<'_, '_>) -> PyResult<&'a mut SecondaryAxis> {
    match c.place() {
        Place::Secondary(axis) => Ok(&mut c.fig[axis]),
        _ => Err(PyTypeError::new_err("this is not a secondary axis")),
    }
}

fn set_functions(c: &mut Call<'_, '_>) -> PyResult<()> {
    let functions = c.need("functions")?;
    let (forward, inverse): (Py<PyAny>, Py<PyAny>) = functions.extract()?;
    let [forward, inverse] = [forward, inverse].map(|function| of_numbers(function, &c.raised));
    axis(c)?.set_functions(forward, inverse);
    Ok(())
}

/// A side, or a fraction from the left or the bottom.
pub(super) fn location(given: &Bound<'_, PyAny>) -> PyResult<SecondaryLocation> {
    if let Ok(fraction) = given.extract::<f64>() {
        return Ok(fraction.into());
    }
    let side = given.extract::<String>()?;
    let side = SecondaryLocation::try_from(side.as_str());
    side.map_err(|error| exception(given.py(), &error))
}
