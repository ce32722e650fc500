//! Animated PNG.

mod changed;
mod clock;
mod mux;

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use crate::canvas::FrameSize;
use crate::error::{Error, Result};
use crate::writers::png::{PngCompression, PngEncoding};
use crate::writers::spool::Spool;
use crate::writers::workers::Workers;
use crate::writers::{
    Fps, Frame, FrameFormat, FrameSink, Interrupter, Metadata, MovieWriter, Output, WriterSettings,
};
use changed::Region;
use clock::{Clock, LONGEST, Shown};
use mux::Muxer;

const NAME: &str = "apng";
/// What a number of four bytes in a PNG can be.
const MOST_PLAYS: u32 = i32::MAX as u32;

/// Writes animated PNGs: every pixel as it was drawn, with its alpha in a transparent film, in all browsers.
///
/// A frame holds only the rectangle that has changed, and a frame like the one before makes that one's time longer, so
/// that films of plots are small. Times are exact fractions of a second (1001/30000), or off by less than a 65535th of
/// one, never more and more; frames may have times of their own, up to 65535 s. A film of one frame is a plain PNG.
/// Metadata become iTXt chunks, and the dpi is told.
///
/// Frames are compressed on all cores; a few of them are in memory at a time. As the number of frames stands in front
/// of them, a film for a stream or pipe goes to a temporary file until it is complete.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::{ApngWriter, Destination, Figure, MemoryFile, MovieWriterExt};
///
/// let fig = Figure::new((0.64, 0.48), 100.0);
/// let film = MemoryFile::new();
/// let writer = ApngWriter::new((30000, 1001)).with_loop_count(3);
/// let mut movie = writer.saving(&fig, Destination::memory(&film, "apng"), 100.0)?;
/// for shade in 0..10 {
///     movie.write_frame(&Array3::from_elem((48, 64, 3), 20 * shade as u8))?;
/// }
/// movie.finish()?;
/// assert_eq!(&film.take()[37..41], b"acTL");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ApngWriter {
    fps: Fps,
    loop_count: u32,
    metadata: Metadata,
    compression: PngCompression,
}

impl ApngWriter {
    /// Suffixes of the films it writes.
    pub(crate) const SUFFIXES: [&str; 2] = ["apng", "png"];

    /// A writer of `fps` frames a second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self {
            fps: fps.into(),
            loop_count: 0,
            metadata: Metadata::new(),
            compression: PngCompression::default(),
        }
    }

    /// Refuses settings that it can't honour.
    pub(crate) fn from_settings(settings: &WriterSettings) -> Result<Self> {
        settings.refuse_ffmpeg_options(NAME, &["apng", "png"])?;
        Ok(Self::new(settings.fps)
            .with_loop_count(settings.loop_count.unwrap_or(0))
            .with_metadata(settings.metadata.clone()))
    }

    /// How often the film plays; 0, for ever, without this.
    pub fn with_loop_count(mut self, plays: u32) -> Self {
        self.loop_count = plays;
        self
    }

    /// What the film says about itself.
    pub fn with_metadata(mut self, metadata: Metadata) -> Self {
        self.metadata = metadata;
        self
    }

    /// Whether time is spent on a smaller file; [`PngCompression::Fast`] without this.
    pub fn with_compression(mut self, compression: PngCompression) -> Self {
        self.compression = compression;
        self
    }

    fn check(&self, outfile: &Output) -> Result<()> {
        if self.loop_count > MOST_PLAYS {
            return Err(Error::Setting {
                name: "the loop count",
                value: self.loop_count.to_string(),
                expected: "0 to 2147483647",
            });
        }
        if self.fps.frame_duration() > LONGEST {
            return Err(Error::Setting {
                name: "fps of an animated PNG",
                value: self.fps.to_string(),
                expected: "frames that last at most 65535 s",
            });
        }
        self.check_available(outfile.suffix())
    }
}

impl MovieWriter for ApngWriter {
    fn name(&self) -> &str {
        NAME
    }

    fn fps(&self) -> Fps {
        self.fps
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        if suffix.is_empty() || Self::SUFFIXES.contains(&suffix) {
            return Ok(());
        }
        Err(Error::WriterUnavailable {
            name: NAME.into(),
            reason: format!("it can't write .{suffix}"),
            advice: "name the file .apng or .png, or choose another writer".into(),
        })
    }

    fn supports_transparency(&self, _: &str) -> bool {
        true
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        self.check(outfile)?;
        let encoding = PngEncoding::new(format, &self.metadata, self.compression);
        encoding.check(NAME)?;
        let (file, spool) = Spool::open(outfile, NAME)?;
        let bare = PngEncoding {
            metadata: Metadata::new(),
            ..encoding.clone()
        };
        let encode = move |job: Job| {
            let encoding = if job.is_first { &encoding } else { &bare };
            encode(encoding, &job, format.size)
        };
        Ok(Box::new(ApngSink {
            size: format.size,
            fps: self.fps,
            frames: 0,
            last: None,
            waiting: VecDeque::new(),
            workers: Workers::start(format.size, encode)?,
            clock: Clock::new(self.fps),
            muxer: Some(Muxer::new(file, self.loop_count)),
            spool,
        }))
    }
}

