//! Points with error bars in space: `errorbar`.

use crate::artists::container_label::{ContainerLabel, Parts};
use crate::artists::quiver::Quiver3D;
use crate::artists::{
    ArtistBase, Line3D, Line3DCollection, LineStyle, MarkEvery, Marker, PlotFormat, Points,
};
use crate::axes::errorbar::{ZORDER, check_errorevery, errorbar_options, line_format, line_zorder};
use crate::axes::space::error_bars::{BarRules, Bars, NAMES, Point, bars};
use crate::axes::{Axes3D, Errors, Limited};
use crate::color::ColorSpec;
use crate::error::Result;
use crate::handle::Handle;
use crate::properties::Length;
use crate::series::Series;

errorbar_options! {
    /// Options of [`Axes3D::errorbar_with`].
    ///
    /// ```
    /// use plotreel::axes::Errorbar3DOptions;
    ///
    /// let options = Errorbar3DOptions::new()
    ///     .with_xerr(0.1)
    ///     .with_zerr((&[1.0, 2.0], &[2.0, 3.0]))
    ///     .with_fmt("o")
    ///     .with_ecolor("gray")?
    ///     .with_capsize(3.0);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct Errorbar3DOptions;
    zerr / with_zerr: value<Errors> = Errors::None,
        "the errors of z: a number, one for each point, or a pair of those below and above";
    barsabove / with_barsabove: flag = false, "whether caps are drawn above the line";
    xlolims / with_xlolims: value<Limited> = Limited::default(),
        "which x are only lower limits: an arrow goes along x from them, and there is no bar below";
    xuplims / with_xuplims: value<Limited> = Limited::default(),
        "which x are only upper limits: an arrow goes against x from them, and there is no bar above";
    ylolims / with_ylolims: value<Limited> = Limited::default(), "which y are only lower limits";
    yuplims / with_yuplims: value<Limited> = Limited::default(), "which y are only upper limits";
    zlolims / with_zlolims: value<Limited> = Limited::default(), "which z are only lower limits";
    zuplims / with_zuplims: value<Limited> = Limited::default(), "which z are only upper limits";
}

/// The artists of [`Axes3D::errorbar`].
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axes::{Errorbar3DOptions, Errors};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let options = Errorbar3DOptions::new().with_zerr(&[0.5, 0.3, 0.4]).with_fmt("o").with_capsize(3.0);
/// let errors = fig[ax].errorbar_with(&[0, 1, 2], &[0, 1, 0], &[1.0, 3.0, 2.0], &options)?;
/// errors.set_label(&mut fig[ax], "measured");
/// for bars in &errors.barlinecols {
///     fig[*bars].set_linewidth(2.0)?;
/// }
/// // From frame to frame:
/// let (none, zerr) = (Errors::None, (&[0.4, 0.4, 0.6]).into());
/// errors.set_data_3d(&mut fig[ax], &[0, 1, 2], &[0, 1, 0], &[1.5, 2.5, 2.0], [none.clone(), none, zerr])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Errorbar3DContainer {
    /// The line through the points, unless its format is `"none"`.
    pub data_line: Option<Handle<Line3D>>,
    /// The caps: markers of lines that are not drawn.
    pub caplines: Vec<Handle<Line3D>>,
    /// The bars along x, y and z, as far as there are any.
    pub barlinecols: Vec<Handle<Line3DCollection>>,
    /// The arrows at lower limits and at upper limits along x, y and z, as far as there are any.
    pub limmarks: Vec<Handle<Quiver3D>>,
    label: Handle<ContainerLabel<3>>,
    rules: BarRules,
}

/// The columns of points.
fn columns(points: &[Point]) -> [Vec<f64>; 3] {
    [0, 1, 2].map(|axis| points.iter().map(|point| point[axis]).collect())
}

