//! The colours of images and collections: an array with norm and colormap, or their own.

use numpy::{PyArray1, PyArray2, PyArrayMethods, PyReadonlyArray2};
use plotreel::artists::ColorizingArtist;
use plotreel::collections::CollectionBase;
use plotreel::image::AxesImage;
use plotreel::{AnyHandle, Color, Colormap, Figure, Norm};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use super::array::artist;
use super::kind::Kind;
use crate::drawing::color;
use crate::error::exception;
use crate::settings;

/// Sets a property that is an array, or a norm with its limits; `false` for others.
pub(super) fn set(
    fig: &mut Figure,
    (kind, handle): (Kind, AnyHandle),
    name: &str,
    given: &Bound<'_, PyAny>,
) -> PyResult<bool> {
    let told = |error| exception(given.py(), &error);
    if given.is_none() || (name != "colormap" && given.is_instance_of::<PyString>()) {
        return Ok(false);
    }
    match (kind, name) {
        (_, "colormap") => artist::<ColorizingArtist>(fig, handle)?.set_cmap(colormap(given)?),
        (Kind::AxesImage, "norm") => artist::<AxesImage>(fig, handle)?.set_norm(norm(given)?),
        (_, "norm") => artist::<CollectionBase>(fig, handle)?.set_norm(norm(given)?),
        (Kind::AxesImage, _) => return Ok(false),
        (_, "array") => {
            let array = given.cast::<PyArray1<f64>>()?.try_readonly()?;
            artist::<CollectionBase>(fig, handle)?.set_array(&array.as_array());
        }
        (_, "facecolors") => {
            let set = artist::<CollectionBase>(fig, handle)?.set_facecolors(colors(given)?);
            set.map_err(told)?;
        }
        (_, "edgecolors") => {
            let set = artist::<CollectionBase>(fig, handle)?.set_edgecolors(colors(given)?);
            set.map_err(told)?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// A norm of its name and its limits.
fn norm(given: &Bound<'_, PyAny>) -> PyResult<Norm> {
    let (name, vmin, vmax) = given.extract::<(String, Option<f64>, Option<f64>)>()?;
    let mut norm: Norm = name.parse().map_err(|e| exception(given.py(), &e))?;
    norm.set_clim(vmin, vmax);
    Ok(norm)
}

/// A colormap as films of arrays take it, or its name and the table of matplotlib's: its colours, then those of values
/// below, above and bad, from 0 to 1.
fn colormap(given: &Bound<'_, PyAny>) -> PyResult<Colormap> {
    let Ok((name, lut)) = given.extract::<(String, PyReadonlyArray2<'_, f64>)>() else {
        return settings::colormap(given);
    };
    let lut = rows(&lut)?;
    let Some((colors, ends)) = lut.split_last_chunk() else {
        return Err(PyValueError::new_err(
            "the table of a colormap ends with the colours of values below, above and bad",
        ));
    };
    let cmap = Colormap::from_lut(&name, colors, *ends);
    cmap.map_err(|e| exception(given.py(), &e))
}

/// The colours of an array of shape (n, 4) of numbers from 0 to 1.
fn colors(given: &Bound<'_, PyAny>) -> PyResult<Vec<Color>> {
    let array = given.cast::<PyArray2<f64>>()?.try_readonly()?;
    Ok(rows(&array)?.into_iter().map(color).collect())
}

fn rows(array: &PyReadonlyArray2<'_, f64>) -> PyResult<Vec<[f64; 4]>> {
    let rgba = array.as_array();
    if rgba.ncols() != 4 {
        return Err(PyValueError::new_err("colours have four columns"));
    }
    let rows = rgba.rows().into_iter();
    Ok(rows.map(|row| std::array::from_fn(|c| row[c])).collect())
}
