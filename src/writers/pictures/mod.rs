//! Films of single pictures: the changes from frame to frame, encoded on all cores and written in order.

mod region;
mod shown;

use std::collections::VecDeque;
use std::fs::File;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::workers::Workers;
use crate::writers::pace::Pace;
use crate::writers::part::Mark;
use crate::writers::spool::Spool;
use crate::writers::{Fps, Frame, FrameFormat, FrameSink, Interrupter};
pub(super) use region::Region;
pub(crate) use shown::Shown;

/// A format that takes encoded pictures one after another.
pub(super) trait PictureMuxer: Send + 'static {
    /// The writer's name.
    const NAME: &'static str;
    /// The longest time of a picture.
    const LONGEST: Duration;
    /// The same in words.
    const LIMIT: &'static str;

    /// A region around this one that a picture can have.
    fn fit(region: Region) -> Region {
        region
    }

    /// Adds a picture that replaces the previous content.
    fn add(&mut self, picture: &[u8], region: Region, shown: Shown) -> io::Result<()>;

    /// Takes the last words of a part, with which it ends.
    fn end_part(&mut self, words: String);

    /// Completes the film and returns its file.
    fn finish(self) -> io::Result<File>;

    /// Writes a film of one frame.
    fn finish_still(self, picture: &[u8], region: Region, shown: Shown) -> io::Result<File>;
}

/// A part of a frame to be encoded.
pub(super) struct FramePart {
    frame: Arc<Frame>,
    width: u32,
    pub(super) region: Region,
    pub(super) is_first: bool,
}

impl FramePart {
    /// The frame's B, G, R, A from the region's first pixel on.
    pub(super) fn pixels(&self) -> &[u8] {
        let Region { x, y, .. } = self.region;
        &self.frame.pixels[y as usize * self.stride() + 4 * x as usize..]
    }

    /// The region as packed R, G, B, with A if it is wanted.
    #[cfg(feature = "webp")]
    pub(super) fn pack(&self, with_alpha: bool) -> io::Result<Vec<u8>> {
        crate::writers::pixels::pack(self.pixels(), self.stride(), self.region.size, with_alpha)
    }

    /// Bytes between the beginnings of rows.
    pub(super) fn stride(&self) -> usize {
        4 * self.width as usize
    }
}

/// Finds what changes from frame to frame, has it encoded and writes it in order.
pub(super) struct PictureSink<M> {
    size: FrameSize,
    fps: Fps,
    is_part: bool,
    /// Until a frame was too short for it.
    pace: Option<Pace>,
    frames: u64,
    /// The last frame that was not like the one before.
    last: Option<Arc<Frame>>,
    /// The frames at the workers. The duration of the last one is only known when the next arrives.
    waiting: VecDeque<(Region, Shown)>,
    workers: Workers<FramePart, io::Result<Vec<u8>>>,
    /// Until the film is complete.
    muxer: Option<M>,
    spool: Spool,
}

impl<M: PictureMuxer> PictureSink<M> {
    /// Begins a film.
    ///
    /// # Errors
    /// [`Error::Setting`] for a frame rate at which frames last longer than the format can say.
    pub(super) fn start(
        muxer: M,
        spool: Spool,
        FrameFormat { size, part, .. }: FrameFormat,
        fps: Fps,
        encode: impl Fn(&FramePart) -> io::Result<Vec<u8>> + Send + Sync + 'static,
    ) -> Result<Box<dyn FrameSink>> {
        if fps.frame_duration() > M::LONGEST {
            return Err(too_long::<M>(fps.frame_duration()));
        }
        Ok(Box::new(Self {
            size,
            fps,
            is_part: part.is_some(),
            pace: Pace::of(M::NAME),
            frames: 0,
            last: None,
            waiting: VecDeque::new(),
            workers: Workers::start(size, move |picture| encode(&picture))?,
            muxer: Some(muxer),
            spool,
        }))
    }

    fn shown(&self, frame: &Frame) -> Shown {
        let (frames, more) = match frame.duration == self.fps.frame_duration() {
            true => (1, Duration::ZERO),
            false => (0, frame.duration),
        };
        Shown { frames, more }
    }

    /// The picture to be drawn for this frame; `None` if the previous one can be shown for longer.
    fn region(&mut self, frame: &Frame, shown: Shown) -> Option<Region> {
        let Some(last) = &self.last else {
            return Some(Region::whole(self.size));
        };
        if let Some(region) = Region::changed(&last.pixels, &frame.pixels, self.size) {
            return Some(M::fit(region));
        }
        if let Some((_, before)) = self.waiting.back_mut() {
            let together = before.add(shown);
            if together.seconds(self.fps) <= M::LONGEST.as_secs_f64() {
                *before = together;
                return None;
            }
        }
        // A picture can't be empty.
        let size = FrameSize {
            width: 1,
            height: 1,
        };
        Some(Region { x: 0, y: 0, size })
    }

    /// Writes the oldest picture that is with the workers.
    fn write(&mut self, picture: io::Result<Vec<u8>>) -> Result<()> {
        let (Some((region, shown)), Some(muxer)) = (self.waiting.pop_front(), &mut self.muxer)
        else {
            return Ok(());
        };
        picture
            .and_then(|picture| muxer.add(&picture, region, shown))
            .map_err(|e| self.spool.error(e))
    }
}

impl<M: PictureMuxer> FrameSink for PictureSink<M> {
    fn writer(&self) -> &str {
        M::NAME
    }

    fn write_frame(&mut self, frame: Frame) -> Result<()> {
        if frame.duration > M::LONGEST {
            return Err(too_long::<M>(frame.duration));
        }
        if self
            .pace
            .is_some_and(|pace| pace.warn_of_slowness(frame.duration))
        {
            self.pace = None;
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
        self.workers.submit(FramePart {
            frame,
            width: self.size.width,
            region,
            is_first,
        });
        self.waiting.push_back((region, shown));
        while self.waiting.len() > 1 {
            let Some(picture) = self.workers.next_due() else {
                break;
            };
            self.write(picture?)?;
        }
        Ok(())
    }

    fn takes_durations(&self) -> bool {
        true
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        let mut still = None;
        while let Some(picture) = self.workers.next() {
            match picture? {
                Ok(picture) if self.frames == 1 => still = Some(picture),
                picture => self.write(picture)?,
            }
        }
        let mut muxer = self.muxer.take().ok_or(Error::Ended)?;
        if self.is_part {
            muxer.end_part(Mark::end(self.frames));
        }
        let file = match (still, self.waiting.pop_front()) {
            (Some(picture), Some((region, shown))) => muxer.finish_still(&picture, region, shown),
            _ => muxer.finish(),
        };
        match file {
            Ok(file) => self.spool.finish(file),
            Err(error) => Err(self.spool.error(error)),
        }
    }

    fn interrupter(&self) -> Option<Interrupter> {
        Some(self.spool.interrupter())
    }
}

fn too_long<M: PictureMuxer>(duration: Duration) -> Error {
    Error::Setting {
        name: "the time of a frame",
        value: format!("{duration:?}"),
        expected: M::LIMIT,
    }
}
