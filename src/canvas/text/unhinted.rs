//! Texts as paths: glyphs as they are designed, at their exact places, as texts with path effects are drawn.

use kurbo::{Affine, BezPath, Cap, Join, Rect, Shape, Stroke};

use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::canvas::text::fonts::Fonts;
use crate::canvas::text::text_layout::{TextLayout, glyph_line};
use crate::color::Color;
use crate::mapping::Clip;

/// The size of the glyphs before they are scaled, in pixels (`TextToPath.FONT_SCALE`).
const FONT_SCALE: f64 = 100.0;
/// At this resolution, points are pixels.
const POINTS: f64 = 72.0;

impl Canvas {
    /// Draws a text as the path of its letters.
    pub(super) fn draw_letters(
        &mut self,
        layout: &TextLayout,
        place: (f64, f64),
        color: Color,
        clip: Option<&Clip>,
    ) {
        let path = self.text_path(layout, place);
        let pen = Stroke::new(0.0);
        let pen = pen.with_caps(Cap::Butt).with_join(Join::Round);
        let gc = GraphicsContext {
            face: Some(color).filter(|color| color.a > 0),
            edge: Some((color, pen)),
            clip: clip.cloned(),
            ..GraphicsContext::default()
        };
        self.draw_path(&path, &gc);
    }

    /// The outline, y down, of a text that was laid out at this place, with y up.
    fn text_path(&mut self, layout: &TextLayout, (x, y): (f64, f64)) -> BezPath {
        let style = &layout.style;
        let (height, scale) = (
            f64::from(self.size.height),
            style.size * layout.dpi / POINTS / FONT_SCALE,
        );
        let (sin, cos) = style.rotation.to_radians().sin_cos();
        let fonts = self
            .unhinted
            .get_or_insert_with(|| Box::new(Fonts::unhinted()));
        fonts.follow(&self.fonts);
        let mut path = BezPath::new();
        for (text, (_, dx, dy)) in layout.text.split('\n').zip(&layout.lines) {
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
