//! Processing of paths before they are painted: gaps, clipping, snapping, as in matplotlib's Agg backend.

use kurbo::{Affine, BezPath, PathEl, Point, Rect, Stroke, Vec2};

use crate::canvas::Canvas;
use crate::canvas::clip::{BOX, clip_line};
use crate::canvas::flatten::flattened;
pub(crate) use crate::canvas::graphics_context::GraphicsContext;
use crate::canvas::outline::outline;
use crate::canvas::paint::{Fill, drawable};
use crate::canvas::polygons::Polygons;
use crate::canvas::simplify::simplified;
use crate::canvas::snap::{Snap, snapped};
use crate::canvas::target::{Mask, Stamp, Target};
use crate::color::Color;
use crate::mapping::Clip;

/// Larger markers, in pixels from their middle, are drawn one by one.
const LARGE_MARKER: f64 = (1 << 15) as f64;
/// From this number on markers are painted by masks.
const MANY_MARKERS: usize = 64;

/// The whole number below, as `floor`, which is a call where the machine has no instruction for it.
fn whole(value: f64) -> i64 {
    let truncated = value as i64;
    truncated - i64::from(truncated as f64 > value)
}

impl Canvas {
    /// Fills and strokes a path as Agg does. Coordinates are pixels from the top left corner.
    ///
    /// Points are snapped as the context says, what is far outside is cut off, and lines of many points are simplified.
    /// A path with coordinates that are not finite is omitted.
    pub fn draw_path(&mut self, path: &BezPath, gc: &GraphicsContext) {
        if self.draw_with_effect(path, gc) {
            return;
        }
        let snapped = snapped(path, gc.snap, gc.edge_width());
        let path = snapped.as_ref().unwrap_or(path);
        let filled = gc.face.is_some() || gc.hatching.is_some();
        let simplified = match filled {
            false => simplified(
                path,
                gc.points.unwrap_or(path.elements().len()),
                gc.simplify,
            ),
            true => None,
        };
        let path = simplified.as_ref().unwrap_or(path);
        let is_dashed = |(_, stroke): &(Color, Stroke)| !stroke.dash_pattern.is_empty();
        let dashed = gc.edge.as_ref().is_some_and(is_dashed);
        let in_sight = match dashed && !filled {
            true => self.in_sight(path),
            false => None,
        };
        let path = in_sight.as_ref().unwrap_or(path);
        let straight = flattened(path, dashed);
        let path = straight.as_ref().unwrap_or(path);
        if let Some(face) = gc.face {
            self.fill_polygons_of(gc.fill(face), |polygons| polygons.add_path(path));
        }
        if let Some(hatching) = &gc.hatching {
            self.hatch_path(path, hatching, gc.clip.as_ref());
        }
        if let Some((color, stroke)) = &gc.edge
            && stroke.width > 0.0
        {
            // Agg limits mitres by the width in pixels.
            let stroke = stroke.clone().with_miter_limit(stroke.width);
            self.stroke_path_as(path, &stroke, gc.fill(*color));
        }
    }

    /// Draws a marker at each position, rounded to whole pixels as in Agg.
    ///
    /// The marker's path is in pixels around (0, 0), y down. As in Agg its edges are smooth in any case.
    pub fn draw_markers(
        &mut self,
        marker: &BezPath,
        places: impl Iterator<Item = Point>,
        gc: &GraphicsContext,
    ) {
        if !marker.is_finite() {
            return;
        }
        if self.has_effect() {
            // At their exact places, then.
            for place in places.filter(|place| place.is_finite()) {
                self.draw_path(&(Affine::translate(place.to_vec2()) * marker), gc);
            }
            return;
        }
        let path = snapped(marker, gc.snap, gc.edge_width()).unwrap_or_else(|| {
            // A marker that is not snapped has its middle in the middle of a pixel.
            Affine::translate((0.5, 0.5)) * marker.clone()
        });
        let reach = path.control_box();
        if [reach.x0, reach.y0, reach.x1, reach.y1]
            .iter()
            .any(|v| v.abs() > LARGE_MARKER)
        {
            // Markers this large are drawn individually, because their visible parts differ.
            let gc = GraphicsContext {
                snap: Snap::Never,
                antialiased: true,
                ..gc.clone()
            };
            for place in places.filter(|place| place.is_finite()) {
                let place = (place.to_vec2() + Vec2::new(0.5, 0.5)).floor();
                self.draw_path(&(Affine::translate(place) * path.clone()), &gc);
            }
            return;
        }
        let path = flattened(&path, false).unwrap_or(path);
        let mut shapes = Vec::new();
        if let Some(face) = gc.face {
            let mut shape = Polygons::default();
            shape.add_path(&path);
            // Lines have no area.
            if !shape.corners().is_empty() {
                shapes.push((shape, face));
            }
        }
        if let Some((color, stroke)) = &gc.edge
            && let Some(stroke) = drawable(stroke.clone().with_miter_limit(stroke.width))
        {
            let mut shape = Polygons::default();
            outline(&path, &stroke, BOX, &mut shape);
            shapes.push((shape, *color));
        }
        let reaches = shapes
            .iter()
            .map(|(shape, _)| shape.reach().size().max_side());
        let reach = 1.0 + reaches.fold(0.0, f64::max);
        let (width, height) = (f64::from(self.size.width), f64::from(self.size.height));
        let visible = Rect::new(0.0, 0.0, width, height).inflate(reach, reach);
        let places: Vec<(i64, i64)> = places
            .filter(|place| visible.contains(*place))
            .map(|place| (whole(place.x + 0.5), whole(place.y + 0.5)))
            .collect();
        let is_clipped = matches!(gc.clip, Some(Clip::Path(_)));
        let mask = |(shape, _): &(Polygons, Color)| Mask::new(shape, is_clipped);
        let masks: Option<Vec<Mask>> = (places.len() >= MANY_MARKERS || is_clipped)
            .then(|| shapes.iter().map(mask).collect())
            .flatten();
        if let Some(masks) = masks {
            let mut target = Target::new(self, gc.clip.as_ref());
            let stamp = Stamp::new(&masks, shapes.iter().map(|(_, color)| *color));
            if stamp.is_some_and(|stamp| target.paint_stamp(&stamp, &places)) {
                return;
            }
            for (x, y) in places {
                for (mask, (_, color)) in masks.iter().zip(&shapes) {
                    target.paint_mask(mask, (x, y), *color);
                }
            }
            return;
        }
        for (x, y) in places {
            let place = Vec2::new(x as f64, y as f64);
            for (shape, color) in &shapes {
                let fill = Fill {
                    antialiased: true,
                    ..gc.fill(*color)
                };
                self.fill_polygons(shape, place, fill);
            }
        }
    }

