//! BMP.

use std::fs::File;
use std::io::{BufReader, Read};

use zune_bmp::BmpDecoderErrors;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::pixels::Picture;
use super::profile::Profile;
use super::{Decode, Failure, Kind, Limits, Lookahead, MAGIC};

/// Pictures one after the other, as ffmpeg's image2pipe writes them.
pub(super) struct BmpDecoder {
    stream: Lookahead,
    limits: Limits,
}

impl BmpDecoder {
    pub(super) fn new(stream: Lookahead, limits: Limits) -> Self {
        Self { stream, limits }
    }
}

impl Decode for BmpDecoder {
    fn next_picture(&mut self, mut memory: Vec<u8>) -> Result<Option<Picture>, Failure> {
        let start = self.stream.peek(MAGIC)?;
        if Kind::of(start) != Some(Kind::Bmp) {
            return Ok(None);
        }
        let len = start[2..]
            .first_chunk()
            .map_or(0, |len| u32::from_le_bytes(*len));
        let mut packed = Vec::new();
        self.stream
            .by_ref()
            .take(len.into())
            .read_to_end(&mut packed)?;
        // Many programs write no size there, or a wrong one.
        if packed.is_empty() || Kind::of(self.stream.peek(MAGIC)?) != Some(Kind::Bmp) {
            self.stream.read_to_end(&mut packed)?;
        }
        check_length(&packed)?;
        let options = DecoderOptions::default()
            .set_max_width(usize::MAX)
            .set_max_height(usize::MAX);
        let mut decoder = zune_bmp::BmpDecoder::new_with_options(ZCursor::new(&packed), options);
        let failure = |error: BmpDecoderErrors| Failure::new(format!("{error:?}").trim());
        decoder.decode_headers().map_err(failure)?;
        let (width, height) = decoder.dimensions().unwrap_or_default();
        self.limits.check(width, height)?;
        let channels = decoder.colorspace().map_or(3, |c| c.num_components());
        memory.resize(decoder.output_buf_size().unwrap_or(0), 0);
        decoder.decode_into(&mut memory).map_err(failure)?;
        let mut picture = Picture::new(width, height, channels, memory);
        picture.profile = decoder.icc_profile().cloned().and_then(Profile::new);
        Ok(Some(picture))
    }
}

/// Rejects a file that ends before its last pixel, where the decoder would return black.
fn check_length(packed: &[u8]) -> Result<(), Failure> {
    let field = |at: usize| {
        let bytes = packed.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(bytes))
    };
    let short = |at: usize| Some(field(at)? & 0xffff);
    let sizes = || {
        let pixels = field(10)? as usize;
        Some(if field(14)? == 12 {
            (pixels, short(18)?, short(20)?, short(24)?, 0)
        } else {
            let height = (field(22)? as i32).unsigned_abs();
            (pixels, field(18)?, height, short(28)?, field(30)?)
        })
    };
    let (pixels, width, height, depth, compression) = sizes().ok_or_else(Failure::cut)?;
    let is_whole = match compression {
        // Run-length encoding has its own end mark.
        1 | 2 => packed
            .get(pixels..)
            .is_some_and(|runs| ends_with_mark(runs, compression == 2)),
        _ => {
            let line = (u64::from(width) * u64::from(depth)).div_ceil(32) * 4;
            // The last row may lack the bytes that fill it up.
            let filling = line - (u64::from(width) * u64::from(depth)).div_ceil(8);
            let len = line.saturating_mul(height.into()).saturating_sub(filling);
            len.saturating_add(pixels as u64) <= packed.len() as u64
        }
    };
    is_whole.then_some(()).ok_or_else(Failure::cut)
}

/// Whether runs of 8 or 4 bits go on to the end of the picture.
fn ends_with_mark(mut runs: &[u8], nibbles: bool) -> bool {
    loop {
        let len = match runs {
            [0, 1, ..] => return true,
            [0, 0, ..] => 2,
            [0, 2, ..] => 4,
            [0, n, ..] => {
                let bytes = usize::from(*n).div_ceil(if nibbles { 2 } else { 1 });
                2 + bytes + bytes % 2
            }
            [_, _, ..] => 2,
            _ => return false,
        };
        runs = runs.get(len..).unwrap_or_default();
    }
}

/// The pictures of a file, by the sizes they give.
pub(super) fn count(mut file: BufReader<File>) -> Option<u64> {
    let mut pictures = 0;
    let mut start = [0; MAGIC];
    while file.read_exact(&mut start).is_ok() && Kind::of(&start) == Some(Kind::Bmp) {
        pictures += 1;
        let len = u32::from_le_bytes(*start[2..].first_chunk()?);
        if (len as usize) < MAGIC {
            break;
        }
        file.seek_relative(i64::from(len) - MAGIC as i64).ok()?;
    }
    Some(pictures)
}
