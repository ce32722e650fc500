//! The chunks of an animated WebP, made from those of single pictures.
//!
//! After Google's "WebP Container Specification". Its length is at the beginning, and is written when the film is
//! complete.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::time::Duration;

use crate::frame_size::FrameSize;
use crate::writers::Fps;
use crate::writers::pictures::{PictureMuxer, Region, Shown};

/// 24 bits.
const MOST_MILLIS: u64 = 0xff_ffff;
const HAS_XMP: u8 = 0x04;
const IS_ANIMATED: u8 = 0x02;
const HAS_ALPHA: u8 = 0x10;
/// A picture replaces the previous content, including its transparent pixels.
const IS_NOT_BLENDED: u8 = 0x02;

/// The chunks of what a part says of itself: like all that viewers do not know, they skip it.
pub(super) const MARK: &[u8; 4] = b"plrt";

/// What is known of a film before its first frame.
#[derive(Debug)]
pub(super) struct Film {
    pub(super) size: FrameSize,
    pub(super) transparent: bool,
    pub(super) fps: Fps,
    /// How often it plays; forever if 0.
    pub(super) plays: u16,
    pub(super) xmp: Option<String>,
    /// Of a part of a film, and the time before the part.
    pub(super) mark: Option<String>,
    pub(super) before: Shown,
}

/// Writes one film.
#[derive(Debug)]
pub(super) struct Muxer {
    file: BufWriter<File>,
    /// Bytes behind the length.
    length: u64,
    clock: Clock,
    xmp: Option<String>,
    /// What a part says of itself.
    marks: Vec<String>,
}

impl Muxer {
    /// Begins a film at the beginning of a file.
    pub(super) fn new(file: File, film: Film) -> io::Result<Self> {
        let Film {
            size,
            transparent,
            fps,
            plays,
            xmp,
            mark,
            before,
        } = film;
        let alpha = if transparent { HAS_ALPHA } else { 0 };
        let texts = if xmp.is_some() { HAS_XMP } else { 0 };
        let mut canvas = vec![IS_ANIMATED | alpha | texts, 0, 0, 0];
        canvas.extend(bits24(size.width - 1));
        canvas.extend(bits24(size.height - 1));
        // A background that no viewer sees, as the first picture covers it.
        let mut animation = vec![0; 4];
        animation.extend(plays.to_le_bytes());
        let muxer = Self::begin(file, &canvas, &animation)?;
        Ok(Self {
            clock: Clock::new(fps, before),
            xmp,
            marks: mark.into_iter().collect(),
            ..muxer
        })
    }

    /// Begins a film of pictures that are in chunks already.
    pub(super) fn begin(file: File, canvas: &[u8], animation: &[u8]) -> io::Result<Self> {
        let mut muxer = Self {
            file: BufWriter::new(file),
            length: 4,
            clock: Clock::new(1.into(), Shown::default()),
            xmp: None,
            marks: Vec::new(),
        };
        muxer.file.write_all(b"RIFF\0\0\0\0WEBP")?;
        muxer.chunk(b"VP8X", &[canvas])?;
        muxer.chunk(b"ANIM", &[animation])?;
        Ok(muxer)
    }

    /// Writes a chunk of these data.
    pub(super) fn chunk(&mut self, kind: &[u8; 4], data: &[&[u8]]) -> io::Result<()> {
        let length: usize = data.iter().map(|part| part.len()).sum();
        let padding = length % 2;
        self.length += (8 + length + padding) as u64;
        if self.length > u64::from(u32::MAX - 1) {
            return Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                "a WebP has at most 4 GiB",
            ));
        }
        self.file.write_all(kind)?;
        self.file.write_all(&(length as u32).to_le_bytes())?;
        for part in data {
            self.file.write_all(part)?;
        }
        self.file.write_all(&[0][..padding])
    }
}

impl PictureMuxer for Muxer {
    const NAME: &'static str = super::NAME;
    const LONGEST: Duration = Duration::from_millis(MOST_MILLIS);
    const LIMIT: &'static str = "at most 16777 s";

