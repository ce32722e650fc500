//! The error type: each variant holds facts, its text says the cause and what to do about it.

use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::frame_size::FrameSize;

/// The type of errors from user code.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything that can go wrong between an array and a film.
///
/// [`Display`](fmt::Display) gives the cause and the advice in one sentence; [`Error::cause`] and
/// [`Error::advice`] return them separately. [`Debug`](fmt::Debug) prints the same sentence, because it is shown when
/// `main` returns an error.
///
/// The cause includes the text of an error of the system or of user code, which [`Error::inner`] returns;
/// [`source`](std::error::Error::source) continues after it, so that a report of the whole chain has no text twice.
/// Variants may gain fields: match them with `..`, and make errors of your own writers and artists with
/// [`Error::io`], [`Error::encoder`], [`Error::chart`], [`Error::setting`] and [`Error::writer_unavailable`].
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
    /// The iterator yielded no frames.
    NoFrames,
    /// An array whose shape is not valid for an image.
    #[non_exhaustive]
    ImageShape {
        /// The shape of the array.
        got: Vec<usize>,
    },
    /// An image view whose strides go beyond its bytes.
    #[non_exhaustive]
    ImageView {
        /// What does not fit.
        reason: String,
    },
    /// Ready-made pixels whose size is not that of the frames.
    #[non_exhaustive]
    FrameShape {
        /// (height, width) of the pixels.
        got: (usize, usize),
        /// The size of the film's frames.
        expected: FrameSize,
    },
    /// A figure with no pixels, or with too many.
    #[non_exhaustive]
    CanvasSize {
        /// The requested width in pixels.
        width: f64,
        /// The requested height in pixels.
        height: f64,
    },
    /// `tight_layout` or `constrained_layout` found no layout.
    #[non_exhaustive]
    Layout {
        /// Why not.
        reason: String,
    },
    /// An invalid label, table, box or other annotation of a film's frames.
    #[non_exhaustive]
    Annotation {
        /// What is invalid: a text, a file.
        what: String,
        /// Why not.
        reason: String,
        /// What to do.
        advice: String,
    },
    /// A property that an artist or an axes has not.
    #[non_exhaustive]
    UnknownProperty {
        /// The name as it was given.
        name: String,
        /// The property whose name is nearest, if one is near.
        nearest: Option<String>,
    },
    /// A file that is not a font.
    #[non_exhaustive]
    Font {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
    /// A style sheet that there is not.
    #[non_exhaustive]
    UnknownStyle {
        /// The name as it was given.
        name: String,
        /// The names that are near, the nearest first.
        near: Vec<String>,
    },
    /// An rcParam that there is not, or an invalid value of one.
    #[non_exhaustive]
    StyleParam {
        /// The name of the rcParam.
        key: String,
        /// Where it stands: the file with its line, the style sheet or the call.
        place: String,
        /// What is wrong.
        reason: String,
        /// What to do.
        advice: String,
    },
    /// A closure of `draw_with` failed.
    #[non_exhaustive]
    Chart {
        /// Its error.
        source: BoxError,
    },
    /// x and y have different lengths.
    #[non_exhaustive]
    LineData {
        /// Number of x.
        x: usize,
        /// Number of y.
        y: usize,
    },
    /// A sequence has the wrong length.
    #[non_exhaustive]
    Lengths {
        /// How many there are.
        got: usize,
        /// What they are.
        what: &'static str,
        /// How many there must be.
        needed: usize,
        /// What determines that number.
        of: &'static str,
    },
    /// x, y and z have different lengths.
    #[non_exhaustive]
    LineData3D {
        /// Number of x.
        x: usize,
        /// Number of y.
        y: usize,
        /// Number of z.
        z: usize,
    },
    /// An invalid value of a setting.
    #[non_exhaustive]
    Setting {
        /// The setting, as it is named in its call.
        name: &'static str,
        /// The value.
        value: String,
        /// What is valid.
        expected: &'static str,
    },
    /// Colour limits that the norm can't use.
    #[non_exhaustive]
    Norm {
        /// Why not.
        reason: String,
    },
    /// No colormap has this name.
    #[non_exhaustive]
    UnknownColormap {
        /// The name as given.
        name: String,
        /// The most similar known name.
        nearest: Option<String>,
    },
    /// No interpolation has this name.
    #[non_exhaustive]
    UnknownInterpolation {
        /// The name as given.
        name: String,
        /// The most similar known name.
        nearest: Option<String>,
    },
    /// A text that is not a colour.
    #[non_exhaustive]
    UnknownColor {
        /// The text as given.
        name: String,
        /// The most similar known name.
        nearest: Option<String>,
    },
    /// A text, number or tuple that is not a marker.
    #[non_exhaustive]
    UnknownMarker {
        /// The marker as given.
        name: String,
    },
    /// A format string such as `"r--o"` that is invalid.
    #[non_exhaustive]
    PlotFormat {
        /// The format string as given.
        format: String,
        /// What is wrong with it.
        reason: String,
    },
    /// No norm has this name.
    #[non_exhaustive]
    UnknownNorm {
        /// The name as given.
        name: String,
    },
    /// No axis scale has this name.
    #[non_exhaustive]
    UnknownScale {
        /// The name as given.
        name: String,
        /// The most similar known name.
        nearest: Option<String>,
    },
    /// No writer has this name.
    #[non_exhaustive]
    UnknownWriter {
        /// The name as given.
        name: String,
        /// The most similar known name.
        nearest: Option<String>,
        /// All known names.
        known: Vec<String>,
    },
    /// An option that the chosen writer does not support.
    #[non_exhaustive]
    Option {
        /// The writer.
        writer: String,
        /// The option and its value.
        option: String,
        /// What to do instead.
        advice: String,
    },
    /// A writer that is not available.
    #[non_exhaustive]
    WriterUnavailable {
        /// The writer.
        name: String,
        /// Why not.
        reason: String,
        /// What to do about it.
        advice: String,
    },
    /// Frames that the writer can't encode.
    #[non_exhaustive]
    SizeLimit {
        /// The writer.
        writer: &'static str,
        /// The size of the frames.
        size: FrameSize,
        /// The limit, in words.
        limit: &'static str,
    },
    /// A program that writes the film failed.
    #[non_exhaustive]
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
    #[non_exhaustive]
    Stalled {
        /// The writer.
        writer: String,
        /// The timeout in seconds.
        seconds: f64,
        /// The last lines of its standard error.
        stderr_tail: String,
    },
    /// An encoder failed.
    #[non_exhaustive]
    Encoder {
        /// What it said.
        reason: String,
    },
    /// The source of a frame failed, or the frame can't be drawn.
    #[non_exhaustive]
    Frame {
        /// Index of the frame, from 0.
        index: u64,
        /// Its error.
        source: BoxError,
    },
    /// An animation's init function failed.
    #[non_exhaustive]
    Init {
        /// Its error.
        source: BoxError,
    },
    /// A setting that has no effect on this film.
    #[non_exhaustive]
    NoEffect {
        /// The setting.
        setting: String,
        /// Why.
        reason: String,
        /// What to do.
        advice: String,
    },
    /// A file could not be read.
    #[non_exhaustive]
    Read {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A temporary file could not be created.
    #[non_exhaustive]
    TemporaryFile {
        /// The folder for temporary files.
        folder: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A file could not be written or renamed.
    #[non_exhaustive]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A page was written, but no browser could be started to show it.
    #[non_exhaustive]
    Browser {
        /// The page, which is kept.
        page: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// No film can be written to this destination.
    #[non_exhaustive]
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
    /// A call on a movie that already ended with an error.
    Ended,
    /// The writer's thread panicked.
    WriterPanicked,
}

impl Error {
    /// What happened, in one sentence without a full stop.
    pub fn cause(&self) -> String {
        match self {
            Self::NoFrames => "no frames were given".into(),
            Self::ImageShape { got } => format!("invalid shape {got:?} for image data"),
            Self::ImageView { reason } => format!("invalid image view: {reason}"),
            Self::FrameShape {
                got: (height, width),
                expected,
            } => {
                format!("the pixels are {width}x{height}, but the frames are {expected}")
            }
            Self::CanvasSize { width, height } => {
                format!("a figure of {width} x {height} pixels can't be drawn")
            }
            Self::Layout { reason } => format!("no layout was found: {reason}"),
            Self::Annotation { what, reason, .. } => format!("{what}: {reason}"),
            Self::Chart { source } => format!("a closure given to draw_with failed: {source}"),
            Self::LineData { x, y } => format!("x has {x} values but y has {y}"),
            Self::Lengths {
                got,
                what,
                needed,
                of,
            } => format!("{got} {what} for {needed} {of}"),
            Self::LineData3D { x, y, z } => {
                format!("x has {x} values, y has {y} and z has {z}")
            }
            Self::Setting { name, value, .. } => format!("{name} can't be {value}"),
            Self::Norm { reason } => format!("invalid colour limits: {reason}"),
            Self::UnknownColormap { name, .. } => format!("unknown colormap \"{name}\""),
            Self::Font { path, reason } => {
                format!("{} can't be used as a font: {reason}", path.display())
            }
            Self::UnknownStyle { name, .. } => format!("unknown style sheet \"{name}\""),
            Self::StyleParam {
                key, place, reason, ..
            } => format!("{place}: {key} {reason}"),
            Self::UnknownProperty { name, .. } => format!("there is no property \"{name}\""),
            Self::UnknownColor { name, .. } => format!("unknown colour \"{name}\""),
            Self::UnknownMarker { name } => format!("unknown marker \"{name}\""),
            Self::PlotFormat { format, reason } => {
                format!("\"{format}\" is not a valid format string: {reason}")
            }
            Self::UnknownInterpolation { name, .. } => format!("unknown interpolation \"{name}\""),
            Self::UnknownNorm { name } => format!("unknown norm \"{name}\""),
            Self::UnknownScale { name, .. } => format!("unknown scale \"{name}\""),
            Self::UnknownWriter { name, .. } => format!("unknown writer \"{name}\""),
            Self::Option { writer, option, .. } => {
                format!("the writer \"{writer}\" does not support {option}")
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
                format!(
                    "can't create a temporary file in {}: {source}",
                    folder.display()
                )
            }
            Self::Browser { source, .. } => format!("no browser could be started: {source}"),
            Self::Destination { path, reason, .. } => format!("can't write {path}: {reason}"),
            Self::Aborted => "the film was aborted".into(),
            Self::Ended => "this movie already ended with an error".into(),
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
                "give (H, W), (H, W, 1), (H, W, 3) or (H, W, 4), each length above 0".into()
            }
            Self::ImageView { .. } => "give strides in bytes that stay inside the buffer".into(),
            Self::FrameShape { .. } => "resize them, or draw them with grab_frame".into(),
            Self::CanvasSize { .. } => {
                "choose a size and dpi that give 1 to 32767 pixels per side".into()
            }
            Self::Layout { .. } => {
                "make the figure larger, or set the margins with subplots_adjust".into()
            }
            Self::Annotation { advice, .. } => advice.clone(),
            Self::Chart { .. } => "check what the closure draws".into(),
            Self::LineData { .. } => {
                "give x and y of the same length; use set_data if the length changes".into()
            }
            Self::Lengths { what, of, .. } => format!("give as many {what} as {of}"),
            Self::LineData3D { .. } => "give x, y and z of the same length".into(),
            Self::Setting { expected, .. } => format!("give {expected}"),
            Self::Norm { .. } => "give limits and parameters that are valid for the norm".into(),
            Self::UnknownColormap { nearest: name, .. } => {
                format!(
                    "{}names are those of matplotlib, with \"_r\" for reversed",
                    nearest(name)
                )
            }
            Self::UnknownColor { nearest: name, .. } => {
                format!(
                    "{}give a name, \"#rrggbb\", a grey such as \"0.5\", or \"C0\" for the first of the cycle",
                    nearest(name)
                )
            }
            Self::Font { .. } => "give a TrueType or OpenType file (.ttf, .otf or .ttc)".into(),
            Self::UnknownStyle { near, .. } => match &near[..] {
                [] => {
                    "Style::available() lists the names; files are read by Style::from_file".into()
                }
                near => format!(
                    "did you mean {}? Style::available() lists all",
                    quoted(near)
                ),
            },
            Self::StyleParam { advice, .. } => advice.clone(),
            Self::UnknownProperty { nearest: name, .. } => {
                format!("{}properties() lists all that there are", nearest(name))
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
            Self::UnknownNorm { .. } => {
                "choose linear, centered:VCENTER, log, symlog:LINTHRESH, power:GAMMA, \
                                         twoslope:VCENTER or boundary:A,B,C"
                    .into()
            }
            Self::UnknownScale { nearest: name, .. } => {
                format!("{}choose linear, log or symlog", nearest(name))
            }
            Self::UnknownWriter {
                nearest: name,
                known,
                ..
            } => {
                format!("{}choose auto, {}", nearest(name), known.join(", "))
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
            Self::Stalled { .. } => "check the writer, or set a longer stall timeout".into(),
            Self::Encoder { .. } => "choose another quality, or another writer".into(),
            Self::Frame { .. } => "check what produces this frame".into(),
            Self::Init { .. } => "check what it does with the figure".into(),
            Self::Browser { page, .. } => format!("open {} yourself", page.display()),
            Self::Io { source, .. } => match source.kind() {
                io::ErrorKind::NotFound => "check the path; folders are not created".into(),
                io::ErrorKind::PermissionDenied => "check the permissions".into(),
                io::ErrorKind::StorageFull
                | io::ErrorKind::QuotaExceeded
                | io::ErrorKind::FileTooLarge => {
                    "free some space; an existing file is untouched".into()
                }
                io::ErrorKind::BrokenPipe => {
                    "check the program that reads the film: it ended before the film did".into()
                }
                // The error if a thread can't be started.
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
                "set TMPDIR (TMP on Windows) to an existing folder with enough space".into()
            }
            Self::Aborted => "an existing file is untouched".into(),
            Self::Ended => "begin a new movie".into(),
            Self::WriterPanicked => "this is a bug in the writer; please report it".into(),
        }
    }

    /// The error of the system or of user code that this one reports, if there is one.
    ///
    /// ```
    /// use plotreel::{Figure, Error};
    ///
    /// let fig = Figure::new((1.0, 1.0), 50.0);
    /// let error = fig.savefig("no/such/folder/figure.png").unwrap_err();
    /// let system = error.inner().and_then(|inner| inner.downcast_ref::<std::io::Error>());
    /// assert_eq!(system.map(std::io::Error::kind), Some(std::io::ErrorKind::NotFound));
    /// ```
    pub fn inner(&self) -> Option<&(dyn std::error::Error + 'static)> {
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

    /// A file could not be written: [`Error::Io`].
    pub fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        // The crate tempfile adds the hidden name to its message.
        let source = match source.to_string().contains(HIDDEN_PREFIX) {
            true => without_path(source),
            false => source,
        };
        Self::Io {
            path: path.into(),
            source,
        }
    }

    /// An encoder failed: [`Error::Encoder`].
    pub fn encoder(reason: impl Into<String>) -> Self {
        Self::Encoder {
            reason: reason.into(),
        }
    }

    /// A drawing failed: [`Error::Chart`].
    pub fn chart(source: impl Into<BoxError>) -> Self {
        Self::Chart {
            source: source.into(),
        }
    }

    /// An invalid value of a setting, and what is valid: [`Error::Setting`].
    ///
    /// ```
    /// let error = plotreel::Error::setting("sides", 2, "three sides or more");
    /// assert_eq!(error.to_string(), "sides can't be 2: give three sides or more");
    /// ```
    pub fn setting(name: &'static str, value: impl fmt::Display, expected: &'static str) -> Self {
        Self::Setting {
            name,
            value: value.to_string(),
            expected,
        }
    }

    /// A writer is not available: [`Error::WriterUnavailable`].
    pub fn writer_unavailable(
        name: impl Into<String>,
        reason: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self::WriterUnavailable {
            name: name.into(),
            reason: reason.into(),
            advice: advice.into(),
        }
    }

    pub(crate) fn read(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Read {
            path: path.into(),
            source,
        }
    }

    /// The system's error for a temporary file.
    pub(crate) fn temporary(source: io::Error) -> Self {
        Self::TemporaryFile {
            folder: std::env::temp_dir(),
            source: without_path(source),
        }
    }

    /// The same error, with the film's own `name` instead of its hidden one.
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
    /// The source of [`Error::inner`], whose own text is part of this one.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.inner().and_then(std::error::Error::source)
    }
}

/// The system's error without the path that the crate tempfile adds to its text.
fn without_path(error: io::Error) -> io::Error {
    match error.to_string().split_once(" at path \"") {
        Some((reason, _)) => io::Error::new(error.kind(), reason.to_owned()),
        None => error,
    }
}

/// Whether a file, or a folder that it is in, has a hidden name.
fn is_hidden(path: &Path) -> bool {
    let is_ours = |part: &OsStr| part.to_string_lossy().starts_with(HIDDEN_PREFIX);
    path.iter().any(is_ours)
}

/// The prefix of the hidden names under which films are written.
pub(crate) const HIDDEN_PREFIX: &str = ".plotreel-";

/// Longer names are not compared, because a comparison takes the square of the length.
const LONGEST_NAME: usize = 64;

/// The known name most similar to `name`, if one is similar enough.
pub(crate) fn nearest_name<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    near_names(name, known).into_iter().next()
}

/// How many names are listed that are near.
const MOST_NEAR: usize = 5;

/// The known names similar to `name`, the most similar one first.
pub(crate) fn near_names<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    if name.len() > LONGEST_NAME {
        return Vec::new();
    }
    let name = name.to_lowercase();
    let likeness = |known: &str| strsim::jaro_winkler(&name, &known.to_lowercase());
    let near = known.map(|known| (likeness(known), known));
    let mut near: Vec<_> = near.filter(|(likeness, _)| *likeness > 0.8).collect();
    // Of equals the last counts.
    near.reverse();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.truncate(MOST_NEAR);
    near.into_iter().map(|(_, name)| name.to_owned()).collect()
}

/// Names in quotes, with commas between them.
pub(crate) fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(", ")
}
