//! What looks are set by: objects of Python for which properties have no value.

use plotreel::artists::{ArtistBase, ColorizingArtist};
use plotreel::text::{Annotation, ArrowProps, Text, TextBox};
use plotreel::{AnyHandle, Error, Figure, Options};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::error::exception;
use crate::figure::{path, value};
use crate::settings::colormap;

/// Sets what is given as a dictionary, a path or a colormap; `false` for all other properties.
pub(super) fn set(
    fig: &mut Figure,
    handle: AnyHandle,
    name: &str,
    given: &Bound<'_, PyAny>,
) -> PyResult<bool> {
    let told = |error: Error| exception(given.py(), &error);
    match name {
        "bbox" => {
            let look = maybe(given, options::<TextBox>)?;
            let Some(text) = fig.downcast::<Text>(handle) else {
                return Ok(false);
            };
            fig[text].set_bbox(look).map_err(told)?;
        }
        "arrowprops" => {
            let Some(note) = fig.downcast::<Annotation>(handle) else {
                return Ok(false);
            };
            let arrow = maybe(given, options::<ArrowProps>)?;
            fig[note].set_arrowprops(arrow).map_err(told)?;
        }
        "clip_path" => {
            let path = maybe(given, path)?;
            if let Some(artist) = fig.downcast::<ArtistBase>(handle) {
                fig[artist].set_clip_path(path);
            }
        }
        "cmap" => {
            let Some(artist) = fig.downcast::<ColorizingArtist>(handle) else {
                return Ok(false);
            };
            let cmap = colormap(given)?;
            fig[artist].set_cmap(cmap);
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn maybe<'py, T>(
    given: &Bound<'py, PyAny>,
    read: impl Fn(&Bound<'py, PyAny>) -> PyResult<T>,
) -> PyResult<Option<T>> {
    match given.is_none() {
        true => Ok(None),
        false => read(given).map(Some),
    }
}

/// Options of a dictionary.
fn options<O: Options + Default>(given: &Bound<'_, PyAny>) -> PyResult<O> {
    let mut options = O::default();
    for (name, given) in given.cast::<PyDict>()?.iter() {
        let set = options.set_option(name.cast::<PyString>()?.to_str()?, &value(&given)?);
        set.map_err(|e| exception(given.py(), &e))?;
    }
    Ok(options)
}
