//! Sums of pixels in rows, which tell of most places that they are no better without a look at all their pixels.

use std::array::from_fn;

/// The sides of a quarter of a macroblock.
const SIDE: usize = 8;
/// Places along each axis.
pub(super) const PLACES: usize = 17;
/// Pixels that these take.
const PIXELS: usize = PLACES + SIDE - 1;
/// Places with some to spare, which makes rows of sums as long as registers are.
const WIDTH: usize = 24;
/// The sum at a place to spare: far from all others.
const SPARE: u16 = 2 * 8 * 255;

/// Of the rows around a quarter: the sum of eight pixels from each place on.
#[derive(Debug)]
pub(super) struct RowSums([[u16; WIDTH]; PIXELS]);

impl RowSums {
    /// Of so many rows of so many pixels; more than there are places for are left out.
    pub(super) fn of<'a>(rows: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut sums = [[SPARE; WIDTH]; PIXELS];
        for (sums, row) in sums.iter_mut().zip(rows) {
            sums[..PLACES].copy_from_slice(&along(row));
        }
        Self(sums)
    }

    /// What the absolute differences are at least, if a quarter of such sums is taken from this row of places, by the
    /// column: those of the sums. Those that are to spare mean nothing.
    pub(super) fn least_differences(&self, own: &[u16; SIDE], row: usize) -> [u16; WIDTH] {
        let mut least = [0; WIDTH];
        for (own, sums) in own.iter().zip(&self.0[row..]) {
            for (least, sum) in least.iter_mut().zip(sums) {
                // As two differences, of which one is zero: there are instructions for them.
                *least += own.saturating_sub(*sum) | sum.saturating_sub(*own);
            }
        }
        least
    }
}

/// The sums of the rows of a quarter.
pub(super) fn own(quarter: &[u8; SIDE * SIDE]) -> [u16; SIDE] {
    from_fn(|row| {
        quarter[SIDE * row..][..SIDE]
            .iter()
            .map(|pixel| u16::from(*pixel))
            .sum()
    })
}

/// The sums of eight pixels of a row, from each place on.
fn along(row: &[u8]) -> [u16; PLACES] {
    let mut pixels = [0; PIXELS];
    for (pixel, byte) in pixels.iter_mut().zip(row) {
        *pixel = u16::from(*byte);
    }
    let twos: [u16; PLACES + 6] = from_fn(|x| pixels[x] + pixels[x + 1]);
    let fours: [u16; PLACES + 4] = from_fn(|x| twos[x] + twos[x + 2]);
    from_fn(|x| fours[x] + fours[x + 4])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_differ_by_no_more_than_the_pixels() {
        let mut rng = fastrand::Rng::new();
        println!("seed {}", rng.get_seed());
        for _ in 0..50 {
            let most = rng.u8(1..);
            let around: [[u8; PIXELS]; PIXELS] = from_fn(|_| from_fn(|_| rng.u8(..=most)));
            let (left, top) = (rng.usize(..PLACES), rng.usize(..PLACES));
            let mut quarter: [u8; 64] = from_fn(|i| around[top + i / 8][left + i % 8]);
            let sums = RowSums::of(around.iter().map(|row| &row[..]));
            assert_eq!(sums.least_differences(&own(&quarter), top)[left], 0);
            quarter[rng.usize(..64)] ^= 1;
            for row in 0..PLACES {
                let least = sums.least_differences(&own(&quarter), row);
                for (column, least) in least.into_iter().take(PLACES).enumerate() {
                    let there = |i: usize| around[row + i / 8][column + i % 8];
                    let differences = (0..64).map(|i| u16::from(quarter[i].abs_diff(there(i))));
                    assert!(least <= differences.sum(), "{column}, {row}");
                }
            }
            assert_eq!(sums.least_differences(&own(&quarter), top)[left], 1);
        }
    }
}
