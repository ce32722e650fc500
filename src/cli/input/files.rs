//! The files of an input.

use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{InputError, Result};
use super::is_stdin;
use super::order::{in_shell_order, sort_by_values};
use super::picture::Kind;
use crate::cli::args::Render;
use crate::writers::FrameNames;

/// The files of all inputs, in order.
pub(super) fn find(args: &Render) -> Result<Vec<PathBuf>> {
    let (inputs, output) = (&args.inputs, args.output.as_deref());
    let mut paths = Vec::new();
    for input in inputs {
        let colorbar = args.annotations.colorbar.as_deref();
        expand(input, output, &mut paths).map_err(|error| match colorbar {
            Some("") => {
                let label = input.to_string_lossy();
                error.advise(format!(
                    "if it is the label of the colorbar, write --colorbar='{label}'; otherwise check the path"
                ))
            }
            _ => error,
        })?;
    }
    let given: Vec<String> = inputs
        .iter()
        .map(|input| name_of(Path::new(input)))
        .collect();
    if paths.iter().eq(inputs.iter().map(Path::new))
        && let Some((first, due)) = in_shell_order(&given)
    {
        log::warn!(
            "the inputs are in the shell's order, not sorted by their numbers: {first} is before {due}; \
             quote the glob, or give the folder"
        );
    }
    Ok(paths)
}

/// The files of an input, without a film that an earlier run wrote into a folder of frames.
fn expand(input: &OsStr, output: Option<&OsStr>, paths: &mut Vec<PathBuf>) -> Result<()> {
    let path = Path::new(input);
    if is_stdin(path) || (path.exists() && !path.is_dir()) {
        paths.push(path.to_owned());
        return Ok(());
    }
    let name = path.display().to_string();
    if !path.is_dir() && path.to_string_lossy().contains('%') && FrameNames::is_pattern(path) {
        paths.append(&mut numbered(path, &name)?);
        return Ok(());
    }
    let mut found = match path.is_dir() {
        true => folder(path, output, &name)?,
        false => globbed(path, &name)?,
    };
    if found.is_empty() {
        return Err(InputError::new(
            &name,
            "no pictures and no .npy files there",
        ));
    }
    if let Some(why) = sort_by_values(&mut found, |path| name_of(path)) {
        let ends = found.first().zip(found.last());
        let (first, last) = ends
            .map(|(a, b)| (name_of(a), name_of(b)))
            .unwrap_or_default();
        log::warn!(
            "{name}: the order of the file names is ambiguous, because {why}: they are read from {first} to {last}"
        );
    }
    paths.append(&mut found);
    Ok(())
}

/// A path for comparing names, with one kind of separator.
fn name_of(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(OsStr::to_string_lossy).collect();
    parts.join("/")
}

fn folder(path: &Path, output: Option<&OsStr>, name: &str) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(path).map_err(|e| InputError::new(name, e))?;
    let files: io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut files = files.map_err(|e| InputError::new(name, e))?;
    files.retain(|file| is_frame_file(file) && !is_old_film(file, output));
    Ok(files)
}

fn globbed(path: &Path, name: &str) -> Result<Vec<PathBuf>> {
    let fail = |reason: &dyn fmt::Display| InputError::new(name, reason);
    let Some(pattern) = path.to_str().filter(|p| p.contains(['*', '?', '['])) else {
        return Err(fail(&"no such file or folder").advise("check the path"));
    };
    let as_in_a_shell = glob::MatchOptions {
        require_literal_leading_dot: true,
        ..glob::MatchOptions::new()
    };
    let files = glob::glob_with(pattern, as_in_a_shell).map_err(|e| fail(&e))?;
    let files: std::result::Result<Vec<PathBuf>, _> = files.collect();
    let mut files = files.map_err(|e| fail(&e))?;
    files.retain(|file| file.is_file());
    Ok(files)
}

/// The files of a pattern such as `frame%04d.png`, by their numbers from the first existing one.
fn numbered(path: &Path, name: &str) -> Result<Vec<PathBuf>> {
    let names = FrameNames::of(path).map_err(|e| InputError::new(name, e.cause()))?;
    let folder = match names.folder() {
        folder if folder.as_os_str().is_empty() => Path::new("."),
        folder => folder,
    };
    let entries = std::fs::read_dir(folder).map_err(|e| InputError::new(name, e))?;
    let mut indices: Vec<u64> = entries
        .filter_map(|entry| names.index(entry.ok()?.path()))
        .filter(|index| names.path(*index).is_file())
        .collect();
    indices.sort_unstable();
    let (Some(first), Some(last)) = (indices.first(), indices.last()) else {
        let error = InputError::new(name, "no file matches this pattern");
        return Err(
            error.advise("check the folder, and the number of digits: %04d is 0007, %d is 7")
        );
    };
    let missing = last - first + 1 - indices.len() as u64;
    if missing > 0 {
        let gap = indices.windows(2).find(|two| two[1] - two[0] > 1);
        let gap = gap.map(|two| name_of(&names.path(two[0] + 1)));
        log::warn!(
            "{name}: {missing} of the numbers {first} to {last} have no file, the first is {}: the film continues after it",
            gap.unwrap_or_default()
        );
    }
    Ok(indices.into_iter().map(|index| names.path(index)).collect())
}

/// Whether a file is the film to be written, in a format that is also a picture.
fn is_old_film(file: &Path, output: Option<&OsStr>) -> bool {
    let is_film = file
        .extension()
        .is_some_and(|e| e == "gif" || e == "apng" || e == "webp");
    is_film && output.is_some_and(|film| is_same(file, Path::new(film)))
}

fn is_same(a: &Path, b: &Path) -> bool {
    std::fs::canonicalize(a).is_ok_and(|a| std::fs::canonicalize(b).is_ok_and(|b| a == b))
}

/// Whether a file in a folder is read as a frame.
fn is_frame_file(file: &Path) -> bool {
    let extension = file
        .extension()
        .and_then(OsStr::to_str)
        .unwrap_or_default()
        .to_ascii_lowercase();
    let hidden = file
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && file.is_file() && (extension == "npy" || Kind::has_extension(&extension))
}
