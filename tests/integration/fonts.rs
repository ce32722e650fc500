//! Fonts by name and by file, and text in both directions, against what tests/baseline/fonts.py draws.

use std::path::PathBuf;

use plotreel::axis::TickParams;
use plotreel::text::{FontFamily, TextStyle};
use plotreel::{Canvas, Error, Figure, FrameSize, Style, Value};

use crate::baseline::assert_near;
use crate::support::{Folder, draw, logged};

/// A file of tests/fonts.
fn font(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fonts")
        .join(name)
}

fn file(name: &str) -> FontFamily {
    FontFamily::from_file(font(name)).unwrap()
}

fn family(name: &str) -> FontFamily {
    name.parse().unwrap()
}

fn figure() -> Figure {
    Figure::new((2.4, 1.6), 100.0)
}

/// Texts below each other.
fn column(texts: &[(&str, TextStyle)], size: f64) -> Figure {
    let mut fig = figure();
    for (i, (text, style)) in texts.iter().enumerate() {
        let text = fig.text(0.03, 0.84 - 0.2 * i as f64, *text);
        fig[text].set_style(style.clone().with_size(size)).unwrap();
    }
    fig
}

fn of(family: FontFamily) -> TextStyle {
    TextStyle::new().with_family(family).unwrap()
}

#[test]
fn families_are_drawn_as_by_matplotlib() {
    let fig = column(
        &[
            ("Serif regular", of(family("serif"))),
            (
                "Serif bold italic",
                of(family("serif")).with_bold(true).with_oblique(true),
            ),
            ("Mono bold 0123", of(family("monospace")).with_bold(true)),
            (
                "Mono oblique 0123",
                of(family("DejaVu Sans Mono")).with_oblique(true),
            ),
            ("Sans, by any case", of(family("dejavu sans"))),
        ],
        14.0,
    );
    assert_near("fonts/families", &fig, 0.14, 0.02);
}

#[test]
fn files_are_hinted_as_by_freetype() {
    let mut fig = column(
        &[
            ("Bad gone 1234.5", of(file("regular.ttf"))),
            ("AVA the bed", of(file("bold.ttf"))),
            ("Bad gone 1234.5", of(file("postscript.otf"))),
            (
                "Bad in and out",
                of(file("regular.ttf")).with_rotation(12.0),
            ),
        ],
        14.0,
    );
    for (y, name) in [(0.2, "regular.ttf"), (0.4, "postscript.otf")] {
        let text = fig.text(0.6, y, "Bathe");
        fig[text].set_fontsize(9.0).unwrap();
        fig[text].set_font(font(name)).unwrap();
    }
    assert_near("fonts/files", &fig, 0.16, 0.01);
}

#[test]
fn characters_that_a_font_lacks_are_of_the_next_one() {
    let path = |name: &str| font(name).display().to_string();
    let list = |names: [&str; 2]| of(FontFamily::try_from(names).unwrap());
    let (regular, bold) = (path("regular.ttf"), path("bold.ttf"));
    let fig = column(
        &[
            ("Bad 漢 9 $x^2$", list([&regular, "DejaVu Sans"])),
            ("Sans 漢漢 done", list(["DejaVu Sans", &regular])),
            ("Bold 漢 bad", list([&bold, "DejaVu Sans"]).with_bold(true)),
            ("漢\nBad lines", list(["DejaVu Sans Mono", &regular])),
        ],
        12.0,
    );
    assert_near("fonts/fallback", &fig, 0.1, 0.01);
}

#[test]
fn all_texts_of_a_figure_are_of_its_family() {
    let style = Style::new().with_font_family("serif").unwrap();
    let mut fig = figure().with_style(style).unwrap();
    let ax = fig.add_axes([0.2, 0.2, 0.75, 0.65]).unwrap();
    let line = fig[ax].plot(&[0, 1, 2], &[0.0, 1.0, 0.5]).unwrap();
    fig[line].set_label("run 1");
    let legend = fig[ax].legend();
    fig[legend].set_family("monospace").unwrap();
    fig[legend].set_fontsize(8.0).unwrap();
    fig[ax].set_title("A serif title");
    fig[ax].set_xlabel("time");
    fig[ax].set_ylabel("height");
    fig[ax].yaxis.set_label_family("sans-serif").unwrap();
    let mut ticks = TickParams::new();
    ticks.set_labelfontfamily("monospace").unwrap();
    fig[ax].yaxis.set_tick_params(&ticks);
    fig[ax].text(0.1, 0.8, "a text");
    assert_near("fonts/axes", &fig, 0.08, 0.01);
}

#[test]
fn texts_run_in_both_directions() {
    let plain = TextStyle::new;
    let mut fig = column(
        &[
            ("טמפרטורה 25.5 מעלות", plain()),
            ("درجة الحرارة 25 (مئوية)", plain()),
            ("دمای ۲۵ درجه, run 3", plain()),
            ("Run 12: שלום (a-b) עולם!", plain()),
        ],
        12.0,
    );
    let text = fig.text(0.97, 0.05, "ارتفاع [m]\nزمن 10:30");
    fig[text].set_ha("right").unwrap();
    assert_near("fonts/directions", &fig, 0.11, 0.01);
}

