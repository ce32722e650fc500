//! A text laid out on the canvas.

use kurbo::{Affine, BezPath, ParamCurveNearest, PathSeg, Point, Shape};

use crate::artists::DrawContext;
use crate::artists::text_box::TextBox;
use crate::canvas::{Canvas, TextLayout, TextStyle};

/// A text laid out on the canvas.
#[derive(Debug)]
pub(super) struct PlacedText {
    /// Pixel, y up.
    pub(super) anchor: (f64, f64),
    pub(super) style: TextStyle,
    pub(super) layout: TextLayout,
    /// Of the box behind it, y up.
    pub(super) outline: Option<BezPath>,
    /// By how much the outline's edge is wider for arrows: half of its points, taken for pixels as in the reference.
    edge: f64,
}

impl PlacedText {
    /// The text laid out with its anchor at a pixel, y up.
    pub(super) fn new(
        (text, style): (&str, TextStyle),
        bbox: Option<&TextBox>,
        anchor: (f64, f64),
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Self {
        let layout = canvas.layout_text(text, &style, ctx.dpi);
        let outline = bbox.map(|bbox| {
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
        Self {
            anchor,
            style,
            layout,
            outline,
            edge: bbox.map_or(0.0, |bbox| bbox.linewidth / 2.0),
        }
    }

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
