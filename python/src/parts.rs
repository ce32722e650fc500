//! Films in parts.

use std::path::PathBuf;

use plotreel::writers::{AbortHandle, Part};
use plotreel::{ConcatOptions, concat_with};
use pyo3::prelude::*;

use crate::error::exception;
use crate::interrupt::interruptible;
use crate::logging;
use crate::settings::destination;
use crate::write::{Counts, counts};

/// Joins the parts of a film.
#[pyfunction]
pub(crate) fn concat(
    py: Python<'_>,
    parts: Vec<PathBuf>,
    out_file: &Bound<'_, PyAny>,
    program: Option<PathBuf>,
) -> PyResult<Counts> {
    logging::start();
    let abort = AbortHandle::new();
    let mut options = ConcatOptions::new().with_abort_handle(abort.clone());
    if let Some(program) = program {
        options = options.with_program(program);
    }
    let out_file = destination(out_file)?;
    let joined = interruptible(py, &abort, || concat_with(parts, out_file, &options))?;
    logging::hand_over(py)?;
    counts(py, joined)
}

/// The first frame of a part, and the one after its last.
#[pyfunction]
pub(crate) fn frames_of_part(
    py: Python<'_>,
    index: u64,
    count: u64,
    frames: u64,
    every: u64,
) -> PyResult<(u64, u64)> {
    let part = Part::of(index, count, frames, every).map_err(|error| exception(py, &error))?;
    Ok((part.frames().start, part.frames().end))
}

/// A hidden folder, removed by `remove`, when this is, or by a later film if the process is killed.
#[pyclass(module = "plotreel._plotreel")]
pub(crate) struct HiddenFolder(Option<plotreel::writers::HiddenFolder>);

#[pymethods]
impl HiddenFolder {
    #[new]
    fn new(py: Python<'_>, place: PathBuf) -> PyResult<Self> {
        logging::start();
        let folder = plotreel::writers::HiddenFolder::new(place);
        let folder = folder.map_err(|error| exception(py, &error))?;
        logging::hand_over(py)?;
        Ok(Self(Some(folder)))
    }

    #[getter]
    fn path(&self) -> Option<PathBuf> {
        self.0.as_ref().map(|folder| folder.path().to_owned())
    }

    fn remove(&mut self) {
        self.0 = None;
    }
}
