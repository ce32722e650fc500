//! Properties that are arrays, read where they lie.

use numpy::ndarray::ArrayView2;
use numpy::{PyArray1, PyArray2, PyArrayMethods};
use plotreel::artists::{ArtistBase, ArtistKind, Line2D};
use plotreel::collections::PathCollection;
use plotreel::image::AxesImage;
use plotreel::patches::{Path, PathCode, PathPatch};
use plotreel::{AnyHandle, Error, Figure};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;

use super::kind::Kind;
use super::{collection, mappable, space};
use crate::array::with_image;
use crate::drawing::Drawing;
use crate::error::exception;
use crate::vertices::{CLOSE, CURVE_3, CURVE_4, LINE_TO, MOVE_TO, STOP};

/// Sets a property that is an array; `false` if this kind of artist has no such array.
pub(super) fn set(
    fig: &mut Figure,
    (kind, handle): (Option<Kind>, AnyHandle),
    name: &str,
    given: &Bound<'_, PyAny>,
) -> PyResult<bool> {
    let told = |error: Error| exception(given.py(), &error);
    let Some(kind) = kind else { return Ok(false) };
    match (kind, name) {
        (_, "clip_path") => {
            let path = (!given.is_none()).then(|| path(given)).transpose()?;
            artist::<ArtistBase>(fig, handle)?.set_clip_path(path);
        }
        (Kind::AxesImage, "data") => {
            let image = artist::<AxesImage>(fig, handle)?;
            with_image(given, |data| image.set_data(&data))?.map_err(told)?;
        }
        (Kind::Collection, "paths" | "transforms" | "offsets") => {
            return collection::set(fig, handle, name, given);
        }
        (Kind::QuadMesh, "coordinates") => collection::set_coordinates(fig, handle, given)?,
        (
            Kind::AxesImage
            | Kind::Collection
            | Kind::Line3DCollection
            | Kind::Path3DCollection
            | Kind::PathCollection
            | Kind::Poly3DCollection
            | Kind::QuadMesh,
            "colormap" | "norm" | "array" | "facecolors" | "edgecolors",
        ) => return mappable::set(fig, (kind, handle), name, given),
        (Kind::PathCollection, "offsets") => {
            let marks = artist::<PathCollection>(fig, handle)?;
            with_points(given, |points| {
                marks.set_offsets(&points.column(0), &points.column(1))
            })?
            .map_err(told)?;
        }
        (Kind::Drawing, "pieces") => {
            let mut given = given.cast::<Drawing>()?.try_borrow_mut()?;
            let drawing = artist::<plotreel::artists::Drawing>(fig, handle)?;
            drawing.set_pieces(std::mem::take(&mut given.drawing));
        }
        (Kind::Line2D, "xydata") => {
            let line = artist::<Line2D>(fig, handle)?;
            with_points(given, |points| {
                line.set_data(&points.column(0), &points.column(1))
            })?
            .map_err(told)?;
        }
        (Kind::PathPatch, "path") => {
            let path = path(given)?;
            artist::<PathPatch>(fig, handle)?.set_path(path);
        }
        _ => return space::set(fig, (kind, handle), name, given),
    }
    Ok(true)
}

/// The artist of a handle.
///
/// # Errors
/// A `TypeError` if it is of another class.
pub(super) fn artist<A: ArtistKind>(fig: &mut Figure, handle: AnyHandle) -> PyResult<&mut A> {
    let artist = fig.downcast::<A>(handle).ok_or_else(|| {
        PyTypeError::new_err("this part of the figure is an artist of another class, or none")
    })?;
    Ok(&mut fig[artist])
}

/// Calls `call` with an array of shape (n, 2).
pub(super) fn with_points<R>(
    given: &Bound<'_, PyAny>,
    call: impl FnOnce(ArrayView2<'_, f64>) -> R,
) -> PyResult<R> {
    let array = given.cast::<PyArray2<f64>>()?.try_readonly()?;
    let points = array.as_array();
    if points.ncols() != 2 {
        return Err(PyValueError::new_err("points have two columns, x and y"));
    }
    Ok(call(points))
}

/// A path of (vertices, codes), as the attributes of matplotlib's; codes may be None.
pub(crate) fn path(given: &Bound<'_, PyAny>) -> PyResult<Path> {
    let (vertices, codes) = given.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
    let vertices: Vec<(f64, f64)> = with_points(&vertices, |points| {
        points
            .rows()
            .into_iter()
            .map(|row| (row[0], row[1]))
            .collect()
    })?;
    if codes.is_none() {
        return Ok(Path::from_vertices(&vertices));
    }
    let codes = codes.cast::<PyArray1<u8>>()?.try_readonly()?;
    let codes = codes.as_array();
    // All after a stop is left out.
    let codes = codes.iter().take_while(|code| **code != STOP);
    let codes = codes.map(|code| match *code {
        MOVE_TO => Ok(PathCode::MoveTo),
        LINE_TO => Ok(PathCode::LineTo),
        CURVE_3 => Ok(PathCode::Curve3),
        CURVE_4 => Ok(PathCode::Curve4),
        CLOSE => Ok(PathCode::ClosePoly),
        _ => Err(PyValueError::new_err(format!(
            "{code} is not a code of paths"
        ))),
    });
    let codes = codes.collect::<PyResult<Vec<_>>>()?;
    let vertices = vertices.get(..codes.len()).unwrap_or(&vertices);
    Path::with_codes(vertices, &codes).map_err(|e| exception(given.py(), &e))
}
