//! Surfaces of triangles: their options, and the polygons that they consist of.

use crate::artists::Points;
use crate::artists::poly3d::Poly3DCollection;
use crate::artists::poly3d::polygons::Polygons;
use crate::color::{ColorSpec, Colormap};
use crate::error::Result;
use crate::properties::options;
use crate::series::{Series, as_many};
use crate::triangulation::Triangulation;

options! {
    /// The triangles and colours of a surface that
    /// [`Axes3D::plot_trisurf_with`](crate::Axes3D::plot_trisurf_with) draws.
    ///
    /// ```
    /// use plotreel::Colormap;
    /// use plotreel::collections::TrisurfOptions;
    ///
    /// let options = TrisurfOptions::new().with_triangles([[0, 1, 2], [1, 3, 2]]).with_cmap(Colormap::named("plasma")?);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct TrisurfOptions;
    color / with_color: maybe_color = None, "the colour, which is shaded; none is the next one of the cycle";
    cmap / with_cmap: maybe_value<Colormap> = None,
        "the colormap for the mean height of each triangle; then there is no shading";
    triangles: maybe_value<Vec<[usize; 3]>> = None,
        "the triangles, three indices of points each; none are those of Delaunay for x and y";
}

impl TrisurfOptions {
    /// Sets the triangles: three indices of points each, whose order decides which side is bright.
    pub fn with_triangles(mut self, triangles: impl IntoIterator<Item = [usize; 3]>) -> Self {
        self.triangles = Some(triangles.into_iter().collect());
        self
    }

    /// Sets the triangles to those of a triangulation that are not masked. Its points can be others, such as the
    /// parameters of a surface.
    pub fn with_triangulation(self, net: &Triangulation) -> Self {
        self.with_triangles(net.shown())
    }
}

impl Poly3DCollection {
    /// Triangles between points; `color` is that of shaded ones.
    pub(crate) fn of_triangles(
        points: Vec<[f64; 3]>,
        triangles: &[[usize; 3]],
        (color, cmap): (ColorSpec, Option<Colormap>),
    ) -> Self {
        let mut surface = Self::of_polygons(Polygons::of_triangles(points, triangles), color);
        surface.shade = true;
        if let Some(cmap) = cmap {
            surface.color_by_height(cmap);
        }
        surface
    }

    /// Moves the corners of the polygons, such as those of
    /// [`plot_trisurf`](crate::Axes3D::plot_trisurf). The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length,
    /// [`Error::Lengths`](crate::Error::Lengths) for another number of points; the points are not moved then.
    pub fn set_data_3d(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<()> {
        let mut moved = Points::default();
        moved.set_3d(x, y, z)?;
        let count = self.polygons.points().len();
        as_many((moved.len(), "points"), (count, "points before"))?;
        self.polygons.move_points(moved.iter().collect());
        self.follow_height();
        Ok(())
    }
}
