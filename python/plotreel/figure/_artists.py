"""The classes of artists, with a setter and a getter for each property.

Written by python/generate.py from docs/properties.md.
"""

from __future__ import annotations

from typing import Any

from plotreel.figure._artist import (
    ArrayData,
    Artist,
    BandData,
    ContourData,
    EventData,
    ImageData,
    Line3DData,
    LineData,
    Offset3DData,
    OffsetData,
    PolygonData,
    PolygonsData,
    SegmentsData,
    StepData,
    SurfaceData,
    TextData,
    VectorData,
    set_clim,
)
from plotreel.figure._bar import BarData
from plotreel.figure._table import TableData


class Common(Artist):
    """The properties of all artists."""

    def set_visible(self, value: Any) -> None:
        """Set whether it is drawn."""
        self.set(visible=value)

    def get_visible(self) -> Any:
        """Return whether it is drawn."""
        return self._get("visible")

    def set_zorder(self, value: Any) -> None:
        """Set the place in the drawing order: lower ones are drawn first."""
        self.set(zorder=value)

    def get_zorder(self) -> Any:
        """Return the place in the drawing order: lower ones are drawn first."""
        return self._get("zorder")

    def set_label(self, value: Any) -> None:
        """Set the name in legends; a label that begins with _ is not shown."""
        self.set(label=value)

    def get_label(self) -> Any:
        """Return the name in legends; a label that begins with _ is not shown."""
        return self._get("label")

    def set_clip_on(self, value: Any) -> None:
        """Set whether it is clipped to the axes."""
        self.set(clip_on=value)

    def get_clip_on(self) -> Any:
        """Return whether it is clipped to the axes."""
        return self._get("clip_on")

    def set_axlim_clip(self, value: Any) -> None:
        """Set whether its points beyond the limits of 3-D axes are left out."""
        self.set(axlim_clip=value)

    def get_axlim_clip(self) -> Any:
        """Return whether its points beyond the limits of 3-D axes are left out."""
        return self._get("axlim_clip")

    def set_gid(self, value: Any) -> None:
        """Set a name for a group of artists; it does not change the drawing."""
        self.set(gid=value)

    def get_gid(self) -> Any:
        """Return a name for a group of artists; it does not change the drawing."""
        return self._get("gid")

    def set_animated(self, value: Any) -> None:
        """Set whether matplotlib would omit it from full draws; it has no effect here."""
        self.set(animated=value)

    def get_animated(self) -> Any:
        """Return whether matplotlib would omit it from full draws; it has no effect here."""
        return self._get("animated")

    def set_clip_box(self, value: Any) -> None:
        """Set the box that it is clipped to."""
        self.set(clip_box=value)

    def get_clip_box(self) -> Any:
        """Return the box that it is clipped to."""
        return self._get("clip_box")


class PatchBase(Common):
    """The properties of several classes."""

    def set_facecolor(self, value: Any) -> None:
        """Set the colour of the face, 'none' for none."""
        self.set(facecolor=value)

    def get_facecolor(self) -> Any:
        """Return the colour of the face, 'none' for none."""
        return self._get("facecolor")

    set_fc = set_facecolor
    get_fc = get_facecolor

    def set_edgecolor(self, value: Any) -> None:
        """Set the colour of the edge, 'none' for none."""
        self.set(edgecolor=value)

    def get_edgecolor(self) -> Any:
        """Return the colour of the edge, 'none' for none."""
        return self._get("edgecolor")

    set_ec = set_edgecolor
    get_ec = get_edgecolor

    def set_linewidth(self, value: Any) -> None:
        """Set the width of the edge in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the width of the edge in points."""
        return self._get("linewidth")

    set_lw = set_linewidth
    get_lw = get_linewidth

    def set_linestyle(self, value: Any) -> None:
        """Set the dashes of the edge."""
        self.set(linestyle=value)

    def get_linestyle(self) -> Any:
        """Return the dashes of the edge."""
        return self._get("linestyle")

    set_ls = set_linestyle
    get_ls = get_linestyle

    def set_fill(self, value: Any) -> None:
        """Set whether the face is drawn; if not, the edge is black unless it has a colour."""
        self.set(fill=value)

    def get_fill(self) -> Any:
        """Return whether the face is drawn; if not, the edge is black unless it has a colour."""
        return self._get("fill")

    def set_hatch(self, value: Any) -> None:
        """Set the pattern over the face."""
        self.set(hatch=value)

    def get_hatch(self) -> Any:
        """Return the pattern over the face."""
        return self._get("hatch")

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatch's lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatch's lines in points."""
        return self._get("hatch_linewidth")

    def set_capstyle(self, value: Any) -> None:
        """Set the cap style of the edge and of its dashes."""
        self.set(capstyle=value)

    def get_capstyle(self) -> Any:
        """Return the cap style of the edge and of its dashes."""
        return self._get("capstyle")

    def set_joinstyle(self, value: Any) -> None:
        """Set the join style of the edge."""
        self.set(joinstyle=value)

    def get_joinstyle(self) -> Any:
        """Return the join style of the edge."""
        return self._get("joinstyle")

    def set_coordinates(self, value: Any) -> None:
        """Set the coordinate system of its outline."""
        self.set(coordinates=value)

    def get_coordinates(self) -> Any:
        """Return the coordinate system of its outline."""
        return self._get("coordinates")

    def set_color(self, value: Any) -> None:
        """Set the colour of face and edge."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colour of face and edge."""
        return self._get("color")

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatch, 'edge' for that of the edge."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatch, 'edge' for that of the edge."""
        return self._get("hatchcolor")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity, from 0 to 1."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity, from 0 to 1."""
        return self._get("alpha")


class CollectionBase(Common):
    """The properties of several classes."""

    def set_capstyle(self, value: Any) -> None:
        """Set the cap style of the edges."""
        self.set(capstyle=value)

    def get_capstyle(self) -> Any:
        """Return the cap style of the edges."""
        return self._get("capstyle")

    def set_joinstyle(self, value: Any) -> None:
        """Set the join style of the edges."""
        self.set(joinstyle=value)

    def get_joinstyle(self) -> Any:
        """Return the join style of the edges."""
        return self._get("joinstyle")

    def set_facecolor(self, value: Any) -> None:
        """Set the colours of the faces; with 'none' nothing is filled."""
        self.set(facecolor=value)

    def get_facecolor(self) -> Any:
        """Return the colours of the faces; with 'none' nothing is filled."""
        return self._get("facecolor")

    set_facecolors = set_facecolor
    get_facecolors = get_facecolor

    set_fc = set_facecolor
    get_fc = get_facecolor

    def set_edgecolor(self, value: Any) -> None:
        """Set the colours of the edges, or 'face' for those of the faces."""
        self.set(edgecolor=value)

    def get_edgecolor(self) -> Any:
        """Return the colours of the edges, or 'face' for those of the faces."""
        return self._get("edgecolor")

    set_edgecolors = set_edgecolor
    get_edgecolors = get_edgecolor

    set_ec = set_edgecolor
    get_ec = get_edgecolor

    def set_color(self, value: Any) -> None:
        """Set the colours of faces and edges."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colours of faces and edges."""
        return self._get("color")

    def set_linewidth(self, value: Any) -> None:
        """Set the widths of the edges in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the widths of the edges in points."""
        return self._get("linewidth")

    set_linewidths = set_linewidth
    get_linewidths = get_linewidth

    set_lw = set_linewidth
    get_lw = get_linewidth

    def set_linestyle(self, value: Any) -> None:
        """Set the dashes of the edges."""
        self.set(linestyle=value)

    def get_linestyle(self) -> Any:
        """Return the dashes of the edges."""
        return self._get("linestyle")

    set_linestyles = set_linestyle
    get_linestyles = get_linestyle

    set_ls = set_linestyle
    get_ls = get_linestyle

    set_dashes = set_linestyle
    get_dashes = get_linestyle

    def set_alpha(self, value: Any) -> None:
        """Set the opacity of all, from 0 to 1, or one for each value or colour."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity of all, from 0 to 1, or one for each value or colour."""
        return self._get("alpha")

    def get_cmap(self) -> Any:
        """Return the colormap of scalar data."""
        return self._get("cmap")

    def set_clim(self, vmin: Any = None, vmax: Any = None) -> None:
        """Set the colour limits; None keeps one."""
        set_clim(self, vmin, vmax)

    def get_clim(self) -> Any:
        """Return the colour limits."""
        return self._get("clim")


class LineSet(Common):
    """The properties of several classes."""

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def set_color(self, value: Any) -> None:
        """Set the colours of the lines, which repeat if there are fewer than lines."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colours of the lines, which repeat if there are fewer than lines."""
        return self._get("color")

    set_colors = set_color
    get_colors = get_color

    def set_capstyle(self, value: Any) -> None:
        """Set the cap style of the edges."""
        self.set(capstyle=value)

    def get_capstyle(self) -> Any:
        """Return the cap style of the edges."""
        return self._get("capstyle")

    def set_joinstyle(self, value: Any) -> None:
        """Set the join style of the edges."""
        self.set(joinstyle=value)

    def get_joinstyle(self) -> Any:
        """Return the join style of the edges."""
        return self._get("joinstyle")

    def set_facecolor(self, value: Any) -> None:
        """Set the colours of the faces; with 'none' nothing is filled."""
        self.set(facecolor=value)

    def get_facecolor(self) -> Any:
        """Return the colours of the faces; with 'none' nothing is filled."""
        return self._get("facecolor")

    set_facecolors = set_facecolor
    get_facecolors = get_facecolor

    set_fc = set_facecolor
    get_fc = get_facecolor

    def set_edgecolor(self, value: Any) -> None:
        """Set the colours of the edges, or 'face' for those of the faces."""
        self.set(edgecolor=value)

    def get_edgecolor(self) -> Any:
        """Return the colours of the edges, or 'face' for those of the faces."""
        return self._get("edgecolor")

    set_edgecolors = set_edgecolor
    get_edgecolors = get_edgecolor

    set_ec = set_edgecolor
    get_ec = get_edgecolor

    def set_linewidth(self, value: Any) -> None:
        """Set the widths of the edges in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the widths of the edges in points."""
        return self._get("linewidth")

    set_linewidths = set_linewidth
    get_linewidths = get_linewidth

    set_lw = set_linewidth
    get_lw = get_linewidth

    def set_linestyle(self, value: Any) -> None:
        """Set the dashes of the edges."""
        self.set(linestyle=value)

    def get_linestyle(self) -> Any:
        """Return the dashes of the edges."""
        return self._get("linestyle")

    set_linestyles = set_linestyle
    get_linestyles = get_linestyle

    set_ls = set_linestyle
    get_ls = get_linestyle

    set_dashes = set_linestyle
    get_dashes = get_linestyle

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity of all, from 0 to 1, or one for each value or colour."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity of all, from 0 to 1, or one for each value or colour."""
        return self._get("alpha")

    def set_array(self, value: Any) -> None:
        """Set the values that norm and colormap convert to colours."""
        self.set(array=value)

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")

    def get_cmap(self) -> Any:
        """Return the colormap of scalar data."""
        return self._get("cmap")

    def set_clim(self, vmin: Any = None, vmax: Any = None) -> None:
        """Set the colour limits; None keeps one."""
        set_clim(self, vmin, vmax)

    def get_clim(self) -> Any:
        """Return the colour limits."""
        return self._get("clim")


