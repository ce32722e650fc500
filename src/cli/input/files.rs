//! The files that an input names.

use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{InputError, Result};
use super::is_stdin;
use super::picture::Kind;

/// The files that an input stands for. A film that an earlier run wrote into a folder of frames is none of them.
pub(super) fn expand(
    input: &OsStr,
    output: Option<&OsStr>,
    paths: &mut Vec<PathBuf>,
) -> Result<()> {
    let path = Path::new(input);
    let name = path.display().to_string();
    let fail = |reason: &dyn fmt::Display| InputError::new(&name, reason);
    let mut found: Vec<PathBuf> = if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|e| fail(&e))?;
        let files: io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
        files
            .map_err(|e| fail(&e))?
            .into_iter()
            .filter(|file| is_frame_file(file) && !is_old_film(file, output))
            .collect()
    } else if is_stdin(path) || path.exists() {
        vec![path.to_owned()]
    } else {
        let Some(pattern) = path.to_str().filter(|p| p.contains(['*', '?', '['])) else {
            return Err(fail(&"no such file or folder").advise("check the path"));
        };
        let as_in_a_shell = glob::MatchOptions {
            require_literal_leading_dot: true,
            ..glob::MatchOptions::new()
        };
        let files: std::result::Result<Vec<PathBuf>, _> = glob::glob_with(pattern, as_in_a_shell)
            .map_err(|e| fail(&e))?
            .collect();
        files
            .map_err(|e| fail(&e))?
            .into_iter()
            .filter(|file| file.is_file())
            .collect()
    };
    if found.is_empty() {
        return Err(fail(&"no pictures and no .npy files there"));
    }
    alphanumeric_sort::sort_path_slice(&mut found);
    paths.append(&mut found);
    Ok(())
}

/// Whether a file is the film that is to be written, of a kind that is a picture, too.
fn is_old_film(file: &Path, output: Option<&OsStr>) -> bool {
    let is_film = file
        .extension()
        .is_some_and(|e| e == "gif" || e == "apng" || e == "webp");
    is_film && output.is_some_and(|film| is_same(file, Path::new(film)))
}

fn is_same(a: &Path, b: &Path) -> bool {
    std::fs::canonicalize(a).is_ok_and(|a| std::fs::canonicalize(b).is_ok_and(|b| a == b))
}

/// Whether a file of a folder is taken for a frame.
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
