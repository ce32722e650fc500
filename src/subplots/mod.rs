//! Subplots of a figure: cells of grids, mosaics, shared axes, twins, and axes in others.

mod align;
mod mosaic;
mod parts;
mod sharing;

use ndarray::Array2;

use crate::axes::{Axes, Axes3D, PolarAxes, Position, checked_rect};
use crate::axis::{Axis, TickParams};
use crate::error::{Error, Result};
pub use crate::figure::SubfiguresOptions;
use crate::figure::{Figure, FigureBase};
use crate::gridspec::{GridSpec, SubplotParams, SubplotSpec};
use crate::handle::Handle;
use crate::properties::{Positive, names, options};
pub use mosaic::{Mosaic, MosaicLayout, SubplotProjection};

/// Which axes of [`FigureBase::subplots_with`] share limits and ticks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Share {
    /// None.
    #[default]
    None,
    /// All.
    All,
    /// Those in the same row.
    Row,
    /// Those in the same column.
    Col,
}

options! {
    /// Options of [`FigureBase::subplots_with`].
    #[derive(Debug, Clone, PartialEq)]
    pub struct SubplotsOptions;
    sharex / with_sharex: choice<Share> = Share::None, "which axes share the x axis; inner axes have no tick labels";
    sharey / with_sharey: choice<Share> = Share::None, "which axes share the y axis; inner axes have no tick labels";
    width_ratios / with_width_ratios: numbers<Positive> = Vec::new(), "the relative widths of the columns; equal if empty";
    height_ratios / with_height_ratios: numbers<Positive> = Vec::new(), "the relative heights of the rows; equal if empty";
}

names! {
    Share, "which axes share", "none, all, row or col";
    None: "none",
    All: "all",
    Row: "row",
    Col: "col",
}

impl SubplotsOptions {
    /// A grid with these ratios.
    fn grid(&self, rows: usize, columns: usize) -> Result<GridSpec> {
        GridSpec::new(rows, columns)?.with_ratios(&self.width_ratios, &self.height_ratios)
    }
}

impl SubplotSpec {
    /// One cell of a grid, counted from 1 row by row from the top left.
    pub(crate) fn of_cell(rows: usize, columns: usize, index: usize) -> Result<Self> {
        let grid = GridSpec::new(rows, columns)?;
        if !(1..=rows * columns).contains(&index) {
            return Err(Error::Setting {
                name: "the index of a subplot",
                value: index.to_string(),
                expected: "an index from 1 to rows times columns",
            });
        }
        let cell = index - 1;
        grid.span(cell / columns, cell % columns)
    }
}

impl FigureBase {
    /// Adds axes at one cell of a grid, counted from 1 row by row from the top left.
    ///
    /// # Errors
    /// [`Error::Setting`] for a cell outside the grid.
    pub fn add_subplot(
        &mut self,
        rows: usize,
        columns: usize,
        index: usize,
    ) -> Result<Handle<Axes>> {
        let spec = SubplotSpec::of_cell(rows, columns, index)?;
        Ok(self.add_subplot_at(spec))
    }

    /// Adds axes at the cells of a [`GridSpec`].
    pub fn add_subplot_at(&mut self, spec: SubplotSpec) -> Handle<Axes> {
        self.push_axes(Position::Subplot(spec))
    }

    /// Adds a grid of axes: `axs[[row, column]]`.
    ///
    /// # Errors
    /// [`Error::Setting`] without rows or columns.
    pub fn subplots(&mut self, rows: usize, columns: usize) -> Result<Array2<Handle<Axes>>> {
        self.subplots_with(rows, columns, &SubplotsOptions::default())
    }

    /// Adds a grid of axes with shared axes, or with rows and columns of different sizes.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::subplots::SubplotsOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let options = SubplotsOptions::new().with_sharex("col")?.with_height_ratios([3.0, 1.0]);
    /// let axs = fig.subplots_with(2, 1, &options)?;
    /// fig[axs[[1, 0]]].set_xlim(0.0, 9.0)?; // of both
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for invalid ratios.
    pub fn subplots_with(
        &mut self,
        rows: usize,
        columns: usize,
        options: &SubplotsOptions,
    ) -> Result<Array2<Handle<Axes>>> {
        options.check_options()?;
        let grid = options.grid(rows, columns)?;
        let first = self.axes.len();
        let place = |row: usize, column: usize| first + row * columns + column;
        for cell in 0..rows * columns {
            let (row, column) = (cell / columns, cell % columns);
            let handle = self.push_axes::<Axes>(Position::Subplot(grid.span(row, column)?));
            let leader = |share| match share {
                Share::None => None,
                Share::All => Some(first),
                Share::Row => Some(place(row, 0)),
                Share::Col => Some(place(0, column)),
            };
            let axes = &mut self.axes[handle.axes];
            axes.shared = [leader(options.sharex), leader(options.sharey)];
            // As label_outer: only the outermost of shared axes have labels.
            if matches!(options.sharex, Share::All | Share::Col) && row + 1 < rows {
                hide_labels(&mut axes.xaxis);
            }
            if matches!(options.sharey, Share::All | Share::Row) && column > 0 {
                hide_labels(&mut axes.yaxis);
            }
        }
        let id = self.id;
        Ok(Array2::from_shape_fn((rows, columns), |(row, column)| {
            Handle::new(id, place(row, column), 0)
        }))
    }

