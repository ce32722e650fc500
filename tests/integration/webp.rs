//! Animated WebP, read by Pillow and by Chromium.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use ndarray::Array3;
use plotreel::writers::{
    Destination, MemoryFile, Metadata, MovieWriterRegistry, WebpWriter, WriterSettings,
};
use plotreel::{MovieOptions, MovieWriterExt, WriteOptions, write_animation};

use crate::pictures::{assert_nothing_is_left, changing, distinct, movie};
use crate::support::{Folder, chromium, full_figure, pillow, require, worst};

fn options() -> WriteOptions {
    WriteOptions::new().with_writer("webp")
}

/// Frames in which something is drawn at one place after another.
fn frames(height: usize, width: usize, channels: usize) -> Vec<Array3<u8>> {
    let shape = (height, width, channels);
    changing(Array3::from_shape_fn(shape, |(y, x, c)| match c {
        3 => [0, 90, 255][x % 3],
        _ => (7 * y + 5 * x + 90 * c) as u8,
    }))
}

#[test]
fn every_pixel_of_a_lossless_film_comes_back() {
    require!("Pillow");
    let folder = Folder::new();
    let film = folder.join("film.webp");
    for (height, width) in [(31, 47), (1, 1), (1, 200), (151, 1)] {
        let size = (width as u32, height as u32);
        let mut movie = movie(&WebpWriter::new(25), &film, size, &MovieOptions::new(100.0));
        let frames = frames(height, width, 3);
        for frame in &frames {
            movie.write_frame(frame).unwrap();
        }
        movie.finish().unwrap();
        let read = pillow(&film);
        assert_eq!(read.size, size);
        assert!(read.frames == distinct(&frames), "{size:?}");
        assert_eq!(read.times.iter().sum::<f64>(), 800.0);
    }
    assert_eq!(folder.files(), ["film.webp"]);
}

#[test]
fn transparent_films_have_alpha_lossy_or_not() {
    require!("Pillow");
    let folder = Folder::new();
    let frames = frames(20, 33, 4);
    let options = MovieOptions::new(100.0).with_transparent(true);
    let [lossless, lossy] = [None, Some(90.0)].map(|quality| {
        let film = folder.join("film.webp");
        let writer = WebpWriter::new(30);
        let writer = quality
            .iter()
            .fold(writer, |writer, q| writer.with_quality(*q));
        let mut movie = movie(&writer, &film, (33, 20), &options);
        for frame in &frames {
            movie.write_frame(frame).unwrap();
        }
        movie.finish().unwrap();
        pillow(&film).frames
    });
    let mut expected: Vec<Vec<u8>> = frames
        .iter()
        .map(|f| f.as_slice().unwrap().to_vec())
        .collect();
    expected.dedup();
    let alpha = |frames: &[Vec<u8>]| -> Vec<u8> {
        frames.concat().into_iter().skip(3).step_by(4).collect()
    };
    assert_eq!(alpha(&lossless), alpha(&expected));
    assert_eq!(alpha(&lossy), alpha(&expected));
    let opaque = |frames: &[Vec<u8>]| -> Vec<u8> {
        let frames = frames.concat();
        frames
            .chunks(4)
            .filter(|p| p[3] == 255)
            .flatten()
            .copied()
            .collect()
    };
    assert!(opaque(&lossless) == opaque(&expected));
    assert!(opaque(&lossy) != opaque(&expected));
}

#[test]
fn a_lossy_film_is_near_and_small() {
    require!("Pillow");
    let folder = Folder::new();
    let smooth = |i: usize| {
        Array3::from_shape_fn((120, 160, 3), |(y, x, c)| {
            let wave =
                ((x as f64 / 17.0 + i as f64 / 3.0).sin() * (y as f64 / 23.0).cos() + 1.0) / 2.0;
            (wave * f64::from([250u8, 180, 90][c])) as u8
        })
    };
    let size = |quality: f32| {
        let film = folder.join("film.webp");
        let writer = WebpWriter::new(30).with_quality(quality);
        let mut movie = movie(&writer, &film, (160, 120), &MovieOptions::new(100.0));
        (0..6).for_each(|i| movie.write_frame(&smooth(i)).unwrap());
        movie.finish().unwrap();
        let read = pillow(&film);
        let off = (0..6).map(|i| {
            let rgb: Vec<u8> = read.frames[i]
                .chunks(4)
                .flat_map(|p| [p[0], p[1], p[2]])
                .collect();
            worst(&rgb, smooth(i).as_slice().unwrap())
        });
        (fs::metadata(&film).unwrap().len(), off.max().unwrap())
    };
    let (best, off) = size(95.0);
    let (small, _) = size(20.0);
    assert!(
        off <= 16 && small < best / 2,
        "off by {off}; {best} and {small} bytes"
    );
}

