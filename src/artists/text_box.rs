//! The box behind a text.

use crate::artists::patches::BoxStyle;
use crate::artists::{Hatch, LineStyle};
use crate::color::ColorSpec;
use crate::properties::{Fraction, Length, options};

options! {
    /// A box behind a text (`bbox=dict(boxstyle=…)`).
    ///
    /// ```
    /// use plotreel::text::TextBox;
    ///
    /// let wheat = TextBox::new().with_boxstyle("round")?.with_facecolor("wheat")?.with_alpha(0.5);
    /// assert_eq!(wheat.alpha(), Some(0.5));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct TextBox;
    boxstyle / with_boxstyle: maybe_choice<BoxStyle> = None,
        "its outline, whose lengths are multiples of the font size; a square 4 points away if `None`";
    facecolor / with_facecolor: color = ColorSpec::C0, "its filling; `\"C0\"` by default";
    edgecolor / with_edgecolor: color = ColorSpec::BLACK, "the colour of its edge; black by default";
    linewidth / with_linewidth: number<Length> = 1.0, "the width of its edge in points";
    linestyle / with_linestyle: choice<LineStyle> = LineStyle::Solid, "the dashes of its edge";
    hatch / with_hatch: maybe_choice<Hatch> = None, "the pattern over its face";
    alpha / with_alpha: maybe<Fraction> = None, "the opacity of both, instead of that of their colours, from 0 to 1";
}

impl TextBox {
    pub(super) fn style(&self, font_size: f64) -> BoxStyle {
        // The reference writes this one down with two digits.
        let pad = (400.0 / font_size).round() / 100.0;
        self.boxstyle.unwrap_or(BoxStyle::Square { pad })
    }
}
