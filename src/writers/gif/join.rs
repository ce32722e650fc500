//! The parts of a GIF as one film. The pictures are copied; each keeps its palette.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use super::blocks::{COMMENT, CONTROL, EXTENSION, PICTURE, TRAILER, comment};
use super::timeline::SHORTEST;
use crate::error::Result;
use crate::writers::concat::{Found, Joined, PartFile, Watch};
use crate::writers::part::Mark;

/// Hundredths of a second that a part may begin too early or late, by rounding.
const SLACK: i64 = 2;

/// A part's beginning.
#[derive(Debug)]
pub(in crate::writers) struct Head {
    /// All before the first picture, without the mark.
    header: Vec<u8>,
    /// The palette of all pictures that have none of their own.
    palette: Palette,
    /// The position of the first picture.
    pictures: u64,
}

/// The bits of a palette in the flags of what has it, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Palette {
    flags: u8,
    colors: Vec<u8>,
}

impl Palette {
    /// The palette that these flags announce.
    fn read(file: &mut PartFile, flags: u8) -> Result<Self> {
        let flags = if flags & 0x80 == 0 { 0 } else { flags & 0x87 };
        let mut colors = Vec::new();
        if flags != 0 {
            file.append(3 << ((flags & 7) + 1), &mut colors)?;
        }
        Ok(Self { flags, colors })
    }
}

/// Reads the beginning of a part.
pub(in crate::writers) fn read(path: PathBuf) -> Result<Found<Head>> {
    let mut file = PartFile::open(&path)?;
    let start: [u8; 13] = file.array()?;
    let palette = Palette::read(&mut file, start[10])?;
    let mut header = [&start[..], &palette.colors].concat();
    let mut mark = None;
    let pictures = loop {
        let at = file.position();
        let [kind, label] = file.array()?;
        if kind == PICTURE || (kind, label) == (EXTENSION, CONTROL) {
            break at;
        }
        if kind != EXTENSION {
            return Err(file.damaged("it has no picture"));
        }
        let blocks = read_blocks(&mut file)?;
        let text = (label == COMMENT).then(|| text_of(&blocks));
        match text.and_then(|text| Mark::find(&text)) {
            Some(found) => mark = Some(found),
            None => header.extend([&[EXTENSION, label], &blocks[..]].concat()),
        }
    };
    let head = Head {
        header,
        palette,
        pictures,
    };
    let frames = frames_at_end(&mut file)?;
    file.marked(mark, frames, head)
}

/// How many frames a part got, by the comment at its end.
fn frames_at_end(file: &mut PartFile) -> Result<Option<u64>> {
    let end = comment(&Mark::end(0)).len() as u64 + 1;
    file.seek_before_end(end)?;
    let mut bytes = Vec::new();
    file.append(end, &mut bytes)?;
    let comment = bytes.strip_suffix(&[TRAILER]);
    let blocks = comment.and_then(|comment| comment.strip_prefix(&[EXTENSION, COMMENT]));
    Ok(blocks.and_then(|blocks| Mark::frames_at_end(&text_of(blocks))))
}

/// Leaves out a picture, whose frame the whole film leaves out.
fn skip_pixels(file: &mut PartFile) -> Result<()> {
    let [kind] = file.array()?;
    let place: [u8; 9] = file.array()?;
    if kind != PICTURE {
        return Err(file.damaged("a time without a picture"));
    }
    Palette::read(file, place[8])?;
    let [_bits] = file.array()?;
    read_blocks(file).map(drop)
}

/// Data blocks with their lengths, and the empty one at their end.
fn read_blocks(file: &mut PartFile) -> Result<Vec<u8>> {
    let mut blocks = Vec::new();
    loop {
        let [len] = file.array()?;
        blocks.push(len);
        if len == 0 {
            return Ok(blocks);
        }
        file.append(u64::from(len), &mut blocks)?;
    }
}

