"""Bars as one artist, and one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, overload

import numpy as np

from plotreel.figure._artist import Artist, Attributes
from plotreel.figure._color import color


class BarData(Artist):
    """Bars, which are also counted and indexed one by one."""

    # The ends of error bars, and whether they are above the bars or beside them.
    _ends: Any = None
    _stand: bool = True

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        # The opacities of single bars.
        self._alphas: dict[int, float] = {}

    def __len__(self) -> int:
        return len(self._get("heights"))

    @overload
    def __getitem__(self, index: int) -> Bar: ...

    @overload
    def __getitem__(self, index: slice) -> list[Bar]: ...

    def __getitem__(self, index: int | slice) -> Bar | list[Bar]:
        if isinstance(index, slice):
            return list(self)[index]
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


class Bar(Attributes):
    """One of several bars."""

    def __init__(self, bars: BarData, index: int) -> None:
        self._bars = bars
        self._index = index

    def _value(self, name: str) -> Any:
        return self._all(name)[self._index]

    def _all(self, name: str) -> list[Any]:
        """Return the values of all bars."""
        given = self._bars._get(name)
        values = list(given) if isinstance(given, (list, tuple, np.ndarray)) else []
        values = values or [_USUAL.get(name)]
        return [values[i % len(values)] for i in range(len(self._bars))]

    def _put(self, name: str, value: Any) -> None:
        values = self._all(name)
        values[self._index] = value
        self._bars.set(**{name: values})

    def set(self, **properties: Any) -> None:
        """Set properties by name: ``bar.set(alpha=0.5, fc="C1")``."""
        for name, value in properties.items():
            setattr(self, name, value)

    def get_height(self) -> float:
        """Return its height."""
        return float(self._value("heights"))

    def set_height(self, height: float) -> None:
        """Set its height."""
        self._put("heights", float(height))

    def get_width(self) -> float:
        """Return its width."""
        return float(self._value("widths"))

    def set_width(self, width: float) -> None:
        """Set its width."""
        self._put("widths", float(width))

    def get_x(self) -> float:
        """Return the x of its left edge."""
        return float(self._value("xs"))

    def set_x(self, x: float) -> None:
        """Set the x of its left edge."""
        self._put("xs", float(x))

    def get_y(self) -> float:
        """Return the y of its lower edge."""
        return float(self._value("ys"))

    def set_y(self, y: float) -> None:
        """Set the y of its lower edge."""
        self._put("ys", float(y))

    def get_xy(self) -> tuple[float, float]:
        """Return its lower left corner."""
        return self.get_x(), self.get_y()

    def set_facecolor(self, value: Any) -> None:
        """Set the colour of its face."""
        self._put("facecolor", self._with_alpha(color(value)))

    def get_facecolor(self) -> Any:
        """Return the colour of its face."""
        return self._value("facecolor")

    def set_edgecolor(self, value: Any) -> None:
        """Set the colour of its edge."""
        self._put("edgecolor", self._with_alpha(color(value)))

    def get_edgecolor(self) -> Any:
        """Return the colour of its edge."""
        return self._value("edgecolor")

    def set_color(self, value: Any) -> None:
        """Set the colour of its face and its edge."""
        self.set_facecolor(value)
        self.set_edgecolor(value)

    def set_alpha(self, value: float | None) -> None:
        """Set the opacity of its face and edge, from 0 to 1."""
        if (shared := self._bars._get("alpha")) is not None:
            self._bars.set(alpha=None)
            for bar in self._bars:
                bar.set_alpha(shared)
        alphas = self._bars._alphas
        alphas.pop(self._index, None)
        if value is not None:
            alphas[self._index] = float(value)
        for name in ("facecolor", "edgecolor"):
            self._put(name, self._with_alpha(self._value(name)))

    def get_alpha(self) -> Any:
        """Return its opacity; None is that of its colours."""
        return self._bars._alphas.get(self._index, self._bars._get("alpha"))

    def _with_alpha(self, given: Any) -> Any:
        alpha = self._bars._alphas.get(self._index)
        plain = given[0] if isinstance(given, (list, tuple)) else given
        return given if alpha is None or plain == "none" else (plain, alpha)

    def set_hatch(self, value: str | None) -> None:
        """Set the pattern over its face."""
        self._put("hatch", value or "")

    def get_hatch(self) -> Any:
        """Return the pattern over its face."""
        return self._value("hatch")

    def set_linewidth(self, value: float) -> None:
        """Set the width of its edge in points."""
        self._put("linewidth", float(value))

    def get_linewidth(self) -> Any:
        """Return the width of its edge in points."""
        return self._value("linewidth")

    set_fc, get_fc = set_facecolor, get_facecolor
    set_ec, get_ec = set_edgecolor, get_edgecolor
    set_lw, get_lw = set_linewidth, get_linewidth


# What bars have of which nothing is set.
_USUAL: dict[str, Any] = {"edgecolor": "none", "hatch": "", "linewidth": 1.0, "facecolor": "C0"}
