//! Stems: `stem`.

use crate::artists::container_label::{ContainerLabel, Parts};
use crate::artists::{
    ArtistBase, Line2D, LineCollection, LineStyle, Marker, Orientation, PlotFormat,
};
use crate::axes::Axes;
use crate::color::ColorSpec;
use crate::error::Result;
use crate::handle::Handle;
use crate::properties::{Angle, options};
use crate::series::as_long;
use crate::units::AxisData;

options! {
    /// Options of [`Axes::stem_with`].
    ///
    /// ```
    /// use plotreel::axes::StemOptions;
    ///
    /// let options = StemOptions::new()
    ///     .with_linefmt("C1--")
    ///     .with_markerfmt("D")
    ///     .with_basefmt(" ")
    ///     .with_bottom(1.0)
    ///     .with_orientation("horizontal")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct StemOptions;
    linefmt / with_linefmt: text = "C0-".into(), "colour and line style of the stems, as in `plot`";
    markerfmt / with_markerfmt: text = "o".into(),
        "colour and shape of the markers, as in `plot`; without a colour it is that of the stems";
    basefmt / with_basefmt: text = "C3-".into(), "colour and line style of the base line, as in `plot`";
    bottom / with_bottom: number<Angle> = 0.0,
        "where stems begin: y of the base line, or x if they are horizontal";
    orientation / with_orientation: choice<Orientation> = Orientation::Vertical, "the direction of the stems";
}

/// The artists of [`Axes::stem`].
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let stems = fig[ax].stem(&[0, 1, 2], &[1.0, 3.0, 2.0])?;
/// stems.set_label(&mut fig[ax], "samples");
/// fig[stems.markerline].set_markersize(4.0)?;
/// fig[stems.stemlines].set_color("gray")?;
/// // From frame to frame:
/// stems.set_data(&mut fig[ax], &[0, 1, 2], &[1.5, 2.5, 2.0])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct StemContainer {
    /// The markers at the heads.
    pub markerline: Handle<Line2D>,
    /// The stems.
    pub stemlines: Handle<LineCollection>,
    /// The line that they stand on.
    pub baseline: Handle<Line2D>,
    label: Handle<ContainerLabel>,
    options: StemOptions,
}

/// Where the artists are.
struct Placed {
    heads: [Vec<f64>; 2],
    stems: Vec<[(f64, f64); 2]>,
    base: [[f64; 2]; 2],
}

impl Placed {
    fn new(locs: &[f64], heads: &[f64], options: &StemOptions) -> Result<Self> {
        as_long(locs.len(), heads.len())?;
        let bottom = options.bottom;
        let placed = |loc: f64, head: f64| options.orientation.xy(loc, head);
        let pairs = || locs.iter().copied().zip(heads.iter().copied());
        let is_finite = |(loc, head): &(f64, f64)| loc.is_finite() && head.is_finite();
        // As NumPy's extremes, they are NaN if one is.
        let extreme = |of: fn(f64, f64) -> f64| {
            locs.iter().copied().reduce(|a, b| {
                if a.is_nan() || b.is_nan() {
                    f64::NAN
                } else {
                    of(a, b)
                }
            })
        };
        let ends = [extreme(f64::min), extreme(f64::max)].map(|end| end.unwrap_or(f64::NAN));
        let stem = |(loc, head)| [placed(loc, bottom), placed(loc, head)];
        let (x, y) = pairs().map(|(loc, head)| placed(loc, head)).unzip();
        Ok(Self {
            heads: [x, y],
            stems: pairs().filter(is_finite).map(stem).collect(),
            base: options.orientation.xy(ends, [bottom; 2]).into(),
        })
    }
}

impl StemContainer {
    /// Replaces positions and heads, whose number may change. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless there is a head for each position; nothing is changed then.
    ///
    /// # Panics
    /// If one of the artists is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data(
        &self,
        ax: &mut Axes,
        locs: &(impl AxisData + ?Sized),
        heads: &(impl AxisData + ?Sized),
    ) -> Result<()> {
        let [locs, heads] = ax.converted(locs, heads, self.options.orientation)?;
        let placed = Placed::new(&locs, &heads, &self.options)?;
        let stems = ax.part_mut(self.stemlines);
        stems.set_segments(&placed.stems);
        let [heads_x, heads_y] = &placed.heads;
        let [base_x, base_y] = &placed.base;
        for (handle, x, y) in [
            (self.markerline, &heads_x[..], &heads_y[..]),
            (self.baseline, base_x, base_y),
        ] {
            let line = ax.part_mut(handle);
            line.set_data(x, y)?;
        }
        Ok(())
    }

    /// Names it in legends: by a stem on its base line.
    ///
    /// # Panics
    /// If it is not in these axes.
    #[track_caller]
    pub fn set_label(&self, ax: &mut Axes, label: impl Into<String>) {
        ax.part_mut(self.label).base.set_label(label.into());
    }
}

impl Axes {
    /// Draws a stem from 0 to each of the points (x, y), with a marker at its head.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let stems = fig[ax].stem(&[0, 1, 2], &[1.0, 3.0, 2.0])?;
    /// // From frame to frame:
    /// stems.set_data(&mut fig[ax], &[0, 1, 2], &[1.5, 2.5, 2.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length.
    pub fn stem(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<StemContainer> {
        self.stem_with(x, y, &StemOptions::default())
    }

    /// Draws stems as [`stem`](Self::stem) does, with options: from the base line at positions to heads.
    ///
    /// # Errors
    /// As [`stem`](Self::stem), [`Error::PlotFormat`](crate::Error::PlotFormat) for a format, and
    /// [`Error::Setting`](crate::Error::Setting) for a `bottom` that is not finite.
    pub fn stem_with(
        &mut self,
        locs: &(impl AxisData + ?Sized),
        heads: &(impl AxisData + ?Sized),
        options: &StemOptions,
    ) -> Result<StemContainer> {
        options.check_options()?;
        let line: PlotFormat = options.linefmt.parse()?;
        // Nothing at all means none; otherwise what is left out is the default.
        let markerfmt = match options.markerfmt.as_str() {
            "" => " ",
            fmt => fmt,
        };
        let marker: PlotFormat = markerfmt.parse()?;
        let base: PlotFormat = options.basefmt.parse()?;
        let [locs, heads] = self.converted(locs, heads, options.orientation)?;
        let placed = Placed::new(&locs, &heads, options)?;
        let color = line.color.unwrap_or(ColorSpec::C0);
        let mut stems = LineCollection::new(&placed.stems);
        stems.set_color(color)?;
        if let Some(style) = line.line_style {
            stems.set_linestyle(style)?;
        }
        let stemlines = self.add_artist(stems);
        let [x, y] = &placed.heads;
        let marker = PlotFormat {
            color: marker.color.or(Some(color)),
            marker: marker.marker.or(Some(Marker::Circle)),
            line_style: marker.line_style.or(Some(LineStyle::None)),
        };
        let markerline = self.plot_format(x, y, &marker)?;
        let [x, y] = &placed.base;
        let base = PlotFormat {
            color: base.color.or(Some(ColorSpec::C0)),
            ..base
        };
        let baseline = self.plot_format(x, y, &base)?;
        let label = self.push(ContainerLabel {
            parts: Parts::Stem {
                markers: markerline,
                stems: stemlines,
                base: baseline,
            },
            base: ArtistBase::new(2.0),
        });
        Ok(StemContainer {
            markerline,
            stemlines,
            baseline,
            label,
            options: options.clone(),
        })
    }
}
