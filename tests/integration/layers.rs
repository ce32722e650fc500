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
    let files = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/error"));
    assert!(!files.is_empty());
    for file in files {
        let text = fs::read_to_string(file).unwrap().to_lowercase();
        assert!(!text.contains("ffmpeg") && !text.contains("h.264"));
    }
}

/// The modules of the library from the ground up. Each uses those before it; those of one line may use each other.
const LAYERS: [&[&str]; 37] = [
    &["error", "frame_size"],
    &["stamp"],
    &["marks"],
    &["workers"],
    &["image_view"],
    &["source"],
    &["series", "units"],
    &["grid"],
    &["contour", "triangulation"],
    &["data_limits"],
    &["scale"],
    &["ticker"],
    &["color"],
    &["properties"],
    &["dates"],
    &["gridspec"],
    &["histogram"],
    &["spectral"],
    &["handle"],
    &["mapping"],
    &["writers"],
    &["canvas"],
    &["style"],
    &["artists"],
    &["axis"],
    &["axes"],
    &["figure"],
    &["subplots", "colorbar"],
    &["paper"],
    &["resolve"],
    &["redraw"],
    &["render", "tight_layout", "tight_bbox", "constrained_layout"],
    &["film"],
    &["savefig", "annotations"],
    &["options", "animation"],
    &["write"],
    &["cli"],
];

/// What writers use, which know frames and files and no figure.
const OF_WRITERS: [&str; 9] = [
    "color",
    "error",
    "frame_size",
    "image_view",
    "marks",
    "source",
    "stamp",
    "workers",
    "writers",
];

/// The modules that a file uses outside of its tests, with the lines.
fn used_modules(text: &str) -> Vec<(&str, &str)> {
    let code = text.split("#[cfg(test)]").next().unwrap();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let used = lines.flat_map(|line| line.split("crate::").skip(1).map(move |used| (used, line)));
    used.map(|(used, line)| {
        let end = used.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        (&used[..end.unwrap_or(used.len())], line)
    })
    .collect()
}

/// Modules that hold tests only.
const TESTS: [&str; 7] = [
    "legend_setters.rs",
    "tests.rs",
    "setters.rs",
    "updates.rs",
    "bent.rs",
    "kept.rs",
    "one_of_each.rs",
];

#[test]
fn no_module_uses_one_above_it() {
    let layer = |module: &str| LAYERS.iter().position(|layer| layer.contains(&module));
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut arrows = 0;
    for file in sources(&src) {
        let inner = file.strip_prefix(&src).unwrap();
        let name = inner.file_name().unwrap().to_str().unwrap();
        let module = inner.iter().next().unwrap().to_str().unwrap();
        let module = module.trim_end_matches(".rs");
        if TESTS.contains(&name) || ["lib", "prelude", "bin", "cli"].contains(&module) {
            continue;
        }
        let own = layer(module).unwrap_or_else(|| panic!("{module} is in no layer"));
        let text = fs::read_to_string(&file).unwrap();
        for (used, line) in used_modules(&text) {
            // Names at the root are not modules.
            let Some(below) = layer(used) else {
                assert!(
                    used.starts_with(char::is_uppercase),
                    "{}: {line}",
                    file.display()
                );
                continue;
            };
            assert!(below <= own, "{} is above: {line}", file.display());
            let of_writers = module != "writers" || OF_WRITERS.contains(&used);
            assert!(of_writers, "{}: {line}", file.display());
            arrows += 1;
        }
    }
    assert!(arrows > 500, "{arrows}");
}
