//! Groups of pictures encoded in parallel, and written in order.

use std::fs::File;
use std::io;
use std::num::NonZeroU64;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use openh264::OpenH264API;
use openh264::encoder::{
    BitRate, Encoder, EncoderConfig, FrameRate, FrameType, QpRange, RateControlMode, UsageType,
    VuiConfig,
};
use openh264::formats::YUVSource;

use super::groups::Groups;
use super::{NAME, changes, idr};
use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::workers::{Cancelled, Workers, cores};
use crate::writers::mp4::{self, Muxer};
use crate::writers::pipeline::{Collector, Pipeline};
use crate::writers::pixels::PixelFormat;
use crate::writers::planes::Planes;
use crate::writers::{Frame, FrameSink, Interrupter, Meter, PooledBuffer, Stage};

/// The largest one of H.264.
pub(super) const MAX_QP: u8 = 51;
/// Whole frames that may wait for each of several workers: at least, and at most.
const LEAST_WAITING: usize = 10;
const MOST_WAITING: usize = 32;
/// Bytes that a frame counts for in which nothing changed: not too many may wait when a film is to end.
const LEAST_BYTES: usize = 1 << 16;
/// Bytes of frames that may wait for the workers.
const WAITING_BYTES: usize = 64 << 20;
/// The cap of constant quality mode. OpenH264 takes no more.
const BITRATE_CAP: u32 = 287_000_000;
/// How often a frame is handed over that OpenH264 skips, as the frames before took more than the cap: each time that
/// makes room.
const MOST_TRIES: usize = 256;

/// How pictures are encoded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Encoding {
    /// Of the encoded pictures: even.
    pub(super) size: FrameSize,
    pub(super) qp: u8,
    /// Frames per second; for the encoder's level only.
    pub(super) fps: f32,
    /// The number of the first frame, and how many lie between those that decoding must be able to begin at.
    pub(super) first_index: u64,
    pub(super) keyframes: Option<NonZeroU64>,
}

impl Encoding {
    fn encoder(self, qp: u8) -> Result<Encoder> {
        let config = EncoderConfig::new()
            .usage_type(UsageType::CameraVideoRealTime)
            .rate_control_mode(RateControlMode::Quality)
            .qp(QpRange::new(qp, qp))
            .bitrate(BitRate::from_bps(BITRATE_CAP))
            .skip_frames(true)
            .scene_change_detect(false)
            // What lines that moved on leave behind would be part of the background.
            .background_detection(false)
            .max_frame_rate(FrameRate::from_hz(self.fps))
            .vui(VuiConfig::bt709());
        Encoder::with_api_config(OpenH264API::from_source(), config).map_err(failed)
    }
}

fn failed(error: openh264::Error) -> Error {
    Error::Encoder {
        reason: format!("OpenH264: {error}"),
    }
}

/// One picture to be encoded, or what changed in it.
struct YuvFrame {
    bytes: Vec<u8>,
    is_whole: bool,
    begins_group: bool,
    /// Whether its number in the whole film is odd.
    is_odd: bool,
}

/// One encoded picture.
struct Packet {
    annex_b: Vec<u8>,
    key: bool,
    /// The memory of its frame.
    memory: Vec<u8>,
}

