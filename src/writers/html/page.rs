//! The page, written from start to end.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use super::escape;
use crate::error::{Error, Result};
use crate::writers::Metadata;

/// The page around the frames, with names in braces for what is put in.
const TEMPLATE: &str = include_str!("player.html");
const STYLE: &str = include_str!("player.css");
const SCRIPT: &str = include_str!("player.js");
/// Where the frames go.
const FRAMES: &str = "{{frames}}";

/// A page that is being written.
#[derive(Debug)]
pub(super) struct Page {
    file: BufWriter<File>,
    path: PathBuf,
    written: u64,
}

impl Page {
    /// Writes all that comes before the frames.
    pub(super) fn begin(file: File, path: PathBuf, metadata: &Metadata) -> Result<Self> {
        let mut page = Self {
            file: BufWriter::new(file),
            path,
            written: 0,
        };
        let before = TEMPLATE.split(FRAMES).next().unwrap_or_default();
        let before = filled(before, |name| match name {
            "title" => escape::html(metadata.get("title").unwrap_or("Animation")),
            "metadata" => meta_elements(metadata),
            "version" => env!("CARGO_PKG_VERSION").into(),
            "style" => STYLE.into(),
            _ => String::new(),
        });
        page.write(before.as_bytes())?;
        Ok(page)
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.written += bytes.len() as u64;
        let written = self.file.write_all(bytes);
        written.map_err(|e| self.error(e))
    }

    /// Bytes so far.
    pub(super) fn written(&self) -> u64 {
        self.written
    }

    /// Writes what comes after the frames: what the player needs to know (JSON), and the player.
    pub(super) fn finish(mut self, film: &str) -> Result<()> {
        let after = TEMPLATE.split(FRAMES).nth(1).unwrap_or_default();
        let after = filled(after, |name| match name {
            "film" => film.into(),
            "script" => SCRIPT.into(),
            _ => String::new(),
        });
        self.write(after.as_bytes())?;
        let flushed = self.file.flush();
        flushed.map_err(|e| self.error(e))
    }

    fn error(&self, source: io::Error) -> Error {
        Error::io(&self.path, source)
    }
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

/// Metadata in HTML's words; the title has an element of its own.
fn meta_elements(metadata: &Metadata) -> String {
    let mut elements = String::new();
    for (key, value) in metadata.iter() {
        let name = match key {
            "title" => continue,
            "artist" => "author",
            "comment" => "description",
            // A page is not to tell a browser what to do by way of its metadata.
            "viewport" | "referrer" | "color-scheme" | "theme-color" | "robots" | "generator" => {
                continue;
            }
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