class Line(Common):
    """The properties of several classes."""

    def set_color(self, value: Any) -> None:
        """Set the colour of the line, and of its markers unless they have their own."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colour of the line, and of its markers unless they have their own."""
        return self._get("color")

    set_c = set_color
    get_c = get_color

    def set_linewidth(self, value: Any) -> None:
        """Set the width of the line in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the width of the line in points."""
        return self._get("linewidth")

    set_lw = set_linewidth
    get_lw = get_linewidth

    def set_linestyle(self, value: Any) -> None:
        """Set the line style."""
        self.set(linestyle=value)

    def get_linestyle(self) -> Any:
        """Return the line style."""
        return self._get("linestyle")

    set_ls = set_linestyle
    get_ls = get_linestyle

    def set_drawstyle(self, value: Any) -> None:
        """Set whether the line is drawn in steps."""
        self.set(drawstyle=value)

    def get_drawstyle(self) -> Any:
        """Return whether the line is drawn in steps."""
        return self._get("drawstyle")

    set_ds = set_drawstyle
    get_ds = get_drawstyle

    def set_solid_capstyle(self, value: Any) -> None:
        """Set the cap style of a solid line instead of the style's."""
        self.set(solid_capstyle=value)

    def get_solid_capstyle(self) -> Any:
        """Return the cap style of a solid line instead of the style's."""
        return self._get("solid_capstyle")

    def set_solid_joinstyle(self, value: Any) -> None:
        """Set the join style of a solid line instead of the style's."""
        self.set(solid_joinstyle=value)

    def get_solid_joinstyle(self) -> Any:
        """Return the join style of a solid line instead of the style's."""
        return self._get("solid_joinstyle")

    def set_dash_capstyle(self, value: Any) -> None:
        """Set the cap style of a dashed line instead of the style's."""
        self.set(dash_capstyle=value)

    def get_dash_capstyle(self) -> Any:
        """Return the cap style of a dashed line instead of the style's."""
        return self._get("dash_capstyle")

    def set_dash_joinstyle(self, value: Any) -> None:
        """Set the join style of a dashed line instead of the style's."""
        self.set(dash_joinstyle=value)

    def get_dash_joinstyle(self) -> Any:
        """Return the join style of a dashed line instead of the style's."""
        return self._get("dash_joinstyle")

    def set_marker(self, value: Any) -> None:
        """Set the marker: one of Marker or matplotlib's string for it."""
        self.set(marker=value)

    def get_marker(self) -> Any:
        """Return the marker: one of Marker or matplotlib's string for it."""
        return self._get("marker")

    def set_fillstyle(self, value: Any) -> None:
        """Set which part of the markers is filled."""
        self.set(fillstyle=value)

    def get_fillstyle(self) -> Any:
        """Return which part of the markers is filled."""
        return self._get("fillstyle")

    def set_markersize(self, value: Any) -> None:
        """Set the size of markers in points."""
        self.set(markersize=value)

    def get_markersize(self) -> Any:
        """Return the size of markers in points."""
        return self._get("markersize")

    set_ms = set_markersize
    get_ms = get_markersize

    def set_markeredgewidth(self, value: Any) -> None:
        """Set the width of the markers' edges in points."""
        self.set(markeredgewidth=value)

    def get_markeredgewidth(self) -> Any:
        """Return the width of the markers' edges in points."""
        return self._get("markeredgewidth")

    set_mew = set_markeredgewidth
    get_mew = get_markeredgewidth

    def set_markeredgecolor(self, value: Any) -> None:
        """Set the colour of the markers' edges."""
        self.set(markeredgecolor=value)

    def get_markeredgecolor(self) -> Any:
        """Return the colour of the markers' edges."""
        return self._get("markeredgecolor")

    set_mec = set_markeredgecolor
    get_mec = get_markeredgecolor

    def set_markerfacecolor(self, value: Any) -> None:
        """Set the colour of the markers' faces."""
        self.set(markerfacecolor=value)

    def get_markerfacecolor(self) -> Any:
        """Return the colour of the markers' faces."""
        return self._get("markerfacecolor")

    set_mfc = set_markerfacecolor
    get_mfc = get_markerfacecolor

    def set_markerfacecoloralt(self, value: Any) -> None:
        """Set the colour of the other half of half-filled markers."""
        self.set(markerfacecoloralt=value)

    def get_markerfacecoloralt(self) -> Any:
        """Return the colour of the other half of half-filled markers."""
        return self._get("markerfacecoloralt")

    set_mfcalt = set_markerfacecoloralt
    get_mfcalt = get_markerfacecoloralt

    def set_coordinates(self, value: Any) -> None:
        """Set the coordinate system of its points."""
        self.set(coordinates=value)

    def get_coordinates(self) -> Any:
        """Return the coordinate system of its points."""
        return self._get("coordinates")

    def set_markevery(self, value: Any) -> None:
        """Set which points have a marker."""
        self.set(markevery=value)

    def get_markevery(self) -> Any:
        """Return which points have a marker."""
        return self._get("markevery")

    def set_xdata(self, value: Any) -> None:
        """Set the x of all points."""
        self.set(xdata=value)

    def get_xdata(self) -> Any:
        """Return the x of all points."""
        return self._get("xdata")

    def set_ydata(self, value: Any) -> None:
        """Set the y of all points."""
        self.set(ydata=value)

    def get_ydata(self) -> Any:
        """Return the y of all points."""
        return self._get("ydata")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity, from 0 to 1."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity, from 0 to 1."""
        return self._get("alpha")


class Lettering(Common):
    """The properties of several classes."""

    def set_text(self, value: Any) -> None:
        """Set the text."""
        self.set(text=value)

    def get_text(self) -> Any:
        """Return the text."""
        return self._get("text")

    def set_fontsize(self, value: Any) -> None:
        """Set the font size."""
        self.set(fontsize=value)

    def get_fontsize(self) -> Any:
        """Return the font size."""
        return self._get("fontsize")

    set_size = set_fontsize
    get_size = get_fontsize

    def set_weight(self, value: Any) -> None:
        """Set the weight, by name or from 0 to 1000; None is that of the figure's style."""
        self.set(weight=value)

    def get_weight(self) -> Any:
        """Return the weight, by name or from 0 to 1000; None is that of the figure's style."""
        return self._get("weight")

    set_fontweight = set_weight
    get_fontweight = get_weight

    def set_italic(self, value: Any) -> None:
        """Set whether it is italic."""
        self.set(italic=value)

    def get_italic(self) -> Any:
        """Return whether it is italic."""
        return self._get("italic")

    def set_family(self, value: Any) -> None:
        """Set the fonts, by name or file, the preferred first."""
        self.set(family=value)

    def get_family(self) -> Any:
        """Return the fonts, by name or file, the preferred first."""
        return self._get("family")

    set_fontfamily = set_family
    get_fontfamily = get_family

    set_fontname = set_family
    get_fontname = get_family

    set_font = set_family
    get_font = get_family

    def set_math_fontfamily(self, value: Any) -> None:
        """Set the fonts of mathematical notation; None is those of the figure's style."""
        self.set(math_fontfamily=value)

    def get_math_fontfamily(self) -> Any:
        """Return the fonts of mathematical notation; None is those of the figure's style."""
        return self._get("math_fontfamily")

    def set_ha(self, value: Any) -> None:
        """Set the horizontal alignment."""
        self.set(ha=value)

    def get_ha(self) -> Any:
        """Return the horizontal alignment."""
        return self._get("ha")

    set_horizontalalignment = set_ha
    get_horizontalalignment = get_ha

    def set_va(self, value: Any) -> None:
        """Set the vertical alignment."""
        self.set(va=value)

    def get_va(self) -> Any:
        """Return the vertical alignment."""
        return self._get("va")

    set_verticalalignment = set_va
    get_verticalalignment = get_va

    def set_rotation_mode(self, value: Any) -> None:
        """Set whether it is rotated before or after alignment."""
        self.set(rotation_mode=value)

    def get_rotation_mode(self) -> Any:
        """Return whether it is rotated before or after alignment."""
        return self._get("rotation_mode")

    def set_multialignment(self, value: Any) -> None:
        """Set the alignment of lines relative to each other."""
        self.set(multialignment=value)

    def get_multialignment(self) -> Any:
        """Return the alignment of lines relative to each other."""
        return self._get("multialignment")

    set_ma = set_multialignment
    get_ma = get_multialignment

    def set_parse_math(self, value: Any) -> None:
        """Set whether $…$ is mathematical notation."""
        self.set(parse_math=value)

    def get_parse_math(self) -> Any:
        """Return whether $…$ is mathematical notation."""
        return self._get("parse_math")

    def set_linespacing(self, value: Any) -> None:
        """Set the line spacing, as a multiple of the font's height."""
        self.set(linespacing=value)

    def get_linespacing(self) -> Any:
        """Return the line spacing, as a multiple of the font's height."""
        return self._get("linespacing")

    def set_bold(self, value: Any) -> None:
        """Set whether it is bold."""
        self.set(bold=value)

    def get_bold(self) -> Any:
        """Return whether it is bold."""
        return self._get("bold")

    def set_rotation(self, value: Any) -> None:
        """Set the angle in degrees, counterclockwise."""
        self.set(rotation=value)

    def get_rotation(self) -> Any:
        """Return the angle in degrees, counterclockwise."""
        return self._get("rotation")

    def set_zdir(self, value: Any) -> None:
        """Set the direction in data coordinates of a text in space; None is horizontal."""
        self.set(zdir=value)

    def get_zdir(self) -> Any:
        """Return the direction in data coordinates of a text in space; None is horizontal."""
        return self._get("zdir")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity, from 0 to 1."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity, from 0 to 1."""
        return self._get("alpha")


class Line2D(LineData, Line):
    """matplotlib's `Line2D`."""


class PathCollection(OffsetData, CollectionBase):
    """matplotlib's `PathCollection`."""

    def set_marker(self, value: Any) -> None:
        """Set the marker: one of Marker or matplotlib's string for it."""
        self.set(marker=value)

    def get_marker(self) -> Any:
        """Return the marker: one of Marker or matplotlib's string for it."""
        return self._get("marker")

    def set_hatch(self, value: Any) -> None:
        """Set the pattern over the faces."""
        self.set(hatch=value)

    def get_hatch(self) -> Any:
        """Return the pattern over the faces."""
        return self._get("hatch")

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatch's lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatch's lines in points."""
        return self._get("hatch_linewidth")

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatch."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatch."""
        return self._get("hatchcolor")

    set_hatchcolors = set_hatchcolor
    get_hatchcolors = get_hatchcolor

    def set_sizes(self, value: Any) -> None:
        """Set the squares of the markers' diameters in points."""
        self.set(sizes=value)

    def get_sizes(self) -> Any:
        """Return the squares of the markers' diameters in points."""
        return self._get("sizes")

    set_s = set_sizes
    get_s = get_sizes

    def get_offsets(self) -> Any:
        """Return the positions of the markers."""
        return self._get("offsets")

    def set_depthshade(self, value: Any) -> None:
        """Set whether distant markers in space are paler than near ones."""
        self.set(depthshade=value)

    def get_depthshade(self) -> Any:
        """Return whether distant markers in space are paler than near ones."""
        return self._get("depthshade")

    def set_depthshade_minalpha(self, value: Any) -> None:
        """Set the minimum fraction of their opacity that the farthest markers in space keep."""
        self.set(depthshade_minalpha=value)

    def get_depthshade_minalpha(self) -> Any:
        """Return the minimum fraction of their opacity that the farthest markers in space keep."""
        return self._get("depthshade_minalpha")

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")


class LineCollection(SegmentsData, LineSet):
    """matplotlib's `LineCollection`."""


class PolyCollection(PolygonsData, CollectionBase):
    """matplotlib's `PolyCollection`."""

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def set_hatch(self, value: Any) -> None:
        """Set the pattern over the faces."""
        self.set(hatch=value)

    def get_hatch(self) -> Any:
        """Return the pattern over the faces."""
        return self._get("hatch")

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatch's lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatch's lines in points."""
        return self._get("hatch_linewidth")

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatch, 'edge' for those of the edges."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatch, 'edge' for those of the edges."""
        return self._get("hatchcolor")

    set_hatchcolors = set_hatchcolor
    get_hatchcolors = get_hatchcolor

    def get_verts(self) -> Any:
        """Return the vertices of the polygons."""
        return self._get("verts")

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")


class FillBetweenPolyCollection(BandData, CollectionBase):
    """matplotlib's `FillBetweenPolyCollection`."""

    def get_verts(self) -> Any:
        """Return the vertices of the polygons."""
        return self._get("verts")

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def set_hatch(self, value: Any) -> None:
        """Set the pattern over the faces."""
        self.set(hatch=value)

    def get_hatch(self) -> Any:
        """Return the pattern over the faces."""
        return self._get("hatch")

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatch's lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatch's lines in points."""
        return self._get("hatch_linewidth")

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatch, 'edge' for those of the edges."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatch, 'edge' for those of the edges."""
        return self._get("hatchcolor")

    set_hatchcolors = set_hatchcolor
    get_hatchcolors = get_hatchcolor

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def set_array(self, value: Any) -> None:
        """Set the values that norm and colormap convert to colours."""
        self.set(array=value)

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")


class BarContainer(BarData, Common):
    """matplotlib's `BarContainer`."""

    def set_linestyle(self, value: Any) -> None:
        """Set the dashes of the edges."""
        self.set(linestyle=value)

    def get_linestyle(self) -> Any:
        """Return the dashes of the edges."""
        return self._get("linestyle")

    set_ls = set_linestyle
    get_ls = get_linestyle

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatches' lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatches' lines in points."""
        return self._get("hatch_linewidth")

    def set_hatch(self, value: Any) -> None:
        """Set the patterns over the bars' faces, which repeat."""
        self.set(hatch=value)

    def get_hatch(self) -> Any:
        """Return the patterns over the bars' faces, which repeat."""
        return self._get("hatch")

    set_hatches = set_hatch
    get_hatches = get_hatch

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatches, 'edge' for those of the edges."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatches, 'edge' for those of the edges."""
        return self._get("hatchcolor")

    def set_linewidth(self, value: Any) -> None:
        """Set the widths of the bars' edges in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the widths of the bars' edges in points."""
        return self._get("linewidth")

    set_linewidths = set_linewidth
    get_linewidths = get_linewidth

    set_lw = set_linewidth
    get_lw = get_linewidth

    def set_facecolor(self, value: Any) -> None:
        """Set the colours of the bars' faces, which repeat if there are fewer than bars."""
        self.set(facecolor=value)

    def get_facecolor(self) -> Any:
        """Return the colours of the bars' faces, which repeat if there are fewer than bars."""
        return self._get("facecolor")

    set_facecolors = set_facecolor
    get_facecolors = get_facecolor

    set_fc = set_facecolor
    get_fc = get_facecolor

    def set_edgecolor(self, value: Any) -> None:
        """Set the colours of the bars' edges, which repeat if there are fewer than bars."""
        self.set(edgecolor=value)

    def get_edgecolor(self) -> Any:
        """Return the colours of the bars' edges, which repeat if there are fewer than bars."""
        return self._get("edgecolor")

    set_edgecolors = set_edgecolor
    get_edgecolors = get_edgecolor

    set_ec = set_edgecolor
    get_ec = get_edgecolor

    def set_color(self, value: Any) -> None:
        """Set the colours of faces and edges."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colours of faces and edges."""
        return self._get("color")

    def get_heights(self) -> Any:
        """Return the heights of all bars."""
        return self._get("heights")

    def get_widths(self) -> Any:
        """Return the widths of all bars."""
        return self._get("widths")

    def set_xs(self, value: Any) -> None:
        """Set the x of the left edges of all bars."""
        self.set(xs=value)

    def get_xs(self) -> Any:
        """Return the x of the left edges of all bars."""
        return self._get("xs")

    def set_ys(self, value: Any) -> None:
        """Set the y of the lower edges of all bars."""
        self.set(ys=value)

    def get_ys(self) -> Any:
        """Return the y of the lower edges of all bars."""
        return self._get("ys")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity, from 0 to 1."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity, from 0 to 1."""
        return self._get("alpha")


