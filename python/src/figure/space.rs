//! Properties of artists in space that are arrays.

use numpy::ndarray::{ArrayView2, ArrayView3};
use numpy::{PyArray1, PyArray2, PyArray3, PyArrayMethods};
use plotreel::artists::Line3D;
use plotreel::collections::{Line3DCollection, Path3DCollection, Poly3DCollection};
use plotreel::patches::{Patch3D, PathPatch};
use plotreel::{AnyHandle, Error, Figure};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::array::{artist, path};
use super::kind::Kind;
use crate::error::exception;

/// Sets a property that is an array; `false` if this kind of artist has no such array.
pub(super) fn set(
    fig: &mut Figure,
    (kind, handle): (Kind, AnyHandle),
    name: &str,
    given: &Bound<'_, PyAny>,
) -> PyResult<bool> {
    let told = |error: Error| exception(given.py(), &error);
    match (kind, name) {
        (Kind::Line3D, "xyzdata") => {
            let line = artist::<Line3D>(fig, handle)?;
            with_columns(given, |[x, y, z]| line.set_data_3d(x, y, z))?.map_err(told)?;
        }
        (Kind::Path3DCollection, "offsets3d") => {
            let marks = artist::<Path3DCollection>(fig, handle)?;
            with_columns(given, |[x, y, z]| marks.set_offsets(x, y, z))?.map_err(told)?;
        }
        (Kind::Line3DCollection, "segments3d") => {
            let lines = artist::<Line3DCollection>(fig, handle)?;
            with_segments(given, |segments| lines.set_segments(segments))?;
        }
        (Kind::Poly3DCollection, "faces3d") => {
            let polygons = artist::<Poly3DCollection>(fig, handle)?;
            with_faces(given, |verts| polygons.set_verts(verts))?;
        }
        (Kind::Patch3D, "path") => {
            let patch = PathPatch::new(path(given)?);
            artist::<Patch3D>(fig, handle)?.set_patch(&patch);
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// Calls `call` with the x, the y and the z of points, the rows of an array of shape (3, n).
fn with_columns<R>(
    given: &Bound<'_, PyAny>,
    call: impl FnOnce([&numpy::ndarray::ArrayView1<'_, f64>; 3]) -> R,
) -> PyResult<R> {
    let array = given.cast::<PyArray2<f64>>()?.try_readonly()?;
    let rows: ArrayView2<'_, f64> = array.as_array();
    if rows.nrows() != 3 {
        return Err(PyValueError::new_err(
            "points in space have three rows, x, y and z",
        ));
    }
    Ok(call([&rows.row(0), &rows.row(1), &rows.row(2)]))
}

/// Calls `call` with the points of lines: of an array of shape (n, 3), and one with the number of points of each line.
fn with_segments<R>(
    given: &Bound<'_, PyAny>,
    call: impl FnOnce(Vec<&[[f64; 3]]>) -> R,
) -> PyResult<R> {
    let (points, lengths) = given.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
    let points = points.cast::<PyArray2<f64>>()?.try_readonly()?;
    let lengths = lengths.cast::<PyArray1<i64>>()?.try_readonly()?;
    let mut rest = points.as_slice()?.as_chunks::<3>().0;
    let mut segments = Vec::with_capacity(lengths.len()?);
    for length in lengths.as_slice()? {
        let length = usize::try_from(*length)?;
        let (segment, after) = rest
            .split_at_checked(length)
            .ok_or_else(|| PyValueError::new_err("the lines have more points than there are"))?;
        segments.push(segment);
        rest = after;
    }
    Ok(call(segments))
}

/// Calls `call` with the vertices of polygons, of an array of shape (polygons, vertices, 3).
fn with_faces<R>(
    given: &Bound<'_, PyAny>,
    call: impl FnOnce(Vec<&[[f64; 3]]>) -> R,
) -> PyResult<R> {
    let array = given.cast::<PyArray3<f64>>()?.try_readonly()?;
    let faces: ArrayView3<'_, f64> = array.as_array();
    let (count, length, dimensions) = faces.dim();
    if dimensions != 3 {
        return Err(PyValueError::new_err("vertices in space have x, y and z"));
    }
    let points = array.as_slice()?.as_chunks::<3>().0;
    let face = |i: usize| points.get(i * length..(i + 1) * length).unwrap_or_default();
    Ok(call((0..count).map(face).collect()))
}
