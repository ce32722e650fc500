//! The scenes of the gallery that are our own, against frames that they drew before, at half their size.
//!
//! `UPDATE_IMAGES=1 cargo test` writes those frames anew.

use std::path::Path;
use std::process::Command;

use crate::imshow::load_png;
use crate::support::{Folder, difference, example, output, require};

/// Scenes, and how many of their frames are drawn; the last one is compared.
const SCENES: [(&str, usize); 14] = [
    ("bar_chart_race", 60),
    ("cylinder", 4),
    ("detections", 20),
    ("gray_scott", 4),
    ("lorenz", 40),
    ("numpy_file", 10),
    ("oscillator", 60),
    ("particles", 8),
    ("plotters_chart", 30),
    ("pool", 15),
    ("sorting", 40),
    ("spectrogram", 15),
    ("training_curves", 20),
    ("wave", 12),
];

#[test]
fn our_scenes_move_and_draw_what_they_drew() {
    require!("the examples");
    let mut off = Vec::new();
    for (name, count) in SCENES {
        let folder = Folder::new();
        let mut command = Command::new(example(name));
        command.args(["--writer", "png", "--frames", &count.to_string(), "--out"]);
        output(command.arg(folder.join("frame%03d.png")));
        let frame = |index: usize| folder.join(&format!("frame{index:03}.png"));
        assert!(!frame(count).exists(), "{name} has too many frames");
        let [first, last] = [0, count - 1].map(|index| halved(load_png(&frame(index))));
        assert_ne!(first.2, last.2, "{name} does not move");

        let picture = format!("gallery/own/{name}");
        if std::env::var_os("UPDATE_IMAGES").is_some() {
            let baseline = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/baseline");
            save(&last, &baseline.join(format!("{picture}.png")));
        }
        let found = difference(&picture, &last.2);
        // Rounding differs from build to build, but not so that it can be seen.
        if found.0 > 0.1 || found.1 > 0.1 {
            off.push((picture, found));
        }
    }
    assert!(off.is_empty(), "{off:?}");
}

/// Width, height and packed RGB.
type Picture = (u32, u32, Vec<u8>);

/// The means of two by two pixels: files of a third of the size.
fn halved((width, height, rgb): Picture) -> Picture {
    let (across, down) = (width / 2, height / 2);
    let row = 3 * width as usize;
    let mean = |i: usize| {
        let (y, x) = (i / 3 / across as usize, i / 3 % across as usize);
        let at = 2 * y * row + 6 * x + i % 3;
        let four = [at, at + 3, at + row, at + row + 3].map(|at| u32::from(rgb[at]));
        ((four.iter().sum::<u32>() + 2) / 4) as u8
    };
    let pixels = (0..3 * (across * down) as usize).map(mean).collect();
    (across, down, pixels)
}

fn save((width, height, rgb): &Picture, path: &Path) {
    let file = std::fs::File::create(path).unwrap();
    let mut encoder = png::Encoder::new(file, *width, *height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(rgb).unwrap();
}
