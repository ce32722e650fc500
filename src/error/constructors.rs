//! Errors made of their facts.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::error::hidden_names::{HIDDEN_PREFIX, without_path};
use crate::error::{BoxError, Error};

impl Error {
    /// A file could not be written: [`Error::Io`].
    pub fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        // The crate tempfile adds the hidden name to its message.
        let source = match source.to_string().contains(HIDDEN_PREFIX) {
            true => without_path(source),
            false => source,
        };
        Self::Io {
            path: path.into(),
            source,
        }
    }

    /// An encoder failed: [`Error::Encoder`].
    pub fn encoder(reason: impl Into<String>) -> Self {
        Self::Encoder {
            reason: reason.into(),
        }
    }

    /// A drawing failed: [`Error::Chart`].
    pub fn chart(source: impl Into<BoxError>) -> Self {
        Self::Chart {
            source: source.into(),
        }
    }

    /// An invalid value of a setting, and what is valid: [`Error::Setting`].
    ///
    /// ```
    /// let error = plotreel::Error::setting("sides", 2, "three sides or more");
    /// assert_eq!(error.to_string(), "sides can't be 2: give three sides or more");
    /// ```
    pub fn setting(name: &'static str, value: impl fmt::Display, expected: &'static str) -> Self {
        Self::Setting {
            name,
            value: value.to_string(),
            expected,
        }
    }

    /// A writer is not available: [`Error::WriterUnavailable`].
    pub fn writer_unavailable(
        name: impl Into<String>,
        reason: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self::WriterUnavailable {
            name: name.into(),
            reason: reason.into(),
            advice: advice.into(),
        }
    }

    pub(crate) fn read(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Read {
            path: path.into(),
            source,
        }
    }

    /// The system's error for a temporary file.
    pub(crate) fn temporary(source: io::Error) -> Self {
        Self::TemporaryFile {
            folder: std::env::temp_dir(),
            source: without_path(source),
        }
    }
}
