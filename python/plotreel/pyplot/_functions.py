"""Methods of the current figure and axes as functions.

Written by python/generate.py from the methods of figures and axes.
"""

from __future__ import annotations

from typing import Any

from plotreel.pyplot._current import gca, gcf, sci


def annotate(text: Any, xy: Any, xytext: Any=None, xycoords: Any='data', textcoords: Any=None, arrowprops: Any=None, **kwargs: Any) -> Any:
    """Write a text about a point, with an arrow to it."""
    return gca().annotate(text, xy, xytext, xycoords, textcoords, arrowprops, **kwargs)


def arrow(x: Any, y: Any, dx: float, dy: float, **kwargs: Any) -> Any:
    """Draw an arrow."""
    return gca().arrow(x, y, dx, dy, **kwargs)


def autofmt_xdate(bottom: float=0.2, rotation: float=30, ha: str='right') -> None:
    """Turn the dates below the axes, and make room for them."""
    gcf().autofmt_xdate(bottom, rotation, ha)


def autoscale(enable: bool | None=True, axis: str='both', tight: Any=None) -> None:
    """Fit limits to the data, now and when data are added; tight is without margins."""
    gca().autoscale(enable, axis, tight)


def axhline(y: Any=0, xmin: float=0, xmax: float=1, **kwargs: Any) -> Any:
    """Draw a horizontal line across the axes."""
    return gca().axhline(y, xmin, xmax, **kwargs)


def axhspan(ymin: Any, ymax: Any, xmin: float=0, xmax: float=1, **kwargs: Any) -> Any:
    """Fill a horizontal band across the axes."""
    return gca().axhspan(ymin, ymax, xmin, xmax, **kwargs)


def axis(arg: Any=None, /, **limits: float) -> Any:
    """Set limits and looks at once: "off", "on", "equal", "scaled", "tight", "auto", "square", or four limits."""
    return gca().axis(arg, **limits)


def axline(xy1: Any, xy2: Any=None, *, slope: float | None=None, **kwargs: Any) -> Any:
    """Draw a line without ends through two points, or through one with a slope."""
    return gca().axline(xy1, xy2, slope=slope, **kwargs)


def axvline(x: Any=0, ymin: float=0, ymax: float=1, **kwargs: Any) -> Any:
    """Draw a vertical line across the axes."""
    return gca().axvline(x, ymin, ymax, **kwargs)


def axvspan(xmin: Any, xmax: Any, ymin: float=0, ymax: float=1, **kwargs: Any) -> Any:
    """Fill a vertical band across the axes."""
    return gca().axvspan(xmin, xmax, ymin, ymax, **kwargs)


def bar(x: Any, height: Any, width: Any=0.8, bottom: Any=None, *, align: str='center', **kwargs: Any) -> Any:
    """Draw bars of these heights."""
    return gca().bar(x, height, width, bottom, align=align, **kwargs)


def bar_label(container: Any, labels: Any=None, *, fmt: Any=None, label_type: str='edge', padding: float=0, **kwargs: Any) -> Any:
    """Write the values of bars at their ends; the labels follow the bars."""
    return gca().bar_label(container, labels, fmt=fmt, label_type=label_type, padding=padding, **kwargs)


def barbs(*args: Any, **kwargs: Any) -> Any:
    """Draw wind barbs: ``barbs(U, V)``, ``barbs(X, Y, U, V, C)``."""
    return gca().barbs(*args, **kwargs)


def barh(y: Any, width: Any, height: Any=0.8, left: Any=None, *, align: str='center', **kwargs: Any) -> Any:
    """Draw horizontal bars of these lengths."""
    return gca().barh(y, width, height, left, align=align, **kwargs)


def boxplot(x: Any, notch: bool | None=None, sym: str | None=None, vert: bool | None=None, orientation: str | None=None, whis: Any=1.5, positions: Any=None, widths: Any=None, *, tick_labels: Any=None, **kwargs: Any) -> Any:
    """Draw boxes from quartile to quartile; return their artists by name."""
    return gca().boxplot(x, notch, sym, vert, orientation, whis, positions, widths, tick_labels=tick_labels, **kwargs)


