//! Animated PNG, read by ffmpeg and by Pillow.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use ndarray::Array3;
use plotreel::writers::{
    ApngWriter, Destination, MemoryFile, Metadata, MovieWriterRegistry, PngCompression,
    WriterSettings,
};
use plotreel::{Error, Figure, MovieOptions, MovieWriterExt, WriteOptions, write_animation};

use crate::pictures::{assert_nothing_is_left, changing, distinct, movie, to_rgba};
use crate::support::{Folder, full_figure, output, pillow, probe, require};

fn options() -> WriteOptions {
    WriteOptions::new().with_writer("apng")
}

/// Frames in which something is drawn at one place after another.
fn frames(height: usize, width: usize, channels: usize) -> Vec<Array3<u8>> {
    let shape = (height, width, channels);
    changing(Array3::from_shape_fn(shape, |(y, x, c)| {
        (7 * y + 5 * x + 90 * c) as u8
    }))
}

/// All frames as ffmpeg decodes them.
fn ffmpeg_rgba(film: &Path) -> Vec<u8> {
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-f", "apng", "-i"]).arg(film);
    let raw = ["-fps_mode", "passthrough", "-f", "rawvideo"];
    output(command.args(raw).args(["-pix_fmt", "rgba", "-"]))
}

#[test]
fn every_pixel_comes_back_whatever_changes() {
    require!("ffmpeg", "Pillow");
    let folder = Folder::new();
    for (height, width) in [(31, 47), (1, 1), (1, 200), (150, 1)] {
        for compression in [PngCompression::Fast, PngCompression::Small] {
            let film = folder.join("film.apng");
            let size = (width as u32, height as u32);
            let writer = ApngWriter::new(25).with_compression(compression);
            let mut movie = movie(&writer, &film, size, &MovieOptions::new(100.0));
            let frames = frames(height, width, 3);
            for frame in &frames {
                movie.write_frame(frame).unwrap();
            }
            movie.finish().unwrap();
            let expected = distinct(&frames);
            assert!(ffmpeg_rgba(&film) == expected.concat(), "{size:?}");
            let read = pillow(&film);
            assert_eq!(read.size, size);
            assert!(read.frames == expected, "{size:?} in Pillow");
            let total: f64 = read.times.iter().sum();
            assert!((total - 20.0 * 40.0).abs() < 1e-6, "{total} ms");
        }
    }
}

#[test]
fn transparent_films_have_alpha() {
    require!("ffmpeg", "Pillow");
    let folder = Folder::new();
    let film = folder.join("film.png");
    let options = MovieOptions::new(100.0).with_transparent(true);
    let mut movie = movie(&ApngWriter::new(30), &film, (33, 20), &options);
    // Colours that alpha takes nothing from.
    let frames: Vec<_> = frames(20, 33, 4)
        .into_iter()
        .map(|frame| frame.mapv(|v| if v > 127 { 255 } else { 0 }))
        .map(|frame| {
            Array3::from_shape_fn(frame.dim(), |(y, x, c)| {
                let alpha = frame[[y, x, 3]];
                if c == 3 {
                    alpha
                } else {
                    frame[[y, x, c]].min(alpha)
                }
            })
        })
        .collect();
    for frame in &frames {
        movie.write_frame(frame).unwrap();
    }
    movie.finish().unwrap();
    let expected = distinct(&frames);
    assert!(expected.concat().chunks(4).any(|pixel| pixel[3] == 0));
    assert!(ffmpeg_rgba(&film) == expected.concat());
    assert!(pillow(&film).frames == expected);
}

#[test]
fn a_figure_without_background_is_transparent_where_nothing_is_drawn() {
    require!("ffmpeg");
    let folder = Folder::new();
    let film = folder.join("film.apng");
    let mut fig = Figure::new((0.4, 0.3), 100.0);
    let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]).unwrap();
    fig[ax].set_axis_off();
    let band = fig[ax].axvspan(0.0, 0.5);
    fig[band].set_facecolor(("red", 0.4)).unwrap();
    fig[ax].set_xlim(0.0, 1.0).unwrap();
    let options = MovieOptions::new(100.0).with_transparent(true);
    let mut movie = ApngWriter::new(30)
        .saving_with(&fig, &film, &options)
        .unwrap();
    movie.grab_frame(&fig).unwrap();
    fig[band].set_facecolor("blue").unwrap();
    movie.grab_frame(&fig).unwrap();
    movie.finish().unwrap();
    let pixels = ffmpeg_rgba(&film);
    let pixel = |frame: usize, x: usize| &pixels[4 * (frame * 1200 + 15 * 40 + x)..][..4];
    assert_eq!(pixel(0, 10), [255, 0, 0, 102]);
    assert_eq!(pixel(1, 10), [0, 0, 255, 255]);
    assert_eq!((pixel(0, 30)[3], pixel(1, 30)[3]), (0, 0));
}

