//! The linear norm's pixel loop, for each type of number.

use num_traits::AsPrimitive;

use crate::color::colormap::{BAD, OVER, UNDER};
use crate::color::indexer::Indexer;
use crate::color::{clip, floor_f32};

/// Values that norms work on; small integers and `f32` are normalised in `f32`, the rest in `f64`.
pub(crate) trait Scalar: bytemuck::Pod + Into<f64> + Send + Sync + std::fmt::Debug {
    /// `x` rounded to this type, as numpy does after each in-place operation.
    fn round(x: f64) -> f64;

    /// Writes indices by the linear norm.
    fn linear(work: Linear<'_, Self>);
}

impl Scalar for u8 {
    #[inline(always)]
    fn round(x: f64) -> f64 {
        <f32 as Scalar>::round(x)
    }

    #[inline(always)]
    fn linear(work: Linear<'_, Self>) {
        work.in_f32();
    }
}

impl Scalar for f32 {
    #[inline(always)]
    fn round(x: f64) -> f64 {
        f64::from(x as f32)
    }

    #[inline(always)]
    fn linear(work: Linear<'_, Self>) {
        work.in_f32();
    }
}

impl Scalar for f64 {
    #[inline(always)]
    fn round(x: f64) -> f64 {
        x
    }

    #[inline(always)]
    fn linear(work: Linear<'_, Self>) {
        work.in_f64();
    }
}

/// Indices by the linear norm.
pub(crate) struct Linear<'a, T> {
    pub(super) indexer: &'a Indexer,
    /// vmin and vmax − vmin.
    pub(super) limits: (f64, f64),
    pub(super) values: &'a [T],
    pub(super) all_finite: bool,
    pub(super) out: &'a mut [u32],
}

impl<T: Scalar> Linear<'_, T> {
    #[inline(always)]
    fn in_f64(self) {
        let (vmin, range) = self.limits;
        let normalise = |x| (x - vmin) / range;
        match self.all_finite {
            true => (self.indexer).each_unless(self.values, self.out, normalise, |_, _| false),
            false => self.indexer.each(self.values, self.out, normalise),
        }
    }
}

impl<T: Scalar + AsPrimitive<f32>> Linear<'_, T> {
    /// Operations in f32 give what those in f64 give that are rounded to f32, if the limits are such numbers, too.
    #[inline(always)]
    fn in_f32(self) {
        let (vmin, range) = self.limits;
        let (low, length) = (vmin as f32, range as f32);
        if (f64::from(low), f64::from(length)) == self.limits {
            return self.each_in_f32(|x| (x - low) / length);
        }
        let round = <f32 as Scalar>::round;
        self.each_in_f32(|x| (round(f64::from(x) - vmin) / range) as f32);
    }

    #[inline(always)]
    fn each_in_f32(self, normalise: impl Fn(f32) -> f32) {
        match self.all_finite {
            true => self.write(normalise, |_, _| false),
            false => self.write(normalise, |x, v| !x.is_finite() || v.is_nan()),
        }
    }

    /// As [`Indexer::each_unless`].
    #[inline(always)]
    fn write(self, normalise: impl Fn(f32) -> f32, is_bad: impl Fn(f32, f32) -> bool) {
        let n = self.indexer.colors as f32;
        for (out, value) in self.out.iter_mut().zip(self.values) {
            let x: f32 = value.as_();
            let v = normalise(x);
            let place = v * n;
            let mut index = floor_f32(clip(place, 0.0, n - 1.0));
            index = if place < 0.0 { UNDER } else { index };
            index = if place > n { OVER } else { index };
            *out = if is_bad(x, v) { BAD } else { index };
        }
    }
}
