//! Temporary files for inputs that can't be streamed.

use std::fs::File;
use std::io::{self, Read, Seek};

use super::error::{InputError, Result};

/// A file without a name.
pub(super) fn temporary_file() -> Result<File> {
    tempfile::tempfile().map_err(temporary_failed)
}

/// A stream's bytes in a temporary file, which is at its start.
pub(super) fn spool(stream: &mut impl Read) -> Result<File> {
    let mut file = temporary_file()?;
    let copied = io::copy(stream, &mut file).and_then(|_| file.rewind());
    copied.map_err(temporary_failed)?;
    Ok(file)
}

/// The system's error.
pub(super) fn temporary_failed(error: io::Error) -> InputError {
    let error = crate::Error::temporary(error);
    InputError::new("a temporary file is needed", error.cause()).advise(error.advice())
}
