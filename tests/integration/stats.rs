//! What a film says about its costs.

use std::time::Duration;

use ndarray::Array3;
use plotreel::writers::{Destination, MemoryFile, MovieStats};
use plotreel::{Figure, FuncAnimation, GifWriter, Movie, MovieWriterExt, NullWriter, PngWriter};

use crate::recorder::Recorder;
use crate::support::Folder;

/// A film of ten frames: a line moves in five of them, and then stays.
fn line(movie: impl FnOnce(&Figure) -> plotreel::FigureMovie) -> MovieStats {
    let mut fig = Figure::new((2.0, 1.5), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0]).unwrap();
    let mut movie = movie(&fig);
    for frame in 0..10 {
        if frame < 5 {
            fig[line].set_ydata(&[0.0, 0.1 * f64::from(frame)]).unwrap();
        }
        movie.grab_frame(&fig).unwrap();
    }
    movie.finish_with_stats().unwrap()
}

#[test]
fn a_film_tells_what_was_drawn_and_what_was_kept() {
    let null = NullWriter::new(30);
    let stats = line(|fig| null.saving(fig, "nothing", 100.0).unwrap());
    assert_eq!((stats.frames, stats.bytes), (10, None));
    assert!((1..6).contains(&stats.frames_kept), "{stats:?}");
    let parts = stats.parts_drawn + stats.parts_kept;
    assert_eq!(parts % 10, 0, "every frame has the same parts");
    assert!(stats.parts_kept > parts / 3, "{stats:?}");
    assert!(stats.drawing > Duration::ZERO);
    assert!(stats.drawing + stats.waiting <= stats.elapsed, "{stats:?}");
}

#[test]
fn the_size_of_a_film_is_that_of_its_files() {
    let folder = Folder::new();
    let size = |name: &str| std::fs::metadata(folder.join(name)).unwrap().len();
    let film = folder.join("film.gif");
    let gif = line(|fig| GifWriter::new(30).saving(fig, &film, 100.0).unwrap());
    assert_eq!(gif.bytes, Some(size("film.gif")));
    let frames = folder.join("frame%d.png");
    let png = line(|fig| PngWriter::new(30).saving(fig, &frames, 100.0).unwrap());
    let sizes = (0..10).map(|frame| size(&format!("frame{frame}.png")));
    assert_eq!(png.bytes, Some(sizes.sum()));
}

#[cfg(feature = "openh264")]
#[test]
fn frames_are_converted_for_the_encoder() {
    let film = MemoryFile::new();
    let memory = Destination::memory(&film, "mp4");
    let writer = plotreel::writers::Openh264Writer::new(30);
    let stats = line(|fig| writer.saving(fig, memory, 100.0).unwrap());
    assert!(stats.converting > Duration::ZERO);
    assert_eq!(stats.bytes, Some(film.take().len() as u64));
}

#[test]
fn waiting_for_a_slow_writer_is_told_apart_from_drawing() {
    let folder = Folder::new();
    let pause = Duration::from_millis(20);
    let slow = Recorder {
        pause,
        ..Recorder::default()
    };
    let mut movie = Movie::new(&slow, folder.join("film.html"), (8, 6)).unwrap();
    for _ in 0..6 {
        movie.write_frame(&Array3::<u8>::zeros((6, 8, 3))).unwrap();
    }
    let so_far = movie.stats();
    let stats = movie.finish_with_stats().unwrap();
    assert!(so_far.waiting >= pause, "{so_far:?}");
    assert!(stats.waiting >= 5 * pause, "{stats:?}");
    assert!(stats.converting + stats.drawing < stats.waiting);
    assert_eq!((so_far.bytes, stats.bytes), (None, Some(13)));
}

#[test]
fn what_threads_drew_is_counted_as_well() {
    let mut fig = Figure::new((2.0, 1.5), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let update = |fig: &mut Figure, frame: u32| fig[ax].set_title(format!("{frame}"));
    let film = FuncAnimation::new_pure(update, 0..40).with_workers(2);
    let stats = film.save_parallel(&fig, "nothing", &NullWriter::new(30));
    let stats = stats.unwrap();
    assert_eq!(stats.frames, 40);
    assert_eq!((stats.parts_drawn + stats.parts_kept) % 40, 0);
    assert!(stats.parts_kept > 0 && stats.drawing > Duration::ZERO);
}
