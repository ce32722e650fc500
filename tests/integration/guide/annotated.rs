//! The annotated film of the README, run as it stands there but for the film's name.

use std::fs;
use std::path::Path;

use ndarray::Array2;
use plotreel::annotate::{Boxes, FrameBox, Label, LabelPosition, ScaleBar, Table};
use plotreel::{WriteOptions, write_animation};

use super::bare;
use crate::support::Folder;

fn annotated(film: &Path) -> plotreel::error::Result<()> {
    let place = |i: u64| (20.0 + 1.4 * i as f64, 60.0); // of a warm drop
    let frames = (0..100).map(|i| {
        let drop = place(i);
        Array2::from_shape_fn((120, 180), |(y, x)| {
            20.0 + 8.0 * (-(x as f64 - drop.0).hypot(y as f64 - drop.1) / 12.0).exp()
        })
    });
    let rows = (0..100).map(|i| [place(i).0.to_string()]);
    let boxes =
        (0..100).map(|i| FrameBox::new(i, [place(i).0 - 15.0, 45.0, 30.0, 30.0]).with_text("drop"));
    let options = WriteOptions::new()
        .with_dpi(100.0)
        .with_scale(3)
        .with_axes(true)
        .with_colorbar("temperature / °C")
        .with_title_text("A warm drop, frame {frame} of {frames}")
        .with_label(Label::new("t = {time:.2} s"))
        .with_label(Label::new("$x_0$ = {x:.1}").with_position(LabelPosition::TopRight))
        .with_table(Table::new(["x"], rows)?) // one row per frame; its columns are placeholders
        .with_boxes(Boxes::new(boxes)?)
        .with_scale_bar(ScaleBar::new(30.0, "1 mm"));
    write_animation(frames, film, &options)?;
    Ok(())
}

#[test]
fn the_annotated_film_of_the_readme_needs_no_files() {
    let readme = include_str!("../../../README.md");
    let program = readme.split("fn main() -> plotreel::error::Result<()> {");
    let mut program = program.filter_map(|part| part.split("\n```").next());
    let program = program.find(|part| part.contains("with_boxes")).unwrap();
    let program = bare(&program.replace("\"film.mp4\"", "film"));
    assert!(bare(include_str!("annotated.rs")).contains(&program));

    let folder = Folder::new();
    annotated(&folder.join("%03d.png")).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 100);
}
