//! Writers by name.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::error::{Error, Result, nearest_name};
#[cfg(feature = "openh264")]
use crate::writers::Openh264Writer;
#[cfg(feature = "webp")]
use crate::writers::WebpWriter;
use crate::writers::ffmpeg::Answers;
use crate::writers::{
    AbortHandle, ApngWriter, AutoWriter, FFMpegFileWriter, FFMpegWriter, Fps, GifWriter,
    HTMLWriter, Metadata, MovieWriter, NullWriter, OutputKind, PageFrames, PlayMode, PngWriter,
};

/// What can be said to a writer that is chosen by name. A writer refuses what it can't honour.
///
/// ```
/// use plotreel::{MovieWriterRegistry, WriterSettings};
///
/// let mut settings = WriterSettings::new((30000, 1001));
/// settings.codec = Some("libx265".into());
/// let writers = MovieWriterRegistry::default();
/// assert_eq!(writers.with_settings("ffmpeg", &settings)?.name(), "ffmpeg");
/// assert!(writers.with_settings("null", &settings).is_err(), "it encodes nothing");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct WriterSettings {
    /// Frames a second.
    pub fps: Fps,
    /// ffmpeg's name of the codec.
    pub codec: Option<String>,
    /// Kilobits a second.
    pub bitrate: Option<u32>,
    /// Arguments for ffmpeg's output.
    pub extra_args: Vec<String>,
    /// What the film says about itself.
    pub metadata: Metadata,
    /// The ffmpeg to run, if it is not the one on PATH.
    pub program: Option<PathBuf>,
    /// How long a writer that is another program may take over one frame.
    pub stall_timeout: Option<Duration>,
    /// How often a film of pictures (GIF, APNG, WebP) plays; 0 is for ever, as is `None`.
    pub loop_count: Option<u32>,
    /// Whether a page (the writer "html") has its frames inside.
    pub embed_frames: Option<bool>,
    /// MiB above which a page is warned of.
    pub embed_limit: Option<f64>,
    /// What a page does at its end.
    pub default_mode: Option<PlayMode>,
    /// How a page keeps its frames.
    pub frame_format: Option<PageFrames>,
    /// What gives up what a writer waits for while it begins.
    pub(crate) abort: AbortHandle,
    /// What ffmpegs have said that they can, for all writers that are made of clones of these settings.
    pub(super) answers: Answers,
}

impl WriterSettings {
    /// Nothing but the frame rate.
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

    /// Refuses a loop count, for writers of what plays once.
    pub(super) fn refuse_loop_count(&self, writer: &str) -> Result<()> {
        self.loop_count.map_or(Ok(()), |count| {
            Err(Error::Option {
                writer: writer.to_owned(),
                option: format!("the loop count {count}"),
                advice: "leave it out, or write .gif, .apng or .webp".into(),
            })
        })
    }

    /// Refuses what only pages have.
    pub(super) fn refuse_page_options(&self, writer: &str) -> Result<()> {
        let option = (self.embed_frames.map(|_| "embed_frames"))
            .or(self.embed_limit.map(|_| "embed_limit"))
            .or(self.default_mode.map(|_| "default_mode"))
            .or(self.frame_format.map(|_| "frame_format"));
        option.map_or(Ok(()), |option| {
            Err(Error::Option {
                writer: writer.to_owned(),
                option: option.into(),
                advice: "leave it out, or write .html".into(),
            })
        })
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
        option.map_or(Ok(()), |option| {
            Err(Error::Option {
                writer: writer.to_owned(),
                option,
                advice: "leave it out, or choose the writer \"ffmpeg\"".into(),
            })
        })
    }
}

/// The writers that can be chosen by name.
///
/// ```
/// use plotreel::{MovieWriterRegistry, NullWriter};
///
/// let mut writers = MovieWriterRegistry::default();
/// writers.register("nothing", |settings| Ok(Box::new(NullWriter::new(settings.fps))));
/// assert!(writers.list().contains(&"nothing"));
/// assert!(writers.is_available("null"));
/// assert!(writers.get("nul", 30).unwrap_err().to_string().contains("did you mean \"null\"?"));
/// ```
#[derive(Clone)]
pub struct MovieWriterRegistry {
    entries: Vec<(String, Factory)>,
}

/// Makes a writer of settings, or refuses those it can't honour.
type Factory = Arc<dyn Fn(&WriterSettings) -> Result<Box<dyn MovieWriter>> + Send + Sync>;

