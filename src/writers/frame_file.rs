//! Frames as files that are read again.

use std::io::{self, Cursor};

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::pixels::{Swizzle, pack};
use crate::writers::{FrameFormat, Metadata, PngCompression, PngEncoding};

/// The format of a frame's file.
#[derive(Debug, Clone)]
pub(super) enum FrameFile {
    Png(PngEncoding),
    /// Rows of R, G, B, A.
    Rgba,
}

impl FrameFile {
    /// By the name that users know it by.
    pub(super) fn of(name: &str, format: FrameFormat) -> Option<Self> {
        match name {
            "png" => {
                let (metadata, fast) = (Metadata::new(), PngCompression::Fast);
                Some(Self::Png(PngEncoding::new(format, &metadata, fast)))
            }
            "raw" | "rgba" => Some(Self::Rgba),
            _ => None,
        }
    }

    /// A frame's B, G, R, A as a file.
    pub(super) fn encode(&self, bgra: &[u8], size: FrameSize) -> Result<Vec<u8>> {
        let stride = 4 * size.width as usize;
        let file = match self {
            Self::Png(encoding) => encoding.encode(bgra, stride, size),
            Self::Rgba => pack(bgra, stride, size, true),
        };
        file.map_err(|e| Error::io("a frame", e))
    }

    /// The frame that was passed to [`encode`](Self::encode).
    pub(super) fn decode(&self, file: &[u8], size: FrameSize) -> io::Result<Vec<u8>> {
        let mut bgra = vec![0; size.bytes()];
        let FrameSize { width, height } = size;
        let wrong = || {
            io::Error::new(
                io::ErrorKind::InvalidData,
                "it is no longer this film's frame",
            )
        };
        let done = match self {
            Self::Rgba if file.len() == size.bytes() => {
                yuv::rgba_to_bgra(file, 4 * width, &mut bgra, 4 * width, width, height)
            }
            Self::Rgba => return Err(wrong()),
            Self::Png(encoding) => {
                let mut reader = png::Decoder::new(Cursor::new(file)).read_info()?;
                let kind = reader.output_color_type();
                let bytes = reader.output_buffer_size().unwrap_or(0);
                let (color, swizzle, channels): (_, Swizzle, _) = match encoding.transparent {
                    true => (png::ColorType::Rgba, yuv::rgba_to_bgra, 4),
                    false => (png::ColorType::Rgb, yuv::rgb_to_bgra, 3),
                };
                let expected = channels as usize * size.pixels();
                let same_size = (reader.info().width, reader.info().height) == (width, height);
                if kind != (color, png::BitDepth::Eight) || bytes != expected || !same_size {
                    return Err(wrong());
                }
                let mut pixels = vec![0; bytes];
                reader.next_frame(&mut pixels)?;
                swizzle(
                    &pixels,
                    channels * width,
                    &mut bgra,
                    4 * width,
                    width,
                    height,
                )
            }
        };
        done.map(|()| bgra).map_err(io::Error::other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_gives_the_pixels_back() {
        let size = FrameSize {
            width: 7,
            height: 5,
        };
        for transparent in [true, false] {
            let format = FrameFormat {
                size,
                dpi: 100.0,
                transparent,
                first_index: 0,
                keyframes: None,
                part: None,
            };
            let byte = |i: usize| match i % 4 {
                3 if !transparent => 255,
                _ => (31 * i % 251) as u8,
            };
            let pixels: Vec<u8> = (0..size.bytes()).map(byte).collect();
            for name in ["png", "raw", "rgba"] {
                let kind = FrameFile::of(name, format).unwrap();
                let file = kind.encode(&pixels, size).unwrap();
                assert_eq!(kind.decode(&file, size).unwrap(), pixels, "{name}");
                assert!(kind.decode(&file[..file.len() / 2], size).is_err());
                let other = FrameSize {
                    width: 5,
                    height: 7,
                };
                assert!(name != "png" || kind.decode(&file, other).is_err());
            }
        }
        assert!(
            FrameFile::of(
                "jpeg",
                FrameFormat {
                    size,
                    dpi: 100.0,
                    transparent: false,
                    first_index: 0,
                    keyframes: None,
                    part: None,
                }
            )
            .is_none()
        );
    }
}
