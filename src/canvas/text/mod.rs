//! Text on the canvas.

mod face;
mod family;
mod fonts;
mod glyph_masks;
mod glyph_outline;
mod hinting;
mod installed;
mod mathtext;
mod metrics;
mod runs;
mod shape;
#[cfg(test)]
mod tests;
mod text_layout;
mod told;
mod unhinted;
mod weight;

use std::iter::Peekable;

use kurbo::{Affine, BezPath, Join, Point, Stroke};

use crate::canvas::Canvas;
use crate::canvas::paint::Fill;
use crate::canvas::path::GraphicsContext;
use crate::color::Color;
use crate::mapping::Clip;
pub(crate) use family::FontDefaults;
pub use family::FontFamily;
pub(crate) use fonts::Fonts;
use glyph_outline::{Pen, Turn};
pub use hinting::TextHinting;
pub(crate) use mathtext::text_and_mathematics;
pub use mathtext::{MathDefault, MathFontset};
use shape::{GlyphLine, PlacedGlyph};
pub(crate) use text_layout::TextLayout;
pub use text_layout::{HorizontalAlignment, RotationMode, TextStyle, VerticalAlignment};
pub(crate) use told::Told;
pub use weight::FontWeight;

/// Texts that are painted at once; the outlines of one take some 16 KiB.
const TEXTS_AT_ONCE: usize = 256;

/// A text and its anchor.
type TextAt<'a> = (&'a TextLayout, (f64, f64));

/// The next texts that can be painted at once, because none is over another one.
fn texts_apart<'a>(texts: &mut Peekable<impl Iterator<Item = TextAt<'a>>>) -> Vec<TextAt<'a>> {
    let (mut apart, mut boxes) = (Vec::new(), Vec::new());
    while apart.len() < TEXTS_AT_ONCE
        && let Some(next) = texts.next_if(|next| {
            let next = around(next);
            !boxes.iter().any(|of| touch(of, &next))
        })
    {
        boxes.push(around(&next));
        apart.push(next);
    }
    apart
}

/// The box around the pixels of a text.
fn around((layout, (x, y)): &TextAt<'_>) -> [f64; 4] {
    let [left, bottom, right, top] = layout.bounds;
    [
        x + left - 1.0,
        y + bottom - 1.0,
        x + right + 1.0,
        y + top + 1.0,
    ]
}

