//! Points with error bars: `errorbar`.

mod bars;
mod errors;
mod options;

pub use errors::{Errors, Limited};
pub use options::ErrorbarOptions;

use crate::artists::container_label::{ContainerLabel, Parts};
use crate::artists::{ArtistBase, Line2D, LineCollection, LineStyle, PlotFormat};
use crate::axes::Axes;
use crate::color::ColorSpec;
use crate::error::Result;
use crate::handle::Handle;
use crate::series::as_long;
use crate::units::AxisData;
use bars::{BarRules, Bars, Caps, bars};

pub(super) use bars::marked;
pub(super) use options::{check_errorevery, errorbar_options, line_format};

/// The artists of [`Axes::errorbar`].
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axes::ErrorbarOptions;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let options = ErrorbarOptions::new().with_yerr(&[0.5, 0.3, 0.4]).with_fmt("o").with_capsize(3.0);
/// let errors = fig[ax].errorbar_with(&[0, 1, 2], &[1.0, 3.0, 2.0], &options)?;
/// errors.set_label(&mut fig[ax], "measured");
/// for bars in &errors.barlinecols {
///     fig[*bars].set_linewidth(2.0)?;
/// }
/// // From frame to frame:
/// errors.set_data(&mut fig[ax], &[0, 1, 2], &[1.5, 2.5, 2.0], ErrorbarOptions::NO_ERRORS, &[0.4, 0.4, 0.6])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ErrorbarContainer {
    /// The line through the points, unless its format is `"none"`.
    pub data_line: Option<Handle<Line2D>>,
    /// The caps: markers of lines that are not drawn.
    pub caplines: Vec<Handle<Line2D>>,
    /// The bars along x, then those along y, as far as there are any.
    pub barlinecols: Vec<Handle<LineCollection>>,
    label: Handle<ContainerLabel>,
    rules: BarRules,
}

/// The colours of new error bars.
struct Colors {
    line: ColorSpec,
    bars: ColorSpec,
}

impl ErrorbarContainer {
    /// Replaces points and errors, whose number may change. The axes' limits are not changed.
    ///
    /// # Errors
    /// As [`Axes::errorbar_with`], and [`Error::Setting`](crate::Error::Setting) unless there are errors along the same
    /// axes as before. Nothing is changed then.
    ///
    /// # Panics
    /// If one of the artists is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data(
        &self,
        ax: &mut Axes,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        xerr: impl Into<Errors>,
        yerr: impl Into<Errors>,
    ) -> Result<()> {
        let (x, y) = ax.convert_units(x, y)?;
        let errors = [xerr.into(), yerr.into()];
        for (i, name) in ["xerr", "yerr"].into_iter().enumerate() {
            errors[i].check_as(self.rules.has_errors[i], name)?;
        }
        let found = both(ax, [&x, &y], errors.each_ref(), &self.rules)?;
        if let Some(line) = self.data_line {
            let line = ax.part_mut(line);
            line.set_data(&x, &y)?;
        }
        let mut caplines = self.caplines.iter();
        for (bars, handle) in found.into_iter().flatten().zip(&self.barlinecols) {
            let lines = ax.part_mut(*handle);
            lines.set_segments(&bars.segments);
            for (caps, handle) in bars.caps.iter().zip(&mut caplines) {
                let line = ax.part_mut(*handle);
                line.set_data(&caps.x, &caps.y)?;
            }
        }
        Ok(())
    }

    /// Names it in legends: by a line with bars.
    ///
    /// # Panics
    /// If it is not in these axes.
    #[track_caller]
    pub fn set_label(&self, ax: &mut Axes, label: impl Into<String>) {
        ax.part_mut(self.label).base.set_label(label.into());
    }
}

/// The bars along x and along y.
fn both(
    ax: &Axes,
    points: [&[f64]; 2],
    errors: [&Errors; 2],
    rules: &BarRules,
) -> Result<[Option<Bars>; 2]> {
    as_long(points[0].len(), points[1].len())?;
    let is_inverted = |(from, to): (f64, f64)| from > to;
    Ok([
        bars(0, points, errors[0], rules, is_inverted(ax.xlim()))?,
        bars(1, points, errors[1], rules, is_inverted(ax.ylim()))?,
    ])
}

impl Axes {
    /// Draws a line through the points (x, y) with bars for the errors of y: one number for all, one for each point, or
    /// a pair of those below and above.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::ErrorbarOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let errors = fig[ax].errorbar(&[0, 1, 2], &[1.0, 3.0, 2.0], 0.5)?;
    /// // From frame to frame:
    /// errors.set_data(&mut fig[ax], &[0, 1, 2], &[1.5, 2.5, 2.0], ErrorbarOptions::NO_ERRORS, 0.4)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length,
    /// [`Error::Lengths`](crate::Error::Lengths) unless there are as many errors,
    /// [`Error::Setting`](crate::Error::Setting) for negative errors.
    pub fn errorbar(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        yerr: impl Into<Errors>,
    ) -> Result<ErrorbarContainer> {
        self.errorbar_with(x, y, &ErrorbarOptions::new().with_yerr(yerr))
    }

