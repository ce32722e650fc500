//! Numbered PNG files.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use ndarray::Array3;
use plotreel::writers::{Destination, MemoryFile, Metadata, PngCompression};
use plotreel::{
    Error, MovieOptions, MovieWriterExt, PngWriter, WriteOptions, try_write_animation,
    write_animation,
};

use crate::support::{Folder, full_figure, output, pillow, require};

fn options() -> WriteOptions {
    WriteOptions::new().with_writer("png")
}

fn frame(shade: u8) -> Array3<u8> {
    Array3::from_shape_fn((20, 31, 3), |(y, x, c)| {
        (7 * y + 5 * x + 90 * c) as u8 ^ shade
    })
}

fn rgb(path: &Path) -> Vec<u8> {
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-i"]).arg(path);
    output(command.args(["-f", "rawvideo", "-pix_fmt", "rgb24", "-"]))
}

fn names(frames: std::ops::Range<u32>) -> Vec<String> {
    frames.map(|i| format!("frame{i:04}.png")).collect()
}

#[test]
fn a_pattern_and_a_folder_get_a_file_a_frame() {
    require!("ffmpeg");
    let folder = Folder::new();
    let frames: Vec<_> = (0..25).map(frame).collect();
    let pattern = folder.join("50%%_%03d.png");
    let film = write_animation(&frames, pattern, &options()).unwrap();
    assert_eq!((film.frames, film.writer.as_str()), (25, "png"));
    let expected: Vec<_> = (0..25).map(|i| format!("50%_{i:03}.png")).collect();
    assert_eq!(folder.files(), expected);
    for (frame, name) in frames.iter().zip(&expected) {
        assert!(
            rgb(&folder.join(name)) == frame.as_slice().unwrap(),
            "{name}"
        );
    }
    // A new folder, with and without a slash, and one that is there.
    let inner = Folder::new();
    fs::create_dir(inner.join("there.d")).unwrap();
    for name in ["new", "slash.d/", "there.d"] {
        write_animation(&frames[..3], inner.join(name), &options()).unwrap();
        let mut files: Vec<_> = fs::read_dir(inner.join(name))
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        assert_eq!(files, names(0..3), "{name}");
    }
}

#[test]
fn each_file_has_metadata_dpi_and_alpha() {
    require!("Pillow");
    let folder = Folder::new();
    let metadata = Metadata::new().with("title", "Wave").with("artist", "A");
    let writer = PngWriter::new(30)
        .with_metadata(metadata)
        .with_compression(PngCompression::Small);
    let (fig, _) = full_figure(31, 20);
    let options = MovieOptions::new(100.0)
        .with_transparent(true)
        .with_first_index(98);
    let pattern = folder.join("%d.png");
    let mut movie = writer.saving_with(&fig, &pattern, &options).unwrap();
    let mut pixels = Array3::from_elem((20, 31, 4), 255u8);
    pixels[[3, 5, 3]] = 0;
    for _ in 0..3 {
        movie.write_frame(&pixels).unwrap();
    }
    movie.finish().unwrap();
    assert_eq!(folder.files(), ["100.png", "98.png", "99.png"]);
    let read = pillow(&folder.join("98.png"));
    let alphas: Vec<u8> = read.frames[0].iter().skip(3).step_by(4).copied().collect();
    let clear: Vec<_> = (0..alphas.len()).filter(|&i| alphas[i] == 0).collect();
    assert_eq!(clear, [3 * 31 + 5]);
    let expected = "PNG frames=1 loop=None [('Author', 'A'), ('Title', 'Wave')] (100.0, 100.0)";
    assert_eq!(read.info, expected);
}

