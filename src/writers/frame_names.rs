//! The names of numbered files.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::writers::lock::{NameLock, is_taken};
use crate::writers::replaceable::{Inputs, check_writable};
use crate::writers::temporary::{new_file_permissions, temporary_file};

/// Digits of a number in a folder whose files are not named otherwise.
const DIGITS: usize = 4;

/// Names of numbered files in a folder, such as `frames/frame%04d.png`.
///
/// `%d` or `%04d` in the file's name is replaced by the number (`%04d`: at least four digits), and `%%` by a percent
/// sign. Patterns in folder names are not replaced.
///
/// ```
/// use std::path::Path;
/// use plotreel::writers::FrameNames;
///
/// let names = FrameNames::of("50%/run%03d.png")?;
/// assert_eq!(names.path(7), Path::new("50%/run007.png"));
/// assert_eq!(FrameNames::of("frames/")?.path(12345), Path::new("frames/frame12345.png"));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameNames {
    folder: PathBuf,
    before: String,
    digits: usize,
    after: String,
}

impl FrameNames {
    /// The names that a path describes: those of its pattern, or `frame0000.png`, … in a folder. A path is a folder if
    /// it exists as one, ends with a slash, or has no suffix.
    ///
    /// # Errors
    /// [`Error::Destination`] for a path that is neither, or with more than one number.
    pub fn of(path: impl AsRef<Path>) -> Result<Self> {
        Self::of_path(path.as_ref())
    }

    fn of_path(path: &Path) -> Result<Self> {
        let wrong = |reason: &str| {
            Err(Error::Destination {
                path: path.display().to_string(),
                reason: reason.into(),
                advice: "name numbered files such as frame%04d.png, or the folder they go to"
                    .into(),
            })
        };
        let ends_as_folder = path
            .as_os_str()
            .to_string_lossy()
            .ends_with(std::path::is_separator);
        let name = path.file_name().map(|name| name.to_string_lossy());
        if path.as_os_str().is_empty() {
            return wrong("it has no file name");
        }
        if ends_as_folder || path.is_dir() {
            return Ok(Self::numbered(path, "frame", DIGITS, "png"));
        }
        let Some(name) = name else {
            return wrong("it has no file name");
        };
        match Pattern::of(&name) {
            Pattern::Number {
                before,
                digits,
                after,
            } => {
                if path.file_name().and_then(|name| name.to_str()).is_none() {
                    return wrong("its name is not text");
                }
                let folder = path.parent().unwrap_or(Path::new("")).to_owned();
                Ok(Self {
                    folder,
                    before,
                    digits,
                    after,
                })
            }
            Pattern::Wrong => wrong("its name has more than one number, or an invalid %"),
            Pattern::None if path.extension().is_none() && !path.exists() => {
                Ok(Self::numbered(path, "frame", DIGITS, "png"))
            }
            Pattern::None => wrong("its name has no number"),
        }
    }

    /// Numbers between a prefix and a suffix.
    pub(super) fn numbered(folder: &Path, before: &str, digits: usize, suffix: &str) -> Self {
        Self::with_parts(folder, before, digits, &format!(".{suffix}"))
    }

    /// Numbers of at least so many digits between two texts.
    pub(super) fn with_parts(folder: &Path, before: &str, digits: usize, after: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            before: before.to_owned(),
            digits,
            after: after.to_owned(),
        }
    }

    /// The same names in another folder.
    pub(super) fn in_folder(&self, folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            ..self.clone()
        }
    }

    /// Whether the name of a file has a number in it (`frame%04d.png`).
    pub(crate) fn is_pattern(path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        matches!(Pattern::of(&name), Pattern::Number { .. })
    }

    /// The folder that the files are in; empty for the current one.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The name of a file.
    pub fn path(&self, index: u64) -> PathBuf {
        let Self {
            before,
            digits,
            after,
            ..
        } = self;
        let name = format!("{before}{index:0digits$}{after}", digits = *digits);
        self.folder.join(name)
    }

    /// The number of a file, if its name is one of these.
    pub fn index(&self, file: impl AsRef<Path>) -> Option<u64> {
        let name = file.as_ref().file_name()?.to_str()?;
        let number = name
            .strip_prefix(self.before.as_str())?
            .strip_suffix(self.after.as_str())?;
        let index = number.parse().ok()?;
        (self.path(index).file_name()?.to_str()? == name).then_some(index)
    }

    /// Writes a file under a hidden name and renames it, so that it is there whole or not at all.
    pub(super) fn write(&self, index: u64, bytes: &[u8]) -> Result<()> {
        let path = self.path(index);
        check_writable(&path)?;
        let mut file = self.temporary()?;
        // It is not synced: a file that a crash of the system cuts off is written again by a run that resumes.
        let written = file.write_all(bytes);
        written.map_err(|e| Error::io(&path, e))?;
        match file.persist(&path) {
            Ok(_) => Ok(()),
            Err(error) => Err(Error::io(path, error.error)),
        }
    }

    /// Finds out whether files can be made in the folder, and that none of those that are there is an input.
    ///
    /// # Errors
    /// The system's error; [`Error::Destination`] for an input file.
    pub(super) fn check(&self, inputs: &Inputs) -> Result<()> {
        let folder = self.existing_folder();
        if folder.is_dir() {
            self.temporary()?;
            return self.check_inputs(inputs);
        }
        let error = match folder.exists() {
            true => io::Error::new(io::ErrorKind::NotADirectory, "it is a file"),
            false => io::Error::new(io::ErrorKind::NotFound, "no such folder"),
        };
        Err(Error::io(folder, error))
    }

    /// Has these names, from this number on, to itself until the result is dropped.
    ///
    /// # Errors
    /// [`Error::Destination`] if another film has them; what the system says.
    pub(super) fn lock(&self, first: u64) -> Result<NameLock> {
        let folder = self.existing_folder();
        let lock = NameLock::try_take(folder, (&self.before, &self.after, first))?;
        lock.ok_or_else(|| is_taken(&self.path(first)))
    }

    fn check_inputs(&self, inputs: &Inputs) -> Result<()> {
        if inputs.is_empty() {
            return Ok(());
        }
        let folder = self.existing_folder();
        let files = fs::read_dir(folder).map_err(|e| Error::io(folder, e))?;
        // On file systems that ignore case, a file in other case has one of our names, too.
        let before = self.before.to_lowercase();
        for file in files {
            let name = file.map_err(|e| Error::io(folder, e))?.file_name();
            let name = name.to_string_lossy().to_lowercase();
            let rest = name.strip_prefix(&before).unwrap_or_default();
            let digits = rest.split(|c: char| !c.is_ascii_digit()).next();
            if let Some(index) = digits.and_then(|digits| digits.parse().ok()) {
                inputs.check(&self.path(index))?;
            }
        }
        Ok(())
    }

    fn temporary(&self) -> Result<tempfile::NamedTempFile> {
        let suffix = self.after.rsplit_once('.').map_or("", |(_, suffix)| suffix);
        temporary_file(self.existing_folder(), suffix, new_file_permissions())
    }

    /// The folder, by a name that the system knows.
    pub(super) fn existing_folder(&self) -> &Path {
        match self.folder.as_os_str().is_empty() {
            true => Path::new("."),
            false => &self.folder,
        }
    }
}

