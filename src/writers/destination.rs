//! The destination of a film.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::writers::output::{
    MadeFolder, Output, OutputKind, Place, new_file_permissions, temporary,
};
use crate::writers::replaceable::{Inputs, check_writable};
use crate::writers::special_file::open_special;
use crate::writers::{AbortHandle, FrameNames, MemoryFile};

/// What happens to a film that can't be finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnError {
    /// It is removed.
    #[default]
    Discard,
    /// The frames written so far become a playable `OUT.partial.EXT`.
    KeepPartial,
}

/// The destination of a film: a path, memory, an open file or an ffmpeg URL, with its container and the behaviour on
/// failure.
///
/// Paths and strings convert into it. A string that contains `://` is an ffmpeg URL; any other is a path. One that
/// begins with `file:` is a path, too, which is taken literally as in ffmpeg: a percent sign is a percent sign.
///
/// ```
/// use plotreel::OnError;
/// use plotreel::writers::Destination;
///
/// let film = Destination::from("film.mkv").with_on_error(OnError::KeepPartial);
/// let live = Destination::from("tcp://127.0.0.1:9000").with_format("mpegts");
/// # let _ = (film, live);
/// ```
#[derive(Debug, Clone)]
pub struct Destination {
    kind: Kind,
    format: Option<String>,
    on_error: OnError,
    inputs: Inputs,
    abort: AbortHandle,
}

#[derive(Debug, Clone)]
enum Kind {
    Path(PathBuf),
    Memory(MemoryFile),
    Stream(Arc<File>),
    Url(String),
}

impl Destination {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            format: None,
            on_error: OnError::Discard,
            inputs: Inputs::default(),
            abort: AbortHandle::new(),
        }
    }

    /// A file at exactly this path, even if it looks like a URL.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self::new(Kind::Path(path.into()))
    }

    /// Memory, in the container of this suffix (`"mp4"`).
    pub fn memory(film: &MemoryFile, format: &str) -> Self {
        Self::new(Kind::Memory(film.clone())).with_format(format)
    }

    /// An open file or pipe, written directly and from start to end.
    ///
    /// After an error, what was written so far remains. MP4 is fragmented, because its header can't be updated later.
    pub fn stream(file: File, format: &str) -> Self {
        Self::new(Kind::Stream(Arc::new(file))).with_format(format)
    }

    /// Names the container (`"mp4"`, `"matroska"`, …) where the suffix does not.
    pub fn with_format(mut self, format: &str) -> Self {
        self.format = Some(format.to_owned());
        self
    }

    /// Chooses what happens to a film that can't be finished.
    pub fn with_on_error(mut self, on_error: OnError) -> Self {
        self.on_error = on_error;
        self
    }

    /// Names the input files of the film. Replacing one of them, under any name, is an error when the film begins. This
    /// applies to the film, to numbered files, and to the folder beside a page.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::{WriteOptions, write_animation};
    /// use plotreel::writers::Destination;
    ///
    /// # let folder = tempfile::tempdir().unwrap();
    /// # std::env::set_current_dir(&folder).unwrap();
    /// std::fs::write("film.gif", "what the frames are read from").unwrap();
    /// let film = Destination::from("./film.gif").with_inputs(["film.gif"]);
    /// let frames = [Array2::<f64>::zeros((2, 2))];
    /// assert!(write_animation(frames, film, &WriteOptions::new()).is_err());
    /// ```
    pub fn with_inputs(mut self, inputs: impl IntoIterator<Item = impl Into<PathBuf>>) -> Self {
        self.inputs = Inputs::new(inputs);
        self
    }

    /// Interrupts waiting for a reader of a pipe.
    pub(crate) fn with_abort_handle(self, abort: AbortHandle) -> Self {
        Self { abort, ..self }
    }

    /// The suffix that decides the container, in lower case: of the format if one is named, else of the path.
    pub(crate) fn suffix(&self) -> String {
        let suffix = match (&self.format, &self.kind) {
            (Some(format), _) => format.trim_start_matches('.').to_owned(),
            (None, Kind::Path(path)) => path
                .extension()
                .map(|e| e.to_string_lossy().into_owned())
                .unwrap_or_default(),
            (None, Kind::Url(url)) => {
                let name = url.rsplit('/').next().unwrap_or_default();
                name.rsplit_once('.')
                    .map(|(_, suffix)| suffix.to_owned())
                    .unwrap_or_default()
            }
            (None, _) => String::new(),
        };
        match suffix.to_ascii_lowercase().as_str() {
            "matroska" => "mkv".to_owned(),
            suffix => suffix.to_owned(),
        }
    }

    /// The destination as a person names it.
    pub(crate) fn shown(&self) -> String {
        match &self.kind {
            Kind::Path(path) => path.display().to_string(),
            Kind::Memory(_) => "memory".into(),
            Kind::Stream(_) => "the stream".into(),
            Kind::Url(url) => url.clone(),
        }
    }

    fn error(&self, reason: &str, advice: &str) -> Error {
        Error::Destination {
            path: self.shown(),
            reason: reason.into(),
            advice: advice.into(),
        }
    }

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
                let temp = temporary(&std::env::temp_dir(), &suffix, None);
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

    fn output(&self, place: Place, suffix: String) -> Output {
        let keeps_partial = self.on_error == OnError::KeepPartial;
        Output::new(place, suffix, self.format.clone(), keeps_partial)
            .with_inputs(self.inputs.clone())
    }

    /// Whether it is the path of a file whose name has a number in it (`frame%04d.png`).
    pub(crate) fn is_pattern(&self) -> bool {
        matches!(&self.kind, Kind::Path(path) if FrameNames::is_pattern(path))
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
        let temp = temporary(folder, suffix, new_file_permissions())?;
        Ok(Place::File { temp, target })
    }
}

