//! One line of plain text: characters to placed glyphs, with kerning and ligatures.

use std::cell::RefCell;

use harfrust::{Buffer, FontFuncs, GlyphId, ShapeOptions, ShaperFont};

use crate::canvas::text::fonts::{Font, Fonts};

/// A line of glyphs and what it measures: lengths in 1/64 px, y up from the baseline.
#[derive(Debug, Clone, Default)]
pub(crate) struct GlyphLine {
    pub(crate) glyphs: Vec<PlacedGlyph>,
    /// Filled rectangles (left, bottom, width, height), such as fraction bars; in pixels.
    pub(crate) rects: Vec<[f64; 4]>,
    /// Width, height and descent in pixels, as `get_text_width_height_descent` gives them.
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) descent: f64,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct PlacedGlyph {
    pub(crate) font: Font,
    pub(crate) id: u32,
    /// Place of its origin in pixels.
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// Shapes a line at a font's size: the advances are the hinted ones, kerning is not rounded to pixels.
pub(super) fn shape(fonts: &mut Fonts, font: Font, text: &str) -> GlyphLine {
    let Some(face) = fonts.shaping_font(font.face) else {
        return GlyphLine::default();
    };
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    {
        let hinted = HintedAdvances {
            fonts: RefCell::new(fonts),
            font,
        };
        let shaper = ShaperFont::new(&face)
            .with_scale(font.size)
            .with_font_funcs(Some(&hinted));
        if harfrust::shape(&shaper, &mut buffer, ShapeOptions::new()).is_err() {
            return GlyphLine::default();
        }
    }
    let mut line = GlyphLine::default();
    let (mut x, mut y) = (0i32, 0i32);
    let mut extent: Option<(i32, i32)> = None;
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let id = info.glyph_id;
        if id == 0 {
            let missing = text[info.cluster as usize..].chars().next();
            fonts.report_missing(missing.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let (left, up) = (
            x.saturating_add(position.x_offset),
            y.saturating_add(position.y_offset),
        );
        if let Some([_, bottom, _, top]) = fonts.glyph(font, id).bounds {
            let (low, high) = extent.unwrap_or((i32::MAX, i32::MIN));
            extent = Some((
                low.min(bottom.saturating_add(up)),
                high.max(top.saturating_add(up)),
            ));
        }
        line.glyphs.push(PlacedGlyph {
            font,
            id,
            x: f64::from(left) / 64.0,
            y: f64::from(up) / 64.0,
        });
        x = x.saturating_add(position.x_advance);
        y = y.saturating_add(position.y_advance);
    }
    let (low, high) = extent.unwrap_or((0, 0));
    line.width = f64::from(x) / 64.0;
    line.height = (f64::from(high) - f64::from(low)) / 64.0;
    line.descent = -f64::from(low) / 64.0;
    line
}

/// The advances of hinted glyphs for the shaper.
struct HintedAdvances<'a> {
    fonts: RefCell<&'a mut Fonts>,
    font: Font,
}

impl FontFuncs for HintedAdvances<'_> {
    fn glyph_h_advance(&self, _: &ShaperFont, glyph: GlyphId) -> i32 {
        self.fonts
            .borrow_mut()
            .glyph(self.font, glyph.to_u32())
            .advance
    }
}
