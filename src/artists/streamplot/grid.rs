//! The grid of a vector field, and the cells that streamlines keep each other out of.

use ndarray::Array2;

use crate::artists::streamplot::options::CELLS;
use crate::error::{Error, Result};

/// Evenly spaced points.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    /// Numbers of points along x and y.
    pub(super) count: [usize; 2],
    pub(super) origin: [f64; 2],
    pub(super) size: [f64; 2],
    /// Points for each 1 of the data.
    pub(super) per_data: [f64; 2],
}

impl Grid {
    pub(super) fn new(x: &[f64], y: &[f64]) -> Result<Self> {
        let steps = [
            per_data("the x of a streamplot", x)?,
            per_data("the y of a streamplot", y)?,
        ];
        Ok(Self {
            count: [x.len(), y.len()],
            origin: [x[0], y[0]],
            size: [x[x.len() - 1] - x[0], y[y.len() - 1] - y[0]],
            per_data: steps,
        })
    }

    /// Whether a place, counted in points, is within the grid.
    pub(super) fn holds(&self, place: [f64; 2]) -> bool {
        (0..2).all(|i| place[i] >= 0.0 && place[i] <= self.last(i))
    }

    /// The place of the last point along x or y.
    pub(super) fn last(&self, i: usize) -> f64 {
        (self.count[i] - 1) as f64
    }

    /// The data coordinates of a place.
    pub(super) fn data(&self, place: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|i| place[i] / self.per_data[i] + self.origin[i])
    }

    /// The place of data coordinates, unless they are outside.
    pub(super) fn place(&self, data: [f64; 2]) -> Option<[f64; 2]> {
        let is_in = |i: usize| {
            let end = self.origin[i] + self.size[i];
            (self.origin[i]..=end).contains(&data[i])
        };
        (0..2).all(is_in).then(|| {
            let place = |i: usize| (data[i] - self.origin[i]) * self.per_data[i];
            [0, 1].map(|i| place(i).clamp(0.0, self.last(i)))
        })
    }
}

/// The number of points for each 1, if they rise in even steps.
fn per_data(name: &'static str, values: &[f64]) -> Result<f64> {
    let refused = |value: String| Error::Setting {
        name,
        value,
        expected: "two or more numbers that rise in even steps",
    };
    let [first, second, ..] = values else {
        return Err(refused(format!("{values:?}")));
    };
    let mean = (values[values.len() - 1] - first) / (values.len() - 1) as f64;
    // The tolerance of NumPy's allclose.
    let is_even = |step: f64| step > 0.0 && (step - mean).abs() <= 1e-8 + 1e-5 * mean.abs();
    match values.windows(2).find(|pair| !is_even(pair[1] - pair[0])) {
        Some(pair) => Err(refused(format!("{} after {}", pair[1], pair[0]))),
        None => Ok(1.0 / (second - first)),
    }
}

/// The number between four points of a grid with these values; not finite beside a hole, a number that is not finite.
pub(super) fn between(values: &Array2<f64>, [x, y]: [f64; 2]) -> f64 {
    let (rows, columns) = values.dim();
    let (column, row) = (x as usize, y as usize);
    let (right, above) = ((column + 1).min(columns - 1), (row + 1).min(rows - 1));
    let (along, up) = (x - column as f64, y - row as f64);
    let below = values[[row, column]] * (1.0 - along) + values[[row, right]] * along;
    let over = values[[above, column]] * (1.0 - along) + values[[above, right]] * along;
    below * (1.0 - up) + over * up
}

/// Cells over the grid, each of which one streamline may cross.
#[derive(Debug)]
pub(super) struct Mask {
    /// Numbers of cells along x and y.
    pub(super) count: [usize; 2],
    /// Cells for each point of the grid.
    per_point: [f64; 2],
    taken: Vec<bool>,
    /// Those of the present streamline.
    own: Vec<[usize; 2]>,
    current: Option<[usize; 2]>,
}