def broken_barh(xranges: Any, yrange: Any, **kwargs: Any) -> Any:
    """Draw bars in a row: pairs of start and length."""
    return gca().broken_barh(xranges, yrange, **kwargs)


def cla() -> None:
    """Remove all artists, titles and labels, and reset all settings but the position."""
    gca().clear()


def clabel(CS: Any, levels: Any=None, **kwargs: Any) -> None:
    """Label contour lines; the labels follow the lines."""
    gca().clabel(CS, levels, **kwargs)


def clf(keep_observers: bool=False) -> None:
    """Remove everything."""
    gcf().clear(keep_observers)


def contour(*args: Any, **kwargs: Any) -> Any:
    """Draw lines of equal values: ``contour(Z)``, ``contour(X, Y, Z, levels)``."""
    return sci(gca().contour(*args, **kwargs))


def contourf(*args: Any, **kwargs: Any) -> Any:
    """Fill the areas between lines of equal values."""
    return sci(gca().contourf(*args, **kwargs))


def ecdf(x: Any, weights: Any=None, *, complementary: bool=False, orientation: str='vertical', compress: bool=False, **kwargs: Any) -> Any:
    """Draw the share of values up to each."""
    return gca().ecdf(x, weights, complementary=complementary, orientation=orientation, compress=compress, **kwargs)


def errorbar(x: Any, y: Any, yerr: Any=None, xerr: Any=None, fmt: str='', **kwargs: Any) -> Any:
    """Draw points with error bars."""
    return gca().errorbar(x, y, yerr, xerr, fmt, **kwargs)


def eventplot(positions: Any, orientation: str='horizontal', lineoffsets: Any=1, linelengths: Any=1, linewidths: Any=None, colors: Any=None, alpha: Any=None, linestyles: Any='solid', **kwargs: Any) -> Any:
    """Draw rows of events."""
    return gca().eventplot(positions, orientation, lineoffsets, linelengths, linewidths, colors, alpha, linestyles, **kwargs)


def figlegend(*args: Any, **kwargs: Any) -> Any:
    """Draw a legend of the artists of all axes."""
    return gcf().legend(*args, **kwargs)


def figtext(x: float, y: float, s: Any, fontdict: Any=None, **kwargs: Any) -> Any:
    """Write a text at a place in fractions of the figure."""
    return gcf().text(x, y, s, fontdict, **kwargs)


def fill(*args: Any, **kwargs: Any) -> Any:
    """Draw filled polygons: ``fill(x, y, "b")``."""
    return gca().fill(*args, **kwargs)


def fill_between(x: Any, y1: Any, y2: Any=0, where: Any=None, interpolate: bool=False, step: str | None=None, **kwargs: Any) -> Any:
    """Fill the area between two lines over x."""
    return gca().fill_between(x, y1, y2, where, interpolate, step, **kwargs)


def fill_betweenx(y: Any, x1: Any, x2: Any=0, where: Any=None, step: str | None=None, interpolate: bool=False, **kwargs: Any) -> Any:
    """Fill the area between two lines over y."""
    return gca().fill_betweenx(y, x1, x2, where, step, interpolate, **kwargs)


def grid(visible: bool | None=None, which: str='major', axis: str='both', **looks: Any) -> None:
    """Show or hide grid lines, and set their looks."""
    gca().grid(visible, which, axis, **looks)


def hexbin(x: Any, y: Any, C: Any=None, *, gridsize: Any=100, bins: Any=None, extent: Any=None, mincnt: int | None=None, xscale: str='linear', yscale: str='linear', **kwargs: Any) -> Any:
    """Draw counts of points in hexagons."""
    return sci(gca().hexbin(x, y, C, gridsize=gridsize, bins=bins, extent=extent, mincnt=mincnt, xscale=xscale, yscale=yscale, **kwargs))