/// Whether two boxes have a pixel in common.
fn touch(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

impl Canvas {
    /// Takes over the fonts of a figure's style, and what was said about them.
    pub(crate) fn set_fonts(&mut self, defaults: FontDefaults, told: &Told) {
        self.fonts.set_defaults(defaults, told);
    }

    /// Where the parts of a text are from its anchor.
    pub(crate) fn layout_text(&mut self, text: &str, style: &TextStyle, dpi: f64) -> TextLayout {
        TextLayout::new(&mut self.fonts, text, style, dpi)
    }

    /// Draws a text in a style, its anchor at pixel (`x`, `y`), y up from the bottom, as
    /// [`DrawContext::pixel`](crate::artists::DrawContext::pixel) has it. `dpi` is in pixels per inch.
    pub fn draw_text(
        &mut self,
        text: &str,
        anchor: (f64, f64),
        style: &TextStyle,
        dpi: f64,
        gc: &GraphicsContext,
    ) {
        let layout = self.layout_text(text, style, dpi);
        if let Some(color) = gc.face {
            self.draw_text_layout(&layout, anchor, color, gc.clip.as_ref());
        }
    }

    /// Draws a text that was laid out, its anchor at pixel (`x`, `y`) with y up from the bottom.
    pub(crate) fn draw_text_layout(
        &mut self,
        layout: &TextLayout,
        (x, y): (f64, f64),
        color: Color,
        clip: Option<&Clip>,
    ) {
        self.draw_text_layouts([(layout, (x, y))].into_iter(), color, clip);
    }

    /// Draws several texts of one colour, each over those before.
    pub(crate) fn draw_text_layouts<'a>(
        &mut self,
        layouts: impl Iterator<Item = TextAt<'a>>,
        color: Color,
        clip: Option<&Clip>,
    ) {
        if self.has_effect() {
            return layouts
                .for_each(|(layout, place)| self.draw_letters(layout, place, color, clip));
        }
        let mut layouts = layouts.peekable();
        while layouts.peek().is_some() {
            let apart = texts_apart(&mut layouts);
            if self.paint_letters(&apart, color, clip) {
                continue;
            }
            let letters = self.outline_layouts(apart.into_iter());
            for path in letters.all() {
                self.fill_letters(path, color, clip);
            }
        }
    }

    fn fill_letters(&mut self, path: &BezPath, color: Color, clip: Option<&Clip>) {
        if !path.is_empty() {
            self.fill_polygons_of(Fill::smooth(color, clip), |polygons| {
                polygons.add_letters(path);
            });
        }
    }

    /// Draws the edges of a text's letters in a colour and of a width in pixels.
    pub(crate) fn stroke_text_layout(
        &mut self,
        layout: &TextLayout,
        place: (f64, f64),
        (color, width): (Color, f64),
        clip: Option<&Clip>,
    ) {
        let letters = self.outline_layouts([(layout, place)].into_iter());
        let path = letters.into_path();
        let stroke = Stroke::new(width).with_join(Join::Round);
        self.stroke_path(&path, &stroke, color, clip);
    }

    fn outline_layouts<'a>(
        &mut self,
        layouts: impl Iterator<Item = (&'a TextLayout, (f64, f64))>,
    ) -> Letters {
        let mut letters = Letters::default();
        for (layout, (x, y)) in layouts.filter(finite) {
            for (line, dx, dy) in &layout.lines {
                self.outline_line(&mut letters, line, (x + dx, y + dy), layout.style.rotation);
            }
        }
        letters
    }

    /// The outline of a text, y up, moved to have its middle at (0, 0) and scaled to have its longer side 1.
    pub(crate) fn unit_text_outline(&mut self, text: &str) -> BezPath {
        // So large that hinting moves nothing by more than a thousandth.
        let style = TextStyle {
            size: 1000.0,
            ..TextStyle::default()
        };
        let layout = self.layout_text(text, &style, 72.0);
        let mut letters = Letters::default();
        for (line, x, y) in &layout.lines {
            self.outline_line(&mut letters, line, (*x, *y), 0.0);
        }
        let path = letters.into_path();
        let bounds = kurbo::Shape::bounding_box(&path);
        let longer = bounds.width().max(bounds.height());
        if longer <= 0.0 {
            return BezPath::new();
        }
        let (x, y) = (bounds.center().x, bounds.center().y);
        Affine::scale_non_uniform(1.0 / longer, -1.0 / longer) * Affine::translate((-x, -y)) * path
    }

    /// Appends a line's outlines. FreeType places glyphs by 1/64 px.
    fn outline_line(
        &mut self,
        letters: &mut Letters,
        line: &GlyphLine,
        (x, y): (f64, f64),
        rotation: f64,
    ) {
        let turn = rotation.to_radians().sin_cos();
        let height = f64::from(self.size.height);
        for (placed, turn, askew) in glyphs_at(line, (x, y), turn) {
            let glyph = self.fonts.drawn_glyph(placed.font, placed.id, askew);
            letters.add(|path| {
                let mut pen = Pen::new(path, height);
                glyph.outline.draw(&turn, &mut pen);
                pen.pixels()
            });
        }
        outline_bars(&mut letters.bars, line, ((x, y), turn), self.size.height);
    }
}

fn finite((_, (x, y)): &TextAt<'_>) -> bool {
    x.is_finite() && y.is_finite()
}

