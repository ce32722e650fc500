//! Painting straight onto a canvas, without a painter: shapes that are small, or drawn many times.

use kurbo::{BezPath, PathEl, Point, Shape};
use pulp::{Arch, NullaryFnOnce};

use crate::canvas::Canvas;
use crate::canvas::coverage::{Coverage, LANES};
use crate::color::Color;
use crate::transform::PixelRect;

/// Pixels of a canvas of this width, and where they may be painted.
#[derive(Debug)]
pub(super) struct Target<'a> {
    pixels: &'a mut [u8],
    width: usize,
    clip: PixelRect,
    /// What is covered in a row.
    sums: Vec<[f32; LANES]>,
    arch: Arch,
}

/// How much of each pixel a shape covers, in 255ths.
#[derive(Debug)]
pub(super) struct Mask {
    origin: (i64, i64),
    /// Row by row, each of so many groups.
    covers: Vec<[u8; LANES]>,
    groups: usize,
}

/// Larger shapes have no mask.
const MAX_PIXELS: f64 = (1 << 16) as f64;
/// Shapes farther from the origin neither, in pixels.
const FAR: f64 = (1 << 20) as f64;
/// Curves are flattened within this many pixels.
const FINE: f64 = 0.02;

impl<'a> Target<'a> {
    /// All that was painted before is on the canvas by now.
    pub(super) fn new(canvas: &'a mut Canvas, clip: Option<PixelRect>) -> Self {
        canvas.flush();
        let whole = PixelRect::of_canvas(canvas.size);
        Self {
            width: canvas.size.width as usize,
            clip: clip.unwrap_or(whole).clip(canvas.size),
            pixels: canvas.pixels_mut(),
            sums: Vec::new(),
            arch: Arch::new(),
        }
    }

    /// Paints a mask moved by whole pixels.
    pub(super) fn paint_mask(&mut self, mask: &Mask, (dx, dy): (i64, i64), color: Color) {
        let (left, top) = (mask.origin.0 + dx, mask.origin.1 + dy);
        for (y, row) in (top..).zip(mask.covers.chunks_exact(mask.groups)) {
            let covers = row.iter().map(|c| c.map(u32::from));
            self.paint_row(left, y, color, covers);
        }
    }

    pub(super) fn is_near(&self, center: Point, reach: f64) -> bool {
        let near = |v: f64, low: i64, high: i64| v + reach > low as f64 && v - reach < high as f64;
        near(center.x, self.clip.x0, self.clip.x1) && near(center.y, self.clip.y0, self.clip.y1)
    }

    pub(super) fn paint(&mut self, coverage: &Coverage, color: Color) {
        self.sums.clear();
        self.sums.resize(coverage.groups(), [0.0; LANES]);
        let arch = self.arch;
        arch.dispatch(PaintCoverage {
            target: self,
            coverage,
            color,
        });
    }

    #[inline(always)]
    fn paint_row(
        &mut self,
        left: i64,
        y: i64,
        color: Color,
        groups: impl Iterator<Item = [u32; LANES]>,
    ) {
        let PixelRect { x0, y0, x1, y1 } = self.clip;
        if !(y0..y1).contains(&y) {
            return;
        }
        let line = &mut self.pixels[4 * self.width * y as usize..][..4 * self.width];
        let line: &mut [[u8; 4]] = line.as_chunks_mut().0;
        for (x, covers) in (left..).step_by(LANES).zip(groups) {
            // What is inside of a ring, and outside of anything round.
            if covers.iter().fold(0, |all, cover| all | cover) == 0 {
                continue;
            }
            if x >= x0 && x + LANES as i64 <= x1 {
                if let Some(pixels) = line[x as usize..].first_chunk_mut() {
                    blend::<LANES>(pixels, color, &covers);
                }
                continue;
            }
            for (x, cover) in (x..).zip(covers) {
                if (x0..x1).contains(&x) {
                    let mut pixel = [line[x as usize]];
                    blend(&mut pixel, color, &[cover]);
                    line[x as usize] = pixel[0];
                }
            }
        }
    }
}

/// The work of [`Target::paint`], vectorised for the machine at hand.
struct PaintCoverage<'a, 'b> {
    target: &'a mut Target<'b>,
    coverage: &'a Coverage,
    color: Color,
}

