//! The style of a figure: matplotlib's rcParams as a value.

use crate::color::Color;

/// The initial colours, sizes and widths of a figure and its axes.
///
/// The names are those of matplotlib's rcParams with underscores for dots. Lengths are points.
///
/// ```
/// use plotreel::{Figure, Style};
///
/// let style = Style { font_size: 8.0, axes_grid: true, ..Style::dark_background() };
/// let fig = Figure::new((6.4, 4.8), 100.0).with_style(style);
/// assert_eq!(fig.style().lines_linewidth, 1.5);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// Background of the figure.
    pub figure_facecolor: Color,
    /// Background of axes.
    pub axes_facecolor: Color,
    /// Colour of spines.
    pub axes_edgecolor: Color,
    /// Width of spines.
    pub axes_linewidth: f64,
    /// Whether axes have a grid by default.
    pub axes_grid: bool,
    /// Colour of axis labels.
    pub axes_labelcolor: Color,
    /// Distance of axis labels from tick labels.
    pub axes_labelpad: f64,
    /// Distance of titles from their axes.
    pub axes_titlepad: f64,
    /// Size of titles as a multiple of `font_size`.
    pub axes_titlesize: f64,
    /// Size of the figure's title as a multiple of `font_size`.
    pub figure_titlesize: f64,
    /// Size of the figure's labels as a multiple of `font_size`.
    pub figure_labelsize: f64,
    /// Margins of autoscaled axes, as a fraction of the data's range.
    pub axes_xmargin: f64,
    /// The same along y.
    pub axes_ymargin: f64,
    /// The property cycle: the colours `C0`, `C1`, … of successive lines.
    pub prop_cycle: Vec<Color>,
    /// Size of text in points.
    pub font_size: f64,
    /// Colour of text and titles.
    pub text_color: Color,
    /// Width of lines.
    pub lines_linewidth: f64,
    /// Size of markers.
    pub lines_markersize: f64,
    /// Width of the edges of markers.
    pub lines_markeredgewidth: f64,
    /// Colour of ticks and their labels.
    pub tick_color: Color,
    /// Length of major and of minor ticks.
    pub tick_size: [f64; 2],
    /// Width of major and of minor ticks.
    pub tick_width: [f64; 2],
    /// Distance of labels from major and from minor ticks.
    pub tick_pad: [f64; 2],
    /// Colour of grid lines.
    pub grid_color: Color,
    /// Width of grid lines.
    pub grid_linewidth: f64,
    /// Width of the edges of patches.
    pub patch_linewidth: f64,
    /// Colour of the edges of patches that are not filled, and of arrows and fancy boxes.
    pub patch_edgecolor: Color,
}

impl Style {
    /// matplotlib's style sheet `dark_background`.
    pub fn dark_background() -> Self {
        let (black, white) = (Color::rgb(0, 0, 0), Color::WHITE);
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

impl Default for Style {
    /// matplotlib's defaults.
    fn default() -> Self {
        let black = Color::rgb(0, 0, 0);
        Self {
            figure_facecolor: Color::WHITE,
            axes_facecolor: Color::WHITE,
            axes_edgecolor: black,
            axes_linewidth: 0.8,
            axes_grid: false,
            axes_labelcolor: black,
            axes_labelpad: 4.0,
            axes_titlepad: 6.0,
            axes_titlesize: LARGE,
            figure_titlesize: LARGE,
            figure_labelsize: LARGE,
            axes_xmargin: 0.05,
            axes_ymargin: 0.05,
            prop_cycle: TAB10.to_vec(),
            font_size: 10.0,
            text_color: black,
            lines_linewidth: 1.5,
            lines_markersize: 6.0,
            lines_markeredgewidth: 1.0,
            tick_color: black,
            tick_size: [3.5, 2.0],
            tick_width: [0.8, 0.6],
            tick_pad: [3.5, 3.4],
            grid_color: Color::rgb(0xb0, 0xb0, 0xb0),
            grid_linewidth: 0.8,
            patch_linewidth: 1.0,
            patch_edgecolor: black,
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
