//! Areas between lines that are the borders of two.

use std::mem::{swap, take};

use kurbo::Point;

use crate::canvas::Canvas;
use crate::canvas::clip::{FAR, is_within};
use crate::canvas::coverage::{Between, Coverage, Lines, area_of, bands};
use crate::canvas::polygons::reach_of;
use crate::canvas::snap::are_snapped;
use crate::canvas::target::Target;
use crate::color::Color;
use crate::contour::Outlines;
use crate::mapping::Clip;

impl Canvas {
    /// Fills areas as [`Canvas::fill_segments`] does, each in its colour if it has one, if none of them is snapped or far
    /// away; returns whether that is so.
    pub(crate) fn fill_areas(
        &mut self,
        (outlines, points): (&Outlines, &[Point]),
        colors: &[Option<Color>],
        clip: Option<&Clip>,
        antialiased: bool,
    ) -> bool {
        let ends = |segment: [u32; 2]| segment.map(|end| points[end as usize]);
        let snaps = |i: usize| {
            let count = outlines.len(i);
            count > 0 && are_snapped(outlines.segments(i).map(ends), count)
        };
        let is_near = |p: &Point| is_within(*p, FAR);
        if !points.iter().all(is_near) || (0..outlines.count()).any(snaps) {
            return false;
        }
        let mut spare = take(&mut self.upper);
        let mut target = Target::new(self, clip);
        target.fill_areas((outlines, points), colors, antialiased, &mut spare);
        self.upper = spare;
        true
    }
}

impl Target<'_> {
    /// Fills areas in their colours; `spare` is memory for the upper lines of each.
    fn fill_areas(
        &mut self,
        (outlines, points): (&Outlines, &[Point]),
        colors: &[Option<Color>],
        smooth: bool,
        spare: &mut Coverage,
    ) {
        let Some(memory) = self.coverage.take() else {
            return;
        };
        for band in bands(area_of(reach_of(points), self.clip)) {
            let mut lower = Lines::new(take(memory), band);
            let mut upper = Lines::new(take(spare), band);
            let ends = lower.ends(points);
            let mut levels = outlines.levels.iter();
            levels
                .by_ref()
                .take(1)
                .for_each(|level| lower.add(level, &ends));
            for (i, (sides, level)) in outlines.sides.iter().zip(levels).enumerate() {
                lower.add(sides, &ends);
                upper.add(level, &ends);
                let mut area = Between::new(&mut lower, &upper, outlines.len(i));
                match colors.get(i).copied().flatten() {
                    Some(color) => self.paint(&mut area, color, smooth),
                    None => area.skip(),
                }
                swap(&mut lower, &mut upper);
            }
            // Nothing is above the last line.
            Between::new(&mut lower, &upper, 0).skip();
            (*memory, *spare) = (lower.into_coverage(), upper.into_coverage());
        }
        self.coverage = Some(memory);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::paint::Fill;
    use crate::contour::{Bands, ContourCells, Levels};
    use crate::frame_size::FrameSize;
    use crate::grid::Grid;
    use crate::mapping::PixelRect;

    /// With many groups of pixels, unlike the part that is clipped to below.
    const SIZE: FrameSize = FrameSize {
        width: 190,
        height: 110,
    };

    /// The areas of random values, with a bad one.
    fn areas(rng: &mut fastrand::Rng) -> Bands {
        let (rows, columns) = (rng.usize(2..9), rng.usize(2..9));
        let mut good = vec![true; rows * columns];
        good[rng.usize(0..rows * columns)] = rng.bool();
        let cells = ContourCells::of_grid(&Grid::of_shape((rows, columns)), &good);
        let z: Vec<f64> = (0..rows * columns).map(|_| rng.f64()).collect();
        let levels = [-1.0, 0.2, 0.4, 0.7, 0.7, 2.0];
        let mut bands = Bands::default();
        bands.update(&cells, &Levels::new(&cells, &z, &levels));
        bands
    }

    #[test]
    fn areas_are_filled_together_as_one_by_one() {
        for _ in 0..256 {
            let mut rng = fastrand::Rng::new();
            println!("seed {}", rng.get_seed());
            let bands = areas(&mut rng);
            let (scale, turn) = (4.0 + 20.0 * rng.f64(), rng.f64());
            let place = |[x, y]: [f64; 2]| {
                let (sin, cos) = turn.sin_cos();
                Point::new(
                    scale * (x * cos - y * sin),
                    scale * (x * sin + y * cos) - 5.0,
                )
            };
            let points: Vec<Point> = bands.points.iter().map(|p| place(*p)).collect();
            let mut color = |_| {
                let opaque = if rng.bool() { 255 } else { rng.u8(1..) };
                let color = Color::rgb(rng.u8(..), rng.u8(..), rng.u8(..));
                (rng.u8(..) > 40).then_some(Color { a: opaque, ..color })
            };
            let colors: Vec<_> = (0..bands.outlines.count()).map(&mut color).collect();
            let pixels = PixelRect {
                x0: 9,
                y0: 2,
                x1: 77,
                y1: 61,
            };
            let clip = rng.bool().then_some(Clip::Pixels(pixels));
            let antialiased = rng.bool();
            let (mut together, mut single) = (Canvas::new(SIZE), Canvas::new(SIZE));
            for _ in 0..2 {
                let all = (&bands.outlines, &points[..]);
                assert!(together.fill_areas(all, &colors, clip.as_ref(), antialiased));
                for (i, color) in colors.iter().enumerate() {
                    let ends = |ends: [u32; 2]| ends.map(|end| points[end as usize]);
                    let mut segments: Vec<_> = bands.outlines.segments(i).map(ends).collect();
                    let fill = Fill {
                        color: color.unwrap_or(Color::TRANSPARENT),
                        clip: clip.as_ref(),
                        antialiased,
                    };
                    single.fill_segments(&mut segments, fill);
                }
                assert!(together.pixels() == single.pixels());
            }
        }
    }
}
