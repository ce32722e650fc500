//! Ticks, colorbars, titles, labels, boxes and scale bars around and over the frames of a film.

use ndarray::{Array2, Array3, ArrayView2};
use plotreel::annotate::{Boxes, FrameBox, Label, LabelPosition, LabelStyle, ScaleBar, Table};
use plotreel::error::Result;
use plotreel::{Error, FrameSize, WriteOptions, write_animation};

use crate::recorder::Recorder;
use crate::support::{self, Folder};

/// Pixels B, G, R, 255.
#[derive(Debug, Clone, PartialEq)]
struct Picture {
    size: FrameSize,
    pixels: Array2<[u8; 4]>,
}

impl Picture {
    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let [b, g, r, _] = self.pixels[[y, x]];
        [r, g, b]
    }

    /// Where another picture, but for an edge of `rim` pixels, stands in it.
    fn find(&self, other: &Self, rim: usize) -> Option<(usize, usize)> {
        let (height, width) = other.pixels.dim();
        let same = |window: ArrayView2<'_, [u8; 4]>| {
            (rim..height - rim)
                .all(|y| (rim..width - rim).all(|x| window[[y, x]] == other.pixels[[y, x]]))
        };
        let mut windows = self.pixels.windows((height, width)).into_iter();
        let place = windows.position(same)?;
        let columns = self.pixels.ncols() - other.pixels.ncols() + 1;
        Some((place % columns, place / columns))
    }

    fn count(&self, color: [u8; 3]) -> usize {
        let [r, g, b] = color;
        self.pixels.iter().filter(|p| **p == [b, g, r, 255]).count()
    }
}

/// The film's frames as they are drawn.
fn film(
    frames: impl IntoIterator<Item = Array3<u8>>,
    options: WriteOptions,
) -> Result<Vec<Picture>> {
    let (recorder, folder) = (Recorder::default(), Folder::new());
    let options = options
        .with_writers(recorder.registry())
        .with_writer("recorder");
    let size = write_animation(frames, folder.join("film"), &options)?.size;
    let shape = (size.height as usize, size.width as usize);
    let picture = |frame: Vec<u8>| {
        let pixels = frame.as_chunks().0.to_vec();
        let pixels = Array2::from_shape_vec(shape, pixels).unwrap();
        Picture { size, pixels }
    };
    Ok(recorder.frames().into_iter().map(picture).collect())
}

fn noise(height: usize, width: usize, channels: usize) -> Array3<u8> {
    support::noise((height, width, channels), &mut 7)
}

fn flat(height: usize, width: usize, shade: u8) -> Array3<u8> {
    Array3::from_elem((height, width, 3), shade)
}

#[test]
fn the_image_keeps_its_pixels_with_ticks_colorbar_and_title_around_it() {
    for (scale, dpi) in [(1, 100.0), (3, 50.0), (2, 72.0), (3, 133.0)] {
        let frame = || [noise(30, 41, 1)];
        let options = || WriteOptions::new().with_scale(scale).with_dpi(dpi);
        let plain = film(frame(), options()).unwrap();
        let around = options().with_axes(true).with_colorbar("counts");
        let around = film(frame(), around.with_title_text("a title")).unwrap();
        assert_eq!(
            (around[0].size.width % 2, around[0].size.height % 2),
            (0, 0)
        );
        // Spines lie on the outermost pixels.
        let rim = (0.8 * dpi / 72.0_f64).ceil() as usize;
        let (x, y) = around[0].find(&plain[0], rim).expect("the image is there");
        assert!(x > 8 && y > 8, "ticks and a title have room: {x}, {y}");
        let right = around[0].size.width as usize - x - plain[0].size.width as usize;
        assert!(right > 12, "so has a colorbar: {right}");
        let title = film(frame(), options().with_title_text("a title")).unwrap();
        let (x, y) = title[0].find(&plain[0], 0).expect("no spines");
        assert!(x == 0 && y > 8, "{x}, {y}");
    }
}

