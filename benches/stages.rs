//! The time of each stage of a frame of 640 × 480 pixels, from the array to the pipe, and beside it that of copying the
//! bytes that the stage reads and writes, which no stage can undercut: `cargo bench -p plotreel-benches`, or with
//! `-- NAME` some of them.

#![allow(missing_docs, clippy::unwrap_used)]

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ndarray::{Array2, Array3};
use plotreel::array::ImageSource;
use plotreel::writers::Destination;
use plotreel::{
    Axes, FFMpegWriter, Figure, FigureMovie, Handle, Movie, MovieWriter, MovieWriterExt, NullWriter,
};
use yuv::{
    BufferStoreMut, YuvConversionMode, YuvPlanarImageMut, YuvRange, YuvStandardMatrix,
    bgra_to_yuv420,
};

const WIDTH: usize = 640;
const HEIGHT: usize = 480;
/// Bytes of a frame: B, G, R and one that is not used.
const FRAME: usize = 4 * WIDTH * HEIGHT;
/// Bytes of a frame in YUV 4:2:0.
const PLANES: usize = 3 * WIDTH * HEIGHT / 2;

/// A stage beside a copy of `bytes` bytes.
fn stage(criterion: &mut Criterion, name: &str, bytes: usize, mut work: impl FnMut(usize)) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("plotreel", |bencher| {
        let mut step = 0;
        bencher.iter(|| {
            work(step);
            step += 1;
        });
    });
    let (from, mut to) = (vec![1_u8; bytes], vec![0; bytes]);
    group.bench_function("copy", |bencher| {
        bencher.iter(|| std::hint::black_box(&mut to).copy_from_slice(&from));
    });
    group.finish();
}

fn film(fig: &Figure) -> FigureMovie {
    NullWriter::new(30).saving(fig, "nothing", 100.0).unwrap()
}

/// A figure that axes without ticks fill.
fn bare() -> (Figure, Handle<Axes>) {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]).unwrap();
    fig[ax].set_axis_off();
    (fig, ax)
}

/// An array that is shown as a frame; `bytes` are those of the array.
fn array(criterion: &mut Criterion, name: &str, bytes: usize, array: &impl ImageSource) {
    let (mut fig, ax) = bare();
    let im = fig[ax].imshow(array).unwrap();
    fig[ax].set_aspect("auto").unwrap();
    let mut movie = film(&fig);
    stage(criterion, name, bytes + FRAME, |_| {
        fig[im].set_data(array).unwrap();
        movie.grab_frame(&fig).unwrap();
    });
}

fn arrays(criterion: &mut Criterion) {
    // At its size, twice as large, and at a scale that is no whole number.
    for (scale, height, width) in [("1:1", 480, 640), ("2x", 240, 320), ("1.37x", 350, 467)] {
        let rgb = Array3::from_shape_fn((height, width, 3), |(y, x, c)| (y + 2 * x + 80 * c) as u8);
        let values = 3 * height * width;
        array(criterion, &format!("u8 RGB, {scale}"), values, &rgb);
        let float = rgb.mapv(|v| f32::from(v) / 255.0);
        array(criterion, &format!("f32 RGB, {scale}"), 4 * values, &float);
        let double = rgb.mapv(|v| f64::from(v) / 255.0);
        array(criterion, &format!("f64 RGB, {scale}"), 8 * values, &double);
    }
    let scalar = Array2::from_shape_fn((HEIGHT, WIDTH), |(y, x)| ((y * x) as f64).sin());
    let values = WIDTH * HEIGHT;
    array(criterion, "norm and colormap of f64", 8 * values, &scalar);
    let bytes = scalar.mapv(|v| (v * 127.0 + 128.0) as u8);
    array(criterion, "norm and colormap of u8", values, &bytes);
}

fn artists(criterion: &mut Criterion) {
    let wave = |count: usize, step: usize| -> Vec<f64> {
        let at = |i: usize| (0.01 * i as f64 + 0.1 * step as f64).sin();
        (0..count).map(at).collect()
    };
    let x: Vec<f64> = (0..1000).map(f64::from).collect();

    let (mut fig, ax) = bare();
    let text = fig[ax].text(0.3, 0.5, "");
    let mut movie = film(&fig);
    stage(criterion, "text", FRAME, |step| {
        fig[text].set_text(format!("frame {step}"));
        movie.grab_frame(&fig).unwrap();
    });

    let (mut fig, ax) = bare();
    let line = fig[ax].plot(&x, &wave(1000, 0)).unwrap();
    let mut movie = film(&fig);
    stage(criterion, "line of 1,000 points", FRAME, |step| {
        fig[line].set_ydata(&wave(1000, step)).unwrap();
        movie.grab_frame(&fig).unwrap();
    });

    let (mut fig, ax) = bare();
    let discs = fig[ax].scatter(&x, &wave(1000, 0)).unwrap();
    let mut movie = film(&fig);
    stage(criterion, "1,000 markers", FRAME, |step| {
        fig[discs].set_offsets(&x, &wave(1000, step)).unwrap();
        movie.grab_frame(&fig).unwrap();
    });

    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let mut movie = film(&fig);
    stage(criterion, "axes with ticks", FRAME, |step| {
        let left = 0.01 * step as f64;
        fig[ax].set_xlim(left, left + 10.0).unwrap();
        movie.grab_frame(&fig).unwrap();
    });

    // A dot that moves over a picture that stays.
    let (mut fig, ax) = bare();
    let noise = Array3::from_shape_fn((HEIGHT, WIDTH, 3), |(y, x, c)| (31 * y * x + 7 * c) as u8);
    fig[ax].imshow(&noise).unwrap();
    let dot = fig[ax].scatter(&[9.0], &[9.0]).unwrap();
    let mut movie = film(&fig);
    stage(criterion, "restore of what was kept", FRAME, |step| {
        let place = (step % 400) as f64;
        fig[dot].set_offsets(&[place], &[place]).unwrap();
        movie.grab_frame(&fig).unwrap();
    });
}

