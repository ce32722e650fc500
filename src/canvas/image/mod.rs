//! Images on the canvas: scaled by nearest pixel or ready-made, blended, blitted.

mod columns;
mod filter;
mod interpolation;
mod level;
mod nearest;
mod opaque;
mod pairs;
mod resampler;
mod source_rows;
mod taps;

use plotters::backend::DrawingBackend;
use plotters_bitmap::BitMapBackend;
use plotters_bitmap::bitmap_pixel::BGRXPixel;

use crate::canvas::Canvas;
use crate::canvas::image::nearest::{Picked, nearest_indices};
use crate::color::blend;
use crate::frame_size::FrameSize;
use crate::mapping::{AxesBox, Clip, PixelRect};
pub use interpolation::{Interpolation, InterpolationStage};
pub(crate) use level::{Levels, levels, opaque_bytes};
pub(crate) use nearest::Ties;
pub(crate) use opaque::OpaqueResampler;
pub(crate) use resampler::{Opaque, Resampler, Sample, Wide};

/// The source of an image's pixels, in BGRA with straight alpha.
pub(crate) enum ImageRows<'a> {
    /// All rows, one after the other.
    Ready(&'a [u8]),
    /// A call that writes row `y` into the slice.
    Computed(&'a mut dyn FnMut(usize, &mut [u8])),
}

/// The position of an array on the canvas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placement {
    /// The pixel coordinate of the first column's outer edge, and how far the last column's is from there:
    /// to the left if that is negative.
    pub(crate) across: (f64, f64),
    /// The same of the rows, downwards.
    pub(crate) down: (f64, f64),
    /// The pixels to draw, unless they are outside the canvas.
    pub(crate) target: PixelRect,
}

impl Placement {
    /// Of an array that fills `place`, whose sides can be negative, within `clip` on a canvas of this size.
    ///
    /// The first row is at the place's top if `upper`, else at its bottom.
    pub(crate) fn new(place: AxesBox, upper: bool, clip: PixelRect, size: FrameSize) -> Self {
        let bottom = f64::from(size.height) - place.y0;
        let down = if upper {
            (bottom - place.height, place.height)
        } else {
            (bottom, -place.height)
        };
        let target = upright(place).image_pixels(size);
        Self {
            across: (place.x0, place.width),
            down,
            target: PixelRect {
                x0: target.x0.max(clip.x0),
                y0: target.y0.max(clip.y0),
                x1: target.x1.min(clip.x1),
                y1: target.y1.min(clip.y1),
            },
        }
    }

    /// Target pixels per element, horizontally and vertically.
    pub(crate) fn scales(&self, source: FrameSize) -> [f64; 2] {
        [
            self.across.1.abs() / f64::from(source.width),
            self.down.1.abs() / f64::from(source.height),
        ]
    }

    /// Whether each element is exactly one pixel, in the array's own direction.
    fn is_unscaled(&self, source: FrameSize) -> bool {
        let near = |v: f64, whole: f64| (v - whole).abs() < 1e-6;
        let unscaled = |(start, len): (f64, f64), source: u32| {
            near(len, f64::from(source)) && near(start, start.round())
        };
        unscaled(self.across, source.width) && unscaled(self.down, source.height)
    }
}

/// The same box with positive sides, limited to where whole pixels can be counted.
fn upright(place: AxesBox) -> AxesBox {
    const FAR: f64 = 1e12;
    let side = |start: f64, len: f64| {
        let low = start + len.min(0.0);
        (low.clamp(-FAR, FAR), len.abs().min(FAR))
    };
    let ((x0, width), (y0, height)) = (side(place.x0, place.width), side(place.y0, place.height));
    AxesBox {
        x0,
        y0,
        width,
        height,
    }
}

impl Canvas {
    /// Draws an image of `source` pixels scaled to its place, nearest pixel by matplotlib's rule, with `ties` across
    /// and down.
    ///
    /// An image that is not `opaque` is blended over the canvas. Parts outside the canvas are clipped.
    pub(crate) fn draw_image(
        &mut self,
        place: &Placement,
        source: FrameSize,
        [ties_across, ties_down]: [Ties; 2],
        opaque: bool,
        mut rows: ImageRows<'_>,
    ) {
        let visible = place.target.clip(self.size);
        if visible.is_empty() {
            return;
        }
        let same_columns = place.is_unscaled(source) && visible.width() == i64::from(source.width);
        if let ImageRows::Ready(pixels) = rows
            && opaque
            && self.row_mask.is_none()
            && same_columns
            && visible.height() == i64::from(source.height)
        {
            return self.blit(visible, pixels);
        }
        let mut columns = std::mem::take(&mut self.columns);
        let picked = if same_columns {
            Picked::All
        } else {
            let range = visible.x0..visible.x1;
            columns.clear();
            columns.extend(nearest_indices(
                source.width,
                place.across,
                range,
                ties_across,
            ));
            Picked::new(&columns)
        };
        let mut source_row = std::mem::take(&mut self.source_row);
        let mut last = None;
        let mut source_rows =
            nearest_indices(source.height, place.down, visible.y0..visible.y1, ties_down);
        self.draw_rows(place.target, opaque, |_, row| {
            let from = source_rows.next().filter(|from| last != Some(*from));
            let Some(from) = from else {
                return false;
            };
            last = Some(from);
            scale_row(
                &mut rows,
                (from as usize, source.width),
                &picked,
                &mut source_row,
                row,
            );
            true
        });
        (self.columns, self.source_row) = (columns, source_row);
    }

