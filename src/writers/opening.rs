//! How a destination becomes an output: its path is checked, and a temporary file made.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::writers::destination::Kind;
use crate::writers::leftovers::remove_left;
use crate::writers::output::{MadeFolder, Output, OutputKind, Place, Sink};
use crate::writers::replaceable::check_writable;
use crate::writers::special_file::open_special;
use crate::writers::temporary::{HiddenFile, new_file_permissions};
use crate::writers::{Destination, FrameNames, OnError};

impl Destination {
    /// Checks the destination and prepares the temporary target.
    ///
    /// # Errors
    /// A folder that does not exist, a path that is one, a file that can't be written.
    pub(crate) fn open(&self, kind: OutputKind) -> Result<Output> {
        match kind {
            OutputKind::Nothing => return Ok(Output::nothing()),
            OutputKind::Frames => return self.open_frames(),
            OutputKind::FilmOrFrames if self.suffix() == "png" && self.is_pattern() => {
                return self.open_frames();
            }
            OutputKind::Film | OutputKind::FilmOrFrames => (),
        }
        let suffix = self.suffix();
        let place = match &self.kind {
            // Private while it is written.
            Kind::Memory(film) => {
                let temp = HiddenFile::new(&std::env::temp_dir(), &suffix, None);
                let temp = temp.map_err(|error| match error {
                    Error::Io { source, .. } => Error::temporary(source),
                    other => other,
                })?;
                Place::Memory(temp, film.clone())
            }
            Kind::Stream(file) => {
                self.inputs.check_open(file, &self.shown())?;
                Place::Stream(file.clone())
            }
            Kind::Url(url) => {
                self.inputs.check_url(url)?;
                Place::Url(url.clone())
            }
            Kind::Path(path) => self.open_path(path, &suffix)?,
        };
        Ok(self.output(place, suffix))
    }

    /// Writes a whole file. It appears complete, or an existing one is kept.
    ///
    /// ```
    /// use plotreel::writers::Destination;
    ///
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("notes.txt");
    /// Destination::from(path.as_path()).write(b"frames 0 to 99")?;
    /// # assert_eq!(std::fs::read(path).unwrap(), b"frames 0 to 99");
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// A folder that does not exist, a path that is one, a file that can't be written, a URL.
    pub fn write(&self, bytes: &[u8]) -> Result<()> {
        let output = self.open(OutputKind::Film)?;
        match output.sink() {
            Sink::Nothing | Sink::Frames(_) => Ok(()),
            Sink::File(path) => {
                let file = OpenOptions::new().write(true).open(path);
                file.and_then(|mut file| file.write_all(bytes))
            }
            Sink::Stream(mut file) => file.write_all(bytes),
            Sink::Url(url) => Err(io::Error::other(format!("{url} is not a file"))),
        }
        .map_err(|source| Error::io(self.shown(), source))?;
        output.commit()
    }

    fn output(&self, place: Place, suffix: String) -> Output {
        let keeps_partial = self.on_error == OnError::KeepPartial;
        Output::new(place, suffix, self.format.clone(), keeps_partial)
            .with_inputs(self.inputs.clone())
    }

    /// Checks where numbered files go, and makes their folder.
    fn open_frames(&self) -> Result<Output> {
        let Kind::Path(path) = &self.kind else {
            return Err(self.error(
                "frames are files",
                "name them frame%04d.png, or the folder they go to",
            ));
        };
        let names = FrameNames::of(path)?;
        let is_folder = names.folder() == path;
        let suffix = match is_folder && self.format.is_none() {
            true => "png".to_owned(),
            false => self.suffix(),
        };
        let _made = MadeFolder::if_missing(names.folder())?;
        remove_left(names.existing_folder());
        names.check(&self.inputs)?;
        Ok(self.output(Place::Frames { names, _made }, suffix))
    }