/// The text in data blocks.
fn text_of(blocks: &[u8]) -> String {
    let (mut bytes, mut rest) = (Vec::new(), blocks);
    while let Some((len, after)) = rest.split_first() {
        let (block, next) = after.split_at(usize::from(*len).min(after.len()));
        bytes.extend(block);
        rest = next;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Writes all parts.
pub(in crate::writers) fn join(parts: &[Found<Head>], film: Joined<'_>) -> Result<File> {
    let (file, watch) = film.split();
    let mut film = Film {
        file: BufWriter::new(file),
        watch,
        palette: parts[0].head.palette.clone(),
        time: 0,
        late: 0,
    };
    film.write(&parts[0].head.header)?;
    for part in parts {
        film.begin(part)?;
        let mut source = PartFile::open(&part.path)?;
        source.seek(part.head.pictures)?;
        while film.copy_picture(&mut source, &part.head.palette)? {}
    }
    film.write(&[TRAILER])?;
    if film.late > 0 {
        log::warn!(
            "gif: the film is {} hundredths of a second longer than its frames, as browsers show none for less than two",
            film.late
        );
    }
    film.watch.file_of(film.file)
}

/// The film that is written.
struct Film<'a> {
    file: BufWriter<File>,
    watch: Watch<'a>,
    palette: Palette,
    /// Hundredths of a second so far, and how many of them are too many.
    time: i64,
    late: i64,
}

impl Film<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        let written = self.file.write_all(bytes);
        written.map_err(|error| self.watch.error(error))
    }

    /// Checks that a part begins when it should.
    fn begin(&mut self, part: &Found<Head>) -> Result<()> {
        let due = ((part.mark.begin.as_nanos() + 5_000_000) / 10_000_000) as i64;
        // Above 50 frames per second the last one may not have its time: those after it have more or less.
        let late = self.time - due;
        let is_off = (late - self.late).abs() > SLACK;
        self.late = late;
        if is_off {
            return Err(part.wrong_time(self.time as f64 / 100.0, due as f64 / 100.0));
        }
        Ok(())
    }

    /// Copies what comes next; `false` after the last picture.
    fn copy_picture(&mut self, source: &mut PartFile, palette: &Palette) -> Result<bool> {
        self.watch.check()?;
        let [kind] = source.array()?;
        match kind {
            TRAILER if source.rest() > 0 => Err(source.damaged("something follows its end")),
            TRAILER => Ok(false),
            EXTENSION => self.copy_extension(source).map(|()| true),
            PICTURE => self.copy_pixels(source, palette).map(|()| true),
            _ => Err(source.damaged("a block is of no known kind")),
        }
    }

    /// Copies an extension; that of a picture has its time.
    fn copy_extension(&mut self, source: &mut PartFile) -> Result<()> {
        let [label] = source.array()?;
        let mut blocks = read_blocks(source)?;
        if label == COMMENT && Mark::frames_at_end(&text_of(&blocks)).is_some() {
            return Ok(());
        }
        if label == CONTROL {
            let [4, _, low, high, _, 0] = blocks[..] else {
                return Err(source.damaged("the time of a picture"));
            };
            let delay = u16::from_le_bytes([low, high]);
            if delay == 0 {
                return skip_pixels(source);
            }
            let cut = self
                .late
                .min(i64::from(delay.saturating_sub(SHORTEST as u16)));
            let shown = u16::try_from(i64::from(delay) - cut).unwrap_or(u16::MAX);
            self.late -= i64::from(delay) - i64::from(shown);
            self.time += i64::from(shown);
            blocks[2..4].copy_from_slice(&shown.to_le_bytes());
        }
        self.write(&[EXTENSION, label])?;
        self.write(&blocks)
    }

    /// Copies the pixels of a picture, with the palette of its part if it has none and that is not the film's.
    fn copy_pixels(&mut self, source: &mut PartFile, palette: &Palette) -> Result<()> {
        let mut place: [u8; 9] = source.array()?;
        let mut own = Palette::read(source, place[8])?;
        if own.flags == 0 && *palette != self.palette {
            own = palette.clone();
            place[8] |= own.flags;
        }
        let [bits] = source.array()?;
        self.write(&[PICTURE])?;
        self.write(&place)?;
        self.write(&own.colors)?;
        self.write(&[bits])?;
        loop {
            let [len] = source.array()?;
            self.write(&[len])?;
            if len == 0 {
                return Ok(());
            }
            source.copy(u64::from(len), &mut self.file, &self.watch)?;
        }
    }
}
