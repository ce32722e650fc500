//! A film's frames on their way into a GIF.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::NAME;
use super::blocks::{comment, header};
use super::census::Census;
use super::changes::{Changes, Painting};
use super::file::{GifFile, Target};
use super::painter::{Painter, Patch, Work};
use super::palette;
use super::patch;
use super::spool::Spool;
use super::timeline::{LONGEST_FRAME, Timeline};
use crate::error::{Error, Result};
use crate::workers::Cancelled;
use crate::writers::part::Mark;
use crate::writers::pictures::Shown;
use crate::writers::{Fps, Frame, FrameFormat, FrameSink, Interrupter, Metadata};

/// The most colours of a palette that has an index which leaves pixels as they are.
const COLORS: usize = 255;

/// The settings of a film.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) format: FrameFormat,
    pub(super) dithers: bool,
    pub(super) loop_count: u32,
    pub(super) metadata: Metadata,
    /// Frames per second.
    pub(super) fps: Fps,
    /// Of a part of a film.
    pub(super) mark: Option<Mark>,
}

impl Settings {
    fn start(
        &self,
        target: Target,
        palette: Option<Vec<[u8; 3]>>,
        cancelled: Cancelled,
    ) -> Result<GifFile> {
        let size = self.format.size;
        let palette: Option<Arc<[_]>> = palette.map(Into::into);
        // The index that leaves pixels has its place in the palette.
        let shown = palette
            .as_ref()
            .map(|palette| [palette, &[[0; 3]][..]].concat());
        let mark = self.mark.as_ref().map(Mark::to_string);
        let header = header(
            size,
            shown.as_deref(),
            self.loop_count,
            &self.metadata,
            mark.as_deref(),
        );
        let (width, is_transparent) = (size.width as usize, self.format.transparent);
        let painter = || Painter::new(width, is_transparent, self.dithers, palette.clone());
        GifFile::start(target, header, 4 * size.pixels(), cancelled, painter)
            .map_err(|e| Error::io("the encoder's threads", e))
    }
}

/// Where the frames go.
enum Stage {
    /// Into the file, each with its own palette.
    File(GifFile),
    /// To disk, until the palette of all is known.
    Spool(Box<Spooling>),
}

struct Spooling {
    spool: Spool,
    census: Census,
    target: Target,
}

/// Takes the frames of a film.
pub(super) struct GifSink {
    settings: Settings,
    frames: u64,
    timeline: Timeline,
    changes: Changes,
    stage: Stage,
    cancelled: Cancelled,
}

impl GifSink {
    /// A film whose frames have their own palettes.
    pub(super) fn new(settings: Settings, target: Target) -> Result<Self> {
        let cancelled = Cancelled::default();
        let pipeline = settings.start(target, None, cancelled.clone())?;
        Ok(Self::with_stage(settings, Stage::File(pipeline), cancelled))
    }

    /// A film with one palette.
    pub(super) fn with_global_palette(settings: Settings, target: Target) -> Result<Self> {
        let folder = target.path.as_deref().and_then(|path| path.parent());
        let spooling = Spooling {
            spool: Spool::new(folder)?,
            census: Census::new(),
            target,
        };
        let stage = Stage::Spool(Box::new(spooling));
        Ok(Self::with_stage(settings, stage, Cancelled::default()))
    }

    fn with_stage(settings: Settings, stage: Stage, cancelled: Cancelled) -> Self {
        let FrameFormat {
            size, transparent, ..
        } = settings.format;
        let part = settings.format.part;
        let begin = part.map_or(Shown::default(), |part| part.begin());
        let timeline = Timeline::beginning(begin, settings.fps);
        // The next part begins with what is under all of its pixels.
        let clears = transparent && part.is_some_and(|part| !part.is_last());
        Self {
            settings,
            frames: 0,
            timeline,
            changes: Changes::new(size, transparent, clears),
            stage,
            cancelled,
        }
    }

    fn put(&mut self, painting: Painting) -> Result<()> {
        let spooling = match &mut self.stage {
            Stage::File(file) => return file.put(Work::Painting(painting)),
            Stage::Spool(spooling) => spooling,
        };
        let mut pixels = Vec::new();
        let width = self.settings.format.size.width as usize;
        patch::fill(&mut pixels, &painting, width, true);
        spooling.census.count(&pixels);
        let Painting {
            region,
            delay,
            disposal,
            ..
        } = painting;
        let patch = Patch {
            region,
            delay,
            disposal,
            pixels,
        };
        spooling.spool.push(&patch).map_err(spool_error)
    }
}

impl FrameSink for GifSink {
    fn writer(&self) -> &str {
        NAME
    }

    fn write_frame(&mut self, frame: Frame) -> Result<()> {
        if frame.duration > LONGEST_FRAME {
            return Err(Error::Setting {
                name: "the time of a frame",
                value: format!("{:?}", frame.duration),
                expected: "at most 86400 s, a day",
            });
        }
        self.frames += 1;
        let mut shown = Vec::new();
        self.timeline
            .push(Arc::new(frame.pixels), frame.duration, &mut shown);
        for (picture, delay) in shown {
            if let Some(painting) = self.changes.next(picture, delay) {
                self.put(painting)?;
            }
        }
        Ok(())
    }

    fn takes_durations(&self) -> bool {
        true
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        let end = (self.settings.mark.as_ref()).map(|_| comment(&Mark::end(self.frames)));
        let mut shown = Vec::new();
        let part = self.settings.format.part;
        let goes_on = part.is_some_and(|part| !part.is_last());
        std::mem::take(&mut self.timeline).finish(goes_on, &mut shown);
        for (picture, delay) in shown {
            if let Some(painting) = self.changes.next(picture, delay) {
                self.put(painting)?;
            }
        }
        if let Some(painting) = self.changes.finish() {
            self.put(painting)?;
        }
        let mut file = match self.stage {
            Stage::File(file) => file,
            Stage::Spool(spooling) => {
                let palette = palette::choose(&spooling.census, COLORS, self.settings.dithers);
                let target = spooling.target;
                let mut file =
                    self.settings
                        .start(target, Some(palette), self.cancelled.clone())?;
                for patch in spooling.spool.rewind().map_err(spool_error)? {
                    if self.cancelled.load(Ordering::SeqCst) {
                        return Err(Error::Aborted);
                    }
                    file.put(Work::Patch(patch.map_err(spool_error)?))?;
                }
                file
            }
        };
        end.map_or(Ok(()), |end| file.put(Work::Block(end)))?;
        file.finish()
    }

    fn interrupter(&self) -> Option<Interrupter> {
        let cancelled = self.cancelled.clone();
        Some(Arc::new(move || cancelled.store(true, Ordering::SeqCst)))
    }
}

fn spool_error(error: std::io::Error) -> Error {
    Error::io("the frames on disk", error)
}
