//! A text with placeholders: labels and titles of frames, and formats of ticks.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plotreel::annotate::{Label, Table};
use plotreel::scale::Scale;
use plotreel::ticker::{AxisView, FormatStrFormatter, Formatter, StrMethodFormatter};
use plotreel::{WriteOptions, write_animation};

fuzz_target!(|text: &str| {
    let table = Table::new(["t", "name"], [["0.5", "one"], ["-2", "two"]]);
    let frames = (0..2).map(|i| ndarray::arr2(&[[0.0, 1.0], [2.0, f64::from(i)]]));
    let options = WriteOptions::new()
        .with_writer("null")
        .with_title_text(text)
        .with_label(Label::new(text));
    let options = match table {
        Ok(table) => options.with_table(table),
        Err(_) => options,
    };
    let _ = write_animation(frames, "film.mp4", &options);
    let axis = AxisView::new((0.0, 1.0), Scale::Linear);
    if let Ok(formatter) = StrMethodFormatter::new(text) {
        formatter.format_ticks(&axis, &[-1.5, 0.0, 1e300, f64::NAN]);
    }
    if let Ok(formatter) = FormatStrFormatter::new(text) {
        formatter.format_ticks(&axis, &[-1.5, 0.0, 1e300, f64::NAN]);
    }
});
