//! Writers by name, and custom writers.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use ndarray::Array3;
use plotreel::error::Result;
use plotreel::writers::{
    Destination, Fps, Frame, FrameFormat, FrameSink, MemoryFile, MovieWriterRegistry, Output, Sink,
};
use plotreel::{
    Error, Figure, FigureMovie, Movie, MovieOptions, MovieWriter, MovieWriterExt, NullWriter,
    WriteOptions, write_animation,
};

use crate::recorder::Recorder;
use crate::support::{Folder, pillow, probe, require};

#[test]
fn names_are_listed_and_unknown_ones_are_guessed() {
    let writers = MovieWriterRegistry::default();
    let known = [
        ("ffmpeg", true),
        ("ffmpeg_file", true),
        ("openh264", cfg!(feature = "openh264")),
        ("gif", true),
        ("pillow", true),
        ("imagemagick", true),
        ("apng", true),
        ("webp", cfg!(feature = "webp")),
        ("png", true),
        ("html", true),
        ("null", true),
    ];
    let expected: Vec<_> = (known.iter().filter(|(_, there)| *there))
        .map(|(name, _)| *name)
        .collect();
    assert_eq!(writers.list(), expected);
    assert!(writers.is_available("null") && !writers.is_available("nothing"));
    let error = writers.get("ffmepg", 30).unwrap_err();
    assert!(
        error.to_string().contains("did you mean \"ffmpeg\"?"),
        "{error}"
    );
    assert_eq!(writers.get("auto", 30).unwrap().name(), "auto");
}

#[test]
fn the_null_writer_touches_nothing() {
    let folder = Folder::new();
    let film = write_animation(
        vec![Array3::<u8>::zeros((4, 6, 3)); 7],
        folder.join("film.mp4"),
        &WriteOptions::new().with_writer("null"),
    );
    assert_eq!(film.unwrap().frames, 7);
    assert!(folder.files().is_empty());
}

#[test]
fn settings_that_can_not_be_are_refused_before_anything_is_written() {
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    let frame = Array3::<u8>::zeros((32, 32, 3));
    let null = || WriteOptions::new().with_writer("null");
    for options in [
        null().with_fps(0),
        null().with_fps(-3.0),
        null().with_fps(f64::NAN),
        null().with_dpi(0.0),
        null().with_dpi(f64::INFINITY),
        null().with_scale(0),
        null().with_size(0, 5),
        null().with_scale(100_000),
        WriteOptions::new().with_writer("nul"),
    ] {
        assert!(
            write_animation([&frame], &film, &options).is_err(),
            "{options:?}"
        );
    }
    assert!(folder.files().is_empty());
}

#[test]
fn films_of_any_size_to_8192_are_written_or_the_limit_is_named() {
    require!("ffmpeg", "ffprobe", "Pillow");
    let film_of = |writer: &str, name: &str, (width, height): (usize, usize)| {
        let folder = Folder::new();
        let frames = [60, 200].map(|n: u8| {
            Array3::from_shape_fn((height, width, 3), |(y, x, c)| n ^ (y + x * (c + 1)) as u8)
        });
        let options = WriteOptions::new().with_writer(writer).with_dpi(50.0);
        let made = write_animation(&frames, folder.join(name), &options);
        made.map(|stats| (folder, stats.frames))
    };
    for (width, height) in [(1, 1), (8192, 3), (3, 8192)] {
        let seen = |writer: &str, name: &str| {
            let (folder, frames) = film_of(writer, name, (width, height)).unwrap();
            assert_eq!(frames, 2, "{writer}");
            let film = folder.join(&folder.files()[0]);
            match writer {
                "ffmpeg" | "ffmpeg_file" => {
                    let film = probe(&film);
                    let has = |line: String| film.lines().any(|l| l == line);
                    // yuv420p has even sizes only.
                    let (width, height) = (width.next_multiple_of(2), height.next_multiple_of(2));
                    assert!(has(format!("width={width}")) && has(format!("height={height}")));
                    assert!(has("nb_read_frames=2".into()), "{film}");
                }
                "html" => {
                    let page = std::fs::read_to_string(film).unwrap();
                    assert!(page.contains(&format!("\"width\":{width},\"height\":{height},")));
                }
                _ => assert_eq!(
                    pillow(&film).size,
                    (width as u32, height as u32),
                    "{writer}"
                ),
            }
        };
        seen("ffmpeg", "film.mp4");
        seen("ffmpeg_file", "film.mkv");
        seen("gif", "film.gif");
        seen("apng", "film.apng");
        seen("png", "film%d.png");
        seen("html", "film.html");
        #[cfg(feature = "webp")]
        seen("webp", "film.webp");
        #[cfg(feature = "openh264")]
        {
            let refused = film_of("openh264", "film.mp4", (width, height)).map(|film| film.1);
            assert!(
                matches!(refused, Err(Error::SizeLimit { .. })),
                "{refused:?}"
            );
        }
    }
}

