//! 3-D axes of a figure, and their handles.

use std::ops::{Index, IndexMut};

use crate::axes::{AnyAxes, Axes, Axes3D, Position, checked_rect};
use crate::error::Result;
use crate::figure::Figure;
use crate::gridspec::SubplotSpec;
use crate::handle::Handle;
use crate::stamp::Stamp;

/// What a handle of axes can name: [`Axes`] or [`Axes3D`].
pub trait AnyAxesHandle: sealed::Sealed {}

impl AnyAxesHandle for Axes {}
impl AnyAxesHandle for Axes3D {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for crate::axes::Axes {}
    impl Sealed for crate::axes::Axes3D {}
}

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
        Ok(self.push_axes_3d(Position::Rect(checked_rect(rect)?)))
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

    /// Adds 3-D axes at the cells of a [`GridSpec`](crate::GridSpec).
    pub fn add_subplot_3d_at(&mut self, spec: SubplotSpec) -> Handle<Axes3D> {
        self.push_axes_3d(Position::Subplot(spec))
    }

    fn push_axes_3d(&mut self, position: Position) -> Handle<Axes3D> {
        let place = self.axes.len();
        let plane = Handle::new(self.id, place, 0);
        let axes = Axes3D::new(position, plane, self.style.clone());
        self.axes.push(AnyAxes::Space(Box::new(axes)));
        Handle::new(self.id, place, 0)
    }

    /// All 3-D axes, in the order they were added.
    pub fn axes_3d(&self) -> impl Iterator<Item = Handle<Axes3D>> {
        let axes = self.axes.iter().enumerate();
        let solid = axes.filter(|(_, axes)| axes.space().is_some());
        solid.map(|(place, _)| Handle::new(self.id, place, 0))
    }

    /// The 3-D axes of this handle, unless they are another figure's.
    pub fn get_axes_3d(&self, handle: Handle<Axes3D>) -> Option<&Axes3D> {
        let axes = self.axes.get(handle.axes)?;
        axes.space().filter(|_| handle.figure == self.id)
    }

    /// The 3-D axes of this handle to be changed, unless they are another figure's.
    pub fn get_axes_3d_mut(&mut self, handle: Handle<Axes3D>) -> Option<&mut Axes3D> {
        if handle.figure != self.id {
            return None;
        }
        let axes = self.axes.get_mut(handle.axes)?.space_mut()?;
        axes.plane.stamp = Stamp::next();
        Some(axes)
    }
}

impl Index<Handle<Axes3D>> for Figure {
    type Output = Axes3D;

    #[track_caller]
    fn index(&self, handle: Handle<Axes3D>) -> &Axes3D {
        match self.get_axes_3d(handle) {
            Some(axes) => axes,
            None => handle.names_nothing(),
        }
    }
}

impl IndexMut<Handle<Axes3D>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, handle: Handle<Axes3D>) -> &mut Axes3D {
        match self.get_axes_3d_mut(handle) {
            Some(axes) => axes,
            None => handle.names_nothing(),
        }
    }
}
