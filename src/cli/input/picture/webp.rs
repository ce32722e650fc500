//! WebP, still or animated.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::time::Duration;

use image_webp::WebPDecoder;

use super::composition::{Blend, Composition, Disposal, Region};
use super::exif::Orientation;
use super::pixels::Picture;
use super::profile::Profile;
use super::{Decode, Failure, Limits, Lookahead};

/// The maximum size of a colour profile or Exif block, in bytes.
const METADATA_BYTES: usize = 64 << 20;

impl From<image_webp::DecodingError> for Failure {
    fn from(error: image_webp::DecodingError) -> Self {
        match error {
            image_webp::DecodingError::IoError(error) => error.into(),
            error => Self::new(error),
        }
    }
}

/// The frames of one file.
pub(super) struct WebpDecoder {
    stream: Lookahead,
    limits: Limits,
    film: Option<Film>,
    done: bool,
}

impl WebpDecoder {
    pub(super) fn new(stream: Lookahead, limits: Limits) -> Self {
        Self {
            stream,
            limits,
            film: None,
            done: false,
        }
    }

    /// The only picture of a file.
    fn still(&mut self, memory: Vec<u8>) -> Result<Picture, Failure> {
        let header = self.stream.peek(8)?;
        let len = header
            .last_chunk()
            .map_or(0, |len| u32::from_le_bytes(*len));
        let packed = read_exactly(&mut self.stream, u64::from(len) + 8)?;
        let mut decoder = WebPDecoder::new(Cursor::new(packed))?;
        decoder.set_memory_limit(METADATA_BYTES);
        let mut picture = pixels(&mut decoder, memory, self.limits)?;
        picture.profile = decoder.icc_profile()?.and_then(Profile::new);
        let exif = decoder.exif_metadata()?;
        picture.orientation = exif.map(|b| Orientation::of_exif(&b)).unwrap_or_default();
        Ok(picture)
    }
}

impl Decode for WebpDecoder {
    fn next_picture(&mut self, memory: Vec<u8>) -> Result<Option<Picture>, Failure> {
        if self.done {
            return Ok(None);
        }
        if self.film.is_none() {
            match Header::peek(&mut self.stream)? {
                Some(header) => self.film = Some(Film::new(header, &mut self.stream, self.limits)?),
                None => {
                    self.done = true;
                    return self.still(memory).map(Some);
                }
            }
        }
        match &mut self.film {
            Some(film) => film.next_frame(&mut self.stream, memory, self.limits),
            None => Ok(None),
        }
    }
}

/// Decodes a still picture into the given memory.
fn pixels(
    decoder: &mut WebPDecoder<Cursor<Vec<u8>>>,
    mut memory: Vec<u8>,
    limits: Limits,
) -> Result<Picture, Failure> {
    let (width, height) = decoder.dimensions();
    let (width, height) = (width as usize, height as usize);
    limits.check(width, height)?;
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    memory.resize(width * height * channels, 0);
    decoder.read_image(&mut memory)?;
    Ok(Picture::new(width, height, channels, memory))
}

/// Reads exactly `len` bytes; memory grows with the data read.
fn read_exactly(stream: &mut impl Read, len: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    if (stream.take(len).read_to_end(&mut bytes)? as u64) < len {
        return Err(Failure::cut());
    }
    Ok(bytes)
}

/// The properties of an animation before its frames.
struct Header {
    width: usize,
    height: usize,
    /// Bytes of all chunks behind the header.
    len: u64,
}

impl Header {
    const BYTES: usize = 30;

    /// `None` of a still picture.
    fn peek(stream: &mut Lookahead) -> io::Result<Option<Self>> {
        let start = stream.peek(Self::BYTES)?;
        let is_animated =
            start.get(12..16) == Some(b"VP8X") && start.get(20).is_some_and(|f| f & 2 > 0);
        Ok((is_animated && start.len() == Self::BYTES).then(|| Self {
            width: number(&start[24..27]) as usize + 1,
            height: number(&start[27..30]) as usize + 1,
            len: u64::from(number(&start[4..8])).saturating_sub(22),
        }))
    }
}

/// A number of up to 4 bytes.
fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |n, &b| n << 8 | u32::from(b))
}

/// An animated picture, of which frames are read as they come.
struct Film {
    canvas: Composition,
    /// Bytes of remaining chunks.
    left: u64,
    profile: Option<Profile>,
    /// The chunk of the next frame, if it is read already.
    next: Option<Vec<u8>>,
    is_animated: Option<bool>,
}

impl Film {
    fn new(header: Header, stream: &mut Lookahead, limits: Limits) -> Result<Self, Failure> {
        stream.consume(Header::BYTES);
        limits.check(header.width, header.height)?;
        Ok(Self {
            canvas: Composition::new(header.width, header.height),
            left: header.len,
            profile: None,
            next: None,
            is_animated: None,
        })
    }

