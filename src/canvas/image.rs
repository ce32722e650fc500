//! Images on the canvas: scaled by the nearest pixel, blended, blitted.

use plotters::backend::DrawingBackend;
use plotters_bitmap::BitMapBackend;
use plotters_bitmap::bitmap_pixel::BGRXPixel;

use crate::canvas::resample::nearest_indices;
use crate::canvas::{Canvas, FrameSize};
use crate::transform::{AxesBox, PixelRect};

/// Where the pixels of an image come from, in BGRA with straight alpha.
pub(crate) enum ImageRows<'a> {
    /// All rows, one after the other.
    Ready(&'a [u8]),
    /// A call that writes row `y` into the slice.
    Computed(&'a mut dyn FnMut(usize, &mut [u8])),
}

impl Canvas {
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
        self.flush();
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
pub(super) fn blend(below: [u8; 4], over: [u8; 4]) -> [u8; 4] {
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