/// Deals groups of pictures out to the workers in turn: a group is encoded by one of them.
pub(in crate::writers) struct Openh264Sink {
    size: FrameSize,
    groups: Groups,
    /// The present frame, the one before, and what changed.
    yuv: Planes,
    last: Vec<u8>,
    changes: Vec<u8>,
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
        Ok(Self {
            size,
            groups: Groups::new(bytes, encoding.first_index, encoding.keyframes, is_stream),
            yuv: Planes::default(),
            last: Vec::new(),
            changes: Vec::new(),
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
        let (group, begins_group) = self.groups.next(self.changes.len());
        let now = self.yuv.as_ref();
        let is_whole = begins_group || self.changes.len() >= now.len();
        let kept = if is_whole { now } else { &self.changes };
        let mut bytes = self.pipeline.memory(kept.len().max(LEAST_BYTES))?;
        bytes.clear();
        bytes.extend_from_slice(kept);
        let frame = YuvFrame {
            bytes,
            is_whole,
            begins_group,
            is_odd,
        };
        self.pipeline.put(frame, group)
    }

    /// Converts the next frame, and finds what changed.
    fn convert(&mut self, pixels: &PooledBuffer) {
        (self.yuv).convert(pixels, PixelFormat::Yuv420p, self.size);
        let now = self.yuv.as_ref();
        self.changes.clear();
        if self.last.len() == now.len() {
            changes::find(&self.last, now, &mut self.changes);
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

    fn finish(self: Box<Self>) -> Result<()> {
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

/// Encodes groups of pictures, each beginning with a keyframe.
struct Worker {
    encoding: Encoding,
    qp: u8,
    /// The present frame.
    yuv: Vec<u8>,
    /// From the first frame on.
    encoder: Option<Encoder>,
}

impl Worker {
    fn new(encoding: Encoding) -> Self {
        Self {
            encoding,
            qp: encoding.qp,
            yuv: Vec::new(),
            encoder: None,
        }
    }

    fn encode(&mut self, frame: YuvFrame) -> Result<Packet> {
        let YuvFrame {
            bytes,
            is_whole,
            begins_group,
            is_odd,
        } = frame;
        match is_whole {
            true => self.yuv.clone_from(&bytes),
            false => changes::apply(&bytes, &mut self.yuv),
        }
        if begins_group && self.qp != self.encoding.qp {
            self.qp = self.encoding.qp;
            self.encoder = None;
        } else if begins_group && let Some(encoder) = &mut self.encoder {
            encoder.force_intra_frame();
        }
        let (mut annex_b, key) = self.encode_picture()?;
        if key {
            annex_b = idr::numbered(&annex_b, is_odd).ok_or_else(|| Error::Encoder {
                reason: "OpenH264 gave a keyframe of another profile".into(),
            })?;
        }
        Ok(Packet {
            annex_b,
            key,
            memory: bytes,
        })
    }

    /// Encodes the present frame; returns its bytes, and whether it is a keyframe.
    fn encode_picture(&mut self) -> Result<(Vec<u8>, bool)> {
        let picture = I420 {
            yuv: &self.yuv,
            size: self.encoding.size,
        };
        let mut tries = 0;
        loop {
            let encoder = match &mut self.encoder {
                Some(encoder) => encoder,
                None => (self.encoder).insert(self.encoding.encoder(self.qp)?),
            };
            match encoder.encode(&picture) {
                Ok(bits) => {
                    let annex_b = bits.to_vec();
                    if !annex_b.is_empty() {
                        return Ok((annex_b, bits.frame_type() == FrameType::IDR));
                    }
                    tries += 1;
                    if tries == MOST_TRIES {
                        return Err(Error::Encoder {
                            reason: "OpenH264 skips a frame as the film takes too many bits: \
                                     a higher quantiser takes fewer"
                                .into(),
                        });
                    }
                }
                Err(error) if self.qp >= MAX_QP => return Err(failed(error)),
                // Noise at a low quantiser can overflow OpenH264's buffer; it goes on coarser, from a new beginning.
                Err(_) => {
                    self.qp = (self.qp + 4).min(MAX_QP);
                    self.encoder = None;
                }
            }
        }
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
            memory,
        } = packet?;
        let written = self.muxer.write_sample(&annex_b, key);
        written.map_err(|e| mp4::error(self.path.clone(), e))?;
        Ok(memory)
    }

    fn finish(self) -> Result<()> {
        let finished = self.muxer.finish();
        finished.map(drop).map_err(|e| mp4::error(self.path, e))
    }
}

/// An I420 picture in one buffer.
struct I420<'a> {
    yuv: &'a [u8],
    size: FrameSize,
}

impl YUVSource for I420<'_> {
    fn dimensions(&self) -> (usize, usize) {
        (self.size.width as usize, self.size.height as usize)
    }

    fn strides(&self) -> (usize, usize, usize) {
        let width = self.size.width as usize;
        (width, width / 2, width / 2)
    }

    fn y(&self) -> &[u8] {
        &self.yuv[..self.size.pixels()]
    }

    fn u(&self) -> &[u8] {
        &self.yuv[self.size.pixels()..][..self.size.pixels() / 4]
    }

    fn v(&self) -> &[u8] {
        &self.yuv[self.size.pixels() / 4 * 5..]
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
