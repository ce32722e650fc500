//! Groups of pictures encoded in parallel, and written in order.

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::groups::{Groups, Place};
use super::worker::{Coding, Encoding, Packet, Worker, YuvFrame};
use super::{NAME, changes};
use crate::error::Result;
use crate::frame_size::FrameSize;
use crate::workers::{Cancelled, Workers, cores};
use crate::writers::h264::Change;
use crate::writers::mp4::{self, Muxer};
use crate::writers::pipeline::{Collector, Pipeline};
use crate::writers::pixels::PixelFormat;
use crate::writers::planes::Planes;
use crate::writers::{Frame, FrameSink, Interrupter, Meter, PooledBuffer, Stage};

/// Whole frames that may wait for each of several workers: at least, and at most.
const LEAST_WAITING: usize = 10;
const MOST_WAITING: usize = 32;
/// Bytes that a frame counts for in which nothing changed: not too many may wait when a film is to end.
const LEAST_BYTES: usize = 1 << 16;
/// Bytes of frames that may wait for the workers.
const WAITING_BYTES: usize = 64 << 20;

/// A frame that waits for the next one: how it is encoded depends on what changes in that.
struct Held {
    bytes: Vec<u8>,
    is_whole: bool,
    is_odd: bool,
    group: usize,
    place: Place,
    /// The macroblocks that changed.
    marks: Vec<bool>,
}

impl Held {
    /// How it is encoded, by the next frame of its group, if there is one, and what changes there.
    fn coding(&self, next: Option<(Place, &[bool])>) -> Coding {
        match self.place {
            Place::Keyframe => Coding::Keyframe {
                is_kept: next.is_some_and(|(place, _)| place == Place::Changes),
            },
            Place::Whole => Coding::Whole,
            Place::Changes => {
                let marks = self.marks.iter().enumerate();
                let is_passing = |i| next.is_some_and(|(_, marks): (_, &[bool])| marks[i]);
                let changes = marks.map(|(i, has_changed)| match has_changed {
                    false => Change::Nothing,
                    true if is_passing(i) => Change::Passing,
                    true => Change::Lasting,
                });
                Coding::Changes(changes.collect())
            }
        }
    }
}

/// Deals groups of pictures out to the workers in turn: a group is encoded by one of them.
pub(in crate::writers) struct Openh264Sink {
    size: FrameSize,
    groups: Groups,
    /// The present frame, the one before, and what changed.
    yuv: Planes,
    last: Vec<u8>,
    changes: Vec<u8>,
    marks: Vec<bool>,
    held: Option<Held>,
    pipeline: Pipeline<YuvFrame, Packets>,
    cancelled: Cancelled,
    meter: Arc<Meter>,
}

impl Openh264Sink {
    pub(super) fn start(
        encoding: Encoding,
        size: FrameSize,
        muxer: Muxer<File>,
        path: Option<PathBuf>,
        meter: &Arc<Meter>,
    ) -> io::Result<Self> {
        let bytes = PixelFormat::Yuv420p.bytes(size);
        let (count, waiting) = share_out(bytes, cores());
        let cancelled = Cancelled::default();
        let mut workers = Workers::new(cancelled.clone());
        for _ in 0..count {
            workers.share(1, || {
                let mut worker = Worker::new(encoding);
                move |job| worker.encode(job)
            })?;
        }
        let is_stream = path.is_none();
        let packets = Packets { muxer, path };
        let macroblocks = changes::macroblocks(encoding.size);
        Ok(Self {
            size,
            groups: Groups::new(
                macroblocks,
                encoding.first_index,
                encoding.keyframes,
                is_stream,
            ),
            yuv: Planes::default(),
            last: Vec::new(),
            changes: Vec::new(),
            marks: Vec::new(),
            held: None,
            pipeline: Pipeline::start(workers, packets, waiting * bytes, is_stream)?,
            cancelled,
            meter: meter.clone(),
        })
    }

