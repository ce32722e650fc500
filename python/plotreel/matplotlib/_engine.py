"""Which engine draws matplotlib's figures."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Protocol

from matplotlib.figure import Figure

from plotreel._errors import InvalidError
from plotreel._movie import Movie
from plotreel._scripts.settings import ENGINES
from plotreel.matplotlib._comparison import Comparison
from plotreel.matplotlib._drawing import FigureDrawing, Statistics, has_alpha, whole_by_agg
from plotreel.matplotlib.native import Mirror, NativeDrawing

# So many artists of a native figure may be drawn by Agg, each on its own.
_FEW = 2

_log = logging.getLogger("plotreel")

_default = "auto"


def get_engine() -> str:
    """Return the engine of writers that are given none."""
    return _default


def set_engine(engine: str) -> None:
    """Choose the engine of writers that are given none.

    Parameters
    ----------
    engine : {"auto", "native", "agg"}
        As of `PlotreelWriter`.

    Raises
    ------
    InvalidError
        For another name.
    """
    global _default
    _default = checked(engine)


def checked(engine: str | None) -> str:
    """Return an engine's name, the default one for None."""
    if engine is None:
        return _default
    if engine not in ENGINES:
        raise InvalidError(f"there is no engine {engine!r}", "give auto, native or agg")
    return engine


class Drawing(Protocol):
    """What draws the frames of a figure of one size."""

    dpi: float
    statistics: Statistics

    def draw(self) -> object:
        """Draw the current state of the figure."""

    def write(self, movie: Movie, seconds: float | None) -> None:
        """Write the drawn state as a frame."""


def drawing(
    engine: str, fig: Any, size: tuple[int, int], partial: bool, verify: int, statistics: Statistics
) -> Drawing:
    """Return what draws a figure."""

    def by_agg() -> FigureDrawing:
        made = FigureDrawing(fig, size, partial, verify)
        made.statistics = statistics
        return made

    # Without kept pixels every frame is a full drawing by Agg.
    if engine == "agg" or (engine == "auto" and not partial):
        statistics.engine = "agg"
        return by_agg()
    statistics.engine = "native"
    native = NativeDrawing(fig, size, verify)
    native.statistics = statistics
    return native if engine == "native" else _Either(native, by_agg)


def is_native(native: NativeDrawing) -> bool:
    """Bring a native drawing up to date; return whether it serves better than Agg."""
    try:
        native.update()
    except Exception:
        # A frame that is drawn by Agg is better than none.
        _log.warning("Agg draws the figure, as its translation failed", exc_info=True)
        return False
    if native.by_agg <= _FEW:
        return True
    _log.info("Agg draws the figure, because only it can draw %s", ", ".join(native.statistics.by_agg))
    return False


class _Either:
    """Draws natively as long as plotreel has all that a figure shows, else with Agg."""

    def __init__(self, native: NativeDrawing, by_agg: Callable[[], FigureDrawing]) -> None:
        self._made: NativeDrawing | FigureDrawing = native
        self._by_agg = by_agg
        self.dpi = native.dpi
        self.statistics = native.statistics

    def draw(self) -> None:
        """Draw the current state of the figure."""
        native = self._made
        if isinstance(native, FigureDrawing):
            native.draw()
        elif is_native(native):
            native.verify()
        else:
            self.statistics.engine = "agg"
            self._made = self._by_agg()
            self._made.draw()

    def write(self, movie: Movie, seconds: float | None) -> None:
        """Write the drawn state as a frame."""
        self._made.write(movie, seconds)


def compare(fig: Any) -> Comparison:
    """Draw a figure natively and with Agg.

    Parameters
    ----------
    fig : Figure
        The figure, at its own size and dpi.

    Returns
    -------
    Comparison
        Both pictures, and how far they are apart.

    Raises
    ------
    InvalidError
        If it is not a figure.
    """
    if not isinstance(fig, Figure):
        raise InvalidError(f"{fig!r} is not a figure", "give a matplotlib.figure.Figure")
    size = fig.canvas.get_width_height(physical=True)
    agg = whole_by_agg(fig, size)
    made: Any = fig
    with made._cm_set(layout_engine="none"):
        mirror = Mirror(fig, size)
        mirror.update()
        native = mirror.draw(transparent=has_alpha(fig))
    return Comparison(native, agg, dict(mirror.by_agg.values()))