/// The number pattern of a file's name.
enum Pattern {
    Number {
        before: String,
        digits: usize,
        after: String,
    },
    None,
    Wrong,
}

impl Pattern {
    fn of(name: &str) -> Self {
        let (mut text, mut number) = (String::new(), None);
        let mut rest = name;
        while let Some((before, after)) = rest.split_once('%') {
            text.push_str(before);
            let width = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let (width, after) = after.split_at(width);
            match after.chars().next() {
                Some('%') if width.is_empty() => text.push('%'),
                // As C's printf, without padding by spaces.
                Some('d') if number.is_none() && width.len() <= 3 => {
                    let digits = width.parse().unwrap_or(1usize).clamp(1, 20);
                    number = Some((std::mem::take(&mut text), digits));
                }
                _ => {
                    return if number.is_some() {
                        Self::Wrong
                    } else {
                        Self::odd(name)
                    };
                }
            }
            rest = &after[1..];
        }
        text.push_str(rest);
        match number {
            Some((before, digits)) => Self::Number {
                before,
                digits,
                after: text,
            },
            None => Self::None,
        }
    }

    /// Of a name with a percent sign that begins nothing.
    fn odd(name: &str) -> Self {
        let begins_number = |part: &str| {
            part.trim_start_matches(|c: char| c.is_ascii_digit())
                .starts_with('d')
        };
        match name.split('%').skip(1).any(begins_number) {
            true => Self::Wrong,
            false => Self::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_one_number_in_a_files_name() {
        for (pattern, names) in [
            ("a/frame%04d.png", ["a/frame0003.png", "a/frame12345.png"]),
            ("%d.png", ["3.png", "12345.png"]),
            ("50%%_%3d.x.png", ["50%_003.x.png", "50%_12345.x.png"]),
            ("a%d/b%01d.png", ["a%d/b3.png", "a%d/b12345.png"]),
            ("new", ["new/frame0003.png", "new/frame12345.png"]),
            ("new.d/", ["new.d/frame0003.png", "new.d/frame12345.png"]),
        ] {
            let found = FrameNames::of(pattern).unwrap();
            assert_eq!([found.path(3), found.path(12345)], names.map(PathBuf::from));
            assert_eq!(found.index(found.path(12345)), Some(12345), "{pattern}");
        }
        for wrong in [
            "a%d%d.png",
            "a%d%x.png",
            "%5s%d.png",
            "film.png",
            "",
            "/",
            "50%.png",
            "a%1000d.png",
        ] {
            assert!(FrameNames::of(wrong).is_err() || wrong == "/", "{wrong}");
        }
        assert!(FrameNames::is_pattern(Path::new("x/a%03d.png")));
        for plain in ["x%d/a.png", "100%.png", "a%%d.png", "a%sd.png"] {
            assert!(!FrameNames::is_pattern(Path::new(plain)), "{plain}");
        }
    }

    #[test]
    fn only_names_that_are_made_here_have_a_number() {
        let names = FrameNames::of("a/frame%03d.png").unwrap();
        for other in [
            "frame7.png",
            "frame0007.png",
            "frame+07.png",
            "frame.png",
            "x007.png",
            "frame007.jpg",
        ] {
            assert_eq!(names.index(other), None, "{other}");
        }
        assert_eq!(names.index("elsewhere/frame007.png"), Some(7));
    }

    #[test]
    fn a_folder_is_one_and_a_file_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let names = FrameNames::of(folder.path()).unwrap();
        assert_eq!(names.path(0), folder.path().join("frame0000.png"));
        let file = folder.path().join("file");
        fs::write(&file, "x").unwrap();
        assert!(FrameNames::of(&file).is_err());
    }
}
