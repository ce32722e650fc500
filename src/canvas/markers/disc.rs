//! Round markers, painted directly onto the canvas: most scatter plots consist of them.

use kurbo::{BezPath, Point, Vec2};

use crate::canvas::Canvas;
use crate::canvas::flatten::corners;
use crate::canvas::markers::{Coat, Mark};
use crate::canvas::polygons::Polygons;
use crate::canvas::target::Target;
use crate::mapping::Clip;

/// Memory for the discs of one call.
#[derive(Debug, Default)]
struct DiscScratch {
    circles: Vec<UnitCircle>,
    polygons: Polygons,
}

/// The corners of a circle of radius 1, as flattened for a range of radii.
#[derive(Debug)]
struct UnitCircle {
    radii: (f64, f64),
    corners: Vec<Point>,
}

impl Canvas {
    /// Paints discs on top of each other; those that are not finite, or too large, are omitted.
    ///
    /// `circle` is a circle of radius 1 around (0, 0), whose curves are flattened as in Agg.
    pub(crate) fn draw_discs(
        &mut self,
        circle: &BezPath,
        discs: impl Iterator<Item = Mark>,
        clip: Option<&Clip>,
    ) {
        let mut stamp = DiscScratch::default();
        let mut target = Target::new(self, clip);
        for disc in discs.filter(Mark::is_good) {
            if !target.is_near(disc.center, disc.size + disc.half() + 1.0) {
                continue;
            }
            let place = (stamp.circle(circle, disc.size), disc.center, disc.size);
            for coat in disc.coats() {
                stamp.fill(place, coat, &mut target);
            }
        }
    }
}

impl DiscScratch {
    /// Which of the circles has the corners of this radius.
    fn circle(&mut self, path: &BezPath, radius: f64) -> usize {
        let known = |c: &UnitCircle| (c.radii.0..=c.radii.1).contains(&radius);
        if let Some(known) = self.circles.iter().position(known) {
            return known;
        }
        let mut found = Vec::new();
        corners(path, radius, &mut found);
        // A larger circle has all the corners of a smaller one, or more instead of them: as many are the same.
        let same = |c: &UnitCircle| c.corners.len() == found.len();
        if let Some(same) = self.circles.iter().position(same) {
            let (low, high) = self.circles[same].radii;
            self.circles[same].radii = (low.min(radius), high.max(radius));
            return same;
        }
        found
            .iter_mut()
            .for_each(|p| *p = (p.to_vec2() / radius).to_point());
        self.circles.push(UnitCircle {
            radii: (radius, radius),
            corners: found,
        });
        self.circles.len() - 1
    }

    fn fill(
        &mut self,
        (circle, center, radius): (usize, Point, f64),
        coat: Coat,
        target: &mut Target<'_>,
    ) {
        // The corners of a stroke's edges are as far from the polygon's as its middle line is.
        let at = |radius: f64| {
            let place = move |p: &Point| center + radius * p.to_vec2();
            self.circles[circle].corners.iter().map(place)
        };
        self.polygons.clear();
        self.polygons.add(at(radius + coat.outer));
        if let Some(inner) = coat.inner
            && inner < radius
        {
            self.polygons.add(at(radius - inner).rev());
        }
        target.fill(&self.polygons, Vec2::ZERO, coat.color, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::frame_size::FrameSize;
    use crate::mapping::PixelRect;
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
            let disc = Mark {
                center,
                size: radius,
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
        let disc = |x, radius| Mark {
            center: Point::new(x, 2.0),
            size: radius,
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
        canvas.draw_discs(
            &circle(),
            [disc(2.0, 40.0)].into_iter(),
            Some(&Clip::Pixels(clip)),
        );
        let row: Vec<u8> = canvas.to_rgb()[..12].iter().step_by(3).copied().collect();
        assert_eq!(row, [255, 0, 0, 0]);
    }
}
