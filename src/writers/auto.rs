//! The writer that a suffix asks for and that is there.

use crate::error::{Error, Result};
#[cfg(feature = "openh264")]
use crate::writers::Openh264Writer;
#[cfg(feature = "webp")]
use crate::writers::WebpWriter;
use crate::writers::{
    ApngWriter, FFMpegWriter, Fps, FrameFormat, FrameSink, GifWriter, HTMLWriter, MovieWriter,
    Output, OutputKind, PngWriter, Sink, WriterSettings,
};

/// ffmpeg's names of what the embedded encoder makes.
pub(super) const EMBEDDED_CODECS: [&str; 2] = ["h264", "libopenh264"];

/// Chooses a writer when a film begins, by the suffix of its name.
///
/// | suffix | writer |
/// |---|---|
/// | `.gif` | `gif` |
/// | `.apng`, `.png` | `apng` |
/// | `.png` with a pattern, such as `frame%04d.png` | `png` |
/// | `.html`, `.htm` | `html` |
/// | `.webp` | `webp`, lossless (cargo feature `webp`) |
/// | any other, or any of these with a codec, a bitrate or an argument for ffmpeg | `ffmpeg` |
/// | `.mp4`, `.m4v` where no ffmpeg runs that has the encoder | `openh264`, with a warning in the log |
///
/// ```no_run
/// use plotreel::{AutoWriter, Figure, MovieWriterExt};
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
}

impl AutoWriter {
    /// A writer of `fps` frames a second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self::from_settings(WriterSettings::new(fps))
    }

    pub(crate) fn from_settings(settings: WriterSettings) -> Self {
        Self {
            ffmpeg: FFMpegWriter::from_settings(settings),
        }
    }

    /// The writer for this suffix that is better than ffmpeg, unless ffmpeg is asked for.
    fn native(&self, suffix: &str) -> Result<Option<Box<dyn MovieWriter>>> {
        let settings = self.ffmpeg.settings();
        if settings.refuse_ffmpeg_options("", &[]).is_err() {
            return Ok(None);
        }
        Ok(Some(match suffix {
            "gif" => Box::new(GifWriter::from_settings(settings)?),
            "apng" | "png" => Box::new(ApngWriter::from_settings(settings)?),
            "html" | "htm" => Box::new(HTMLWriter::from_settings(settings)?),
            #[cfg(feature = "webp")]
            "webp" => Box::new(WebpWriter::from_settings(settings)?),
            _ => return Ok(None),
        }))
    }

    /// The writer for this suffix here, and, if it stands in for ffmpeg, why.
    fn choose(&self, suffix: &str) -> Result<(Box<dyn MovieWriter>, Option<String>)> {
        if let Some(native) = self.native(suffix)? {
            return Ok((native, None));
        }
        let codec = self.ffmpeg.settings().codec.as_deref();
        let missing = match self.ffmpeg.can_encode(suffix) {
            Ok(true) => return Ok((Box::new(self.ffmpeg.clone()), None)),
            // A codec that neither has is missed in ffmpeg.
            Ok(false) if codec.is_some_and(|codec| !EMBEDDED_CODECS.contains(&codec)) => {
                return Err(self.ffmpeg.no_encoder(suffix));
            }
            Ok(false) => self.ffmpeg.no_encoder(suffix),
            // Whoever names an ffmpeg wants to know that it does not run.
            Err(error) if self.ffmpeg.settings().program.is_some() => return Err(error),
            Err(error) => error,
        };
        let cause = missing.cause();
        Ok((self.embedded(suffix, missing)?, Some(cause)))
    }

    #[cfg(feature = "openh264")]
    fn embedded(&self, suffix: &str, missing: Error) -> Result<Box<dyn MovieWriter>> {
        if !Openh264Writer::SUFFIXES.contains(&suffix) {
            return Err(advise(
                missing,
                "install ffmpeg or a fuller one, pass its path, choose another codec, or name the file .mp4",
            ));
        }
        // Of ffmpeg's settings only these say how it is found and run, not what the film is to be.
        let settings = WriterSettings {
            program: None,
            stall_timeout: None,
            ..self.ffmpeg.settings().clone()
        };
        let writer = Openh264Writer::from_settings(&settings).map_err(|error| match error {
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
        })?;
        Ok(Box::new(writer))
    }

    #[cfg(not(feature = "openh264"))]
    fn embedded(&self, _: &str, missing: Error) -> Result<Box<dyn MovieWriter>> {
        Err(advise(
            missing,
            "install ffmpeg, pass its path, or build with the cargo feature \"openh264\"",
        ))
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
        if matches!(outfile.sink(), Sink::Frames(_)) {
            return PngWriter::from_settings(self.ffmpeg.settings())?.setup(outfile, format);
        }
        let (writer, why) = self.choose(outfile.suffix())?;
        if let Some(why) = why {
            log::warn!("{why}; using the writer \"{}\"", writer.name());
        }
        writer.setup(outfile, format)
    }
}
