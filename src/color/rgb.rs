//! RGB and RGBA arrays of any type to BGRA bytes, by imshow's rules.

use bytemuck::Pod;

use crate::array::{DType, ImageView, with_dtype};
use crate::color::{clip, floor_u32};

/// Writes the pixels of an (H, W, 3) or (H, W, 4) view as BGRA with straight alpha; `true` if all are opaque.
///
/// Integers are clipped to 0 … 255, floats to 0 … 1 and then become ⌊255 · x⌋ in their own precision.
/// matplotlib resamples with premultiplied floats, so that a colour that is not opaque goes through
/// (c · α) / α before it is truncated; so it does here. A pixel with a NaN is transparent.
pub(crate) fn rgb_to_bgra(view: &ImageView<'_>, out: &mut [u8]) -> bool {
    match (view.channels(), view.dtype()) {
        (3, DType::U8) => u8_rgb(view, out),
        (3, DType::Bool) => rgb_rows::<u8>(view, out, bool_byte),
        (3, dtype) => with_dtype!(dtype, T => rgb_rows::<T>(view, out, Channel::byte)),
        (_, DType::Bool) => rgba_rows::<u8>(view, out, |px| rgba_bytes(px.map(bool_byte))),
        (_, dtype) => with_dtype!(dtype, T => rgba_rows::<T>(view, out, Channel::rgba)),
    }
}

fn u8_rgb(view: &ImageView<'_>, out: &mut [u8]) -> bool {
    if let Some(rgb) = view.dense::<u8>() {
        swizzle(rgb, out, view.width(), view.height());
    } else {
        let mut gathered = Vec::new();
        for (y, out) in out.chunks_exact_mut(4 * view.width()).enumerate() {
            swizzle(view.row(y, &mut gathered), out, view.width(), 1);
        }
    }
    true
}

/// Packed RGB to BGRA with alpha 255, vectorised.
fn swizzle(rgb: &[u8], bgra: &mut [u8], width: usize, height: usize) {
    let (width, height) = (width as u32, height as u32);
    let done = yuv::rgb_to_bgra(rgb, 3 * width, bgra, 4 * width, width, height);
    debug_assert!(done.is_ok(), "both buffers hold width x height pixels");
}

fn rgb_rows<T: Channel>(view: &ImageView<'_>, out: &mut [u8], byte: impl Fn(T) -> u8) -> bool {
    let arch = pulp::Arch::new();
    let mut gathered = Vec::new();
    let mut bytes = vec![0; 3 * view.width()];
    let mut opaque = true;
    for (y, out) in out.chunks_exact_mut(4 * view.width()).enumerate() {
        let row = view.row::<T>(y, &mut gathered);
        let nan = arch.dispatch(
            #[inline(always)]
            || {
                let mut nan = false;
                for (to, &from) in bytes.iter_mut().zip(row) {
                    *to = byte(from);
                    nan |= from.is_nan();
                }
                nan
            },
        );
        swizzle(&bytes, out, view.width(), 1);
        if nan {
            opaque = false;
            for (pixel, channels) in out
                .as_chunks_mut::<4>()
                .0
                .iter_mut()
                .zip(row.chunks_exact(3))
            {
                if channels.iter().any(|c| c.is_nan()) {
                    *pixel = [0; 4];
                }
            }
        }
    }
    opaque
}

fn rgba_rows<T: Channel>(
    view: &ImageView<'_>,
    out: &mut [u8],
    rgba: impl Fn([T; 4]) -> [u8; 4],
) -> bool {
    let mut gathered = Vec::new();
    let mut opaque = true;
    for (y, out) in out.chunks_exact_mut(4 * view.width()).enumerate() {
        let row = view.row::<T>(y, &mut gathered);
        for (to, &from) in out
            .as_chunks_mut::<4>()
            .0
            .iter_mut()
            .zip(row.as_chunks::<4>().0)
        {
            let [r, g, b, a] = rgba(from);
            *to = [b, g, r, a];
            opaque &= a == 255;
        }
    }
    opaque
}

fn bool_byte(stored: u8) -> u8 {
    if stored == 0 { 0 } else { 255 }
}