/// Writes the first byte of each frame.
#[derive(Debug, Clone)]
struct Blues {
    seen: Arc<Mutex<Vec<(u64, u8)>>>,
}

impl MovieWriter for Blues {
    fn name(&self) -> &str {
        "blues"
    }

    fn fps(&self) -> Fps {
        25.into()
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        assert_eq!(
            (format.size.width, format.size.height, outfile.suffix()),
            (6, 4, "blue")
        );
        let Sink::File(path) = outfile.sink() else {
            panic!("a file")
        };
        std::fs::write(path, "blue").unwrap();
        Ok(Box::new(self.clone()))
    }
}

impl FrameSink for Blues {
    fn writer(&self) -> &str {
        "blues"
    }

    fn write_frame(&mut self, frame: Frame) -> Result<()> {
        assert_eq!(frame.duration.as_millis(), 40);
        if frame.pixels[0] == 99 {
            return Err(Error::encoder("99 is too blue"));
        }
        self.seen
            .lock()
            .unwrap()
            .push((frame.index, frame.pixels[0]));
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<()> {
        Ok(())
    }
}

#[test]
fn a_writer_of_ones_own_gets_every_frame_in_order() {
    let folder = Folder::new();
    let blues = Blues {
        seen: Arc::default(),
    };
    let mut writers = MovieWriterRegistry::default();
    let registered = blues.clone();
    writers.register("blues", move |_| Ok(Box::new(registered.clone())));
    let options = WriteOptions::new()
        .with_writers(writers)
        .with_writer("blues");
    let blue = |b: u8| Array3::from_elem((4, 6, 3), b);

    write_animation((0..50).map(blue), folder.join("film.blue"), &options).unwrap();
    assert_eq!(
        *blues.seen.lock().unwrap(),
        (0..50).map(|i| (i, i as u8)).collect::<Vec<_>>()
    );
    assert_eq!(folder.files(), ["film.blue"]);

    let error =
        write_animation((80..150).map(blue), folder.join("other.blue"), &options).unwrap_err();
    assert!(error.to_string().contains("99 is too blue"), "{error}");
    assert_eq!(folder.files(), ["film.blue"]);
}

#[test]
fn frames_have_alpha_times_and_numbers_only_where_a_film_can_have_them() {
    let folder = Folder::new();
    let blues = Blues {
        seen: Arc::default(),
    };
    let mut fig = Figure::new((0.06, 0.04), 100.0);
    let path = folder.join("film.blue");
    let transparent = MovieOptions::new(100.0).with_transparent(true);
    let refused = blues.saving_with(&fig, &path, &transparent).unwrap_err();
    assert!(refused.to_string().contains("transparency"), "{refused}");

    fig.set_facecolor(("blue", 0.5)).unwrap();
    let part = MovieOptions::new(100.0).with_first_index(7);
    let mut movie = blues.saving_with(&fig, &path, &part).unwrap();
    movie.grab_frame(&fig).unwrap();
    for millis in [0, 41] {
        let refused = movie.grab_frame_for(&fig, Duration::from_millis(millis));
        assert!(refused.is_err(), "{millis} ms");
    }
    movie
        .grab_frame_for(&fig, Duration::from_millis(40))
        .unwrap();
    movie.finish().unwrap();
    assert_eq!(*blues.seen.lock().unwrap(), [(7, 255), (8, 255)]);

    let mut movie = NullWriter::new(30)
        .saving_with(&fig, "nothing", &transparent)
        .unwrap();
    movie.grab_frame_for(&fig, Duration::from_secs(3)).unwrap();
    movie.finish().unwrap();
}

/// Records films of one suffix, where it works.
#[derive(Debug, Clone)]
struct Specialist {
    recorder: Recorder,
    suffix: &'static str,
    works: bool,
}

impl MovieWriter for Specialist {
    fn name(&self) -> &str {
        "specialist"
    }

