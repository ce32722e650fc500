//! Filling and stroking paths on the canvas.

use kurbo::{BezPath, Point, Rect, Stroke, Vec2};

use crate::canvas::Canvas;
use crate::canvas::clip::{FAR, bounded, is_within};
use crate::canvas::outline::outline;
use crate::canvas::polygons::Polygons;
use crate::canvas::snap::snap_segments;
use crate::canvas::target::Target;
use crate::color::Color;
use crate::mapping::Clip;

/// Dashes that are shorter with their gaps, on average, are drawn as a solid line, in pixels.
const FINEST_DASHES: f64 = 1.0 / 64.0;

/// How polygons are filled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fill<'a> {
    pub(crate) color: Color,
    pub(crate) clip: Option<&'a Clip>,
    /// Whether a pixel is painted in proportion to its part inside; else each that is touched is painted wholly.
    pub(crate) antialiased: bool,
}

impl<'a> Fill<'a> {
    /// With smooth edges.
    pub(crate) fn smooth(color: Color, clip: Option<&'a Clip>) -> Self {
        Self {
            color,
            clip,
            antialiased: true,
        }
    }
}

impl Canvas {
    /// Fills a path, by the nonzero rule. Coordinates are pixels from the top left corner.
    ///
    /// A path with NaN coordinates is omitted.
    pub(crate) fn fill_path(&mut self, path: &BezPath, color: Color, clip: Option<&Clip>) {
        self.fill_polygons_of(Fill::smooth(color, clip), |polygons| {
            polygons.add_path(path);
        });
    }

    /// Fills polygons moved by this many pixels.
    pub(super) fn fill_polygons(&mut self, polygons: &Polygons, offset: Vec2, fill: Fill<'_>) {
        if fill.color.a == 0 || !polygons.is_finite() {
            return;
        }
        Target::new(self, fill.clip).fill(polygons, offset, fill.color, fill.antialiased);
    }

    /// Fills the area on the left of segments, which are its whole outline in any order; y is down.
    ///
    /// As a path, they are snapped to whole pixels if there are few, and all are horizontal or vertical.
    pub(crate) fn fill_segments(&mut self, segments: &mut [[Point; 2]], fill: Fill<'_>) {
        let is_near = |p: &Point| is_within(*p, FAR);
        let near = segments.as_flattened().iter().all(is_near);
        if !(near || segments.as_flattened().iter().all(|p| p.is_finite())) {
            return;
        }
        snap_segments(segments);
        if !near {
            for end in segments.as_flattened_mut() {
                *end = bounded(*end);
            }
        }
        if fill.color.a > 0 {
            Target::new(self, fill.clip).fill_segments(segments, fill);
        }
    }

    /// Strokes a path. Coordinates and the stroke's lengths are pixels.
    pub(crate) fn stroke_path(
        &mut self,
        path: &BezPath,
        stroke: &Stroke,
        color: Color,
        clip: Option<&Clip>,
    ) {
        self.stroke_path_as(path, stroke, Fill::smooth(color, clip));
    }

    pub(super) fn stroke_path_as(&mut self, path: &BezPath, stroke: &Stroke, fill: Fill<'_>) {
        let Some(stroke) = drawable(stroke.clone()).filter(|_| !path.is_nan()) else {
            return;
        };
        // The whole canvas, so that where dashes begin doesn't depend on the clip.
        let (width, height) = (f64::from(self.size.width), f64::from(self.size.height));
        let seen = Rect::new(0.0, 0.0, width, height);
        self.fill_polygons_of(fill, |polygons| {
            outline(path, &stroke, seen, polygons);
        });
    }

    /// Fills polygons in reused memory: an allocation for each path would be expensive.
    pub(super) fn fill_polygons_of(&mut self, fill: Fill<'_>, add: impl FnOnce(&mut Polygons)) {
        let mut polygons = std::mem::take(&mut self.polygons);
        polygons.clear();
        add(&mut polygons);
        self.fill_polygons(&polygons, Vec2::ZERO, fill);
        self.polygons = polygons;
    }
}

/// A stroke that can be drawn in reasonable time; `None` without a width.
pub(super) fn drawable(mut stroke: Stroke) -> Option<Stroke> {
    if stroke.width.is_nan() || stroke.width <= 0.0 {
        return None;
    }
    stroke.width = stroke.width.min(FAR);
    let pairs = 0.5 * stroke.dash_pattern.len() as f64;
    // Written so that NaN lengths mean no dashes.
    let sum: f64 = stroke.dash_pattern.iter().sum();
    let is_fine = sum >= FINEST_DASHES * pairs && sum.is_finite();
    if !is_fine || !stroke.dash_offset.is_finite() {
        stroke.dash_pattern.clear();
    }
    Some(stroke)
}
