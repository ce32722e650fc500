//! The library's errors as Python's.

use plotreel::Error;
use pyo3::prelude::*;
use std::io::ErrorKind;

/// The exception for an error: `plotreel.Error`, or a subclass that is also the matching Python exception.
pub(crate) fn exception(py: Python<'_>, error: &Error) -> PyErr {
    let class = class_name(error);
    let made = py
        .import("plotreel._errors")
        .and_then(|module| module.getattr(class))
        .and_then(|class| class.call1((error.cause(), error.advice())));
    match made {
        Ok(value) => PyErr::from_value(value),
        Err(error) => error,
    }
}

fn class_name(error: &Error) -> &'static str {
    match error {
        Error::Frame { source, .. } => match source.downcast_ref::<Error>() {
            Some(error) => class_name(error),
            None => "Error",
        },
        Error::Io { source, .. }
        | Error::Read { source, .. }
        | Error::TemporaryFile { source, .. } => match source.kind() {
            ErrorKind::NotFound => "NotFoundError",
            ErrorKind::PermissionDenied => "NotPermittedError",
            _ => "FileError",
        },
        Error::Program { .. }
        | Error::Stalled { .. }
        | Error::Encoder { .. }
        | Error::WriterUnavailable { .. }
        | Error::Aborted
        | Error::Ended
        | Error::WriterPanicked => "Error",
        Error::UnknownProperty { .. } => "UnknownPropertyError",
        _ => "InvalidError",
    }
}
