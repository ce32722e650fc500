"""What methods of axes are made of: calls of the library, and the artists that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from plotreel import _plotreel
from plotreel.figure._artist import Artist
from plotreel.figure._artists import CLASSES
from plotreel.figure._axis import Axis
from plotreel.figure._data import number, series
from plotreel.figure._from_data import TAKE_DATA, takes_data
from plotreel.figure._looks import looks, without_none

if TYPE_CHECKING:
    from plotreel.figure._axes import AxesBase
    from plotreel.figure._figure_base import FigureBase


class AxesCore(Artist):
    """Axes that call the library."""

    _axis_names: tuple[str, ...] = ("x", "y")

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        for name in TAKE_DATA & vars(cls).keys():
            setattr(cls, name, takes_data(vars(cls)[name]))

    def __init__(self, figure: FigureBase, part: _plotreel.Part) -> None:
        super().__init__(figure, part)
        self._artists: list[Artist] = []

    @property
    def _root(self) -> Any:
        return self.figure._root

    def _state(self) -> Any:
        return list(self._artists)

    def _take_state(self, state: Any) -> None:
        self._artists = state

    def _call(self, name: str, **arguments: Any) -> dict[str, Any]:
        return self._part.call(self.figure._figure, name, without_none(arguments))

    def _wrap(self, part: _plotreel.Part) -> Any:
        artist = CLASSES[part.kind](self.figure, part, self)
        self._artists.append(artist)
        return artist

    def _draw(self, name: str, given: dict[str, Any], **arguments: Any) -> Any:
        """Call a method that makes one artist, whose other properties are `given`."""
        return self._wrap(self._call(name, **arguments, **looks(given))["artist"])

    def _draw_all(self, name: str, given: dict[str, Any], **arguments: Any) -> dict[str, Any]:
        """Call a method that makes artists, alone or in lists, and numbers; return all by name."""
        made = self._call(name, **arguments, **looks(given))
        return {group: self._wrap_all(value) for group, value in made.items()}

    def _wrap_all(self, made: Any) -> Any:
        if isinstance(made, list):
            return [self._wrap(part) for part in made]
        return self._wrap(made) if isinstance(made, _plotreel.Part) else made

    def _number(self, axis: str, given: Any) -> float:
        """Return a single coordinate along an axis: a number, a date, or the name of a category."""
        return float(self._places(axis, [given])[0]) if isinstance(given, str) else number(given)

    def _places(self, axis: str, given: Any) -> Any:
        """Return coordinates along an axis."""
        kind, found = series(given)
        return self._call("convert_units", axis=axis, values=given)["numbers"] if kind == "names" else found

    def _axis(self, name: str) -> Axis:
        return Axis(cast("AxesBase", self), name)

    @property
    def xaxis(self) -> Axis:
        """The x axis."""
        return self._axis("x")

    @property
    def yaxis(self) -> Axis:
        """The y axis."""
        return self._axis("y")

    def get_xaxis(self) -> Axis:
        """Return the x axis."""
        return self.xaxis

    def get_yaxis(self) -> Axis:
        """Return the y axis."""
        return self.yaxis
