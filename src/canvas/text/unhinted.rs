//! Texts as paths: glyphs as they are designed, at their exact places, as texts with path effects are drawn.

use kurbo::{Affine, BezPath, Rect, Shape};

use crate::canvas::Canvas;
use crate::canvas::text::fonts::Fonts;
use crate::canvas::text::text_layout::{TextLayout, TextStyle, glyph_line};

/// The size of the glyphs before they are scaled, in pixels (`TextToPath.FONT_SCALE`).
const FONT_SCALE: f64 = 100.0;
/// At this resolution, points are pixels.
const POINTS: f64 = 72.0;

impl Canvas {
    /// The outline, y down, of a text that was laid out at this place, with y up.
    pub(crate) fn text_path(
        &mut self,
        text: &str,
        (layout, style): (&TextLayout, &TextStyle),
        (x, y): (f64, f64),
        dpi: f64,
    ) -> BezPath {
        let (height, scale) = (
            f64::from(self.size.height),
            style.size * dpi / POINTS / FONT_SCALE,
        );
        let (sin, cos) = style.rotation.to_radians().sin_cos();
        let fonts = self
            .unhinted
            .get_or_insert_with(|| Box::new(Fonts::unhinted()));
        fonts.set_defaults(self.fonts.defaults().clone());
        let mut path = BezPath::new();
        for (text, (_, dx, dy)) in text.split('\n').zip(&layout.lines) {
            let line = glyph_line(fonts, text, style, FONT_SCALE, POINTS);
            let turned = [cos, -sin, -sin, -cos, x + dx, height - (y + dy)];
            let place = Affine::new(turned) * Affine::scale(scale);
            for glyph in &line.glyphs {
                let place = place * Affine::translate((glyph.x, glyph.y));
                fonts
                    .glyph(glyph.font, glyph.id)
                    .outline
                    .append_to(&mut path, place);
            }
            for [left, bottom, width, height] in &line.rects {
                let bar = Rect::new(*left, *bottom, left + width, bottom + height);
                path.extend(place * bar.path_elements(1.0).collect::<BezPath>());
            }
        }
        path
    }
}