class AxesImage(ImageData, Common):
    """matplotlib's `AxesImage`."""

    def set_interpolation(self, value: Any) -> None:
        """Set how the array is scaled."""
        self.set(interpolation=value)

    def get_interpolation(self) -> Any:
        """Return how the array is scaled."""
        return self._get("interpolation")

    def set_interpolation_stage(self, value: Any) -> None:
        """Set whether scalar data are interpolated as numbers or as colours."""
        self.set(interpolation_stage=value)

    def get_interpolation_stage(self) -> Any:
        """Return whether scalar data are interpolated as numbers or as colours."""
        return self._get("interpolation_stage")

    def set_origin(self, value: Any) -> None:
        """Set where the first row is."""
        self.set(origin=value)

    def get_origin(self) -> Any:
        """Return where the first row is."""
        return self._get("origin")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity of all, from 0 to 1, or of each element, a list for each row."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity of all, from 0 to 1, or of each element, a list for each row."""
        return self._get("alpha")

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def set_extent(self, value: Any) -> None:
        """Set the data coordinates left, right, bottom and top of the image's edges."""
        self.set(extent=value)

    def get_extent(self) -> Any:
        """Return the data coordinates left, right, bottom and top of the image's edges."""
        return self._get("extent")

    def get_cmap(self) -> Any:
        """Return the colormap of scalar data."""
        return self._get("cmap")

    def set_clim(self, vmin: Any = None, vmax: Any = None) -> None:
        """Set the colour limits; None keeps one."""
        set_clim(self, vmin, vmax)

    def get_clim(self) -> Any:
        """Return the colour limits."""
        return self._get("clim")


class QuadMesh(ArrayData, CollectionBase):
    """matplotlib's `QuadMesh`."""

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth; then the background shows between cells."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth; then the background shows between cells."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def get_array(self) -> Any:
        """Return the values of the cells, or of the points, row by row."""
        return self._get("array")

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")


class PolyQuadMesh(ArrayData, CollectionBase):
    """matplotlib's `PolyQuadMesh`."""

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth; None is if there are any."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth; None is if there are any."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def get_array(self) -> Any:
        """Return the values of the cells, or of the points, row by row."""
        return self._get("array")

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")


class TriMesh(ArrayData, CollectionBase):
    """matplotlib's `TriMesh`."""

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth, so that the background shows between triangles."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth, so that the background shows between triangles."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def get_array(self) -> Any:
        """Return the values of the points or the triangles."""
        return self._get("array")

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")


class ContourSet(ContourData, CollectionBase):
    """matplotlib's `ContourSet`."""

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatches' lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatches' lines in points."""
        return self._get("hatch_linewidth")

    def set_hatches(self, value: Any) -> None:
        """Set the patterns over areas, which repeat: characters of /  | - + x o O . *."""
        self.set(hatches=value)

    def get_hatches(self) -> Any:
        """Return the patterns over areas, which repeat: characters of /  | - + x o O . *."""
        return self._get("hatches")

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatches, 'edge' for those of the edges."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatches, 'edge' for those of the edges."""
        return self._get("hatchcolor")

    set_hatchcolors = set_hatchcolor
    get_hatchcolors = get_hatchcolor

    def get_norm(self) -> Any:
        """Return the norm of levels."""
        return self._get("norm")

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")


class Table(TableData, Common):
    """matplotlib's `Table`."""

    def set_loc(self, value: Any) -> None:
        """Set where it is, in or beside the axes."""
        self.set(loc=value)

    def get_loc(self) -> Any:
        """Return where it is, in or beside the axes."""
        return self._get("loc")

    def set_auto_font_size(self, value: Any) -> None:
        """Set whether the size of the texts is reduced until they fit the widths of their cells."""
        self.set(auto_font_size=value)

    def get_auto_font_size(self) -> Any:
        """Return whether the size of the texts is reduced until they fit the widths of their cells."""
        return self._get("auto_font_size")

    def set_bbox(self, value: Any) -> None:
        """Set the box that it fills instead of its place."""
        self.set(bbox=value)

    def get_bbox(self) -> Any:
        """Return the box that it fills instead of its place."""
        return self._get("bbox")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity, from 0 to 1."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity, from 0 to 1."""
        return self._get("alpha")


class Text(TextData, Lettering):
    """matplotlib's `Text`."""

    def set_color(self, value: Any) -> None:
        """Set the colour."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colour."""
        return self._get("color")

    set_c = set_color
    get_c = get_color

    def set_position(self, x: Any, y: Any = None) -> None:
        """Set its position, one number per dimension."""
        self.set(position=x if y is None else (x, y))

    def get_position(self) -> Any:
        """Return its position, one number per dimension."""
        return self._get("position")

    def set_coordinates(self, value: Any) -> None:
        """Set the coordinate system of its position."""
        self.set(coordinates=value)

    def get_coordinates(self) -> Any:
        """Return the coordinate system of its position."""
        return self._get("coordinates")


class Annotation(TextData, Lettering):
    """matplotlib's `Annotation`."""

    def set_xy(self, x: Any, y: Any = None) -> None:
        """Set the annotated point."""
        self.set(xy=x if y is None else (x, y))

    def get_xy(self) -> Any:
        """Return the annotated point."""
        return self._get("xy")

    def set_position(self, x: Any, y: Any = None) -> None:
        """Set where the text is."""
        self.set(position=x if y is None else (x, y))

    def get_position(self) -> Any:
        """Return where the text is."""
        return self._get("position")

    set_xytext = set_position
    get_xytext = get_position

    set_xyann = set_position
    get_xyann = get_position

    def set_annotation_clip(self, value: Any) -> None:
        """Set whether it is hidden while its point is outside the axes."""
        self.set(annotation_clip=value)

    def get_annotation_clip(self) -> Any:
        """Return whether it is hidden while its point is outside the axes."""
        return self._get("annotation_clip")

    def set_xycoords(self, value: Any) -> None:
        """Set the coordinate system of the point."""
        self.set(xycoords=value)

    def get_xycoords(self) -> Any:
        """Return the coordinate system of the point."""
        return self._get("xycoords")

    set_coordinates = set_xycoords
    get_coordinates = get_xycoords

    def set_textcoords(self, value: Any) -> None:
        """Set the coordinate system of the text, which may be an offset from the point."""
        self.set(textcoords=value)

    def get_textcoords(self) -> Any:
        """Return the coordinate system of the text, which may be an offset from the point."""
        return self._get("textcoords")

    set_anncoords = set_textcoords
    get_anncoords = get_textcoords

    def set_color(self, value: Any) -> None:
        """Set the colour."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colour."""
        return self._get("color")

    set_c = set_color
    get_c = get_color


class Legend(Common):
    """matplotlib's `Legend`."""

    def set_loc(self, value: Any) -> None:
        """Set the place."""
        self.set(loc=value)

    def get_loc(self) -> Any:
        """Return the place."""
        return self._get("loc")

    def set_mode(self, value: Any) -> None:
        """Set how columns are distributed."""
        self.set(mode=value)

    def get_mode(self) -> Any:
        """Return how columns are distributed."""
        return self._get("mode")

    def set_ncols(self, value: Any) -> None:
        """Set the number of columns."""
        self.set(ncols=value)

    def get_ncols(self) -> Any:
        """Return the number of columns."""
        return self._get("ncols")

    set_ncol = set_ncols
    get_ncol = get_ncols

    def set_title(self, value: Any) -> None:
        """Set the title above the entries."""
        self.set(title=value)

    def get_title(self) -> Any:
        """Return the title above the entries."""
        return self._get("title")

    def set_frame_on(self, value: Any) -> None:
        """Set whether there is a frame."""
        self.set(frame_on=value)

    def get_frame_on(self) -> Any:
        """Return whether there is a frame."""
        return self._get("frame_on")

    set_frameon = set_frame_on
    get_frameon = get_frame_on

    def set_fancybox(self, value: Any) -> None:
        """Set whether the corners of the frame are round."""
        self.set(fancybox=value)

    def get_fancybox(self) -> Any:
        """Return whether the corners of the frame are round."""
        return self._get("fancybox")

    def set_framealpha(self, value: Any) -> None:
        """Set the opacity of the frame, from 0 to 1."""
        self.set(framealpha=value)

    def get_framealpha(self) -> Any:
        """Return the opacity of the frame, from 0 to 1."""
        return self._get("framealpha")

    def set_facecolor(self, value: Any) -> None:
        """Set the colour of the background, by default that of the axes."""
        self.set(facecolor=value)

    def get_facecolor(self) -> Any:
        """Return the colour of the background, by default that of the axes."""
        return self._get("facecolor")

    def set_edgecolor(self, value: Any) -> None:
        """Set the colour of the frame's edge."""
        self.set(edgecolor=value)

    def get_edgecolor(self) -> Any:
        """Return the colour of the frame's edge."""
        return self._get("edgecolor")

    def set_linewidth(self, value: Any) -> None:
        """Set the width of the frame's edge in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the width of the frame's edge in points."""
        return self._get("linewidth")

    def set_linestyle(self, value: Any) -> None:
        """Set the dashes of the frame's edge."""
        self.set(linestyle=value)

    def get_linestyle(self) -> Any:
        """Return the dashes of the frame's edge."""
        return self._get("linestyle")

    set_ls = set_linestyle
    get_ls = get_linestyle

    def set_family(self, value: Any) -> None:
        """Set the fonts of labels and title."""
        self.set(family=value)

    def get_family(self) -> Any:
        """Return the fonts of labels and title."""
        return self._get("family")

    set_fontfamily = set_family
    get_fontfamily = get_family

    def set_weight(self, value: Any) -> None:
        """Set the weight of the labels, by name or from 0 to 1000."""
        self.set(weight=value)

    def get_weight(self) -> Any:
        """Return the weight of the labels, by name or from 0 to 1000."""
        return self._get("weight")

    set_fontweight = set_weight
    get_fontweight = get_weight

    def set_fontsize(self, value: Any) -> None:
        """Set the font size of the labels: points, or 'small' and the like."""
        self.set(fontsize=value)

    def get_fontsize(self) -> Any:
        """Return the font size of the labels: points, or 'small' and the like."""
        return self._get("fontsize")

    def set_title_fontsize(self, value: Any) -> None:
        """Set the font size of the title, likewise."""
        self.set(title_fontsize=value)

    def get_title_fontsize(self) -> Any:
        """Return the font size of the title, likewise."""
        return self._get("title_fontsize")

    def set_labelcolor(self, value: Any) -> None:
        """Set the colour of the labels."""
        self.set(labelcolor=value)

    def get_labelcolor(self) -> Any:
        """Return the colour of the labels."""
        return self._get("labelcolor")

    def set_numpoints(self, value: Any) -> None:
        """Set the number of markers of a line, 1 to 1000."""
        self.set(numpoints=value)

    def get_numpoints(self) -> Any:
        """Return the number of markers of a line, 1 to 1000."""
        return self._get("numpoints")

    def set_scatterpoints(self, value: Any) -> None:
        """Set the number of markers of a scatter plot, 1 to 1000."""
        self.set(scatterpoints=value)

    def get_scatterpoints(self) -> Any:
        """Return the number of markers of a scatter plot, 1 to 1000."""
        return self._get("scatterpoints")

    def set_markerscale(self, value: Any) -> None:
        """Set the size of markers as a multiple of that in the axes."""
        self.set(markerscale=value)

    def get_markerscale(self) -> Any:
        """Return the size of markers as a multiple of that in the axes."""
        return self._get("markerscale")

    def set_handlelength(self, value: Any) -> None:
        """Set the length of lines and rectangles, in font sizes."""
        self.set(handlelength=value)

    def get_handlelength(self) -> Any:
        """Return the length of lines and rectangles, in font sizes."""
        return self._get("handlelength")

    def set_handleheight(self, value: Any) -> None:
        """Set the height of rectangles, in font sizes."""
        self.set(handleheight=value)

    def get_handleheight(self) -> Any:
        """Return the height of rectangles, in font sizes."""
        return self._get("handleheight")

    def set_handletextpad(self, value: Any) -> None:
        """Set the distance of labels from lines and rectangles, in font sizes."""
        self.set(handletextpad=value)

    def get_handletextpad(self) -> Any:
        """Return the distance of labels from lines and rectangles, in font sizes."""
        return self._get("handletextpad")

    def set_borderpad(self, value: Any) -> None:
        """Set the distance of the frame from its content, in font sizes."""
        self.set(borderpad=value)

    def get_borderpad(self) -> Any:
        """Return the distance of the frame from its content, in font sizes."""
        return self._get("borderpad")

    def set_labelspacing(self, value: Any) -> None:
        """Set the vertical distance of entries, in font sizes."""
        self.set(labelspacing=value)

    def get_labelspacing(self) -> Any:
        """Return the vertical distance of entries, in font sizes."""
        return self._get("labelspacing")

    def set_columnspacing(self, value: Any) -> None:
        """Set the distance of columns, in font sizes."""
        self.set(columnspacing=value)

    def get_columnspacing(self) -> Any:
        """Return the distance of columns, in font sizes."""
        return self._get("columnspacing")

    def set_borderaxespad(self, value: Any) -> None:
        """Set the distance from the edges of the axes, in font sizes."""
        self.set(borderaxespad=value)

    def get_borderaxespad(self) -> Any:
        """Return the distance from the edges of the axes, in font sizes."""
        return self._get("borderaxespad")

    def set_bbox_to_anchor(self, value: Any) -> None:
        """Set the box that it is placed in."""
        self.set(bbox_to_anchor=value)

    def get_bbox_to_anchor(self) -> Any:
        """Return the box that it is placed in."""
        return self._get("bbox_to_anchor")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity, from 0 to 1."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity, from 0 to 1."""
        return self._get("alpha")


