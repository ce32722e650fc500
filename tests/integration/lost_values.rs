//! Values that a film can't show cause warnings: colours out of range, hidden numbers, alpha, times.

use std::time::Duration;

use ndarray::{Array2, Array3, array};
use plotreel::writers::{Destination, MemoryFile};
use plotreel::{
    Figure, MovieWriterExt, NullWriter, WriteOptions, write_animation, write_animation_to_vec,
};

use crate::recorder::Recorder;
use crate::support::logged;

fn null() -> WriteOptions {
    WriteOptions::new().with_writer("null")
}

/// How many warnings have all of these words.
fn said(words: &[&str]) -> usize {
    let has_all = |line: &&String| words.iter().all(|word| line.contains(word));
    logged().iter().filter(has_all).count()
}

/// The frames, with straight alpha, that a recorder gets of a film.
fn recorded(
    recorder: &Recorder,
    options: WriteOptions,
    write: impl FnOnce(
        Destination,
        &WriteOptions,
    ) -> plotreel::error::Result<plotreel::writers::MovieStats>,
) -> Vec<Vec<u8>> {
    let film = MemoryFile::new();
    let options = options
        .with_writers(recorder.registry())
        .with_writer("recorder");
    write(Destination::memory(&film, "rec"), &options).unwrap();
    recorder.frames()
}

#[test]
fn colours_out_of_range_are_told_of_once_a_film_whichever_frame_has_them() {
    logged();
    let frames = |peak: f64| {
        (0..5).map(move |i| Array3::from_elem((4, 6, 3), if i > 1 { peak } else { 0.5 }))
    };
    write_animation(frames(201.25), "film.mp4", &null()).unwrap();
    assert_eq!(
        said(&[
            "from 201.2 to 201.2",
            "0..1",
            "divide them by 255",
            "0..255"
        ]),
        1
    );
    write_animation(
        frames(202.25).map(|a| a.mapv(|x| x as f32)),
        "film.mp4",
        &null(),
    )
    .unwrap();
    assert_eq!(said(&["from 202.2 to 202.2", "0..1"]), 1);
    write_animation(
        frames(4003.0).map(|a| a.mapv(|x| x as u16)),
        "film.mp4",
        &null(),
    )
    .unwrap();
    assert_eq!(said(&["from 4003 to 4003", "0..255", "0..4095"]), 1);
    write_animation([array![[[-104i8, 0, 0, 127]]]], "film.mp4", &null()).unwrap();
    assert_eq!(said(&["from -104 to 127", "-128..127"]), 1);
}

#[test]
fn colours_out_of_range_are_told_of_at_every_door() {
    logged();
    let mut fig = Figure::new((0.06, 0.04), 100.0);
    let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]).unwrap();
    let image = fig[ax]
        .imshow(&Array3::from_elem((4, 6, 3), 301.0))
        .unwrap();
    assert_eq!(said(&["from 301 to 301"]), 1);
    fig[image]
        .set_data(&Array3::from_elem((4, 6, 3), 302.0))
        .unwrap();
    assert_eq!(said(&["from 302 to 302"]), 0, "the image has told it");
    let image = fig[ax].imshow(&Array3::from_elem((4, 6, 3), 1.0)).unwrap();
    fig[image]
        .set_data(&Array3::from_elem((4, 6, 3), 303.0))
        .unwrap();
    fig.clone()[image]
        .set_data(&Array3::from_elem((4, 6, 3), 304.0))
        .unwrap();
    assert_eq!(
        (said(&["from 303 to 303"]), said(&["from 304 to 304"])),
        (1, 0)
    );
    let mut movie = NullWriter::new(30).saving(&fig, "film.mp4", 100.0).unwrap();
    for value in [305i32, 306] {
        movie
            .write_frame(&Array3::from_elem((4, 6, 3), value))
            .unwrap();
    }
    movie.finish().unwrap();
    assert_eq!(
        (said(&["from 305 to 305"]), said(&["from 306 to 306"])),
        (1, 0)
    );
}

