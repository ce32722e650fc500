//! Films in parts, which are joined without encoding them again.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use plotreel::writers::{AbortHandle, Destination, MemoryFile, Part};
use plotreel::{
    ConcatOptions, Error, Figure, FuncAnimation, GifWriter, Movie, MovieOptions, NullWriter,
    SaveOptions, concat, concat_with,
};

use crate::animation::{peak, scene};
use crate::support::{Folder, decode, output, packet_times, pillow, probe, require, worst};

mod broken;
mod streams;

const FRAMES: u32 = 35;
const PARTS: u64 = 4;

fn options(writer: &str) -> SaveOptions {
    SaveOptions::new()
        .with_writer(writer)
        .with_fps(30)
        .with_keyframes(10)
}

/// A film whose frames differ, or one of which some frames are equal to the one before.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Moving,
    Resting,
}

/// Writes the whole film, or a part of it.
fn write(out: &Path, options: &SaveOptions, kind: Kind) {
    let (mut fig, ax, line) = scene();
    let frame = |fig: &mut Figure, i: u32| {
        if kind == Kind::Resting {
            // Equal across the ends of parts, too.
            return peak(line)(fig, i / 7);
        }
        fig[ax].set_title(format!("frame {i}"));
        peak(line)(fig, i)
    };
    FuncAnimation::new_pure(frame, 0..FRAMES)
        .save_with(&mut fig, out, options)
        .unwrap();
}

/// The paths of the parts of a film.
fn write_parts(folder: &Folder, suffix: &str, options: &SaveOptions, kind: Kind) -> Vec<PathBuf> {
    let path = |part| folder.join(&format!("part{part}.{suffix}"));
    let write_part = |part| {
        write(&path(part), &options.clone().with_part(part, PARTS), kind);
        path(part)
    };
    (0..PARTS).map(write_part).collect()
}

/// The film made in one go and of parts, which are given in another order; nothing else is left.
fn whole_and_joined(suffix: &str, options: &SaveOptions, kind: Kind) -> (Folder, [PathBuf; 2]) {
    let folder = Folder::new();
    let films = ["whole", "joined"].map(|name| folder.join(&format!("{name}.{suffix}")));
    write(&films[0], options, kind);
    let mut parts = write_parts(&folder, suffix, options, kind);
    parts.swap(0, 2);
    let before = folder.files();
    let film = concat(&parts, &films[1]).unwrap();
    assert_eq!(film.frames, u64::from(FRAMES));
    assert_eq!((film.size.width, film.size.height), (160, 120));
    let mut after = folder.files();
    after.retain(|name| !name.starts_with("joined"));
    assert_eq!(after, before, "no other file");
    (folder, films)
}

/// The levels by which palettes of a GIF may change a colour, where a picture has more than 255.
const PALETTE: u8 = 8;

/// What a film of pictures shows: each picture that is not like the one before, and until when, in milliseconds.
fn shown(film: &Path) -> Vec<(f64, Vec<u8>)> {
    let most = if film.extension().unwrap() == "gif" {
        PALETTE
    } else {
        0
    };
    let film = pillow(film);
    let (mut time, mut shown) = (0.0, Vec::<(f64, Vec<u8>)>::new());
    for (duration, frame) in film.times.iter().zip(film.frames) {
        time += duration;
        match shown.last_mut() {
            Some((end, last)) if worst(last, &frame) <= most => *end = time,
            _ => shown.push((time, frame)),
        }
    }
    shown
}

/// Both films show the same at the same times, to so many milliseconds.
fn check_shown([whole, joined]: &[PathBuf; 2], tolerance: f64) {
    let most = if whole.extension().unwrap() == "gif" {
        PALETTE
    } else {
        0
    };
    let [whole, joined] = [whole, joined].map(|film| shown(film));
    assert_eq!(whole.len(), joined.len());
    for ((end, frame), (joined_end, joined_frame)) in whole.iter().zip(&joined) {
        assert!((end - joined_end).abs() <= tolerance, "{end} {joined_end}");
        assert!(worst(frame, joined_frame) <= most, "until {end}");
    }
}

