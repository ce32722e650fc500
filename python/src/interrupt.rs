//! Calls that wait, which Python's signal handlers can end.

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use plotreel::writers::AbortHandle;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

/// How often Python's signal handlers run.
const TURN: Duration = Duration::from_millis(50);

/// Makes a call on a separate thread, without the GIL.
///
/// If the Python handler of a signal raises, as for Ctrl-C, `abort` ends the call, and the exception is returned.
pub(crate) fn interruptible<R: Send>(
    py: Python<'_>,
    abort: &AbortHandle,
    call: impl FnOnce() -> R + Send,
) -> PyResult<R> {
    py.detach(|| {
        thread::scope(|scope| {
            let (done, result) = channel();
            let calling = thread::Builder::new().spawn_scoped(scope, move || {
                // Nobody waits any more after an exception.
                let _ = done.send(call());
            });
            calling.map_err(no_thread)?;
            wait(&result, abort)
        })
    })
}

/// Waits until a film has room, so that a frame can be written on this thread.
pub(crate) fn wait_for_room(
    py: Python<'_>,
    abort: &AbortHandle,
    has_room: impl Fn(Duration) -> bool + Sync,
) -> PyResult<()> {
    while !py.detach(|| has_room(TURN)) {
        turn(py, abort)?;
    }
    Ok(())
}

/// Waits for a message of another thread, and runs Python's signal handlers meanwhile.
pub(crate) fn wait<R>(result: &Receiver<R>, abort: &AbortHandle) -> PyResult<R> {
    loop {
        match result.recv_timeout(TURN) {
            Ok(result) => return Ok(result),
            Err(RecvTimeoutError::Disconnected) => {
                return Err(PyRuntimeError::new_err("plotreel panicked"));
            }
            Err(RecvTimeoutError::Timeout) => {
                Python::attach(|py| turn(py, abort))?;
            }
        }
    }
}

/// Runs Python's signal handlers; an exception ends the film.
fn turn(py: Python<'_>, abort: &AbortHandle) -> PyResult<()> {
    py.check_signals()
        .inspect_err(|_| py.detach(|| abort.abort()))
}

pub(crate) fn no_thread(error: std::io::Error) -> PyErr {
    PyRuntimeError::new_err(format!("no thread can be started: {error}"))
}