impl Errorbar3DContainer {
    /// Replaces points (x, y, z) and errors, whose number may change. The axes' limits are not changed.
    ///
    /// # Errors
    /// As [`Axes3D::errorbar_with`], and [`Error::Setting`](crate::Error::Setting) unless there are errors along the
    /// same axes as before. Nothing is changed then.
    ///
    /// # Panics
    /// If one of the artists is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data_3d(
        &self,
        ax: &mut Axes3D,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        [xerr, yerr, zerr]: [Errors; 3],
    ) -> Result<()> {
        let mut points = Points::default();
        points.set_3d(x, y, z)?;
        let errors = [&xerr, &yerr, &zerr];
        for (i, name) in NAMES.into_iter().enumerate() {
            errors[i].check_as(self.rules.has_errors[i], name)?;
        }
        let found = bars(&points, errors, &self.rules)?;
        if let Some(line) = self.data_line {
            let line = ax.part_mut(line);
            line.set_data_3d(x, y, z)?;
        }
        let (mut caplines, mut limmarks) = (self.caplines.iter(), self.limmarks.iter());
        for (bars, handle) in found.iter().zip(&self.barlinecols) {
            let lines = ax.part_mut(*handle);
            lines.set_segments(&bars.segments);
            for ((points, direction), handle) in bars.arrows.iter().zip(&mut limmarks) {
                ax.part_mut(*handle).set_heads(points, *direction);
            }
            for (caps, handle) in bars.caps.iter().flatten().zip(&mut caplines) {
                let [x, y, z] = columns(caps);
                let line = ax.part_mut(*handle);
                line.set_data_3d(&x, &y, &z)?;
            }
        }
        Ok(())
    }

    /// Names it in legends: by a line with bars.
    ///
    /// # Panics
    /// If it is not in these axes.
    #[track_caller]
    pub fn set_label(&self, ax: &mut Axes3D, label: impl Into<String>) {
        ax.part_mut(self.label).base.set_label(label.into());
    }
}

impl Errorbar3DOptions {
    pub(super) fn errors(&self) -> [&Errors; 3] {
        [&self.xerr, &self.yerr, &self.zerr]
    }

    /// The lower and the upper limits along x, y or z.
    pub(super) fn limits(&self, along: usize) -> [&Limited; 2] {
        match along {
            0 => [&self.xlolims, &self.xuplims],
            1 => [&self.ylolims, &self.yuplims],
            _ => [&self.zlolims, &self.zuplims],
        }
    }
}

impl Axes3D {
    /// Draws a line through the points (x, y, z) with bars for the errors of z: one number for all, one for each point,
    /// or a pair of those below and above.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::Errors;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let (x, y) = ([0, 1, 2], [0, 1, 0]);
    /// let errors = fig[ax].errorbar(&x, &y, &[1.0, 3.0, 2.0], 0.5)?;
    /// // From frame to frame:
    /// errors.set_data_3d(&mut fig[ax], &x, &y, &[1.5, 2.5, 2.0], [Errors::None, Errors::None, 0.4.into()])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length,
    /// [`Error::Lengths`](crate::Error::Lengths) unless there are as many errors,
    /// [`Error::Setting`](crate::Error::Setting) for negative errors.
    pub fn errorbar(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        zerr: impl Into<Errors>,
    ) -> Result<Errorbar3DContainer> {
        let options = Errorbar3DOptions::new().with_zerr(zerr);
        self.errorbar_with(x, y, z, &options)
    }

