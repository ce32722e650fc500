"""Axes' axis, spines and labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plotreel.figure._artist import Artist
from plotreel.figure._artists import Axis as AxisProperties
from plotreel.figure._artists import Spine, Ticks
from plotreel.figure._color import color
from plotreel.figure._names import unknown
from plotreel.ticker import Formatter, FuncFormatter, Locator, formatter_of

if TYPE_CHECKING:
    from plotreel.figure._axes import AxesBase
    from plotreel.figure._axes_core import AxesCore

_SIDES = {"x": ("bottom", "top"), "y": ("left", "right"), "z": ("left", "right")}
_GRID = {
    "color": "grid_color",
    "c": "grid_color",
    "alpha": "grid_alpha",
    "linestyle": "grid_linestyle",
    "ls": "grid_linestyle",
    "linewidth": "grid_linewidth",
    "lw": "grid_linewidth",
}
_LABEL = {
    "text": "text",
    "color": "color",
    "c": "color",
    "fontsize": "size",
    "size": "size",
    "fontweight": "weight",
    "weight": "weight",
    "family": "family",
    "fontfamily": "family",
    "fontname": "family",
    "rotation": "rotation",
    "ha": "ha",
    "horizontalalignment": "ha",
    "va": "va",
    "verticalalignment": "va",
    "rotation_mode": "rotation_mode",
    "loc": "loc",
    "labelpad": "pad",
    "pad": "pad",
}


class Label:
    """A title of axes or the label of an axis, which matplotlib has as a text.

    Parameters
    ----------
    owner : Artist
        The axes or the axis.
    prefix : str
        What its properties begin with, "title_" or "label_".
    text : str
        The property of its text.
    """

    def __init__(self, owner: Artist, prefix: str, text: str) -> None:
        self._owner = owner
        self._prefix = prefix
        self._text = text

    def set(self, **looks: Any) -> None:
        """Set its text and its looks by name."""
        for name, value in looks.items():
            if name not in _LABEL:
                raise unknown("a label", name, _LABEL)
            name = _LABEL[name]
            value = color(value) if name == "color" else value
            self._owner._put(**{self._text if name == "text" else self._prefix + name: value})

    def set_text(self, text: Any) -> None:
        """Set the text."""
        self.set(text=str(text))

    def get_text(self) -> str:
        """Return the text."""
        return str(self._owner._get(self._text))

    def set_visible(self, visible: bool) -> None:
        """Hide it, by an empty text; there is no way back."""
        if not visible:
            self.set_text("")

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            super().__setattr__(name, value)
        else:
            self.set(**{name: value})

    def __getattr__(self, name: str) -> Any:
        verb, _, what = name.partition("_")
        if verb == "set" and what in _LABEL:
            return lambda value: self.set(**{what: value})
        raise unknown("a label", name, [f"set_{known}" for known in _LABEL])


class Axis(AxisProperties):
    """An axis of axes: ticks, their labels and the axis' label."""

    axes: AxesBase
    _fields = Artist._fields | {"axis_name", "label"}

    def __init__(self, axes: AxesBase, name: str) -> None:
        super().__init__(axes.figure, axes._part.part(name), axes)
        self.axis_name = name
        self.label = Label(self, "label_", "label_text")

    def _ticks(self, which: str) -> Ticks:
        return Ticks(self.figure, self.axes._part.part(f"{self.axis_name} {which}"), self.axes)

    def set_label_text(self, value: Any) -> None:
        """Set the text of the label."""
        self.label.set_text(value)

    def get_inverted(self) -> bool:
        """Return whether the larger limit is the first."""
        low, high = self.axes._limits(f"{self.axis_name}lim")
        return low > high

    def set_inverted(self, inverted: bool) -> None:
        """Set whether the larger limit is the first; limits stay autoscaled."""
        if bool(inverted) != self.get_inverted():
            self.axes._call(f"invert_{self.axis_name}axis")

    def set_tick_params(self, which: str = "major", **params: Any) -> None:
        """Set the look of ticks, their labels and grid lines."""
        self.axes.tick_params(self.axis_name, which=which, **params)

    def grid(self, visible: bool | None = None, which: str = "major", **looks: Any) -> None:
        """Show or hide grid lines."""
        self.axes.grid(visible, which, self.axis_name, **looks)

    def set_ticks(  # type: ignore[override]
        self, ticks: Any, labels: Any = None, *, minor: bool = False, **looks: Any
    ) -> None:
        """Set where ticks are, and their labels."""
        self.axes._set_ticks(self.axis_name, ticks, labels, minor, looks)

    def set_major_locator(self, locator: Locator) -> None:
        """Set what finds the major ticks."""
        self._set_ticker(False, locator)

    def set_minor_locator(self, locator: Locator) -> None:
        """Set what finds the minor ticks."""
        self._set_ticker(True, locator)

    def set_major_formatter(self, value: Any) -> None:
        """Set what writes the labels of the major ticks: a formatter, a format or a function."""
        self._set_ticker(False, formatter_of(value))

    def set_minor_formatter(self, value: Any) -> None:
        """Set what writes the labels of the minor ticks: a formatter, a format or a function."""
        self._set_ticker(True, formatter_of(value))

    def _set_ticker(self, minor: bool, ticker: Locator | Formatter | FuncFormatter) -> None:
        figure, part = self.figure._figure, self.axes._part
        part.set_ticker(figure, self.axis_name, minor, type(ticker).__name__, ticker.settings)

    def tick_top(self) -> None:
        """Move ticks and labels to the top."""
        self.set_ticks_position("top")

    def tick_bottom(self) -> None:
        """Move ticks and labels to the bottom."""
        self.set_ticks_position("bottom")

    def tick_left(self) -> None:
        """Move ticks and labels to the left."""
        self.set_ticks_position("left")

    def tick_right(self) -> None:
        """Move ticks and labels to the right."""
        self.set_ticks_position("right")

    def set_ticks_position(self, position: str) -> None:
        """Move ticks and labels to a side."""
        self.axes._call("set_ticks_position", axis=self.axis_name, side=position)


