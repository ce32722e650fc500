//! Equal markers, of which one is drawn and placed at whole pixels.

use std::mem::take;

use kurbo::{Affine, BezPath, Point, Rect, Vec2};

use crate::canvas::Canvas;
use crate::canvas::clip::BOX;
use crate::canvas::flatten::flattened;
use crate::canvas::outline::outline;
use crate::canvas::paint::{Fill, drawable};
use crate::canvas::path::GraphicsContext;
use crate::canvas::polygons::Polygons;
use crate::canvas::snap::{Snap, snapped};
use crate::canvas::target::{Mask, Stamp, Target};
use crate::color::Color;
use crate::mapping::Clip;

/// Larger markers, in pixels from their middle, are drawn one by one.
const LARGE_MARKER: f64 = (1 << 15) as f64;
/// From this number on markers are painted by masks.
const MANY_MARKERS: usize = 64;

/// From here on f64 has no fractions: its lowest bits are the number.
const WHOLE: f64 = (3_i64 << 51) as f64;

/// The whole number below, as `floor`, which is a call where the machine has no instruction for it; of at most 31 bits.
fn whole(value: f64) -> i32 {
    let near = value + WHOLE;
    near.to_bits() as i32 - i32::from(near - WHOLE > value)
}

/// How far from (0, 0) a rectangle reaches, in x or y.
fn farthest(reach: Rect) -> f64 {
    let sides = [reach.x0, reach.y0, reach.x1, reach.y1];
    sides.into_iter().map(f64::abs).fold(0.0, f64::max)
}

/// The face and the edge of a path, in their colours.
fn shapes(path: &BezPath, gc: &GraphicsContext) -> Vec<(Polygons, Color)> {
    let mut shapes = Vec::new();
    if let Some(face) = gc.face {
        let mut shape = Polygons::default();
        shape.add_path(path);
        shapes.push((shape, face));
    }
    if let Some((color, stroke)) = &gc.edge
        && let Some(stroke) = drawable(stroke.clone().with_miter_limit(stroke.width))
    {
        let mut shape = Polygons::default();
        outline(path, &stroke, BOX, &mut shape);
        shapes.push((shape, *color));
    }
    // Lines have no area.
    shapes.retain(|(shape, _)| !shape.corners().is_empty());
    shapes
}

impl Canvas {
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
        if farthest(path.control_box()) > LARGE_MARKER {
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
        let shapes = shapes(&flattened(&path, false).unwrap_or(path), gc);
        let reaches = shapes.iter().map(|(shape, _)| farthest(shape.reach()));
        let reach = 1.0 + reaches.fold(0.0, f64::max);
        let (width, height) = (f64::from(self.size.width), f64::from(self.size.height));
        let visible = Rect::new(0.0, 0.0, width, height).inflate(reach, reach);
        let mut seen = take(&mut self.places);
        seen.clear();
        let in_sight = places.filter(|place| visible.contains(*place));
        seen.extend(in_sight.map(|place| (whole(place.x + 0.5), whole(place.y + 0.5))));
        self.paint_markers(&shapes, &seen, gc);
        self.places = seen;
    }

    /// Paints shapes in their colours at each place.
    fn paint_markers(
        &mut self,
        shapes: &[(Polygons, Color)],
        places: &[(i32, i32)],
        gc: &GraphicsContext,
    ) {
        let is_clipped = matches!(gc.clip, Some(Clip::Path(_)));
        let coverage = &mut self.coverage;
        let mask = |(shape, _): &(Polygons, Color)| Mask::new(shape, is_clipped, coverage);
        let masks: Option<Vec<Mask>> = (places.len() >= MANY_MARKERS || is_clipped)
            .then(|| shapes.iter().map(mask).collect())
            .flatten();
        if let Some(masks) = masks {
            let mut target = Target::new(self, gc.clip.as_ref());
            if !target.is_clipped()
                && let Some(stamp) = Stamp::new(&masks, shapes.iter().map(|(_, color)| *color))
            {
                return target.paint_stamp(&stamp, places);
            }
            for (x, y) in places {
                for (mask, (_, color)) in masks.iter().zip(shapes) {
                    target.paint_mask(mask, (i64::from(*x), i64::from(*y)), *color);
                }
            }
            return;
        }
        for (x, y) in places {
            let place = Vec2::new(f64::from(*x), f64::from(*y));
            for (shape, color) in shapes {
                let fill = Fill {
                    antialiased: true,
                    ..gc.fill(*color)
                };
                self.fill_polygons(shape, place, fill);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use kurbo::Shape;

    use super::*;
    use crate::frame_size::FrameSize;

    #[test]
    fn numbers_are_rounded_down() {
        for value in [0.0, 0.5, 1.5, 2.5, 0.499_999_999, 3e6, 1e9 + 0.25] {
            for value in [value, -value] {
                assert_eq!(f64::from(whole(value)), value.floor());
            }
        }
    }

    #[test]
    fn markers_beside_their_places_are_seen_where_they_are() {
        let size = FrameSize {
            width: 40,
            height: 20,
        };
        let drawn = |shift: f64, place: f64| {
            let mut canvas = Canvas::new(size);
            let marker = Rect::new(shift, -3.0, shift + 5.0, 3.0).to_path(0.1);
            let gc = GraphicsContext::new().with_face(Color::rgb(0, 0, 0));
            canvas.draw_markers(&marker, [Point::new(place, 10.0)].into_iter(), &gc);
            canvas.to_rgb()
        };
        let expected = drawn(0.0, 20.0);
        assert!(expected.contains(&0));
        assert!(drawn(500.0, -480.0) == expected);
        assert!(drawn(-300.0, 320.0) == expected);
    }

    #[test]
    fn markers_are_smooth_however_many_there_are() {
        let mut marker = BezPath::new();
        marker.move_to((-2.0, -1.0));
        marker.line_to((2.0, 0.0));
        marker.line_to((0.0, 2.0));
        let drawn = |count: usize, antialiased: bool| {
            let mut canvas = Canvas::new(FrameSize {
                width: 10,
                height: 10,
            });
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
}
