//! Where frames come from: NumPy files, pictures, raw bytes.

mod error;
mod files;
mod frame;
mod lookahead;
mod npy;
mod npz;
mod order;
mod picture;
mod raw;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use crate::cli::args::Render;
pub(crate) use error::InputError;
use error::Result;
use frame::{FrameShape, InputFrame, Pool};
use lookahead::Lookahead;
pub(crate) use npy::Layout;
use picture::{Kind, Origin, PictureSettings, PictureSource};
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
    pictures: PictureSettings,
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
            pictures: PictureSettings::new(args),
            tolerant: args.keep_partial,
        };
        let paths = files::find(args)?;
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

/// Bytes that tell arrays and pictures from each other.
const MAGIC: usize = 16;

/// Opens an input by what it holds, whatever its name.
fn open(path: &Path, settings: &Settings) -> Result<Box<dyn Source>> {
    if is_stdin(path) {
        return open_stream("standard input", io::stdin(), settings);
    }
    let name = path.display().to_string();
    let fail = |error: io::Error| InputError::new(&name, error);
    let mut file = File::open(path).map_err(fail)?;
    if !file.metadata().map_err(fail)?.is_file() || settings.raw.is_some() {
        return open_stream(&name, file, settings);
    }
    let mut start = Vec::new();
    let got = (&file).take(picture::REFUSED_START).read_to_end(&mut start);
    got.and_then(|_| file.rewind()).map_err(fail)?;
    if start.starts_with(b"\x93NUMPY") {
        npy::open(&name, BufReader::with_capacity(1 << 16, file), settings)
    } else if start.starts_with(b"PK") {
        npz::open(&name, file, settings)
    } else if let Some(kind) = Kind::of(&start) {
        open_pictures(&name, Origin::File(file), kind, settings)
    } else {
        Err(picture::refusal(&name, &start).unwrap_or_else(|| {
            InputError::new(&name, "neither an array (.npy, .npz) nor a picture")
                .advise("give the shape of raw frames with --raw HxWxC:DTYPE")
        }))
    }
}

/// Reads what can't be read twice: records, raw frames, pictures.
fn open_stream(
    name: &str,
    stream: impl Read + 'static,
    settings: &Settings,
) -> Result<Box<dyn Source>> {
    let fail = |error: io::Error| InputError::new(name, error);
    let mut stream = Lookahead::new(stream);
    if let Some(raw) = &settings.raw {
        return Ok(Box::new(raw::RawSource::new(name, stream, raw)));
    }
    let start = stream.peek(MAGIC).map_err(fail)?;
    if let Some(kind) = Kind::of(start) {
        return open_pictures(name, Origin::Stream(stream), kind, settings);
    }
    if start.starts_with(b"PK") {
        let file = picture::spool(&mut stream).map_err(fail)?;
        return npz::open(name, file, settings);
    }
    if !start.starts_with(b"\x93NUMPY") {
        let start = stream.peek(picture::REFUSED_START as usize).map_err(fail)?;
        if let Some(refusal) = picture::refusal(name, start) {
            return Err(refusal);
        }
    }
    let records = npy::NpyRecords::new(name, stream, settings.layout);
    Ok(Box::new(records))
}

fn open_pictures(
    name: &str,
    origin: Origin,
    kind: Kind,
    settings: &Settings,
) -> Result<Box<dyn Source>> {
    let source = PictureSource::new(name, origin, kind, &settings.pictures)?;
    Ok(Box::new(source))
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
    if let Some(kind) = Kind::of(start) {
        return picture::count(reader, kind);
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
