"""The figure."""

from __future__ import annotations

import inspect
import io
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from plotreel import _plotreel
from plotreel.figure._canvas import Canvas
from plotreel.figure._color import color
from plotreel.figure._figure_base import FigureBase
from plotreel.figure._looks import Transform
from plotreel.figure._savefig import savefig
from plotreel.figure._style import current_style, rcParams


class Figure(FigureBase):
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
    subfigs : list of SubFigure
        The subfigures.
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
        super().__init__()
        width, height = rcParams["figure.figsize"] if figsize is None else figsize
        dpi = rcParams["figure.dpi"] if dpi is None else dpi
        self._figure = _plotreel.Figure((float(width), float(height)), float(dpi))
        self._part = _plotreel.Part.figure()
        self._size, self._dpi = (float(width), float(height)), float(dpi)
        self._unfinished = {}
        # Whether a call of several steps keeps what there was before.
        self._is_kept = False
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
        dpi = float(val)
        self._figure.resize(self._size, dpi)
        self._dpi = dpi

    def get_size_inches(self) -> npt.NDArray[np.float64]:
        """Return width and height in inches."""
        return np.array(self._size)

    def set_size_inches(self, w: Any, h: Any = None, forward: bool = True) -> None:
        """Set width and height in inches."""
        width, height = w if h is None else (w, h)
        size = (float(width), float(height))
        self._figure.resize(size, self._dpi)
        self._size = size

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

    def tight_layout(self, *, pad: float = 1.08, h_pad: Any = None, w_pad: Any = None, rect: Any = None) -> None:
        """Set margins and spaces so that labels have room."""
        box = None if rect is None else [float(side) for side in rect]
        self._call("tight_layout", pad=float(pad), h_pad=h_pad, w_pad=w_pad, rect=box)

    def set_layout_engine(self, layout: str | None = None, **kwargs: Any) -> None:
        """Set what places subplots whenever the figure is drawn: "tight", "constrained", "compressed" or "none"."""
        self._call("set_layout_engine", layout=layout, **kwargs)

    set_tight_layout = tight_layout

    def _state(self) -> Any:
        return super()._state(), dict(self._unfinished)

    def _take_state(self, state: Any) -> None:
        own, unfinished = state
        super()._take_state(own)
        # Subfigures have the same.
        self._unfinished.clear()
        self._unfinished.update(unfinished)

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


def take(kwargs: dict[str, Any], method: Callable[..., Any]) -> dict[str, Any]:
    """Take those arguments that are keywords of a method."""
    names = [name for name, one in inspect.signature(method).parameters.items() if one.kind is one.KEYWORD_ONLY]
    return {name: kwargs.pop(name) for name in names if name in kwargs}


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
