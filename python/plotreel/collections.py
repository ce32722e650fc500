"""Collections, which `Axes.add_collection` takes."""

from __future__ import annotations

from typing import Any

from plotreel.figure import _artists
from plotreel.figure._later import Later


class LineCollection(Later, _artists.LineCollection):
    """Many lines: sequences of points."""

    def __init__(self, segments: Any, **looks: Any) -> None:
        values = looks.pop("array", None)
        super().__init__("LineCollection", {"segments": list(segments)}, looks)
        if values is not None:
            self.set_array(values)

    def set_array(self, values: Any) -> None:
        """Set the values that norm and colormap convert to colours."""
        later_array(self, values)


class PolyCollection(Later, _artists.PolyCollection):
    """Many polygons: sequences of corners."""

    def __init__(self, verts: Any, **looks: Any) -> None:
        values = looks.pop("array", None)
        super().__init__("PolyCollection", {"verts": list(verts)}, looks)
        if values is not None:
            self.set_array(values)

    def set_array(self, values: Any) -> None:
        """Set the values that norm and colormap convert to colours."""
        later_array(self, values)


def later_array(artist: Any, values: Any) -> None:
    """Set the values of a collection, in axes or not."""
    if artist._is_placed:
        artist._change("set_array", values)
    else:
        from plotreel.figure._data import numbers

        artist.set(array=numbers(values).tolist())
