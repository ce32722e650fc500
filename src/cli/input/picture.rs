//! PNG and JPEG files, each a frame.

use std::fs::File;
use std::io::{BufReader, Read};

use crate::DType;
use png::{ColorType, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{FrameShape, InputError, InputFrame, MAX_SIDE, Pool, Result, Source};

/// What a file's first bytes say it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Png,
    Jpeg,
}

impl Kind {
    pub(super) fn of(start: &[u8]) -> Option<Self> {
        if start.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if start.starts_with(b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else {
            None
        }
    }
}

/// A picture that is decoded when its turn comes.
pub(super) struct PictureSource {
    name: String,
    file: Option<(BufReader<File>, Kind)>,
}

impl PictureSource {
    pub(super) fn new(name: &str, file: BufReader<File>, kind: Kind) -> Self {
        Self {
            name: name.to_owned(),
            file: Some((file, kind)),
        }
    }
}

impl Source for PictureSource {
    fn next_frame(&mut self, pool: &Pool) -> Result<Option<InputFrame>> {
        let Some((file, kind)) = self.file.take() else {
            return Ok(None);
        };
        let decoded = match kind {
            Kind::Png => png(file, pool.take()),
            Kind::Jpeg => jpeg(file, pool.take()),
        };
        let (size, channels, bytes) =
            decoded.map_err(|reason| InputError::new(&self.name, reason))?;
        let (width, height) = size;
        let shape = FrameShape::contiguous(DType::U8, vec![height, width, channels]);
        Ok(Some(pool.frame(shape, bytes)))
    }
}

/// (width, height), channels and bytes, or why not.
type Decoded = std::result::Result<((usize, usize), usize, Vec<u8>), String>;

fn png(file: BufReader<File>, mut bytes: Vec<u8>) -> Decoded {
    let mut decoder = png::Decoder::new(file);
    // Palettes and low bit depths become 8 bits; grey is widened below.
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|e| e.to_string())?;
    let (width, height) = reader.info().size();
    if width.max(height) as usize > MAX_SIDE {
        return Err(format!(
            "{width}x{height} is too large: {MAX_SIDE} is the longest side"
        ));
    }
    let len = reader
        .output_buffer_size()
        .ok_or("the picture is too large")?;
    bytes.resize(len, 0);
    let info = reader.next_frame(&mut bytes).map_err(|e| e.to_string())?;
    bytes.truncate(info.buffer_size());
    let (channels, bytes) = match info.color_type {
        ColorType::Grayscale => (3, bytes.iter().flat_map(|&v| [v; 3]).collect()),
        ColorType::GrayscaleAlpha => (
            4,
            bytes
                .as_chunks()
                .0
                .iter()
                .flat_map(|&[v, a]| [v, v, v, a])
                .collect(),
        ),
        ColorType::Rgb => (3, bytes),
        ColorType::Rgba => (4, bytes),
        ColorType::Indexed => return Err("its palette was not resolved".into()),
    };
    Ok(((info.width as usize, info.height as usize), channels, bytes))
}

fn jpeg(mut file: BufReader<File>, mut bytes: Vec<u8>) -> Decoded {
    file.read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(&bytes), options);
    let pixels = decoder.decode().map_err(|e| e.to_string())?;
    let info = decoder.info().ok_or("no header")?;
    Ok(((info.width.into(), info.height.into()), 3, pixels))
}
