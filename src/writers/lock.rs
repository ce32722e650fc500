//! Names that only one film at a time may have, across processes.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};

/// How long to wait for operations of others that take milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// A hidden file in the folder of the names, locked until this is dropped, which removes it. One that a killed process
/// leaves behind is locked by nobody, and the next takes it.
#[derive(Debug)]
pub(super) struct NameLock {
    path: PathBuf,
    /// `None` where the file system has no locks.
    file: Option<File>,
}

impl NameLock {
    /// The lock of what `name` says in this folder; `None` while another has it.
    ///
    /// # Errors
    /// The system's error.
    pub(super) fn try_take(folder: &Path, name: impl Hash) -> Result<Option<Self>> {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        let path = folder.join(format!(".plotreel-{:016x}.lock", hasher.finish()));
        let failed = |e| Error::io(folder, e);
        loop {
            let mut options = OpenOptions::new();
            let file = options.create(true).truncate(false).write(true).open(&path);
            let file = file.map_err(failed)?;
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => return Ok(None),
                // Its owner may have removed it since it was opened.
                Ok(()) if !is_at(&file, &path).map_err(failed)? => continue,
                Ok(()) => {
                    return Ok(Some(Self {
                        path,
                        file: Some(file),
                    }));
                }
                Err(TryLockError::Error(_)) => return Ok(Some(Self { path, file: None })),
            }
        }
    }

    /// As [`try_take`](Self::try_take), after waiting for others.
    ///
    /// # Errors
    /// The system's error; [`Error::Destination`] if they take too long.
    pub(super) fn take(folder: &Path, name: impl Hash, shown: &Path) -> Result<Self> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(lock) = Self::try_take(folder, &name)? {
                return Ok(lock);
            }
            if Instant::now() > deadline {
                return Err(is_taken(shown));
            }
            thread::sleep(Duration::from_millis(2));
        }
    }
}

/// That another film has these names.
pub(super) fn is_taken(shown: &Path) -> Error {
    Error::Destination {
        path: shown.display().to_string(),
        reason: "another film is being written there".into(),
        advice: "wait until it is complete, or choose another name".into(),
    }
}

impl Drop for NameLock {
    fn drop(&mut self) {
        // While it is locked: those waiting for it then see that it is removed, and create another.
        if let Err(error) = fs::remove_file(&self.path) {
            log::debug!("{} stays: {error}", self.path.display());
        }
        self.file = None;
    }
}

/// Whether an open file is the one of this path.
#[cfg(unix)]
pub(super) fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let open = file.metadata()?;
    Ok(fs::metadata(path).is_ok_and(|m| (m.dev(), m.ino()) == (open.dev(), open.ino())))
}

#[cfg(not(unix))]
pub(super) fn is_at(_: &File, path: &Path) -> io::Result<bool> {
    path.try_exists()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn one_at_a_time_has_a_name_and_nothing_stays() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let lock = NameLock::try_take(at, "a").unwrap().unwrap();
        assert!(NameLock::try_take(at, "a").unwrap().is_none());
        assert!(NameLock::try_take(at, "b").unwrap().is_some());
        drop(lock);
        let inside = AtomicU32::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let lock = NameLock::take(at, "a", at).unwrap();
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                        drop(lock);
                    }
                });
            }
        });
        assert_eq!(fs::read_dir(at).unwrap().count(), 0);
    }
}
