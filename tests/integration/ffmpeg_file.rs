//! Films by way of numbered files.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use ndarray::Array3;
use plotreel::writers::{Destination, FFMpegFileWriter, MemoryFile};
use plotreel::{
    Error, FFMpegWriter, Movie, MovieOptions, MovieWriter, OnError, WriteOptions,
    try_write_animation, write_animation,
};

use crate::support::{Folder, decode, probe, require, write_script};

fn frame(i: usize) -> Array3<u8> {
    Array3::from_shape_fn((37, 51, 4), |(y, x, c)| match c {
        3 if x < 20 => 0,
        3 => 255,
        _ if x < 20 => 0,
        _ => (9 * i + 7 * y + 5 * x + 90 * c) as u8,
    })
}

fn write(writer: &dyn MovieWriter, film: impl Into<Destination>, transparent: bool) {
    let mut movie = begin(writer, film, transparent).unwrap();
    for i in 0..12 {
        movie.write_frame(&frame(i)).unwrap();
    }
    movie.finish().unwrap();
}

fn begin(
    writer: &dyn MovieWriter,
    film: impl Into<Destination>,
    transparent: bool,
) -> plotreel::error::Result<Movie> {
    let options = MovieOptions::new(100.0)
        .with_transparent(transparent)
        .with_first_index(5);
    Movie::new_with(writer, film, (51, 37), &options)
}

/// An ffmpeg that has every encoder, and does what the script says else.
fn fake(folder: &Folder, script: &str) -> std::path::PathBuf {
    let ffmpeg = folder.join("ffmpeg");
    let dir = folder.path().display();
    let text = format!(
        "#!/bin/sh\ndir='{dir}'\ncase \"$*\" in *-encoders*) echo ' V..... libx264 x (codec h264)'; exit;; esac\n\
         for last; do :; done\nlast=${{last#file:}}\n{script}\n"
    );
    write_script(&ffmpeg, &text);
    ffmpeg
}

#[test]
fn its_film_is_that_of_the_pipe() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let (piped, filed) = (folder.join("pipe.mp4"), folder.join("file.mp4"));
    write(&FFMpegWriter::new(25), &piped, false);
    let expected = fs::read(&piped).unwrap();
    for format in ["png", "raw", "rgba"] {
        let writer = FFMpegFileWriter::new(25).with_frame_format(format);
        write(&writer, &filed, false);
        assert!(fs::read(&filed).unwrap() == expected, "{format}");
        assert_eq!(folder.files(), ["file.mp4", "pipe.mp4"]);
    }
    assert!(probe(&filed).contains("nb_read_frames=12\n"));
    let memory = MemoryFile::new();
    let destination = Destination::memory(&memory, "mp4");
    write(&FFMpegFileWriter::new(25), destination, false);
    fs::write(&filed, memory.take()).unwrap();
    assert!(decode(&filed) == decode(&piped));

    // With alpha, and with what else the pipe's writer can be told.
    let (piped, filed) = (folder.join("pipe.mov"), folder.join("file.mov"));
    write(&FFMpegWriter::new(25).with_codec("png"), &piped, true);
    for format in ["png", "rgba"] {
        let writer = FFMpegFileWriter::new(25)
            .with_codec("png")
            .with_frame_format(format);
        write(&writer, &filed, true);
        assert!(
            fs::read(&filed).unwrap() == fs::read(&piped).unwrap(),
            "{format}"
        );
    }
}

#[test]
fn a_prefix_keeps_the_frames() {
    require!("ffmpeg");
    let folder = Folder::new();
    fs::create_dir(folder.join("frames")).unwrap();
    let film = folder.join("film.mp4");
    let writer = FFMpegFileWriter::new(25).with_frame_prefix(folder.join("frames/wave_"));
    write(&writer, &film, false);
    assert_eq!(folder.files(), ["film.mp4", "frames"]);
    let kept = fs::read_dir(folder.join("frames")).unwrap().count();
    assert_eq!(kept, 12);
    let bytes = fs::read(folder.join("frames/wave_0000016.png")).unwrap();
    assert!(bytes.starts_with(b"\x89PNG"));

    let raw = writer
        .with_frame_format("rgba")
        .with_frame_prefix(folder.join("frames/"));
    write(&raw, &film, false);
    let bytes = fs::read(folder.join("frames/0000005.rgba")).unwrap();
    assert_eq!(bytes.len(), 4 * 37 * 51);

    let nowhere = FFMpegFileWriter::new(25).with_frame_prefix(folder.join("no/no/x"));
    assert!(matches!(
        begin(&nowhere, &film, false),
        Err(Error::Io { .. })
    ));
}

