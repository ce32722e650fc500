//! High and narrow boxes, such as bars and vertical lines.

use kurbo::Rect;
use pulp::NullaryFnOnce;

use crate::canvas::coverage::{AHEAD, Covered, Group, Groups, LANES, area_of};
use crate::canvas::target::{Ink, Target};
use crate::color::Color;
use crate::mapping::PixelRect;

/// Wider boxes are not filled column by column, in pixels.
const WIDEST_BAR: i64 = 32;
/// Lower boxes are not worth it, in pixels.
const LOWEST_BAR: i64 = 8;

impl Target<'_> {
    /// Fills a high and narrow box inside the clip, whose rows are the same except for the first and the last one;
    /// returns whether it is one.
    pub(super) fn fill_bar(&mut self, bar: Rect, color: Color) -> bool {
        let reach = bar.abs();
        let area = area_of(reach, self.clip);
        let whole = PixelRect {
            x0: reach.x0.floor() as i64,
            y0: reach.y0.floor() as i64,
            x1: reach.x1.ceil() as i64,
            y1: reach.y1.ceil() as i64,
        };
        if area != whole || area.width() > WIDEST_BAR || area.height() < LOWEST_BAR {
            return false;
        }
        let low = PixelRect {
            y1: area.y0 + 3,
            ..area
        };
        let Some(coverage) = &mut self.coverage else {
            return false;
        };
        let mut groups = Groups::default();
        coverage.begin(low);
        coverage.add_box(bar, area.height() - 3);
        coverage.paint(&mut groups);
        self.arch.dispatch(PaintBar {
            ink: Ink::new(color),
            target: self,
            groups: &groups.all,
            area,
        });
        true
    }
}

/// The work of [`Target::fill_bar`], vectorised for the machine at hand.
struct PaintBar<'a, 'b> {
    target: &'a mut Target<'b>,
    /// Of the first row, one for all in the middle, and the last row.
    groups: &'a [Group],
    area: PixelRect,
    ink: Ink,
}

impl NullaryFnOnce for PaintBar<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let PixelRect { y0, y1, .. } = self.area;
        for ((x, y), covers) in self.groups {
            let covers = *covers;
            let rows = match y - y0 {
                0 => y0..y0 + 1,
                1 => y0 + 1..y1 - 1,
                _ => y1 - 1..y1,
            };
            let (hides, shares) = (self.ink.hides(&covers), self.ink.shares(&covers));
            for y in rows {
                self.target.fetch(*x, y + AHEAD);
                let row = self.target.row(y);
                match self.target.whole_group(*x, row) {
                    Some(pixels) if hides => *pixels = [self.ink.pixel; LANES],
                    Some(pixels) => self.ink.mix(pixels, &shares),
                    None => self.target.paint_group(*x, row, &covers, &self.ink),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use kurbo::{Point, Vec2};

    use super::*;
    use crate::canvas::Canvas;
    use crate::canvas::paint::Fill;
    use crate::canvas::polygons::Polygons;
    use crate::frame_size::FrameSize;

    #[test]
    fn bars_cover_what_boxes_do() {
        const SIZE: FrameSize = FrameSize {
            width: 60,
            height: 50,
        };
        for _ in 0..256 {
            let mut rng = fastrand::Rng::new();
            println!("seed {}", rng.get_seed());
            let mut within = |size: f64| (64.0 * size * rng.f64()).round() / 64.0;
            let from = Point::new(within(58.0) - 1.0, within(38.0) - 1.0);
            let to = from + Vec2::new(within(12.0), within(40.0));
            let bar = Rect::from_points(from, to);
            let mut corners = vec![from, Point::new(to.x, from.y), to, Point::new(from.x, to.y)];
            if rng.bool() {
                corners.reverse();
            }
            corners.rotate_left(rng.usize(0..4));
            let color = Color {
                a: rng.u8(1..=255),
                ..Color::rgb(200, 30, 90)
            };
            let draw = |corners: &[Point]| {
                let mut polygons = Polygons::default();
                polygons.add(corners.iter().copied());
                let mut canvas = Canvas::new(SIZE);
                canvas.fill_polygons(&polygons, Vec2::ZERO, Fill::smooth(color, None));
                (polygons.as_box(), canvas)
            };
            let (found, fast) = draw(&corners);
            assert_eq!(found.map(|found| found.abs()), Some(bar));
            // With one corner more it is not known to be a box.
            corners.push(corners[3].midpoint(corners[0]));
            let (found, slow) = draw(&corners);
            assert_eq!(found.filter(|_| bar.area() > 0.0), None);
            assert!(fast.pixels() == slow.pixels(), "{bar:?}");
        }
    }
}
