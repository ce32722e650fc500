//! Standard output, where a film can go.

use std::borrow::Cow;
use std::error::Error;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, IsTerminal};

use super::report::Usage;
use crate::writers::Destination;

/// Standard output as a film of this format.
pub(super) fn standard_output(format: &str) -> Result<Destination, Box<dyn Error + Send + Sync>> {
    if io::stdout().is_terminal() {
        return Err(Usage(
            "a film can't be written to a terminal: redirect standard output".into(),
        )
        .into());
    }
    Ok(Destination::stream(as_file()?, format))
}

/// The name of an output for a person.
pub(super) fn shown(output: &OsStr) -> Cow<'_, str> {
    match output == "-" {
        true => "standard output".into(),
        false => output.to_string_lossy(),
    }
}

#[cfg(unix)]
fn as_file() -> io::Result<File> {
    use std::os::fd::AsFd;
    io::stdout().as_fd().try_clone_to_owned().map(File::from)
}

#[cfg(windows)]
fn as_file() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    io::stdout()
        .as_handle()
        .try_clone_to_owned()
        .map(File::from)
}
