//! The file of a part, as it is read.

use std::cmp::Ordering;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::writers::concat::{Found, Watch};
use crate::writers::part::Mark;

/// Bytes that are copied at once.
const BLOCK: u64 = 1 << 16;

/// The file of a part. It is never trusted: what it says of lengths is compared with its own.
#[derive(Debug)]
pub(in crate::writers) struct PartFile {
    path: PathBuf,
    file: BufReader<File>,
    at: u64,
    len: u64,
}

impl PartFile {
    /// Opens a file at its beginning.
    ///
    /// # Errors
    /// [`Error::Read`].
    pub(in crate::writers) fn open(path: &Path) -> Result<Self> {
        let read = || {
            let file = File::open(path)?;
            let len = file.metadata()?.len();
            io::Result::Ok((file, len))
        };
        let (file, len) = read().map_err(|source| Error::Read {
            path: path.to_owned(),
            source,
        })?;
        Ok(Self {
            path: path.to_owned(),
            file: BufReader::with_capacity(BLOCK as usize, file),
            at: 0,
            len,
        })
    }

    /// The position of the next byte.
    pub(in crate::writers) fn position(&self) -> u64 {
        self.at
    }

    /// The number of bytes that follow.
    pub(in crate::writers) fn rest(&self) -> u64 {
        self.len.saturating_sub(self.at)
    }

    /// Goes so many bytes before the end; not if it is shorter.
    pub(in crate::writers) fn seek_before_end(&mut self, bytes: u64) -> Result<()> {
        let at = self.len.checked_sub(bytes);
        self.seek(at.ok_or_else(|| self.cut_off())?)
    }

    /// Goes to a position.
    pub(in crate::writers) fn seek(&mut self, at: u64) -> Result<()> {
        if at > self.len {
            return Err(self.cut_off());
        }
        let sought = self.file.seek(SeekFrom::Start(at));
        sought.map_err(|error| self.failed(error))?;
        self.at = at;
        Ok(())
    }

    /// The next bytes.
    pub(in crate::writers) fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// Appends the next bytes.
    pub(in crate::writers) fn append(&mut self, len: u64, bytes: &mut Vec<u8>) -> Result<()> {
        if len > self.rest() {
            return Err(self.cut_off());
        }
        let start = bytes.len();
        bytes.resize(start + len as usize, 0);
        self.fill(&mut bytes[start..])
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
        let read = self.file.read_exact(bytes);
        read.map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => self.cut_off(),
            _ => self.failed(error),
        })?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// Copies the next bytes to the film.
    pub(in crate::writers) fn copy(
        &mut self,
        len: u64,
        film: &mut impl Write,
        watch: &Watch<'_>,
    ) -> Result<()> {
        let (mut rest, mut block) = (len, Vec::new());
        while rest > 0 {
            watch.check()?;
            block.clear();
            self.append(rest.min(BLOCK), &mut block)?;
            rest -= block.len() as u64;
            film.write_all(&block).map_err(|error| watch.error(error))?;
        }
        Ok(())
    }

    /// What it is, with the mark that was found in it, and the number of its frames if its end says that.
    ///
    /// # Errors
    /// [`Error::Part`] if it has no mark, or other frames than that says.
    pub(in crate::writers) fn marked<H>(
        self,
        mark: Option<Mark>,
        frames: Option<u64>,
        head: H,
    ) -> Result<Found<H>> {
        let Some(mark) = mark else {
            return Err(not_marked(self.path));
        };
        let Some(frames) = frames else {
            return Err(self.damaged("its end is missing"));
        };
        check_frames(&self.path, frames, &mark)?;
        Ok(Found {
            path: self.path,
            mark,
            head,
        })
    }

    /// The error for a file that is not as it was written.
    pub(in crate::writers) fn damaged(&self, what: &str) -> Error {
        damaged(&self.path, what)
    }

    fn cut_off(&self) -> Error {
        self.damaged("it ends too early")
    }

    fn failed(&self, source: io::Error) -> Error {
        Error::Read {
            path: self.path.clone(),
            source,
        }
    }
}

/// Refuses a part whose writer was stopped before its last frame.
pub(in crate::writers) fn check_frames(path: &Path, frames: u64, mark: &Mark) -> Result<()> {
    let needed = mark.len();
    match frames.cmp(&needed) {
        Ordering::Equal => Ok(()),
        Ordering::Less => Err(Error::Part {
            path: path.to_owned(),
            reason: format!(
                "it has only {frames} of its {needed} frames, as its writing was stopped"
            ),
            advice: "write this part again".into(),
        }),
        Ordering::Greater => {
            let what = format!("it has {frames} frames, not {needed}");
            Err(damaged(path, &what))
        }
    }
}

/// The error for a part that is not as it was written.
pub(in crate::writers) fn damaged(path: &Path, what: &str) -> Error {
    Error::Part {
        path: path.to_owned(),
        reason: format!("it is damaged: {what}"),
        advice: "write this part again".into(),
    }
}

/// The error for a film that does not say which frames it holds.
pub(in crate::writers) fn not_marked(path: PathBuf) -> Error {
    Error::Part {
        path,
        reason: "it does not say which frames of a film it holds".into(),
        advice: "write it with --part, SaveOptions::with_part or MovieOptions::with_part".into(),
    }
}
