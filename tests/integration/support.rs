//! What the tests have in common.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, Once};

use ndarray::Array3;
use plotreel::Figure;
use plotreel::array::ImageSource;
use plotreel::image::Interpolation;

use crate::baseline::Picture;

/// Returns from a test whose tools are missing; a failure where they are required.
macro_rules! require {
    ($($tool:literal),+) => {
        if !$crate::support::have(&[$($tool),+]) {
            return;
        }
    };
}
pub(crate) use require;

/// Whether all tools run. If not, a line that libtest does not hide says so.
pub(crate) fn have(tools: &[&str]) -> bool {
    let runs = |tool: &&str| {
        // Only a run of all tests builds them.
        if *tool == "the examples" {
            return example("rain").exists() && example("gallery").exists();
        }
        if *tool == "Pillow" {
            let mut python = Command::new(PYTHON);
            let run = python.args(["-c", "import PIL"]).stderr(Stdio::null());
            return run.status().is_ok_and(|status| status.success());
        }
        let version = if tool.starts_with("ff") {
            "-version"
        } else {
            "--version"
        };
        let run = Command::new(tool)
            .arg(version)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        run.is_ok_and(|status| status.success())
    };
    let missing = tools.iter().find(|tool| !runs(tool));
    missing.is_none_or(|missing| skip(missing))
}

/// Where cargo puts the examples that it builds for tests.
pub(crate) fn example(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(2).unwrap().join("examples").join(name)
}

/// Says that a test is skipped; a failure where tools are required.
fn skip(missing: &str) -> bool {
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    assert!(
        std::env::var_os("PLOTREEL_REQUIRE_TOOLS").is_none(),
        "{test} needs {missing}"
    );
    let _ = writeln!(std::io::stderr(), "skipped {test}: {missing} not found");
    false
}

/// Keeps what was logged.
struct Log(Mutex<Vec<String>>);

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        self.0.lock().unwrap().push(record.args().to_string());
    }

    fn flush(&self) {}
}

/// The warnings and errors that all tests have logged since the first call.
pub(crate) fn logged() -> Vec<String> {
    static LOG: Log = Log(Mutex::new(Vec::new()));
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        log::set_logger(&LOG).unwrap();
        log::set_max_level(log::LevelFilter::Warn);
    });
    LOG.0.lock().unwrap().clone()
}

/// The Python that has Pillow where Debian's package is installed.
const PYTHON: &str = "/usr/bin/python3";

/// A Python that has this module.
#[cfg(feature = "cli")]
pub(crate) fn python_with(module: &str) -> Option<&'static str> {
    let has = |python: &&str| {
        let mut import = Command::new(python);
        let import = import.args(["-c", &format!("import {module}")]);
        let run = import.stderr(Stdio::null()).status();
        run.is_ok_and(|status| status.success())
    };
    let found = ["python3", PYTHON].into_iter().find(has);
    if found.is_none() {
        skip(&format!("a python3 with {module}"));
    }
    found
}

/// What Pillow reads from a file of pictures.
#[derive(Debug)]
pub(crate) struct Pictures {
    pub(crate) size: (u32, u32),
    /// Its format, number of frames, loop count, texts and dpi, as Python writes them.
    pub(crate) info: String,
    /// Milliseconds.
    pub(crate) times: Vec<f64>,
    /// Straight RGBA.
    pub(crate) frames: Vec<Vec<u8>>,
}

/// Opens a file with Pillow.
pub(crate) fn pillow(film: &Path) -> Pictures {
    const READ: &str = r#"
import sys
from PIL import Image
im = Image.open(sys.argv[1])
count = getattr(im, "n_frames", 1)
frames, times = [], []
for i in range(count):
    im.seek(i)
    frames.append(im.convert("RGBA").tobytes())
    times.append(repr(float(im.info.get("duration", 0))))
texts = sorted(getattr(im, "text", {}).items())
dpi = tuple(round(float(d), 1) for d in im.info.get("dpi", ()))
out = sys.stdout.buffer
out.write(f"{im.width} {im.height}\n{','.join(times)}\n".encode())
info = f"{im.format} frames={count} loop={im.info.get('loop')} {texts} {dpi}"
out.write(info.replace("\n", " ").encode() + b"\n")
for frame in frames:
    out.write(frame)
"#;
    let bytes = output(Command::new(PYTHON).args(["-c", READ]).arg(film));
    let mut parts = bytes.splitn(4, |byte| *byte == b'\n');
    let mut line = || String::from_utf8(parts.next().unwrap().to_vec()).unwrap();
    let (size, times, info) = (line(), line(), line());
    let (width, height) = size.split_once(' ').unwrap();
    let size: (u32, u32) = (width.parse().unwrap(), height.parse().unwrap());
    let frame = 4 * size.0 as usize * size.1 as usize;
    Pictures {
        size,
        info,
        times: times.split(',').map(|time| time.parse().unwrap()).collect(),
        frames: parts
            .next()
            .unwrap()
            .chunks(frame)
            .map(<[u8]>::to_vec)
            .collect(),
    }
}

