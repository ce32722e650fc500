//! The colours of a text, its box, and how it is drawn.

use crate::artists::hatch_look::HatchLook;
use crate::artists::patches::PatchBase;
use crate::artists::patheffects::{PathEffect, paint_with_effects};
use crate::artists::placed_text::PlacedText;
use crate::artists::text_box::TextBox;
use crate::artists::text_stroke::TextStroke;
use crate::artists::{ArtistBase, DrawContext};
use crate::canvas::Canvas;
use crate::color::ColorSpec;

/// What a text is drawn with, besides its font.
#[derive(Debug, Clone, Default)]
pub(super) struct TextLook {
    /// `None` is the style's.
    pub(super) color: Option<ColorSpec>,
    pub(super) bbox: Option<TextBox>,
    pub(super) stroke: Option<TextStroke>,
    pub(super) effects: Vec<PathEffect>,
}

impl TextLook {
    /// Draws the text that was laid out, in its box.
    pub(super) fn draw(
        &self,
        (text, placed): (&str, &PlacedText),
        base: &ArtistBase,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        if text.is_empty() {
            return;
        }
        self.draw_box(placed, base, canvas, ctx);
        let clip = base.clip(ctx);
        let color = self.color.map_or(ctx.style.text_color, |c| ctx.color(c));
        let color = base.alpha().map_or(color, |alpha| color.with_alpha(alpha));
        if !self.effects.is_empty() {
            let (layout, alpha) = (&placed.layout, base.alpha());
            return paint_with_effects(&self.effects, alpha, canvas, ctx, |canvas| {
                canvas.draw_text_layout(layout, placed.anchor, color, clip.as_ref());
            });
        }
        if let Some(stroke) = self.stroke {
            let pen = (
                ctx.color(stroke.color),
                ctx.points_to_pixels(stroke.linewidth),
            );
            canvas.stroke_text_layout(&placed.layout, placed.anchor, pen, clip.as_ref());
        }
        canvas.draw_text_layout(&placed.layout, placed.anchor, color, clip.as_ref());
    }

    fn draw_box(
        &self,
        placed: &PlacedText,
        base: &ArtistBase,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        if let (Some(bbox), Some(outline)) = (&self.bbox, &placed.outline) {
            let style = PatchBase {
                face: Some(bbox.facecolor),
                edge: Some(bbox.edgecolor),
                linewidth: Some(bbox.linewidth),
                linestyle: bbox.linestyle.clone(),
                hatch_look: HatchLook {
                    pattern: bbox.hatch.clone(),
                    ..HatchLook::default()
                },
                base: base.clone().with_alpha(bbox.alpha),
                ..PatchBase::default()
            };
            style.draw_shapes(&[(outline.clone(), true)], canvas, ctx);
        }
    }
}
