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
        let mask = |(shape, _): &(Polygons, Color)| Mask::new(shape, is_clipped);
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
