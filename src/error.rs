//! The one error type: each variant holds facts, its text says the cause and what to do about it.

use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::frame_size::FrameSize;

/// What a user's own error is carried as.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything that can go wrong between an array and a film.
///
/// [`Display`](fmt::Display) gives the cause and the advice in one sentence; [`Error::cause`] and
/// [`Error::advice`] give them apart. [`Debug`](fmt::Debug) is the same sentence, because it is what a program prints
/// whose `main` returns the error.
///
/// ```
/// use plotreel::Colormap;
///
/// let error = Colormap::named("virdis").unwrap_err();
/// assert_eq!(error.cause(), "unknown colormap \"virdis\"");
/// assert!(error.advice().starts_with("did you mean \"viridis\"?"));
/// assert_eq!(format!("{error:?}"), error.to_string());
/// ```
#[non_exhaustive]
pub enum Error {
    /// The iterator gave no frame.
    NoFrames,
    /// An array whose shape is not that of an image.
    ImageShape {
        /// The shape of the array.
        got: Vec<usize>,
    },
    /// An image view whose strides leave its bytes.
    ImageView {
        /// What does not fit.
        reason: String,
    },
    /// Ready pixels that are not the size of the canvas.
    FrameShape {
        /// (height, width) of the pixels.
        got: (usize, usize),
        /// The size of the film's frames.
        expected: FrameSize,
    },
    /// A figure that has no pixel, or too many.
    CanvasSize {
        /// Width in pixels as asked for.
        width: f64,
        /// Height in pixels as asked for.
        height: f64,
    },
    /// `tight_layout` found no layout.
    Layout {
        /// Why not.
        reason: String,
    },
    /// A label, a table, boxes or something else around the frames of a film can't be.
    Annotation {
        /// What: a text, a file.
        what: String,
        /// Why not.
        reason: String,
        /// What to do.
        advice: String,
    },
    /// A closure of `draw_with` failed.
    Chart {
        /// Its error.
        source: BoxError,
    },
    /// As many x as y are needed.
    LineData {
        /// Number of x.
        x: usize,
        /// Number of y.
        y: usize,
    },
    /// As many values are needed as there are things that have them.
    Lengths {
        /// How many there are.
        got: usize,
        /// Of what.
        what: &'static str,
        /// How many there must be.
        needed: usize,
        /// Because there are as many of these.
        of: &'static str,
    },
    /// As many x as y as z are needed.
    LineData3D {
        /// Number of x.
        x: usize,
        /// Number of y.
        y: usize,
        /// Number of z.
        z: usize,
    },
    /// A number that a setting can't be.
    Setting {
        /// The setting, in the words of its call.
        name: &'static str,
        /// The value.
        value: String,
        /// What it can be.
        expected: &'static str,
    },
    /// Colour limits that the norm can't use.
    Norm {
        /// Why not.
        reason: String,
    },
    /// No colormap has this name.
    UnknownColormap {
        /// The name as given.
        name: String,
        /// The known name that is most alike.
        nearest: Option<String>,
    },
    /// No interpolation has this name.
    UnknownInterpolation {
        /// The name as given.
        name: String,
        /// The known name that is most alike.
        nearest: Option<String>,
    },
    /// A text that is no colour.
    UnknownColor {
        /// The text as given.
        name: String,
        /// The known name that is most alike.
        nearest: Option<String>,
    },
    /// A text, number or tuple that is no marker.
    UnknownMarker {
        /// The marker as given.
        name: String,
    },
    /// A format string such as `"r--o"` that can't be read.
    PlotFormat {
        /// The format string as given.
        format: String,
        /// What is wrong with it.
        reason: String,
    },
    /// No norm has this name.
    UnknownNorm {
        /// The name as given.
        name: String,
    },
    /// No axis scale has this name.
    UnknownScale {
        /// The name as given.
        name: String,
        /// The known name that is most alike.
        nearest: Option<String>,
    },
    /// No writer has this name.
    UnknownWriter {
        /// The name as given.
        name: String,
        /// The known name that is most alike.
        nearest: Option<String>,
        /// All known names.
        known: Vec<String>,
    },
    /// An option that the chosen writer can't honour.
    Option {
        /// The writer.
        writer: String,
        /// The option and its value.
        option: String,
        /// What to do instead.
        advice: String,
    },
    /// A writer that can't work here.
    WriterUnavailable {
        /// The writer.
        name: String,
        /// Why not.
        reason: String,
        /// What to do about it.
        advice: String,
    },
    /// Frames that the writer can't encode.
    SizeLimit {
        /// The writer.
        writer: &'static str,
        /// The size of the frames.
        size: FrameSize,
        /// The limit, in words.
        limit: &'static str,
    },
    /// A program that writes the film failed.
    Program {
        /// The program.
        program: String,
        /// How it ended.
        status: String,
        /// The command that ran.
        command: String,
        /// The last lines that it wrote to its standard error.
        stderr_tail: String,
        /// What to do, if these lines tell.
        advice: Option<String>,
    },
    /// The writer took no frame for longer than the stall timeout.
    Stalled {
        /// The writer.
        writer: String,
        /// The timeout in seconds.
        seconds: f64,
        /// The last lines of its standard error.
        stderr_tail: String,
    },
    /// An encoder failed.
    Encoder {
        /// What it said.
        reason: String,
    },
    /// The source of the frames failed.
    Frame {
        /// Index of the frame, from 0.
        index: u64,
        /// Its error.
        source: BoxError,
    },
    /// An animation's init function failed.
    Init {
        /// Its error.
        source: BoxError,
    },
    /// A setting that changes nothing about this film.
    NoEffect {
        /// The setting.
        setting: String,
        /// Why.
        reason: String,
        /// What to do.
        advice: String,
    },
    /// A file could not be read.
    Read {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// There is no place for temporary files.
    TemporaryFile {
        /// The folder of temporary files.
        folder: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A file could not be written or renamed.
    Io {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A page was written, but no browser could be started to show it.
    Browser {
        /// The page, which stays.
        page: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// The destination can't hold a film.
    Destination {
        /// The destination as given.
        path: String,
        /// Why not.
        reason: String,
        /// What to do about it.
        advice: String,
    },
    /// The film was aborted.
    Aborted,
    /// A call on a movie that ended with an error before.
    Ended,
    /// The writer's thread panicked.
    WriterPanicked,
}

impl Error {
    /// What happened, in one sentence without a full stop.
    pub fn cause(&self) -> String {
        match self {
            Self::NoFrames => "no frames: there was not one to write".into(),
            Self::ImageShape { got } => format!("invalid shape {got:?} for image data"),
            Self::ImageView { reason } => format!("invalid image view: {reason}"),
            Self::FrameShape {
                got: (height, width),
                expected,
            } => {
                format!("pixels of {width}x{height} for frames of {expected}")
            }
            Self::CanvasSize { width, height } => {
                format!("a figure of {width} x {height} pixels can't be drawn")
            }
            Self::Layout { reason } => format!("no tight layout: {reason}"),
            Self::Annotation { what, reason, .. } => format!("{what}: {reason}"),
            Self::Chart { source } => format!("a closure given to draw_with failed: {source}"),
            Self::LineData { x, y } => format!("{x} x for {y} y"),
            Self::Lengths {
                got,
                what,
                needed,
                of,
            } => format!("{got} {what} for {needed} {of}"),
            Self::LineData3D { x, y, z } => format!("{x} x and {y} y for {z} z"),
            Self::Setting { name, value, .. } => format!("{name} can't be {value}"),
            Self::Norm { reason } => format!("unusable colour limits: {reason}"),
            Self::UnknownColormap { name, .. } => format!("unknown colormap \"{name}\""),
            Self::UnknownColor { name, .. } => format!("unknown colour \"{name}\""),
            Self::UnknownMarker { name } => format!("unknown marker \"{name}\""),
            Self::PlotFormat { format, reason } => {
                format!("\"{format}\" is no format string: {reason}")
            }
            Self::UnknownInterpolation { name, .. } => format!("unknown interpolation \"{name}\""),
            Self::UnknownNorm { name } => format!("unknown norm \"{name}\""),
            Self::UnknownScale { name, .. } => format!("unknown scale \"{name}\""),
            Self::UnknownWriter { name, .. } => format!("unknown writer \"{name}\""),
            Self::Option { writer, option, .. } => {
                format!("the writer \"{writer}\" can't honour {option}")
            }
            Self::WriterUnavailable { name, reason, .. } => {
                format!("the writer \"{name}\" is not available: {reason}")
            }
            Self::SizeLimit { writer, size, .. } => {
                format!("the writer \"{writer}\" can't encode frames of {size}")
            }
            Self::Program {
                program,
                status,
                stderr_tail,
                ..
            } => {
                let said = if stderr_tail.is_empty() {
                    "it wrote nothing to stderr"
                } else {
                    stderr_tail
                };
                format!("{program} failed ({status}): {said}")
            }
            Self::Stalled {
                writer,
                seconds,
                stderr_tail,
            } => {
                let mut text = format!("{writer} took no frame for {seconds} s and was stopped");
                if !stderr_tail.is_empty() {
                    text += &format!("; it last said: {stderr_tail}");
                }
                text
            }
            Self::Encoder { reason } => format!("the encoder failed: {reason}"),
            Self::Frame { index, source } => format!("frame {index}: {source}"),
            Self::Init { source } => format!("the animation's init function failed: {source}"),
            Self::NoEffect {
                setting, reason, ..
            } => format!("{setting} has no effect: {reason}"),
            Self::Io { path, source } | Self::Read { path, source } => {
                format!("{}: {source}", path.display())
            }
            Self::TemporaryFile { folder, source } => {
                format!("no temporary file in {}: {source}", folder.display())
            }
            Self::Browser { source, .. } => format!("no browser could be started: {source}"),
            Self::Destination { path, reason, .. } => format!("can't write {path}: {reason}"),
            Self::Aborted => "the film was aborted".into(),
            Self::Ended => "this movie has ended with an error before".into(),
            Self::WriterPanicked => "the writer's thread panicked".into(),
        }
    }

    /// What the user can do about it.
    pub fn advice(&self) -> String {
        let nearest = |name: &Option<String>| match name {
            Some(name) => format!("did you mean \"{name}\"? "),
            None => String::new(),
        };
        match self {
            Self::NoFrames => "give at least one frame; no file was written".into(),
            Self::ImageShape { .. } => {
                "give (H, W), (H, W, 1), (H, W, 3) or (H, W, 4) with no zero among them".into()
            }
            Self::ImageView { .. } => "give strides in bytes that stay inside the buffer".into(),
            Self::FrameShape { .. } => "draw them with grab_frame, which scales".into(),
            Self::CanvasSize { .. } => {
                "choose a size and dpi that give 1 to 32767 pixels a side".into()
            }
            Self::Layout { .. } => {
                "make the figure larger, or set the margins with subplots_adjust".into()
            }
            Self::Annotation { advice, .. } => advice.clone(),
            Self::Chart { .. } => "see to what the closure draws".into(),
            Self::LineData { .. } => {
                "give as many x as y, both at once with set_data if their number changes".into()
            }
            Self::Lengths { what, of, .. } => format!("give as many {what} as {of}"),
            Self::LineData3D { .. } => "give as many x as y as z".into(),
            Self::Setting { expected, .. } => format!("give {expected}"),
            Self::Norm { .. } => "give the norm limits and parameters that it can use".into(),
            Self::UnknownColormap { nearest: name, .. } => {
                format!(
                    "{}names are those of matplotlib, with \"_r\" for reversed",
                    nearest(name)
                )
            }
            Self::UnknownColor { nearest: name, .. } => {
                format!(
                    "{}give a name, \"#rrggbb\", a grey such as \"0.5\", or \"C0\" for the cycle's first",
                    nearest(name)
                )
            }
            Self::UnknownMarker { .. } => {
                "give one of . , o v ^ < > 1 2 3 4 8 s p P * h H + x X D d | _, \"$…$\" or none"
                    .into()
            }
            Self::PlotFormat { .. } => {
                "give a colour, a marker and a line style, each once, such as \"r--o\"".into()
            }
            Self::UnknownInterpolation { nearest: name, .. } => {
                format!(
                    "{}choose auto, none, nearest, bilinear, bicubic, hanning, lanczos or another of matplotlib's",
                    nearest(name)
                )
            }
            Self::UnknownNorm { .. } => "choose linear, log, symlog:LINTHRESH, power:GAMMA, \
                                         twoslope:VCENTER or boundary:A,B,C"
                .into(),
            Self::UnknownScale { nearest: name, .. } => {
                format!("{}choose linear, log or symlog", nearest(name))
            }
            Self::UnknownWriter {
                nearest: name,
                known,
                ..
            } => {
                format!("{}known are auto, {}", nearest(name), known.join(", "))
            }
            Self::Option { advice, .. }
            | Self::WriterUnavailable { advice, .. }
            | Self::NoEffect { advice, .. }
            | Self::Destination { advice, .. } => advice.clone(),
            Self::SizeLimit { limit, .. } => format!("its limit is {limit}"),
            Self::Program {
                command, advice, ..
            } => match advice {
                Some(advice) => format!("{advice}; the command was: {command}"),
                None => format!("the command was: {command}"),
            },
            Self::Stalled { .. } => "look at the writer, or give it a longer stall timeout".into(),
            Self::Encoder { .. } => "choose another quality, or another writer".into(),
            Self::Frame { .. } => "see to what makes this frame".into(),
            Self::Init { .. } => "see to what it does with the figure".into(),
            Self::Browser { page, .. } => format!("open {} yourself", page.display()),
            Self::Io { source, .. } => match source.kind() {
                io::ErrorKind::NotFound => "check the path; folders are not made".into(),
                io::ErrorKind::PermissionDenied => "check the permissions".into(),
                io::ErrorKind::StorageFull
                | io::ErrorKind::QuotaExceeded
                | io::ErrorKind::FileTooLarge => {
                    "make room; what was there before is untouched".into()
                }
                io::ErrorKind::BrokenPipe => {
                    "see to what reads the film: it has ended before the film did".into()
                }
                // What a thread that can't be started says.
                io::ErrorKind::WouldBlock => {
                    "close other programs, or allow more processes (ulimit -u)".into()
                }
                _ => "check the file and its disk".into(),
            },
            Self::Read { source, .. } => match source.kind() {
                io::ErrorKind::NotFound => "check the path".into(),
                io::ErrorKind::PermissionDenied => "check the permissions".into(),
                io::ErrorKind::IsADirectory => "give a file, not a folder".into(),
                _ => "check the file and its disk".into(),
            },
            Self::TemporaryFile { .. } => {
                "set TMPDIR (TMP on Windows) to a folder that is there and has room".into()
            }
            Self::Aborted => "what was there before is untouched".into(),
            Self::Ended => "begin a new one".into(),
            Self::WriterPanicked => "this is a bug in the writer; please report it".into(),
        }
    }

    pub(crate) fn read(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Read {
            path: path.into(),
            source,
        }
    }

    /// What the system said of a file where temporary ones are.
    pub(crate) fn temporary(source: io::Error) -> Self {
        Self::TemporaryFile {
            folder: std::env::temp_dir(),
            source: without_path(source),
        }
    }

    pub(crate) fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        // The crate tempfile adds the name that is renamed in the end.
        let source = match source.to_string().contains(HIDDEN_PREFIX) {
            true => without_path(source),
            false => source,
        };
        Self::Io {
            path: path.into(),
            source,
        }
    }

    /// The same error about a film that is called `name`, where it says the name under which that is written.
    pub(crate) fn renamed(mut self, hidden: &Path, name: &Path) -> Self {
        let rename = |text: &mut String| {
            *text = text.replace(&*hidden.to_string_lossy(), &name.to_string_lossy());
        };
        match &mut self {
            Self::Io { path, .. } if is_hidden(path) => *path = name.to_owned(),
            Self::Program {
                command,
                stderr_tail,
                ..
            } => {
                rename(command);
                rename(stderr_tail);
            }
            Self::Stalled { stderr_tail, .. } => rename(stderr_tail),
            _ => (),
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.cause(), self.advice())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Frame { source, .. } | Self::Chart { source } | Self::Init { source } => {
                Some(source.as_ref())
            }
            Self::Io { source, .. }
            | Self::Browser { source, .. }
            | Self::Read { source, .. }
            | Self::TemporaryFile { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// The system's error alone: that of the crate tempfile has the path in its text, too.
fn without_path(error: io::Error) -> io::Error {
    match error.to_string().split_once(" at path \"") {
        Some((reason, _)) => io::Error::new(error.kind(), reason.to_owned()),
        None => error,
    }
}

/// Whether a file, or a folder that it is in, has one of the names that are renamed in the end.
fn is_hidden(path: &Path) -> bool {
    let is_ours = |part: &OsStr| part.to_string_lossy().starts_with(HIDDEN_PREFIX);
    path.iter().any(is_ours)
}

/// What names begin with under which films are written.
pub(crate) const HIDDEN_PREFIX: &str = ".plotreel-";

/// No name is longer; to compare takes the square of the length.
const LONGEST_NAME: usize = 64;

/// The known name nearest to `name`, if one is near enough to be meant.
pub(crate) fn nearest_name<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let name = name.to_lowercase();
    known
        .map(|k| (strsim::jaro_winkler(&name, &k.to_lowercase()), k))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, k)| k.to_owned())
}
