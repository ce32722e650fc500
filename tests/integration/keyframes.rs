//! Where the embedded encoder's films have keyframes.

use std::process::Command;

use ndarray::Array3;
use plotreel::{WriteOptions, concat, write_animation};

use crate::support::{Folder, decode, keyframes, noise, output, require};

fn options() -> WriteOptions {
    WriteOptions::new().with_writer("openh264")
}

/// Grey frames in which a dot moves, or all of which is noise from frame 100 on.
fn frames(count: usize) -> Vec<Array3<u8>> {
    let mut state = 1;
    let frames = (0..count).map(|i| {
        if i >= 100 {
            return noise((48, 64, 3), &mut state);
        }
        let mut frame = Array3::from_elem((48, 64, 3), 200u8);
        frame[[20, i % 64, 1]] = 0;
        frame
    });
    frames.collect()
}

#[test]
fn keyframes_are_rare_where_little_changes() {
    require!("ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    let still = vec![Array3::from_elem((48, 64, 3), 90u8); 260];
    write_animation(&still, &film, &options()).unwrap();
    assert_eq!(keyframes(&film), [0, 250]);
    write_animation(&still, &film, &options().with_keyframes(90)).unwrap();
    assert_eq!(keyframes(&film), [0, 90, 180]);
    // The group of the dot ends before the noise, of which eight frames are worth a keyframe after 32.
    write_animation(frames(180), &film, &options()).unwrap();
    assert_eq!(keyframes(&film), [0, 100, 132, 164]);
}

#[test]
fn parts_have_the_keyframes_of_the_whole_film() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let path = |name: &str| folder.join(name);
    let (frames, options) = (frames(180), options().with_keyframes(60));
    write_animation(&frames, path("whole.mp4"), &options).unwrap();
    for (range, name) in [(0..120, "a.mp4"), (120..180, "b.mp4")] {
        let part = options.clone().with_frames(range).with_part(true);
        write_animation(&frames, path(name), &part).unwrap();
    }
    concat([path("a.mp4"), path("b.mp4")], path("joined.mp4")).unwrap();
    assert!(decode(&path("whole.mp4")) == decode(&path("joined.mp4")));
    let keys = ["whole.mp4", "joined.mp4"].map(|name| keyframes(&path(name)));
    assert_eq!(keys[0], keys[1]);
    assert_eq!(keys[0], [0, 60, 100, 120, 152]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_film_does_not_depend_on_the_number_of_processors() {
    require!("taskset");
    let folder = Folder::new();
    let raw: Vec<u8> = frames(180).iter().flatten().copied().collect();
    std::fs::write(folder.join("frames.rgb"), raw).unwrap();
    let words = [
        "render",
        "frames.rgb",
        "--raw",
        "48x64x3:u8",
        "--writer",
        "openh264",
        "-q",
        "-o",
    ];
    let program = env!("CARGO_BIN_EXE_plotreel");
    let mut one = Command::new("taskset");
    one.args(["-c", &first_processor(), program]);
    for (mut command, film) in [(one, "one.mp4"), (Command::new(program), "all.mp4")] {
        output(command.args(words).arg(film).current_dir(folder.path()));
    }
    let films = ["one.mp4", "all.mp4"].map(|film| std::fs::read(folder.join(film)).unwrap());
    assert!(films[0] == films[1]);
}

/// One that this process may use.
#[cfg(target_os = "linux")]
fn first_processor() -> String {
    let text = std::fs::read_to_string("/proc/self/status").unwrap();
    let list = text
        .lines()
        .find_map(|line| line.strip_prefix("Cpus_allowed_list:"));
    let digits = |c: char| !c.is_ascii_digit();
    list.unwrap()
        .trim()
        .split(digits)
        .next()
        .unwrap()
        .to_owned()
}