    /// Draws points with error bars as [`errorbar`](Self::errorbar) does, with options.
    ///
    /// # Errors
    /// As [`errorbar`](Self::errorbar); [`Error::PlotFormat`](crate::Error::PlotFormat) for a format;
    /// [`Error::Setting`](crate::Error::Setting) for widths and sizes that are negative or not finite, and for an
    /// `errorevery` by distances, which only markers have; [`Error::Lengths`](crate::Error::Lengths) for limits, and
    /// [`Error::Setting`](crate::Error::Setting) for an `errorevery`, that do not suit the number of points.
    pub fn errorbar_with(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        options: &ErrorbarOptions,
    ) -> Result<ErrorbarContainer> {
        options.check()?;
        let format = line_format(&options.fmt)?;
        let capsize = options.capsize.unwrap_or(self.style.errorbar_capsize);
        let rules = BarRules::new(options, capsize);
        let (x, y) = self.convert_units(x, y)?;
        let found = both(self, [&x, &y], [&options.xerr, &options.yerr], &rules)?;
        let (data_line, colors) = self.errorbar_line([&x, &y], format, options)?;
        let mut caps = Vec::new();
        let mut collections = [None, None];
        for (bars, place) in found.into_iter().zip(&mut collections) {
            if let Some(bars) = bars {
                *place = Some(self.errorbar_bars(&bars, options, &colors)?);
                caps.extend(bars.caps);
            }
        }
        let caps = caps
            .into_iter()
            .map(|caps| self.errorbar_caps(&caps, (capsize, options.capthick), &colors));
        let caplines: Vec<Handle<Line2D>> = caps.collect::<Result<_>>()?;
        let label = self.push(ContainerLabel {
            parts: Parts::Errorbar {
                line: data_line,
                bars: collections,
                caps: caplines.first().copied(),
            },
            base: ArtistBase::new(ZORDER),
        });
        self.autoscale_view();
        Ok(ErrorbarContainer {
            data_line,
            caplines,
            barlinecols: collections.into_iter().flatten().collect(),
            label,
            rules,
        })
    }

    /// The line through the points, if there is one.
    fn errorbar_line(
        &mut self,
        [x, y]: [&[f64]; 2],
        format: Option<PlotFormat>,
        options: &ErrorbarOptions,
    ) -> Result<(Option<Handle<Line2D>>, Colors)> {
        let (line, color) = match format {
            None => (None, options.color.unwrap_or(ColorSpec::C0)),
            Some(format) => {
                let format = PlotFormat {
                    color: options.color.or(format.color),
                    ..format
                };
                let line = self.plot_format(x, y, &format)?;
                (Some(line), self.part(line).color())
            }
        };
        if let Some(line) = line {
            self.part_mut(line)
                .set_zorder(line_zorder(options.barsabove));
        }
        let colors = Colors {
            line: color,
            bars: options.ecolor.unwrap_or(color),
        };
        Ok((line, colors))
    }

    fn errorbar_bars(
        &mut self,
        bars: &Bars,
        options: &ErrorbarOptions,
        colors: &Colors,
    ) -> Result<Handle<LineCollection>> {
        let mut lines = LineCollection::new(&bars.segments);
        lines.is_bent = bars.along == 0;
        lines.set_color(colors.bars)?;
        if let Some(width) = options.elinewidth {
            lines.set_linewidth(width)?;
        }
        if let Some(style) = &options.elinestyle {
            lines.set_linestyle(style.clone())?;
        }
        Ok(self.add_artist(lines))
    }

    fn errorbar_caps(
        &mut self,
        caps: &Caps,
        (size, thickness): (f64, Option<f64>),
        colors: &Colors,
    ) -> Result<Handle<Line2D>> {
        let mut line = Line2D::new(&caps.x, &caps.y)?;
        line.set_cap_of(caps.along);
        line.set_color(colors.line)?;
        line.set_linestyle(LineStyle::None)?;
        line.set_marker(caps.marker.clone())?;
        line.set_markeredgecolor(colors.bars)?;
        if size > 0.0 {
            line.set_markersize(2.0 * size)?;
        }
        line.set_markeredgewidth(thickness)?;
        Ok(self.add_artist(line))
    }
}

/// The place of bars in the drawing order.
pub(super) const ZORDER: f64 = 2.0;

/// That of the line through the points.
pub(super) fn line_zorder(barsabove: bool) -> f64 {
    match barsabove {
        true => ZORDER - 0.1,
        false => ZORDER + 0.1,
    }
}
