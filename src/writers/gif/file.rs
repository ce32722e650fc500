//! The file of a GIF, whose parts are made by painters in parallel.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

use super::blocks::TRAILER;
use super::painter::{Painter, Work};
use crate::error::{Error, Result};
use crate::workers::{Cancelled, Workers, cores};
use crate::writers::pipeline::{Collector, Pipeline};

/// Bytes of frames that may wait for the painters.
const WAITING_BYTES: usize = 64 << 20;

/// A file or pipe that is written from start to end, and its name, if it has one.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) file: File,
    pub(super) path: Option<PathBuf>,
}

/// Painters, which get their work with memory for the result, and the thread that writes what they return.
pub(super) struct GifFile {
    pipeline: Pipeline<(Work, Vec<u8>), Parts>,
    frame_bytes: usize,
}

impl GifFile {
    /// Begins a file; `painter` makes a painter for each core.
    pub(super) fn start(
        target: Target,
        header: Vec<u8>,
        frame_bytes: usize,
        cancelled: Cancelled,
        painter: impl Fn() -> Painter,
    ) -> io::Result<Self> {
        let waiting = (WAITING_BYTES / frame_bytes.max(1)).clamp(2, 2 * cores());
        let mut workers = Workers::new(cancelled);
        workers.share(cores().min(waiting), || {
            let mut painter = painter();
            move |(work, mut out): (Work, Vec<u8>)| {
                out.clear();
                painter.paint(work, &mut out);
                out
            }
        })?;
        let is_stream = target.path.is_none();
        let parts = Parts { target, header };
        let room = waiting * frame_bytes;
        Ok(Self {
            pipeline: Pipeline::start(workers, parts, room, is_stream)?,
            frame_bytes,
        })
    }

    /// Takes the next frame, when there is room for it.
    pub(super) fn put(&mut self, work: Work) -> Result<()> {
        let memory = self.pipeline.memory(self.frame_bytes)?;
        self.pipeline.put((work, memory), 0)
    }

    /// Writes the end of the file and waits until all is there.
    pub(super) fn finish(self) -> Result<()> {
        self.pipeline.finish()
    }
}

/// The parts of the file, in their order.
struct Parts {
    target: Target,
    /// Until it is written.
    header: Vec<u8>,
}

impl Parts {
    fn append(&mut self, part: &[u8]) -> Result<()> {
        let header = std::mem::take(&mut self.header);
        let file = &mut self.target.file;
        let written = file.write_all(&header).and_then(|()| file.write_all(part));
        written.map_err(|e| self.failed(e))
    }

    fn failed(&self, error: io::Error) -> Error {
        let path = self.target.path.clone();
        Error::io(path.unwrap_or_else(|| "the stream".into()), error)
    }
}

impl Collector for Parts {
    type Part = Vec<u8>;

    fn write(&mut self, part: Vec<u8>) -> Result<Vec<u8>> {
        self.append(&part)?;
        Ok(part)
    }

    fn finish(mut self) -> Result<()> {
        self.append(&[TRAILER])?;
        self.target.file.flush().map_err(|e| self.failed(e))
    }
}
