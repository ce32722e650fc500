//! 3-D axes of a figure.

use crate::axes::{Axes3D, Position, checked_rect};
use crate::error::Result;
use crate::figure::Figure;
use crate::gridspec::SubplotSpec;
use crate::handle::Handle;

impl Figure {
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
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite.
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
    /// [`Error::Setting`](crate::Error::Setting) for a cell outside the grid.
    pub fn add_subplot_3d(
        &mut self,
        rows: usize,
        columns: usize,
        index: usize,
    ) -> Result<Handle<Axes3D>> {
        let spec = SubplotSpec::of_cell(rows, columns, index)?;
        Ok(self.add_subplot_3d_at(spec))
    }

    /// Adds 3-D axes at the cells of a [`GridSpec`](crate::gridspec::GridSpec).
    pub fn add_subplot_3d_at(&mut self, spec: SubplotSpec) -> Handle<Axes3D> {
        self.push_axes(Position::Subplot(spec))
    }
}