#[test]
fn a_film_of_a_fixed_size_has_it_with_everything_around_the_image() {
    let options = WriteOptions::new().with_size(321, 240).with_dpi(72.0);
    let options = options.with_axes(true).with_colorbar("");
    let frames = film([noise(10, 10, 1)], options.clone()).unwrap();
    assert_eq!((frames[0].size.width, frames[0].size.height), (321, 240));
    let error = film([noise(10, 10, 1)], options.with_size(40, 30)).unwrap_err();
    assert!(error.to_string().contains("no room"), "{error}");
}

#[test]
fn a_colorbar_is_as_long_as_the_image_and_near_it() {
    let upright = [
        (60, 60),
        (200, 90),
        (600, 40),
        (300, 12),
        (1000, 8),
        (40, 600),
    ];
    let lying = [(39, 100), (16, 1000), (9, 300), (2, 80)];
    let lies = [false, true];
    for (shapes, lies) in [&upright[..], &lying].into_iter().zip(lies) {
        for &(height, width) in shapes {
            let options = WriteOptions::new().with_dpi(72.0).with_colorbar("T / K");
            let frames = film([noise(height, width, 1)], options).unwrap();
            let pixels = &frames[0].pixels;
            // As if all stood at the right.
            let (long, short, pixels) = match lies {
                true => (width, height, pixels.t()),
                false => (height, width, pixels.view()),
            };
            let is_free = |along: usize, across: usize| pixels[[along, across]] == [255; 4];
            // Labels may be longer than the image, and a row above it makes the film's height even.
            let mut along = 0..pixels.nrows();
            let start = along.find(|along| !is_free(*along, short / 2)).unwrap();
            let middle = start + long / 2;
            let bar = (short + 1..pixels.ncols()).find(|across| !is_free(middle, *across));
            let gap = bar.unwrap() - short;
            let near = 3..=8.max(width / 8);
            assert!(near.contains(&gap), "{height} x {width}: {gap}");
            let is_bar = |along: usize| !is_free(along, short + gap + 2);
            assert!((start..start + long).all(is_bar), "{height} x {width}");
        }
    }
}

#[test]
fn labels_are_filled_in_frame_by_frame() {
    let table = Table::new(["state"], [["on"], ["on"], ["off"]]).unwrap();
    let options = WriteOptions::new()
        .with_label(Label::new("{state}"))
        .with_table(table);
    let grays = || (0..3).map(|_| flat(90, 160, 128));
    let frames = film(grays(), options).unwrap();
    assert_eq!(frames[0], frames[1]);
    assert_ne!(frames[1], frames[2]);
    let (box_color, rest) = (frames[2].at(12, 8), frames[2].at(80, 45));
    assert!(box_color[0] < 70 && rest == [128; 3], "{box_color:?}");

    let counted = WriteOptions::new().with_label(Label::new("{frame} of {frames}"));
    let frames = film(grays(), counted.clone()).unwrap();
    assert_ne!(frames[0], frames[1]);
    let unsized_frames = grays().filter(|_| true);
    let error = film(unsized_frames, counted.clone()).unwrap_err();
    assert!(error.to_string().contains("with_frame_count"), "{error}");
    let told = film(grays().filter(|_| true), counted.with_frame_count(3)).unwrap();
    assert_eq!(told, frames);
}

#[test]
fn a_text_without_box_is_readable_on_white_and_on_black() {
    let bare = LabelStyle::default().with_background("none").unwrap();
    let label = Label::new("HHH").with_style(bare.with_fontsize(30.0));
    let options = WriteOptions::new().with_dpi(72.0).with_label(label);
    for shade in [0, 255] {
        let frames = film([flat(90, 160, shade)], options.clone()).unwrap();
        let (white, black) = (frames[0].count([255; 3]), frames[0].count([0; 3]));
        assert!(white > 200 && black > 200, "on {shade}: {white}, {black}");
    }
}

