//! Markers of many sizes and colours at points of the canvas.

use kurbo::{Affine, BezPath, Point, Rect, Shape};

use crate::artists::collection_paint::CollectionPaint;
use crate::artists::hatch_look::HatchLook;
use crate::artists::markers::shape::MarkerShape;
use crate::artists::{DrawContext, JoinStyle};
use crate::canvas::flatten::is_curved;
use crate::canvas::markers::convex::Convex;
use crate::canvas::markers::{MAX_SIZE, Mark};
use crate::canvas::path::GraphicsContext;
use crate::canvas::snap::Snap;
use crate::canvas::{Canvas, Hatching};
use crate::mapping::Clip;

/// From this number on, edges are drawn in a faster way, which differs from the reference's by a few of 256 levels.
const MANY: usize = 48;

/// The markers of a collection, for one drawing.
#[derive(Debug)]
pub(in crate::artists) struct PlacedMarkers<'a> {
    pub(in crate::artists) shape: &'a MarkerShape,
    /// That of the shape, if it is a circle.
    pub(in crate::artists) radius: Option<f64>,
    pub(in crate::artists) points: &'a [Point],
    /// How many pixels the unit of the shape is; the scales repeat.
    pub(in crate::artists) scales: &'a [f64],
    pub(in crate::artists) hatch_look: &'a HatchLook,
}

impl PlacedMarkers<'_> {
    /// Draws them in these colours.
    pub(in crate::artists) fn draw(
        &self,
        paint: &CollectionPaint<'_>,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        let (shape, scales) = (self.shape, self.scales);
        // Uniform ones are markers of the reference, which have the same effects.
        if self.hatch_look.pattern.is_some() || canvas.has_effect() {
            return self.draw_each(canvas, ctx, paint);
        }
        if let ([size], true) = (scales, paint.is_uniform()) {
            let path = Affine::scale_non_uniform(*size, -size) * &shape.path;
            let extent = path.bounding_box();
            let (width, height) = (f64::from(ctx.size.width), f64::from(ctx.size.height));
            if extent.width() < width && extent.height() < height {
                return self.draw_alike(canvas, ctx, paint, &path);
            }
        }
        // Larger ones are rare, and invalid sizes are not drawn.
        let reach = shape.path.control_box();
        let reach = [reach.x0, reach.y0, reach.x1, reach.y1].map(f64::abs);
        let reach = reach.into_iter().fold(1.0, f64::max);
        let sizes = scales.iter().map(|scale| scale * reach);
        let mut sizes = sizes.chain([paint.widest(ctx)]);
        let is_small = !paint.is_dashed() && !sizes.any(|size| size > MAX_SIZE);
        let upright = |unit: f64| Affine::scale_non_uniform(unit, -unit) * &shape.path;
        // Of size 1, so that no corner is farther away from its middle.
        let unit = self.radius.unwrap_or(1.0);
        let is_simple = self.radius.is_some() || (reach <= 1.0 && !is_curved(&shape.path));
        if is_small
            && shape.is_filled
            && is_simple
            && paint.style.join == JoinStyle::Round
            && let Some(mut convex) = Convex::new(&upright(1.0 / unit))
        {
            let marks = self.marks(ctx, paint, unit);
            let is_fast = self.points.len() >= MANY;
            canvas.draw_convex(&mut convex, marks, is_fast, paint.clip.as_ref());
        } else {
            self.draw_each(canvas, ctx, paint);
        }
    }

    /// Identical markers are drawn once and placed at whole pixels.
    fn draw_alike(
        &self,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        paint: &CollectionPaint<'_>,
        path: &BezPath,
    ) {
        let gc = GraphicsContext {
            face: paint.face(0),
            edge: paint.stroke(0, ctx),
            clip: paint.clip.as_ref().map(Clip::of_markers),
            ..GraphicsContext::default()
        };
        canvas.draw_markers(path, self.points.iter().copied(), &gc);
    }

    /// The markers of a shape this much larger than that of size 1.
    fn marks<'a>(
        &'a self,
        ctx: &'a DrawContext<'_>,
        paint: &'a CollectionPaint<'_>,
        scale: f64,
    ) -> impl Iterator<Item = Mark> + 'a {
        self.points
            .iter()
            .copied()
            .enumerate()
            .map(move |(i, center)| Mark {
                center,
                size: scale * self.scales[i % self.scales.len()],
                face: paint.face(i),
                edge: paint.edge(i, ctx),
            })
    }

    /// The hatch of a marker.
    fn hatching(
        &self,
        i: usize,
        paint: &CollectionPaint<'_>,
        ctx: &DrawContext<'_>,
    ) -> Option<Hatching> {
        let hatch = self.hatch_look.pattern.as_ref()?;
        self.hatch_look.of_element(hatch, i, paint, ctx)
    }

    fn draw_each(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>, paint: &CollectionPaint<'_>) {
        let (shape, scales) = (self.shape, self.scales);
        let (width, height) = (f64::from(ctx.size.width), f64::from(ctx.size.height));
        let visible = Rect::new(0.0, 0.0, width, height);
        for (i, center) in self.points.iter().copied().enumerate() {
            let size = scales[i % scales.len()];
            let edge = paint.stroke(i, ctx);
            let place =
                Affine::translate(center.to_vec2()) * Affine::scale_non_uniform(size, -size);
            let path = place * &shape.path;
            let reach = 1.0 + edge.as_ref().map_or(0.0, |(_, stroke)| 2.0 * stroke.width);
            let near = visible.inflate(reach, reach).overlaps(path.bounding_box());
            if !path.is_finite() || !(near || canvas.has_effect()) {
                continue;
            }
            let gc = GraphicsContext {
                face: paint.face(i).filter(|_| shape.is_filled),
                edge,
                hatching: self.hatching(i, paint, ctx),
                snap: Snap::Auto,
                clip: paint.clip.clone(),
                points: Some(0),
                ..GraphicsContext::default()
            };
            canvas.draw_path(&path, &gc);
        }
    }
}
