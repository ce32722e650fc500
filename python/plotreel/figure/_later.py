"""Artists that are made first and added to axes later."""

from __future__ import annotations

from typing import Any

from plotreel.figure._artist import Artist


class Later(Artist):
    """An artist that has its properties before it is in axes.

    Attributes
    ----------
    kind : str
        Its class by the library's name.
    made_of : dict
        What it is made of.
    looks : dict
        Its properties until it is added.
    """

    _fields = Artist._fields | {"kind", "made_of", "looks"}

    def __init__(self, kind: str, made_of: dict[str, Any], looks: dict[str, Any]) -> None:
        self.kind = kind
        self.made_of = made_of
        self.looks = looks
        self.axes = None
        self._is_placed = False

    def _place(self, artist: Artist) -> None:
        if self._is_placed:
            raise ValueError(f"this {self.kind} is in axes already")
        self._is_placed = True
        self.figure, self.axes, self._part = artist.figure, artist.axes, artist._part
        self.axes._artists[-1] = self

    def set(self, **properties: Any) -> None:
        """Set properties by name."""
        if self._is_placed:
            super().set(**properties)
            return
        for name, value in properties.items():
            (self.made_of if name in self.made_of else self.looks)[name] = value

    def _get(self, name: str) -> Any:
        if self._is_placed:
            return super()._get(name)
        return self.looks.get(name, self.made_of.get(name))

    def _change(self, method: str, *values: Any) -> None:
        if not self._is_placed:
            raise ValueError(f"add the {self.kind} to axes before you change its data")
        super()._change(method, *values)


def pair(xy: Any) -> tuple[float, float]:
    """Return a point as two floats."""
    x, y = xy
    return float(x), float(y)
