"""The state of an artist when it was drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

import numpy as np
from matplotlib.colors import Colormap, Normalize
from matplotlib.font_manager import FontProperties
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.transforms import BboxBase, Transform, TransformedBbox

# Arrays with more bytes, and lists with more arrays, are not compared: their artists are drawn each time.
_LARGEST = 2**26
# More paths are compared as one.
_MOST_PATHS = 64

Snapshot = Callable[[Any], Any]
"""Returns what an object contains that can be changed in place, to be compared: bytes of arrays, copies of others."""


class Memory:
    """Attributes of artists at the time of drawing.

    matplotlib's flag ``stale`` is one of them. Setters that do not set it, and
    plain assignments, change another attribute; arrays, paths, lists and transforms
    that can be changed in place are compared by value.

    Parameters
    ----------
    artists : iterable of Artist
        The drawn artist, and the objects that it depends on.
    shared : set of int
        The ids of transforms and boxes that are tracked elsewhere, such as
        ``ax.transData``.
    is_open : bool
        Whether to compare values, too. It is not needed for objects that only
        matplotlib's own code changes.
    """

    __slots__ = ("_artist", "_attributes", "_colors", "_contents", "_is_lost", "_own", "_values")

    def __init__(self, artists: Iterable[Any], shared: set[int], is_open: bool = True) -> None:
        artists = list(artists)
        # Views follow their dictionaries; comparing one list for all is much faster than one for each.
        self._artist = artists[0] if artists else None
        self._own = vars(artists[0]) if artists else None
        self._colors = _colors(self._artist)
        self._attributes = [vars(artist).values() for artist in artists]
        self._values = list(chain.from_iterable(self._attributes))
        self._contents: list[tuple[Any, Snapshot, Any]] = []
        self._is_lost = False
        if is_open:
            for artist in artists:
                own = list(vars(artist).values())
                ids = set(map(id, own))
                for value in (*own, *_colors(artist)):
                    if _SNAPSHOTS[type(value)] is None or id(value) in shared:
                        continue
                    if type(value) is TransformedBbox and id(place_of_clip(value)) in shared:
                        self._contents.append((value, clip_in_place, clip_in_place(value)))
                    else:
                        self._remember(value, ids)

    def _remember(self, value: Any, others: set[int]) -> None:
        snapshot = _SNAPSHOTS[type(value)]
        if snapshot is None:
            return
        if isinstance(value, np.ndarray) and id(value.base) in others:
            # It is a part of another one.
            return
        if isinstance(value, tuple) and not snapshot(value):
            return
        if isinstance(value, list):
            if len(value) <= _MOST_PATHS:
                for element in value:
                    if isinstance(element, (np.ndarray, Path)):
                        self._remember(element, others)
            elif all(isinstance(element, Path) for element in value):
                snapshot = _joined
            elif isinstance(value[0], (np.ndarray, Path)):
                self._is_lost = True
        if _size(value) > _LARGEST:
            self._is_lost = True
        else:
            self._contents.append((value, snapshot, snapshot(value)))

    def changes(self) -> set[str] | None:
        """Return the names of the attributes of a single artist that have other values.

        None if attributes came or went, or a value was changed in place.
        """
        if self._is_lost or len(self._attributes) != 1 or self._own is None:
            return None
        own = self._own
        if len(own) != len(self._values):
            return None
        if any(now is not was for now, was in zip(_colors(self._artist), self._colors, strict=True)):
            return None
        pairs = zip(own.items(), self._values, strict=True)
        names = {name for (name, value), was in pairs if value is not was}
        kept = set(map(id, (*own.values(), *self._colors)))
        for value, snapshot, was in self._contents:
            if id(value) in kept and snapshot(value) != was:
                return None
        return names

    def refresh(self, names: set[str]) -> None:
        """Record the new values of these attributes of a single artist; all others are unchanged."""
        if self._own is None:
            return
        self._values = list(self._own.values())
        ids = set(map(id, (*self._values, *self._colors)))
        self._contents = [content for content in self._contents if id(content[0]) in ids]
        for name in names:
            value = self._own[name]
            if _SNAPSHOTS[type(value)] is not None:
                self._remember(value, ids)

    def holds(self) -> bool:
        """Return whether they are unchanged."""
        if self._is_lost:
            return False
        try:
            if list(chain.from_iterable(self._attributes)) != self._values:
                return False
            for value, snapshot, was in self._contents:
                if snapshot(value) != was:
                    return False
        except Exception:  # noqa: BLE001
            # Values that can't be compared count as changed.
            return False
        return True


def _colors(artist: Any) -> tuple[Any, Any]:
    """Return the colormap and the norm of an artist, which are attributes of its colorizer."""
    return getattr(artist, "cmap", None), getattr(artist, "norm", None)


def place_of_clip(box: Any) -> Any:
    """Return the last transform of a box such as `set_clip_path` makes of a rectangle, None for others."""
    try:
        clip_in_place(box)
        return box._transform._b
    except AttributeError:
        return None


def clip_in_place(box: Any) -> Any:
    """Return what such a box contains before its last transform, which is found without its edges."""
    path = box._transform._a
    return (
        box._bbox.get_points().tobytes(),
        path._a._boxout.get_points().tobytes(),
        path._b.get_matrix().tobytes(),
    )


def _size(value: Any) -> int:
    """Return the bytes of an object's arrays."""
    if isinstance(value, Path):
        value = value.vertices
    if isinstance(value, list):
        value = tuple(path.vertices for path in value if isinstance(path, Path))
    parts = value if isinstance(value, tuple) else (value,)
    return sum(part.nbytes for part in parts if isinstance(part, np.ndarray))


# Bytes are compared faster than arrays, and NaN is NaN.
def _of_path(path: Any) -> Any:
    codes = path.codes
    return path.vertices.tobytes(), None if codes is None else codes.tobytes()


def _joined(paths: list[Path]) -> Any:
    codes = [path.codes for path in paths if path.codes is not None]
    vertices = np.concatenate([path.vertices for path in paths])
    return paths.copy(), vertices.tobytes(), np.concatenate(codes).tobytes() if codes else b""


# The first matching type.
_KINDS: list[tuple[type | tuple[type, ...], Snapshot]] = [
    (np.ma.MaskedArray, lambda array: (array.data.tobytes(), np.ma.getmaskarray(array).tobytes())),
    (tuple, lambda values: [part.tobytes() for part in values if isinstance(part, np.ndarray)]),
    (np.ndarray, np.ndarray.tobytes),
    (list, list.copy),
    (dict, dict.copy),
    (Path, _of_path),
    (BboxBase, lambda box: box.get_points().tobytes()),
    (Transform, lambda transform: transform.get_affine().get_matrix().tobytes()),
    ((Colormap, FontProperties, MarkerStyle, Normalize), lambda value: vars(value).copy()),
]


class _Snapshots(dict[type, "Snapshot | None"]):
    """What takes snapshots of objects of a type; None if they are not changed in place."""

    def __missing__(self, kind: type) -> Snapshot | None:
        fitting = (snapshot for kinds, snapshot in _KINDS if issubclass(kind, kinds))
        self[kind] = next(fitting, None)
        return self[kind]


_SNAPSHOTS = _Snapshots()
