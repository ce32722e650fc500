//! An input that can't be read.

use std::fmt;

/// An input that can't be read: which, and why.
#[derive(Debug)]
pub(crate) struct InputError {
    name: String,
    reason: String,
    advice: String,
}

impl InputError {
    pub(crate) fn new(name: &str, reason: impl fmt::Display) -> Self {
        Self {
            name: name.to_owned(),
            reason: reason.to_string(),
            advice: "check the input; plotreel render --help lists the supported inputs".into(),
        }
    }

    pub(crate) fn advise(self, advice: impl Into<String>) -> Self {
        Self {
            advice: advice.into(),
            ..self
        }
    }

    /// What the user can do about it.
    pub(crate) fn advice(&self) -> &str {
        &self.advice
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.reason)
    }
}

impl std::error::Error for InputError {}

/// `Result` with an [`InputError`].
pub(super) type Result<T> = std::result::Result<T, InputError>;
