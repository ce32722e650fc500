//! Colours over groups of pixels, prepared to be blended at many places.

use crate::canvas::coverage::LANES;

/// The bytes of a group of pixels.
const BYTES: usize = 4 * LANES;

/// A colour for each pixel of a group.
///
/// Blended, each byte goes a part of the way to that of the colour (see [`Ink`](super::Ink)): from where it is, or back
/// from the colour if that is nearer, so that all is arithmetic of 16 bits.
#[derive(Debug, Clone)]
#[repr(align(32))]
pub(super) struct Layer {
    over: [i16; BYTES],
    /// All bits for bytes that go back from the colour.
    back: [i16; BYTES],
    /// In 65536ths of the way to the colour.
    ways: [i16; BYTES],
}

/// What a pixel is covered with: bytes as in pixels, and their alpha.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Spot {
    pub(super) pixel: [u8; 4],
    pub(super) alpha: u8,
}

/// How far a byte goes to that of a colour of each alpha, in 65536ths of the way.
static WAYS: [i32; 256] = {
    let mut ways = [1 << 16; 256];
    let mut alpha = 0;
    while alpha < 255 {
        let exact = (alpha << 24) / (65280 + alpha);
        ways[alpha as usize] = exact as i32 - 2;
        while !is_exact(alpha as i32, ways[alpha as usize]) {
            ways[alpha as usize] += 1;
        }
        alpha += 1_i64;
    }
    ways
};

/// Whether a way rounds each difference down as 256 α / (65280 + α) does.
const fn is_exact(alpha: i32, way: i32) -> bool {
    let mut difference = -255;
    while difference <= 255 {
        let expected = (256 * alpha * difference).div_euclid(65280 + alpha);
        if (difference * way) >> 16 != expected {
            return false;
        }
        difference += 1;
    }
    true
}

impl Layer {
    /// Of a spot for each pixel.
    pub(super) fn new(spots: &[Spot; LANES]) -> Self {
        let mut layer = Self {
            over: [255; BYTES],
            // Alpha, of which spots have none in their pixels, becomes 255.
            back: [-1; BYTES],
            ways: [0; BYTES],
        };
        for (lane, spot) in spots.iter().enumerate() {
            let way = WAYS[usize::from(spot.alpha)];
            let is_back = way >= 1 << 15;
            for channel in 0..3 {
                let byte = 4 * lane + channel;
                layer.over[byte] = i16::from(spot.pixel[channel]);
                layer.back[byte] = -i16::from(is_back);
                layer.ways[byte] = (way - if is_back { 1 << 16 } else { 0 }) as i16;
            }
        }
        layer
    }

    /// Blends it over opaque pixels.
    #[inline(always)]
    pub(super) fn blend(&self, pixels: &mut [[u8; 4]; LANES]) {
        // Of its own, as the compiler does not know that the pixels are no part of the layer.
        let mut bytes = [0; BYTES];
        bytes.copy_from_slice(pixels.as_flattened());
        for (byte, value) in bytes.iter_mut().enumerate() {
            let below = i16::from(*value);
            // Wrapping, or the compiler does all in 32 bits.
            let difference = self.over[byte].wrapping_sub(below);
            let way = (i32::from(difference) * i32::from(self.ways[byte])) >> 16;
            let start = below.wrapping_add(difference & self.back[byte]);
            *value = start.wrapping_add(way as i16) as u8;
        }
        pixels.as_flattened_mut().copy_from_slice(&bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::target::Ink;
    use crate::color::Color;

    #[test]
    fn layers_are_blended_as_ink() {
        for (alpha, over) in (0..=255).flat_map(|a| (0..=255).map(move |over| (a, over))) {
            let color = Color::rgb(over, over, over);
            let spot = Spot {
                pixel: color.bgra(),
                alpha,
            };
            let (layer, ink) = (Layer::new(&[spot; LANES]), Ink::new(color));
            for first in (0..=255_u8).step_by(3 * LANES) {
                let below = |byte: usize| first.saturating_add(byte as u8);
                let mut ours = std::array::from_fn(|lane| {
                    let [b, g, r] = [0, 1, 2].map(|channel| below(3 * lane + channel));
                    [b, g, r, 255]
                });
                let mut theirs = ours;
                layer.blend(&mut ours);
                ink.blend(&mut theirs, &[i32::from(alpha); LANES]);
                assert_eq!(ours, theirs, "{alpha}");
            }
        }
    }
}
