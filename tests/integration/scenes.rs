//! The scenes of the gallery that are our own, against frames that they drew before, at half their size.
//!
//! `UPDATE_IMAGES=1 cargo test` writes those frames anew.

use std::process::Command;

use crate::baseline::{Picture, baseline, compare};
use crate::support::{Folder, example, output, require};

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
        let [first, last] = [0, count - 1].map(|index| halved(&Picture::load(&frame(index))));
        assert!(first != last, "{name} does not move");

        let picture = format!("gallery/own/{name}");
        if std::env::var_os("UPDATE_IMAGES").is_some() {
            let file = baseline(&format!("{picture}.png"));
            last.save(&file, png::Compression::High);
        }
        // Rounding differs from build to build, but not so that it can be seen.
        off.extend(compare(&picture, &last, 0.1, 0.1).err());
    }
    assert!(off.is_empty(), "{}", off.join("\n"));
}

/// The means of two by two pixels: files of a third of the size.
fn halved(picture: &Picture) -> Picture {
    let (width, height) = (picture.width / 2, picture.height / 2);
    let row = 3 * picture.width as usize;
    let mean = |i: usize| {
        let (y, x) = (i / 3 / width as usize, i / 3 % width as usize);
        let at = 2 * y * row + 6 * x + i % 3;
        let four = [at, at + 3, at + row, at + row + 3].map(|at| u32::from(picture.rgb[at]));
        ((four.iter().sum::<u32>() + 2) / 4) as u8
    };
    Picture {
        width,
        height,
        rgb: (0..3 * (width * height) as usize).map(mean).collect(),
    }
}