    fn fps(&self) -> Fps {
        self.recorder.fps()
    }

    fn suffixes(&self) -> &[&str] {
        std::slice::from_ref(&self.suffix)
    }

    fn check_available(&self, _: &str) -> Result<()> {
        match self.works {
            true => Ok(()),
            false => Err(Error::writer_unavailable("specialist", "it is ill", "wait")),
        }
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        self.recorder.setup(outfile, format)
    }
}

#[test]
fn auto_chooses_writers_of_ones_own_for_their_suffixes() {
    let recorder = Recorder::default();
    let written_by = |registered: &[(&str, &'static str, bool)], suffix: &str| {
        let mut writers = MovieWriterRegistry::default();
        for &(name, suffix, works) in registered {
            let specialist = Specialist {
                recorder: recorder.clone(),
                suffix,
                works,
            };
            writers.register(name, move |_| Ok(Box::new(specialist.clone())));
        }
        let options = WriteOptions::new().with_writers(writers);
        let film = Destination::memory(&MemoryFile::new(), suffix);
        let film = write_animation([Array3::<u8>::zeros((32, 32, 3))], film, &options);
        film.map(|film| film.writer)
    };
    let mine = ("mine", "rec", true);
    assert_eq!(written_by(&[mine], "rec").unwrap(), "recorder");
    assert_eq!(written_by(&[mine], "gif").unwrap(), "gif");
    // The last one that works here comes first.
    let for_gif = ("mine", "gif", true);
    assert_eq!(written_by(&[for_gif], "gif").unwrap(), "recorder");
    assert_eq!(written_by(&[("mine", "gif", false)], "gif").unwrap(), "gif");
    // In the place of ours.
    assert_eq!(
        written_by(&[("apng", "apng", true)], "apng").unwrap(),
        "recorder"
    );
    assert!(written_by(&[("mine", "rec", false)], "rec").is_err());
}

#[test]
fn a_film_of_frames_of_a_size_needs_no_figure() {
    let recorder = Recorder::default();
    let film = MemoryFile::new();
    let out = || Destination::memory(&film, "rec");
    let movie = Movie::new(&recorder, out(), (3, 2)).unwrap();
    // It may still take one.
    let mut movie = FigureMovie::from(movie);
    movie
        .write_frame(&Array3::from_elem((2, 3, 3), 7u8))
        .unwrap();
    movie.grab_frame(&Figure::new((6.4, 4.8), 100.0)).unwrap();
    movie.finish().unwrap();
    let frames = recorder.frames();
    assert_eq!(frames, [[7, 7, 7, 255].repeat(6), [255; 24].to_vec()]);
    let red = MovieOptions::new(100.0).with_facecolor("red").unwrap();
    let error = Movie::new_with(&recorder, out(), (3, 2), &red).unwrap_err();
    assert!(matches!(error, Error::NoEffect { .. }), "{error}");
    for size in [(0, 2), (3, 0), (40_000, 2)] {
        let error = Movie::new(&recorder, out(), size).unwrap_err();
        assert!(
            matches!(error, Error::CanvasSize { .. }),
            "{size:?}: {error}"
        );
    }
}
