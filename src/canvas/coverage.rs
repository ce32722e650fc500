//! How much of each pixel a polygon covers: for shapes so small that a painter's preparations would cost more.

use kurbo::Point;

/// A box of pixels, and what polygons cover of them.
///
/// Each line adds to its cells how far it goes down there, weighted by the share of the cell to its right; the sum from
/// the left is the coverage.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    /// The box's left upper corner.
    pub(super) origin: (i64, i64),
    pub(super) width: usize,
    pub(super) height: usize,
    cells: Vec<f32>,
}

impl Coverage {
    /// Begins anew with a box of nothing.
    pub(super) fn reset(&mut self, origin: (i64, i64), width: usize, height: usize) {
        (self.origin, self.width, self.height) = (origin, width, height);
        self.cells.clear();
        self.cells.resize(self.stride() * height, 0.0);
    }

    /// A line may end at the right edge, and the share to its right goes into the cell after it.
    fn stride(&self) -> usize {
        self.width + 2
    }

    /// Adds a polygon, all of which must lie in the box. Turning the other way it is taken away.
    pub(super) fn add(&mut self, polygon: impl Iterator<Item = Point> + Clone) {
        let origin = Point::new(self.origin.0 as f64, self.origin.1 as f64);
        let corner = |p: Point| ((p.x - origin.x) as f32, (p.y - origin.y) as f32);
        let mut corners = polygon.map(corner);
        let Some(first) = corners.next() else { return };
        let mut last = first;
        for corner in corners {
            self.add_line(last, corner);
            last = corner;
        }
        self.add_line(last, first);
    }

    fn add_line(&mut self, from: (f32, f32), to: (f32, f32)) {
        let (top, bottom, sign) = if from.1 < to.1 {
            (from, to, 1.0)
        } else {
            (to, from, -1.0)
        };
        let fall = bottom.1 - top.1;
        // What is as good as level adds nothing, and its slope would be no number.
        if fall < 1e-6 {
            return;
        }
        let slope = (bottom.0 - top.0) / fall;
        let rate = sign * (fall / (bottom.0 - top.0)).abs();
        let stride = self.stride();
        let (mut x, mut y) = top;
        let last = (bottom.1 as usize).min(self.height.saturating_sub(1));
        for row in top.1 as usize..=last {
            let end = bottom.1.min((row + 1) as f32);
            let next = x + slope * (end - y);
            let cells = &mut self.cells[row * stride..][..stride];
            add_in_row(cells, (x, next), sign * (end - y), rate);
            (x, y) = (next, end);
        }
    }

    /// What the lines add in a row; summed up from the left they are coverages from -1 to 1.
    pub(super) fn row(&self, row: usize) -> &[f32] {
        &self.cells[row * self.stride()..][..self.width]
    }
}

/// Adds a line inside a row that goes down by `down` between two x, or by `rate` a pixel.
#[inline]
fn add_in_row(cells: &mut [f32], (from, to): (f32, f32), down: f32, rate: f32) {
    let widest = (cells.len() - 2) as f32;
    let left = from.min(to).max(0.0);
    let right = from.max(to).min(widest);
    let mut column = (left as usize).min(cells.len() - 2);
    let mut x = left;
    let mut rest = down;
    // All but the last cell are crossed to their end.
    while right > (column + 1) as f32 {
        let end = (column + 1) as f32;
        let part = rate * (end - x);
        let inside = 0.5 * (x + end) - column as f32;
        cells[column] += part * (1.0 - inside);
        cells[column + 1] += part * inside;
        rest -= part;
        x = end;
        column += 1;
    }
    let inside = 0.5 * (x + right) - column as f32;
    cells[column] += rest * (1.0 - inside);
    cells[column + 1] += rest * inside;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(coverage: &Coverage) -> Vec<f32> {
        let rows = (0..coverage.height).map(|y| coverage.row(y));
        let sums = rows.flat_map(|row| {
            row.iter().scan(0.0, |sum, cell| {
                *sum += cell;
                Some(*sum)
            })
        });
        sums.map(|sum| (1e4 * sum).round() / 1e4).collect()
    }

    #[test]
    fn pixels_are_covered_by_their_share() {
        let mut coverage = Coverage::default();
        coverage.reset((10, 20), 3, 2);
        let corners = [(10.5, 20.0), (12.0, 20.0), (12.0, 21.5), (10.5, 21.5)];
        coverage.add(corners.into_iter().map(Point::from));
        assert_eq!(covered(&coverage), [-0.5, -1.0, 0.0, -0.25, -0.5, 0.0]);
    }

    #[test]
    fn slanted_lines_go_through_many_cells() {
        let mut coverage = Coverage::default();
        coverage.reset((0, 0), 4, 1);
        let corners = [(0.0, 0.0), (0.0, 1.0), (4.0, 1.0)];
        coverage.add(corners.into_iter().map(Point::from));
        assert_eq!(covered(&coverage), [0.875, 0.625, 0.375, 0.125]);
        coverage.add(corners.into_iter().rev().map(Point::from));
        assert_eq!(covered(&coverage), [0.0; 4]);
    }
}
