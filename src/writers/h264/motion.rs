//! Where parts of a picture were in the one before.

use std::ops::Range;

use super::interpolation::luma;
use super::picture::View;
use super::row_sums::{PLACES, RowSums, own};

/// What a bit is worth as absolute differences of pixels in 2^-4: 2^((qp - 12) / 6), as in x264.
const WORTH: [u32; 6] = [16, 18, 20, 23, 25, 29];
/// Quarters of pixels that a vector has at most, less than in any level (A.3.1).
const MOST: i16 = 4 * 60;
/// Whole pixels in each direction that are searched.
const FARTHEST: i32 = PLACES as i32 / 2;

/// So many bits are worth as much as a search farther away.
const GOOD_ENOUGH: u32 = 24;
/// How often a vector is mended by each part of a pixel.
const MOST_STEPS: usize = 2;

/// What a bit is worth at a quantiser.
pub(super) fn worth(qp: u8) -> u32 {
    WORTH[usize::from(qp % 6)] << (qp / 6) >> 2
}

/// About how many bits a vector takes that is so far from the likely one.
pub(super) fn bits(vector: [i16; 2], likely: [i16; 2]) -> u32 {
    bits_along(vector[0], likely[0]) + bits_along(vector[1], likely[1])
}

fn bits_along(along: i16, likely: i16) -> u32 {
    match along.abs_diff(likely) {
        0 => 1,
        by => 3 + 2 * by.ilog2(),
    }
}

/// A search for a quarter of a macroblock, in luma.
#[derive(Debug)]
pub(super) struct Search<'a> {
    pub(super) view: View<'a>,
    /// Its place, in quarters of pixels.
    pub(super) place: [i32; 2],
    /// Row by row.
    pub(super) source: [u8; 64],
    pub(super) likely: [i16; 2],
    /// Of a bit.
    pub(super) worth: u32,
}