#[test]
fn a_label_at_a_pixel_begins_there() {
    let style = LabelStyle::default().with_background("red").unwrap();
    let label = Label::new("x").with_position(LabelPosition::At(40.0, 30.0));
    let options = WriteOptions::new().with_label(label.with_style(style));
    let frames = film([flat(90, 160, 128)], options).unwrap();
    let changed = |x, y| frames[0].at(x, y) != [128; 3];
    assert!(changed(41, 33) && !changed(30, 33) && !changed(41, 20));
}

#[test]
fn boxes_are_around_their_pixels_and_over_their_frames_only() {
    let lime = FrameBox::new(1, [10.0, 20.0, 30.0, 40.0]);
    let lime = lime.with_color("lime").unwrap();
    let boxes = Boxes::new([lime.clone(), lime.with_text("cat")]).unwrap();
    let options = WriteOptions::new().with_boxes(boxes).with_scale(4);
    let frames = film((0..3).map(|_| flat(90, 90, 128)), options).unwrap();
    assert_eq!(frames[0].count([0, 255, 0]), 0);
    assert_eq!(frames[0], frames[2]);
    // Columns 10 to 39 and rows 20 to 59 are within, four film pixels each.
    let edge = |x: usize, y: usize| frames[1].at(x, y) == [0, 255, 0];
    assert!(edge(39, 160) || edge(40, 160), "left");
    assert!(edge(159, 160) || edge(160, 160), "right");
    assert!(edge(100, 239) || edge(100, 240), "bottom");
    assert!(!edge(45, 160) && !edge(155, 160) && !edge(100, 233) && !edge(100, 246));
    let pixels = frames[1].pixels.iter();
    let dark = pixels.filter(|[b, g, r, _]| *g < 100 && b == r).count();
    assert!(dark > 20, "the text is black on lime: {dark}");
}

#[test]
fn a_scale_bar_is_as_long_as_its_pixels() {
    let bar = ScaleBar::new(25.0, "10 \u{b5}m").with_position(LabelPosition::BottomLeft);
    let options = WriteOptions::new().with_scale_bar(bar).with_scale(3);
    let frames = film([flat(60, 60, 0)], options).unwrap();
    let longest = frames[0].pixels.rows().into_iter().map(|row| {
        let white = row.iter().map(|p| *p == [255; 4]);
        white
            .scan(0, |run, is| {
                *run = if is { *run + 1 } else { 0 };
                Some(*run)
            })
            .max()
    });
    assert_eq!(longest.max().flatten(), Some(75));
    let long = WriteOptions::new().with_scale_bar(ScaleBar::new(61.0, ""));
    assert!(film([flat(60, 60, 0)], long).is_err());
}

#[test]
fn what_can_not_be_is_refused_before_a_frame_is_drawn() {
    let label = |text: &str| WriteOptions::new().with_label(Label::new(text));
    let table = Table::new(["t"], [["1"]]).unwrap();
    let huge = LabelStyle::default().with_fontsize(f64::NAN);
    for (options, named) in [
        (label("{t}"), "no placeholder {t}"),
        (label("{t}").with_table(table.clone()), "no row for frame 1"),
        (WriteOptions::new().with_title_text("}"), "has no partner"),
        (WriteOptions::new().with_colorbar(""), "RGB"),
        (
            WriteOptions::new().with_label(Label::new("x").with_style(huge)),
            "font size",
        ),
    ] {
        let error = film((0..2).map(|_| flat(30, 30, 0)), options).unwrap_err();
        assert!(error.to_string().contains(named), "{named}: {error}");
    }
    // Of a stream nobody knows how long it is.
    let options = label("{t}").with_table(table);
    let stream = (0..2).map(|_| flat(30, 30, 0)).filter(|_| true);
    let error = film(stream, options).unwrap_err();
    assert!(matches!(error, Error::Annotation { .. }), "{error}");
}
