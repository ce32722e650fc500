//! Colours of colormaps.

use plotreel::Colormap;
use pyo3::prelude::*;

use crate::error::exception;

/// All colours of a colormap: red, green, blue and opacity.
#[pyfunction]
pub(crate) fn colormap_colors(py: Python<'_>, name: &str) -> PyResult<Vec<(u8, u8, u8, u8)>> {
    let cmap = Colormap::named(name).map_err(|e| exception(py, &e))?;
    let colors = cmap.colors().into_iter();
    Ok(colors
        .map(|color| (color.r, color.g, color.b, color.a))
        .collect())
}