    /// Draws the part of `target` that is on the canvas from ready rows.
    ///
    /// `paint` writes the visible pixels of canvas row y, or says `false` if they are those of the row before.
    pub(crate) fn draw_rows(
        &mut self,
        target: PixelRect,
        opaque: bool,
        mut paint: impl FnMut(i64, &mut [u8]) -> bool,
    ) {
        let visible = target.clip(self.size);
        if visible.is_empty() {
            return;
        }
        if opaque && self.row_mask.is_none() {
            return self.write_rows(visible, paint);
        }
        let mask = self.row_mask.take();
        let mut seen = Vec::new();
        let mut row = std::mem::take(&mut self.target_row);
        row.resize(4 * visible.width() as usize, 0);
        for y in visible.y0..visible.y1 {
            paint(y, &mut row);
            let here = PixelRect {
                y0: y,
                y1: y + 1,
                ..visible
            };
            if let Some(mask) = &mask {
                seen.clear();
                seen.extend_from_slice(&row);
                mask.fade_row((visible.x0, y), &mut seen);
                self.blend_row(here, &seen);
            } else {
                self.blend_row(here, &row);
            }
        }
        self.target_row = row;
        self.row_mask = mask;
    }

    /// The same of opaque rows, which are painted where they stay: they need no copy.
    fn write_rows(&mut self, visible: PixelRect, mut paint: impl FnMut(i64, &mut [u8]) -> bool) {
        let stride = 4 * self.size.width as usize;
        let columns = 4 * visible.x0 as usize..4 * visible.x1 as usize;
        let bytes = self.raster.rect_mut(visible);
        for y in visible.y0..visible.y1 {
            let (before, rest) = bytes.split_at_mut(stride * y as usize);
            let row = &mut rest[columns.clone()];
            if !paint(y, row) && y > visible.y0 {
                row.copy_from_slice(&before[before.len() - stride..][columns.clone()]);
            }
        }
    }

    /// Blends pixels, B, G, R, A with straight alpha, row by row from the top, over those of a rectangle.
    pub(crate) fn draw_pixels(&mut self, place: PixelRect, pixels: &[u8], clip: Option<&Clip>) {
        let whole = PixelRect::of_canvas(self.size);
        let (target, path) = match clip {
            None => (place, None),
            Some(Clip::Pixels(pixels)) => (place.intersection(*pixels), None),
            Some(Clip::Path(path)) => (place, Some(path)),
            Some(Clip::PathIn(path, pixels)) => (place.intersection(*pixels), Some(path)),
        };
        let target = target.intersection(whole);
        if target.is_empty() {
            return;
        }
        let columns = 4 * (target.x0 - place.x0) as usize..4 * (target.x1 - place.x0) as usize;
        let width = 4 * place.width() as usize;
        self.draw_images_in(path, |canvas| {
            canvas.draw_rows(target, false, |y, row| {
                let start = width * (y - place.y0) as usize;
                row.copy_from_slice(&pixels[start..start + width][columns.clone()]);
                true
            });
        });
    }

    /// Blends one row over the canvas, then blits the result.
    fn blend_row(&mut self, row: PixelRect, pixels: &[u8]) {
        let start = 4 * (row.y0 as usize * self.size.width as usize + row.x0 as usize);
        let mut blended = std::mem::take(&mut self.blended_row);
        blended.clear();
        blended.extend_from_slice(&self.pixels()[start..start + pixels.len()]);
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

    /// Copies ready-made pixels to a position inside the canvas.
    fn blit(&mut self, target: PixelRect, pixels: &[u8]) {
        let size = (self.size.width, self.size.height);
        let Ok(mut backend) =
            BitMapBackend::<BGRXPixel>::with_buffer_and_format(self.raster.rect_mut(target), size)
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

/// These columns of row `y` of a source that is so wide.
fn scale_row(
    rows: &mut ImageRows<'_>,
    (y, width): (usize, u32),
    columns: &Picked<'_>,
    source_row: &mut Vec<u8>,
    out: &mut [u8],
) {
    let len = 4 * width as usize;
    let row = match (rows, columns) {
        (ImageRows::Computed(compute), Picked::All) => return compute(y, out),
        (ImageRows::Computed(compute), _) => {
            source_row.resize(len, 0);
            compute(y, source_row);
            source_row
        }
        (ImageRows::Ready(pixels), _) => &pixels[y * len..][..len],
    };
    columns.of(row, out);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: FrameSize = FrameSize {
        width: 3,
        height: 2,
    };

    const EVERYWHERE: PixelRect = PixelRect {
        x0: -99,
        y0: -99,
        x1: 99,
        y1: 99,
    };

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
            let place = Placement::new(place, true, EVERYWHERE, SIZE);
            canvas.draw_image(
                &place,
                source,
                [Ties::Down; 2],
                true,
                ImageRows::Ready(&pixels),
            );
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
}
