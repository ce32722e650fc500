//! The settings of writers, and their setters.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{Error, Result};
use crate::writers::ffmpeg::Answers;
use crate::writers::{AbortHandle, Fps, Metadata, PageFrames, PlayMode};

/// The settings of a writer that is chosen by name. A writer refuses those that it does not support.
///
/// ```
/// use plotreel::writers::{MovieWriterRegistry, WriterSettings};
///
/// let settings = WriterSettings::new((30000, 1001)).with_codec("libx265");
/// let writers = MovieWriterRegistry::default();
/// assert_eq!(writers.with_settings("ffmpeg", &settings)?.name(), "ffmpeg");
/// assert!(writers.with_settings("null", &settings).is_err(), "it encodes nothing");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct WriterSettings {
    /// Frames per second.
    pub(crate) fps: Fps,
    /// ffmpeg's name of the codec.
    pub(crate) codec: Option<String>,
    /// Kilobits per second.
    pub(crate) bitrate: Option<u32>,
    /// Arguments for ffmpeg's output.
    pub(crate) extra_args: Vec<String>,
    /// The metadata of the film.
    pub(crate) metadata: Metadata,
    /// The ffmpeg to run, if it is not the one on PATH.
    pub(crate) program: Option<PathBuf>,
    /// How long a writer that is an external program may take for one frame.
    pub(crate) stall_timeout: Option<Duration>,
    /// How many times a film of pictures (GIF, APNG, WebP) plays; 0 is forever, as is `None`.
    pub(crate) loop_count: Option<u32>,
    /// Whether a page (the writer "html") embeds its frames.
    pub(crate) embed_frames: Option<bool>,
    /// The size of a page in MiB above which a warning is given.
    pub(crate) embed_limit: Option<f64>,
    /// What a page's player does at the end of the film.
    pub(crate) default_mode: Option<PlayMode>,
    /// How a page keeps its frames.
    pub(crate) frame_format: Option<PageFrames>,
    /// Interrupts the waiting of a writer while it begins.
    pub(crate) abort: AbortHandle,
    /// The encoders of the queried ffmpegs, shared by all writers made from clones of these settings.
    pub(super) answers: Answers,
}

/// The error for an option that a writer does not support, if one is set.
fn refuse(writer: &str, option: Option<String>, instead: &str) -> Result<()> {
    option.map_or(Ok(()), |option| {
        Err(Error::Option {
            writer: writer.to_owned(),
            option,
            advice: format!("leave it out, or {instead}"),
        })
    })
}

/// Methods that return a field.
macro_rules! getters {
    ($($field:ident: $type:ty, $doc:literal;)+) => {$(
        #[doc = $doc]
        pub fn $field(&self) -> $type {
            self.$field
        }
    )+};
}

