"""matplotlib's functions of the current figure and axes, drawn by plotreel: ``import plotreel.pyplot as plt``.

They exist as far as plotreel's own figures have them; ``python -m plotreel
SCRIPT.py`` draws all of matplotlib.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from plotreel import cm
from plotreel.cm import colormaps, get_cmap
from plotreel.figure._axes import AxesBase
from plotreel.figure._colorbar import Colorbar
from plotreel.figure._figure import Figure, take
from plotreel.figure._gridspec import GridSpec, spec_of
from plotreel.figure._names import unknown
from plotreel.figure._style import rc, rc_context, rcParams
from plotreel.figure._style import reset as rcdefaults
from plotreel.figure._subplots import made_with
from plotreel.patches import Circle, Polygon, Rectangle
from plotreel.pyplot import style
from plotreel.pyplot._current import (
    close,
    draw,
    fignum_exists,
    figure,
    gca,
    gcf,
    gci,
    get_fignums,
    pause,
    sca,
    sci,
    show,
)
from plotreel.pyplot._functions import *  # noqa: F403
from plotreel.ticker import (
    AutoLocator,
    FixedFormatter,
    FixedLocator,
    FormatStrFormatter,
    Formatter,
    FuncFormatter,
    IndexLocator,
    LinearLocator,
    Locator,
    LogLocator,
    MaxNLocator,
    MultipleLocator,
    NullFormatter,
    NullLocator,
)

__all__ = [
    "AutoLocator",
    "Circle",
    "FixedFormatter",
    "FixedLocator",
    "FormatStrFormatter",
    "Formatter",
    "FuncFormatter",
    "IndexLocator",
    "LinearLocator",
    "Locator",
    "LogLocator",
    "MaxNLocator",
    "MultipleLocator",
    "NullFormatter",
    "NullLocator",
    "Polygon",
    "Rectangle",
    "axes",
    "box",
    "clim",
    "close",
    "cm",
    "colorbar",
    "colormaps",
    "delaxes",
    "draw",
    "fignum_exists",
    "figaspect",
    "figure",
    "gca",
    "gcf",
    "gci",
    "get_cmap",
    "get_fignums",
    "ioff",
    "ion",
    "matshow",
    "pause",
    "polar",
    "rc",
    "rcParams",
    "rc_context",
    "rcdefaults",
    "sca",
    "sci",
    "set_cmap",
    "setp",
    "show",
    "style",
    "subplot",
    "subplot2grid",
    "subplot_mosaic",
    "subplots",
    "twinx",
    "twiny",
    "xlim",
    "xticks",
    "ylim",
    "yticks",
]
# Those of _functions, in full, as type checkers read them.
__all__ += [
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


def subplots(nrows: int = 1, ncols: int = 1, **kwargs: Any) -> tuple[Figure, Any]:
    """Return a new figure and a grid of axes in it."""
    of_axes = take(kwargs, Figure.subplots)
    with _whole_figure(kwargs) as fig:
        return fig, fig.subplots(nrows, ncols, **of_axes)


def subplot_mosaic(mosaic: Any, **kwargs: Any) -> tuple[Figure, dict[str, Any]]:
    """Return a new figure and axes by a picture of them."""
    names = ("sharex", "sharey", "width_ratios", "height_ratios", "subplot_kw", "gridspec_kw", "empty_sentinel")
    of_axes = {name: kwargs.pop(name) for name in names if name in kwargs}
    with _whole_figure(kwargs) as fig:
        return fig, fig.subplot_mosaic(mosaic, **of_axes)


@contextlib.contextmanager
def _whole_figure(kwargs: dict[str, Any]) -> Iterator[Figure]:
    """Make a figure for axes; a new one is closed if these are refused."""
    is_new = not fignum_exists(kwargs.get("num"))
    fig = figure(**kwargs)
    try:
        yield fig
    except BaseException:
        if is_new:
            close(fig)
        raise


def subplot(*args: Any, **kwargs: Any) -> Any:
    """Add axes at a cell of a grid of the current figure, or make those there the current ones."""
    fig, spec = gcf(), spec_of(args)
    others = {name: value for name, value in kwargs.items() if name not in ("projection", "polar")}
    wanted = made_with("polar" if kwargs.get("polar") else kwargs.get("projection"), others)
    for ax in fig.axes:
        if ax.get_subplotspec() == spec and (not kwargs or ax._made_with == wanted):
            return fig.sca(ax)
    return fig.add_subplot(*args, **kwargs)


def subplot2grid(
    shape: Any, loc: Any, rowspan: int = 1, colspan: int = 1, fig: Figure | None = None, **kwargs: Any
) -> Any:
    """Add axes at some cells of a grid of rows and columns, counted from 0."""
    row, column = loc
    cells = GridSpec(*shape)[row : row + rowspan, column : column + colspan]
    return (gcf() if fig is None else fig).add_subplot(cells, **kwargs)


def matshow(A: Any, fignum: Any = None, **kwargs: Any) -> Any:
    """Show a matrix in a new figure of its shape, in the figure `fignum`, or (0) in the current axes."""
    if fignum == 0:
        ax = gca()
    else:
        figsize = None if fignum_exists(fignum) else figaspect(A)
        ax = figure(fignum, figsize=figsize).add_axes((0.15, 0.09, 0.775, 0.775))
    return sci(ax.matshow(A, **kwargs))


def figaspect(arg: Any) -> Any:
    """Return the width and height of a figure of the shape of an array, or of height over width."""
    least, most = np.array((4.0, 2.0)), np.array((16.0, 16.0))
    shape = np.shape(arg)
    height = rcParams["figure.figsize"][1]
    size = np.array((height / (shape[0] / shape[1] if shape else arg), height))
    size /= min(1.0, *(size / least))
    size /= max(1.0, *(size / most))
    return np.clip(size, least, most)


def axes(arg: Any = None, **kwargs: Any) -> Any:
    """Add axes to the current figure: at a rectangle, or all over it; or make some the current ones."""
    if isinstance(arg, AxesBase):
        sca(arg)
        return arg
    return gcf().add_subplot(**kwargs) if arg is None else gcf().add_axes(arg, **kwargs)


def delaxes(ax: Any = None) -> None:
    """Take axes out of their figure."""
    (gca() if ax is None else ax).remove()


def polar(*args: Any, **kwargs: Any) -> list[Any]:
    """Draw lines over angles, in polar axes."""
    fig = gcf()
    ax = fig.gca() if fig.axes else fig.add_subplot(projection="polar")
    return list(ax.plot(*args, **kwargs))


def colorbar(mappable: Any = None, cax: Any = None, ax: Any = None, **kwargs: Any) -> Colorbar:
    """Draw the colours of an artist, or of the last image, beside its axes."""
    mappable = gci() if mappable is None else mappable
    if mappable is None:
        raise RuntimeError("there is nothing with a colormap to show: draw an image before")
    return gcf().colorbar(mappable, cax, ax, **kwargs)


def clim(vmin: Any = None, vmax: Any = None) -> None:
    """Set the colour limits of the last image."""
    gci().set_clim(vmin, vmax)


def set_cmap(cmap: Any) -> None:
    """Set the colormap of the last image."""
    gci().set_cmap(cmap)


def xlim(*args: Any, **kwargs: Any) -> tuple[float, float]:
    """Set the limits along x, or return them."""
    return _lim("xlim", args, kwargs)


def ylim(*args: Any, **kwargs: Any) -> tuple[float, float]:
    """Set the limits along y, or return them."""
    return _lim("ylim", args, kwargs)


def _lim(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[float, float]:
    method = getattr(gca(), f"set_{name}" if args or kwargs else f"get_{name}")
    limits: tuple[float, float] = method(*args, **kwargs)
    return limits


def xticks(ticks: Any = None, labels: Any = None, **kwargs: Any) -> None:
    """Set the ticks of x, their labels and the looks of these."""
    _ticks("x", ticks, labels, kwargs)


def yticks(ticks: Any = None, labels: Any = None, **kwargs: Any) -> None:
    """Set the ticks of y, their labels and the looks of these."""
    _ticks("y", ticks, labels, kwargs)


def _ticks(axis: str, ticks: Any, labels: Any, looks: dict[str, Any]) -> None:
    ax = gca()
    if ticks is not None:
        ax._set_ticks(axis, ticks, labels, looks.pop("minor", False), looks)
    else:
        ax._label_looks(axis, looks)


def twinx(ax: Any = None) -> Any:
    """Add axes over others, with the same x."""
    return (gca() if ax is None else ax).twinx()


def twiny(ax: Any = None) -> Any:
    """Add axes over others, with the same y."""
    return (gca() if ax is None else ax).twiny()


def box(on: bool | None = None) -> None:
    """Show or hide the frame of the axes."""
    gca().set_frame_on(bool(on))


def setp(obj: Any, **kwargs: Any) -> None:
    """Set properties of an artist, or of several."""
    for artist in obj if isinstance(obj, (list, tuple)) else [obj]:
        artist.set(**kwargs)


def ion() -> None:
    """Do nothing: there is no window."""


def ioff() -> None:
    """Do nothing: there is no window."""


def __getattr__(name: str) -> Any:
    raise unknown("plotreel.pyplot", name, __all__)
