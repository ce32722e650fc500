//! The GIF writer's films, checked by ffmpeg and by Pillow.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use ndarray::Array3;
use plotreel::writers::{Destination, MemoryFile, Metadata, MovieWriterRegistry, WriterSettings};
use plotreel::{Error, FrameSize, GifWriter, Movie, MovieOptions, MovieWriterExt, OnError};

use crate::support::{Folder, decode, full_figure, have, output, probe, require, worst};

type Picture = Array3<u8>;

/// A film of these pixels, each for its time.
fn write(writer: &GifWriter, out: impl Into<Destination>, frames: &[(Picture, u64)], alpha: bool) {
    let mut movie = begin(writer, out, &frames[0].0, alpha);
    for (picture, millis) in frames {
        movie
            .write_frame_for(picture, Duration::from_millis(*millis))
            .unwrap();
    }
    movie.finish().unwrap();
}

fn begin(writer: &GifWriter, out: impl Into<Destination>, first: &Picture, alpha: bool) -> Movie {
    let (height, width, _) = first.dim();
    let options = MovieOptions::new(100.0).with_transparent(alpha);
    Movie::new_with(writer, out, (width as u32, height as u32), &options).unwrap()
}

/// Equal times of 1/25 s.
fn timed(frames: impl IntoIterator<Item = Picture>) -> Vec<(Picture, u64)> {
    frames.into_iter().map(|frame| (frame, 40)).collect()
}

fn bytes(frames: &[(Picture, u64)]) -> Vec<u8> {
    frames
        .iter()
        .flat_map(|(frame, _)| frame.iter().copied())
        .collect()
}

/// A square of several colours that moves over a pattern.
fn moving(i: usize) -> Picture {
    Array3::from_shape_fn((40, 60, 3), |(y, x, c)| {
        let inside = (10 + i..20 + i).contains(&x) && (2 * i..2 * i + 9).contains(&y);
        if inside {
            (10 * (x - i) + 90 * c) as u8
        } else {
            (8 * (y / 4) + 70 * c) as u8
        }
    })
}

/// What Pillow shows of each frame: its milliseconds and its pixels as RGBA; before them loop count and comment.
fn pillow(film: &Path) -> (String, Vec<(u64, Vec<u8>)>) {
    const PROGRAM: &str = "import sys\nfrom PIL import Image, ImageSequence\n\
        film = Image.open(sys.argv[1])\n\
        facts = '%s %s' % (film.info.get('loop'), film.info.get('comment'))\n\
        out = sys.stdout.buffer\nout.write(facts.encode() + b'\\0')\n\
        for frame in ImageSequence.Iterator(film):\n \
        out.write(b'%d\\0' % frame.info['duration'] + frame.convert('RGBA').tobytes())\n";
    let FrameSize { width, height } = film_size(film);
    let size = 4 * (width * height) as usize;
    let printed = output(
        Command::new("/usr/bin/python3")
            .args(["-c", PROGRAM])
            .arg(film),
    );
    let split = |bytes: &[u8]| {
        let end = bytes.iter().position(|b| *b == 0).unwrap();
        (String::from_utf8(bytes[..end].to_vec()).unwrap(), end + 1)
    };
    let (facts, mut at) = split(&printed);
    let mut frames = Vec::new();
    while at < printed.len() {
        let (millis, start) = split(&printed[at..]);
        let pixels = printed[at + start..][..size].to_vec();
        frames.push((millis.parse().unwrap(), pixels));
        at += start + size;
    }
    (facts, frames)
}

fn film_size(film: &Path) -> FrameSize {
    let bytes = std::fs::read(film).unwrap();
    let number = |at: usize| u32::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
    FrameSize {
        width: number(6),
        height: number(8),
    }
}

fn rgb(rgba: &[u8]) -> Vec<u8> {
    let opaque = |pixel: &[u8]| {
        assert_eq!(pixel[3], 255);
        [pixel[0], pixel[1], pixel[2]]
    };
    rgba.chunks(4).flat_map(opaque).collect()
}

