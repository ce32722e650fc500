"""Colorbars."""

from __future__ import annotations

from typing import Any

from plotreel.figure._names import unknown


class Colorbar:
    """The colours of an artist.

    Attributes
    ----------
    ax : Axes
        The axes that it fills.
    mappable : Artist
        The artist.
    """

    def __init__(self, ax: Any, mappable: Any, vertical: bool) -> None:
        self.ax, self.mappable = ax, mappable
        self._long = ax.yaxis if vertical else ax.xaxis

    def set_label(self, label: Any, *, loc: str | None = None, **looks: Any) -> None:
        """Set the label of its long axis."""
        self.ax._set_label(self._long.axis_name, label, None, None, {**looks, "loc": loc})

    def set_ticks(self, ticks: Any, *, labels: Any = None, minor: bool = False, **looks: Any) -> None:
        """Set where ticks are, and their labels."""
        self.ax._set_ticks(self._long.axis_name, ticks, labels, minor, looks)

    def set_ticklabels(self, ticklabels: Any, **looks: Any) -> None:
        """Set the labels of the ticks."""
        self.ax._set_tick_labels(self._long.axis_name, ticklabels, looks)

    def update_normal(self, mappable: Any = None) -> None:
        """Do nothing: it follows its artist."""

    def remove(self) -> None:
        """Take it out of the figure."""
        self.ax.remove()

    def __getattr__(self, name: str) -> Any:
        raise unknown("Colorbar", name, dir(type(self)))
