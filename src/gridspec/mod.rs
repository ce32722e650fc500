//! Grids of subplots.

mod cells;

pub use cells::Cells;

use std::ops::Range;

use crate::error::{Error, Result};
use crate::properties::{Angle, Check, Length, options};

/// The maximum number of rows and columns.
const MAX_SIDE: usize = 1000;

options! {
    /// The margins of a figure's subplots and the spaces between them.
    ///
    /// Margins are fractions of the figure; spaces are fractions of the mean width and height of a subplot.
    ///
    /// ```
    /// use plotreel::gridspec::SubplotParams;
    ///
    /// let wide = SubplotParams::new().with_left(0.05).with_right(0.98);
    /// assert_eq!((wide.left(), wide.bottom()), (0.05, 0.11));
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct SubplotParams;
    left / with_left: number<Angle> = 0.125, "the left edge of the subplots";
    right / with_right: number<Angle> = 0.9, "the right edge of the subplots";
    bottom / with_bottom: number<Angle> = 0.11, "the bottom edge of the subplots";
    top / with_top: number<Angle> = 0.88, "the top edge of the subplots";
    wspace / with_wspace: number<Length> = 0.2, "the width of the space between subplots";
    hspace / with_hspace: number<Length> = 0.2, "the height of the space between subplots";
}

impl SubplotParams {
    pub(crate) fn checked(self) -> Result<Self> {
        self.check_options()?;
        if self.left < self.right && self.bottom < self.top {
            Ok(self)
        } else {
            Err(Error::Setting {
                name: "the subplot parameters",
                value: format!("{self:?}"),
                expected: "left less than right, and bottom less than top",
            })
        }
    }
}

/// A grid of rows and columns for subplots.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::gridspec::GridSpec;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let grid = GridSpec::new(2, 3)?.with_width_ratios([2.0, 1.0, 1.0])?;
/// let wide = fig.add_subplot_at(grid.span(0, ..)?);
/// let corner = fig.add_subplot_at(grid.span(1, 2)?);
/// # assert_ne!(wide, corner);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct GridSpec {
    width_ratios: Vec<f64>,
    height_ratios: Vec<f64>,
    params: Option<SubplotParams>,
    /// Its own spaces between columns and between rows.
    spaces: [Option<f64>; 2],
    /// The cells that it divides, if it is not the figure's own grid.
    within: Option<Box<SubplotSpec>>,
    /// Whether it divides them between axes and their colorbar.
    is_for_colorbar: bool,
}

impl GridSpec {
    /// A grid of equal cells.
    ///
    /// # Errors
    /// [`Error::Setting`] unless there are 1 to 1000 rows and columns.
    pub fn new(rows: usize, columns: usize) -> Result<Self> {
        let fits = |n: usize| (1..=MAX_SIDE).contains(&n);
        if !fits(rows) || !fits(columns) {
            return Err(Error::Setting {
                name: "a grid of subplots",
                value: format!("{rows} x {columns}"),
                expected: "1 to 1000 rows and columns",
            });
        }
        Ok(Self {
            width_ratios: vec![1.0; columns],
            height_ratios: vec![1.0; rows],
            params: None,
            spaces: [None; 2],
            within: None,
            is_for_colorbar: false,
        })
    }

    /// Sets the relative widths of the columns.
    ///
    /// # Errors
    /// [`Error::Setting`] unless there is one above 0 for each column.
    pub fn with_width_ratios(mut self, ratios: impl Into<Vec<f64>>) -> Result<Self> {
        self.width_ratios = checked_ratios("width_ratios", ratios.into(), self.width_ratios.len())?;
        Ok(self)
    }

    /// Sets the relative heights of the rows.
    ///
    /// # Errors
    /// [`Error::Setting`] unless there is one above 0 for each row.
    pub fn with_height_ratios(mut self, ratios: impl Into<Vec<f64>>) -> Result<Self> {
        self.height_ratios =
            checked_ratios("height_ratios", ratios.into(), self.height_ratios.len())?;
        Ok(self)
    }

    /// The same with these ratios, where there are any.
    pub(crate) fn with_ratios(mut self, widths: &[f64], heights: &[f64]) -> Result<Self> {
        if !widths.is_empty() {
            self = self.with_width_ratios(widths)?;
        }
        if !heights.is_empty() {
            self = self.with_height_ratios(heights)?;
        }
        Ok(self)
    }

    /// Whether it has spaces of its own.
    pub(crate) fn has_spaces(&self) -> bool {
        self.spaces != [None; 2]
    }

