//! The command line options of a scene: `--out PATH`, `--frames N`, `--writer NAME`, `--font FILE`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use plotreel::Error;
use plotreel::error::Result;

const OPTIONS: &str = "--out PATH, --frames N, --writer NAME or --font FILE";

/// The path of a scene's film, its maximum number of frames, its writer, and a font for scenes that need one.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) path: PathBuf,
    pub(crate) frames: u64,
    pub(crate) writer: String,
    pub(crate) font: Option<String>,
    start: Instant,
}

impl Options {
    /// The options of the command line; by default a film under target/gallery/.
    pub(crate) fn of_scene(name: &str) -> Result<Self> {
        let folder = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        let mut options = Self {
            path: Path::new(&folder)
                .join("gallery")
                .join(format!("{name}.mp4")),
            frames: u64::MAX,
            writer: "auto".into(),
            font: None,
            start: Instant::now(),
        };
        // In the gallery, which contains all scenes, the first argument is the scene.
        let mut args = std::env::args().skip(1).peekable();
        args.next_if_eq(name);
        while let Some(name) = args.next() {
            if matches!(name.as_str(), "--help" | "-h") {
                let _ = writeln!(std::io::stdout(), "Options: {OPTIONS}");
                std::process::exit(0);
            }
            let value = args.next().unwrap_or_default();
            match (name.as_str(), value.parse()) {
                ("--out", _) => options.path = value.into(),
                ("--frames", Ok(frames)) => options.frames = frames,
                ("--writer", _) => options.writer = value,
                ("--font", _) => options.font = Some(value),
                _ => {
                    return Err(Error::setting(
                        "an option",
                        format!("{name} {value}"),
                        OPTIONS,
                    ));
                }
            }
        }
        if let Some(folder) = options.path.parent() {
            std::fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
        }
        Ok(options)
    }

    /// Prints what was written.
    pub(crate) fn report(&self, frames: u64) {
        let (path, seconds) = (self.path.display(), self.start.elapsed().as_secs_f64());
        let _ = writeln!(
            std::io::stdout(),
            "{path}: {frames} frames in {seconds:.4} s"
        );
    }
}