/// The crate that converts, alone: what writers call, and their bound.
fn yuv_alone(criterion: &mut Criterion) {
    let bgrx: Vec<u8> = (0..FRAME).map(|i| (i * i / 7) as u8).collect();
    let mut planes = vec![0; PLANES];
    stage(criterion, "yuv alone", FRAME + PLANES, |_| {
        let (luma, chroma) = planes.split_at_mut(WIDTH * HEIGHT);
        let (u, v) = chroma.split_at_mut(WIDTH * HEIGHT / 4);
        let (width, height) = (WIDTH as u32, HEIGHT as u32);
        let mut image = YuvPlanarImageMut {
            y_plane: BufferStoreMut::Borrowed(luma),
            y_stride: width,
            u_plane: BufferStoreMut::Borrowed(u),
            u_stride: width / 2,
            v_plane: BufferStoreMut::Borrowed(v),
            v_stride: width / 2,
            width,
            height,
        };
        let (range, matrix) = (YuvRange::Limited, YuvStandardMatrix::Bt709);
        let mode = YuvConversionMode::Balanced;
        bgra_to_yuv420(&mut image, &bgrx, 4 * width, range, matrix, mode).unwrap();
    });
}

/// The time that a film's writer converts for, by its own statistics.
fn conversion(
    criterion: &mut Criterion,
    name: &str,
    movie: &mut FigureMovie,
    mut grab: impl FnMut(&mut FigureMovie, usize),
) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes((FRAME + PLANES) as u64));
    group.bench_function("plotreel", |bencher| {
        bencher.iter_custom(|frames| {
            let before = movie.stats().converting;
            for frame in 0..frames {
                grab(movie, frame as usize);
            }
            // The writer is up to three frames behind.
            std::thread::sleep(Duration::from_millis(5));
            movie.stats().converting - before
        });
    });
    group.finish();
}

/// What converts frames to yuv420p and writes them to a process that throws them away.
fn to_nowhere(folder: &Path) -> Option<FFMpegWriter> {
    let usual = FFMpegWriter::new(30);
    if let Err(error) = usual.check_available("nut") {
        eprintln!("conversion and pipe are not measured: {error}");
        return None;
    }
    // Asked what it can do it is ffmpeg, which would take longer than all else to read frames.
    let program = folder.join("reader");
    let script = "#!/bin/sh\ncase \"$*\" in\n*\"-f rawvideo\"*) exec cat > /dev/null ;;\nesac\nexec ffmpeg \"$@\"\n";
    std::fs::write(&program, script).unwrap();
    let permissions = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&program, permissions).unwrap();
    Some(usual.with_program(program))
}

fn writing(criterion: &mut Criterion) {
    yuv_alone(criterion);
    let folder = tempfile::tempdir().unwrap();
    let Some(writer) = to_nowhere(folder.path()) else {
        return;
    };
    let nowhere = || Destination::from("/dev/null").with_format("nut");
    let noise = |height, width, step: usize| {
        Array3::from_shape_fn((height, width, 3), |(y, x, c)| {
            (31 * y * x + 7 * c + step) as u8
        })
    };

    let (mut fig, ax) = bare();
    let frames = [noise(HEIGHT, WIDTH, 0), noise(HEIGHT, WIDTH, 1)];
    let im = fig[ax].imshow(&frames[0]).unwrap();
    let mut movie = writer.saving(&fig, nowhere(), 100.0).unwrap();
    conversion(criterion, "to yuv420p, all", &mut movie, |movie, step| {
        fig[im].set_data(&frames[step % 2]).unwrap();
        movie.grab_frame(&fig).unwrap();
    });
    movie.abort();

    // 3 × 10 of 10 × 30 tiles of 64 × 16 pixels.
    let (mut fig, ax) = bare();
    fig[ax].imshow(&frames[0]).unwrap();
    let part = fig.add_axes([0.0, 0.0, 0.3, 1.0 / 3.0]).unwrap();
    fig[part].set_axis_off();
    let parts = [noise(160, 192, 0), noise(160, 192, 1)];
    let im = fig[part].imshow(&parts[0]).unwrap();
    let mut movie = writer.saving(&fig, nowhere(), 100.0).unwrap();
    conversion(
        criterion,
        "to yuv420p, a tenth",
        &mut movie,
        |movie, step| {
            fig[im].set_data(&parts[step % 2]).unwrap();
            movie.grab_frame(&fig).unwrap();
        },
    );
    movie.abort();

    let size = (WIDTH as u32, HEIGHT as u32);
    let mut movie = Movie::new(&writer, nowhere(), size).unwrap();
    stage(
        criterion,
        "to yuv420p and through the pipe",
        FRAME + PLANES,
        |step| {
            movie.write_frame(&frames[step % 2]).unwrap();
        },
    );
    movie.abort();
}

fn quick() -> Criterion {
    let quick = Criterion::default().sample_size(20);
    quick
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
}

criterion_group! {
    name = benches;
    config = quick();
    targets = arrays, artists, writing
}
criterion_main!(benches);
