//! Mathematical notation between dollar signs, laid out as matplotlib's mathtext.
//!
//! Everything is measured with unhinted glyphs and drawn with hinted ones.

mod atoms;
mod boxes;
mod build;
mod chars;
mod font_names;
mod glyphs;
mod parse;
mod scripts;
mod ship;
mod structures;
mod symbols;
mod tables;

use std::sync::Arc;

use crate::canvas::text::family::Faces;
use crate::canvas::text::fonts::{Fonts, subpixels_per_em};
use crate::canvas::text::mathtext::chars::Setting;
use crate::canvas::text::mathtext::font_names::FontClass;
pub use crate::canvas::text::mathtext::font_names::{MathDefault, MathFontset};
use crate::canvas::text::mathtext::parse::{parse, split};
use crate::canvas::text::mathtext::ship::ship;
use crate::canvas::text::shape::GlyphLine;

/// Whether a text has an even number of dollar signs that are not escaped, and some.
pub(super) fn is_mathtext(text: &str) -> bool {
    let dollars = text.matches('$').count() - text.matches("\\$").count();
    dollars > 0 && dollars.is_multiple_of(2)
}

/// Alternating text and notation, starting and ending with text, if there is notation in the line; dollar signs
/// separate them.
pub(crate) fn text_and_mathematics(line: &str) -> Option<Vec<String>> {
    split(line).ok().filter(|_| is_mathtext(line))
}

/// Lays out a line with mathematical notation; invalid notation is drawn as plain text.
pub(super) fn mathtext(
    fonts: &mut Fonts,
    (faces, set): (Faces, MathFontset),
    text: &str,
    points: f64,
    dpi: f64,
) -> Arc<GlyphLine> {
    let key = (faces, set, points.to_bits(), dpi.to_bits(), text.to_owned());
    fonts.math_line(key, |fonts| {
        let setting = Setting {
            faces,
            set,
            class: FontClass::Rm,
            default: fonts.math_default().into(),
            points,
            dpi,
        };
        match parse(fonts, setting, text) {
            Ok(list) => Arc::new(ship(&list)),
            Err(reason) => {
                fonts.report_math(text, &reason.0);
                fonts.line(faces, subpixels_per_em(points, dpi), text)
            }
        }
    })
}
