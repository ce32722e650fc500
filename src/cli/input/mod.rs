//! Where frames come from: NumPy files, pictures, raw bytes.

mod error;
mod files;
mod frame;
mod npy;
mod npz;
mod picture;
mod raw;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use crate::cli::args::Render;
pub(crate) use error::InputError;
use error::Result;
use files::expand;
use frame::{FrameShape, InputFrame, Pool};
pub(crate) use npy::Layout;
pub(crate) use raw::RawFormat;

/// The longest side of a frame that can be drawn.
const MAX_SIDE: usize = 32767;

/// The frames of one input.
trait Source {
    /// The next frame, or `None` at the end.
    fn next_frame(&mut self, pool: &Pool) -> Result<Option<InputFrame>>;
}

/// All inputs, one after the other.
pub(crate) struct Inputs {
    settings: Settings,
    paths: Vec<PathBuf>,
    opened: usize,
    current: Option<Box<dyn Source>>,
    pool: Pool,
    failed: bool,
}

/// What the command line says of the inputs.
#[derive(Debug, Clone)]
struct Settings {
    layout: Option<Layout>,
    raw: Option<RawFormat>,
    key: Option<String>,
    /// Whether the frames before a cut are wanted, so that it is no reason not to begin.
    tolerant: bool,
}

impl Inputs {
    /// Finds the inputs, and opens the first.
    pub(crate) fn open(args: &Render) -> Result<Self> {
        let settings = Settings {
            layout: args.layout,
            raw: args.raw.clone(),
            key: args.key.clone(),
            tolerant: args.keep_partial,
        };
        let mut paths = Vec::new();
        for input in &args.inputs {
            expand(input, &mut paths)?;
        }
        if paths.iter().filter(|path| is_stdin(path)).count() > 1 {
            return Err(InputError::new("-", "standard input can be read only once"));
        }
        let mut inputs = Self {
            settings,
            paths,
            opened: 0,
            current: None,
            pool: Pool::default(),
            failed: false,
        };
        inputs.open_next()?;
        Ok(inputs)
    }

    /// Refuses inputs that are gone once they are read.
    pub(crate) fn check_rereadable(&self) -> Result<()> {
        let is_gone = |path: &&PathBuf| is_stdin(path) || !path.is_file();
        match self.paths.iter().find(is_gone) {
            None => Ok(()),
            Some(path) => {
                let name = path.display().to_string();
                let error = InputError::new(
                    &name,
                    "a pipe can't be read twice, for the limits and for the film",
                );
                Err(error.advise("give --vmin and --vmax, or save the frames to a file"))
            }
        }
    }

    /// The files that are read, by names that the system knows.
    pub(crate) fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.paths.iter().map(|path| match is_stdin(path) {
            // Standard input may be a file, too.
            true => PathBuf::from("/dev/stdin"),
            false => path.clone(),
        })
    }

    /// How many frames there are in all, where headers and sizes tell before they are read.
    pub(crate) fn frames(&self) -> Option<u64> {
        let counts = self.paths.iter().map(|path| count(path, &self.settings));
        counts.sum()
    }

    /// Whether there was another input.
    fn open_next(&mut self) -> Result<bool> {
        self.current = match self.paths.get(self.opened) {
            Some(path) => Some(open(path, &self.settings)?),
            None => None,
        };
        self.opened += 1;
        Ok(self.current.is_some())
    }

    fn next_frame(&mut self) -> Result<Option<InputFrame>> {
        while let Some(source) = &mut self.current {
            if let Some(frame) = source.next_frame(&self.pool)? {
                return Ok(Some(frame));
            }
            self.open_next()?;
        }
        Ok(None)
    }
}

impl Iterator for Inputs {
    type Item = Result<InputFrame>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let next = self.next_frame();
        self.failed = next.is_err();
        next.transpose()
    }
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// Opens an input by what it holds, whatever its name.
fn open(path: &Path, settings: &Settings) -> Result<Box<dyn Source>> {
    if is_stdin(path) {
        return Ok(open_stream("standard input", io::stdin(), settings));
    }
    let name = path.display().to_string();
    let fail = |error: io::Error| InputError::new(&name, error);
    let file = File::open(path).map_err(fail)?;
    if !file.metadata().map_err(fail)?.is_file() || settings.raw.is_some() {
        return Ok(open_stream(&name, file, settings));
    }
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let start = reader.fill_buf().map_err(fail)?;
    if start.starts_with(b"\x93NUMPY") {
        npy::open(&name, reader, settings)
    } else if start.starts_with(b"PK") {
        let file = reader.into_inner();
        npz::open(&name, file, settings)
    } else if let Some(kind) = picture::Kind::of(start) {
        Ok(Box::new(picture::PictureSource::new(&name, reader, kind)))
    } else {
        Err(InputError::new(&name, "neither .npy, .npz, PNG nor JPEG")
            .advise("give the shape of raw frames with --raw HxWxC:DTYPE"))
    }
}

/// Reads records or raw frames from what can't be read twice.
fn open_stream(name: &str, stream: impl Read + 'static, settings: &Settings) -> Box<dyn Source> {
    let reader = BufReader::with_capacity(1 << 16, stream);
    match &settings.raw {
        Some(raw) => Box::new(raw::RawSource::new(name, reader, raw)),
        None => Box::new(npy::NpyRecords::new(name, reader, settings.layout)),
    }
}

/// Frames of one input, where its header or size tells.
fn count(path: &Path, settings: &Settings) -> Option<u64> {
    if is_stdin(path) {
        return None;
    }
    // A pipe that is opened to be counted is lost for reading.
    let len = std::fs::metadata(path).ok().filter(|m| m.is_file())?.len();
    let file = File::open(path).ok()?;
    if let Some(raw) = &settings.raw {
        return Some(len / raw.frame_bytes());
    }
    let mut reader = BufReader::new(file);
    let start = reader.fill_buf().ok()?;
    if picture::Kind::of(start).is_some() {
        return Some(1);
    }
    if start.starts_with(b"PK") {
        reader.rewind().ok()?;
        return npz::count(reader.into_inner(), settings);
    }
    npy::count(reader, settings.layout)
}

/// Reads exactly `len` bytes; `false` at the end of the stream before the first of them.
///
/// Memory grows with what arrives, not with what a header promises.
fn read_block(reader: &mut impl Read, len: u64, buffer: &mut Vec<u8>) -> io::Result<bool> {
    let got = reader.take(len).read_to_end(buffer)? as u64;
    match got {
        0 if len > 0 => Ok(false),
        got if got < len => {
            let message = format!("it ends after {got} of the frame's {len} bytes");
            Err(io::Error::new(io::ErrorKind::UnexpectedEof, message))
        }
        _ => Ok(true),
    }
}
