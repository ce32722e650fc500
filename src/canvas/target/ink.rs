//! Blending of covered pixels, as in matplotlib.

use crate::canvas::coverage::{Covers, LANES};
use crate::color::{Color, blend};

/// A colour to blend.
#[derive(Debug)]
pub(super) struct Ink {
    pub(super) pixel: [u8; 4],
    over: [f32; 3],
    pub(super) alpha: i32,
}

/// From here on f32 has no fractions: the lowest bits are the number.
const WHOLE: f32 = (1 << 23) as f32;
/// The bits of an alpha of 255.
const OPAQUE: i32 = 0xff << 24;

impl Ink {
    pub(super) fn new(color: Color) -> Self {
        let pixel = Color { a: 255, ..color }.bgra();
        let [b, g, r, _] = pixel.map(f32::from);
        Self {
            pixel,
            over: [b, g, r],
            alpha: i32::from(color.a),
        }
    }

    /// Blends over opaque pixels as in matplotlib's `fixed_blender_rgba_plain`: a channel becomes
    /// (α (256 c − 255 p) + 65280 p) / (65280 + α), rounded down.
    #[inline(always)]
    pub(super) fn blend(&self, pixels: &mut [[u8; 4]; LANES], covers: &Covers) {
        if self.hides(covers) {
            *pixels = [self.pixel; LANES];
            return;
        }
        self.mix(pixels, &self.shares(covers));
    }

    /// Whether it replaces all of a group.
    #[inline(always)]
    pub(super) fn hides(&self, covers: &Covers) -> bool {
        self.alpha == 255 && *covers == [255; LANES]
    }

    /// How much of the way the pixels of a group go to the colour.
    #[inline(always)]
    pub(super) fn shares(&self, covers: &Covers) -> [f32; LANES] {
        let mut shares = [0.0; LANES];
        for (to, cover) in shares.iter_mut().zip(covers) {
            *to = share(divided(self.alpha * cover));
        }
        shares
    }

    /// Mixes the pixels of a group with the colour, by these [`shares`](Self::shares).
    #[inline(always)]
    pub(super) fn mix(&self, pixels: &mut [[u8; 4]; LANES], shares: &[f32; LANES]) {
        let mut mixed = numbers(pixels);
        for (pixel, share) in mixed.iter_mut().zip(shares) {
            *pixel = blended(*pixel, self.over, *share);
        }
        put(&mixed, pixels);
    }

    /// Replaces those pixels that are covered at all, for an opaque colour.
    #[inline(always)]
    pub(super) fn replace(&self, pixels: &mut [[u8; 4]; LANES], covers: &Covers) {
        let mut masks = [[0; 4]; LANES];
        for (mask, cover) in masks.iter_mut().zip(covers) {
            *mask = (-i32::from(*cover > 0)).to_le_bytes();
        }
        // Byte by byte: a store of some numbers, which LLVM would choose for whole pixels, takes longer.
        for (pixel, mask) in pixels.iter_mut().zip(masks) {
            for ((byte, over), mask) in pixel.iter_mut().zip(self.pixel).zip(mask) {
                *byte ^= (*byte ^ over) & mask;
            }
        }
    }

    pub(super) fn blend_one(&self, pixel: &mut [u8; 4], cover: i32) {
        let [b, g, r, _] = self.pixel;
        let alpha = divided(self.alpha * cover) as u8;
        *pixel = blend(*pixel, [b, g, r, alpha]);
    }
}

/// Blends R, G, B, A of each lane over opaque pixels as [`Ink::blend`] does.
#[inline(always)]
pub(super) fn blend_colors(
    pixels: &mut [[u8; 4]; LANES],
    colors: &[[i32; LANES]; 4],
    covers: &Covers,
) {
    let [red, green, blue, alpha] = colors;
    let mut mixed = numbers(pixels);
    for (lane, pixel) in mixed.iter_mut().enumerate() {
        let over = [blue[lane] as f32, green[lane] as f32, red[lane] as f32];
        *pixel = blended(*pixel, over, share(divided(alpha[lane] * covers[lane])));
    }
    put(&mixed, pixels);
}

// In loops, as closures for arrays are not always compiled for the machine at hand.

/// Each pixel as a number.
#[inline(always)]
fn numbers(pixels: &[[u8; 4]; LANES]) -> [i32; LANES] {
    let mut numbers = [0; LANES];
    for (number, pixel) in numbers.iter_mut().zip(pixels) {
        *number = i32::from_le_bytes(*pixel);
    }
    numbers
}

#[inline(always)]
fn put(numbers: &[i32; LANES], pixels: &mut [[u8; 4]; LANES]) {
    for (pixel, number) in pixels.iter_mut().zip(numbers) {
        *pixel = number.to_le_bytes();
    }
}

/// How much of the way a pixel goes to a colour of this alpha.
#[inline(always)]
pub(in crate::canvas) fn share(alpha: i32) -> f32 {
    // What is covered wholly is not blended; without a branch, so that this is vectorised.
    let is_whole = (alpha + 1) >> 8;
    let total = 65280 + alpha - 255 * is_whole;
    // f32 has enough digits for the product with any difference to be rounded down rightly.
    (256 * alpha) as f32 / total as f32
}

/// A pixel that goes so much of the way to B, G, R.
#[inline(always)]
fn blended(pixel: i32, over: [f32; 3], share: f32) -> i32 {
    let channel = |index: usize| {
        let p = (pixel >> (8 * index) & 0xff) as f32;
        let value = p + (share * (over[index] - p)).floor();
        (value + WHOLE).to_bits() as i32 & 0xff
    };
    OPAQUE | channel(0) | channel(1) << 8 | channel(2) << 16
}

/// A product of two bytes over 255, rounded.
#[inline(always)]
pub(in crate::canvas) fn divided(product: i32) -> i32 {
    let t = product + 0x80;
    ((t >> 8) + t) >> 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_are_mixed_as_by_matplotlib() {
        let mix = |p: i32, c: i32, a: i32| ((c * 256 - p * 255) * a + p * 65280) / (65280 + a);
        for (below, over) in (0..=255).flat_map(|p| (0..=255).map(move |q| (p, q))) {
            let ink = Ink::new(Color::rgb(255, below, over));
            for first in (0..=255).step_by(LANES) {
                let mut pixels = [[below, over, 0, 255]; LANES];
                let covers = std::array::from_fn(|lane| first + lane as i32);
                ink.blend(&mut pixels, &covers);
                let (p, q) = (i32::from(below), i32::from(over));
                for (pixel, a) in pixels.iter().zip(covers) {
                    let expected = match a {
                        255 => [q, p, 255, 255],
                        a => [mix(p, q, a), mix(q, p, a), mix(0, 255, a), 255],
                    };
                    assert_eq!(pixel.map(i32::from), expected, "{p} {q} {a}");
                }
            }
        }
    }
}
