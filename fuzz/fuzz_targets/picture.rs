//! A picture under the suffix of its first bytes, with options that its last byte chooses.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plotreel_fuzz::{file, options, render};

fuzz_target!(|bytes: &[u8]| {
    let name = match bytes {
        [0xff, ..] => "picture.jpg",
        [b'G', ..] => "picture.gif",
        [b'R', ..] => "picture.webp",
        [b'B', ..] => "picture.bmp",
        [b'I' | b'M', ..] => "picture.tiff",
        [b'P', ..] => "picture.ppm",
        _ => "picture.png",
    };
    let choice = bytes.last().copied().unwrap_or_default();
    let input = file(name, bytes);
    render(options(choice).into_iter().chain([input]));
});