class Rectangle(PatchBase):
    """matplotlib's `Rectangle`."""

    def set_x(self, value: Any) -> None:
        """Set the x of its anchor."""
        self.set(x=value)

    def get_x(self) -> Any:
        """Return the x of its anchor."""
        return self._get("x")

    def set_y(self, value: Any) -> None:
        """Set the y of its anchor."""
        self.set(y=value)

    def get_y(self) -> Any:
        """Return the y of its anchor."""
        return self._get("y")

    def set_width(self, value: Any) -> None:
        """Set its width, negative to the left."""
        self.set(width=value)

    def get_width(self) -> Any:
        """Return its width, negative to the left."""
        return self._get("width")

    def set_height(self, value: Any) -> None:
        """Set its height, negative downwards."""
        self.set(height=value)

    def get_height(self) -> Any:
        """Return its height, negative downwards."""
        return self._get("height")

    def set_angle(self, value: Any) -> None:
        """Set the rotation in degrees, counterclockwise, in data coordinates."""
        self.set(angle=value)

    def get_angle(self) -> Any:
        """Return the rotation in degrees, counterclockwise, in data coordinates."""
        return self._get("angle")

    def set_rotation_point(self, value: Any) -> None:
        """Set the centre of rotation."""
        self.set(rotation_point=value)

    def get_rotation_point(self) -> Any:
        """Return the centre of rotation."""
        return self._get("rotation_point")

    def set_xy(self, x: Any, y: Any = None) -> None:
        """Set its anchor."""
        self.set(xy=x if y is None else (x, y))

    def get_xy(self) -> Any:
        """Return its anchor."""
        return self._get("xy")

    def set_bounds(self, value: Any) -> None:
        """Set its anchor, width and height."""
        self.set(bounds=value)

    def get_bounds(self) -> Any:
        """Return its anchor, width and height."""
        return self._get("bounds")


class Ellipse(PatchBase):
    """matplotlib's `Ellipse`."""

    def set_center(self, x: Any, y: Any = None) -> None:
        """Set its middle."""
        self.set(center=x if y is None else (x, y))

    def get_center(self) -> Any:
        """Return its middle."""
        return self._get("center")

    def set_width(self, value: Any) -> None:
        """Set the diameter along x."""
        self.set(width=value)

    def get_width(self) -> Any:
        """Return the diameter along x."""
        return self._get("width")

    def set_height(self, value: Any) -> None:
        """Set the diameter along y."""
        self.set(height=value)

    def get_height(self) -> Any:
        """Return the diameter along y."""
        return self._get("height")

    def set_angle(self, value: Any) -> None:
        """Set the rotation in degrees, counterclockwise, in data coordinates."""
        self.set(angle=value)

    def get_angle(self) -> Any:
        """Return the rotation in degrees, counterclockwise, in data coordinates."""
        return self._get("angle")


class Circle(PatchBase):
    """matplotlib's `Circle`."""

    def set_center(self, x: Any, y: Any = None) -> None:
        """Set its middle."""
        self.set(center=x if y is None else (x, y))

    def get_center(self) -> Any:
        """Return its middle."""
        return self._get("center")

    def set_radius(self, value: Any) -> None:
        """Set the radius."""
        self.set(radius=value)

    def get_radius(self) -> Any:
        """Return the radius."""
        return self._get("radius")


class Arc(PatchBase):
    """matplotlib's `Arc`."""

    def set_center(self, x: Any, y: Any = None) -> None:
        """Set the centre of its ellipse."""
        self.set(center=x if y is None else (x, y))

    def get_center(self) -> Any:
        """Return the centre of its ellipse."""
        return self._get("center")

    def set_width(self, value: Any) -> None:
        """Set the diameter along x."""
        self.set(width=value)

    def get_width(self) -> Any:
        """Return the diameter along x."""
        return self._get("width")

    def set_height(self, value: Any) -> None:
        """Set the diameter along y."""
        self.set(height=value)

    def get_height(self) -> Any:
        """Return the diameter along y."""
        return self._get("height")

    def set_angle(self, value: Any) -> None:
        """Set the rotation of the ellipse in degrees, counterclockwise."""
        self.set(angle=value)

    def get_angle(self) -> Any:
        """Return the rotation of the ellipse in degrees, counterclockwise."""
        return self._get("angle")

    def set_theta1(self, value: Any) -> None:
        """Set the angle at which it starts, in degrees relative to the ellipse."""
        self.set(theta1=value)

    def get_theta1(self) -> Any:
        """Return the angle at which it starts, in degrees relative to the ellipse."""
        return self._get("theta1")

    def set_theta2(self, value: Any) -> None:
        """Set the angle at which it ends, in degrees relative to the ellipse."""
        self.set(theta2=value)

    def get_theta2(self) -> Any:
        """Return the angle at which it ends, in degrees relative to the ellipse."""
        return self._get("theta2")


class Wedge(PatchBase):
    """matplotlib's `Wedge`."""

    def set_center(self, x: Any, y: Any = None) -> None:
        """Set its tip."""
        self.set(center=x if y is None else (x, y))

    def get_center(self) -> Any:
        """Return its tip."""
        return self._get("center")

    def set_radius(self, value: Any) -> None:
        """Set the outer radius."""
        self.set(radius=value)

    def get_radius(self) -> Any:
        """Return the outer radius."""
        return self._get("radius")

    set_r = set_radius
    get_r = get_radius

    def set_theta1(self, value: Any) -> None:
        """Set the angle at which it starts, in degrees."""
        self.set(theta1=value)

    def get_theta1(self) -> Any:
        """Return the angle at which it starts, in degrees."""
        return self._get("theta1")

    def set_theta2(self, value: Any) -> None:
        """Set the angle at which it ends, in degrees."""
        self.set(theta2=value)

    def get_theta2(self) -> Any:
        """Return the angle at which it ends, in degrees."""
        return self._get("theta2")

    def set_width(self, value: Any) -> None:
        """Set the width of the ring; None is a full wedge up to the centre."""
        self.set(width=value)

    def get_width(self) -> Any:
        """Return the width of the ring; None is a full wedge up to the centre."""
        return self._get("width")


class Polygon(PolygonData, PatchBase):
    """matplotlib's `Polygon`."""

    def set_closed(self, value: Any) -> None:
        """Set whether the edge is closed, from the last point to the first."""
        self.set(closed=value)

    def get_closed(self) -> Any:
        """Return whether the edge is closed, from the last point to the first."""
        return self._get("closed")

    def get_xy(self) -> Any:
        """Return its points."""
        return self._get("xy")


class RegularPolygon(PatchBase):
    """matplotlib's `RegularPolygon`."""

    def set_xy(self, x: Any, y: Any = None) -> None:
        """Set its middle."""
        self.set(xy=x if y is None else (x, y))

    def get_xy(self) -> Any:
        """Return its middle."""
        return self._get("xy")

    def set_radius(self, value: Any) -> None:
        """Set the distance of its vertices from the middle."""
        self.set(radius=value)

    def get_radius(self) -> Any:
        """Return the distance of its vertices from the middle."""
        return self._get("radius")

    def set_orientation(self, value: Any) -> None:
        """Set the rotation in radians, counterclockwise."""
        self.set(orientation=value)

    def get_orientation(self) -> Any:
        """Return the rotation in radians, counterclockwise."""
        return self._get("orientation")


class Annulus(PatchBase):
    """matplotlib's `Annulus`."""

    def set_center(self, x: Any, y: Any = None) -> None:
        """Set its middle."""
        self.set(center=x if y is None else (x, y))

    def get_center(self) -> Any:
        """Return its middle."""
        return self._get("center")

    def set_radii(self, value: Any) -> None:
        """Set the radii of the outer ellipse along x and y."""
        self.set(radii=value)

    def get_radii(self) -> Any:
        """Return the radii of the outer ellipse along x and y."""
        return self._get("radii")

    def set_angle(self, value: Any) -> None:
        """Set the rotation in degrees, counterclockwise."""
        self.set(angle=value)

    def get_angle(self) -> Any:
        """Return the rotation in degrees, counterclockwise."""
        return self._get("angle")

    def set_width(self, value: Any) -> None:
        """Set the width of the ring, inwards from the outer ellipse."""
        self.set(width=value)

    def get_width(self) -> Any:
        """Return the width of the ring, inwards from the outer ellipse."""
        return self._get("width")


class PatchCollection(ArrayData, CollectionBase):
    """matplotlib's `PatchCollection`."""

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def set_hatch(self, value: Any) -> None:
        """Set the pattern over the faces."""
        self.set(hatch=value)

    def get_hatch(self) -> Any:
        """Return the pattern over the faces."""
        return self._get("hatch")

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatch's lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatch's lines in points."""
        return self._get("hatch_linewidth")

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatch, 'edge' for those of the edges."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatch, 'edge' for those of the edges."""
        return self._get("hatchcolor")

    set_hatchcolors = set_hatchcolor
    get_hatchcolors = get_hatchcolor

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")


class PathPatch(PatchBase):
    """matplotlib's `PathPatch`."""


class FancyBboxPatch(PatchBase):
    """matplotlib's `FancyBboxPatch`."""

    def set_boxstyle(self, value: Any) -> None:
        """Set the outline: a BoxStyle or its string."""
        self.set(boxstyle=value)

    def get_boxstyle(self) -> Any:
        """Return the outline: a BoxStyle or its string."""
        return self._get("boxstyle")

    def set_mutation_scale(self, value: Any) -> None:
        """Set the unit of the lengths of the outline, in the coordinates of the patch."""
        self.set(mutation_scale=value)

    def get_mutation_scale(self) -> Any:
        """Return the unit of the lengths of the outline, in the coordinates of the patch."""
        return self._get("mutation_scale")

    def set_mutation_aspect(self, value: Any) -> None:
        """Set the ratio of the outline's lengths along y to those along x."""
        self.set(mutation_aspect=value)

    def get_mutation_aspect(self) -> Any:
        """Return the ratio of the outline's lengths along y to those along x."""
        return self._get("mutation_aspect")

    def set_bounds(self, value: Any) -> None:
        """Set left, bottom, width and height of the rectangle inside."""
        self.set(bounds=value)

    def get_bounds(self) -> Any:
        """Return left, bottom, width and height of the rectangle inside."""
        return self._get("bounds")


class FancyArrowPatch(PatchBase):
    """matplotlib's `FancyArrowPatch`."""

    def set_positions(self, value: Any) -> None:
        """Set its ends."""
        self.set(positions=value)

    def get_positions(self) -> Any:
        """Return its ends."""
        return self._get("positions")

    def set_arrowstyle(self, value: Any) -> None:
        """Set the shape of the arrow: an ArrowStyle or its string."""
        self.set(arrowstyle=value)

    def get_arrowstyle(self) -> Any:
        """Return the shape of the arrow: an ArrowStyle or its string."""
        return self._get("arrowstyle")

    def set_connectionstyle(self, value: Any) -> None:
        """Set the line from A to B: a ConnectionStyle or its string."""
        self.set(connectionstyle=value)

    def get_connectionstyle(self) -> Any:
        """Return the line from A to B: a ConnectionStyle or its string."""
        return self._get("connectionstyle")

    def set_mutation_scale(self, value: Any) -> None:
        """Set the unit of the lengths in its style, in points."""
        self.set(mutation_scale=value)

    def get_mutation_scale(self) -> Any:
        """Return the unit of the lengths in its style, in points."""
        return self._get("mutation_scale")

    def set_shrink(self, value: Any) -> None:
        """Set the distances of its ends from A and B, in points."""
        self.set(shrink=value)

    def get_shrink(self) -> Any:
        """Return the distances of its ends from A and B, in points."""
        return self._get("shrink")


class ConnectionPatch(PatchBase):
    """matplotlib's `ConnectionPatch`."""

    def set_annotation_clip(self, value: Any) -> None:
        """Set whether it is hidden while an end is outside its axes."""
        self.set(annotation_clip=value)

    def get_annotation_clip(self) -> Any:
        """Return whether it is hidden while an end is outside its axes."""
        return self._get("annotation_clip")

    def set_arrowstyle(self, value: Any) -> None:
        """Set the shape of the arrow: an ArrowStyle or its string."""
        self.set(arrowstyle=value)

    def get_arrowstyle(self) -> Any:
        """Return the shape of the arrow: an ArrowStyle or its string."""
        return self._get("arrowstyle")

    def set_connectionstyle(self, value: Any) -> None:
        """Set the line from A to B: a ConnectionStyle or its string."""
        self.set(connectionstyle=value)

    def get_connectionstyle(self) -> Any:
        """Return the line from A to B: a ConnectionStyle or its string."""
        return self._get("connectionstyle")

    def set_mutation_scale(self, value: Any) -> None:
        """Set the unit of the lengths in its style, in points."""
        self.set(mutation_scale=value)

    def get_mutation_scale(self) -> Any:
        """Return the unit of the lengths in its style, in points."""
        return self._get("mutation_scale")

    def set_shrink(self, value: Any) -> None:
        """Set the distances of its ends from A and B, in points."""
        self.set(shrink=value)

    def get_shrink(self) -> Any:
        """Return the distances of its ends from A and B, in points."""
        return self._get("shrink")


class InsetIndicator(PatchBase):
    """matplotlib's `InsetIndicator`."""

    def set_bounds(self, value: Any) -> None:
        """Set the rectangle: left, bottom, width and height in data coordinates."""
        self.set(bounds=value)

    def get_bounds(self) -> Any:
        """Return the rectangle: left, bottom, width and height in data coordinates."""
        return self._get("bounds")

    def set_connectors(self, value: Any) -> None:
        """Set whether the lines to the inset's lower left."""
        self.set(connectors=value)

    def get_connectors(self) -> Any:
        """Return whether the lines to the inset's lower left."""
        return self._get("connectors")


