//! The command line, as `cargo install` gives it.

use std::sync::mpsc::channel;

use plotreel::writers::AbortHandle;
use pyo3::prelude::*;

use crate::interrupt::{no_thread, wait};

/// Runs the command line with these arguments, the first of which is its name, and returns its exit code.
///
/// If the Python handler of a signal raises, the film is aborted, and the exception is returned.
#[pyfunction]
pub(crate) fn run(py: Python<'_>, words: Vec<String>) -> PyResult<u8> {
    let abort = AbortHandle::new();
    let (done, code) = channel();
    let running = abort.clone();
    // Not `interruptible`, which waits for the thread: one that reads a silent pipe may never end.
    let program = std::thread::Builder::new()
        .name("plotreel".into())
        .spawn(move || {
            // Nobody waits any more after an exception.
            let _ = done.send(plotreel::cli::run(words, &running));
        });
    program.map_err(no_thread)?;
    py.detach(move || wait(&code, &abort))
}
