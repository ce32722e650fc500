"""The figure."""

from __future__ import annotations

import inspect
import io
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from plotreel import _plotreel
from plotreel._errors import PlotreelWarning
from plotreel.figure._annotations import legend_arguments
from plotreel.figure._artist import Artist
from plotreel.figure._artists import CLASSES
from plotreel.figure._axes import AxesBase
from plotreel.figure._canvas import Canvas
from plotreel.figure._color import color
from plotreel.figure._colorbar import Colorbar
from plotreel.figure._flat import Axes, PolarAxes, share_scaling
from plotreel.figure._gridspec import GridSpec, spec_of
from plotreel.figure._looks import Transform, looks, without_none
from plotreel.figure._names import unknown
from plotreel.figure._savefig import savefig
from plotreel.figure._space import Axes3D
from plotreel.figure._style import current_style, rcParams

_KINDS: dict[str, type[AxesBase]] = {"Axes": Axes, "PolarAxes": PolarAxes, "Axes3D": Axes3D}


class Figure:
    """A figure, which the library draws without matplotlib.

    Parameters
    ----------
    figsize : (float, float), optional
        Width and height in inches; (6.4, 4.8) by default.
    dpi : float, optional
        Pixels per inch; 100 by default.
    facecolor : color, optional
        The colour of the background.
    layout : {"tight", "constrained", "compressed", "none"}, optional
        What places subplots whenever the figure is drawn.

    Attributes
    ----------
    axes : list of AxesBase
        All axes.
    canvas : Canvas
        What loops draw it by.
    transFigure : Transform
        The coordinates of the figure, for ``transform=``.

    Examples
    --------
    >>> import plotreel
    >>> fig = plotreel.Figure(figsize=(4, 3))
    >>> ax = fig.add_subplot()
    >>> (line,) = ax.plot([0, 1, 2], [0, 1, 4], "r--")
    >>> fig.savefig("squares.png")
    """

    def __init__(
        self, figsize: Any = None, dpi: float | None = None, *, facecolor: Any = None,
        edgecolor: Any = None, layout: str | None = None, tight_layout: bool | None = None,
        constrained_layout: bool | None = None, num: Any = None,
    ) -> None:  # fmt: skip
        width, height = rcParams["figure.figsize"] if figsize is None else figsize
        dpi = rcParams["figure.dpi"] if dpi is None else dpi
        self._figure = _plotreel.Figure((float(width), float(height)), float(dpi))
        self._part = _plotreel.Part.figure()
        self._size, self._dpi = (float(width), float(height)), float(dpi)
        self._artists: list[Artist] = []
        # Why artists can't be drawn yet, by their id.
        self._unfinished: dict[int, str] = {}
        self._axes: list[AxesBase] = []
        self._current: AxesBase | None = None
        self.number: Any = num
        self.canvas = Canvas(self)
        self.transFigure = Transform("figure fraction")
        self._style = current_style()
        self._facecolor: Any = None
        if any(self._style.values()):
            self._call("use_style", **self._style)
        if facecolor is not None:
            self.set_facecolor(facecolor)
        layout = layout or ("tight" if tight_layout else "constrained" if constrained_layout else None)
        if layout is not None:
            self.set_layout_engine(layout)

    def _ready(self) -> _plotreel.Figure:
        """Return the library's figure, to be drawn; its artists must have all their data."""
        for reason in self._unfinished.values():
            raise ValueError(reason)
        return self._figure

    def _call(self, name: str, **arguments: Any) -> dict[str, Any]:
        return self._part.call(self._figure, name, without_none(arguments))

    def _draw(self, name: str, given: dict[str, Any], **arguments: Any) -> Any:
        part = self._call(name, **arguments, **looks(given))["artist"]
        artist = CLASSES[part.kind](self, part, None)
        self._artists.append(artist)
        return artist

    def _add_axes(self, name: str, **arguments: Any) -> list[AxesBase]:
        added = [_KINDS[part.kind](self, part) for part in self._call(name, **arguments)["axes"]]
        self._axes += added
        self._current = added[0]
        return added

    @property
    def axes(self) -> list[AxesBase]:
        """All axes, in the order in which they were added."""
        return list(self._axes)

    def get_axes(self) -> list[AxesBase]:
        """Return all axes."""
        return self.axes

    @property
    def dpi(self) -> float:
        """Pixels per inch."""
        return self._dpi

    @dpi.setter
    def dpi(self, dpi: float) -> None:
        self.set_dpi(dpi)

    def get_dpi(self) -> float:
        """Return the pixels per inch."""
        return self._dpi

    def set_dpi(self, val: float) -> None:
        """Set the pixels per inch."""
        self._dpi = float(val)
        self._figure.resize(self._size, self._dpi)

    def get_size_inches(self) -> npt.NDArray[np.float64]:
        """Return width and height in inches."""
        return np.array(self._size)

    def set_size_inches(self, w: Any, h: Any = None, forward: bool = True) -> None:
        """Set width and height in inches."""
        width, height = w if h is None else (w, h)
        self._size = (float(width), float(height))
        self._figure.resize(self._size, self._dpi)

    def set_facecolor(self, color_: Any) -> None:
        """Set the colour of the background."""
        self._call("set_facecolor", color=color(color_))
        self._facecolor = color_

    def get_facecolor(self) -> Any:
        """Return the colour of the background: that which was set, or the style's as "#rrggbbaa"."""
        if self._facecolor is None:
            # The library tells colours of styles by drawing only.
            empty = _plotreel.Figure((0.1, 0.1), 100.0)
            self._part.call(empty, "use_style", dict(self._style))
            drawn = np.zeros((10, 10, 4), np.uint8)
            empty.draw(drawn, False)
            self._facecolor = color(drawn[0, 0] / 255)
        return self._facecolor

    def add_subplot(self, *args: Any, projection: str | None = None, polar: bool = False, **kwargs: Any) -> Any:
        """Add axes at a cell of a grid: ``add_subplot(2, 1, 1)``, ``add_subplot(211)``, ``add_subplot(gs[0, :])``.

        Parameters
        ----------
        *args
            Rows, columns and a number from 1 on, or a pair of numbers; one
            number with these digits; or cells of a `GridSpec`.
        projection : {"rectilinear", "polar", "3d"}, optional
            The kind of the axes.
        **kwargs
            Properties of the axes.

        Returns
        -------
        Axes, PolarAxes or Axes3D
        """
        for name in ("sharex", "sharey"):
            if kwargs.pop(name, None) is not None:
                raise TypeError(f"{name} is for subplots here: fig.subplots(2, 1, {name}=True)")
        kind = "polar" if polar else projection
        spec = spec_of(args)
        ax = self._add_axes("add_subplot", spec=spec.cells, projection=kind)[0]
        ax._spec, ax._made_with = spec, made_with(kind, kwargs)
        ax.set(**kwargs)
        return ax

    def add_axes(self, rect: Any, projection: str | None = None, polar: bool = False, **kwargs: Any) -> Any:
        """Add axes at left, bottom, width and height in fractions of the figure."""
        kind = "polar" if polar else projection
        ax = self._add_axes("add_axes", rect=[float(side) for side in rect], projection=kind)[0]
        ax.set(**kwargs)
        return ax

    def subplots(
        self, nrows: int = 1, ncols: int = 1, *, sharex: Any = False, sharey: Any = False,
        squeeze: bool = True, width_ratios: Any = None, height_ratios: Any = None,
        subplot_kw: Any = None, gridspec_kw: Any = None,
    ) -> Any:  # fmt: skip
        """Add a grid of axes.

        Returns
        -------
        Axes, or array of Axes
            The axes; a single one, or those of a single row or column, are
            not in rows and columns, unless `squeeze` is False.
        """
        given = without_none({"width_ratios": width_ratios, "height_ratios": height_ratios, **(gridspec_kw or {})})
        kw = dict(subplot_kw or {})
        ratios = {name: given.pop(name) for name in ("width_ratios", "height_ratios") if name in given}
        shares = {"sharex": _share(sharex), "sharey": _share(sharey)}
        is_flat = kw.get("projection") in (None, "rectilinear") and not kw.get("polar")
        if not is_flat:
            for name in [name for name, share in shares.items() if share != "none"]:
                warnings.warn(f"{name} has no effect: only flat axes share limits", PlotreelWarning, 2)
            grid = GridSpec(nrows, ncols, **ratios, **given)
            added = [self.add_subplot(cell, **kw) for cell in grid]
        else:
            if given:
                self.subplots_adjust(**given)
            ratios = {name: [float(ratio) for ratio in value] for name, value in ratios.items()}
            added = self._add_axes("subplots", nrows=nrows, ncols=ncols, **shares, **ratios)
            kw = {name: value for name, value in kw.items() if name not in ("projection", "polar")}
            for ax, cell in zip(added, GridSpec(nrows, ncols, **ratios)):
                ax._spec, ax._made_with = cell, made_with(None, kw)
                ax.set(**kw)
        row = np.empty(nrows * ncols, object)
        row[:] = added
        axs = row.reshape(nrows, ncols)
        if not {"projection", "polar"} & set(kw):
            for axis in "xy":
                share_scaling(axs, axis, shares[f"share{axis}"])
        if not squeeze:
            return axs
        return axs.item() if axs.size == 1 else axs.squeeze()

    def add_gridspec(self, nrows: int = 1, ncols: int = 1, **kwargs: Any) -> GridSpec:
        """Return a grid for subplots of this figure."""
        return GridSpec(nrows, ncols, self, **kwargs)

    def subplot_mosaic(self, mosaic: Any, *, empty_sentinel: str = ".", subplot_kw: Any = None,
                       gridspec_kw: Any = None, **ratios: Any) -> dict[str, Any]:  # fmt: skip
        """Add axes by a picture of them, such as ``"AB;CC"``; return them by name."""
        if isinstance(mosaic, str):
            lines = mosaic.strip().replace(";", "\n").splitlines()
            mosaic = [list(line.strip()) for line in lines]
        names = np.asarray(mosaic, object)
        rows, columns = names.shape
        grid = GridSpec(rows, columns, self, **(gridspec_kw or {}), **ratios)
        axs: dict[str, Any] = {}
        for name in dict.fromkeys(names.ravel()):
            if name != empty_sentinel:
                down, along = np.nonzero(names == name)
                cells = grid[down.min() : down.max() + 1, along.min() : along.max() + 1]
                axs[name] = self.add_subplot(cells, **(subplot_kw or {}))
        return axs

    def gca(self) -> Any:
        """Return the current axes; there are always some."""
        if self._current is None or self._current not in self._axes:
            return self._axes[-1] if self._axes else self.add_subplot()
        return self._current

    def sca(self, a: AxesBase) -> AxesBase:
        """Make axes the current ones."""
        self._current = a
        return a

    def delaxes(self, ax: AxesBase) -> None:
        """Take axes out of the figure."""
        ax.remove()

    def text(self, x: float, y: float, s: Any, fontdict: Any = None, **kwargs: Any) -> Any:
        """Write a text at a place in fractions of the figure."""
        return self._draw("text", {"fontdict": fontdict, **kwargs}, x=float(x), y=float(y), s=str(s))

    def suptitle(self, t: Any, **kwargs: Any) -> Any:
        """Set the title of the figure."""
        return self._sup("suptitle", t, kwargs)

    def supxlabel(self, t: Any, **kwargs: Any) -> Any:
        """Set the label of all x axes."""
        return self._sup("supxlabel", t, kwargs)

    def supylabel(self, t: Any, **kwargs: Any) -> Any:
        """Set the label of all y axes."""
        return self._sup("supylabel", t, kwargs)

    def _sup(self, name: str, text: Any, kwargs: dict[str, Any]) -> Any:
        place = {axis: kwargs.pop(axis, None) for axis in ("x", "y")}
        title = self._draw(name, kwargs, t=str(text))
        if place != {"x": None, "y": None}:
            now = title._get("position")
            title.set(position=[now[i] if at is None else at for i, at in enumerate(place.values())])
        return title

    def legend(self, *args: Any, **kwargs: Any) -> Any:
        """Draw a legend of the artists of all axes."""
        artists = [artist for ax in self._axes for artist in ax._artists]
        given, entries = legend_arguments(artists, args, kwargs)
        return self._draw("legend", given, entries=entries)

    def colorbar(self, mappable: Any, cax: Any = None, ax: Any = None, *, ticks: Any = None,
                 orientation: str | None = None, label: str | None = None, format: Any = None,
                 **kwargs: Any) -> Colorbar:  # fmt: skip
        """Draw the colours of an artist beside axes, or in `cax`."""
        given = without_none(kwargs)
        given.pop("use_gridspec", None)
        if orientation is not None:
            given.setdefault("location", "bottom" if orientation == "horizontal" else "right")
        around = mappable.axes if ax is None else ax
        axs = [around] if isinstance(around, AxesBase) else list(np.ravel(np.asarray(around, object)))
        if cax is not None:
            self._call("colorbar", mappable=mappable._part, cax=cax._part, label=label, **given)
            bar_ax = cax
        else:
            current = self._current
            parts = [one._part for one in axs]
            bar_ax = self._add_axes("colorbar", mappable=mappable._part, ax=parts, label=label, **given)[0]
            self._current = current
        bar = Colorbar(bar_ax, mappable, given.get("location", "right") in ("left", "right"))
        if ticks is not None:
            bar.set_ticks(ticks)
        if format is not None:
            bar._long.set_major_formatter(format)
        return bar

    def tight_layout(self, *, pad: float = 1.08, h_pad: Any = None, w_pad: Any = None, rect: Any = None) -> None:
        """Set margins and spaces so that labels have room."""
        box = None if rect is None else [float(side) for side in rect]
        self._call("tight_layout", pad=float(pad), h_pad=h_pad, w_pad=w_pad, rect=box)

    def set_layout_engine(self, layout: str | None = None, **kwargs: Any) -> None:
        """Set what places subplots whenever the figure is drawn: "tight", "constrained", "compressed" or "none"."""
        self._call("set_layout_engine", layout=layout, **kwargs)

    set_tight_layout = tight_layout

    def subplots_adjust(self, left: Any = None, bottom: Any = None, right: Any = None, top: Any = None,
                        wspace: Any = None, hspace: Any = None) -> None:  # fmt: skip
        """Set margins and spaces of the subplots."""
        given = {"left": left, "bottom": bottom, "right": right, "top": top, "wspace": wspace, "hspace": hspace}
        self._call("subplots_adjust", **{name: float(edge) for name, edge in without_none(given).items()})

    def align_labels(self) -> None:
        """Align the labels of axes in a row or column."""
        self._call("align_labels")

    def autofmt_xdate(self, bottom: float = 0.2, rotation: float = 30, ha: str = "right") -> None:
        """Turn the dates below the axes, and make room for them."""
        self._call("autofmt_xdate", bottom=float(bottom), rotation=float(rotation))
        if ha != "right":
            for ax in self._axes:
                ax.tick_params("x", labelha=ha)

    def clear(self, keep_observers: bool = False) -> None:
        """Remove everything."""
        self._call("clear")
        for artist in [*self._artists, *(one for ax in self._axes for one in ax._artists)]:
            artist._forget()
        self._axes.clear()
        self._artists.clear()
        self._current = None

    clf = clear

    def savefig(self, fname: Any, *, dpi: Any = None, format: str | None = None, **kwargs: Any) -> None:
        """Write the figure as a PNG file.

        Parameters
        ----------
        fname : str, path_like or file
            The file; a name without suffix gets ".png".
        dpi : float, optional
            Pixels per inch; by default those of ``rcParams["savefig.dpi"]``,
            which are the figure's own unless it is set.
        format : {"png"}, optional
            The format of a file whose name does not end in ".png".
        **kwargs
            transparent, facecolor, bbox_inches, pad_inches and metadata.

        Raises
        ------
        ValueError
            For another format.
        """
        self._ready()
        savefig(self, fname, dpi, format, kwargs)

    def _repr_png_(self) -> bytes:
        file = io.BytesIO()
        self.savefig(file)
        return file.getvalue()

    def canvas_pixels(self, transparent: bool = False) -> npt.NDArray[np.uint8]:
        """Return the figure's pixels, (height, width, 4): red, green, blue and opacity."""
        width, height = self.pixels
        pixels = np.zeros((height, width, 4), np.uint8)
        self._ready().draw(pixels, transparent)
        return pixels

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height in pixels."""
        width, height = (int(side * self._dpi + 1e-6) for side in self._size)
        return width, height

    def show(self) -> None:
        """Write the figure as ``plotreel.pyplot.show`` does."""
        from plotreel.pyplot._current import write

        write(self)

    def __getattr__(self, name: str) -> Any:
        raise unknown("Figure", name, dir(type(self)))


def made_with(kind: str | None, kwargs: dict[str, Any]) -> str:
    """Return a text for the kind and the properties of axes, which is the same if they are."""
    return repr((kind or "rectilinear", sorted(kwargs.items(), key=lambda pair: pair[0])))


def take(kwargs: dict[str, Any], method: Callable[..., Any]) -> dict[str, Any]:
    """Take those arguments that are keywords of a method."""
    names = [name for name, one in inspect.signature(method).parameters.items() if one.kind is one.KEYWORD_ONLY]
    return {name: kwargs.pop(name) for name in names if name in kwargs}


def _share(given: Any) -> str:
    return ("all" if given else "none") if isinstance(given, bool) else str(given)


def subplots(nrows: int = 1, ncols: int = 1, **kwargs: Any) -> tuple[Figure, Any]:
    """Return a new figure and a grid of axes in it.

    Parameters
    ----------
    nrows, ncols : int, default: 1
        The numbers of rows and columns.
    **kwargs
        As of `Figure.subplots` and of `Figure`.
    """
    of_axes = take(kwargs, Figure.subplots)
    figure = Figure(**kwargs)
    return figure, figure.subplots(nrows, ncols, **of_axes)
