//! A folder that belongs to a film and appears with it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tempfile::TempDir;

use crate::error::{Error, Result};

/// What a folder will be called, which changes if its film breaks off and is kept.
#[derive(Debug, Clone)]
pub(crate) struct FolderName(Arc<Mutex<String>>);

impl FolderName {
    pub(crate) fn get(&self) -> String {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A folder beside a film: written under a hidden name, renamed when the film is whole, removed when dropped before.
#[derive(Debug)]
pub(crate) struct Companion {
    temp: TempDir,
    target: PathBuf,
    /// Ends its name.
    ending: String,
    name: FolderName,
    /// Whether a file of this name is one that a film of this kind puts there.
    is_ours: fn(&str) -> bool,
}

impl Companion {
    /// The folder `NAME` + `ending` for the film `NAME.EXT`. One that is there is replaced if it holds such files only.
    pub(super) fn beside(film: &Path, ending: &str, is_ours: fn(&str) -> bool) -> Result<Self> {
        let name = name_beside(film, ending)?;
        let target = film.with_file_name(&name);
        check_replaceable(&target, is_ours)?;
        let folder = match target.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".plotreel-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // What any program gives a new folder, before the umask.
            builder.permissions(fs::Permissions::from_mode(0o777));
        }
        let temp = builder.tempdir_in(folder);
        Ok(Self {
            temp: temp.map_err(|e| Error::io(folder, e))?,
            target,
            ending: ending.to_owned(),
            name: FolderName(Arc::new(Mutex::new(name))),
            is_ours,
        })
    }

    /// Whether nothing has the name that the folder of this film would get.
    pub(super) fn is_free_beside(&self, film: &Path) -> bool {
        name_beside(film, &self.ending).is_ok_and(|name| !film.with_file_name(name).exists())
    }

    /// Goes with a film of another name in the same folder.
    pub(super) fn follow(&mut self, film: &Path) -> Result<()> {
        let name = name_beside(film, &self.ending)?;
        self.target = film.with_file_name(&name);
        *self.name.lock() = name;
        Ok(())
    }

    /// Where to write now.
    pub(crate) fn path(&self) -> &Path {
        self.temp.path()
    }

    /// What it will be called.
    pub(crate) fn name(&self) -> &FolderName {
        &self.name
    }

    /// Puts the folder in its place, then the film by `persist`; if either fails, what was there before stays.
    pub(super) fn commit(self, persist: impl FnOnce() -> Result<()>) -> Result<()> {
        let Self {
            temp,
            target,
            is_ours,
            ..
        } = self;
        check_replaceable(&target, is_ours)?;
        let failed = |e: io::Error| Error::io(&target, e);
        // A name beside it that is free: the folder that is made for it is replaced by the rename.
        let folder = temp.path().parent().unwrap_or(Path::new("."));
        let aside = match target.exists() {
            true => {
                let mut builder = tempfile::Builder::new();
                let aside = builder.prefix(".plotreel-").tempdir_in(folder);
                let aside = aside.map_err(failed)?.keep().join("old");
                fs::rename(&target, &aside).map_err(failed)?;
                Some(aside)
            }
            false => None,
        };
        let placed = fs::rename(temp.path(), &target).map_err(failed);
        if let Err(error) = placed.and_then(|()| persist()) {
            // Back to the hidden name, under which it is removed.
            let _ = fs::rename(&target, temp.path());
            if let Some(aside) = aside {
                match fs::rename(&aside, &target) {
                    Ok(()) => remove_folder(aside.parent()),
                    Err(_) => log::error!("the old frames are in {}", aside.display()),
                }
            }
            return Err(error);
        }
        // The folder has left the name that would be removed.
        let _ = temp.keep();
        if let Some(aside) = aside {
            remove_frames(&aside, is_ours);
        }
        Ok(())
    }
}

/// The name of the folder of a film.
fn name_beside(film: &Path, ending: &str) -> Result<String> {
    let stem = film.file_stem().unwrap_or_default().to_str();
    let name = stem.map(|stem| format!("{stem}{ending}"));
    name.ok_or_else(|| Error::Destination {
        path: film.display().to_string(),
        reason: "its folder's name can't be written into it".into(),
        advice: "choose a name in UTF-8".into(),
    })
}

/// Refuses a place where something lies that is not ours to remove.
fn check_replaceable(target: &Path, is_ours: fn(&str) -> bool) -> Result<()> {
    let refuse = |reason: String| {
        Err(Error::Destination {
            path: target.display().to_string(),
            reason,
            advice: "move it away, or choose another name for the film".into(),
        })
    };
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::io(target, error)),
        Ok(metadata) if !metadata.is_dir() => {
            return refuse("something that is no folder has the name of the film's folder".into());
        }
        Ok(_) => {}
    }
    for entry in fs::read_dir(target).map_err(|e| Error::io(target, e))? {
        let entry = entry.map_err(|e| Error::io(target, e))?;
        let name = entry.file_name();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_file || !name.to_str().is_some_and(is_ours) {
            return refuse(format!(
                "the folder holds what is not of a film: {}",
                name.display()
            ));
        }
    }
    Ok(())
}

/// Removes the files of an old film and its folder; anything else that has got there stays, with its folder.
fn remove_frames(folder: &Path, is_ours: fn(&str) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(is_ours) {
            let _ = fs::remove_file(entry.path());
        }
    }
    remove_folder(Some(folder));
    remove_folder(folder.parent());
}

/// Removes an empty folder.
fn remove_folder(folder: Option<&Path>) {
    if let Some(folder) = folder
        && let Err(error) = fs::remove_dir(folder)
    {
        log::error!("{} could not be removed: {error}", folder.display());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_ours(name: &str) -> bool {
        name.ends_with(".png")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn it_replaces_the_old_one_or_leaves_it_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let film = folder.path().join("a.html");
        let begin = |file: &str| {
            let companion = Companion::beside(&film, "_frames", is_ours).unwrap();
            fs::write(companion.path().join(file), "").unwrap();
            companion
        };
        let frames = folder.path().join("a_frames");
        begin("1.png").commit(|| Ok(())).unwrap();
        assert_eq!(names(&frames), ["1.png"]);
        begin("2.png").commit(|| Ok(())).unwrap();
        assert_eq!(names(&frames), ["2.png"]);
        let failed = begin("3.png").commit(|| Err(Error::Aborted));
        assert!(matches!(failed, Err(Error::Aborted)));
        assert_eq!(names(&frames), ["2.png"]);
        drop(begin("4.png"));
        assert_eq!(names(&frames), ["2.png"]);
        assert_eq!(names(folder.path()), ["a_frames"]);
    }

    #[test]
    fn what_is_not_ours_is_refused_at_both_ends() {
        let folder = tempfile::tempdir().unwrap();
        let film = folder.path().join("a.html");
        let frames = folder.path().join("a_frames");
        fs::create_dir(&frames).unwrap();
        let companion = Companion::beside(&film, "_frames", is_ours).unwrap();
        fs::write(frames.join("thesis.tex"), "").unwrap();
        for error in [
            companion.commit(|| Ok(())).unwrap_err(),
            Companion::beside(&film, "_frames", is_ours).unwrap_err(),
        ] {
            assert!(error.to_string().contains("thesis.tex"), "{error}");
        }
        assert_eq!(names(&frames), ["thesis.tex"]);
        fs::write(folder.path().join("b_frames"), "").unwrap();
        let film = folder.path().join("b.html");
        assert!(Companion::beside(&film, "_frames", is_ours).is_err());
        assert_eq!(names(folder.path()), ["a_frames", "b_frames"]);
    }
}
