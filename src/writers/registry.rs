//! Writers by name.

use std::fmt;
use std::sync::Arc;

use crate::error::{Error, Result, nearest_name};
#[cfg(feature = "openh264")]
use crate::writers::Openh264Writer;
#[cfg(feature = "webp")]
use crate::writers::WebpWriter;
use crate::writers::{
    ApngWriter, AutoWriter, FFMpegFileWriter, FFMpegWriter, Fps, GifWriter, HTMLWriter,
    MovieWriter, NullWriter, OutputKind, PngWriter, WriterSettings,
};

/// The writers that can be chosen by name.
///
/// ```
/// use plotreel::NullWriter;
/// use plotreel::writers::MovieWriterRegistry;
///
/// let mut writers = MovieWriterRegistry::default();
/// writers.register("nothing", |settings| Ok(Box::new(NullWriter::new(settings.fps()))));
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
    /// Adds a writer, or replaces the one of this name.
    ///
    /// The writer "auto" chooses it for its [`suffixes`](MovieWriter::suffixes), in preference to those added earlier.
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

    /// The names of the writers for this suffix, the last one added first.
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

    /// Whether the writer of this name is registered and available.
    pub fn is_available(&self, name: &str) -> bool {
        self.get(name, 30)
            .is_ok_and(|writer| writer.check_available("").is_ok())
    }

    /// The writer of this name at `fps` frames per second; `"auto"` chooses when a film begins.
    ///
    /// # Errors
    /// [`Error::UnknownWriter`], with the nearest name.
    pub fn get(&self, name: &str, fps: impl Into<Fps>) -> Result<Box<dyn MovieWriter>> {
        self.with_settings(name, &WriterSettings::new(fps))
    }

    /// The writer of this name with all settings.
    ///
    /// # Errors
    /// [`Error::UnknownWriter`], or [`Error::Option`] for a setting that it does not support.
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
            Ok(Box::new(NullWriter::from_settings(settings)?))
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