/// The glyphs of a line that begins at (x, y) and is turned by an angle of this sine and cosine: how each is turned and
/// moved, and whether it stands askew.
fn glyphs_at(
    line: &GlyphLine,
    (x, y): (f64, f64),
    (sin, cos): (f64, f64),
) -> impl Iterator<Item = (&PlacedGlyph, Turn, bool)> {
    let askew = cos.abs().min(sin.abs()) * 65536.0 >= 0.5;
    line.glyphs.iter().map(move |placed| {
        let (dx, dy) = (placed.x, placed.y);
        let place = (x + dx * cos - dy * sin, y + dx * sin + dy * cos);
        (placed, Turn::new((cos, sin), place), askew)
    })
}

/// Appends the bars of a line like this, on a canvas of this height.
fn outline_bars(
    path: &mut BezPath,
    line: &GlyphLine,
    ((x, y), (sin, cos)): ((f64, f64), (f64, f64)),
    height: u32,
) {
    let turned = Affine::new([cos, -sin, -sin, -cos, x, f64::from(height) - y]);
    for &rect in &line.rects {
        outline_bar(path, rect, turned);
    }
}

/// The outlines of texts. The reference draws letter by letter, which shows where two share a pixel, so that neighbours
/// which do are in different paths.
#[derive(Debug, Default)]
struct Letters {
    paths: [BezPath; 2],
    bars: BezPath,
    letter: BezPath,
    neighbours: Neighbours,
}

/// Chooses between two paths for letters one after the other.
#[derive(Debug, Default)]
struct Neighbours {
    /// The path of the last letter, and the whole pixels that it is within.
    last: Option<(usize, [i64; 4])>,
}

impl Neighbours {
    /// The path of the next letter, which is within these whole pixels.
    fn path_of(&mut self, pixels: [i64; 4]) -> usize {
        let which = match self.last {
            Some((which, last)) if meet(&last, &pixels) => 1 - which,
            _ => 0,
        };
        self.last = Some((which, pixels));
        which
    }
}

impl Letters {
    /// Adds a letter; `draw` returns the whole pixels that it is within.
    fn add(&mut self, draw: impl FnOnce(&mut BezPath) -> Option<[i64; 4]>) {
        self.letter.truncate(0);
        let Some(pixels) = draw(&mut self.letter) else {
            return;
        };
        let which = self.neighbours.path_of(pixels);
        self.paths[which].extend(&self.letter);
    }

    fn all(&self) -> impl Iterator<Item = &BezPath> {
        self.paths.iter().chain([&self.bars])
    }

    fn into_path(self) -> BezPath {
        let [mut path, other] = self.paths;
        path.extend(other);
        path.extend(self.bars);
        path
    }
}

fn meet(a: &[i64; 4], b: &[i64; 4]) -> bool {
    (0..2).all(|i| a[i] < b[i + 2] && b[i] < a[i + 2])
}

/// Appends a bar, on whole pixels if it is not askew, and grown to one, or thin bars would fade.
fn outline_bar(path: &mut BezPath, [left, bottom, width, height]: [f64; 4], turned: Affine) {
    let (grow_x, grow_y) = ((1.0 - width).max(0.0), (1.0 - height).max(0.0));
    let (left, bottom) = (left - grow_x / 2.0, bottom - grow_y / 2.0);
    let (right, top) = (left + width + grow_x, bottom + height + grow_y);
    let corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
        .map(|corner| turned * Point::from(corner));
    let upright = |a: Point, b: Point| (a.x - b.x).abs() < 1e-4 || (a.y - b.y).abs() < 1e-4;
    let snaps = upright(corners[0], corners[1]) && upright(corners[1], corners[2]);
    for (i, corner) in corners.into_iter().enumerate() {
        let corner = if snaps {
            Point::new((corner.x + 0.5).floor(), (corner.y + 0.5).floor())
        } else {
            corner
        };
        if i == 0 {
            path.move_to(corner);
        } else {
            path.line_to(corner);
        }
    }
    path.close_path();
}
