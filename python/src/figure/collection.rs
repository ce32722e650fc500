//! The elements of collections: paths, transforms, offsets, and the cells of meshes.

use numpy::ndarray::Axis;
use numpy::{PyArray3, PyArrayMethods};
use plotreel::canvas::kurbo::Affine;
use plotreel::collections::{Collection, QuadMesh};
use plotreel::patches::Path;
use plotreel::{AnyHandle, Figure};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::array::{artist, with_points};
use crate::error::exception;
use crate::vertices::{Paths, affines, path_of_part};

/// Sets paths, transforms or offsets of a collection; `false` for other names.
pub(super) fn set(
    fig: &mut Figure,
    handle: AnyHandle,
    name: &str,
    given: &Bound<'_, PyAny>,
) -> PyResult<bool> {
    let collection = artist::<Collection>(fig, handle)?;
    match name {
        "paths" => {
            let paths = given.extract::<Paths<'_>>()?;
            let path = |part| Path::from(path_of_part(part, Affine::IDENTITY));
            collection.set_paths(paths.parts()?.into_iter().map(path));
        }
        "transforms" => {
            let transforms = given.cast::<PyArray3<f64>>()?.try_readonly()?;
            collection.set_transforms(affines(&transforms)?);
        }
        "offsets" => {
            let set = with_points(given, |points| {
                collection.set_offsets(&points.column(0), &points.column(1))
            })?;
            set.map_err(|e| exception(given.py(), &e))?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// Sets the points of a mesh, of shape (rows, columns, 2).
pub(super) fn set_coordinates(
    fig: &mut Figure,
    handle: AnyHandle,
    given: &Bound<'_, PyAny>,
) -> PyResult<()> {
    let points = given.cast::<PyArray3<f64>>()?.try_readonly()?;
    let points = points.as_array();
    if points.shape()[2] != 2 {
        return Err(PyValueError::new_err(
            "the points of a mesh have the shape (rows, columns, 2)",
        ));
    }
    let (x, y) = (points.index_axis(Axis(2), 0), points.index_axis(Axis(2), 1));
    let set = artist::<QuadMesh>(fig, handle)?.set_coordinates(&x, &y);
    set.map_err(|e| exception(given.py(), &e))
}
