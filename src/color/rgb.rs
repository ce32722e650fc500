//! RGB and RGBA arrays of any type to BGRA bytes, by imshow's rules.

use crate::color::channel::Channel;
use crate::image_view::{DType, ImageView, with_dtype};

/// What was found in an array of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Converted {
    /// Whether all pixels are opaque.
    pub(super) opaque: bool,
    /// Whether a value lay outside its type's range, by more than can be seen.
    pub(super) clipped: bool,
}

impl Converted {
    const OPAQUE: Self = Self {
        opaque: true,
        clipped: false,
    };

    /// With an explicit range, values outside are clipped on purpose.
    fn unclipped(self) -> Self {
        Self {
            clipped: false,
            ..self
        }
    }
}

/// Writes the pixels of an (H, W, 3) or (H, W, 4) view as BGRA with straight alpha.
///
/// Integers are clipped to 0 … 255, floats to 0 … 1 and then become ⌊255 · x⌋ in their own precision.
/// matplotlib resamples with premultiplied floats, so that a colour that is not opaque goes through
/// (c · α) / α before it is truncated; so do floats here, and integers [`as_resampled`], when they are blended. A pixel
/// with a NaN is transparent.
///
/// With `range` all channels run from its first to its second number instead: (x − low) / (high − low) is read as a
/// float from 0 to 1, in f32 for elements of up to 16 bits and f32, as norms do it.
pub(super) fn rgb_to_bgra(
    view: &ImageView<'_>,
    range: Option<(f64, f64)>,
    out: &mut [u8],
) -> Converted {
    if let Some(range) = range {
        return with_dtype!(view.dtype(), T => match view.channels() {
            3 => rgb_rows::<T>(view, out, |x| x.within(range).byte()),
            _ => rgba_rows::<T>(view, out, |px| Channel::rgba(px.map(|x| x.within(range)))),
        })
        .unclipped();
    }
    match (view.channels(), view.dtype()) {
        (3, DType::U8) => u8_rgb(view, out),
        (_, DType::U8) => u8_rgba(view, out),
        (3, DType::Bool) => rgb_rows::<u8>(view, out, bool_byte),
        (3, dtype) => with_dtype!(dtype, T => rgb_rows::<T>(view, out, Channel::byte)),
        (_, DType::Bool) => rgba_rows::<u8>(view, out, |px| px.map(bool_byte)),
        (_, dtype) => with_dtype!(dtype, T => rgba_rows::<T>(view, out, Channel::rgba)),
    }
}

fn u8_rgb(view: &ImageView<'_>, out: &mut [u8]) -> Converted {
    if let Some(rgb) = view.dense::<u8>() {
        swizzle(rgb, out, view.width(), view.height());
    } else {
        let mut gathered = Vec::new();
        for (y, out) in out.chunks_exact_mut(4 * view.width()).enumerate() {
            swizzle(view.row(y, &mut gathered), out, view.width(), 1);
        }
    }
    Converted::OPAQUE
}

fn u8_rgba(view: &ImageView<'_>, out: &mut [u8]) -> Converted {
    let arch = pulp::Arch::new();
    let mut gathered = Vec::new();
    let mut found = Converted::OPAQUE;
    for (y, out) in out.chunks_exact_mut(4 * view.width()).enumerate() {
        let row = view.row::<u8>(y, &mut gathered).as_chunks::<4>().0;
        let out = out.as_chunks_mut::<4>().0;
        // Words are vectorised better than bytes.
        let all = arch.dispatch(
            #[inline(always)]
            || {
                let mut all = u32::MAX;
                for (to, &from) in out.iter_mut().zip(row) {
                    let abgr = u32::from_le_bytes(from);
                    let argb = abgr & 0xff00_ff00 | (abgr & 0xff) << 16 | abgr >> 16 & 0xff;
                    *to = argb.to_le_bytes();
                    all &= abgr;
                }
                all
            },
        );
        found.opaque &= all >> 24 == 255;
    }
    found
}

/// Packed RGB to BGRA with alpha 255, vectorised.
fn swizzle(rgb: &[u8], bgra: &mut [u8], width: usize, height: usize) {
    let (width, height) = (width as u32, height as u32);
    let done = yuv::rgb_to_bgra(rgb, 3 * width, bgra, 4 * width, width, height);
    debug_assert!(done.is_ok(), "both buffers hold width x height pixels");
}

fn rgb_rows<T: Channel>(view: &ImageView<'_>, out: &mut [u8], byte: impl Fn(T) -> u8) -> Converted {
    let arch = pulp::Arch::new();
    let mut gathered = Vec::new();
    let mut bytes = vec![0; 3 * view.width()];
    let mut found = Converted::OPAQUE;
    for (y, out) in out.chunks_exact_mut(4 * view.width()).enumerate() {
        let row = view.row::<T>(y, &mut gathered);
        let are_plain = arch.dispatch(
            #[inline(always)]
            || {
                let mut signs = T::Signs::default();
                for (to, &from) in bytes.iter_mut().zip(row) {
                    *to = byte(from);
                    signs = signs | from.signs();
                }
                T::are_plain(signs)
            },
        );
        swizzle(&bytes, out, view.width(), 1);
        if are_plain {
            continue;
        }
        // Without a way out on the way, so that it is vectorised.
        let (outside, nan) = arch.dispatch(
            #[inline(always)]
            || {
                let both = |(outside, nan), c: &T| (outside | c.is_outside(), nan | c.is_nan());
                row.iter().fold((false, false), both)
            },
        );
        found.clipped |= outside;
        if !nan {
            continue;
        }
        found.opaque = false;
        let pixels = out.as_chunks_mut::<4>().0.iter_mut();
        for (pixel, channels) in pixels.zip(row.chunks_exact(3)) {
            if channels.iter().any(|c| c.is_nan()) {
                *pixel = [0; 4];
            }
        }
    }
    found
}

