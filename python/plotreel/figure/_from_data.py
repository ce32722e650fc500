"""The argument ``data=``: a table from which methods that draw take columns by name."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from plotreel.figure._data import listed

_LINES = {"plot", "semilogx", "semilogy", "loglog", "step"}
# The methods whose artists are labelled by the name of a column, and where this is among the arguments.
_LABELLED = {"scatter": (1, "y"), "errorbar": (1, "y"), "hist": (0, "x")}
TAKE_DATA = {
    *_LINES, *_LABELLED, "bar", "barh", "boxplot", "violinplot", "hist2d", "hexbin", "pie", "fill", "fill_between",
    "fill_betweenx", "vlines", "hlines", "stem", "eventplot", "stackplot", "stairs", "ecdf", "quiver", "barbs",
    "contour", "contourf", "pcolormesh", "pcolor", "imshow",
}  # fmt: skip
# Keyword arguments that may be names of columns.
_COLUMNS = {
    "x", "y", "z", "X", "Y", "C", "U", "V", "s", "c", "height", "width", "bottom", "left", "xerr", "yerr", "y1", "y2",
    "x1", "x2", "where", "weights", "ymin", "ymax", "xmin", "xmax", "positions", "values", "edges", "explode",
    "labels", "colors", "color", "facecolor", "edgecolor", "edgecolors", "linewidths", "tick_label", "dataset",
    "heads", "locs",
}  # fmt: skip


def takes_data(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return a method that also takes ``data=``, and data that can only be iterated once."""
    name = method.__name__

    @functools.wraps(method)
    def draw(self: Any, *args: Any, data: Any = None, **kwargs: Any) -> Any:
        if data is not None:
            label = _label(name, args, kwargs, data)
            args = tuple(_column(data, given) for given in args)
            kwargs = {key: _column(data, given) if key in _COLUMNS else given for key, given in kwargs.items()}
            if label is not None:
                kwargs.setdefault("label", label)
        return method(self, *map(listed, args), **kwargs)

    return draw


def _column(data: Any, given: Any) -> Any:
    """Return a column by its name; what is not the name of one is left."""
    if not isinstance(given, str):
        return given
    try:
        return data[given]
    except (KeyError, IndexError, TypeError, ValueError):
        return given


def _label(name: str, args: tuple[Any, ...], kwargs: dict[str, Any], data: Any) -> str | None:
    """Return the name of the column that labels the artist, if one does."""
    given: Any = None
    if name in _LABELLED:
        place, key = _LABELLED[name]
        given = args[place] if len(args) > place else kwargs.get(key)
    elif name in _LINES and 0 < len(args) < 4:
        is_second = len(args) > 1 and _column(data, args[1]) is not args[1]
        given = args[1] if is_second or len(args) == 3 else args[0]
    return given if isinstance(given, str) and _column(data, given) is not given else None
