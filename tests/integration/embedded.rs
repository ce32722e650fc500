//! The embedded encoder's films, checked by ffprobe, by decoding and by a browser.

use std::process::{Command, Stdio};

use ndarray::Array3;
use plotreel::writers::Openh264Writer;
use plotreel::{Error, MovieWriterExt, WriteOptions, write_animation, write_animation_to_vec};

use crate::support::{
    Folder, chromium, decode, full_figure, noise, packet_times, probe, require, worst,
};

fn options() -> WriteOptions {
    WriteOptions::new().with_writer("openh264")
}

/// A smooth picture that moves.
fn smooth(height: usize, width: usize, i: usize) -> Array3<u8> {
    Array3::from_shape_fn((height, width, 3), |(y, x, c)| {
        let wave = ((x + 2 * i) as f64 / 17.0 + c as f64).sin() * ((y + i) as f64 / 13.0).cos();
        (wave * 100.0 + 128.0) as u8
    })
}

/// Peak signal-to-noise ratio of bytes, in dB.
fn psnr(a: &[u8], b: &[u8]) -> f64 {
    assert_eq!(a.len(), b.len());
    let error: f64 = a
        .iter()
        .zip(b)
        .map(|(a, b)| f64::from(a.abs_diff(*b)).powi(2))
        .sum();
    10.0 * (255.0 * 255.0 * a.len() as f64 / error).log10()
}

#[test]
fn frames_come_back_in_order_and_alike() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    // More than two groups of pictures for each of several workers.
    let frames: Vec<_> = (0..150).map(|i| smooth(96, 128, i)).collect();
    let written = write_animation(
        &frames,
        &film,
        &options().with_fps((30000, 1001)).with_comment("c"),
    )
    .unwrap();
    assert_eq!((written.frames, &*written.writer), (150, "openh264"));
    let stream = probe(&film);
    for expected in [
        "codec_name=h264",
        "width=128\nheight=96",
        "pix_fmt=yuv420p",
        "color_range=tv",
        "color_space=bt709",
        "color_transfer=bt709",
        "color_primaries=bt709",
        "r_frame_rate=30000/1001",
        "avg_frame_rate=30000/1001",
        "nb_read_frames=150",
        "TAG:title=Animation",
        "TAG:artist=plotreel",
        "TAG:comment=c",
    ] {
        assert!(stream.contains(expected), "{expected} is not in {stream}");
    }
    let pixels = decode(&film);
    for (i, frame) in frames.iter().enumerate() {
        let size = frame.len();
        let alike = psnr(frame.as_slice().unwrap(), &pixels[i * size..][..size]);
        assert!(alike > 32.0, "frame {i}: {alike:.1} dB");
    }
}

#[test]
fn frames_of_which_little_changes_are_small_and_alike() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    // Neither side is one of whole macroblocks; a bar moves by parts of its width, and stays.
    let background = smooth(202, 330, 0);
    let bar = |i: usize| {
        let (mut frame, left) = (background.clone(), (3 * i).min(240));
        for ((y, x, _), value) in frame.indexed_iter_mut() {
            if (60..150).contains(&y) && (left..left + 20).contains(&x) {
                *value = 230;
            }
        }
        frame
    };
    let frames: Vec<_> = (0..300).map(bar).collect();
    write_animation(&frames, &film, &options()).unwrap();
    assert!(probe(&film).contains("nb_read_frames=300\n"));
    let pixels = decode(&film);
    for (i, frame) in frames.iter().enumerate() {
        let size = frame.len();
        let alike = psnr(frame.as_slice().unwrap(), &pixels[i * size..][..size]);
        assert!(alike > 34.0, "frame {i}: {alike:.1} dB");
    }
    let moving = std::fs::metadata(&film).unwrap().len();
    write_animation(&frames[..80], &film, &options()).unwrap();
    let without = std::fs::metadata(&film).unwrap().len();
    // 220 frames with nothing new, and a keyframe.
    write_animation(&frames[250..251], &film, &options()).unwrap();
    let keyframe = std::fs::metadata(&film).unwrap().len();
    assert!(
        moving < without + 3 * keyframe / 2 + 220 * 30,
        "{moving} bytes, {without} and {keyframe}"
    );
}