def hist(x: Any, bins: Any=None, *, range: Any=None, density: bool=False, weights: Any=None, cumulative: Any=False, bottom: Any=None, histtype: str='bar', align: str='mid', orientation: str='vertical', rwidth: float | None=None, log: bool=False, color: Any=None, label: Any=None, stacked: bool=False, **kwargs: Any) -> Any:
    """Draw a histogram; return counts, edges and bars."""
    return gca().hist(x, bins, range=range, density=density, weights=weights, cumulative=cumulative, bottom=bottom, histtype=histtype, align=align, orientation=orientation, rwidth=rwidth, log=log, color=color, label=label, stacked=stacked, **kwargs)


def hist2d(x: Any, y: Any, bins: Any=10, *, range: Any=None, density: bool=False, weights: Any=None, cmin: float | None=None, cmax: float | None=None, **kwargs: Any) -> Any:
    """Draw a histogram of points in a plane; return counts, edges of x and y, and the mesh."""
    return gca().hist2d(x, y, bins, range=range, density=density, weights=weights, cmin=cmin, cmax=cmax, **kwargs)


def hlines(y: Any, xmin: Any, xmax: Any, colors: Any=None, linestyles: Any=None, label: Any=None, **kwargs: Any) -> Any:
    """Draw horizontal lines from xmin to xmax."""
    return gca().hlines(y, xmin, xmax, colors, linestyles, label, **kwargs)


def imshow(X: Any, cmap: Any=None, norm: Any=None, *, aspect: Any=None, interpolation: Any=None, alpha: Any=None, vmin: Any=None, vmax: Any=None, origin: str | None=None, extent: Any=None, **kwargs: Any) -> Any:
    """Draw an array as an image."""
    return sci(gca().imshow(X, cmap, norm, aspect=aspect, interpolation=interpolation, alpha=alpha, vmin=vmin, vmax=vmax, origin=origin, extent=extent, **kwargs))


def legend(*args: Any, **kwargs: Any) -> Any:
    """Draw a legend of the artists with labels, or of handles and labels."""
    return gca().legend(*args, **kwargs)


def loglog(*args: Any, **kwargs: Any) -> Any:
    """Draw lines as `plot`, with logarithmic axes."""
    return gca().loglog(*args, **kwargs)


def margins(*margins: float, x: float | None=None, y: float | None=None, tight: Any=None) -> None:
    """Set the margins of autoscaled limits: one for both, or those of x and y."""
    gca().margins(*margins, x=x, y=y, tight=tight)


def minorticks_off() -> None:
    """Hide minor ticks."""
    gca().minorticks_off()


def minorticks_on() -> None:
    """Show minor ticks."""
    gca().minorticks_on()


def pcolor(*args: Any, **kwargs: Any) -> Any:
    """Draw a mesh of values as polygons: ``pcolor(C)`` or ``pcolor(X, Y, C)``."""
    return sci(gca().pcolor(*args, **kwargs))


def pcolormesh(*args: Any, shading: str | None=None, **kwargs: Any) -> Any:
    """Draw a mesh of values: ``pcolormesh(C)`` or ``pcolormesh(X, Y, C)``."""
    return sci(gca().pcolormesh(*args, shading=shading, **kwargs))


def pie(x: Any, explode: Any=None, labels: Any=None, colors: Any=None, autopct: Any=None, *, wedgeprops: Any=None, textprops: Any=None, **kwargs: Any) -> Any:
    """Draw a pie; return wedges, their labels and, with autopct, the texts of their shares."""
    return gca().pie(x, explode, labels, colors, autopct, wedgeprops=wedgeprops, textprops=textprops, **kwargs)


def plot(*args: Any, **kwargs: Any) -> Any:
    """Draw lines: ``plot(y)``, ``plot(x, y, "r--")``, several of these at once."""
    return gca().plot(*args, **kwargs)


def quiver(*args: Any, **kwargs: Any) -> Any:
    """Draw arrows: ``quiver(U, V)``, ``quiver(X, Y, U, V, C)``."""
    return gca().quiver(*args, **kwargs)


def quiverkey(Q: Any, X: float, Y: float, U: float, label: str, **kwargs: Any) -> Any:
    """Draw an arrow of a known length with a label."""
    return gca().quiverkey(Q, X, Y, U, label, **kwargs)


def savefig(fname: Any, *, dpi: Any=None, format: str | None=None, **kwargs: Any) -> None:
    """Write the figure as a PNG file."""
    gcf().savefig(fname, dpi=dpi, format=format, **kwargs)


