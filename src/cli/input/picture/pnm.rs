//! PBM, PGM, PPM and PAM.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use super::pixels::{Picture, from_big_endian, unpack};
use super::{Decode, Failure, Limits, Lookahead};
use crate::array::DType;

/// Pictures one after the other, as the format allows.
pub(super) struct PnmDecoder {
    stream: Lookahead,
    limits: Limits,
}

impl PnmDecoder {
    pub(super) fn new(stream: Lookahead, limits: Limits) -> Self {
        Self { stream, limits }
    }
}

impl Decode for PnmDecoder {
    fn next_picture(&mut self, memory: Vec<u8>) -> Result<Option<Picture>, Failure> {
        if !matches!(self.stream.peek(2)?, [b'P', b'1'..=b'7']) {
            return Ok(None);
        }
        let header = Header::read(&mut self.stream)?;
        self.limits.check(header.width, header.height)?;
        header.read_pixels(&mut self.stream, memory).map(Some)
    }
}

/// The header before the pixels.
struct Header {
    width: usize,
    height: usize,
    channels: usize,
    white: u16,
    /// Whether samples are written as words.
    plain: bool,
    /// Whether 1 is black and 0 is white; 8 of them are a byte if they are not plain.
    is_bitmap: bool,
}

impl Header {
    fn read(stream: &mut impl BufRead) -> Result<Self, Failure> {
        let mut magic = [0; 2];
        stream.read_exact(&mut magic)?;
        let kind = magic[1];
        if kind == b'7' {
            return Self::read_pam(stream);
        }
        let is_bitmap = matches!(kind, b'1' | b'4');
        let plain = matches!(kind, b'1'..=b'3');
        let (width, height) = (number(stream)?, number(stream)?);
        let white = if is_bitmap { 1 } else { number(stream)? };
        Ok(Self {
            width,
            height,
            channels: if matches!(kind, b'3' | b'6') { 3 } else { 1 },
            white: white_of(white)?,
            plain,
            is_bitmap,
        })
    }

    /// Lines of a name and a value each.
    fn read_pam(stream: &mut impl BufRead) -> Result<Self, Failure> {
        let (mut width, mut height, mut depth, mut white) = (0, 0, 0, 0);
        loop {
            let mut line = Vec::new();
            if stream.take(4096).read_until(b'\n', &mut line)? == 0 {
                return Err(Failure::cut());
            }
            let line = String::from_utf8_lossy(&line);
            let mut words = line.split_ascii_whitespace();
            let field = match words.next() {
                Some("ENDHDR") => break,
                Some("WIDTH") => &mut width,
                Some("HEIGHT") => &mut height,
                Some("DEPTH") => &mut depth,
                Some("MAXVAL") => &mut white,
                _ => continue,
            };
            let value = words.next().and_then(|word| word.parse().ok());
            *field = value
                .ok_or_else(|| Failure::new(format!("invalid header line: {}", line.trim())))?;
        }
        if !(1..=4).contains(&depth) {
            return Err(Failure::new(format!("it has {depth} channels, not 1 to 4")));
        }
        Ok(Self {
            width,
            height,
            channels: depth,
            white: white_of(white)?,
            plain: false,
            is_bitmap: false,
        })
    }

    fn samples(&self) -> usize {
        let row = self.width.saturating_mul(self.channels);
        row.saturating_mul(self.height)
    }

    /// Bytes of the pixels.
    fn bytes(&self) -> u64 {
        if self.is_bitmap {
            (self.width.div_ceil(8) as u64).saturating_mul(self.height as u64)
        } else {
            (self.samples() as u64).saturating_mul(if self.white > 255 { 2 } else { 1 })
        }
    }

    fn read_pixels(&self, stream: &mut Lookahead, mut memory: Vec<u8>) -> Result<Picture, Failure> {
        let wide = self.white > 255;
        if self.plain {
            for _ in 0..self.samples() {
                let sample = if self.is_bitmap {
                    digit(stream)?
                } else {
                    number(stream)?.min(usize::from(u16::MAX)) as u16
                };
                if wide {
                    memory.extend(sample.to_ne_bytes());
                } else {
                    memory.push(sample.min(255) as u8);
                }
            }
        } else {
            let len = self.bytes();
            let got = stream.take(len).read_to_end(&mut memory)? as u64;
            if got < len {
                return Err(Failure::cut());
            }
            if self.is_bitmap {
                let packed = std::mem::take(&mut memory);
                unpack(&packed, 1, self.width, &mut memory);
            } else if wide {
                from_big_endian(&mut memory);
            }
        }
        if self.is_bitmap {
            memory.iter_mut().for_each(|sample| *sample = 1 - *sample);
        }
        let mut picture = Picture::new(self.width, self.height, self.channels, memory);
        if wide {
            picture = picture.of(DType::U16);
        }
        picture.white = self.white;
        Ok(picture)
    }
}

fn white_of(number: usize) -> Result<u16, Failure> {
    let white = u16::try_from(number).ok().filter(|white| *white > 0);
    white.ok_or_else(|| Failure::new(format!("its largest value is {number}, not 1 to 65535")))
}

/// The next byte that is not a space or in a comment.
fn next_byte(stream: &mut impl BufRead) -> Result<u8, Failure> {
    loop {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        match byte[0] {
            b'#' => {
                stream.skip_until(b'\n')?;
            }
            byte if byte.is_ascii_whitespace() => {}
            byte => return Ok(byte),
        }
    }
}

/// A word of the header or a plain sample, with the one space behind it.
fn number(stream: &mut impl BufRead) -> Result<usize, Failure> {
    let mut byte = next_byte(stream)?;
    let mut number = 0usize;
    loop {
        if !byte.is_ascii_digit() {
            return Err(Failure::new("a number is missing or invalid"));
        }
        number = number
            .saturating_mul(10)
            .saturating_add(usize::from(byte - b'0'));
        let mut next = [0];
        // A plain picture may end without a space.
        if stream.read(&mut next)? == 0 || next[0].is_ascii_whitespace() {
            return Ok(number);
        }
        if next[0] == b'#' {
            stream.skip_until(b'\n')?;
            return Ok(number);
        }
        byte = next[0];
    }
}

/// A plain bit, which needs no space behind it.
fn digit(stream: &mut impl BufRead) -> Result<u16, Failure> {
    match next_byte(stream)? {
        digit @ (b'0' | b'1') => Ok((digit - b'0').into()),
        _ => Err(Failure::new("a bit is missing or invalid")),
    }
}

/// The pictures of a file, by their headers; plain ones stand alone.
pub(super) fn count(mut file: BufReader<File>) -> Option<u64> {
    let mut pictures = 0;
    while file.fill_buf().ok()?.starts_with(b"P") {
        let header = Header::read(&mut file).ok()?;
        pictures += 1;
        if header.plain {
            break;
        }
        file.seek_relative(i64::try_from(header.bytes()).ok()?)
            .ok()?;
    }
    Some(pictures)
}
