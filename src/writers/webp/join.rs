//! The parts of an animated WebP as one film. The pictures are copied.

use std::fs::File;
use std::path::PathBuf;

use super::mux::{MARK, Muxer};
use crate::error::Result;
use crate::writers::concat::{Found, Joined, PartFile};
use crate::writers::part::Mark;
use crate::writers::pictures::PictureMuxer;

/// Milliseconds that a part may begin too early or late, by rounding.
const SLACK: u64 = 1;

/// A part's chunks that are not pictures.
#[derive(Debug)]
pub(in crate::writers) struct Head {
    canvas: Vec<u8>,
    animation: Vec<u8>,
    xmp: Option<Vec<u8>>,
}

/// Reads all of a part but its pictures.
pub(in crate::writers) fn read(path: PathBuf) -> Result<Found<Head>> {
    let mut file = PartFile::open(&path)?;
    let start: [u8; 12] = file.array()?;
    let length = u32::from_le_bytes([start[4], start[5], start[6], start[7]]);
    if u64::from(length) != file.rest() + 4 {
        return Err(file.damaged("its length is not the one that it says"));
    }
    let (mut mark, mut frames, mut head) = (None, None, [const { None }; 3]);
    while file.rest() > 0 {
        let (kind, length) = chunk_head(&mut file)?;
        let place = match &kind {
            b"VP8X" => 0,
            b"ANIM" => 1,
            b"XMP " => 2,
            MARK => {
                let text = data(&mut file, length)?;
                let text = String::from_utf8_lossy(&text);
                mark = mark.or(Mark::find(&text));
                frames = frames.or(Mark::frames_at_end(&text));
                continue;
            }
            _ => {
                let next = file.position() + length.next_multiple_of(2);
                file.seek(next)?;
                continue;
            }
        };
        head[place] = Some(data(&mut file, length)?);
    }
    let [Some(canvas), Some(animation), xmp] = head else {
        return Err(file.damaged("it is not animated"));
    };
    let head = Head {
        canvas,
        animation,
        xmp,
    };
    file.marked(mark, frames, head)
}

/// The kind of the next chunk, and how many bytes of data follow.
fn chunk_head(file: &mut PartFile) -> Result<([u8; 4], u64)> {
    let kind = file.array()?;
    Ok((kind, u64::from(u32::from_le_bytes(file.array()?))))
}

/// The data of a chunk.
fn data(file: &mut PartFile, length: u64) -> Result<Vec<u8>> {
    let mut data = Vec::new();
    file.append(length.next_multiple_of(2), &mut data)?;
    data.truncate(length as usize);
    Ok(data)
}

/// Writes all parts.
pub(in crate::writers) fn join(parts: &[Found<Head>], film: Joined<'_>) -> Result<File> {
    let (file, watch) = film.split();
    let head = &parts[0].head;
    let muxer = Muxer::begin(file, &head.canvas, &head.animation);
    let mut muxer = muxer.map_err(|error| watch.error(error))?;
    let mut time = 0;
    for part in parts {
        let due = ((part.mark.begin.as_nanos() + 500_000) / 1_000_000) as u64;
        if due.abs_diff(time) > SLACK {
            return Err(part.wrong_time(time as f64 / 1e3, due as f64 / 1e3));
        }
        let mut source = PartFile::open(&part.path)?;
        source.seek(12)?;
        while source.rest() > 0 {
            watch.check()?;
            let (kind, length) = chunk_head(&mut source)?;
            let data = data(&mut source, length)?;
            if &kind != b"ANMF" {
                continue;
            }
            let Some([_, _, _, a, b, c, _]) = data.get(9..16) else {
                return Err(source.damaged("a picture has no time"));
            };
            time += u64::from(u32::from_le_bytes([*a, *b, *c, 0]));
            let written = muxer.chunk(b"ANMF", &[&data]);
            written.map_err(|error| watch.error(error))?;
        }
    }
    if let Some(xmp) = &head.xmp {
        let written = muxer.chunk(b"XMP ", &[xmp]);
        written.map_err(|error| watch.error(error))?;
    }
    muxer.finish().map_err(|error| watch.error(error))
}
