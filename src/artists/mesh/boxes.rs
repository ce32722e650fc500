//! Cells that are boxes of whole pixels.

use std::ops::Range;

use crate::artists::DrawContext;
use crate::artists::collection_paint::CollectionPaint;
use crate::artists::mesh::cells::Cells;
use crate::canvas::Canvas;
use crate::color::Color;
use crate::mapping::{Clip, PixelRect};

/// The pixels of the rows and columns of a mesh whose lines are horizontal and vertical, and snapped.
///
/// Filling them has the same result as drawing each cell as a path without edges, at a fraction of the time.
#[derive(Debug)]
pub(super) struct Boxes {
    /// Which column a pixel is in, from the first one of the target on.
    columns: Vec<usize>,
    /// Which row a pixel is in.
    rows: Vec<usize>,
    /// The number of columns of the mesh.
    width: usize,
    target: PixelRect,
}

impl Boxes {
    /// Of a mesh that is drawn with this paint, if it is one of boxes.
    pub(super) fn new(
        cells: &Cells,
        ctx: &DrawContext<'_>,
        paint: &CollectionPaint<'_>,
    ) -> Option<Self> {
        let clip = Clip::whole_pixels(paint.clip.as_ref(), ctx.size)?;
        let flat = ctx.mapping.flat().filter(|_| paint.edges.is_empty())?;
        let (x, y) = cells.grid.lines()?;
        let (left, bottom) = (flat.limits().x.0, flat.limits().y.0);
        let across = x.iter().map(|x| ctx.point([*x, bottom]).x);
        let down = y.iter().map(|y| ctx.point([left, *y]).y);
        let (columns, x) = ranges(across, clip.x0..clip.x1)?;
        let (rows, y) = ranges(down, clip.y0..clip.y1)?;
        Some(Self {
            columns,
            rows,
            width: cells.shape().1,
            target: PixelRect {
                x0: x.start,
                y0: y.start,
                x1: x.end,
                y1: y.end,
            },
        })
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, paint: &CollectionPaint<'_>) {
        let faces = &paint.faces;
        if self.target.is_empty() || faces.is_empty() {
            return;
        }
        let opaque = faces.iter().all(|face| face.a == 255);
        let mut colors: Vec<[u8; 4]> = Vec::new();
        let mut last = None;
        canvas.draw_rows(self.target, opaque, |y, pixels| {
            let row = self.rows[(y - self.target.y0) as usize];
            if last == Some(row) {
                return false;
            }
            last = Some(row);
            colors.clear();
            let first = row * self.width;
            let face = |i: usize| Color::bgra(faces[i % faces.len()]);
            colors.extend((first..first + self.width).map(face));
            let pixels = pixels.as_chunks_mut::<4>().0.iter_mut();
            for (pixel, column) in pixels.zip(&self.columns) {
                *pixel = colors[*column];
            }
            true
        });
    }
}

/// Which interval between lines each pixel of a range is in, for those from the first to the last of them.
///
/// `None` unless the lines are finite and in order.
fn ranges(lines: impl Iterator<Item = f64>, clip: Range<i64>) -> Option<(Vec<usize>, Range<i64>)> {
    // Agg snaps to the nearest whole pixel.
    let mut edges = Vec::new();
    for line in lines {
        if !line.is_finite() {
            return None;
        }
        edges.push((line + 0.5).floor().clamp(-1e9, 1e9) as i64);
    }
    let rising = edges.is_sorted();
    if !rising && !edges.is_sorted_by(|a, b| a >= b) {
        return None;
    }
    let ends = edges.iter().copied();
    let start = ends.clone().min()?.max(clip.start);
    let end = ends.max()?.min(clip.end).max(start);
    let place = |pixel: i64| match rising {
        true => edges.partition_point(|edge| *edge <= pixel) - 1,
        false => edges.partition_point(|edge| *edge > pixel) - 1,
    };
    Some(((start..end).map(place).collect(), start..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_belong_to_the_interval_they_are_in() {
        let found = |lines: &[f64], clip| ranges(lines.iter().copied(), clip);
        let expected = Some((vec![0, 0, 2, 2], 1..5));
        assert_eq!(found(&[1.2, 2.6, 3.4, 4.6], 0..9), expected);
        assert_eq!(found(&[5.0, 2.5, 1.0], 0..4), Some((vec![1, 1, 0], 1..4)));
        assert_eq!(found(&[5.0, 2.5, 6.0], 0..9), None);
        assert_eq!(found(&[1.0, f64::NAN], 0..9), None);
        assert_eq!(found(&[20.0, 30.0], 0..9), Some((vec![], 20..20)));
    }
}
