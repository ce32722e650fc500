//! Groups of pictures encoded in parallel, collected in order.

use std::fs::File;
use std::io;
use std::num::NonZeroU64;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use openh264::OpenH264API;
use openh264::encoder::{
    BitRate, Encoder, EncoderConfig, FrameRate, FrameType, IntraFramePeriod, QpRange,
    RateControlMode, UsageType, VuiConfig,
};
use openh264::formats::YUVSource;

use super::NAME;
use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::mp4::{self, Muxer};
use crate::writers::pixels::PixelFormat;
use crate::writers::{Frame, FrameSink, Interrupter, cores};

/// The largest one of H.264.
pub(super) const MAX_QP: u8 = 51;
/// Frames between two that decoding can begin at.
const GOP: usize = 32;
/// The fewest for which a second worker is worth its larger file.
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
    /// Frames a second; for the encoder's level only.
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

/// Where groups of pictures begin: at keyframes, and before a group gets too long.
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
struct Job {
    yuv: Vec<u8>,
    begins_group: bool,
}

/// One encoded picture.
struct Packet {
    annex_b: Vec<u8>,
    key: bool,
    /// Its frame's buffer, which is free once the packet is written: so a slow disk slows the film down.
    yuv: Vec<u8>,
}

/// How the threads are told that no more frames come.
#[derive(Default)]
struct End {
    /// The film is complete.
    finishing: AtomicBool,
    /// It is given up.
    cancelled: AtomicBool,
}

impl End {
    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::SeqCst)
    }
}

/// Deals groups of pictures out to the workers in turn; a thread collects the packets in the same order.
pub(in crate::writers) struct Openh264Sink {
    size: FrameSize,
    groups: Groups,
    /// One a worker; dropped to end them.
    jobs: Vec<Sender<Job>>,
    /// Buffers of frames whose packets are written.
    free: Receiver<Vec<u8>>,
    /// How many of them may still be made.
    unmade: usize,
    workers: Vec<JoinHandle<Result<()>>>,
    muxer: Option<JoinHandle<Result<()>>>,
    /// Whether the muxer writes to a pipe, which may never take anything.
    is_stream: bool,
    end: Arc<End>,
}

impl Openh264Sink {
    pub(super) fn start(
        encoding: Encoding,
        size: FrameSize,
        muxer: Muxer<File>,
        path: Option<PathBuf>,
    ) -> io::Result<Self> {
        let cores = cores();
        let (workers, gop, waiting) = share_out(PixelFormat::Yuv420p.bytes(size), cores);
        let (home, free) = channel();
        let end = Arc::new(End::default());
        let mut sink = Self {
            size,
            groups: Groups::new(encoding, gop),
            jobs: Vec::new(),
            free,
            unmade: waiting,
            workers: Vec::new(),
            muxer: None,
            is_stream: path.is_none(),
            end: end.clone(),
        };
        let named = |name: &str| thread::Builder::new().name(name.to_owned());
        let mut packets = Vec::new();
        for _ in 0..workers {
            let (jobs, todo) = channel();
            let (done, encoded) = channel();
            let end = end.clone();
            let work = move || encode(encoding, gop, &end, &todo, &done);
            sink.workers.push(named("plotreel-encoder").spawn(work)?);
            sink.jobs.push(jobs);
            packets.push(encoded);
        }
        let groups = sink.groups;
        let collect =
            move || collect(muxer, groups, &end, &packets, &home).map_err(|e| mp4::error(path, e));
        sink.muxer = Some(named("plotreel-muxer").spawn(collect)?);
        Ok(sink)
    }

    /// Takes the next frame: B, G, R, A.
    pub(in crate::writers) fn write_pixels(&mut self, pixels: &[u8]) -> Result<()> {
        let mut yuv = self.buffer()?;
        PixelFormat::Yuv420p.convert(pixels, self.size, &mut yuv);
        let (group, begins_group) = self.groups.next();
        let job = Job { yuv, begins_group };
        let worker = group % self.jobs.len();
        self.jobs[worker].send(job).map_err(|_| self.failure())
    }