#[test]
fn times_loops_and_metadata_arrive() {
    require!("Pillow");
    let folder = Folder::new();
    let film = folder.join("film.webp");
    let metadata = Metadata::new()
        .with("title", "Größe <b> & \u{1}")
        .with("artist", "A")
        .with("date", "2026-01-02");
    let writer = WebpWriter::new((30000, 1001))
        .with_loop_count(3)
        .with_metadata(metadata);
    let mut movie = movie(&writer, &film, (41, 30), &MovieOptions::new(100.0));
    let frame = |v: u8| Array3::from_elem((30, 41, 3), v);
    for v in 0..30 {
        movie.write_frame(&frame(v)).unwrap();
    }
    for _ in 0..30 {
        movie.write_frame(&frame(99)).unwrap();
    }
    movie
        .write_frame_for(&frame(3), Duration::from_millis(150))
        .unwrap();
    movie
        .write_frame_for(&frame(4), Duration::from_secs(4000))
        .unwrap();
    movie.finish().unwrap();
    let read = pillow(&film);
    assert!(read.info.contains("WEBP frames=33 loop=3"), "{}", read.info);
    let (frames, rest) = read.times.split_at(30);
    assert!(
        frames.iter().all(|t| [33.0, 34.0].contains(t)),
        "{frames:?}"
    );
    assert_eq!(frames.iter().sum::<f64>(), 1001.0);
    assert_eq!(rest, [1001.0, 150.0, 4_000_000.0]);
    let bytes = fs::read(&film).unwrap();
    assert_eq!(
        bytes.len() as u32,
        8 + u32::from_le_bytes(bytes[4..8].try_into().unwrap())
    );
    let xmp = String::from_utf8_lossy(&bytes);
    for expected in [
        "<rdf:li xml:lang=\"x-default\">Größe &lt;b&gt; &amp; \u{fffd}</rdf:li>",
        "<dc:creator><rdf:Seq><rdf:li>A</rdf:li></rdf:Seq></dc:creator>",
        "<xmp:CreateDate>2026-01-02</xmp:CreateDate>",
    ] {
        assert!(xmp.contains(expected), "{expected}");
    }
}

