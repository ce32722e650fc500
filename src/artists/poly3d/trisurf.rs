//! The options of surfaces of triangles.

use crate::color::Colormap;
use crate::properties::options;
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
