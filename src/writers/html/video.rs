//! The frames of a film as one video, from which the page shows them one by one.

use std::fs::File;
use std::io::{self, Seek};
use std::num::NonZeroU64;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::openh264::{self, Openh264Sink};
use crate::writers::{FrameFormat, FrameSink, Meter, Openh264Writer, PooledBuffer};

/// Frames between two that a browser can begin to decode at: few enough that a jump is fast.
const GROUP: NonZeroU64 = NonZeroU64::MIN.saturating_add(15);
/// At this quantiser, the loss in smooth films is that of colours at half the size only.
const QP: u8 = 14;
/// Frames per second of the video. The page knows for how long each is to be seen.
const RATE: u32 = 30;

/// A video on its way into a temporary file.
pub(super) struct Video {
    sink: Openh264Sink,
    file: File,
}

impl Video {
    /// Why frames can't be one, if they can't.
    pub(super) fn obstacle(size: FrameSize, transparent: bool) -> Option<&'static str> {
        if transparent {
            return Some("videos have no transparency");
        }
        let fits = openh264::takes_size(size);
        (!fits).then_some("videos have 16 × 16 to 3840 × 2160 pixels")
    }

    pub(super) fn begin(format: FrameFormat, meter: &Arc<Meter>) -> Result<Self> {
        let format = FrameFormat {
            first_index: 0,
            keyframes: Some(GROUP),
            ..format
        };
        let begin = || -> io::Result<Self> {
            let file = tempfile::tempfile()?;
            let writer = Openh264Writer::new(RATE).with_qp(QP);
            let sink = writer.film_in(file.try_clone()?, format, meter)?;
            Ok(Self { sink, file })
        };
        begin().map_err(failed)
    }

    /// Takes the next frame: B, G, R, A.
    pub(super) fn push(&mut self, pixels: &PooledBuffer) -> Result<()> {
        self.sink.write_pixels(pixels)
    }

    /// Bytes so far, without those of the frames that wait.
    pub(super) fn written(&self) -> Result<u64> {
        let metadata = self.file.metadata().map_err(failed)?;
        Ok(metadata.len())
    }

    /// The whole file, from its start.
    pub(super) fn finish(self) -> Result<File> {
        let Self { sink, mut file } = self;
        Box::new(sink).finish()?;
        file.rewind().map_err(failed)?;
        Ok(file)
    }
}

fn failed(error: io::Error) -> Error {
    Error::temporary(error)
}
