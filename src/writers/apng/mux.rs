//! The chunks of an animated PNG, made of those of plain PNGs.
//!
//! After the third edition of the PNG specification, sections 5 and 11.3.6. The number of frames precedes
//! them and is not known there: it is written when the film is complete.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::time::Duration;

use super::clock::{Clock, LONGEST};
use crate::writers::Fps;
use crate::writers::pictures::{PictureMuxer, Region, Shown};
use crate::writers::png::MARK_KEY;

/// The signature of PNG files.
pub(super) const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
/// The position of the chunk with the number of frames: after the signature and a header of 13 bytes.
const ACTL_AT: u64 = 8 + 12 + 13;

/// Writes one film.
#[derive(Debug)]
pub(super) struct Muxer {
    file: BufWriter<File>,
    plays: u32,
    clock: Clock,
    frames: u32,
    /// The number of the next chunk that has one.
    sequence: u32,
    /// The last words of a part.
    end: Option<String>,
}

impl Muxer {
    /// Begins a film at the beginning of a file; it plays this many times, forever if 0.
    pub(super) fn new(file: File, plays: u32, fps: Fps) -> Self {
        Self {
            file: BufWriter::new(file),
            plays,
            clock: Clock::new(fps),
            frames: 0,
            sequence: 0,
            end: None,
        }
    }

    fn actl(&mut self) -> io::Result<()> {
        let (frames, plays) = (self.frames.to_be_bytes(), self.plays.to_be_bytes());
        self.chunk(b"acTL", &[frames.as_slice(), plays.as_slice()])
    }

    /// The position and duration of a frame, which replaces the previous content.
    fn control(&mut self, region: Region, (num, den): (u16, u16)) -> Vec<u8> {
        let Region { x, y, size } = region;
        let mut control = self.number().to_vec();
        for number in [size.width, size.height, x, y] {
            control.extend(number.to_be_bytes());
        }
        control.extend(num.to_be_bytes());
        control.extend(den.to_be_bytes());
        // Nothing is disposed of, and nothing is blended.
        control.extend([0, 0]);
        control
    }

    /// Begins a film whose pictures are in chunks already, with those before the first picture.
    pub(super) fn begin(&mut self, chunks: &[([u8; 4], Vec<u8>)]) -> io::Result<()> {
        self.file.write_all(&SIGNATURE)?;
        for (kind, data) in chunks {
            self.chunk(kind, &[data])?;
            if kind == b"IHDR" {
                self.actl()?;
            }
        }
        Ok(())
    }

    /// Begins a picture with this position and duration, without a number.
    pub(super) fn next_picture(&mut self, control: &[u8]) -> io::Result<()> {
        let number = self.number();
        self.frames += 1;
        self.chunk(b"fcTL", &[&number, control])
    }

    /// Adds compressed pixels to the picture.
    pub(super) fn pixels(&mut self, data: &[u8]) -> io::Result<()> {
        if self.frames == 1 {
            return self.chunk(b"IDAT", &[data]);
        }
        let number = self.number();
        self.chunk(b"fdAT", &[&number, data])
    }

    fn number(&mut self) -> [u8; 4] {
        self.sequence += 1;
        (self.sequence - 1).to_be_bytes()
    }

    fn chunk(&mut self, kind: &[u8; 4], data: &[&[u8]]) -> io::Result<()> {
        let length: usize = data.iter().map(|part| part.len()).sum();
        let length = u32::try_from(length).map_err(io::Error::other)?;
        self.file.write_all(&length.to_be_bytes())?;
        let mut checksum = crc32fast::Hasher::new();
        for part in [kind.as_slice()].iter().chain(data) {
            checksum.update(part);
            self.file.write_all(part)?;
        }
        self.file.write_all(&checksum.finalize().to_be_bytes())
    }
}

impl PictureMuxer for Muxer {
    const NAME: &'static str = super::NAME;
    const LONGEST: Duration = LONGEST;
    const LIMIT: &'static str = "at most 65535 s";

    /// The first picture, given as a PNG file like all others, has the film's metadata.
    fn add(&mut self, png: &[u8], region: Region, shown: Shown) -> io::Result<()> {
        let delay = self.clock.delay(shown);
        let mut control = Some(self.control(region, delay));
        if self.frames == 0 {
            self.file.write_all(&SIGNATURE)?;
        }
        for chunk in chunks(png) {
            match &chunk.kind {
                b"IDAT" => {
                    if let Some(control) = control.take() {
                        self.chunk(b"fcTL", &[control.as_slice()])?;
                    }
                    if self.frames == 0 {
                        self.file.write_all(chunk.whole)?;
                    } else {
                        let number = self.number();
                        self.chunk(b"fdAT", &[number.as_slice(), chunk.data])?;
                    }
                }
                b"IEND" => (),
                kind if self.frames == 0 => {
                    self.file.write_all(chunk.whole)?;
                    if kind == b"IHDR" {
                        self.actl()?;
                    }
                }
                _ => (),
            }
        }
        self.frames += 1;
        Ok(())
    }

    fn end_part(&mut self, words: String) {
        self.end = Some(words);
    }

    fn finish(mut self) -> io::Result<File> {
        if let Some(end) = self.end.take() {
            self.chunk(b"tEXt", &[MARK_KEY.as_bytes(), &[0], end.as_bytes()])?;
        }
        self.chunk(b"IEND", &[])?;
        self.file.seek(SeekFrom::Start(ACTL_AT))?;
        self.actl()?;
        self.file.into_inner().map_err(|e| e.into_error())
    }

    /// A film of one frame is a plain PNG, but not a part, which will be joined with others.
    fn finish_still(mut self, png: &[u8], region: Region, shown: Shown) -> io::Result<File> {
        if self.end.is_some() {
            self.add(png, region, shown)?;
            return self.finish();
        }
        self.file.write_all(png)?;
        self.file.into_inner().map_err(|e| e.into_error())
    }
}

/// A chunk of a PNG file.
struct Chunk<'a> {
    kind: [u8; 4],
    data: &'a [u8],
    /// With its length and its checksum.
    whole: &'a [u8],
}

/// The chunks of a well-formed PNG file.
fn chunks(png: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = png.get(SIGNATURE.len()..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk()?;
        let (kind, _) = after.split_first_chunk()?;
        let length = u32::from_be_bytes(*length) as usize;
        let (whole, next) = rest.split_at_checked(length.checked_add(12)?)?;
        rest = next;
        Some(Chunk {
            kind: *kind,
            data: &whole[8..8 + length],
            whole,
        })
    })
}