def scatter(x: Any, y: Any, s: Any=None, c: Any=None, marker: Any=None, **kwargs: Any) -> Any:
    """Draw a marker at each point, of sizes s and of the colours or values c."""
    return sci(gca().scatter(x, y, s, c, marker, **kwargs))


def semilogx(*args: Any, **kwargs: Any) -> Any:
    """Draw lines as `plot`, with a logarithmic x axis."""
    return gca().semilogx(*args, **kwargs)


def semilogy(*args: Any, **kwargs: Any) -> Any:
    """Draw lines as `plot`, with a logarithmic y axis."""
    return gca().semilogy(*args, **kwargs)


def stackplot(x: Any, *args: Any, labels: Any=(), colors: Any=None, baseline: str='zero', **kwargs: Any) -> Any:
    """Draw areas on top of each other."""
    return gca().stackplot(x, *args, labels=labels, colors=colors, baseline=baseline, **kwargs)


def stairs(values: Any, edges: Any=None, *, orientation: str='vertical', baseline: Any=0, fill: bool=False, **kwargs: Any) -> Any:
    """Draw steps of these values between edges."""
    return gca().stairs(values, edges, orientation=orientation, baseline=baseline, fill=fill, **kwargs)


def stem(*args: Any, linefmt: Any=None, markerfmt: Any=None, basefmt: Any=None, bottom: float=0, label: Any=None, orientation: str='vertical', data: Any=None) -> Any:
    """Draw stems with markers: ``stem(heads)`` or ``stem(locs, heads)``."""
    return gca().stem(*args, linefmt=linefmt, markerfmt=markerfmt, basefmt=basefmt, bottom=bottom, label=label, orientation=orientation, data=data)


def step(x: Any, y: Any, *args: Any, where: str='pre', **kwargs: Any) -> Any:
    """Draw a line in steps, which are "pre", "post" or "mid" of the points."""
    return gca().step(x, y, *args, where=where, **kwargs)


def streamplot(x: Any, y: Any, u: Any, v: Any, density: Any=1, linewidth: Any=None, color: Any=None, **kwargs: Any) -> Any:
    """Draw the streamlines of a vector field."""
    return gca().streamplot(x, y, u, v, density, linewidth, color, **kwargs)


def subplots_adjust(left: Any=None, bottom: Any=None, right: Any=None, top: Any=None, wspace: Any=None, hspace: Any=None) -> None:
    """Set margins and spaces of the subplots."""
    gcf().subplots_adjust(left, bottom, right, top, wspace, hspace)


def suptitle(t: Any, **kwargs: Any) -> Any:
    """Set the title of the figure."""
    return gcf().suptitle(t, **kwargs)


def supxlabel(t: Any, **kwargs: Any) -> Any:
    """Set the label of all x axes."""
    return gcf().supxlabel(t, **kwargs)


def supylabel(t: Any, **kwargs: Any) -> Any:
    """Set the label of all y axes."""
    return gcf().supylabel(t, **kwargs)


def table(cellText: Any=None, cellColours: Any=None, cellLoc: str='right', colWidths: Any=None, rowLabels: Any=None, rowColours: Any=None, rowLoc: str='left', colLabels: Any=None, colColours: Any=None, colLoc: str='center', loc: Any='bottom', bbox: Any=None, edges: str='closed', **kwargs: Any) -> Any:
    """Draw a table of texts, row by row, below the axes unless `loc` or `bbox` say otherwise."""
    return gca().table(cellText, cellColours, cellLoc, colWidths, rowLabels, rowColours, rowLoc, colLabels, colColours, colLoc, loc, bbox, edges, **kwargs)


def text(x: Any, y: Any, s: Any, fontdict: Any=None, **kwargs: Any) -> Any:
    """Write a text."""
    return gca().text(x, y, s, fontdict, **kwargs)


def tick_params(axis: str='both', *, which: str='major', **params: Any) -> None:
    """Set the look of ticks, their labels and grid lines."""
    gca().tick_params(axis, which=which, **params)


