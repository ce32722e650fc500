//! Whole figures against matplotlib's, drawn by tests/baseline/figure.py.

mod images;
mod layout;
mod lines;
mod text;
mod ticks;

use std::fmt::Write as _;
use std::fs;

use plotreel::axis::AxisTicks;
use plotreel::error::Result;
use plotreel::{Figure, FrameSize, Handle, Style};

use crate::baseline::{Picture, assert_near, baseline};

/// A figure of the script, and how near to it ours has to be.
struct Scene {
    name: &'static str,
    size: (u32, u32),
    dpi: f64,
    style: fn() -> Style,
    fill: fn(&mut Figure) -> Result<()>,
    /// RMS and percentage.
    bound: (f64, f64),
}

/// Scenes of width x height pixels, and by how much they may be off: RMS and percentage. Each is a test; `TABLE` has them
/// all.
macro_rules! scenes {
    ($($name:ident in $module:ident: $width:literal x $height:literal
        $(at $dpi:literal)? $(styled $style:ident)? within $rms:literal, $share:literal;)*) => {
        const TABLE: &[Scene] = &[$({
            #[allow(unused_mut, unused_assignments)]
            let mut scene = Scene {
                name: stringify!($name),
                size: ($width, $height),
                dpi: 100.0,
                style: Style::default,
                fill: $module::$name,
                bound: ($rms, $share),
            };
            $(scene.dpi = $dpi;)?
            $(scene.style = Style::$style;)?
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
    slices in lines: 400 x 300 within 0.1, 0.05;
    spans in lines: 400 x 300 within 0.1, 0.05;

    offsets in ticks: 500 x 400 within 0.2, 0.1;
    ranges in ticks: 500 x 400 within 0.1, 0.05;
    locators in ticks: 500 x 450 within 0.1, 0.05;
    formatters in ticks: 500 x 400 within 1.4, 0.8;
    tick_params in ticks: 400 x 300 within 0.1, 0.05;
    tick_rotation in ticks: 400 x 300 within 0.15, 0.05;
    own_ticks in ticks: 400 x 300 within 0.1, 0.05;
    leaning_labels in ticks: 400 x 300 within 0.15, 0.05;
    top_right in ticks: 400 x 300 within 0.1, 0.05;
    inverted in ticks: 320 x 240 within 0.1, 0.05;
    log_unlabelled in ticks: 400 x 300 within 0.05, 0.05;
    symlog_unlabelled in ticks: 400 x 300 within 0.05, 0.05;

    autoscaled in layout: 400 x 300 within 0.1, 0.05;
    aspects in layout: 500 x 400 within 0.1, 0.05;
    shared in layout: 500 x 400 within 0.1, 0.05;
    shared_all in layout: 400 x 300 within 0.1, 0.05;
    shared_inverted in layout: 500 x 300 within 0.1, 0.05;
    gridspec in layout: 500 x 400 within 0.1, 0.05;
    twin_x in layout: 400 x 300 within 0.1, 0.05;
    twin_y in layout: 400 x 300 within 0.1, 0.05;
    spines in layout: 500 x 400 within 0.1, 0.05;
    grids in layout: 400 x 300 within 0.1, 0.05;
    titles in layout: 500 x 300 within 0.1, 0.05;
    log_plots in layout: 400 x 300 within 0.1, 0.05;
    sup_labels in layout: 400 x 300 within 0.1, 0.05;
    off in layout: 400 x 300 within 0.1, 0.05;
    dark in layout: 400 x 300 styled dark_background within 0.1, 0.05;
    cleared in layout: 320 x 240 within 0.1, 0.05;
    dpi_50 in layout: 320 x 240 at 50.0 within 0.1, 0.05;
    dpi_200 in layout: 640 x 480 at 200.0 within 0.1, 0.05;
    dpi_100 in layout: 640 x 480 within 0.1, 0.05;
    dpi_fraction in layout: 320 x 240 at 72.5 within 0.1, 0.05;

    empty in layout: 400 x 300 within 0.1, 0.05;
    shared_log in layout: 400 x 300 within 0.05, 0.05;
    shared_offsets in layout: 400 x 300 within 0.1, 0.05;
    twin_offsets in layout: 400 x 300 within 0.1, 0.05;
    back_and_forth in layout: 400 x 300 within 0.1, 0.05;
    top_rotation in layout: 400 x 300 within 0.1, 0.05;
    aspects_shared in layout: 400 x 300 within 0.1, 0.05;

    image_shared in images: 400 x 200 within 0.1, 0.05;
    image_origins in images: 500 x 400 within 0.1, 0.05;
    image_interpolations in images: 500 x 400 within 0.1, 0.05;
    image_matshow in images: 320 x 300 within 0.1, 0.05;
    image_holes in images: 400 x 200 within 0.1, 0.05;
    image_lines in images: 320 x 240 within 0.1, 0.05;
    image_dpi in images: 400 x 300 within 0.1, 0.05;

    text_alignments in text: 400 x 300 within 0.1, 0.05;
    text_rotations in text: 400 x 300 within 0.15, 0.05;
    text_lines in text: 400 x 300 within 0.1, 0.05;
    text_boxes in text: 400 x 300 within 0.1, 0.05;
    text_styles in text: 400 x 300 within 0.15, 0.05;

    math_text in text: 400 x 300 within 0.1, 0.05;
    math_log in ticks: 400 x 300 within 0.1, 0.05;
    math_log_minor in ticks: 400 x 300 within 0.85, 0.9;
    math_symlog in ticks: 400 x 300 within 0.1, 0.05;
    math_offset in ticks: 400 x 300 within 0.1, 0.05;
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

    /// Its picture in tests/baseline.
    fn picture(&self) -> String {
        format!("figure/{}", self.name)
    }
}

fn check(name: &str) {
    let scene = Scene::named(name);
    let (rms, share) = scene.bound;
    assert_near(&scene.picture(), &scene.figure(), rms, share);
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
        let found = Picture::of(&scene.figure());
        let expected = Picture::of_baseline(&scene.picture());
        let width = scene.size.0;
        let of_row = |y: u32| 3 * (y * width + left) as usize..3 * (y * width + right) as usize;
        for y in top..bottom {
            assert!(
                found.rgb[of_row(y)] == expected.rgb[of_row(y)],
                "{row}: row {y}"
            );
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