    /// Corners are at even pixels.
    fn fit(Region { x, y, size }: Region) -> Region {
        let (odd_x, odd_y) = (x % 2, y % 2);
        Region {
            x: x - odd_x,
            y: y - odd_y,
            size: FrameSize {
                width: size.width + odd_x,
                height: size.height + odd_y,
            },
        }
    }

    /// Pictures are WebP files.
    fn add(&mut self, webp: &[u8], region: Region, shown: Shown) -> io::Result<()> {
        let mut frame = Vec::with_capacity(16);
        let Region { x, y, size } = region;
        let time = self.clock.millis(shown);
        for number in [x / 2, y / 2, size.width - 1, size.height - 1, time] {
            frame.extend(bits24(number));
        }
        frame.push(IS_NOT_BLENDED);
        let mut data = vec![frame.as_slice()];
        data.extend(pictures(webp));
        self.chunk(b"ANMF", &data)
    }

    fn end_part(&mut self, words: String) {
        self.marks.push(words);
    }

    fn finish(mut self) -> io::Result<File> {
        if let Some(xmp) = self.xmp.take() {
            self.chunk(b"XMP ", &[xmp.as_bytes()])?;
        }
        for mark in std::mem::take(&mut self.marks) {
            self.chunk(MARK, &[mark.as_bytes()])?;
        }
        self.file.seek(SeekFrom::Start(4))?;
        self.file.write_all(&(self.length as u32).to_le_bytes())?;
        self.file.into_inner().map_err(|e| e.into_error())
    }

    fn finish_still(mut self, webp: &[u8], region: Region, shown: Shown) -> io::Result<File> {
        self.add(webp, region, shown)?;
        self.finish()
    }
}

/// Frame times in whole milliseconds, so that what rounding takes from one the next one gets.
#[derive(Debug)]
struct Clock {
    fps: Fps,
    /// Frames and other times so far.
    before: Shown,
    millis: u64,
}

impl Clock {
    /// Of a film that begins after this time of another.
    fn new(fps: Fps, before: Shown) -> Self {
        let millis = (before.seconds(fps) * 1000.0).round() as u64;
        Self {
            fps,
            before,
            millis,
        }
    }

    fn millis(&mut self, shown: Shown) -> u32 {
        self.before = self.before.add(shown);
        let end = (self.before.seconds(self.fps) * 1000.0).round() as u64;
        // The longest time and what the one before left may be more than the format has.
        let time = end.saturating_sub(self.millis).min(MOST_MILLIS);
        self.millis = end;
        time as u32
    }
}

fn bits24(number: u32) -> [u8; 3] {
    let [a, b, c, _] = number.to_le_bytes();
    [a, b, c]
}

/// The chunks of a still that are a picture (alpha and colours, or both at once), with their heads.
fn pictures(webp: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = webp.get(12..).unwrap_or_default();
    let chunks = std::iter::from_fn(move || {
        let length = rest.get(4..8)?.first_chunk().copied()?;
        let length = (u32::from_le_bytes(length) as usize).checked_next_multiple_of(2)?;
        let (whole, next) = rest.split_at_checked(length.checked_add(8)?)?;
        rest = next;
        Some(whole)
    });
    chunks.filter(|chunk| matches!(&chunk[..4], b"ALPH" | b"VP8 " | b"VP8L"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_make_no_film_longer() {
        let mut clock = Clock::new((30000, 1001).into(), Shown::default());
        let frame = Shown {
            frames: 1,
            ..Shown::default()
        };
        let times: Vec<_> = (0..3000).map(|_| clock.millis(frame)).collect();
        assert!(times.iter().all(|time| (33..=34).contains(time)));
        assert_eq!(times.iter().sum::<u32>(), 100_100);
        let more = Shown {
            frames: 0,
            more: Duration::from_micros(1_500_400),
        };
        assert_eq!((clock.millis(more), clock.millis(more)), (1500, 1501));
    }

    #[test]
    fn regions_begin_at_even_pixels() {
        let size = FrameSize {
            width: 3,
            height: 4,
        };
        let Region { x, y, size } = Muxer::fit(Region { x: 5, y: 6, size });
        assert_eq!((x, y, size.width, size.height), (4, 6, 4, 4));
    }
}