#[test]
fn times_loops_metadata_and_dpi_arrive() {
    require!("ffmpeg", "ffprobe", "Pillow");
    let folder = Folder::new();
    let film = folder.join("film.apng");
    let metadata = Metadata::new()
        .with("title", "Größe <b>")
        .with("artist", "A")
        .with("Run", "7");
    let writer = ApngWriter::new((30000, 1001))
        .with_loop_count(3)
        .with_metadata(metadata);
    let mut movie = movie(&writer, &film, (60, 45), &MovieOptions::new(150.0));
    let frame = |v: u8| Array3::from_elem((45, 60, 3), v);
    movie.write_frame(&frame(1)).unwrap();
    for _ in 0..30 {
        movie.write_frame(&frame(2)).unwrap();
    }
    movie
        .write_frame_for(&frame(3), Duration::from_millis(150))
        .unwrap();
    movie
        .write_frame_for(&frame(4), Duration::from_secs(4000))
        .unwrap();
    movie.finish().unwrap();
    let read = pillow(&film);
    let expected = [1001.0 / 30.0, 1001.0, 150.0, 4_000_000.0];
    let near = |(a, b): (&f64, f64)| (a - b).abs() < 1e-9;
    assert!(
        read.times.iter().zip(expected).all(near),
        "{:?}",
        read.times
    );
    assert_eq!(
        read.info,
        "PNG frames=4 loop=3 [('Author', 'A'), ('Run', '7'), ('Title', 'Größe <b>')] (150.0, 150.0)"
    );
    let stream = probe(&film);
    assert!(stream.contains("nb_read_frames=4\n"), "{stream}");
    assert!(stream.contains("codec_name=apng\n"), "{stream}");

    let film = folder.join("endless.apng");
    write_animation([frame(1), frame(2)], &film, &options()).unwrap();
    assert!(pillow(&film).info.contains("frames=2 loop=0 "));
}

#[test]
fn a_film_of_one_frame_is_a_plain_png() {
    require!("Pillow");
    let folder = Folder::new();
    let film = folder.join("film.png");
    let frame = frames(20, 30, 3).remove(0);
    write_animation([&frame], &film, &options()).unwrap();
    let bytes = fs::read(&film).unwrap();
    assert!(
        !bytes
            .windows(4)
            .any(|kind| kind == b"acTL" || kind == b"fcTL")
    );
    assert_eq!(pillow(&film).frames, [to_rgba(&frame)]);
    // Two that are alike have a time, and so they are a film.
    write_animation([&frame, &frame], &film, &options()).unwrap();
    let read = pillow(&film);
    assert_eq!((read.frames.len(), read.times.len()), (1, 1));
    assert!(
        fs::read(&film)
            .unwrap()
            .windows(4)
            .any(|kind| kind == b"acTL")
    );
}

#[test]
fn a_still_of_many_hours_is_several_frames() {
    require!("Pillow");
    let folder = Folder::new();
    let film = folder.join("film.apng");
    let mut movie = movie(
        &ApngWriter::new(1),
        &film,
        (9, 9),
        &MovieOptions::new(100.0),
    );
    let frame = Array3::from_elem((9, 9, 3), 5u8);
    for _ in 0..3 {
        movie
            .write_frame_for(&frame, Duration::from_secs(40_000))
            .unwrap();
    }
    movie.finish().unwrap();
    let read = pillow(&film);
    assert_eq!(read.times, [40_000_000.0; 3]);
    assert!(read.frames.iter().all(|pixels| *pixels == read.frames[0]));
}

