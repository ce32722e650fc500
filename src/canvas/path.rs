//! Processing of paths before they are painted: gaps, clipping, snapping, as in matplotlib's Agg backend.

use kurbo::{BezPath, Point, Rect, Stroke};

use crate::canvas::Canvas;
use crate::canvas::clip::are_points;
use crate::canvas::clipper::{Clipper, Pen};
use crate::canvas::flatten::flattened;
pub(crate) use crate::canvas::graphics_context::GraphicsContext;
use crate::canvas::simplify::{Simplifier, is_simplified, simplified};
use crate::canvas::snap::snapped;
use crate::color::Color;

/// The number of a line's points that are placed at a time.
const AT_ONCE: usize = 256;
/// What cuts nothing off.
const EVERYWHERE: Rect = Rect::new(
    f64::NEG_INFINITY,
    f64::NEG_INFINITY,
    f64::INFINITY,
    f64::INFINITY,
);

impl Canvas {
    /// Fills and strokes a path as Agg does. Coordinates are pixels from the top left corner.
    ///
    /// Lines without a face are cut off a pixel outside the canvas, and simplified if they have many points. Points are
    /// snapped as the context says; those that are not finite leave gaps.
    pub fn draw_path(&mut self, path: &BezPath, gc: &GraphicsContext) {
        if self.draw_with_effect(path, gc) {
            return;
        }
        let is_line = gc.face.is_none() && gc.hatching.is_none();
        // As in Agg the points of a line count before it is cut off, and it is snapped afterwards.
        let points = gc.points.unwrap_or(path.elements().len());
        let simplifies = is_line && is_simplified(path, points, gc.simplify);
        let snap = gc.snap.of(points.max(path.elements().len()));
        let in_sight = match is_line {
            true => self.in_sight(path),
            false => (!path.is_finite()).then(|| clipped(path, EVERYWHERE)),
        };
        let path = in_sight.as_ref().unwrap_or(path);
        let snapped = snapped(path, snap, gc.edge_width());
        let path = snapped.as_ref().unwrap_or(path);
        let simplified = simplifies.then(|| simplified(path, gc.simplify));
        let path = simplified.as_ref().unwrap_or(path);
        let is_dashed = |(_, stroke): &(Color, Stroke)| !stroke.dash_pattern.is_empty();
        let dashed = gc.edge.as_ref().is_some_and(is_dashed);
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

    /// The canvas and a pixel around it.
    pub(crate) fn visible(&self) -> Rect {
        let (width, height) = (f64::from(self.size.width), f64::from(self.size.height));
        Rect::new(0.0, 0.0, width, height).inflate(1.0, 1.0)
    }

    /// The path without those parts of its lines that are out of sight, if there are any.
    fn in_sight(&self, path: &BezPath) -> Option<BezPath> {
        let visible = self.visible();
        if are_points(path, |point| visible.contains(point)) {
            return None;
        }
        Some(clipped(path, visible))
    }

    /// The straight lines between points; non-finite points leave gaps.
    ///
    /// Lines are clipped a pixel outside the canvas, so that far points cost nothing and lose no precision.
    pub(crate) fn polyline(&self, points: impl Iterator<Item = Point>) -> BezPath {
        let path = BezPath::with_capacity(points.size_hint().0);
        let mut clipper = Clipper::new(self.visible(), path);
        points.for_each(|point| clipper.line_to(point));
        clipper.finish()
    }

    /// The straight lines between the places of x and y, simplified as they come unless the threshold is 0, so that long
    /// lines need no memory.
    pub(crate) fn line_through(
        &self,
        plane: [&[f64]; 2],
        place: impl Fn([f64; 2]) -> Point,
        threshold: f64,
    ) -> BezPath {
        match threshold > 0.0 {
            true => {
                let simplifier = Simplifier::new(threshold);
                self.line_to_pen(simplifier, plane, place).finish()
            }
            false => self.line_to_pen(BezPath::with_capacity(plane[0].len()), plane, place),
        }
    }

    fn line_to_pen<P: Pen>(
        &self,
        pen: P,
        [x, y]: [&[f64]; 2],
        place: impl Fn([f64; 2]) -> Point,
    ) -> P {
        let mut clipper = Clipper::new(self.visible(), pen);
        let mut places = [Point::ORIGIN; AT_ONCE];
        for (x, y) in x.chunks(AT_ONCE).zip(y.chunks(AT_ONCE)) {
            let places = &mut places[..x.len().min(y.len())];
            for (point, (x, y)) in places.iter_mut().zip(x.iter().zip(y)) {
                *point = place([*x, *y]);
            }
            clipper.lines_to(places);
        }
        clipper.finish()
    }
}

/// The path without what is outside of a rectangle.
fn clipped(path: &BezPath, rect: Rect) -> BezPath {
    let mut clipper = Clipper::new(rect, BezPath::new());
    path.iter().for_each(|element| clipper.add(element));
    clipper.finish()
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
    fn a_line_that_is_simplified_as_it_comes_is_that_of_all_its_points() {
        let canvas = canvas();
        for case in 0..300 {
            let mut rng = fastrand::Rng::new();
            println!("seed {}", rng.get_seed());
            let counts = [0, 1, 2, 255, 256, 257, 512, 513, 1025];
            let count = counts[case % counts.len()];
            let far = if rng.bool() { 0.3 } else { 20.0 };
            let mut last = [5.0, 5.0];
            let step = |rng: &mut fastrand::Rng, v: f64| match rng.u8(..) {
                0..=2 => f64::NAN,
                3 => f64::INFINITY,
                4..=9 => 300.0 * (rng.f64() - 0.5),
                10..=99 => v,
                _ if v.is_finite() => (v + far * (rng.f64() - 0.5)).clamp(-20.0, 30.0),
                _ => 10.0 * rng.f64(),
            };
            let points: Vec<[f64; 2]> = (0..count)
                .map(|_| {
                    last = last.map(|v| step(&mut rng, v));
                    last
                })
                .collect();
            let [x, y] = [0, 1].map(|i| points.iter().map(|p| p[i]).collect::<Vec<_>>());
            let place = |[x, y]: [f64; 2]| Point::new(x, y);
            let whole = canvas.polyline(points.iter().map(|p| place(*p)));
            let threshold = 1.0 / 9.0;
            assert_eq!(canvas.line_through([&x, &y], place, 0.0), whole);
            let simple = canvas.line_through([&x, &y], place, threshold);
            assert_eq!(simple, simplified(&whole, threshold));
        }
    }

    #[test]
    fn loops_in_sight_stay_closed_when_others_are_cut_off() {
        let seen = |svg: &str| {
            let path = BezPath::from_svg(svg).unwrap();
            let seen = canvas().in_sight(&path);
            seen.map(|path| path.to_svg())
        };
        assert_eq!(seen("M1,1 L9,1 L9,9 Z"), None);
        assert_eq!(
            seen("M1,1 L9,1 L9,9 Z M5,5 L15,5 L5,8 Z").unwrap(),
            "M1,1 L9,1 L9,9 L1,1 Z M5,5 L11,5 M11,6.2 L5,8 L5,5"
        );
    }

    #[test]
    fn a_line_has_gaps_where_its_points_are_not_finite() {
        let mut path = BezPath::new();
        path.move_to((1.0, 1.0));
        for point in [(2.0, 1.0), (f64::NAN, 1.0), (4.0, 1.0), (4.0, 3.0)] {
            path.line_to(point);
        }
        path.quad_to((f64::INFINITY, 1.0), (5.0, 5.0));
        path.line_to((6.0, 5.0));
        path.close_path();
        assert_eq!(
            canvas().in_sight(&path).unwrap().to_svg(),
            "M1,1 L2,1 M4,1 L4,3 M5,5 L6,5 L1,1"
        );
    }

    #[test]
    fn dashes_begin_where_a_line_enters_the_canvas_after_snapping() {
        let mut canvas = canvas();
        let mut path = BezPath::new();
        path.move_to((2.3, -20.0));
        path.line_to((2.3, 30.0));
        let gc = GraphicsContext {
            edge: Some((
                Color::rgb(0, 0, 0),
                Stroke::new(1.0)
                    .with_caps(kurbo::Cap::Butt)
                    .with_dashes(0.0, [3.0, 3.0]),
            )),
            ..GraphicsContext::default()
        };
        canvas.draw_path(&path, &gc);
        let column = (0..10).map(|row| f64::from(255 - canvas.to_rgb()[30 * row + 6]));
        let halves: Vec<f64> = column.map(|ink| (ink / 127.5).round()).collect();
        // From -0.5 to 2.5 and from 5.5 to 8.5.
        assert_eq!(halves, [2.0, 2.0, 1.0, 0.0, 0.0, 1.0, 2.0, 2.0, 1.0, 0.0]);
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
