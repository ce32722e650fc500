//! What the tests of animated PNG and WebP have in common.

use std::fs;
use std::path::Path;

use ndarray::Array3;
use plotreel::{Error, Movie, MovieOptions, MovieWriter, WriteOptions, try_write_animation};

use crate::support::Folder;

/// A picture on which something is drawn at one place after another; each third frame is like the one before.
pub(crate) fn changing(mut frame: Array3<u8>) -> Vec<Array3<u8>> {
    let (height, width, channels) = frame.dim();
    let mut state = 9u32;
    let mut next = move |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    let mut frames = Vec::new();
    for i in 0..20 {
        if i % 3 != 2 {
            for _ in 0..1 + i % 4 {
                let (y, x, c) = (next(height), next(width), next(channels));
                frame[[y, x, c]] = !frame[[y, x, c]];
            }
        }
        frames.push(frame.clone());
    }
    frames
}

/// The frames that differ from the one before, as RGBA.
pub(crate) fn distinct(frames: &[Array3<u8>]) -> Vec<Vec<u8>> {
    let mut rgba: Vec<Vec<u8>> = frames.iter().map(to_rgba).collect();
    rgba.dedup();
    rgba
}

pub(crate) fn to_rgba(frame: &Array3<u8>) -> Vec<u8> {
    let alpha = |rgb: &[u8]| if rgb.len() == 4 { rgb[3] } else { 255 };
    let pixels = frame.as_slice().unwrap().chunks(frame.dim().2);
    pixels.flat_map(|p| [p[0], p[1], p[2], alpha(p)]).collect()
}

/// A film of so many columns and rows that takes ready pixels.
pub(crate) fn movie(
    writer: &impl MovieWriter,
    film: &Path,
    size: (u32, u32),
    options: &MovieOptions,
) -> Movie {
    Movie::new_with(writer, film, size, options).unwrap()
}

/// A film whose frames fail, and one that is dropped, leave the film that was there, and nothing else.
pub(crate) fn assert_nothing_is_left(writer: &impl MovieWriter) {
    let folder = Folder::new();
    let name = format!("film.{}", writer.name());
    let film = folder.join(&name);
    fs::write(&film, "the old film").unwrap();
    let all = changing(Array3::zeros((40, 50, 3)));
    let failing = all.iter().enumerate().map(|(i, frame)| {
        if i == 7 {
            Err("lens cap on")
        } else {
            Ok(frame)
        }
    });
    let options = WriteOptions::new().with_writer(writer.name());
    let error = try_write_animation(failing, &film, &options).unwrap_err();
    assert!(matches!(error, Error::Frame { index: 7, .. }), "{error}");
    let mut movie = movie(writer, &film, (50, 40), &MovieOptions::new(100.0));
    movie.write_frame(&all[0]).unwrap();
    drop(movie);
    assert_eq!(folder.files(), [name]);
    assert_eq!(fs::read_to_string(&film).unwrap(), "the old film");
}
