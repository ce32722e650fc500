//! Annotated frames in one call: ticks, a colorbar, a clock, boxes that follow two drops, a scale bar.
//!
//! `cargo run --release --example detections` writes `detections.mp4`. The picture in the README is its frame 60:
//! `ffmpeg -ss 2 -i detections.mp4 -frames:v 1 assets/detections.png`.

use ndarray::Array2;
use plotreel::{
    Boxes, Colormap, FrameBox, Label, LabelPosition, Result, ScaleBar, Table, WriteOptions,
    write_animation,
};

const FRAMES: u64 = 120;
const SIZE: (usize, usize) = (120, 180);

/// Where a drop is at a time from 0 to 1: column and row.
fn path(drop: usize, time: f64) -> (f64, f64) {
    let angle = std::f64::consts::TAU * (time + 0.4 * drop as f64);
    let (x, y) = [(60.0, 30.0), (30.0, 40.0)][drop];
    (90.0 + x * angle.cos(), 60.0 + y * angle.sin())
}

fn frame(time: f64) -> Array2<f64> {
    let heat = |x: f64, y: f64| {
        let drops = (0..2).map(|drop| {
            let (cx, cy) = path(drop, time);
            (-((x - cx).powi(2) + (y - cy).powi(2)) / 90.0).exp()
        });
        20.0 + 8.0 * drops.sum::<f64>() + 0.4 * (x / 5.0).sin() * (y / 7.0).cos()
    };
    Array2::from_shape_fn(SIZE, |(y, x)| heat(x as f64, y as f64))
}

fn main() -> Result<()> {
    let times = || (0..FRAMES).map(|i| i as f64 / FRAMES as f64);
    let table = Table::new(
        ["warmest"],
        times().map(|time| {
            let warmest = frame(time).into_iter().fold(f64::MIN, f64::max);
            [warmest.to_string()]
        }),
    )?;
    let boxes = (0..FRAMES).flat_map(|i| {
        (0..2).map(move |drop| {
            let (x, y) = path(drop, i as f64 / FRAMES as f64);
            let color = ["white", "aqua"][drop];
            FrameBox::new(i, [x - 15.0, y - 15.0, 31.0, 31.0])
                .with_text(format!("drop {}", drop + 1))
                .with_color(color)
        })
    });
    let options = WriteOptions::new()
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
        .with_boxes(Boxes::new(boxes.collect::<Result<Vec<_>>>()?)?)
        .with_scale_bar(ScaleBar::new(30.0, "1 mm"));
    write_animation(times().map(frame), "detections.mp4", &options)?;
    Ok(())
}
