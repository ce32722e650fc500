//! Where frames come from: NumPy files, pictures, raw bytes.

mod npy;
mod npz;
mod picture;
mod raw;

use std::cell::RefCell;
use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::{DType, FrameNames, ImageSource, ImageView, Scratch};

use crate::cli::args::Render;
pub(crate) use npy::Layout;
pub(crate) use raw::RawFormat;

/// The longest side of a frame that can be drawn.
const MAX_SIDE: usize = 32767;

/// An input that can't be read: which, and why.
#[derive(Debug)]
pub(crate) struct InputError {
    name: String,
    reason: String,
    advice: &'static str,
}

impl InputError {
    fn new(name: &str, reason: impl fmt::Display) -> Self {
        Self {
            name: name.to_owned(),
            reason: reason.to_string(),
            advice: "check the input; plotreel render --help says what can be read",
        }
    }

    fn advise(self, advice: &'static str) -> Self {
        Self { advice, ..self }
    }

    /// What the user can do about it.
    pub(crate) fn advice(&self) -> &'static str {
        self.advice
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.reason)
    }
}

impl std::error::Error for InputError {}

type Result<T> = std::result::Result<T, InputError>;

/// One frame: bytes and how they lie. Its memory is used again for a later frame.
#[derive(Debug)]
pub(crate) struct InputFrame {
    shape: FrameShape,
    bytes: Vec<u8>,
    pool: Pool,
}

/// How a frame's bytes lie, in this machine's byte order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FrameShape {
    pub(crate) dtype: DType,
    /// (H, W) or (H, W, C).
    pub(crate) shape: Vec<usize>,
    /// In bytes.
    pub(crate) strides: Vec<isize>,
}

impl FrameShape {
    /// Rows one after the other, channels together.
    fn contiguous(dtype: DType, shape: Vec<usize>) -> Self {
        let mut strides = vec![dtype.size() as isize; shape.len()];
        for axis in (1..strides.len()).rev() {
            strides[axis - 1] = strides[axis] * shape[axis] as isize;
        }
        Self {
            dtype,
            shape,
            strides,
        }
    }
}

impl ImageSource for InputFrame {
    fn image_view<'a>(&'a self, _: &'a mut Scratch) -> crate::Result<ImageView<'a>> {
        let FrameShape {
            dtype,
            shape,
            strides,
        } = &self.shape;
        ImageView::new(*dtype, shape, strides, 0, &self.bytes)
    }
}

impl Drop for InputFrame {
    fn drop(&mut self) {
        self.pool
            .0
            .borrow_mut()
            .push(std::mem::take(&mut self.bytes));
    }
}

/// Memory of frames that are done with.
#[derive(Debug, Clone, Default)]
struct Pool(Rc<RefCell<Vec<Vec<u8>>>>);

impl Pool {
    /// An empty buffer.
    fn take(&self) -> Vec<u8> {
        let mut buffer = self.0.borrow_mut().pop().unwrap_or_default();
        buffer.clear();
        buffer
    }

    fn frame(&self, shape: FrameShape, bytes: Vec<u8>) -> InputFrame {
        InputFrame {
            shape,
            bytes,
            pool: self.clone(),
        }
    }
}

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
        refuse_output(&paths, args)?;
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

/// Refuses a film that would replace one of its inputs, by whatever name.
fn refuse_output(inputs: &[PathBuf], args: &Render) -> Result<()> {
    let real = |path: &Path| {
        let path = std::fs::canonicalize(path).ok();
        path.filter(|path| path.is_file())
    };
    let output = args.output.as_deref().filter(|_| args.writer != "null");
    let Some(output) = output.map(Path::new) else {
        return Ok(());
    };
    let numbered = FrameNames::of(output).ok().filter(|_| args.writer == "png");
    let is_output = |input: &Path| match &numbered {
        Some(names) => names
            .index(input)
            .is_some_and(|index| real(&names.path(index)) == real(input)),
        None => real(output).is_some_and(|output| real(input) == Some(output)),
    };
    match inputs.iter().find(|input| is_output(input)) {
        None => Ok(()),
        Some(input) => {
            let error = InputError::new(&input.display().to_string(), "it is the output too");
            Err(error.advise("write the film to another file"))
        }
    }
}

/// The files that an input stands for.
fn expand(input: &OsStr, paths: &mut Vec<PathBuf>) -> Result<()> {
    let path = Path::new(input);
    let name = path.display().to_string();
    let fail = |reason: &dyn fmt::Display| InputError::new(&name, reason);
    let mut found: Vec<PathBuf> = if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|e| fail(&e))?;
        let files: io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
        files
            .map_err(|e| fail(&e))?
            .into_iter()
            .filter(|file| is_frame_file(file))
            .collect()
    } else if is_stdin(path) || path.exists() {
        vec![path.to_owned()]
    } else {
        let Some(pattern) = path.to_str().filter(|p| p.contains(['*', '?', '['])) else {
            return Err(fail(&"no such file or folder").advise("check the path"));
        };
        let as_in_a_shell = glob::MatchOptions {
            require_literal_leading_dot: true,
            ..glob::MatchOptions::new()
        };
        let files: std::result::Result<Vec<PathBuf>, _> = glob::glob_with(pattern, as_in_a_shell)
            .map_err(|e| fail(&e))?
            .collect();
        files
            .map_err(|e| fail(&e))?
            .into_iter()
            .filter(|file| file.is_file())
            .collect()
    };
    if found.is_empty() {
        return Err(fail(&"no PNG, JPEG or .npy files there"));
    }
    alphanumeric_sort::sort_path_slice(&mut found);
    paths.append(&mut found);
    Ok(())
}

/// Whether a file of a folder is taken for a frame.
fn is_frame_file(file: &Path) -> bool {
    let extension = file
        .extension()
        .and_then(OsStr::to_str)
        .unwrap_or_default()
        .to_ascii_lowercase();
    let hidden = file
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && file.is_file() && matches!(extension.as_str(), "png" | "jpg" | "jpeg" | "npy")
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
