//! Drawing the box of 3-D axes.

use kurbo::{BezPath, Cap, Join, Point, Stroke};

use crate::artists::DrawContext;
use crate::artists::patheffects::paint_with_effects;
use crate::axes::space::placed::{PlacedCube, PlacedEdge};
use crate::axis::Axis;
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::Color;

impl PlacedCube<'_> {
    /// Panes, grid lines, then each axis with its ticks and labels.
    pub(crate) fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let axes = self.axes.axes();
        let edges = self.axes.pane_edges.unwrap_or(self.axes.panes);
        let width = (self.axes.pane_linewidth).unwrap_or(ctx.style.patch_linewidth);
        for ((pane, color), edge) in self.panes.iter().zip(self.axes.panes).zip(edges) {
            let [color, edge] = [color, edge].map(|color| ctx.color(color));
            let stroke = Stroke::new(ctx.points_to_pixels(width))
                .with_caps(Cap::Butt)
                .with_join(Join::Miter);
            let gc = GraphicsContext {
                face: Some(color).filter(|color| color.a > 0),
                edge: Some((edge, stroke)).filter(|(edge, _)| edge.a > 0 && width > 0.0),
                ..GraphicsContext::default()
            };
            canvas.draw_path(pane, &gc);
        }
        if self.axes.grid {
            for (axis, lines) in axes.into_iter().zip(&self.grid) {
                draw_grid(axis, lines, canvas, ctx);
            }
        }
        for (axis, edge) in axes.into_iter().zip(&self.edges) {
            edge.draw(axis, canvas, ctx);
        }
    }
}

fn draw_grid(axis: &Axis, lines: &[BezPath], canvas: &mut Canvas, ctx: &DrawContext<'_>) {
    // The look of major ticks is that of all.
    let gc = GraphicsContext {
        edge: Some(axis.looks[0].grid_pen([Cap::Butt; 2], ctx)),
        points: Some(0),
        ..GraphicsContext::default()
    };
    for line in lines {
        canvas.draw_path(line, &gc);
    }
}

impl PlacedEdge {
    fn draw(&self, axis: &Axis, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        if let Some(ends) = self.line {
            let usual = ctx.style.axes_edgecolor;
            let color = (axis.line_color).map_or(usual, |color| ctx.color(color));
            let width = axis.linewidth.unwrap_or(ctx.style.axes_linewidth);
            draw_line(ends, (color, width), canvas, ctx);
        }
        for (group, ends) in &self.ticks {
            let look = &axis.looks[*group];
            draw_line(*ends, (ctx.color(look.color), look.width), canvas, ctx);
        }
        for (labels, look) in self.labels.iter().zip(&axis.looks) {
            let color = ctx.color(look.label_color);
            paint_with_effects(&look.label_effects, None, canvas, ctx, |canvas| {
                let labels = labels.iter().map(|(layout, anchor)| (layout, *anchor));
                canvas.draw_text_layouts(labels, color, None);
            });
        }
        if let Some(offset) = &self.offset {
            offset.draw(&[], canvas, ctx);
        }
        if let Some(label) = &self.label {
            label.draw(&axis.label.effects, canvas, ctx);
        }
    }
}

/// A line with a pen's colour and width in points.
fn draw_line(
    ends: [Point; 2],
    (color, width): (Color, f64),
    canvas: &mut Canvas,
    ctx: &DrawContext<'_>,
) {
    let stroke = Stroke::new(ctx.points_to_pixels(width))
        .with_caps(Cap::Square)
        .with_join(Join::Round);
    let gc = GraphicsContext {
        edge: Some((color, stroke)),
        ..GraphicsContext::default()
    };
    let path = canvas.polyline(ends.into_iter());
    canvas.draw_path(&path, &gc);
}
