//! How parts are joined.

use std::path::{Path, PathBuf};

use crate::writers::AbortHandle;

/// Options of [`concat_with`](crate::concat_with).
///
/// ```no_run
/// use plotreel::{ConcatOptions, concat_with};
///
/// let options = ConcatOptions::new().with_program("/opt/ffmpeg/bin/ffmpeg");
/// concat_with(["part0.mkv", "part1.mkv"], "film.mkv", &options)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ConcatOptions {
    program: Option<PathBuf>,
    abort: AbortHandle,
}

impl ConcatOptions {
    /// The ffmpeg that writers use.
    pub fn new() -> Self {
        Self {
            program: None,
            abort: AbortHandle::new(),
        }
    }

    /// The ffmpeg to run, for films by ffmpeg.
    pub fn with_program(mut self, program: impl Into<PathBuf>) -> Self {
        self.program = Some(program.into());
        self
    }

    /// A handle to abort the film from another thread.
    pub fn with_abort_handle(mut self, abort: AbortHandle) -> Self {
        self.abort = abort;
        self
    }

    /// The ffmpeg to run, if it is not the one on PATH.
    pub fn program(&self) -> Option<&Path> {
        self.program.as_deref()
    }

    pub(in crate::writers) fn abort(&self) -> &AbortHandle {
        &self.abort
    }
}

impl Default for ConcatOptions {
    fn default() -> Self {
        Self::new()
    }
}