#[test]
fn flat_colours_decode_to_within_four_levels() {
    require!("ffmpeg");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    for rgb in [
        [255, 0, 0],
        [0, 255, 0],
        [0, 0, 255],
        [255, 255, 255],
        [30, 160, 200],
        [0, 0, 0u8],
    ] {
        let frame = Array3::from_shape_fn((64, 64, 3), |(_, _, c)| rgb[c]);
        write_animation([&frame, &frame, &frame], &film, &options()).unwrap();
        let off = worst(&decode(&film), &rgb.repeat(3 * 64 * 64));
        // The default quantiser leaves blue's chroma a step off, which is four levels of RGB.
        assert!(off <= 4, "{rgb:?}: off by {off}");
    }
}

#[test]
fn the_index_is_in_front_and_the_frame_times_are_exact() {
    require!("ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    write_animation(
        (0..40).map(|i| smooth(32, 48, i)),
        &film,
        &options().with_fps(0.7),
    )
    .unwrap();
    let bytes = std::fs::read(&film).unwrap();
    let place = |kind: &[u8]| bytes.windows(4).position(|w| w == kind).unwrap();
    assert!(place(b"moov") < place(b"mdat"));
    let times = packet_times(&film);
    for (i, time) in times.iter().enumerate() {
        assert!((time - i as f64 / 0.7).abs() < 2e-6, "frame {i} at {time}");
    }
    assert_eq!(times.len(), 40);
}

#[test]
fn odd_sizes_repeat_their_edge() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    write_animation([smooth(33, 49, 0)], &film, &options()).unwrap();
    assert!(probe(&film).contains("width=50\nheight=34\n"));
    write_animation([smooth(15, 15, 0)], &film, &options()).unwrap();
    assert!(probe(&film).contains("width=16\nheight=16\n"));
}

#[test]
fn sizes_beyond_the_limits_are_refused_before_the_first_frame() {
    let folder = Folder::new();
    for (width, height) in [(14, 100), (100, 14), (3842, 16), (2200, 2200)] {
        let (fig, _) = full_figure(width, height);
        let error = Openh264Writer::new(30)
            .saving(&fig, folder.join("film.mp4"), 100.0)
            .unwrap_err();
        assert!(
            matches!(error, Error::SizeLimit { .. }),
            "{width}x{height}: {error}"
        );
    }
    let (tall, _) = full_figure(16, 3840);
    Openh264Writer::new(30)
        .saving(&tall, folder.join("film.mp4"), 100.0)
        .unwrap()
        .abort();
    assert!(folder.files().is_empty());
}

/// Writes so many frames of noise, all of which are to be in the film.
fn film_noise(writer: Openh264Writer, (width, height): (usize, usize), count: usize) {
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    let (fig, _) = full_figure(width as u32, height as u32);
    let mut movie = writer.saving(&fig, &film, 100.0).unwrap();
    let mut state = 1;
    for _ in 0..count {
        movie
            .write_frame(&noise((height, width, 3), &mut state))
            .unwrap();
    }
    movie.finish().unwrap();
    assert!(probe(&film).contains(&format!("nb_read_frames={count}\n")));
}

