//! Text on the canvas.

mod fonts;
mod layout;
mod mathtext;
mod metrics;
mod shape;
#[cfg(test)]
mod tests;

use kurbo::{Affine, BezPath};

use crate::canvas::Canvas;
use crate::color::Color;
use crate::transform::PixelRect;
pub(crate) use fonts::Fonts;
use fonts::place_glyph;
pub(crate) use layout::TextLayout;
pub use layout::{FontFamily, HorizontalAlignment, RotationMode, TextStyle, VerticalAlignment};
use shape::Line;

impl Canvas {
    /// Where the parts of a text are from its anchor.
    pub(crate) fn layout_text(&mut self, text: &str, style: &TextStyle, dpi: f64) -> TextLayout {
        TextLayout::new(&mut self.fonts, text, style, dpi)
    }

    /// Draws a text that was laid out, its anchor at pixel (`x`, `y`) with y up from the bottom.
    pub(crate) fn draw_text_layout(
        &mut self,
        layout: &TextLayout,
        (x, y): (f64, f64),
        rotation: f64,
        color: Color,
        clip: Option<PixelRect>,
    ) {
        if !(x.is_finite() && y.is_finite()) {
            return;
        }
        let mut path = BezPath::new();
        for (line, dx, dy) in &layout.lines {
            self.outline_line(&mut path, line, (x + dx, y + dy), rotation);
        }
        self.fill_path(&path, color, clip);
    }

    /// Appends a line's outlines. FreeType places glyphs by 1/64 px.
    fn outline_line(&mut self, path: &mut BezPath, line: &Line, (x, y): (f64, f64), rotation: f64) {
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
        for &[left, bottom, width, thickness] in &line.rects {
            // Thin bars grow to a pixel, or they would fade.
            let (grow_x, grow_y) = ((1.0 - width).max(0.0), (1.0 - thickness).max(0.0));
            let (left, bottom) = (left - grow_x / 2.0, bottom - grow_y / 2.0);
            let rect = kurbo::Rect::new(
                left,
                bottom,
                left + width + grow_x,
                bottom + thickness + grow_y,
            );
            let turned = Affine::new([cos, -sin, -sin, -cos, x, height - y]);
            path.extend(turned * kurbo::Shape::to_path(&rect, 0.1));
        }
    }
}
