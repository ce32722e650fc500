//! The linear norm's pixel loop, for each type of number.

use num_traits::AsPrimitive;

use crate::color::colormap::{BAD, OVER, UNDER};
use crate::color::indexer::Indexer;
use crate::color::{clip, floor_f32, floor_u32};

/// Values that norms work on; small integers and `f32` are normalised in `f32`, the rest in `f64`.
pub(crate) trait Scalar: bytemuck::Pod + Into<f64> + Send + Sync + std::fmt::Debug {
    /// `x` rounded to this type, as numpy does after each in-place operation.
    fn round(x: f64) -> f64;

    /// Writes indices by the linear norm.
    fn linear<I: Index>(work: Linear<'_, Self, I>);
}

impl Scalar for u8 {
    #[inline(always)]
    fn round(x: f64) -> f64 {
        <f32 as Scalar>::round(x)
    }

    #[inline(always)]
    fn linear<I: Index>(work: Linear<'_, Self, I>) {
        work.in_f32();
    }
}

impl Scalar for f32 {
    #[inline(always)]
    fn round(x: f64) -> f64 {
        f64::from(x as f32)
    }

    #[inline(always)]
    fn linear<I: Index>(work: Linear<'_, Self, I>) {
        work.in_f32();
    }
}

impl Scalar for f64 {
    #[inline(always)]
    fn round(x: f64) -> f64 {
        x
    }

    #[inline(always)]
    fn linear<I: Index>(work: Linear<'_, Self, I>) {
        work.in_f64();
    }
}

/// An index of a table of colours, which the loop writes.
pub(crate) trait Index: Copy {
    /// Of a place among so many colours.
    fn of_double(place: f64, colors: f64, is_bad: bool) -> Self;

    fn of_single(place: f32, colors: f32, is_bad: bool) -> Self;
}

/// With those of what is below, above and bad.
impl Index for u32 {
    #[inline(always)]
    fn of_double(place: f64, colors: f64, is_bad: bool) -> Self {
        // Chosen as numbers of one width, of which an integer is made once.
        let mut index = clip(place, 0.0, colors - 1.0);
        index = if place < 0.0 { UNDER.into() } else { index };
        index = if place > colors { OVER.into() } else { index };
        index = if is_bad { BAD.into() } else { index };
        floor_u32(index)
    }

    #[inline(always)]
    fn of_single(place: f32, colors: f32, is_bad: bool) -> Self {
        let mut index = floor_f32(clip(place, 0.0, colors - 1.0));
        index = if place < 0.0 { UNDER } else { index };
        index = if place > colors { OVER } else { index };
        if is_bad { BAD } else { index }
    }
}

/// Those of the first and the last colour for all that is below and above.
impl Index for u8 {
    #[inline(always)]
    fn of_double(place: f64, colors: f64, _is_bad: bool) -> Self {
        floor_u32(clip(place, 0.0, colors - 1.0)) as u8
    }

    #[inline(always)]
    fn of_single(place: f32, colors: f32, _is_bad: bool) -> Self {
        floor_f32(clip(place, 0.0, colors - 1.0)) as u8
    }
}

/// Indices by the linear norm.
pub(crate) struct Linear<'a, T, I> {
    pub(super) indexer: &'a Indexer,
    /// vmin and vmax − vmin.
    pub(super) limits: (f64, f64),
    pub(super) values: &'a [T],
    pub(super) all_finite: bool,
    pub(super) out: &'a mut [I],
}

impl<T: Scalar, I: Index> Linear<'_, T, I> {
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

impl<T: Scalar + AsPrimitive<f32>, I: Index> Linear<'_, T, I> {
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
            *out = I::of_single(v * n, n, is_bad(x, v));
        }
    }
}
