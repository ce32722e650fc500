//! Streamlines: `streamplot`.

use crate::artists::streamplot::{StreamArrows, StreamGrid, StreamplotOptions, Streams, array};
use crate::artists::{CollectionBase, LineCollection};
use crate::axes::Axes;
use crate::axes::fitting::Fitting;
use crate::color::ColorSpec;
use crate::error::Result;
use crate::handle::Handle;
use crate::mapping::Limits;
use crate::series::Field;
use crate::units::AxisData;

/// The streamlines and arrows of [`Axes::streamplot`], and the grid and options to compute them again.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let x = [-1.0, -0.5, 0.0, 0.5, 1.0];
/// let field = |t: f64| Array2::from_shape_fn((5, 5), |(r, c)| (t + x[c] * x[r]).sin());
/// let streams = fig[ax].streamplot(&x, &x, &field(0.0), &field(1.0))?;
/// fig[streams.lines].set_linewidth(1.0)?;
/// // From frame to frame:
/// streams.set_uv(&mut fig[ax], &field(0.1), &field(1.1))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct StreamplotSet {
    /// The streamlines.
    pub lines: Handle<LineCollection>,
    /// The arrows.
    pub arrows: Handle<StreamArrows>,
    grid: StreamGrid,
    options: StreamplotOptions,
}

impl StreamplotSet {
    /// Computes the streamlines of other vectors (u, v), with the options of the first ones. The look of lines and
    /// arrows stays.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) unless u and v have a row for each y and a column for each x.
    ///
    /// # Panics
    /// If lines or arrows are not in these axes, or were removed.
    #[track_caller]
    pub fn set_uv(
        &self,
        ax: &mut Axes,
        u: &(impl Field + ?Sized),
        v: &(impl Field + ?Sized),
    ) -> Result<()> {
        self.set_uv_with(ax, u, v, &self.options)
    }

    /// Computes the streamlines of other vectors (u, v) with other options, such as other values for their colours. A
    /// colour, a colormap and a norm among the options have no effect here: they are set by the artists' setters.
    ///
    /// # Errors
    /// As [`Axes::streamplot_with`].
    ///
    /// # Panics
    /// As [`set_uv`](Self::set_uv).
    #[track_caller]
    pub fn set_uv_with(
        &self,
        ax: &mut Axes,
        u: &(impl Field + ?Sized),
        v: &(impl Field + ?Sized),
        options: &StreamplotOptions,
    ) -> Result<()> {
        let streams = streams_of(&self.grid, u, v, options)?;
        show_lines(&streams, ax.part_mut(self.lines))?;
        show_arrows(&streams, ax.part_mut(self.arrows))
    }
}

fn show_lines(streams: &Streams, lines: &mut LineCollection) -> Result<()> {
    paint(streams, 0, &mut lines.style)?;
    lines.set_segments(&streams.lines);
    Ok(())
}

fn show_arrows(streams: &Streams, arrows: &mut StreamArrows) -> Result<()> {
    paint(streams, 1, &mut arrows.style)?;
    arrows.set_positions(streams.arrows.iter().copied());
    Ok(())
}

/// Sets the widths and values that are given, of the lines (0) or the arrows (1).
fn paint(streams: &Streams, which: usize, style: &mut CollectionBase) -> Result<()> {
    if let Some(widths) = &streams.widths {
        style.set_linewidths(&widths[which])?;
    }
    if let Some(values) = &streams.values {
        style.set_array(&values[which]);
    }
    Ok(())
}

fn streams_of(
    grid: &StreamGrid,
    u: &(impl Field + ?Sized),
    v: &(impl Field + ?Sized),
    options: &StreamplotOptions,
) -> Result<Streams> {
    grid.check("the u of a streamplot", u.shape_2d())?;
    grid.check("the v of a streamplot", v.shape_2d())?;
    grid.streams((&array(u), &array(v)), options)
}

impl Axes {
    /// Draws streamlines of the vectors (u, v) on a grid, with an arrow half-way along each, in the next colour of the
    /// cycle for lines.
    ///
    /// x and y rise in even steps; u and v are 2-D arrays with a row for each y and a column for each x. Vectors that
    /// are not finite are holes, which streamlines end at.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let x = [-1.0, -0.5, 0.0, 0.5, 1.0];
    /// let (u, v) = (Array2::from_shape_fn((5, 5), |(r, _)| -x[r]), Array2::from_shape_fn((5, 5), |(_, c)| x[c]));
    /// let streams = fig[ax].streamplot(&x, &x, &u, &v)?;
    /// fig[streams.lines].set_color("navy")?;
    /// fig[streams.arrows].set_color("navy")?;
    /// // From frame to frame:
    /// streams.set_uv(&mut fig[ax], &u, &(2.0 * v))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for x or y that do not rise in even steps, and for u or v of another
    /// shape.
    pub fn streamplot(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        u: &(impl Field + ?Sized),
        v: &(impl Field + ?Sized),
    ) -> Result<StreamplotSet> {
        self.streamplot_with(x, y, u, v, &StreamplotOptions::default())
    }

    /// Draws streamlines as [`streamplot`](Self::streamplot) does, with options.
    ///
    /// # Errors
    /// As [`streamplot`](Self::streamplot); [`Error::Setting`](crate::Error::Setting) for values and widths of another
    /// shape, for widths that are negative, and for starting points outside of the grid.
    pub fn streamplot_with(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        u: &(impl Field + ?Sized),
        v: &(impl Field + ?Sized),
        options: &StreamplotOptions,
    ) -> Result<StreamplotSet> {
        let (x, y) = self.convert_units(x, y)?;
        let grid = StreamGrid::new(&x, &y)?;
        let streams = streams_of(&grid, u, v, options)?;
        let color = match options.color_values {
            Some(_) => ColorSpec::None,
            None => options.color.unwrap_or_else(|| self.next_color()),
        };
        let mut lines = LineCollection::new([[[0.0; 2]; 0]; 0]);
        if options.color_values.is_none() {
            lines.set_color(color)?;
        }
        lines.sticky = grid.sticky();
        let mut arrows = StreamArrows::new(color, options);
        for style in [&mut lines.style, &mut arrows.style] {
            style.set_norm(options.value_norm());
            if let Some(cmap) = &options.cmap {
                style.set_cmap(cmap.clone());
            }
            if let Some(width) = options.linewidth {
                style.set_linewidth(width)?;
            }
        }
        show_lines(&streams, &mut lines)?;
        show_arrows(&streams, &mut arrows)?;
        if let (Fitting::Flat, Some(size)) = (self.fitting, self.first_size) {
            let view = Limits {
                x: self.xaxis.view,
                y: self.yaxis.view,
            };
            arrows.measure(size, view)?;
        }
        Ok(StreamplotSet {
            lines: self.add_artist(lines),
            arrows: self.add_artist(arrows),
            grid,
            options: options.clone(),
        })
    }
}
