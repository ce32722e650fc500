//! Temporary files and folders beside the film that they become.

use std::fs::{self, File, Permissions};
use std::io;
use std::ops::Deref;
use std::path::Path;

use tempfile::{Builder, NamedTempFile, TempDir, TempPath};

use crate::error::{Error, Result};
use crate::writers::leftovers::{hidden_prefix, hold, remove_left};

/// A file under a short hidden name that keeps the suffix, removed when dropped.
#[derive(Debug)]
pub(super) struct HiddenFile {
    path: TempPath,
    /// Open, so that it is locked.
    _file: File,
}

impl HiddenFile {
    /// An empty one.
    pub(super) fn new(
        folder: &Path,
        suffix: &str,
        permissions: Option<Permissions>,
    ) -> Result<Self> {
        let (_file, path) = temporary_file(folder, suffix, permissions)?.into_parts();
        Ok(Self { path, _file })
    }

    /// Gives it another name, under which it stays. If it can't have it, it stays under the hidden one, which the log
    /// tells.
    ///
    /// # Errors
    /// The system's error.
    pub(super) fn persist(self, target: &Path) -> io::Result<()> {
        self.path.persist(target).map_err(|failed| {
            // Nobody removes a file that can't be written.
            if let Ok(metadata) = fs::metadata(&failed.path) {
                let mut permissions = metadata.permissions();
                permissions.set_readonly(true);
                let _ = fs::set_permissions(&failed.path, permissions);
            }
            if let Ok(kept) = failed.path.keep() {
                log::error!("the film is complete, but stays in {}", kept.display());
            }
            failed.error
        })
    }
}

impl AsRef<Path> for HiddenFile {
    fn as_ref(&self) -> &Path {
        &self.path
    }
}

impl Deref for HiddenFile {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.path
    }
}

/// As [`HiddenFile::new`], for a file that is written here.
pub(super) fn temporary_file(
    folder: &Path,
    suffix: &str,
    permissions: Option<Permissions>,
) -> Result<NamedTempFile> {
    // No container has a longer suffix, and the name must stay short.
    let has_suffix = !suffix.is_empty() && suffix.len() <= 32 && !suffix.contains(['/', '\\']);
    let suffix = if has_suffix {
        format!(".{suffix}")
    } else {
        String::new()
    };
    let make = || {
        let mut builder = Builder::new();
        builder.prefix(hidden_prefix()).suffix(&suffix);
        if let Some(permissions) = &permissions {
            builder.permissions(permissions.clone());
        }
        let file = builder.tempfile_in(folder)?;
        Ok(hold(file.as_file(), file.path())?.then_some(file))
    };
    until_made(make).map_err(|e| Error::io(folder, e))
}

/// A folder under a hidden name, removed when dropped.
///
/// If the process is killed, the next film that is written to the same folder removes it: on Linux, where the file
/// system has locks, and as long as the system is not restarted.
///
/// ```
/// use plotreel::writers::HiddenFolder;
///
/// # let place = tempfile::tempdir().unwrap();
/// let folder = HiddenFolder::new(&place)?;
/// std::fs::write(folder.path().join("0.png"), "a frame").unwrap();
/// drop(folder);
/// # assert_eq!(std::fs::read_dir(&place).unwrap().count(), 0);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug)]
pub struct HiddenFolder {
    folder: TempDir,
    /// Open, so that it is locked.
    _file: Option<File>,
}

impl HiddenFolder {
    /// An empty one in a folder, for this user only. What killed processes left there is removed first.
    ///
    /// # Errors
    /// The system's error.
    pub fn new(place: impl AsRef<Path>) -> Result<Self> {
        remove_left(place.as_ref());
        Self::with_permissions(place.as_ref(), None)
    }

    /// An empty one with these permissions, before the umask.
    ///
    /// # Errors
    /// The system's error.
    pub(super) fn with_permissions(place: &Path, permissions: Option<Permissions>) -> Result<Self> {
        let make = || {
            let mut builder = Builder::new();
            builder.prefix(hidden_prefix());
            if let Some(permissions) = &permissions {
                builder.permissions(permissions.clone());
            }
            let folder = builder.tempdir_in(place)?;
            // Not all systems open folders.
            let file = File::open(folder.path()).ok();
            let is_held = match &file {
                Some(file) => hold(file, folder.path())?,
                None => folder.path().is_dir(),
            };
            Ok(is_held.then_some(Self {
                folder,
                _file: file,
            }))
        };
        until_made(make).map_err(|e| Error::io(place, e))
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Has it stay, under the name that it was given.
    pub(super) fn keep(self) {
        let _ = self.folder.keep();
    }
}

/// What is made at last, where another process may remove it before it is held.
fn until_made<T>(make: impl Fn() -> io::Result<Option<T>>) -> io::Result<T> {
    loop {
        if let Some(made) = make()? {
            return Ok(made);
        }
    }
}

/// The usual permissions of a new file, before the umask; temporary files are private otherwise.
#[cfg(unix)]
pub(super) fn new_file_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

/// The usual permissions of a new folder, before the umask.
#[cfg(unix)]
pub(super) fn new_folder_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o777))
}

#[cfg(not(unix))]
pub(super) fn new_file_permissions() -> Option<Permissions> {
    None
}

#[cfg(not(unix))]
pub(super) fn new_folder_permissions() -> Option<Permissions> {
    None
}
