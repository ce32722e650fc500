//! Opaque colours as integers, and the bytes of their averages.

use crate::color::floor_u32;

/// Blue, green and red in a fraction of a byte's levels, and 1, which sums up the weights.
pub(crate) type Levels = [i32; 4];

/// A colour as floats from 0 to 1.
#[inline(always)]
pub(super) fn float(levels: &Levels, unit: i32) -> [f64; 4] {
    let full = (255 * unit) as f32;
    let mut color = [1.0; 4];
    for i in 0..3 {
        color[i] = f64::from(levels[i] as f32 / full);
    }
    color
}

/// Writes the means as bytes; whether none is in doubt.
#[inline(always)]
pub(super) fn finish(sums: &[Levels], unit: i32, pixels: &mut [[u8; 4]]) -> bool {
    let mut slack = i32::MAX;
    for (pixel, &[b, g, r, total]) in pixels.iter_mut().zip(sums) {
        let level = Level::new(unit, total);
        let [b, g, r] = [level.floor(b), level.floor(g), level.floor(r)];
        slack = slack.min(b.1.min(g.1).min(r.1) - level.doubt);
        let byte = |floor: i32| floor.clamp(0, 255) as u32;
        *pixel = (byte(b.0) | byte(g.0) << 8 | byte(r.0) << 16 | 255 << 24).to_le_bytes();
    }
    slack >= 0
}

/// Whether a mean is so near to a whole number that floats may be below or above.
#[inline(always)]
pub(super) fn is_doubtful([b, g, r, total]: Levels, unit: i32) -> bool {
    let level = Level::new(unit, total);
    [b, g, r]
        .iter()
        .any(|sum| level.floor(*sum).1 < level.doubt)
}

/// What the sum of one of a byte's levels is.
#[derive(Clone, Copy)]
struct Level {
    sum: i32,
    inverse: f32,
    doubt: i32,
}

impl Level {
    #[inline(always)]
    fn new(unit: i32, total: i32) -> Self {
        let sum = unit.wrapping_mul(total);
        Self {
            sum,
            inverse: 1.0 / sum as f32,
            doubt: (sum >> 14) + 1,
        }
    }

    /// The whole levels in a sum, and how far that is from the nearest whole number of them.
    #[inline(always)]
    fn floor(self, sum: i32) -> (i32, i32) {
        // Added to a float, it leaves the nearest integer in the lowest bits.
        const SHIFT: f32 = (3_u32 << 22) as f32;
        let shifted = sum as f32 * self.inverse + SHIFT;
        let nearest = (shifted.to_bits() as i32).wrapping_sub(SHIFT.to_bits() as i32);
        let rest = sum.wrapping_sub(nearest.wrapping_mul(self.sum));
        let is_above = rest >> 31;
        (nearest.wrapping_add(is_above), rest.abs())
    }
}

/// The bytes of an average of opaque colours.
#[inline(always)]
pub(crate) fn opaque_bytes(mean: [f64; 4]) -> [u8; 4] {
    let mut bytes = [255; 4];
    for i in 0..3 {
        bytes[i] = floor_u32(mean[i] * 255.0) as u8;
    }
    bytes
}