/// Region, delay, disposal and size of the own palette of each picture, in the order of the file.
fn pictures(film: &[u8]) -> Vec<([u16; 4], u16, u8, usize)> {
    let number = |at: usize| u16::from_le_bytes([film[at], film[at + 1]]);
    let table = |flags: u8| {
        if flags & 0x80 == 0 {
            0
        } else {
            2 << (flags & 7)
        }
    };
    let blocks_end = |mut at: usize| {
        while film[at] != 0 {
            at += 1 + usize::from(film[at]);
        }
        at + 1
    };
    let (mut at, mut found) = (13 + 3 * table(film[10]), Vec::new());
    let (mut delay, mut disposal) = (0, 0);
    loop {
        match film[at] {
            0x21 => {
                if film[at + 1] == 0xF9 {
                    (delay, disposal) = (number(at + 4), film[at + 3] >> 2 & 7);
                }
                at = blocks_end(at + 2);
            }
            0x2C => {
                let colors = table(film[at + 9]);
                let region = [1, 3, 5, 7].map(|i| number(at + i));
                found.push((region, delay, disposal, colors));
                at = blocks_end(at + 11 + 3 * colors);
            }
            0x3B => {
                assert_eq!(at + 1, film.len(), "nothing comes after the end");
                return found;
            }
            other => panic!("a block that begins with {other:#x}"),
        }
    }
}

fn in_memory(writer: &GifWriter, frames: &[(Picture, u64)], alpha: bool) -> Vec<u8> {
    let film = MemoryFile::new();
    write(writer, Destination::memory(&film, "gif"), frames, alpha);
    film.take()
}

#[test]
fn up_to_256_colours_a_frame_come_back_exactly() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.gif");
    // Every frame has 256 colours, other ones each time; every other frame keeps some of its pixels.
    let full = |i: usize| {
        Array3::from_shape_fn((32, 24, 3), move |(y, x, c)| {
            let kept = i % 2 == 1 && y < 5;
            let i = if kept { i - 1 } else { i };
            let color = (24 * y + x) % 256;
            [color, color ^ (37 * i), color / 3 + i][c] as u8
        })
    };
    let frames = timed((0..12).map(full));
    for writer in [GifWriter::new(25), GifWriter::new(25).with_dither(true)] {
        write(&writer, &film, &frames, false);
        assert!(decode(&film) == bytes(&frames), "{writer:?}");
    }
    let frames = timed((0..9).map(moving));
    for writer in [
        GifWriter::new(25),
        GifWriter::new(25).with_global_palette(true),
    ] {
        for dithers in [false, true] {
            write(&writer.clone().with_dither(dithers), &film, &frames, false);
            assert!(decode(&film) == bytes(&frames), "{writer:?} {dithers}");
            assert!(probe(&film).contains("nb_read_frames=9"));
        }
    }
    assert_eq!(folder.files(), ["film.gif"]);
}

#[test]
fn frames_are_cropped_to_what_changes_and_equal_ones_merge() {
    let mut other = moving(0);
    for ((y, x, _), value) in other.indexed_iter_mut() {
        if (7..10).contains(&y) && (20..31).contains(&x) {
            *value = 3;
        }
    }
    let frames: Vec<_> = [moving(0), moving(0), other.clone(), other, moving(0)]
        .into_iter()
        .zip([20, 30, 40, 40, 50])
        .collect();
    let film = in_memory(&GifWriter::new(25), &frames, false);
    let found = pictures(&film);
    let places: Vec<_> = found
        .iter()
        .map(|(region, delay, disposal, _)| (*region, *delay, *disposal))
        .collect();
    assert_eq!(
        places,
        [
            ([0, 0, 60, 40], 5, 1),
            ([20, 7, 11, 3], 8, 1),
            ([20, 7, 11, 3], 5, 1)
        ]
    );
    assert_eq!(found[1].3, 4, "the palette has what the frame paints");
}

#[test]
fn times_are_exact_and_never_too_short() {
    let delays = |writer: &GifWriter, frames: &[(Picture, u64)]| -> Vec<u16> {
        pictures(&in_memory(writer, frames, false))
            .iter()
            .map(|p| p.1)
            .collect()
    };
    let film = MemoryFile::new();
    let (fig, _) = full_figure(60, 40);
    let mut movie = GifWriter::new(30)
        .saving(&fig, Destination::memory(&film, "gif"), 100.0)
        .unwrap();
    for i in 0..30 {
        movie.write_frame(&moving(i % 7)).unwrap();
    }
    movie.finish().unwrap();
    let thirty: Vec<_> = pictures(&film.take()).iter().map(|p| p.1).collect();
    assert_eq!(thirty[..6], [3, 4, 3, 3, 4, 3]);
    assert_eq!(thirty.iter().sum::<u16>(), 100);

    let writer = GifWriter::new(25);
    let long = [(moving(0), 700_000), (moving(1), 20)];
    assert_eq!(delays(&writer, &long), [65_533, 4_467, 2]);
    let short: Vec<_> = (0..20).map(|i| (moving(i), 10)).collect();
    // The last one is there too, if a little late.
    assert_eq!(delays(&writer, &short), [2; 11]);
    assert_eq!(delays(&writer, &[(moving(0), 1)]), [2]);
}

