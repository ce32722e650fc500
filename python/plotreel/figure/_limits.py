"""Limits and scales of axes."""

from __future__ import annotations

from typing import Any

import numpy as np

from plotreel.figure._axes_core import AxesCore


class Limits(AxesCore):
    """The methods that set limits and scales."""

    def set_xlim(self, left: Any = None, right: Any = None, **limits: Any) -> tuple[float, float]:
        """Set the limits along x; None keeps one."""
        return self._set_lim("xlim", left, right, limits, ("xmin", "xmax"))

    def set_ylim(self, bottom: Any = None, top: Any = None, **limits: Any) -> tuple[float, float]:
        """Set the limits along y; None keeps one."""
        return self._set_lim("ylim", bottom, top, limits, ("ymin", "ymax"))

    def _set_lim(
        self, name: str, low: Any, high: Any, limits: dict[str, Any], names: tuple[str, str]
    ) -> tuple[float, float]:
        limits.pop("emit", None)
        if limits.pop("auto", False) is not False:
            raise TypeError("auto can only be False here: limits that are set are no longer autoscaled")
        low, high = limits.pop(names[0], low), limits.pop(names[1], high)
        if limits:
            raise TypeError(f"unexpected keyword argument {next(iter(limits))!r}")
        if high is None and np.ndim(low) == 1:
            low, high = low
        if low is None or high is None:
            now = self._limits(name)
            low, high = now[0] if low is None else low, now[1] if high is None else high
        axis = "y" if name == "rlim" else name[0]
        self._put(**{name: [self._number(axis, low), self._number(axis, high)]})
        return self._limits(name)

    def _limits(self, name: str) -> tuple[float, float]:
        if name not in ("xlim", "ylim"):
            return tuple(self._get(name))
        # Those of all axes that share them.
        low, high = self._call("get_lim", axis=name[0])["limits"]
        return float(low), float(high)

    def get_xlim(self) -> tuple[float, float]:
        """Return the limits along x, which axes that share them have together."""
        return self._limits("xlim")

    def get_ylim(self) -> tuple[float, float]:
        """Return the limits along y, which axes that share them have together."""
        return self._limits("ylim")

    get_xbound, get_ybound = get_xlim, get_ylim
    set_xbound, set_ybound = set_xlim, set_ylim

    def invert_xaxis(self) -> None:
        """Turn the x axis round."""
        self._call("invert_xaxis")

    def invert_yaxis(self) -> None:
        """Turn the y axis round."""
        self._call("invert_yaxis")

    def xaxis_inverted(self) -> bool:
        """Return whether the larger limit of x is the first."""
        return self.xaxis.get_inverted()

    def yaxis_inverted(self) -> bool:
        """Return whether the larger limit of y is the first."""
        return self.yaxis.get_inverted()

    def set_xscale(self, value: str, **settings: Any) -> None:
        """Set the scale of x: "linear", "log" or "symlog"."""
        self._call("set_scale", axis="x", **scale_settings(value, settings))

    def set_yscale(self, value: str, **settings: Any) -> None:
        """Set the scale of y: "linear", "log" or "symlog"."""
        self._call("set_scale", axis="y", **scale_settings(value, settings))

    def get_xscale(self) -> str:
        """Return the scale of x."""
        return str(self._get("xscale"))

    def get_yscale(self) -> str:
        """Return the scale of y."""
        return str(self._get("yscale"))

    def relim(self) -> None:
        """Take the limits of the data again, for `autoscale_view`."""
        self._call("relim")

    def autoscale_view(self, tight: bool | None = None, **axes: bool) -> None:
        """Fit the limits to the data."""
        self._call("autoscale_view")


def scale_settings(value: str, settings: dict[str, Any]) -> dict[str, Any]:
    known = {"log": {"base": 10.0}, "symlog": {"linthresh": 2.0}}.get(value, {})
    for name, setting in settings.items():
        if name in known:
            known[name] = float(setting)
        elif name != "nonpositive" and (name, setting) != ("base", 10):
            raise TypeError(f"the scale {value} has no setting {name} here")
    return {"scale": value, **known}