#[test]
fn joined_gifs_show_the_frames_of_the_whole_at_its_times() {
    require!("Pillow");
    for kind in [Kind::Moving, Kind::Resting] {
        let (_folder, films) = whole_and_joined("gif", &options("gif").with_title("Hops"), kind);
        check_shown(&films, 0.01);
        let [whole, joined] = films.map(|film| fs::read(film).unwrap());
        let start = whole
            .windows(2)
            .position(|two| two == [0x21, 0xF9])
            .unwrap();
        assert!(
            joined.starts_with(&whole[..start]),
            "loops and comment, without a mark"
        );
    }
}

#[test]
fn transparent_gifs_leave_nothing_of_the_part_before() {
    require!("Pillow");
    let (_folder, films) =
        whole_and_joined("gif", &options("gif").with_transparent(true), Kind::Moving);
    check_shown(&films, 0.01);
}

#[test]
fn gifs_above_fifty_frames_per_second_have_the_times_of_the_whole() {
    require!("Pillow");
    for (fps, kind) in [(60, Kind::Moving), (75, Kind::Resting), (100, Kind::Moving)] {
        // Parts of 8 and 9 frames.
        let options = options("gif").with_fps(fps).with_keyframes(1);
        let (_folder, films) = whole_and_joined("gif", &options, kind);
        check_shown(&films, 0.01);
    }
}

/// Of a part of which the whole shows nothing, the joined film shows nothing, either.
#[test]
fn parts_of_gifs_may_be_too_short_to_be_shown() {
    require!("Pillow");
    let folder = Folder::new();
    for (fps, length) in [(100, 1), (150, 1), (1000, 1), (1000, 7)] {
        let write = |name: String, frames: Range<u64>| {
            let part = Part::new(frames.clone(), 40);
            let options = match frames == (0..40) {
                true => MovieOptions::new(100.0),
                false => MovieOptions::new(100.0).with_part(part),
            };
            let out = folder.join(&name);
            let mut movie = Movie::new_with(&GifWriter::new(fps), &out, (16, 12), &options);
            for frame in frames {
                let picture = ndarray::Array3::from_elem((12, 16, 3), 6 * frame as u8);
                movie.as_mut().unwrap().write_frame(&picture).unwrap();
            }
            movie.unwrap().finish().unwrap();
            out
        };
        let whole = write("whole.gif".into(), 0..40);
        let starts = (0..40).step_by(length as usize);
        let parts = starts.map(|start| {
            let end = 40.min(start + length);
            write(format!("part{start}.gif"), start..end)
        });
        let joined = folder.join("joined.gif");
        concat(parts, &joined).unwrap();
        let [whole, joined] = [whole, joined].map(|film| shown(&film));
        assert!(whole.len() > 1 && whole == joined, "{fps} {length}");
    }
}

#[test]
fn gifs_whose_parts_have_one_palette_each_keep_them() {
    require!("Pillow");
    let folder = Folder::new();
    let writer = GifWriter::new(10).with_global_palette(true);
    let picture = |frame: u64| {
        ndarray::Array3::from_shape_fn((30, 40, 3), |(y, x, c)| {
            (frame as usize * 40 + 3 * (x + y) * (c + 1)) as u8
        })
    };
    let write = |name: &str, frames: Range<u64>, options: &MovieOptions| {
        let mut movie = Movie::new_with(&writer, folder.join(name), (40, 30), options).unwrap();
        for frame in frames {
            movie.write_frame(&picture(frame)).unwrap();
        }
        movie.finish().unwrap();
    };
    for (name, frames) in [("a.gif", 0..1), ("b.gif", 1..2), ("c.gif", 2..4)] {
        let part = Part::new(frames.clone(), 4);
        write(name, frames, &MovieOptions::new(100.0).with_part(part));
    }
    let parts = ["a.gif", "b.gif", "c.gif"].map(|name| folder.join(name));
    concat(&parts, folder.join("film.gif")).unwrap();
    let frames = parts.iter().flat_map(|part| pillow(part).frames);
    assert!(pillow(&folder.join("film.gif")).frames == frames.collect::<Vec<_>>());
}

