//! Round markers, painted straight onto the canvas: what most scatter plots are made of.

use kurbo::{BezPath, Point};

use crate::canvas::Canvas;
use crate::canvas::coverage::Coverage;
use crate::canvas::flatten::corners;
use crate::canvas::target::Target;
use crate::color::Color;
use crate::transform::PixelRect;

/// A round marker, in pixels from the top left corner.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Disc {
    pub(crate) center: Point,
    pub(crate) radius: f64,
    pub(crate) face: Option<Color>,
    /// Colour and width of the stroke along its edge.
    pub(crate) edge: Option<(Color, f64)>,
}

/// Discs larger than this, in pixels, are better painted as paths.
pub(crate) const MAX_RADIUS: f64 = 256.0;

/// An edge at least so wide, in pixels, leaves nothing to be seen of the fading end of a face of its own colour.
const WIDE: f64 = 1.3;

/// Memory for the discs of one call.
#[derive(Debug, Default)]
struct Stamp {
    /// The corners of the circle of one radius around (0, 0).
    corners: Vec<Point>,
    radius: f64,
    coverage: Coverage,
}

impl Canvas {
    /// Paints discs one over the other; those that are not finite, or too large, are left out.
    ///
    /// `circle` is a circle of radius 1 around (0, 0), whose curves become lines as Agg makes them.
    pub(crate) fn draw_discs(
        &mut self,
        circle: &BezPath,
        discs: impl Iterator<Item = Disc>,
        clip: Option<PixelRect>,
    ) {
        let mut stamp = Stamp::default();
        let mut target = Target::new(self, clip);
        for disc in discs {
            stamp.paint(circle, &disc, &mut target);
        }
    }
}

impl Stamp {
    fn paint(&mut self, circle: &BezPath, disc: &Disc, target: &mut Target<'_>) {
        let Disc { center, radius, .. } = *disc;
        let half = disc.edge.map_or(0.0, |(_, width)| width / 2.0);
        let reach = radius + half + 1.0;
        let is_good = radius > 0.0 && reach <= 2.0 * MAX_RADIUS && center.is_finite();
        if !is_good || !target.is_near(center, reach) {
            return;
        }
        if radius != self.radius {
            corners(circle, radius, &mut self.corners);
            self.radius = radius;
        }
        // The corners of a stroke's edges are as far from the polygon's as its middle line is.
        let (inner, outer) = (1.0 - half / radius, 1.0 + half / radius);
        match (disc.face, disc.edge) {
            (Some(face), Some((edge, width))) if face == edge && face.a == 255 && width >= WIDE => {
                self.fill(center, [Some(outer), None], face, target);
            }
            (face, edge) => {
                if let Some(face) = face {
                    self.fill(center, [Some(1.0), None], face, target);
                }
                if let Some((edge, _)) = edge {
                    let inner = Some(inner).filter(|inner| *inner > 0.0);
                    self.fill(center, [Some(outer), inner], edge, target);
                }
            }
        }
    }

    /// Fills the circle at one scale, but for that at the other.
    fn fill(
        &mut self,
        center: Point,
        [outer, inner]: [Option<f64>; 2],
        color: Color,
        target: &mut Target<'_>,
    ) {
        // Bézier curves reach a little farther than their circle.
        let reach = 1.05 * self.radius * outer.unwrap_or(1.0) + 0.1;
        let (x, y) = ((center.x - reach).floor(), (center.y - reach).floor());
        let side = (2.0 * reach).ceil() as usize + 1;
        self.coverage.reset((x as i64, y as i64), side, side);
        let at = |scale: f64| {
            let place = move |p: &Point| center + scale * p.to_vec2();
            self.corners.iter().map(place)
        };
        if let Some(scale) = outer {
            self.coverage.add(at(scale));
        }
        if let Some(scale) = inner {
            self.coverage.add(at(scale).rev());
        }
        target.paint(&self.coverage, color);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::FrameSize;
    use kurbo::{Circle, Shape, Stroke};

    fn circle() -> BezPath {
        Circle::new((0.0, 0.0), 1.0).to_path(1e-4)
    }

    #[test]
    fn a_disc_is_what_the_painter_makes_of_its_polygon() {
        let size = FrameSize {
            width: 40,
            height: 40,
        };
        let (blue, red) = (Color::rgb(0, 0, 255), Color::rgb(255, 0, 0));
        for (radius, width) in [(0.6, 1.0), (1.2, 1.4), (4.3, 1.4), (9.6, 3.0), (3.0, 2.0)] {
            let center = Point::new(19.3, 20.8);
            let mut ours = Canvas::new(size);
            let disc = Disc {
                center,
                radius,
                face: Some(blue),
                edge: Some((red, width)),
            };
            ours.draw_discs(&circle(), std::iter::once(disc), None);
            let mut theirs = Canvas::new(size);
            let mut polygon = Vec::new();
            corners(&circle(), radius, &mut polygon);
            let mut path = BezPath::new();
            for (i, corner) in polygon.iter().enumerate() {
                let corner = center + corner.to_vec2();
                match i {
                    0 => path.move_to(corner),
                    _ => path.line_to(corner),
                }
            }
            path.close_path();
            theirs.fill_path(&path, blue, None);
            theirs.stroke_path(
                &path,
                &Stroke::new(width).with_join(kurbo::Join::Round),
                red,
                None,
            );
            theirs.flush();
            let off = ours.pixels().iter().zip(theirs.pixels());
            let worst = off.map(|(a, b)| a.abs_diff(*b)).max().unwrap();
            assert!(worst <= 16, "{radius} {width}: {worst}");
        }
    }

    #[test]
    fn discs_at_the_edge_are_cut_and_those_outside_left_out() {
        let mut canvas = Canvas::new(FrameSize {
            width: 4,
            height: 4,
        });
        let blank = canvas.pixels().to_vec();
        let disc = |x, radius| Disc {
            center: Point::new(x, 2.0),
            radius,
            face: Some(Color::rgb(0, 0, 0)),
            edge: None,
        };
        let discs = [
            disc(1e300, 1.0),
            disc(-50.0, 3.0),
            disc(f64::NAN, 1.0),
            disc(1.0, f64::NAN),
            disc(1.0, f64::INFINITY),
            disc(1.0, 0.0),
        ];
        canvas.draw_discs(&circle(), discs.into_iter(), None);
        let outside = (0..100).map(|i| disc(-1.0 - 0.037 * f64::from(i), 0.3));
        canvas.draw_discs(&circle(), outside, None);
        assert_eq!(canvas.pixels(), blank);
        let clip = PixelRect {
            x0: 1,
            y0: 0,
            x1: 9,
            y1: 9,
        };
        canvas.draw_discs(&circle(), [disc(2.0, 40.0)].into_iter(), Some(clip));
        let row: Vec<u8> = canvas.to_rgb()[..12].iter().step_by(3).copied().collect();
        assert_eq!(row, [255, 0, 0, 0]);
    }
}
