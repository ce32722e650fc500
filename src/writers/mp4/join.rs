//! The parts of a film by the embedded encoder as one film. The samples are copied.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use super::boxes::{ATOMS, MARK, time};
use super::{LEVEL, Muxer, Track};
use crate::error::Result;
use crate::frame_size::FrameSize;
use crate::writers::Metadata;
use crate::writers::concat::{Found, Joined, PartFile};
use crate::writers::part::Mark;

/// The longest index that is read; that of a day at 1,000 frames per second is shorter.
const MOST_INDEX: u64 = 1 << 30;

/// A part's index.
#[derive(Debug)]
pub(in crate::writers) struct Head {
    size: FrameSize,
    metadata: Metadata,
    parameters: Vec<Vec<u8>>,
    sizes: Vec<u32>,
    keys: Vec<u32>,
    /// The position of the samples.
    data: u64,
}

/// Whether a file has the mark of the embedded encoder.
pub(in crate::writers) fn is_marked(path: &Path) -> Result<bool> {
    let mut file = PartFile::open(path)?;
    Ok(index(&mut file).is_ok_and(|index| mark_in(&index).is_some()))
}

/// The index, `moov`, which is before the samples.
fn index(file: &mut PartFile) -> Result<Vec<u8>> {
    file.seek(0)?;
    let (kind, length) = box_head(file)?;
    file.seek(8 + length)?;
    let (next, length) = box_head(file)?;
    if &kind != b"ftyp" || &next != b"moov" || length > MOST_INDEX {
        return Err(file.damaged("it has no index at its beginning"));
    }
    let mut index = Vec::new();
    file.append(length, &mut index)?;
    Ok(index)
}

/// The kind of a box, and how many bytes follow.
fn box_head(file: &mut PartFile) -> Result<([u8; 4], u64)> {
    let length = u64::from(u32::from_be_bytes(file.array()?));
    let kind = file.array()?;
    match length {
        1 => Ok((kind, u64::from_be_bytes(file.array()?).saturating_sub(16))),
        length => Ok((kind, length.saturating_sub(8))),
    }
}

/// The contents of the box at this path, such as `[b"udta", b"meta"]`.
fn find<'a>(bytes: &'a [u8], path: &[&[u8; 4]]) -> Option<&'a [u8]> {
    let Some((kind, inner)) = path.split_first() else {
        return Some(bytes);
    };
    let mut rest = bytes;
    loop {
        let (length, after) = rest.split_first_chunk()?;
        let (found, contents) = after.split_first_chunk::<4>()?;
        let length = (u32::from_be_bytes(*length) as usize).checked_sub(8)?;
        let (contents, next) = contents.split_at_checked(length)?;
        if found == *kind {
            return find(contents, inner);
        }
        rest = next;
    }
}

fn mark_in(index: &[u8]) -> Option<Mark> {
    let text = find(index, &[b"udta", MARK])?;
    Mark::find(str::from_utf8(text).ok()?)
}

/// Big-endian numbers of four bytes.
fn numbers(bytes: &[u8]) -> Vec<u32> {
    let (numbers, _) = bytes.as_chunks();
    numbers.iter().map(|n| u32::from_be_bytes(*n)).collect()
}

/// Reads the index of a part.
pub(in crate::writers) fn read(path: PathBuf) -> Result<Found<Head>> {
    let mut file = PartFile::open(&path)?;
    let index = index(&mut file)?;
    let mark = mark_in(&index);
    let Some(mut head) = parse(&index) else {
        return Err(file.damaged("its index can't be read"));
    };
    let (kind, length) = box_head(&mut file)?;
    let data: u64 = head.sizes.iter().map(|size| u64::from(*size)).sum();
    head.data = file.position();
    if &kind != b"mdat" || length != data || file.rest() != data {
        return Err(file.damaged("it has more or fewer bytes than its index says"));
    }
    let ends = head.keys.iter().skip(1).copied();
    let ends = ends.chain([head.sizes.len() as u32 + 1]);
    if head.keys.iter().zip(ends).any(|(key, end)| *key >= end) {
        return Err(file.damaged("its keyframes are not in their order"));
    }
    if let Some(mark) = &mark {
        let (scale, delta) = time(mark.fps);
        if times(&index) != Some((scale, head.sizes.len() as u32, delta)) {
            return Err(file.damaged("the times of its frames are not those of its frame rate"));
        }
    }
    let frames = head.sizes.len() as u64;
    file.marked(mark, Some(frames), head)
}

