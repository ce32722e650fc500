//! The style of a figure: matplotlib's rcParams as a value.

mod axes_choices;
mod font_size;
mod legend_loc;
mod legend_style;
mod line_props;
mod line_style;
mod marker;
mod origin;
mod params;
mod prop_cycle;
mod rc_value;
mod sheet;
mod stroke_style;
mod tick_choices;
mod tick_style;

pub use crate::canvas::FontWeight;
pub use axes_choices::{AutolimitMode, AxisBelow, GridAxis, TitleLoc};
pub use font_size::FontSize;
pub use legend_loc::{LegendLoc, OutsideLoc};
pub use legend_style::LegendStyle;
pub use line_props::LineProps;
pub use line_style::LineStyle;
pub use marker::{FillStyle, Marker};
pub use origin::Origin;
pub use prop_cycle::CycleProps;
pub use stroke_style::{CapStyle, JoinStyle};
pub use tick_choices::{TickDirection, Which};
pub use tick_style::TickStyle;

use line_style::dashes;

use crate::canvas::simplify::SIMPLIFICATION;
use crate::canvas::{
    FontDefaults, FontFamily, HorizontalAlignment, Interpolation, MathDefault, MathFontset,
    TextHinting, VerticalAlignment,
};
use crate::color::{Color, ColorSpec, Colormap};
use crate::gridspec::SubplotParams;
use crate::histogram::Bins;
use crate::properties::{Angle, Fraction, Length, Margin, Positive, options};
use crate::ticker::ScalarFormatter;

