//! Whole figures against matplotlib's, drawn by tests/baseline/figure.py.

mod images;
mod layout;
mod lines;
mod text;
mod ticks;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use plotreel::axis::AxisTicks;
use plotreel::error::Result;
use plotreel::{Figure, FrameSize, Handle, Style};

use crate::imshow::{baseline, load_png};
use crate::support::draw;

/// A figure of the script, and how near to it ours has to be.
struct Scene {
    name: &'static str,
    size: (u32, u32),
    dpi: f64,
    style: fn() -> Style,
    fill: fn(&mut Figure) -> Result<()>,
    bound: Bound,
}

/// The most that pixels may differ.
struct Bound {
    /// Over all channels, 0 to 255.
    rms: f64,
    /// Percent of the pixels that are not background in either picture that are off by more than 8.
    share: f64,
}

const DEFAULT: Bound = Bound {
    rms: 2.0,
    share: 5.0,
};

/// Scenes of width x height pixels, with bounds lower than the default where they are met by far. Each is a test;
/// `TABLE` has them all.
macro_rules! scenes {
    ($($name:ident in $module:ident: $width:literal x $height:literal
        $(at $dpi:literal)? $(styled $style:ident)? $(within $rms:literal, $share:literal)?;)*) => {
        const TABLE: &[Scene] = &[$({
            #[allow(unused_mut, unused_assignments)]
            let mut scene = Scene {
                name: stringify!($name),
                size: ($width, $height),
                dpi: 100.0,
                style: Style::default,
                fill: $module::$name,
                bound: DEFAULT,
            };
            $(scene.dpi = $dpi;)?
            $(scene.style = Style::$style;)?
            $(scene.bound = Bound { rms: $rms, share: $share };)?
            scene
        }),*];

        $(
            #[test]
            fn $name() {
                check(stringify!($name));
            }
        )*
    };
}

scenes!(
    // Where more is allowed than elsewhere: turned glyphs differ by their hinting (tick_rotation, leaning_labels), and
    // labels that lie over each other are blended once (formatters).
    line_default in lines: 400 x 300 within 0.1, 0.05;
    line_formats in lines: 400 x 300 within 0.1, 0.05;
    line_columns in lines: 320 x 240 within 0.1, 0.05;
    markers_all in lines: 500 x 400 within 0.1, 0.05;
    markers_default in lines: 400 x 300 within 0.1, 0.05;
    markers_fill in lines: 500 x 300 within 0.1, 0.05;
    markers_tuples in lines: 320 x 240 within 0.1, 0.05;
    dashes in lines: 400 x 300 within 0.1, 0.05;
    dash_caps in lines: 400 x 300 within 0.1, 0.05;
    draw_styles in lines: 320 x 240 within 0.1, 0.05;
    mark_every in lines: 400 x 300 within 0.1, 0.05;
    joins_caps in lines: 400 x 300 within 0.1, 0.05;
    nan_gaps in lines: 400 x 300 within 0.1, 0.05;
    clipped in lines: 400 x 300 within 0.1, 0.05;
    alphas in lines: 320 x 240 within 0.1, 0.05;
    setters in lines: 320 x 240 within 0.1, 0.05;
    zorders in lines: 320 x 240 within 0.1, 0.05;
    colors in lines: 400 x 300 within 0.1, 0.05;
    dense in lines: 500 x 300 within 0.1, 0.05;
    spans in lines: 400 x 300 within 0.1, 0.05;

    offsets in ticks: 500 x 400 within 0.55, 0.35;
    ranges in ticks: 500 x 400 within 0.1, 0.05;
    locators in ticks: 500 x 450 within 0.1, 0.05;
    formatters in ticks: 500 x 400 within 1.4, 0.8;
    tick_params in ticks: 400 x 300 within 0.1, 0.1;
    tick_rotation in ticks: 400 x 300 within 0.75, 2.5;
    own_ticks in ticks: 400 x 300 within 0.1, 0.05;
    leaning_labels in ticks: 400 x 300 within 0.35, 1.05;
    top_right in ticks: 400 x 300 within 0.15, 0.1;
    inverted in ticks: 320 x 240 within 0.1, 0.05;
    log_unlabelled in ticks: 400 x 300 within 0.05, 0.05;
    symlog_unlabelled in ticks: 400 x 300 within 0.05, 0.05;

    autoscaled in layout: 400 x 300 within 0.1, 0.05;
    aspects in layout: 500 x 400 within 0.1, 0.05;
    shared in layout: 500 x 400 within 0.1, 0.05;
    shared_all in layout: 400 x 300 within 0.1, 0.05;
    gridspec in layout: 500 x 400 within 0.15, 0.05;
    twin_x in layout: 400 x 300 within 0.1, 0.05;
    twin_y in layout: 400 x 300 within 0.1, 0.05;
    spines in layout: 500 x 400 within 0.1, 0.05;
    grids in layout: 400 x 300 within 0.1, 0.05;
    titles in layout: 500 x 300 within 0.2, 0.1;
    log_plots in layout: 400 x 300 within 0.1, 0.05;
    sup_labels in layout: 400 x 300 within 0.1, 0.05;
    off in layout: 400 x 300 within 0.1, 0.05;
    dark in layout: 400 x 300 styled dark_background within 0.1, 0.05;
    cleared in layout: 320 x 240 within 0.1, 0.05;
    dpi_50 in layout: 320 x 240 at 50.0 within 0.15, 0.1;
    dpi_200 in layout: 640 x 480 at 200.0 within 0.1, 0.05;
    dpi_100 in layout: 640 x 480 within 0.1, 0.05;
    dpi_fraction in layout: 320 x 240 at 72.5 within 0.1, 0.05;

    empty in layout: 400 x 300 within 0.15, 0.05;
    shared_log in layout: 400 x 300 within 0.05, 0.05;
    twin_offsets in layout: 400 x 300 within 0.15, 0.05;
    back_and_forth in layout: 400 x 300 within 0.1, 0.05;
    top_rotation in layout: 400 x 300 within 0.4, 0.55;
    aspects_shared in layout: 400 x 300 within 0.1, 0.05;

    image_shared in images: 400 x 200 within 0.1, 0.05;
    image_origins in images: 500 x 400 within 0.1, 0.05;
    image_interpolations in images: 500 x 400 within 0.1, 0.05;
    image_matshow in images: 320 x 300 within 0.1, 0.05;
    image_holes in images: 400 x 200 within 0.1, 0.05;
    image_lines in images: 320 x 240 within 0.1, 0.05;
    image_dpi in images: 400 x 300 within 0.1, 0.05;

    text_alignments in text: 400 x 300 within 0.15, 0.05;
    text_rotations in text: 400 x 300 within 0.45, 0.95;
    text_lines in text: 400 x 300 within 0.3, 0.45;
    text_boxes in text: 400 x 300 within 0.2, 0.15;
    text_styles in text: 400 x 300 within 0.15, 0.05;

    math_text in text: 400 x 300;
    math_log in ticks: 400 x 300;
    math_log_minor in ticks: 400 x 300;
    math_symlog in ticks: 400 x 300;
    math_offset in ticks: 400 x 300;
);

