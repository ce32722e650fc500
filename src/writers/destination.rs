//! The destination of a film.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::writers::replaceable::Inputs;
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
    pub(super) kind: Kind,
    pub(super) format: Option<String>,
    pub(super) on_error: OnError,
    pub(super) inputs: Inputs,
    pub(super) abort: AbortHandle,
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
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

    /// Whether it is a path of what is there and no file or folder, such as `/dev/stdout`.
    pub(super) fn is_special(&self) -> bool {
        let is_special = |found: fs::Metadata| !found.is_file() && !found.is_dir();
        matches!(&self.kind, Kind::Path(path) if fs::metadata(path).is_ok_and(is_special))
    }

    /// Whether it is the path of a file whose name has a number in it (`frame%04d.png`).
    pub(crate) fn is_pattern(&self) -> bool {
        matches!(&self.kind, Kind::Path(path) if FrameNames::is_pattern(path))
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
