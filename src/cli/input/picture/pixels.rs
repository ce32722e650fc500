//! A decoded picture, and its conversion to a frame.

use std::time::Duration;

use super::super::frame::FrameShape;
use super::exif::Orientation;
use super::profile::Profile;
use super::{InputFrame, PictureSettings, Pool};
use crate::array::DType;

/// A stored picture.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Grey, grey and alpha, red green blue, or those and alpha.
    pub(super) channels: usize,
    pub(super) dtype: DType,
    /// The integer for white.
    pub(super) white: u16,
    /// Contiguous rows, in native byte order.
    pub(super) pixels: Vec<u8>,
    /// How long it is shown, if it is one of several.
    pub(super) duration: Option<Duration>,
    pub(super) orientation: Orientation,
    pub(super) profile: Option<Profile>,
}

impl Picture {
    /// With 8 bits, and the right orientation.
    pub(super) fn new(width: usize, height: usize, channels: usize, pixels: Vec<u8>) -> Self {
        Self {
            width,
            height,
            channels,
            dtype: DType::U8,
            white: 255,
            pixels,
            duration: None,
            orientation: Orientation::default(),
            profile: None,
        }
    }

    /// The same with samples of another type.
    pub(super) fn of(self, dtype: DType) -> Self {
        let white = if dtype == DType::U8 { 255 } else { u16::MAX };
        Self {
            dtype,
            white,
            ..self
        }
    }

    /// Whether samples are fractions of white, so that the picture has colours.
    fn is_shown_as_stored(&self) -> bool {
        matches!(self.dtype, DType::U8 | DType::U16)
    }

    /// The frame: scalar data if it is grey and they are requested, or if no viewer shows it; otherwise 8-bit colours.
    pub(super) fn into_frame(
        mut self,
        name: &str,
        settings: &PictureSettings,
        pool: &Pool,
    ) -> InputFrame {
        let grey = self.channels <= 2;
        if self.is_shown_as_stored() && !(grey && settings.scalar) {
            self.make_colors(pool);
            if let Some(profile) = self.profile.take() {
                let has_alpha = self.channels == 4;
                settings
                    .profiles
                    .convert(name, &profile, &mut self.pixels, has_alpha);
            }
        } else if self.channels == 2 {
            self.make_masked(pool);
        }
        let mut sides = vec![self.height, self.width];
        if self.channels > 1 {
            sides.push(self.channels);
        }
        let shape = FrameShape::contiguous(self.dtype, sides);
        let shape = self.orientation.apply(shape);
        pool.frame(shape, self.pixels).lasting(self.duration)
    }

    /// RGB or RGBA of 8 bits.
    fn make_colors(&mut self, pool: &Pool) {
        self.make_bytes();
        if self.channels > 2 {
            return;
        }
        let mut colors = pool.take();
        if self.channels == 1 {
            colors.extend(self.pixels.iter().flat_map(|&v| [v; 3]));
        } else {
            let pairs = self.pixels.as_chunks().0;
            colors.extend(pairs.iter().flat_map(|&[v, a]| [v, v, v, a]));
        }
        pool.put(std::mem::replace(&mut self.pixels, colors));
        self.channels += 2;
    }

    /// RGBA of 8 bits.
    pub(super) fn make_rgba(&mut self) {
        self.make_bytes();
        let rgba: Vec<u8> = match self.channels {
            1 => self.pixels.iter().flat_map(|&v| [v, v, v, 255]).collect(),
            2 => {
                let pairs = self.pixels.as_chunks().0;
                pairs.iter().flat_map(|&[v, a]| [v, v, v, a]).collect()
            }
            3 => {
                let colors = self.pixels.as_chunks().0;
                colors
                    .iter()
                    .flat_map(|&[r, g, b]| [r, g, b, 255])
                    .collect()
            }
            _ => return,
        };
        (self.pixels, self.channels) = (rgba, 4);
    }

