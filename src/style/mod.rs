//! The style of a figure: matplotlib's rcParams as a value.

use crate::color::Color;
use crate::properties::{Angle, Length, Margin, Positive, options};

options! {
    /// The initial colours, sizes and widths of a figure and its axes.
    ///
    /// The names are those of matplotlib's rcParams with underscores for dots. Lengths are points.
    ///
    /// ```
    /// use plotreel::{Figure, Style};
    ///
    /// let style = Style::dark_background().with_font_size(8.0).with_axes_grid(true);
    /// let fig = Figure::new((6.4, 4.8), 100.0).with_style(style)?;
    /// assert_eq!(fig.style().lines_linewidth(), 1.5);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct Style;
    figure_facecolor / with_figure_facecolor: copied<Color> = Color::WHITE, "the background of the figure";
    axes_facecolor / with_axes_facecolor: copied<Color> = Color::WHITE, "the background of axes";
    axes_edgecolor / with_axes_edgecolor: copied<Color> = BLACK, "the colour of spines";
    axes_linewidth / with_axes_linewidth: number<Length> = 0.8, "the width of spines";
    axes_grid / with_axes_grid: flag = false, "whether axes have a grid by default";
    axes_labelcolor / with_axes_labelcolor: copied<Color> = BLACK, "the colour of axis labels";
    axes_labelpad / with_axes_labelpad: number<Angle> = 4.0, "the distance of axis labels from tick labels";
    axes_titlepad / with_axes_titlepad: number<Angle> = 6.0, "the distance of titles from their axes";
    axes_titlesize / with_axes_titlesize: number<Length> = LARGE, "the size of titles as a multiple of `font_size`";
    figure_titlesize / with_figure_titlesize: number<Length> = LARGE, "the size of the figure's title as a multiple of `font_size`";
    figure_labelsize / with_figure_labelsize: number<Length> = LARGE, "the size of the figure's labels as a multiple of `font_size`";
    axes_xmargin / with_axes_xmargin: number<Margin> = 0.05, "the margins of autoscaled axes along x, as a fraction of the data's range";
    axes_ymargin / with_axes_ymargin: number<Margin> = 0.05, "the margins of autoscaled axes along y, as a fraction of the data's range";
    prop_cycle / with_prop_cycle: value<Vec<Color>> = TAB10.to_vec(), "the property cycle: the colours `C0`, `C1`, … of successive lines";
    font_size / with_font_size: number<Positive> = 10.0, "the size of text in points";
    text_color / with_text_color: copied<Color> = BLACK, "the colour of text and titles";
    lines_linewidth / with_lines_linewidth: number<Length> = 1.5, "the width of lines";
    lines_markersize / with_lines_markersize: number<Length> = 6.0, "the size of markers";
    lines_markeredgewidth / with_lines_markeredgewidth: number<Length> = 1.0, "the width of the edges of markers";
    tick_color / with_tick_color: copied<Color> = BLACK, "the colour of ticks and their labels";
    tick_size / with_tick_size: two<Length> = [3.5, 2.0], "the length of major and of minor ticks";
    tick_width / with_tick_width: two<Length> = [0.8, 0.6], "the width of major and of minor ticks";
    tick_pad / with_tick_pad: two<Angle> = [3.5, 3.4], "the distance of labels from major and from minor ticks";
    grid_color / with_grid_color: copied<Color> = Color::rgb(0xb0, 0xb0, 0xb0), "the colour of grid lines";
    grid_linewidth / with_grid_linewidth: number<Length> = 0.8, "the width of grid lines";
    patch_linewidth / with_patch_linewidth: number<Length> = 1.0, "the width of the edges of patches";
    patch_edgecolor / with_patch_edgecolor: copied<Color> = BLACK, "the colour of the edges of patches that are not filled, and of arrows and fancy boxes";
}

/// The default colour of what is drawn.
const BLACK: Color = Color::rgb(0, 0, 0);

impl Style {
    /// matplotlib's style sheet `dark_background`.
    pub fn dark_background() -> Self {
        let (black, white) = (BLACK, Color::WHITE);
        Self {
            figure_facecolor: black,
            axes_facecolor: black,
            axes_edgecolor: white,
            axes_labelcolor: white,
            text_color: white,
            tick_color: white,
            grid_color: white,
            patch_edgecolor: white,
            prop_cycle: DARK_CYCLE.to_vec(),
            ..Self::default()
        }
    }
}

/// matplotlib's font size "large".
const LARGE: f64 = 1.2;

const fn hex(rgb: u32) -> Color {
    Color::rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// The colours of `tab:blue` to `tab:cyan`.
const TAB10: [Color; 10] = [
    hex(0x1f77b4),
    hex(0xff7f0e),
    hex(0x2ca02c),
    hex(0xd62728),
    hex(0x9467bd),
    hex(0x8c564b),
    hex(0xe377c2),
    hex(0x7f7f7f),
    hex(0xbcbd22),
    hex(0x17becf),
];

const DARK_CYCLE: [Color; 10] = [
    hex(0x8dd3c7),
    hex(0xfeffb3),
    hex(0xbfbbd9),
    hex(0xfa8174),
    hex(0x81b1d2),
    hex(0xfdb462),
    hex(0xb3de69),
    hex(0xbc82bd),
    hex(0xccebc4),
    hex(0xffed6f),
];
