//! The areas between levels on the canvas.

use kurbo::{BezPath, Point, Vec2};

use crate::artists::DrawContext;
use crate::artists::collection_paint::CollectionPaint;
use crate::artists::contour::outline::outlines;
use crate::artists::hatch_look::{HatchLook, repeated};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, Hatch, Hatching};
use crate::color::Color;
use crate::contour::Bands;

/// The hatches of areas, which repeat, and their common look.
#[derive(Debug, Clone, Default)]
pub(super) struct AreaHatches {
    pub(super) patterns: Vec<Hatch>,
    pub(super) look: HatchLook,
}

impl AreaHatches {
    /// That of an area.
    fn of(&self, i: usize, paint: &CollectionPaint<'_>, ctx: &DrawContext<'_>) -> Option<Hatching> {
        let hatch = repeated(&self.patterns, i)?;
        self.look.of_element(hatch, i, paint, ctx)
    }

    /// That of an area in a colorbar, where it has the default look.
    pub(super) fn in_colorbar(
        &self,
        i: usize,
        alpha: Option<f64>,
        ctx: &DrawContext<'_>,
    ) -> Option<Hatching> {
        let hatch = repeated(&self.patterns, i)?;
        HatchLook::default().resolved_as(hatch, ctx.style.patch_edgecolor, alpha, ctx)
    }
}

/// Draws the areas between levels, whose points are data coordinates.
pub(super) fn draw_bands(
    bands: &Bands,
    hatches: &AreaHatches,
    canvas: &mut Canvas,
    ctx: &DrawContext<'_>,
    paint: &CollectionPaint<'_>,
) {
    let (outlines, points) = (&bands.outlines, ctx.points(&bands.points));
    let all = 0..outlines.count();
    let is_plain = |i| paint.stroke(i, ctx).is_none() && hatches.of(i, paint, ctx).is_none();
    if !canvas.has_effect() && all.clone().all(is_plain) {
        let colors: Vec<_> = all.clone().map(|i| paint.face(i)).collect();
        let (clip, smooth) = (paint.clip.as_ref(), paint.style.antialiased);
        if canvas.fill_areas((outlines, &points), &colors, clip, smooth) {
            return;
        }
    }
    let point = |point: u32| points[point as usize];
    let outline = |i| outlines.segments(i).map(|ends| ends.map(point)).collect();
    draw_areas(all.map(outline), hatches, canvas, ctx, paint);
}

/// Fills, hatches and strokes areas with these outlines.
pub(super) fn draw_areas(
    outlines_of: impl Iterator<Item = Vec<[Point; 2]>>,
    hatches: &AreaHatches,
    canvas: &mut Canvas,
    ctx: &DrawContext<'_>,
    paint: &CollectionPaint<'_>,
) {
    let mut areas: Vec<_> = outlines_of.collect();
    // The reference draws a single area with an edge as a marker.
    if let [only] = &mut areas[..]
        && paint.is_uniform()
        && hatches.patterns.is_empty()
    {
        let moved = |point: &mut Point| *point += Vec2::new(0.5, 0.5);
        only.as_flattened_mut().iter_mut().for_each(moved);
    }
    for (i, mut segments) in areas.into_iter().enumerate() {
        let (face, hatching) = (paint.face(i), hatches.of(i, paint, ctx));
        let gc = paint.gc();
        if canvas.has_effect() {
            let gc = GraphicsContext {
                face,
                edge: paint.stroke(i, ctx),
                hatching,
                ..gc
            };
            canvas.draw_path(&outline_path(&segments), &gc);
            continue;
        }
        if face.is_some() || hatching.is_some() {
            let color = face.unwrap_or(Color::TRANSPARENT);
            canvas.fill_segments(&mut segments, gc.fill(color));
        }
        if let Some(hatching) = hatching {
            canvas.hatch_segments(&segments, &hatching, gc.clip.as_ref());
        }
        if let Some(edge) = paint.stroke(i, ctx) {
            let gc = GraphicsContext {
                // Edges of areas are not cut off at the canvas.
                face: Some(Color::TRANSPARENT),
                edge: Some(edge),
                points: Some(0),
                ..gc
            };
            canvas.draw_path(&outline_path(&segments), &gc);
        }
    }
}

fn outline_path(segments: &[[Point; 2]]) -> BezPath {
    let mut path = BezPath::new();
    for line in outlines(segments) {
        line.add_to(&mut path);
    }
    path
}
