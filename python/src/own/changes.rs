//! New data of artists that are there, by matplotlib's methods.

use numpy::ndarray::{Array2, ArrayView2};
use plotreel::artists::{ArtistBase, BarContainer, Line2D, Line3D};
use plotreel::collections::{
    CollectionBase, ContourSet, ContourSet3D, EventCollection, FillBetweenPolyCollection,
    Line3DCollection, LineCollection, Path3DCollection, PathCollection, Poly3DCollection,
    PolyCollection, QuadMesh, TriMesh,
};
use plotreel::image::AxesImage;
use plotreel::patches::{Polygon, StepPatch};
use plotreel::quiver::{Barbs, Quiver, Quiver3D};
use plotreel::{AnyHandle, Error, Figure};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use super::data::{Points, grid, numbers};
use crate::array::with_image;
use crate::error::exception;

/// Changes the data of an artist.
pub(super) fn change(
    fig: &mut Figure,
    handle: AnyHandle,
    name: &str,
    arguments: &Bound<'_, PyTuple>,
) -> PyResult<()> {
    let py = arguments.py();
    if fig.downcast::<ArtistBase>(handle).is_none() {
        return Err(PyValueError::new_err("this artist was removed"));
    }
    let given = |i: usize| arguments.get_item(i);
    let values = |i: usize| numbers(&given(i)?);
    let points = |i: usize| Points::read(&given(i)?);
    let field = |i: usize| grid(&given(i)?);
    /// Calls a method of the artist if it is of this type.
    macro_rules! of {
        ($kind:ty, $artist:ident => $call:expr) => {
            if let Some(handle) = fig.downcast::<$kind>(handle) {
                let $artist = &mut fig[handle];
                let done: Result<(), Error> = $call;
                return done.map_err(|e| exception(py, &e));
            }
        };
    }
    /// The same for methods that always succeed.
    macro_rules! always {
        ($kind:ty, $artist:ident => $call:expr) => { of!($kind, $artist => { $call; Ok(()) }) };
    }
    match name {
        "set_data" => {
            if let Some(image) = fig.downcast::<AxesImage>(handle) {
                let array = super::data::image(&given(0)?)?;
                return with_image(&array, |data| fig[image].set_data(&data))?
                    .map_err(|e| exception(py, &e));
            }
            of!(Line2D, line => line.set_data(&values(0)?, &values(1)?));
            of!(FillBetweenPolyCollection, band => band.set_data(&values(0)?, &values(1)?, &values(2)?));
            of!(StepPatch, steps => steps.set_data(&values(0)?, &values(1)?));
            of!(ContourSet, contours => contours.set_data(&field(0)?));
            of!(Poly3DCollection, surface => surface.set_data(&field(0)?, &field(1)?, &field(2)?));
            of!(Line3DCollection, wires => wires.set_data(&field(0)?, &field(1)?, &field(2)?));
        }
        "set_xdata" => of!(Line2D, line => line.set_xdata(&values(0)?)),
        "set_ydata" => of!(Line2D, line => line.set_ydata(&values(0)?)),
        "set_data_3d" => {
            of!(Line3D, line => line.set_data_3d(&values(0)?, &values(1)?, &values(2)?));
            of!(ContourSet3D, contours => contours.set_data_3d(&points(0)?, &points(1)?, &field(2)?));
            of!(Poly3DCollection, surface => surface.set_data_3d(&values(0)?, &values(1)?, &values(2)?));
        }
        "set_offsets" => {
            let offsets = field(0)?;
            let [x, y] = [0, 1].map(|axis| column(offsets.view(), axis));
            of!(PathCollection, marks => marks.set_offsets(&x, &y));
            of!(Quiver, arrows => arrows.set_offsets(&x, &y));
            of!(Barbs, barbs => barbs.set_offsets(&x, &y));
        }
        "set_offsets_3d" => {
            of!(Path3DCollection, marks => marks.set_offsets(&values(0)?, &values(1)?, &values(2)?));
            of!(Quiver3D, arrows => arrows.set_offsets(&values(0)?, &values(1)?, &values(2)?));
        }
        "set_array" => {
            if fig.downcast::<AxesImage>(handle).is_some() {
                return change(fig, handle, "set_data", arguments);
            }
            of!(QuadMesh, mesh => mesh.set_array(&as_grid(points(0)?, mesh.shape())));
            of!(TriMesh, mesh => mesh.set_array(&values(0)?));
            always!(CollectionBase, marks => marks.set_array(&values(0)?));
        }
        "set_uvc" => {
            of!(Quiver, arrows => arrows.set_uvc(&points(0)?, &points(1)?));
            of!(Barbs, barbs => barbs.set_uvc(&points(0)?, &points(1)?));
            of!(Quiver3D, arrows => arrows.set_uvw(&values(0)?, &values(1)?, &values(2)?));
        }
        "set_positions" => always!(EventCollection, events => events.set_positions(&values(0)?)),
        "set_heights" => of!(BarContainer, bars => bars.set_heights(&values(0)?)),
        "set_widths" => of!(BarContainer, bars => bars.set_widths(&values(0)?)),
        "set_verts" => {
            if fig.downcast::<Poly3DCollection>(handle).is_some() {
                let verts = lists::<3>(&given(0)?)?;
                always!(Poly3DCollection, faces => faces.set_verts(verts));
            } else {
                let verts = pairs(&given(0)?)?;
                always!(PolyCollection, polygons => polygons.set_verts(&verts));
                always!(FillBetweenPolyCollection, band => band.set_verts(&verts));
            }
        }
        "set_segments" => {
            if fig.downcast::<LineCollection>(handle).is_some() {
                let lines = lists::<2>(&given(0)?)?;
                always!(LineCollection, all => all.set_segments(lines));
            } else {
                let lines = lists::<3>(&given(0)?)?;
                always!(Line3DCollection, all => all.set_segments(lines));
            }
        }
        "set_xy" => {
            let points: Vec<(f64, f64)> = pairs_of(&given(0)?)?;
            always!(Polygon, polygon => polygon.set_xy(&points));
        }
        _ => {}
    }
    Err(PyTypeError::new_err(format!("this artist has no {name}")))
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

fn column(array: ArrayView2<'_, f64>, axis: usize) -> Vec<f64> {
    match axis < array.ncols() {
        true => array.column(axis).to_vec(),
        false => Vec::new(),
    }
}

/// Values of a mesh of so many rows and columns, which matplotlib takes row by row, too.
fn as_grid(points: Points, shape: (usize, usize)) -> Array2<f64> {
    match points {
        Points::Grid(grid) => grid,
        Points::Line(numbers) => {
            let shape = match numbers.len() == shape.0 * shape.1 {
                true => shape,
                // The mesh refuses it.
                false => (1, numbers.len()),
            };
            Array2::from_shape_vec(shape, numbers).unwrap_or_default()
        }
    }
}

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