impl Search<'_> {
    /// The best vector: of those of whole pixels that are not far, or near these; then between pixels.
    pub(super) fn vector(&self, starts: impl Iterator<Item = [i16; 2]>) -> Option<[i16; 2]> {
        let mut best = (u32::MAX, [0; 2]);
        for vector in starts {
            let [right, down] = vector.map(|along| (i32::from(along) + 2) >> 2);
            let [left, top] = self.reach();
            if left.contains(&right) && top.contains(&down) {
                let bits = bits([right, down].map(|along| 4 * along as i16), self.likely);
                best = self.better(best, self.worth * bits, right, down);
            }
        }
        if best.0 > GOOD_ENOUGH * self.worth {
            best = self.nearby(best);
        }
        if best.0 == u32::MAX {
            return None;
        }
        for step in [2, 1] {
            for _ in 0..MOST_STEPS {
                let next = self.best_around(best, step);
                if next == best {
                    break;
                }
                best = next;
            }
        }
        Some(best.1)
    }

    /// The best vector of this one and of four around it.
    fn best_around(&self, best: (u32, [i16; 2]), step: i16) -> (u32, [i16; 2]) {
        let around = [[-step, 0], [step, 0], [0, -step], [0, step]];
        let around = around.map(|[x, y]| [best.1[0] + x, best.1[1] + y]);
        let priced = around.into_iter().filter_map(|vector| self.priced(vector));
        priced.fold(best, Ord::min)
    }

    /// How many whole pixels to the right and down it may be from here, with what is around them that pixels between
    /// them depend on.
    fn reach(&self) -> [Range<i32>; 2] {
        let [left, top] = self.place.map(|place| place / 4);
        let [width, height] = [self.view.width, self.view.height].map(|side| side as i32 - 10);
        [2 - left..width - left, 2 - top..height - top]
    }

    /// The best vector of whole pixels that is not far, after its price, if it is better than this one.
    fn nearby(&self, mut best: (u32, [i16; 2])) -> (u32, [i16; 2]) {
        let [across, along] = self.reach();
        let near = |range: Range<i32>| range.start.max(-FARTHEST)..range.end.min(FARTHEST + 1);
        let bits =
            |axis: usize, along: i32| self.worth * bits_along(4 * along as i16, self.likely[axis]);
        let (columns, rows) = (near(across), near(along));
        let mut prices = [0; PLACES];
        for (price, right) in prices.iter_mut().zip(columns.clone()) {
            *price = bits(0, right);
        }
        let (sums, own) = (self.sums(&columns, &rows), own(&self.source));
        for (row, down) in rows.enumerate() {
            let price = bits(1, down);
            if price >= best.0 {
                continue;
            }
            let least = sums.least_differences(&own, row);
            let fewest = least.iter().copied().fold(u16::MAX, u16::min);
            if price + 16 * u32::from(fewest) >= best.0 {
                continue;
            }
            for ((right, across), least) in columns.clone().zip(&prices).zip(least) {
                if price + across + 16 * u32::from(least) < best.0 {
                    best = self.better(best, price + across, right, down);
                }
            }
        }
        best
    }

    /// The sums of what vectors of whole pixels take.
    fn sums(&self, columns: &Range<i32>, rows: &Range<i32>) -> RowSums {
        let [left, top] = self.place.map(|place| place / 4);
        let (plane, stride) = (self.view.planes[0], self.view.strides[0]);
        let wanted = match columns.is_empty() || rows.is_empty() {
            true => 0..0,
            false => top + rows.start..top + rows.end + 7,
        };
        RowSums::of(wanted.map(|row| {
            let first = row as usize * stride + (left + columns.start) as usize;
            &plane[first..][..columns.len() + 7]
        }))
    }

    /// This vector of whole pixels, whose bits have a price, if it is better than the best one, which else stays.
    fn better(&self, best: (u32, [i16; 2]), price: u32, right: i32, down: i32) -> (u32, [i16; 2]) {
        if price >= best.0 {
            return best;
        }
        let [left, top] = self.place.map(|place| place / 4);
        let stride = self.view.strides[0];
        let first = (top + down) as usize * stride + (left + right) as usize;
        let rows = &self.view.planes[0][first..][..7 * stride + 8];
        match self.below(best.0, price, rows, stride) {
            Some(price) => (price, [right, down].map(|along| 4 * along as i16)),
            None => best,
        }
    }

    /// The price of a vector to these rows, of which its bits are a part, if it is less than that of another.
    fn below(&self, best: u32, mut price: u32, rows: &[u8], stride: usize) -> Option<u32> {
        for (half, source) in self.source.as_chunks::<32>().0.iter().enumerate() {
            let mut there = [0; 32];
            for (y, there) in there.as_chunks_mut::<8>().0.iter_mut().enumerate() {
                there.copy_from_slice(&rows[(4 * half + y) * stride..][..8]);
            }
            price += 16 * differences(source, &there);
            if price >= best {
                return None;
            }
        }
        Some(price)
    }

    /// A vector after its price, if what it takes is in sight.
    fn priced(&self, vector: [i16; 2]) -> Option<(u32, [i16; 2])> {
        if vector.iter().any(|along| along.abs() > MOST) {
            return None;
        }
        let [x, y] = [0, 1].map(|axis| self.place[axis] + i32::from(vector[axis]));
        let there = luma(&self.view, x, y)?;
        let differences = differences(&self.source, &there);
        Some((
            16 * differences + self.worth * bits(vector, self.likely),
            vector,
        ))
    }
}

/// The absolute differences of some pixels. On its own it is compiled to one instruction, in the loops around it to many.
#[inline(never)]
pub(super) fn differences<const COUNT: usize>(a: &[u8; COUNT], b: &[u8; COUNT]) -> u32 {
    let pairs = a.iter().zip(b);
    pairs.map(|(a, b)| u32::from(a.abs_diff(*b))).sum()
}