#[test]
fn joined_animated_pngs_show_the_frames_of_the_whole_at_its_times() {
    require!("Pillow");
    for kind in [Kind::Moving, Kind::Resting] {
        let options = options("apng").with_title("Hops").with_fps((30000, 1001));
        let (_folder, films) = whole_and_joined("apng", &options, kind);
        check_shown(&films, 0.01);
        let [whole, joined] = films.map(|film| pillow(&film).info);
        if kind == Kind::Moving {
            assert_eq!(whole, joined, "number of frames, loops, texts and dpi");
        }
    }
}

#[test]
fn parts_of_one_frame_are_parts() {
    require!("Pillow");
    for (writer, suffix) in [("apng", "apng"), ("gif", "gif")] {
        let options = options(writer).with_keyframes(35).with_fps(20);
        let (mut fig, ..) = scene();
        let folder = Folder::new();
        for part in 0..3 {
            let film = FuncAnimation::new_pure(|fig, i| fig.suptitle(format!("{i}")), 0..3);
            let options = options.clone().with_keyframes(1).with_part(part, 3);
            let path = folder.join(&format!("{part}.{suffix}"));
            film.save_with(&mut fig, path, &options).unwrap();
        }
        let parts = (0..3).map(|part| folder.join(&format!("{part}.{suffix}")));
        let joined = folder.join(&format!("film.{suffix}"));
        concat(parts, &joined).unwrap();
        let shown = shown(&joined);
        let times: Vec<_> = shown.iter().map(|(end, _)| end.round()).collect();
        assert_eq!(times, [50.0, 100.0, 150.0]);
    }
}

#[cfg(feature = "webp")]
#[test]
fn joined_webps_show_the_frames_of_the_whole_at_its_times() {
    require!("Pillow");
    for kind in [Kind::Moving, Kind::Resting] {
        let options = options("webp").with_title("Hops");
        let (_folder, films) = whole_and_joined("webp", &options, kind);
        check_shown(&films, 0.01);
        let [whole, joined] = films.map(|film| fs::read(film).unwrap());
        assert_eq!(whole[12..44], joined[12..44], "size and loops");
        let xmp =
            |film: &[u8]| film[film.windows(4).rposition(|at| at == b"XMP ").unwrap()..].to_vec();
        assert!(xmp(&whole) == xmp(&joined) && !joined.windows(4).any(|at| at == b"plrt"));
    }
}

#[test]
fn numbered_files_are_those_of_the_whole_byte_for_byte() {
    let folder = Folder::new();
    let options = options("png").with_title("Hops");
    write(&folder.join("whole/frame%03d.png"), &options, Kind::Moving);
    let part = |part: u64| folder.join(&format!("part{part}"));
    for i in 0..PARTS {
        write(&part(i), &options.clone().with_part(i, PARTS), Kind::Moving);
    }
    let film = concat((0..PARTS).map(part), folder.join("joined/frame%03d.png")).unwrap();
    assert_eq!(film.frames, u64::from(FRAMES));
    let read = |name: &str| {
        let files = fs::read_dir(folder.join(name)).unwrap();
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        let pair = |path: PathBuf| {
            (
                path.file_name().unwrap().to_owned(),
                fs::read(&path).unwrap(),
            )
        };
        files.into_iter().map(pair).collect::<Vec<_>>()
    };
    let (whole, joined) = (read("whole"), read("joined"));
    assert!(whole.len() == FRAMES as usize && whole == joined);

    // Several parts may be in one folder.
    let together = folder.join("together");
    for i in 0..PARTS {
        write(
            &together,
            &options.clone().with_part(i, PARTS),
            Kind::Moving,
        );
    }
    concat([&together], folder.join("again")).unwrap();
    assert_eq!(read("again").len(), FRAMES as usize);
    let error = concat([&together], &together).unwrap_err();
    assert!(error.to_string().contains("folder of its own"), "{error}");
    fs::remove_file(together.join("frame0012.png")).unwrap();
    let error = concat([&together], folder.join("no")).unwrap_err();
    assert!(error.to_string().contains("frame 12 is missing"), "{error}");
    assert!(!folder.join("no").exists());
}

