//! The look of a patch.

use kurbo::{BezPath, Stroke};

use crate::artists::{BlendedCoords, CapStyle, DrawContext, JoinStyle, LineStyle, Obstacles};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::{Color, ColorSpec};

/// Colours, edge and place of a patch. Lengths are points.
#[derive(Debug, Clone)]
pub(crate) struct PatchStyle {
    pub(crate) face: Option<ColorSpec>,
    pub(crate) edge: Option<ColorSpec>,
    /// Whether it has an edge if nothing else is said.
    pub(crate) edge_by_default: bool,
    pub(crate) linewidth: Option<f64>,
    pub(crate) linestyle: LineStyle,
    pub(crate) alpha: Option<f64>,
    pub(crate) fill: bool,
    pub(crate) cap: CapStyle,
    pub(crate) join: JoinStyle,
    pub(crate) coords: BlendedCoords,
    pub(crate) zorder: f64,
    pub(crate) visible: bool,
    pub(crate) clip_on: bool,
    pub(crate) label: Option<String>,
}

impl Default for PatchStyle {
    fn default() -> Self {
        Self {
            face: None,
            edge: None,
            edge_by_default: false,
            linewidth: None,
            linestyle: LineStyle::Solid,
            alpha: None,
            fill: true,
            cap: CapStyle::Butt,
            join: JoinStyle::Miter,
            coords: BlendedCoords::default(),
            zorder: 1.0,
            visible: true,
            clip_on: true,
            label: None,
        }
    }
}

impl PatchStyle {
    /// That of arrows.
    pub(crate) fn round_edged() -> Self {
        Self {
            edge_by_default: true,
            cap: CapStyle::Round,
            join: JoinStyle::Round,
            ..Self::default()
        }
    }

    /// Width of the edge in points.
    pub(crate) fn linewidth(&self, ctx: &DrawContext<'_>) -> f64 {
        self.linewidth.unwrap_or(ctx.style.patch_linewidth)
    }

    /// Draws an outline in the coordinates of the patch.
    pub(crate) fn draw(&self, outline: &BezPath, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let path = ctx.path_in(self.coords, outline);
        canvas.draw_path(&path, &self.context(true, ctx));
    }

    /// What a legend keeps off, of an outline in the coordinates of the patch.
    pub(crate) fn obstacles(&self, outline: &BezPath, ctx: &DrawContext<'_>) -> Obstacles {
        Obstacles::of_path(&ctx.path_in(self.coords, outline))
    }

    /// How an outline on the canvas is painted.
    pub(crate) fn context(&self, filled: bool, ctx: &DrawContext<'_>) -> GraphicsContext {
        let face = filled.then(|| self.facecolor(ctx));
        GraphicsContext {
            face: face.filter(|face| face.a > 0),
            edge: self.stroke(ctx).map(|stroke| (self.edgecolor(ctx), stroke)),
            clip: self.clip_on.then(|| ctx.clip()),
            ..GraphicsContext::default()
        }
    }

    fn facecolor(&self, ctx: &DrawContext<'_>) -> Color {
        let first = ColorSpec::Cycle {
            index: 0,
            alpha: None,
        };
        let alpha = if self.fill { self.alpha } else { Some(0.0) };
        faded(ctx.color(self.face.unwrap_or(first)), alpha)
    }

    pub(crate) fn edgecolor(&self, ctx: &DrawContext<'_>) -> Color {
        let color = match self.edge {
            Some(edge) => ctx.color(edge),
            None if self.edge_by_default || !self.fill => ctx.style.patch_edgecolor,
            None => ctx.color(ColorSpec::None),
        };
        faded(color, self.alpha)
    }

    fn stroke(&self, ctx: &DrawContext<'_>) -> Option<Stroke> {
        if self.linestyle == LineStyle::None {
            return None;
        }
        let width = self.linewidth(ctx);
        let stroke = Stroke::new(ctx.points_to_pixels(width))
            .with_caps(self.cap.into())
            .with_join(self.join.into());
        Some(match self.linestyle.dashes(width) {
            None => stroke,
            Some((offset, pattern)) => stroke.with_dashes(
                ctx.points_to_pixels(offset),
                pattern.into_iter().map(|d| ctx.points_to_pixels(d)),
            ),
        })
    }
}

/// No opacity makes a colour of none.
fn faded(color: Color, alpha: Option<f64>) -> Color {
    alpha
        .filter(|_| color.a > 0)
        .map_or(color, |alpha| color.with_alpha(alpha))
}