#[test]
fn pillow_shows_the_same_pictures_times_loops_and_comment() {
    require!("Pillow");
    let folder = Folder::new();
    let film = folder.join("film.gif");
    let frames: Vec<_> = (0..6).map(|i| (moving(i), 30 + 10 * i as u64)).collect();
    let metadata = Metadata::new()
        .with("title", "Wave ü")
        .with("comment", "two\nlines");
    for (plays, shown) in [(0, "0"), (1, "None"), (2, "1"), (65_536, "65535")] {
        let writer = GifWriter::new(25)
            .with_loop_count(plays)
            .with_metadata(metadata.clone());
        write(&writer, &film, &frames, false);
        let (facts, pictures) = pillow(&film);
        assert!(
            facts.starts_with(&format!("{shown} ")),
            "{plays} plays: {facts}"
        );
        assert!(
            facts.contains("title: Wave \\xc3\\xbc\\ncomment: two\\nlines"),
            "{facts}"
        );
        assert_eq!(pictures.len(), frames.len());
        for ((millis, pixels), (frame, duration)) in pictures.iter().zip(&frames) {
            assert_eq!(millis, duration);
            assert!(rgb(pixels) == frame.as_slice().unwrap());
        }
    }
}

/// A disc that moves over nothing, its edge half there.
fn disc(i: usize) -> Picture {
    Array3::from_shape_fn((30, 50, 4), |(y, x, c)| {
        let far = (y as f64 - 14.0 - (i % 5) as f64).hypot(x as f64 - 10.0 - 4.0 * i as f64);
        let alpha = (255.0 * (9.0 - far)).clamp(0.0, 255.0) as u8;
        [200, 40 + 4 * x as u8, 90, alpha][c]
    })
}

/// The pixels as a GIF can have them: there, or transparent.
fn cut_out(frame: &Picture) -> Vec<[u8; 4]> {
    let pixels = frame.as_slice().unwrap().as_chunks::<4>().0.iter();
    let cut = |p: &[u8; 4]| {
        if p[3] < 128 {
            [0; 4]
        } else {
            [p[0], p[1], p[2], 255]
        }
    };
    pixels.map(cut).collect()
}

/// Whether both are there, in the same colour: imshow's rule takes a level off some that are not opaque.
fn alike(a: &[u8; 4], b: &[u8; 4]) -> bool {
    a[3] == b[3] && worst(a, b) <= 1
}

#[test]
fn transparent_pixels_appear_and_vanish() {
    let mut frames = timed((0..8).map(disc));
    // One that only grows, one that is all transparent, one that is all there, and again.
    frames.push((Array3::zeros((30, 50, 4)), 40));
    frames.push((Array3::from_elem((30, 50, 4), 255), 40));
    frames.push((disc(3), 700_000));
    frames.push((disc(2), 40));
    let expected: Vec<_> = frames.iter().map(|(frame, _)| cut_out(frame)).collect();
    let folder = Folder::new();
    let film = folder.join("film.gif");
    for is_global in [false, true] {
        write(
            &GifWriter::new(25).with_global_palette(is_global),
            &film,
            &frames,
            true,
        );
        if have(&["Pillow"]) {
            let (_, mut shown) = pillow(&film);
            // The long one is two.
            assert_eq!(shown.len(), expected.len() + 1);
            assert!(shown.remove(11).1 == shown[10].1);
            for (i, ((_, pixels), expected)) in shown.iter().zip(&expected).enumerate() {
                let cleared = |p: &[u8; 4]| if p[3] == 0 { [0; 4] } else { *p };
                let pixels: Vec<_> = pixels.as_chunks::<4>().0.iter().map(cleared).collect();
                let off = pixels.iter().zip(expected).position(|(a, b)| !alike(a, b));
                let found = off.map(|at| (at, pixels[at], expected[at]));
                assert!(off.is_none(), "frame {i}, global {is_global}: {found:?}");
            }
        }
    }
}

#[test]
fn ffmpeg_shows_transparent_films_too() {
    require!("ffmpeg");
    let folder = Folder::new();
    let film = folder.join("film.gif");
    let frames = timed((0..8).map(disc));
    write(&GifWriter::new(25), &film, &frames, true);
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-v", "error", "-i"]).arg(&film);
    ffmpeg.args([
        "-fps_mode",
        "passthrough",
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgba",
        "-",
    ]);
    let shown = output(&mut ffmpeg);
    let cleared = |p: &[u8; 4]| if p[3] == 0 { [0; 4] } else { *p };
    let shown: Vec<_> = shown.as_chunks::<4>().0.iter().map(cleared).collect();
    let expected: Vec<_> = frames
        .iter()
        .flat_map(|(frame, _)| cut_out(frame))
        .collect();
    assert_eq!(shown.len(), expected.len());
    assert!(shown.iter().zip(&expected).all(|(a, b)| alike(a, b)));
}