options! {
    /// The initial colours, sizes and widths of a figure and its axes.
    ///
    /// The names are those of matplotlib's rcParams with underscores for dots. Lengths are points. All of matplotlib's
    /// style sheets are there ([`named`](Self::named)), and files of such settings can be read
    /// ([`from_file`](Self::from_file)).
    ///
    /// ```
    /// use plotreel::{Figure, Style};
    ///
    /// let style = Style::named(["ggplot"])?.with_font_size(8.0).with_axes_grid(false);
    /// let fig = Figure::new((6.4, 4.8), 100.0).with_style(style)?;
    /// assert_eq!(fig.style().axes_linewidth(), 1.0);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct Style;
    figure_figsize / with_figure_figsize: pair<Positive> = (6.4, 4.8),
        "the size in inches for `Figure::new(style.figure_figsize(), style.figure_dpi())`; a figure keeps its own";
    figure_dpi / with_figure_dpi: number<Positive> = 100.0,
        "the pixels per inch for `Figure::new(style.figure_figsize(), style.figure_dpi())`; a figure keeps its own";
    figure_facecolor / with_figure_facecolor: copied<Color> = Color::WHITE, "the background of the figure";
    savefig_facecolor / with_savefig_facecolor: maybe_color = None,
        "the background of stills and films instead of the figure's";
    figure_titlesize / with_figure_titlesize: choice<FontSize> = FontSize::LARGE, "the size of the figure's title";
    figure_titleweight / with_figure_titleweight: choice<FontWeight> = FontWeight::NORMAL, "the weight of the figure's title";
    figure_labelsize / with_figure_labelsize: choice<FontSize> = FontSize::LARGE, "the size of the figure's labels";
    figure_labelweight / with_figure_labelweight: choice<FontWeight> = FontWeight::NORMAL, "the weight of the figure's labels";
    figure_subplot / with_figure_subplot: copied<SubplotParams> = SubplotParams::default(),
        "the margins of subplots and the spaces between them";
    axes_facecolor / with_axes_facecolor: copied<Color> = Color::WHITE, "the background of axes";
    axes_edgecolor / with_axes_edgecolor: copied<Color> = BLACK, "the colour of spines";
    axes_linewidth / with_axes_linewidth: number<Length> = 0.8, "the width of spines";
    axes_spines_left / with_axes_spines_left: flag = true, "whether axes have a left spine";
    axes_spines_right / with_axes_spines_right: flag = true, "whether axes have a right spine";
    axes_spines_bottom / with_axes_spines_bottom: flag = true, "whether axes have a bottom spine";
    axes_spines_top / with_axes_spines_top: flag = true, "whether axes have a top spine";
    axes_grid / with_axes_grid: flag = false, "whether axes have a grid by default";
    axes_grid_axis / with_axes_grid_axis: choice<GridAxis> = GridAxis::Both, "the axis that has grid lines by default";
    axes_grid_which / with_axes_grid_which: choice<Which> = Which::Major, "the ticks that have grid lines by default";
    axes_axisbelow / with_axes_axisbelow: choice<AxisBelow> = AxisBelow::Line,
        "whether ticks and grid lines are below the artists";
    axes_labelcolor / with_axes_labelcolor: copied<Color> = BLACK, "the colour of axis labels";
    axes_labelpad / with_axes_labelpad: number<Angle> = 4.0, "the distance of axis labels from tick labels";
    axes_labelsize / with_axes_labelsize: choice<FontSize> = FontSize::MEDIUM, "the size of axis labels";
    axes_labelweight / with_axes_labelweight: choice<FontWeight> = FontWeight::NORMAL, "the weight of axis labels";
    axes_titlepad / with_axes_titlepad: number<Angle> = 6.0, "the distance of titles from their axes";
    axes_titlesize / with_axes_titlesize: choice<FontSize> = FontSize::LARGE, "the size of titles";
    axes_titleweight / with_axes_titleweight: choice<FontWeight> = FontWeight::NORMAL, "the weight of titles";
    axes_titlecolor / with_axes_titlecolor: maybe_color = None, "the colour of titles instead of `text_color`";
    axes_titlelocation / with_axes_titlelocation: choice<TitleLoc> = TitleLoc::Center, "the title that `set_title` sets";
    axes_titley / with_axes_titley: maybe<Angle> = None,
        "the height of titles as a fraction of the axes; `None` is above all else";
    axes_xmargin / with_axes_xmargin: number<Margin> = 0.05, "the margins of autoscaled axes along x, as a fraction of the data's range";
    axes_ymargin / with_axes_ymargin: number<Margin> = 0.05, "the margins of autoscaled axes along y, as a fraction of the data's range";
    axes_autolimit_mode / with_axes_autolimit_mode: choice<AutolimitMode> = AutolimitMode::Data,
        "whether autoscaled limits are rounded to ticks";
    axes_formatter / with_axes_formatter: value<ScalarFormatter> = ScalarFormatter::new(),
        "the formatter of the tick labels of linear axes";
    prop_cycle / with_prop_cycle: value<Vec<Color>> = TAB10.to_vec(), "the property cycle: the colours `C0`, `C1`, … of successive lines";
    prop_cycle_props / with_prop_cycle_props: value<Vec<CycleProps>> = Vec::new(),
        "what the lines of the property cycle have besides their colours";
    xtick / with_xtick: value<TickStyle> = TickStyle::default(), "the look of the ticks of x";
    ytick / with_ytick: value<TickStyle> = TickStyle::default(), "the look of the ticks of y";
    xtick_alignment / with_xtick_alignment: choice<HorizontalAlignment> = HorizontalAlignment::Center,
        "the alignment of the tick labels of x";
    ytick_alignment / with_ytick_alignment: choice<VerticalAlignment> = VerticalAlignment::CenterBaseline,
        "the alignment of the tick labels of y";
    grid_color / with_grid_color: copied<Color> = Color::rgb(0xb0, 0xb0, 0xb0), "the colour of grid lines";
    grid_linewidth / with_grid_linewidth: number<Length> = 0.8, "the width of grid lines";
    grid_linestyle / with_grid_linestyle: choice<LineStyle> = LineStyle::Solid, "the line style of grid lines";
    grid_alpha / with_grid_alpha: number<Fraction> = 1.0, "the opacity of grid lines, from 0 to 1";
    font_family / with_font_family: choice<FontFamily> = FontDefaults::default().family,
        "the fonts of all texts that name none: families by name and font files, the preferred first";
    font_serif / with_font_serif: choice<FontFamily> = FontDefaults::default().serif, "the families that `serif` stands for";
    font_sans_serif / with_font_sans_serif: choice<FontFamily> = FontDefaults::default().sans_serif,
        "the families that `sans-serif` stands for";
    font_monospace / with_font_monospace: choice<FontFamily> = FontDefaults::default().monospace,
        "the families that `monospace` stands for";
    font_cursive / with_font_cursive: choice<FontFamily> = FontDefaults::default().cursive,
        "the families that `cursive` stands for";
    font_fantasy / with_font_fantasy: choice<FontFamily> = FontDefaults::default().fantasy,
        "the families that `fantasy` stands for";
    font_weight / with_font_weight: choice<FontWeight> = FontWeight::NORMAL,
        "the weight of texts that have no other one: all but titles and labels of axes and figures";
    font_size / with_font_size: number<Positive> = 10.0, "the size of text in points";
    mathtext_default / with_mathtext_default: choice<MathDefault> = MathDefault::default(),
        "the font in which mathematical notation begins";
    mathtext_fontset / with_mathtext_fontset: choice<MathFontset> = MathFontset::default(),
        "the fonts of mathematical notation";
    text_hinting / with_text_hinting: choice<TextHinting> = TextHinting::Default,
        "what fits glyphs to the pixels";
    text_color / with_text_color: copied<Color> = BLACK, "the colour of text and titles";
    legend / with_legend: value<LegendStyle> = LegendStyle::default(), "the look of legends";
    lines_color / with_lines_color: color = ColorSpec::C0,
        "the colour of lines that are not of the cycle, such as those of `axhline` and `vlines`";
    lines_linewidth / with_lines_linewidth: number<Length> = 1.5, "the width of lines";
    lines_linestyle / with_lines_linestyle: choice<LineStyle> = LineStyle::Solid, "the line style of `plot`";
    lines_marker / with_lines_marker: choice<Marker> = Marker::None, "the marker of `plot`";
    lines_markersize / with_lines_markersize: number<Length> = 6.0, "the size of markers";
    lines_markeredgewidth / with_lines_markeredgewidth: number<Length> = 1.0, "the width of the edges of markers";
    lines_markeredgecolor / with_lines_markeredgecolor: maybe_color = None,
        "the colour of the edges of `plot`'s markers instead of the line's";
    lines_markerfacecolor / with_lines_markerfacecolor: maybe_color = None,
        "the colour of the faces of `plot`'s markers instead of the line's";
    lines_solid_capstyle / with_lines_solid_capstyle: choice<CapStyle> = CapStyle::Projecting, "the cap style of solid lines";
    lines_solid_joinstyle / with_lines_solid_joinstyle: choice<JoinStyle> = JoinStyle::Round, "the join style of solid lines";
    lines_dash_capstyle / with_lines_dash_capstyle: choice<CapStyle> = CapStyle::Butt, "the cap style of dashes";
    lines_dash_joinstyle / with_lines_dash_joinstyle: choice<JoinStyle> = JoinStyle::Round, "the join style of dashed lines";
    lines_dashed_pattern / with_lines_dashed_pattern: numbers<Length> = vec![3.7, 1.6],
        "the lengths of dashes and gaps of `\"--\"`";
    lines_dashdot_pattern / with_lines_dashdot_pattern: numbers<Length> = vec![6.4, 1.6, 1.0, 1.6],
        "the lengths of dashes and gaps of `\"-.\"`";
    lines_dotted_pattern / with_lines_dotted_pattern: numbers<Length> = vec![1.0, 1.65],
        "the lengths of dashes and gaps of `\":\"`";
    lines_scale_dashes / with_lines_scale_dashes: flag = true, "whether wider lines have longer dashes";
    markers_fillstyle / with_markers_fillstyle: choice<FillStyle> = FillStyle::Full, "which part of `plot`'s markers is filled";
    path_simplify / with_path_simplify: flag = true, "whether lines of many points are simplified";
    path_simplify_threshold / with_path_simplify_threshold: number<Fraction> = SIMPLIFICATION,
        "how far a simplified line may be from its points, in pixels from 0 to 1";
    patch_linewidth / with_patch_linewidth: number<Length> = 1.0, "the width of the edges of patches";
    patch_facecolor / with_patch_facecolor: color = ColorSpec::C0, "the colour of patches that are not of the cycle";
    patch_edgecolor / with_patch_edgecolor: copied<Color> = BLACK, "the colour of the edges of patches that are not filled, and of arrows and fancy boxes";
    patch_force_edgecolor / with_patch_force_edgecolor: flag = false, "whether all patches have edges";
    hatch_color / with_hatch_color: maybe_color = None, "the colour of hatches instead of that of edges";
    hatch_linewidth / with_hatch_linewidth: number<Length> = 1.0, "the width of the lines of hatches";
    scatter_marker / with_scatter_marker: choice<Marker> = Marker::Circle, "the marker of `scatter`";
    hist_bins / with_hist_bins: choice<Bins> = Bins::Count(10), "the bins of histograms";
    errorbar_capsize / with_errorbar_capsize: number<Length> = 0.0, "half the length of the caps of error bars";
    image_cmap / with_image_cmap: value<Colormap> = Colormap::default(), "the colormap of images and of collections with values";
    image_interpolation / with_image_interpolation: choice<Interpolation> = Interpolation::Auto, "how images are scaled";
    image_origin / with_image_origin: choice<Origin> = Origin::Upper, "where the first row of an image is";
    contour_negative_linestyle / with_contour_negative_linestyle: choice<LineStyle> = LineStyle::Dashed,
        "the line style of contours at negative levels, if all have one colour";
    boxplot_boxprops / with_boxplot_boxprops: value<LineProps> = LineProps::default(), "the look of boxes";
    boxplot_whiskerprops / with_boxplot_whiskerprops: value<LineProps> = LineProps::default(), "the look of whiskers";
    boxplot_capprops / with_boxplot_capprops: value<LineProps> = LineProps::default(), "the look of the ends of whiskers";
    boxplot_medianprops / with_boxplot_medianprops: value<LineProps> = LineProps::of_cycle(1), "the look of medians";
    boxplot_meanprops / with_boxplot_meanprops: value<LineProps> = LineProps::of_means(), "the look of means";
    boxplot_flierprops / with_boxplot_flierprops: value<LineProps> = LineProps::of_fliers(),
        "the look of the points beyond the whiskers";
    classic_mode / with_classic_mode: flag = false,
        "whether ticks and scatter plots are as in matplotlib 1 (`_internal.classic_mode`), as its style sheet `classic` has them";
}

