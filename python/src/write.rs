//! `write_animation`: an iterator's arrays into a film.

use plotreel::writers::{AbortHandle, MovieStats};
use plotreel::{AnimationWriter, Error};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyTuple};

use crate::array::with_image;
use crate::error::exception;
use crate::interrupt::{interruptible, wait_for_room};
use crate::logging;
use crate::settings::{destination, seconds, write_options};

/// Frames, width, height and the name of the writer.
pub(crate) type Counts = (u64, u32, u32, String);

/// Writes arrays, or pairs of an array and seconds, to a film.
#[pyfunction]
pub(crate) fn write_animation(
    py: Python<'_>,
    frames: &Bound<'_, PyIterator>,
    out_file: &Bound<'_, PyAny>,
    settings: &Bound<'_, PyDict>,
) -> PyResult<Counts> {
    logging::start();
    let abort = AbortHandle::new();
    let options = write_options(settings)?.with_abort_handle(abort.clone());
    let film = AnimationWriter::new(destination(out_file)?, &options);
    let mut film = film.map_err(|e| exception(py, &e))?;
    for frame in frames {
        let written = frame.and_then(|frame| write_frame(&mut film, &frame, &abort));
        if let Err(error) = written {
            // The film's thread may want to say something, for which it needs no interpreter.
            py.detach(|| film.abort());
            // The error says more than a warning that became one.
            let _ = logging::hand_over(py);
            return Err(error);
        }
    }
    let stats = interruptible(py, &abort, || film.finish())?;
    logging::hand_over(py)?;
    counts(py, stats)
}

fn write_frame(
    film: &mut AnimationWriter<'_>,
    frame: &Bound<'_, PyAny>,
    abort: &AbortHandle,
) -> PyResult<()> {
    let py = frame.py();
    py.check_signals()?;
    let (array, duration) = match frame.cast::<PyTuple>() {
        Ok(pair) => (pair.get_item(0)?, Some(seconds(&pair.get_item(1)?)?)),
        Err(_) => (frame.clone(), None),
    };
    // The first one waits for the film to begin, and one that is shown for a time may be written more than once.
    let waits_once = film.frames() > 0 && duration.is_none();
    if waits_once {
        wait_for_room(py, abort, |timeout| film.wait_for_room(timeout))?;
    }
    let written = with_image(&array, |image| match duration {
        _ if waits_once => Ok(py.detach(|| film.write_frame(&image))),
        None => interruptible(py, abort, || film.write_frame(&image)),
        Some(time) => interruptible(py, abort, || film.write_frame(&(image, time))),
    })??;
    logging::hand_over(py)?;
    written.map_err(|e| exception(py, &e))
}

/// A film for Python.
pub(crate) fn counts(py: Python<'_>, stats: Result<MovieStats, Error>) -> PyResult<Counts> {
    match stats {
        Ok(stats) => Ok((
            stats.frames,
            stats.size.width,
            stats.size.height,
            stats.writer,
        )),
        Err(error) => Err(exception(py, &error)),
    }
}
