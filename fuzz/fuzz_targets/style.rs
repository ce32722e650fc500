//! The style of a box, an arrow and a connection, drawn.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plotreel::Figure;
use plotreel::patches::{ArrowStyle, BoxStyle, ConnectionStyle, FancyArrowPatch, FancyBboxPatch};
use plotreel::text::ArrowProps;
use plotreel_fuzz::draw;

fuzz_target!(|text: &str| {
    let mut fig = Figure::new((1.2, 0.8), 100.0);
    let Ok(ax) = fig.add_subplot(1, 1, 1) else {
        return;
    };
    if let Ok(style) = text.parse::<BoxStyle>() {
        let patch = fig[ax].add_patch(FancyBboxPatch::new((0.2, 0.3), 0.5, 0.4));
        let _ = fig[patch].set_boxstyle(style);
    }
    if let Ok(style) = text.parse::<ArrowStyle>() {
        let arrow = fig[ax].add_patch(FancyArrowPatch::new((0.1, 0.1), (0.9, 0.8)));
        let _ = fig[arrow].set_arrowstyle(style);
    }
    if let Ok(style) = text.parse::<ConnectionStyle>()
        && let Ok(arrow) = ArrowProps::new().with_connectionstyle(style)
    {
        let note = fig[ax].annotate("x", (0.2, 0.9), (0.8, 0.1));
        let _ = fig[note].set_arrowprops(Some(arrow));
    }
    draw(&fig);
});