class Quiver(VectorData, CollectionBase):
    """matplotlib's `Quiver`."""

    def set_units(self, value: Any) -> None:
        """Set the unit of the arrows' width."""
        self.set(units=value)

    def get_units(self) -> Any:
        """Return the unit of the arrows' width."""
        return self._get("units")

    def set_scale_units(self, value: Any) -> None:
        """Set the unit of the arrows' lengths, instead of that of their width."""
        self.set(scale_units=value)

    def get_scale_units(self) -> Any:
        """Return the unit of the arrows' lengths, instead of that of their width."""
        return self._get("scale_units")

    def set_angles(self, value: Any) -> None:
        """Set where arrows point: 'uv', 'xy', or angles in degrees counterclockwise."""
        self.set(angles=value)

    def get_angles(self) -> Any:
        """Return where arrows point: 'uv', 'xy', or angles in degrees counterclockwise."""
        return self._get("angles")

    def set_width(self, value: Any) -> None:
        """Set the width of the shafts in units; None depends on the number of arrows."""
        self.set(width=value)

    def get_width(self) -> Any:
        """Return the width of the shafts in units; None depends on the number of arrows."""
        return self._get("width")

    def set_headwidth(self, value: Any) -> None:
        """Set the width of the heads, as a multiple of the shaft's width."""
        self.set(headwidth=value)

    def get_headwidth(self) -> Any:
        """Return the width of the heads, as a multiple of the shaft's width."""
        return self._get("headwidth")

    def set_headlength(self, value: Any) -> None:
        """Set the length of the heads, as a multiple of the shaft's width."""
        self.set(headlength=value)

    def get_headlength(self) -> Any:
        """Return the length of the heads, as a multiple of the shaft's width."""
        return self._get("headlength")

    def set_headaxislength(self, value: Any) -> None:
        """Set the length of the heads at the shaft, as a multiple of the shaft's width."""
        self.set(headaxislength=value)

    def get_headaxislength(self) -> Any:
        """Return the length of the heads at the shaft, as a multiple of the shaft's width."""
        return self._get("headaxislength")

    def set_minshaft(self, value: Any) -> None:
        """Set the length below which arrows shrink as a whole, in lengths of the head."""
        self.set(minshaft=value)

    def get_minshaft(self) -> Any:
        """Return the length below which arrows shrink as a whole, in lengths of the head."""
        return self._get("minshaft")

    def set_minlength(self, value: Any) -> None:
        """Set the length below which arrows are dots, as a multiple of the shaft's width."""
        self.set(minlength=value)

    def get_minlength(self) -> Any:
        """Return the length below which arrows are dots, as a multiple of the shaft's width."""
        return self._get("minlength")

    def set_pivot(self, value: Any) -> None:
        """Set the part of the arrows that is at their position."""
        self.set(pivot=value)

    def get_pivot(self) -> Any:
        """Return the part of the arrows that is at their position."""
        return self._get("pivot")

    def set_scale(self, value: Any) -> None:
        """Set the length of a vector that is drawn as long as the unit of lengths."""
        self.set(scale=value)

    def get_scale(self) -> Any:
        """Return the length of a vector that is drawn as long as the unit of lengths."""
        return self._get("scale")

    def set_uvc(self, value: Any) -> None:
        """Set the vectors."""
        self.set(uvc=value)

    def get_uvc(self) -> Any:
        """Return the vectors."""
        return self._get("uvc")

    get_UVC = get_uvc

    def get_offsets(self) -> Any:
        """Return the positions of the vectors."""
        return self._get("offsets")

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")


class QuiverKey(Lettering):
    """matplotlib's `QuiverKey`."""

    def set_position(self, x: Any, y: Any = None) -> None:
        """Set its place."""
        self.set(position=x if y is None else (x, y))

    def get_position(self) -> Any:
        """Return its place."""
        return self._get("position")

    def set_u(self, value: Any) -> None:
        """Set the length of the vector that it shows."""
        self.set(u=value)

    def get_u(self) -> Any:
        """Return the length of the vector that it shows."""
        return self._get("u")

    set_U = set_u
    get_U = get_u

    def set_angle(self, value: Any) -> None:
        """Set the angle of the arrow in degrees, counterclockwise."""
        self.set(angle=value)

    def get_angle(self) -> Any:
        """Return the angle of the arrow in degrees, counterclockwise."""
        return self._get("angle")

    def set_labelsep(self, value: Any) -> None:
        """Set the distance of the label from the arrow in inches."""
        self.set(labelsep=value)

    def get_labelsep(self) -> Any:
        """Return the distance of the label from the arrow in inches."""
        return self._get("labelsep")

    def set_coordinates(self, value: Any) -> None:
        """Set the coordinate system of its position."""
        self.set(coordinates=value)

    def get_coordinates(self) -> Any:
        """Return the coordinate system of its position."""
        return self._get("coordinates")

    def set_labelpos(self, value: Any) -> None:
        """Set the side of the arrow that its label is at."""
        self.set(labelpos=value)

    def get_labelpos(self) -> Any:
        """Return the side of the arrow that its label is at."""
        return self._get("labelpos")

    def set_color(self, value: Any) -> None:
        """Set the colour of the arrow, instead of that of the quiver."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colour of the arrow, instead of that of the quiver."""
        return self._get("color")

    def set_labelcolor(self, value: Any) -> None:
        """Set the colour of the label."""
        self.set(labelcolor=value)

    def get_labelcolor(self) -> Any:
        """Return the colour of the label."""
        return self._get("labelcolor")


class Barbs(VectorData, CollectionBase):
    """matplotlib's `Barbs`."""

    def set_length(self, value: Any) -> None:
        """Set the size of the barbs."""
        self.set(length=value)

    def get_length(self) -> Any:
        """Return the size of the barbs."""
        return self._get("length")

    def set_pivot(self, value: Any) -> None:
        """Set the part of the barbs that is at their position."""
        self.set(pivot=value)

    def get_pivot(self) -> Any:
        """Return the part of the barbs that is at their position."""
        return self._get("pivot")

    def set_spacing(self, value: Any) -> None:
        """Set the distance between features, as a multiple of the length."""
        self.set(spacing=value)

    def get_spacing(self) -> Any:
        """Return the distance between features, as a multiple of the length."""
        return self._get("spacing")

    def set_height(self, value: Any) -> None:
        """Set the distance from the staff to the top of a flag or barb."""
        self.set(height=value)

    def get_height(self) -> Any:
        """Return the distance from the staff to the top of a flag or barb."""
        return self._get("height")

    def set_width(self, value: Any) -> None:
        """Set the width of a flag, twice that of a barb, as a multiple of the length."""
        self.set(width=value)

    def get_width(self) -> Any:
        """Return the width of a flag, twice that of a barb, as a multiple of the length."""
        return self._get("width")

    def set_emptybarb(self, value: Any) -> None:
        """Set the radius of the circles for short vectors, as a multiple of the length."""
        self.set(emptybarb=value)

    def get_emptybarb(self) -> Any:
        """Return the radius of the circles for short vectors, as a multiple of the length."""
        return self._get("emptybarb")

    def set_half(self, value: Any) -> None:
        """Set what half a barb stands for."""
        self.set(half=value)

    def get_half(self) -> Any:
        """Return what half a barb stands for."""
        return self._get("half")

    def set_full(self, value: Any) -> None:
        """Set what a barb stands for."""
        self.set(full=value)

    def get_full(self) -> Any:
        """Return what a barb stands for."""
        return self._get("full")

    def set_flag(self, value: Any) -> None:
        """Set what a flag stands for."""
        self.set(flag=value)

    def get_flag(self) -> Any:
        """Return what a flag stands for."""
        return self._get("flag")

    def set_rounding(self, value: Any) -> None:
        """Set whether vectors are rounded to half barbs, or else cut off."""
        self.set(rounding=value)

    def get_rounding(self) -> Any:
        """Return whether vectors are rounded to half barbs, or else cut off."""
        return self._get("rounding")

    def set_fill_empty(self, value: Any) -> None:
        """Set whether the circles for short vectors are filled."""
        self.set(fill_empty=value)

    def get_fill_empty(self) -> Any:
        """Return whether the circles for short vectors are filled."""
        return self._get("fill_empty")

    def set_flip_barb(self, value: Any) -> None:
        """Set whether features are on the other side of the staff."""
        self.set(flip_barb=value)

    def get_flip_barb(self) -> Any:
        """Return whether features are on the other side of the staff."""
        return self._get("flip_barb")

    def set_barbcolor(self, value: Any) -> None:
        """Set the colour of staffs and barbs; None is that of the flags."""
        self.set(barbcolor=value)

    def get_barbcolor(self) -> Any:
        """Return the colour of staffs and barbs; None is that of the flags."""
        return self._get("barbcolor")

    def set_flagcolor(self, value: Any) -> None:
        """Set the colour of flags; None is that of the barbs."""
        self.set(flagcolor=value)

    def get_flagcolor(self) -> Any:
        """Return the colour of flags; None is that of the barbs."""
        return self._get("flagcolor")

    def set_uvc(self, value: Any) -> None:
        """Set the vectors."""
        self.set(uvc=value)

    def get_uvc(self) -> Any:
        """Return the vectors."""
        return self._get("uvc")

    get_UVC = get_uvc

    def get_offsets(self) -> Any:
        """Return the positions of the vectors."""
        return self._get("offsets")

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")


class StreamArrows(Common):
    """matplotlib's `StreamArrows`."""

    def set_arrowstyle(self, value: Any) -> None:
        """Set the shape of the arrows: an ArrowStyle or its string."""
        self.set(arrowstyle=value)

    def get_arrowstyle(self) -> Any:
        """Return the shape of the arrows: an ArrowStyle or its string."""
        return self._get("arrowstyle")

    def set_mutation_scale(self, value: Any) -> None:
        """Set the unit of the lengths in their style, in points."""
        self.set(mutation_scale=value)

    def get_mutation_scale(self) -> Any:
        """Return the unit of the lengths in their style, in points."""
        return self._get("mutation_scale")

    def set_positions(self, value: Any) -> None:
        """Set the ends of each arrow."""
        self.set(positions=value)

    def get_positions(self) -> Any:
        """Return the ends of each arrow."""
        return self._get("positions")

    def set_capstyle(self, value: Any) -> None:
        """Set the cap style of the edges."""
        self.set(capstyle=value)

    def get_capstyle(self) -> Any:
        """Return the cap style of the edges."""
        return self._get("capstyle")

    def set_joinstyle(self, value: Any) -> None:
        """Set the join style of the edges."""
        self.set(joinstyle=value)

    def get_joinstyle(self) -> Any:
        """Return the join style of the edges."""
        return self._get("joinstyle")

    def set_facecolor(self, value: Any) -> None:
        """Set the colours of the faces; with 'none' nothing is filled."""
        self.set(facecolor=value)

    def get_facecolor(self) -> Any:
        """Return the colours of the faces; with 'none' nothing is filled."""
        return self._get("facecolor")

    set_facecolors = set_facecolor
    get_facecolors = get_facecolor

    set_fc = set_facecolor
    get_fc = get_facecolor

    def set_edgecolor(self, value: Any) -> None:
        """Set the colours of the edges, or 'face' for those of the faces."""
        self.set(edgecolor=value)

    def get_edgecolor(self) -> Any:
        """Return the colours of the edges, or 'face' for those of the faces."""
        return self._get("edgecolor")

    set_edgecolors = set_edgecolor
    get_edgecolors = get_edgecolor

    set_ec = set_edgecolor
    get_ec = get_edgecolor

    def set_color(self, value: Any) -> None:
        """Set the colours of faces and edges."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colours of faces and edges."""
        return self._get("color")

    def set_linewidth(self, value: Any) -> None:
        """Set the widths of the edges in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the widths of the edges in points."""
        return self._get("linewidth")

    set_linewidths = set_linewidth
    get_linewidths = get_linewidth

    set_lw = set_linewidth
    get_lw = get_linewidth

    def set_linestyle(self, value: Any) -> None:
        """Set the dashes of the edges."""
        self.set(linestyle=value)

    def get_linestyle(self) -> Any:
        """Return the dashes of the edges."""
        return self._get("linestyle")

    set_linestyles = set_linestyle
    get_linestyles = get_linestyle

    set_ls = set_linestyle
    get_ls = get_linestyle

    set_dashes = set_linestyle
    get_dashes = get_linestyle

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity of all, from 0 to 1, or one for each value or colour."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity of all, from 0 to 1, or one for each value or colour."""
        return self._get("alpha")

    def set_array(self, value: Any) -> None:
        """Set the values that norm and colormap convert to colours."""
        self.set(array=value)

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")

    def get_cmap(self) -> Any:
        """Return the colormap of scalar data."""
        return self._get("cmap")

    def set_clim(self, vmin: Any = None, vmax: Any = None) -> None:
        """Set the colour limits; None keeps one."""
        set_clim(self, vmin, vmax)

    def get_clim(self) -> Any:
        """Return the colour limits."""
        return self._get("clim")


