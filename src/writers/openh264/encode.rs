//! Groups of pictures encoded in parallel, and written in order.

use std::fs::File;
use std::io;
use std::num::NonZeroU64;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use openh264::OpenH264API;
use openh264::encoder::{
    BitRate, Encoder, EncoderConfig, FrameRate, FrameType, IntraFramePeriod, QpRange,
    RateControlMode, UsageType, VuiConfig,
};
use openh264::formats::YUVSource;

use super::{NAME, idr};
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
/// Frames between two that decoding can begin at.
const GOP: usize = 32;
/// The minimum for which a second worker is worth the larger file.
const SHORTEST_GOP: usize = 10;
/// Bytes of frames that may wait for the workers.
const WAITING_BYTES: usize = 64 << 20;
/// In constant quality mode a cap which is never reached, so that no frame is skipped. OpenH264 takes no more.
const BITRATE_CAP: u32 = 287_000_000;

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
    fn encoder(self, qp: u8, gop: usize) -> Result<Encoder> {
        let config = EncoderConfig::new()
            .usage_type(UsageType::CameraVideoRealTime)
            .rate_control_mode(RateControlMode::Quality)
            .qp(QpRange::new(qp, qp))
            .bitrate(BitRate::from_bps(BITRATE_CAP))
            .skip_frames(true)
            .scene_change_detect(false)
            .max_frame_rate(FrameRate::from_hz(self.fps))
            .intra_frame_period(IntraFramePeriod::from_num_frames(gop as u32))
            .vui(VuiConfig::bt709());
        Encoder::with_api_config(OpenH264API::from_source(), config).map_err(failed)
    }
}

fn failed(error: openh264::Error) -> Error {
    Error::Encoder {
        reason: format!("OpenH264: {error}"),
    }
}

/// The starts of groups of pictures: at keyframes, and before a group gets too long.
#[derive(Debug, Clone, Copy)]
struct Groups {
    longest: usize,
    keyframes: Option<NonZeroU64>,
    /// The number of the next frame.
    index: u64,
    /// The number of the present group, and how many frames it has.
    group: usize,
    length: usize,
}

impl Groups {
    fn new(encoding: Encoding, longest: usize) -> Self {
        Self {
            longest,
            keyframes: encoding.keyframes,
            index: encoding.first_index,
            group: 0,
            length: 0,
        }
    }

    /// The group of the next frame, and whether it begins it.
    fn next(&mut self) -> (usize, bool) {
        let is_forced = self.keyframes.is_some_and(|every| self.index % every == 0);
        let is_later = self.length > 0 && (is_forced || self.length == self.longest);
        if is_later {
            self.group += 1;
            self.length = 0;
        }
        self.index += 1;
        self.length += 1;
        (self.group, self.length == 1)
    }
}

/// One picture to be encoded.
struct YuvFrame {
    yuv: Planes,
    begins_group: bool,
    /// Whether its number in the whole film is odd.
    is_odd: bool,
}

/// One encoded picture.
struct Packet {
    annex_b: Vec<u8>,
    key: bool,
    /// Its frame's buffer.
    yuv: Planes,
}