impl Scene {
    fn named(name: &str) -> &'static Self {
        TABLE.iter().find(|scene| scene.name == name).unwrap()
    }

    fn figure(&self) -> Figure {
        let (width, height) = self.size;
        let inches = (f64::from(width) / self.dpi, f64::from(height) / self.dpi);
        let mut fig = Figure::new(inches, self.dpi)
            .with_style((self.style)())
            .unwrap();
        (self.fill)(&mut fig).unwrap();
        fig
    }

    fn expected(&self) -> Vec<u8> {
        let (width, height, pixels) =
            load_png(&baseline("figure").join(format!("{}.png", self.name)));
        assert_eq!((width, height), self.size);
        pixels
    }
}

/// RMS over all channels, and percent of the drawn pixels that are off by more than 8.
fn difference(found: &[u8], expected: &[u8]) -> (f64, f64) {
    assert_eq!(found.len(), expected.len());
    let pairs = || found.iter().zip(expected);
    let squares: f64 = pairs()
        .map(|(a, b)| f64::from(a.abs_diff(*b)).powi(2))
        .sum();
    // No scene draws on its corner.
    let background = &expected[..3];
    let (mut drawn, mut off) = (0, 0);
    for (a, b) in found.chunks_exact(3).zip(expected.chunks_exact(3)) {
        drawn += usize::from(a != background || b != background);
        off += usize::from(a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > 8));
    }
    let share = 100.0 * off as f64 / drawn.max(1) as f64;
    ((squares / found.len() as f64).sqrt(), share)
}

fn check(name: &str) {
    let scene = Scene::named(name);
    let (found, expected) = (draw(&scene.figure()), scene.expected());
    let (rms, share) = difference(&found, &expected);
    let bound = &scene.bound;
    if std::env::var_os("PLOTREEL_BASELINE_TABLE").is_some() {
        write_difference(scene, &found, &expected);
        let bound = format!("{}, {} %", bound.rms, bound.share);
        let line = format!("{name:<22} {rms:>6.3} {share:>6.2} %   {bound}\n");
        // Past libtest, which keeps what tests print.
        std::io::stderr().write_all(line.as_bytes()).unwrap();
    }
    if rms > bound.rms || share > bound.share {
        let picture = write_difference(scene, &found, &expected);
        panic!(
            "{name}: RMS {rms:.2} of {}, {share:.2} % of {} %: see {}",
            bound.rms,
            bound.share,
            picture.display()
        );
    }
}