#[test]
fn finished_frames_stay_and_a_second_run_goes_on() {
    require!("ffmpeg");
    let folder = Folder::new();
    let pattern = folder.join("frame%04d.png");
    let failing = (0..9).map(|i| {
        if i == 6 {
            Err("lens cap on")
        } else {
            Ok(frame(i))
        }
    });
    let error = try_write_animation(failing, &pattern, &options()).unwrap_err();
    assert!(matches!(error, Error::Frame { index: 6, .. }), "{error}");
    let kept = folder.files();
    assert!(
        kept.len() <= 6 && kept == names(0..kept.len() as u32),
        "{kept:?}"
    );

    // What is there stays, unless it is cut off or of another size.
    let (fig, _) = full_figure(31, 20);
    let write = |writer: PngWriter, shade: u8| {
        let mut movie = writer.saving(&fig, &pattern, 100.0).unwrap();
        for i in 0..9 {
            movie.write_frame(&frame(i + shade)).unwrap();
        }
        movie.finish().unwrap();
    };
    write(PngWriter::new(30), 0);
    assert_eq!(folder.files(), names(0..9));
    let whole = fs::read(folder.join("frame0003.png")).unwrap();
    fs::write(folder.join("frame0003.png"), &whole[..whole.len() - 1]).unwrap();
    let small = folder.join("frame0004.png");
    write_animation(
        [Array3::<u8>::zeros((9, 9, 3))],
        folder.join("%d.png"),
        &options(),
    )
    .unwrap();
    fs::rename(folder.join("0.png"), &small).unwrap();
    fs::remove_file(folder.join("frame0005.png")).unwrap();
    let resume = PngWriter::new(30).with_resume(true);
    write(resume, 100);
    for i in 0..9 {
        let shade = if (3..6).contains(&i) { i + 100 } else { i };
        let file = rgb(&folder.join(&format!("frame{i:04}.png")));
        assert!(file == frame(shade).as_slice().unwrap(), "frame {i}");
    }
    assert_eq!(folder.files(), names(0..9));
    // Without it, all are replaced.
    write(PngWriter::new(30), 50);
    assert!(rgb(&folder.join("frame0008.png")) == frame(58).as_slice().unwrap());
}

#[test]
fn a_film_that_never_had_a_frame_leaves_no_folder() {
    let folder = Folder::new();
    let (fig, _) = full_figure(31, 20);
    let movie = PngWriter::new(30)
        .saving(&fig, folder.join("new"), 100.0)
        .unwrap();
    assert_eq!(folder.files(), ["new"]);
    assert!(matches!(movie.finish(), Err(Error::NoFrames)));
    assert!(folder.files().is_empty());
    let bad = WriteOptions::new()
        .with_writer("png")
        .with_metadata("", "x");
    write_animation([frame(0)], folder.join("new"), &bad).unwrap_err();
    assert!(folder.files().is_empty());
    // A movie that is dropped keeps what it has, and nothing half-written.
    let mut movie = PngWriter::new(30)
        .saving(&fig, folder.join("new"), 100.0)
        .unwrap();
    for i in 0..9 {
        movie.write_frame(&frame(i)).unwrap();
    }
    drop(movie);
    for entry in fs::read_dir(folder.join("new")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.ends_with(b"IEND\xaeB`\x82"), "{}", path.display());
    }
}

#[test]
fn a_missing_folder_of_frames_is_made_and_goes_if_nothing_gets_into_it() {
    let folder = Folder::new();
    let pattern = folder.join("new/frame%02d.png");
    let failing = [Ok(frame(0)), Err("lens cap on")];
    let bad = options().with_metadata("", "x");
    write_animation([frame(0)], &pattern, &bad).unwrap_err();
    assert!(folder.files().is_empty());
    let (fig, _) = full_figure(31, 20);
    let movie = PngWriter::new(30).saving(&fig, &pattern, 100.0).unwrap();
    assert_eq!(folder.files(), ["new"]);
    drop(movie);
    assert!(folder.files().is_empty());
    try_write_animation(failing, &pattern, &options()).unwrap_err();
    write_animation((0..3).map(frame), &pattern, &options()).unwrap();
    assert_eq!(fs::read_dir(folder.join("new")).unwrap().count(), 3);
}