class FancyArrow(PatchBase):
    """matplotlib's `FancyArrow`."""

    def set_xy(self, x: Any, y: Any = None) -> None:
        """Set where it begins."""
        self.set(xy=x if y is None else (x, y))

    def get_xy(self) -> Any:
        """Return where it begins."""
        return self._get("xy")

    def set_delta(self, value: Any) -> None:
        """Set its length along x and y (dx, dy)."""
        self.set(delta=value)

    def get_delta(self) -> Any:
        """Return its length along x and y (dx, dy)."""
        return self._get("delta")

    def set_width(self, value: Any) -> None:
        """Set the width of the shaft in data coordinates."""
        self.set(width=value)

    def get_width(self) -> Any:
        """Return the width of the shaft in data coordinates."""
        return self._get("width")

    def set_head_width(self, value: Any) -> None:
        """Set the width of the head in data coordinates."""
        self.set(head_width=value)

    def get_head_width(self) -> Any:
        """Return the width of the head in data coordinates."""
        return self._get("head_width")

    def set_head_length(self, value: Any) -> None:
        """Set the length of the head in data coordinates; None is 1.5 times its width."""
        self.set(head_length=value)

    def get_head_length(self) -> Any:
        """Return the length of the head in data coordinates; None is 1.5 times its width."""
        return self._get("head_length")

    def set_length_includes_head(self, value: Any) -> None:
        """Set whether the arrow ends with its head, rather than with its shaft."""
        self.set(length_includes_head=value)

    def get_length_includes_head(self) -> Any:
        """Return whether the arrow ends with its head, rather than with its shaft."""
        return self._get("length_includes_head")

    def set_shape(self, value: Any) -> None:
        """Set which half is drawn: full, left or right."""
        self.set(shape=value)

    def get_shape(self) -> Any:
        """Return which half is drawn: full, left or right."""
        return self._get("shape")

    def set_overhang(self, value: Any) -> None:
        """Set the fraction by which the head is swept back; 0 is a triangle."""
        self.set(overhang=value)

    def get_overhang(self) -> Any:
        """Return the fraction by which the head is swept back; 0 is a triangle."""
        return self._get("overhang")

    def set_head_starts_at_zero(self, value: Any) -> None:
        """Set whether it is moved on by half its head."""
        self.set(head_starts_at_zero=value)

    def get_head_starts_at_zero(self) -> Any:
        """Return whether it is moved on by half its head."""
        return self._get("head_starts_at_zero")


class EventCollection(EventData, Common):
    """matplotlib's `EventCollection`."""

    def get_positions(self) -> Any:
        """Return the positions of the events."""
        return self._get("positions")

    def set_lineoffset(self, value: Any) -> None:
        """Set the middle of the lines."""
        self.set(lineoffset=value)

    def get_lineoffset(self) -> Any:
        """Return the middle of the lines."""
        return self._get("lineoffset")

    def set_linelength(self, value: Any) -> None:
        """Set the length of the lines in data coordinates."""
        self.set(linelength=value)

    def get_linelength(self) -> Any:
        """Return the length of the lines in data coordinates."""
        return self._get("linelength")

    def set_orientation(self, value: Any) -> None:
        """Set the direction in which events follow each other."""
        self.set(orientation=value)

    def get_orientation(self) -> Any:
        """Return the direction in which events follow each other."""
        return self._get("orientation")

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def set_color(self, value: Any) -> None:
        """Set the colours of the lines, which repeat if there are fewer than lines."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colours of the lines, which repeat if there are fewer than lines."""
        return self._get("color")

    set_colors = set_color
    get_colors = get_color

    def set_capstyle(self, value: Any) -> None:
        """Set the cap style of the edges."""
        self.set(capstyle=value)

    def get_capstyle(self) -> Any:
        """Return the cap style of the edges."""
        return self._get("capstyle")

    def set_joinstyle(self, value: Any) -> None:
        """Set the join style of the edges."""
        self.set(joinstyle=value)

    def get_joinstyle(self) -> Any:
        """Return the join style of the edges."""
        return self._get("joinstyle")

    def set_facecolor(self, value: Any) -> None:
        """Set the colours of the faces; with 'none' nothing is filled."""
        self.set(facecolor=value)

    def get_facecolor(self) -> Any:
        """Return the colours of the faces; with 'none' nothing is filled."""
        return self._get("facecolor")

    set_facecolors = set_facecolor
    get_facecolors = get_facecolor

    set_fc = set_facecolor
    get_fc = get_facecolor

    def set_edgecolor(self, value: Any) -> None:
        """Set the colours of the edges, or 'face' for those of the faces."""
        self.set(edgecolor=value)

    def get_edgecolor(self) -> Any:
        """Return the colours of the edges, or 'face' for those of the faces."""
        return self._get("edgecolor")

    set_edgecolors = set_edgecolor
    get_edgecolors = get_edgecolor

    set_ec = set_edgecolor
    get_ec = get_edgecolor

    def set_linewidth(self, value: Any) -> None:
        """Set the widths of the edges in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the widths of the edges in points."""
        return self._get("linewidth")

    set_linewidths = set_linewidth
    get_linewidths = get_linewidth

    set_lw = set_linewidth
    get_lw = get_linewidth

    def set_linestyle(self, value: Any) -> None:
        """Set the dashes of the edges."""
        self.set(linestyle=value)

    def get_linestyle(self) -> Any:
        """Return the dashes of the edges."""
        return self._get("linestyle")

    set_linestyles = set_linestyle
    get_linestyles = get_linestyle

    set_ls = set_linestyle
    get_ls = get_linestyle

    set_dashes = set_linestyle
    get_dashes = get_linestyle

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity of all, from 0 to 1, or one for each value or colour."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity of all, from 0 to 1, or one for each value or colour."""
        return self._get("alpha")

    def set_array(self, value: Any) -> None:
        """Set the values that norm and colormap convert to colours."""
        self.set(array=value)

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")

    def get_cmap(self) -> Any:
        """Return the colormap of scalar data."""
        return self._get("cmap")

    def set_clim(self, vmin: Any = None, vmax: Any = None) -> None:
        """Set the colour limits; None keeps one."""
        set_clim(self, vmin, vmax)

    def get_clim(self) -> Any:
        """Return the colour limits."""
        return self._get("clim")


class StepPatch(StepData, PatchBase):
    """matplotlib's `StepPatch`."""

    def set_orientation(self, value: Any) -> None:
        """Set whether values are y, of vertical steps, or x."""
        self.set(orientation=value)

    def get_orientation(self) -> Any:
        """Return whether values are y, of vertical steps, or x."""
        return self._get("orientation")

    def set_values(self, value: Any) -> None:
        """Set the values, one fewer than edges."""
        self.set(values=value)

    def get_values(self) -> Any:
        """Return the values, one fewer than edges."""
        return self._get("values")

    def set_baseline(self, value: Any) -> None:
        """Set where steps end: a number for all, one for each value, or none for no line."""
        self.set(baseline=value)

    def get_baseline(self) -> Any:
        """Return where steps end: a number for all, one for each value, or none for no line."""
        return self._get("baseline")


class BarLabels(Common):
    """matplotlib's `BarLabels`."""

    def set_label_type(self, value: Any) -> None:
        """Set whether labels are at the ends or in the middle of bars."""
        self.set(label_type=value)

    def get_label_type(self) -> Any:
        """Return whether labels are at the ends or in the middle of bars."""
        return self._get("label_type")

    def set_padding(self, value: Any) -> None:
        """Set the distance of the labels from the ends of the bars in points."""
        self.set(padding=value)

    def get_padding(self) -> Any:
        """Return the distance of the labels from the ends of the bars in points."""
        return self._get("padding")

    def set_labels(self, value: Any) -> None:
        """Set the labels, in order; None for the values."""
        self.set(labels=value)

    def get_labels(self) -> Any:
        """Return the labels, in order; None for the values."""
        return self._get("labels")

    def set_text(self, value: Any) -> None:
        """Set the text."""
        self.set(text=value)

    def get_text(self) -> Any:
        """Return the text."""
        return self._get("text")

    def set_color(self, value: Any) -> None:
        """Set the colour."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colour."""
        return self._get("color")

    set_c = set_color
    get_c = get_color

    def set_fontsize(self, value: Any) -> None:
        """Set the font size."""
        self.set(fontsize=value)

    def get_fontsize(self) -> Any:
        """Return the font size."""
        return self._get("fontsize")

    set_size = set_fontsize
    get_size = get_fontsize

    def set_weight(self, value: Any) -> None:
        """Set the weight, by name or from 0 to 1000; None is that of the figure's style."""
        self.set(weight=value)

    def get_weight(self) -> Any:
        """Return the weight, by name or from 0 to 1000; None is that of the figure's style."""
        return self._get("weight")

    set_fontweight = set_weight
    get_fontweight = get_weight

    def set_italic(self, value: Any) -> None:
        """Set whether it is italic."""
        self.set(italic=value)

    def get_italic(self) -> Any:
        """Return whether it is italic."""
        return self._get("italic")

    def set_family(self, value: Any) -> None:
        """Set the fonts, by name or file, the preferred first."""
        self.set(family=value)

    def get_family(self) -> Any:
        """Return the fonts, by name or file, the preferred first."""
        return self._get("family")

    set_fontfamily = set_family
    get_fontfamily = get_family

    set_fontname = set_family
    get_fontname = get_family

    set_font = set_family
    get_font = get_family

    def set_math_fontfamily(self, value: Any) -> None:
        """Set the fonts of mathematical notation; None is those of the figure's style."""
        self.set(math_fontfamily=value)

    def get_math_fontfamily(self) -> Any:
        """Return the fonts of mathematical notation; None is those of the figure's style."""
        return self._get("math_fontfamily")

    def set_ha(self, value: Any) -> None:
        """Set the horizontal alignment."""
        self.set(ha=value)

    def get_ha(self) -> Any:
        """Return the horizontal alignment."""
        return self._get("ha")

    set_horizontalalignment = set_ha
    get_horizontalalignment = get_ha

    def set_va(self, value: Any) -> None:
        """Set the vertical alignment."""
        self.set(va=value)

    def get_va(self) -> Any:
        """Return the vertical alignment."""
        return self._get("va")

    set_verticalalignment = set_va
    get_verticalalignment = get_va

    def set_rotation_mode(self, value: Any) -> None:
        """Set whether it is rotated before or after alignment."""
        self.set(rotation_mode=value)

    def get_rotation_mode(self) -> Any:
        """Return whether it is rotated before or after alignment."""
        return self._get("rotation_mode")

    def set_multialignment(self, value: Any) -> None:
        """Set the alignment of lines relative to each other."""
        self.set(multialignment=value)

    def get_multialignment(self) -> Any:
        """Return the alignment of lines relative to each other."""
        return self._get("multialignment")

    set_ma = set_multialignment
    get_ma = get_multialignment

    def set_parse_math(self, value: Any) -> None:
        """Set whether $…$ is mathematical notation."""
        self.set(parse_math=value)

    def get_parse_math(self) -> Any:
        """Return whether $…$ is mathematical notation."""
        return self._get("parse_math")

    def set_linespacing(self, value: Any) -> None:
        """Set the line spacing, as a multiple of the font's height."""
        self.set(linespacing=value)

    def get_linespacing(self) -> Any:
        """Return the line spacing, as a multiple of the font's height."""
        return self._get("linespacing")

    def set_bold(self, value: Any) -> None:
        """Set whether it is bold."""
        self.set(bold=value)

    def get_bold(self) -> Any:
        """Return whether it is bold."""
        return self._get("bold")

    def set_rotation(self, value: Any) -> None:
        """Set the angle in degrees, counterclockwise."""
        self.set(rotation=value)

    def get_rotation(self) -> Any:
        """Return the angle in degrees, counterclockwise."""
        return self._get("rotation")

    def set_zdir(self, value: Any) -> None:
        """Set the direction in data coordinates of a text in space; None is horizontal."""
        self.set(zdir=value)

    def get_zdir(self) -> Any:
        """Return the direction in data coordinates of a text in space; None is horizontal."""
        return self._get("zdir")

    def set_position(self, x: Any, y: Any = None) -> None:
        """Set its position, one number per dimension."""
        self.set(position=x if y is None else (x, y))

    def get_position(self) -> Any:
        """Return its position, one number per dimension."""
        return self._get("position")

    def set_coordinates(self, value: Any) -> None:
        """Set the coordinate system of its position."""
        self.set(coordinates=value)

    def get_coordinates(self) -> Any:
        """Return the coordinate system of its position."""
        return self._get("coordinates")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity, from 0 to 1."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity, from 0 to 1."""
        return self._get("alpha")


class Line3D(Line3DData, Line):
    """matplotlib's `Line3D`."""


class Path3DCollection(Offset3DData, CollectionBase):
    """matplotlib's `Path3DCollection`."""

    def set_marker(self, value: Any) -> None:
        """Set the marker: one of Marker or matplotlib's string for it."""
        self.set(marker=value)

    def get_marker(self) -> Any:
        """Return the marker: one of Marker or matplotlib's string for it."""
        return self._get("marker")

    def set_hatch(self, value: Any) -> None:
        """Set the pattern over the faces."""
        self.set(hatch=value)

    def get_hatch(self) -> Any:
        """Return the pattern over the faces."""
        return self._get("hatch")

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatch's lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatch's lines in points."""
        return self._get("hatch_linewidth")

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatch."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatch."""
        return self._get("hatchcolor")

    set_hatchcolors = set_hatchcolor
    get_hatchcolors = get_hatchcolor

    def set_sizes(self, value: Any) -> None:
        """Set the squares of the markers' diameters in points."""
        self.set(sizes=value)

    def get_sizes(self) -> Any:
        """Return the squares of the markers' diameters in points."""
        return self._get("sizes")

    set_s = set_sizes
    get_s = get_sizes

    def set_offsets(self, value: Any) -> None:
        """Set the positions of the markers."""
        self.set(offsets=value)

    def get_offsets(self) -> Any:
        """Return the positions of the markers."""
        return self._get("offsets")

    def set_depthshade(self, value: Any) -> None:
        """Set whether distant markers in space are paler than near ones."""
        self.set(depthshade=value)

    def get_depthshade(self) -> Any:
        """Return whether distant markers in space are paler than near ones."""
        return self._get("depthshade")

    def set_depthshade_minalpha(self, value: Any) -> None:
        """Set the minimum fraction of their opacity that the farthest markers in space keep."""
        self.set(depthshade_minalpha=value)

    def get_depthshade_minalpha(self) -> Any:
        """Return the minimum fraction of their opacity that the farthest markers in space keep."""
        return self._get("depthshade_minalpha")

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")