/// A folder of the test's own, removed when dropped.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Names of all files, hidden ones too, in order.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries
            .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

/// Makes a program of a shell script.
///
/// Another process writes it: while this one had it open for writing, a fork of some other test would have it open
/// too, and running it would fail as "text file busy".
#[cfg(unix)]
pub(crate) fn write_script(path: &Path, text: &str) {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "cat > \"$0\" && chmod +x \"$0\""])
        .arg(path);
    let mut child = shell.stdin(Stdio::piped()).spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    assert!(child.wait().unwrap().success());
}

/// A browser without a window that asks no network for anything and prints a page as it has become.
pub(crate) fn chromium(profile: &Path) -> Command {
    let mut chromium = Command::new("chromium");
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu"]);
    chromium.args(["--disable-quic", "--no-first-run"]);
    chromium.args(["--disable-background-networking", "--disable-sync"]);
    chromium.args(["--disable-component-update", "--dump-dom"]);
    chromium.arg(format!("--user-data-dir={}", profile.display()));
    chromium.stdin(Stdio::null());
    chromium
}

/// What a command prints; it must succeed.
pub(crate) fn output(command: &mut Command) -> Vec<u8> {
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(
        output.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// The values of a film's video stream as `key=value` lines, with its frames counted.
pub(crate) fn probe(film: &Path) -> String {
    let mut command = Command::new("ffprobe");
    command.args([
        "-v",
        "error",
        "-select_streams",
        "v:0",
        "-count_frames",
        "-show_streams",
        "-show_format",
    ]);
    String::from_utf8(output(command.arg(film))).unwrap()
}

/// The times in seconds at which a film's packets are shown, as they stand in the file.
pub(crate) fn packet_times(film: &Path) -> Vec<f64> {
    let mut command = Command::new("ffprobe");
    command.args([
        "-v",
        "error",
        "-show_entries",
        "packet=pts_time",
        "-of",
        "csv=p=0",
    ]);
    let text = String::from_utf8(output(command.arg(film))).unwrap();
    let time = |line: &str| line.trim_end_matches(',').parse().unwrap();
    text.lines().map(time).collect()
}

/// All frames of a film as packed RGB, as its tags say that they are to be shown.
pub(crate) fn decode(film: &Path) -> Vec<u8> {
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-i"]).arg(film);
    output(command.args([
        "-fps_mode",
        "passthrough",
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-",
    ]))
}

/// An array as `write_animation` shows it at one pixel an element, as packed RGB.
pub(crate) fn shown(array: &impl ImageSource, width: u32, height: u32) -> Vec<u8> {
    let (mut fig, ax) = full_figure(width, height);
    let im = fig[ax].imshow(array).unwrap();
    fig[im].set_interpolation(Interpolation::Nearest).unwrap();
    draw(&fig)
}

/// The next of random bytes, the same in every run.
pub(crate) fn noise_byte(state: &mut u32) -> u8 {
    *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    (*state >> 24) as u8
}

/// Such bytes as a frame, which no codec makes small.
pub(crate) fn noise(shape: (usize, usize, usize), state: &mut u32) -> Array3<u8> {
    Array3::from_shape_simple_fn(shape, || noise_byte(state))
}

/// A figure of so many pixels whose axes fill it.
pub(crate) fn full_figure(width: u32, height: u32) -> (Figure, plotreel::Handle<plotreel::Axes>) {
    let mut fig = Figure::new((f64::from(width) / 100.0, f64::from(height) / 100.0), 100.0);
    let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]).unwrap();
    fig[ax].set_axis_off();
    (fig, ax)
}

/// A figure as packed RGB.
pub(crate) fn draw(fig: &Figure) -> Vec<u8> {
    Picture::of(fig).rgb
}

/// The largest difference between two rows of bytes.
pub(crate) fn worst(a: &[u8], b: &[u8]) -> u8 {
    assert_eq!(a.len(), b.len());
    a.iter()
        .zip(b)
        .map(|(a, b)| a.abs_diff(*b))
        .max()
        .unwrap_or(0)
}

/// The numbers of a film's keyframes.
pub(crate) fn keyframes(film: &Path) -> Vec<usize> {
    let mut command = Command::new("ffprobe");
    command.args([
        "-v",
        "error",
        "-show_entries",
        "packet=flags",
        "-of",
        "csv=p=0",
    ]);
    let text = String::from_utf8(output(command.arg(film))).unwrap();
    let lines = text.lines().enumerate();
    let keys = lines.filter(|(_, flags)| flags.starts_with('K'));
    keys.map(|(number, _)| number).collect()
}
