//! Levels that are worth their bits.

use super::cabac::{Cabac, Cost};
use super::residual::{Kind, block};
use super::transform::{Block, Quantizer, ZIGZAG};

/// What a bit is worth, as squared differences of pixels in 2^-8: those of x264, 0.9 * 2^((qp - 12) / 3).
const WORTH: [i64; 3] = [230, 290, 366];
/// More bits than a level saves by being smaller by one.
const MOST_SAVED: i64 = 8;

/// The quantiser of a kind of blocks, and what bits are worth there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rate {
    pub(super) quantizer: Quantizer,
    /// Squared differences of pixels in 2^-8 a bit.
    worth: i64,
}

impl Rate {
    /// Of a quantiser.
    pub(super) fn new(qp: u8) -> Self {
        Self {
            quantizer: Quantizer::new(qp),
            worth: WORTH[usize::from(qp % 3)] << (qp / 3) >> 4,
        }
    }

    /// The levels of coefficients from number `first` on for the least price.
    pub(super) fn levels(
        &self,
        coefficients: &Block,
        kind: &Kind,
        first: usize,
        cabac: &Cabac,
    ) -> Block {
        let mut levels = self.quantizer.quantize(coefficients);
        levels[..first].fill(0);
        if levels == [0; 16] {
            return levels;
        }
        let bits = |levels: &Block| {
            let mut cost = Cost::after(cabac);
            block(&mut cost, kind, &levels[first..], [false; 2]);
            i64::from(cost.sum) * self.worth
        };
        let error = |place: usize, level| {
            let coefficient = coefficients[ZIGZAG[place]];
            self.quantizer.error(coefficient, level, place)
        };
        let mut now = bits(&levels);
        for place in (first..16).rev() {
            let level = levels[place];
            if level == 0 {
                continue;
            }
            let smaller = level - level.signum();
            let lost = error(place, smaller) - error(place, level);
            if lost >= 256 * MOST_SAVED * self.worth {
                continue;
            }
            levels[place] = smaller;
            let then = bits(&levels);
            if then + lost < now {
                now = then;
            } else {
                levels[place] = level;
            }
        }
        let lost = |place| error(place, 0) - error(place, levels[place]);
        let nothing = (first..16).map(lost).sum::<i64>() + bits(&[0; 16]);
        if nothing <= now { [0; 16] } else { levels }
    }
}
