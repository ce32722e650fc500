//! How a film gets to its destination: complete or not at all.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::error::{Error, Result};
use crate::writers::companion::{Companion, folder_of};
use crate::writers::lock::NameLock;
use crate::writers::replaceable::Inputs;
use crate::writers::temporary::HiddenFile;
use crate::writers::{FrameNames, MemoryFile, Meter};

/// A prepared destination: the target of a sink, which is then committed as the film or removed.
///
/// The film is written under a hidden name beside its destination; dropping this removes it.
#[derive(Debug)]
pub struct Output {
    place: Place,
    suffix: String,
    format: Option<String>,
    keeps_partial: bool,
    companion: OnceLock<Companion>,
    inputs: Inputs,
    meter: Arc<Meter>,
}

/// How a writer uses its destination.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum OutputKind {
    /// One film; a percent sign in its name is not a pattern.
    Film,
    /// Numbered files, by a pattern or in a folder: see [`FrameNames`](crate::writers::FrameNames).
    Frames,
    /// Numbered files if the name is a pattern of PNG files (`frame%04d.png`), else a film.
    FilmOrFrames,
    /// Nothing; no file is made.
    Nothing,
}

#[derive(Debug)]
pub(super) enum Place {
    Nothing,
    /// Numbered files, and their folder if it was made for them.
    Frames {
        names: FrameNames,
        _made: Option<MadeFolder>,
    },
    File {
        temp: HiddenFile,
        target: PathBuf,
    },
    Memory(HiddenFile, MemoryFile),
    Stream(Arc<File>),
    Url(String),
}

/// A folder that was made for a film. It is removed when this is dropped and nothing is in it.
#[derive(Debug)]
pub(super) struct MadeFolder(PathBuf);

impl MadeFolder {
    /// Makes the folder of numbered files unless it is there; not the one that it is in.
    pub(super) fn if_missing(path: &Path) -> Result<Option<Self>> {
        if path.as_os_str().is_empty() || path.exists() {
            return Ok(None);
        }
        match fs::create_dir(path) {
            Ok(()) => Ok(Some(Self(path.to_owned()))),
            // Another film created it first.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(None),
            Err(error) => Err(Error::io(path, error)),
        }
    }
}

impl Drop for MadeFolder {
    fn drop(&mut self) {
        // Fails if the folder has frames, which are kept.
        let _ = fs::remove_dir(&self.0);
    }
}

