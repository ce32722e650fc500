//! Which lines of a surface a wireframe has.

use std::ops::Range;

use ndarray::{ArrayBase, ArrayView2, Data, Ix2};

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

/// The reference's default maximum for each direction.
const COUNT: usize = 50;

impl WireframeOptions {
    /// From a drawn row to the next, and from a column to the next.
    fn strides(&self, (rows, columns): (usize, usize)) -> Result<(usize, usize)> {
        self.check_options()?;
        let strided = self.rstride.is_some() || self.cstride.is_some();
        let counted = self.rcount.is_some() || self.ccount.is_some();
        let strides = if strided {
            (self.rstride.unwrap_or(1), self.cstride.unwrap_or(1))
        } else {
            let stride = |lines: usize, count: Option<usize>| match count.unwrap_or(COUNT) {
                0 => 0,
                count => lines.div_ceil(count).max(1),
            };
            (stride(rows, self.rcount), stride(columns, self.ccount))
        };
        if (strided && counted) || strides == (0, 0) {
            return Err(Error::Setting {
                name: "the lines of a wireframe",
                value: format!("{self:?}"),
                expected: "strides or counts, not both, and not 0 for both rows and columns",
            });
        }
        Ok(strides)
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
        let (rows, columns) = z.dim();
        let (rstride, cstride) = options.strides(z.dim())?;
        let [x, y] = [spread(x, z.dim())?, spread(y, z.dim())?];
        let point = |row: usize, column: usize| {
            let at = [row, column];
            [x[at].number(), y[at].number(), z[at].number()]
        };
        let mut wireframe = Self::default();
        if z.is_empty() {
            return Ok(wireframe);
        }
        for row in lines(rows, rstride) {
            wireframe.push((0..columns).map(|column| point(row, column)));
        }
        for column in lines(columns, cstride) {
            wireframe.push((0..rows).map(|row| point(row, column)));
        }
        Ok(wireframe)
    }

    fn push(&mut self, line: impl Iterator<Item = [f64; 3]>) {
        let start = self.points.len();
        self.points.extend(line);
        self.lines.push(start..self.points.len());
    }
}

fn spread<T, S: Data<Elem = T>>(
    array: &ArrayBase<S, Ix2>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>> {
    array.broadcast(shape).ok_or_else(|| Error::Setting {
        name: "the x and y of a wireframe",
        value: format!("of shape {:?} for z of shape {shape:?}", array.dim()),
        expected: "arrays of the shape of z, or a row for x and a column for y",
    })
}

/// Every `stride`th of so many lines, and the last.
fn lines(count: usize, stride: usize) -> impl Iterator<Item = usize> {
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
