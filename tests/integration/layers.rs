//! What may know what.

use std::fs;
use std::path::{Path, PathBuf};

/// The sources of a module.
fn sources(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files = entries.flat_map(|path| match path.is_dir() {
        true => sources(&path),
        false => vec![path],
    });
    files
        .filter(|path| path.extension().is_some_and(|suffix| suffix == "rs"))
        .collect()
}

#[test]
fn errors_know_no_tool() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/error.rs");
    let text = fs::read_to_string(file).unwrap().to_lowercase();
    assert!(!text.contains("ffmpeg") && !text.contains("h.264"));
}

#[test]
fn writers_know_frames_and_files_and_no_figure() {
    const KNOWN: [&str; 9] = [
        "array",
        "color",
        "error",
        "frame_size",
        "source",
        "workers",
        "writers",
        "Error",
        "Result",
    ];
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = sources(&src.join("writers"));
    assert!(files.len() > 60, "{files:?}");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            for used in line.split("crate::").skip(1) {
                let end = used.find(|c: char| !(c.is_alphanumeric() || c == '_'));
                let module = &used[..end.unwrap_or(used.len())];
                assert!(KNOWN.contains(&module), "{}: {line}", file.display());
            }
        }
    }
}
