//! The canvas: one BGRA buffer that figures are drawn on.

mod resample;

use std::fmt;

use plotters::backend::DrawingBackend;
use plotters_bitmap::BitMapBackend;
use plotters_bitmap::bitmap_pixel::BGRXPixel;

use crate::color::Color;
use crate::error::{Error, Result};
use crate::transform::{AxesBox, PixelRect};
use resample::nearest_indices;

/// The largest side of a canvas, in pixels.
const MAX_SIDE: f64 = 32767.0;

/// The size of a film's frames, in pixels.
///
/// ```
/// let size = plotreel::FrameSize::of_figure((6.4, 4.8), 100.0)?;
/// assert_eq!(size.to_string(), "640x480");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FrameSize {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

impl FrameSize {
    /// The size of a figure of `figsize` inches (width, height) at `dpi` pixels an inch.
    ///
    /// As matplotlib's `MovieWriter.frame_size`, `int(inches · dpi + 1e-8)`: a figure made as W / dpi inches
    /// gives W pixels back for every W and dpi.
    ///
    /// # Errors
    /// [`Error::CanvasSize`] unless that is 1 to 32767 pixels a side.
    pub fn of_figure(figsize: (f64, f64), dpi: f64) -> Result<Self> {
        let (width, height) = (figsize.0 * dpi, figsize.1 * dpi);
        let pixels = |side: f64| (side + 1e-8).floor();
        let fits = |side: f64| (1.0..=MAX_SIDE).contains(&pixels(side));
        if !fits(width) || !fits(height) {
            return Err(Error::CanvasSize { width, height });
        }
        Ok(Self {
            width: pixels(width) as u32,
            height: pixels(height) as u32,
        })
    }

    /// Bytes of a BGRA frame.
    pub(crate) fn bytes(self) -> usize {
        4 * self.pixels()
    }

    pub(crate) fn pixels(self) -> usize {
        self.width as usize * self.height as usize
    }
}

impl fmt::Display for FrameSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