impl Mask {
    pub(super) fn new(grid: &Grid, density: (f64, f64)) -> Self {
        let count = [density.0, density.1].map(|density| (CELLS * density) as usize);
        Self {
            count,
            per_point: [0, 1].map(|i| (count[i] - 1) as f64 / grid.last(i)),
            taken: vec![false; count[0] * count[1]],
            own: Vec::new(),
            current: None,
        }
    }

    fn cell(&self, place: [f64; 2]) -> [usize; 2] {
        [0, 1].map(|i| {
            let cell = (place[i] * self.per_point[i]).round_ties_even() as usize;
            cell.min(self.count[i] - 1)
        })
    }

    fn index(&self, [x, y]: [usize; 2]) -> usize {
        y * self.count[0] + x
    }

    pub(super) fn is_free(&self, cell: [usize; 2]) -> bool {
        !self.taken[self.index(cell)]
    }

    /// The place of a cell, counted in points of the grid.
    pub(super) fn place(&self, cell: [usize; 2]) -> [f64; 2] {
        [0, 1].map(|i| cell[i] as f64 * (1.0 / self.per_point[i]))
    }

    /// Begins a streamline; false if its cell is another's.
    pub(super) fn start(&mut self, place: [f64; 2], broken: bool) -> bool {
        self.own.clear();
        self.enter(place, broken)
    }

    /// Goes on elsewhere.
    pub(super) fn restart(&mut self, place: [f64; 2]) {
        self.current = Some(self.cell(place));
    }

    /// Goes on to a place; false if its cell is taken and streamlines are `broken` there.
    pub(super) fn enter(&mut self, place: [f64; 2], broken: bool) -> bool {
        let cell = self.cell(place);
        if self.current == Some(cell) {
            return true;
        }
        if !self.is_free(cell) {
            return !broken;
        }
        let index = self.index(cell);
        self.taken[index] = true;
        self.own.push(cell);
        self.current = Some(cell);
        true
    }

    /// Gives up the present streamline.
    pub(super) fn undo(&mut self) {
        for cell in std::mem::take(&mut self.own) {
            let index = self.index(cell);
            self.taken[index] = false;
        }
    }

    /// All cells in a spiral from a corner, along the edges first: as from their order come which streamlines are long.
    pub(super) fn spiral(&self) -> impl Iterator<Item = [usize; 2]> + use<> {
        let [width, height] = self.count.map(|count| count as i64);
        // What is still to be done, and the way along it.
        let (mut low, mut high) = ([0, 1], [width - 1, height - 1]);
        let (mut at, mut side) = ([0_i64, 0_i64], 0);
        (0..width * height).map(move |_| {
            let found = at.map(|v| v.max(0) as usize);
            let along = side % 2;
            if side < 2 {
                at[along] += 1;
                if at[along] >= high[along] {
                    high[along] -= 1;
                    side += 1;
                }
            } else {
                at[along] -= 1;
                if at[along] <= low[along] {
                    low[along] += 1;
                    side = (side + 1) % 4;
                }
            }
            found
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grids_rise_in_even_steps() {
        let grid = Grid::new(&[0.0, 0.5, 1.0], &[2.0, 4.0]).unwrap();
        assert_eq!(grid.data([1.0, 0.5]), [0.5, 3.0]);
        assert_eq!(grid.place([1.0, 3.0]), Some([2.0, 0.5]));
        assert_eq!(grid.place([1.1, 3.0]), None);
        for x in [&[0.0, 0.5, 1.1][..], &[1.0, 0.0], &[1.0], &[f64::NAN, 1.0]] {
            assert!(Grid::new(x, &[0.0, 1.0]).is_err(), "{x:?}");
        }
    }

    #[test]
    fn a_spiral_meets_every_cell_once() {
        let grid = Grid::new(&[0.0, 1.0], &[0.0, 1.0]).unwrap();
        let mask = Mask::new(&grid, (0.2, 0.1));
        let mut cells: Vec<_> = mask.spiral().collect();
        assert_eq!(
            cells[..8],
            [
                [0, 0],
                [1, 0],
                [2, 0],
                [3, 0],
                [4, 0],
                [5, 0],
                [5, 1],
                [5, 2]
            ]
        );
        cells.sort_unstable();
        cells.dedup();
        assert_eq!(cells.len(), 18);
    }
}
