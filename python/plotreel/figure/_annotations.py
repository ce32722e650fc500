"""Texts, annotations, legends, and patches given as objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plotreel.figure._axes import AxesBase
from plotreel.figure._looks import Transform, without_none

_LOCS = (
    "best",
    "upper right",
    "upper left",
    "lower left",
    "lower right",
    "right",
    "center left",
    "center right",
    "lower center",
    "upper center",
    "center",
)


class Annotations(AxesBase):
    """The methods that write and add."""

    def text(self, x: Any, y: Any, s: Any, fontdict: Any = None, **kwargs: Any) -> Any:
        """Write a text."""
        at = {"x": self._number("x", x), "y": self._number("y", y)}
        return self._draw("text", {"fontdict": fontdict, **kwargs}, **at, s=str(s))

    def annotate(
        self, text: Any, xy: Any, xytext: Any = None, xycoords: Any = "data", textcoords: Any = None,
        arrowprops: Any = None, **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Write a text about a point, with an arrow to it."""
        at = self._point(xy)
        place = at if xytext is None else self._point(xytext)
        given = dict(kwargs, xycoords=xycoords, textcoords=textcoords or xycoords, arrowprops=arrowprops)
        return self._draw("annotate", given, text=str(text), xy=at, xytext=place)

    def _point(self, xy: Any) -> tuple[float, float]:
        x, y = xy
        return self._number("x", x), self._number("y", y)

    def arrow(self, x: Any, y: Any, dx: float, dy: float, **kwargs: Any) -> Any:
        """Draw an arrow."""
        ends = {"x": self._number("x", x), "y": self._number("y", y), "dx": float(dx), "dy": float(dy)}
        return self._draw("arrow", kwargs, **ends)

    def legend(self, *args: Any, **kwargs: Any) -> Any:
        """Draw a legend of the artists with labels, or of handles and labels."""
        given, entries = legend_arguments(self._artists, args, kwargs)
        return self._draw("legend", given, entries=entries)

    def get_legend(self) -> Any:
        """Return the legend."""
        legends = self._of("Legend")
        return legends[-1] if legends else None

    def get_legend_handles_labels(self) -> tuple[list[Any], list[str]]:
        """Return the artists with labels, and these."""
        pairs = [(artist, artist._get("label")) for artist in self._artists]
        pairs = [(artist, label) for artist, label in pairs if label and not label.startswith("_")]
        return [artist for artist, _ in pairs], [label for _, label in pairs]

    def add_patch(self, p: Any) -> Any:
        """Add a patch of `plotreel.patches`, and return it."""
        p._place(self._draw("add", p.looks, kind=p.kind, **p.made_of))
        return p

    def add_artist(self, a: Any) -> Any:
        """Add a patch or a collection, and return it."""
        return self.add_patch(a)

    def add_collection(self, collection: Any, autolim: bool = True) -> Any:
        """Add a collection of `plotreel.collections`, and return it."""
        return self.add_patch(collection)

    def add_line(self, line: Any) -> Any:
        """Add a line of `plotreel.lines`, and return it."""
        return self.add_patch(line)

    def get_xaxis_transform(self) -> Transform:
        """Return the coordinates with x in data and y in fractions of the axes."""
        return Transform(("data", "axes fraction"))

    def get_yaxis_transform(self) -> Transform:
        """Return the coordinates with x in fractions of the axes and y in data."""
        return Transform(("axes fraction", "data"))


def legend_arguments(
    artists: list[Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[dict[str, Any], Any]:
    """Return the properties of a legend of artists, and its entries, if they are given."""
    handles, labels = kwargs.pop("handles", None), kwargs.pop("labels", None)
    if len(args) == 2:
        handles, labels = args
    elif len(args) == 1:
        labels = args[0]
    given = without_none(kwargs)
    if isinstance(given.get("loc"), int):
        given["loc"] = _LOCS[given["loc"]]
    if "prop" in given:
        given |= _font(given.pop("prop"))
    if (box := given.get("bbox_to_anchor")) is not None:
        given["bbox_to_anchor"] = [*map(float, box), *([0.0, 0.0] if len(box) == 2 else [])]
    for name in ("shadow", "bbox_transform"):
        if given.pop(name, None):
            raise TypeError(f"{name} of legends is not supported")
    if handles is None and labels is None:
        return given, None
    if handles is None:
        handles = [artist for artist in artists if _has_entry(artist)]
    if labels is None:
        labels = [_first(handle)._get("label") or "" for handle in handles]
    entries = [(_first(handle)._part, str(label)) for handle, label in zip(handles, labels)]
    return given, entries


def _font(prop: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of a legend's texts by those of a font."""
    names = {"size": "fontsize", "weight": "weight", "family": "family"}
    for name in prop:
        if name not in names:
            raise TypeError(f"prop of legends can't have {name!r} here: give {', '.join(names)}")
    return {names[name]: value for name, value in prop.items()}


def _has_entry(artist: Any) -> bool:
    return type(artist).__name__ not in ("Text", "Annotation", "Legend", "AxesImage")


def _first(handle: Any) -> Any:
    """Return an artist of a handle: itself, or the first of several."""
    while isinstance(handle, Sequence):
        handle = next(one for one in handle if one is not None and one != ())
    return handle
