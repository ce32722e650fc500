//! The coordinates of the points of a grid.

use crate::error::{Error, Result};
use crate::series::Field;

/// The points of a grid.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grid {
    rows: usize,
    columns: usize,
    x: Coordinates,
    y: Coordinates,
}

/// Numbers along one direction of a grid.
#[derive(Debug, Clone, PartialEq)]
enum Coordinates {
    /// One for each column, if they are x, or for each row.
    Line(Vec<f64>),
    /// One for each point, row by row.
    Points(Vec<f64>),
}

impl Grid {
    /// With these coordinates, each a sequence or an array.
    ///
    /// # Errors
    /// [`Error::Setting`] for shapes that don't fit, and for numbers that are not finite.
    pub(crate) fn new(x: &(impl Field + ?Sized), y: &(impl Field + ?Sized)) -> Result<Self> {
        let x_shape = x.is_grid().then(|| x.shape_2d());
        let y_shape = y.is_grid().then(|| y.shape_2d());
        let (x, y) = (x.values(), y.values());
        let unfit = |value: String| Error::Setting {
            name: "the x and y of a grid",
            value,
            expected: "finite numbers: a sequence for x and one for y, or arrays of one shape",
        };
        if !x.iter().chain(&y).all(|v| v.is_finite()) {
            return Err(unfit("NaN or infinite".into()));
        }
        let columns = x_shape.map_or(x.len(), |shape| shape.1);
        let rows = y_shape.map_or(y.len(), |shape| shape.0);
        let x_is_line = x_shape.is_none_or(|(rows, _)| rows == 1);
        let y_is_line = y_shape.is_none_or(|(_, columns)| columns == 1);
        let fits = (x_is_line || x_shape == Some((rows, columns)))
            && (y_is_line || y_shape == Some((rows, columns)));
        if !fits {
            let shape = |len: usize, shape: Option<(usize, usize)>| match shape {
                Some(shape) => format!("{shape:?}"),
                None => format!("({len},)"),
            };
            let (x, y) = (shape(x.len(), x_shape), shape(y.len(), y_shape));
            return Err(unfit(format!("of shapes {x} and {y}")));
        }
        let of = |is_line: bool, values: Vec<f64>| match is_line {
            true => Coordinates::Line(values),
            false => Coordinates::Points(values),
        };
        Ok(Self {
            rows,
            columns,
            x: of(x_is_line, x),
            y: of(y_is_line, y),
        })
    }

    /// With whole numbers from 0 on.
    pub(crate) fn of_shape((rows, columns): (usize, usize)) -> Self {
        let count = |n: usize| Coordinates::Line((0..n).map(|i| i as f64).collect());
        Self {
            rows,
            columns,
            x: count(columns),
            y: count(rows),
        }
    }

    /// (rows, columns) of points.
    pub(crate) fn shape(&self) -> (usize, usize) {
        (self.rows, self.columns)
    }

    /// A point.
    #[inline]
    pub(crate) fn at(&self, row: usize, column: usize) -> [f64; 2] {
        let point = row * self.columns + column;
        let x = match &self.x {
            Coordinates::Line(x) => x[column],
            Coordinates::Points(x) => x[point],
        };
        let y = match &self.y {
            Coordinates::Line(y) => y[row],
            Coordinates::Points(y) => y[point],
        };
        [x, y]
    }

    /// All points, row by row.
    pub(crate) fn points(&self) -> impl Iterator<Item = [f64; 2]> + Clone {
        let columns = self.columns;
        (0..self.rows * columns).map(move |i| self.at(i / columns, i % columns))
    }

    /// The x of the columns and the y of the rows, if all points of one have the same.
    pub(crate) fn lines(&self) -> Option<(&[f64], &[f64])> {
        match (&self.x, &self.y) {
            (Coordinates::Line(x), Coordinates::Line(y)) => Some((x, y)),
            _ => None,
        }
    }

