//! Sources of frames: NumPy files, pictures, raw bytes.

mod element;
mod error;
mod files;
mod frame;
mod lookahead;
mod npy;
mod npy_header;
mod npz;
mod number;
mod order;
mod picture;
mod raw;
mod records;
mod temporary;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use crate::cli::args::{Channels, Render};
pub(crate) use error::InputError;
use error::Result;
use frame::{FrameShape, InputFrame, Pool};
use lookahead::Lookahead;
pub(crate) use npy::Layout;
use picture::{Kind, Origin, PictureSettings, PictureSource};
pub(crate) use raw::RawFormat;
use temporary::spool;

/// The longest side of a frame that can be drawn.
const MAX_SIDE: usize = 32767;

/// The frames of one input.
trait Source {
    /// The next frame, or `None` at the end.
    fn next_frame(&mut self, pool: &Pool) -> Result<Option<InputFrame>>;

    /// Leaves out a frame; `false` at the end.
    fn skip_frame(&mut self, pool: &Pool) -> Result<bool> {
        Ok(self.next_frame(pool)?.is_some())
    }
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

/// The settings for inputs from the command line.
#[derive(Debug, Clone)]
struct Settings {
    layout: Option<Layout>,
    raw: Option<RawFormat>,
    key: Option<String>,
    /// Whether blue is the first channel.
    bgr: bool,
    pictures: PictureSettings,
    /// Whether the frames of a truncated file are used, so that it is not an error at the start.
    tolerant: bool,
}

impl Inputs {
    /// Finds the inputs, and opens the first.
    pub(crate) fn open(args: &Render) -> Result<Self> {
        let settings = Settings {
            layout: args.layout,
            raw: args.raw.clone(),
            key: args.key.clone(),
            bgr: args.channels == Some(Channels::Bgr),
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

    /// Rejects inputs that can be read only once.
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

    /// The total number of frames, if headers and sizes tell before they are read.
    pub(crate) fn frames(&self) -> Option<u64> {
        let counts = self.paths.iter().map(|path| count(path, &self.settings));
        counts.sum()
    }

    /// The total number of frames, also of inputs that must be read to know it.
    ///
    /// # Errors
    /// For inputs that can be read only once, or not at all.
    pub(crate) fn count_frames(&self) -> Result<u64> {
        let mut frames = 0;
        for path in &self.paths {
            frames += match count(path, &self.settings) {
                Some(count) => count,
                None => self.count_by_reading(path)?,
            };
        }
        Ok(frames)
    }

    fn count_by_reading(&self, path: &Path) -> Result<u64> {
        if is_stdin(path) || !path.is_file() {
            let reason =
                "a pipe does not say how many frames it has, and a part needs to know that";
            let error = InputError::new(&path.display().to_string(), reason);
            return Err(error.advise("save the frames to a file"));
        }
        let (mut source, mut frames) = (open(path, &self.settings)?, 0);
        while source.skip_frame(&self.pool)? {
            frames += 1;
        }
        Ok(frames)
    }

    /// The contents of the inputs in order, if known before they are read.
    pub(crate) fn contents(&self) -> impl Iterator<Item = Option<Content>> {
        let paths = self.paths.iter();
        paths.map(|path| Content::at(path, &self.settings))
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

    /// Leaves out up to so many frames without drawing them, and returns how many: none that may have durations.
    pub(crate) fn skip_frames(&mut self, frames: u64) -> Result<u64> {
        let mut rest = frames;
        while rest > 0 {
            let opened = self.paths.get(self.opened.wrapping_sub(1));
            let content = opened.and_then(|path| Content::at(path, &self.settings));
            let is_read = self.opened == 1 && self.is_still(0);
            match &mut self.current {
                Some(source) if content.is_some_and(|it| it != Content::Picture) => {
                    let is_skipped = source.skip_frame(&self.pool)?;
                    rest -= u64::from(is_skipped);
                    if is_skipped {
                        continue;
                    }
                }
                // A picture whose further frames may have durations.
                Some(_) if !is_read => break,
                _ => (),
            }
            // Files that are skipped whole are not opened.
            while self.is_still(self.opened) && rest > 0 {
                self.opened += 1;
                rest -= 1;
            }
            if !self.open_next()? {
                break;
            }
        }
        Ok(frames - rest)
    }

    /// Whether an input is a picture of one frame.
    fn is_still(&self, index: usize) -> bool {
        let path = self.paths.get(index);
        let is_picture =
            |path: &&PathBuf| Content::at(path, &self.settings) == Some(Content::Picture);
        let path = path.filter(is_picture);
        path.is_some_and(|path| count(path, &self.settings) == Some(1))
    }

    fn next_frame(&mut self) -> Result<Option<InputFrame>> {
        while let Some(source) = &mut self.current {
            if let Some(mut frame) = source.next_frame(&self.pool)? {
                if self.settings.bgr && !frame.swap_red_and_blue() {
                    let error =
                        InputError::new("--channels has no effect", "a frame has one channel");
                    return Err(error.advise("omit --channels"));
                }
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

/// The number of bytes needed to distinguish arrays and pictures.
const MAGIC: usize = 16;

/// The content of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// `.npy`, or records of it.
    Array,
    /// `.npz`.
    Archive,
    /// Frames of `--raw`.
    Raw,
    /// Any known picture format.
    Picture,
}

impl Content {
    /// By its first bytes.
    fn of(start: &[u8]) -> Option<Self> {
        if start.starts_with(npy_header::MAGIC) {
            Some(Self::Array)
        } else if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
            Some(Self::Archive)
        } else {
            Kind::of(start).map(|_| Self::Picture)
        }
    }

    /// The content at this path, if it is known before it is read.
    fn at(path: &Path, settings: &Settings) -> Option<Self> {
        if settings.raw.is_some() {
            return Some(Self::Raw);
        }
        // A pipe that is opened to inspect it can't be read afterwards.
        if is_stdin(path) || !path.is_file() {
            return None;
        }
        let mut start = Vec::new();
        let file = File::open(path).ok()?;
        file.take(MAGIC as u64).read_to_end(&mut start).ok()?;
        Self::of(&start)
    }
}

/// Opens an input by its content, whatever its name.
fn open(path: &Path, settings: &Settings) -> Result<Box<dyn Source>> {
    if is_stdin(path) {
        return open_stream("standard input", io::stdin(), settings);
    }
    let name = path.display().to_string();
    let fail = |error: io::Error| InputError::new(&name, error);
    let mut file = File::open(path).map_err(fail)?;
    let metadata = file.metadata().map_err(fail)?;
    if !metadata.is_file() {
        return open_stream(&name, file, settings);
    }
    let mut start = Vec::new();
    let got = (&file).take(picture::REFUSED_START).read_to_end(&mut start);
    got.and_then(|_| file.rewind()).map_err(fail)?;
    match (Content::of(&start), &settings.raw) {
        (Some(Content::Array | Content::Archive), Some(_)) => {
            let error = InputError::new(&name, "it is a NumPy file, not raw frames");
            Err(error.advise("omit --raw"))
        }
        (_, Some(_)) => open_stream(&name, file, settings),
        (Some(Content::Array), None) => {
            let reader = BufReader::with_capacity(1 << 16, file);
            npy::open(&name, reader, (metadata.len(), 1), settings)
        }
        (Some(Content::Archive), None) => npz::open(&name, file, settings),
        (_, None) => match Kind::of(&start) {
            Some(kind) => open_pictures(&name, Origin::File(file), kind, settings),
            None => Err(unknown(&name, &start)),
        },
    }
}

/// The error for unknown content, with advice.
fn unknown(name: &str, start: &[u8]) -> InputError {
    picture::refusal(name, start).unwrap_or_else(|| {
        InputError::new(name, "neither an array (.npy, .npz) nor a picture")
            .advise("give the shape of raw frames with --raw HxWxC:DTYPE")
    })
}

/// Reads a stream: records, raw frames, archives, pictures.
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
    match Content::of(start) {
        Some(Content::Archive) => npz::open(name, spool(&mut stream)?, settings),
        None if !start.is_empty() => {
            let start = stream.peek(picture::REFUSED_START as usize).map_err(fail)?;
            Err(unknown(name, start))
        }
        // There may be no record at all.
        _ => Ok(Box::new(records::NpyRecords::new(
            name,
            stream,
            settings.layout,
        ))),
    }
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

/// The number of frames of one input, if its header or size tells.
fn count(path: &Path, settings: &Settings) -> Option<u64> {
    if is_stdin(path) {
        return None;
    }
    // A pipe that is opened to count frames can't be read afterwards.
    let len = std::fs::metadata(path).ok().filter(|m| m.is_file())?.len();
    let file = File::open(path).ok()?;
    if let Some(raw) = &settings.raw {
        return Some(len / raw.frame_bytes());
    }
    let mut reader = BufReader::new(file);
    let start = reader.fill_buf().ok()?;
    let kind = Kind::of(start);
    match Content::of(start)? {
        Content::Picture => picture::count(reader, kind?),
        Content::Archive => npz::count(reader.into_inner(), settings),
        Content::Array | Content::Raw => npy::count(reader, settings.layout),
    }
}

/// Reads exactly `len` bytes; `false` at the end of the stream before the first of them.
///
/// Memory grows with the data read, not with the size in a header.
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
