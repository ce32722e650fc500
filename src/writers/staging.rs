//! Numbered files on their way over those that they replace.

use std::fs;
use std::ops::Range;

use crate::error::{Error, Result};
use crate::writers::FrameNames;
use crate::writers::replaceable::check_writable;
use crate::writers::temporary::HiddenFolder;

/// A hidden folder within that of numbered files, which get their names there when all are written. Dropping this
/// removes it.
#[derive(Debug)]
pub(super) struct Staging {
    target: FrameNames,
    names: FrameNames,
    /// Removed when this is dropped.
    _folder: HiddenFolder,
}

impl Staging {
    /// An empty one.
    ///
    /// # Errors
    /// The system's error.
    pub(super) fn new(names: &FrameNames) -> Result<Self> {
        let folder = HiddenFolder::with_permissions(names.existing_folder(), None)?;
        Ok(Self {
            names: names.in_folder(folder.path()),
            target: names.clone(),
            _folder: folder,
        })
    }

    /// The names of the files until they are published.
    pub(super) fn names(&self) -> &FrameNames {
        &self.names
    }

    /// Gives these files their names.
    ///
    /// # Errors
    /// [`Error::Destination`] for a file that may not be replaced: then none is; or with the system's reason, and those
    /// that were replaced before.
    pub(super) fn publish(self, frames: Range<u64>) -> Result<()> {
        for index in frames.clone() {
            check_writable(&self.target.path(index))?;
        }
        for index in frames.clone() {
            let target = self.target.path(index);
            let moved = fs::rename(self.names.path(index), &target);
            moved.map_err(|error| match index - frames.start {
                0 => Error::io(&target, error),
                done => Error::Destination {
                    path: target.display().to_string(),
                    reason: format!("{error}; {done} files before it are new already"),
                    advice: "make the folder writable, and write these files again".into(),
                },
            })?;
        }
        Ok(())
    }
}
