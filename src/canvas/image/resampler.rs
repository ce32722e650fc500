//! Images scaled through a filter, with the integer weights and positions of Agg's affine resampling.

use crate::canvas::image::filter::{Filter, SHIFT, STEPS};
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
    source: FrameSize,
    /// Row y of the source is in slot y % len, with its columns laid out as the filter asks for them.
    slots: Vec<Slot<S>>,
    loaded: Vec<S>,
}

#[derive(Debug)]
struct Slot<S> {
    y: Option<usize>,
    samples: Vec<S>,
}

impl<S: Sample> Resampler<S> {
    /// For the pixels of `place`, unless this interpolation picks pixels.
    pub(crate) fn new(
        interpolation: Interpolation,
        place: &Placement,
        source: FrameSize,
    ) -> Option<Self> {
        let filter = Filter::new(interpolation)?;
        let [across, down] = reductions(place, source);
        let target = place.target;
        let columns = AxisTaps::new(
            &filter,
            across,
            &interpolated(place.across, source.width, target.x0..target.x1),
            source.width,
        );
        let rows = AxisTaps::new(
            &filter,
            down,
            &exact(place.down, source.height, target.y0..target.y1),
            source.height,
        );
        let slots = (0..rows.reach())
            .map(|_| Slot {
                y: None,
                samples: Vec::new(),
            })
            .collect();
        Some(Self {
            columns,
            rows,
            source,
            slots,
            loaded: Vec::new(),
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
        self.fill_slots(y, load);
        let rows: Vec<(&[S], i32)> = self
            .rows
            .taps(y)
            .map(|(from, weight)| {
                let from = reflect(from, self.source.height);
                let slot = &self.slots[from % self.slots.len()];
                (slot.samples.as_slice(), weight)
            })
            .collect();
        // Vectorised for the machine at hand; no operation is fused or reordered, so that it changes no bit.
        pulp::Arch::new().dispatch(
            #[inline(always)]
            || {
                // Filters of these widths are those of most images.
                if self.squares::<2>(&rows, range.clone(), means)
                    || self.squares::<4>(&rows, range.clone(), means)
                {
                    return;
                }
                for (mean, x) in means.iter_mut().zip(range) {
                    let (start, weights) = self.columns.window(x);
                    *mean = average(&rows, start, weights);
                }
            },
        );
    }

    /// Writes the means if each is one of N × N samples; returns whether it did. The sums are those of [`average`].
    #[inline(always)]
    fn squares<const N: usize>(
        &self,
        rows: &[(&[S], i32)],
        range: std::ops::Range<usize>,
        means: &mut [S::Sum],
    ) -> bool {
        let is_square = rows.len() == N && self.columns.width == Some(N);
        let Some(rows) = rows.first_chunk::<N>().filter(|_| is_square) else {
            return false;
        };
        for (mean, x) in means.iter_mut().zip(range) {
            let (start, weights) = self.columns.window(x);
            let (mut sum, mut total) = (S::ZERO, 0);
            if let Some(weights) = weights.first_chunk::<N>() {
                for (row, down) in rows {
                    if let Some(samples) = row[start..].first_chunk::<N>() {
                        // Counting is inlined in any build, unlike iterators in pairs.
                        for i in 0..N {
                            let weight = (down * weights[i] + (1 << (SHIFT - 1))) >> SHIFT;
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

    /// Loads the rows that row `y` of the target needs and that are not there yet.
    fn fill_slots(&mut self, y: usize, load: &mut impl FnMut(usize, &mut [S])) {
        self.loaded.resize(self.source.width as usize, S::default());
        for (from, _) in self.rows.taps(y) {
            let from = reflect(from, self.source.height);
            let len = self.slots.len();
            let slot = &mut self.slots[from % len];
            if slot.y == Some(from) {
                continue;
            }
            slot.y = Some(from);
            load(from, &mut self.loaded);
            slot.samples.clear();
            let layout = self.columns.low..self.columns.high;
            slot.samples
                .extend(layout.map(|x| self.loaded[reflect(x, self.source.width)]));
        }
    }
}

/// The mean of the samples from `start` on in weighted rows, with the weights of their columns.
#[inline(always)]
fn average<S: Sample>(rows: &[(&[S], i32)], start: usize, weights: &[i32]) -> S::Sum {
    let (mut sum, mut total) = (S::ZERO, 0);
    for (row, down) in rows {
        for (sample, across) in row[start..][..weights.len()].iter().zip(weights) {
            let weight = (down * across + (1 << (SHIFT - 1))) >> SHIFT;
            sample.add_to(&mut sum, weight);
            total += weight;
        }
    }
    S::mean(sum, f64::from(total))
}

/// The filter's taps for every target pixel along one axis.
#[derive(Debug)]
struct AxisTaps {
    /// The lowest requested source index, and the one after the highest; both may be outside.
    low: i64,
    high: i64,
    /// First source index, and the range of weights, of each target pixel.
    pixels: Vec<(i64, u32, u32)>,
    weights: Vec<i32>,
    /// How many weights each pixel has, if all have as many.
    width: Option<usize>,
}

impl AxisTaps {
    /// For target pixels whose centres are at `positions`, in 1/256 of the `source` pixels; `reduction` widens the
    /// filter.
    fn new(filter: &Filter, reduction: f64, positions: &[i64], source: u32) -> Self {
        let steps = STEPS as f64;
        let wide = (reduction * steps + 0.5) as i64;
        let step = ((steps / reduction + 0.5) as usize).max(1);
        let radius = (filter.diameter as i64 * wide) >> 1;
        let mut axis = Self {
            low: i64::MAX,
            high: i64::MIN,
            pixels: Vec::with_capacity(positions.len()),
            weights: Vec::new(),
            width: None,
        };
        // Mirrored twice, the source is the same again: centres far away are as good as near ones.
        let period = 2 * i64::from(source) * STEPS;
        for position in positions {
            let position = match (-period..=period).contains(position) {
                true => *position,
                false => position.rem_euclid(period),
            };
            let start = position + STEPS / 2 - radius;
            let first = start.div_euclid(STEPS);
            let into = (STEPS - 1 - start.rem_euclid(STEPS)) as usize * step / STEPS as usize;
            let from = axis.weights.len() as u32;
            let taps = filter.weights[into..].iter().step_by(step);
            axis.weights.extend(taps.map(|w| i32::from(*w)));
            let to = axis.weights.len() as u32;
            axis.pixels.push((first, from, to));
            axis.low = axis.low.min(first);
            axis.high = axis.high.max(first + i64::from(to - from));
        }
        let mut widths = axis.pixels.iter().map(|(_, from, to)| (to - from) as usize);
        axis.width = widths
            .next()
            .filter(|width| widths.all(|other| other == *width));
        axis
    }

    /// Source indices and weights of a target pixel.
    fn taps(&self, pixel: usize) -> impl Iterator<Item = (i64, i32)> {
        let (first, from, to) = self.pixels[pixel];
        let weights = &self.weights[from as usize..to as usize];
        (first..).zip(weights.iter().copied())
    }

    /// Place among the indices from `low` on, and weights, of a target pixel.
    #[inline(always)]
    fn window(&self, pixel: usize) -> (usize, &[i32]) {
        let (first, from, to) = self.pixels[pixel];
        (
            (first - self.low) as usize,
            &self.weights[from as usize..to as usize],
        )
    }

    /// The most source pixels that a target one takes.
    fn reach(&self) -> usize {
        let taps = self.pixels.iter().map(|(_, from, to)| to - from);
        taps.max().unwrap_or(1) as usize
    }
}

/// The source mirrored at its edges.
fn reflect(index: i64, len: u32) -> usize {
    let len = i64::from(len);
    let index = index.rem_euclid(2 * len);
    index.min(2 * len - 1 - index) as usize
}

/// Source pixels a target pixel, 1 to 200 and together at most 200.
fn reductions(place: &Placement, source: FrameSize) -> [f64; 2] {
    const MOST: f64 = 200.0;
    let across = f64::from(source.width) / place.across.1.abs();
    let down = f64::from(source.height) / place.down.1.abs();
    // Beyond the limit Agg takes it all from the columns.
    let across = if across * down > MOST {
        MOST / down
    } else {
        across
    };
    [across.clamp(1.0, MOST), down.clamp(1.0, MOST)]
}

/// The position of a target pixel's centre in the source, in 1/256 pixels.
fn position((start, len): (f64, f64), source: u32, pixel: i64) -> i64 {
    // Farther away positions have no pixel precision.
    const FARTHEST: f64 = (1_u64 << 52) as f64;
    let scale = f64::from(source) / len;
    let place = (pixel as f64 + 0.5 - start) * scale * STEPS as f64;
    place.round().clamp(-FARTHEST, FARTHEST) as i64
}

fn exact(axis: (f64, f64), source: u32, range: std::ops::Range<i64>) -> Vec<i64> {
    range.map(|pixel| position(axis, source, pixel)).collect()
}

/// Between the first and the last of `range` in even whole steps, as Agg's line interpolator walks.
fn interpolated(axis: (f64, f64), source: u32, range: std::ops::Range<i64>) -> Vec<i64> {
    let (first, steps) = (
        position(axis, source, range.start),
        range.end - range.start - 1,
    );
    if steps <= 0 {
        return vec![first];
    }
    let way = position(axis, source, range.end - 1) - first;
    // The quotient is rounded so that a remainder of 1 to `steps` is left.
    let (whole, rest) = ((way - 1).div_euclid(steps), (way - 1).rem_euclid(steps) + 1);
    (0..=steps)
        .map(|i| {
            let carried = ((i + 1) * rest - 1).div_euclid(steps);
            first + i * whole + carried
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_mirror_as_often_as_needed() {
        let indices: Vec<_> = (-4..7).map(|i| reflect(i, 3)).collect();
        assert_eq!(indices, [2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0]);
        assert_eq!(reflect(-9, 1), 0);
    }

    #[test]
    fn positions_end_where_they_must() {
        for (start, len, range) in [(0.0, 7.0, 0..7), (-3.2, 40.0, 0..31), (33.0, -33.0, 0..33)] {
            let found = interpolated((start, len), 10, range.clone());
            let wanted = exact((start, len), 10, range);
            assert_eq!((found[0], found.last()), (wanted[0], wanted.last()));
            assert!(found.iter().zip(&wanted).all(|(a, b)| a.abs_diff(*b) <= 1));
        }
    }
}
