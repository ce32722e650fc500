//! Surfaces and bodies: `plot_surface`.

use ndarray::{ArrayBase, Data, Ix2};

use crate::artists::surface_grid::SurfaceGrid;
use crate::artists::{Poly3DCollection, SurfaceOptions};
use crate::axes::Axes3D;
use crate::error::Result;
use crate::handle::Handle;
use crate::series::Datum;

impl Axes3D {
    /// Draws a surface in patches between at most 50 rows and 50 columns, in the next colour of the cycle, shaded by a
    /// light. x and y have the shape of z, or are a row and a column.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let x = Array2::from_shape_fn((1, 30), |(_, c)| c as f64);
    /// let y = Array2::from_shape_fn((30, 1), |(r, _)| r as f64);
    /// let z = Array2::from_shape_fn((30, 30), |(r, c)| (r as f64 / 5.0).sin() * (c as f64 / 5.0).cos());
    /// let surface = fig[ax].plot_surface(&x, &y, &z)?;
    /// // From frame to frame, without creating a new one:
    /// fig[surface].set_data(&x, &y, &(0.5 * &z))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for x or y that can't be broadcast to the shape of z.
    pub fn plot_surface<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &ArrayBase<S, Ix2>,
        y: &ArrayBase<S, Ix2>,
        z: &ArrayBase<S, Ix2>,
    ) -> Result<Handle<Poly3DCollection>> {
        self.plot_surface_with(x, y, z, &SurfaceOptions::default())
    }

    /// Draws a surface with the strides and colours of the options. With a colormap the norm is set as of all
    /// collections: `fig[surface].set_clim(..)`.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::collections::SurfaceOptions;
    /// use plotreel::{Colormap, Figure};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let x = Array2::from_shape_fn((20, 20), |(_, c)| c as f64);
    /// let y = x.t().to_owned();
    /// let options = SurfaceOptions::new().with_rstride(1).with_cstride(1).with_cmap(Colormap::named("coolwarm")?);
    /// let surface = fig[ax].plot_surface_with(&x, &y, &(&x * &y), &options)?;
    /// fig[surface].set_antialiased(false);
    /// fig.colorbar(surface, ax)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`plot_surface`](Self::plot_surface), and [`Error::Setting`](crate::Error::Setting) for options that contradict
    /// each other, and for face colours that are fewer than points.
    pub fn plot_surface_with<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &ArrayBase<S, Ix2>,
        y: &ArrayBase<S, Ix2>,
        z: &ArrayBase<S, Ix2>,
        options: &SurfaceOptions,
    ) -> Result<Handle<Poly3DCollection>> {
        let grid = SurfaceGrid::new(x, y, z)?;
        let surface = Poly3DCollection::of_surface(&grid, options, || self.next_color())?;
        Ok(self.add_artist(surface))
    }
}
