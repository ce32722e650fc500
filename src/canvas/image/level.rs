//! Opaque colours as integers, and the bytes of their averages.

use crate::color::{clip, floor_u32};

/// The level in the middle of a byte's: less that, they fit into 16 bits.
const MIDDLE: i32 = 128;
/// Pixels that get their bytes together.
pub(super) const PIECE: usize = 16;
/// Means are known to be between whole numbers if they are at most so far from the middle.
pub(super) const CLEAR: f32 = 0.5 - 1.0 / 4096.0;

/// Blue, green and red in a fraction (`unit`) of a byte's levels, less [`MIDDLE`], and 1, which sums up the weights.
pub(crate) type Levels = [i16; 4];

/// Weighted levels, summed up.
pub(super) type Sums = [i32; 4];

/// Of blue, green and red.
#[inline(always)]
pub(crate) fn levels([b, g, r]: [i32; 3], unit: i32) -> Levels {
    let level = |level: i32| (level - MIDDLE * unit) as i16;
    [level(b), level(g), level(r), 1]
}

/// A colour as floats from 0 to 1.
#[inline(always)]
pub(super) fn float(levels: &Levels, unit: i32) -> [f64; 4] {
    let full = (255 * unit) as f32;
    let mut color = [1.0; 4];
    for i in 0..3 {
        color[i] = f64::from((i32::from(levels[i]) + MIDDLE * unit) as f32 / full);
    }
    color
}

/// The means as bytes, and how far each pixel's are from the middle between two whole numbers, at most.
#[inline(always)]
pub(super) fn finish(sums: &[Sums; PIECE], unit: i32) -> ([[u8; 4]; PIECE], [f32; PIECE]) {
    // Added to a float, it leaves the nearest integer in the lowest bits.
    const WHOLE: f32 = (3_u32 << 22) as f32;
    let (mut pixels, mut far) = ([[0; 4]; PIECE], [0.0; PIECE]);
    for i in 0..PIECE {
        let [b, g, r, total] = sums[i];
        let inverse = 1.0 / unit.wrapping_mul(total) as f32;
        let byte = |sum: i32| {
            // Half less than the mean, whose nearest integer is that below the mean.
            let place = clip(sum as f32 * inverse + (MIDDLE as f32 - 0.5), 0.0, 255.0);
            let shifted = place + WHOLE;
            let far = (place - (shifted - WHOLE)).abs();
            (shifted.to_bits() & 0xff, far)
        };
        let (b, g, r) = (byte(b), byte(g), byte(r));
        pixels[i] = (b.0 | g.0 << 8 | r.0 << 16 | 255 << 24).to_le_bytes();
        let most = |a: f32, b: f32| if a > b { a } else { b };
        far[i] = most(most(b.1, g.1), r.1);
    }
    (pixels, far)
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
