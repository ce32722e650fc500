//! Processing of paths before they are painted: gaps, clipping, snapping, as in matplotlib's Agg backend.

use kurbo::{Affine, BezPath, PathEl, Point, Rect, Stroke, Vec2};

use crate::canvas::Canvas;
use crate::canvas::clip::{BOX, clip_line};
use crate::canvas::flatten::flattened;
use crate::canvas::hatch::{Hatch, Hatching};
use crate::canvas::outline::outline;
use crate::canvas::paint::{Fill, drawable};
use crate::canvas::polygons::Polygons;
use crate::canvas::simplify::{SIMPLIFICATION, simplified};
use crate::canvas::snap::{Snap, snapped};
use crate::canvas::target::{Mask, Target};
use crate::color::Color;
use crate::mapping::Clip;

/// Larger markers, in pixels from their middle, are drawn one by one.
const LARGE_MARKER: f64 = (1 << 15) as f64;
/// From this number on markers are painted by masks.
const MANY_MARKERS: usize = 64;

/// How a path is painted: without settings not at all.
///
/// ```
/// use plotreel::canvas::kurbo::{Rect, Shape, Stroke};
/// use plotreel::canvas::{Canvas, GraphicsContext};
/// use plotreel::{Color, FrameSize};
///
/// let mut canvas = Canvas::new(FrameSize { width: 40, height: 30 });
/// let (gold, black) = (Color::named("gold")?, Color::rgb(0, 0, 0));
/// let gc = GraphicsContext::new().with_face(gold).with_edge(black, Stroke::new(2.0));
/// canvas.draw_path(&Rect::new(10.0, 10.0, 30.0, 20.0).to_path(0.1), &gc);
/// assert_eq!(canvas.to_rgb()[3 * (15 * 40 + 20)..][..3], [255, 215, 0]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct GraphicsContext {
    pub(crate) face: Option<Color>,
    /// Colour and stroke; its lengths are pixels.
    pub(crate) edge: Option<(Color, Stroke)>,
    /// The pattern over the face.
    pub(crate) hatching: Option<Hatching>,
    pub(crate) snap: Snap,
    pub(crate) clip: Option<Clip>,
    /// Number of the path's points before it was clipped, which decides whether it is simplified.
    pub(crate) points: Option<usize>,
    pub(crate) antialiased: bool,
    /// How far a simplified line may be from its points, in pixels; 0 for lines that are not simplified.
    pub(crate) simplify: f64,
}

impl Default for GraphicsContext {
    fn default() -> Self {
        Self {
            face: None,
            edge: None,
            hatching: None,
            snap: Snap::Auto,
            clip: None,
            points: None,
            antialiased: true,
            simplify: SIMPLIFICATION,
        }
    }
}

impl GraphicsContext {
    /// Neither face nor edge.
    pub fn new() -> Self {
        Self::default()
    }

    /// Fills the path, by the nonzero rule.
    pub fn with_face(mut self, color: Color) -> Self {
        self.face = Some(color).filter(|color| color.a > 0);
        self
    }

    /// Strokes the path. Width and dashes of the stroke are in pixels: see
    /// [`points_to_pixels`](crate::artists::DrawContext::points_to_pixels).
    pub fn with_edge(mut self, color: Color, stroke: Stroke) -> Self {
        self.edge = Some((color, stroke)).filter(|(color, _)| color.a > 0);
        self
    }

    /// Whether the points of the path are snapped to whole pixels.
    pub fn with_snap(mut self, snap: Snap) -> Self {
        self.snap = snap;
        self
    }

    /// What is painted only; see [`ArtistBase::clip`](crate::artists::ArtistBase::clip).
    pub fn with_clip(mut self, clip: impl Into<Option<Clip>>) -> Self {
        self.clip = clip.into();
        self
    }

    /// Whether edges are smooth, as they are by default; else each pixel that a shape touches is painted wholly. Markers
    /// are always smooth.
    pub fn with_antialiased(mut self, antialiased: bool) -> Self {
        self.antialiased = antialiased;
        self
    }

    /// Covers the face with a hatch, its lines in this colour and so many pixels wide; its square, which repeats, has
    /// sides of so many pixels as an inch has.
    pub fn with_hatch(mut self, hatch: Hatch, color: Color, linewidth: f64, dpi: f64) -> Self {
        let hatching = Hatching {
            pattern: hatch,
            color,
            linewidth,
            side: dpi as usize,
        };
        self.hatching = Some(hatching).filter(|hatching| !hatching.pattern.is_empty());
        self
    }

    /// How far a line of many points may be from them in pixels, 1/9 by default; 0 for lines that keep all points.
    pub fn with_simplify(mut self, threshold: f64) -> Self {
        self.simplify = threshold;
        self
    }

    /// How something is filled in this colour.
    pub(crate) fn fill(&self, color: Color) -> Fill<'_> {
        Fill {
            color,
            clip: self.clip.as_ref(),
            antialiased: self.antialiased,
        }
    }

    fn edge_width(&self) -> f64 {
        match &self.edge {
            Some((color, stroke)) if color.a > 0 => stroke.width,
            _ => 0.0,
        }
    }
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
        let places: Vec<(f64, f64)> = places
            .filter(|place| visible.contains(*place))
            .map(|place| ((place.x + 0.5).floor(), (place.y + 0.5).floor()))
            .collect();
        let is_clipped = matches!(gc.clip, Some(Clip::Path(_) | Clip::PathIn(..)));
        let mask = |(shape, _): &(Polygons, Color)| Mask::new(shape, is_clipped);
        let masks: Option<Vec<Mask>> = (places.len() >= MANY_MARKERS)
            .then(|| shapes.iter().map(mask).collect())
            .flatten();
        if let Some(masks) = masks {
            let mut target = Target::new(self, gc.clip.as_ref());
            for (x, y) in places {
                for (mask, (_, color)) in masks.iter().zip(&shapes) {
                    target.paint_mask(mask, (x as i64, y as i64), *color);
                }
            }
            return;
        }
        for place in places {
            for (shape, color) in &shapes {
                if color.a > 0 && shape.is_finite() {
                    let mut target = Target::new(self, gc.clip.as_ref()).with_whole_runs();
                    target.fill(shape, place.into(), *color, true);
                }
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