#[test]
fn still_noise_of_more_bytes_than_the_decoder_takes_is_written() {
    require!("ffmpeg", "ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    let mut frame = noise((2160, 3840, 3), &mut 1);
    let (fig, _) = full_figure(3840, 2160);
    let writer = Openh264Writer::new(30).with_qp(18);
    let mut movie = writer.saving(&fig, &film, 100.0).unwrap();
    for shade in [0, 100, 200] {
        for x in 0..40 {
            frame[[x, x, 0]] = shade;
        }
        movie.write_frame(&frame).unwrap();
    }
    movie.finish().unwrap();
    assert!(std::fs::metadata(&film).unwrap().len() > 7_077_888);
    assert!(probe(&film).contains("nb_read_frames=3\n"));
}

#[test]
fn noise_at_the_finest_quantiser_goes_on_coarser() {
    require!("ffmpeg", "ffprobe");
    film_noise(Openh264Writer::new(30).with_qp(0), (640, 480), 40);
}

#[test]
fn films_of_more_bits_than_the_encoder_thinks_of_have_all_frames() {
    require!("ffmpeg", "ffprobe");
    film_noise(Openh264Writer::new(60).with_qp(10), (1280, 720), 14);
}

#[test]
fn what_it_can_not_honour_is_named() {
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    for (options, named) in [
        (options().with_codec("libx265"), "libx265"),
        (options().with_bitrate(500), "bitrate 500"),
        (options().with_extra_args(["-crf", "3"]), "-crf 3"),
        (options().with_metadata("mood", "blue"), "mood"),
    ] {
        let error = write_animation([smooth(32, 32, 0)], &film, &options).unwrap_err();
        let text = error.to_string();
        assert!(
            matches!(error, Error::Option { .. })
                && text.contains(named)
                && text.contains("openh264"),
            "{text}"
        );
    }
    assert!(folder.files().is_empty());
}

#[cfg(unix)]
#[test]
fn auto_falls_back_to_it_for_mp4_only() {
    let folder = Folder::new();
    let tools = Folder::new();
    let ffmpeg = tools.join("ffmpeg");
    crate::support::write_script(&ffmpeg, "#!/bin/sh\necho ' V..... png  PNG'\n");
    let auto = WriteOptions::new().with_program(&ffmpeg);
    let frame = [smooth(32, 32, 0)];

    assert_eq!(
        write_animation(&frame, folder.join("a.mp4"), &auto)
            .unwrap()
            .writer,
        "openh264"
    );
    let error = write_animation(&frame, folder.join("a.mkv"), &auto).unwrap_err();
    assert!(matches!(error, Error::WriterUnavailable { .. }), "{error}");
    let error =
        write_animation(&frame, folder.join("b.mp4"), &auto.with_codec("hevc")).unwrap_err();
    let text = error.to_string();
    assert!(
        matches!(error, Error::WriterUnavailable { .. }) && text.contains("no encoder for hevc"),
        "{text}"
    );
    // One that is named and does not run is no reason to take another.
    let none = WriteOptions::new().with_program(tools.join("no-ffmpeg"));
    let error = write_animation(&frame, folder.join("b.mp4"), &none).unwrap_err();
    assert!(matches!(error, Error::WriterUnavailable { .. }), "{error}");
    assert_eq!(folder.files(), ["a.mp4"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_reads_can_be_given_up() {
    let folder = Folder::new();
    let pipe = folder.join("pipe.mp4");
    crate::support::output(Command::new("mkfifo").arg(&pipe));
    // Both ends are open, so that writing blocks and does not fail.
    let both = std::fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(&pipe)
        .unwrap();
    let (fig, _) = full_figure(640, 480);
    let mut movie = Openh264Writer::new(30).saving(&fig, &pipe, 100.0).unwrap();
    let abort = movie.abort_handle();
    let aborter = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(500));
        abort.abort();
    });
    let mut state = 1;
    let error = loop {
        if let Err(error) = movie.write_frame(&noise((480, 640, 3), &mut state)) {
            break error;
        }
    };
    assert!(matches!(error, Error::Aborted), "{error}");
    aborter.join().unwrap();
    drop(both);
}

#[test]
fn the_frames_so_far_are_kept_if_they_are_wanted() {
    require!("ffprobe");
    let folder = Folder::new();
    let frames = (0..50).map(|i| {
        if i == 45 {
            Err("lens cap on")
        } else {
            Ok(smooth(48, 64, i))
        }
    });
    let keep = options().with_on_error(plotreel::OnError::KeepPartial);
    plotreel::try_write_animation(frames, folder.join("film.mp4"), &keep).unwrap_err();
    assert_eq!(folder.files(), ["film.partial.mp4"]);
    assert!(probe(&folder.join("film.partial.mp4")).contains("nb_read_frames=45\n"));
}

#[test]
fn a_dropped_film_leaves_nothing() {
    let folder = Folder::new();
    let (fig, _) = full_figure(64, 48);
    let mut movie = Openh264Writer::new(30)
        .saving(&fig, folder.join("film.mp4"), 100.0)
        .unwrap();
    for i in 0..70 {
        movie.write_frame(&smooth(48, 64, i)).unwrap();
    }
    assert_eq!(folder.files().len(), 1);
    drop(movie);
    assert!(folder.files().is_empty());
}

#[test]
fn a_browser_plays_it() {
    require!("chromium");
    let folder = Folder::new();
    let film =
        write_animation_to_vec((0..60).map(|i| smooth(96, 128, i)), "mp4", &options()).unwrap();
    std::fs::write(folder.join("film.mp4"), film).unwrap();
    // A page's load event waits for the first frame of its films.
    let page = "<video src=film.mp4 preload=auto muted></video><p id=p>nothing</p><script>
        const v = document.querySelector('video'), p = document.getElementById('p');
        v.onerror = () => p.textContent = 'error ' + v.error.message;
        v.onloadeddata = () => p.textContent = 'seen ' + v.videoWidth + 'x' + v.videoHeight + ' ' + v.duration;
        </script>";
    std::fs::write(folder.join("page.html"), page).unwrap();
    let mut chromium = chromium(&folder.join("profile"));
    chromium.args(["--timeout=15000", "--virtual-time-budget=10000"]);
    chromium.arg(format!("file://{}", folder.join("page.html").display()));
    let dom = chromium.stderr(Stdio::null()).output().unwrap().stdout;
    let dom = String::from_utf8_lossy(&dom);
    assert!(dom.contains("seen 128x96 2<"), "{dom}");
}

#[test]
fn the_level_is_what_size_and_rate_need() {
    require!("ffprobe");
    let folder = Folder::new();
    let film = folder.join("film.mp4");
    for (width, height, fps, expected) in [
        (32, 32, 30, 10),
        (160, 120, 30, 11),
        (176, 144, 15, 10),
        (320, 240, 30, 13),
        (640, 480, 30, 30),
        (640, 480, 60, 31),
        (1280, 720, 30, 31),
        (1920, 1080, 30, 40),
        (1920, 1080, 60, 42),
        (3840, 2160, 30, 51),
    ] {
        let flat = Array3::from_elem((height, width, 3), 90u8);
        let options = options().with_fps(fps);
        write_animation([&flat, &flat], &film, &options).unwrap();
        let stream = probe(&film);
        assert!(
            stream.contains(&format!("level={expected}\n")),
            "{width}x{height} at {fps}: {stream}"
        );
        // A pipe's film says the same, and both play.
        let pipe = std::fs::File::create(&film).unwrap();
        let stream = plotreel::writers::Destination::stream(pipe, "mp4");
        write_animation([&flat, &flat], stream, &options).unwrap();
        assert!(probe(&film).contains(&format!("level={expected}\n")));
        if width < 1000 {
            assert_eq!(decode(&film).len(), 2 * 3 * width * height);
        }
    }
    // Noise has more bits per second than the lowest levels allow.
    let mut state = 1;
    let frames: Vec<_> = (0..30).map(|_| noise((120, 160, 3), &mut state)).collect();
    write_animation(&frames, &film, &options()).unwrap();
    let stream = probe(&film);
    let value = |key: &str| -> u64 {
        let mut lines = stream.lines();
        let line = lines.find_map(|line| line.strip_prefix(key));
        line.unwrap().parse().unwrap()
    };
    let (bits, level) = (value("bit_rate="), value("level="));
    assert!(bits > 2_000_000 && level > 20, "{bits} bit/s, {level}");
}

#[test]
fn what_is_too_small_hears_of_scale() {
    let folder = Folder::new();
    let error = write_animation([smooth(14, 100, 0)], folder.join("a.mp4"), &options());
    let advice = error.unwrap_err().advice();
    assert!(
        advice.contains("--scale") && advice.contains("with_scale"),
        "{advice}"
    );
    let error = write_animation([smooth(16, 4000, 0)], folder.join("a.mp4"), &options());
    let advice = error.unwrap_err().advice();
    assert!(
        advice.contains("3840") && !advice.contains("--scale"),
        "{advice}"
    );
}