/// Units per second, number of frames, and units per frame.
fn times(index: &[u8]) -> Option<(u32, u32, u32)> {
    let media = find(index, &[b"trak", b"mdia"])?;
    let scale = numbers(find(media, &[b"mdhd"])?).get(5).copied()?;
    match numbers(find(media, &[b"minf", b"stbl", b"stts"])?)[..] {
        [_, 1, frames, delta] => Some((scale, frames, delta)),
        _ => None,
    }
}

fn parse(index: &[u8]) -> Option<Head> {
    let table = find(index, &[b"trak", b"mdia", b"minf", b"stbl"])?;
    let entry = find(table, &[b"stsd"])?.get(8..)?;
    let entry = find(entry, &[b"avc1"])?;
    let side = |at: usize| {
        Some(u32::from(u16::from_be_bytes([
            *entry.get(at)?,
            *entry.get(at + 1)?,
        ])))
    };
    let size = FrameSize {
        width: side(24)?,
        height: side(26)?,
    };
    // Version, profile, compatibility, level, length of lengths, and then each set with its number and length.
    let sets = find(entry.get(78..)?, &[b"avcC"])?.get(5..)?;
    let (mut parameters, rest) = parameter_sets(sets)?;
    let (pictures, _) = parameter_sets(rest)?;
    parameters.extend(pictures);
    (parameters.first()?.len() > LEVEL && parameters.len() > 1).then_some(())?;
    let sizes = numbers(find(table, &[b"stsz"])?);
    let keys = numbers(find(table, &[b"stss"])?);
    Some(Head {
        size,
        metadata: metadata(index),
        parameters,
        sizes: sizes.get(3..)?.to_vec(),
        keys: keys.get(2..)?.to_vec(),
        data: 0,
    })
}

/// The parameter sets of a kind, and what follows them.
fn parameter_sets(bytes: &[u8]) -> Option<(Vec<Vec<u8>>, &[u8])> {
    let (count, mut rest) = bytes.split_first()?;
    let mut sets = Vec::new();
    for _ in 0..count & 31 {
        let (length, after) = rest.split_first_chunk()?;
        let (set, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        sets.push(set.to_vec());
        rest = after;
    }
    Some((sets, rest))
}

/// Title and the like.
fn metadata(index: &[u8]) -> Metadata {
    let mut metadata = Metadata::new();
    let list = find(index, &[b"udta", b"meta"]).and_then(|meta| find(meta.get(4..)?, &[b"ilst"]));
    for (key, atom) in ATOMS {
        let data = list.and_then(|list| find(list, &[atom, b"data"]));
        if let Some(text) = data.and_then(|data| data.get(8..)) {
            metadata.set(key, &String::from_utf8_lossy(text));
        }
    }
    metadata
}

/// Writes all parts.
pub(in crate::writers) fn join(parts: &[Found<Head>], film: Joined<'_>) -> Result<File> {
    let (file, watch) = film.split();
    let first = &parts[0];
    let (mut sizes, mut keys) = (Vec::new(), Vec::new());
    for part in parts {
        let head = &part.head;
        let level_aside = |parameters: &[Vec<u8>]| {
            let mut parameters = parameters.to_vec();
            parameters[0][LEVEL] = 0;
            parameters
        };
        let same = head.size == first.head.size
            && level_aside(&head.parameters) == level_aside(&first.head.parameters);
        if !same {
            let advice = "write all parts by the same version of the program";
            return Err(part.other_settings(first, advice));
        }
        if head.keys.first() != Some(&1) {
            return Err(part.error("it does not begin with a keyframe".into(), "write it again"));
        }
        let before = sizes.len() as u32;
        keys.extend(head.keys.iter().map(|key| before + key));
        sizes.extend(&head.sizes);
    }
    let track = Track {
        size: first.head.size,
        fps: first.mark.fps,
        metadata: first.head.metadata.clone(),
        mark: None,
    };
    let file = BufWriter::new(file);
    let head = Muxer::write_head(file, track, first.head.parameters.clone(), sizes, keys);
    let mut film = head.map_err(|error| watch.error(error))?;
    for part in parts {
        let mut source = PartFile::open(&part.path)?;
        source.seek(part.head.data)?;
        source.copy(source.rest(), &mut film, &watch)?;
    }
    watch.file_of(film)
}
