//! Which lines of a surface a wireframe has.

use std::ops::Range;

use ndarray::{ArrayBase, Data, Ix2};

use crate::artists::surface_grid::{Strides, SurfaceGrid, lines};
use crate::error::{Error, Result};
use crate::properties::options;
use crate::series::Datum;

options! {
    /// The lines of a surface that [`Axes3D::plot_wireframe_with`](crate::Axes3D::plot_wireframe_with) draws: the steps
    /// between them (`rstride`, `cstride`) or their maximum numbers (`rcount`, `ccount`); by default at most 50 of each.
    ///
    /// ```
    /// let every_tenth = plotreel::collections::WireframeOptions::new().with_rstride(10).with_cstride(10);
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct WireframeOptions;
    rstride / with_rstride: maybe_count = None,
        "the step from one drawn row to the next; 0 draws no rows; 1 if only `cstride` is given";
    cstride / with_cstride: maybe_count = None,
        "the step from one drawn column to the next; 0 draws no columns; 1 if only `rstride` is given";
    rcount / with_rcount: maybe_count = None, "the maximum number of rows; 0 draws none";
    ccount / with_ccount: maybe_count = None, "the maximum number of columns; 0 draws none";
}

impl WireframeOptions {
    /// From a drawn row to the next, and from a column to the next.
    fn strides(&self, shape: (usize, usize)) -> Result<(usize, usize)> {
        self.check_options()?;
        let strides = Strides {
            steps: [self.rstride, self.cstride],
            counts: [self.rcount, self.ccount],
            usual: 1,
        };
        let steps = strides.steps(shape).filter(|steps| *steps != (0, 0));
        steps.ok_or_else(|| Error::Setting {
            name: "the lines of a wireframe",
            value: format!("{self:?}"),
            expected: "strides or counts, not both, and not 0 for both rows and columns",
        })
    }
}

/// The lines of a surface: first along its rows, then along its columns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wireframe {
    pub(crate) points: Vec<[f64; 3]>,
    /// Where each line is in the points.
    pub(crate) lines: Vec<Range<usize>>,
}

impl Wireframe {
    /// The lines of z over x and y, which are broadcast to its shape.
    pub(crate) fn new<T, S>(
        x: &ArrayBase<S, Ix2>,
        y: &ArrayBase<S, Ix2>,
        z: &ArrayBase<S, Ix2>,
        options: &WireframeOptions,
    ) -> Result<Self>
    where
        T: Datum,
        S: Data<Elem = T>,
    {
        let (rstride, cstride) = options.strides(z.dim())?;
        let grid = SurfaceGrid::new(x, y, z)?;
        let (rows, columns) = grid.shape();
        let mut wireframe = Self::default();
        if z.is_empty() {
            return Ok(wireframe);
        }
        for row in lines(rows, rstride) {
            wireframe.push((0..columns).map(|column| grid.point(row, column)));
        }
        for column in lines(columns, cstride) {
            wireframe.push((0..rows).map(|row| grid.point(row, column)));
        }
        Ok(wireframe)
    }

    fn push(&mut self, line: impl Iterator<Item = [f64; 3]>) {
        let start = self.points.len();
        self.points.extend(line);
        self.lines.push(start..self.points.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_become_strides() {
        let strides = |options: WireframeOptions| options.strides((101, 50)).ok();
        let none = WireframeOptions::default();
        assert_eq!(strides(none), Some((3, 1)));
        let rstride = Some(4);
        assert_eq!(strides(WireframeOptions { rstride, ..none }), Some((4, 1)));
        let counts = |rcount, ccount| WireframeOptions {
            rcount: Some(rcount),
            ccount: Some(ccount),
            ..none
        };
        assert_eq!(strides(counts(10, 0)), Some((11, 0)));
        assert_eq!(strides(counts(0, 0)), None);
        let both = WireframeOptions {
            rstride,
            ..counts(10, 10)
        };
        assert_eq!(strides(both), None);
    }
}