#[test]
fn opaque_films_that_only_grow_need_no_clearing() {
    let growing = (1..6).map(|i| {
        Array3::from_shape_fn((20, 20, 4), move |(y, _, c)| {
            if y < 3 * i { [9, 99, 199, 255][c] } else { 0 }
        })
    });
    let film = in_memory(&GifWriter::new(25), &timed(growing), true);
    assert!(
        pictures(&film)
            .iter()
            .all(|(_, _, disposal, _)| *disposal == 1)
    );
}

/// Two colours that change slowly, one along each side: far more pairs than a palette holds.
fn smooth(i: usize) -> Picture {
    Array3::from_shape_fn((96, 128, 3), |(y, x, c)| {
        [30 + 3 * x / 2 + i, 20 + 2 * y, 128][c] as u8
    })
}

/// The mean of the pixels of each 8 × 8 square and channel.
fn blurred(picture: &[u8]) -> Vec<f64> {
    let mut means = vec![0.0; 16 * 12 * 3];
    for (i, value) in picture.iter().enumerate() {
        let (c, x, y) = (i % 3, i / 3 % 128, i / 3 / 128);
        means[(y / 8 * 16 + x / 8) * 3 + c] += f64::from(*value) / 64.0;
    }
    means
}

fn rms(a: impl IntoIterator<Item = f64>, b: impl IntoIterator<Item = f64>) -> f64 {
    let squares: Vec<_> = a.into_iter().zip(b).map(|(a, b)| (a - b).powi(2)).collect();
    (squares.iter().sum::<f64>() / squares.len() as f64).sqrt()
}

#[test]
fn many_colours_are_near_and_dithering_is_nearer_from_afar() {
    require!("ffmpeg");
    let folder = Folder::new();
    let film = folder.join("film.gif");
    let frames = timed((0..5).map(smooth));
    let size = 96 * 128 * 3;
    let mut off = Vec::new();
    for (dithers, is_global) in [(false, false), (true, false), (false, true), (true, true)] {
        let writer = GifWriter::new(25)
            .with_dither(dithers)
            .with_global_palette(is_global);
        write(&writer, &film, &frames, false);
        let shown = decode(&film);
        assert_eq!(shown.len(), 5 * size);
        let (mut near, mut afar) = (0.0f64, 0.0f64);
        for (frame, shown) in frames.iter().zip(shown.chunks(size)) {
            let frame = frame.0.as_slice().unwrap();
            let floats = |bytes: &[u8]| bytes.iter().copied().map(f64::from).collect::<Vec<_>>();
            near = near.max(rms(floats(frame), floats(shown)));
            afar = afar.max(rms(blurred(frame), blurred(shown)));
        }
        off.push((near, afar));
        let palettes = pictures(&std::fs::read(&film).unwrap());
        assert!(palettes.iter().all(|p| (p.3 == 0) == is_global));
    }
    let [plain, dithered, global, global_dithered] = off[..] else {
        panic!("four films")
    };
    assert!(plain.0 < 4.0 && global.0 < 4.0, "{off:?}");
    assert!(
        dithered.1 < 0.7 * plain.1 && global_dithered.1 < 0.7 * global.1,
        "{off:?}"
    );
}

#[test]
fn sizes_from_one_pixel_to_thousands() {
    require!("ffmpeg");
    let folder = Folder::new();
    let film = folder.join("film.gif");
    for (width, height) in [(1, 1), (1, 7), (8192, 3), (3, 8192), (2000, 1500)] {
        let picture = |i: usize| {
            Array3::from_shape_fn((height, width, 3), |(y, x, c)| {
                [(x / 64 + i) % 16 * 16, (y / 64) % 16 * 16, 0][c] as u8
            })
        };
        let frames = timed((0..3).map(picture));
        write(&GifWriter::new(25), &film, &frames, false);
        assert!(decode(&film) == bytes(&frames), "{width} x {height}");
    }
}

