//! Temporary files beside the film that they become.

use std::ffi::OsString;
use std::fs::Permissions;
use std::path::Path;

use tempfile::{NamedTempFile, TempPath};

use crate::error::{Error, HIDDEN_PREFIX, Result};

/// An empty file under a short hidden name that keeps the suffix, removed when dropped.
pub(super) fn temporary(
    folder: &Path,
    suffix: &str,
    permissions: Option<Permissions>,
) -> Result<TempPath> {
    temporary_file(folder, suffix, permissions).map(NamedTempFile::into_temp_path)
}

/// As [`temporary`], open.
pub(super) fn temporary_file(
    folder: &Path,
    suffix: &str,
    permissions: Option<Permissions>,
) -> Result<NamedTempFile> {
    let mut extension = OsString::new();
    // No container has a longer suffix, and the name must stay short.
    if !suffix.is_empty() && suffix.len() <= 32 && !suffix.contains(['/', '\\']) {
        extension.push(".");
        extension.push(suffix);
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(HIDDEN_PREFIX).suffix(&extension);
    if let Some(permissions) = permissions {
        builder.permissions(permissions);
    }
    builder
        .tempfile_in(folder)
        .map_err(|e| Error::io(folder, e))
}

/// The usual permissions of a new file, before the umask; temporary files are private otherwise.
#[cfg(unix)]
pub(super) fn new_file_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
pub(super) fn new_file_permissions() -> Option<Permissions> {
    None
}
