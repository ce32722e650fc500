//! The scenes of the gallery against matplotlib's frames, drawn by tests/baseline/gallery.py and the files beside it from the same numbers.

use std::process::Command;

use crate::baseline::{Picture, compare};
use crate::support::{Folder, example, output, require};

/// Scenes with their numbers of frames, and the RMS and percentage by which a frame may differ at most.
const SCENES: [(&str, usize, f64, f64); 31] = [
    ("animate_decay", 100, 0.1, 0.05),
    ("animated_histogram", 50, 0.05, 0.05),
    ("animation_demo", 50, 0.1, 0.05),
    ("artist_animation_bars", 20, 0.1, 0.05),
    ("bayes_update", 100, 0.05, 0.05),
    ("blitting", 100, 0.1, 0.05),
    ("dashboard", 120, 0.1, 0.05),
    ("double_pendulum", 250, 0.1, 0.05),
    ("dynamic_image", 60, 0.1, 0.05),
    ("frame_grabbing", 100, 0.05, 0.05),
    ("galaxy", 70, 0.1, 0.05),
    ("heartbeat", 116, 0.1, 0.05),
    ("languages", 91, 0.1, 0.05),
    ("multiple_axes", 50, 0.05, 0.05),
    ("pause_resume", 200, 0.1, 0.05),
    ("radar_sweep", 120, 0.1, 0.05),
    ("rain", 100, 0.2, 0.05),
    ("random_walk", 30, 0.1, 0.05),
    ("ripples", 60, 0.05, 0.05),
    ("rotate_axes3d", 360, 0.6, 0.15),
    ("simple_anim", 50, 0.1, 0.05),
    ("simple_scatter", 49, 0.1, 0.05),
    ("stock_candles", 130, 0.1, 0.05),
    ("strip_chart", 150, 0.1, 0.05),
    ("swinging_beam", 60, 0.1, 0.05),
    ("turning_streams", 90, 0.15, 0.05),
    ("unchained", 100, 0.05, 0.05),
    ("violin_race", 110, 0.1, 0.05),
    ("weather_map", 60, 0.15, 0.05),
    ("wind_rose", 120, 0.1, 0.05),
    ("wire3d", 100, 0.1, 0.05),
];

#[test]
fn scenes_are_as_matplotlib_draws_them() {
    require!("the examples");
    let mut off = Vec::new();
    for (name, count, rms, percent) in SCENES {
        let folder = Folder::new();
        let mut command = Command::new(example(name));
        command.args(["--writer", "png", "--out"]);
        output(command.arg(folder.join("frame%03d.png")));
        assert_eq!(folder.files().len(), count, "{name}");
        for frame in [0, count / 2, count - 1] {
            let found = Picture::load(&folder.join(&format!("frame{frame:03}.png")));
            off.extend(compare(&format!("gallery/{name}.{frame}"), &found, rms, percent).err());
        }
    }
    assert!(off.is_empty(), "{}", off.join("\n"));
}
