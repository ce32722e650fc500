//! Films as pages with a player.

use std::fs;
use std::time::Duration;

use ndarray::Array3;
use plotreel::error::Result;
use plotreel::prelude::*;
use plotreel::writers::*;

use crate::support::{Folder, full_figure, logged};

/// A page's film of `frames` frames of 16 × 12 pixels.
fn write(writer: &HTMLWriter, destination: impl Into<Destination>, frames: u8) -> Result<()> {
    let (fig, _) = full_figure(16, 12);
    let mut movie = writer.saving(&fig, destination, 100.0)?;
    for i in 0..frames {
        movie.write_frame(&Array3::from_elem((12, 16, 3), i))?;
    }
    movie.finish()
}

fn page(writer: &HTMLWriter, frames: u8) -> String {
    let film = MemoryFile::new();
    write(writer, Destination::memory(&film, "html"), frames).unwrap();
    String::from_utf8(film.take()).unwrap()
}

#[test]
fn foreign_text_stays_text() {
    let evil = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    let metadata = Metadata::new()
        .with("title", evil)
        .with("artist", evil)
        .with(evil, "a key");
    let plain = page(&HTMLWriter::new(30), 2);
    let page = page(&HTMLWriter::new(30).with_metadata(metadata), 2);
    let more = |text: &str| page.matches(text).count() - plain.matches(text).count();
    for element in ["<script", "</script", "<img", "<title"] {
        assert_eq!(more(element), 0, "{element}");
    }
    assert_eq!(more("<meta"), 2);
    // Two elements of two quoted values, and the title in JSON: it stands in quotes, its own is escaped.
    assert_eq!(more("\""), 2 * 4 + 3);
    assert!(page.contains("<title>&lt;/script&gt;&lt;script&gt;alert(1)"));
    assert!(page.contains("\"title\":\"\\u003c/script\\u003e\\u003cscript\\u003ealert(1)"));
}

