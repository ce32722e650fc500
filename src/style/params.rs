//! The rcParams by name.

use crate::error::Result;
use crate::style::prop_cycle::PropCycle;
use crate::style::rc_value::{RcValue, unset_color};
use crate::style::{LegendStyle, LineProps, Style, TickStyle};

/// The field of an rcParam, which takes the value; `None` if there is none of this name.
macro_rules! field {
    ($key:expr, $text:expr; $($name:literal => $place:expr,)*) => {
        match $key {
            $($name => Some(put(&mut $place, $text)),)*
            _ => None,
        }
    };
}

fn put<T: RcValue>(place: &mut T, text: &str) -> Result<()> {
    *place = T::read(text)?;
    Ok(())
}

impl Style {
    /// Sets an rcParam; `None` if the style has none of this name.
    pub(super) fn set(&mut self, key: &str, text: &str) -> Option<Result<()>> {
        if key == "axes.prop_cycle" {
            let cycle = PropCycle::read(text);
            return Some(cycle.map(|cycle| {
                (self.prop_cycle, self.prop_cycle_props) = (cycle.colors, cycle.props);
            }));
        }
        let text = match unset_color(key, text) {
            Ok(text) => text,
            Err(error) => return Some(Err(error)),
        };
        if let Some((part, rest)) = key.split_once('.') {
            match part {
                "xtick" if rest == "alignment" => {
                    return Some(put(&mut self.xtick_alignment, text));
                }
                "ytick" if rest == "alignment" => {
                    return Some(put(&mut self.ytick_alignment, text));
                }
                "xtick" => return self.xtick.set(rest, ["bottom", "top"], text),
                "ytick" => return self.ytick.set(rest, ["left", "right"], text),
                "legend" => return self.legend.set(rest, text),
                "boxplot" => return self.set_boxplot(rest, text),
                "figure" | "savefig" => return self.set_figure(key, text),
                "font" => return self.set_font(rest, text),
                "lines" | "markers" | "path" => return self.set_lines(key, text),
                _ => (),
            }
        }
        if let Some(rest) = key.strip_prefix("axes.formatter.") {
            return self.set_formatter(rest, text);
        }
        field! { key, text;
            "axes.facecolor" => self.axes_facecolor,
            "axes.edgecolor" => self.axes_edgecolor,
            "axes.linewidth" => self.axes_linewidth,
            "axes.spines.left" => self.axes_spines_left,
            "axes.spines.right" => self.axes_spines_right,
            "axes.spines.bottom" => self.axes_spines_bottom,
            "axes.spines.top" => self.axes_spines_top,
            "axes.grid" => self.axes_grid,
            "axes.grid.axis" => self.axes_grid_axis,
            "axes.grid.which" => self.axes_grid_which,
            "axes.axisbelow" => self.axes_axisbelow,
            "axes.labelcolor" => self.axes_labelcolor,
            "axes.labelpad" => self.axes_labelpad,
            "axes.labelsize" => self.axes_labelsize,
            "axes.labelweight" => self.axes_labelweight,
            "axes.titlepad" => self.axes_titlepad,
            "axes.titlesize" => self.axes_titlesize,
            "axes.titleweight" => self.axes_titleweight,
            "axes.titlecolor" => self.axes_titlecolor,
            "axes.titlelocation" => self.axes_titlelocation,
            "axes.titley" => self.axes_titley,
            "axes.xmargin" => self.axes_xmargin,
            "axes.ymargin" => self.axes_ymargin,
            "axes.autolimit_mode" => self.axes_autolimit_mode,
            "grid.color" => self.grid_color,
            "grid.linewidth" => self.grid_linewidth,
            "grid.linestyle" => self.grid_linestyle,
            "grid.alpha" => self.grid_alpha,
            "mathtext.fontset" => self.mathtext_fontset,
            "mathtext.default" => self.mathtext_default,
            "text.color" => self.text_color,
            "text.hinting" => self.text_hinting,
            "patch.linewidth" => self.patch_linewidth,
            "patch.facecolor" => self.patch_facecolor,
            "patch.edgecolor" => self.patch_edgecolor,
            "patch.force_edgecolor" => self.patch_force_edgecolor,
            "hatch.color" => self.hatch_color,
            "hatch.linewidth" => self.hatch_linewidth,
            "scatter.marker" => self.scatter_marker,
            "hist.bins" => self.hist_bins,
            "errorbar.capsize" => self.errorbar_capsize,
            "image.cmap" => self.image_cmap,
            "image.interpolation" => self.image_interpolation,
            "image.origin" => self.image_origin,
            "contour.negative_linestyle" => self.contour_negative_linestyle,
            "_internal.classic_mode" => self.classic_mode,
        }
    }

    fn set_formatter(&mut self, key: &str, text: &str) -> Option<Result<()>> {
        let own = self.axes_formatter.clone();
        let changed = match key {
            "limits" => <(i32, i32)>::read(text).map(|(low, high)| own.with_powerlimits(low, high)),
            "use_mathtext" => bool::read(text).map(|on| own.with_use_math_text(on)),
            "useoffset" => bool::read(text).map(|on| own.with_use_offset(on)),
            "offset_threshold" => i32::read(text).map(|digits| own.with_offset_threshold(digits)),
            _ => return None,
        };
        Some(changed.map(|formatter| self.axes_formatter = formatter))
    }

    fn set_font(&mut self, key: &str, text: &str) -> Option<Result<()>> {
        field! { key, text;
            "family" => self.font_family,
            "serif" => self.font_serif,
            "sans-serif" => self.font_sans_serif,
            "monospace" => self.font_monospace,
            "cursive" => self.font_cursive,
            "fantasy" => self.font_fantasy,
            "size" => self.font_size,
            "weight" => self.font_weight,
        }
    }

