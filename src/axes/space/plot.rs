//! Plotting calls of 3-D axes: one artist per call.

use ndarray::{ArrayBase, Data, Ix2};

use crate::artists::{
    Coords, Line3D, Line3DCollection, Path3DCollection, PlotFormat, Text, Text3D, Wireframe,
    WireframeOptions,
};
use crate::axes::Axes3D;
use crate::color::ColorSpec;
use crate::error::Result;
use crate::handle::Handle;
use crate::series::{Datum, Series, as_many};

impl Axes3D {
    /// Draws a line through the points (x, y, z) in the next colour of the cycle.
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length.
    pub fn plot(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<Handle<Line3D>> {
        self.plot_format(x, y, z, &PlotFormat::default())
    }

    /// Draws a line with the style of a format string such as `"k--o"`: colour, marker and line style.
    ///
    /// # Errors
    /// [`Error::PlotFormat`](crate::Error::PlotFormat), or as [`plot`](Self::plot).
    pub fn plot_fmt(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        fmt: &str,
    ) -> Result<Handle<Line3D>> {
        self.plot_format(x, y, z, &fmt.parse()?)
    }

    pub(super) fn plot_format(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        format: &PlotFormat,
    ) -> Result<Handle<Line3D>> {
        let mut line = Line3D::new(x, y, z)?.styled(&self.style);
        let (color, cycled) = self.next_look(format);
        line.set_color(color)?;
        line.set_cycled(&cycled);
        if let Some(marker) = &format.marker {
            line.set_marker(marker.clone())?;
        }
        if let Some(style) = &format.line_style {
            line.set_linestyle(style.clone())?;
        }
        Ok(self.add_artist(line))
    }

    /// Draws a marker at each of the points (x, y, z), in the next colour of the cycle for areas; distant ones are
    /// paler.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let points = fig[ax].scatter(&[1, 2, 3], &[1, 4, 9], &[3, 2, 1])?;
    /// // From frame to frame:
    /// fig[points].set_offsets(&[1.5, 2.5], &[2.0, 5.0], &[3.0, 2.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length.
    pub fn scatter(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<Handle<Path3DCollection>> {
        let color = self.next_patch_color();
        let points = Path3DCollection::new(x, y, z, color)?;
        Ok(self.add_points(points))
    }

    /// Draws a marker at each of the points (x, y, z), coloured by the values c. The colour cycle does not advance,
    /// and points whose value is not finite are ignored by autoscaling.
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length,
    /// [`Error::Lengths`](crate::Error::Lengths) unless c has it, too.
    pub fn scatter_c(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        c: &(impl Series + ?Sized),
    ) -> Result<Handle<Path3DCollection>> {
        as_many((c.len(), "values c"), (x.len(), "points"))?;
        let color = ColorSpec::C0;
        let [mut xs, mut values] = [Vec::new(), Vec::new()];
        x.copy_to(&mut xs);
        c.copy_to(&mut values);
        for (x, value) in xs.iter_mut().zip(&values) {
            if !value.is_finite() {
                *x = f64::NAN;
            }
        }
        let mut points = Path3DCollection::new(&xs, y, z, color)?;
        points.set_array(&values);
        Ok(self.add_points(points))
    }

    fn add_points(&mut self, points: Path3DCollection) -> Handle<Path3DCollection> {
        if !points.offsets().0.is_empty() {
            self.make_room_for_markers();
        }
        self.add_artist(points)
    }

    /// Draws a surface as lines along its rows and columns, at most 50 of each. x and y have the shape of z, or are
    /// a row and a column.
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
    /// let wires = fig[ax].plot_wireframe(&x, &y, &z)?;
    /// // From frame to frame, without creating a new one:
    /// fig[wires].set_data(&x, &y, &(0.5 * &z))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for x or y that can't be broadcast to the shape of z.
    pub fn plot_wireframe<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &ArrayBase<S, Ix2>,
        y: &ArrayBase<S, Ix2>,
        z: &ArrayBase<S, Ix2>,
    ) -> Result<Handle<Line3DCollection>> {
        self.plot_wireframe_with(x, y, z, &WireframeOptions::default())
    }

    /// Draws a surface as lines, with their number set by the options.
    ///
    /// # Errors
    /// As [`plot_wireframe`](Self::plot_wireframe), and [`Error::Setting`](crate::Error::Setting) for options that
    /// contradict each other.
    pub fn plot_wireframe_with<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &ArrayBase<S, Ix2>,
        y: &ArrayBase<S, Ix2>,
        z: &ArrayBase<S, Ix2>,
        options: &WireframeOptions,
    ) -> Result<Handle<Line3DCollection>> {
        let wireframe = Wireframe::new(x, y, z, options)?;
        Ok(self.add_artist(Line3DCollection::of_wireframe(wireframe, *options)))
    }

    /// Writes a text at a place in space.
    pub fn text(&mut self, x: f64, y: f64, z: f64, text: impl Into<String>) -> Handle<Text3D> {
        self.add_artist(Text3D::new(x, y, z, text))
    }

    /// Writes a text in the plane of the picture (`text2D`), at a place in fractions of the axes' square.
    pub fn text_2d(&mut self, x: f64, y: f64, text: impl Into<String>) -> Handle<Text> {
        self.add_artist(Text::new(x, y, text).with_coords(Coords::AxesFraction))
    }
}
