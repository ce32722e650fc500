//! Samples in pairs, which are weighted together: a processor multiplies and adds two small integers at once.

use crate::canvas::image::level::{Levels, Sums};

/// Two samples, channel by channel.
pub(super) type Pair = [[i16; 2]; 4];

/// Those of the samples of a pair, of 16 bits each: that of the second in the upper half.
pub(super) type Weights = u32;

#[inline(always)]
pub(super) fn weights(first: i32, second: i32) -> Weights {
    (first & 0xffff | second << 16) as u32
}

#[inline(always)]
pub(super) fn pair(a: &Levels, b: &Levels) -> Pair {
    let mut pair = [[0; 2]; 4];
    for i in 0..4 {
        pair[i] = [a[i], b[i]];
    }
    pair
}

/// Adds a weighted pair. Sums may leave the integers on the way, but do not end there.
#[inline(always)]
pub(super) fn add(pair: &Pair, weights: Weights, sums: &mut Sums) {
    let added = weighted(pair, weights);
    for i in 0..4 {
        sums[i] = sums[i].wrapping_add(added[i]);
    }
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn weighted(pair: &Pair, weights: Weights) -> Sums {
    use safe_arch::{m128i, mul_i16_horizontal_add_m128i};
    let pair: m128i = bytemuck::cast(*pair);
    mul_i16_horizontal_add_m128i(pair, bytemuck::cast([weights; 4])).into()
}

#[cfg(not(target_arch = "x86_64"))]
use plainly as weighted;

#[cfg(any(test, not(target_arch = "x86_64")))]
#[inline(always)]
fn plainly(pair: &Pair, weights: Weights) -> Sums {
    let (a, b) = (weights as i16, (weights >> 16) as i16);
    let product = |level: i16, weight: i16| i32::from(level) * i32::from(weight);
    pair.map(|[first, second]| product(first, a).wrapping_add(product(second, b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_machine_has_the_same_sums() {
        for _ in 0..1000 {
            let mut rng = fastrand::Rng::new();
            let mut sample = || match rng.u8(0..4) {
                0 => i16::MIN,
                1 => i16::MAX,
                _ => rng.i16(..),
            };
            let pair: Pair = std::array::from_fn(|_| [sample(), sample()]);
            let weights = weights(sample().into(), sample().into());
            assert_eq!(
                weighted(&pair, weights),
                plainly(&pair, weights),
                "{pair:?}"
            );
        }
    }
}
