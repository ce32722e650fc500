//! The look of legends.

use crate::color::{Color, ColorSpec};
use crate::properties::{Fraction, Length, options};
use crate::style::{FontSize, LegendLoc};

options! {
    /// The initial look of legends: matplotlib's rcParams `legend.*`.
    ///
    /// Lengths are multiples of the font size.
    ///
    /// ```
    /// use plotreel::Style;
    /// use plotreel::legend::LegendStyle;
    ///
    /// let legend = LegendStyle::new().with_loc("upper left")?.with_frameon(false).with_fontsize("small")?;
    /// let style = Style::new().with_legend(legend);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct LegendStyle;
    loc / with_loc: choice<LegendLoc> = LegendLoc::Best, "the place";
    frameon / with_frameon: flag = true, "whether there is a frame";
    framealpha / with_framealpha: maybe<Fraction> = Some(0.8), "the opacity of the frame, from 0 to 1; `None` is that of its colours";
    facecolor / with_facecolor: maybe_color = None, "the background; `None` is that of the axes";
    edgecolor / with_edgecolor: maybe_color = Some(ColorSpec::Rgba(Color::rgb(204, 204, 204))),
        "the colour of the frame; `None` is that of spines";
    linewidth / with_linewidth: maybe<Length> = None, "the width of the frame in points; `None` is that of patches";
    fancybox / with_fancybox: flag = true, "whether the corners of the frame are round";
    numpoints / with_numpoints: copied<usize> = 1, "the number of markers of a line, 1 to 1000";
    scatterpoints / with_scatterpoints: copied<usize> = 1, "the number of markers of a scatter plot, 1 to 1000";
    markerscale / with_markerscale: number<Length> = 1.0, "the size of markers as a multiple of that in the axes";
    fontsize / with_fontsize: choice<FontSize> = FontSize::MEDIUM, "the size of the labels";
    title_fontsize / with_title_fontsize: maybe_choice<FontSize> = None, "the size of the title; `None` is the style's font size";
    labelcolor / with_labelcolor: maybe_color = None, "the colour of the labels; `None` is that of text";
    borderpad / with_borderpad: number<Length> = 0.4, "the distance of the frame from its content";
    labelspacing / with_labelspacing: number<Length> = 0.5, "the vertical distance of entries";
    handlelength / with_handlelength: number<Length> = 2.0, "the length of lines and rectangles";
    handleheight / with_handleheight: number<Length> = 0.7, "the height of rectangles";
    handletextpad / with_handletextpad: number<Length> = 0.8, "the distance of labels from lines and rectangles";
    borderaxespad / with_borderaxespad: number<Length> = 0.5, "the distance from the edges of the axes";
    columnspacing / with_columnspacing: number<Length> = 2.0, "the distance of columns";
}
