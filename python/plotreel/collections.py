"""Collections, which `Axes.add_collection` takes."""

from __future__ import annotations

from typing import Any

from plotreel.figure import _artists
from plotreel.figure._data import numbers
from plotreel.figure._later import Later


class LaterCollection(Later):
    """A collection that has its properties and its values before it is in axes."""

    def __init__(self, kind: str, made_of: dict[str, Any], looks: dict[str, Any]) -> None:
        values = looks.pop("array", None)
        super().__init__(kind, made_of, looks)
        if values is not None:
            self.set_array(values)

    def set_array(self, values: Any) -> None:
        """Set the values that norm and colormap convert to colours."""
        if self._is_placed:
            self._change("set_array", values)
        else:
            self.set(array=numbers(values).tolist())


class LineCollection(LaterCollection, _artists.LineCollection):
    """Many lines: sequences of points."""

    def __init__(self, segments: Any, **looks: Any) -> None:
        super().__init__("LineCollection", {"segments": list(segments)}, looks)


class PolyCollection(LaterCollection, _artists.PolyCollection):
    """Many polygons: sequences of corners."""

    def __init__(self, verts: Any, **looks: Any) -> None:
        super().__init__("PolyCollection", {"verts": list(verts)}, looks)
