//! Which source pixels a target pixel takes, and with which weights.

use std::ops::Range;

use crate::canvas::image::filter::{Filter, STEPS};
use crate::canvas::{Interpolation, Placement};
use crate::frame_size::FrameSize;

/// The filter's taps for every target pixel along one axis.
#[derive(Debug)]
pub(super) struct AxisTaps {
    /// The lowest requested source index, and the one after the highest; both may be outside.
    pub(super) low: i64,
    pub(super) high: i64,
    /// First source index, and the range of weights, of each target pixel.
    pub(super) pixels: Vec<(i64, u32, u32)>,
    weights: Vec<i32>,
    /// How many weights each pixel has, if all have as many.
    pub(super) width: Option<usize>,
}

/// Those across and down for the pixels of `place`, unless this interpolation picks pixels.
pub(super) fn taps(
    interpolation: Interpolation,
    place: &Placement,
    source: FrameSize,
) -> Option<[AxisTaps; 2]> {
    let filter = Filter::of(interpolation)?;
    let [across, down] = reductions(place, source);
    let target = place.target;
    let columns = interpolated(place.across, source.width, target.x0..target.x1);
    let rows = exact(place.down, source.height, target.y0..target.y1);
    Some([
        AxisTaps::new(filter, across, &columns, source.width),
        AxisTaps::new(filter, down, &rows, source.height),
    ])
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
    pub(super) fn taps(&self, pixel: usize) -> impl Iterator<Item = (i64, i32)> {
        let (first, from, to) = self.pixels[pixel];
        let weights = &self.weights[from as usize..to as usize];
        (first..).zip(weights.iter().copied())
    }

    /// Place among the indices from `low` on, and weights, of a target pixel.
    #[inline(always)]
    pub(super) fn window(&self, pixel: usize) -> (usize, &[i32]) {
        let (first, from, to) = self.pixels[pixel];
        (
            (first - self.low) as usize,
            &self.weights[from as usize..to as usize],
        )
    }

    /// The most that the weights of a pixel, without their signs, sum up to, and how many times their sum that is.
    pub(super) fn swing(&self) -> (f64, f64) {
        let swings = self.pixels.iter().map(|(_, from, to)| {
            let weights = &self.weights[*from as usize..*to as usize];
            let sum: i32 = weights.iter().sum();
            let both: i32 = weights.iter().map(|weight| weight.abs()).sum();
            (f64::from(both), f64::from(both) / f64::from(sum).max(1.0))
        });
        swings.fold((0.0, 0.0), |(most, ratio): (f64, f64), (both, by)| {
            (most.max(both), ratio.max(by))
        })
    }

    /// The greatest weight without its sign.
    pub(super) fn peak(&self) -> i32 {
        let weights = self.weights.iter().map(|weight| weight.abs());
        weights.max().unwrap_or(0)
    }

    /// The most source pixels that a target one takes.
    pub(super) fn reach(&self) -> usize {
        let taps = self.pixels.iter().map(|(_, from, to)| to - from);
        taps.max().unwrap_or(1) as usize
    }
}

/// The source mirrored at its edges.
pub(super) fn reflect(index: i64, len: u32) -> usize {
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

fn exact(axis: (f64, f64), source: u32, range: Range<i64>) -> Vec<i64> {
    range.map(|pixel| position(axis, source, pixel)).collect()
}

/// Between the first and the last of `range` in even whole steps, as Agg's line interpolator walks.
fn interpolated(axis: (f64, f64), source: u32, range: Range<i64>) -> Vec<i64> {
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