impl MovieWriterRegistry {
    /// Adds a writer, or puts it in the place of the one of this name.
    ///
    /// The writer "auto" chooses it for its [`suffixes`](MovieWriter::suffixes), before those that were added earlier.
    pub fn register(
        &mut self,
        name: &str,
        make: impl Fn(&WriterSettings) -> Result<Box<dyn MovieWriter>> + Send + Sync + 'static,
    ) {
        let make: Factory = Arc::new(make);
        match self.entries.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = make,
            None => self.entries.push((name.to_owned(), make)),
        }
    }

    /// The names of the writers that are made for what has this suffix, the one that was added last before the others.
    pub(super) fn made_for(&self, suffix: &str, fps: Fps, is_numbered: bool) -> Vec<&str> {
        // What a writer is made for does not depend on its settings, some of which it may refuse.
        let settings = WriterSettings::new(fps);
        let is_made = |writer: Box<dyn MovieWriter>| {
            let numbers = writer.output() == OutputKind::Frames;
            numbers == is_numbered && writer.suffixes().contains(&suffix)
        };
        let entries = self.entries.iter().rev();
        let made = entries.filter(|(_, make)| make(&settings).is_ok_and(is_made));
        made.map(|(name, _)| name.as_str()).collect()
    }

    /// The names in the order they were registered, whether they are available or not.
    pub fn list(&self) -> Vec<&str> {
        self.entries.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// Whether the writer of this name is known and can work here.
    pub fn is_available(&self, name: &str) -> bool {
        self.get(name, 30)
            .is_ok_and(|writer| writer.check_available("").is_ok())
    }

    /// The writer of this name at `fps` frames a second; `"auto"` chooses when a film begins.
    ///
    /// # Errors
    /// [`Error::UnknownWriter`], with the nearest name.
    pub fn get(&self, name: &str, fps: impl Into<Fps>) -> Result<Box<dyn MovieWriter>> {
        self.with_settings(name, &WriterSettings::new(fps))
    }

    /// The writer of this name with all settings.
    ///
    /// # Errors
    /// [`Error::UnknownWriter`], or [`Error::Option`] for a setting that it can't honour.
    pub fn with_settings(
        &self,
        name: &str,
        settings: &WriterSettings,
    ) -> Result<Box<dyn MovieWriter>> {
        if name == "auto" {
            let (settings, writers) = (settings.clone(), self.clone());
            return Ok(Box::new(AutoWriter::of(settings, writers)));
        }
        match self.entries.iter().find(|(known, _)| known == name) {
            Some((_, make)) => make(settings),
            None => Err(Error::UnknownWriter {
                name: name.to_owned(),
                nearest: nearest_name(name, self.list().into_iter().chain(["auto"])),
                known: self.list().into_iter().map(str::to_owned).collect(),
            }),
        }
    }
}

impl Default for MovieWriterRegistry {
    /// `ffmpeg`, `ffmpeg_file`, `openh264` and `webp` (with the cargo features of these names), `gif` (also as `pillow`
    /// and `imagemagick`), `apng`, `png`, `html` and `null`.
    fn default() -> Self {
        let mut writers = Self {
            entries: Vec::new(),
        };
        writers.register("ffmpeg", |settings| {
            Ok(Box::new(FFMpegWriter::from_settings(settings.clone())))
        });
        writers.register("ffmpeg_file", |settings| {
            Ok(Box::new(FFMpegFileWriter::from_settings(settings.clone())))
        });
        #[cfg(feature = "openh264")]
        writers.register("openh264", |settings| {
            Ok(Box::new(Openh264Writer::from_settings(settings)?))
        });
        // matplotlib's names for its writers of GIFs.
        for name in ["gif", "pillow", "imagemagick"] {
            writers.register(name, |settings| {
                Ok(Box::new(GifWriter::from_settings(settings)?))
            });
        }
        writers.register("apng", |settings| {
            Ok(Box::new(ApngWriter::from_settings(settings)?))
        });
        #[cfg(feature = "webp")]
        writers.register("webp", |settings| {
            Ok(Box::new(WebpWriter::from_settings(settings)?))
        });
        writers.register("png", |settings| {
            Ok(Box::new(PngWriter::from_settings(settings)?))
        });
        writers.register("html", |settings| {
            Ok(Box::new(HTMLWriter::from_settings(settings)?))
        });
        writers.register("null", |settings| {
            settings.refuse_ffmpeg_options("null", &[])?;
            settings.refuse_page_options("null")?;
            settings.refuse_loop_count("null")?;
            Ok(Box::new(NullWriter::new(settings.fps)))
        });
        writers
    }
}

impl fmt::Debug for MovieWriterRegistry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MovieWriterRegistry")
            .field(&self.list())
            .finish()
    }
}