def tick_params(axis: str, which: str, params: dict[str, Any], axes: AxesCore) -> dict[str, Any]:
    """Return changes of the ticks of an axis by the library's names."""
    result: dict[str, Any] = {}
    for name, value in params.items():
        if name == "colors":
            result |= {"color": color(value), "labelcolor": color(value)}
        elif name in ("labelcolor", "color", "grid_color"):
            result[name] = color(value)
        elif name == "gridOn":
            result["grid"] = value
        elif name.removeprefix("label") not in (*_SIDES["x"], *_SIDES["y"]):
            result[name] = value
    for prefix, group in (("", "ticks"), ("label", "labels")):
        names = [prefix + side for side in _SIDES[axis]]
        if any(name in params for name in names):
            known = axes._axis(axis)._ticks("minor" if which == "minor" else "major")._get(group)
            result[group] = [bool(params.get(name, now)) for name, now in zip(names, known)]
    return result


def grid_looks(looks: dict[str, Any]) -> dict[str, Any]:
    """Return the looks of grid lines by the names of `tick_params`."""
    unknown_ones = [name for name in looks if name not in _GRID and name not in ("zorder", "label")]
    if unknown_ones:
        raise unknown("a grid", unknown_ones[0], _GRID)
    return {_GRID[name]: value for name, value in looks.items() if name in _GRID}


class Spines:
    """The spines of axes by their sides: ``ax.spines["top"]``, ``ax.spines[["top", "right"]]``."""

    def __init__(self, axes: AxesBase) -> None:
        self._axes = axes

    def __getitem__(self, side: Any) -> Any:
        if isinstance(side, str):
            return self._one(side)
        sides = list(self) if side == slice(None) else side
        return Several([self._one(side) for side in sides])

    def _one(self, side: str) -> Spine:
        side = {"polar": "top", "inner": "bottom", "start": "left", "end": "right"}.get(side, side)
        return Spine(self._axes.figure, self._axes._part.part(side), self._axes)

    def __getattr__(self, name: str) -> Any:
        if name in ("left", "right", "top", "bottom", "polar"):
            return self[name]
        raise unknown("spines", name, ["left", "right", "top", "bottom"])

    def __iter__(self) -> Iterator[str]:
        return iter(("left", "right", "bottom", "top"))

    def values(self) -> list[Spine]:
        """Return all spines."""
        return [self._one(side) for side in self]

    def items(self) -> list[tuple[str, Spine]]:
        """Return all sides and spines."""
        return [(side, self._one(side)) for side in self]


class Several:
    """Several spines, whose setters are called together."""

    def __init__(self, spines: list[Spine]) -> None:
        self._spines = spines

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("set"):
            raise unknown("spines", name, dir(Spine))
        setters = [getattr(spine, name) for spine in self._spines]

        def set_all(*args: Any, **kwargs: Any) -> None:
            for setter in setters:
                setter(*args, **kwargs)

        return set_all
