//! Images scaled through a filter, with the integer weights and positions of Agg's affine resampling.

use crate::canvas::image::filter::SHIFT;
use crate::canvas::image::source_rows::SourceRows;
use crate::canvas::image::taps::{AxisTaps, taps};
use crate::canvas::{Interpolation, Placement};
use crate::color::clip;
use crate::frame_size::FrameSize;

/// An element that is averaged.
pub(crate) trait Sample: Copy + Default {
    /// What sums are kept in.
    type Sum: Copy + Default;
    /// The sum of no samples.
    const ZERO: Self::Sum;

    /// Adds `self` · `weight`, the product rounded to the sample's own precision.
    fn add_to(self, sum: &mut Self::Sum, weight: i32);

    /// The sum over the weights' total, within what the sample can be.
    fn mean(sum: Self::Sum, total: f64) -> Self::Sum;
}

impl Sample for f32 {
    type Sum = f64;
    const ZERO: f64 = 0.0;

    #[inline(always)]
    fn add_to(self, sum: &mut f64, weight: i32) {
        *sum += f64::from(self * weight as f32);
    }

    #[inline(always)]
    fn mean(sum: f64, total: f64) -> f64 {
        sum / total
    }
}

impl Sample for f64 {
    type Sum = f64;
    const ZERO: f64 = 0.0;

    #[inline(always)]
    fn add_to(self, sum: &mut f64, weight: i32) {
        *sum += self * f64::from(weight);
    }

    #[inline(always)]
    fn mean(sum: f64, total: f64) -> f64 {
        sum / total
    }
}

/// Blue, green, red and alpha from 0 to 1, premultiplied; averaged in f32.
impl Sample for [f32; 4] {
    type Sum = [f64; 4];
    const ZERO: [f64; 4] = [0.0; 4];

    #[inline(always)]
    fn add_to(self, sum: &mut [f64; 4], weight: i32) {
        let weight = weight as f32;
        for (i, sum) in sum.iter_mut().enumerate() {
            *sum += f64::from(self[i] * weight);
        }
    }

    #[inline(always)]
    fn mean(sum: [f64; 4], total: f64) -> [f64; 4] {
        mean_color(sum, total)
    }
}

/// The same, averaged in f64.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wide(pub(crate) [f32; 4]);

impl Sample for Wide {
    type Sum = [f64; 4];
    const ZERO: [f64; 4] = [0.0; 4];

    #[inline(always)]
    fn add_to(self, sum: &mut [f64; 4], weight: i32) {
        let weight = f64::from(weight);
        for (i, sum) in sum.iter_mut().enumerate() {
            *sum += f64::from(self.0[i]) * weight;
        }
    }

    #[inline(always)]
    fn mean(sum: [f64; 4], total: f64) -> [f64; 4] {
        mean_color(sum, total)
    }
}

/// Opaque colours, averaged in f64.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Opaque(pub(crate) [f64; 4]);

impl Sample for Opaque {
    type Sum = [f64; 4];
    const ZERO: [f64; 4] = [0.0; 4];

    #[inline(always)]
    fn add_to(self, sum: &mut [f64; 4], weight: i32) {
        let weight = f64::from(weight);
        for (i, sum) in sum.iter_mut().enumerate() {
            *sum += self.0[i] * weight;
        }
    }

    #[inline(always)]
    fn mean(sum: [f64; 4], total: f64) -> [f64; 4] {
        // A loop, which is inlined and vectorised: `map` of arrays is not.
        let mut mean = sum;
        for channel in &mut mean {
            *channel = clip(*channel / total, 0.0, 1.0);
        }
        mean
    }
}

/// No channel is below 0, alpha not above 1 and no colour above alpha; NaN stays.
#[inline(always)]
fn mean_color(sum: [f64; 4], total: f64) -> [f64; 4] {
    let at_least_0 = |x: f64| if x < 0.0 { 0.0 } else { x };
    let at_most = |x: f64, high: f64| if x > high { high } else { x };
    let mut mean = sum;
    for channel in &mut mean {
        *channel = at_least_0(*channel / total);
    }
    let [b, g, r, a] = mean;
    let a = at_most(a, 1.0);
    [at_most(b, a), at_most(g, a), at_most(r, a), a]
}

