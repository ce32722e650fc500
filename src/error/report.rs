//! What errors say: the cause, what to do, and the error that they report.

use std::fmt;
use std::io;

use crate::error::{Error, quoted};

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
            Self::Part { path, reason, .. } => {
                format!("{} can't be joined: {reason}", path.display())
            }
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
                "choose linear, centered:VCENTER, log, symlog:LINTHRESH, asinh:WIDTH, power:GAMMA, \
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
            | Self::Part { advice, .. }
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