#[test]
fn nothing_is_left_of_a_film_that_fails_or_is_dropped() {
    require!("ffmpeg");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    fs::write(&film, "the old film").unwrap();
    let options = WriteOptions::new().with_writer("ffmpeg_file");
    let frames = (0..9).map(|i| {
        if i == 5 {
            Err("lens cap on")
        } else {
            Ok(frame(i))
        }
    });
    let error = try_write_animation(frames, &film, &options).unwrap_err();
    assert!(matches!(error, Error::Frame { index: 5, .. }), "{error}");
    assert_eq!(folder.files(), ["film.mp4"]);
    let mut movie = begin(&FFMpegFileWriter::new(25), &film, false).unwrap();
    movie.write_frame(&frame(0)).unwrap();
    assert_eq!(
        folder.files().len(),
        3,
        "the film's and the frames' hidden names"
    );
    drop(movie);
    assert_eq!(folder.files(), ["film.mp4"]);
    assert_eq!(fs::read_to_string(&film).unwrap(), "the old film");

    // Unless that is what was asked for.
    let frames = (0..9).map(|i| {
        if i == 5 {
            Err("lens cap on")
        } else {
            Ok(frame(i))
        }
    });
    let partial = options.with_on_error(OnError::KeepPartial);
    try_write_animation(frames, &film, &partial).unwrap_err();
    assert_eq!(folder.files(), ["film.mp4", "film.partial.mp4"]);
    assert!(probe(&folder.join("film.partial.mp4")).contains("nb_read_frames=5\n"));
}

#[test]
fn what_ffmpeg_refuses_is_known_before_the_first_frame() {
    require!("ffmpeg");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    let new = || FFMpegFileWriter::new(25);
    for (writer, expected) in [
        (new().with_extra_args(["-preset", "nonsense"]), "nonsense"),
        (new().with_codec("libx999"), "no encoder for libx999"),
        (new().with_frame_format("jpeg"), "choose png, raw or rgba"),
        (new().with_loop_count(2), "loop count 2"),
        (new().with_program(folder.join("none")), "can't be run"),
        (new().with_stall_timeout(Duration::ZERO), "stall timeout"),
    ] {
        let error = begin(&writer, &film, false).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert!(folder.files().is_empty());
    }
    // A filter that gives nothing for one frame is not refused.
    let tile = new().with_extra_args(["-vf", "tile=2x2"]);
    write(&tile, &film, false);
    assert!(probe(&film).contains("nb_read_frames=3\n"));
}

#[test]
fn an_ffmpeg_that_dies_over_the_film_is_quoted() {
    let (folder, tools) = (Folder::new(), Folder::new());
    // The first run is the trial.
    let script = "if [ ! -e \"$dir/tried\" ]; then touch \"$dir/tried\"; cat > \"$last\"; exit; fi\n\
                  head -c 3000 > \"$last\"; echo 'out of luck' >&2; kill -9 $$";
    let ffmpeg = fake(&tools, script);
    let options = WriteOptions::new()
        .with_writer("ffmpeg_file")
        .with_program(&ffmpeg);
    let film = folder.join("film.mp4");
    let error = write_animation((0..20).map(frame), &film, &options).unwrap_err();
    assert!(error.to_string().contains("out of luck"), "{error}");
    assert!(folder.files().is_empty());
}

#[test]
fn an_ffmpeg_that_hangs_over_the_film_can_be_aborted() {
    let (folder, tools) = (Folder::new(), Folder::new());
    let script = "if [ ! -e \"$dir/tried\" ]; then touch \"$dir/tried\"; cat > \"$last\"; exit; fi\n\
                  echo $$ > \"$dir/pid\"; sleep 1000 & wait";
    let ffmpeg = fake(&tools, script);
    let writer = FFMpegFileWriter::new(25).with_program(&ffmpeg);
    let mut movie = begin(&writer, folder.join("film.mp4"), false).unwrap();
    for i in 0..12 {
        movie.write_frame(&frame(i)).unwrap();
    }
    let abort = movie.abort_handle();
    let finishing = std::thread::spawn(move || movie.finish());
    let pid = tools.join("pid");
    let deadline = Instant::now() + Duration::from_secs(20);
    while !fs::read_to_string(&pid).is_ok_and(|text| text.ends_with('\n')) {
        assert!(Instant::now() < deadline, "ffmpeg was not started");
        std::thread::sleep(Duration::from_millis(5));
    }
    abort.abort();
    assert!(matches!(finishing.join().unwrap(), Err(Error::Aborted)));
    assert!(folder.files().is_empty());
    let pid = fs::read_to_string(pid).unwrap();
    assert!(
        !Path::new("/proc").join(pid.trim()).exists(),
        "ffmpeg still runs"
    );
}