    /// A buffer for the next frame, when there is room for one.
    fn buffer(&mut self) -> Result<Vec<u8>> {
        if self.unmade > 0 {
            self.unmade -= 1;
            return Ok(Vec::new());
        }
        loop {
            match self.free.recv_timeout(Duration::from_millis(50)) {
                Ok(yuv) => return Ok(yuv),
                Err(RecvTimeoutError::Timeout) if self.end.is_cancelled() => {
                    return Err(Error::Aborted);
                }
                Err(RecvTimeoutError::Timeout) => (),
                // The muxer has ended, and with it the film.
                Err(RecvTimeoutError::Disconnected) => return Err(self.failure()),
            }
        }
    }

    fn failure(&mut self) -> Error {
        self.join().err().unwrap_or(Error::WriterPanicked)
    }

    /// Waits for all threads. A worker's failure is the cause, the muxer's end then its effect.
    fn join(&mut self) -> Result<()> {
        self.jobs.clear();
        let workers = self.workers.drain(..);
        let encoded: Vec<_> = workers
            .map(|worker| worker.join().unwrap_or(Err(Error::WriterPanicked)))
            .collect();
        let muxed = self.join_muxer();
        encoded.into_iter().collect::<Result<()>>().and(muxed)
    }

    /// Waits for the muxer; one that hangs in a pipe is left behind when the film is given up.
    fn join_muxer(&mut self) -> Result<()> {
        let Some(muxer) = self.muxer.take() else {
            return Ok(());
        };
        while self.is_stream && !muxer.is_finished() {
            if self.end.is_cancelled() {
                return Err(Error::Aborted);
            }
            thread::sleep(Duration::from_millis(2));
        }
        muxer.join().unwrap_or(Err(Error::WriterPanicked))
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
        self.end.finishing.store(true, Ordering::SeqCst);
        self.join()
    }

    fn interrupter(&self) -> Option<Interrupter> {
        let end = self.end.clone();
        Some(Arc::new(move || {
            end.cancelled.store(true, Ordering::SeqCst)
        }))
    }
}

impl Drop for Openh264Sink {
    fn drop(&mut self) {
        self.end.cancelled.store(true, Ordering::SeqCst);
        let _ = self.join();
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

/// A worker: encodes its groups of pictures, each from a frame that decoding can begin at.
fn encode(
    encoding: Encoding,
    gop: usize,
    end: &End,
    todo: &Receiver<Job>,
    done: &Sender<Packet>,
) -> Result<()> {
    let mut qp = encoding.qp;
    let mut encoder = encoding.encoder(qp, gop)?;
    for (index, Job { yuv, begins_group }) in todo.iter().enumerate() {
        if end.is_cancelled() {
            break;
        }
        if index > 0 && begins_group {
            if qp == encoding.qp {
                encoder.force_intra_frame();
            } else {
                qp = encoding.qp;
                encoder = encoding.encoder(qp, gop)?;
            }
        }
        let picture = Picture {
            yuv: &yuv,
            size: encoding.size,
        };
        let (annex_b, key) = loop {
            match encoder.encode(&picture) {
                Ok(bits) => break (bits.to_vec(), bits.frame_type() == FrameType::IDR),
                Err(error) if qp >= MAX_QP => return Err(failed(error)),
                // Noise at a low quantiser can overflow OpenH264's buffer; it goes on coarser, from a new beginning.
                Err(_) => {
                    qp = (qp + 4).min(MAX_QP);
                    encoder = encoding.encoder(qp, gop)?;
                }
            }
        };
        if annex_b.is_empty() {
            return Err(Error::Encoder {
                reason: "OpenH264 skipped a frame".into(),
            });
        }
        // A muxer that no longer listens has failed and says so itself.
        if done.send(Packet { annex_b, key, yuv }).is_err() {
            break;
        }
    }
    Ok(())
}

/// Writes the packets in the order of their frames until the workers have no more.
fn collect(
    mut muxer: Muxer<File>,
    mut groups: Groups,
    end: &End,
    packets: &[Receiver<Packet>],
    home: &Sender<Vec<u8>>,
) -> io::Result<()> {
    while let Ok(packet) = packets[groups.next().0 % packets.len()].recv() {
        muxer.write_sample(&packet.annex_b, packet.key)?;
        // Nobody waits for it any more when the film ends.
        let _ = home.send(packet.yuv);
    }
    if end.finishing.load(Ordering::SeqCst) && !end.is_cancelled() {
        muxer.finish()?;
    }
    Ok(())
}

/// An I420 picture in one buffer.
struct Picture<'a> {
    yuv: &'a [u8],
    size: FrameSize,
}

impl YUVSource for Picture<'_> {
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