/// Deals groups of pictures out to the workers in turn: a group is encoded by one of them.
pub(in crate::writers) struct Openh264Sink {
    size: FrameSize,
    groups: Groups,
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
        let (count, gop, waiting) = share_out(PixelFormat::Yuv420p.bytes(size), cores());
        let cancelled = Cancelled::default();
        let mut workers = Workers::new(waiting, cancelled.clone());
        for _ in 0..count {
            workers.share(1, || {
                let mut worker = Worker::new(encoding, gop);
                move |job| worker.encode(job)
            })?;
        }
        let is_stream = path.is_none();
        let packets = Packets { muxer, path };
        Ok(Self {
            size,
            groups: Groups::new(encoding, gop),
            pipeline: Pipeline::start(workers, packets, is_stream)?,
            cancelled,
            meter: meter.clone(),
        })
    }

    /// Takes the next frame: B, G, R, A.
    pub(in crate::writers) fn write_pixels(&mut self, pixels: &PooledBuffer) -> Result<()> {
        let mut yuv = self.pipeline.memory()?;
        let convert = || yuv.convert(pixels, PixelFormat::Yuv420p, self.size);
        self.meter.time(Stage::Converting, convert);
        let is_odd = self.groups.index % 2 == 1;
        let (group, begins_group) = self.groups.next();
        let frame = YuvFrame {
            yuv,
            begins_group,
            is_odd,
        };
        self.pipeline.put(frame, group)
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

/// Workers, frames in a group of pictures, and frames that may wait, within the memory that frames may take.
fn share_out(frame_bytes: usize, cores: usize) -> (usize, usize, usize) {
    let frames = WAITING_BYTES / frame_bytes;
    let workers = cores.min(frames / SHORTEST_GOP).max(1);
    if workers == 1 {
        return (1, GOP, frames.clamp(2, 4));
    }
    let gop = (frames / workers).min(GOP);
    (workers, gop, workers * gop)
}

/// Encodes groups of pictures, each beginning with a keyframe.
struct Worker {
    encoding: Encoding,
    gop: usize,
    qp: u8,
    /// From the first frame on.
    encoder: Option<Encoder>,
}

impl Worker {
    fn new(encoding: Encoding, gop: usize) -> Self {
        Self {
            encoding,
            gop,
            qp: encoding.qp,
            encoder: None,
        }
    }

    fn encode(&mut self, frame: YuvFrame) -> Result<Packet> {
        let YuvFrame {
            yuv,
            begins_group,
            is_odd,
        } = frame;
        if begins_group && self.qp != self.encoding.qp {
            self.qp = self.encoding.qp;
            self.encoder = None;
        } else if begins_group && let Some(encoder) = &mut self.encoder {
            encoder.force_intra_frame();
        }
        let picture = I420 {
            yuv: yuv.as_ref(),
            size: self.encoding.size,
        };
        let (mut annex_b, key) = loop {
            let encoder = match &mut self.encoder {
                Some(encoder) => encoder,
                None => (self.encoder).insert(self.encoding.encoder(self.qp, self.gop)?),
            };
            match encoder.encode(&picture) {
                Ok(bits) => break (bits.to_vec(), bits.frame_type() == FrameType::IDR),
                Err(error) if self.qp >= MAX_QP => return Err(failed(error)),
                // Noise at a low quantiser can overflow OpenH264's buffer; it goes on coarser, from a new beginning.
                Err(_) => {
                    self.qp = (self.qp + 4).min(MAX_QP);
                    self.encoder = None;
                }
            }
        };
        if annex_b.is_empty() {
            return Err(Error::Encoder {
                reason: "OpenH264 skipped a frame".into(),
            });
        }
        if key {
            annex_b = idr::numbered(&annex_b, is_odd).ok_or_else(|| Error::Encoder {
                reason: "OpenH264 gave a keyframe of another profile".into(),
            })?;
        }
        Ok(Packet { annex_b, key, yuv })
    }
}

/// The packets of a film, in the order of their frames.
struct Packets {
    muxer: Muxer<File>,
    path: Option<PathBuf>,
}

impl Collector for Packets {
    type Part = Result<Packet>;
    type Memory = Planes;

    fn write(&mut self, packet: Result<Packet>) -> Result<Planes> {
        let Packet { annex_b, key, yuv } = packet?;
        let written = self.muxer.write_sample(&annex_b, key);
        written.map_err(|e| mp4::error(self.path.clone(), e))?;
        Ok(yuv)
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
    fn groups_begin_at_keyframes_and_are_never_too_long() {
        let begins = |first_index, keyframes, longest| {
            let mut groups = Groups {
                longest,
                keyframes: NonZeroU64::new(keyframes),
                index: first_index,
                group: 0,
                length: 0,
            };
            let frames = (0..12).map(|frame| (frame, groups.next()));
            let begins = frames.filter(|(_, (_, begins))| *begins);
            begins.map(|(frame, _)| frame).collect::<Vec<_>>()
        };
        assert_eq!(begins(0, 0, 5), [0, 5, 10]);
        assert_eq!(begins(0, 4, 5), [0, 4, 8]);
        assert_eq!(begins(0, 7, 5), [0, 5, 7]);
        assert_eq!(begins(7, 4, 5), [0, 1, 5, 9], "frames 7, 8, 12 and 16");
    }

    #[test]
    fn frames_that_wait_stay_within_their_memory() {
        for (width, height) in [(16, 16), (640, 480), (1920, 1080), (3840, 2160)] {
            let bytes = 3 * width * height / 2;
            for cores in [1, 2, 8, 64] {
                let (workers, gop, waiting) = share_out(bytes, cores);
                assert!(workers >= 1 && gop >= SHORTEST_GOP && waiting * bytes <= WAITING_BYTES);
                assert!(workers == 1 || waiting >= workers * gop);
            }
        }
        assert_eq!(share_out(640 * 480 * 3 / 2, 2).0, 2);
        assert_eq!(share_out(1920 * 1080 * 3 / 2, 2).0, 2);
    }
}
