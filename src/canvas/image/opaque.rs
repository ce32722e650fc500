//! Opaque colours scaled through a filter: averaged in integers, with the bytes that averages of floats have.

use std::ops::Range;

use pulp::{Arch, NullaryFnOnce};

use crate::canvas::image::filter::SHIFT;
use crate::canvas::image::level::{Levels, finish, float, is_doubtful, opaque_bytes};
use crate::canvas::image::resampler::{Opaque, Sample, both};
use crate::canvas::image::source_rows::SourceRows;
use crate::canvas::image::taps::{AxisTaps, taps};
use crate::canvas::{Interpolation, Placement};
use crate::frame_size::FrameSize;

/// Pixels of which one that is in doubt is looked for.
const PIECE: usize = 64;
/// The greatest sum of levels, with room for rounded weights.
const MOST: f64 = 2.0e9;
/// The most that weights may swing: how many times their sum they sum up to without their signs.
const SWING: f64 = 3.0;

/// Scales an image of opaque colours row by row.
///
/// The floats are `level` / (255 · `unit`) in f32. Their mean, times 255, is off from that of the integers by less than
/// 255 · 2⁻²⁴ times the weights' swing, which is below 2⁻¹⁴. Where the integers' mean is nearer to a whole number, the
/// floats are averaged.
#[derive(Debug)]
pub(crate) struct OpaqueResampler {
    columns: Columns,
    rows: AxisTaps,
    source: SourceRows<Levels>,
    /// Levels in one of a byte.
    unit: i32,
    /// Pixel by pixel: the weights of two by two samples.
    squares: Vec<[i32; 4]>,
    sums: Vec<Levels>,
}

/// A row of samples and its weight.
type Row<'a> = (&'a [Levels], i32);

/// The columns that a target pixel takes; all take as many, some of them with a weight of 0.
#[derive(Debug)]
struct Columns {
    starts: Vec<u32>,
    /// Pixel by pixel.
    weights: Vec<i32>,
    /// How many weights a pixel has.
    width: usize,
}

impl OpaqueResampler {
    /// For the pixels of `place`; `None` if this interpolation picks pixels, or integers of 32 bits do not hold the sums.
    pub(crate) fn new(
        interpolation: Interpolation,
        place: &Placement,
        source: FrameSize,
        unit: i32,
    ) -> Option<Self> {
        let [columns, rows] = taps(interpolation, place, source)?;
        let [across, down] = [columns.swing(), rows.swing()];
        let taps = (columns.reach() * rows.reach()) as f64;
        let weights = across.0 * down.0 / f64::from(1 << SHIFT) + taps;
        if weights * 255.0 * f64::from(unit) > MOST || across.1 * down.1 > SWING {
            return None;
        }
        let low = columns.low;
        let columns = Columns::new(&columns);
        let high = low + columns.end() as i64;
        Some(Self {
            source: SourceRows::new(source, &rows, (low, high)),
            columns,
            rows,
            unit,
            squares: Vec::new(),
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
        self.squares.resize(range.len(), [0; 4]);
        self.sums.resize(range.len(), [0; 4]);
        Arch::new().dispatch(Average {
            columns: &self.columns,
            rows: &rows,
            unit: self.unit,
            first: range.start,
            squares: &mut self.squares,
            sums: &mut self.sums,
            out,
        });
    }
}

/// Writes the pixels of a row from column `first` on.
struct Average<'a> {
    columns: &'a Columns,
    rows: &'a [Row<'a>],
    unit: i32,
    first: usize,
    squares: &'a mut [[i32; 4]],
    sums: &'a mut [Levels],
    out: &'a mut [u8],
}

impl NullaryFnOnce for Average<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        self.columns
            .sum(self.rows, self.first, self.squares, self.sums);
        // The last colour that all samples of a pixel had, and its bytes.
        let mut last = ([-1; 4], [0; 4]);
        let pixels = self.out.as_chunks_mut::<4>().0.chunks_mut(PIECE);
        for (piece, (pixels, sums)) in pixels.zip(self.sums.chunks(PIECE)).enumerate() {
            if finish(sums, self.unit, pixels) {
                continue;
            }
            let first = self.first + piece * PIECE;
            for ((pixel, sum), x) in pixels.iter_mut().zip(sums).zip(first..) {
                match self.columns.flat(self.rows, x) {
                    Some(color) if color == last.0 => *pixel = last.1,
                    Some(color) => {
                        *pixel = opaque_bytes(float(&color, self.unit));
                        last = (color, *pixel);
                    }
                    None if is_doubtful(*sum, self.unit) => {
                        *pixel = self.columns.exact(self.rows, x, self.unit);
                    }
                    None => (),
                }
            }
        }
    }
}

