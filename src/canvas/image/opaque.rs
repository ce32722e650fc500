//! Opaque colours scaled through a filter: averaged in integers, with the bytes that averages of floats have.

use std::ops::Range;

use pulp::{Arch, NullaryFnOnce};

use crate::canvas::image::columns::{Columns, Row};
use crate::canvas::image::filter::SHIFT;
use crate::canvas::image::level::{Levels, PIECE, Sums};
use crate::canvas::image::pairs::{Pair, Weights, add, pair, weights};
use crate::canvas::image::resampler::both;
use crate::canvas::image::source_rows::SourceRows;
use crate::canvas::image::taps::{AxisTaps, taps};
use crate::canvas::{Canvas, Interpolation, Placement};
use crate::frame_size::FrameSize;

/// The greatest sum of levels, with room for rounded weights.
const MOST: f64 = 2.0e9;
/// The most that weights may swing: how many times their sum they sum up to without their signs.
const SWING: f64 = 3.0;

/// Scales an image of opaque colours row by row.
///
/// The floats are `level` / (255 · `unit`) in f32. Their mean, times 255, is off from that of the integers by less than
/// 255 · 2⁻²⁴ times the weights' swing, which is below 2⁻¹⁴, and what is calculated of that in f32 is off by less than
/// as much. Where it is nearer to a whole number than 2⁻¹², the floats are averaged.
#[derive(Debug)]
pub(crate) struct OpaqueResampler {
    settings: Settings,
    columns: Columns,
    rows: AxisTaps,
    source: SourceRows<Levels>,
    /// The samples of the rows, two by two, and the first of these rows and how many they are.
    pairs: Vec<Pair>,
    paired: (i64, usize),
    /// The weights of two rows, pixel by pixel.
    weights: Vec<Weights>,
    sums: Vec<Sums>,
}

/// What a resampler is for: the interpolation, the place and size of an image, and the levels in one of a byte.
type Settings = (Interpolation, Placement, FrameSize, i32);

impl Canvas {
    /// The resampler of opaque colours that was used last, for other pixels, or a new one; `None` if this interpolation
    /// picks pixels, or integers do not hold the sums or weights.
    pub(crate) fn take_resampler(&mut self, settings: Settings) -> Option<OpaqueResampler> {
        let kept = self.resampler.take();
        let Some(mut kept) = kept.filter(|kept| kept.settings == settings) else {
            return OpaqueResampler::new(settings);
        };
        kept.source.forget();
        kept.paired = (0, 0);
        Some(kept)
    }

    /// Keeps it for the next time.
    pub(crate) fn give_resampler(&mut self, resampler: OpaqueResampler) {
        self.resampler = Some(resampler);
    }
}

impl OpaqueResampler {
    fn new(settings: Settings) -> Option<Self> {
        let (interpolation, place, source, unit) = settings;
        let [columns, rows] = taps(interpolation, &place, source)?;
        let [across, down] = [columns.swing(), rows.swing()];
        let taps = (columns.reach() * rows.reach()) as f64;
        let weights = across.0 * down.0 / f64::from(1 << SHIFT) + taps;
        let greatest = both(columns.peak(), rows.peak());
        if weights * 255.0 * f64::from(unit) > MOST
            || across.1 * down.1 > SWING
            || greatest > i32::from(i16::MAX)
        {
            return None;
        }
        let low = columns.low;
        let columns = Columns::new(&columns);
        let high = low + columns.end() as i64;
        Some(Self {
            settings,
            source: SourceRows::new(source, &rows, (low, high)),
            columns,
            rows,
            pairs: Vec::new(),
            paired: (0, 0),
            weights: Vec::new(),
            sums: Vec::new(),
        })
    }

    /// Writes columns `range` in row `y`, both counted from the target's corner, as B, G, R, A.
    ///
    /// `load` writes a row of the source.
    pub(crate) fn row(
        &mut self,
        y: usize,
        range: Range<usize>,
        load: &mut impl FnMut(usize, &mut [Levels]),
        out: &mut [u8],
    ) {
        let rows: Vec<Row<'_>> = self.source.of(&self.rows, y, load).collect();
        self.sums
            .resize(range.len().next_multiple_of(PIECE), [0; 4]);
        self.weights.resize(range.len() * self.columns.width, 0);
        let those = (self.rows.pixels[y].0, rows.len());
        let is_paired = std::mem::replace(&mut self.paired, those) == those;
        let (columns, first) = (&self.columns, range.start);
        let arch = Arch::new();
        // One after the other, so that the loops of each have all registers.
        arch.dispatch(SumUp {
            columns,
            rows: &rows,
            is_paired,
            first,
            pairs: &mut self.pairs,
            weights: &mut self.weights,
            sums: &mut self.sums,
        });
        arch.dispatch(Finish {
            columns,
            rows: &rows,
            unit: self.settings.3,
            first,
            sums: &self.sums,
            out,
        });
    }
}

