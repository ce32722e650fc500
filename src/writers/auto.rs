//! The writer for a suffix, among those available.

use crate::error::{Error, Result};
use crate::writers::{
    FFMpegWriter, Fps, FrameFormat, FrameSink, MovieWriter, MovieWriterRegistry, Output,
    OutputKind, Sink, WriterSettings, embedded,
};

/// Chooses a writer when a film begins, by the suffix of its name.
///
/// It is the writer of its [`MovieWriterRegistry`] that lists the suffix ([`MovieWriter::suffixes`]) and is available;
/// the last one added takes precedence. If there is none, it is ffmpeg:
///
/// | suffix | writer |
/// |---|---|
/// | `.gif` | `gif` |
/// | `.apng`, `.png` | `apng` |
/// | `.png` with a pattern, such as `frame%04d.png` | `png` |
/// | `.html`, `.htm` | `html` |
/// | `.webp` | `webp`, lossless (cargo feature `webp`) |
/// | any other, or any of these with a codec, a bitrate or an argument for ffmpeg | `ffmpeg` |
/// | `.mp4`, `.m4v` if no ffmpeg with the encoder is found | `openh264`, with a warning in the log |
///
/// ```no_run
/// use plotreel::{Figure, MovieWriterExt};
/// use plotreel::writers::AutoWriter;
///
/// let fig = Figure::new((6.4, 4.8), 100.0);
/// let mut movie = AutoWriter::new(30).saving(&fig, "film.mp4", 100.0)?;
/// movie.grab_frame(&fig)?;
/// let writer = movie.stats().writer.clone(); // "ffmpeg" or "openh264"
/// movie.finish()?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct AutoWriter {
    ffmpeg: FFMpegWriter,
    writers: MovieWriterRegistry,
}

/// A writer, and the reason if it replaces another.
type Choice<W = Box<dyn MovieWriter>> = (W, Option<String>);

impl AutoWriter {
    /// A writer of `fps` frames per second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self::of(WriterSettings::new(fps), MovieWriterRegistry::default())
    }

    /// One that chooses among these.
    pub(super) fn of(settings: WriterSettings, writers: MovieWriterRegistry) -> Self {
        Self {
            ffmpeg: FFMpegWriter::from_settings(settings),
            writers,
        }
    }

    /// The writer for this suffix here.
    fn choose(&self, suffix: &str) -> Result<Choice> {
        let settings = self.ffmpeg.settings();
        if settings.refuse_ffmpeg_options("", &[]).is_err() {
            return self.choose_encoder(suffix);
        }
        let (made, missing) = self.made_for(suffix, false)?;
        let (writer, why) = match made {
            Some(writer) => (writer, None),
            None => self.choose_encoder(suffix)?,
        };
        Ok((writer, missing.or(why)))
    }

    /// The writer that is made for films, or numbered files, with this suffix, and why another is not available.
    fn made_for(
        &self,
        suffix: &str,
        is_numbered: bool,
    ) -> Result<Choice<Option<Box<dyn MovieWriter>>>> {
        let settings = self.ffmpeg.settings();
        let mut missing = None;
        for name in self.writers.made_for(suffix, settings.fps, is_numbered) {
            let writer = self.writers.with_settings(name, settings)?;
            match writer.check_available(suffix) {
                Ok(()) => return Ok((Some(writer), missing)),
                Err(error) => missing = missing.or(Some(error.cause())),
            }
        }
        Ok((None, missing))
    }

    /// ffmpeg, or its replacement.
    fn choose_encoder(&self, suffix: &str) -> Result<Choice> {
        let codec = self.ffmpeg.settings().codec.as_deref();
        let missing = match self.ffmpeg.can_encode(suffix) {
            Ok(true) => {
                let settings = self.ffmpeg.settings();
                return Ok((self.writers.with_settings("ffmpeg", settings)?, None));
            }
            // A codec that neither has is reported as missing in ffmpeg.
            Ok(false) if codec.is_some_and(|codec| !embedded::CODECS.contains(&codec)) => {
                return Err(self.ffmpeg.no_encoder(suffix));
            }
            Ok(false) => self.ffmpeg.no_encoder(suffix),
            // If an ffmpeg is named, its failure is reported.
            Err(error) if self.ffmpeg.settings().program.is_some() => return Err(error),
            Err(error) => error,
        };
        let cause = missing.cause();
        Ok((self.embedded(suffix, missing)?, Some(cause)))
    }

    /// The replacement of ffmpeg.
    fn embedded(&self, suffix: &str, missing: Error) -> Result<Box<dyn MovieWriter>> {
        let embedded = self.writers.get(embedded::NAME, self.fps());
        let advice = match embedded.map(|writer| writer.check_available(suffix)) {
            Ok(Ok(())) => None,
            Ok(Err(_)) => Some(
                "install ffmpeg or a fuller one, pass its path, choose another codec, or name the file .mp4",
            ),
            Err(_) => {
                Some("install ffmpeg, pass its path, or build with the cargo feature \"openh264\"")
            }
        };
        if let Some(advice) = advice {
            return Err(advise(missing, advice));
        }
        // Only these of ffmpeg's settings are about finding and running it, not about the film.
        let settings = WriterSettings {
            program: None,
            stall_timeout: None,
            ..self.ffmpeg.settings().clone()
        };
        let writer = self.writers.with_settings(embedded::NAME, &settings);
        writer.map_err(|error| match error {
            Error::Option {
                writer,
                option,
                advice,
            } => Error::Option {
                writer,
                option,
                advice: format!("{}; {advice}", missing.cause()),
            },
            other => other,
        })
    }
}

/// The same cause with advice that holds here.
fn advise(error: Error, advice: &str) -> Error {
    match error {
        Error::WriterUnavailable { name, reason, .. } => Error::WriterUnavailable {
            name,
            reason,
            advice: advice.to_owned(),
        },
        other => other,
    }
}

impl MovieWriter for AutoWriter {
    fn name(&self) -> &str {
        "auto"
    }

    fn fps(&self) -> Fps {
        self.ffmpeg.fps()
    }

    fn output(&self) -> OutputKind {
        OutputKind::FilmOrFrames
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        self.choose(suffix).map(|_| ())
    }

    fn supports_transparency(&self, suffix: &str) -> bool {
        self.choose(suffix)
            .is_ok_and(|(writer, _)| writer.supports_transparency(suffix))
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        let suffix = outfile.suffix();
        let numbered = match outfile.sink() {
            Sink::Frames(_) => self.made_for(suffix, true)?,
            _ => (None, None),
        };
        let (writer, why) = match numbered {
            (Some(writer), why) => (writer, why),
            (None, _) => self.choose(suffix)?,
        };
        if let Some(why) = why {
            log::warn!("{why}; using the writer \"{}\"", writer.name());
        }
        writer.setup(outfile, format)
    }
}