#[test]
fn a_range_shows_colours_as_their_bytes_do() {
    logged();
    let bytes = Array3::from_shape_fn((4, 6, 3), |(y, x, c)| (40 * y + 9 * x + 3 * c) as u8);
    let film = |options: WriteOptions, array: &Array3<f64>| {
        recorded(&Recorder::default(), options, |out, options| {
            write_animation([array], out, options)
        })
    };
    let expected = film(WriteOptions::new(), &bytes.mapv(|x| f64::from(x) / 255.0));
    let scaled = bytes.mapv(|x| f64::from(x) * 3.5 - 400.0);
    let range = WriteOptions::new().with_range(-400.0, 255.0 * 3.5 - 400.0);
    assert_eq!(film(range, &scaled), expected);
    assert_eq!(said(&["from -400 to"]), 0, "it is meant");
    let error = write_animation([&scaled], "film.mp4", &null().with_range(1.0, 1.0)).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("the range of colours can't be 1..1"),
        "{error}"
    );
}

#[test]
fn limits_of_the_first_frame_that_hide_a_later_one_are_told_of() {
    logged();
    let frames = |step: f64| {
        (0..5).map(move |i| {
            Array2::from_shape_fn((4, 5), |(y, x)| {
                700.0 + (y + x) as f64 + step * f64::from(i)
            })
        })
    };
    write_animation(frames(3.0), "film.mp4", &null()).unwrap();
    assert_eq!(said(&["frame 1", "outside 700 … 707", "30 %"]), 1);
    assert_eq!(said(&["outside 700 … 707"]), 1, "once");
    let all = |first: f64| {
        move |i: f64| Array2::from_shape_fn((4, 5), move |(y, x)| first + (y + x) as f64 + i)
    };
    write_animation(
        [0.0, 9.0].map(all(800.0)),
        "film.mp4",
        &null().with_vmin(800.0).with_vmax(807.0),
    )
    .unwrap();
    assert_eq!(said(&["outside 800"]), 0, "limits that are given are meant");
    write_animation([0.0, 0.5].map(all(900.0)), "film.mp4", &null()).unwrap();
    assert_eq!(said(&["outside 900"]), 0, "a twentieth is not much");
}

#[test]
fn limits_of_all_frames_are_those_that_are_not_given() {
    let frames = [
        array![[3.0, 4.0]],
        array![[-1.0, f64::NAN]],
        array![[9.0, 5.0]],
    ];
    let film = |options: WriteOptions| {
        recorded(&Recorder::default(), options, |out, options| {
            write_animation(&frames, out, options)
        })
    };
    let options = WriteOptions::new;
    let both = options().with_vmin(-1.0).with_vmax(9.0);
    assert_eq!(
        film(options().with_limits_of(&frames).unwrap()),
        film(both.clone())
    );
    assert_ne!(film(options()), film(both));
    let one = options().with_vmin(0.0).with_limits_of(&frames).unwrap();
    assert_eq!(film(one), film(options().with_vmin(0.0).with_vmax(9.0)));
    let log = options().with_norm(plotreel::Norm::log());
    assert_eq!(
        film(log.clone().with_limits_of(&frames).unwrap()),
        film(log.with_vmin(3.0).with_vmax(9.0))
    );
    let error = options()
        .with_limits_of([Array2::<f64>::zeros((0, 4))])
        .unwrap_err();
    assert!(error.to_string().starts_with("frame 0:"), "{error}");
}

#[test]
fn a_film_of_one_colour_says_why() {
    logged();
    let same = |value: f64| vec![Array2::from_elem((4, 5), value); 2];
    write_animation(same(1005.0), "film.mp4", &null()).unwrap();
    assert_eq!(said(&["all of frame 0 is 1005"]), 1);
    write_animation(
        same(1.0),
        "film.mp4",
        &null().with_vmin(1006.0).with_vmax(1006.0),
    )
    .unwrap();
    assert_eq!(
        (said(&["vmin and vmax are both 1006"]), said(&["is 1006"])),
        (1, 0)
    );
    let before = said(&["no frame has a value"]);
    write_animation(same(f64::NAN), "film.mp4", &null()).unwrap();
    assert_eq!(said(&["no frame has a value"]), before + 1);
    write_animation([same(f64::NAN), same(3.0)].concat(), "film.mp4", &null()).unwrap();
    assert_eq!(
        said(&["all of frame 2 is 3"]),
        1,
        "the first frame with values gives the limits"
    );
}