impl From<&str> for Destination {
    fn from(path: &str) -> Self {
        match local_path(path) {
            Some(path) => Self::path(path),
            None if path.contains("://") => Self::new(Kind::Url(path.to_owned())),
            None => Self::path(path),
        }
    }
}

impl From<String> for Destination {
    fn from(path: String) -> Self {
        path.as_str().into()
    }
}

impl From<&String> for Destination {
    fn from(path: &String) -> Self {
        path.as_str().into()
    }
}

impl From<&OsStr> for Destination {
    fn from(path: &OsStr) -> Self {
        match path.to_str() {
            Some(text) => text.into(),
            None => Self::path(path),
        }
    }
}

impl From<&Path> for Destination {
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

impl From<PathBuf> for Destination {
    fn from(path: PathBuf) -> Self {
        Self::path(path)
    }
}

impl From<&PathBuf> for Destination {
    fn from(path: &PathBuf) -> Self {
        Self::path(path)
    }
}

/// The path in an address such as `file:///tmp/film.mp4`, which ffmpeg would take as it stands, too.
fn local_path(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("file") {
        return None;
    }
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = if path.starts_with('/') { path } else { rest };
    let drive = path.trim_start_matches('/');
    // file:///C:/film.mp4
    let has_drive = cfg!(windows) && drive.as_bytes().get(1) == Some(&b':');
    Some(if has_drive { drive } else { path })
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
    fn the_suffix_decides_and_a_format_overrules_it() {
        assert_eq!(Destination::from("a.b.GIF").suffix(), "gif");
        assert_eq!(
            Destination::from("film").with_format("Matroska").suffix(),
            "mkv"
        );
        assert_eq!(Destination::from("rtmp://host/live.flv").suffix(), "flv");
        assert_eq!(Destination::from("noext").suffix(), "");
    }

    #[test]
    fn an_address_of_a_file_is_a_path() {
        for (address, path) in [
            ("file:///tmp/a b%20.mp4", "/tmp/a b%20.mp4"),
            ("FILE://localhost/a.mp4", "/a.mp4"),
            ("file://localhost.mp4", "localhost.mp4"),
            ("file:a.mp4", "file:a.mp4"),
            ("localhost/a.mp4", "localhost/a.mp4"),
        ] {
            let destination = Destination::from(address);
            assert!(
                matches!(&destination.kind, Kind::Path(found) if found == Path::new(path)),
                "{address}: {destination:?}"
            );
        }
        for url in ["tcp://127.0.0.1:9000", "crypto:file:///a.mp4", "files://a"] {
            assert!(matches!(Destination::from(url).kind, Kind::Url(_)), "{url}");
        }
    }

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