/// Scales an image row by row; keeps only the source rows within reach of the filter.
#[derive(Debug)]
pub(crate) struct Resampler<S> {
    columns: AxisTaps,
    rows: AxisTaps,
    source: SourceRows<S>,
}

impl<S: Sample> Resampler<S> {
    /// For the pixels of `place`, unless this interpolation picks pixels.
    pub(crate) fn new(
        interpolation: Interpolation,
        place: &Placement,
        source: FrameSize,
    ) -> Option<Self> {
        let [columns, rows] = taps(interpolation, place, source)?;
        let source = SourceRows::new(source, &rows, (columns.low, columns.high));
        Some(Self {
            columns,
            rows,
            source,
        })
    }

    /// Writes the means of columns `range` in row `y`, both counted from the target's corner.
    ///
    /// `load` writes a row of the source.
    pub(crate) fn row(
        &mut self,
        y: usize,
        range: std::ops::Range<usize>,
        load: &mut impl FnMut(usize, &mut [S]),
        means: &mut [S::Sum],
    ) {
        let columns = &self.columns;
        let rows: Vec<(&[S], i32)> = self.source.of(&self.rows, y, load).collect();
        // Vectorised for the machine at hand; no operation is fused or reordered, so that it changes no bit.
        pulp::Arch::new().dispatch(
            #[inline(always)]
            || {
                // Filters of these widths are those of most images.
                if squares::<S, 2>(columns, &rows, range.clone(), means)
                    || squares::<S, 4>(columns, &rows, range.clone(), means)
                {
                    return;
                }
                for (mean, x) in means.iter_mut().zip(range) {
                    let (start, weights) = columns.window(x);
                    *mean = average(&rows, start, weights);
                }
            },
        );
    }
}

/// The weight of a sample by those of its row and its column.
#[inline(always)]
pub(super) fn both(down: i32, across: i32) -> i32 {
    (down * across + (1 << (SHIFT - 1))) >> SHIFT
}

/// Writes the means if each is one of N × N samples; returns whether it did. The sums are those of [`average`].
#[inline(always)]
fn squares<S: Sample, const N: usize>(
    columns: &AxisTaps,
    rows: &[(&[S], i32)],
    range: std::ops::Range<usize>,
    means: &mut [S::Sum],
) -> bool {
    let is_square = rows.len() == N && columns.width == Some(N);
    let Some(rows) = rows.first_chunk::<N>().filter(|_| is_square) else {
        return false;
    };
    for (mean, x) in means.iter_mut().zip(range) {
        let (start, weights) = columns.window(x);
        let (mut sum, mut total) = (S::ZERO, 0);
        if let Some(weights) = weights.first_chunk::<N>() {
            for (row, down) in rows {
                if let Some(samples) = row[start..].first_chunk::<N>() {
                    // Counting is inlined in any build, unlike iterators in pairs.
                    for i in 0..N {
                        let weight = both(*down, weights[i]);
                        samples[i].add_to(&mut sum, weight);
                        total += weight;
                    }
                }
            }
        }
        *mean = S::mean(sum, f64::from(total));
    }
    true
}

/// The mean of the samples from `start` on in weighted rows, with the weights of their columns.
#[inline(always)]
pub(super) fn average<S: Sample>(rows: &[(&[S], i32)], start: usize, weights: &[i32]) -> S::Sum {
    let (mut sum, mut total) = (S::ZERO, 0);
    for (row, down) in rows {
        for (sample, across) in row[start..][..weights.len()].iter().zip(weights) {
            let weight = both(*down, *across);
            sample.add_to(&mut sum, weight);
            total += weight;
        }
    }
    S::mean(sum, f64::from(total))
}
