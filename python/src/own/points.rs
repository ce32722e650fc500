//! Sequences of points, of which lines and polygons are made.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use super::data::grid;

/// Sequences of points in a plane or in space.
pub(super) fn lists<const D: usize>(given: &Bound<'_, PyAny>) -> PyResult<Vec<Vec<[f64; D]>>> {
    let rows = given.try_iter()?;
    rows.map(|row| points::<D>(&row?)).collect()
}

fn points<const D: usize>(given: &Bound<'_, PyAny>) -> PyResult<Vec<[f64; D]>> {
    let array = grid(given)?;
    if array.ncols() != D {
        return Err(PyTypeError::new_err(format!(
            "points have {D} coordinates here"
        )));
    }
    let rows = array.rows().into_iter();
    Ok(rows
        .map(|row| std::array::from_fn(|axis| row[axis]))
        .collect())
}

pub(super) fn pairs(given: &Bound<'_, PyAny>) -> PyResult<Vec<Vec<(f64, f64)>>> {
    let rows = given.try_iter()?;
    rows.map(|row| pairs_of(&row?)).collect()
}

pub(super) fn pairs_of(given: &Bound<'_, PyAny>) -> PyResult<Vec<(f64, f64)>> {
    Ok(points::<2>(given)?
        .into_iter()
        .map(|[x, y]| (x, y))
        .collect())
}
