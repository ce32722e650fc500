"""The artists of axes, of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

_CHANGES = ("append", "clear", "extend", "insert", "pop", "remove", "reverse", "sort")


class ArtistList(Sequence[Any]):
    """Artists that axes have at present: ``for line in ax.lines``; `remove` of an artist takes it out."""

    def __init__(self, artists: Sequence[Any]) -> None:
        self._artists = tuple(artists)

    def __getitem__(self, index: Any) -> Any:
        return self._artists[index]

    def __len__(self) -> int:
        return len(self._artists)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._artists)

    def __eq__(self, other: object) -> bool:
        """Whether another sequence has the same artists."""
        return isinstance(other, (ArtistList, list, tuple)) and self._artists == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __add__(self, other: Any) -> Any:
        return [*self, *other]

    def __radd__(self, other: Any) -> Any:
        return [*other, *self]

    def __repr__(self) -> str:
        return f"<{len(self)} artists of axes: {', '.join(type(artist).__name__ for artist in self)}>"

    def __getattr__(self, name: str) -> Any:
        advice = "call remove() of an artist, or draw one by a method of the axes" if name in _CHANGES else "take one"
        raise AttributeError(f"the artists of axes have no {name!r}: {advice}", name=name)
