//! A colour and the other short texts of settings.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plotreel::annotate::LabelPosition;
use plotreel::artists::{LineStyle, Marker};
use plotreel::axes::BinRule;
use plotreel::colors::ColorSpec;
use plotreel::image::Interpolation;
use plotreel::legend::LegendLoc;
use plotreel::scale::Scale;
use plotreel::writers::{Fps, PageFrames, PlayMode};
use plotreel::{Color, Colormap, Figure, Norm};
use plotreel_fuzz::draw;

fuzz_target!(|text: &str| {
    let _ = Color::named(text);
    let _ = Colormap::named(text);
    macro_rules! parse {
        ($($kind:ty),*) => { $(let _ = text.parse::<$kind>();)* };
    }
    parse!(
        BinRule,
        Fps,
        Interpolation,
        LabelPosition,
        LegendLoc,
        LineStyle,
        Norm
    );
    parse!(PageFrames, PlayMode, Scale);
    let mut fig = Figure::new((1.2, 0.8), 100.0);
    let Ok(ax) = fig.add_subplot(1, 1, 1) else {
        return;
    };
    let line = fig[ax].plot_fmt(&[0.0, 1.0], &[0.0, 1.0], text);
    if let (Ok(color), Ok(line)) = (text.parse::<ColorSpec>(), &line) {
        let _ = fig[*line].set_color(color);
    }
    if let Ok(marker) = text.parse::<Marker>()
        && let Ok(points) = fig[ax].scatter(&[0.0, 1.0], &[1.0, 0.0])
    {
        let _ = fig[points].set_marker(marker);
    }
    draw(&fig);
});