/// Pixels of all alphas.
fn glass() -> Array3<u8> {
    Array3::from_shape_fn((8, 16, 4), |(y, x, c)| {
        [200, (9 * x) as u8, (30 * y) as u8, (16 * x + 2 * y) as u8][c]
    })
}

#[test]
fn transparent_films_keep_the_pixels_of_rgba_frames() {
    let bgra: Vec<u8> = (glass()
        .iter()
        .copied()
        .collect::<Vec<_>>()
        .as_chunks::<4>()
        .0
        .iter())
    .flat_map(|&[r, g, b, a]| [b, g, r, a])
    .collect();
    let transparent = WriteOptions::new().with_transparent(true);
    let film = |options: WriteOptions, array: &Array3<u8>| {
        recorded(&Recorder::default(), options, |out, options| {
            write_animation([array], out, options)
        })
    };
    assert_eq!(film(transparent.clone(), &glass())[0], bgra);
    let twice = film(transparent.clone().with_scale(2), &glass());
    assert_eq!(twice[0][4 * (2 * 32 + 2)..][..4], bgra[4 * 17..][..4]);
    let letterbox = film(transparent.with_size(30, 30), &glass());
    assert_eq!(letterbox[0][..4], [0; 4], "nothing is around it");
    assert!(
        film(WriteOptions::new(), &glass())[0]
            .chunks(4)
            .all(|p| p[3] == 255)
    );
}

#[test]
fn alpha_that_is_lost_is_told_of_and_what_would_keep_it() {
    logged();
    let count = |words: &[&str]| said(&[&["composited onto white"], words].concat());
    let before = count(&["the film keeps alpha with the option transparent"]);
    write_animation([glass(), glass()], "film.mp4", &null()).unwrap();
    assert!(count(&["the film keeps alpha with the option transparent"]) > before);
    if cfg!(feature = "openh264") {
        let before = count(&["this film can't keep alpha", ".webm"]);
        let big = Array3::from_elem((32, 32, 4), 100u8);
        write_animation_to_vec([big], "mp4", &WriteOptions::new().with_writer("openh264")).unwrap();
        assert!(count(&["this film can't keep alpha", ".webm"]) > before);
    }
    let error = WriteOptions::new()
        .with_writer("openh264")
        .with_transparent(true);
    if cfg!(feature = "openh264") {
        let error = write_animation_to_vec([glass()], "mp4", &error)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("transparency") && error.contains(".mov"),
            "{error}"
        );
    }
}

#[test]
fn frames_are_shown_for_the_times_that_they_have() {
    let times = [40, 100, 1000].map(Duration::from_millis);
    let frames = || {
        (0u8..)
            .zip(times)
            .map(|(i, time)| (Array2::from_elem((2, 2), 9 * i), time))
    };
    let recorder = Recorder::default();
    recorded(&recorder, WriteOptions::new(), |out, options| {
        write_animation(frames(), out, options)
    });
    assert_eq!(recorder.seen.lock().unwrap().durations, times);
    let one_rate = Recorder {
        has_one_rate: true,
        ..Recorder::default()
    };
    let shown = recorded(
        &one_rate,
        WriteOptions::new()
            .with_fps(10.0)
            .with_vmin(0.0)
            .with_vmax(20.0),
        |out, options| write_animation(frames(), out, options),
    );
    let runs: Vec<usize> = shown.chunk_by(|a, b| a == b).map(<[_]>::len).collect();
    assert_eq!(
        runs,
        [1, 10],
        "the first would end where it begins, the second is left out"
    );
}

#[test]
fn pixels_that_are_written_keep_their_alpha() {
    let recorder = Recorder::default();
    let film = MemoryFile::new();
    let options = plotreel::MovieOptions::new(100.0).with_transparent(true);
    let out = Destination::memory(&film, "rec");
    let mut movie = plotreel::Movie::new_with(&recorder, out, (16, 8), &options).unwrap();
    movie.write_frame(&glass()).unwrap();
    movie.finish().unwrap();
    let rgba: Vec<u8> = glass().iter().copied().collect();
    let found = recorder.frames();
    assert!(
        found[0]
            .chunks(4)
            .zip(rgba.chunks(4))
            .all(|(f, e)| [f[2], f[1], f[0], f[3]] == *e)
    );
}