    /// Takes the next frame: B, G, R, A.
    pub(in crate::writers) fn write_pixels(&mut self, pixels: &PooledBuffer) -> Result<()> {
        let meter = self.meter.clone();
        meter.time(Stage::Converting, || self.convert(pixels));
        let is_odd = self.groups.index() % 2 == 1;
        let changed = self
            .marks
            .iter()
            .filter(|has_changed| **has_changed)
            .count();
        let (group, place) = self.groups.next(changed);
        let marks = self.hand_over(Some(place))?;
        let now = self.yuv.as_ref();
        let is_whole = place == Place::Keyframe || self.changes.len() >= now.len();
        let kept = if is_whole { now } else { &self.changes };
        let mut bytes = self.pipeline.memory(kept.len().max(LEAST_BYTES))?;
        bytes.clear();
        bytes.extend_from_slice(kept);
        self.held = Some(Held {
            bytes,
            is_whole,
            is_odd,
            group,
            place,
            marks: std::mem::replace(&mut self.marks, marks),
        });
        Ok(())
    }

    /// Hands the frame over that waits, as now it is known what comes next; returns the memory of its marks.
    fn hand_over(&mut self, next: Option<Place>) -> Result<Vec<bool>> {
        let Some(held) = self.held.take() else {
            return Ok(Vec::new());
        };
        let next = next.filter(|place| *place != Place::Keyframe);
        let frame = YuvFrame {
            coding: held.coding(next.map(|place| (place, &*self.marks))),
            bytes: held.bytes,
            is_whole: held.is_whole,
            is_odd: held.is_odd,
            ends_group: next.is_none(),
        };
        self.pipeline.put(frame, held.group)?;
        Ok(held.marks)
    }

    /// Converts the next frame, and finds what changed.
    fn convert(&mut self, pixels: &PooledBuffer) {
        (self.yuv).convert(pixels, PixelFormat::Yuv420p, self.size);
        let now = self.yuv.as_ref();
        self.changes.clear();
        if self.last.len() == now.len() {
            changes::find(&self.last, now, &mut self.changes);
            let size = PixelFormat::Yuv420p.encoded_size(self.size);
            changes::mark(&self.changes, &self.last, size, &mut self.marks);
            changes::apply(&self.changes, &mut self.last);
        } else {
            self.last.extend_from_slice(now);
        }
    }
}

impl FrameSink for Openh264Sink {
    fn writer(&self) -> &str {
        NAME
    }

    fn write_frame(&mut self, frame: Frame) -> Result<()> {
        self.write_pixels(&frame.pixels)
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        self.hand_over(None)?;
        self.pipeline.finish()
    }

    fn interrupter(&self) -> Option<Interrupter> {
        let cancelled = self.cancelled.clone();
        Some(Arc::new(move || cancelled.store(true, Ordering::SeqCst)))
    }
}

/// Workers, and whole frames that may wait for them, within the memory for it.
fn share_out(frame_bytes: usize, cores: usize) -> (usize, usize) {
    let frames = WAITING_BYTES / frame_bytes;
    match cores.min(frames / LEAST_WAITING).max(1) {
        1 => (1, frames.clamp(2, 4)),
        workers => (workers, frames.min(workers * MOST_WAITING)),
    }
}

/// The packets of a film, in the order of their frames.
struct Packets {
    muxer: Muxer<File>,
    path: Option<PathBuf>,
}

impl Collector for Packets {
    type Part = Result<Packet>;

    fn write(&mut self, packet: Result<Packet>) -> Result<Vec<u8>> {
        let Packet {
            annex_b,
            key,
            ends_group,
            memory,
        } = packet?;
        let written = self.muxer.write_sample(&annex_b, key);
        let written = written.and_then(|()| match ends_group {
            true => self.muxer.end_fragment(),
            false => Ok(()),
        });
        written.map_err(|e| mp4::error(self.path.clone(), e))?;
        Ok(memory)
    }

    fn finish(self) -> Result<()> {
        let finished = self.muxer.finish();
        finished.map(drop).map_err(|e| mp4::error(self.path, e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_that_wait_stay_within_their_memory() {
        for (width, height) in [(16, 16), (640, 480), (1920, 1080), (3840, 2160)] {
            let bytes = 3 * width * height / 2;
            for cores in [1, 2, 8, 64] {
                let (workers, waiting) = share_out(bytes, cores);
                assert!(workers <= cores && waiting * bytes <= WAITING_BYTES);
                assert!(workers == 1 || waiting >= workers * LEAST_WAITING);
            }
        }
        for (width, height, workers) in [(640, 480, 2), (1920, 1080, 2), (3840, 2160, 1)] {
            let bytes = 3 * width * height / 2;
            assert_eq!(share_out(bytes, 2).0, workers, "{width} x {height}");
        }
    }
}