impl Columns {
    fn new(taps: &AxisTaps) -> Self {
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
    fn end(&self) -> usize {
        let last = self.starts.iter().max().copied().unwrap_or(0);
        last as usize + self.width
    }

    /// The sums of the pixels from `first` on.
    #[inline(always)]
    fn sum(&self, rows: &[Row<'_>], first: usize, squares: &mut [[i32; 4]], sums: &mut [Levels]) {
        let starts = &self.starts[first..];
        let weights = &self.weights[first * self.width..];
        // Those of filters of radius 1 that enlarge.
        if let (2, &[(upper, up), (lower, low)]) = (self.width, rows) {
            // Of one length, so that it is checked once.
            let len = upper.len().min(lower.len());
            let (upper, lower) = (&upper[..len], &lower[..len]);
            // In loops of their own both are vectorised.
            for (square, [left, right]) in squares.iter_mut().zip(weights.as_chunks::<2>().0) {
                let down = [up, up, low, low];
                let across = [*left, *right, *left, *right];
                for i in 0..4 {
                    square[i] = both(down[i], across[i]);
                }
            }
            for ((sum, start), weights) in sums.iter_mut().zip(starts).zip(&*squares) {
                let start = *start as usize;
                if let (Some(upper), Some(lower)) = (pair(upper, start), pair(lower, start)) {
                    let samples = [upper[0], upper[1], lower[0], lower[1]];
                    let mut total = [0; 4];
                    for i in 0..4 {
                        add(samples[i], weights[i], &mut total);
                    }
                    *sum = total;
                }
            }
            return;
        }
        let weights = weights.chunks_exact(self.width);
        for ((sum, start), weights) in sums.iter_mut().zip(starts).zip(weights) {
            let mut total = [0; 4];
            for (row, down) in rows {
                let samples = &row[*start as usize..][..weights.len()];
                for i in 0..weights.len() {
                    add(samples[i], both(*down, weights[i]), &mut total);
                }
            }
            *sum = total;
        }
    }

    /// The samples of the pixel at `x` and their weights across.
    #[inline(always)]
    fn window(&self, x: usize) -> (Range<usize>, &[i32]) {
        let start = self.starts[x] as usize;
        (start..start + self.width, &self.weights[x * self.width..])
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

/// Two samples side by side.
#[inline(always)]
fn pair(row: &[Levels], start: usize) -> Option<&[Levels; 2]> {
    row.get(start..start + 2)?.first_chunk()
}

/// Adds a weighted sample. Sums may leave the integers on the way, but do not end there.
#[inline(always)]
fn add(sample: Levels, weight: i32, sum: &mut Levels) {
    for i in 0..4 {
        sum[i] = sum[i].wrapping_add(weight.wrapping_mul(sample[i]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::Resampler;
    use crate::mapping::PixelRect;

    /// A pixel's number in a byte's levels, and the units of one.
    type Draw = fn(&mut fastrand::Rng) -> i32;

    fn image(rng: &mut fastrand::Rng, size: FrameSize, draw: Draw) -> Vec<Levels> {
        let count = (size.width * size.height) as usize;
        let mut last = [0, 0, 0, 1];
        let mut pixel = || {
            // Many neighbours are equal, as in charts.
            if rng.bool() {
                last = [draw(rng), draw(rng), draw(rng), 1];
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
        (source, pixels): (FrameSize, &[Levels]),
        unit: i32,
    ) -> bool {
        let Some(mut tested) = OpaqueResampler::new(interpolation, &place, source, unit) else {
            return false;
        };
        let mut floats = Resampler::<Opaque>::new(interpolation, &place, source).unwrap();
        let len = source.width as usize;
        let width = place.target.x1 as usize;
        let full = (255 * unit) as f32;
        let mut load =
            |y: usize, out: &mut [Levels]| out.copy_from_slice(&pixels[y * len..][..len]);
        let mut load_floats = |y: usize, out: &mut [Opaque]| {
            for (to, [b, g, r, _]) in out.iter_mut().zip(&pixels[y * len..]) {
                let [b, g, r] = [b, g, r].map(|level| f64::from(*level as f32 / full));
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
