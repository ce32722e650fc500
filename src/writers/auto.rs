//! The writer that is there: ffmpeg where it is found, else the embedded encoder.

use crate::error::{Error, Result};
#[cfg(feature = "openh264")]
use crate::writers::Openh264Writer;
use crate::writers::{
    FFMpegWriter, Fps, FrameFormat, FrameSink, MovieWriter, Output, WriterSettings,
};

/// Chooses a writer when a film begins: ffmpeg if it runs and has the encoder that the suffix asks for, else the
/// embedded encoder for `.mp4` and `.m4v`, with a warning in the log.
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

    /// The writer for this suffix here, and why it is not ffmpeg.
    fn choose(&self, suffix: &str) -> Result<(Box<dyn MovieWriter>, Option<String>)> {
        let missing = match self.ffmpeg.can_encode(suffix) {
            Ok(true) => return Ok((Box::new(self.ffmpeg.clone()), None)),
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

    fn check_available(&self, suffix: &str) -> Result<()> {
        self.choose(suffix).map(|_| ())
    }

    fn supports_transparency(&self, suffix: &str) -> bool {
        self.choose(suffix)
            .is_ok_and(|(writer, _)| writer.supports_transparency(suffix))
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        let (writer, why) = self.choose(outfile.suffix())?;
        if let Some(why) = why {
            log::warn!("{why}; using the writer \"{}\"", writer.name());
        }
        writer.setup(outfile, format)
    }
}
