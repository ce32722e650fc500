//! New data of artists that are there, by matplotlib's methods.

mod collections;
mod lines;
mod shapes;
mod tables;

use numpy::ndarray::Array2;
use plotreel::artists::{ArtistBase, Line2D, Line3D};
use plotreel::{AnyHandle, Error, Figure};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use super::data::{Points, grid, numbers};
use crate::error::exception;

/// The arguments of a method.
#[derive(Debug, Clone, Copy)]
struct Given<'a, 'py>(&'a Bound<'py, PyTuple>);

impl<'py> Given<'_, 'py> {
    fn one(self, i: usize) -> PyResult<Bound<'py, PyAny>> {
        self.0.get_item(i)
    }

    fn values(self, i: usize) -> PyResult<Vec<f64>> {
        numbers(&self.one(i)?)
    }

    fn points(self, i: usize) -> PyResult<Points> {
        Points::read(&self.one(i)?)
    }

    fn field(self, i: usize) -> PyResult<Array2<f64>> {
        grid(&self.one(i)?)
    }
}

/// What a method did, if the artist has it.
type Done = PyResult<Option<Result<(), Error>>>;

/// Calls a method of the artist, and returns, if it is of this type.
macro_rules! of {
    ($fig:ident, $handle:ident, $kind:ty, $artist:ident => $call:expr) => {
        if let Some(handle) = $fig.downcast::<$kind>($handle) {
            let $artist = &mut $fig[handle];
            return Ok(Some($call));
        }
    };
}

/// The same for methods that always succeed.
macro_rules! always {
    ($fig:ident, $handle:ident, $kind:ty, $artist:ident => $call:expr) => {
        of!($fig, $handle, $kind, $artist => { $call; Ok(()) })
    };
}
use {always, of};

/// Changes the data of an artist.
pub(super) fn change(
    fig: &mut Figure,
    handle: AnyHandle,
    name: &str,
    arguments: &Bound<'_, PyTuple>,
) -> PyResult<()> {
    if fig.downcast::<ArtistBase>(handle).is_none() {
        return Err(PyValueError::new_err("this artist was removed"));
    }
    let given = Given(arguments);
    let done = match name {
        "set_data" => lines::set_data(fig, handle, given),
        "set_xdata" | "set_ydata" => lines::set_one(fig, handle, name, given),
        "set_data_3d" => lines::set_data_3d(fig, handle, given),
        "set_offsets" | "set_offsets_3d" => collections::set_offsets(fig, handle, name, given),
        "set_array" => collections::set_array(fig, handle, given),
        "set_uvc" => collections::set_uvc(fig, handle, given),
        "set_positions" => collections::set_positions(fig, handle, given),
        "set_heights" | "set_widths" => shapes::set_lengths(fig, handle, name, given),
        "set_verts" => shapes::set_verts(fig, handle, given),
        "set_segments" => shapes::set_segments(fig, handle, given),
        "set_xy" => shapes::set_xy(fig, handle, given),
        name => tables::change(fig, handle, name, given),
    };
    match done? {
        Some(done) => done.map_err(|error| exception(arguments.py(), &error)),
        None => Err(PyTypeError::new_err(format!("this artist has no {name}"))),
    }
}

/// The coordinates of a line.
pub(super) fn data(fig: &Figure, handle: AnyHandle) -> Option<impl Iterator<Item = &[f64]>> {
    if let Some(line) = fig.downcast::<Line2D>(handle) {
        return Some(vec![fig[line].xdata(), fig[line].ydata()].into_iter());
    }
    let line = fig.downcast::<Line3D>(handle)?;
    let (x, y, z) = fig[line].data_3d();
    Some(vec![x, y, z].into_iter())
}
