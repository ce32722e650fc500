//! Text against what matplotlib measured (`tests/baseline/text.py`).

use crate::canvas::text::face::Face;
use crate::canvas::text::family::FontFamily;
use crate::canvas::text::fonts::{Font, Fonts, subpixels_per_em};
use crate::canvas::text::mathtext::{MathFontset, mathtext};
use crate::canvas::text::metrics::glyph_id;
use crate::canvas::text::text_layout::{
    HorizontalAlignment, RotationMode, TextLayout, TextStyle, VerticalAlignment,
};
use crate::canvas::text::weight::FontWeight;

/// The fields of all rows of a kind, and how many of them there are at least.
fn rows(kind: &str, at_least: usize) -> Vec<Vec<String>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/baseline/text.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let fields = |line: &str| line.split('\t').skip(1).map(str::to_owned).collect();
    let rows: Vec<Vec<String>> = text
        .lines()
        .filter(|line| line.split('\t').next() == Some(kind))
        .map(fields)
        .collect();
    assert!(rows.len() >= at_least, "{} rows of {kind}", rows.len());
    rows
}

fn face(name: &str) -> Face {
    match name {
        "sans" => Face::SANS,
        "bold" => Face::SANS_BOLD,
        "oblique" => Face::SANS_OBLIQUE,
        "boldoblique" => Face::SANS_BOLD_OBLIQUE,
        "mono" => Face::MONO,
        "DejaVuSerif" => Face::SERIF,
        "DejaVuSerif-Bold" => Face::SERIF_BOLD,
        "DejaVuSerif-Italic" => Face::SERIF_ITALIC,
        "DejaVuSerif-BoldItalic" => Face::SERIF_BOLD_ITALIC,
        "DejaVuSansDisplay" => Face::SANS_DISPLAY,
        "DejaVuSerifDisplay" => Face::SERIF_DISPLAY,
        "STIXGeneral" => Face::STIX,
        "STIXGeneralBol" => Face::STIX_BOLD,
        "STIXGeneralItalic" => Face::STIX_ITALIC,
        "STIXGeneralBolIta" => Face::STIX_BOLD_ITALIC,
        "STIXNonUni" => Face::STIX_OTHER,
        "STIXNonUniBol" => Face::STIX_OTHER_BOLD,
        "STIXNonUniIta" => Face::STIX_OTHER_ITALIC,
        "STIXSizOneSymReg" => Face::STIX_1,
        "STIXSizTwoSymReg" => Face::STIX_2,
        "STIXSizThreeSymReg" => Face::STIX_3,
        "STIXSizFourSymReg" => Face::STIX_4,
        "STIXSizFiveSymReg" => Face::STIX_5,
        "cmr10" => Face::CM_ROMAN,
        "cmb10" => Face::CM_BOLD,
        "cmti10" => Face::CM_ITALIC,
        "cmmi10" => Face::CM_MATH,
        "cmss10" => Face::CM_SANS,
        "cmtt10" => Face::CM_MONO,
        "cmsy10" => Face::CM_SYMBOLS,
        "cmex10" => Face::CM_LARGE,
        _ => panic!("{name}"),
    }
}

fn numbers(text: &str) -> Vec<f64> {
    let words = text.split([' ', ':']).filter(|w| !w.is_empty());
    words.map(|w| w.parse().unwrap()).collect()
}

/// Fails with all rows that differ.
fn assert_none(differing: &[String]) {
    let count = differing.len();
    let shown = differing[..count.min(20)].join("\n");
    assert!(differing.is_empty(), "{count} rows differ:\n{shown}");
}

fn is_near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9)
}

#[test]
fn lines_are_those_of_matplotlib() {
    let mut fonts = Fonts::default();
    let mut differing = Vec::new();
    for row in rows("line", 300) {
        let size = subpixels_per_em(row[1].parse().unwrap(), row[2].parse().unwrap());
        let line = fonts.line(face(&row[0]).into(), size, &row[3]);
        let size = [line.width, line.height, line.descent].map(|v| v * 64.0);
        let glyphs: Vec<f64> = line
            .glyphs
            .iter()
            .flat_map(|g| [f64::from(g.id), g.x * 64.0, g.y * 64.0])
            .collect();
        if !is_near(&size, &numbers(&row[4])) || !is_near(&glyphs, &numbers(&row[5])) {
            differing.push(format!("{row:?}\n{size:?} {glyphs:?}"));
        }
    }
    assert_none(&differing);
}

