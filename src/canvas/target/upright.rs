//! Shapes with few sides, all of them upright or level but for cut corners, such as bars, their edges, and vertical
//! lines.

use kurbo::{Rect, Vec2};
use pulp::NullaryFnOnce;

use crate::canvas::coverage::{AHEAD, Covered, Group, Groups, LANES, area_of};
use crate::canvas::polygons::Polygons;
use crate::canvas::target::{Ink, Target};
use crate::color::Color;

/// Single polygons that are wider are not filled column by column, in pixels; one of two is mostly a hole.
const WIDEST: i64 = 32;
/// Lower shapes are not worth it, in pixels.
const LOWEST: i64 = 8;
/// The most corners of a box with a smaller one in it, both with their corners cut off, and each with its first corner
/// again at the end. The edges of bars are such boxes: Agg cuts mitres off, unless a line is wider than 1.4 pixels.
const FEW: usize = 18;

impl Target<'_> {
    /// Fills polygons moved by this many pixels, which lie within `reach` then, if they are high, narrow or hollow, and
    /// all their sides are upright or level, or short: most rows are the same then. Returns whether they are.
    pub(super) fn fill_upright(
        &mut self,
        polygons: &Polygons,
        (offset, reach): (Vec2, Rect),
        color: Color,
    ) -> bool {
        if polygons.corners().len() > FEW {
            return false;
        }
        let area = area_of(reach, self.clip);
        let columns = (reach.x0.floor() as i64, reach.x1.ceil() as i64);
        let is_wide = area.width() > WIDEST && polygons.count() == 1;
        if (area.x0, area.x1) != columns || is_wide || area.height() < LOWEST {
            return false;
        }
        let Some(coverage) = &mut self.coverage else {
            return false;
        };
        let Some(runs) = coverage.add_upright(polygons, offset, area) else {
            return false;
        };
        let mut groups = Groups::default();
        coverage.paint(&mut groups);
        self.arch.dispatch(PaintRuns {
            ink: Ink::new(color),
            target: self,
            groups: &groups.all,
            top: area.y0,
            runs: &runs,
        });
        true
    }
}

/// The work of [`Target::fill_upright`], vectorised for the machine at hand.
struct PaintRuns<'a, 'b> {
    target: &'a mut Target<'b>,
    /// One row for each run of equal ones.
    groups: &'a [Group],
    top: i64,
    /// Where the runs begin, and the end of the last one.
    runs: &'a [i32],
    ink: Ink,
}

impl NullaryFnOnce for PaintRuns<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        for ((x, row), covers) in self.groups {
            let covers = *covers;
            let run = (row - self.top) as usize;
            let [start, end] = [run, run + 1].map(|run| self.top + i64::from(self.runs[run]));
            let (hides, weights) = (self.ink.hides(&covers), self.ink.weights(&covers));
            for y in start..end {
                self.target.fetch(*x, y + AHEAD);
                let row = self.target.row(y);
                match self.target.whole_group(*x, row) {
                    Some(pixels) if hides => *pixels = [self.ink.pixel; LANES],
                    Some(pixels) => self.ink.mix(pixels, &weights),
                    None => self.target.paint_group(*x, row, &covers, &self.ink),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use kurbo::{Join, Point, Shape, Stroke};

    use super::*;
    use crate::canvas::Canvas;
    use crate::canvas::outline::outline;
    use crate::canvas::paint::Fill;
    use crate::frame_size::FrameSize;

    #[test]
    fn upright_shapes_cover_what_others_do() {
        const SIZE: FrameSize = FrameSize {
            width: 60,
            height: 50,
        };
        for _ in 0..512 {
            let mut rng = fastrand::Rng::new();
            println!("seed {}", rng.get_seed());
            let mut within = |size: f64| (64.0 * size * rng.f64()).round() / 64.0;
            let from = Point::new(within(58.0) - 1.0, within(54.0) - 6.0);
            let bar = Rect::from_points(from, from + Vec2::new(within(40.0), within(60.0)));
            // Which may be turned inside out, as a wide edge's inner side is.
            let hole = bar.inset(-within(12.0));
            let cut = [0.0, 0.25, 1.5][rng.usize(0..3)];
            let corners = |bar: Rect, rng: &mut fastrand::Rng| {
                let (a, b) = ((bar.x0, bar.y0), (bar.x1, bar.y1));
                let mut corners = vec![a, (b.0, a.1), b, (a.0, b.1)];
                if cut > 0.0 {
                    let (x0, y0, x1, y1) = (a.0 + cut, a.1 + cut, b.0 - cut, b.1 - cut);
                    corners = vec![(x0, a.1), (x1, a.1), (b.0, y0), (b.0, y1)];
                    corners.extend([(x1, b.1), (x0, b.1), (a.0, y1), (a.0, y0)]);
                }
                if rng.bool() {
                    corners.reverse();
                }
                let first = rng.usize(0..corners.len());
                corners.rotate_left(first);
                corners.into_iter().map(Point::from)
            };
            let mut outlines = vec![corners(bar, &mut rng).collect::<Vec<_>>()];
            if rng.bool() {
                outlines.push(corners(hole, &mut rng).collect());
            }
            let color = Color {
                a: rng.u8(1..=255),
                ..Color::rgb(200, 30, 90)
            };
            let draw = |outlines: &[Vec<Point>], repeats: usize| {
                let mut polygons = Polygons::default();
                for corners in outlines {
                    let again = corners.iter().take(1).cycle().take(repeats);
                    polygons.add(corners.iter().chain(again).copied());
                }
                let mut canvas = Canvas::new(SIZE);
                canvas.fill_polygons(&polygons, Vec2::ZERO, Fill::smooth(color, None));
                canvas
            };
            let fast = draw(&outlines, rng.usize(0..2));
            // With many corners the rows are filled one by one.
            let slow = draw(&outlines, 20);
            assert!(fast.pixels() == slow.pixels(), "{outlines:?}");
        }
    }

    #[test]
    fn edges_of_bars_are_upright() {
        let mut canvas = Canvas::new(FrameSize {
            width: 80,
            height: 60,
        });
        let limits = [1.0, 4.0];
        for (bar, limit) in [
            Rect::new(10.5, 5.5, 15.5, 70.5),
            Rect::new(7.3, 9.1, 61.7, 50.2),
        ]
        .into_iter()
        .flat_map(|bar| limits.map(|limit| (bar, limit)))
        {
            let stroke = Stroke::new(1.4)
                .with_join(Join::Miter)
                .with_miter_limit(limit);
            let mut edge = Polygons::default();
            let seen = Rect::new(0.0, 0.0, 80.0, 60.0);
            outline(&bar.to_path(0.1), &stroke, seen, &mut edge);
            let mut target = Target::new(&mut canvas, None);
            assert!(target.fill_upright(&edge, (Vec2::ZERO, edge.reach()), Color::rgb(0, 0, 0)));
        }
        let mut slanted = Polygons::default();
        slanted.add(
            [(5.0, 5.0), (9.0, 5.0), (7.0, 50.0)]
                .into_iter()
                .map(Point::from),
        );
        let mut target = Target::new(&mut canvas, None);
        let place = (Vec2::ZERO, slanted.reach());
        assert!(!target.fill_upright(&slanted, place, Color::rgb(0, 0, 0)));
    }
}