class Line3DCollection(SegmentsData, LineSet):
    """matplotlib's `Line3DCollection`."""


class Poly3DCollection(SurfaceData, CollectionBase):
    """matplotlib's `Poly3DCollection`."""

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def set_zsort(self, value: Any) -> None:
        """Set which distance of a polygon's vertices decides when it is drawn."""
        self.set(zsort=value)

    def get_zsort(self) -> Any:
        """Return which distance of a polygon's vertices decides when it is drawn."""
        return self._get("zsort")

    def set_sort_zpos(self, value: Any) -> None:
        """Set the z of (0."""
        self.set(sort_zpos=value)

    def get_sort_zpos(self) -> Any:
        """Return the z of (0."""
        return self._get("sort_zpos")

    def set_shade(self, value: Any) -> None:
        """Set whether a light makes faces brighter or darker."""
        self.set(shade=value)

    def get_shade(self) -> Any:
        """Return whether a light makes faces brighter or darker."""
        return self._get("shade")

    def set_hatch(self, value: Any) -> None:
        """Set the pattern over the faces."""
        self.set(hatch=value)

    def get_hatch(self) -> Any:
        """Return the pattern over the faces."""
        return self._get("hatch")

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatch's lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatch's lines in points."""
        return self._get("hatch_linewidth")

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatch, 'edge' for those of the edges."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatch, 'edge' for those of the edges."""
        return self._get("hatchcolor")

    set_hatchcolors = set_hatchcolor
    get_hatchcolors = get_hatchcolor

    def set_lightsource(self, value: Any) -> None:
        """Set the azimuth and the altitude of the light in degrees."""
        self.set(lightsource=value)

    def get_lightsource(self) -> Any:
        """Return the azimuth and the altitude of the light in degrees."""
        return self._get("lightsource")

    def get_verts(self) -> Any:
        """Return the vertices of the polygons."""
        return self._get("verts")

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")


class ContourSet3D(CollectionBase):
    """matplotlib's `ContourSet3D`."""

    def set_offset(self, value: Any) -> None:
        """Set where along its direction all of it is."""
        self.set(offset=value)

    def get_offset(self) -> Any:
        """Return where along its direction all of it is."""
        return self._get("offset")

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatches' lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatches' lines in points."""
        return self._get("hatch_linewidth")

    def set_hatches(self, value: Any) -> None:
        """Set the patterns over areas, which repeat: characters of /  | - + x o O . *."""
        self.set(hatches=value)

    def get_hatches(self) -> Any:
        """Return the patterns over areas, which repeat: characters of /  | - + x o O . *."""
        return self._get("hatches")

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatches, 'edge' for those of the edges."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatches, 'edge' for those of the edges."""
        return self._get("hatchcolor")

    set_hatchcolors = set_hatchcolor
    get_hatchcolors = get_hatchcolor

    def get_norm(self) -> Any:
        """Return the norm of levels."""
        return self._get("norm")

    def set_array(self, value: Any) -> None:
        """Set the values that norm and colormap convert to colours."""
        self.set(array=value)

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")


class Patch3D(Common):
    """matplotlib's `Patch3D`."""

    def set_z(self, value: Any) -> None:
        """Set the position of its plane along zdir."""
        self.set(z=value)

    def get_z(self) -> Any:
        """Return the position of its plane along zdir."""
        return self._get("z")

    def set_zdir(self, value: Any) -> None:
        """Set the axis that its plane is across."""
        self.set(zdir=value)

    def get_zdir(self) -> Any:
        """Return the axis that its plane is across."""
        return self._get("zdir")

    def set_facecolor(self, value: Any) -> None:
        """Set the colour of the face, 'none' for none."""
        self.set(facecolor=value)

    def get_facecolor(self) -> Any:
        """Return the colour of the face, 'none' for none."""
        return self._get("facecolor")

    set_fc = set_facecolor
    get_fc = get_facecolor

    def set_edgecolor(self, value: Any) -> None:
        """Set the colour of the edge, 'none' for none."""
        self.set(edgecolor=value)

    def get_edgecolor(self) -> Any:
        """Return the colour of the edge, 'none' for none."""
        return self._get("edgecolor")

    set_ec = set_edgecolor
    get_ec = get_edgecolor

    def set_linewidth(self, value: Any) -> None:
        """Set the width of the edge in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the width of the edge in points."""
        return self._get("linewidth")

    set_lw = set_linewidth
    get_lw = get_linewidth

    def set_linestyle(self, value: Any) -> None:
        """Set the dashes of the edge."""
        self.set(linestyle=value)

    def get_linestyle(self) -> Any:
        """Return the dashes of the edge."""
        return self._get("linestyle")

    set_ls = set_linestyle
    get_ls = get_linestyle

    def set_fill(self, value: Any) -> None:
        """Set whether the face is drawn; if not, the edge is black unless it has a colour."""
        self.set(fill=value)

    def get_fill(self) -> Any:
        """Return whether the face is drawn; if not, the edge is black unless it has a colour."""
        return self._get("fill")

    def set_hatch(self, value: Any) -> None:
        """Set the pattern over the face."""
        self.set(hatch=value)

    def get_hatch(self) -> Any:
        """Return the pattern over the face."""
        return self._get("hatch")

    def set_hatch_linewidth(self, value: Any) -> None:
        """Set the width of the hatch's lines in points."""
        self.set(hatch_linewidth=value)

    def get_hatch_linewidth(self) -> Any:
        """Return the width of the hatch's lines in points."""
        return self._get("hatch_linewidth")

    def set_capstyle(self, value: Any) -> None:
        """Set the cap style of the edge and of its dashes."""
        self.set(capstyle=value)

    def get_capstyle(self) -> Any:
        """Return the cap style of the edge and of its dashes."""
        return self._get("capstyle")

    def set_joinstyle(self, value: Any) -> None:
        """Set the join style of the edge."""
        self.set(joinstyle=value)

    def get_joinstyle(self) -> Any:
        """Return the join style of the edge."""
        return self._get("joinstyle")

    def set_coordinates(self, value: Any) -> None:
        """Set the coordinate system of its outline."""
        self.set(coordinates=value)

    def get_coordinates(self) -> Any:
        """Return the coordinate system of its outline."""
        return self._get("coordinates")

    def set_color(self, value: Any) -> None:
        """Set the colour of face and edge."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colour of face and edge."""
        return self._get("color")

    def set_hatchcolor(self, value: Any) -> None:
        """Set the colour of the hatch, 'edge' for that of the edge."""
        self.set(hatchcolor=value)

    def get_hatchcolor(self) -> Any:
        """Return the colour of the hatch, 'edge' for that of the edge."""
        return self._get("hatchcolor")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity, from 0 to 1."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity, from 0 to 1."""
        return self._get("alpha")


class Quiver3D(Common):
    """matplotlib's `Quiver3D`."""

    def set_length(self, value: Any) -> None:
        """Set the length of an arrow as a multiple of its vector's."""
        self.set(length=value)

    def get_length(self) -> Any:
        """Return the length of an arrow as a multiple of its vector's."""
        return self._get("length")

    def set_arrow_length_ratio(self, value: Any) -> None:
        """Set the length of the sides of a head as a fraction of the arrow's."""
        self.set(arrow_length_ratio=value)

    def get_arrow_length_ratio(self) -> Any:
        """Return the length of the sides of a head as a fraction of the arrow's."""
        return self._get("arrow_length_ratio")

    def set_pivot(self, value: Any) -> None:
        """Set the part of an arrow that is at its position."""
        self.set(pivot=value)

    def get_pivot(self) -> Any:
        """Return the part of an arrow that is at its position."""
        return self._get("pivot")

    def set_normalize(self, value: Any) -> None:
        """Set whether all vectors are taken to have length 1."""
        self.set(normalize=value)

    def get_normalize(self) -> Any:
        """Return whether all vectors are taken to have length 1."""
        return self._get("normalize")

    def set_antialiased(self, value: Any) -> None:
        """Set whether edges are smooth."""
        self.set(antialiased=value)

    def get_antialiased(self) -> Any:
        """Return whether edges are smooth."""
        return self._get("antialiased")

    set_antialiaseds = set_antialiased
    get_antialiaseds = get_antialiased

    set_aa = set_antialiased
    get_aa = get_antialiased

    def set_color(self, value: Any) -> None:
        """Set the colours of the lines, which repeat if there are fewer than lines."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colours of the lines, which repeat if there are fewer than lines."""
        return self._get("color")

    set_colors = set_color
    get_colors = get_color

    def set_capstyle(self, value: Any) -> None:
        """Set the cap style of the edges."""
        self.set(capstyle=value)

    def get_capstyle(self) -> Any:
        """Return the cap style of the edges."""
        return self._get("capstyle")

    def set_joinstyle(self, value: Any) -> None:
        """Set the join style of the edges."""
        self.set(joinstyle=value)

    def get_joinstyle(self) -> Any:
        """Return the join style of the edges."""
        return self._get("joinstyle")

    def set_facecolor(self, value: Any) -> None:
        """Set the colours of the faces; with 'none' nothing is filled."""
        self.set(facecolor=value)

    def get_facecolor(self) -> Any:
        """Return the colours of the faces; with 'none' nothing is filled."""
        return self._get("facecolor")

    set_facecolors = set_facecolor
    get_facecolors = get_facecolor

    set_fc = set_facecolor
    get_fc = get_facecolor

    def set_edgecolor(self, value: Any) -> None:
        """Set the colours of the edges, or 'face' for those of the faces."""
        self.set(edgecolor=value)

    def get_edgecolor(self) -> Any:
        """Return the colours of the edges, or 'face' for those of the faces."""
        return self._get("edgecolor")

    set_edgecolors = set_edgecolor
    get_edgecolors = get_edgecolor

    set_ec = set_edgecolor
    get_ec = get_edgecolor

    def set_linewidth(self, value: Any) -> None:
        """Set the widths of the edges in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the widths of the edges in points."""
        return self._get("linewidth")

    set_linewidths = set_linewidth
    get_linewidths = get_linewidth

    set_lw = set_linewidth
    get_lw = get_linewidth

    def set_linestyle(self, value: Any) -> None:
        """Set the dashes of the edges."""
        self.set(linestyle=value)

    def get_linestyle(self) -> Any:
        """Return the dashes of the edges."""
        return self._get("linestyle")

    set_linestyles = set_linestyle
    get_linestyles = get_linestyle

    set_ls = set_linestyle
    get_ls = get_linestyle

    set_dashes = set_linestyle
    get_dashes = get_linestyle

    def get_norm(self) -> Any:
        """Return the norm; limits that were set are taken from the data again."""
        return self._get("norm")

    def set_alpha(self, value: Any) -> None:
        """Set the opacity of all, from 0 to 1, or one for each value or colour."""
        self.set(alpha=value)

    def get_alpha(self) -> Any:
        """Return the opacity of all, from 0 to 1, or one for each value or colour."""
        return self._get("alpha")

    def set_array(self, value: Any) -> None:
        """Set the values that norm and colormap convert to colours."""
        self.set(array=value)

    def get_array(self) -> Any:
        """Return the values that norm and colormap convert to colours."""
        return self._get("array")

    def get_cmap(self) -> Any:
        """Return the colormap of scalar data."""
        return self._get("cmap")

    def set_clim(self, vmin: Any = None, vmax: Any = None) -> None:
        """Set the colour limits; None keeps one."""
        set_clim(self, vmin, vmax)

    def get_clim(self) -> Any:
        """Return the colour limits."""
        return self._get("clim")


class Text3D(TextData, Lettering):
    """matplotlib's `Text3D`."""

    def set_color(self, value: Any) -> None:
        """Set the colour."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colour."""
        return self._get("color")

    set_c = set_color
    get_c = get_color

    def set_position(self, x: Any, y: Any = None) -> None:
        """Set its position, one number per dimension."""
        self.set(position=x if y is None else (x, y))

    def get_position(self) -> Any:
        """Return its position, one number per dimension."""
        return self._get("position")

    def set_coordinates(self, value: Any) -> None:
        """Set the coordinate system of its position."""
        self.set(coordinates=value)

    def get_coordinates(self) -> Any:
        """Return the coordinate system of its position."""
        return self._get("coordinates")


