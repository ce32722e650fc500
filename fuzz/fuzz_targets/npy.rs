//! An .npy file, with options that its last byte chooses.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plotreel_fuzz::{file, options, render};

fuzz_target!(|bytes: &[u8]| {
    let choice = bytes.last().copied().unwrap_or_default();
    let input = file("input-frames.npy", bytes);
    render(options(choice).into_iter().chain([input]));
});
