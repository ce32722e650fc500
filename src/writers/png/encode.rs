//! A picture as a PNG file; the common part of stills, numbered frames and animated PNGs.

use std::io;

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::pixels::pack;
use crate::writers::{FrameFormat, Metadata};

/// The keyword of the text that is the mark of a part.
pub(crate) const MARK_KEY: &str = "plotreel";

/// The effort spent on compressing a PNG. Pixels do not depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PngCompression {
    /// Fast: takes about as long as drawing.
    #[default]
    Fast,
    /// Slower: files have about a third to two thirds of the size.
    Small,
}

/// Encoder of B, G, R, A bytes as PNGs.
#[derive(Debug, Clone)]
pub(crate) struct PngEncoding {
    /// Whether the files have alpha.
    pub(crate) transparent: bool,
    /// Pixels per inch.
    pub(crate) dpi: f64,
    pub(crate) metadata: Metadata,
    /// Of a part of a film.
    pub(crate) mark: Option<String>,
    pub(crate) compression: PngCompression,
}

impl PngEncoding {
    pub(crate) fn new(
        format: FrameFormat,
        metadata: &Metadata,
        compression: PngCompression,
    ) -> Self {
        Self {
            transparent: format.transparent,
            dpi: format.dpi,
            metadata: metadata.clone(),
            mark: None,
            compression,
        }
    }

    /// Refuses metadata that the format can't have.
    ///
    /// # Errors
    /// [`Error::Option`] with the key.
    pub(crate) fn check(&self, writer: &str) -> Result<()> {
        let is_latin = |c: char| matches!(c, ' '..='~' | '\u{a1}'..='\u{ff}');
        let fits = |key: &str| {
            (1..=79).contains(&key.chars().count())
                && key.chars().all(is_latin)
                && key.trim() == key
        };
        match self.metadata.iter().find(|(key, _)| !fits(key)) {
            None => Ok(()),
            Some((key, _)) => Err(Error::Option {
                writer: writer.to_owned(),
                option: format!("the metadata key \"{key}\""),
                advice: "give a key of 1 to 79 Latin letters".into(),
            }),
        }
    }

    /// The file of a picture whose rows begin `stride` bytes apart.
    pub(crate) fn encode(
        &self,
        bgra: &[u8],
        stride: usize,
        size: FrameSize,
    ) -> io::Result<Vec<u8>> {
        let pixels = pack(bgra, stride, size, self.transparent)?;
        let write = |deflate, filter| self.write(&pixels, size, deflate, filter);
        // Of 640 x 480 line plots and colour-mapped waves: 32 and 297 kB in 0.5 and 1.9 ms; 21 and 98 kB in 4 and
        // 13 ms; but filtered at level 6, 23 and 161 kB in 4 and 48 ms.
        let fast = write(
            png::DeflateCompression::FdeflateUltraFast,
            png::Filter::Adaptive,
        )?;
        if self.compression == PngCompression::Fast {
            return Ok(fast);
        }
        let level = png::DeflateCompression::Level(6);
        let plain = write(level, png::Filter::NoFilter)?;
        // Filters help with photographs.
        if plain.len() < fast.len() {
            return Ok(plain);
        }
        write(level, png::Filter::Adaptive)
    }

    fn write(
        &self,
        pixels: &[u8],
        size: FrameSize,
        deflate: png::DeflateCompression,
        filter: png::Filter,
    ) -> io::Result<Vec<u8>> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, size.width, size.height);
        encoder.set_color(match self.transparent {
            true => png::ColorType::Rgba,
            false => png::ColorType::Rgb,
        });
        encoder.set_deflate_compression(deflate);
        encoder.set_filter(filter);
        // As exact as the format allows.
        let per_metre = (self.dpi / 0.0254).round().clamp(1.0, f64::from(i32::MAX)) as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: per_metre,
            yppu: per_metre,
            unit: png::Unit::Meter,
        }));
        for (key, value) in self.metadata.iter() {
            encoder.add_itxt_chunk(keyword(key).to_owned(), value.to_owned())?;
        }
        if let Some(mark) = &self.mark {
            encoder.add_text_chunk(MARK_KEY.to_owned(), mark.clone())?;
        }
        let mut writer = encoder.write_header()?;
        writer.write_image_data(pixels)?;
        writer.finish()?;
        Ok(file)
    }
}

/// The keyword that the format knows for a key.
fn keyword(key: &str) -> &str {
    match key {
        "title" => "Title",
        "artist" => "Author",
        "comment" => "Comment",
        "description" => "Description",
        "copyright" => "Copyright",
        "software" => "Software",
        other => other,
    }
}
