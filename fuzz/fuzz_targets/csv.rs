//! A CSV file as a table of placeholders and as boxes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plotreel_fuzz::{file, frames, render};

fuzz_target!(|bytes: &[u8]| {
    let table = file("table.csv", bytes);
    let words = [
        "--label={t} {frame}".into(),
        "--table".into(),
        table.clone(),
    ];
    render(words.into_iter().chain([frames()]));
    render(["--boxes".into(), table, frames()]);
});
