//! Values on a grid: `pcolormesh`, `pcolor`, `contour`, `contourf`.

use ndarray::{ArrayBase, Data, Ix2};

use crate::artists::{
    Artist, ClabelOptions, ContourLabels, ContourOptions, ContourPoints, ContourSet, PolyQuadMesh,
    QuadMesh, Shading,
};
use crate::axes::Axes;
use crate::error::{Error, Result};
use crate::grid::Grid;
use crate::handle::Handle;
use crate::series::{Datum, Field};

/// How far the labels of contours are above them in the drawing order.
const LABELS_ABOVE: f64 = 2.0;

impl Axes {
    /// Draws a mesh of quadrilaterals, coloured by an array: x and y are the corners of its cells, or their middles if
    /// there are as many as values.
    ///
    /// x and y are sequences, or arrays with a coordinate for each point. The rows of the array are along y.
    ///
    /// ```
    /// use ndarray::array;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// // Two rows of three cells.
    /// let mesh = fig[ax].pcolormesh(&[0, 1, 3, 6], &[0, 1, 2], &array![[1, 2, 3], [4, 5, 6]])?;
    /// // From frame to frame:
    /// fig[mesh].set_array(&array![[2, 3, 4], [5, 6, 7]])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for coordinates that are not finite, or whose shape does not fit that of the array.
    pub fn pcolormesh<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        c: &ArrayBase<S, Ix2>,
    ) -> Result<Handle<QuadMesh>> {
        self.pcolormesh_with(x, y, c, Shading::Auto)
    }

    /// Draws a mesh as [`pcolormesh`](Self::pcolormesh) does, with `shading="gouraud"` or another.
    ///
    /// ```
    /// use ndarray::array;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].pcolormesh_with(&[0, 1, 3], &[0, 1], &array![[1, 2, 3], [4, 5, 6]], "gouraud")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`pcolormesh`](Self::pcolormesh), and for other names.
    pub fn pcolormesh_with<T: Datum, S: Data<Elem = T>, V: TryInto<Shading>>(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        c: &ArrayBase<S, Ix2>,
        shading: V,
    ) -> Result<Handle<QuadMesh>>
    where
        Error: From<V::Error>,
    {
        self.use_units(x.data_units(), y.data_units())?;
        let (grid, gouraud) = shading.try_into()?.grid(x, y, c.dim())?;
        let mut mesh = QuadMesh::new(grid, gouraud);
        mesh.set_array(c)?;
        Ok(self.add_artist(mesh))
    }

    /// Draws a mesh of cells of side 1 (`pcolormesh(C)`), the first from (0, 0) to (1, 1).
    pub fn pcolormesh_c<T: Datum, S: Data<Elem = T>>(
        &mut self,
        c: &ArrayBase<S, Ix2>,
    ) -> Handle<QuadMesh> {
        let (rows, columns) = c.dim();
        let mut mesh = QuadMesh::new(Grid::of_shape((rows + 1, columns + 1)), false);
        mesh.style.set_array(&c.values());
        self.add_artist(mesh)
    }

    /// Draws a mesh as [`pcolormesh`](Self::pcolormesh) does, each cell as a polygon by itself.
    ///
    /// It is slower, but its edges can be styled like those of other polygons.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let c = Array2::from_shape_fn((3, 4), |(row, column)| (row * column) as f64);
    /// let mesh = fig[ax].pcolor(&[0, 1, 2, 3, 4], &[0, 1, 2, 3], &c)?;
    /// fig[mesh].set_linestyle("--")?;
    /// // From frame to frame:
    /// fig[mesh].set_array(&(2.0 * c))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`pcolormesh`](Self::pcolormesh).
    pub fn pcolor<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        c: &ArrayBase<S, Ix2>,
    ) -> Result<Handle<PolyQuadMesh>> {
        self.use_units(x.data_units(), y.data_units())?;
        let (grid, _) = Shading::Auto.grid(x, y, c.dim())?;
        let mut mesh = PolyQuadMesh::new(grid);
        mesh.set_array(c)?;
        Ok(self.add_artist(mesh))
    }

    /// Draws lines where values at the points of a grid have certain levels: about seven round ones.
    ///
    /// x and y are sequences, or arrays with a coordinate for each point. The rows of z are along y. Where z is NaN or
    /// infinite, and between three such points, there are no lines.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let (x, y) = ([0.0, 1.0, 2.0], [0.0, 1.0]);
    /// let z = |t: f64| Array2::from_shape_fn((2, 3), |(r, c)| r as f64 + c as f64 * t);
    /// let lines = fig[ax].contour(&x, &y, &z(1.0))?;
    /// // From frame to frame, at the same levels:
    /// fig[lines].set_data(&z(1.1))?;
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
    ) -> Result<Handle<ContourSet>> {
        self.contour_with(x, y, z, &ContourOptions::default())
    }

    /// Draws contour lines with options: levels, colours, widths, dashes.
    ///
    /// # Errors
    /// As [`contour`](Self::contour), and for levels that don't increase.
    pub fn contour_with<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        z: &ArrayBase<S, Ix2>,
        options: &ContourOptions,
    ) -> Result<Handle<ContourSet>> {
        self.use_units(x.data_units(), y.data_units())?;
        self.add_contours(Grid::new(x, y)?, z, false, options)
    }

    /// Draws contour lines at whole x and y (`contour(Z)`), with options.
    ///
    /// # Errors
    /// As [`contour_with`](Self::contour_with).
    pub fn contour_z<T: Datum, S: Data<Elem = T>>(
        &mut self,
        z: &ArrayBase<S, Ix2>,
        options: &ContourOptions,
    ) -> Result<Handle<ContourSet>> {
        self.add_contours(Grid::of_shape(z.dim()), z, false, options)
    }

    /// Fills the areas where values at the points of a grid are between two levels.
    ///
    /// ```
    /// use ndarray::array;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let areas = fig[ax].contourf(&[0, 1, 2], &[0, 1], &array![[0.0, 1.0, 2.0], [1.0, 2.0, 3.0]])?;
    /// fig.colorbar(areas, ax)?;
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
    ) -> Result<Handle<ContourSet>> {
        self.contourf_with(x, y, z, &ContourOptions::default())
    }

    /// Fills the areas between levels with options: levels, colours, `extend`.
    ///
    /// # Errors
    /// As [`contour`](Self::contour), and for levels that don't increase or are fewer than two.
    pub fn contourf_with<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        z: &ArrayBase<S, Ix2>,
        options: &ContourOptions,
    ) -> Result<Handle<ContourSet>> {
        self.use_units(x.data_units(), y.data_units())?;
        self.add_contours(Grid::new(x, y)?, z, true, options)
    }

    /// Fills the areas between levels at whole x and y (`contourf(Z)`), with options.
    ///
    /// # Errors
    /// As [`contourf_with`](Self::contourf_with).
    pub fn contourf_z<T: Datum, S: Data<Elem = T>>(
        &mut self,
        z: &ArrayBase<S, Ix2>,
        options: &ContourOptions,
    ) -> Result<Handle<ContourSet>> {
        self.add_contours(Grid::of_shape(z.dim()), z, true, options)
    }

    fn add_contours<T: Datum, S: Data<Elem = T>>(
        &mut self,
        grid: Grid,
        z: &ArrayBase<S, Ix2>,
        filled: bool,
        options: &ContourOptions,
    ) -> Result<Handle<ContourSet>> {
        if grid.shape() != z.dim() {
            return Err(Error::Setting {
                name: "the x and y of contours",
                value: format!(
                    "for {:?} points with values of shape {:?}",
                    grid.shape(),
                    z.dim()
                ),
                expected: "as many rows and columns as the values have",
            });
        }
        let contours = ContourSet::new(
            ContourPoints::Grid(grid),
            z.values(),
            filled,
            &options.styled(&self.style),
        )?;
        self.tight = true;
        Ok(self.add_artist(contours))
    }

    /// Writes the levels of contour lines on them.
    ///
    /// The labels are drawn above the lines and follow them from frame to frame: their places are found again for each
    /// frame. To remove them, see [`ContourSet::set_labels`].
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    /// use plotreel::collections::{ClabelOptions, ContourOptions};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let z = Array2::from_shape_fn((20, 20), |(r, c)| (r * c) as f64);
    /// let lines = fig[ax].contour_z(&z, &ContourOptions::new())?;
    /// fig[ax].clabel(lines, &ClabelOptions::new().with_fontsize(8.0))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for contours that are not of these axes, for filled ones, and for levels that they don't
    /// have.
    pub fn clabel(&mut self, contours: Handle<ContourSet>, options: &ClabelOptions) -> Result<()> {
        let Some(set) = self.artist_mut(contours) else {
            return Err(Error::Setting {
                name: "clabel",
                value: "that of other contours".into(),
                expected: "contour lines of these axes",
            });
        };
        set.set_labels(options.clone())?;
        let zorder = options.zorder().unwrap_or(set.zorder() + LABELS_ABOVE);
        if let Some(labels) = set.labels_artist() {
            self.remove(labels);
        }
        let labels = self.push(ContourLabels::new(contours, zorder));
        if let Some(set) = self.artist_mut(contours) {
            set.set_labels_artist(labels);
        }
        Ok(())
    }
}
