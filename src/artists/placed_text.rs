//! A text laid out on the canvas.

use kurbo::{Affine, BezPath, ParamCurveNearest, PathSeg, Point, Shape};

use crate::artists::DrawContext;
use crate::artists::hatch_look::HatchLook;
use crate::artists::patches::PatchBase;
use crate::artists::patheffects::draw_letters;
use crate::artists::text::TextAt;
use crate::canvas::{Canvas, TextLayout, TextStyle};

/// A text laid out on the canvas.
#[derive(Debug)]
pub(super) struct PlacedText {
    /// Pixel, y up.
    anchor: (f64, f64),
    pub(super) style: TextStyle,
    layout: TextLayout,
    /// Of the box behind it, y up.
    pub(super) outline: Option<BezPath>,
    /// By how much the outline's edge is wider for arrows: half of its points, taken for pixels as in the reference.
    edge: f64,
}

impl PlacedText {
    /// Whether a pixel, y up, is in the box behind it.
    pub(super) fn box_holds(&self, point: Point) -> Option<bool> {
        let outline = self.outline.as_ref()?;
        let on_edge =
            |segment: PathSeg| segment.nearest(point, 1e-3).distance_sq < self.edge * self.edge;
        Some(outline.contains(point) || outline.segments().any(on_edge))
    }

    /// The box around the text alone: left, bottom, right, top, y up.
    pub(super) fn bounds(&self) -> [f64; 4] {
        let ((x, y), [left, bottom, right, top]) = (self.anchor, self.layout.bounds);
        [x + left, y + bottom, x + right, y + top]
    }
}

impl<const D: usize> TextAt<D> {
    /// The text laid out with its anchor at a pixel, y up.
    pub(super) fn placed(
        &self,
        anchor: (f64, f64),
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> PlacedText {
        let style = self.resolved_style(ctx);
        let layout = canvas.layout_text(&self.text, &style, ctx.dpi);
        let outline = self.bbox.as_ref().map(|bbox| {
            let (width, height) = layout.size;
            let scale = ctx.points_to_pixels(style.size);
            let around = bbox
                .style(style.size)
                .outline([0.0, 0.0, width, height], scale);
            let (sin, cos) = if style.rotation == 0.0 {
                (0.0, 1.0)
            } else {
                style.rotation.to_radians().sin_cos()
            };
            let corner = (anchor.0 + layout.corner.0, anchor.1 + layout.corner.1);
            Affine::new([cos, sin, -sin, cos, corner.0, corner.1]) * around
        });
        PlacedText {
            anchor,
            style,
            layout,
            outline,
            edge: self.bbox.as_ref().map_or(0.0, |bbox| bbox.linewidth / 2.0),
        }
    }

    pub(super) fn draw_placed(
        &self,
        placed: &PlacedText,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        if self.text.is_empty() {
            return;
        }
        let clip = self.base.clip(ctx);
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
                base: self.base.clone().with_alpha(bbox.alpha),
                ..PatchBase::default()
            };
            style.draw_shapes(&[(outline.clone(), true)], canvas, ctx);
        }
        let color = self.color.map_or(ctx.style.text_color, |c| ctx.color(c));
        let color = self
            .base
            .alpha()
            .map_or(color, |alpha| color.with_alpha(alpha));
        if !self.effects.is_empty() {
            let layout = (&placed.layout, &placed.style);
            let path = canvas.text_path(&self.text, layout, placed.anchor, ctx.dpi);
            let paint = (color, self.base.alpha(), clip);
            return draw_letters(&self.effects, &path, paint, canvas, ctx);
        }
        let rotation = placed.style.rotation;
        if let Some(stroke) = self.stroke {
            let pen = (
                ctx.color(stroke.color),
                ctx.points_to_pixels(stroke.linewidth),
            );
            canvas.stroke_text_layout(&placed.layout, placed.anchor, rotation, pen, clip.as_ref());
        }
        canvas.draw_text_layout(
            &placed.layout,
            placed.anchor,
            rotation,
            color,
            clip.as_ref(),
        );
    }
}
