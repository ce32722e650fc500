"""Polar axes: their angles and radii, the labels around them, and their spines."""

from __future__ import annotations

from typing import Any

from matplotlib.projections.polar import PolarAxes, RadialAxis, ThetaAxis

from plotreel.matplotlib.native import _axis, _spines
from plotreel.matplotlib.native._projection import Projection, frame_look, patch_look, projects
from plotreel.matplotlib.native._table import Untranslatable

# matplotlib's names of the sides of a wedge, by plotreel's.
_SIDES = {"left": "start", "right": "end", "bottom": "inner", "top": "polar"}

# Those that are shown if the wedge has them, whatever their flags were.
_AUTOMATIC = ("left", "right", "bottom")

# Of labels at a full circle, by the classes of axis.
_ALIGNED = {ThetaAxis: ("center", "center"), RadialAxis: ("left", "bottom")}

_DIRECTIONS = {1: "counterclockwise", -1: "clockwise"}


class Polar(Projection):
    """The projection of polar axes."""

    name = "polar"
    axis_kinds = (ThetaAxis, RadialAxis)
    is_whole = True
    is_curved = True

    def shown(self, axes: Any) -> Any:
        boxes = (axes._viewLim, axes._originViewLim)
        matrices = (axes._theta_offset, axes._direction, axes._r_label_position)
        return (
            *(box.get_points().tobytes() for box in boxes),
            *(transform.get_matrix().tobytes() for transform in matrices),
        )

    def view(self, axes: Any) -> dict[str, Any]:
        radius = float(axes.get_rorigin())
        (_, low), (_, high) = axes.viewLim.get_points().tolist()
        return {
            **super().view(axes),
            "theta_offset": float(axes.get_theta_offset()),
            "theta_direction": _DIRECTIONS[int(axes.get_theta_direction())],
            "rlabel_position": float(axes.get_rlabel_position()),
            # Without one of its own it is where r starts.
            "rorigin": None if radius == low and high > low else radius,
        }

    def coordinates(self, axes: Any) -> dict[int, Any]:
        return {id(axes.transData): "data", id(axes.transAxes): "axes fraction"}

    def parts(self, axes: Any) -> dict[str, dict[str, Any]]:
        spines = _spines.looks(axes, _SIDES) if axes.axison else {}
        for side in _AUTOMATIC:
            if side in spines:
                spines[side]["visible"] = spines[side]["linewidth"] > 0
        return {"": {**frame_look(axes), **patch_look(axes)}, **spines}

    def tick(self, tick: Any, axis: Any) -> dict[str, Any]:
        mode, degrees = tick._labelrotation
        own = _axis.alignment_of(tick.label1)
        if _is_full(axis.axes) and tick.label1.get_visible() and own != _ALIGNED[type(axis)]:
            raise Untranslatable("aligned tick labels of polar axes")
        look = _axis.tick(tick)
        if type(axis) is RadialAxis and _is_full(axis.axes):
            # Circles have no second side.
            look["ticks"], look["labels"] = (look["ticks"][0], False), (look["labels"][0], False)
        return {**look, "labelrotation": [mode, float(degrees)]}

    def covered(self, axes: Any) -> list[Any]:
        return [*super().covered(axes), axes.patch]

    def watched(self, axes: Any) -> list[Any]:
        return [*super().watched(axes), axes.patch]


def _is_full(axes: Any) -> bool:
    return bool(abs(abs(axes.get_thetamax() - axes.get_thetamin()) - 360.0) < 1e-9)


projects(PolarAxes, Polar())
