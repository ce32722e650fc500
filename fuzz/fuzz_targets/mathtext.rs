//! Mathematical notation, as it is and between dollar signs, at several angles and sizes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plotreel::Figure;
use plotreel_fuzz::draw;

fuzz_target!(|text: &str| {
    let mut fig = Figure::new((1.2, 0.8), 100.0);
    let plain = fig.text(0.1, 0.5, text);
    fig[plain].set_rotation(30.0).unwrap();
    let math = fig.text(0.1, 0.2, format!("${text}$"));
    fig[math].set_fontsize(1.0 + text.len() as f64).unwrap();
    draw(&fig);
});