/// Fails where glyphs or rectangles of notation are elsewhere than those in rows of a kind.
fn assert_placed(kind: &str, at_least: usize, fonts_of: impl Fn(&str) -> (Face, MathFontset)) {
    let mut fonts = Fonts::default();
    let mut differing = Vec::new();
    for row in rows(kind, at_least) {
        let dpi: f64 = row[2].parse().unwrap();
        let (of_text, set) = fonts_of(&row[0]);
        let points = row[1].parse().unwrap();
        let line = mathtext(&mut fonts, (of_text.into(), set), &row[3], points, dpi);
        let size = [line.width, line.height, line.descent];
        let mut same = is_near(&size, &numbers(&row[4]));
        let (mut glyphs, mut rects) = (line.glyphs.iter(), line.rects.iter());
        for item in row[5].split_whitespace() {
            let (name, rest) = item.split_once(':').unwrap();
            let expected = numbers(rest);
            same &= if name == "rect" {
                rects.next().is_some_and(|r| is_near(r, &expected))
            } else {
                glyphs.next().is_some_and(|g| {
                    let font = Font::new(face(name), expected[1], dpi);
                    g.font == font
                        && f64::from(g.id) == expected[0]
                        && is_near(&[g.x, g.y], &expected[2..])
                })
            };
        }
        if !same || glyphs.next().is_some() || rects.next().is_some() {
            let glyphs: Vec<_> = line
                .glyphs
                .iter()
                .map(|g| (g.font, g.id, g.x, g.y))
                .collect();
            differing.push(format!("{row:?}\n{size:?} {glyphs:?} {:?}", line.rects));
        }
    }
    assert_none(&differing);
}

#[test]
fn mathtext_is_that_of_matplotlib() {
    assert_placed("math", 600, |name| (face(name), MathFontset::DejaVuSans));
}

#[test]
fn mathtext_of_all_sets_of_fonts_is_that_of_matplotlib() {
    assert_placed("set", 350, |name| (Face::SANS, name.parse().unwrap()));
}

#[test]
fn hinted_glyphs_are_those_of_freetype() {
    let mut fonts = Fonts::default();
    let mut differing = Vec::new();
    for row in rows("glyphs", 10) {
        let face = face(&row[0]);
        let font = Font::new(face, row[1].parse().unwrap(), row[2].parse().unwrap());
        for item in row[3].split(' ') {
            let expected = numbers(item);
            let c = char::from_u32(expected[0] as u32).unwrap();
            let id = glyph_id(face, c);
            let glyph = fonts.glyph(font, id);
            let bounds = glyph.outline.bounds.unwrap_or_default().map(f64::from);
            let mut found = vec![expected[0], f64::from(id), f64::from(glyph.advance)];
            found.extend(bounds);
            if !is_near(&found, &expected) {
                differing.push(format!(
                    "{} {} {c:?} {expected:?} {found:?}",
                    row[0], row[1]
                ));
            }
        }
    }
    assert_none(&differing);
}

fn style(points: f64, words: &[&str]) -> TextStyle {
    let ha = |word: &str| match word {
        "left" => HorizontalAlignment::Left,
        "center" => HorizontalAlignment::Center,
        _ => HorizontalAlignment::Right,
    };
    TextStyle {
        family: (words[0] == "mono").then(|| FontFamily::named(&["monospace"])),
        size: points,
        weight: Some(FontWeight::of_bold(words[0].contains("bold"))),
        oblique: words[0].contains("oblique"),
        rotation: words[1].parse().unwrap(),
        rotation_mode: match words[2] {
            "anchor" => RotationMode::Anchor,
            _ => RotationMode::Default,
        },
        ha: ha(words[3]),
        va: match words[4] {
            "top" => VerticalAlignment::Top,
            "center" => VerticalAlignment::Center,
            "center_baseline" => VerticalAlignment::CenterBaseline,
            "baseline" => VerticalAlignment::Baseline,
            _ => VerticalAlignment::Bottom,
        },
        multialignment: (words[5] != "None").then(|| ha(words[5])),
        linespacing: words[6].parse().ok(),
        math_fontfamily: None,
        parse_math: true,
    }
}