def tight_layout(*, pad: float=1.08, h_pad: Any=None, w_pad: Any=None, rect: Any=None) -> None:
    """Set margins and spaces so that labels have room."""
    gcf().tight_layout(pad=pad, h_pad=h_pad, w_pad=w_pad, rect=rect)


def title(label: Any, fontdict: Any=None, loc: str='center', **looks: Any) -> Any:
    """Set a title over the axes, at its "center", "left" or "right"."""
    return gca().set_title(label, fontdict, loc, **looks)


def tricontour(*args: Any, **kwargs: Any) -> Any:
    """Draw lines of equal values of points: ``tricontour(x, y, z, levels)``."""
    return gca().tricontour(*args, **kwargs)


def tricontourf(*args: Any, **kwargs: Any) -> Any:
    """Fill the areas between lines of equal values of points."""
    return sci(gca().tricontourf(*args, **kwargs))


def tripcolor(x: Any, y: Any, c: Any, *, shading: str='flat', **kwargs: Any) -> Any:
    """Draw triangles between points by values."""
    return sci(gca().tripcolor(x, y, c, shading=shading, **kwargs))


def triplot(x: Any, y: Any, fmt: str='', **kwargs: Any) -> Any:
    """Draw the edges of triangles between points."""
    return gca().triplot(x, y, fmt, **kwargs)


def violinplot(dataset: Any, positions: Any=None, *, vert: bool | None=None, orientation: str='vertical', widths: Any=0.5, **kwargs: Any) -> Any:
    """Draw the densities of data sets; return their artists by name."""
    return gca().violinplot(dataset, positions, vert=vert, orientation=orientation, widths=widths, **kwargs)


def vlines(x: Any, ymin: Any, ymax: Any, colors: Any=None, linestyles: Any=None, label: Any=None, **kwargs: Any) -> Any:
    """Draw vertical lines from ymin to ymax."""
    return gca().vlines(x, ymin, ymax, colors, linestyles, label, **kwargs)


def xlabel(xlabel: Any, fontdict: Any=None, labelpad: Any=None, **looks: Any) -> Any:
    """Set the label of the x axis."""
    return gca().set_xlabel(xlabel, fontdict, labelpad, **looks)


def xscale(value: str, **settings: Any) -> None:
    """Set the scale of x: "linear", "log" or "symlog"."""
    gca().set_xscale(value, **settings)


def ylabel(ylabel: Any, fontdict: Any=None, labelpad: Any=None, **looks: Any) -> Any:
    """Set the label of the y axis."""
    return gca().set_ylabel(ylabel, fontdict, labelpad, **looks)


def yscale(value: str, **settings: Any) -> None:
    """Set the scale of y: "linear", "log" or "symlog"."""
    gca().set_yscale(value, **settings)


__all__ = [
    "annotate",
    "arrow",
    "autofmt_xdate",
    "autoscale",
    "axhline",
    "axhspan",
    "axis",
    "axline",
    "axvline",
    "axvspan",
    "bar",
    "bar_label",
    "barbs",
    "barh",
    "boxplot",
    "broken_barh",
    "cla",
    "clabel",
    "clf",
    "contour",
    "contourf",
    "ecdf",
    "errorbar",
    "eventplot",
    "figlegend",
    "figtext",
    "fill",
    "fill_between",
    "fill_betweenx",
    "grid",
    "hexbin",
    "hist",
    "hist2d",
    "hlines",
    "imshow",
    "legend",
    "loglog",
    "margins",
    "minorticks_off",
    "minorticks_on",
    "pcolor",
    "pcolormesh",
    "pie",
    "plot",
    "quiver",
    "quiverkey",
    "savefig",
    "scatter",
    "semilogx",
    "semilogy",
    "stackplot",
    "stairs",
    "stem",
    "step",
    "streamplot",
    "subplots_adjust",
    "suptitle",
    "supxlabel",
    "supylabel",
    "table",
    "text",
    "tick_params",
    "tight_layout",
    "title",
    "tricontour",
    "tricontourf",
    "tripcolor",
    "triplot",
    "violinplot",
    "vlines",
    "xlabel",
    "xscale",
    "ylabel",
    "yscale",
]