#[test]
fn films_that_begin_alike_do_not_mix_their_frames() {
    let folder = Folder::new();
    let (fig, _) = full_figure(31, 20);
    let pattern = folder.join("frame%02d.png");
    let begin = |first| {
        let options = MovieOptions::new(100.0).with_first_index(first);
        PngWriter::new(30).saving_with(&fig, &pattern, &options)
    };
    let mut movie = begin(0).unwrap();
    let error = begin(0).unwrap_err().to_string();
    assert!(
        error.contains("another film is being written there"),
        "{error}"
    );
    // A part of the same film has a beginning of its own.
    let mut part = begin(1).unwrap();
    movie.write_frame(&frame(7)).unwrap();
    part.write_frame(&frame(8)).unwrap();
    movie.finish().unwrap();
    part.finish().unwrap();
    drop(begin(0).unwrap());
    assert_eq!(folder.files(), ["frame00.png", "frame01.png"]);
}

#[test]
fn what_can_not_be_numbered_is_refused() {
    let folder = Folder::new();
    fs::write(folder.join("file"), "x").unwrap();
    let refused = |destination: Destination| {
        let error = write_animation([frame(0)], destination, &options()).unwrap_err();
        assert_eq!(folder.files(), ["file"]);
        error.to_string()
    };
    let path = |name: &str| Destination::path(folder.join(name));
    assert!(refused(path("film.png")).contains("has no number"));
    assert!(refused(path("a%d%d.png")).contains("more than one number"));
    assert!(refused(path("file")).contains("has no number"));
    assert!(refused(path("file/%d.png")).contains("it is a file"));
    assert!(refused(path("no/no/%d.png")).contains("No such file"));
    assert!(refused(path("no/new")).contains("No such file"));
    assert!(refused(path("frame%d.jpg")).contains("can't write .jpg"));
    assert!(refused(path("new").with_format("jpg")).contains("can't write .jpg"));
    assert!(refused("tcp://127.0.0.1/%d.png".into()).contains("frames are files"));
    let memory = MemoryFile::new();
    assert!(refused(Destination::memory(&memory, "png")).contains("frames are files"));
}

#[test]
fn a_read_only_frame_stops_the_film() {
    let folder = Folder::new();
    let pattern = folder.join("%d.png");
    fs::write(folder.join("2.png"), "mine").unwrap();
    fs::set_permissions(folder.join("2.png"), fs::Permissions::from_mode(0o444)).unwrap();
    let error = write_animation((0..20).map(frame), &pattern, &options()).unwrap_err();
    assert!(error.to_string().contains("read-only"), "{error}");
    assert_eq!(fs::read_to_string(folder.join("2.png")).unwrap(), "mine");
    assert!(folder.files().contains(&"0.png".to_owned()));
}

#[test]
fn the_same_names_are_only_names_to_other_writers() {
    let folder = Folder::new();
    let options = WriteOptions::new().with_writer("apng");
    write_animation([frame(0), frame(1)], folder.join("a%03d.png"), &options).unwrap();
    assert_eq!(folder.files(), ["a%03d.png"]);
}

#[cfg(feature = "cli")]
#[test]
fn the_command_line_writes_frames_but_not_over_its_own() {
    let folder = Folder::new();
    let plotreel = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plotreel"));
        command
            .current_dir(folder.path())
            .args(args)
            .output()
            .unwrap()
    };
    write_animation((0..3).map(frame), folder.join("in/"), &options()).unwrap();
    let done = plotreel(&["render", "in", "-o", "out%02d.png", "--writer", "png"]);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert_eq!(
        folder.files(),
        ["in", "out00.png", "out01.png", "out02.png"]
    );
    let done = plotreel(&["render", "in", "-o", "frames", "--writer", "png"]);
    assert!(done.status.success());
    assert_eq!(fs::read_dir(folder.join("frames")).unwrap().count(), 3);
    for same in ["in", "in/", "in/frame%04d.png"] {
        let refused = plotreel(&["render", "in", "-o", same, "--writer", "png"]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(
            !refused.status.success() && said.contains("it is the input too"),
            "{said}"
        );
    }
}