/// Sums up the samples of the pixels of a row from column `first` on.
struct SumUp<'a> {
    columns: &'a Columns,
    rows: &'a [Row<'a>],
    /// Whether these rows' samples are in pairs.
    is_paired: bool,
    first: usize,
    pairs: &'a mut Vec<Pair>,
    weights: &'a mut [Weights],
    sums: &'a mut [Sums],
}

/// Writes the pixels that have these sums.
struct Finish<'a> {
    columns: &'a Columns,
    rows: &'a [Row<'a>],
    unit: i32,
    first: usize,
    sums: &'a [Sums],
    out: &'a mut [u8],
}

impl NullaryFnOnce for Finish<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let mut last = ([-1; 4], [0; 4]);
        let (pieces, rest) = self.out.as_chunks_mut::<4>().0.as_chunks_mut::<PIECE>();
        let mut sums = self.sums.as_chunks::<PIECE>().0.iter();
        let mut first = self.first;
        for (pixels, sums) in pieces.iter_mut().zip(&mut sums) {
            self.columns
                .finish(self.rows, (sums, self.unit), first, pixels, &mut last);
            first += PIECE;
        }
        if let Some(sums) = sums.next() {
            let mut pixels = [[0; 4]; PIECE];
            self.columns
                .finish(self.rows, (sums, self.unit), first, &mut pixels, &mut last);
            rest.copy_from_slice(&pixels[..rest.len()]);
        }
    }
}

impl NullaryFnOnce for SumUp<'_> {
    type Output = ();

    #[inline(always)]
    fn call(mut self) {
        if !self.is_paired {
            self.pair();
        }
        self.sum();
    }
}

impl SumUp<'_> {
    /// Puts the samples of the rows into pairs.
    #[inline(always)]
    fn pair(&mut self) {
        let width = self.rows.first().map_or(0, |(samples, _)| samples.len());
        self.pairs
            .resize(width * self.rows.len().div_ceil(2), Pair::default());
        for (pairs, rows) in self.pairs.chunks_mut(width.max(1)).zip(self.rows.chunks(2)) {
            let (upper, lower) = (rows[0].0, rows.last().map_or(rows[0].0, |row| row.0));
            for ((to, a), b) in pairs.iter_mut().zip(upper).zip(lower) {
                *to = pair(a, b);
            }
        }
    }

    /// The sums of all pixels, by two rows at a time.
    #[inline(always)]
    fn sum(&mut self) {
        let width = self
            .rows
            .first()
            .map_or(1, |(samples, _)| samples.len().max(1));
        let across = &self.columns.weights[self.first * self.columns.width..];
        let starts = &self.columns.starts[self.first..];
        let all = self.pairs.chunks(width).zip(self.rows.chunks(2));
        for (number, (pairs, rows)) in all.enumerate() {
            let (up, low) = (rows[0].1, rows.get(1).map_or(0, |row| row.1));
            // In a loop of its own it is vectorised.
            for (to, across) in self.weights.iter_mut().zip(across) {
                *to = weights(both(up, *across), both(low, *across));
            }
            let weights = &*self.weights;
            match (self.columns.width, number) {
                // That of filters of radius 1 that enlarge.
                (2, 0) => put_pairs(pairs, (starts, weights, 2), self.sums, |_| [0; 4]),
                (width, 0) => put_pairs(pairs, (starts, weights, width), self.sums, |_| [0; 4]),
                (width, _) => put_pairs(pairs, (starts, weights, width), self.sums, |sum| sum),
            }
        }
    }
}

