//! Frames as PNG files, in the page or in the folder beside it.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use super::encode::{self, Change, Patch};
use super::page::Page;
use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::workers::Workers;
use crate::writers::{Frame, push_base64};

/// Frames from one whole one to the next. Those between hold what changed since the frame whose number, counted from
/// the whole one, lacks the lowest bit of theirs: 13 is made of 12, that of 8, and that of 0. So no frame needs more
/// than a few others, and most are made of one that is near.
pub(super) const GROUP: u64 = 32;

/// The name of a frame's file.
fn file_name(index: u64) -> String {
    format!("frame{index:07}.png")
}

/// A frame to be encoded, and the one that it is made of, if it is not a whole one.
#[derive(Debug)]
struct FrameAndBase {
    frame: Arc<Frame>,
    base: Option<Arc<Frame>>,
}

/// Frames on their way into a page, or whole ones on theirs into a folder.
#[derive(Debug)]
pub(super) struct Images {
    folder: Option<PathBuf>,
    workers: Workers<FrameAndBase, Result<Vec<u8>>>,
    /// Those that later frames can be made of, with their numbers.
    bases: Vec<(u64, Arc<Frame>)>,
    taken: u64,
    written: u64,
}

impl Images {
    pub(super) fn start(
        folder: Option<PathBuf>,
        size: FrameSize,
        transparent: bool,
    ) -> Result<Self> {
        let is_embedded = folder.is_none();
        let encode = move |FrameAndBase { frame, base }: FrameAndBase| {
            let whole = || encode::png(&frame.pixels, size, transparent);
            let bytes = match base {
                _ if !is_embedded => whole(),
                None => whole().map(|png| record(&Change::Full(png))),
                Some(base) => encode::change(&base.pixels, &frame.pixels, size, transparent)
                    .map(|change| record(&change)),
            };
            bytes.map_err(|e| Error::io("a frame's PNG", e))
        };
        Ok(Self {
            folder,
            workers: Workers::start(size, encode)?,
            bases: Vec::new(),
            taken: 0,
            written: 0,
        })
    }

    /// Takes a frame; may write an earlier one.
    pub(super) fn push(&mut self, frame: Frame, page: &mut Page) -> Result<()> {
        if self.workers.is_full() {
            self.write_oldest(page)?;
        }
        let frame = Arc::new(frame);
        let base = match self.folder {
            Some(_) => None,
            None => self.base(&frame),
        };
        self.workers.submit(FrameAndBase { frame, base });
        self.taken += 1;
        Ok(())
    }

    /// Writes all that are not written yet.
    pub(super) fn finish(mut self, page: &mut Page) -> Result<()> {
        while self.write_oldest(page)? {}
        match self.folder {
            Some(_) => Ok(()),
            None => page.write(b"</script>"),
        }
    }

    /// The frame that this one, the next, is made of, if it is not a whole one.
    fn base(&mut self, frame: &Arc<Frame>) -> Option<Arc<Frame>> {
        let index = self.taken;
        let base = index & index.wrapping_sub(1);
        self.bases
            .retain(|(known, _)| *known <= base && !index.is_multiple_of(GROUP));
        let found = self.bases.last().map(|(_, frame)| frame.clone());
        self.bases.push((index, frame.clone()));
        found
    }

    /// Writes the oldest frame whose encoding has begun.
    fn write_oldest(&mut self, page: &mut Page) -> Result<bool> {
        let Some(bytes) = self.workers.next().transpose()? else {
            return Ok(false);
        };
        let bytes = bytes?;
        match &self.folder {
            Some(folder) => {
                let path = folder.join(file_name(self.written));
                fs::write(&path, bytes).map_err(|e| Error::io(path, e))?;
            }
            None => {
                let before: &[u8] = match (self.written, self.written % GROUP) {
                    (0, _) => b"<script type=\"text/plain\">",
                    (_, 0) => b"</script>\n<script type=\"text/plain\">",
                    _ => b"\n",
                };
                page.write(before)?;
                page.write(&bytes)?;
            }
        }
        self.written += 1;
        Ok(true)
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