#[test]
fn scripts_are_shaped_by_themselves() {
    let fig = column(
        &[
            ("Ελλάδα AVT Кириллица", TextStyle::new()),
            ("A\u{301} e\u{308} ﬁ fi ffl", of(family("serif"))),
            ("لا العربية وسهلا", TextStyle::new().with_bold(true)),
        ],
        13.0,
    );
    assert_near("fonts/scripts", &fig, 0.08, 0.01);
}

#[test]
fn notation_is_of_any_set_of_fonts() {
    let mut fig = figure();
    let formula = r"$\left(\frac{\alpha}{2}\right)\sum_{i=0}^n\sqrt{x_i}\ \int f'dx$";
    let sets = ["dejavusans", "dejavuserif", "cm", "stix", "stixsans"];
    for (i, set) in sets.into_iter().enumerate() {
        let (column, row) = ((i % 2) as f64, (i / 2) as f64);
        let text = fig.text(0.03 + 0.5 * column, 0.75 - 0.32 * row, formula);
        fig[text].set_fontsize(8.0).unwrap();
        fig[text].set_math_fontfamily(set).unwrap();
    }
    let text = fig.text(
        0.53,
        0.1,
        r"$\mathcal{L}\mathbb{R}\mathfrak{B}\ \binom{n}{k}$",
    );
    fig[text].set_fontsize(9.0).unwrap();
    assert_near("fonts/notation", &fig, 0.13, 0.01);
}

#[test]
fn turned_text_is_that_of_freetype() {
    let mut fig = figure();
    let texts = [
        (30.0, "Turned ζ 0.5"),
        (-20.0, "Schräg ζξ"),
        (75.0, r"$\frac{a}{b}\sqrt{x}$"),
        (200.0, "upside"),
        (90.0, "ζ up"),
    ];
    for (i, (angle, text)) in texts.into_iter().enumerate() {
        let text = fig.text(0.2 + 0.16 * i as f64, 0.5, text);
        fig[text].set_fontsize(11.0).unwrap();
        fig[text].set_rotation(angle).unwrap();
        fig[text].set_ha("center").unwrap();
        fig[text].set_va("center").unwrap();
    }
    assert_near("fonts/turned", &fig, 0.19, 0.07);
}

#[test]
fn a_family_is_set_by_name_too() {
    let mut fig = figure();
    let text = fig.text(0.1, 0.5, "Bad");
    let plain = draw(&fig);
    fig.set(text, "fontfamily", "serif").unwrap();
    assert_eq!(fig.property(text, "family").unwrap(), Value::from("serif"));
    assert_ne!(draw(&fig), plain);
    let serif = draw(&fig);
    let path = font("regular.ttf").display().to_string();
    fig.set(text, "font", vec![path.as_str(), "serif"]).unwrap();
    assert_ne!(draw(&fig), serif);
    fig.set(text, "family", Value::None).unwrap();
    assert_eq!(draw(&fig), plain);
    let error = fig.set(text, "family", 3.0).unwrap_err();
    assert!(error.to_string().contains("font family"), "{error}");
}

#[test]
fn a_font_that_is_missing_or_broken_names_its_file() {
    let folder = Folder::new();
    let missing = folder.join("none.ttf");
    let error = FontFamily::from_file(&missing).unwrap_err();
    assert!(matches!(error, Error::Read { .. }), "{error}");
    assert!(error.to_string().contains("none.ttf"), "{error}");

    let whole = std::fs::read(font("regular.ttf")).unwrap();
    for (name, bytes) in [
        ("empty.ttf", &b""[..]),
        ("words.otf", b"not a font"),
        ("cut.ttf", &whole[..300]),
    ] {
        std::fs::write(folder.join(name), bytes).unwrap();
        let path = folder.join(name).display().to_string();
        let error = Style::new().with_font_family(path.as_str()).unwrap_err();
        assert!(matches!(error, Error::Font { .. }), "{error}");
        assert!(error.to_string().contains(name), "{error}");
    }
    assert!(Style::new().with_font_family("").is_err());
    assert!(FontFamily::try_from(Vec::<String>::new()).is_err());
}

#[test]
fn an_unknown_family_is_named_once_with_those_that_are_near() {
    let mut fig = figure();
    let text = fig.text(0.1, 0.5, "Bad");
    let plain = draw(&fig);
    logged();
    fig[text].set_family("DejaVu Sanz").unwrap();
    assert_eq!(draw(&fig), plain);
    let mut canvas = Canvas::new(FrameSize {
        width: 240,
        height: 160,
    });
    fig.draw(&mut canvas).unwrap();
    let told = logged();
    let about: Vec<_> = told.iter().filter(|l| l.contains("DejaVu Sanz")).collect();
    assert_eq!(about.len(), 1, "{told:?}");
    assert!(about[0].contains("\"DejaVu Sans\""), "{about:?}");
}
