//! A film in memory.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::{Error, Result};

/// Bytes of a film that is written to memory; clones share them.
///
/// ```
/// use plotreel::writers::{Destination, MemoryFile};
///
/// let film = MemoryFile::new();
/// let destination = Destination::memory(&film, "mp4");
/// # let _ = destination;
/// assert!(film.take().is_empty(), "nothing written yet");
/// ```
#[derive(Debug, Clone, Default)]
pub struct MemoryFile(Arc<Mutex<Vec<u8>>>);

impl MemoryFile {
    /// An empty file in memory.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the bytes, leaving it empty. They are available once the movie is finished.
    pub fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes in a finished film.
    pub(super) fn fill(&self, film: &Path) -> Result<()> {
        let bytes = fs::read(film).map_err(|e| Error::io(film, e))?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = bytes;
        Ok(())
    }
}