    fn set_figure(&mut self, key: &str, text: &str) -> Option<Result<()>> {
        field! { key, text;
            "figure.figsize" => self.figure_figsize,
            "figure.dpi" => self.figure_dpi,
            "figure.facecolor" => self.figure_facecolor,
            "savefig.facecolor" => self.savefig_facecolor,
            "figure.titlesize" => self.figure_titlesize,
            "figure.titleweight" => self.figure_titleweight,
            "figure.labelsize" => self.figure_labelsize,
            "figure.labelweight" => self.figure_labelweight,
            "figure.subplot.left" => self.figure_subplot.left,
            "figure.subplot.right" => self.figure_subplot.right,
            "figure.subplot.bottom" => self.figure_subplot.bottom,
            "figure.subplot.top" => self.figure_subplot.top,
            "figure.subplot.wspace" => self.figure_subplot.wspace,
            "figure.subplot.hspace" => self.figure_subplot.hspace,
        }
    }

    fn set_lines(&mut self, key: &str, text: &str) -> Option<Result<()>> {
        field! { key, text;
            "lines.color" => self.lines_color,
            "lines.linewidth" => self.lines_linewidth,
            "lines.linestyle" => self.lines_linestyle,
            "lines.marker" => self.lines_marker,
            "lines.markersize" => self.lines_markersize,
            "lines.markeredgewidth" => self.lines_markeredgewidth,
            "lines.markeredgecolor" => self.lines_markeredgecolor,
            "lines.markerfacecolor" => self.lines_markerfacecolor,
            "lines.solid_capstyle" => self.lines_solid_capstyle,
            "lines.solid_joinstyle" => self.lines_solid_joinstyle,
            "lines.dash_capstyle" => self.lines_dash_capstyle,
            "lines.dash_joinstyle" => self.lines_dash_joinstyle,
            "lines.dashed_pattern" => self.lines_dashed_pattern,
            "lines.dashdot_pattern" => self.lines_dashdot_pattern,
            "lines.dotted_pattern" => self.lines_dotted_pattern,
            "lines.scale_dashes" => self.lines_scale_dashes,
            "markers.fillstyle" => self.markers_fillstyle,
            "path.simplify" => self.path_simplify,
            "path.simplify_threshold" => self.path_simplify_threshold,
        }
    }

    fn set_boxplot(&mut self, key: &str, text: &str) -> Option<Result<()>> {
        let (part, key) = key.split_once('.')?;
        let props = match part {
            "boxprops" => &mut self.boxplot_boxprops,
            "whiskerprops" => &mut self.boxplot_whiskerprops,
            "capprops" => &mut self.boxplot_capprops,
            "medianprops" => &mut self.boxplot_medianprops,
            "meanprops" => &mut self.boxplot_meanprops,
            "flierprops" => &mut self.boxplot_flierprops,
            _ => return None,
        };
        props.set(key, text)
    }
}

impl TickStyle {
    /// Sets an rcParam of these ticks, with the names of their `sides`.
    fn set(&mut self, key: &str, sides: [&str; 2], text: &str) -> Option<Result<()>> {
        for (i, side) in sides.into_iter().enumerate() {
            let Some(kind) = key.strip_suffix(side) else {
                continue;
            };
            return match kind {
                "" => Some(put(&mut self.sides[i], text)),
                "label" => Some(put(&mut self.labels[i], text)),
                "major." => Some(put(&mut self.major[i], text)),
                "minor." => Some(put(&mut self.minor[i], text)),
                _ => None,
            };
        }
        field! { key, text;
            "color" => self.color,
            "labelcolor" => self.labelcolor,
            "labelsize" => self.labelsize,
            "direction" => self.direction,
            "major.size" => self.size[0],
            "minor.size" => self.size[1],
            "major.width" => self.width[0],
            "minor.width" => self.width[1],
            "major.pad" => self.pad[0],
            "minor.pad" => self.pad[1],
            "minor.visible" => self.minor_visible,
        }
    }
}

impl LegendStyle {
    fn set(&mut self, key: &str, text: &str) -> Option<Result<()>> {
        field! { key, text;
            "loc" => self.loc,
            "frameon" => self.frameon,
            "framealpha" => self.framealpha,
            "facecolor" => self.facecolor,
            "edgecolor" => self.edgecolor,
            "linewidth" => self.linewidth,
            "fancybox" => self.fancybox,
            "numpoints" => self.numpoints,
            "scatterpoints" => self.scatterpoints,
            "markerscale" => self.markerscale,
            "fontsize" => self.fontsize,
            "title_fontsize" => self.title_fontsize,
            "labelcolor" => self.labelcolor,
            "borderpad" => self.borderpad,
            "labelspacing" => self.labelspacing,
            "handlelength" => self.handlelength,
            "handleheight" => self.handleheight,
            "handletextpad" => self.handletextpad,
            "borderaxespad" => self.borderaxespad,
            "columnspacing" => self.columnspacing,
        }
    }
}

impl LineProps {
    fn set(&mut self, key: &str, text: &str) -> Option<Result<()>> {
        field! { key, text;
            "color" => self.color,
            "linestyle" => self.linestyle,
            "linewidth" => self.linewidth,
            "marker" => self.marker,
            "markersize" => self.markersize,
            "markeredgecolor" => self.markeredgecolor,
            "markerfacecolor" => self.markerfacecolor,
            "markeredgewidth" => self.markeredgewidth,
        }
    }
}
