"""Ticks, their labels and grid lines of axes."""

from __future__ import annotations

from typing import Any

from plotreel.figure._axes_core import AxesCore
from plotreel.figure._axis import grid_looks, tick_params
from plotreel.figure._data import zone_name
from plotreel.figure._gridspec import SubplotSpec
from plotreel.figure._looks import without_none
from plotreel.figure._whole import whole
from plotreel.ticker import FixedFormatter


class TickSettings(AxesCore):
    """The methods that set ticks and grid lines."""

    # The cells of a subplot.
    _spec: SubplotSpec | None = None

    def set_xticks(self, ticks: Any, labels: Any = None, *, minor: bool = False, **looks: Any) -> None:
        """Set the ticks of x, and their labels."""
        self._set_ticks("x", ticks, labels, minor, looks)

    def set_yticks(self, ticks: Any, labels: Any = None, *, minor: bool = False, **looks: Any) -> None:
        """Set the ticks of y, and their labels."""
        self._set_ticks("y", ticks, labels, minor, looks)

    @whole
    def _set_ticks(self, axis: str, ticks: Any, labels: Any, minor: bool, looks: Any) -> None:
        part = self._axis(axis)
        part.set(**{"minor_ticks" if minor else "ticks": list(self._places(axis, ticks))})
        if labels is not None:
            self._set_tick_labels(axis, labels, looks | ({"minor": True} if minor else {}))
        elif looks:
            self._label_looks(axis, looks)

    def set_xticklabels(self, labels: Any, **looks: Any) -> None:
        """Set the labels of the ticks of x, in order."""
        self._set_tick_labels("x", labels, looks)

    def set_yticklabels(self, labels: Any, **looks: Any) -> None:
        """Set the labels of the ticks of y, in order."""
        self._set_tick_labels("y", labels, looks)

    def _set_tick_labels(self, axis: str, labels: Any, looks: dict[str, Any]) -> None:
        texts = [str(label) for label in labels]
        if looks.get("minor"):
            self._axis(axis).set_minor_formatter(FixedFormatter(texts))
        else:
            self._axis(axis).set(ticklabels=texts)
        self._label_looks(axis, looks)

    def _label_looks(self, axis: str, looks: dict[str, Any]) -> None:
        names = {"ha": "labelha", "horizontalalignment": "labelha", "va": "labelva"}
        names |= {"fontsize": "labelsize", "size": "labelsize", "color": "labelcolor"}
        given = {names.get(name, name): value for name, value in without_none(looks).items()}
        which = "minor" if given.pop("minor", False) else "major"
        if given:
            self.tick_params(axis, which=which, **given)

    def get_xticks(self) -> Any:
        """Return the ticks of x that were set; None is those of the locator."""
        return self._get("xticks")

    def get_yticks(self) -> Any:
        """Return the ticks of y that were set; None is those of the locator."""
        return self._get("yticks")

    def tick_params(self, axis: str = "both", *, which: str = "major", **params: Any) -> None:
        """Set the look of ticks, their labels and grid lines."""
        if axis not in ("both", *self._axis_names):
            raise ValueError(f"axis can't be {axis!r}: give both, {', '.join(self._axis_names)}")
        for name in self._axis_names if axis == "both" else [axis]:
            changes = tick_params(name, which, params, self)
            self._call("tick_params", axis=name, which=which, **changes)

    def grid(
        self, visible: bool | None = None, which: str = "major", axis: str = "both", **looks: Any
    ) -> None:
        """Show or hide grid lines, and set their looks."""
        shown = True if visible is None or looks else bool(visible)
        params = grid_looks(looks)
        if axis == "both" and which == "major":
            self._call("grid", visible=shown)
            if not params:
                return
        self.tick_params(axis, which=which, grid=shown, **params)

    def minorticks_on(self) -> None:
        """Show minor ticks."""
        self._call("minorticks_on")

    def minorticks_off(self) -> None:
        """Hide minor ticks."""
        self._call("minorticks_off")

    def label_outer(self, remove_inner_ticks: bool = False) -> None:
        """Hide labels, and tick labels, of a subplot that are between subplots."""
        for axis in ("x", "y"):
            self._label_outer(axis, remove_inner_ticks)

    def _label_outer(self, axis: str, remove_inner_ticks: bool) -> None:
        if (spec := self._spec) is None:
            return
        names = ("bottom", "top") if axis == "x" else ("left", "right")
        outer = {"top": spec.is_first_row(), "bottom": spec.is_last_row()}
        outer |= {"left": spec.is_first_col(), "right": spec.is_last_col()}
        inner = [side for side in names if not outer[side]]
        # "bottom" is the near side of y, too.
        if names[self._axis(axis).get_label_position() in ("top", "right")] in inner:
            self._axis(axis).label.set_text("")
        hidden = {f"label{side}": False for side in inner}
        if remove_inner_ticks:
            hidden |= dict.fromkeys(inner, False)
        if hidden:
            self.tick_params(axis, which="both", **hidden)

    def _hide_tick_labels(self, axis: str) -> None:
        sides = {"x": ("bottom", "top"), "y": ("left", "right")}[axis]
        self.tick_params(axis, which="both", **{f"label{side}": False for side in sides})
        self._axis(axis).set(offset_visible=False)

    def xaxis_date(self, tz: Any = None) -> None:
        """Count days along x, as dates that are plotted do; tz is a time zone or its name."""
        self._call("axis_date", axis="x", tz=zone_name(tz))

    def yaxis_date(self, tz: Any = None) -> None:
        """Count days along y, as dates that are plotted do; tz is a time zone or its name."""
        self._call("axis_date", axis="y", tz=zone_name(tz))
