//! Contours in space: `contour`, `contourf`.

use ndarray::{ArrayBase, Data, Ix2};

use crate::artists::{ContourOptions, ContourSet3D, ZDir};
use crate::axes::Axes3D;
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::series::{Datum, Field};

impl Axes3D {
    /// Draws lines on a surface where z has certain levels: about seven round ones.
    ///
    /// x and y are sequences, or arrays with a coordinate for each point. The rows of z are along y.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let (x, y) = ([0.0, 1.0, 2.0], [0.0, 1.0]);
    /// let z = |t: f64| Array2::from_shape_fn((2, 3), |(r, c)| r as f64 + c as f64 * t);
    /// let lines = fig[ax].contour(&x, &y, &z(1.0))?;
    /// // From frame to frame, at the same levels:
    /// fig[lines].set_data_3d(&x, &y, &z(1.1))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for coordinates that are not finite, shapes that don't fit, and fewer than 2 x 2 points.
    pub fn contour<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        z: &ArrayBase<S, Ix2>,
    ) -> Result<Handle<ContourSet3D>> {
        self.contour_with(x, y, z, ZDir::Z, &ContourOptions::default())
    }

    /// Draws lines where the coordinate along a direction, `"x"`, `"y"` or `"z"`, has the levels of the options.
    ///
    /// To draw all of them on one plane, see [`ContourSet3D::set_offset`].
    ///
    /// # Errors
    /// As [`contour`](Self::contour), for levels that don't increase, and for other names.
    pub fn contour_with<T: Datum, S: Data<Elem = T>, V: TryInto<ZDir>>(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        z: &ArrayBase<S, Ix2>,
        zdir: V,
        options: &ContourOptions,
    ) -> Result<Handle<ContourSet3D>>
    where
        Error: From<V::Error>,
    {
        let lines = ContourSet3D::new(zdir.try_into()?, (x, y), z, false, options)?;
        Ok(self.add_artist(lines))
    }

    /// Fills the areas of a surface where z is between two levels, each at the height in the middle between them.
    ///
    /// ```
    /// use ndarray::array;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let areas = fig[ax].contourf(&[0, 1, 2], &[0, 1], &array![[0.0, 1.0, 2.0], [1.0, 2.0, 3.0]])?;
    /// // All on the floor.
    /// fig[areas].set_offset(-1.0)?;
    /// fig[ax].set_zlim(-1.0, 3.0)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`contour`](Self::contour).
    pub fn contourf<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        z: &ArrayBase<S, Ix2>,
    ) -> Result<Handle<ContourSet3D>> {
        self.contourf_with(x, y, z, ZDir::Z, &ContourOptions::default())
    }

    /// Fills the areas where the coordinate along a direction, `"x"`, `"y"` or `"z"`, is between the levels of the
    /// options.
    ///
    /// # Errors
    /// As [`contour_with`](Self::contour_with), and for fewer than two levels.
    pub fn contourf_with<T: Datum, S: Data<Elem = T>, V: TryInto<ZDir>>(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        z: &ArrayBase<S, Ix2>,
        zdir: V,
        options: &ContourOptions,
    ) -> Result<Handle<ContourSet3D>>
    where
        Error: From<V::Error>,
    {
        let areas = ContourSet3D::new(zdir.try_into()?, (x, y), z, true, options)?;
        Ok(self.add_artist(areas))
    }
}