    fn open_path(&self, path: &Path, suffix: &str) -> Result<Place> {
        if path.as_os_str().is_empty() || path.file_name().is_none() {
            return Err(self.error(
                "it has no file name",
                "give the path of a file, such as film.mp4",
            ));
        }
        let existing = match fs::metadata(path) {
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(Error::io(path, error)),
        };
        if let Some(existing) = existing {
            self.inputs.check(path)?;
            if existing.is_dir() {
                return Err(self.error(
                    "it is a folder",
                    "give the path of a file, such as film.mp4",
                ));
            }
            if !existing.is_file() {
                // Opened by the name that was given: links like /dev/stdout lead to no other.
                let file = open_special(path, &existing, &self.abort)?;
                return Ok(Place::Stream(Arc::new(file)));
            }
            check_writable(path)?;
        }
        let target = resolve_links(path)?;
        let folder = match target.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        if !folder.is_dir() {
            return Err(Error::io(
                folder,
                io::Error::new(io::ErrorKind::NotFound, "no such folder"),
            ));
        }
        remove_left(folder);
        let temp = HiddenFile::new(folder, suffix, new_file_permissions())?;
        Ok(Place::File { temp, target })
    }

    fn error(&self, reason: &str, advice: &str) -> Error {
        Error::Destination {
            path: self.shown(),
            reason: reason.into(),
            advice: advice.into(),
        }
    }
}

/// The file that a chain of symbolic links ends at; it need not exist.
fn resolve_links(path: &Path) -> Result<PathBuf> {
    let mut path = path.to_owned();
    // The same limit as in Linux.
    for _ in 0..40 {
        match fs::read_link(&path) {
            Ok(next) => {
                path = path
                    .parent()
                    .map(|folder| folder.join(&next))
                    .unwrap_or(next)
            }
            Err(_) => return Ok(path),
        }
    }
    Err(Error::io(path, io::Error::other("too many symbolic links")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::writers::Sink;
    use std::fs::Permissions;

    #[test]
    fn long_names_get_short_temporary_ones() {
        let folder = tempfile::tempdir().unwrap();
        let long = folder.path().join(format!("{}.mp4", "ü".repeat(125)));
        let output = Destination::from(&long).open(OutputKind::Film).unwrap();
        let Sink::File(temp) = output.sink() else {
            panic!("a file")
        };
        assert!(temp.file_name().unwrap().len() < 30);
        assert_eq!(temp.extension().unwrap(), "mp4");
        output.commit().unwrap();
        assert!(long.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn folders_and_missing_ones_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(
            Destination::from(folder.path()).open(OutputKind::Film),
            Err(Error::Destination { .. })
        ));
        let missing = folder.path().join("no/film.mp4");
        assert!(matches!(
            Destination::from(missing).open(OutputKind::Film),
            Err(Error::Io { .. })
        ));
        assert!(matches!(
            Destination::from("").open(OutputKind::Film),
            Err(Error::Destination { .. })
        ));
    }

    #[test]
    fn a_pattern_is_one_only_where_frames_are_wanted() {
        let folder = tempfile::tempdir().unwrap();
        let destination = |name: &str| Destination::from(folder.path().join(name));
        let is_numbered = |name: &str, kind| {
            let output = destination(name).open(kind).unwrap();
            matches!(output.sink(), Sink::Frames(_))
        };
        assert!(is_numbered("a%d.png", OutputKind::Frames));
        assert!(is_numbered("a%d.png", OutputKind::FilmOrFrames));
        assert!(!is_numbered("a.png", OutputKind::FilmOrFrames));
        assert!(!is_numbered("a%d.png", OutputKind::Film));
        let nothing = destination("no/a%d.png").open(OutputKind::Nothing).unwrap();
        assert!(matches!(nothing.sink(), Sink::Nothing));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_keeps_pointing_and_modes_stay() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (
            folder.path().join("film.mp4"),
            folder.path().join("link.mp4"),
        );
        fs::write(&file, "old").unwrap();
        // The setuid and setgid bits of the old film are not copied.
        fs::set_permissions(&file, Permissions::from_mode(0o6640)).unwrap();
        std::os::unix::fs::symlink("film.mp4", &link).unwrap();
        let output = Destination::from(&link).open(OutputKind::Film).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"old");
        output.commit().unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"");
        assert!(link.is_symlink());
        assert_eq!(
            fs::metadata(&file).unwrap().permissions().mode() & 0o7777,
            0o640
        );
    }
}