    /// The canvas and a pixel around it.
    pub(crate) fn visible(&self) -> Rect {
        let (width, height) = (f64::from(self.size.width), f64::from(self.size.height));
        Rect::new(0.0, 0.0, width, height).inflate(1.0, 1.0)
    }

    /// The path without those parts of its lines that are out of sight, if there are any. As in the reference dashes
    /// begin anew where a line comes back.
    pub(crate) fn in_sight(&self, path: &BezPath) -> Option<BezPath> {
        let visible = self.visible();
        let area = path.control_box();
        if !path.is_finite() || visible.union(area) == visible {
            return None;
        }
        let mut out = BezPath::new();
        let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
        // Where the path has its end; a line that starts elsewhere needs a move.
        let mut end: Option<Point> = None;
        for element in path {
            let to = element.end_point().unwrap_or(start);
            match element {
                PathEl::MoveTo(point) => (start, end) = (point, None),
                PathEl::LineTo(_) | PathEl::ClosePath => {
                    if let Some((a, b)) = clip_line(visible, last, to) {
                        if end != Some(a) {
                            out.move_to(a);
                        }
                        out.line_to(b);
                        end = Some(b);
                    }
                }
                curve => {
                    if end != Some(last) {
                        out.move_to(last);
                    }
                    out.push(curve);
                    end = Some(to);
                }
            }
            last = to;
        }
        Some(out)
    }

    /// The straight lines between points; non-finite points leave gaps.
    ///
    /// Lines are clipped a pixel outside the canvas, so that far points cost nothing and lose no precision.
    pub(crate) fn polyline(&self, points: impl Iterator<Item = Point>) -> BezPath {
        let visible = self.visible();
        let mut path = BezPath::with_capacity(points.size_hint().0);
        let mut last: Option<Point> = None;
        // Where the path has its end; a line that starts elsewhere needs a move.
        let mut end: Option<Point> = None;
        for point in points {
            if !point.is_finite() {
                (last, end) = (None, None);
                continue;
            }
            if let Some(from) = last
                && from != point
                && let Some((a, b)) = clip_line(visible, from, point)
            {
                if end != Some(a) {
                    path.move_to(a);
                }
                path.line_to(b);
                end = Some(b);
            }
            last = Some(point);
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame_size::FrameSize;

    fn canvas() -> Canvas {
        Canvas::new(FrameSize {
            width: 10,
            height: 10,
        })
    }

    #[test]
    fn a_gap_begins_a_new_line_and_far_points_are_clipped() {
        let points = [
            (0.0, 5.0),
            (f64::NAN, 0.0),
            (5.0, 5.0),
            (1e300, 5.0),
            (8.0, 2.0),
        ];
        let path = canvas().polyline(points.into_iter().map(Point::from));
        assert_eq!(path.to_svg(), "M5,5 L11,5 M11,2 L8,2");
    }

    #[test]
    fn markers_are_smooth_however_many_there_are() {
        let mut marker = BezPath::new();
        marker.move_to((-2.0, -1.0));
        marker.line_to((2.0, 0.0));
        marker.line_to((0.0, 2.0));
        let drawn = |count: usize, antialiased: bool| {
            let mut canvas = canvas();
            let places = std::iter::repeat_n(Point::new(5.0, 5.0), count);
            let gc = GraphicsContext::new()
                .with_face(Color::rgb(0, 0, 0))
                .with_antialiased(antialiased);
            canvas.draw_markers(&marker, places, &gc);
            canvas.to_rgb()
        };
        for count in [1, MANY_MARKERS] {
            assert_eq!(drawn(count, false), drawn(count, true));
        }
        assert!(drawn(1, false).iter().any(|byte| (1..255).contains(byte)));
    }

    #[test]
    fn lines_of_one_pixel_are_sharp() {
        let mut canvas = canvas();
        let mut path = BezPath::new();
        path.move_to((2.3, 0.0));
        path.line_to((2.3, 10.0));
        let gc = GraphicsContext {
            edge: Some((Color::rgb(0, 0, 0), Stroke::new(1.0))),
            ..GraphicsContext::default()
        };
        canvas.draw_path(&path, &gc);
        let row: Vec<u8> = canvas.to_rgb()[5 * 30..6 * 30]
            .iter()
            .step_by(3)
            .copied()
            .collect();
        assert_eq!(row, [255, 255, 0, 255, 255, 255, 255, 255, 255, 255]);
    }
}
