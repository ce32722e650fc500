//! Plotting calls: one artist per call.

use ndarray::{ArrayBase, Data, Ix2};

use crate::artists::{
    Artist, AxesImage, BlendedCoords, ChartArtist, Coords, Line2D, PlotFormat, Rectangle, Text,
};
use crate::axes::{Aspect, Axes};
use crate::axis::{AxisSide, Direction};
use crate::canvas::Chart;
use crate::color::ColorRange;
use crate::error::{BoxError, Result};
use crate::handle::Handle;
use crate::scale::Scale;
use crate::series::Datum;
use crate::source::ImageSource;
use crate::ticker::MaxNLocator;
use crate::units::AxisData;

impl Axes {
    /// Draws a line through the points (x, y) in the next colour of the cycle.
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length.
    pub fn plot(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Handle<Line2D>> {
        self.plot_format(x, y, &PlotFormat::default())
    }

    /// Draws a line with the style of a format string such as `"k--o"`: colour, marker and line style.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].plot_fmt(&[1, 2, 3], &[1, 4, 9], "k--o")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::PlotFormat`](crate::Error::PlotFormat), or as [`plot`](Self::plot).
    pub fn plot_fmt(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        fmt: &str,
    ) -> Result<Handle<Line2D>> {
        self.plot_format(x, y, &fmt.parse()?)
    }

    /// Draws a line as [`plot`](Self::plot) does and makes both axes logarithmic.
    ///
    /// # Errors
    /// As [`plot`](Self::plot).
    pub fn loglog(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Handle<Line2D>> {
        self.set_xscale(Scale::log())?;
        self.semilogy(x, y)
    }

    /// Draws a line as [`plot`](Self::plot) does and makes the x axis logarithmic.
    ///
    /// # Errors
    /// As [`plot`](Self::plot).
    pub fn semilogx(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Handle<Line2D>> {
        self.set_xscale(Scale::log())?;
        self.plot(x, y)
    }

    /// Draws a line as [`plot`](Self::plot) does and makes the y axis logarithmic.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let loss = fig[ax].semilogy(&[1, 2, 3], &[1.0, 0.1, 0.01])?;
    /// // From frame to frame:
    /// fig[loss].set_ydata(&[1.0, 0.2, 0.03])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`plot`](Self::plot).
    pub fn semilogy(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Handle<Line2D>> {
        self.set_yscale(Scale::log())?;
        self.plot(x, y)
    }

    /// Draws several lines at once: one for each column of y, over the same x.
    ///
    /// ```
    /// use ndarray::array;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let lines = fig[ax].plot_columns(&[1, 2, 3], &array![[1, 1], [2, 4], [3, 9]], "-")?;
    /// assert_eq!(lines.len(), 2);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`plot_fmt`](Self::plot_fmt); no line is drawn then.
    pub fn plot_columns<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &ArrayBase<S, Ix2>,
        fmt: &str,
    ) -> Result<Vec<Handle<Line2D>>> {
        let format: PlotFormat = fmt.parse()?;
        let columns = y.columns().into_iter();
        columns
            .map(|column| self.plot_format(x, &column, &format))
            .collect()
    }

    pub(super) fn plot_format(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        format: &PlotFormat,
    ) -> Result<Handle<Line2D>> {
        let (x, y) = self.convert_units(x, y)?;
        let mut line = Line2D::new(&x, &y)?.styled(&self.style);
        let (color, cycled) = self.next_look(format);
        line.set_color(color)?;
        line.set_cycled(&cycled);
        if let Some(marker) = &format.marker {
            line.set_marker(marker.clone())?;
        }
        if let Some(style) = &format.line_style {
            line.set_linestyle(style.clone())?;
        }
        let handle = self.add_artist(line);
        // Even without a point.
        self.autoscale_view();
        Ok(handle)
    }

    /// Shows an array as an image, with square pixels (`aspect="equal"`), its first row at the top and the
    /// interpolation `"auto"`.
    ///
    /// The limits become those of the image, and the axes' box shrinks to its shape.
    ///
    /// # Errors
    /// [`Error::ImageShape`](crate::Error::ImageShape).
    pub fn imshow(&mut self, data: &impl ImageSource) -> Result<Handle<AxesImage>> {
        self.imshow_in(ColorRange::default(), data)
    }

    /// As [`imshow`](Self::imshow), for colours with their own range of values.
    pub(crate) fn imshow_in(
        &mut self,
        range: ColorRange,
        data: &impl ImageSource,
    ) -> Result<Handle<AxesImage>> {
        let mut image = AxesImage::new(range, data)?;
        image.set_interpolation(self.style.image_interpolation)?;
        image.set_origin(self.style.image_origin);
        self.set_aspect(Aspect::Equal)?;
        Ok(self.add_artist(image))
    }

    /// Shows a matrix: an image with integer ticks, those of x at the top.
    ///
    /// # Errors
    /// As [`imshow`](Self::imshow).
    pub fn matshow(&mut self, data: &impl ImageSource) -> Result<Handle<AxesImage>> {
        let handle = self.imshow(data)?;
        if let Some(image) = self.artist_mut(handle) {
            image.set_interpolation(crate::canvas::Interpolation::Nearest)?;
        }
        self.xaxis.set_ticks_position(AxisSide::Second);
        for look in &mut self.xaxis.looks {
            look.ticks = [true, true];
        }
        let whole = || {
            MaxNLocator::new(9)
                .with_steps([1.0, 2.0, 5.0, 10.0])
                .with_integer(true)
        };
        self.xaxis.set_major_locator(whole());
        self.yaxis.set_major_locator(whole());
        Ok(handle)
    }

    /// Writes a text at a place in data coordinates.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let clock = fig[ax].text(0.1, 0.9, "t = 0 s");
    /// fig[clock].set_color("navy")?;
    /// fig[clock].set_fontsize(14.0)?;
    /// // From frame to frame:
    /// fig[clock].set_text("t = 1 s");
    /// fig[clock].set_position(0.2, 0.8);
    /// fig[clock].set_rotation(15.0)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn text(&mut self, x: f64, y: f64, text: impl Into<String>) -> Handle<Text> {
        self.push(Text::new(x, y, text))
    }

    /// Draws a horizontal line at y over the whole width of the axes.
    pub fn axhline(&mut self, y: f64) -> Handle<Line2D> {
        self.add_across(Direction::Y, y)
    }

    /// Draws a vertical line at x over the whole height of the axes.
    pub fn axvline(&mut self, x: f64) -> Handle<Line2D> {
        self.add_across(Direction::X, x)
    }

    /// A line across the axes changes its limits only if it is outside.
    fn add_across(&mut self, direction: Direction, at: f64) -> Handle<Line2D> {
        let (x, y) = match direction {
            Direction::X => ([at, at], [0.0, 1.0]),
            Direction::Y => ([0.0, 1.0], [at, at]),
        };
        let axis = self.axis(direction);
        let (a, b) = self.shown_along(axis).limits;
        // A line in the margins does not change the limits, even those not yet computed.
        if !self
            .range_along(axis)
            .is_some_and(|data| at >= data.low && at <= data.high)
        {
            self.settle(direction);
        }
        let line = Line2D::through(x, y)
            .styled(&self.style)
            .with_coords(across(direction));
        self.data = self.data.union(line.data_limits());
        if at < a.min(b) || at > a.max(b) {
            self.axis_mut(direction).request_autoscale();
        }
        self.push(line)
    }

    /// Draws the line through two points from edge to edge of the axes, straight in scaled coordinates.
    pub fn axline(&mut self, xy1: (f64, f64), xy2: (f64, f64)) -> Handle<Line2D> {
        let line = Line2D::through([xy1.0, xy2.0], [xy1.1, xy2.1]).styled(&self.style);
        self.add_artist(line.edge_to_edge(None))
    }

    /// Draws the line through a point with a slope from edge to edge of the axes.
    pub fn axline_slope(&mut self, xy1: (f64, f64), slope: f64) -> Handle<Line2D> {
        let line = Line2D::through([xy1.0, xy1.0], [xy1.1, xy1.1]).styled(&self.style);
        self.add_artist(line.edge_to_edge(Some(slope)))
    }

    /// Draws a horizontal band between two values of y over the whole width of the axes: a rectangle whose x is in
    /// fractions of that width.
    pub fn axhspan(&mut self, ymin: f64, ymax: f64) -> Handle<Rectangle> {
        let band = Rectangle::new((0.0, ymin), 1.0, ymax - ymin);
        self.add_artist(band.with_coords(across(Direction::Y)))
    }

    /// Draws a vertical band between two values of x over the whole height of the axes: a rectangle whose y is in
    /// fractions of that height.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let band = fig[ax].axvspan(0.2, 0.4);
    /// fig[band].set_facecolor(("tab:orange", 0.3))?;
    /// // From frame to frame:
    /// fig[band].set_x(0.3);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn axvspan(&mut self, xmin: f64, xmax: f64) -> Handle<Rectangle> {
        let band = Rectangle::new((xmin, 0.0), xmax - xmin, 1.0);
        self.add_artist(band.with_coords(across(Direction::X)))
    }

    /// Lets plotters draw in the axes' data coordinates, with any of its series and elements.
    ///
    /// The chart has the axes' limits and scales and is clipped to it; widths, radii and font sizes are in units of
    /// [`PX`](crate::canvas::PX). The closure is called for each frame. Its data do not take part in autoscaling: set
    /// limits, or see [`ChartArtist::set_data_limits`].
    ///
    /// ```
    /// use plotreel::plotters::prelude::*;
    /// use plotreel::Figure;
    /// use plotreel::canvas::PX;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].set_xlim(0.0, 10.0)?;
    /// let chart = fig[ax].draw_with(|chart| {
    ///     let squares = (0..10).map(|i| (f64::from(i), f64::from(i * i) / 100.0));
    ///     chart.draw_series(LineSeries::new(squares, RED.stroke_width(2 * PX)))?;
    ///     Ok(())
    /// });
    /// fig[chart].set_zorder(2.5);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn draw_with(
        &mut self,
        draw: impl Fn(&mut Chart<'_, '_>) -> Result<(), BoxError> + Send + Sync + 'static,
    ) -> Handle<ChartArtist> {
        self.add_artist(ChartArtist::new(draw))
    }
}

/// x in data and y in fractions of the axes' height (`get_xaxis_transform`), or the other way round.
fn across(direction: Direction) -> BlendedCoords {
    match direction {
        Direction::X => (Coords::Data, Coords::AxesFraction).into(),
        Direction::Y => (Coords::AxesFraction, Coords::Data).into(),
    }
}
