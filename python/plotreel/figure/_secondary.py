"""Secondary axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from plotreel import _plotreel
from plotreel.figure._axes import AxesBase
from plotreel.figure._color import color

if TYPE_CHECKING:
    from plotreel.figure._figure_base import FigureBase


class SecondaryAxis(AxesBase):
    """A second x or y axis of axes, in another unit, which `Axes.secondary_xaxis` adds.

    Its limits and its scale follow those of the axes.
    """

    name = "secondary"

    def __init__(self, figure: FigureBase, part: _plotreel.Part) -> None:
        super().__init__(figure, part)
        self._axis_names = ("x",)

    def set_functions(self, functions: Any) -> None:
        """Set the function from the values of the axes to its own, and the inverse of it, as a pair."""
        if not isinstance(functions, tuple) or len(functions) != 2 or not all(map(callable, functions)):
            raise ValueError(f"functions can't be {functions!r}: give a pair, to the values shown and back")
        self._call("set_functions", functions=functions)

    def set_location(self, location: Any) -> None:
        """Move it to a side of the axes, or to a fraction from the left or from the bottom."""
        given = location if isinstance(location, str) else float(location)
        self._call("set_location", location=given)

    def set_alignment(self, align: str) -> None:
        """Set the side on which its ticks and its label are."""
        self._call("set_alignment", side=align)

    def set_color(self, c: Any) -> None:
        """Set the colour of its line, its ticks, their labels and its label."""
        self._call("set_color", color=color(c))

    def set_ticks(self, ticks: Any, labels: Any = None, *, minor: bool = False, **looks: Any) -> None:
        """Set its ticks, and their labels."""
        self._set_ticks(self._axis_names[0], np.asarray(ticks).ravel(), labels, minor, looks)
