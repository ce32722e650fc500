//! Julia sets in a NumPy file, from which the command line makes a film:
//!
//! `plotreel render numpy_file.npy -o numpy_file.mp4 --cmap twilight_shifted --scale 2`
//!
//! The file is kept beside the film, in target/gallery/.

mod support;

use std::f64::consts::TAU;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::Command;

use plotreel::Error;
use plotreel::error::Result;

const FRAMES: u64 = 150;
const HEIGHT: usize = 240;
const WIDTH: usize = 360;

/// The number of steps of z² + c until a point is far away.
fn escape(mut x: f64, mut y: f64, (cx, cy): (f64, f64)) -> f32 {
    let mut steps = 0;
    while steps < 80 && x * x + y * y < 100.0 {
        (x, y) = (x * x - y * y + cx, 2.0 * x * y + cy);
        steps += 1;
    }
    // Fractional steps avoid colour bands.
    let far = (x * x + y * y).max(100.0).ln() / 2.0;
    (f64::from(steps) - (far / 10f64.ln()).log2()) as f32
}

/// A file as by `np.save`, of float32 numbers with shape (frames, HEIGHT, WIDTH).
fn save(path: &Path, frames: u64) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    let shape = format!("({frames}, {HEIGHT}, {WIDTH})");
    let header = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}");
    // The header is padded so that the numbers begin at a multiple of 64 bytes.
    file.write_all(b"\x93NUMPY\x01\x00\x76\x00")?;
    writeln!(file, "{header:117}")?;
    for frame in 0..frames {
        let (sin, cos) = (TAU * frame as f64 / FRAMES as f64).sin_cos();
        let c = (0.7885 * cos, 0.7885 * sin);
        for pixel in 0..HEIGHT * WIDTH {
            let x = (pixel % WIDTH) as f64 / 120.0 - 1.5 + 0.5 / 120.0;
            let y = 1.0 - (pixel / WIDTH) as f64 / 120.0 - 0.5 / 120.0;
            file.write_all(&escape(x, y, c).to_le_bytes())?;
        }
    }
    file.flush()
}

/// The program beside the folder of the examples, or, if it is not built yet, cargo.
fn plotreel() -> io::Result<Command> {
    let example = std::env::current_exe()?;
    let target = example.ancestors().nth(2).unwrap_or(Path::new(""));
    let program = target.join(format!("plotreel{}", std::env::consts::EXE_SUFFIX));
    if program.exists() {
        return Ok(Command::new(program));
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--release", "--manifest-path"]);
    cargo.args([concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"), "--"]);
    Ok(cargo)
}

pub(crate) fn main() -> Result<()> {
    let options = support::Options::of_scene("numpy_file")?;
    let (path, frames) = (
        options.path.with_extension("npy"),
        options.frames.min(FRAMES),
    );
    let failed = |source| Error::io(&path, source);
    save(&path, frames).map_err(failed)?;
    let mut command = plotreel().map_err(failed)?;
    command
        .arg("render")
        .arg(&path)
        .arg("-o")
        .arg(&options.path);
    command.args("--cmap twilight_shifted --scale 2".split(' '));
    command.args(["--quiet", "--writer", &options.writer]);
    let status = command.status().map_err(failed)?;
    if !status.success() {
        return Err(failed(io::Error::other(format!("{command:?} failed"))));
    }
    options.report(frames);
    Ok(())
}
