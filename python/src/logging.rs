//! The library's log messages, queued until they can be passed to Python.
//!
//! They come from any thread, while the thread that started the film may hold the GIL and wait for that thread.

use std::sync::{Mutex, Once, PoisonError};

use log::{LevelFilter, Log, Metadata, Record};
use pyo3::prelude::*;

struct Kept(Mutex<Vec<(log::Level, String)>>);

static KEPT: Kept = Kept(Mutex::new(Vec::new()));

impl Log for Kept {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let line = (record.level(), record.args().to_string());
            self.0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(line);
        }
    }

    fn flush(&self) {}
}

/// Queues log messages from now on, unless the command line logs already.
pub(crate) fn start() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if log::set_logger(&KEPT).is_ok() {
            log::set_max_level(LevelFilter::Debug);
        }
    });
}

/// Delivers queued log messages.
///
/// # Errors
/// A warning that the user has turned into an exception.
pub(crate) fn hand_over(py: Python<'_>) -> PyResult<()> {
    let lines = std::mem::take(&mut *KEPT.0.lock().unwrap_or_else(PoisonError::into_inner));
    if lines.is_empty() {
        return Ok(());
    }
    let tell = py.import("plotreel._logging")?.getattr("tell")?;
    for (level, text) in lines {
        tell.call1((level.as_str(), text))?;
    }
    Ok(())
}
