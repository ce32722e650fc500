//! Painting straight onto a canvas, without a painter: shapes that are small, or drawn many times.

use kurbo::{BezPath, PathEl, Point, Shape};

use crate::canvas::Canvas;
use crate::canvas::coverage::Coverage;
use crate::color::Color;
use crate::transform::PixelRect;

/// Pixels of a canvas of this width, and where they may be painted.
#[derive(Debug)]
pub(super) struct Target<'a> {
    pixels: &'a mut [u8],
    width: usize,
    clip: PixelRect,
}

/// How much of each pixel a shape covers, in 255ths.
#[derive(Debug)]
pub(super) struct Mask {
    origin: (i64, i64),
    width: usize,
    covers: Vec<u8>,
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
        }
    }

    /// Paints a mask moved by whole pixels.
    pub(super) fn paint_mask(&mut self, mask: &Mask, (dx, dy): (i64, i64), color: Color) {
        let (left, top) = (mask.origin.0 + dx, mask.origin.1 + dy);
        let skipped = (self.clip.x0 - left).clamp(0, mask.width as i64) as usize;
        let first = left + skipped as i64;
        if first >= self.clip.x1 || skipped == mask.width {
            return;
        }
        let columns = (self.clip.x1 - first) as usize;
        for (row, covers) in mask.covers.chunks_exact(mask.width).enumerate() {
            let y = top + row as i64;
            if !(self.clip.y0..self.clip.y1).contains(&y) {
                continue;
            }
            let line = &mut self.pixels[4 * self.width * y as usize..][..4 * self.width];
            let pixels = line.as_chunks_mut().0[first as usize..]
                .iter_mut()
                .take(columns);
            for (pixel, cover) in pixels.zip(&covers[skipped..]) {
                blend(pixel, color, u32::from(*cover));
            }
        }
    }

    pub(super) fn is_near(&self, center: Point, reach: f64) -> bool {
        let near = |v: f64, low: i64, high: i64| v + reach > low as f64 && v - reach < high as f64;
        near(center.x, self.clip.x0, self.clip.x1) && near(center.y, self.clip.y0, self.clip.y1)
    }

    pub(super) fn paint(&mut self, coverage: &Coverage, color: Color) {
        let (left, top) = coverage.origin;
        let skipped = (self.clip.x0 - left).clamp(0, coverage.width as i64) as usize;
        let first = left + skipped as i64;
        if first >= self.clip.x1 || skipped == coverage.width {
            return;
        }
        let columns = (self.clip.x1 - first) as usize;
        for row in 0..coverage.height {
            let y = top + row as i64;
            if !(self.clip.y0..self.clip.y1).contains(&y) {
                continue;
            }
            let line = &mut self.pixels[4 * self.width * y as usize..][..4 * self.width];
            let cells = coverage.row(row);
            let mut covered: f32 = cells[..skipped].iter().sum();
            let pixels = line.as_chunks_mut().0[first as usize..]
                .iter_mut()
                .take(columns);
            for (pixel, cell) in pixels.zip(&cells[skipped..]) {
                covered += cell;
                blend(pixel, color, cover(covered));
            }
        }
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
        let row = |y: usize| {
            let sums = coverage.row(y).iter().scan(0.0, |sum, cell| {
                *sum += cell;
                Some(*sum)
            });
            sums.map(|sum| cover(sum) as u8)
        };
        Some(Self {
            origin: coverage.origin,
            width: coverage.width,
            covers: (0..coverage.height).flat_map(row).collect(),
        })
    }
}

/// Agg's blending: 8 bits of coverage, and products rounded as `lerp` of its rgba8 does.
#[inline]
fn blend(pixel: &mut [u8; 4], color: Color, cover: u32) {
    let alpha = match color.a {
        255 => cover,
        a => divided(u32::from(a) * cover),
    };
    if alpha == 0 {
        return;
    }
    if alpha == 255 {
        *pixel = color.bgra();
        return;
    }
    let alpha = alpha as i32;
    for (below, above) in pixel.iter_mut().zip(color.bgra()).take(3) {
        let (from, to) = (i32::from(*below), i32::from(above));
        let step = (to - from) * alpha + 0x80 - i32::from(from > to);
        *below = (from + (((step >> 8) + step) >> 8)) as u8;
    }
    pixel[3] = 255;
}

/// A coverage as a byte.
fn cover(coverage: f32) -> u32 {
    (255.0 * coverage.abs() + 0.5).min(255.0) as u32
}

/// A product of two bytes over 255, rounded.
fn divided(product: u32) -> u32 {
    let t = product + 0x80;
    ((t >> 8) + t) >> 8
}