    /// Sets margins and spaces of the subplots, in subfigures, too.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let subfigs = fig.subfigures(1, 2)?;
    /// let params = fig[subfigs[[0, 1]]].subplot_params();
    /// fig[subfigs[[0, 1]]].subplots_adjust(params.with_left(0.05))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for edges in the wrong order.
    pub fn subplots_adjust(&mut self, params: SubplotParams) -> Result<()> {
        let params = params.checked()?;
        if !self.is_adjustable() {
            log::warn!(
                "subplots_adjust has no effect: the figure has a constrained layout; call set_layout_engine(\"none\") before"
            );
            return Ok(());
        }
        self.take_params(params);
        Ok(())
    }

    /// As in the reference, those of subfigures are the same.
    fn take_params(&mut self, params: SubplotParams) {
        self.params = params;
        self.give_up_places();
        for sub in &mut self.subfigs {
            sub.place = sub.given_place;
            sub.take_params(params);
        }
    }

    /// The margins and spaces of the subplots.
    pub fn subplot_params(&self) -> SubplotParams {
        self.params
    }
}

impl Figure {
    /// Sets margins and spaces of the subplots, in subfigures, too. A figure with a constrained
    /// [layout engine](Self::set_layout_engine) stays as it is, with a warning.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// fig.subplots_adjust(fig.subplot_params().with_left(0.05))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for edges in the wrong order.
    pub fn subplots_adjust(&mut self, params: SubplotParams) -> Result<()> {
        FigureBase::subplots_adjust(self, params)
    }
}

fn hide_labels(axis: &mut Axis) {
    axis.set_tick_params(&TickParams::of_both().with_labels(false, false));
    axis.set_offset_visible(false);
}

impl FigureBase {
    /// Adds 3-D axes (`projection="3d"`) at \[left, bottom, width, height\] in fractions of the figure: the largest
    /// square in it.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((4.8, 4.8), 100.0);
    /// let ax = fig.add_axes_3d([0.0, 0.0, 1.0, 1.0])?;
    /// fig[ax].set_axis_off();
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not finite.
    pub fn add_axes_3d(&mut self, rect: [f64; 4]) -> Result<Handle<Axes3D>> {
        Ok(self.push_axes(Position::Rect(checked_rect(rect)?)))
    }

    /// Adds 3-D axes (`projection="3d"`) at one cell of a grid, counted from 1 row by row from the top left.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 2, 1)?;
    /// let beside = fig.add_subplot(1, 2, 2)?;
    /// fig[ax].plot(&[0, 1], &[0, 1], &[0, 1])?;
    /// fig[beside].plot(&[0, 1], &[0, 1])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for a cell outside the grid.
    pub fn add_subplot_3d(
        &mut self,
        rows: usize,
        columns: usize,
        index: usize,
    ) -> Result<Handle<Axes3D>> {
        let spec = SubplotSpec::of_cell(rows, columns, index)?;
        Ok(self.add_subplot_3d_at(spec))
    }

    /// Adds 3-D axes at the cells of a [`GridSpec`].
    pub fn add_subplot_3d_at(&mut self, spec: SubplotSpec) -> Handle<Axes3D> {
        self.push_axes(Position::Subplot(spec))
    }

    /// Adds polar axes (`projection="polar"`) at \[left, bottom, width, height\] in fractions of the figure: the largest
    /// circle in it.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not finite.
    pub fn add_axes_polar(&mut self, rect: [f64; 4]) -> Result<Handle<PolarAxes>> {
        Ok(self.push_axes(Position::Rect(checked_rect(rect)?)))
    }

    /// Adds polar axes (`projection="polar"`) at one cell of a grid, counted from 1 row by row from the top left.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_polar(1, 1, 1)?;
    /// fig[ax].bar(&[0.0, 1.0, 2.0], &[3.0, 1.0, 2.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for a cell outside the grid.
    pub fn add_subplot_polar(
        &mut self,
        rows: usize,
        columns: usize,
        index: usize,
    ) -> Result<Handle<PolarAxes>> {
        let spec = SubplotSpec::of_cell(rows, columns, index)?;
        Ok(self.add_subplot_polar_at(spec))
    }

    /// Adds polar axes at the cells of a [`GridSpec`].
    pub fn add_subplot_polar_at(&mut self, spec: SubplotSpec) -> Handle<PolarAxes> {
        self.push_axes(Position::Subplot(spec))
    }
}
