//! Tables: `table`, and their cells.

use plotreel::table::{Cell, Table, TableOptions};
use plotreel::{AnyHandle, Figure, Properties};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use super::call::Method;
use crate::error::exception;
use crate::figure::{to_python, value};

pub(super) const METHODS: &[Method] = &[("table", |c| {
    let texts = c.need("texts")?.extract::<Vec<Vec<String>>>()?;
    let mut options = TableOptions::new();
    if let Some(colours) = c.take("cell_colours")? {
        let colours = colours.extract::<Vec<Vec<String>>>()?;
        let rows = colours.iter().map(|row| row.iter().map(String::as_str));
        options = options.with_cell_colours(rows).map_err(c.told())?;
    }
    c.take_options(&mut options)?;
    let table = c.flat()?.table(&texts, &options);
    c.one("Table", table)
})];

/// A row and a column, and whether the text of the cell is meant instead of the cell.
pub(super) type CellPart = (i32, i32, bool);

/// The rows and columns of all cells of a table.
pub(super) fn cells(fig: &Figure, handle: AnyHandle) -> PyResult<Vec<(i32, i32)>> {
    let table = fig.downcast::<Table>(handle).ok_or_else(no_table)?;
    Ok(fig[table].cells().map(|(place, _)| place).collect())
}

/// Sets properties of a cell, or of its text.
pub(super) fn set(
    fig: &mut Figure,
    handle: AnyHandle,
    (row, column, is_text): CellPart,
    properties: &Bound<'_, PyDict>,
) -> PyResult<()> {
    let table = fig.downcast::<Table>(handle).ok_or_else(no_table)?;
    let told = |error| exception(properties.py(), &error);
    let cell: &mut Cell = fig[table].cell_mut(row, column).map_err(told)?;
    for (name, given) in properties.iter() {
        let (name, value) = (name.cast::<PyString>()?.to_str()?, value(&given)?);
        match is_text {
            true => cell.text_mut().set_property(name, &value),
            false => cell.set_property(name, &value),
        }
        .map_err(told)?;
    }
    Ok(())
}

/// A property of a cell, or of its text.
pub(super) fn get<'py>(
    py: Python<'py>,
    fig: &Figure,
    handle: AnyHandle,
    (row, column, is_text): CellPart,
    name: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let table = fig.downcast::<Table>(handle).ok_or_else(no_table)?;
    let told = |error| exception(py, &error);
    let cell = fig[table].cell(row, column).map_err(told)?;
    let property = match is_text {
        true => cell.text().property(name),
        false => cell.property(name),
    };
    to_python(py, &property.map_err(told)?)
}

fn no_table() -> PyErr {
    PyTypeError::new_err("this artist is not a table, or was removed")
}
