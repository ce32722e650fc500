//! Python's data: numbers, dates, names of categories, and grids of numbers.

use numpy::ndarray::Array2;
use numpy::{PyArray1, PyArray2, PyArrayMethods};
use plotreel::array::{AxisData, Field, Series, Units};
use pyo3::prelude::*;

/// Data along an axis.
#[derive(Debug)]
pub(super) enum Data {
    Numbers(Vec<f64>),
    /// Days since 1970-01-01 UTC.
    Dates(Vec<f64>),
    Names(Vec<String>),
}

impl AxisData for Data {
    fn names(&self) -> Option<Vec<&str>> {
        match self {
            Self::Names(names) => Some(names.iter().map(AsRef::as_ref).collect()),
            _ => None,
        }
    }

    fn numbers(&self) -> Vec<f64> {
        match self {
            Self::Numbers(numbers) | Self::Dates(numbers) => numbers.clone(),
            Self::Names(_) => Vec::new(),
        }
    }

    fn number_units(&self) -> Units {
        match self {
            Self::Dates(_) => Units::Dates(None),
            _ => Units::Numbers,
        }
    }
}

impl Data {
    /// Numbers, dates or names of any form that NumPy knows.
    pub(super) fn read(given: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(numbers) = given.cast::<PyArray1<f64>>() {
            return Ok(Self::Numbers(vector(numbers)?));
        }
        let (kind, values): (String, Bound<'_, PyAny>) = ask(given, "series")?.extract()?;
        Ok(match kind.as_str() {
            "names" => Self::Names(values.extract()?),
            "dates" => Self::Dates(vector(values.cast::<PyArray1<f64>>()?)?),
            _ => Self::Numbers(vector(values.cast::<PyArray1<f64>>()?)?),
        })
    }
}

/// Numbers at the points of a line or of a grid.
#[derive(Debug)]
pub(super) enum Points {
    Line(Vec<f64>),
    Grid(Array2<f64>),
}

impl Field for Points {
    fn is_grid(&self) -> bool {
        matches!(self, Self::Grid(_))
    }

    fn shape_2d(&self) -> (usize, usize) {
        match self {
            Self::Line(numbers) => (1, numbers.len()),
            Self::Grid(grid) => grid.dim(),
        }
    }

    fn copy_rows_to(&self, out: &mut Vec<f64>) {
        match self {
            Self::Line(numbers) => Series::copy_to(numbers, out),
            Self::Grid(grid) => grid.copy_rows_to(out),
        }
    }
}

impl Points {
    pub(super) fn read(given: &Bound<'_, PyAny>) -> PyResult<Self> {
        let array = ask(given, "field")?;
        match array.cast::<PyArray2<f64>>() {
            Ok(grid) => Ok(Self::Grid(grid.try_readonly()?.as_array().to_owned())),
            Err(_) => Ok(Self::Line(vector(array.cast::<PyArray1<f64>>()?)?)),
        }
    }
}

/// One number or more.
pub(super) fn numbers(given: &Bound<'_, PyAny>) -> PyResult<Vec<f64>> {
    if let Ok(numbers) = given.cast::<PyArray1<f64>>() {
        return vector(numbers);
    }
    vector(ask(given, "numbers")?.cast::<PyArray1<f64>>()?)
}

/// An array with rows and columns.
pub(super) fn grid(given: &Bound<'_, PyAny>) -> PyResult<Array2<f64>> {
    let grid = ask(given, "grid")?;
    let grid = grid.cast::<PyArray2<f64>>()?.try_readonly()?;
    Ok(grid.as_array().to_owned())
}

fn vector(array: &Bound<'_, PyArray1<f64>>) -> PyResult<Vec<f64>> {
    Ok(array.try_readonly()?.as_array().to_vec())
}

/// What a function of the Python part makes of it.
fn ask<'py>(given: &Bound<'py, PyAny>, function: &str) -> PyResult<Bound<'py, PyAny>> {
    let data = given.py().import("plotreel.figure._data")?;
    data.call_method1(function, (given,))
}

/// An array that can be shown as an image.
pub(super) fn image<'py>(given: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    ask(given, "image")
}
