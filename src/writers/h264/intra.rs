//! Macroblocks that are predicted from the pixels around them (H.264, 8.3.3 and 8.3.4).

use super::motion::differences;
use super::picture::{Pixels, View, place};

/// How the pixels of a macroblock continue those around it. The numbers are those of luma (table 8-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// Columns go on downwards.
    Down,
    /// Rows go on to the right.
    Right,
    /// All is their mean.
    Mean,
}

impl Direction {
    const ALL: [Self; 3] = [Self::Down, Self::Right, Self::Mean];

    /// Its number for colours (table 8-5).
    pub(super) fn of_colors(self) -> u32 {
        match self {
            Self::Mean => 0,
            Self::Right => 1,
            Self::Down => 2,
        }
    }
}

/// The pixels above a macroblock of luma and to the left, of those that there are.
type Luma = [Option<[u8; 16]>; 2];
/// Those of a colour.
type Color = [Option<[u8; 8]>; 2];

/// What is around a macroblock.
#[derive(Debug)]
pub(super) struct Surroundings {
    luma: Luma,
    colors: [Color; 2],
    /// Whether all of the macroblock is in sight, and so is what is around it: what decoders have out of sight is not known.
    is_in_sight: bool,
}

impl Surroundings {
    /// Of a macroblock of a picture of whole macroblocks, which is decoded up to there.
    pub(super) fn of(view: &View<'_>, column: usize, row: usize) -> Self {
        Self {
            luma: near(view, 0, column, row),
            colors: [1, 2].map(|plane| near(view, plane, column, row)),
            is_in_sight: 16 * (column + 1) <= view.width && 16 * (row + 1) <= view.height,
        }
    }

    /// How a macroblock is best predicted, after the absolute differences in 2^-4; `None` if nothing is around it.
    pub(super) fn best(&self, source: &Pixels) -> Option<(u32, Direction, Pixels)> {
        let known = Direction::ALL
            .into_iter()
            .filter_map(|direction| Some((direction, self.predicted(direction)?)));
        let priced = known.map(|(direction, pixels)| {
            let pairs = source.iter().zip(&pixels);
            let price = 16 * pairs.map(|(a, b)| differences(a, b)).sum::<u32>();
            (price, direction, pixels)
        });
        priced.min_by_key(|(price, ..)| *price)
    }

    fn predicted(&self, direction: Direction) -> Option<Pixels> {
        let [above, left] = self.luma;
        match direction {
            Direction::Down => above.map(drop)?,
            Direction::Right => left.map(drop)?,
            Direction::Mean if self.is_in_sight => above.map(drop).or(left.map(drop))?,
            Direction::Mean => return None,
        }
        let luma_mean = mean(
            &[above, left].map(|pixels| pixels.map(|pixels| sum(&pixels))),
            16,
        );
        let mut pixels = [[0; 16]; 24];
        for (block, pixels) in pixels.iter_mut().enumerate() {
            let (plane, x, y) = place(block);
            *pixels = match plane {
                0 => toward(direction, fours(self.luma, x, y), luma_mean),
                _ => {
                    let [above, left] = fours(self.colors[plane - 1], x, y);
                    toward(direction, [above, left], color_mean([above, left], x, y))
                }
            };
        }
        Some(pixels)
    }
}

fn near<const SIDE: usize>(
    view: &View<'_>,
    plane: usize,
    column: usize,
    row: usize,
) -> [Option<[u8; SIDE]>; 2] {
    let (bytes, stride) = (view.planes[plane], view.strides[plane]);
    let first = SIDE * row * stride + SIDE * column;
    let above = (row > 0).then(|| std::array::from_fn(|x| bytes[first - stride + x]));
    let left = (column > 0).then(|| std::array::from_fn(|y| bytes[first + y * stride - 1]));
    [above, left]
}

/// What of the pixels around a macroblock is above a block and to the left of it.
fn fours<const SIDE: usize>(
    [above, left]: [Option<[u8; SIDE]>; 2],
    x: usize,
    y: usize,
) -> [Option<[u8; 4]>; 2] {
    let four = |pixels: Option<[u8; SIDE]>, at: usize| {
        pixels.map(|pixels| std::array::from_fn(|i| pixels[at + i]))
    };
    [four(above, x), four(left, y)]
}

/// A block that continues what is above it and to the left.
fn toward(direction: Direction, [above, left]: [Option<[u8; 4]>; 2], mean: u8) -> [u8; 16] {
    match (direction, above, left) {
        (Direction::Down, Some(above), _) => std::array::from_fn(|i| above[i % 4]),
        (Direction::Right, _, Some(left)) => std::array::from_fn(|i| left[i / 4]),
        _ => [mean; 16],
    }
}

fn sum(pixels: &[u8]) -> u32 {
    pixels.iter().map(|pixel| u32::from(*pixel)).sum()
}

/// The mean of pixels, whose sums these are, of so many each.
fn mean(sums: &[Option<u32>; 2], count: u32) -> u8 {
    let known = sums.iter().flatten();
    let (sum, count) = known.fold((0, 0), |(sum, n), known| (sum + known, n + count));
    match count {
        0 => 128,
        _ => ((sum + count / 2) / count) as u8,
    }
}

/// The mean for a block of a colour (8.3.4.1 to 8.3.4.3): those on the other diagonal have one of both sides, if it is there.
fn color_mean(near: [Option<[u8; 4]>; 2], x: usize, y: usize) -> u8 {
    let [above, left] = near.map(|pixels| pixels.map(|pixels| sum(&pixels)));
    let sums = match (x > 0, y > 0) {
        (true, false) => [above.or(left), None],
        (false, true) => [left.or(above), None],
        _ => [above, left],
    };
    mean(&sums, 4)
}
