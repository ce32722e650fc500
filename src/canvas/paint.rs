//! Paths on the canvas: what they cover, and their strokes.

use kurbo::{BezPath, Stroke, Vec2};

use crate::canvas::Canvas;
use crate::canvas::outline::outline;
use crate::canvas::polygons::{FAR, Polygons};
use crate::canvas::target::Target;
use crate::color::Color;
use crate::transform::PixelRect;

/// Shorter dashes with their gaps are drawn as a solid line, in pixels.
const FINEST_DASHES: f64 = 1.0 / 64.0;

impl Canvas {
    /// Fills a path, by the nonzero rule. Coordinates are pixels from the top left corner.
    ///
    /// A path with coordinates that are no numbers is left out.
    pub(crate) fn fill_path(&mut self, path: &BezPath, color: Color, clip: Option<PixelRect>) {
        self.fill_polygons_of(color, clip, |polygons| polygons.add_path(path));
    }

    /// Fills polygons moved by so many pixels.
    pub(super) fn fill_polygons(
        &mut self,
        polygons: &Polygons,
        offset: Vec2,
        color: Color,
        clip: Option<PixelRect>,
    ) {
        if color.a == 0 || !polygons.is_finite() {
            return;
        }
        Target::new(self, clip).fill(polygons, offset, color);
    }

    /// Strokes a path. Coordinates and the stroke's lengths are pixels.
    pub(crate) fn stroke_path(
        &mut self,
        path: &BezPath,
        stroke: &Stroke,
        color: Color,
        clip: Option<PixelRect>,
    ) {
        // What is not a width is no line.
        if stroke.width.is_nan() || stroke.width <= 0.0 || path.is_nan() {
            return;
        }
        let mut stroke = stroke.clone();
        stroke.width = stroke.width.min(FAR);
        if stroke.dash_pattern.iter().sum::<f64>() < FINEST_DASHES {
            stroke.dash_pattern.clear();
        }
        self.fill_polygons_of(color, clip, |polygons| outline(path, &stroke, polygons));
    }

    /// Fills polygons in memory that is used again: an allocation for each path would cost more than it is worth.
    pub(super) fn fill_polygons_of(
        &mut self,
        color: Color,
        clip: Option<PixelRect>,
        add: impl FnOnce(&mut Polygons),
    ) {
        let mut polygons = std::mem::take(&mut self.polygons);
        polygons.clear();
        add(&mut polygons);
        self.fill_polygons(&polygons, Vec2::ZERO, color, clip);
        self.polygons = polygons;
    }
}