/// The target of a sink.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Sink<'a> {
    /// Nothing at all.
    Nothing,
    /// Numbered files, each of which appears when it is complete, or those of a part when all are.
    Frames(&'a FrameNames),
    /// A file that exists already and may be rewritten from its start.
    File(&'a Path),
    /// An open file that may only be written sequentially.
    Stream(&'a File),
    /// A URL in ffmpeg's sense.
    Url(&'a str),
}

impl Output {
    pub(super) fn new(
        place: Place,
        suffix: String,
        format: Option<String>,
        keeps_partial: bool,
    ) -> Self {
        Self {
            place,
            suffix,
            format,
            keeps_partial,
            companion: OnceLock::new(),
            inputs: Inputs::default(),
            meter: Arc::default(),
        }
    }

    pub(super) fn with_inputs(self, inputs: Inputs) -> Self {
        Self { inputs, ..self }
    }

    /// For writers that need no file.
    pub(super) fn nothing() -> Self {
        Self::new(Place::Nothing, String::new(), None, false)
    }

    /// A temporary file in a folder for a film like this, which is dropped with it.
    pub(super) fn like(&self, folder: &Path) -> Result<Self> {
        let temp = HiddenFile::new(folder, &self.suffix, None)?;
        let place = Place::Memory(temp, MemoryFile::new());
        let (suffix, format) = (self.suffix.clone(), self.format.clone());
        Ok(Self::new(place, suffix, format, false))
    }

    /// The target to write to.
    pub fn sink(&self) -> Sink<'_> {
        match &self.place {
            Place::Nothing => Sink::Nothing,
            Place::Frames { names, .. } => Sink::Frames(names),
            Place::File { temp, .. } | Place::Memory(temp, _) => Sink::File(temp),
            Place::Stream(file) => Sink::Stream(file),
            Place::Url(url) => Sink::Url(url),
        }
    }

    /// The suffix that determines the container, in lower case and without the dot.
    pub fn suffix(&self) -> &str {
        &self.suffix
    }

    /// The container, if it was named.
    pub fn format(&self) -> Option<&str> {
        self.format.as_deref()
    }

    /// The destination as a person names it.
    pub(super) fn shown(&self) -> String {
        match &self.place {
            Place::File { target, .. } => target.display().to_string(),
            Place::Frames { names, .. } => names.folder().display().to_string(),
            Place::Memory(..) => "memory".into(),
            Place::Stream(_) => "the stream".into(),
            Place::Url(url) => url.clone(),
            Place::Nothing => "nothing".into(),
        }
    }

    /// The name of the film's file without its suffix.
    pub(super) fn stem(&self) -> Option<String> {
        match &self.place {
            Place::File { target, .. } => Some(target.file_stem()?.to_string_lossy().into_owned()),
            _ => None,
        }
    }

    /// An error with the name that the user knows: not that under which the film is written.
    pub(super) fn named(&self, error: Error) -> Error {
        match &self.place {
            Place::File { target, .. } => self.named_as(error, target),
            // Its disk may be full.
            Place::Memory(temp, _) => {
                self.named_as(error, temp.parent().unwrap_or(Path::new("memory")))
            }
            _ => error,
        }
    }

    /// As [`Output::named`], with this name.
    pub(super) fn named_as(&self, error: Error, name: &Path) -> Error {
        match self.sink() {
            Sink::File(hidden) => error.renamed(hidden, name),
            _ => error,
        }
    }

    /// The files of the film until it is committed.
    pub(super) fn hidden(&self) -> Vec<PathBuf> {
        let file = match &self.place {
            Place::File { temp, .. } | Place::Memory(temp, _) => Some(temp.to_path_buf()),
            _ => None,
        };
        let folder = self.companion.get().map(|folder| folder.path().to_owned());
        file.into_iter().chain(folder).collect()
    }

    pub(crate) fn keeps_partial(&self) -> bool {
        self.keeps_partial
    }

    /// The input files of the film.
    pub(super) fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// What counts the costs of the film.
    pub(crate) fn meter(&self) -> &Arc<Meter> {
        &self.meter
    }

    /// The size in bytes of the film of these frames that is about to be committed, if it is in files.
    pub(super) fn bytes(&self, frames: Range<u64>) -> Option<u64> {
        let bytes = |path: &Path| Some(fs::metadata(path).ok()?.len());
        match &self.place {
            Place::File { temp, .. } | Place::Memory(temp, _) => {
                let beside = self.companion.get().map(|folder| folder.bytes());
                Some(bytes(temp)? + beside.unwrap_or_default())
            }
            Place::Frames { names, .. } => frames.map(|index| bytes(&names.path(index))).sum(),
            Place::Nothing | Place::Stream(_) | Place::Url(_) => None,
        }
    }

    /// A folder that appears with the film beside it: `NAME` + `ending` for `NAME.EXT`.
    ///
    /// # Errors
    /// [`Error::Destination`] if the film is not a file, or if the folder exists and holds files that are not a film's.
    pub(crate) fn companion(&self, ending: &str) -> Result<&Companion> {
        if let Some(companion) = self.companion.get() {
            return Ok(companion);
        }
        let Place::File { target, .. } = &self.place else {
            return Err(Error::Destination {
                path: "a folder of frames".into(),
                reason: "without a file there is no folder beside it".into(),
                advice: "give the film a path, or embed its frames".into(),
            });
        };
        let companion = Companion::beside(target, ending, &self.inputs)?;
        Ok(self.companion.get_or_init(|| companion))
    }

    /// Makes the finished film the destination: sync, then rename.
    pub(crate) fn commit(mut self) -> Result<()> {
        if let Some(companion) = self.companion.take() {
            return companion.commit(|| self.commit());
        }
        match self.place {
            Place::File { temp, target } => persist(temp, &target),
            Place::Memory(temp, film) => {
                let filled = film.fill(&temp);
                filled.map_err(|error| error.renamed(&temp, Path::new("memory")))
            }
            Place::Nothing | Place::Frames { .. } | Place::Stream(_) | Place::Url(_) => Ok(()),
        }
    }

    /// Makes the film, which lacks its end and is still to be finished, `OUT.partial.EXT`; memory gets it too, and
    /// streams have it already.
    pub(super) fn commit_partial(mut self, finish: impl FnOnce() -> Result<()>) -> Result<()> {
        let Place::File { target, .. } = &mut self.place else {
            finish().map_err(|error| self.named(error))?;
            return self.commit();
        };
        // Films that fail at the same time get different names, unless one takes very long.
        let _lock = NameLock::take(folder_of(target), &*target, target).ok();
        let folder = self.companion.get();
        let is_free =
            |name: &Path| !name.exists() && folder.is_none_or(|folder| folder.is_free_beside(name));
        let partial = partial_name(target, is_free);
        target.clone_from(&partial);
        if let Some(folder) = self.companion.get_mut() {
            folder.follow(&partial)?;
        }
        finish().map_err(|error| self.named(error))?;
        self.commit()?;
        log::warn!("the frames so far are in {}", partial.display());
        Ok(())
    }
}

/// A free name like that of the film, short enough for any file system.
fn partial_name(target: &Path, is_free: impl Fn(&Path) -> bool) -> PathBuf {
    const LONGEST: usize = 255;
    let part = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = (part(target.file_stem()), part(target.extension()));
    let name = |number: u32| {
        let number = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let dot = if extension.is_empty() { "" } else { "." };
        let ending = format!(".partial{number}{dot}{extension}");
        let room = LONGEST.saturating_sub(ending.len()).min(stem.len());
        let kept = (0..=room)
            .rev()
            .find(|i| stem.is_char_boundary(*i))
            .unwrap_or(0);
        target.with_file_name(format!("{}{ending}", &stem[..kept]))
    };
    // Partial films that were kept are not overwritten.
    (1..)
        .map(name)
        .find(|name| is_free(name))
        .unwrap_or_else(|| name(1))
}

/// Gives a complete film its name.
fn persist(temp: HiddenFile, target: &Path) -> Result<()> {
    let prepared = OpenOptions::new()
        .write(true)
        .open(&temp)
        .and_then(|file| file.sync_all());
    // The permissions of a replaced film are kept.
    let prepared = prepared.and_then(|()| match fs::metadata(target) {
        Ok(old) => fs::set_permissions(&temp, handed_on(old.permissions())),
        Err(_) => Ok(()),
    });
    prepared.map_err(|e| Error::io(target, e))?;
    temp.persist(target).map_err(|e| Error::io(target, e))?;
    // Not every file system can sync a folder; the film is complete either way.
    if let Some(Ok(folder)) = target.parent().map(File::open) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Who may read, write and run it; not whose rights it runs with, which were given to another file.
#[cfg(unix)]
fn handed_on(old: Permissions) -> Permissions {
    use std::os::unix::fs::PermissionsExt;
    Permissions::from_mode(old.mode() & 0o777)
}

#[cfg(not(unix))]
fn handed_on(old: Permissions) -> Permissions {
    old
}
