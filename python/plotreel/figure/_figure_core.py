"""What methods of figures and subfigures are made of: calls of the library, and what they contain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from plotreel import _plotreel
from plotreel.figure._artist import Artist
from plotreel.figure._artists import CLASSES
from plotreel.figure._looks import looks, without_none
from plotreel.figure._names import unknown


class FigureCore:
    """A figure or a subfigure, which calls the library.

    Attributes
    ----------
    subfigs : list of SubFigure
        The subfigures, in the order in which they were added.
    """

    _figure: _plotreel.Figure
    _part: _plotreel.Part
    # Why artists can't be drawn yet, by their id.
    _unfinished: dict[int, str]
    # The figure or subfigure that this is a part of.
    _parent: FigureCore | None = None

    def __init__(self) -> None:
        self._artists: list[Artist] = []
        # With those of subfigures.
        self._axes: list[Any] = []
        self._current: Any = None
        self.subfigs: list[Any] = []

    @property
    def _root(self) -> Any:
        return self if self._parent is None else self._parent._root

    def _lineage(self) -> Iterator[FigureCore]:
        """Return this and all that it is a part of."""
        yield self
        if self._parent is not None:
            yield from self._parent._lineage()

    def _state(self) -> Any:
        return list(self._artists), list(self._axes), self._current, list(self.subfigs)

    def _take_state(self, state: Any) -> None:
        self._artists, self._axes, self._current, self.subfigs = state

    def _call(self, name: str, **arguments: Any) -> dict[str, Any]:
        return self._part.call(self._figure, name, without_none(arguments))

    def _draw(self, name: str, given: dict[str, Any], **arguments: Any) -> Any:
        part = self._call(name, **arguments, **looks(given))["artist"]
        artist = CLASSES[part.kind](cast(Any, self), part, None)
        self._artists.append(artist)
        return artist

    def _drop(self, ax: Any) -> None:
        """Forget axes that were taken out."""
        for figure in self._lineage():
            figure._axes = [one for one in figure._axes if one is not ax]

    def _forget_contents(self) -> None:
        """Forget the artists, and the subfigures with theirs."""
        for artist in [*self._artists, *(one for ax in self._axes for one in ax._artists)]:
            artist._forget()
        self._artists.clear()
        for sub in self.subfigs:
            sub._forget_contents()
        self.subfigs.clear()

    @property
    def axes(self) -> list[Any]:
        """All axes, in the order in which they were added, with those of subfigures."""
        return list(self._axes)

    def get_axes(self) -> list[Any]:
        """Return all axes."""
        return self.axes

    def sca(self, a: Any) -> Any:
        """Make axes the current ones."""
        for figure in self._lineage():
            figure._current = a
        return a

    def delaxes(self, ax: Any) -> None:
        """Take axes out of the figure."""
        ax.remove()

    def clear(self, keep_observers: bool = False) -> None:
        """Remove everything."""
        self._call("clear")
        self._forget_contents()
        for ax in self.axes:
            self._drop(ax)
        self._current = None

    clf = clear

    def __getattr__(self, name: str) -> Any:
        raise unknown(type(self).__name__, name, dir(type(self)))
