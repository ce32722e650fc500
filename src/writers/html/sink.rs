//! A film on its way into a page.

use std::path::PathBuf;

use super::images::{GROUP, Images};
use super::page::{Page, Store};
use super::video::Video;
use super::{EmbedLimit, NAME, PageFrames, PlayMode, escape};
use crate::canvas::FrameSize;
use crate::error::{Error, Result};
use crate::writers::companion::FolderName;
use crate::writers::{Frame, FrameFormat, FrameSink, Interrupter, Metadata};

/// Bytes of images that load as fast as any page: no video takes their place.
const SMALL: u64 = 1 << 20;
/// How many times smaller a video must be to be worth its loss.
const MUCH_SMALLER: u64 = 4;
/// Bytes of images after which a video that is much smaller even by twice is taken for good.
const ENOUGH: u64 = 16 << 20;

/// Where the frames go.
#[derive(Debug)]
pub(super) enum Frames {
    /// Into the page.
    Embedded(PageFrames),
    /// Into the folder at `path`, which will be called `name` and lie beside the page.
    Folder { path: PathBuf, name: FolderName },
}

/// A film on its way into a page.
pub(super) struct HTMLSink {
    page: Page,
    /// One of these, or both until it is known which is better.
    images: Option<Images>,
    video: Option<Video>,
    folder: Option<FolderName>,
    format: FrameFormat,
    mode: PlayMode,
    title: Option<String>,
    /// How many frames in a row are shown for how many seconds.
    durations: Vec<(u64, f64)>,
    limit: EmbedLimit,
}

impl HTMLSink {
    pub(super) fn start(
        page: Page,
        frames: Frames,
        format: FrameFormat,
        mode: PlayMode,
        limit: EmbedLimit,
        metadata: &Metadata,
    ) -> Result<Self> {
        let (size, transparent) = (format.size, format.transparent);
        let images = |folder| Images::start(folder, size, transparent).map(Some);
        let (images, video, folder) = match frames {
            Frames::Embedded(PageFrames::Images) => (images(None)?, None, None),
            Frames::Embedded(PageFrames::Video) => (None, Some(Video::begin(format)?), None),
            Frames::Embedded(PageFrames::Auto) => {
                let video = match Video::obstacle(size, transparent) {
                    Some(_) => None,
                    None => or_images(Video::begin(format)),
                };
                (images(None)?, video, None)
            }
            Frames::Folder { path, name } => (images(Some(path))?, None, Some(name)),
        };
        Ok(Self {
            page,
            images,
            video,
            folder,
            format,
            mode,
            title: metadata.get("title").map(str::to_owned),
            durations: Vec::new(),
            limit,
        })
    }

    /// Hands the frame to the video. One that fails is left out if there are images.
    fn push_to_video(&mut self, frame: &Frame) -> Result<()> {
        let Some(video) = &mut self.video else {
            return Ok(());
        };
        let pushed = video.push(&frame.pixels);
        match self.images {
            None => pushed,
            Some(_) => {
                if or_images(pushed).is_none() {
                    self.video = None;
                }
                Ok(())
            }
        }
    }

    /// Completes the frames in the page, and says what they are.
    fn finish_frames(&mut self) -> Result<Store> {
        let video = self.video.take().map(Video::finish);
        let Some(images) = self.images.take() else {
            if let Some(video) = video {
                self.page.replace_frames(video?)?;
            }
            return Ok(Store::Video);
        };
        images.finish(&mut self.page)?;
        let Some(video) = video.and_then(or_images) else {
            return Ok(Store::Images);
        };
        let bytes = (video.metadata()).map_err(|e| Error::io("a temporary video", e))?;
        if !self.is_worth_its_loss(bytes.len(), MUCH_SMALLER) {
            return Ok(Store::Images);
        }
        self.page.replace_frames(video)?;
        Ok(Store::Video)
    }

    /// Whether a video of so many bytes is so many times smaller than large images.
    fn is_worth_its_loss(&self, video: u64, times: u64) -> bool {
        let (images, text) = (self.page.frames(), video.div_ceil(3) * 4);
        images > SMALL && text * times < images
    }

    /// Spares a long film the images that it would lose in the end.
    fn settle(&mut self) -> Result<()> {
        if self.images.is_none() || self.page.frames() < ENOUGH {
            return Ok(());
        }
        let Some(video) = &self.video else {
            return Ok(());
        };
        // Some frames are still on their way into the video.
        if self.is_worth_its_loss(video.written()?, 2 * MUCH_SMALLER) {
            self.images = None;
            self.page.drop_frames()?;
        }
        Ok(())
    }

    /// What the player needs to know.
    fn film(&self, store: Store) -> String {
        let FrameSize { width, height } = self.format.size;
        let durations = self.durations.iter().map(|(n, s)| format!("[{n},{s}]"));
        let folder = self.folder.as_ref().map(|name| escape::json(&name.get()));
        format!(
            "{{\"width\":{width},\"height\":{height},\"alpha\":{},\"first\":{},\"group\":{GROUP},\"durations\":[{}],\
             \"mode\":\"{}\",\"title\":{},\"frames\":\"{}\"{}}}",
            self.format.transparent,
            self.format.first_index,
            durations.collect::<Vec<_>>().join(","),
            self.mode,
            self.title.as_deref().map_or("null".into(), escape::json),
            store.name(),
            folder.map_or(String::new(), |name| format!(",\"folder\":{name}")),
        )
    }
}

/// What goes well; of what does not, the log says that the frames stay images.
fn or_images<T>(result: Result<T>) -> Option<T> {
    result
        .inspect_err(|error| log::warn!("the page's frames stay images: {error}"))
        .ok()
}

impl FrameSink for HTMLSink {
    fn writer(&self) -> &str {
        NAME
    }

    fn takes_durations(&self) -> bool {
        true
    }

    fn write_frame(&mut self, frame: Frame) -> Result<()> {
        let seconds = frame.duration.as_secs_f64();
        match self.durations.last_mut() {
            Some((frames, last)) if *last == seconds => *frames += 1,
            _ => self.durations.push((1, seconds)),
        }
        self.push_to_video(&frame)?;
        if let Some(images) = &mut self.images {
            images.push(frame, &mut self.page)?;
        }
        self.settle()?;
        // While there is a video, it may yet make the page smaller.
        if self.video.is_none() {
            self.limit.warn_above(self.page.written());
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        let store = self.finish_frames()?;
        self.limit.warn_above(self.page.written());
        let film = self.film(store);
        self.page.finish(&film, store)
    }

    fn interrupter(&self) -> Option<Interrupter> {
        Some(self.page.interrupter())
    }
}
