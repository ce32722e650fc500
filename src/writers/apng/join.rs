//! The parts of an animated PNG as one film. The pictures are copied.

use std::fs::File;
use std::path::PathBuf;

use super::mux::{Muxer, SIGNATURE};
use crate::error::{Error, Result};
use crate::writers::concat::{Found, Joined, PartFile, Watch, not_marked};
use crate::writers::part::Mark;
use crate::writers::pictures::PictureMuxer;
use crate::writers::png::MARK_KEY;

/// Seconds that a part may begin too early or late: those that fractions of 16 bits may be off.
const SLACK: f64 = 1e-3;

/// Bytes of a chunk without its data.
const CHUNK: u64 = 12;

/// A part's beginning.
#[derive(Debug)]
pub(in crate::writers) struct Head {
    /// The chunks before the first picture, without the mark and the number of frames.
    chunks: Vec<([u8; 4], Vec<u8>)>,
    /// How often it plays.
    plays: u32,
    /// The position of the first picture.
    pictures: u64,
}

/// Reads the beginning of a part.
pub(in crate::writers) fn read(path: PathBuf) -> Result<Found<Head>> {
    let mut file = PartFile::open(&path)?;
    if file.array()? != SIGNATURE {
        return Err(file.damaged("it does not begin as a PNG"));
    }
    let (mut chunks, mut mark, mut plays) = (Vec::new(), None, None);
    let pictures = loop {
        let at = file.position();
        let (kind, data) = read_chunk(&mut file)?;
        match (&kind, &data[..]) {
            (b"fcTL", _) => break at,
            (b"IDAT" | b"IEND", _) => break at,
            (b"acTL", [_, _, _, _, a, b, c, d]) => {
                plays = Some(u32::from_be_bytes([*a, *b, *c, *d]))
            }
            (b"tEXt", text) if mark_in(text).is_some() => mark = mark_in(text),
            _ => chunks.push((kind, data)),
        }
    };
    let Some(plays) = plays else {
        return Err(match mark {
            Some(_) => Error::Part {
                path,
                reason: "it is one of the numbered files of a part".into(),
                advice: "give their folder, or their names (frame%04d.png), instead".into(),
            },
            None => not_marked(path),
        });
    };
    let head = Head {
        chunks,
        plays,
        pictures,
    };
    let frames = frames_at_end(&mut file)?;
    file.marked(mark, frames, head)
}

/// How many frames a part got, by the text before its last chunk.
fn frames_at_end(file: &mut PartFile) -> Result<Option<u64>> {
    let text = MARK_KEY.len() + 1 + Mark::end(0).len();
    file.seek_before_end(2 * CHUNK + text as u64)?;
    // Of a part that is cut off this is no chunk.
    let Ok((kind, text)) = read_chunk(file) else {
        return Ok(None);
    };
    Ok((&kind == b"tEXt").then(|| end_in(&text)).flatten())
}

/// The number of frames in the last words of a part.
fn end_in(text: &[u8]) -> Option<u64> {
    Mark::frames_at_end(text_in(text)?)
}

/// The text of the chunks that say what a part is.
fn text_in(text: &[u8]) -> Option<&str> {
    let text = text.strip_prefix(MARK_KEY.as_bytes())?.strip_prefix(&[0])?;
    str::from_utf8(text).ok()
}

/// The mark of a part in a text of a PNG.
pub(in crate::writers) fn mark_in(text: &[u8]) -> Option<Mark> {
    Mark::find(text_in(text)?)
}

/// The next chunk's kind and data.
///
/// # Errors
/// [`Error::Part`](crate::Error::Part) if the checksum is not that of the data.
pub(in crate::writers) fn read_chunk(file: &mut PartFile) -> Result<([u8; 4], Vec<u8>)> {
    let length = u32::from_be_bytes(file.array()?);
    let kind: [u8; 4] = file.array()?;
    let mut data = Vec::new();
    file.append(u64::from(length), &mut data)?;
    let mut checksum = crc32fast::Hasher::new();
    checksum.update(&kind);
    checksum.update(&data);
    if file.array()? != checksum.finalize().to_be_bytes() {
        return Err(file.damaged("a checksum is wrong"));
    }
    Ok((kind, data))
}

/// Writes all parts.
pub(in crate::writers) fn join(parts: &[Found<Head>], film: Joined<'_>) -> Result<File> {
    let (file, watch) = film.split();
    let first = &parts[0];
    let mut muxer = Muxer::new(file, first.head.plays, first.mark.fps);
    let begun = muxer.begin(&first.head.chunks);
    begun.map_err(|error| watch.error(error))?;
    let mut time = 0.0;
    for part in parts {
        let due = part.mark.begin.as_secs_f64();
        // Each picture's fraction may be off a little.
        if f64::abs(time - due) > SLACK + 1e-5 * due {
            return Err(part.wrong_time(time, due));
        }
        time += copy_pictures(part, &mut muxer, &watch)?;
    }
    muxer.finish().map_err(|error| watch.error(error))
}

/// Copies the pictures of a part, and returns how many seconds they are shown.
fn copy_pictures(part: &Found<Head>, muxer: &mut Muxer, watch: &Watch<'_>) -> Result<f64> {
    let mut source = PartFile::open(&part.path)?;
    source.seek(part.head.pictures)?;
    let mut time = 0.0;
    loop {
        watch.check()?;
        let (kind, data) = read_chunk(&mut source)?;
        let written = match (&kind, &data[..]) {
            (b"fcTL", [_, _, _, _, control @ ..]) if control.len() == 22 => {
                let number =
                    |at: usize| f64::from(u16::from_be_bytes([control[at], control[at + 1]]));
                time += number(16) / number(18).max(1.0);
                muxer.next_picture(control)
            }
            (b"fdAT", [_, _, _, _, pixels @ ..]) | (b"IDAT", pixels) => muxer.pixels(pixels),
            (b"tEXt", text) if end_in(text).is_some() => Ok(()),
            (b"IEND", []) if source.rest() == 0 => return Ok(time),
            _ => return Err(source.damaged("a chunk is not one of a film")),
        };
        written.map_err(|error| watch.error(error))?;
    }
}
