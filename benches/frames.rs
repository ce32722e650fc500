//! The time of one frame of 640 × 480 pixels, without an encoder.

#![allow(missing_docs, clippy::unwrap_used)]

use criterion::{Criterion, criterion_group, criterion_main};
use ndarray::{Array2, Array3};
use plotreel::array::ImageSource;
use plotreel::{Figure, MovieWriterExt, NullWriter};

/// Repeated `set_data` and `grab_frame` of one array.
fn frame(criterion: &mut Criterion, name: &str, array: &impl ImageSource) {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]).unwrap();
    fig[ax].set_axis_off();
    let im = fig[ax].imshow(array).unwrap();
    let mut movie = NullWriter::new(30).saving(&fig, "nothing", 100.0).unwrap();
    criterion.bench_function(name, |bencher| {
        bencher.iter(|| {
            fig[im].set_data(array).unwrap();
            movie.grab_frame(&fig).unwrap();
        });
    });
}

fn frames(criterion: &mut Criterion) {
    let rgb = Array3::from_shape_fn((480, 640, 3), |(y, x, c)| (y + 2 * x + 80 * c) as u8);
    frame(criterion, "u8 RGB", &rgb);
    frame(criterion, "f32 RGB", &rgb.mapv(|v| f32::from(v) / 255.0));
    frame(criterion, "f64 RGB", &rgb.mapv(|v| f64::from(v) / 255.0));
    let fortran = rgb
        .clone()
        .reversed_axes()
        .as_standard_layout()
        .into_owned()
        .reversed_axes();
    frame(criterion, "u8 RGB in Fortran order", &fortran);
    let scalar = Array2::from_shape_fn((480, 640), |(y, x)| ((y * x) as f64).sin());
    frame(criterion, "f64 through viridis", &scalar);
    frame(
        criterion,
        "u8 through viridis",
        &scalar.mapv(|v| (v * 127.0 + 128.0) as u8),
    );
}

criterion_group!(benches, frames);
criterion_main!(benches);
