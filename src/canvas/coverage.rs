//! How much of each pixel a polygon covers: for shapes so small that a painter's preparations would cost more.

use kurbo::Point;

/// Pixels that are painted at once.
pub(super) const LANES: usize = 8;

/// A box of pixels, and what polygons cover of them.
///
/// Each line adds to its cells how far it goes to the right there, weighted by the share of the cell below it; the sum
/// from the top is the coverage. So the cells of a row are summed up at once.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    /// The box's left upper corner.
    pub(super) origin: (i64, i64),
    pub(super) width: usize,
    pub(super) height: usize,
    /// Row by row, each as long as whole groups of lanes.
    cells: Vec<f32>,
}

impl Coverage {
    /// Begins anew with a box of nothing.
    pub(super) fn reset(&mut self, origin: (i64, i64), width: usize, height: usize) {
        (self.origin, self.width, self.height) = (origin, width, height);
        self.cells.clear();
        // A line may end at the lower edge, and the share below it goes into the cell after it.
        self.cells.resize(self.stride() * (height + 2), 0.0);
    }

    fn stride(&self) -> usize {
        self.width.next_multiple_of(LANES)
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
        let (left, right, sign) = if from.0 < to.0 {
            (from, to, 1.0)
        } else {
            (to, from, -1.0)
        };
        let run = right.0 - left.0;
        // What is as good as upright adds nothing, and its slope would be no number.
        if run < 1e-6 {
            return;
        }
        let slope = (right.1 - left.1) / run;
        let rate = sign * (run / (right.1 - left.1)).abs();
        let (mut x, mut y) = left;
        let last = (right.0 as i32 as usize).min(self.width.saturating_sub(1));
        for column in left.0 as i32 as usize..=last {
            let end = right.0.min((column + 1) as f32);
            let next = y + slope * (end - x);
            self.add_in_column(column, (y, next), sign * (end - x), rate);
            (x, y) = (end, next);
        }
    }

    /// Adds a line inside a column that goes right by `run` between two y, or by `rate` a pixel.
    #[inline(always)]
    fn add_in_column(&mut self, column: usize, (from, to): (f32, f32), run: f32, rate: f32) {
        let lowest = self.height as f32;
        let upper = from.min(to).max(0.0);
        let lower = from.max(to).min(lowest);
        let mut row = (upper as i32 as usize).min(self.height);
        let mut y = upper;
        let mut rest = run;
        let stride = self.stride();
        let mut add = |row: usize, run: f32, middle: f32| {
            let inside = middle - row as f32;
            let cells = &mut self.cells[row * stride + column..][..=stride];
            cells[0] += run * (1.0 - inside);
            cells[stride] += run * inside;
        };
        // All but the last cell are crossed to their end.
        while lower > (row + 1) as f32 {
            let end = (row + 1) as f32;
            let part = rate * (end - y);
            add(row, part, 0.5 * (y + end));
            rest -= part;
            y = end;
            row += 1;
        }
        add(row, rest, 0.5 * (y + lower));
    }

    /// Adds what the lines add in a row to the sums of the rows above, which are the coverages from -1 to 1.
    #[inline(always)]
    pub(super) fn sum_row(&self, row: usize, sums: &mut [[f32; LANES]]) {
        let cells = self.cells[row * self.stride()..].as_chunks::<LANES>().0;
        for (sums, cells) in sums.iter_mut().zip(cells) {
            for (sum, cell) in sums.iter_mut().zip(cells) {
                *sum += cell;
            }
        }
    }

    /// How many groups of lanes a row has.
    pub(super) fn groups(&self) -> usize {
        self.width.div_ceil(LANES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(coverage: &Coverage) -> Vec<f32> {
        let mut sums = vec![[0.0; LANES]; coverage.groups()];
        let rows = (0..coverage.height).flat_map(|y| {
            coverage.sum_row(y, &mut sums);
            let row = sums.as_flattened()[..coverage.width].iter();
            row.map(|sum| (1e4 * sum).round() / 1e4).collect::<Vec<_>>()
        });
        rows.collect()
    }

    #[test]
    fn pixels_are_covered_by_their_share() {
        let mut coverage = Coverage::default();
        coverage.reset((10, 20), 3, 2);
        let corners = [(10.5, 20.0), (12.0, 20.0), (12.0, 21.5), (10.5, 21.5)];
        coverage.add(corners.into_iter().map(Point::from));
        assert_eq!(covered(&coverage), [0.5, 1.0, 0.0, 0.25, 0.5, 0.0]);
    }

    #[test]
    fn slanted_lines_go_through_many_cells() {
        let mut coverage = Coverage::default();
        coverage.reset((0, 0), 4, 1);
        let corners = [(0.0, 0.0), (0.0, 1.0), (4.0, 1.0)];
        coverage.add(corners.into_iter().map(Point::from));
        assert_eq!(covered(&coverage), [-0.875, -0.625, -0.375, -0.125]);
        coverage.add(corners.into_iter().rev().map(Point::from));
        assert_eq!(covered(&coverage), [0.0; 4]);
    }
}