#[test]
fn layouts_are_those_of_matplotlib() {
    let mut fonts = Fonts::default();
    let mut differing = Vec::new();
    for row in rows("layout", 300) {
        let words: Vec<&str> = row[2].split(' ').collect();
        let style = style(row[0].parse().unwrap(), &words);
        let text = row[3].replace("\\n", "\n");
        let layout = TextLayout::new(&mut fonts, &text, &style, row[1].parse().unwrap());
        let places: Vec<f64> = layout.lines.iter().flat_map(|(_, x, y)| [*x, *y]).collect();
        if !is_near(&layout.bounds, &numbers(&row[4])) || !is_near(&places, &numbers(&row[5])) {
            differing.push(format!("{row:?}\n{:?} {places:?}", layout.bounds));
        }
    }
    assert_none(&differing);
}

#[test]
fn notation_that_is_not_understood_is_drawn_as_it_is_written() {
    let mut fonts = Fonts::default();
    let deep = |inner: &str| format!("${}$", inner.repeat(100_000));
    let nested = [
        "{",
        "\\hat",
        "\\hat{",
        "\\mathbf{",
        "\\sqrt{",
        "\\sqrt[",
        "\\frac{",
        "x^{",
        "x_\\bar",
        "\\left(",
        "\\operatorname{",
        "\\substack{",
        "\\boldsymbol{",
        "\\overset{a}{",
        "\\phantom{",
        "\\overline{\\dot",
    ]
    .map(deep);
    for text in nested.iter().map(String::as_str).chain([
        "$\\nonsense$",
        "$\\genfrac{}{}{x}{}{a}{b}$",
        "$\\genfrac{}{}{1}{9}{a}{b}$",
        "$\\hspace{wide}$",
        "$\\substack{a\\\\b$",
        "$\\left(a\\middle b\\right)$",
        "$\\middle|$",
        "$x^{2$",
        "$x^2^3$",
        "$\\frac{1}$",
        "$\\left(x$",
        "$x}$",
        "$$",
    ]) {
        let size = subpixels_per_em(10.0, 100.0);
        let plain = fonts.line(Face::SANS.into(), size, text).width;
        let line = mathtext(
            &mut fonts,
            (Face::SANS.into(), MathFontset::DejaVuSans),
            text,
            10.0,
            100.0,
        );
        assert_eq!(line.width, plain, "{}", &text[..text.len().min(20)]);
    }
}

#[test]
fn notation_is_nested_as_deeply_as_anyone_writes() {
    let mut fonts = Fonts::default();
    for (open, close) in [
        ("{", "}"),
        ("\\hat{", "}"),
        ("\\sqrt{", "}"),
        ("x^{", "}"),
        ("\\hat ", ""),
    ] {
        let text = format!("${}x{}$", open.repeat(20), close.repeat(20));
        let size = subpixels_per_em(10.0, 100.0);
        let plain = fonts.line(Face::SANS.into(), size, &text).width;
        let line = mathtext(
            &mut fonts,
            (Face::SANS.into(), MathFontset::DejaVuSans),
            &text,
            10.0,
            100.0,
        );
        assert!(line.width < plain, "{text}");
    }
}

#[test]
fn no_text_makes_notation_panic() {
    let pieces = [
        "a",
        "1",
        "-",
        "+",
        ".",
        ",",
        "'",
        " ",
        "$",
        "{",
        "}",
        "^",
        "_",
        "[",
        "]",
        "(",
        "\\",
        "~",
        "é",
        "𝄞",
        "\u{301}",
        "\\frac",
        "\\sqrt",
        "\\sum",
        "\\int",
        "\\hat",
        "\\left(",
        "\\right",
        "\\right)",
        "\\text",
        "\\rm",
        "\\mathbf",
        "\\sin",
        "\\operatorname",
        "\\times",
        "\\,",
        "\\overline",
        "\\widehat",
        "\\prime",
        "\\middle|",
        "\\binom",
        "\\genfrac{(}{}{0}{1}",
        "\\substack{",
        "\\\\",
        "\\overset",
        "\\boldsymbol",
        "\\mathcal",
        "\\mathbb",
        "\\hspace{-1}",
        "\\rlap",
    ];
    let mut fonts = Fonts::default();
    let mut seed = 7_u64;
    let mut next = |n: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % n
    };
    for _ in 0..5000 {
        let middle: String = (0..next(12)).map(|_| pieces[next(pieces.len())]).collect();
        let points = [0.0, 1e-3, 10.0, 1e4][next(4)];
        let line = mathtext(
            &mut fonts,
            (Face::SANS.into(), MathFontset::DejaVuSans),
            &format!("${middle}$"),
            points,
            100.0,
        );
        assert!(
            line.width.is_finite() && line.height.is_finite(),
            "{middle:?}"
        );
    }
}
