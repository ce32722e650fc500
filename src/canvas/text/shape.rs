//! One line of plain text: characters to placed glyphs, with kerning and ligatures.

use std::cell::RefCell;

use harfrust::{Buffer, FontFuncs, GlyphId, ShapeOptions, ShaperFont};

use crate::canvas::text::face::Face;
use crate::canvas::text::family::Faces;
use crate::canvas::text::fonts::{Font, Fonts};
use crate::canvas::text::runs::{Run, runs};

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

/// A glyph of a run: lengths in 1/64 px.
struct Shaped {
    font: Font,
    id: u32,
    /// Where its first character is, in bytes.
    cluster: usize,
    offset: (i32, i32),
    advance: (i32, i32),
}

/// Shapes a line at a size: the advances are the hinted ones, kerning is not rounded to pixels. Characters that a face
/// lacks are of the next one.
pub(super) fn shape(fonts: &mut Fonts, faces: Faces, size: i32, text: &str) -> GlyphLine {
    // As in the reference, a frame that says which script it is of is better than none.
    let list: Vec<Face> = faces
        .list()
        .iter()
        .copied()
        .chain([Face::LAST_RESORT])
        .collect();
    let mut choice = vec![0; text.len()];
    let mut shaped = Vec::new();
    for next in 1..=list.len() {
        shaped.clear();
        for run in runs(text, &choice) {
            let Some(face) = list.get(choice[run.range.start]) else {
                continue;
            };
            let font = Font { face: *face, size };
            shape_run(fonts, font, text, &run, &mut shaped);
        }
        if !choose_next(text, &shaped, next % list.len(), &mut choice) {
            break;
        }
    }
    let given = |face: Face| faces.list().contains(&face);
    let missing = |glyph: &&Shaped| glyph.id == 0 || !given(glyph.font.face);
    for glyph in shaped.iter().filter(missing) {
        let missing = text[glyph.cluster..].chars().next();
        fonts.report_missing(missing.unwrap_or(char::REPLACEMENT_CHARACTER), faces);
    }
    place(fonts, &shaped)
}

/// Gives clusters without a glyph another face; whether there were any.
fn choose_next(text: &str, shaped: &[Shaped], next: usize, choice: &mut [usize]) -> bool {
    let mut starts: Vec<usize> = shaped.iter().map(|glyph| glyph.cluster).collect();
    starts.sort_unstable();
    let mut any = false;
    for glyph in shaped.iter().filter(|glyph| glyph.id == 0) {
        let after = starts.partition_point(|start| *start <= glyph.cluster);
        let end = starts.get(after).copied().unwrap_or(text.len());
        choice[glyph.cluster..end].fill(next);
        any = true;
    }
    any
}

fn shape_run(fonts: &mut Fonts, font: Font, text: &str, run: &Run, shaped: &mut Vec<Shaped>) {
    let Some(face) = fonts.shaping_font(font.face) else {
        return;
    };
    let mut buffer = Buffer::new();
    for (at, c) in text[run.range.clone()].char_indices() {
        buffer.push(c.into(), (run.range.start + at) as u32);
    }
    buffer.set_pre_context(&text[..run.range.start]);
    buffer.set_post_context(&text[run.range.end..]);
    buffer.set_direction(run.direction);
    buffer.set_script(Some(run.script));
    {
        let hinted = HintedAdvances {
            fonts: RefCell::new(fonts),
            font,
        };
        let shaper = ShaperFont::new(&face)
            .with_scale(font.size)
            .with_font_funcs(Some(&hinted));
        if harfrust::shape(&shaper, &mut buffer, ShapeOptions::new()).is_err() {
            return;
        }
    }
    let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
    shaped.extend(glyphs.map(|(info, position)| Shaped {
        font,
        id: info.glyph_id,
        cluster: info.cluster as usize,
        offset: (position.x_offset, position.y_offset),
        advance: (position.x_advance, position.y_advance),
    }));
}

/// Places glyphs from left to right and measures the whole.
fn place(fonts: &mut Fonts, shaped: &[Shaped]) -> GlyphLine {
    let mut line = GlyphLine::default();
    let (mut x, mut y) = (0i32, 0i32);
    let mut extent: Option<(i32, i32)> = None;
    for glyph in shaped {
        let (left, up) = (
            x.saturating_add(glyph.offset.0),
            y.saturating_add(glyph.offset.1),
        );
        if let Some([_, bottom, _, top]) = fonts.glyph(glyph.font, glyph.id).outline.bounds {
            let (low, high) = extent.unwrap_or((i32::MAX, i32::MIN));
            extent = Some((
                low.min(bottom.saturating_add(up)),
                high.max(top.saturating_add(up)),
            ));
        }
        line.glyphs.push(PlacedGlyph {
            font: glyph.font,
            id: glyph.id,
            x: f64::from(left) / 64.0,
            y: f64::from(up) / 64.0,
        });
        x = x.saturating_add(glyph.advance.0);
        y = y.saturating_add(glyph.advance.1);
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
