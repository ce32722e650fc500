//! The style of a line's markers, and drawing them.

use kurbo::{Affine, Point, Stroke};

use crate::artists::markers::shape::MarkerShape;
use crate::artists::patheffects::{PathEffect, paint_with_effects};
use crate::artists::{DrawContext, FillStyle, MarkEvery, Marker};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::canvas::snap::Snap;
use crate::color::{Color, ColorSpec};
use crate::mapping::Clip;

/// The markers of a line. `None` is the style's value, or the line's own colour.
#[derive(Debug, Clone)]
pub(crate) struct MarkerStyle {
    pub(crate) marker: Marker,
    pub(crate) fill: FillStyle,
    /// In points, as the edges' width.
    pub(crate) size: Option<f64>,
    pub(crate) edge_width: Option<f64>,
    pub(crate) edge: Option<ColorSpec>,
    pub(crate) face: Option<ColorSpec>,
    pub(crate) face_alt: ColorSpec,
    pub(crate) every: MarkEvery,
    /// The angle by which they are turned counterclockwise, in radians.
    pub(crate) turn: f64,
}

impl Default for MarkerStyle {
    fn default() -> Self {
        Self {
            marker: Marker::None,
            fill: FillStyle::Full,
            size: None,
            edge_width: None,
            edge: None,
            face: None,
            face_alt: ColorSpec::None,
            every: MarkEvery::All,
            turn: 0.0,
        }
    }
}

impl MarkerStyle {
    /// Draws a marker at each place; `line` is the colour of the line and the opacity of it all.
    pub(crate) fn draw(
        &self,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        line: (ColorSpec, Option<f64>),
        (clip, effects): (Option<Clip>, &[PathEffect]),
        places: impl Iterator<Item = Point> + Clone,
    ) {
        let shape = match &self.marker {
            Marker::Text(text) => {
                MarkerShape::of_outline(canvas.unit_text_outline(text), self.fill)
            }
            marker => marker.shape(self.fill),
        };
        let size = ctx.points_to_pixels(self.size.unwrap_or(ctx.style.lines_markersize));
        let snap = match shape.snap_threshold {
            None => Snap::Auto,
            Some(threshold) if size >= threshold => Snap::Always,
            Some(_) => Snap::Never,
        };
        let stroke = Stroke::new(self.edge_pixels(ctx))
            .with_caps(shape.cap.into())
            .with_join(shape.join.into());
        // Pixels have no size.
        let to_canvas = match self.marker {
            Marker::Pixel => Affine::FLIP_Y,
            _ => Affine::scale_non_uniform(size, -size) * Affine::rotate(self.turn),
        };
        let edge = self.edge_color(ctx, line);
        let parts = [
            (Some(shape.path), self.face.unwrap_or(line.0)),
            (shape.alt_path, self.face_alt),
        ];
        for (path, face) in parts {
            let Some(path) = path else { continue };
            // Markers that consist of lines are filled as well: this is visible if they enclose an area, as carets do.
            let face = ctx.faded(face, line.1);
            let gc = GraphicsContext {
                face: Some(face).filter(|face| self.is_filled() && face.a > 0),
                edge: Some((edge, stroke.clone())),
                snap,
                clip: match effects.is_empty() {
                    true => clip.as_ref().map(Clip::of_markers),
                    false => clip.clone(),
                },
                ..GraphicsContext::default()
            };
            let path = to_canvas * path;
            paint_with_effects(effects, None, canvas, ctx, |canvas| {
                canvas.draw_markers(&path, places.clone(), &gc);
            });
        }
    }

    fn is_filled(&self) -> bool {
        self.fill != FillStyle::None
    }

    fn edge_pixels(&self, ctx: &DrawContext<'_>) -> f64 {
        match self.marker {
            Marker::Pixel => 0.0,
            _ => ctx.points_to_pixels(self.edge_width.unwrap_or(ctx.style.lines_markeredgewidth)),
        }
    }

    /// The colour of the edges; if it is that of the line, its opacity is that of the faces.
    fn edge_color(&self, ctx: &DrawContext<'_>, line: (ColorSpec, Option<f64>)) -> Color {
        let filled = ctx.style.classic_mode
            && self.is_filled()
            && !matches!(self.marker, Marker::Point | Marker::Pixel)
            && self.marker.shape(self.fill).is_filled;
        let usual = if filled { ColorSpec::BLACK } else { line.0 };
        let own = ctx.faded(self.edge.unwrap_or(usual), line.1);
        match (self.edge, self.face) {
            (None, Some(face)) if self.is_filled() && face != ColorSpec::None => Color {
                a: ctx.faded(face, line.1).a,
                ..own
            },
            _ => own,
        }
    }
}