#[test]
fn chromium_shows_every_frame() {
    require!("chromium");
    let folder = Folder::new();
    let frame = |r: u8| {
        Array3::from_shape_fn((24, 32, 4), |(_, x, c)| {
            [r, 100, 200, if x < 16 { 0 } else { 255 }][c]
        })
    };
    let mut films = Vec::new();
    for (name, mime) in [("webp", "image/webp"), ("apng", "image/png")] {
        let writers = MovieWriterRegistry::default();
        let settings = WriterSettings::new(20).with_loop_count(4);
        let writer = writers.with_settings(name, &settings).unwrap();
        let (fig, _) = full_figure(32, 24);
        let (memory, options) = (
            MemoryFile::new(),
            MovieOptions::new(100.0).with_transparent(true),
        );
        let destination = Destination::memory(&memory, name);
        let mut movie = writer.saving_with(&fig, destination, &options).unwrap();
        for r in [10, 20, 30] {
            movie.write_frame(&frame(r)).unwrap();
        }
        movie.finish().unwrap();
        films.push(format!("{{type: '{mime}', bytes: {:?}}}", memory.take()));
    }
    let page = format!(
        "<body><p id=p>nothing</p><script>
        (async () => {{
            let said = '';
            for (const film of [{}]) {{
                const decoder = new ImageDecoder({{data: new Uint8Array(film.bytes), type: film.type}});
                await decoder.tracks.ready;
                await decoder.completed;
                const track = decoder.tracks.selectedTrack;
                said += film.type + ' ' + track.frameCount + ' repeats ' + track.repetitionCount;
                for (let i = 0; i < track.frameCount; i++) {{
                    const {{image}} = await decoder.decode({{frameIndex: i}});
                    const canvas = new OffscreenCanvas(32, 24), context = canvas.getContext('2d');
                    context.drawImage(image, 0, 0);
                    const at = x => [...context.getImageData(x, 12, 1, 1).data];
                    said += ' | ' + image.duration + ' ' + at(4) + ' ' + at(24);
                }}
                said += '; ';
            }}
            p.textContent = said;
        }})().catch(e => p.textContent = 'error ' + e);
        </script>",
        films.join(", ")
    );
    fs::write(folder.join("page.html"), page).unwrap();
    let look = |patience: u32| {
        let mut chromium = chromium(&folder.join(&format!("profile{patience}")));
        chromium.arg("--timeout=15000");
        chromium.arg(format!("--virtual-time-budget={patience}"));
        chromium.arg(format!("file://{}", folder.join("page.html").display()));
        let run = chromium.stderr(Stdio::null());
        String::from_utf8_lossy(&run.output().unwrap().stdout).into_owned()
    };
    // The browser's own time does not wait for decoders, which are slow on a busy machine.
    let mut seen = [10_000, 100_000, 1_000_000, 10_000_000]
        .into_iter()
        .map(look);
    let dom = seen
        .find(|dom| !dom.contains(">nothing<"))
        .unwrap_or_default();
    let shown = [10, 20, 30]
        .map(|r| format!(" | 50000 0,0,0,0 {r},100,200,255"))
        .concat();
    for mime in ["image/webp", "image/png"] {
        // Four times are once and three repetitions.
        assert!(
            dom.contains(&format!("{mime} 3 repeats 3{shown}; ")),
            "{dom}"
        );
    }
}

#[test]
fn memory_and_streams_get_the_same_film() {
    let folder = Folder::new();
    let (film, frames) = (folder.join("film.webp"), frames(40, 50, 3));
    write_animation(&frames, &film, &options()).unwrap();
    let expected = fs::read(&film).unwrap();
    let memory = MemoryFile::new();
    write_animation(&frames, Destination::memory(&memory, "webp"), &options()).unwrap();
    assert!(memory.take() == expected);
    let stream = fs::File::create(folder.join("stream")).unwrap();
    write_animation(&frames, Destination::stream(stream, "webp"), &options()).unwrap();
    assert!(fs::read(folder.join("stream")).unwrap() == expected);
}

#[test]
fn the_suffix_chooses_it_unless_a_codec_asks_for_ffmpeg() {
    let folder = Folder::new();
    let writer = |options: WriteOptions| {
        let film = write_animation(frames(16, 16, 3), folder.join("film.webp"), &options);
        film.unwrap().writer
    };
    assert_eq!(writer(WriteOptions::new()), "webp");
    require!("ffmpeg");
    assert_eq!(
        writer(WriteOptions::new().with_codec("libwebp_anim")),
        "ffmpeg"
    );
}

#[test]
fn what_fails_half_way_leaves_nothing() {
    assert_nothing_is_left(&WebpWriter::new(30));
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
    assert!(refused("film.webp", options().with_codec("vp9")).contains("codec \"vp9\""));
    assert!(refused("film.webp", options().with_metadata("run", "x")).contains("\"run\""));
    assert!(refused("film.webp", options().with_fps((1, 80_000))).contains("16777 s"));
    assert!(refused("film.webp", options().with_loop_count(65536)).contains("0 to 65535"));
    assert!(refused("film.webp", options().with_size(16384, 4)).contains("16383"));
    let (fig, _) = full_figure(4, 4);
    for quality in [-1.0, 101.0, f32::NAN] {
        let writer = WebpWriter::new(30).with_quality(quality);
        let error = writer
            .saving(&fig, folder.join("film.webp"), 100.0)
            .unwrap_err();
        assert!(error.to_string().contains("quality"), "{error}");
    }
    assert!(folder.files().is_empty());
}