/// Adds so many pairs from where it starts, with their weights, to what each pixel's sum begins with.
#[inline(always)]
fn put_pairs(
    pairs: &[Pair],
    (starts, weights, width): (&[u32], &[Weights], usize),
    sums: &mut [Sums],
    begin: impl Fn(Sums) -> Sums,
) {
    let pixels = sums.iter_mut().zip(starts);
    for ((sum, start), weights) in pixels.zip(weights.chunks_exact(width)) {
        let start = *start as usize;
        // There are as many as the last pixel needs.
        let Some(pairs) = pairs.get(start..start + width) else {
            return;
        };
        let mut total = begin(*sum);
        for i in 0..width {
            add(&pairs[i], weights[i], &mut total);
        }
        *sum = total;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::image::level::levels;
    use crate::canvas::{Opaque, Resampler, opaque_bytes};
    use crate::mapping::PixelRect;

    /// A pixel's number in a byte's levels, and the units of one.
    type Draw = fn(&mut fastrand::Rng) -> i32;

    fn image(rng: &mut fastrand::Rng, size: FrameSize, draw: Draw) -> Vec<[i32; 3]> {
        let count = (size.width * size.height) as usize;
        let mut last = [0; 3];
        let mut pixel = || {
            // Many neighbours are equal, as in charts.
            if rng.bool() {
                last = [draw(rng), draw(rng), draw(rng)];
            }
            last
        };
        (0..count).map(|_| pixel()).collect()
    }

    fn placement(rng: &mut fastrand::Rng, source: FrameSize) -> Placement {
        let mut axis = |source: u32| {
            let len = f64::from(source) * (0.3 + 3.0 * rng.f64());
            let start = 9.0 * rng.f64() - 4.0;
            if rng.bool() {
                (start, len)
            } else {
                (start + len, -len)
            }
        };
        Placement {
            across: axis(source.width),
            down: axis(source.height),
            target: PixelRect {
                x0: 0,
                y0: 0,
                x1: rng.i64(1..50),
                y1: rng.i64(1..20),
            },
        }
    }

    /// Compares all rows; `false` if integers do not hold the sums.
    fn is_same(
        (interpolation, place): (Interpolation, Placement),
        (source, pixels): (FrameSize, &[[i32; 3]]),
        unit: i32,
    ) -> bool {
        let Some(mut tested) = OpaqueResampler::new((interpolation, place, source, unit)) else {
            return false;
        };
        let mut floats = Resampler::<Opaque>::new(interpolation, &place, source).unwrap();
        let len = source.width as usize;
        let width = place.target.x1 as usize;
        let full = (255 * unit) as f32;
        let mut load = |y: usize, out: &mut [Levels]| {
            for (to, color) in out.iter_mut().zip(&pixels[y * len..]) {
                *to = levels(*color, unit);
            }
        };
        let mut load_floats = |y: usize, out: &mut [Opaque]| {
            for (to, color) in out.iter_mut().zip(&pixels[y * len..]) {
                let [b, g, r] = color.map(|level| f64::from(level as f32 / full));
                *to = Opaque([b, g, r, 1.0]);
            }
        };
        let (mut row, mut means) = (vec![0; 4 * width], vec![[0.0; 4]; width]);
        for y in 0..place.target.y1 as usize {
            tested.row(y, 0..width, &mut load, &mut row);
            floats.row(y, 0..width, &mut load_floats, &mut means);
            let wanted: Vec<u8> = means.iter().flat_map(|mean| opaque_bytes(*mean)).collect();
            assert_eq!(
                row, wanted,
                "row {y}: {interpolation}, unit {unit}, {place:?}, {source:?}"
            );
        }
        true
    }

    #[test]
    fn integers_give_the_bytes_of_floats() {
        let names = "hanning bilinear bicubic kaiser catrom lanczos gaussian sinc spline36";
        let colors: [(i32, Draw); 5] = [
            (1, |rng| rng.i32(0..256)),
            (1, |rng| 255 * rng.i32(0..2)),
            (2, |rng| match rng.i32(0..256) {
                0 => 0,
                255 => 510,
                byte => 2 * byte + 1,
            }),
            (256, |rng| rng.i32(0..65281)),
            (256, |rng| 256 * rng.i32(0..256)),
        ];
        let mut rng = fastrand::Rng::with_seed(5);
        let mut compared = 0;
        for name in names.split_whitespace().cycle().take(270) {
            let interpolation: Interpolation = name.parse().unwrap();
            let source = FrameSize {
                width: rng.u32(1..30),
                height: rng.u32(1..20),
            };
            let place = placement(&mut rng, source);
            for (unit, draw) in colors {
                let pixels = image(&mut rng, source, draw);
                compared += usize::from(is_same((interpolation, place), (source, &pixels), unit));
            }
        }
        assert!(
            compared > 800,
            "only {compared} images of 1,350 were averaged in integers"
        );
    }
}
