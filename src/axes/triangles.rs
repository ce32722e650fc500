//! Values at scattered points: `tricontour`, `tricontourf`, `tripcolor`, `triplot`.

use crate::artists::{
    ContourOptions, ContourPoints, ContourSet, Line2D, LineStyle, Marker, PlotFormat, Shading,
    TriMesh,
};
use crate::axes::Axes;
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::series::Series;
use crate::triangulation::Triangulation;

impl Axes {
    /// Draws lines where values at the points of a triangulation have certain levels: about seven round ones.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::tri::Triangulation;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let net = Triangulation::new(&[0.0, 1.0, 1.0, 0.2], &[0.0, 0.0, 1.0, 0.8])?;
    /// let lines = fig[ax].tricontour(&net, &[1.0, 2.0, 3.0, 4.0])?;
    /// // From frame to frame, at the same levels:
    /// fig[lines].set_data(&[2.0, 3.0, 4.0, 1.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for another number of values than points, and if one at a corner is not finite.
    pub fn tricontour(
        &mut self,
        net: &Triangulation,
        z: &(impl Series + ?Sized),
    ) -> Result<Handle<ContourSet>> {
        self.tricontour_with(net, z, &ContourOptions::default())
    }

    /// Draws contour lines as [`tricontour`](Self::tricontour) does, with options.
    ///
    /// # Errors
    /// As [`tricontour`](Self::tricontour), and for levels that don't increase.
    pub fn tricontour_with(
        &mut self,
        net: &Triangulation,
        z: &(impl Series + ?Sized),
        options: &ContourOptions,
    ) -> Result<Handle<ContourSet>> {
        self.add_tricontours(net, z, false, options)
    }

    /// Fills the areas where values at the points of a triangulation are between two levels.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::tri::Triangulation;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let net = Triangulation::new(&[0.0, 1.0, 1.0, 0.2], &[0.0, 0.0, 1.0, 0.8])?;
    /// let areas = fig[ax].tricontourf(&net, &[1.0, 2.0, 3.0, 4.0])?;
    /// fig.colorbar(areas, ax)?;
    /// // From frame to frame, between the same levels:
    /// fig[areas].set_data(&[2.0, 3.0, 4.0, 1.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`tricontour`](Self::tricontour).
    pub fn tricontourf(
        &mut self,
        net: &Triangulation,
        z: &(impl Series + ?Sized),
    ) -> Result<Handle<ContourSet>> {
        self.tricontourf_with(net, z, &ContourOptions::default())
    }

    /// Fills areas as [`tricontourf`](Self::tricontourf) does, with options.
    ///
    /// # Errors
    /// As [`tricontour`](Self::tricontour), and for levels that don't increase or are fewer than two.
    pub fn tricontourf_with(
        &mut self,
        net: &Triangulation,
        z: &(impl Series + ?Sized),
        options: &ContourOptions,
    ) -> Result<Handle<ContourSet>> {
        self.add_tricontours(net, z, true, options)
    }

    fn add_tricontours(
        &mut self,
        net: &Triangulation,
        z: &(impl Series + ?Sized),
        filled: bool,
        options: &ContourOptions,
    ) -> Result<Handle<ContourSet>> {
        let mut values = Vec::new();
        z.copy_to(&mut values);
        let points = ContourPoints::Triangles(net.points().to_vec(), net.shown().collect());
        let options = options.styled(&self.style);
        let contours = ContourSet::new(points, values, filled, &options)?;
        self.tight = true;
        Ok(self.add_artist(contours))
    }

    /// Draws triangles coloured by values: `"flat"`, or `"gouraud"` with colours that change between points.
    ///
    /// There is a value for each point, or for a flat mesh one for each triangle.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::tri::Triangulation;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let net = Triangulation::new(&[0.0, 1.0, 1.0, 0.2], &[0.0, 0.0, 1.0, 0.8])?;
    /// let mesh = fig[ax].tripcolor(&net, &[1.0, 2.0, 3.0, 4.0], "flat")?;
    /// // From frame to frame:
    /// fig[mesh].set_array(&[2.0, 3.0, 4.0, 1.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for another number of values, and for another shading.
    pub fn tripcolor<V: TryInto<Shading>>(
        &mut self,
        net: &Triangulation,
        c: &(impl Series + ?Sized),
        shading: V,
    ) -> Result<Handle<TriMesh>>
    where
        Error: From<V::Error>,
    {
        let gouraud = match shading.try_into()? {
            Shading::Auto | Shading::Flat => false,
            Shading::Gouraud => true,
            Shading::Nearest => {
                return Err(Error::Setting {
                    name: "the shading of triangles",
                    value: "nearest".into(),
                    expected: "flat or gouraud",
                });
            }
        };
        let mesh = TriMesh::new(net.clone(), c, gouraud)?;
        self.grid(false);
        Ok(self.add_artist(mesh))
    }

    /// Draws the sides of triangles as lines, and markers at the points if the format has some: `"k-o"`.
    ///
    /// Without a colour in the format, both take the next one of the cycle. [`Triangulation::lines`] computes the
    /// lines for `set_data`.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::tri::Triangulation;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let net = Triangulation::new(&[0.0, 1.0, 1.0, 0.2], &[0.0, 0.0, 1.0, 0.8])?;
    /// let [sides, _corners] = fig[ax].triplot(&net, "k-o")?;
    /// // From frame to frame:
    /// let moved = Triangulation::new(&[0.0, 1.0, 1.1, 0.2], &[0.0, 0.1, 1.0, 0.8])?;
    /// let (x, y) = moved.lines();
    /// fig[sides].set_data(&x, &y)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::PlotFormat`].
    pub fn triplot(&mut self, net: &Triangulation, fmt: &str) -> Result<[Handle<Line2D>; 2]> {
        let format: PlotFormat = fmt.parse()?;
        let style = format.line_style.unwrap_or_default();
        let marker = format.marker.filter(|marker| *marker != Marker::None);
        let (x, y) = match style {
            LineStyle::None => Default::default(),
            _ => net.lines(),
        };
        let sides = PlotFormat {
            line_style: Some(style),
            marker: None,
            color: format.color,
        };
        let sides = self.plot_format(&x, &y, &sides)?;
        if let Some(line) = self.artist_mut(sides) {
            // Below other lines, as in the reference.
            line.set_zorder(1.0);
        }
        let (x, y): (Vec<f64>, Vec<f64>) = match marker {
            Some(_) => net.points().iter().map(|[x, y]| (*x, *y)).unzip(),
            None => Default::default(),
        };
        let corners = PlotFormat {
            line_style: Some(LineStyle::None),
            marker,
            color: format.color,
        };
        let corners = self.plot_format(&x, &y, &corners)?;
        Ok([sides, corners])
    }
}
