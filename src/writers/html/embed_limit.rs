//! How large HTML with a film inside should be.

use crate::error::{Error, Result};

/// As matplotlib's, in MiB.
const DEFAULT: f64 = 20.0;

/// Bytes above which HTML is warned of, once.
#[derive(Debug)]
pub(crate) struct EmbedLimit {
    mebibytes: f64,
    warned: bool,
}

impl EmbedLimit {
    /// # Errors
    /// [`Error::Setting`] for what no size can be compared with.
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

    /// Warns of so many bytes if they are too many.
    pub(crate) fn warn_above(&mut self, bytes: u64) {
        let size = bytes as f64 / f64::from(1 << 20);
        if size <= self.mebibytes || self.warned {
            return;
        }
        self.warned = true;
        log::warn!(
            "the film's HTML has {size:.3} MiB by now, and its embed limit is {:.3} MiB: it will be whole, but slow to \
             load; write fewer or smaller frames, save the film to a file of its own, or raise the limit",
            self.mebibytes
        );
    }
}