#[test]
fn only_what_has_changed_is_stored() {
    let folder = Folder::new();
    let film = folder.join("film.apng");
    let noise = Array3::from_shape_fn((200, 300, 3), |(y, x, c)| {
        (x * x * 31 + y * y * 17 + x * y * 7 + c * 91) as u8
    });
    write_animation([&noise], &film, &options()).unwrap();
    let still = fs::metadata(&film).unwrap().len();
    let dots = (0..50).map(|i| {
        let mut frame = noise.clone();
        frame[[3 * i, 5 * i, 0]] ^= 0x55;
        frame
    });
    write_animation(dots, &film, &options()).unwrap();
    let size = fs::metadata(&film).unwrap().len();
    assert!(size < still + 50 * 900, "{size} bytes, a still has {still}");
}

#[cfg(unix)]
#[test]
fn streams_and_memory_get_the_same_film() {
    let folder = Folder::new();
    let (film, frames) = (folder.join("film.apng"), frames(40, 50, 3));
    write_animation(&frames, &film, &options()).unwrap();
    let expected = fs::read(&film).unwrap();
    let memory = MemoryFile::new();
    write_animation(&frames, Destination::memory(&memory, "apng"), &options()).unwrap();
    assert!(memory.take() == expected);

    let (mut reader, writer) = std::io::pipe().unwrap();
    let reading = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut reader, &mut bytes).map(|_| bytes)
    });
    let pipe = fs::File::from(std::os::fd::OwnedFd::from(writer));
    write_animation(&frames, Destination::stream(pipe, "apng"), &options()).unwrap();
    assert!(reading.join().unwrap().unwrap() == expected);

    let error = write_animation(&frames, "tcp://127.0.0.1:9/film.apng", &options()).unwrap_err();
    assert!(matches!(error, Error::Destination { .. }), "{error}");
}

#[cfg(unix)]
#[test]
fn a_pipe_that_takes_nothing_can_be_given_up() {
    let (reader, writer) = std::io::pipe().unwrap();
    let pipe = fs::File::from(std::os::fd::OwnedFd::from(writer));
    let (fig, _) = full_figure(300, 300);
    let destination = Destination::stream(pipe, "apng");
    let mut movie = ApngWriter::new(30)
        .saving(&fig, destination, 100.0)
        .unwrap();
    for i in 0..4usize {
        let noise = Array3::from_shape_fn((300, 300, 3), |(y, x, c)| {
            (x * x * 31 + y * y * (17 + i) + x * y * 7 + c * 91) as u8
        });
        movie.write_frame(&noise).unwrap();
    }
    let abort = movie.abort_handle();
    let finishing = std::thread::spawn(move || movie.finish());
    std::thread::sleep(Duration::from_millis(200));
    assert!(!finishing.is_finished(), "the pipe is full");
    abort.abort();
    assert!(matches!(finishing.join().unwrap(), Err(Error::Aborted)));
    drop(reader);
}

#[test]
fn what_fails_half_way_leaves_nothing() {
    assert_nothing_is_left(&ApngWriter::new(30));
}

#[test]
fn what_it_can_not_honour_is_refused_before_the_first_frame() {
    let folder = Folder::new();
    let frame = Array3::<u8>::zeros((4, 4, 3));
    let refused = |film: &str, options: WriteOptions| {
        let error = write_animation([&frame], folder.join(film), &options).unwrap_err();
        assert!(folder.files().is_empty(), "{film}");
        error.to_string()
    };
    assert!(refused("film.mp4", options()).contains("can't write .mp4"));
    assert!(refused("film.png", options().with_bitrate(9)).contains("bitrate 9"));
    assert!(refused("film.png", options().with_metadata("é\n", "x")).contains("metadata key"));
    assert!(refused("film.png", options().with_fps((1, 80_000))).contains("65535"));

    let settings = WriterSettings::new(30).with_loop_count(u32::MAX);
    let writers = MovieWriterRegistry::default();
    let writer = writers.with_settings("apng", &settings).unwrap();
    let (fig, _) = full_figure(4, 4);
    let error = writer
        .saving(&fig, folder.join("film.png"), 100.0)
        .unwrap_err();
    assert!(error.to_string().contains("loop count"), "{error}");
    assert!(writer.supports_transparency("png") && folder.files().is_empty());
}
