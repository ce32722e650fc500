//! Frames on their way into the page or the folder beside it.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use super::encode::{self, Change, Patch};
use super::page::Page;
use super::{NAME, PlayMode, escape};
use crate::canvas::FrameSize;
use crate::error::{Error, Result};
use crate::writers::workers::Workers;
use crate::writers::{Frame, FrameFormat, FrameSink, Metadata, push_base64};

/// Frames from one whole one to the next. Those between hold what changed since the frame whose number, counted from
/// the whole one, lacks the lowest bit of theirs: 13 is made of 12, that of 8, and that of 0. So no frame needs more
/// than a few others, and most are made of one that is near.
const GROUP: u64 = 32;

/// Where the frames go.
#[derive(Debug)]
pub(super) enum Frames {
    /// Into the page; one larger than `limit` bytes is warned of.
    Embedded { limit: u64 },
    /// Into the folder at `path`, which will be called `name` and lie beside the page.
    Folder { path: PathBuf, name: String },
}

/// The name of a frame's file.
fn file_name(index: u64) -> String {
    format!("frame{index:07}.png")
}

/// Whether a file has the name of a frame.
pub(super) fn is_frame(name: &str) -> bool {
    let digits = name
        .strip_prefix("frame")
        .and_then(|n| n.strip_suffix(".png"));
    digits.is_some_and(|digits| digits.len() >= 7 && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// A frame to be encoded, and the one that it is made of, if it is not a whole one.
#[derive(Debug)]
struct Job {
    frame: Arc<Frame>,
    base: Option<Arc<Frame>>,
}

/// A film on its way into a page.
#[derive(Debug)]
pub(super) struct HTMLSink {
    page: Page,
    frames: Frames,
    format: FrameFormat,
    mode: PlayMode,
    title: Option<String>,
    workers: Workers<Job, Result<Vec<u8>>>,
    /// Those that later frames can be made of, with their numbers.
    bases: Vec<(u64, Arc<Frame>)>,
    taken: u64,
    written: u64,
    /// How many frames in a row are shown for how many seconds.
    durations: Vec<(u64, f64)>,
    warned: bool,
}

impl HTMLSink {
    pub(super) fn start(
        page: Page,
        frames: Frames,
        format: FrameFormat,
        mode: PlayMode,
        metadata: &Metadata,
    ) -> Result<Self> {
        let FrameFormat {
            size, transparent, ..
        } = format;
        let is_embedded = matches!(frames, Frames::Embedded { .. });
        let encode = move |Job { frame, base }: Job| {
            let whole = || encode::png(&frame.pixels, size, transparent);
            let bytes = match base {
                _ if !is_embedded => whole(),
                None => whole().map(|png| record(&Change::Full(png))),
                Some(base) => encode::change(&base.pixels, &frame.pixels, size, transparent)
                    .map(|change| record(&change)),
            };
            bytes.map_err(failed)
        };
        Ok(Self {
            page,
            frames,
            format,
            mode,
            title: metadata.get("title").map(str::to_owned),
            workers: Workers::start(size, encode)?,
            bases: Vec::new(),
            taken: 0,
            written: 0,
            durations: Vec::new(),
            warned: false,
        })
    }

    /// The frame that this one is made of, if it is not a whole one.
    fn base(&mut self, index: u64, frame: &Arc<Frame>) -> Option<Arc<Frame>> {
        let base = index & index.wrapping_sub(1);
        self.bases
            .retain(|(known, _)| *known <= base && !index.is_multiple_of(GROUP));
        let found = self.bases.last().map(|(_, frame)| frame.clone());
        self.bases.push((index, frame.clone()));
        found
    }

    /// Writes the oldest frame whose encoding has begun.
    fn write_oldest(&mut self) -> Result<bool> {
        let Some(bytes) = self.workers.next().transpose()? else {
            return Ok(false);
        };
        let bytes = bytes?;
        match &self.frames {
            Frames::Folder { path, .. } => {
                let path = path.join(file_name(self.written));
                fs::write(&path, bytes).map_err(|e| Error::io(path, e))?;
            }
            Frames::Embedded { limit } => {
                let limit = *limit;
                let before: &[u8] = match (self.written, self.written % GROUP) {
                    (0, _) => b"<script type=\"text/plain\">",
                    (_, 0) => b"</script>\n<script type=\"text/plain\">",
                    _ => b"\n",
                };
                self.page.write(before)?;
                self.page.write(&bytes)?;
                self.warn_above(limit);
            }
        }
        self.written += 1;
        Ok(true)
    }

    fn warn_above(&mut self, limit: u64) {
        if self.page.written() > limit && !self.warned {
            self.warned = true;
            log::warn!(
                "the page is larger than its embed limit of {:.3} MB at frame {} and goes on growing: it will be whole, \
                 but slow to load; write fewer or smaller frames, put them beside the page, or raise the limit",
                limit as f64 / 1024.0 / 1024.0,
                self.written
            );
        }
    }

    /// What the player needs to know.
    fn film(&self) -> String {
        let FrameSize { width, height } = self.format.size;
        let durations = self.durations.iter().map(|(n, s)| format!("[{n},{s}]"));
        format!(
            "{{\"width\":{width},\"height\":{height},\"alpha\":{},\"first\":{},\"group\":{GROUP},\"durations\":[{}],\
             \"mode\":\"{}\",\"title\":{}{}}}",
            self.format.transparent,
            self.format.first_index,
            durations.collect::<Vec<_>>().join(","),
            self.mode,
            self.title.as_deref().map_or("null".into(), escape::json),
            match &self.frames {
                Frames::Embedded { .. } => String::new(),
                Frames::Folder { name, .. } => format!(",\"folder\":{}", escape::json(name)),
            }
        )
    }
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
        if self.workers.is_full() {
            self.write_oldest()?;
        }
        let frame = Arc::new(frame);
        let base = match self.frames {
            Frames::Embedded { .. } => self.base(self.taken, &frame),
            Frames::Folder { .. } => None,
        };
        self.workers.submit(Job { frame, base });
        self.taken += 1;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        while self.write_oldest()? {}
        if let Frames::Embedded { .. } = self.frames {
            self.page.write(b"</script>")?;
        }
        let film = self.film();
        self.page.finish(&film)
    }
}

/// A frame in the page: a whole one as base64, patches as `x,y,base64` with blanks between them.
fn record(change: &Change) -> Vec<u8> {
    let mut record = Vec::new();
    match change {
        Change::Full(png) => push_base64(&mut record, png),
        Change::Patches(patches) => {
            for (n, Patch { x, y, png }) in patches.iter().enumerate() {
                let blank = if n > 0 { " " } else { "" };
                record.extend(format!("{blank}{x},{y},").into_bytes());
                push_base64(&mut record, png);
            }
        }
    }
    record
}

fn failed(error: std::io::Error) -> Error {
    Error::io("a frame's PNG", error)
}