fn rgba_rows<T: Channel>(
    view: &ImageView<'_>,
    out: &mut [u8],
    rgba: impl Fn([T; 4]) -> [u8; 4],
) -> Converted {
    let arch = pulp::Arch::new();
    let mut gathered = Vec::new();
    let mut found = Converted::OPAQUE;
    for (y, out) in out.chunks_exact_mut(4 * view.width()).enumerate() {
        let row = view.row::<T>(y, &mut gathered).as_chunks::<4>().0;
        let out = out.as_chunks_mut::<4>().0;
        let (opaque, outside) = arch.dispatch(
            #[inline(always)]
            || {
                let (mut opaque, mut outside) = (true, false);
                for (to, &from) in out.iter_mut().zip(row) {
                    let [r, g, b, a] = rgba(from);
                    *to = [b, g, r, a];
                    opaque &= a == 255;
                    outside |= from.iter().any(|c| c.is_outside());
                }
                (opaque, outside)
            },
        );
        found.opaque &= opaque;
        found.clipped |= outside;
    }
    found
}

fn bool_byte(stored: u8) -> u8 {
    if stored == 0 { 0 } else { 255 }
}

/// Takes BGRA bytes of an array of integers matplotlib's way through premultiplied f32.
pub(crate) fn as_resampled(pixels: &mut [u8]) {
    for pixel in pixels.as_chunks_mut::<4>().0 {
        if !matches!(pixel[3], 0 | 255) {
            *pixel = f32::rgba(pixel.map(|c| f32::from(c) / 255.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image_view::Scratch;
    use crate::source::ImageSource;
    use ndarray::{Array3, array};

    fn converted(source: &impl ImageSource, range: Option<(f64, f64)>) -> (Vec<u8>, Converted) {
        let mut scratch = Scratch::default();
        let view = source.image_view(&mut scratch).unwrap();
        let mut out = vec![0; 4 * view.width() * view.height()];
        let found = rgb_to_bgra(&view, range, &mut out);
        (out, found)
    }

    fn bgra(source: &impl ImageSource) -> (Vec<u8>, bool) {
        let (out, found) = converted(source, None);
        (out, found.opaque)
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
    fn clipping_is_noticed_in_every_type_and_only_where_it_can_be_seen() {
        assert!(converted(&array![[[0.0f32, 1.0, 1.01]]], None).1.clipped);
        assert!(converted(&array![[[-0.01, 1.0, 0.0, 1.0]]], None).1.clipped);
        assert!(converted(&array![[[256u16, 0, 0]]], None).1.clipped);
        assert!(converted(&array![[[-1i8, 0, 0]]], None).1.clipped);
        assert!(converted(&array![[[0i64, 0, -1, 9]]], None).1.clipped);
        assert!(converted(&array![[[u64::MAX, 0, 0]]], None).1.clipped);
        assert!(
            !converted(&array![[[-0.001, 1.001, f64::NAN]]], None)
                .1
                .clipped
        );
        assert!(!converted(&array![[[255i16, 0, 0, 255]]], None).1.clipped);
        assert!(!converted(&array![[[true, false, true]]], None).1.clipped);
        assert!(
            !converted(&array![[[0.0, 99.0, 300.0]]], Some((0.0, 255.0)))
                .1
                .clipped
        );
    }

    #[test]
    fn a_range_scales_every_type_as_a_norm_does() {
        let bytes = Array3::from_shape_fn((1, 256, 3), |(_, x, _)| x as u8);
        let expected = bgra(&bytes).0;
        let whole = Some((0.0, 255.0));
        assert_eq!(converted(&bytes, whole).0, expected);
        assert_eq!(converted(&bytes.mapv(f64::from), whole).0, expected);
        assert_eq!(converted(&bytes.mapv(u32::from), whole).0, expected);
        let wide = bytes.mapv(|x| 257 * u16::from(x));
        assert_eq!(converted(&wide, Some((0.0, 65535.0))).0, expected);
        let signed = array![[[-1.0f32, 0.0, 1.0, 3.0]]];
        assert_eq!(converted(&signed, Some((-1.0, 1.0))).0, [255, 127, 0, 255]);
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
        let negative = array![[[0.5, -f64::NAN, 0.5], [-0.0, 1.0, 1.0]]];
        assert_eq!(bgra(&negative), (vec![0, 0, 0, 0, 255, 255, 0, 255], false));
    }
}