    /// The same, which knows that its x are those of the columns and its y those of the rows, if they are.
    pub(crate) fn straightened(mut self) -> Self {
        let columns = self.columns;
        if columns == 0 {
            return self;
        }
        if let Coordinates::Points(x) = &self.x
            && x.chunks_exact(columns).all(|row| row == &x[..columns])
        {
            self.x = Coordinates::Line(x[..columns].to_vec());
        }
        if let Coordinates::Points(y) = &self.y
            && y.chunks_exact(columns)
                .all(|row| row.iter().all(|y| *y == row[0]))
        {
            self.y = Coordinates::Line(y.iter().copied().step_by(columns).collect());
        }
        self
    }

    /// The corners of cells around these points: halfway to the next ones.
    pub(crate) fn around(&self) -> Self {
        let (rows, columns) = (self.rows, self.columns);
        let lines = |values: &[f64], len: usize| -> Vec<f64> {
            let lines = values.chunks_exact(len.max(1));
            lines.flat_map(halfway).collect()
        };
        // Along the rows, then along the columns.
        let points = |values: &[f64]| {
            let across = transposed(&lines(values, columns), columns + 1);
            transposed(&lines(&across, rows), rows + 1)
        };
        let around = |coordinates: &Coordinates| match coordinates {
            Coordinates::Line(values) => Coordinates::Line(halfway(values)),
            Coordinates::Points(values) => Coordinates::Points(points(values)),
        };
        Self {
            rows: rows + 1,
            columns: columns + 1,
            x: around(&self.x),
            y: around(&self.y),
        }
    }
}

/// The middles between numbers, and as far beyond the first and the last one.
fn halfway(values: &[f64]) -> Vec<f64> {
    let ([first, .., last], [.., before, _]) = (values, values) else {
        // The reference can't guess a width, either.
        return values.iter().chain(values).copied().collect();
    };
    let start = first - 0.5 * (values[1] - first);
    let middles = values
        .windows(2)
        .map(|pair| pair[0] + 0.5 * (pair[1] - pair[0]));
    let end = last + 0.5 * (last - before);
    std::iter::once(start).chain(middles).chain([end]).collect()
}

/// Rows of this length as columns.
fn transposed(values: &[f64], columns: usize) -> Vec<f64> {
    let column = |c: usize| values.iter().skip(c).step_by(columns.max(1)).copied();
    (0..columns).flat_map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn points_of_columns_and_rows_are_found_to_be_straight() {
        let x = array![[0.0, 1.0, 3.0], [0.0, 1.0, 3.0]];
        let y = array![[0.0, 0.0, 0.0], [2.0, 2.0, 2.0]];
        let grid = Grid::new(&x, &y).unwrap();
        assert_eq!(grid.lines(), None);
        let straight = grid.straightened();
        assert_eq!(
            straight.lines(),
            Some((&[0.0, 1.0, 3.0][..], &[0.0, 2.0][..]))
        );
        let bent = Grid::new(&(&x + &y), &y).unwrap().straightened();
        assert_eq!(bent.lines(), None);
    }

    #[test]
    fn cells_reach_halfway_to_the_next_points() {
        let grid = Grid::new(&[0.0, 2.0, 3.0], &[5.0]).unwrap().around();
        assert_eq!(
            grid.lines(),
            Some((&[-1.0, 1.0, 2.5, 3.5][..], &[5.0, 5.0][..]))
        );
        let x = array![[0.0, 2.0], [10.0, 14.0]];
        let grid = Grid::new(&x, &array![[0.0], [1.0]]).unwrap().around();
        assert_eq!(grid.shape(), (3, 3));
        let found: Vec<_> = grid.points().collect();
        assert_eq!(found[..3], [[-5.5, -0.5], [-4.5, -0.5], [-3.5, -0.5]]);
        assert_eq!(found[3..6], [[3.5, 0.5], [6.5, 0.5], [9.5, 0.5]]);
    }

    #[test]
    fn shapes_that_do_not_fit_are_refused() {
        let x = array![[0.0, 1.0, 2.0], [0.0, 1.0, 2.0]];
        assert!(Grid::new(&x, &[0.0, 1.0]).is_ok());
        assert!(Grid::new(&x, &array![[0.0], [1.0]]).is_ok());
        assert!(Grid::new(&x, &[0.0, 1.0, 2.0]).is_err());
        assert!(Grid::new(&x, &x.t()).is_err());
        assert!(Grid::new(&[0.0, f64::NAN], &[0.0]).is_err());
    }
}
