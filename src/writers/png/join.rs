//! The parts of numbered PNG files as one folder of them. Their pictures are copied.

use std::fs;
use std::path::{Path, PathBuf};

use super::encode::MARK_KEY;
use super::folder::{self, Numbered};
use crate::error::{Error, Result};
use crate::writers::apng::{mark_in, read_chunk};
use crate::writers::concat::{Found, PartFile, not_marked};
use crate::writers::part::Mark;
use crate::writers::staging::Staging;
use crate::writers::{AbortHandle, FrameNames, Output, Sink};

/// The names of a part's files, which are in the folder that the part is called by.
pub(in crate::writers) type Head = FrameNames;

/// Reads the files of a part. A folder may have those of several, and other files.
pub(in crate::writers) fn read(part: PathBuf) -> Result<Vec<Found<Head>>> {
    let numbered = match part.is_dir() {
        true => folder::in_folder(&part)?,
        false => folder::with_names(FrameNames::of(&part)?)?,
    };
    let mut found = Vec::new();
    let mut foreign = None;
    for numbered in numbered {
        match read_numbered(&part, numbered)? {
            Ok(parts) => found.extend(parts),
            Err(error) => foreign = Some(error),
        }
    }
    match foreign {
        _ if !found.is_empty() => Ok(found),
        Some(error) => Err(error),
        None => Err(Error::Part {
            path: part,
            reason: "there are no numbered PNG files".into(),
            advice: "give the folder of a part, or its names such as part0/frame%04d.png".into(),
        }),
    }
}

/// The parts whose files have such names; what is wrong with one of these files if none says that it is of a part.
fn read_numbered(
    part: &Path,
    (names, indices): Numbered,
) -> Result<Result<Vec<Found<Head>>, Error>> {
    let mut marks: Vec<(Mark, Vec<u64>)> = Vec::new();
    let (mut foreign, mut broken) = (None, None);
    for index in indices {
        let path = names.path(index);
        let mark = mark_of(index, &path).unwrap_or_else(|error| {
            broken = Some(error);
            None
        });
        match mark {
            None => foreign = Some(path),
            Some(mark) => match marks.iter_mut().find(|(known, _)| *known == mark) {
                Some((_, indices)) => indices.push(index),
                None => marks.push((mark, vec![index])),
            },
        }
    }
    let error = |path: &Path, reason: String, advice: &str| Error::Part {
        path: path.to_owned(),
        reason,
        advice: advice.into(),
    };
    match (foreign, broken) {
        (Some(_), Some(error)) if marks.is_empty() => return Ok(Err(error)),
        (Some(file), None) if marks.is_empty() => return Ok(Err(not_marked(file))),
        (_, Some(error)) => return Err(error),
        (Some(file), None) => {
            let reason = "it is not of a part, as files with such names beside it are".into();
            let advice = "move it away if it is of another film, or write the part again";
            return Err(error(&file, reason, advice));
        }
        (None, None) => (),
    }
    let mut found = Vec::new();
    for (mark, mut indices) in marks {
        indices.sort_unstable();
        let mut wanted = mark.frames.clone();
        if let Some(missing) = wanted.find(|index| indices.binary_search(index).is_err()) {
            let reason = format!("frame {missing} is missing");
            return Err(error(part, reason, "write this part again"));
        }
        found.push(Found {
            path: part.to_owned(),
            mark,
            head: names.clone(),
        });
    }
    Ok(Ok(found))
}

/// The mark of a frame's file, all of which is read to know that it is whole.
fn mark_of(index: u64, path: &Path) -> Result<Option<Mark>> {
    let mut file = PartFile::open(path)?;
    file.seek(8)?;
    let mut mark: Option<Mark> = None;
    loop {
        match read_chunk(&mut file)? {
            (kind, _) if &kind == b"IEND" => break,
            (kind, text) if &kind == b"tEXt" => mark = mark.or(mark_in(&text)),
            _ => (),
        }
    }
    let Some(mark) = mark else {
        return Ok(None);
    };
    if mark.frames.contains(&index) {
        return Ok(Some(mark));
    }
    let (first, last) = (mark.frames.start, mark.frames.end - 1);
    Err(Error::Part {
        path: path.to_owned(),
        reason: format!(
            "its number is {index}, but it is of a part that has frames {first} to {last}"
        ),
        advice: "give files the names that they were written with".into(),
    })
}

/// The mark in a file that may be of this part, if there is one.
pub(super) fn mark_at(path: &Path) -> Option<Mark> {
    let mut file = PartFile::open(path).ok()?;
    file.seek(8).ok()?;
    loop {
        match read_chunk(&mut file).ok()? {
            (kind, _) if &kind == b"IDAT" => return None,
            (kind, text) if &kind == b"tEXt" && mark_in(&text).is_some() => return mark_in(&text),
            _ => (),
        }
    }
}

/// Writes the files of all parts, without their marks. They replace others when all are written.
pub(in crate::writers) fn join(
    parts: &[Found<Head>],
    output: &Output,
    abort: &AbortHandle,
) -> Result<()> {
    let Sink::Frames(names) = output.sink() else {
        return Err(Error::Ended);
    };
    let real = |names: &FrameNames| fs::canonicalize(names.existing_folder()).ok();
    for part in parts {
        if real(&part.head).is_some_and(|folder| real(names) == Some(folder)) {
            let reason = "the film would be written to its folder".into();
            return Err(part.error(reason, "give the film a folder of its own"));
        }
    }
    let _lock = names.lock(0)?;
    let staging = Staging::new(names)?;
    let mut frames = 0;
    for part in parts {
        for index in part.mark.frames.clone() {
            abort.check()?;
            let png = without_mark(&part.head.path(index))?;
            let written = staging.names().write(index, &png);
            written
                .map_err(|error| error.renamed(&staging.names().path(index), &names.path(index)))?;
        }
        frames = part.mark.frames.end;
    }
    abort.check()?;
    staging.publish(0..frames)
}

/// A PNG file as it would be if it were not of a part.
fn without_mark(path: &Path) -> Result<Vec<u8>> {
    let mut file = PartFile::open(path)?;
    let mut png = Vec::new();
    file.append(8, &mut png)?;
    loop {
        let start = file.position();
        let (kind, data) = read_chunk(&mut file)?;
        let is_mark = &kind == b"tEXt" && data.starts_with(MARK_KEY.as_bytes());
        if !is_mark {
            let end = file.position();
            file.seek(start)?;
            file.append(end - start, &mut png)?;
        }
        if &kind == b"IEND" {
            return Ok(png);
        }
    }
}
