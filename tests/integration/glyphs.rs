//! Characters that the fonts lack.

use plotreel::{Canvas, Figure, FrameSize};

use crate::support::logged;

#[test]
fn a_missing_character_is_drawn_as_a_box_and_logged_once() {
    logged();
    let mut fig = Figure::new((1.0, 0.5), 100.0);
    let text = fig.text(0.2, 0.3, "");
    let mut canvas = Canvas::new(FrameSize {
        width: 100,
        height: 50,
    });
    for word in ["漢 1", "漢 2", "漢 3"] {
        fig[text].set_text(word);
        fig.draw(&mut canvas).unwrap();
    }
    let told = logged();
    let about: Vec<_> = told.iter().filter(|line| line.contains("U+6F22")).collect();
    assert_eq!(about.len(), 1, "{told:?}");
    // The box stands left of the number.
    let rgb = canvas.to_rgb();
    let dark = |x: usize| (0..50).any(|y| rgb[3 * (y * 100 + x)] < 128);
    assert!((20..28).any(dark), "no box");
}
