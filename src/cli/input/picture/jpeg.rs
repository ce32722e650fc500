//! JPEG.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::exif::Orientation;
use super::pixels::Picture;
use super::profile::Profile;
use super::{Decode, Failure, Limits, Lookahead};

/// Pictures one after the other, as in a film of them (MJPEG).
pub(super) struct JpegDecoder {
    stream: Lookahead,
    limits: Limits,
    /// The bytes of a picture.
    packed: Vec<u8>,
    /// Whether what follows belongs to the picture that was read.
    done: bool,
}

impl JpegDecoder {
    pub(super) fn new(stream: Lookahead, limits: Limits) -> Self {
        Self {
            stream,
            limits,
            packed: Vec::new(),
            done: false,
        }
    }
}

impl Decode for JpegDecoder {
    fn next_picture(&mut self, _: Vec<u8>) -> Result<Option<Picture>, Failure> {
        if self.done || self.stream.peek(3)? != b"\xff\xd8\xff" {
            return Ok(None);
        }
        self.packed.clear();
        self.done = Extent::read(&mut self.stream, &mut self.packed)?.has_attachments;
        decode(&self.packed, self.limits).map(Some)
    }
}

fn decode(packed: &[u8], limits: Limits) -> Result<Picture, Failure> {
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(usize::MAX)
        .set_max_height(usize::MAX);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(packed), options);
    decoder.decode_headers().map_err(Failure::new)?;
    let (width, height) = decoder.dimensions().unwrap_or_default();
    limits.check(width, height)?;
    let is_grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    let (space, channels) = if is_grey {
        (ColorSpace::Luma, 1)
    } else {
        (ColorSpace::RGB, 3)
    };
    decoder.set_options(options.jpeg_set_out_colorspace(space));
    let pixels = decoder.decode().map_err(Failure::new)?;
    let mut picture = Picture::new(width, height, channels, pixels);
    picture.orientation = decoder
        .exif()
        .map(|block| Orientation::of_exif(block))
        .unwrap_or_default();
    picture.profile = decoder.icc_profile().and_then(Profile::new);
    Ok(picture)
}

/// The bytes of one picture, from its first marker to its last.
struct Extent {
    /// Whether other pictures belong to it and follow it, such as a camera's map of brightness.
    has_attachments: bool,
}

impl Extent {
    fn read(stream: &mut impl BufRead, packed: &mut Vec<u8>) -> Result<Self, Failure> {
        let mut has_attachments = false;
        loop {
            stream.read_until(0xff, packed)?;
            if packed.last() != Some(&0xff) {
                return Err(Failure::cut());
            }
            let marker = loop {
                let mut byte = [0];
                stream.read_exact(&mut byte)?;
                packed.extend(byte);
                if byte != [0xff] {
                    break byte[0];
                }
            };
            match marker {
                0xd9 => return Ok(Self { has_attachments }),
                // A byte of the compressed pixels, or a marker that stands alone.
                0 | 0x01 | 0xd0..=0xd8 => {}
                _ => {
                    let mut head = [0; 2];
                    stream.read_exact(&mut head)?;
                    packed.extend(head);
                    let len = u16::from_be_bytes(head).saturating_sub(2);
                    let start = packed.len();
                    if stream.take(len.into()).read_to_end(packed)? < usize::from(len) {
                        return Err(Failure::cut());
                    }
                    has_attachments |= marker == 0xe2 && packed[start..].starts_with(b"MPF\0");
                }
            }
        }
    }
}

/// The pictures of a file, which have to be read to their ends.
pub(super) fn count(file: BufReader<File>) -> Option<u64> {
    let mut stream = Lookahead::new(file.into_inner());
    let mut packed = Vec::new();
    let mut pictures = 0;
    while stream.peek(3).ok()? == b"\xff\xd8\xff" {
        packed.clear();
        let extent = Extent::read(&mut stream, &mut packed).ok()?;
        pictures += 1;
        if extent.has_attachments {
            break;
        }
    }
    Some(pictures)
}
