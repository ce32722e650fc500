//! The size limit of HTML with an embedded film.

use crate::error::{Error, Result};

/// As matplotlib's, in MiB.
const DEFAULT: f64 = 20.0;

/// The size in MiB above which a warning is given, once.
#[derive(Debug)]
pub(crate) struct EmbedLimit {
    mebibytes: f64,
    warned: bool,
}

impl EmbedLimit {
    /// # Errors
    /// [`Error::Setting`] for NaN and negative limits.
    pub(crate) fn new(mebibytes: Option<f64>) -> Result<Self> {
        let mebibytes = mebibytes.unwrap_or(DEFAULT);
        if mebibytes.is_nan() || mebibytes < 0.0 {
            return Err(Error::Setting {
                name: "embed_limit",
                value: mebibytes.to_string(),
                expected: "mebibytes, such as 20.0",
            });
        }
        Ok(Self {
            mebibytes,
            warned: false,
        })
    }

    /// Warns if the size is above the limit.
    pub(crate) fn warn_above(&mut self, bytes: u64) {
        let size = bytes as f64 / f64::from(1 << 20);
        if size <= self.mebibytes || self.warned {
            return;
        }
        self.warned = true;
        log::warn!(
            "the film's HTML has {size:.3} MiB so far, and its embed limit is {:.3} MiB: it will be complete, but slow \
             to load; write fewer or smaller frames, save the film to a separate file, or raise the limit",
            self.mebibytes
        );
    }
}
