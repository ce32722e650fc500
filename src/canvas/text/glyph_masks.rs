//! What glyphs cover of the pixels around them, kept for when they are drawn again.

use std::collections::HashMap;
use std::sync::Arc;

use kurbo::BezPath;

use crate::canvas::Canvas;
use crate::canvas::coverage::Coverage;
use crate::canvas::polygons::Polygons;
use crate::canvas::target::{Mask, Target};
use crate::canvas::text::fonts::Font;
use crate::canvas::text::glyph_outline::{GlyphOutline, Pen, Turn};
use crate::canvas::text::{Neighbours, TextAt, finite, glyphs_at, outline_bars};
use crate::color::Color;
use crate::mapping::Clip;

/// Larger glyphs are not kept, in 1/64 px.
const LARGEST: i32 = 48 * 64;
/// The number of groups of pixels of all that are kept, which take some 3 MiB.
const MOST_GROUPS: usize = 1 << 16;

/// Which glyph, whether it stands askew, and how it is turned, at a place less than a pixel from the corner of one.
pub(super) type Key = (Font, u32, bool, Turn);

/// Glyphs that were drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct GlyphMasks {
    known: HashMap<Key, Arc<GlyphMask>>,
    groups: usize,
    scratch: Scratch,
}

/// Memory for finding out what a glyph covers: texts that move need many masks.
#[derive(Debug, Clone, Default)]
struct Scratch {
    path: BezPath,
    polygons: Polygons,
    coverage: Coverage,
}

/// What a glyph covers.
#[derive(Debug)]
pub(super) struct GlyphMask {
    mask: Mask,
    /// The whole pixels that it is within: left, bottom, right and top.
    pixels: [i64; 4],
}

impl Scratch {
    /// What an outline covers; `None` if that is nothing.
    fn mask(&mut self, outline: &GlyphOutline, turn: &Turn) -> Option<GlyphMask> {
        self.path.truncate(0);
        let mut pen = Pen::new(&mut self.path, 0.0);
        outline.draw(turn, &mut pen);
        let pixels = pen.pixels()?;
        self.polygons.clear();
        self.polygons.add_letters(&self.path);
        let mask = Mask::new(&self.polygons, false, &mut self.coverage)?;
        Some(GlyphMask { mask, pixels })
    }
}

impl GlyphMasks {
    pub(super) fn get(&self, key: &Key) -> Option<Arc<GlyphMask>> {
        self.known.get(key).cloned()
    }

    /// Finds out what a glyph covers by its outline, and keeps it; `None` if that is nothing.
    pub(super) fn add(&mut self, key: Key, outline: &GlyphOutline) -> Option<Arc<GlyphMask>> {
        let (.., turn) = &key;
        let mask = self.scratch.mask(outline, turn)?;
        if self.groups >= MOST_GROUPS {
            (self.groups, self.known) = (0, HashMap::new());
        }
        self.groups += mask.mask.groups();
        let mask = Arc::new(mask);
        self.known.insert(key, mask.clone());
        Some(mask)
    }
}

impl Canvas {
    /// Paints the letters of texts that are not over each other; `false` if they are too large for that.
    pub(super) fn paint_letters(
        &mut self,
        texts: &[TextAt<'_>],
        color: Color,
        clip: Option<&Clip>,
    ) -> bool {
        let lines = || texts.iter().flat_map(|(layout, _)| &layout.lines);
        let mut fonts = lines().flat_map(|(line, ..)| line.glyphs.iter().map(|glyph| glyph.font));
        if !fonts.all(|font| font.size <= LARGEST) {
            return false;
        }
        let mut letters = [Vec::new(), Vec::new()];
        let (mut bars, mut neighbours) = (BezPath::new(), Neighbours::default());
        for (layout, (x, y)) in texts.iter().copied().filter(finite) {
            for (line, dx, dy) in &layout.lines {
                let (at, turn) = (
                    (x + dx, y + dy),
                    layout.style.rotation.to_radians().sin_cos(),
                );
                for (glyph, turn, askew) in glyphs_at(line, at, turn) {
                    let (turn, by) = turn.within_pixel();
                    let key = (glyph.font, glyph.id, askew, turn);
                    let Some(mask) = self.fonts.glyph_mask(key) else {
                        continue;
                    };
                    let [left, bottom, right, top] = mask.pixels;
                    let pixels = [left + by[0], bottom + by[1], right + by[0], top + by[1]];
                    letters[neighbours.path_of(pixels)].push((mask, by));
                }
                outline_bars(&mut bars, line, (at, turn), self.size.height);
            }
        }
        if color.a > 0 {
            let height = i64::from(self.size.height);
            let mut target = Target::new(self, clip);
            for (mask, [right, up]) in letters.iter().flatten() {
                target.paint_mask(&mask.mask, (*right, height - up), color);
            }
        }
        self.fill_letters(&bars, color, clip);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::text::TextStyle;
    use crate::frame_size::FrameSize;

    /// Letters that are cut by the edge of the canvas are rounded there, if they are drawn as outlines.
    const SIZE: FrameSize = FrameSize {
        width: 300,
        height: 300,
    };

    #[test]
    fn letters_cover_the_same_as_their_outlines() {
        let texts = [
            "0.25",
            "fi|l-_ ij",
            "ÄÖ,\nsecond",
            r"$\frac{x^2}{\sqrt{2}}$",
            "−1e6",
        ];
        let mut path = BezPath::new();
        path.move_to((103.5, 104.0));
        path.line_to((260.0, 109.0));
        path.line_to((130.0, 245.0));
        path.close_path();
        let clips = [None, Some(Clip::Path(Arc::new(path)))];
        let (mut kept, mut outlined) = (Canvas::new(SIZE), Canvas::new(SIZE));
        for _ in 0..200 {
            let mut rng = fastrand::Rng::new();
            println!("seed {}", rng.get_seed());
            let style = TextStyle {
                size: [4.0, 10.0, 12.5, 20.0][rng.usize(0..4)],
                rotation: [0.0, 0.0, 90.0, 360.0 * rng.f64()][rng.usize(0..4)],
                ..TextStyle::default()
            };
            let text = texts[rng.usize(0..texts.len())];
            let layout = kept.layout_text(text, &style, 100.0);
            let at = (140.0 + 20.0 * rng.f64(), 140.0 + 20.0 * rng.f64());
            let color = Color {
                a: [255, 128][rng.usize(0..2)],
                ..Color::rgb(rng.u8(..), rng.u8(..), rng.u8(..))
            };
            let clip = clips[rng.usize(0..2)].as_ref();
            assert!(kept.paint_letters(&[(&layout, at)], color, clip));
            let letters = outlined.outline_layouts([(&layout, at)].into_iter());
            for path in letters.all() {
                outlined.fill_letters(path, color, clip);
            }
            let is_same = kept.pixels() == outlined.pixels();
            assert!(is_same, "{text} at {at:?}, {style:?}");
        }
    }
}
