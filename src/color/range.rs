//! The range of colour values, and the warning for values outside.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::color::rgb::rgb_to_bgra;
use crate::error::{Error, Result};
use crate::image_view::ImageView;

/// How an artist or a film converts colour channels.
///
/// Clones belong to the same film: clipping is logged once.
#[derive(Debug, Clone, Default)]
pub(crate) struct ColorRange {
    /// The values of zero and full intensity, if they are not those of the element type.
    ends: Option<(f64, f64)>,
    told: Arc<AtomicBool>,
}

impl ColorRange {
    /// Colours whose channels range from `low` to `high`; values outside are clipped.
    ///
    /// # Errors
    /// [`Error::Setting`] unless both are finite and `low` is below `high`.
    pub(crate) fn new(low: f64, high: f64) -> Result<Self> {
        if !(low < high && low.is_finite() && high.is_finite()) {
            return Err(Error::Setting {
                name: "the range of colours",
                value: format!("{low}..{high}"),
                expected: "two finite numbers, the lower one first",
            });
        }
        Ok(Self {
            ends: Some((low, high)),
            ..Self::default()
        })
    }

    /// Converts colours to BGRA bytes; `true` if all are opaque. Clipped values are logged as a warning.
    pub(crate) fn to_bgra(&self, view: &ImageView<'_>, out: &mut [u8]) -> bool {
        let done = rgb_to_bgra(view, self.ends, out);
        if done.clipped && !self.told.swap(true, Ordering::Relaxed) {
            log::warn!("{}", clipped(view));
        }
        done.opaque
    }
}

/// The warning for an array whose values exceed the range of its type.
fn clipped(view: &ImageView<'_>) -> String {
    let (low, high) = view.extremes(|x| !x.is_nan()).unwrap_or_default();
    let is_float = view.dtype().is_float();
    let full = if is_float { 1.0 } else { 255.0 };
    let (from, to) = usual_range(low, high, full);
    let remedy = match (from, to) {
        (0.0, to) if is_float => format!("divide them by {to}"),
        _ => format!("scale them to 0..{full}"),
    };
    format!(
        "colour values from {} to {} are clipped to 0..{full}: {remedy}, or, for a film of arrays, set the range \
         {from}..{to}",
        short(low),
        short(high)
    )
}

/// The range that was probably meant for such values.
fn usual_range(low: f64, high: f64, full: f64) -> (f64, f64) {
    // 8 bits, and what cameras and microscopes write into 16.
    const TOPS: [f64; 6] = [255.0, 1023.0, 4095.0, 16383.0, 65535.0, 4_294_967_295.0];
    let top = TOPS.into_iter().find(|top| high <= *top && *top > full);
    match top {
        Some(top) if low >= 0.0 && high > full => (0.0, top),
        _ if low >= -1.0 && high <= 1.0 => (-1.0, 1.0),
        _ if low >= -128.0 && high <= 127.0 && full > 1.0 => (-128.0, 127.0),
        _ if low.is_finite() && high.is_finite() => (short(low.min(0.0)), short(high)),
        _ => (0.0, full),
    }
}

/// A number with four digits.
fn short(x: f64) -> f64 {
    format!("{x:.3e}").parse().unwrap_or(x)
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;
    use crate::image_view::Scratch;
    use crate::source::ImageSource;

    fn said(source: &impl ImageSource) -> String {
        clipped(&source.image_view(&mut Scratch::default()).unwrap())
    }

    #[test]
    fn the_words_name_the_values_and_the_range_they_were_meant_for() {
        for (words, said) in [
            (
                "from 0 to 254.9 are clipped to 0..1: divide them by 255, or",
                said(&array![[[0.0f32, 1.0, 254.9]]]),
            ),
            ("the range 0..255", said(&array![[[0.0, 1.5, f64::NAN]]])),
            (
                "from 7 to 4000 are clipped to 0..255: scale them to 0..255, or",
                said(&array![[[7u16, 8, 4000]]]),
            ),
            ("the range 0..4095", said(&array![[[7u16, 8, 4000]]])),
            ("the range -1..1", said(&array![[[-0.5, 0.0, 1.0]]])),
            ("the range -128..127", said(&array![[[-3i8, 0, 1]]])),
            ("the range -3..700", said(&array![[[-3i32, 0, 700]]])),
            (
                "from 0 to inf are clipped",
                said(&array![[[0.0, 0.5, f64::INFINITY]]]),
            ),
        ] {
            assert!(said.contains(words), "{words} is not in: {said}");
        }
    }

    #[test]
    fn a_range_rises_and_is_finite() {
        for (low, high) in [
            (1.0, 1.0),
            (2.0, 1.0),
            (f64::NAN, 1.0),
            (0.0, f64::INFINITY),
        ] {
            assert!(ColorRange::new(low, high).is_err(), "{low}..{high}");
        }
    }
}
