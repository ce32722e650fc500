//! The hidden names under which films are written, which no error shows.

use std::ffi::OsStr;
use std::io;
use std::path::Path;

use crate::error::Error;

/// The prefix of the hidden names under which films are written.
pub(crate) const HIDDEN_PREFIX: &str = ".plotreel-";

impl Error {
    /// The same error, with the film's own `name` instead of its hidden one.
    pub(crate) fn renamed(mut self, hidden: &Path, name: &Path) -> Self {
        let rename = |text: &mut String| {
            *text = text.replace(&*hidden.to_string_lossy(), &name.to_string_lossy());
        };
        match &mut self {
            Self::Io { path, .. } if is_hidden(path) => *path = name.to_owned(),
            Self::Program {
                command,
                stderr_tail,
                ..
            } => {
                rename(command);
                rename(stderr_tail);
            }
            Self::Stalled { stderr_tail, .. } => rename(stderr_tail),
            _ => (),
        }
        self
    }
}

/// The system's error without the path that the crate tempfile adds to its text.
pub(super) fn without_path(error: io::Error) -> io::Error {
    match error.to_string().split_once(" at path \"") {
        Some((reason, _)) => io::Error::new(error.kind(), reason.to_owned()),
        None => error,
    }
}

/// Whether a file, or a folder that it is in, has a hidden name.
fn is_hidden(path: &Path) -> bool {
    let is_ours = |part: &OsStr| part.to_string_lossy().starts_with(HIDDEN_PREFIX);
    path.iter().any(is_ours)
}
