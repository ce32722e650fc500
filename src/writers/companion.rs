//! A folder that belongs to a film and appears with it.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::error::{Error, HIDDEN_PREFIX, Result};
use crate::writers::lock::NameLock;
use crate::writers::replaceable::{Inputs, check_writable};
use crate::writers::temporary::{HiddenFolder, new_folder_permissions};

/// The file that lists the others of its folder, and how it begins.
const LIST: &str = "frames.txt";
const LIST_TITLE: &str =
    "plotreel wrote these files, and may remove them when it writes their film again:";

/// The final name of a folder, which changes if its film fails and is kept.
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
///
/// A file in it lists the others, so that the next film of this name replaces these files only, and not
/// pictures that only have such names.
#[derive(Debug)]
pub(crate) struct Companion {
    temp: HiddenFolder,
    target: PathBuf,
    /// Ends its name.
    ending: String,
    name: FolderName,
    inputs: Inputs,
}

impl Companion {
    /// The folder `NAME` + `ending` for the film `NAME.EXT`. An existing folder is replaced if it holds only a film's
    /// frames.
    pub(super) fn beside(film: &Path, ending: &str, inputs: &Inputs) -> Result<Self> {
        let name = name_beside(film, ending)?;
        let target = film.with_file_name(&name);
        let folder = folder_of(&target);
        let lock = NameLock::take(folder, &name, &target)?;
        check_replaceable(&target, inputs)?;
        drop(lock);
        Ok(Self {
            temp: HiddenFolder::with_permissions(folder, new_folder_permissions())?,
            target,
            ending: ending.to_owned(),
            name: FolderName(Arc::new(Mutex::new(name))),
            inputs: inputs.clone(),
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

    /// The size of all its files.
    pub(super) fn bytes(&self) -> u64 {
        let files = fs::read_dir(self.path()).into_iter().flatten().flatten();
        let sizes = files.filter_map(|file| Some(file.metadata().ok()?.len()));
        sizes.sum()
    }

    /// The current path for writing.
    pub(crate) fn path(&self) -> &Path {
        self.temp.path()
    }

    /// Its final name.
    pub(crate) fn name(&self) -> &FolderName {
        &self.name
    }

    /// Puts the folder in its place, then the film by `persist`; if either fails, the previous files are kept. Of
    /// several films of one name that come at a time, each does so after the other.
    pub(super) fn commit(self, persist: impl FnOnce() -> Result<()>) -> Result<()> {
        let Self {
            temp,
            target,
            name,
            inputs,
            ..
        } = self;
        write_list(temp.path())?;
        let folder = folder_of(&target);
        let lock = NameLock::take(folder, name.get(), &target)?;
        let old = check_replaceable(&target, &inputs)?;
        let failed = |e: io::Error| Error::io(&target, e);
        // A name beside it that is free: the folder that is made for it is replaced by the rename.
        let aside = match old {
            Some(_) => {
                let mut builder = tempfile::Builder::new();
                // Not locked, and not to be removed: until the new film is in its place this is the old one.
                let aside = builder.prefix(HIDDEN_PREFIX).tempdir_in(folder);
                let aside = aside.map_err(failed)?.keep().join("old");
                if let Err(error) = fs::rename(&target, &aside) {
                    remove_folder(aside.parent());
                    return Err(failed(error));
                }
                Some(aside)
            }
            None => None,
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
        temp.keep();
        drop(lock);
        if let (Some(aside), Some(files)) = (aside, old) {
            remove_files(&aside, &files);
        }
        Ok(())
    }
}

/// The folder that a path is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
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

/// Lists the files of a folder in a file in that folder.
fn write_list(folder: &Path) -> Result<()> {
    let failed = |e| Error::io(folder, e);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        names.push(
            entry
                .map_err(failed)?
                .file_name()
                .to_string_lossy()
                .into_owned(),
        );
    }
    names.sort_unstable();
    names.insert(0, LIST_TITLE.into());
    fs::write(folder.join(LIST), names.join("\n") + "\n").map_err(failed)
}

/// The names that a folder's list has, and its own.
fn read_list(folder: &Path) -> BTreeSet<OsString> {
    let list = fs::read_to_string(folder.join(LIST)).unwrap_or_default();
    match list.strip_prefix(LIST_TITLE) {
        Some(names) => names
            .lines()
            .skip(1)
            .chain([LIST])
            .map(OsString::from)
            .collect(),
        None => BTreeSet::new(),
    }
}

/// The files in a folder, if it exists; refuses those that are not plotreel's to remove.
fn check_replaceable(target: &Path, inputs: &Inputs) -> Result<Option<BTreeSet<OsString>>> {
    let refuse = |reason: String| {
        Err(Error::Destination {
            path: target.display().to_string(),
            reason,
            advice: "move it away, or choose another name for the film".into(),
        })
    };
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::io(target, error)),
        Ok(metadata) if !metadata.is_dir() => {
            return refuse(
                "something other than a folder has the name of the film's folder".into(),
            );
        }
        Ok(_) => check_writable(target)?,
    }
    let (listed, mut found) = (read_list(target), BTreeSet::new());
    for entry in fs::read_dir(target).map_err(|e| Error::io(target, e))? {
        let entry = entry.map_err(|e| Error::io(target, e))?;
        let path = entry.path();
        inputs.check(&path)?;
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_file || !listed.contains(&entry.file_name()) {
            return refuse(format!(
                "the folder holds a file that is not part of a film: {}",
                entry.file_name().display()
            ));
        }
        check_writable(&path)?;
        found.insert(entry.file_name());
    }
    Ok(Some(found))
}

/// Removes the files of an old film and its folder; anything else that has got there stays, with its folder.
fn remove_files(folder: &Path, files: &BTreeSet<OsString>) {
    for file in files {
        let _ = fs::remove_file(folder.join(file));
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

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().into_string().unwrap())
            .collect();
        names.sort();
        names.retain(|name| name != LIST);
        names
    }

