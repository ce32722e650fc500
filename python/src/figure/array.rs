//! Properties that are arrays, read where they lie.

use numpy::ndarray::ArrayView2;
use numpy::{PyArray1, PyArray2, PyArrayMethods};
use plotreel::artists::{ArtistBase, Line2D};
use plotreel::collections::PathCollection;
use plotreel::image::AxesImage;
use plotreel::patches::{Path, PathCode, PathPatch};
use plotreel::{AnyHandle, Color, Error, Figure};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::kind::Kind;
use super::space;
use crate::array::with_image;
use crate::drawing::{Drawing, color};
use crate::error::exception;
use crate::settings::colormap;

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
            if let Some(artist) = fig.downcast::<ArtistBase>(handle) {
                fig[artist].set_clip_path(path);
            }
        }
        (Kind::AxesImage, "data") => {
            let Some(image) = fig.downcast::<AxesImage>(handle) else {
                return Ok(true);
            };
            with_image(given, |data| fig[image].set_data(&data))?.map_err(told)?;
        }
        (Kind::AxesImage, "colormap") => {
            let cmap = colormap(given)?;
            if let Some(image) = fig.downcast::<AxesImage>(handle) {
                fig[image].set_cmap(cmap);
            }
        }
        (Kind::PathCollection, "offsets") => {
            with_points(given, |points| {
                match fig.downcast::<PathCollection>(handle) {
                    Some(marks) => fig[marks].set_offsets(&points.column(0), &points.column(1)),
                    None => Ok(()),
                }
            })?
            .map_err(told)?;
        }
        (Kind::PathCollection, "facecolors" | "edgecolors") => {
            let colors = colors(given)?;
            if let Some(marks) = fig.downcast::<PathCollection>(handle) {
                match name {
                    "facecolors" => fig[marks].set_facecolors(colors),
                    _ => fig[marks].set_edgecolors(colors),
                }
                .map_err(told)?;
            }
        }
        (Kind::Drawing, "pieces") => {
            let mut given = given.cast::<Drawing>()?.try_borrow_mut()?;
            if let Some(drawing) = fig.downcast::<plotreel::artists::Drawing>(handle) {
                fig[drawing].set_pieces(std::mem::take(&mut given.drawing));
            }
        }
        (Kind::Line2D, "xydata") => {
            with_points(given, |points| match fig.downcast::<Line2D>(handle) {
                Some(line) => fig[line].set_data(&points.column(0), &points.column(1)),
                None => Ok(()),
            })?
            .map_err(told)?
        }
        (Kind::PathPatch, "path") => {
            let path = path(given)?;
            if let Some(patch) = fig.downcast::<PathPatch>(handle) {
                fig[patch].set_path(path);
            }
        }
        _ => return space::set(fig, (kind, handle), name, given),
    }
    Ok(true)
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

/// The colours of an array of shape (n, 4) of numbers from 0 to 1.
pub(super) fn colors(given: &Bound<'_, PyAny>) -> PyResult<Vec<Color>> {
    let array = given.cast::<PyArray2<f64>>()?.try_readonly()?;
    let rgba = array.as_array();
    if rgba.ncols() != 4 {
        return Err(PyValueError::new_err("colours have four columns"));
    }
    let rows = rgba.rows().into_iter();
    Ok(rows
        .map(|row| color(std::array::from_fn(|channel| row[channel])))
        .collect())
}

/// A path of (vertices, codes), as the attributes of matplotlib's; codes may be None.
pub(super) fn path(given: &Bound<'_, PyAny>) -> PyResult<Path> {
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
    let codes = codes.map(|code| match code {
        1 => Ok(PathCode::MoveTo),
        2 => Ok(PathCode::LineTo),
        3 => Ok(PathCode::Curve3),
        4 => Ok(PathCode::Curve4),
        79 => Ok(PathCode::ClosePoly),
        _ => Err(PyValueError::new_err(format!(
            "{code} is not a code of paths"
        ))),
    });
    let codes = codes.collect::<PyResult<Vec<_>>>()?;
    let vertices = vertices.get(..codes.len()).unwrap_or(&vertices);
    Path::with_codes(vertices, &codes).map_err(|e| exception(given.py(), &e))
}

/// The code of a path's end.
const STOP: u8 = 0;