/// Setters of [`WriterSettings`], for types with them in this field, and for themselves; a name may be preceded by further documentation.
macro_rules! settings_setters {
    ($($(#[$more:meta])* $setting:ident;)+) => {
        $crate::writers::settings_setters! { @each [] $([$(#[$more])*] $setting;)+ }
    };
    ($($field:ident).+: $($(#[$more:meta])* $setting:ident;)+) => {
        $crate::writers::settings_setters! { @each [$($field).+] $([$(#[$more])*] $setting;)+ }
    };
    (@each $field:tt $($more:tt $setting:ident;)+) => {
        $($crate::writers::settings_setters! { @$setting $field $more })+
    };
    (@codec [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// ffmpeg's name of the codec (`libx264`, `hevc`, …).
        $(#[$more])*
        pub fn with_codec(mut self, codec: &str) -> Self {
            self.$($field.)*codec = Some(codec.to_owned());
            self
        }
    };
    (@bitrate [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// Kilobits per second.
        $(#[$more])*
        pub fn with_bitrate(mut self, kbps: u32) -> Self {
            self.$($field.)*bitrate = Some(kbps);
            self
        }
    };
    (@extra_args [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// Arguments for ffmpeg's output, after ours. One that makes ffmpeg stop before its input ends (`-t`,
        /// `-frames:v`) ends in an error, because frames would be lost.
        $(#[$more])*
        pub fn with_extra_args<S: Into<String>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
            self.$($field.)*extra_args = args.into_iter().map(Into::into).collect();
            self
        }
    };
    (@metadata [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// All metadata of the film.
        $(#[$more])*
        pub fn with_metadata(mut self, metadata: $crate::writers::Metadata) -> Self {
            self.$($field.)*metadata = metadata;
            self
        }
    };
    (@program [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// The ffmpeg to run; by default the one beside this executable, else the one on PATH.
        $(#[$more])*
        pub fn with_program(mut self, program: impl Into<std::path::PathBuf>) -> Self {
            self.$($field.)*program = Some(program.into());
            self
        }
    };
    (@stall_timeout [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// How long ffmpeg may take for one frame, or to complete the film, before it is stopped with an error.
        /// By default there is no limit.
        $(#[$more])*
        pub fn with_stall_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.$($field.)*stall_timeout = Some(timeout);
            self
        }
    };
    (@loop_count [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// How many times a film of pictures (GIF, APNG, WebP) plays; 0, the default, is forever.
        $(#[$more])*
        pub fn with_loop_count(mut self, plays: u32) -> Self {
            self.$($field.)*loop_count = Some(plays);
            self
        }
    };
    (@embed_frames [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// Whether a page embeds its frames, the default, or has them in a folder beside it.
        $(#[$more])*
        pub fn with_embed_frames(mut self, embed: bool) -> Self {
            self.$($field.)*embed_frames = Some(embed);
            self
        }
    };
    (@embed_limit [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// The size of a page in MiB above which a warning is logged once; 20 by default. The page stays complete:
        /// matplotlib drops the frames beyond the limit.
        $(#[$more])*
        pub fn with_embed_limit(mut self, mebibytes: f64) -> Self {
            self.$($field.)*embed_limit = Some(mebibytes);
            self
        }
    };
    (@default_mode [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// What a page's player does at the end of the film, until the viewer chooses another mode.
        $(#[$more])*
        pub fn with_default_mode(mut self, mode: $crate::writers::PlayMode) -> Self {
            self.$($field.)*default_mode = Some(mode);
            self
        }
    };
    (@frame_format [$($field:ident).*] [$(#[$more:meta])*]) => {
        /// Whether the frames in a page are images or a video.
        $(#[$more])*
        pub fn with_frame_format(mut self, frames: $crate::writers::PageFrames) -> Self {
            self.$($field.)*frame_format = Some(frames);
            self
        }
    };
}
pub(crate) use settings_setters;

impl WriterSettings {
    /// Settings with the frame rate only.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self {
            fps: fps.into(),
            codec: None,
            bitrate: None,
            extra_args: Vec::new(),
            metadata: Metadata::new(),
            program: None,
            stall_timeout: None,
            loop_count: None,
            embed_frames: None,
            embed_limit: None,
            default_mode: None,
            frame_format: None,
            abort: AbortHandle::new(),
            answers: Answers::default(),
        }
    }

    /// Frames per second: an integer, a fraction such as `(30000, 1001)`, or a float.
    pub fn with_fps(mut self, fps: impl Into<Fps>) -> Self {
        self.fps = fps.into();
        self
    }

    settings_setters! {
        codec;
        bitrate;
        extra_args;
        metadata;
        program;
        stall_timeout;
        loop_count;
        embed_frames;
        embed_limit;
        default_mode;
        frame_format;
    }

    getters! {
        fps: Fps, "Frames per second.";
        bitrate: Option<u32>, "Kilobits per second.";
        stall_timeout: Option<Duration>, "How long a writer that is an external program may take for one frame.";
        loop_count: Option<u32>,
            "How many times a film of pictures (GIF, APNG, WebP) plays; 0 is forever, as is `None`.";
        embed_frames: Option<bool>, "Whether a page (the writer \"html\") embeds its frames.";
        embed_limit: Option<f64>, "The size of a page in MiB above which a warning is given.";
        default_mode: Option<PlayMode>, "What a page's player does at the end of the film.";
        frame_format: Option<PageFrames>, "How a page keeps its frames.";
    }

    /// ffmpeg's name of the codec.
    pub fn codec(&self) -> Option<&str> {
        self.codec.as_deref()
    }

    /// Arguments for ffmpeg's output.
    pub fn extra_args(&self) -> &[String] {
        &self.extra_args
    }

    /// The metadata of the film.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The ffmpeg to run, if it is not the one on PATH.
    pub fn program(&self) -> Option<&Path> {
        self.program.as_deref()
    }

    /// Refuses a loop count, for writers of what plays once.
    pub(super) fn refuse_loop_count(&self, writer: &str) -> Result<()> {
        let option = self
            .loop_count
            .map(|count| format!("the loop count {count}"));
        refuse(writer, option, "write .gif, .apng or .webp")
    }

    /// Refuses what only pages have.
    pub(super) fn refuse_page_options(&self, writer: &str) -> Result<()> {
        let option = (self.embed_frames.map(|_| "embed_frames"))
            .or(self.embed_limit.map(|_| "embed_limit"))
            .or(self.default_mode.map(|_| "default_mode"))
            .or(self.frame_format.map(|_| "frame_format"));
        refuse(writer, option.map(Into::into), "write .html")
    }

    /// Refuses what only ffmpeg can honour; a codec may be one of those that the writer has anyway.
    pub(super) fn refuse_ffmpeg_options(&self, writer: &str, codecs: &[&str]) -> Result<()> {
        let codec = self
            .codec
            .as_deref()
            .filter(|codec| !codecs.contains(codec));
        let args = (!self.extra_args.is_empty()).then(|| self.extra_args.join(" "));
        let option = (codec.map(|codec| format!("codec \"{codec}\"")))
            .or(self.bitrate.map(|kbps| format!("bitrate {kbps}")))
            .or(args.map(|args| format!("the ffmpeg arguments \"{args}\"")))
            .or((self.program.as_ref()).map(|path| format!("the ffmpeg {}", path.display())))
            .or(self
                .stall_timeout
                .map(|timeout| format!("a stall timeout of {timeout:?}")));
        refuse(writer, option, "choose the writer \"ffmpeg\"")
    }
}
