"""Lines, which `Axes.add_line` takes."""

from __future__ import annotations

from typing import Any

from plotreel.figure import _artists
from plotreel.figure._data import Numbers, numbers, values
from plotreel.figure._later import Later


class Line2D(Later, _artists.Line2D):
    """A line."""

    def __init__(self, xdata: Any, ydata: Any, **looks: Any) -> None:
        super().__init__("Line2D", {"x": values(xdata), "y": values(ydata)}, looks)

    def set_data(self, *args: Any) -> None:
        """Set x and y: two sequences, or an array with both."""
        if self._is_placed:
            super().set_data(*args)
        else:
            x, y = args if len(args) == 2 else args[0]
            self.made_of |= {"x": values(x), "y": values(y)}

    def _set_one(self, place: int, data: Any) -> None:
        if self._is_placed:
            super()._set_one(place, data)
        else:
            self.made_of["xy"[place]] = values(data)

    def get_data(self) -> tuple[Numbers, ...]:
        """Return the coordinates of all points."""
        return super().get_data() if self._is_placed else (numbers(self.made_of["x"]), numbers(self.made_of["y"]))