#[test]
fn streams_are_written_from_start_to_end_and_equal_files() {
    let folder = Folder::new();
    let frames = timed((0..9).map(moving));
    for is_global in [false, true] {
        let writer = GifWriter::new(25).with_global_palette(is_global);
        let file = std::fs::File::create(folder.join("stream")).unwrap();
        write(&writer, Destination::stream(file, "gif"), &frames, false);
        let streamed = std::fs::read(folder.join("stream")).unwrap();
        assert!(
            streamed == in_memory(&writer, &frames, false),
            "global {is_global}"
        );
    }
}

#[test]
fn films_that_are_given_up_leave_nothing_or_what_was_kept() {
    let folder = Folder::new();
    let film = folder.join("film.gif");
    std::fs::write(&film, "the old film").unwrap();
    for is_global in [false, true] {
        let writer = GifWriter::new(25).with_global_palette(is_global);
        let mut movie = begin(&writer, &film, &moving(0), false);
        for i in 0..20 {
            movie.write_frame(&moving(i)).unwrap();
        }
        drop(movie);
        assert_eq!(folder.files(), ["film.gif"]);
        assert_eq!(std::fs::read(&film).unwrap(), b"the old film");
    }
    let kept = Destination::from(&film).with_on_error(OnError::KeepPartial);
    let mut movie = begin(&GifWriter::new(25), kept, &moving(0), false);
    for i in 0..5 {
        movie.write_frame(&moving(i)).unwrap();
    }
    drop(movie);
    assert_eq!(folder.files(), ["film.gif", "film.partial.gif"]);
    assert_eq!(
        pictures(&std::fs::read(folder.join("film.partial.gif")).unwrap()).len(),
        5
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_the_cause() {
    let full = || {
        std::fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap()
    };
    for is_global in [false, true] {
        let writer = GifWriter::new(25).with_global_palette(is_global);
        let mut movie = begin(
            &writer,
            Destination::stream(full(), "gif"),
            &smooth(0),
            false,
        );
        let written = (0..50).try_for_each(|i| movie.write_frame(&smooth(i)));
        let error = written.and_then(|()| movie.finish()).unwrap_err();
        let Error::Io { source, .. } = &error else {
            panic!("{error}")
        };
        assert_eq!(source.kind(), std::io::ErrorKind::StorageFull, "{error}");
    }
}

#[cfg(unix)]
#[test]
fn an_abort_frees_a_film_that_waits_for_its_pipe() {
    let (reader, pipe) = std::io::pipe().unwrap();
    let pipe = std::fs::File::from(std::os::fd::OwnedFd::from(pipe));
    let noise = |i: usize| {
        Array3::from_shape_fn((200, 300, 3), |(y, x, c)| {
            ((y * x * (7 + c) * (i + 3)) >> 3) as u8
        })
    };
    let mut movie = begin(
        &GifWriter::new(25),
        Destination::stream(pipe, "gif"),
        &noise(0),
        false,
    );
    let abort = movie.abort_handle();
    let aborter = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(500));
        abort.abort();
    });
    let error = (0..).find_map(|i| movie.write_frame(&noise(i)).err());
    assert!(matches!(error, Some(Error::Aborted)), "{error:?}");
    aborter.join().unwrap();
    drop(reader);
}

#[test]
fn what_a_gif_can_not_have_is_refused_at_the_start() {
    let folder = Folder::new();
    let (fig, _) = full_figure(8, 6);
    let begin = |writer: &GifWriter, name: &str| {
        writer
            .saving(&fig, folder.join(name), 100.0)
            .err()
            .map(|error| error.to_string())
    };
    let writer = GifWriter::new(25);
    let error = begin(&writer, "film.mp4").unwrap();
    assert!(error.contains("name the file .gif"), "{error}");
    let error = begin(&writer.clone().with_loop_count(65_537), "film.gif").unwrap();
    assert!(error.contains("65536"), "{error}");
    assert!(begin(&GifWriter::new(0), "film.gif").is_some());
    let error = writer
        .saving(&fig, "tcp://127.0.0.1:1/film.gif", 100.0)
        .err()
        .unwrap();
    assert!(matches!(error, Error::Destination { .. }), "{error}");
    assert!(folder.files().is_empty());

    let writers = MovieWriterRegistry::default();
    for name in ["gif", "pillow", "imagemagick"] {
        let mut settings = WriterSettings::new(25).with_loop_count(3);
        assert_eq!(
            writers.with_settings(name, &settings).unwrap().name(),
            "gif"
        );
        settings = settings.with_codec("gif");
        assert!(writers.with_settings(name, &settings).is_ok());
        settings = settings.with_bitrate(100);
        let error = writers.with_settings(name, &settings).unwrap_err();
        assert!(error.to_string().contains("bitrate 100"), "{error}");
    }
}
