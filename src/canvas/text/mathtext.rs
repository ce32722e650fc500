//! Mathematical notation between dollar signs.

use std::sync::Arc;

use crate::canvas::text::fonts::{Face, Font, Fonts};
use crate::canvas::text::shape::Line;

/// Whether a text has an even number of dollar signs that are not escaped, and some.
pub(super) fn is_mathtext(text: &str) -> bool {
    let dollars = text.matches('$').count() - text.matches("\\$").count();
    dollars > 0 && dollars.is_multiple_of(2)
}

/// Lays out a line with mathematical notation.
pub(super) fn mathtext(
    fonts: &mut Fonts,
    face: Face,
    text: &str,
    points: f64,
    dpi: f64,
) -> Arc<Line> {
    fonts.line(Font::new(face, points, dpi), text)
}
