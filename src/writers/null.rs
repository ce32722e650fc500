//! A writer that writes nothing, to measure how fast frames are drawn.

use crate::error::Result;
use crate::writers::{
    Fps, Frame, FrameFormat, FrameSink, MovieWriter, Output, OutputKind, WriterSettings,
};

const NAME: &str = "null";

/// Takes frames and writes nothing: for benchmarks. Needs no destination; a destination that is given is not touched.
///
/// ```
/// use plotreel::{Figure, MovieWriterExt, NullWriter};
///
/// let fig = Figure::new((6.4, 4.8), 100.0);
/// let mut movie = NullWriter::new(30).saving(&fig, "nothing", 100.0)?;
/// movie.grab_frame(&fig)?;
/// assert_eq!(movie.stats().frames, 1);
/// movie.finish()?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct NullWriter {
    settings: WriterSettings,
}

impl NullWriter {
    /// A writer of `fps` frames per second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self {
            settings: WriterSettings::new(fps),
        }
    }

    /// Refuses what only films have.
    pub(super) fn from_settings(settings: &WriterSettings) -> Result<Self> {
        settings.refuse_ffmpeg_options(NAME, &[])?;
        settings.refuse_page_options(NAME)?;
        settings.refuse_loop_count(NAME)?;
        let settings = settings.clone();
        Ok(Self { settings })
    }
}

impl MovieWriter for NullWriter {
    fn name(&self) -> &str {
        NAME
    }

    fn fps(&self) -> Fps {
        self.settings.fps
    }

    fn output(&self) -> OutputKind {
        OutputKind::Nothing
    }

    fn supports_transparency(&self, _: &str) -> bool {
        true
    }

    fn setup(&self, _: &Output, _: FrameFormat) -> Result<Box<dyn FrameSink>> {
        Ok(Box::new(NullSink))
    }
}

struct NullSink;

impl FrameSink for NullSink {
    fn writer(&self) -> &str {
        NAME
    }

    fn write_frame(&mut self, _: Frame) -> Result<()> {
        Ok(())
    }

    fn takes_durations(&self) -> bool {
        true
    }

    fn ignores_frames(&self) -> bool {
        true
    }

    fn finish(self: Box<Self>) -> Result<()> {
        Ok(())
    }
}
