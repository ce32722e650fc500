//! The command line, as `cargo install` gives it.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use plotreel::AbortHandle;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

/// How often Python's signal handlers get their turn.
const TURN: Duration = Duration::from_millis(50);

/// Runs the command line with these words, the first of which is its name, and returns its exit code.
///
/// A signal whose Python handler raises gives the film up; its exception comes out.
#[pyfunction]
pub(crate) fn run(py: Python<'_>, words: Vec<String>) -> PyResult<u8> {
    let abort = AbortHandle::new();
    let (done, code) = channel();
    let running = abort.clone();
    let program = std::thread::Builder::new()
        .name("plotreel".into())
        .spawn(move || {
            // Nobody waits any more after an exception.
            let _ = done.send(plotreel::cli::run(words, &running));
        });
    program.map_err(|e| PyRuntimeError::new_err(format!("no thread can be started: {e}")))?;
    py.detach(move || {
        loop {
            match code.recv_timeout(TURN) {
                Ok(code) => return Ok(code),
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(PyRuntimeError::new_err("the command line panicked"));
                }
                Err(RecvTimeoutError::Timeout) => {
                    if let Err(raised) = Python::attach(|py| py.check_signals()) {
                        abort.abort();
                        return Err(raised);
                    }
                }
            }
        }
    })
}
