//! The parts of numbered PNG files as one folder of them. Their pictures are copied.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::encode::MARK_KEY;
use crate::error::{Error, Result};
use crate::writers::apng::{mark_in, read_chunk};
use crate::writers::concat::{Found, PartFile, not_marked};
use crate::writers::part::Mark;
use crate::writers::{AbortHandle, FrameNames, Output, Sink};

/// The names of a part's files, which are in the folder that the part is called by.
pub(in crate::writers) type Head = FrameNames;

/// Reads the files of a part. A folder may have those of several.
pub(in crate::writers) fn read(part: PathBuf) -> Result<Vec<Found<Head>>> {
    let names = FrameNames::of(&part)?;
    let mut found: Vec<(Mark, Vec<u64>)> = Vec::new();
    for index in indices(&names)? {
        let mark = mark_of(index, &names.path(index))?;
        match found.iter_mut().find(|(known, _)| *known == mark) {
            Some((_, indices)) => indices.push(index),
            None => found.push((mark, vec![index])),
        }
    }
    let error = |reason: String, advice: &str| Error::Part {
        path: part.clone(),
        reason,
        advice: advice.into(),
    };
    if found.is_empty() {
        let advice = "give the folder of a part, or its names such as part0/frame%04d.png";
        return Err(error("there are no numbered PNG files".into(), advice));
    }
    for (mark, indices) in &mut found {
        indices.sort_unstable();
        let mut wanted = mark.frames.clone();
        if let Some(missing) = wanted.find(|index| indices.binary_search(index).is_err()) {
            let reason = format!("frame {missing} is missing");
            return Err(error(reason, "write this part again"));
        }
    }
    let found = found.into_iter().map(|(mark, _)| Found {
        path: part.clone(),
        mark,
        head: names.clone(),
    });
    Ok(found.collect())
}

/// The numbers of files with these names.
fn indices(names: &FrameNames) -> Result<Vec<u64>> {
    let folder = names.existing_folder();
    let failed = |source: io::Error| Error::Read {
        path: folder.to_owned(),
        source,
    };
    let mut indices = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        indices.extend(names.index(entry.map_err(failed)?.path()));
    }
    Ok(indices)
}

/// The mark of a frame's file, all of which is read to know that it is whole.
fn mark_of(index: u64, path: &Path) -> Result<Mark> {
    let mut file = PartFile::open(path)?;
    file.seek(8)?;
    let mut mark = None;
    loop {
        match read_chunk(&mut file)? {
            (kind, _) if &kind == b"IEND" => break,
            (kind, text) if &kind == b"tEXt" => mark = mark.or(mark_in(&text)),
            _ => (),
        }
    }
    let Some(mark) = mark else {
        return Err(not_marked(path.to_owned()));
    };
    if mark.frames.contains(&index) {
        return Ok(mark);
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

/// Writes the files of all parts, without their marks.
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
    for part in parts {
        for index in part.mark.frames.clone() {
            abort.check()?;
            names.write(index, &without_mark(&part.head.path(index))?)?;
        }
    }
    Ok(())
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
