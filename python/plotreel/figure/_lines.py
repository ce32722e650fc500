"""Lines, points and areas of flat axes."""

from __future__ import annotations

from typing import Any

import numpy as np

from plotreel.figure._bars import Bars
from plotreel.figure._color import color
from plotreel.figure._data import Numbers, number, numbers, values
from plotreel.figure._whole import whole


class Lines(Bars):
    """The methods that draw lines, points and areas."""

    def plot(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Draw lines: ``plot(y)``, ``plot(x, y, "r--")``, several of these at once."""
        for name in ("scalex", "scaley"):
            if not kwargs.pop(name, True):
                raise TypeError(f"{name} can't be False here: call ax.autoscale(False, axis='{name[-1]}') before")
        lines: list[dict[str, Any]] = []
        while args:
            x, y, fmt, args = _one_plot(args)
            lines += _lines_of_columns(x, y, fmt, kwargs)
        return self._plot_several(lines) if len(lines) > 1 else self._plot_each(lines)

    def _plot_each(self, lines: list[dict[str, Any]]) -> list[Any]:
        return [self._draw("plot", **line) for line in lines]

    _plot_several = whole(_plot_each)

    @whole
    def semilogx(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Draw lines as `plot`, with a logarithmic x axis."""
        self.set_xscale("log", base=kwargs.pop("base", 10))
        return self.plot(*args, **kwargs)

    @whole
    def semilogy(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Draw lines as `plot`, with a logarithmic y axis."""
        self.set_yscale("log", base=kwargs.pop("base", 10))
        return self.plot(*args, **kwargs)

    @whole
    def loglog(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Draw lines as `plot`, with logarithmic axes."""
        base = kwargs.pop("base", 10)
        self.set_xscale("log", base=base)
        self.set_yscale("log", base=base)
        return self.plot(*args, **kwargs)

    def step(self, x: Any, y: Any, *args: Any, where: str = "pre", **kwargs: Any) -> list[Any]:
        """Draw a line in steps, which are "pre", "post" or "mid" of the points."""
        return self.plot(x, y, *args, drawstyle=f"steps-{where}", **kwargs)

    def scatter(
        self, x: Any, y: Any, s: Any = None, c: Any = None, marker: Any = None, **kwargs: Any
    ) -> Any:
        """Draw a marker at each point, of sizes s and of the colours or values c."""
        count = np.size(values(x))
        return self._draw("scatter", kwargs, x=x, y=y, **points_look(s, c, marker, count))

    @whole
    def fill(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Draw filled polygons: ``fill(x, y, "b")``."""
        made = []
        while args:
            x, y, face, args = _one_plot(args)
            given = {**({"facecolor": face} if face else {}), **kwargs}
            made.append(self._draw("fill", given, x=x, y=y))
        return made

    def fill_between(
        self, x: Any, y1: Any, y2: Any = 0, where: Any = None, interpolate: bool = False,
        step: str | None = None, **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Fill the area between two lines over x."""
        area = {"x": x, "y1": _long(y1, x), "y2": _long(y2, x)}
        return self._draw("fill_between", kwargs, **area, **_area(where, interpolate, step))

    def fill_betweenx(
        self, y: Any, x1: Any, x2: Any = 0, where: Any = None, step: str | None = None,
        interpolate: bool = False, **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Fill the area between two lines over y."""
        area = {"y": y, "x1": _long(x1, y), "x2": _long(x2, y)}
        return self._draw("fill_betweenx", kwargs, **area, **_area(where, interpolate, step))

    @whole
    def stackplot(
        self, x: Any, *args: Any, labels: Any = (), colors: Any = None, baseline: str = "zero",
        **kwargs: Any,
    ) -> list[Any]:  # fmt: skip
        """Draw areas on top of each other."""
        layers = sets_of_rows(args)
        count = np.size(values(x))
        for layer in layers:
            if len(layer) != count:
                raise ValueError(f"x has {count} values, but a layer has {len(layer)}")
        own = {"own_color": True} if colors is not None else {}
        made = self._draw_all("stackplot", kwargs, x=x, layers=layers, baseline=baseline, **own)
        areas: list[Any] = made["artists"]
        for area, label in zip(areas, labels):
            area.set_label(label)
        if colors is not None:
            for i, area in enumerate(areas):
                area.set(facecolor=colors[i % len(colors)])
        return areas

    @whole
    def axhline(self, y: Any = 0, xmin: float = 0, xmax: float = 1, **kwargs: Any) -> Any:
        """Draw a horizontal line across the axes."""
        line = self._draw("axhline", kwargs, y=self._number("y", y), own_color=True)
        if (xmin, xmax) != (0, 1):
            line.set_xdata([xmin, xmax])
        return line

    @whole
    def axvline(self, x: Any = 0, ymin: float = 0, ymax: float = 1, **kwargs: Any) -> Any:
        """Draw a vertical line across the axes."""
        line = self._draw("axvline", kwargs, x=self._number("x", x), own_color=True)
        if (ymin, ymax) != (0, 1):
            line.set_ydata([ymin, ymax])
        return line

    def axline(self, xy1: Any, xy2: Any = None, *, slope: float | None = None, **kwargs: Any) -> Any:
        """Draw a line without ends through two points, or through one with a slope."""
        second = {"slope": slope} if xy2 is None else {"xy2": tuple(map(number, xy2))}
        return self._draw("axline", kwargs, xy1=tuple(map(number, xy1)), **second)

    @whole
    def axhspan(self, ymin: Any, ymax: Any, xmin: float = 0, xmax: float = 1, **kwargs: Any) -> Any:
        """Fill a horizontal band across the axes."""
        span = self._draw("axhspan", kwargs, ymin=self._number("y", ymin), ymax=self._number("y", ymax))
        if (xmin, xmax) != (0, 1):
            span.set(x=xmin, width=xmax - xmin)
        return span

    @whole
    def axvspan(self, xmin: Any, xmax: Any, ymin: float = 0, ymax: float = 1, **kwargs: Any) -> Any:
        """Fill a vertical band across the axes."""
        span = self._draw("axvspan", kwargs, xmin=self._number("x", xmin), xmax=self._number("x", xmax))
        if (ymin, ymax) != (0, 1):
            span.set(y=ymin, height=ymax - ymin)
        return span

    def vlines(
        self, x: Any, ymin: Any, ymax: Any, colors: Any = None, linestyles: Any = None, label: Any = None,
        **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Draw vertical lines from ymin to ymax."""
        given = _line_set(kwargs, colors, linestyles, label)
        return self._draw("vlines", given, x=x, ymin=_long(ymin, x), ymax=_long(ymax, x))

    def hlines(
        self, y: Any, xmin: Any, xmax: Any, colors: Any = None, linestyles: Any = None, label: Any = None,
        **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Draw horizontal lines from xmin to xmax."""
        given = _line_set(kwargs, colors, linestyles, label)
        return self._draw("hlines", given, y=y, xmin=_long(xmin, y), xmax=_long(xmax, y))

    def broken_barh(self, xranges: Any, yrange: Any, **kwargs: Any) -> Any:
        """Draw bars in a row: pairs of start and length."""
        ranges = [(number(start), float(length)) for start, length in xranges]
        low, height = yrange
        return self._draw("broken_barh", kwargs, xranges=ranges, yrange=(float(low), float(height)))


def _lines_of_columns(x: Any, y: Any, fmt: str, kwargs: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what each line is made of: one, or those of the columns of arrays."""
    # That of pandas; lists have a method of this name.
    if x is None and hasattr(getattr(y, "index", None), "to_numpy"):
        x = y.index
    y = values(y)
    x = np.arange(len(y) if y.ndim else 1) if x is None else values(x)
    if max(x.ndim, y.ndim) > 2:
        raise ValueError(f"x and y can't have the shapes {x.shape} and {y.shape}: give rows and columns at most")
    if max(x.ndim, y.ndim) < 2:
        return [{"given": dict(kwargs), "x": x, "y": y, "fmt": fmt}]
    count = max(array.shape[1] for array in (x, y) if array.ndim == 2)
    label: Any = kwargs.get("label")
    labels = [label] * count
    if count > 1 and isinstance(label, (list, tuple, np.ndarray)):
        if len(label) != count:
            raise ValueError(f"there are {len(label)} labels for {count} lines: give one, or one for each")
        labels = list(label)
    columns = [{"x": _column(x, i), "y": _column(y, i), "fmt": fmt} for i in range(count)]
    return [{**column, "given": {**kwargs, "label": label}} for column, label in zip(columns, labels)]


def sets_of_rows(args: tuple[Any, ...]) -> list[Numbers]:
    """Return rows, which are given one by one, or at once as the rows of an array."""
    if len(args) == 1:
        given = values(args[0]) if hasattr(args[0], "to_numpy") else args[0]
        args = (given,) if len(given) and np.ndim(given[0]) == 0 else tuple(given)
    return [numbers(row) for row in args]


def _column(array: Any, index: int) -> Any:
    return array[:, index % array.shape[1]] if array.ndim == 2 else array


def points_look(s: Any, c: Any, marker: Any, count: int) -> dict[str, Any]:
    """Return the properties of the points of a scatter plot."""
    look: dict[str, Any] = {}
    if s is not None:
        look["sizes"] = numbers(s)
        if look["sizes"].size not in (1, count):
            raise ValueError(f"s has {look['sizes'].size} sizes for {count} points: give one, or one for each")
    if marker is not None:
        look["marker"] = marker
    if _are_values(c, count):
        look["values"] = numbers(c)
    elif c is not None:
        several = _number_of_colors(values(c) if hasattr(c, "to_numpy") else c)
        if several not in (1, count):
            raise ValueError(f"c has {several} values or colors for {count} points: give one for each")
        look["color"] = color(c)
    return look


def _number_of_colors(c: Any) -> int:
    if isinstance(c, str) or (isinstance(c, tuple) and len(c) == 2 and isinstance(c[0], (str, tuple))):
        return 1
    are_numbers = len(c) > 0 and not isinstance(c[0], str) and np.ndim(c[0]) == 0
    return 1 if are_numbers and len(c) in (3, 4) else len(c)


def _are_values(c: Any, count: int) -> bool:
    if c is None or isinstance(c, str) or (isinstance(c, (list, tuple)) and any(isinstance(one, str) for one in c)):
        return False
    array = values(c)
    if array.dtype.kind not in "buif":
        return False
    # A row of three or four numbers is a colour.
    return array.size == count and array.shape not in ((1, 3), (1, 4))


def _one_plot(args: tuple[Any, ...]) -> tuple[Any, Any, str, tuple[Any, ...]]:
    """Return x or None, y, the format, and the arguments that remain."""
    if len(args) == 1 or (len(args) == 2 and _is_format(args[1])):
        return None, args[0], args[1] if len(args) == 2 else "", ()
    if _is_format(args[1]):
        return None, args[0], args[1], args[2:]
    if len(args) > 2 and _is_format(args[2]):
        return args[0], args[1], args[2], args[3:]
    return args[0], args[1], "", args[2:]


def _is_format(given: Any) -> bool:
    return isinstance(given, str)


def _long(given: Any, like: Any) -> Any:
    """Return one value for each, where a single one is given."""
    return np.full(np.size(values(like)), number(given)) if np.ndim(given) == 0 else given


def _area(where: Any, interpolate: bool, step: str | None) -> dict[str, Any]:
    area: dict[str, Any] = {"interpolate": interpolate}
    if where is not None:
        area["where"] = [bool(is_in) for is_in in np.asarray(where).ravel()]
    if step is not None:
        area["step"] = f"steps-{step}"
    return area


def _line_set(kwargs: dict[str, Any], colors: Any, linestyles: Any, label: Any) -> dict[str, Any]:
    given = {"color": colors, "linestyle": linestyles, "label": label}
    return {**given, **kwargs}