impl NullaryFnOnce for PaintCoverage<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let (left, top) = self.coverage.origin;
        let mut sums = std::mem::take(&mut self.target.sums);
        for row in 0..self.coverage.height {
            self.coverage.sum_row(row, &mut sums);
            let y = top + row as i64;
            let covers = sums.iter().map(covers);
            self.target.paint_row(left, y, self.color, covers);
        }
        self.target.sums = sums;
    }
}

impl Mask {
    /// What a path covers, if it is small enough for a mask.
    pub(super) fn of_path(path: &BezPath) -> Option<Self> {
        let reach = path.bounding_box();
        let (x, y) = (reach.x0.floor(), reach.y0.floor());
        let (width, height) = (reach.x1.ceil() - x + 1.0, reach.y1.ceil() - y + 1.0);
        // What is not finite is not below.
        if !path.is_finite() || width * height > MAX_PIXELS || x.abs().max(y.abs()) > FAR {
            return None;
        }
        let mut coverage = Coverage::default();
        coverage.reset((x as i64, y as i64), width as usize, height as usize);
        let mut polygon = Vec::new();
        let mut end = |polygon: &mut Vec<Point>| {
            coverage.add(polygon.iter().copied());
            polygon.clear();
        };
        kurbo::flatten(path, FINE, |el| match el {
            PathEl::MoveTo(p) => {
                end(&mut polygon);
                polygon.push(p);
            }
            PathEl::LineTo(p) => polygon.push(p),
            _ => {}
        });
        end(&mut polygon);
        let mut sums = vec![[0.0; LANES]; coverage.groups()];
        let rows = (0..coverage.height).flat_map(|row| {
            coverage.sum_row(row, &mut sums);
            let row: Vec<_> = sums.iter().map(|s| covers(s).map(|c| c as u8)).collect();
            row
        });
        Some(Self {
            origin: coverage.origin,
            covers: rows.collect(),
            groups: coverage.groups(),
        })
    }
}

/// Agg's blending: 8 bits of coverage, and products rounded as `lerp` of its rgba8 does.
#[inline(always)]
fn blend<const N: usize>(pixels: &mut [[u8; 4]; N], color: Color, covers: &[u32; N]) {
    // Two channels at a time, 16 bits each.
    const EVEN: u32 = 0x00ff_00ff;
    const HALF: u32 = 0x0080_0080;
    let over = u32::from_le_bytes(Color { a: 255, ..color }.bgra());
    let (even, odd) = (over & EVEN, over >> 8 & EVEN);
    for (pixel, cover) in pixels.iter_mut().zip(covers) {
        let alpha = divided(u32::from(color.a) * cover);
        let below = u32::from_le_bytes(*pixel);
        let mixed = |below: u32, over: u32| {
            let sum = below * (255 - alpha) + over * alpha + HALF;
            sum + (sum >> 8 & EVEN)
        };
        let (even, odd) = (mixed(below & EVEN, even), mixed(below >> 8 & EVEN, odd));
        *pixel = (even >> 8 & EVEN | odd & !EVEN).to_le_bytes();
    }
}

/// Coverages in 255ths.
#[inline(always)]
fn covers(coverages: &[f32; LANES]) -> [u32; LANES] {
    // From here on f32 has no fractions: adding it rounds, and the number is in the lowest bits.
    const WHOLE: f32 = (1 << 23) as f32;
    coverages.map(|c| (255.0 * c.abs().min(1.0) + WHOLE).to_bits() & 0xff)
}

/// A product of two bytes over 255, rounded.
fn divided(product: u32) -> u32 {
    let t = product + 0x80;
    ((t >> 8) + t) >> 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_are_mixed_as_by_lerp() {
        let lerp = |p: i32, q: i32, a: i32| {
            let t = (q - p) * a + 0x80 - i32::from(p > q);
            p + (((t >> 8) + t) >> 8)
        };
        let covers: [u32; 256] = std::array::from_fn(|a| a as u32);
        for (below, over) in (0..=255).flat_map(|p| (0..=255).map(move |q| (p, q))) {
            let mut pixels = [[below, over, 0, 255]; 256];
            blend(&mut pixels, Color::rgb(255, below, over), &covers);
            let (p, q) = (i32::from(below), i32::from(over));
            for (pixel, a) in pixels.iter().zip(0..) {
                let expected = [lerp(p, q, a), lerp(q, p, a), a, 255];
                assert_eq!(pixel.map(i32::from), expected, "{p} {q} {a}");
            }
        }
    }
}