    /// The next frame's chunk.
    fn read(&mut self, stream: &mut Lookahead) -> Result<Option<Vec<u8>>, Failure> {
        while self.left >= 8 {
            let head = read_exactly(stream, 8)?;
            let len = u64::from(number(&head[4..]));
            let padded = len + len % 2;
            self.left = self.left.saturating_sub(8 + padded);
            let is_frame = head.starts_with(b"ANMF");
            let is_profile = head.starts_with(b"ICCP") && len < METADATA_BYTES as u64;
            if is_frame || is_profile {
                let mut bytes = read_exactly(stream, padded)?;
                bytes.truncate(len as usize);
                if is_frame {
                    return Ok(Some(bytes));
                }
                self.profile = Profile::new(bytes);
            } else if io::copy(&mut stream.take(padded), &mut io::sink())? < padded {
                return Err(Failure::cut());
            }
        }
        Ok(None)
    }

    fn next_frame(
        &mut self,
        stream: &mut Lookahead,
        mut memory: Vec<u8>,
        limits: Limits,
    ) -> Result<Option<Picture>, Failure> {
        let chunk = match self.next.take() {
            Some(chunk) => Some(chunk),
            None => self.read(stream)?,
        };
        let Some(chunk) = chunk else {
            return Ok(None);
        };
        let frame = StoredFrame::new(&chunk, limits)?;
        memory.extend_from_slice(frame.draw(&mut self.canvas));
        let mut picture = Picture::new(self.canvas.width(), self.canvas.height(), 4, memory);
        picture.profile = self.profile.clone();
        if self.is_animated.is_none() {
            self.next = self.read(stream)?;
            self.is_animated = Some(self.next.is_some());
        }
        let animated = self.is_animated == Some(true);
        picture.duration = animated.then(|| super::shown_for(frame.duration));
        Ok(Some(picture))
    }
}

/// The stored picture of a frame.
struct StoredFrame {
    region: Region,
    duration: Duration,
    blend: Blend,
    disposal: Disposal,
    rgba: Vec<u8>,
}

impl StoredFrame {
    /// Bytes before the chunks of the picture.
    const HEADER: usize = 16;

    fn new(chunk: &[u8], limits: Limits) -> Result<Self, Failure> {
        let Some((header, chunks)) = chunk.split_at_checked(Self::HEADER) else {
            return Err(Failure::new("a frame has no header"));
        };
        let region = Region {
            x: 2 * number(&header[..3]) as usize,
            y: 2 * number(&header[3..6]) as usize,
            width: number(&header[6..9]) as usize + 1,
            height: number(&header[9..12]) as usize + 1,
        };
        limits.check(region.width, region.height)?;
        let mut decoder = WebPDecoder::new(Cursor::new(as_still(header, chunks)))?;
        let mut picture = pixels(&mut decoder, Vec::new(), limits)?;
        if (picture.width, picture.height) != (region.width, region.height) {
            return Err(Failure::new(
                "the size of a frame does not match its header",
            ));
        }
        picture.make_rgba();
        Ok(Self {
            region,
            duration: Duration::from_millis(number(&header[12..15]).into()),
            blend: if header[15] & 2 > 0 {
                Blend::Source
            } else {
                Blend::Over
            },
            disposal: if header[15] & 1 > 0 {
                Disposal::Background
            } else {
                Disposal::Keep
            },
            rgba: picture.pixels,
        })
    }

    fn draw<'a>(&self, canvas: &'a mut Composition) -> &'a [u8] {
        canvas.draw(self.region, &self.rgba, self.blend, self.disposal)
    }
}

/// A file with one frame: the decoder's own animations keep earlier content under frames of other sizes.
fn as_still(header: &[u8], chunks: &[u8]) -> Vec<u8> {
    let has_alpha = chunks.starts_with(b"ALPH") || chunks.starts_with(b"VP8L");
    let mut file = Vec::with_capacity(Header::BYTES + chunks.len());
    file.extend(b"RIFF");
    file.extend((chunks.len() as u32 + 22).to_le_bytes());
    file.extend(b"WEBPVP8X\x0a\0\0\0");
    file.extend([if has_alpha { 0x10 } else { 0 }, 0, 0, 0]);
    file.extend(&header[6..12]);
    file.extend(chunks);
    file
}

/// The frames of a file, by its chunks.
pub(super) fn count(mut file: BufReader<File>) -> Option<u64> {
    let mut start = [0; 12];
    file.read_exact(&mut start).ok()?;
    let mut left = u64::from(number(&start[4..8])).saturating_sub(4);
    let mut frames = 0;
    while left >= 8 {
        let mut head = [0; 8];
        file.read_exact(&mut head).ok()?;
        let len = u64::from(number(&head[4..]));
        let padded = len + len % 2;
        file.seek_relative(padded as i64).ok()?;
        left = left.saturating_sub(8 + padded);
        frames += u64::from(head.starts_with(b"ANMF"));
    }
    Some(frames.max(1))
}
