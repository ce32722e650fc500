//! The shortest and the longest times of frames, in every format that has times.

use std::time::{Duration, Instant};

use ndarray::Array3;
use plotreel::writers::{Destination, MemoryFile, MovieWriterRegistry};
use plotreel::{
    Error, FuncAnimation, MovieOptions, MovieWriterExt, SaveOptions, WriteOptions, write_animation,
};

use crate::support::{full_figure, logged, require};

const FORMATS: &[&str] = &[
    "gif",
    "apng",
    "html",
    #[cfg(feature = "webp")]
    "webp",
];

/// A film of frames that last so long.
fn film(format: &str, times: &[Duration]) -> plotreel::error::Result<Vec<u8>> {
    let memory = MemoryFile::new();
    let (fig, _) = full_figure(8, 6);
    let writer = MovieWriterRegistry::default().get(format, 1)?;
    let destination = Destination::memory(&memory, format);
    let mut movie = writer.saving_with(&fig, destination, &MovieOptions::new(100.0))?;
    for (i, time) in times.iter().enumerate() {
        let pixels = Array3::from_elem((6, 8, 3), (i % 3) as u8);
        movie.write_frame_for(&pixels, *time)?;
    }
    movie.finish()?;
    Ok(memory.take())
}

#[test]
fn a_time_without_end_is_refused_or_costs_nothing() {
    let begun = Instant::now();
    for format in FORMATS {
        for time in [Duration::MAX, Duration::from_secs(u64::MAX / 2)] {
            match film(format, &[time, Duration::from_secs(1), time]) {
                Err(Error::Setting {
                    name: "the time of a frame",
                    expected,
                    ..
                }) => assert!(expected.contains(" s"), "{format}: {expected}"),
                Err(error) => panic!("{format}: {error}"),
                // A page can count so far.
                Ok(page) => assert!(*format == "html" && page.len() < 1 << 20),
            }
        }
    }
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn the_longest_times_are_whole_however_many_there_are() {
    for (format, longest) in [("gif", 86_400), ("apng", 65_535), ("webp", 16_777)] {
        if format == "webp" && cfg!(not(feature = "webp")) {
            continue;
        }
        let longest = Duration::from_secs(longest);
        film(format, &[longest; 40]).unwrap();
        let error = film(format, &[longest + Duration::from_secs(1)]).unwrap_err();
        assert!(matches!(error, Error::Setting { .. }), "{format}: {error}");
    }
}

#[test]
fn an_animation_with_endless_times_fails_as_well() {
    let (mut fig, _) = full_figure(8, 6);
    let memory = MemoryFile::new();
    let animation = FuncAnimation::new(|_, _: u32| (), 0..3).with_durations([Duration::MAX; 3]);
    let destination = Destination::memory(&memory, "gif");
    let error = animation.save_with(&mut fig, destination, &SaveOptions::new());
    assert!(matches!(error, Err(Error::Setting { .. })), "{error:?}");
}

/// Whether films at this rate are warned of.
fn is_warned(writer: &str, format: &str, fps: u32, what: &str) -> bool {
    logged();
    let frames = [0u8, 90].map(|shade| Array3::from_elem((6, 8, 3), shade));
    let memory = MemoryFile::new();
    let options = WriteOptions::new().with_writer(writer).with_fps(fps);
    write_animation(frames, Destination::memory(&memory, format), &options).unwrap();
    // Other tests write other films: the time or the rate is this one's.
    let time = format!("of {:.3} ms", 1e3 / f64::from(fps));
    let rate = format!("of {fps} some");
    let told =
        |line: &String| line.contains(what) && (line.contains(&time) || line.contains(&rate));
    let warnings = logged().iter().filter(|line| told(line)).count();
    assert!(warnings < 2, "{writer} {format}: once a film");
    warnings == 1
}

#[test]
fn pictures_that_browsers_slow_down_are_warned_of() {
    assert!(!is_warned("gif", "gif", 50, "a GIF"));
    assert!(is_warned("gif", "gif", 131, "a GIF shows at most 50"));
    assert!(!is_warned("apng", "apng", 90, "an animated PNG"));
    assert!(is_warned(
        "apng",
        "apng",
        132,
        "browsers show an animated PNG"
    ));
    assert!(is_warned(
        "apng",
        "png",
        133,
        "browsers show an animated PNG"
    ));
    #[cfg(feature = "webp")]
    {
        assert!(!is_warned("webp", "webp", 90, "an animated WebP"));
        assert!(is_warned(
            "webp",
            "webp",
            134,
            "browsers show an animated WebP"
        ));
    }
    assert!(!is_warned("html", "html", 135, "browsers show"));
}

#[test]
fn ffmpegs_pictures_that_browsers_slow_down_are_warned_of() {
    require!("ffmpeg");
    for (format, fps, what) in [
        ("gif", 141, "browsers show a GIF"),
        ("apng", 142, "browsers show an animated PNG"),
        ("webp", 143, "browsers show an animated WebP"),
        ("avif", 144, "browsers show an animated AVIF"),
    ] {
        assert!(is_warned("ffmpeg", format, fps, what), "{format}");
    }
    assert!(is_warned("ffmpeg_file", "apng", 145, "browsers show"));
    assert!(!is_warned("ffmpeg", "mp4", 146, "browsers show"));
    assert!(!is_warned("ffmpeg", "gif", 49, "browsers show"));
}
