//! The page, written from start to end.

use std::fs::File;
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};

use super::escape;
use crate::error::Result;
use crate::writers::spool::Spool;
use crate::writers::{Interrupter, Metadata, push_base64};

/// The page around the frames, with placeholders in braces.
const TEMPLATE: &str = include_str!("player.html");
const STYLE: &str = include_str!("player.css");
const PLAYER: &str = include_str!("player.js");
/// Where the frames go.
const FRAMES: &str = "{{frames}}";
/// Bytes of a video that are made text at once: thirds are whole characters.
const BLOCK: u64 = 3 << 16;

/// How a page accesses its frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Store {
    Images,
    Video,
}

impl Store {
    /// As the player's `KIND`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Images => "images",
            Self::Video => "video",
        }
    }

    fn script(self) -> &'static str {
        match self {
            Self::Images => include_str!("images.js"),
            Self::Video => include_str!("video.js"),
        }
    }
}

/// A page that is being written.
#[derive(Debug)]
pub(super) struct Page {
    file: BufWriter<File>,
    spool: Spool,
    written: u64,
    /// Bytes before the frames.
    head: u64,
}

impl Page {
    /// Writes all that comes before the frames.
    pub(super) fn begin(
        file: File,
        spool: Spool,
        title: &str,
        metadata: &Metadata,
    ) -> Result<Self> {
        file.set_len(0).map_err(|e| spool.error(e))?;
        let mut page = Self {
            file: BufWriter::new(file),
            spool,
            written: 0,
            head: 0,
        };
        let before = TEMPLATE.split(FRAMES).next().unwrap_or_default();
        let before = filled(before, |name| match name {
            "title" => escape::html(title),
            "metadata" => meta_elements(metadata),
            "version" => env!("CARGO_PKG_VERSION").into(),
            "style" => STYLE.into(),
            _ => String::new(),
        });
        page.write(before.as_bytes())?;
        page.head = page.written;
        Ok(page)
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.written += bytes.len() as u64;
        let written = self.file.write_all(bytes);
        written.map_err(|e| self.spool.error(e))
    }

    /// Bytes so far.
    pub(super) fn written(&self) -> u64 {
        self.written
    }

    /// Bytes of frames so far.
    pub(super) fn frames(&self) -> u64 {
        self.written - self.head
    }

    /// Takes the frames so far out.
    pub(super) fn drop_frames(&mut self) -> Result<()> {
        let head = self.head;
        let cut = self.file.seek(SeekFrom::Start(head));
        let cut = cut.and_then(|_| self.file.get_ref().set_len(head));
        cut.map_err(|e| self.spool.error(e))?;
        self.written = head;
        Ok(())
    }

    /// Puts a video in the place of the frames so far.
    pub(super) fn replace_frames(&mut self, video: File) -> Result<()> {
        self.drop_frames()?;
        self.write(b"<script type=\"text/plain\">")?;
        let (mut block, mut text) = (Vec::new(), Vec::new());
        loop {
            let read = (&video).take(BLOCK).read_to_end(&mut block);
            if read.map_err(|e| self.spool.error(e))? == 0 {
                break;
            }
            push_base64(&mut text, &block);
            self.write(&text)?;
            block.clear();
            text.clear();
        }
        self.write(b"</script>")
    }

    /// Writes what comes after the frames: what the player needs to know (JSON), and the player.
    pub(super) fn finish(mut self, film: &str, store: Store) -> Result<()> {
        let after = TEMPLATE.split(FRAMES).nth(1).unwrap_or_default();
        let after = filled(after, |name| match name {
            "film" => film.into(),
            "script" => script(store),
            _ => String::new(),
        });
        self.write(after.as_bytes())?;
        match self.file.into_inner() {
            Ok(file) => self.spool.finish(file),
            Err(error) => Err(self.spool.error(error.into_error())),
        }
    }

    pub(super) fn interrupter(&self) -> Interrupter {
        self.spool.interrupter()
    }
}

/// The player and its source of frames, in a separate scope.
fn script(store: Store) -> String {
    format!(
        "(() => {{\n'use strict';\n{}\n{PLAYER}}})();\n",
        store.script()
    )
}

/// The template with the values of its names, in which no name is looked for.
fn filled(template: &str, value: impl Fn(&str) -> String) -> String {
    let mut parts = template.split("{{");
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or(("", part));
        page += &value(name);
        page += rest;
    }
    page
}

/// Metadata as HTML elements; the title has a separate element.
fn meta_elements(metadata: &Metadata) -> String {
    let mut elements = String::new();
    for (key, value) in metadata.iter() {
        let name = match key {
            "title" => continue,
            "artist" => "author",
            "comment" => "description",
            other => other,
        };
        let (name, value) = (escape::html(name), escape::html(value));
        elements += &format!("\n<meta name=\"{name}\" content=\"{value}\">");
    }
    elements
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_put_in_as_it_is() {
        let page = filled("a{{x}}b{{y}}c", |name| match name {
            "x" => "{{y}}".into(),
            _ => "2".into(),
        });
        assert_eq!(page, "a{{y}}b2c");
    }

    #[test]
    fn the_template_has_all_its_places() {
        for place in [
            "title", "metadata", "version", "style", "frames", "film", "script",
        ] {
            assert_eq!(
                TEMPLATE.matches(&format!("{{{{{place}}}}}")).count(),
                1,
                "{place}"
            );
        }
    }
}
