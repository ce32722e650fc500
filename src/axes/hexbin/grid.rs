//! Two lattices whose points are the middles of hexagons.

use crate::axes::hexbin::{HexbinOptions, Points};
use crate::data_limits::{DataLimits, DataRange};
use crate::scale::Scale;
use crate::ticker::nonsingular;

/// Hexagons around the points of a lattice, and around those in the middle of its cells.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct HexGrid {
    /// How many cells there are along x and y.
    cells: [usize; 2],
    /// The least and the greatest coordinate along x and y.
    limits: [(f64, f64); 2],
    /// The sides of a cell.
    sides: [f64; 2],
}

/// A polygon for each hexagon that is drawn, and their values.
type Hexagons = (Vec<Vec<(f64, f64)>>, Vec<f64>);

impl HexGrid {
    pub(super) fn new(points: &Points, options: &HexbinOptions) -> Self {
        let around = |values: &[f64]| {
            let range = DataRange::of(values.iter().copied());
            let (low, high) = range.map_or((0.0, 1.0), |range| (range.low, range.high));
            nonsingular(low, high, 0.1, 1e-15, true)
        };
        let mut limits = match options.extent {
            Some([left, right, bottom, top]) => [(left, right), (bottom, top)],
            None => [around(&points.x), around(&points.y)],
        };
        // Room for rounding errors, along x only, as in the reference.
        let padding = 1e-9 * (limits[0].1 - limits[0].0);
        limits[0] = (limits[0].0 - padding, limits[0].1 + padding);
        let (nx, ny) = options.gridsize;
        let side = |(low, high): (f64, f64), cells: usize| (high - low) / cells as f64;
        Self {
            cells: [nx, ny],
            limits,
            sides: [side(limits[0], nx), side(limits[1], ny)],
        }
    }

    /// The extent in data coordinates.
    pub(super) fn limits(&self, options: &HexbinOptions) -> DataLimits {
        let along = |(low, high): (f64, f64), scale: &Scale| {
            DataRange::of([low, high].map(|v| back(v, scale)))
        };
        DataLimits {
            x: along(self.limits[0], &options.xscale),
            y: along(self.limits[1], &options.yscale),
            z: None,
        }
    }

    /// Which hexagon a point is in: those of the first lattice come first, column by column.
    fn place(&self, x: f64, y: f64) -> Option<usize> {
        let [nx, ny] = self.cells;
        let x = (x - self.limits[0].0) / self.sides[0];
        let y = (y - self.limits[1].0) / self.sides[1];
        let (x1, y1) = (x.round_ties_even(), y.round_ties_even());
        let (x2, y2) = (x.floor(), y.floor());
        let near = |dx: f64, dy: f64| dx * dx + 3.0 * (dy * dy);
        let at = |column: f64, row: f64, columns: usize, rows: usize| {
            let inside =
                (0.0..columns as f64).contains(&column) && (0.0..rows as f64).contains(&row);
            inside.then(|| column as usize * rows + row as usize)
        };
        match near(x - x1, y - y1) < near(x - x2 - 0.5, y - y2 - 0.5) {
            true => at(x1, y1, nx + 1, ny + 1),
            false => at(x2, y2, nx, ny).map(|i| (nx + 1) * (ny + 1) + i),
        }
    }

    /// How many hexagons there are.
    fn len(&self) -> usize {
        let [nx, ny] = self.cells;
        (nx + 1) * (ny + 1) + nx * ny
    }

    /// The middle of a hexagon.
    fn middle(&self, i: usize) -> [f64; 2] {
        let [nx, ny] = self.cells;
        let first = (nx + 1) * (ny + 1);
        let (i, rows, shift) = match i < first {
            true => (i, ny + 1, 0.0),
            false => (i - first, ny, 0.5),
        };
        let steps = [(i / rows) as f64 + shift, (i % rows) as f64 + shift];
        [0, 1].map(|k| steps[k] * self.sides[k] + self.limits[k].0)
    }

    /// The values of all hexagons; NaN of those that are not drawn.
    fn values(&self, points: &Points, options: &HexbinOptions) -> Vec<f64> {
        let places = points.x.iter().zip(&points.y);
        let places = places.map(|(x, y)| self.place(*x, *y));
        let Some(c) = &points.c else {
            let mut counts = vec![0.0; self.len()];
            places.flatten().for_each(|place| counts[place] += 1.0);
            let least = options.mincnt.unwrap_or(0) as f64;
            counts
                .iter_mut()
                .filter(|count| **count < least)
                .for_each(|count| *count = f64::NAN);
            return counts;
        };
        let mut inside = vec![Vec::new(); self.len()];
        for (place, value) in places.zip(c) {
            if let Some(place) = place {
                inside[place].push(*value);
            }
        }
        let least = options.mincnt.unwrap_or(1);
        let reduced = |values: &Vec<f64>| match values.len() >= least {
            true => options.reduce_c_function.apply(values),
            false => f64::NAN,
        };
        inside.iter().map(reduced).collect()
    }

    /// The hexagons that are drawn.
    pub(super) fn hexagons(&self, points: &Points, options: &HexbinOptions) -> Hexagons {
        let (width, height) = (self.sides[0], self.sides[1] / 3.0);
        let corners = [
            (0.5, -0.5),
            (0.5, 0.5),
            (0.0, 1.0),
            (-0.5, 0.5),
            (-0.5, -0.5),
            (0.0, -1.0),
        ];
        let corners = corners.map(|(x, y)| (x * width, y * height));
        let polygon = |i: usize| {
            let [x, y] = self.middle(i);
            let corner = |(dx, dy)| (back(x + dx, &options.xscale), back(y + dy, &options.yscale));
            corners.map(corner).to_vec()
        };
        let values = self.values(points, options).into_iter().enumerate();
        let drawn = values.filter(|(_, value)| !value.is_nan());
        let (verts, mut values): Hexagons = drawn.map(|(i, value)| (polygon(i), value)).unzip();
        options.bins.sort(&mut values);
        (verts, values)
    }
}

/// A coordinate of the grid as that of data.
fn back(value: f64, scale: &Scale) -> f64 {
    match scale {
        Scale::Linear => value,
        _ => 10.0_f64.powf(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_middle_is_in_its_own_hexagon() {
        let options = HexbinOptions::new().with_gridsize_xy(4, 3);
        let options = options.with_extent([0.0, 8.0, -3.0, 3.0]);
        let none = Points {
            x: Vec::new(),
            y: Vec::new(),
            c: None,
        };
        let grid = HexGrid::new(&none, &options);
        assert_eq!(grid.len(), 20 + 12);
        for i in 0..grid.len() {
            let [x, y] = grid.middle(i);
            assert_eq!(grid.place(x, y), Some(i));
        }
        assert_eq!(grid.place(30.0, 0.0), None);
    }
}
