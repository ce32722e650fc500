//! Values on a grid: `pcolormesh`, `pcolor`.

use ndarray::{ArrayBase, Data, Ix2};
use num_traits::AsPrimitive;

use crate::artists::{PolyQuadMesh, QuadMesh, Shading};
use crate::axes::Axes;
use crate::coordinates::{Grid, GridCoordinates};
use crate::error::{Error, Result};
use crate::handle::Handle;

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
    pub fn pcolormesh<T: AsPrimitive<f64>, S: Data<Elem = T>>(
        &mut self,
        x: &(impl GridCoordinates + ?Sized),
        y: &(impl GridCoordinates + ?Sized),
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
    pub fn pcolormesh_with<T: AsPrimitive<f64>, S: Data<Elem = T>, V: TryInto<Shading>>(
        &mut self,
        x: &(impl GridCoordinates + ?Sized),
        y: &(impl GridCoordinates + ?Sized),
        c: &ArrayBase<S, Ix2>,
        shading: V,
    ) -> Result<Handle<QuadMesh>>
    where
        Error: From<V::Error>,
    {
        let (grid, gouraud) = shading.try_into()?.grid(x, y, c.dim())?;
        let mut mesh = QuadMesh::new(grid, gouraud);
        mesh.set_array(c)?;
        Ok(self.add_artist(mesh))
    }

    /// Draws a mesh of cells of side 1 (`pcolormesh(C)`), the first from (0, 0) to (1, 1).
    pub fn pcolormesh_c<T: AsPrimitive<f64>, S: Data<Elem = T>>(
        &mut self,
        c: &ArrayBase<S, Ix2>,
    ) -> Handle<QuadMesh> {
        let (rows, columns) = c.dim();
        let mut mesh = QuadMesh::new(Grid::of_shape((rows + 1, columns + 1)), false);
        let values: Vec<f64> = c.iter().map(|v| v.as_()).collect();
        mesh.style.set_array(&values);
        self.add_artist(mesh)
    }

    /// Draws a mesh as [`pcolormesh`](Self::pcolormesh) does, each cell as a polygon by itself.
    ///
    /// It is slower, but its edges can be styled like those of other polygons.
    ///
    /// # Errors
    /// As [`pcolormesh`](Self::pcolormesh).
    pub fn pcolor<T: AsPrimitive<f64>, S: Data<Elem = T>>(
        &mut self,
        x: &(impl GridCoordinates + ?Sized),
        y: &(impl GridCoordinates + ?Sized),
        c: &ArrayBase<S, Ix2>,
    ) -> Result<Handle<PolyQuadMesh>> {
        let (grid, _) = Shading::Auto.grid(x, y, c.dim())?;
        let mut mesh = PolyQuadMesh::new(grid);
        mesh.set_array(c)?;
        Ok(self.add_artist(mesh))
    }
}
