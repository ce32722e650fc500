"""Titles of axes and labels of their axis."""

from __future__ import annotations

from typing import Any

from plotreel.figure._axes_core import AxesCore
from plotreel.figure._axis import Label
from plotreel.figure._looks import without_none

_TITLES = {"center": "title", "left": "left_title", "right": "right_title"}


class Titles(AxesCore):
    """The methods that write titles and labels."""

    def set_title(self, label: Any, fontdict: Any = None, loc: str = "center", **looks: Any) -> Label:
        """Set a title over the axes, at its "center", "left" or "right"."""
        title = Label(self, "title_", _title(loc))
        title.set(text=str(label), **{**(fontdict or {}), **without_none(looks)})
        return title

    def get_title(self, loc: str = "center") -> str:
        """Return a title."""
        return str(self._get(_title(loc)))

    @property
    def title(self) -> Label:
        """The title over the middle."""
        return Label(self, "title_", "title")

    def set_xlabel(self, xlabel: Any, fontdict: Any = None, labelpad: Any = None, **looks: Any) -> Label:
        """Set the label of the x axis."""
        return self._set_label("x", xlabel, fontdict, labelpad, looks)

    def set_ylabel(self, ylabel: Any, fontdict: Any = None, labelpad: Any = None, **looks: Any) -> Label:
        """Set the label of the y axis."""
        return self._set_label("y", ylabel, fontdict, labelpad, looks)

    def _set_label(self, axis: str, text: Any, fontdict: Any, labelpad: Any, looks: Any) -> Label:
        label = self._axis(axis).label
        given = without_none({**(fontdict or {}), "labelpad": labelpad, **looks})
        label.set(text=str(text), **given)
        return label

    def get_xlabel(self) -> str:
        """Return the label of the x axis."""
        return self.xaxis.label.get_text()

    def get_ylabel(self) -> str:
        """Return the label of the y axis."""
        return self.yaxis.label.get_text()


def _title(loc: str) -> str:
    if loc not in _TITLES:
        raise ValueError(f"loc can't be {loc!r}: give {', '.join(_TITLES)}")
    return _TITLES[loc]
