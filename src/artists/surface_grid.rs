//! The points of a surface, and which of their rows and columns are drawn.

use ndarray::{ArrayBase, ArrayView2, Data, Ix2};

use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::series::Datum;

/// The reference's default maximum number of rows and of columns.
const COUNT: usize = 50;

/// The points of a surface: z over x and y.
#[derive(Debug, Clone)]
pub(crate) struct SurfaceGrid<'a, T> {
    x: ArrayView2<'a, T>,
    y: ArrayView2<'a, T>,
    z: ArrayView2<'a, T>,
}

impl<'a, T: Datum> SurfaceGrid<'a, T> {
    /// Of z over x and y, which are broadcast to its shape.
    pub(crate) fn new<S: Data<Elem = T>>(
        x: &'a ArrayBase<S, Ix2>,
        y: &'a ArrayBase<S, Ix2>,
        z: &'a ArrayBase<S, Ix2>,
    ) -> Result<Self> {
        let shape = z.dim();
        let spread = |array: &'a ArrayBase<S, Ix2>| {
            array.broadcast(shape).ok_or_else(|| Error::Setting {
                name: "the x and y of a surface",
                value: format!("of shape {:?} for z of shape {shape:?}", array.dim()),
                expected: "arrays of the shape of z, or a row for x and a column for y",
            })
        };
        Ok(Self {
            x: spread(x)?,
            y: spread(y)?,
            z: z.view(),
        })
    }

    /// The numbers of rows and columns.
    pub(crate) fn shape(&self) -> (usize, usize) {
        self.z.dim()
    }

    pub(crate) fn point(&self, row: usize, column: usize) -> [f64; 3] {
        let at = [row, column];
        [
            self.x[at].number(),
            self.y[at].number(),
            self.z[at].number(),
        ]
    }

    /// The range of all points.
    pub(crate) fn limits(&self) -> DataLimits {
        let column =
            |array: &ArrayView2<'_, T>| array.iter().map(|v| v.number()).collect::<Vec<_>>();
        DataLimits::of_points_3d(&column(&self.x), &column(&self.y), &column(&self.z))
    }
}

/// How many rows and columns are drawn: the steps from one to the next, or their maximum numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Strides {
    pub(crate) steps: [Option<usize>; 2],
    pub(crate) counts: [Option<usize>; 2],
    /// The step in one direction if only that in the other is given.
    pub(crate) usual: usize,
}

impl Strides {
    /// The steps for so many rows and columns; `None` if both steps and numbers are given. A number of 0 is a step of 0.
    pub(crate) fn steps(&self, (rows, columns): (usize, usize)) -> Option<(usize, usize)> {
        let is_given = |values: [Option<usize>; 2]| values != [None; 2];
        let [rstride, cstride] = self.steps;
        let [rcount, ccount] = self.counts;
        match (is_given(self.steps), is_given(self.counts)) {
            (true, true) => None,
            (true, false) => Some((rstride.unwrap_or(self.usual), cstride.unwrap_or(self.usual))),
            (false, _) => Some((step(rows, rcount), step(columns, ccount))),
        }
    }
}

fn step(lines: usize, count: Option<usize>) -> usize {
    match count.unwrap_or(COUNT) {
        0 => 0,
        count => lines.div_ceil(count).max(1),
    }
}

/// Every `stride`th of so many rows or columns, and the last; none for a stride of 0.
pub(crate) fn lines(count: usize, stride: usize) -> impl Iterator<Item = usize> {
    let last = count.saturating_sub(1);
    let regular = (0..last).step_by(stride.max(1));
    regular.chain([last]).filter(move |_| stride > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_always_there() {
        let found = |count, stride| lines(count, stride).collect::<Vec<_>>();
        assert_eq!(found(7, 3), [0, 3, 6]);
        assert_eq!(found(8, 3), [0, 3, 6, 7]);
        assert_eq!(found(1, 5), [0]);
        assert_eq!(found(4, 0), [0; 0]);
    }

    #[test]
    fn counts_become_steps() {
        let steps = |steps, counts| {
            let strides = Strides {
                steps,
                counts,
                usual: 10,
            };
            strides.steps((101, 50))
        };
        assert_eq!(steps([None; 2], [None; 2]), Some((3, 1)));
        assert_eq!(steps([Some(4), None], [None; 2]), Some((4, 10)));
        assert_eq!(steps([None; 2], [Some(10), Some(0)]), Some((11, 0)));
        assert_eq!(steps([Some(1), None], [None, Some(2)]), None);
    }
}
