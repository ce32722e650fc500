"""Texts, titles, legends and colorbars of figures and subfigures."""

from __future__ import annotations

from typing import Any

import numpy as np

from plotreel.figure._annotations import legend_arguments
from plotreel.figure._axes import AxesBase
from plotreel.figure._colorbar import Colorbar
from plotreel.figure._looks import without_none
from plotreel.figure._subplots import Subplots
from plotreel.figure._whole import whole


class FigureBase(Subplots):
    """What figures and subfigures have in common."""

    def text(self, x: float, y: float, s: Any, fontdict: Any = None, **kwargs: Any) -> Any:
        """Write a text at a place in fractions of the figure."""
        return self._draw("text", {"fontdict": fontdict, **kwargs}, x=float(x), y=float(y), s=str(s))

    def suptitle(self, t: Any, **kwargs: Any) -> Any:
        """Set the title of the figure."""
        return self._sup("suptitle", t, kwargs)

    def supxlabel(self, t: Any, **kwargs: Any) -> Any:
        """Set the label of all x axes."""
        return self._sup("supxlabel", t, kwargs)

    def supylabel(self, t: Any, **kwargs: Any) -> Any:
        """Set the label of all y axes."""
        return self._sup("supylabel", t, kwargs)

    @whole
    def _sup(self, name: str, text: Any, kwargs: dict[str, Any]) -> Any:
        place = {axis: kwargs.pop(axis, None) for axis in ("x", "y")}
        title = self._draw(name, kwargs, t=str(text))
        if place != {"x": None, "y": None}:
            now = title._get("position")
            title.set(position=[now[i] if at is None else at for i, at in enumerate(place.values())])
        return title

    def legend(self, *args: Any, **kwargs: Any) -> Any:
        """Draw a legend of the artists of all axes."""
        artists = [artist for ax in self._axes for artist in ax._artists]
        given, entries = legend_arguments(artists, args, kwargs)
        return self._draw("legend", given, entries=entries)

    @whole
    def colorbar(self, mappable: Any, cax: Any = None, ax: Any = None, *, ticks: Any = None,
                 orientation: str | None = None, label: str | None = None, format: Any = None,
                 **kwargs: Any) -> Colorbar:  # fmt: skip
        """Draw the colours of an artist beside axes, or in `cax`."""
        given = without_none(kwargs)
        given.pop("use_gridspec", None)
        if orientation is not None:
            given.setdefault("location", "bottom" if orientation == "horizontal" else "right")
        around = mappable.axes if ax is None else ax
        axs = [around] if isinstance(around, AxesBase) else list(np.ravel(np.asarray(around, object)))
        if cax is not None:
            self._call("colorbar", mappable=mappable._part, cax=cax._part, label=label, **given)
            bar_ax = cax
        else:
            owner = axs[0].figure
            current = owner._current
            parts = [one._part for one in axs]
            bar_ax = owner._add_axes("colorbar", mappable=mappable._part, ax=parts, label=label, **given)[0]
            owner.sca(current)
        bar = Colorbar(bar_ax, mappable, given.get("location", "right") in ("left", "right"))
        if ticks is not None:
            bar.set_ticks(ticks)
        if format is not None:
            bar._long.set_major_formatter(format)
        return bar

    def align_labels(self) -> None:
        """Align the labels of axes in a row or column."""
        self._call("align_labels")

    def align_xlabels(self) -> None:
        """Align the labels of x of axes in a row."""
        self._call("align_xlabels")

    def align_ylabels(self) -> None:
        """Align the labels of y of axes in a column."""
        self._call("align_ylabels")

    def align_titles(self) -> None:
        """Align the titles of axes in a row."""
        self._call("align_titles")

    def autofmt_xdate(self, bottom: float = 0.2, rotation: float = 30, ha: str = "right") -> None:
        """Turn the dates below the axes, and make room for them."""
        self._call("autofmt_xdate", bottom=float(bottom), rotation=float(rotation))
        if ha != "right":
            for ax in self._axes:
                ax.tick_params("x", labelha=ha)
