//! A writer that writes nothing, to measure how fast frames are drawn.

use crate::error::Result;
use crate::writers::{Fps, Frame, FrameFormat, FrameSink, MovieWriter, Output, OutputKind};

/// Takes frames and writes nothing: for measuring. Needs no destination; one that is given is not touched.
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
    fps: Fps,
}

impl NullWriter {
    /// A writer of `fps` frames a second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self { fps: fps.into() }
    }
}

impl MovieWriter for NullWriter {
    fn name(&self) -> &str {
        "null"
    }

    fn fps(&self) -> Fps {
        self.fps
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
        "null"
    }

    fn write_frame(&mut self, _: Frame) -> Result<()> {
        Ok(())
    }

    fn takes_durations(&self) -> bool {
        true
    }

    fn finish(self: Box<Self>) -> Result<()> {
        Ok(())
    }
}