    /// Draws points with error bars as [`errorbar`](Self::errorbar) does, with options.
    ///
    /// # Errors
    /// As [`errorbar`](Self::errorbar); [`Error::PlotFormat`](crate::Error::PlotFormat) for a format;
    /// [`Error::Setting`](crate::Error::Setting) for widths and sizes that are negative or not finite, and for an
    /// `errorevery` by distances or that does not suit the number of points.
    pub fn errorbar_with(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        options: &Errorbar3DOptions,
    ) -> Result<Errorbar3DContainer> {
        options.check_options()?;
        check_errorevery(&options.errorevery)?;
        let format = line_format(&options.fmt)?;
        let mut points = Points::default();
        points.set_3d(x, y, z)?;
        let rules = BarRules::new(options);
        let found = bars(&points, options.errors(), &rules)?;
        let head = self.errorbar_head(options);
        let (data_line, color) = self.errorbar_line(&points, format, options)?;
        let color = options.ecolor.unwrap_or(color);
        let (mut caplines, mut collections, mut limmarks) = (Vec::new(), Vec::new(), Vec::new());
        for bars in &found {
            caplines.extend(self.errorbar_caps(bars, options, color)?);
            for (points, direction) in &bars.arrows {
                let mut arrows = Quiver3D::heads(points, *direction, head);
                arrows.set_color(color)?;
                limmarks.push(self.add_artist(arrows));
            }
            collections.push(self.errorbar_bars(bars, options, color)?);
        }
        // As in the reference, those along x and y are one direction of legends, and those along z the other.
        let bars_of = |is_along_z: bool| {
            let mut along = found.iter().map(|bars| bars.along == 2);
            let first = collections.first().copied();
            first.filter(|_| along.any(|along_z| along_z == is_along_z))
        };
        let label = self.push(ContainerLabel {
            parts: Parts::Errorbar {
                line: data_line,
                bars: [bars_of(false), bars_of(true)],
                caps: caplines.first().copied(),
            },
            base: ArtistBase::new(ZORDER),
        });
        Ok(Errorbar3DContainer {
            data_line,
            caplines,
            barlinecols: collections,
            limmarks,
            label,
            rules,
        })
    }

    /// The length of arrows at limits, which depends on the limits of y before the error bars are there: in data units
    /// for each point of an axes of one pixel.
    fn errorbar_head(&self, options: &Errorbar3DOptions) -> f64 {
        /// The length of a head whose sides are turned by 15 degrees, over half of its base.
        const LENGTH: f64 = 1.866_025_403_784_438_8;
        let capsize = options.capsize.unwrap_or(self.style.errorbar_capsize);
        let size = match capsize > 0.0 {
            true => 2.0 * capsize,
            false => self.style.lines_markersize,
        };
        LENGTH * size * size * self.y_of_plane()
    }

    /// The line through the points, if there is one, and its colour.
    fn errorbar_line(
        &mut self,
        points: &Points<3>,
        format: Option<PlotFormat>,
        options: &Errorbar3DOptions,
    ) -> Result<(Option<Handle<Line3D>>, ColorSpec)> {
        let Some(mut format) = format else {
            return Ok((None, options.color.unwrap_or(ColorSpec::C0)));
        };
        format.color = options.color.or(format.color);
        let [x, y, z] = points.columns();
        let line = self.plot_format(x, y, z, &format)?;
        let color = self.part(line).color();
        self.part_mut(line)
            .set_zorder(line_zorder(options.barsabove));
        Ok((Some(line), color))
    }

    fn errorbar_bars(
        &mut self,
        bars: &Bars,
        options: &Errorbar3DOptions,
        color: ColorSpec,
    ) -> Result<Handle<Line3DCollection>> {
        let mut lines = Line3DCollection::new(&bars.segments);
        lines.set_color(color)?;
        // As in the reference 0 is the default, too.
        if let Some(width) = options.elinewidth.filter(|width| *width > 0.0) {
            lines.set_linewidth(width)?;
        }
        Ok(self.add_artist(lines))
    }

    /// The caps at the lower and at the upper ends of bars, if they have any.
    fn errorbar_caps(
        &mut self,
        bars: &Bars,
        options: &Errorbar3DOptions,
        color: ColorSpec,
    ) -> Result<Vec<Handle<Line3D>>> {
        let size = options.capsize.unwrap_or(self.style.errorbar_capsize);
        let mut caplines = Vec::new();
        for caps in bars.caps.iter().flatten().filter(|_| size > 0.0) {
            let [x, y, z] = columns(caps);
            let mut line = Line3D::new(&x, &y, &z)?;
            line.set_color(color)?;
            line.set_linestyle(LineStyle::None)?;
            line.set_marker(match bars.along {
                2 => Marker::HLine,
                _ => Marker::VLine,
            })?;
            line.set_markersize(2.0 * size)?;
            line.set_markeredgewidth(options.capthick)?;
            caplines.push(self.add_artist(line));
        }
        Ok(caplines)
    }
}
