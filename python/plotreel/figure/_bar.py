"""Bars as one artist, and one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plotreel.figure._artist import Artist
from plotreel.figure._looks import color
from plotreel.figure._names import unknown


class BarData(Artist):
    """Bars, which are also counted and indexed one by one."""

    # The ends of error bars, and whether they are above the bars or beside them.
    _ends: Any = None
    _stand: bool = True

    def __len__(self) -> int:
        return len(self._get("heights"))

    def __getitem__(self, index: int) -> Bar:
        if not -len(self) <= index < len(self):
            raise IndexError(f"there is no bar {index} of {len(self)}")
        return Bar(self, index % len(self))

    def __iter__(self) -> Iterator[Bar]:
        return (Bar(self, index) for index in range(len(self)))

    @property
    def patches(self) -> list[Bar]:
        """The bars, one by one."""
        return list(self)

    def set_heights(self, heights: Any) -> None:
        """Set the heights of all bars."""
        self._change("set_heights", heights)

    def set_widths(self, widths: Any) -> None:
        """Set the widths of all bars."""
        self._change("set_widths", widths)


class Bar:
    """One of several bars."""

    def __init__(self, bars: BarData, index: int) -> None:
        self._bars = bars
        self._index = index

    def _value(self, name: str) -> float:
        return float(self._bars._get(name)[self._index])

    def _put(self, name: str, value: Any) -> None:
        values = list(self._bars._get(name))
        count = len(self._bars)
        if len(values) != count:
            values = [values[i % len(values)] for i in range(count)] if values else [value] * count
        values[self._index] = value
        self._bars.set(**{name: values})

    def get_height(self) -> float:
        """Return its height."""
        return self._value("heights")

    def set_height(self, height: float) -> None:
        """Set its height."""
        self._put("heights", float(height))

    def get_width(self) -> float:
        """Return its width."""
        return self._value("widths")

    def set_width(self, width: float) -> None:
        """Set its width."""
        self._put("widths", float(width))

    def get_x(self) -> float:
        """Return the x of its left edge."""
        return self._value("xs")

    def set_x(self, x: float) -> None:
        """Set the x of its left edge."""
        self._put("xs", float(x))

    def get_y(self) -> float:
        """Return the y of its lower edge."""
        return self._value("ys")

    def set_y(self, y: float) -> None:
        """Set the y of its lower edge."""
        self._put("ys", float(y))

    def get_xy(self) -> tuple[float, float]:
        """Return its lower left corner."""
        return self.get_x(), self.get_y()

    def set_facecolor(self, color_: Any) -> None:
        """Set the colour of its face."""
        self._put("facecolor", color(color_))

    def set_color(self, color_: Any) -> None:
        """Set the colour of its face and its edge."""
        self._put("facecolor", color(color_))
        self._put("edgecolor", color(color_))

    def set_edgecolor(self, color_: Any) -> None:
        """Set the colour of its edge."""
        self._put("edgecolor", color(color_))

    def __getattr__(self, name: str) -> Any:
        raise unknown("a bar", name, dir(type(self)))
