"""The counterparts of artists in the figure of plotreel, and their order."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from plotreel import _plotreel
from plotreel.matplotlib.native._axes import Place
from plotreel.matplotlib.native._table import Piece

_MISSING = object()


class Shown:
    """A piece in the figure of plotreel."""

    __slots__ = ("handle", "is_visible", "kind", "properties", "zorder")

    def __init__(self, handle: int, kind: str) -> None:
        self.handle = handle
        self.kind = kind
        self.properties: dict[str, Any] = {}
        self.is_visible = True
        self.zorder: float | None = None


class Store:
    """The pieces of a figure of plotreel; those that are no longer needed are used for others.

    Parameters
    ----------
    target : _plotreel.Figure
        The figure.
    """

    def __init__(self, target: _plotreel.Figure) -> None:
        self.target = target
        self._free: dict[tuple[int | None, str, frozenset[str]], list[Shown]] = {}
        self._idle: list[Shown] = []

    def take(self, piece: Piece, axes: int | None) -> Shown:
        """Return a piece of the kind, which has no properties but those that will be set."""
        free = self._free.get((axes, piece.kind, frozenset(piece.properties)))
        if not free:
            return Shown(self.target.add(piece.kind, axes), piece.kind)
        shown = free.pop()
        if not shown.is_visible:
            self.target.set(shown.handle, {"visible": True})
            shown.is_visible = True
        return shown

    def give(self, shown: Shown, axes: int | None) -> None:
        """Take back a piece that nobody needs."""
        key = (axes, shown.kind, frozenset(shown.properties))
        self._free.setdefault(key, []).append(shown)
        self._idle.append(shown)

    def settle(self) -> None:
        """Hide what was taken back and not used again."""
        if not self._idle:
            return
        free = {id(shown) for pieces in self._free.values() for shown in pieces}
        for shown in self._idle:
            if shown.is_visible and id(shown) in free:
                self.target.set(shown.handle, {"visible": False})
                shown.is_visible = False
        self._idle.clear()


class Twin:
    """The counterpart of an artist: its pieces in the figure of plotreel."""

    def __init__(self, artist: Any, store: Store, axes: int | None) -> None:
        self.artist = artist
        self.shown: list[Shown] = []
        self._store = store
        self._axes = axes

    def put(self, pieces: list[Piece]) -> bool:
        """Show these pieces; return whether there are others than before."""
        kinds = [piece.kind for piece in pieces]
        is_other = kinds != [shown.kind for shown in self.shown]
        if is_other:
            self.remove()
            self.shown = [self._store.take(piece, self._axes) for piece in pieces]
        for shown, piece in zip(self.shown, pieces, strict=True):
            were = shown.properties
            changed = {
                name: value
                for name, value in piece.properties.items()
                if not _is_same(were.get(name, _MISSING), value)
            }
            if changed:
                self._store.target.set(shown.handle, changed)
                # Without those that others replace, such as a clip's box its path: they are set anew when they return.
                shown.properties = dict(piece.properties)
        return is_other

    def remove(self, *, reuse: bool = True) -> None:
        """Remove all pieces, to be used for other artists unless their properties are not known."""
        for shown in self.shown:
            if reuse:
                self._store.give(shown, self._axes)
            else:
                self._store.target.remove(shown.handle)
        self.shown = []


def _is_same(was: Any, value: Any) -> bool:
    # An array that is the same object may have changed in place.
    if isinstance(value, np.ndarray) or isinstance(was, np.ndarray):
        return False
    if isinstance(value, tuple) and any(isinstance(part, np.ndarray) for part in value):
        return False
    return type(was) is type(value) and bool(was == value)


class Order:
    """Gives zorders that rise from piece to piece, matplotlib's own where possible."""

    def __init__(self, target: _plotreel.Figure) -> None:
        self._target = target
        self._last = (-math.inf, 0, -1)

    def add(self, shown: Shown, wanted: float) -> None:
        """Put a piece above all before it."""
        zorder = self._above(wanted, 0, shown.handle)
        if zorder != shown.zorder:
            shown.zorder = zorder
            self._target.set(shown.handle, {"zorder": zorder})

    def add_axes(self, place: Place) -> None:
        """Put axes above all before it."""
        zorder = self._above(float(place.axes.get_zorder()), 1, place.handle)
        if zorder != place.zorder:
            place.zorder = zorder
            self._target.set(place.handle, {"zorder": zorder})

    def _above(self, wanted: float, group: int, handle: int) -> float:
        # Of equal ones plotreel draws artists before axes, each in the order in which they were added.
        last, *rest = self._last
        if (wanted, group, handle) < self._last:
            wanted = last if [group, handle] > rest else math.nextafter(last, math.inf)
        self._last = (wanted, group, handle)
        return wanted