    fn beside(film: &Path) -> Result<Companion> {
        Companion::beside(film, "_frames", &Inputs::default())
    }

    #[test]
    fn it_replaces_the_old_one_or_leaves_it_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let film = folder.path().join("a.html");
        let begin = |file: &str| {
            let companion = beside(&film).unwrap();
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
        let companion = beside(&film).unwrap();
        fs::write(frames.join("thesis.tex"), "").unwrap();
        for error in [
            companion.commit(|| Ok(())).unwrap_err(),
            beside(&film).unwrap_err(),
        ] {
            assert!(error.to_string().contains("thesis.tex"), "{error}");
        }
        assert_eq!(names(&frames), ["thesis.tex"]);
        fs::write(folder.path().join("b_frames"), "").unwrap();
        let film = folder.path().join("b.html");
        assert!(beside(&film).is_err());
        assert_eq!(names(folder.path()), ["a_frames", "b_frames"]);
    }

    #[test]
    fn pictures_of_such_names_are_not_of_a_film() {
        let folder = tempfile::tempdir().unwrap();
        let (film, frames) = (folder.path().join("a.html"), folder.path().join("a_frames"));
        let refused = |file: &str| {
            let before = names(&frames);
            let error = beside(&film).unwrap_err().to_string();
            assert!(error.contains(file), "{error}");
            assert_eq!(names(&frames), before);
        };
        fs::create_dir(&frames).unwrap();
        drop(beside(&film).unwrap());
        for file in ["frame0000000.png", "frame0000001.png"] {
            fs::write(frames.join(file), "").unwrap();
        }
        refused("frame000000");
        fs::remove_dir_all(&frames).unwrap();
        let companion = beside(&film).unwrap();
        for file in ["frame0000000.png", "frame0000001.png"] {
            fs::write(companion.path().join(file), "").unwrap();
        }
        companion.commit(|| Ok(())).unwrap();
        // All files are ours except one added later.
        drop(beside(&film).unwrap());
        fs::write(frames.join("frame0000002.png"), "").unwrap();
        refused("frame0000002.png");
        fs::remove_file(frames.join("frame0000002.png")).unwrap();
        let input = Inputs::new([frames.join("frame0000001.png")]);
        assert!(Companion::beside(&film, "_frames", &input).is_err());
        fs::write(frames.join(LIST), "frame0000000.png\nframe0000001.png\n").unwrap();
        refused("not part of a film");
        assert_eq!(names(folder.path()), ["a_frames"]);
    }
}
