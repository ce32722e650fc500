//! Which files a film may replace: not its input files, nor those that the user may not write.

use std::collections::HashMap;
use std::fs::{self, File, Metadata};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::error::{Error, Result};

/// The system's identity of a file, independent of its names.
#[cfg(unix)]
type FileId = (u64, u64);
#[cfg(not(unix))]
type FileId = PathBuf;

/// The files that a film is made of.
#[derive(Debug, Clone, Default)]
pub(super) struct Inputs {
    paths: Arc<Vec<PathBuf>>,
    /// Queried from the system if an existing file could be one of them.
    ids: Arc<OnceLock<HashMap<FileId, usize>>>,
}

impl Inputs {
    pub(super) fn new(paths: impl IntoIterator<Item = impl Into<PathBuf>>) -> Self {
        Self {
            paths: Arc::new(paths.into_iter().map(Into::into).collect()),
            ids: Arc::default(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// The input that is the file of this path, by whatever name: a link, other letters.
    fn find(&self, path: &Path) -> Option<&Path> {
        self.named(id(path)?)
    }

    /// Refuses to write to an input.
    ///
    /// # Errors
    /// [`Error::Destination`] with the input.
    pub(super) fn check(&self, path: &Path) -> Result<()> {
        refuse(&path.display().to_string(), self.find(path))
    }

    /// As [`check`](Self::check), for a file that is open.
    pub(super) fn check_open(&self, file: &File, shown: &str) -> Result<()> {
        let id = file.metadata().ok().and_then(|m| id_of_open(&m));
        refuse(shown, id.and_then(|id| self.named(id)))
    }

    /// As [`check`](Self::check), for an address in which some program may find a path.
    pub(super) fn check_url(&self, url: &str) -> Result<()> {
        let paths = url
            .match_indices(':')
            .map(|(at, _)| Path::new(&url[at + 1..]));
        refuse(url, paths.filter_map(|path| self.find(path)).next())
    }

    fn named(&self, id: FileId) -> Option<&Path> {
        let ids = self.ids.get_or_init(|| {
            let paths = self.paths.iter().enumerate();
            paths
                .filter_map(|(i, path)| Some((self::id(path)?, i)))
                .collect()
        });
        ids.get(&id).map(|&index| self.paths[index].as_path())
    }
}

fn refuse(shown: &str, input: Option<&Path>) -> Result<()> {
    input.map_or(Ok(()), |input| {
        Err(Error::Destination {
            path: shown.to_owned(),
            reason: format!("it is the input too ({})", input.display()),
            advice: "write the film to another place".into(),
        })
    })
}

/// Of a file that holds something, or a pipe with a name: what many read and write at a time, as a terminal, has none.
#[cfg(unix)]
fn id(path: &Path) -> Option<FileId> {
    id_of_open(&fs::metadata(path).ok()?)
}

#[cfg(unix)]
fn id_of_open(metadata: &Metadata) -> Option<FileId> {
    use std::os::unix::fs::{FileTypeExt, MetadataExt};
    let kind = metadata.file_type();
    (kind.is_file() || kind.is_fifo()).then(|| (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn id(path: &Path) -> Option<FileId> {
    fs::canonicalize(path).ok().filter(|path| path.is_file())
}

#[cfg(not(unix))]
fn id_of_open(_: &Metadata) -> Option<FileId> {
    None
}

/// Refuses to replace a file that is not writable, though its folder is.
///
/// # Errors
/// [`Error::Destination`].
pub(super) fn check_writable(path: &Path) -> Result<()> {
    let refuse = |reason: &str| {
        Err(Error::Destination {
            path: path.display().to_string(),
            reason: reason.into(),
            advice: "make it writable or choose another name".into(),
        })
    };
    match fs::metadata(path) {
        Err(_) => Ok(()),
        Ok(metadata) if metadata.permissions().readonly() => refuse("it is read-only"),
        Ok(_) if !is_writable(path) => refuse("you may not write to it"),
        Ok(_) => Ok(()),
    }
}

/// Whether the system would let us write; nothing is opened, so that nobody who watches the file is woken.
#[cfg(unix)]
fn is_writable(path: &Path) -> bool {
    use rustix::fs::{Access, AtFlags, CWD, accessat};
    accessat(CWD, path, Access::WRITE_OK, AtFlags::EACCESS).is_ok()
}

#[cfg(not(unix))]
fn is_writable(path: &Path) -> bool {
    path.is_dir() || fs::OpenOptions::new().append(true).open(path).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_is_known_by_all_its_names() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for name in ["a.npy", "other.npy"] {
            fs::write(path(name), name).unwrap();
        }
        fs::create_dir(path("sub")).unwrap();
        let inputs = Inputs::new([path("missing.npy"), path("a.npy")]);
        let mut names = vec![path("a.npy"), path("./a.npy"), path("sub/../a.npy")];
        #[cfg(unix)]
        {
            fs::hard_link(path("a.npy"), path("hard.npy")).unwrap();
            std::os::unix::fs::symlink("a.npy", path("soft.npy")).unwrap();
            names.extend([path("hard.npy"), path("soft.npy")]);
        }
        for name in &names {
            let error = inputs.check(name).unwrap_err().to_string();
            assert!(error.contains("it is the input too"), "{error}");
            let url = format!("crypto:file:{}", name.display());
            assert!(inputs.check_url(&url).is_err(), "{url}");
        }
        for free in ["other.npy", "missing.npy", "new.npy", "sub"] {
            inputs.check(&path(free)).unwrap();
        }
        inputs.check_url("tcp://127.0.0.1:9000/a.npy").unwrap();
        #[cfg(unix)]
        {
            let open = |name: &str| File::open(path(name)).unwrap();
            assert!(inputs.check_open(&open("hard.npy"), "the stream").is_err());
            inputs.check_open(&open("other.npy"), "the stream").unwrap();
            Inputs::new(["/dev/null"])
                .check(Path::new("/dev/null"))
                .unwrap();
        }
    }
}
