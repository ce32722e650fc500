//! Many shapes in one artist: `scatter`, `fill_between`, `vlines`, …

use crate::artists::{
    DrawStyle, FillBetweenOptions, FillBetweenPolyCollection, Line2D, LineCollection,
    PathCollection, PolyCollection,
};
use crate::axes::Axes;
use crate::color::{Color, ColorSpec};
use crate::error::Result;
use crate::handle::Handle;
use crate::series::{Field, Series, as_long, as_many};
use crate::units::AxisData;

/// The colour of scatter plots in matplotlib 1.
const CLASSIC_BLUE: Color = Color::rgb(0, 0, 255);
/// The least margins of axes with scatter plots in matplotlib 1.
const CLASSIC_MARGIN: f64 = 0.05;

impl Axes {
    /// Draws a marker at each of the points (x, y), in the next colour of the cycle for areas.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let points = fig[ax].scatter(&[1, 2, 3], &[1, 4, 9])?;
    /// fig[points].set_sizes(&[20.0, 50.0, 90.0])?;
    /// // From frame to frame:
    /// fig[points].set_offsets(&[1.5, 2.5, 3.5], &[2.0, 5.0, 8.0])?;
    /// fig[points].set_facecolors(["C0", "C1", "C2"])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length.
    pub fn scatter(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Handle<PathCollection>> {
        let (x, y) = self.convert_units(x, y)?;
        let color = match self.style.classic_mode {
            true => ColorSpec::Rgba(CLASSIC_BLUE),
            false => self.next_patch_color(),
        };
        let points = PathCollection::new(&x, &y, color)?;
        self.add_points(points)
    }

    /// Draws a marker at each of the points (x, y), coloured by the values c (`scatter(x, y, c=c)`).
    ///
    /// The colour cycle does not advance, and points whose value is not finite are ignored by autoscaling.
    ///
    /// ```
    /// use plotreel::{Colormap, Figure, Norm};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let points = fig[ax].scatter_c(&[1, 2, 3], &[1, 4, 9], &[0.1, 1.0, 10.0])?;
    /// fig[points].set_norm(Norm::log());
    /// fig[points].set_cmap(Colormap::named("magma")?);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length,
    /// [`Error::Lengths`](crate::Error::Lengths) unless c has it, too.
    pub fn scatter_c(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        c: &(impl Series + ?Sized),
    ) -> Result<Handle<PathCollection>> {
        let (mut xs, y) = self.convert_units(x, y)?;
        as_many((c.len(), "values c"), (xs.len(), "points"))?;
        let color = ColorSpec::C0;
        let values = c.values();
        for (x, value) in xs.iter_mut().zip(&values) {
            if !value.is_finite() {
                *x = f64::NAN;
            }
        }
        let mut points = PathCollection::new(&xs, &y, color)?;
        points.set_array(&values);
        self.add_points(points)
    }

    /// Adds the markers of a scatter plot, as the style has them.
    fn add_points(&mut self, mut points: PathCollection) -> Result<Handle<PathCollection>> {
        points.set_marker(self.style.scatter_marker.clone())?;
        if self.style.classic_mode {
            points.be_classic()?;
            // Room for the markers.
            let margins = [&self.xaxis, &self.yaxis].map(|axis| axis.margin.max(CLASSIC_MARGIN));
            self.set_margins(margins[0], margins[1])?;
        }
        Ok(self.add_artist(points))
    }

    /// Draws the polygon through the points (x, y), filled with the next colour of the cycle for areas.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let area = fig[ax].fill(&[0, 2, 1], &[0, 0, 2])?;
    /// // From frame to frame:
    /// fig[area].set_verts([[(0.0, 0.0), (2.0, 0.5), (1.0, 2.5)]]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length.
    pub fn fill(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Handle<PolyCollection>> {
        let (x, y) = self.convert_units(x, y)?;
        as_long(x.len(), y.len())?;
        let vertices = x.into_iter().zip(y).collect();
        let color = self.next_patch_color();
        Ok(self.add_artist(PolyCollection::of_patches(vec![vertices], color)))
    }

    /// Fills the area between the lines (x, y1) and (x, y2) with the next colour of the cycle for areas; one number
    /// is a line at that height: `fill_between(&x, &y, &[0.0])`.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let (x, mean) = ([0.0, 1.0, 2.0], [1.0, 3.0, 2.0]);
    /// let band = fig[ax].fill_between(&x, &mean.map(|y| y - 0.5), &mean.map(|y| y + 0.5))?;
    /// fig[band].set_alpha(0.3)?;
    /// // From frame to frame:
    /// fig[band].set_data(&x, &mean.map(|y| y - 0.2), &mean.map(|y| y + 0.2))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for lines of different lengths.
    pub fn fill_between(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y1: &(impl AxisData + ?Sized),
        y2: &(impl AxisData + ?Sized),
    ) -> Result<Handle<FillBetweenPolyCollection>> {
        self.fill_between_with(x, y1, y2, &FillBetweenOptions::default())
    }

    /// Fills the area between two lines as [`fill_between`](Self::fill_between) does, with options.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for lines, or a mask, of different lengths.
    pub fn fill_between_with(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y1: &(impl AxisData + ?Sized),
        y2: &(impl AxisData + ?Sized),
        options: &FillBetweenOptions,
    ) -> Result<Handle<FillBetweenPolyCollection>> {
        let (x, y1) = self.convert_units(x, y1)?;
        let lines = [x, y1, self.yaxis.convert_units(y2)?];
        let color = self.next_patch_color();
        self.add_between(false, lines, options, color)
    }

    /// Fills the area between the lines (x1, y) and (x2, y).
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let y = [0.0, 1.0, 2.0];
    /// let band = fig[ax].fill_betweenx(&y, &[0.0], &[1.0, 3.0, 2.0])?;
    /// // From frame to frame:
    /// fig[band].set_data(&y, &[0.0], &[2.0, 1.0, 3.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`fill_between`](Self::fill_between).
    pub fn fill_betweenx(
        &mut self,
        y: &(impl AxisData + ?Sized),
        x1: &(impl AxisData + ?Sized),
        x2: &(impl AxisData + ?Sized),
    ) -> Result<Handle<FillBetweenPolyCollection>> {
        self.fill_betweenx_with(y, x1, x2, &FillBetweenOptions::default())
    }

    /// Fills the area between two lines as [`fill_betweenx`](Self::fill_betweenx) does, with options.
    ///
    /// # Errors
    /// As [`fill_between_with`](Self::fill_between_with).
    pub fn fill_betweenx_with(
        &mut self,
        y: &(impl AxisData + ?Sized),
        x1: &(impl AxisData + ?Sized),
        x2: &(impl AxisData + ?Sized),
        options: &FillBetweenOptions,
    ) -> Result<Handle<FillBetweenPolyCollection>> {
        let (x1, y) = self.convert_units(x1, y)?;
        let lines = [y, x1, self.xaxis.convert_units(x2)?];
        let color = self.next_patch_color();
        self.add_between(true, lines, options, color)
    }

    fn add_between(
        &mut self,
        upright: bool,
        lines: [Vec<f64>; 3],
        options: &FillBetweenOptions,
        color: ColorSpec,
    ) -> Result<Handle<FillBetweenPolyCollection>> {
        let [t, f1, f2] = &lines;
        let area = FillBetweenPolyCollection::new(upright, [t, f1, f2], options, color)?;
        Ok(self.add_artist(area))
    }

    /// Draws a step line, which changes y at the first of two points; see
    /// [`Line2D::set_drawstyle`] for `where="mid"` and `"post"`.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::artists::DrawStyle;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].step(&[0, 1, 2], &[3, 1, 2])?;
    /// fig[line].set_drawstyle(DrawStyle::StepsPost)?;
    /// // From frame to frame:
    /// fig[line].set_ydata(&[1, 2, 3])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`plot`](Self::plot).
    pub fn step(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Handle<Line2D>> {
        let handle = self.plot(x, y)?;
        if let Some(line) = self.artist_mut(handle) {
            line.set_drawstyle(DrawStyle::StepsPre)?;
        }
        Ok(handle)
    }

    /// Draws vertical lines at x, each from ymin to ymax: one number for all or one for each.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let events = fig[ax].vlines(&[0.5, 1.5], &[0.0], &[1.0, 2.0])?;
    /// fig[events].set_color("crimson")?;
    /// // From frame to frame:
    /// fig[events].set_segments([[(0.7, 0.0), (0.7, 1.5)]]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for incompatible lengths.
    pub fn vlines(
        &mut self,
        x: &(impl AxisData + ?Sized),
        ymin: &(impl AxisData + ?Sized),
        ymax: &(impl AxisData + ?Sized),
    ) -> Result<Handle<LineCollection>> {
        let (x, ymin) = self.convert_units(x, ymin)?;
        let ends = spread([x, ymin, self.yaxis.convert_units(ymax)?])?;
        let segments = ends.map(|[x, low, high]| vec![(x, low), (x, high)]);
        Ok(self.add_artist(LineCollection::new(segments)))
    }

    /// Draws horizontal lines at y, each from xmin to xmax: one number for all or one for each.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let levels = fig[ax].hlines(&[1.0, 2.0], &[0.0], &[5.0])?;
    /// // From frame to frame:
    /// fig[levels].set_segments([[(0.0, 1.5), (5.0, 1.5)]]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`vlines`](Self::vlines).
    pub fn hlines(
        &mut self,
        y: &(impl AxisData + ?Sized),
        xmin: &(impl AxisData + ?Sized),
        xmax: &(impl AxisData + ?Sized),
    ) -> Result<Handle<LineCollection>> {
        let (xmin, y) = self.convert_units(xmin, y)?;
        let ends = spread([y, xmin, self.xaxis.convert_units(xmax)?])?;
        let segments = ends.map(|[y, low, high]| vec![(low, y), (high, y)]);
        Ok(self.add_artist(LineCollection::new(segments)))
    }
}

/// The numbers in rows, where a single one is repeated; rows with one that is not finite are omitted.
fn spread(columns: [Vec<f64>; 3]) -> Result<impl Iterator<Item = [f64; 3]>> {
    let len = columns.iter().map(Vec::len).find(|len| *len != 1);
    let len = len.unwrap_or(1);
    for column in columns.iter().filter(|column| column.len() != 1) {
        as_many((column.len(), "ends"), (len, "lines"))?;
    }
    let row = move |i: usize| [0, 1, 2].map(|c| columns[c][i % columns[c].len()]);
    Ok((0..len)
        .map(row)
        .filter(|row| row.iter().all(|v| v.is_finite())))
}