class Axis(Artist):
    """An axis of axes."""

    def set_label_text(self, value: Any) -> None:
        """Set the label of the axis."""
        self.set(label_text=value)

    def get_label_text(self) -> Any:
        """Return the label of the axis."""
        return self._get("label_text")

    def set_label_family(self, value: Any) -> None:
        """Set the fonts of the label."""
        self.set(label_family=value)

    def get_label_family(self) -> Any:
        """Return the fonts of the label."""
        return self._get("label_family")

    def set_label_size(self, value: Any) -> None:
        """Set the size of the label: points, or 'small' and the like."""
        self.set(label_size=value)

    def get_label_size(self) -> Any:
        """Return the size of the label: points, or 'small' and the like."""
        return self._get("label_size")

    def set_label_color(self, value: Any) -> None:
        """Set the colour of the label."""
        self.set(label_color=value)

    def get_label_color(self) -> Any:
        """Return the colour of the label."""
        return self._get("label_color")

    def set_label_pad(self, value: Any) -> None:
        """Set the distance of the label from the tick labels in points."""
        self.set(label_pad=value)

    def get_label_pad(self) -> Any:
        """Return the distance of the label from the tick labels in points."""
        return self._get("label_pad")

    set_labelpad = set_label_pad
    get_labelpad = get_label_pad

    def set_label_weight(self, value: Any) -> None:
        """Set the weight of the label, by name or from 0 to 1000."""
        self.set(label_weight=value)

    def get_label_weight(self) -> Any:
        """Return the weight of the label, by name or from 0 to 1000."""
        return self._get("label_weight")

    def set_label_rotation(self, value: Any) -> None:
        """Set the angle of the label in degrees."""
        self.set(label_rotation=value)

    def get_label_rotation(self) -> Any:
        """Return the angle of the label in degrees."""
        return self._get("label_rotation")

    def set_rotate_label(self, value: Any) -> None:
        """Set in 3-D axes: whether the label runs along its axis."""
        self.set(rotate_label=value)

    def get_rotate_label(self) -> Any:
        """Return in 3-D axes: whether the label runs along its axis."""
        return self._get("rotate_label")

    def set_label_ha(self, value: Any) -> None:
        """Set the horizontal alignment of the label."""
        self.set(label_ha=value)

    def get_label_ha(self) -> Any:
        """Return the horizontal alignment of the label."""
        return self._get("label_ha")

    def set_label_va(self, value: Any) -> None:
        """Set the vertical alignment of the label, likewise."""
        self.set(label_va=value)

    def get_label_va(self) -> Any:
        """Return the vertical alignment of the label, likewise."""
        return self._get("label_va")

    def set_label_rotation_mode(self, value: Any) -> None:
        """Set whether the label is rotated before or after alignment."""
        self.set(label_rotation_mode=value)

    def get_label_rotation_mode(self) -> Any:
        """Return whether the label is rotated before or after alignment."""
        return self._get("label_rotation_mode")

    def set_label_loc(self, value: Any) -> None:
        """Set the place of the label along the axis."""
        self.set(label_loc=value)

    def get_label_loc(self) -> Any:
        """Return the place of the label along the axis."""
        return self._get("label_loc")

    def set_label_position(self, value: Any) -> None:
        """Set the side of the label."""
        self.set(label_position=value)

    def get_label_position(self) -> Any:
        """Return the side of the label."""
        return self._get("label_position")

    def set_offset_position(self, value: Any) -> None:
        """Set the side of the offset text (1e6) of a y axis."""
        self.set(offset_position=value)

    def get_offset_position(self) -> Any:
        """Return the side of the offset text (1e6) of a y axis."""
        return self._get("offset_position")

    def set_offset_visible(self, value: Any) -> None:
        """Set whether the offset text (1e6) is drawn."""
        self.set(offset_visible=value)

    def get_offset_visible(self) -> Any:
        """Return whether the offset text (1e6) is drawn."""
        return self._get("offset_visible")

    def set_offset_size(self, value: Any) -> None:
        """Set the size of the offset text in points; if None, the font size of the style."""
        self.set(offset_size=value)

    def get_offset_size(self) -> Any:
        """Return the size of the offset text in points; if None, the font size of the style."""
        return self._get("offset_size")

    def set_offset_color(self, value: Any) -> None:
        """Set the colour of the offset text; if None, that of the tick labels."""
        self.set(offset_color=value)

    def get_offset_color(self) -> Any:
        """Return the colour of the offset text; if None, that of the tick labels."""
        return self._get("offset_color")

    def set_visible(self, value: Any) -> None:
        """Set whether ticks, labels and grid lines are drawn; the spines are kept."""
        self.set(visible=value)

    def get_visible(self) -> Any:
        """Return whether ticks, labels and grid lines are drawn; the spines are kept."""
        return self._get("visible")

    def set_line_color(self, value: Any) -> None:
        """Set in 3-D axes: the colour of the line along the axis."""
        self.set(line_color=value)

    def get_line_color(self) -> Any:
        """Return in 3-D axes: the colour of the line along the axis."""
        return self._get("line_color")

    def set_linewidth(self, value: Any) -> None:
        """Set in 3-D axes: the width of the line along the axis in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return in 3-D axes: the width of the line along the axis in points."""
        return self._get("linewidth")

    def set_label_bold(self, value: Any) -> None:
        """Set whether the label is bold; that of the style if None."""
        self.set(label_bold=value)

    def get_label_bold(self) -> Any:
        """Return whether the label is bold; that of the style if None."""
        return self._get("label_bold")

    def set_ticks(self, value: Any) -> None:
        """Set the major ticks; None is those of the locator of the scale or the units."""
        self.set(ticks=value)

    def get_ticks(self) -> Any:
        """Return the major ticks; None is those of the locator of the scale or the units."""
        return self._get("ticks")

    def set_minor_ticks(self, value: Any) -> None:
        """Set the minor ticks; None is those of the locator of the scale or the units."""
        self.set(minor_ticks=value)

    def get_minor_ticks(self) -> Any:
        """Return the minor ticks; None is those of the locator of the scale or the units."""
        return self._get("minor_ticks")

    def set_ticklabels(self, value: Any) -> None:
        """Set the labels of the major ticks in order."""
        self.set(ticklabels=value)

    def get_ticklabels(self) -> Any:
        """Return the labels of the major ticks in order."""
        return self._get("ticklabels")

    def set_major_formatter(self, value: Any) -> None:
        """Set the format of the major ticks' labels, such as '{x:.1f} km'."""
        self.set(major_formatter=value)

    def get_major_formatter(self) -> Any:
        """Return the format of the major ticks' labels, such as '{x:.1f} km'."""
        return self._get("major_formatter")

    def set_minor_formatter(self, value: Any) -> None:
        """Set the format of the minor ticks' labels."""
        self.set(minor_formatter=value)

    def get_minor_formatter(self) -> Any:
        """Return the format of the minor ticks' labels."""
        return self._get("minor_formatter")


class Ticks(Artist):
    """The ticks of an axis."""

    def set_direction(self, value: Any) -> None:
        """Set the direction of ticks."""
        self.set(direction=value)

    def get_direction(self) -> Any:
        """Return the direction of ticks."""
        return self._get("direction")

    def set_length(self, value: Any) -> None:
        """Set the length of ticks in points."""
        self.set(length=value)

    def get_length(self) -> Any:
        """Return the length of ticks in points."""
        return self._get("length")

    def set_width(self, value: Any) -> None:
        """Set the width of ticks in points."""
        self.set(width=value)

    def get_width(self) -> Any:
        """Return the width of ticks in points."""
        return self._get("width")

    def set_color(self, value: Any) -> None:
        """Set the colour of ticks."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colour of ticks."""
        return self._get("color")

    def set_pad(self, value: Any) -> None:
        """Set the distance of labels from ticks in points."""
        self.set(pad=value)

    def get_pad(self) -> Any:
        """Return the distance of labels from ticks in points."""
        return self._get("pad")

    def set_labelsize(self, value: Any) -> None:
        """Set the size of labels: points, or 'small' and the like."""
        self.set(labelsize=value)

    def get_labelsize(self) -> Any:
        """Return the size of labels: points, or 'small' and the like."""
        return self._get("labelsize")

    def set_labelfontfamily(self, value: Any) -> None:
        """Set the fonts of labels."""
        self.set(labelfontfamily=value)

    def get_labelfontfamily(self) -> Any:
        """Return the fonts of labels."""
        return self._get("labelfontfamily")

    def set_labelcolor(self, value: Any) -> None:
        """Set the colour of labels."""
        self.set(labelcolor=value)

    def get_labelcolor(self) -> Any:
        """Return the colour of labels."""
        return self._get("labelcolor")

    def set_labelrotation(self, value: Any) -> None:
        """Set the angle of labels in degrees, or how they turn in polar axes."""
        self.set(labelrotation=value)

    def get_labelrotation(self) -> Any:
        """Return the angle of labels in degrees, or how they turn in polar axes."""
        return self._get("labelrotation")

    set_rotation = set_labelrotation
    get_rotation = get_labelrotation

    def set_labelha(self, value: Any) -> None:
        """Set the horizontal alignment of labels at their ticks."""
        self.set(labelha=value)

    def get_labelha(self) -> Any:
        """Return the horizontal alignment of labels at their ticks."""
        return self._get("labelha")

    def set_labelva(self, value: Any) -> None:
        """Set the vertical alignment of labels at their ticks."""
        self.set(labelva=value)

    def get_labelva(self) -> Any:
        """Return the vertical alignment of labels at their ticks."""
        return self._get("labelva")

    def set_labelrotation_mode(self, value: Any) -> None:
        """Set whether labels are rotated before or after alignment."""
        self.set(labelrotation_mode=value)

    def get_labelrotation_mode(self) -> Any:
        """Return whether labels are rotated before or after alignment."""
        return self._get("labelrotation_mode")

    def set_grid(self, value: Any) -> None:
        """Set whether there are grid lines at the ticks."""
        self.set(grid=value)

    def get_grid(self) -> Any:
        """Return whether there are grid lines at the ticks."""
        return self._get("grid")

    def set_grid_color(self, value: Any) -> None:
        """Set the colour of grid lines."""
        self.set(grid_color=value)

    def get_grid_color(self) -> Any:
        """Return the colour of grid lines."""
        return self._get("grid_color")

    def set_grid_alpha(self, value: Any) -> None:
        """Set the opacity of grid lines, from 0 to 1."""
        self.set(grid_alpha=value)

    def get_grid_alpha(self) -> Any:
        """Return the opacity of grid lines, from 0 to 1."""
        return self._get("grid_alpha")

    def set_grid_linewidth(self, value: Any) -> None:
        """Set the width of grid lines in points."""
        self.set(grid_linewidth=value)

    def get_grid_linewidth(self) -> Any:
        """Return the width of grid lines in points."""
        return self._get("grid_linewidth")

    def set_grid_linestyle(self, value: Any) -> None:
        """Set the line style of grid lines."""
        self.set(grid_linestyle=value)

    def get_grid_linestyle(self) -> Any:
        """Return the line style of grid lines."""
        return self._get("grid_linestyle")

    def set_ticks(self, value: Any) -> None:
        """Set whether there are ticks at the bottom or left, and at the top or right."""
        self.set(ticks=value)

    def get_ticks(self) -> Any:
        """Return whether there are ticks at the bottom or left, and at the top or right."""
        return self._get("ticks")

    def set_labels(self, value: Any) -> None:
        """Set whether there are labels at the bottom or left, and at the top or right."""
        self.set(labels=value)

    def get_labels(self) -> Any:
        """Return whether there are labels at the bottom or left, and at the top or right."""
        return self._get("labels")


class Spine(Artist):
    """A spine of axes."""

    def set_visible(self, value: Any) -> None:
        """Set whether the line is drawn; ticks are kept."""
        self.set(visible=value)

    def get_visible(self) -> Any:
        """Return whether the line is drawn; ticks are kept."""
        return self._get("visible")

    def set_color(self, value: Any) -> None:
        """Set the colour."""
        self.set(color=value)

    def get_color(self) -> Any:
        """Return the colour."""
        return self._get("color")

    def set_linewidth(self, value: Any) -> None:
        """Set the width in points."""
        self.set(linewidth=value)

    def get_linewidth(self) -> Any:
        """Return the width in points."""
        return self._get("linewidth")

    set_lw = set_linewidth
    get_lw = get_linewidth

    def set_position(self, x: Any, y: Any = None) -> None:
        """Set the position."""
        self.set(position=x if y is None else (x, y))

    def get_position(self) -> Any:
        """Return the position."""
        return self._get("position")

    def set_bounds(self, value: Any) -> None:
        """Set the two data values that it is drawn between; None is the limits."""
        self.set(bounds=value)

    def get_bounds(self) -> Any:
        """Return the two data values that it is drawn between; None is the limits."""
        return self._get("bounds")


CLASSES: dict[str, type[Artist]] = {
    "Line2D": Line2D,
    "PathCollection": PathCollection,
    "LineCollection": LineCollection,
    "PolyCollection": PolyCollection,
    "FillBetweenPolyCollection": FillBetweenPolyCollection,
    "BarContainer": BarContainer,
    "AxesImage": AxesImage,
    "QuadMesh": QuadMesh,
    "PolyQuadMesh": PolyQuadMesh,
    "TriMesh": TriMesh,
    "ContourSet": ContourSet,
    "Table": Table,
    "Text": Text,
    "Annotation": Annotation,
    "Legend": Legend,
    "Rectangle": Rectangle,
    "Ellipse": Ellipse,
    "Circle": Circle,
    "Arc": Arc,
    "Wedge": Wedge,
    "Polygon": Polygon,
    "RegularPolygon": RegularPolygon,
    "Annulus": Annulus,
    "PatchCollection": PatchCollection,
    "PathPatch": PathPatch,
    "FancyBboxPatch": FancyBboxPatch,
    "FancyArrowPatch": FancyArrowPatch,
    "ConnectionPatch": ConnectionPatch,
    "InsetIndicator": InsetIndicator,
    "Quiver": Quiver,
    "QuiverKey": QuiverKey,
    "Barbs": Barbs,
    "StreamArrows": StreamArrows,
    "FancyArrow": FancyArrow,
    "EventCollection": EventCollection,
    "StepPatch": StepPatch,
    "BarLabels": BarLabels,
    "Line3D": Line3D,
    "Path3DCollection": Path3DCollection,
    "Line3DCollection": Line3DCollection,
    "Poly3DCollection": Poly3DCollection,
    "ContourSet3D": ContourSet3D,
    "Patch3D": Patch3D,
    "Quiver3D": Quiver3D,
    "Text3D": Text3D,
    "Axis": Axis,
    "Ticks": Ticks,
    "Spine": Spine,
}
