//! The look of one kind of lines of a box plot.

use crate::color::ColorSpec;
use crate::properties::{Length, options};
use crate::style::{LineStyle, Marker};

options! {
    /// The look of one kind of lines of a box plot: matplotlib's rcParams such as `boxplot.whiskerprops.*`.
    ///
    /// ```
    /// use plotreel::Style;
    /// use plotreel::artists::LineProps;
    ///
    /// let dashed = LineProps::new().with_color("navy")?.with_linestyle("--")?;
    /// let style = Style::new().with_boxplot_whiskerprops(dashed);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct LineProps;
    color / with_color: color = ColorSpec::BLACK, "the colour";
    linestyle / with_linestyle: choice<LineStyle> = LineStyle::Solid, "the line style";
    linewidth / with_linewidth: number<Length> = 1.0, "the width in points";
    marker / with_marker: choice<Marker> = Marker::None, "the marker of means and of points beyond the whiskers";
    markersize / with_markersize: number<Length> = 6.0, "the size of markers in points";
    markeredgecolor / with_markeredgecolor: maybe_color = None, "the colour of the markers' edges; `None` is the line's";
    markerfacecolor / with_markerfacecolor: maybe_color = None, "the colour of the markers' faces; `None` is the line's";
    markeredgewidth / with_markeredgewidth: maybe<Length> = None,
        "the width of the markers' edges in points; `None` is the style's";
}

impl LineProps {
    /// Of this colour.
    pub(super) fn of(color: ColorSpec) -> Self {
        Self {
            color,
            ..Self::default()
        }
    }

    /// Of a colour of the property cycle.
    pub(super) fn of_cycle(index: usize) -> Self {
        Self::of(ColorSpec::cycle(index))
    }

    /// Triangles, or dashed lines if they are lines.
    pub(super) fn of_means() -> Self {
        let color = ColorSpec::cycle(2);
        Self {
            linestyle: LineStyle::Dashed,
            marker: Marker::TriangleUp,
            markeredgecolor: Some(color),
            markerfacecolor: Some(color),
            ..Self::of(color)
        }
    }

    /// Circles.
    pub(super) fn of_fliers() -> Self {
        Self {
            linestyle: LineStyle::None,
            marker: Marker::Circle,
            markeredgecolor: Some(ColorSpec::BLACK),
            markerfacecolor: Some(ColorSpec::None),
            markeredgewidth: Some(1.0),
            ..Self::default()
        }
    }
}