    /// Samples of 8 bits, of which 255 is white.
    fn make_bytes(&mut self) {
        let white = u32::from(self.white).max(1);
        let scaled = |v: u32| ((v.min(white) * 255 + white / 2) / white) as u8;
        if self.dtype == DType::U16 {
            for i in 0..self.pixels.len() / 2 {
                let sample = u16::from_ne_bytes([self.pixels[2 * i], self.pixels[2 * i + 1]]);
                self.pixels[i] = scaled(sample.into());
            }
            self.pixels.truncate(self.pixels.len() / 2);
        } else if self.white != 255 {
            for sample in &mut self.pixels {
                *sample = scaled(u32::from(*sample));
            }
        }
        (self.dtype, self.white) = (DType::U8, 255);
    }

    /// Scalar data from grey and alpha: without alpha, fully transparent pixels are NaN.
    fn make_masked(&mut self, pool: &Pool) {
        let mut numbers = pool.take();
        let mut push = |value: u16, alpha: u16| {
            let number = if alpha == 0 {
                f32::NAN
            } else {
                f32::from(value)
            };
            numbers.extend(number.to_ne_bytes());
        };
        if self.dtype == DType::U8 {
            let pairs = self.pixels.as_chunks().0;
            pairs.iter().for_each(|&[v, a]| push(v.into(), a.into()));
        } else {
            for &[v, w, a, b] in self.pixels.as_chunks().0 {
                push(u16::from_ne_bytes([v, w]), u16::from_ne_bytes([a, b]));
            }
        }
        pool.put(std::mem::replace(&mut self.pixels, numbers));
        (self.dtype, self.channels) = (DType::F32, 1);
    }
}

/// Samples of `bits` below 8, packed from the highest bit on into rows of whole bytes, as a byte each.
pub(super) fn unpack(packed: &[u8], bits: usize, per_row: usize, memory: &mut Vec<u8>) {
    let mask = ((1u16 << bits) - 1) as u8;
    let stride = (per_row * bits).div_ceil(8);
    for row in packed.chunks_exact(stride.max(1)) {
        memory.extend((0..per_row).map(|i| {
            let at = i * bits;
            row[at / 8] >> (8 - bits - at % 8) & mask
        }));
    }
}

/// Converts 16-bit samples from big-endian to native byte order.
pub(super) fn from_big_endian(samples: &mut [u8]) {
    for sample in samples.as_chunks_mut::<2>().0 {
        *sample = u16::from_be_bytes(*sample).to_ne_bytes();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(samples: &[u16]) -> Vec<u8> {
        samples.iter().flat_map(|v| v.to_ne_bytes()).collect()
    }

    #[test]
    fn sixteen_bits_are_rounded_to_eight() {
        let samples = [0, 128, 129, 257, 32767, 32768, 65406, 65407, 65535];
        let mut picture = Picture::new(9, 1, 1, wide(&samples)).of(DType::U16);
        picture.make_bytes();
        assert_eq!(picture.pixels, [0, 0, 1, 1, 127, 128, 254, 255, 255]);
    }

    #[test]
    fn other_whites_are_scaled_to_eight_bits() {
        let mut twelve = Picture::new(3, 1, 1, wide(&[0, 2048, 4095])).of(DType::U16);
        twelve.white = 4095;
        twelve.make_bytes();
        assert_eq!(twelve.pixels, [0, 128, 255]);
        let mut two = Picture::new(3, 1, 1, vec![0, 1, 3]);
        two.white = 3;
        two.make_bytes();
        assert_eq!(two.pixels, [0, 85, 255]);
    }

    #[test]
    fn transparent_numbers_are_none() {
        let mut picture = Picture::new(2, 1, 2, wide(&[700, 65535, 9, 0])).of(DType::U16);
        picture.make_masked(&Pool::default());
        let numbers: &[f32] = &picture
            .pixels
            .as_chunks()
            .0
            .iter()
            .map(|b| f32::from_ne_bytes(*b))
            .collect::<Vec<_>>();
        assert_eq!(numbers[0], 700.0);
        assert!(numbers[1].is_nan());
    }

    #[test]
    fn packed_samples_are_read_row_by_row() {
        let mut bytes = Vec::new();
        unpack(&[0b1010_0000, 0b0110_0000], 1, 3, &mut bytes);
        unpack(&[0x12, 0x30], 4, 3, &mut bytes);
        assert_eq!(bytes, [1, 0, 1, 0, 1, 1, 1, 2, 3]);
    }
}