/// A channel's value as imshow reads it.
trait Channel: Pod {
    fn byte(self) -> u8;

    fn is_nan(self) -> bool {
        false
    }

    fn rgba(pixel: [Self; 4]) -> [u8; 4] {
        rgba_bytes(pixel.map(Self::byte))
    }
}

/// RGBA bytes after matplotlib's way through premultiplied f32.
#[inline(always)]
fn rgba_bytes(pixel: [u8; 4]) -> [u8; 4] {
    if matches!(pixel[3], 0 | 255) {
        pixel
    } else {
        f32::rgba(pixel.map(|c| f32::from(c) / 255.0))
    }
}

macro_rules! integer_channels {
    ($($t:ty),*) => {$(
        impl Channel for $t {
            #[inline(always)]
            #[allow(unused_comparisons, irrefutable_let_patterns)]
            fn byte(self) -> u8 {
                if self <= 0 { 0 } else if let Ok(byte) = u8::try_from(self) { byte } else { 255 }
            }
        }
    )*};
}

integer_channels!(u8, i8, u16, i16, u32, i32, u64, i64);

macro_rules! float_channels {
    ($($t:ty),*) => {$(
        impl Channel for $t {
            #[inline(always)]
            fn byte(self) -> u8 {
                // The product is rounded in its own precision, widening it then changes nothing.
                floor_u32(f64::from(clip(self, 0.0, 1.0) * 255.0)) as u8
            }

            #[inline(always)]
            fn is_nan(self) -> bool {
                self.is_nan()
            }

            #[inline(always)]
            fn rgba(pixel: [Self; 4]) -> [u8; 4] {
                if pixel.iter().any(|c| c.is_nan()) {
                    return [0; 4];
                }
                let [r, g, b, a] = pixel.map(|c| clip(c, 0.0, 1.0));
                // Agg stores what is not opaque with a coverage of 255 / 255, which rounds twice.
                let stored = |c: $t| if a < 1.0 { c * 255.0 / 255.0 } else { c };
                let through = |c: $t| if a > 0.0 { stored(c * a) / stored(a) } else { 0.0 };
                [through(r), through(g), through(b), stored(a)].map(|c| c.byte())
            }
        }
    )*};
}

float_channels!(f32, f64);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::Scratch;
    use crate::source::ImageSource;
    use ndarray::{Array3, array};

    fn bgra(source: &impl ImageSource) -> (Vec<u8>, bool) {
        let mut scratch = Scratch::default();
        let view = source.image_view(&mut scratch).unwrap();
        let mut out = vec![0; 4 * view.width() * view.height()];
        let opaque = rgb_to_bgra(&view, &mut out);
        (out, opaque)
    }

    #[test]
    fn bytes_come_back_from_their_fractions_in_both_precisions() {
        let k = Array3::from_shape_fn((1, 256, 3), |(_, x, _)| x as u8);
        let expected = bgra(&k).0;
        assert_eq!(bgra(&k.mapv(|k| f32::from(k) / 255.0)).0, expected);
        assert_eq!(bgra(&k.mapv(|k| f64::from(k) / 255.0)).0, expected);
        assert_eq!(bgra(&k.mapv(i64::from)).0, expected);
    }

    #[test]
    fn out_of_range_values_are_clipped() {
        assert_eq!(bgra(&array![[[-3i16, 300, 7]]]).0, [7, 255, 0, 255]);
        assert_eq!(
            bgra(&array![[[-0.1, 1.1, f64::INFINITY]]]).0,
            [255, 255, 0, 255]
        );
        assert_eq!(bgra(&array![[[true, false, true]]]).0, [255, 0, 255, 255]);
        assert_eq!(bgra(&array![[[u64::MAX, 0, 1]]]).0, [1, 0, 255, 255]);
    }

    #[test]
    fn nan_makes_a_pixel_transparent() {
        assert_eq!(
            bgra(&array![[[f32::NAN, 0.5, 0.5], [0.5, 0.5, 0.5]]]),
            (vec![0, 0, 0, 0, 127, 127, 127, 255], false)
        );
        assert_eq!(
            bgra(&array![[[0.5, 0.5, 0.5, f64::NAN]]]),
            (vec![0; 4], false)
        );
    }
}