/// A region of a frame to be compressed.
struct Job {
    frame: Arc<Frame>,
    region: Region,
    is_first: bool,
}

fn encode(encoding: &PngEncoding, job: &Job, size: FrameSize) -> io::Result<Vec<u8>> {
    let stride = 4 * size.width as usize;
    let start = job.region.y as usize * stride + 4 * job.region.x as usize;
    encoding.encode(&job.frame.pixels[start..], stride, job.region.size)
}

/// Finds what changes from frame to frame, has it compressed and writes it in order.
struct ApngSink {
    size: FrameSize,
    fps: Fps,
    frames: u64,
    /// The last frame that was not like the one before.
    last: Option<Arc<Frame>>,
    /// What is with the workers. How long the last one is shown is only known when another comes.
    waiting: VecDeque<(Region, Shown)>,
    workers: Workers<Job, io::Result<Vec<u8>>>,
    clock: Clock,
    /// Until the film is complete.
    muxer: Option<Muxer>,
    spool: Spool,
}

impl ApngSink {
    fn shown(&self, frame: &Frame) -> Shown {
        if frame.duration == self.fps.frame_duration() {
            Shown {
                frames: 1,
                ..Shown::default()
            }
        } else {
            Shown {
                frames: 0,
                more: frame.duration,
            }
        }
    }

    /// What is to be drawn for this frame; nothing if the picture before can be shown for longer.
    fn region(&mut self, frame: &Frame, shown: Shown) -> Option<Region> {
        let Some(last) = &self.last else {
            return Some(Region::whole(self.size));
        };
        if let Some(region) = Region::changed(&last.pixels, &frame.pixels, self.size) {
            return Some(region);
        }
        if let Some((_, before)) = self.waiting.back_mut() {
            let together = before.add(shown);
            if together.seconds(self.fps) <= LONGEST.as_secs_f64() {
                *before = together;
                return None;
            }
        }
        // A frame can't be empty.
        let size = FrameSize {
            width: 1,
            height: 1,
        };
        Some(Region { x: 0, y: 0, size })
    }

    /// Writes the oldest picture that is with the workers.
    fn write(&mut self, png: io::Result<Vec<u8>>) -> Result<()> {
        let (Some((region, shown)), Some(muxer)) = (self.waiting.pop_front(), &mut self.muxer)
        else {
            return Ok(());
        };
        let delay = self.clock.delay(shown);
        png.and_then(|png| muxer.add(&png, region, delay))
            .map_err(|e| self.spool.error(e))
    }
}

impl FrameSink for ApngSink {
    fn writer(&self) -> &str {
        NAME
    }

    fn write_frame(&mut self, frame: Frame) -> Result<()> {
        if frame.duration > LONGEST {
            return Err(Error::Setting {
                name: "the duration of a frame of an animated PNG",
                value: format!("{:?}", frame.duration),
                expected: "at most 65535 s",
            });
        }
        let shown = self.shown(&frame);
        let region = self.region(&frame, shown);
        self.frames += 1;
        let Some(region) = region else {
            return Ok(());
        };
        let frame = Arc::new(frame);
        let is_first = self.last.is_none();
        self.last = Some(frame.clone());
        self.workers.submit(Job {
            frame,
            region,
            is_first,
        });
        self.waiting.push_back((region, shown));
        while self.waiting.len() > 1 {
            let png = match self.workers.is_full() {
                true => self.workers.next(),
                false => self.workers.next_ready(),
            };
            let Some(png) = png else { break };
            self.write(png?)?;
        }
        Ok(())
    }

    fn takes_durations(&self) -> bool {
        true
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        let is_still = self.frames == 1;
        while let Some(png) = self.workers.next() {
            let png = png?;
            if is_still {
                let Some(muxer) = self.muxer.take() else {
                    return Err(Error::Ended);
                };
                let file = png.and_then(|png| muxer.finish_still(&png));
                return finish(self.spool, file);
            }
            self.write(png)?;
        }
        let Some(muxer) = self.muxer.take() else {
            return Err(Error::Ended);
        };
        finish(self.spool, muxer.finish())
    }

    fn interrupter(&self) -> Option<Interrupter> {
        Some(self.spool.interrupter())
    }
}

fn finish(spool: Spool, file: io::Result<std::fs::File>) -> Result<()> {
    match file {
        Ok(file) => spool.finish(file),
        Err(error) => Err(spool.error(error)),
    }
}
