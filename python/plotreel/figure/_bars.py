"""The bars of flat axes, and their labels."""

from __future__ import annotations

from typing import Any

import numpy as np

from plotreel.figure._axes import AxesBase
from plotreel.figure._bar import BarData
from plotreel.figure._data import Numbers, some, values
from plotreel.figure._whole import whole


class Bars(AxesBase):
    """The methods that draw bars."""

    @whole
    def bar(
        self, x: Any, height: Any, width: Any = 0.8, bottom: Any = None, *, align: str = "center",
        **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Draw bars of these heights."""
        extra = _bar_extras(kwargs)
        bars = self._draw(
            "bar", kwargs, x=x, height=height, width=some(width), bottom=some(bottom), align=align
        )
        self._finish_bars(bars, "x", extra)
        return bars

    @whole
    def barh(
        self, y: Any, width: Any, height: Any = 0.8, left: Any = None, *, align: str = "center",
        **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Draw horizontal bars of these lengths."""
        extra = _bar_extras(kwargs)
        bars = self._draw(
            "barh", kwargs, y=y, length=width, width=some(height), bottom=some(left), align=align
        )
        self._finish_bars(bars, "y", extra)
        return bars

    def _finish_bars(self, bars: BarData, axis: str, extra: dict[str, Any]) -> None:
        middles, starts, lengths = _sides(bars, axis == "x")
        if extra["tick_label"] is not None:
            labels = extra["tick_label"]
            labels = [labels] * len(middles) if isinstance(labels, str) else labels
            self._set_ticks(axis, middles, labels, False, {})
        if extra["xerr"] is not None or extra["yerr"] is not None:
            ends = starts + lengths
            x, y = (middles, ends) if axis == "x" else (ends, middles)
            looks = {"ecolor": extra["ecolor"] or "k", "capsize": extra["capsize"]}
            looks |= extra["error_kw"] or {}
            self.errorbar(x, y, xerr=extra["xerr"], yerr=extra["yerr"], fmt="none", **looks)
            errors = extra["yerr"] if axis == "x" else extra["xerr"]
            if errors is not None:
                below, above = np.broadcast_to(_pair_of_rows(errors), (2, len(ends)))
                bars._ends = np.where(lengths < 0, np.minimum(ends, starts) - below, np.maximum(ends, starts) + above)
                bars._stand = axis == "x"

    def errorbar(self, x: Any, y: Any, **kwargs: Any) -> Any:
        """Draw error bars, as `Statistics` has it."""
        raise NotImplementedError

    def bar_label(
        self, container: Any, labels: Any = None, *, fmt: Any = None, label_type: str = "edge",
        padding: float = 0, **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Write the values of bars at their ends; the labels follow the bars.

        Those of bars with errors are at the ends of these, and stay there.
        """
        if container.axes is not self:
            raise ValueError("the bars are not in these axes")
        if container._ends is not None and label_type == "edge":
            return self._labels_over_errors(container, labels, fmt, padding, kwargs)
        given = {"labels": labels, "fmt": fmt, "label_type": label_type, "padding": padding}
        return self._draw("bar_label", {**given, **kwargs}, container=container._part)

    @whole
    def _labels_over_errors(
        self, bars: BarData, labels: Any, fmt: Any, padding: float, looks: dict[str, Any]
    ) -> list[Any]:
        upright, ends = bars._stand, bars._ends
        middles, starts, lengths = _sides(bars, upright)
        made = []
        for i, (place, end, length) in enumerate(zip(middles, ends, lengths)):
            sign = -1 if length < 0 else 1
            away = ("top" if sign < 0 else "bottom") if upright else ("right" if sign < 0 else "left")
            ha, va = ("center", away) if upright else (away, "center")
            text = _value_text(fmt, starts[i] + length) if labels is None else labels[i]
            xy, shift = ((place, end), (0, sign * padding)) if upright else ((end, place), (sign * padding, 0))
            given = {"xycoords": "data", "textcoords": "offset points", "ha": ha, "va": va, **looks}
            made.append(self._draw("annotate", given, text=str(text), xy=xy, xytext=shift))
        return made


def _sides(bars: BarData, upright: bool) -> tuple[Numbers, Numbers, Numbers]:
    """Return the middles of bars across them, and where they begin and how long they are along them."""
    names = ("xs", "widths", "ys", "heights") if upright else ("ys", "heights", "xs", "widths")
    places, breadths, starts, lengths = (np.asarray(bars._get(name)) for name in names)
    return places + breadths / 2, starts, lengths


def _pair_of_rows(errors: Any) -> Numbers:
    """Return errors below and above: given as one number, one for each bar, or both rows."""
    array = np.asarray(values(errors), float)
    return array if array.ndim == 2 else np.stack([array, array]).reshape(2, -1)


def _value_text(fmt: Any, value: float) -> str:
    if callable(fmt):
        return str(fmt(value))
    fmt = fmt or "%g"
    return str(fmt % value if "%" in fmt else fmt.format(value))


def _bar_extras(kwargs: dict[str, Any]) -> dict[str, Any]:
    """Take what belongs to ticks and error bars."""
    names = ("tick_label", "xerr", "yerr", "ecolor", "capsize", "error_kw")
    extra = {name: kwargs.pop(name, None) for name in names}
    if kwargs.pop("log", False):
        raise TypeError("log is not supported here: call ax.set_yscale('log')")
    return extra
