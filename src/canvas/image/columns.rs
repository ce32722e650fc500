//! The columns that an image of opaque colours takes its samples from.

use std::ops::Range;

use crate::canvas::image::level::{CLEAR, Levels, PIECE, Sums, finish, float, opaque_bytes};
use crate::canvas::image::resampler::{Opaque, Sample, both};
use crate::canvas::image::taps::AxisTaps;

/// A row of samples and its weight.
pub(super) type Row<'a> = (&'a [Levels], i32);

/// The columns that a target pixel takes; all take as many, some of them with a weight of 0.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) starts: Vec<u32>,
    /// Pixel by pixel.
    pub(super) weights: Vec<i32>,
    /// How many weights a pixel has.
    pub(super) width: usize,
}

impl Columns {
    pub(super) fn new(taps: &AxisTaps) -> Self {
        let width = taps.reach().max(1);
        let mut columns = Self {
            starts: Vec::new(),
            weights: Vec::new(),
            width,
        };
        for pixel in 0..taps.pixels.len() {
            let (start, weights) = taps.window(pixel);
            columns.starts.push(start as u32);
            columns.weights.extend_from_slice(weights);
            columns.weights.resize((pixel + 1) * width, 0);
        }
        columns
    }

    /// How many samples of a row are asked for.
    pub(super) fn end(&self) -> usize {
        let last = self.starts.iter().max().copied().unwrap_or(0);
        last as usize + self.width
    }

    /// The samples of the pixel at `x` and their weights across.
    #[inline(always)]
    fn window(&self, x: usize) -> (Range<usize>, &[i32]) {
        let start = self.starts[x] as usize;
        (start..start + self.width, &self.weights[x * self.width..])
    }

    /// Writes the pixels from `first` on that have these sums. `last` is the last colour that all samples of a pixel had,
    /// and its bytes.
    #[inline(always)]
    pub(super) fn finish(
        &self,
        rows: &[Row<'_>],
        (sums, unit): (&[Sums; PIECE], i32),
        first: usize,
        pixels: &mut [[u8; 4]; PIECE],
        last: &mut (Levels, [u8; 4]),
    ) {
        let (found, far) = finish(sums, unit);
        *pixels = found;
        if far.iter().all(|far| *far <= CLEAR) {
            return;
        }
        let doubtful = pixels.iter_mut().zip(far).zip(first..);
        for ((pixel, _), x) in doubtful.filter(|((_, far), _)| *far > CLEAR) {
            match self.flat(rows, x) {
                Some(color) if color == last.0 => *pixel = last.1,
                Some(color) => {
                    *pixel = opaque_bytes(float(&color, unit));
                    *last = (color, *pixel);
                }
                None => *pixel = self.exact(rows, x, unit),
            }
        }
    }

    /// The colour of the pixel at `x` if all its samples have the same: weights do not change it.
    #[inline(always)]
    fn flat(&self, rows: &[Row<'_>], x: usize) -> Option<Levels> {
        let (samples, _) = self.window(x);
        let first = rows.first()?.0.get(samples.start)?;
        let is_flat = |row: &Row<'_>| row.0[samples.clone()].iter().all(|sample| sample == first);
        rows.iter().all(is_flat).then_some(*first)
    }

    /// The pixel at `x` by averaged floats.
    #[inline(never)]
    fn exact(&self, rows: &[Row<'_>], x: usize, unit: i32) -> [u8; 4] {
        let (samples, weights) = self.window(x);
        let (mut sum, mut total) = (Opaque::ZERO, 0);
        for (row, down) in rows {
            for (levels, across) in row[samples.clone()].iter().zip(weights) {
                let weight = both(*down, *across);
                Opaque(float(levels, unit)).add_to(&mut sum, weight);
                total += weight;
            }
        }
        opaque_bytes(Opaque::mean(sum, f64::from(total)))
    }
}
