//! The properties of a legend.

use crate::artists::legend::LegendMode;
use crate::artists::{ArtistBase, Legend, LegendLoc, LineStyle};
use crate::canvas::{FontFamily, FontWeight};
use crate::properties::{Columns, Fraction, Length, Markers, properties};
use crate::style::FontSize;

properties! {
    impl[] Legend, in base: ArtistBase;
    loc / set_loc: choice<LegendLoc> = loc,
        "the place: [`LegendLoc`], its name, or fractions (x, y) for the lower left corner";
    mode / set_mode: maybe_choice<LegendMode> = mode,
        "how columns are distributed: `\"expand\"` is over the width of the axes or of the box that it is placed in";
    ncols / set_ncols ["ncol"]: count<Columns> = ncols, "the number of columns";
    title / set_title: text = title, "the title above the entries";
    frame_on / set_frame_on ["frameon"]: flag = frame_on, "whether there is a frame";
    fancybox / set_fancybox: flag = fancybox, "whether the corners of the frame are round";
    framealpha / set_framealpha: number<Fraction> = framealpha, "the opacity of the frame, from 0 to 1";
    facecolor / set_facecolor: maybe_color = face, "the colour of the background, by default that of the axes";
    edgecolor / set_edgecolor: color = edge, "the colour of the frame's edge";
    linewidth / set_linewidth: maybe<Length> = linewidth, "the width of the frame's edge in points";
    linestyle / set_linestyle ["ls"]: choice<LineStyle> = linestyle, "the dashes of the frame's edge";
    family / set_family ["fontfamily"]: maybe_choice<FontFamily> = family, "the fonts of labels and title";
    weight / set_weight ["fontweight"]: maybe_choice<FontWeight> = weight,
        "the weight of the labels, by name or from 0 to 1000; `None` is that of the style";
    fontsize / set_fontsize: maybe_choice<FontSize> = fontsize,
        "the font size of the labels: points, or `\"small\"` and the like; the unit of all lengths";
    title_fontsize / set_title_fontsize: maybe_choice<FontSize> = title_fontsize,
        "the font size of the title, likewise";
    labelcolor / set_labelcolor: maybe_color = labelcolor, "the colour of the labels";
    numpoints / set_numpoints: count<Markers> = numpoints, "the number of markers of a line, 1 to 1000";
    scatterpoints / set_scatterpoints: count<Markers> = scatterpoints, "the number of markers of a scatter plot, 1 to 1000";
    markerscale / set_markerscale: number<Length> = markerscale, "the size of markers as a multiple of that in the axes";
    handlelength / set_handlelength: number<Length> = handlelength, "the length of lines and rectangles, in font sizes";
    handleheight / set_handleheight: number<Length> = handleheight, "the height of rectangles, in font sizes";
    handletextpad / set_handletextpad: number<Length> = handletextpad,
        "the distance of labels from lines and rectangles, in font sizes";
    borderpad / set_borderpad: number<Length> = borderpad, "the distance of the frame from its content, in font sizes";
    labelspacing / set_labelspacing: number<Length> = labelspacing,
        "the vertical distance of entries, in font sizes";
    columnspacing / set_columnspacing: number<Length> = columnspacing, "the distance of columns, in font sizes";
    borderaxespad / set_borderaxespad: number<Length> = borderaxespad,
        "the distance from the edges of the axes, in font sizes";
    @by name:
    bbox_to_anchor: Option<[f64; 4]> = |legend| legend.anchor,
        |legend, bounds| legend.anchor = bounds,
        "the box that it is placed in: left, bottom, width and height in fractions of the axes; `None` is the axes";
}

impl Legend {
    /// Sets the box that it is placed in: left, bottom, width and height in fractions of the axes, which may be
    /// outside of it; `None` is the axes itself.
    pub fn set_bbox_to_anchor(&mut self, bounds: impl Into<Option<[f64; 4]>>) {
        self.anchor = bounds.into();
    }

    /// The box that it is placed in; `None` for the axes itself.
    pub fn bbox_to_anchor(&self) -> Option<[f64; 4]> {
        self.anchor
    }
}