    /// Sets its own margins and spaces instead of the figure's.
    ///
    /// # Errors
    /// [`Error::Setting`] for edges in the wrong order.
    pub fn with_params(mut self, params: SubplotParams) -> Result<Self> {
        self.params = Some(params.checked()?);
        Ok(self)
    }

    /// Sets the width of its own spaces between columns, as a fraction of the mean width of a cell.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers below 0 and not finite ones.
    pub fn with_wspace(mut self, wspace: f64) -> Result<Self> {
        self.spaces[0] = Some(Length::checked("wspace", wspace)?);
        Ok(self)
    }

    /// Sets the height of its own spaces between rows, as a fraction of the mean height of a cell.
    ///
    /// # Errors
    /// As [`with_wspace`](Self::with_wspace).
    pub fn with_hspace(mut self, hspace: f64) -> Result<Self> {
        self.spaces[1] = Some(Length::checked("hspace", hspace)?);
        Ok(self)
    }

    /// The cells of some rows and columns, both counted from 0 at the top left: `span(0, ..)`, `span(1..3, 2)`.
    ///
    /// # Errors
    /// [`Error::Setting`] for cells outside the grid.
    pub fn span(&self, rows: impl Cells, columns: impl Cells) -> Result<SubplotSpec> {
        let (nrows, ncolumns) = (self.height_ratios.len(), self.width_ratios.len());
        let (rows, columns) = (rows.within(nrows), columns.within(ncolumns));
        let fits = |cells: &Range<usize>, n| cells.start < cells.end && cells.end <= n;
        if !fits(&rows, nrows) || !fits(&columns, ncolumns) {
            return Err(Error::Setting {
                name: "the cells of a subplot",
                value: format!("rows {rows:?}, columns {columns:?}"),
                expected: "cells inside the grid",
            });
        }
        Ok(SubplotSpec {
            grid: self.clone(),
            rows,
            columns,
        })
    }

    /// The cells divided into columns and rows of these sizes, with these spaces, for axes and their colorbar.
    pub(crate) fn for_colorbar(
        spec: SubplotSpec,
        (width_ratios, height_ratios): (Vec<f64>, Vec<f64>),
        spaces: [f64; 2],
    ) -> Self {
        Self {
            width_ratios,
            height_ratios,
            params: None,
            spaces: spaces.map(Some),
            within: Some(Box::new(spec)),
            is_for_colorbar: true,
        }
    }

    /// Cells that are known to be in the grid.
    pub(crate) fn cells_at(&self, rows: Range<usize>, columns: Range<usize>) -> SubplotSpec {
        SubplotSpec {
            grid: self.clone(),
            rows,
            columns,
        }
    }

    /// The relative widths of columns and heights of rows.
    pub(crate) fn ratios(&self) -> (&[f64], &[f64]) {
        (&self.width_ratios, &self.height_ratios)
    }

    /// The spaces between columns and between rows, if it has its own.
    pub(crate) fn spaces(&self) -> [Option<f64>; 2] {
        self.spaces
    }

    /// The cells that it divides.
    pub(crate) fn within(&self) -> Option<&SubplotSpec> {
        self.within.as_deref()
    }

    /// Margins and spaces, in a figure with these.
    fn resolved(&self, figure: &SubplotParams) -> SubplotParams {
        let mut params = self.params.unwrap_or(*figure);
        if let Some(spec) = &self.within {
            [params.left, params.bottom, params.right, params.top] = spec.extents(figure);
        }
        let [wspace, hspace] = self.spaces;
        SubplotParams {
            wspace: wspace.unwrap_or(params.wspace),
            hspace: hspace.unwrap_or(params.hspace),
            ..params
        }
    }

    /// Start and end of each cell along one direction, in fractions of the figure.
    fn cells(ratios: &[f64], start: f64, length: f64, space: f64) -> Vec<(f64, f64)> {
        let n = ratios.len() as f64;
        let cell = length / (n + space * (n - 1.0));
        let norm = cell * n / ratios.iter().sum::<f64>();
        let mut at = 0.0;
        ratios
            .iter()
            .enumerate()
            .map(|(i, ratio)| {
                at += if i > 0 { space * cell } else { 0.0 };
                let from = start + at;
                at += ratio * norm;
                (from, start + at)
            })
            .collect()
    }
}