/// Where the pixels of an image come from, in BGRA with straight alpha.
pub(crate) enum ImageRows<'a> {
    /// All rows, one after the other.
    Ready(&'a [u8]),
    /// A call that writes row `y` into the slice.
    Computed(&'a mut dyn FnMut(usize, &mut [u8])),
}

/// A BGRA buffer to draw on; frames leave it as ffmpeg's `bgr0`.
///
/// Images are drawn by blits of plotters-bitmap's `BitMapBackend` on the same buffer.
///
/// ```
/// use plotreel::{Canvas, Color, FrameSize};
///
/// let mut canvas = Canvas::new(FrameSize { width: 2, height: 1 });
/// canvas.fill(Color::rgb(10, 20, 30));
/// assert_eq!(canvas.pixels(), [30, 20, 10, 255, 30, 20, 10, 255]);
/// assert_eq!(canvas.to_rgb(), [10, 20, 30, 10, 20, 30]);
/// ```
#[derive(Debug, Clone)]
pub struct Canvas {
    size: FrameSize,
    buffer: Vec<u8>,
    /// Source column of each target column, for one row.
    columns: Vec<u32>,
    source_row: Vec<u8>,
    target_row: Vec<u8>,
    blended_row: Vec<u8>,
}

impl Canvas {
    /// A white canvas.
    pub fn new(size: FrameSize) -> Self {
        Self::on_buffer(size, Vec::new())
    }

    /// A white canvas on memory that is used again.
    fn on_buffer(size: FrameSize, mut buffer: Vec<u8>) -> Self {
        buffer.resize(size.bytes(), 255);
        Self {
            size,
            buffer,
            columns: Vec::new(),
            source_row: Vec::new(),
            target_row: Vec::new(),
            blended_row: Vec::new(),
        }
    }

    /// The size in pixels.
    pub fn size(&self) -> FrameSize {
        self.size
    }

    /// The pixels row by row from the top, as bytes B, G, R, 255.
    pub fn pixels(&self) -> &[u8] {
        &self.buffer
    }

    /// The pixels as packed RGB rows.
    pub fn to_rgb(&self) -> Vec<u8> {
        self.buffer
            .as_chunks()
            .0
            .iter()
            .flat_map(|&[b, g, r, _]| [r, g, b])
            .collect()
    }

    /// Hands the drawn pixels over and goes on with `buffer`, whose contents are unspecified.
    pub(crate) fn replace_buffer(&mut self, mut buffer: Vec<u8>) -> Vec<u8> {
        buffer.resize(self.size.bytes(), 255);
        std::mem::replace(&mut self.buffer, buffer)
    }

    /// Mutable pixels in the layout of [`Canvas::pixels`].
    pub(crate) fn pixels_mut(&mut self) -> &mut [u8] {
        &mut self.buffer
    }

    /// Fills the canvas with an opaque colour.
    pub fn fill(&mut self, color: Color) {
        self.buffer
            .as_chunks_mut()
            .0
            .fill(Color { a: 255, ..color }.bgra());
    }

    /// Blends pixels that were written with alpha over an opaque colour.
    pub(crate) fn flatten(&mut self, below: Color) {
        for pixel in self.buffer.as_chunks_mut::<4>().0 {
            *pixel = blend(below.bgra(), *pixel);
        }
    }

    /// Draws an image of `source` pixels scaled into `place`, nearest pixel by matplotlib's rule.
    ///
    /// An image that is not `opaque` is blended over what is there. What lies outside the canvas is clipped.
    pub(crate) fn draw_image(
        &mut self,
        place: AxesBox,
        source: FrameSize,
        opaque: bool,
        mut rows: ImageRows<'_>,
    ) {
        let target = place.image_pixels(self.size);
        let visible = target.clip(self.size);
        if visible.is_empty() {
            return;
        }
        let unscaled = place.is_whole()
            && target.width() == i64::from(source.width)
            && target.height() == i64::from(source.height);
        if let ImageRows::Ready(pixels) = rows
            && unscaled
            && opaque
            && visible == target
        {
            return self.blit(target, pixels);
        }
        self.columns.clear();
        let across = (place.x0, place.width);
        self.columns.extend(nearest_indices(
            source.width,
            across,
            visible.x0..visible.x1,
        ));
        let same_columns = unscaled && visible.width() == target.width();
        let mut row = std::mem::take(&mut self.target_row);
        row.resize(4 * self.columns.len(), 0);

        let down = (
            f64::from(self.size.height) - place.y0 - place.height,
            place.height,
        );
        let source_rows = nearest_indices(source.height, down, visible.y0..visible.y1);
        let mut last = None;
        for (y, from) in (visible.y0..).zip(source_rows) {
            if last != Some(from) {
                self.scale_row(
                    &mut rows,
                    from as usize,
                    source.width,
                    same_columns,
                    &mut row,
                );
                last = Some(from);
            }
            let here = PixelRect {
                y0: y,
                y1: y + 1,
                ..visible
            };
            if opaque {
                self.blit(here, &row);
            } else {
                self.blend_row(here, &row);
            }
        }
        self.target_row = row;
    }

    /// Row `y` of the source, its columns scaled unless they are the same.
    fn scale_row(
        &mut self,
        rows: &mut ImageRows<'_>,
        y: usize,
        width: u32,
        same_columns: bool,
        out: &mut [u8],
    ) {
        let len = 4 * width as usize;
        match rows {
            ImageRows::Computed(compute) if same_columns => compute(y, out),
            ImageRows::Computed(compute) => {
                self.source_row.resize(len, 0);
                compute(y, &mut self.source_row);
                pick(&self.source_row, &self.columns, out);
            }
            ImageRows::Ready(pixels) => pick(&pixels[y * len..][..len], &self.columns, out),
        }
    }

    /// Blends one row over what is there, then blits the result.
    fn blend_row(&mut self, row: PixelRect, pixels: &[u8]) {
        let start = 4 * (row.y0 as usize * self.size.width as usize + row.x0 as usize);
        let mut blended = std::mem::take(&mut self.blended_row);
        blended.clear();
        blended.extend_from_slice(&self.buffer[start..start + pixels.len()]);
        for (below, over) in blended
            .as_chunks_mut::<4>()
            .0
            .iter_mut()
            .zip(pixels.as_chunks::<4>().0)
        {
            *below = blend(*below, *over);
        }
        self.blit(row, &blended);
        self.blended_row = blended;
    }

    /// Copies ready pixels to a place that lies inside the canvas.
    fn blit(&mut self, target: PixelRect, pixels: &[u8]) {
        let size = (self.size.width, self.size.height);
        let Ok(mut backend) =
            BitMapBackend::<BGRXPixel>::with_buffer_and_format(&mut self.buffer, size)
        else {
            unreachable!("the buffer has the canvas's size");
        };
        let place = (target.x0 as i32, target.y0 as i32);
        let drawn = backend.blit_bitmap(
            place,
            (target.width() as u32, target.height() as u32),
            pixels,
        );
        debug_assert!(drawn.is_ok(), "blits in memory do not fail");
    }
}

/// Takes the pixels of these columns out of a row.
fn pick(row: &[u8], columns: &[u32], out: &mut [u8]) {
    let row = row.as_chunks::<4>().0;
    for (to, &column) in out.as_chunks_mut::<4>().0.iter_mut().zip(columns) {
        *to = row[column as usize];
    }
}

/// Agg's blend of a straight-alpha colour over an opaque one, in its integers (MATPLOTLIB: plain RGBA blender).
fn blend(below: [u8; 4], over: [u8; 4]) -> [u8; 4] {
    let alpha = i32::from(over[3]);
    match alpha {
        0 => return below,
        255 => return over,
        _ => (),
    }
    let total = ((alpha + 255) << 8) - 255 * alpha;
    let channel = |p: u8, c: u8| {
        let (p, c) = (i32::from(p) * 255, i32::from(c));
        ((((c << 8) - p) * alpha + (p << 8)) / total) as u8
    };
    [
        channel(below[0], over[0]),
        channel(below[1], over[1]),
        channel(below[2], over[2]),
        255,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: FrameSize = FrameSize {
        width: 3,
        height: 2,
    };

    #[test]
    fn every_width_and_dpi_comes_back_exactly() {
        for dpi in [50.0, 72.0, 96.0, 100.0, 120.0, 150.0, 299.7, 300.0] {
            for width in 1..=4096u32 {
                let size = FrameSize::of_figure((f64::from(width) / dpi, 1.0), dpi).unwrap();
                assert_eq!(size.width, width, "{width} at {dpi} dpi");
            }
        }
        assert!(FrameSize::of_figure((0.0, 1.0), 100.0).is_err());
        assert!(FrameSize::of_figure((f64::NAN, 1.0), 100.0).is_err());
    }

    #[test]
    fn images_are_clipped_at_every_edge() {
        let pixels: Vec<u8> = (0..4 * 4).flat_map(|i| [i, i, i, 255]).collect();
        let source = FrameSize {
            width: 4,
            height: 4,
        };
        for (x0, y0) in [(-1, -1), (1, 1), (-9, 0), (0, 9), (-1, 1)] {
            let mut canvas = Canvas::new(SIZE);
            let place = AxesBox {
                x0: x0 as f64,
                y0: (2 - (y0 + 4)) as f64,
                width: 4.0,
                height: 4.0,
            };
            canvas.draw_image(place, source, true, ImageRows::Ready(&pixels));
            for y in 0..2i64 {
                for x in 0..3i64 {
                    let (sx, sy) = (x - x0, y - y0);
                    let inside = (0..4).contains(&sx) && (0..4).contains(&sy);
                    let expected = if inside { (4 * sy + sx) as u8 } else { 255 };
                    assert_eq!(
                        canvas.pixels()[4 * (3 * y + x) as usize],
                        expected,
                        "{x},{y} from {x0},{y0}"
                    );
                }
            }
        }
    }

    #[test]
    fn blending_follows_aggs_integers() {
        assert_eq!(blend([255; 4], [0, 0, 0, 128]), [127, 127, 127, 255]);
        assert_eq!(blend([255; 4], [10, 20, 30, 0]), [255; 4]);
        assert_eq!(blend([255; 4], [10, 20, 30, 255]), [10, 20, 30, 255]);
    }
}
