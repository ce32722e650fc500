//! Shared code of the fuzz targets: the command line on a file of the fuzzer, and a small canvas.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use plotreel::writers::AbortHandle;
use plotreel::{Canvas, Figure, FrameSize};

/// A folder of this process.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("plotreel-fuzz-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for the fuzzer's files");
        folder
    })
}

/// A file with this name and these bytes.
pub fn file(name: &str, bytes: &[u8]) -> OsString {
    let path = folder().join(name);
    std::fs::write(&path, bytes).expect("a file for the fuzzer's bytes");
    path.into_os_string()
}

/// Two frames of 3 x 4 bytes, as an .npy file.
pub fn frames() -> OsString {
    static FRAMES: OnceLock<OsString> = OnceLock::new();
    let write = || {
        let header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3, 4), }";
        let header = format!("{header:<117}\n");
        let mut bytes = b"\x93NUMPY\x01\x00\x76\x00".to_vec();
        bytes.extend(header.as_bytes());
        bytes.extend(0..24);
        file("frames.npy", &bytes)
    };
    FRAMES.get_or_init(write).clone()
}

/// Runs `plotreel render` with these arguments and the writer null.
pub fn render(words: impl IntoIterator<Item = OsString>) {
    let start = ["plotreel", "render", "--quiet", "--writer", "null"].map(OsString::from);
    plotreel::cli::run(start.into_iter().chain(words), &AbortHandle::new());
}

/// Options chosen by a byte, some of which can't be combined.
pub fn options(choice: u8) -> Vec<OsString> {
    const ALL: [&[&str]; 8] = [
        &["--cmap=gray"],
        &["--norm=log"],
        &["--vmin=0", "--vmax=1e3"],
        &["--autoscale=film"],
        &["--range=0..1"],
        &["--transparent"],
        &["--layout=hwc"],
        &["--axes", "--colorbar=x", "--size=64x48"],
    ];
    let chosen = (0..8).filter(|bit| choice >> bit & 1 == 1);
    chosen
        .flat_map(|bit| ALL[bit])
        .map(OsString::from)
        .collect()
}

/// Draws a figure of 120 x 80 pixels.
pub fn draw(fig: &Figure) {
    let mut canvas = Canvas::new(FrameSize {
        width: 120,
        height: 80,
    });
    let _ = fig.draw(&mut canvas);
}
