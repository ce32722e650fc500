//! Text on the canvas.

mod fonts;
mod mathtext;
mod metrics;
mod shape;
#[cfg(test)]
mod tests;
mod text_layout;
mod unhinted;

use kurbo::{Affine, BezPath, Join, Point, Stroke};

use crate::canvas::Canvas;
use crate::canvas::paint::Fill;
use crate::canvas::path::GraphicsContext;
use crate::color::Color;
use crate::mapping::Clip;
pub(crate) use fonts::Fonts;
use fonts::place_glyph;
pub(crate) use mathtext::text_and_mathematics;
use shape::GlyphLine;
pub(crate) use text_layout::TextLayout;
pub use text_layout::{
    FontFamily, HorizontalAlignment, RotationMode, TextStyle, VerticalAlignment,
};

/// Texts that are painted at once; the outlines of one take some 16 KiB.
const TEXTS_AT_ONCE: usize = 256;

impl Canvas {
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
            self.draw_text_layout(&layout, anchor, style.rotation, color, gc.clip.as_ref());
        }
    }

    /// Draws a text that was laid out, its anchor at pixel (`x`, `y`) with y up from the bottom.
    pub(crate) fn draw_text_layout(
        &mut self,
        layout: &TextLayout,
        (x, y): (f64, f64),
        rotation: f64,
        color: Color,
        clip: Option<&Clip>,
    ) {
        self.draw_text_layouts([(layout, (x, y))].into_iter(), rotation, color, clip);
    }

    /// Draws several texts of one angle and colour.
    pub(crate) fn draw_text_layouts<'a>(
        &mut self,
        layouts: impl Iterator<Item = (&'a TextLayout, (f64, f64))>,
        rotation: f64,
        color: Color,
        clip: Option<&Clip>,
    ) {
        let mut layouts = layouts.peekable();
        while layouts.peek().is_some() {
            let path = self.outline_layouts(layouts.by_ref().take(TEXTS_AT_ONCE), rotation);
            self.fill_polygons_of(Fill::smooth(color, clip), |polygons| {
                polygons.add_path(&path);
                // FreeType rounds coverage down, as Agg does for shapes of this orientation.
                polygons.turn_back();
            });
        }
    }

    /// Draws the edges of a text's letters in a colour and of a width in pixels.
    pub(crate) fn stroke_text_layout(
        &mut self,
        layout: &TextLayout,
        place: (f64, f64),
        rotation: f64,
        (color, width): (Color, f64),
        clip: Option<&Clip>,
    ) {
        let path = self.outline_layouts([(layout, place)].into_iter(), rotation);
        let stroke = Stroke::new(width).with_join(Join::Round);
        self.stroke_path(&path, &stroke, color, clip);
    }

    fn outline_layouts<'a>(
        &mut self,
        layouts: impl Iterator<Item = (&'a TextLayout, (f64, f64))>,
        rotation: f64,
    ) -> BezPath {
        let mut path = BezPath::new();
        for (layout, (x, y)) in layouts {
            if !(x.is_finite() && y.is_finite()) {
                continue;
            }
            for (line, dx, dy) in &layout.lines {
                self.outline_line(&mut path, line, (x + dx, y + dy), rotation);
            }
        }
        path
    }

    /// The outline of a text, y up, moved to have its middle at (0, 0) and scaled to have its longer side 1.
    pub(crate) fn unit_text_outline(&mut self, text: &str) -> BezPath {
        // So large that hinting moves nothing by more than a thousandth.
        let style = TextStyle {
            size: 1000.0,
            ..TextStyle::default()
        };
        let layout = self.layout_text(text, &style, 72.0);
        let mut path = BezPath::new();
        for (line, x, y) in &layout.lines {
            self.outline_line(&mut path, line, (*x, *y), 0.0);
        }
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
        path: &mut BezPath,
        line: &GlyphLine,
        (x, y): (f64, f64),
        rotation: f64,
    ) {
        let (sin, cos) = rotation.to_radians().sin_cos();
        let height = f64::from(self.size.height);
        let place = |dx: f64, dy: f64| {
            let subpixel = |v: f64| (v * 64.0).round_ties_even() / 64.0;
            let left = subpixel(x + dx * cos - dy * sin);
            let up = subpixel(y + dx * sin + dy * cos);
            Affine::new([cos, -sin, -sin, -cos, left, height - up])
        };
        for placed in &line.glyphs {
            let glyph = self.fonts.glyph(placed.font, placed.id);
            place_glyph(path, &glyph, place(placed.x, placed.y));
        }
        let turned = Affine::new([cos, -sin, -sin, -cos, x, height - y]);
        for &rect in &line.rects {
            outline_bar(path, rect, turned);
        }
    }
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