#[test]
fn a_page_asks_for_nothing() {
    let page = page(&HTMLWriter::new(30), 3);
    for outside in [
        "http:", "https:", "//cdn", "@import", "url(", "fetch(", "eval(",
    ] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn frames_lie_in_a_folder_beside_the_page() {
    let folder = Folder::new();
    let writer = HTMLWriter::new(30).with_embed_frames(false);
    write(&writer, folder.join("film.html"), 3).unwrap();
    assert_eq!(folder.files(), ["film.html", "film_frames"]);
    let files = || {
        let mut names: Vec<_> = fs::read_dir(folder.join("film_frames"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    let frame = |i| format!("frame000000{i}.png");
    let list = || "frames.txt".to_owned();
    assert_eq!(files(), [frame(0), frame(1), frame(2), list()]);
    for i in 0..3u8 {
        let file = fs::File::open(folder.join("film_frames").join(frame(i))).unwrap();
        let mut decoder = png::Decoder::new(std::io::BufReader::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        assert_eq!(pixels, [i; 16 * 12 * 3]);
    }
    let page = fs::read_to_string(folder.join("film.html")).unwrap();
    assert!(page.contains("\"folder\":\"film_frames\""));
    assert!(
        !page.contains("iVBORw0KGgo"),
        "the signature of PNG in base64"
    );

    // A shorter film leaves no frame of the longer one.
    write(&writer, folder.join("film.html"), 2).unwrap();
    assert_eq!(files(), [frame(0), frame(1), list()]);
    assert_eq!(folder.files(), ["film.html", "film_frames"]);
}

#[test]
fn a_folder_of_other_things_is_refused_and_stays() {
    let folder = Folder::new();
    fs::create_dir(folder.join("film_frames")).unwrap();
    fs::write(folder.join("film.html"), "old").unwrap();
    let writer = HTMLWriter::new(30).with_embed_frames(false);
    let (fig, _) = full_figure(16, 12);
    // Pictures may have the names of frames.
    for file in ["notes.txt", "frame0000000.png"] {
        let file = folder.join("film_frames").join(file);
        fs::write(&file, "mine").unwrap();
        let error = writer
            .saving(&fig, folder.join("film.html"), 100.0)
            .unwrap_err();
        let name = file.file_name().unwrap().to_string_lossy();
        assert!(error.to_string().contains(&*name), "{error}");
        assert_eq!(folder.files(), ["film.html", "film_frames"]);
        assert_eq!(fs::read(folder.join("film.html")).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.join("film_frames")).unwrap().count(), 1);
        fs::remove_file(file).unwrap();
    }
}

#[test]
fn a_dropped_film_leaves_nothing() {
    for embed in [true, false] {
        let folder = Folder::new();
        let (fig, _) = full_figure(16, 12);
        let writer = HTMLWriter::new(30).with_embed_frames(embed);
        let mut movie = writer
            .saving(&fig, folder.join("film.html"), 100.0)
            .unwrap();
        for i in 0..40u8 {
            movie
                .write_frame(&Array3::from_elem((12, 16, 3), i))
                .unwrap();
        }
        assert_eq!(folder.files().len(), if embed { 1 } else { 2 });
        drop(movie);
        assert!(folder.files().is_empty());
    }
}

#[test]
fn a_large_page_stays_whole_and_is_warned_of_once() {
    logged();
    let small = HTMLWriter::new(30).with_embed_limit(0.0078125);
    assert_eq!(page(&small, 40), page(&HTMLWriter::new(30), 40));
    let warnings = logged();
    let about = warnings
        .iter()
        .filter(|line| line.contains("limit is 0.008 MiB"));
    assert_eq!(about.count(), 1, "{warnings:?}");
    for limit in [-1.0, f64::NAN] {
        let (fig, _) = full_figure(16, 12);
        let film = Destination::memory(&MemoryFile::new(), "html");
        let writer = HTMLWriter::new(30).with_embed_limit(limit);
        assert!(matches!(
            writer.saving(&fig, film, 100.0),
            Err(Error::Setting { .. })
        ));
    }
}

#[test]
fn what_a_page_cannot_be_is_refused_before_the_first_frame() {
    let (fig, _) = full_figure(16, 12);
    let folder = Folder::new();
    let writer = HTMLWriter::new(30);
    let apart = writer.clone().with_embed_frames(false);
    let memory = Destination::memory(&MemoryFile::new(), "html");
    assert!(writer.saving(&fig, folder.join("a.mp4"), 100.0).is_err());
    assert!(writer.saving(&fig, "http://host/a.html", 100.0).is_err());
    assert!(apart.saving(&fig, memory, 100.0).is_err());
    assert!(folder.files().is_empty());

    let writers = MovieWriterRegistry::default();
    let mut settings = WriterSettings::new(30);
    assert_eq!(
        writers.with_settings("html", &settings).unwrap().name(),
        "html"
    );
    settings = settings.with_loop_count(3);
    assert!(writers.with_settings("html", &settings).is_err());
    settings = settings.with_loop_count(1);
    settings = settings.with_codec("h264");
    assert!(writers.with_settings("html", &settings).is_err());
}

/// Smooth waves over 320 × 240 pixels.
fn wave(i: u32) -> Array3<u8> {
    Array3::from_shape_fn((240, 320, 3), |(y, x, c)| {
        let angle = (x as f32 / 9.0 + c as f32).sin() + (y as f32 / 11.0 + i as f32 / 4.0).cos();
        (127.0 + 60.0 * angle) as u8
    })
}

/// A page's film of them.
fn waves(writer: &HTMLWriter, frames: u32) -> String {
    let (fig, _) = full_figure(320, 240);
    let film = MemoryFile::new();
    let mut movie = (writer.saving(&fig, Destination::memory(&film, "html"), 100.0)).unwrap();
    for i in 0..frames {
        movie.write_frame(&wave(i)).unwrap();
    }
    movie.finish().unwrap();
    String::from_utf8(film.take()).unwrap()
}

fn is_video(page: &str) -> bool {
    page.contains("\"frames\":\"video\"")
}

#[test]
fn a_page_is_a_video_where_that_is_much_smaller() {
    if !cfg!(feature = "openh264") {
        return;
    }
    let writer = HTMLWriter::new(30);
    let of = |frames| writer.clone().with_frame_format(frames);
    let auto = waves(&writer, 20);
    let (images, video) = (
        waves(&of(PageFrames::Images), 20),
        waves(&of(PageFrames::Video), 20),
    );
    assert!(is_video(&auto) && is_video(&video) && !is_video(&images));
    assert!(auto.len() * 4 < images.len());
    assert_eq!(auto, video);
    // A page of less than a mebibyte loses nothing.
    assert!(!is_video(&waves(&writer, 4)));
    // The images that were above the limit are not in the page.
    logged();
    let warnings = || {
        let lines = logged();
        let about = lines
            .iter()
            .filter(|line| line.contains("limit is 0.988 MiB"));
        about.count()
    };
    waves(&writer.clone().with_embed_limit(0.98765), 20);
    assert_eq!(warnings(), 0);
    waves(&of(PageFrames::Images).with_embed_limit(0.98765), 20);
    assert_eq!(warnings(), 1);
}

#[test]
fn a_long_film_is_settled_on_its_way() {
    if !cfg!(feature = "openh264") {
        return;
    }
    let folder = Folder::new();
    let (fig, _) = full_figure(320, 240);
    let mut movie = (HTMLWriter::new(30).saving(&fig, folder.join("a.html"), 100.0)).unwrap();
    let written = || fs::metadata(folder.join(&folder.files()[0])).unwrap().len();
    let frames: Vec<_> = (0..8u8).map(|i| wave(u32::from(i))).collect();
    let mut most = 0;
    for pixels in frames.iter().cycle().take(320) {
        movie.write_frame(pixels).unwrap();
        most = most.max(written());
    }
    assert!(most > 15 << 20, "{most} bytes of images");
    assert!(written() < 1 << 20, "the images are gone");
    movie.finish().unwrap();
    let page = fs::read_to_string(folder.join("a.html")).unwrap();
    assert!(is_video(&page) && page.contains("\"durations\":[[320,"));
    assert_eq!(
        page.matches("text/plain").count(),
        2,
        "the video and the player's word for it"
    );
}

#[test]
fn a_video_that_cannot_be_is_refused() {
    let video = HTMLWriter::new(30).with_frame_format(PageFrames::Video);
    let refused = |writer: &HTMLWriter, width, height, transparent| {
        let (fig, _) = full_figure(width, height);
        let folder = Folder::new();
        let options = MovieOptions::new(100.0).with_transparent(transparent);
        let error = (writer.saving_with(&fig, folder.join("a.html"), &options)).unwrap_err();
        assert!(folder.files().is_empty());
        error.to_string()
    };
    if cfg!(feature = "openh264") {
        assert!(refused(&video, 8, 8, false).contains("16 × 16"));
        assert!(refused(&video, 4000, 16, false).contains("3840 × 2160"));
        assert!(refused(&video, 64, 48, true).contains("transparency"));
        let apart = video.with_embed_frames(false);
        assert!(refused(&apart, 64, 48, false).contains("folder"));
    } else {
        assert!(refused(&video, 64, 48, false).contains("openh264"));
    }
}

#[test]
fn metadata_that_would_steer_a_browser_are_refused() {
    for key in [
        "viewport",
        "Referrer",
        "color-scheme",
        "theme-color",
        "robots",
        "generator",
    ] {
        let metadata = Metadata::new().with("title", "a").with(key, "no-referrer");
        let writer = HTMLWriter::new(30).with_metadata(metadata);
        let folder = Folder::new();
        let error = write(&writer, folder.join("a.html"), 1).unwrap_err();
        assert!(error.to_string().contains(&format!("\"{key}\"")), "{error}");
        assert!(folder.files().is_empty());
    }
}

#[test]
fn animations_say_what_their_page_is_like() {
    let folder = Folder::new();
    let (mut fig, _) = full_figure(64, 48);
    let film = || FuncAnimation::new(|_, _: u32| (), 0..2);
    let options = SaveOptions::new()
        .with_embed_frames(false)
        .with_default_mode(PlayMode::Once);
    (film().save_with(&mut fig, folder.join("a.html"), &options)).unwrap();
    let page = fs::read_to_string(folder.join("a.html")).unwrap();
    assert!(page.contains("\"mode\":\"once\"") && page.contains("\"folder\":\"a_frames\""));
    assert!(film().to_jshtml_with(&mut fig, &options).is_err());
    let images = SaveOptions::new().with_frame_format(PageFrames::Images);
    let page = film().to_jshtml_with(&mut fig, &images).unwrap();
    assert!(page.contains("\"mode\":\"loop\"") && !is_video(&page));

    // What is no page has none of these.
    for suffix in ["mp4", "gif", "apng", "webp"] {
        for options in [&options, &images] {
            let error =
                film().save_with(&mut fig, folder.join("b").with_extension(suffix), options);
            assert!(
                matches!(error, Err(Error::Option { .. })),
                "{suffix}: {error:?}"
            );
        }
    }
    assert_eq!(folder.files(), ["a.html", "a_frames"]);
}

#[cfg(unix)]
#[test]
fn a_stream_that_takes_nothing_is_given_up() {
    let (reader, stream) = std::io::pipe().unwrap();
    let stream = fs::File::from(std::os::fd::OwnedFd::from(stream));
    let (fig, _) = full_figure(320, 240);
    let destination = Destination::stream(stream, "html");
    let mut movie = (HTMLWriter::new(30).saving(&fig, destination, 100.0)).unwrap();
    for i in 0..4usize {
        let noise = Array3::from_shape_fn((240, 320, 3), |(y, x, c)| {
            (((x * 7919 + y * 104_729 + c * 31 + i * 17) * 2_654_435_761) >> 13) as u8
        });
        movie.write_frame(&noise).unwrap();
    }
    let handle = movie.abort_handle();
    let abort = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(1));
        handle.abort();
    });
    // Nobody reads: a pipe holds some ten thousand bytes, the page has more.
    assert!(matches!(movie.finish(), Err(Error::Aborted)));
    abort.join().unwrap();
    drop(reader);
}

#[test]
fn settings_and_times_reach_the_player() {
    let film = MemoryFile::new();
    let (fig, _) = full_figure(16, 12);
    let writer = HTMLWriter::new(10).with_default_mode(PlayMode::Reflect);
    let options = MovieOptions::new(100.0).with_first_index(7);
    let mut movie = writer
        .saving_with(&fig, Destination::memory(&film, "htm"), &options)
        .unwrap();
    movie.grab_frame(&fig).unwrap();
    movie.grab_frame(&fig).unwrap();
    movie
        .grab_frame_for(&fig, Duration::from_millis(1500))
        .unwrap();
    movie.finish().unwrap();
    let page = String::from_utf8(film.take()).unwrap();
    for part in [
        "\"durations\":[[2,0.1],[1,1.5]]",
        "\"first\":7",
        "\"mode\":\"reflect\"",
        "\"title\":null",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn a_partial_page_is_whole_but_shorter() {
    let folder = Folder::new();
    let (fig, _) = full_figure(16, 12);
    let destination = Destination::from(folder.join("a.html")).with_on_error(OnError::KeepPartial);
    let mut movie = HTMLWriter::new(30)
        .saving(&fig, destination, 100.0)
        .unwrap();
    for _ in 0..5 {
        movie.grab_frame(&fig).unwrap();
    }
    drop(movie);
    assert_eq!(folder.files(), ["a.partial.html"]);
    let page = fs::read_to_string(folder.join("a.partial.html")).unwrap();
    assert!(page.contains("\"durations\":[[5,"));
    assert!(page.trim_end().ends_with("</html>"));
}

#[test]
fn a_partial_page_has_its_own_folder_of_frames() {
    let folder = Folder::new();
    let (fig, _) = full_figure(16, 12);
    let writer = HTMLWriter::new(30).with_embed_frames(false);
    // A folder of another page is not written into, either.
    fs::create_dir(folder.join("a.partial_frames")).unwrap();
    let destination = Destination::from(folder.join("a.html")).with_on_error(OnError::KeepPartial);
    let mut movie = writer.saving(&fig, destination, 100.0).unwrap();
    for _ in 0..5 {
        movie.grab_frame(&fig).unwrap();
    }
    drop(movie);
    let page = fs::read_to_string(folder.join("a.partial-2.html")).unwrap();
    assert!(page.contains("\"folder\":\"a.partial-2_frames\""), "{page}");
    let frames = fs::read_dir(folder.join("a.partial-2_frames")).unwrap();
    assert_eq!(frames.count(), 6, "frames and their list");
    assert!(!folder.join("a.html").exists() && !folder.join("a_frames").exists());
}

#[test]
fn a_stream_gets_the_same_page() {
    let folder = Folder::new();
    let file = fs::File::create(folder.join("stream")).unwrap();
    write(&HTMLWriter::new(30), Destination::stream(file, "html"), 40).unwrap();
    let streamed = fs::read_to_string(folder.join("stream")).unwrap();
    assert_eq!(streamed, page(&HTMLWriter::new(30), 40));
}
