//! Annotated frames in one call: ticks, a colorbar, a clock, and boxes and labels read from CSV files.
//!
//! `cargo run --release --example detections` writes target/gallery/detections.mp4. The picture in the README is its
//! frame 60: `ffmpeg -ss 2 -i target/gallery/detections.mp4 -frames:v 1 assets/detections.png`.

mod support;

use std::path::Path;

use ndarray::Array2;
use plotreel::annotate::{Boxes, Label, LabelPosition, ScaleBar, Table};
use plotreel::error::Result;
use plotreel::{Colormap, WriteOptions, write_animation};

const FRAMES: u64 = 120;
const SIZE: (usize, usize) = (120, 180);

/// Two moving warm drops, at a time from 0 to 1.
fn frame(time: f64) -> Array2<f64> {
    let angles = [0.0, 0.4].map(|start| std::f64::consts::TAU * (time + start));
    let [(x1, y1), (x2, y2)] = angles.map(|angle| (angle.cos(), angle.sin()));
    let drops = [
        (90.0 + 60.0 * x1, 60.0 + 30.0 * y1),
        (90.0 + 30.0 * x2, 60.0 + 40.0 * y2),
    ];
    Array2::from_shape_fn(SIZE, |(y, x)| {
        let (x, y) = (x as f64, y as f64);
        let warmth = drops.map(|(cx, cy)| (-((x - cx).powi(2) + (y - cy).powi(2)) / 90.0).exp());
        20.0 + 8.0 * warmth.iter().sum::<f64>() + 0.4 * (x / 5.0).sin() * (y / 7.0).cos()
    })
}

pub(crate) fn main() -> Result<()> {
    let options = support::Options::of_scene("detections")?;
    // The output of a program that detects the drops: one row per box, and one row per frame.
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    let boxes = Boxes::read(data.join("drops.csv"))?;
    let table = Table::read(data.join("warmest.csv"))?;

    let settings = WriteOptions::new()
        .with_title("Two drops")
        .with_writer(&options.writer)
        .with_dpi(100.0)
        .with_scale(3)
        .with_cmap(Colormap::named("inferno")?)
        .with_vmin(19.0)
        .with_vmax(29.0)
        .with_axes(true)
        .with_colorbar("temperature / °C")
        .with_title_text("Two drops, frame {frame} of {frames}")
        .with_label(Label::new("t = {time:.2} s"))
        .with_label(Label::new("max {warmest:.1} °C").with_position(LabelPosition::TopRight))
        .with_table(table)
        .with_boxes(boxes)
        .with_scale_bar(ScaleBar::new(30.0, "1 mm"));
    let frames = (0..options.frames.min(FRAMES)).map(|i| frame(i as f64 / FRAMES as f64));
    let film = write_animation(frames, &options.path, &settings)?;
    options.report(film.frames);
    Ok(())
}
