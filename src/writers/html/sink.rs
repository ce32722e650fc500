//! A film on its way into a page.

use std::path::PathBuf;
use std::sync::Arc;

use super::images::{GROUP, Images};
use super::page::{Page, Store};
use super::video::Video;
use super::{EmbedLimit, NAME, PageFrames, PlayMode, escape};
use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::companion::FolderName;
use crate::writers::{Frame, FrameFormat, FrameSink, Interrupter, Metadata, Meter};

/// Bytes of images that load as fast as any page: no video takes their place.
const SMALL: u64 = 1 << 20;
/// How many times smaller a video must be to justify its loss.
const MUCH_SMALLER: u64 = 4;
/// Bytes of images that make a page slow to load, and how many times smaller a video must be then.
const LARGE: u64 = 16 << 20;
const SMALLER: u64 = 2;

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
    /// One of these, or both until the better one is known.
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
        meter: &Arc<Meter>,
    ) -> Result<Self> {
        let (size, transparent) = (format.size, format.transparent);
        let images = |folder| Images::start(folder, size, transparent).map(Some);
        let (images, video, folder) = match frames {
            Frames::Embedded(PageFrames::Images) => (images(None)?, None, None),
            Frames::Embedded(PageFrames::Video) => (None, Some(Video::begin(format, meter)?), None),
            Frames::Embedded(PageFrames::Auto) => {
                let video = match Video::obstacle(size, transparent) {
                    Some(_) => None,
                    None => or_images(Video::begin(format, meter)),
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
            title: metadata.given_title().map(str::to_owned),
            durations: Vec::new(),
            limit,
        })
    }

    /// Passes the frame to the video. A video that fails is dropped if there are images.
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

    /// Completes the frames in the page, and returns their kind.
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
        if !is_worth_its_loss(self.page.frames(), bytes.len()) {
            return Ok(Store::Images);
        }
        self.page.replace_frames(video)?;
        Ok(Store::Video)
    }

    /// Spares a long film the images that it would lose in the end: the video is smaller by far.
    fn settle(&mut self) -> Result<()> {
        if self.images.is_none() || self.page.frames() < LARGE {
            return Ok(());
        }
        let Some(video) = &self.video else {
            return Ok(());
        };
        // Some frames are still being added to the video.
        if is_worth_its_loss(self.page.frames(), 4 * video.written()?) {
            self.images = None;
            self.page.drop_frames()?;
        }
        Ok(())
    }

    /// The data for the player.
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

/// Whether a video of so many bytes may take the place of so many bytes of images in a page.
fn is_worth_its_loss(images: u64, video: u64) -> bool {
    let times = if images < LARGE {
        MUCH_SMALLER
    } else {
        SMALLER
    };
    // In base64, as images are.
    images > SMALL && video.div_ceil(3) * 4 * times < images
}

/// The result, if successful; otherwise logs that the frames stay images.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_video_must_be_the_smaller_the_handier_the_images_are() {
        const MIB: u64 = 1 << 20;
        // In base64 three quarters of a mebibyte are one.
        let cases = [
            (MIB, 1, false),
            (8 * MIB, 6 * MIB / 4, false),
            (8 * MIB, 5 * MIB / 4, true),
            (36 * MIB, 14 * MIB, false),
            (36 * MIB, 13 * MIB, true),
        ];
        for (images, video, expected) in cases {
            assert_eq!(
                is_worth_its_loss(images, video),
                expected,
                "{images} {video}"
            );
        }
    }
}
