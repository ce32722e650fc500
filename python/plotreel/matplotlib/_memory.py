"""What an artist was like when it was drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.colors import Colormap, Normalize
from matplotlib.font_manager import FontProperties
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.transforms import BboxBase, Transform

# Arrays with more bytes, and lists with more paths, are not compared: their artists are drawn each time.
_LARGEST = 2**26
_MOST_PATHS = 64

# Classes whose objects are not changed in place, as far as they were met.
_CLOSED: set[type] = {bool, float, int, str, tuple, type(None)}


class Memory:
    """An artist's attributes as they were when it was drawn.

    matplotlib's flag ``stale`` is one of them. Setters that forget it, and
    plain assignments, change another one; arrays, paths, lists and transforms
    that can be changed in place are compared by value.

    Parameters
    ----------
    artist : Artist
        What was just drawn.
    shared : set of int
        The ids of transforms and boxes that others watch, such as
        ``ax.transData``.
    is_open : bool
        Whether values are to be compared, too. What only matplotlib's own code
        changes has no need of it.
    """

    __slots__ = ("_artist", "_contents", "_is_lost", "_values")

    def __init__(self, artist: Artist, shared: set[int], is_open: bool = True) -> None:
        self._artist = artist
        self._values = list(vars(artist).values())
        self._contents: list[tuple[Any, Any]] = []
        self._is_lost = False
        if is_open:
            # Those of images and collections are attributes of their colorizer.
            colors = (getattr(artist, "cmap", None), getattr(artist, "norm", None))
            for value in (*self._values, *colors):
                if type(value) not in _CLOSED:
                    self._remember(value, shared)

    def _remember(self, value: Any, shared: set[int]) -> None:
        if id(value) in shared:
            return
        if isinstance(value, np.ndarray) and any(value.base is other for other in self._values):
            # It is a part of another one.
            return
        if isinstance(value, list):
            if len(value) <= _MOST_PATHS:
                for element in value:
                    if isinstance(element, (np.ndarray, Path)):
                        self._remember(element, shared)
            elif isinstance(value[0], (np.ndarray, Path)):
                self._is_lost = True
        parts = _parts(value)
        if not parts:
            _CLOSED.add(type(value))
        elif sum(part.nbytes for part in parts if isinstance(part, np.ndarray)) > _LARGEST:
            self._is_lost = True
        else:
            self._contents.append((value, [_copy(part) for part in parts]))

    def holds(self) -> bool:
        """Return whether the artist is still like that."""
        if self._is_lost:
            return False
        try:
            if list(vars(self._artist).values()) != self._values:
                return False
            for value, were in self._contents:
                if [_copy(part) for part in _parts(value)] != were:
                    return False
        except Exception:  # noqa: BLE001
            # Values that refuse to be compared are other ones.
            return False
        return True


def any_changed(memories: list[Memory]) -> bool:
    """Return whether any of these artists is not like that any more."""
    # A loop is faster than a generator, and this one runs for every artist of every frame.
    for memory in memories:
        if not memory.holds():
            return True
    return False


def _parts(value: Any) -> list[Any]:
    """Return what of an object can be changed in place: arrays, lists and dictionaries."""
    match value:
        case np.ma.MaskedArray():
            return [value.data, np.ma.getmaskarray(value)]
        case np.ndarray() | list() | dict():
            return [value]
        case Path():
            return [value.vertices] if value.codes is None else [value.vertices, value.codes]
        case BboxBase():
            return [value.get_points()]
        case Transform():
            return [value.get_affine().get_matrix()]
        case Colormap() | FontProperties() | MarkerStyle() | Normalize():
            return [vars(value)]
        case _:
            return []


def _copy(part: Any) -> Any:
    # Bytes are compared faster than arrays, and NaN is NaN.
    return part.tobytes() if isinstance(part, np.ndarray) else part.copy()
