//! Hidden files and folders that processes leave behind when they are killed.
//!
//! Their names tell which run of the system's kernel made them, and they are locked: what is of this run and not locked
//! is left behind. Other machines may have locks that are not seen here, but they are other runs.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::sync::OnceLock;

use crate::error::HIDDEN_PREFIX;
use crate::writers::lock::is_at;

/// How hidden names begin that this run of the system makes.
pub(super) fn hidden_prefix() -> &'static str {
    this_run().unwrap_or(HIDDEN_PREFIX)
}

/// The prefix with a number that no other run of any system has, if there is one.
fn this_run() -> Option<&'static str> {
    static PREFIX: OnceLock<Option<String>> = OnceLock::new();
    let read = || {
        let id = fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
        Some(format!("{HIDDEN_PREFIX}{}-", id.get(..8)?))
    };
    PREFIX.get_or_init(read).as_deref()
}

/// Locks a new file or folder while it is open; `false` if another process has removed it before, or is about to.
///
/// # Errors
/// The system's error.
pub(super) fn hold(file: &File, path: &Path) -> io::Result<bool> {
    if this_run().is_none() {
        return Ok(true);
    }
    match file.try_lock() {
        Ok(()) => is_at(file, path),
        Err(TryLockError::WouldBlock) => Ok(false),
        // Without locks nothing is removed.
        Err(TryLockError::Error(_)) => Ok(true),
    }
}

/// Removes what killed processes left in a folder.
pub(super) fn remove_left(folder: &Path) {
    let (Some(prefix), Ok(entries)) = (this_run(), fs::read_dir(folder)) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            let path = entry.path();
            match remove_if_left(&path) {
                Ok(false) => (),
                Ok(true) => log::info!("{}, of a killed process, is removed", path.display()),
                Err(error) => log::debug!("{} stays: {error}", path.display()),
            }
        }
    }
}

/// Removes a hidden file or folder that no process holds.
fn remove_if_left(path: &Path) -> io::Result<bool> {
    let metadata = fs::symlink_metadata(path)?;
    let is_folder = metadata.is_dir();
    // A file that can't be written is a film that could not get its name.
    if !is_folder && (!metadata.is_file() || metadata.permissions().readonly()) {
        return Ok(false);
    }
    let file = OpenOptions::new().read(true).write(!is_folder).open(path)?;
    if file.try_lock().is_err() || !is_at(&file, path)? {
        return Ok(false);
    }
    match is_folder {
        true => fs::remove_dir_all(path)?,
        false => fs::remove_file(path)?,
    }
    Ok(true)
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;
    use crate::writers::temporary::{HiddenFile, HiddenFolder, temporary_file};
    use std::collections::BTreeSet;
    use std::ffi::OsString;
    use std::thread;

    fn names(folder: &Path) -> BTreeSet<OsString> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name()).collect()
    }

    #[test]
    fn what_nobody_holds_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let film = HiddenFile::new(at, "mp4", None).unwrap();
        let frames = HiddenFolder::with_permissions(at, None).unwrap();
        let frame = temporary_file(at, "png", None).unwrap();
        fs::write(at.join(".plotreel-abcdef.mp4"), "of another version").unwrap();
        fs::write(at.join(".plotreel-00000000-abcdef.mp4"), "of another run").unwrap();
        let stays = names(at);
        let left = format!("{}left", hidden_prefix());
        fs::write(at.join(format!("{left}.mp4")), "half a film").unwrap();
        fs::create_dir(at.join(&left)).unwrap();
        fs::write(at.join(&left).join("0.png"), "a frame").unwrap();
        std::os::unix::fs::symlink(at, at.join(format!("{left}.link"))).unwrap();
        remove_left(at);
        let link = OsString::from(format!("{left}.link"));
        assert_eq!(names(at), stays.iter().cloned().chain([link]).collect());
        drop((film, frames, frame));
        assert_eq!(names(at).len(), 3);
    }

    #[test]
    fn a_complete_film_that_can_not_get_its_name_is_not_removed() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let film = HiddenFile::new(at, "mp4", None).unwrap();
        fs::create_dir_all(at.join("film.mp4/in")).unwrap();
        fs::write(&*film, "film").unwrap();
        film.persist(&at.join("film.mp4")).unwrap_err();
        let before = names(at);
        assert_eq!(before.len(), 2);
        remove_left(at);
        assert_eq!(names(at), before);
    }

    #[test]
    fn nothing_is_lost_between_making_and_locking() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        thread::scope(|scope| {
            let making: Vec<_> = (0..2)
                .map(|_| {
                    scope.spawn(|| {
                        for _ in 0..500 {
                            let film = HiddenFile::new(at, "mp4", None).unwrap();
                            let frames = HiddenFolder::with_permissions(at, None).unwrap();
                            assert!(film.exists() && frames.path().exists());
                        }
                    })
                })
                .collect();
            while !making.iter().all(|thread| thread.is_finished()) {
                remove_left(at);
            }
        });
        assert!(names(at).is_empty());
    }
}
