//! The error type: each variant holds facts; report.rs says the cause and what to do about it.

mod constructors;
mod hidden_names;
mod report;
mod similar_names;

use std::io;
use std::path::PathBuf;

use crate::frame_size::FrameSize;

pub(crate) use hidden_names::HIDDEN_PREFIX;
pub(crate) use similar_names::{near_names, nearest_name, quoted};

/// The type of errors from user code.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything that can go wrong between an array and a film.
///
/// [`Display`](std::fmt::Display) gives the cause and the advice in one sentence; [`Error::cause`] and
/// [`Error::advice`] return them separately. [`Debug`](std::fmt::Debug) prints the same sentence, because it is shown when
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
    /// A file that is not a part of the film that it should be joined with.
    #[non_exhaustive]
    Part {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: String,
        /// What to do.
        advice: String,
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