/// The default colour of what is drawn.
const BLACK: Color = Color::rgb(0, 0, 0);

impl Style {
    /// matplotlib's style sheet `dark_background`.
    pub fn dark_background() -> Self {
        let (black, white) = (BLACK, Color::WHITE);
        let of_boxes = || LineProps::of(ColorSpec::Rgba(white));
        let ticks = || TickStyle::new().with_color(white);
        Self {
            figure_facecolor: black,
            axes_facecolor: black,
            axes_edgecolor: white,
            axes_labelcolor: white,
            text_color: white,
            xtick: ticks(),
            ytick: ticks(),
            grid_color: white,
            lines_color: ColorSpec::Rgba(white),
            patch_edgecolor: white,
            prop_cycle: DARK_CYCLE.to_vec(),
            boxplot_boxprops: of_boxes(),
            boxplot_whiskerprops: of_boxes(),
            boxplot_capprops: of_boxes(),
            boxplot_flierprops: LineProps {
                color: ColorSpec::Rgba(white),
                markeredgecolor: Some(ColorSpec::Rgba(white)),
                ..LineProps::of_fliers()
            },
            ..Self::default()
        }
    }

    pub(crate) fn fonts(&self) -> FontDefaults {
        FontDefaults {
            family: self.font_family.clone(),
            serif: self.font_serif.clone(),
            sans_serif: self.font_sans_serif.clone(),
            monospace: self.font_monospace.clone(),
            cursive: self.font_cursive.clone(),
            fantasy: self.font_fantasy.clone(),
            weight: self.font_weight,
            hinting: self.text_hinting,
            math: self.mathtext_fontset,
            math_default: self.mathtext_default,
        }
    }

    /// The height of characters of this size in points.
    pub(crate) fn points(&self, size: FontSize) -> f64 {
        size.points(self.font_size)
    }

    /// Offset and lengths of the dashes of a line this many points wide.
    pub(crate) fn dashes(&self, style: &LineStyle, line_width: f64) -> Option<(f64, Vec<f64>)> {
        let scale = if self.lines_scale_dashes {
            line_width
        } else {
            1.0
        };
        match style {
            LineStyle::Solid | LineStyle::None => None,
            _ if line_width <= 0.0 => None,
            LineStyle::Dashed => dashes(0.0, &self.lines_dashed_pattern, scale),
            LineStyle::DashDot => dashes(0.0, &self.lines_dashdot_pattern, scale),
            LineStyle::Dotted => dashes(0.0, &self.lines_dotted_pattern, scale),
            LineStyle::Custom { offset, pattern } => dashes(*offset, pattern, scale),
        }
    }

    /// How far simplified lines may be from their points in pixels; 0 if they are not simplified.
    pub(crate) fn simplification(&self) -> f64 {
        match self.path_simplify {
            true => self.path_simplify_threshold,
            false => 0.0,
        }
    }
}

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