/// The cells of a grid that a subplot occupies.
#[derive(Debug, Clone, PartialEq)]
pub struct SubplotSpec {
    grid: GridSpec,
    pub(crate) rows: Range<usize>,
    pub(crate) columns: Range<usize>,
}

impl SubplotSpec {
    /// \[left, bottom, right, top\] in fractions of the figure.
    pub(crate) fn extents(&self, figure: &SubplotParams) -> [f64; 4] {
        let p = self.grid.resolved(figure);
        let across = GridSpec::cells(&self.grid.width_ratios, p.left, p.right - p.left, p.wspace);
        // Rows are counted from the top.
        let down = GridSpec::cells(&self.grid.height_ratios, 0.0, p.top - p.bottom, p.hspace);
        let (left, right) = (across[self.columns.start].0, across[self.columns.end - 1].1);
        let top = p.top - down[self.rows.start].0;
        let bottom = p.top - down[self.rows.end - 1].1;
        [left, bottom, right, top]
    }

    pub(crate) fn grid(&self) -> &GridSpec {
        &self.grid
    }

    /// Divides the cells into a grid of rows and columns, with the spaces of the figure unless it gets its own.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::gridspec::GridSpec;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let halves = GridSpec::new(1, 2)?;
    /// let stack = halves.span(0, 1)?.subgridspec(3, 1)?.with_hspace(0.0)?;
    /// fig.add_subplot_at(halves.span(0, 0)?);
    /// for row in 0..3 {
    ///     fig.add_subplot_at(stack.span(row, 0)?);
    /// }
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`GridSpec::new`].
    pub fn subgridspec(&self, rows: usize, columns: usize) -> Result<GridSpec> {
        Ok(GridSpec {
            within: Some(Box::new(self.clone())),
            ..GridSpec::new(rows, columns)?
        })
    }

    /// The cells of the figure's own grid that contain it.
    pub(crate) fn topmost(&self) -> &Self {
        match &self.grid.within {
            Some(spec) => spec.topmost(),
            None => self,
        }
    }

    /// The cells of which axes take a part beside their colorbars.
    pub(crate) fn with_colorbars(&self) -> &Self {
        match &self.grid.within {
            Some(spec) if self.grid.is_for_colorbar => spec.with_colorbars(),
            _ => self,
        }
    }

    /// \[left, bottom, right, top\] in fractions of the figure, without margins and spaces.
    pub(crate) fn fractions(&self) -> [f64; 4] {
        let part = |ratios: &[f64], cells: &Range<usize>| {
            let whole: f64 = ratios.iter().sum();
            let before = ratios[..cells.start].iter().sum::<f64>() / whole;
            (before, ratios[cells.clone()].iter().sum::<f64>() / whole)
        };
        let (left, width) = part(&self.grid.width_ratios, &self.columns);
        let (_, height) = part(&self.grid.height_ratios, &self.rows);
        let (above, _) = part(&self.grid.height_ratios, &(self.rows.end..self.rows.end));
        let bottom = 1.0 - above;
        [left, bottom, left + width, bottom + height]
    }

    /// Rows and columns of the whole grid.
    pub(crate) fn grid_size(&self) -> (usize, usize) {
        (self.grid.height_ratios.len(), self.grid.width_ratios.len())
    }

    /// Whether the grid has the figure's margins.
    pub(crate) fn follows_figure(&self) -> bool {
        self.grid.params.is_none() && self.grid.spaces == [None; 2]
    }
}

fn checked_ratios(name: &'static str, ratios: Vec<f64>, n: usize) -> Result<Vec<f64>> {
    if ratios.len() == n && ratios.iter().all(|r| r.is_finite() && *r > 0.0) {
        Ok(ratios)
    } else {
        Err(Error::Setting {
            name,
            value: format!("{ratios:?}"),
            expected: "one number above 0 for each row or column",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_lie_where_the_reference_has_them() {
        // GridSpec(2, 3, width_ratios=[2, 1, 1])[1, 1:3].get_position(figure).extents
        let grid = GridSpec::new(2, 3)
            .unwrap()
            .with_width_ratios([2.0, 1.0, 1.0])
            .unwrap();
        let rect = grid
            .span(1, 1..3)
            .unwrap()
            .extents(&SubplotParams::default());
        let expected = [0.5125, 0.11, 0.9, 0.46];
        for (a, b) in rect.iter().zip(expected) {
            assert!((a - b).abs() < 1e-12, "{rect:?}");
        }
        assert!(grid.span(2, 0).is_err() && grid.span(0, 3..).is_err());
    }
}
