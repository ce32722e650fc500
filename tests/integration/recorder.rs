//! A writer that records what it gets.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use plotreel::MovieWriter;
use plotreel::error::Result;
use plotreel::writers::{Fps, Frame, FrameFormat, FrameSink, MovieWriterRegistry, Output, Sink};

/// Records frames, for as long as it likes over each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recorder {
    /// Whether all its frames last 1 / fps seconds.
    pub(crate) has_one_rate: bool,
    /// How long it takes over a frame.
    pub(crate) pause: Duration,
    pub(crate) seen: Arc<Mutex<Seen>>,
}

/// What a [`Recorder`] got.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) fps: Option<Fps>,
    pub(crate) format: Option<FrameFormat>,
    pub(crate) suffix: String,
    pub(crate) indices: Vec<u64>,
    pub(crate) durations: Vec<Duration>,
    pub(crate) frames: Vec<Vec<u8>>,
    /// Where the frames' buffers were.
    pub(crate) buffers: HashSet<usize>,
    pub(crate) finished: bool,
}

impl Recorder {
    /// Writers among which this one is "recorder", and "html" as well.
    pub(crate) fn registry(&self) -> MovieWriterRegistry {
        let mut writers = MovieWriterRegistry::default();
        for name in ["recorder", "html"] {
            let recorder = self.clone();
            writers.register(name, move |settings| {
                recorder.seen.lock().unwrap().fps = Some(settings.fps());
                Ok(Box::new(recorder.clone()))
            });
        }
        writers
    }

    pub(crate) fn frames(&self) -> Vec<Vec<u8>> {
        self.seen.lock().unwrap().frames.clone()
    }
}

impl MovieWriter for Recorder {
    fn name(&self) -> &str {
        "recorder"
    }

    fn fps(&self) -> Fps {
        self.seen.lock().unwrap().fps.unwrap_or(30.into())
    }

    fn supports_transparency(&self, _: &str) -> bool {
        true
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        let Sink::File(path) = outfile.sink() else {
            panic!("a file")
        };
        let mut seen = self.seen.lock().unwrap();
        (seen.format, seen.suffix) = (Some(format), outfile.suffix().to_owned());
        Ok(Box::new(Recording {
            recorder: self.clone(),
            path: path.to_owned(),
        }))
    }
}

struct Recording {
    recorder: Recorder,
    path: PathBuf,
}

impl FrameSink for Recording {
    fn writer(&self) -> &str {
        "recorder"
    }

    fn write_frame(&mut self, frame: Frame) -> Result<()> {
        std::thread::sleep(self.recorder.pause);
        let mut seen = self.recorder.seen.lock().unwrap();
        seen.indices.push(frame.index);
        seen.durations.push(frame.duration);
        seen.buffers.insert(frame.pixels.as_ptr() as usize);
        seen.frames.push(frame.pixels.to_vec());
        Ok(())
    }

    fn takes_durations(&self) -> bool {
        !self.recorder.has_one_rate
    }

    fn finish(self: Box<Self>) -> Result<()> {
        std::fs::write(&self.path, "<p>a film</p>").unwrap();
        self.recorder.seen.lock().unwrap().finished = true;
        Ok(())
    }
}