#[test]
fn frames_with_durations_of_their_own_are_shown_for_them() {
    require!("Pillow");
    let folder = Folder::new();
    for suffix in ["gif", "apng", "webp"] {
        if suffix == "webp" && !cfg!(feature = "webp") {
            continue;
        }
        let durations: Vec<_> = (0..20)
            .map(|i| Duration::from_millis(30 + 10 * i))
            .collect();
        let save = |name: &str, options: &SaveOptions| {
            let (mut fig, _, line) = scene();
            let path = folder.join(&format!("{name}.{suffix}"));
            FuncAnimation::new_pure(peak(line), 0..FRAMES)
                .with_durations(durations.clone())
                .save_with(&mut fig, &path, options)
                .unwrap();
            path
        };
        let options = options("auto");
        let whole = save("whole", &options);
        let parts = (0..3).map(|i| save(&format!("part{i}"), &options.clone().with_part(i, 3)));
        let joined = folder.join(&format!("joined.{suffix}"));
        concat(parts, &joined).unwrap();
        check_shown(&[whole, joined], 0.01);
    }
}

#[test]
fn a_part_must_get_the_frames_that_it_is_to_have() {
    let folder = Folder::new();
    let (mut fig, ..) = scene();
    let options = options("gif").with_part(1, 3);
    let unknown = FuncAnimation::new(|_, _| (), (0..20).filter(|i| i % 2 == 0));
    let error = unknown.save_with(&mut fig, folder.join("a.gif"), &options);
    assert!(error.unwrap_err().to_string().contains("with_frame_count"));
    let ranged = FuncAnimation::new(|_, _: u32| (), 0..20).with_range(3..9);
    let error = ranged.save_with(&mut fig, folder.join("a.gif"), &options);
    assert!(error.unwrap_err().to_string().contains("with_range"));
    let many = FuncAnimation::new(|_, _: u32| (), 0..20);
    let error = many.save_with(
        &mut fig,
        folder.join("a.gif"),
        &options.clone().with_part(2, 4),
    );
    assert!(error.unwrap_err().to_string().contains("fewer parts"));

    let options = MovieOptions::new(100.0).with_part(Part::new(5..8, 10));
    let begin = |out: Destination| Movie::new_with(&GifWriter::new(10), out, (16, 16), &options);
    for frames in [2, 4] {
        let mut movie = begin(folder.join("a.gif").into()).unwrap();
        for i in 0..frames {
            movie
                .write_frame(&ndarray::Array3::from_elem((16, 16, 3), i))
                .unwrap();
        }
        let error = movie.finish().unwrap_err();
        assert!(matches!(error, Error::Lengths { .. }), "{error}");
    }
    let memory = MemoryFile::new();
    assert!(begin(Destination::memory(&memory, "gif")).is_ok());
    let file = fs::File::create(folder.join("stream")).unwrap();
    let error = begin(Destination::stream(file, "gif")).unwrap_err();
    assert!(
        error.to_string().contains("parts of a film are files"),
        "{error}"
    );
    let options = MovieOptions::new(100.0).with_part(Part::new(5..15, 10));
    let error = Movie::new_with(&NullWriter::new(1), "", (16, 16), &options).unwrap_err();
    assert!(error.to_string().contains("within the film"), "{error}");
    assert_eq!(folder.files(), ["stream"]);
}

#[test]
fn pages_can_not_be_parts() {
    let folder = Folder::new();
    let (mut fig, ..) = scene();
    let film = FuncAnimation::new(|_, _: u32| (), 0..20);
    let options = options("html").with_part(0, 2);
    let error = film
        .save_with(&mut fig, folder.join("a.html"), &options)
        .unwrap_err();
    assert!(
        error.to_string().contains("pages can't be joined"),
        "{error}"
    );
    assert!(folder.files().is_empty());
}
