//! Surfaces and bodies: `plot_surface`, `plot_trisurf`, `bar3d`, `fill_between`.

use ndarray::{ArrayBase, Data, Ix2};

use crate::artists::surface_grid::SurfaceGrid;
use crate::artists::{
    FillBetween3DOptions, Points, Poly3DCollection, SurfaceOptions, TrisurfOptions,
};
use crate::axes::Axes3D;
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::series::{Datum, Series};
use crate::triangulation::Triangulation;

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

    /// Draws a surface of triangles between the points (x, y, z), those of Delaunay for x and y, in the next colour of the
    /// cycle, shaded by a light.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let (x, y) = ([0.0, 1.0, 1.0, 0.2, 0.5], [0.0, 0.0, 1.0, 0.8, 0.4]);
    /// let surface = fig[ax].plot_trisurf(&x, &y, &[0.0, 0.1, 0.0, 0.1, 1.0])?;
    /// // From frame to frame, with the same triangles:
    /// fig[surface].set_data_3d(&x, &y, &[0.0, 0.1, 0.0, 0.1, 0.9])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length,
    /// [`Error::Setting`](crate::Error::Setting) for x or y that are not finite.
    pub fn plot_trisurf(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<Handle<Poly3DCollection>> {
        self.plot_trisurf_with(x, y, z, &TrisurfOptions::default())
    }

    /// Draws a surface with the triangles and colours of the options.
    ///
    /// ```
    /// use plotreel::collections::TrisurfOptions;
    /// use plotreel::tri::Triangulation;
    /// use plotreel::{Colormap, Figure};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// // Between parameters, whose points are anywhere in space.
    /// let net = Triangulation::new(&[0, 1, 1, 0], &[0, 0, 1, 1])?;
    /// let options = TrisurfOptions::new().with_triangulation(&net).with_cmap(Colormap::named("plasma")?);
    /// fig[ax].plot_trisurf_with(&[0, 2, 2, 0], &[1, 0, 1, 0], &[0, 0, 2, 1], &options)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`plot_trisurf`](Self::plot_trisurf), and for triangles with points that are not there.
    pub fn plot_trisurf_with(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        options: &TrisurfOptions,
    ) -> Result<Handle<Poly3DCollection>> {
        options.check_options()?;
        let mut points = Points::default();
        points.set_3d(x, y, z)?;
        let triangles = match &options.triangles {
            None => Triangulation::new(x, y)?.shown().collect(),
            Some(triangles) => triangles.clone(),
        };
        if let Some(beyond) = triangles.iter().flatten().find(|i| **i >= points.len()) {
            return Err(Error::Setting {
                name: "a corner of a triangle",
                value: beyond.to_string(),
                expected: "an index below the number of points",
            });
        }
        // As in the reference the cycle advances whether its colour is used or not.
        let next = self.next_color();
        let colors = (options.color.unwrap_or(next), options.cmap.clone());
        let points = points.iter().collect();
        Ok(self.add_artist(Poly3DCollection::of_triangles(points, &triangles, colors)))
    }

    /// Draws boxes from the corners (x, y, z) on, with the widths dx, the depths dy and the heights dz, in the next colour
    /// of the cycle for areas, shaded by a light. Each has one number for all boxes, or one for each.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let bars = fig[ax].bar3d(&[0, 1, 2], &[0, 0, 1], &[0], &[0.8], &[0.5], &[3.0, 1.0, 2.0])?;
    /// fig[bars].set_bar_colors(["C0", "C1", "C2"])?;
    /// // From frame to frame:
    /// fig[bars].set_bars(&[0, 1, 2], &[0, 0, 1], &[0], &[0.8], &[0.5], &[2.0, 1.5, 2.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`] for other numbers.
    pub fn bar3d(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        dx: &(impl Series + ?Sized),
        dy: &(impl Series + ?Sized),
        dz: &(impl Series + ?Sized),
    ) -> Result<Handle<Poly3DCollection>> {
        let mut bars = Poly3DCollection::of_boxes(ColorSpec::None);
        bars.set_bars(x, y, z, dx, dy, dz)?;
        bars.style.faces = vec![self.next_patch_color()];
        Ok(self.add_artist(bars))
    }

    /// Fills the area between two lines (x1, y1, z1) and (x2, y2, z2), in the next colour of the cycle for areas: with one
    /// polygon if all points are in a plane, else with quadrangles that are shaded by a light. Each has one number for all
    /// points, or one for each.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let (x, y, z) = ([0.0, 1.0, 2.0], [0.0, 1.0, 0.5], [1.0, 2.0, 1.5]);
    /// let band = fig[ax].fill_between(&x, &y, &z, &x, &y, &[0.0])?;
    /// fig[band].set_alpha(0.5)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`] for other numbers.
    pub fn fill_between(
        &mut self,
        x1: &(impl Series + ?Sized),
        y1: &(impl Series + ?Sized),
        z1: &(impl Series + ?Sized),
        x2: &(impl Series + ?Sized),
        y2: &(impl Series + ?Sized),
        z2: &(impl Series + ?Sized),
    ) -> Result<Handle<Poly3DCollection>> {
        self.fill_between_with((x1, y1, z1), (x2, y2, z2), &FillBetween3DOptions::new())
    }

    /// Fills the area between two lines where a mask is true, or with the polygons of a mode.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::collections::FillBetween3DOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let (x, y, z) = ([0.0, 1.0, 2.0], [0.0, 1.0, 0.5], [1.0, 2.0, 1.5]);
    /// let options = FillBetween3DOptions::new().with_where([true, true, false]).with_mode("quad")?;
    /// fig[ax].fill_between_with((&x, &y, &z), (&x, &y, &[0.0]), &options)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`] for other numbers.
    pub fn fill_between_with(
        &mut self,
        from: (
            &(impl Series + ?Sized),
            &(impl Series + ?Sized),
            &(impl Series + ?Sized),
        ),
        to: (
            &(impl Series + ?Sized),
            &(impl Series + ?Sized),
            &(impl Series + ?Sized),
        ),
        options: &FillBetween3DOptions,
    ) -> Result<Handle<Poly3DCollection>> {
        let mut band = Poly3DCollection::of_band(ColorSpec::None);
        band.set_band(from, to, options)?;
        band.style.faces = vec![self.next_patch_color()];
        Ok(self.add_artist(band))
    }
}
