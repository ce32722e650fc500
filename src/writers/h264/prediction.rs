//! Where a macroblock is best taken from.

use super::cabac::Cabac;
use super::interpolation::{colors, luma};
use super::motion::{self, Search};
use super::picture::{Pixels, View};
use super::vectors::{Around, Origin, Shape};

/// About how many bits it takes that a quarter is of another picture than the last one, and that quarters differ.
const OTHER_PICTURE: u32 = 5;
/// What a shape takes.
const DIVIDED: [u32; 4] = [1, 4, 4, 8];
/// So many bits are worth as much as a search.
const GOOD_ENOUGH: u32 = 12;

/// What a macroblock is coded by.
#[derive(Debug)]
pub(super) struct Sight<'a> {
    /// The last picture, and the keyframe if that is another one.
    pub(super) pictures: &'a [View<'a>],
    pub(super) column: usize,
    pub(super) row: usize,
    pub(super) around: Around,
    pub(super) cabac: &'a Cabac,
}

/// More than any cost of some quarters.
const NEVER: u32 = u32::MAX >> 8;

/// The blocks of a quarter: four of luma, and one of each colour.
type QuarterPixels = [[u8; 16]; 6];

/// A block of a quarter in the order of the macroblock.
fn block_of(quarter: usize, i: usize) -> usize {
    if i < 4 {
        4 * quarter + i
    } else {
        4 * i + quarter
    }
}

fn quarter_pixels(pixels: &Pixels, quarter: usize) -> QuarterPixels {
    std::array::from_fn(|i| pixels[block_of(quarter, i)])
}

/// Where a macroblock may come from, and its quarters there with what they cost, of those in sight.
type Candidate = (Origin, [Option<(u32, QuarterPixels)>; 4]);

impl Sight<'_> {
    /// Where the quarters of a macroblock are best taken from, and what is there, after what it costs.
    pub(super) fn choose(&self, source: &Pixels, qp: u8) -> (u32, [Origin; 4], Pixels) {
        let worth = motion::worth(qp);
        let likely = self.around.vector(&[Origin::NONE; 4], Shape::Whole, 0, 0);
        let quarters = std::array::from_fn(|quarter| quarter_pixels(source, quarter));
        let mut candidates = self.resting(&quarters);
        self.search(&quarters, likely, worth, &mut candidates);
        let (cost, chosen) = cheapest(&candidates, likely, worth);
        let mut predicted = *source;
        for quarter in 0..4 {
            if let Some((_, pixels)) = &candidates[chosen[quarter]].1[quarter] {
                for (i, pixels) in pixels.iter().enumerate() {
                    predicted[block_of(quarter, i)] = *pixels;
                }
            }
        }
        let origins = chosen.map(|candidate| candidates[candidate].0);
        (cost, origins, predicted)
    }

    /// Adds where quarters were in the last picture that are not good enough where they are.
    fn search(
        &self,
        source: &[QuarterPixels; 4],
        likely: [i16; 2],
        worth: u32,
        candidates: &mut Vec<Candidate>,
    ) {
        let mut vectors: Vec<[i16; 2]> = vec![[0; 2], likely];
        let near = [self.around.left, self.around.above, self.around.above_right];
        vectors.extend(near.into_iter().flatten().map(|origins| origins[2].vector));
        for quarter in 0..4 {
            let known = candidates
                .iter()
                .filter_map(|(_, quarters)| quarters[quarter].as_ref());
            if known.map(|(cost, _)| *cost).min() < Some(GOOD_ENOUGH * worth) {
                continue;
            }
            let search = Search {
                view: self.pictures[0],
                place: self.place(quarter),
                source: luma_of(&source[quarter]),
                likely,
                worth,
            };
            let Some(vector) = search.vector(vectors.iter().copied()) else {
                continue;
            };
            vectors.push(vector);
            let origin = Origin { picture: 0, vector };
            if candidates.iter().all(|(known, _)| *known != origin) {
                let moved = std::array::from_fn(|quarter| {
                    let pixels = self.moved(quarter, vector)?;
                    Some((difference(&source[quarter], &pixels), pixels))
                });
                candidates.push((origin, moved));
            }
        }
    }

    /// The same places of all pictures.
    fn resting(&self, source: &[QuarterPixels; 4]) -> Vec<Candidate> {
        let resting = |(picture, view): (usize, &View<'_>)| {
            let pixels = view.macroblock(self.column, self.row);
            let quarters = std::array::from_fn(|quarter| {
                let pixels = quarter_pixels(&pixels, quarter);
                Some((difference(&source[quarter], &pixels), pixels))
            });
            ([Origin::LAST, Origin::KEYFRAME][picture], quarters)
        };
        self.pictures.iter().enumerate().map(resting).collect()
    }

    /// The place of a quarter, in quarters of pixels.
    fn place(&self, quarter: usize) -> [i32; 2] {
        [
            64 * self.column + 32 * (quarter % 2),
            64 * self.row + 32 * (quarter / 2),
        ]
        .map(|at| at as i32)
    }

    fn moved(&self, quarter: usize, [right, down]: [i16; 2]) -> Option<QuarterPixels> {
        let [x, y] = self.place(quarter);
        let (x, y) = (x + i32::from(right), y + i32::from(down));
        let luma = luma(&self.pictures[0], x, y)?;
        let colors = colors(&self.pictures[0], x, y);
        Some(std::array::from_fn(|block| {
            std::array::from_fn(|i| match block {
                ..4 => luma[32 * (block / 2) + 8 * (i / 4) + 4 * (block % 2) + i % 4],
                _ => colors[block - 4][i],
            })
        }))
    }
}

/// The luma of a quarter, row by row.
fn luma_of(pixels: &QuarterPixels) -> [u8; 64] {
    std::array::from_fn(|i| {
        let (x, y) = (i % 8, i / 8);
        pixels[2 * (y / 4) + x / 4][4 * (y % 4) + x % 4]
    })
}

/// The absolute differences of pixels, in 2^-4.
fn difference(a: &QuarterPixels, b: &QuarterPixels) -> u32 {
    let pairs = a.iter().zip(b);
    16 * pairs.map(|(a, b)| motion::differences(a, b)).sum::<u32>()
}

/// The candidate of each quarter, in the shape that costs least, after that.
fn cheapest(candidates: &[Candidate], likely: [i16; 2], worth: u32) -> (u32, [usize; 4]) {
    let bits = |origin: &Origin| match origin.picture {
        0 => motion::bits(origin.vector, likely),
        _ => OTHER_PICTURE,
    };
    // The best candidate for some quarters at once.
    let best = |part: &[usize]| {
        let numbered = candidates
            .iter()
            .enumerate()
            .map(|(number, (origin, quarters))| {
                let known = part.iter().map(|quarter| quarters[*quarter].as_ref());
                let costs = known.map(|known| known.map_or(NEVER, |(cost, _)| *cost));
                (costs.sum::<u32>() + worth * bits(origin), number)
            });
        numbered.min().unwrap_or_default()
    };
    let shapes = [Shape::Whole, Shape::Rows, Shape::Columns, Shape::Quarters].map(|shape| {
        let mut chosen = [0; 4];
        let mut sum = worth * DIVIDED[shape as usize];
        for part in shape.parts() {
            let (cost, number) = best(shape.quarters(*part));
            sum += cost;
            for quarter in shape.quarters(*part) {
                chosen[*quarter] = number;
            }
        }
        (sum, chosen)
    });
    shapes.into_iter().min().unwrap_or_default()
}