/// Writes ours, matplotlib's and what differs, one below the other.
fn write_difference(scene: &Scene, found: &[u8], expected: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{}.png", scene.name));
    let off: Vec<u8> = found
        .iter()
        .zip(expected)
        .map(|(a, b)| 255 - a.abs_diff(*b).saturating_mul(4))
        .collect();
    let file = fs::File::create(&path).unwrap();
    let (width, height) = scene.size;
    let mut encoder = png::Encoder::new(file, width, 3 * height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    let pictures = [found, expected, &off].concat();
    writer.write_image_data(&pictures).unwrap();
    path
}

#[test]
fn every_scene_is_near_enough_to_be_called_the_same() {
    for scene in TABLE {
        assert!(scene.bound.rms <= 4.0, "{}", scene.name);
    }
    assert!(TABLE.len() >= 30);
}

#[test]
fn images_have_the_same_pixels() {
    let rows = fs::read_to_string(baseline("figure").join("images.tsv")).unwrap();
    for row in rows.lines() {
        let (name, numbers) = row.split_once('\t').unwrap();
        let numbers: Vec<u32> = numbers.split('\t').map(|v| v.parse().unwrap()).collect();
        let [left, top, right, bottom] = numbers[..] else {
            panic!("{row}");
        };
        let scene = Scene::named(name);
        let (found, expected) = (draw(&scene.figure()), scene.expected());
        let width = scene.size.0;
        let of_row = |y: u32| 3 * (y * width + left) as usize..3 * (y * width + right) as usize;
        for y in top..bottom {
            assert!(found[of_row(y)] == expected[of_row(y)], "{row}: row {y}");
        }
    }
}

#[test]
fn ticks_and_their_labels_are_the_same() {
    let expected = fs::read_to_string(baseline("figure").join("labels.tsv")).unwrap();
    let mut wrong = String::new();
    for scene in TABLE {
        let fig = scene.figure();
        let rows = expected
            .lines()
            .map(|row| row.split('\t').collect::<Vec<_>>());
        for row in rows.filter(|row| row[0] == scene.name) {
            let [name, number, group, offset, values, labels] = row[..] else {
                panic!("{row:?}");
            };
            let ax = axes(&fig, number.parse().unwrap());
            let ticks = fig.ticks(ax).unwrap();
            let found = match group.split_once(' ').unwrap() {
                ("x", group) => written(&ticks.x, group),
                (_, group) => written(&ticks.y, group),
            };
            let expected = [offset, values, labels].map(str::to_owned);
            if !same(&found, &expected) {
                writeln!(
                    wrong,
                    "{name}/{number} {group}: {found:?}, not {expected:?}"
                )
                .unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn axes(fig: &Figure, number: usize) -> Handle<plotreel::Axes> {
    fig.axes_2d()[number]
}

/// Offset text, values and labels as in the script's table.
fn written(ticks: &AxisTicks, group: &str) -> [String; 3] {
    let (ticks, offset) = match group {
        "major" => (&ticks.major, ticks.offset.clone()),
        _ => (&ticks.minor, String::new()),
    };
    let values: Vec<_> = ticks
        .iter()
        .map(|tick| format!("{:?}", tick.value))
        .collect();
    let labels: Vec<_> = ticks
        .iter()
        .map(|tick| tick.label.replace('\n', "\\n"))
        .collect();
    [offset, values.join(" "), labels.join("|")]
}

/// Texts must be equal, and values the same numbers whatever the notation.
fn same(found: &[String; 3], expected: &[String; 3]) -> bool {
    let numbers = |text: &str| -> Vec<f64> {
        text.split_whitespace()
            .map(|v| v.parse().unwrap())
            .collect()
    };
    found[0] == expected[0]
        && found[2] == expected[2]
        && numbers(&found[1]) == numbers(&expected[1])
}

/// `n` numbers from `low` to `high`.
fn steps(n: usize, low: f64, high: f64) -> Vec<f64> {
    (0..n)
        .map(|i| low + (high - low) * i as f64 / (n - 1) as f64)
        .collect()
}

fn wave(x: &[f64]) -> Vec<f64> {
    wave_of(x, 1.0, 0.0)
}

fn wave_of(x: &[f64], frequency: f64, phase: f64) -> Vec<f64> {
    x.iter().map(|x| (frequency * x + phase).sin()).collect()
}

/// `values` moved up.
fn raised(values: &[f64], by: f64) -> Vec<f64> {
    values.iter().map(|v| by + v).collect()
}

/// A pattern of 17 levels.
fn field(rows: usize, columns: usize) -> ndarray::Array2<f64> {
    let level = |(r, c): (usize, usize)| ((7 * r + 13 * c + r * c) % 17) as f64 / 16.0;
    ndarray::Array2::from_shape_fn((rows, columns), level)
}

#[test]
fn scenes_have_the_size_of_their_figure() {
    let scene = Scene::named("dpi_fraction");
    let fig = scene.figure();
    let size = FrameSize::of_figure(fig.figsize(), fig.dpi()).unwrap();
    assert_eq!((size.width, size.height), scene.size);
}
