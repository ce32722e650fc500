"""3-D axes: the view of their box, its panes and grid, and the axis along its edges."""

from __future__ import annotations

import math
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.collections import Collection
from matplotlib.colors import to_rgba
from matplotlib.patches import Patch
from mpl_toolkits.mplot3d.art3d import (  # type: ignore[import-untyped]
    Line3DCollection,
    Patch3D,
    Path3DCollection,
    Poly3DCollection,
)
from mpl_toolkits.mplot3d.axes3d import Axes3D  # type: ignore[import-untyped]
from mpl_toolkits.mplot3d.axis3d import (  # type: ignore[import-untyped]
    XAxis,
    YAxis,
    ZAxis,
)

from plotreel.matplotlib.native import _axis
from plotreel.matplotlib.native._projection import Projection, axisbelow, patch_look, projects, scale
from plotreel.matplotlib.native._table import Untranslatable, WholeAxes
from plotreel.matplotlib.native._view import dashes

# The length of the diagonal of a box that is not zoomed.
_DIAGONAL = 1.8294640721620434 * 25 / 24

# What plotreel draws ticks with.
_TICK_FACTORS = (0.2, 0.1)

_LABEL = {"va": "center", "ha": "center", "rotation_mode": "anchor"}

# Of all collections and patches.
_SOLIDS = (Line3DCollection, Patch3D, Path3DCollection, Poly3DCollection)

_GONE = (0.0, 0.0, 0.0, 0.0)


class Space(Projection):
    """The projection of 3-D axes."""

    name = "3d"
    axis_kinds = (XAxis, YAxis, ZAxis)
    is_whole = True
    moving = frozenset(
        [
            *("elev", "azim", "roll", "_focal_length", "_dist", "M", "invM"),
            *("_view_u", "_view_v", "_view_w"),
        ]
    )

    def shown(self, axes: Any) -> Any:
        boxes = (axes.xy_viewLim, axes.zz_viewLim)
        angles = (axes.elev, axes.azim, axes.roll)
        limits = tuple(box.get_points().tobytes() for box in boxes)
        return (*limits, *angles, axes._focal_length, axes._box_aspect.tobytes())

    def view(self, axes: Any) -> dict[str, Any]:
        (x0, y0), (x1, y1) = axes.xy_viewLim.get_points().tolist()
        (z0, _), (z1, _) = axes.zz_viewLim.get_points().tolist()
        scales = {f"{name}scale": scale(axis) for name, axis in axes._axis_map.items()}
        is_flat = bool(np.isinf(axes._focal_length))
        return {
            **scales,
            **{"xlim": (x0, x1), "ylim": (y0, y1), "zlim": (z0, z1)},
            **{"elev": float(axes.elev), "azim": float(axes.azim), "roll": float(axes.roll)},
            "proj_type": "ortho" if is_flat else "persp",
            "focal_length": 1.0 if is_flat else float(axes._focal_length),
            "box_aspect": axes._box_aspect.tolist(),
            "box_zoom": _zoom(*axes._box_aspect.tolist()),
        }

    def settle(self, axes: Any) -> None:
        axes.M = axes.get_proj()
        axes.invM = np.linalg.inv(axes.M)

    def coordinates(self, axes: Any) -> dict[int, Any]:
        # Data of flat artists are places in the plane of the picture.
        return {id(axes.transData): "data", id(axes.transAxes): "axes fraction"}

    def is_on(self, axes: Any) -> bool:
        return bool(axes._axis3don)

    def parts(self, axes: Any) -> dict[str, dict[str, Any]]:
        rc: Any = mpl.rcParams
        if rc["axes3d.automargin"]:
            raise Untranslatable("margins of 3-D axes that hide ticks")
        if axes._vertical_axis != 2 or axes._dist != 10:
            raise Untranslatable("3-D axes with another vertical axis or distance")
        look = {
            **patch_look(axes),
            "axis_on": self.is_on(axes),
            "axisbelow": axisbelow(axes),
            "computed_zorder": bool(axes.computed_zorder),
        }
        return {"": {**look, **_panes(axes)} if self.is_on(axes) else look}

    def axis(self, axis: Any) -> dict[str, Any]:
        info, line = axis._axinfo, axis.line
        is_usual = (
            (axis._tick_position, axis._label_position) == ("default", "default")
            and (info["tick"]["inward_factor"], info["tick"]["outward_factor"]) == _TICK_FACTORS
            and info["label"] == _LABEL
            and all(info[name] == value for name, value in type(axis)._AXINFO[axis.axis_name].items())
        )
        if not is_usual:
            raise Untranslatable("a 3-D axis at another edge or with settings of its own")
        if not line.get_visible() or line.get_linestyle() != "-" or line.get_path_effects():
            raise Untranslatable("the line of a 3-D axis that is hidden, dashed or has effects")
        return {
            **_axis.look(axis),
            # That has no effect in matplotlib.
            "visible": True,
            "rotate_label": axis._rotate_label,
            "line_color": to_rgba(line.get_color(), line.get_alpha()),
            "linewidth": line.get_linewidth(),
        }

    def tick(self, tick: Any, axis: Any) -> dict[str, Any]:
        if tick.gridline.get_visible() or tick.label2.get_visible() or not tick.get_visible():
            raise Untranslatable("a 3-D tick that is hidden, or has a second label or a grid line")
        info, mark = axis._axinfo, tick.tick1line
        grid = info["grid"]
        color, width = grid["color"], grid["linewidth"]
        lines = axis.gridlines
        if lines.get_alpha() is not None or lines.get_path_effects():
            raise Untranslatable("a 3-D grid with an alpha or effects")
        lines.set_linestyle(grid["linestyle"])
        lines.set_linewidth(width)
        pattern = lines.get_linestyle()[0]
        ha, va = _axis.alignment_of(tick.label1)
        return {
            **_axis.label_look(tick),
            "labels": (tick.label1.get_visible(), False),
            **{"labelha": ha, "labelva": va},
            # matplotlib shows them anyway.
            "ticks": (True, False),
            "color": to_rgba(mark.get_color(), mark.get_alpha()),
            "width": float(info["tick"]["linewidth"][tick._major]),
            "grid_color": to_rgba(color),
            "grid_linewidth": width,
            "grid_linestyle": dashes(pattern, width),
        }

    def covered(self, axes: Any) -> list[Any]:
        return [*super().covered(axes), axes.patch]

    def watched(self, axes: Any) -> list[Any]:
        panes = [axis.pane for axis in axes._axis_map.values()]
        lines = [axis.line for axis in axes._axis_map.values()]
        return [axes.patch, *panes, *lines]

    def state(self, axes: Any) -> list[Any]:
        rc: Any = mpl.rcParams
        own = [rc["axes3d.automargin"], axes._axis3don, axes._draw_grid, axes.computed_zorder, axes._vertical_axis]
        for axis in axes._axis_map.values():
            own.append(axis.zorder)
            own += [dict(value) if isinstance(value, dict) else value for value in axis._axinfo.values()]
            own += [dict(axis._axinfo["tick"]["linewidth"]), axis._label_position, axis._rotate_label]
        return own

    def check(self, axes: Any, artist: Any) -> None:
        if not isinstance(artist, _SOLIDS):
            self.check_alone(axes, artist, f"a {type(artist).__name__}")

    def check_alone(self, axes: Any, artist: Any, reason: str) -> None:
        # Their order is that of their distances, which plotreel finds.
        if isinstance(artist, (Collection, Patch)) and artist in axes._children:
            raise WholeAxes(axes, reason)


def _zoom(x: float, y: float, z: float) -> float:
    """Return the zoom for which plotreel finds exactly these sides of a box.

    Views from straight above are made of rounding errors.
    """
    diagonal = math.sqrt(x * x + y * y + z * z)
    zoom = diagonal / _DIAGONAL
    near = (zoom, math.nextafter(zoom, 0), math.nextafter(zoom, math.inf))
    return next((exact for exact in near if _DIAGONAL * exact / diagonal == 1), zoom)


def _panes(axes: Any) -> dict[str, Any]:
    """Return the properties of the three panes and of the grid on them."""
    panes = [axis.pane for axis in axes._axis_map.values()]
    widths = {pane.get_linewidth() for pane in panes}
    is_plain = (
        len(widths) == 1
        and all(pane._dash_pattern[1] is None for pane in panes)
        and not any(pane.get_hatch() or pane.get_path_effects() for pane in panes)
    )
    if not is_plain:
        raise Untranslatable("panes with hatches, effects, dashes or edges of several widths")
    seen = [pane.get_visible() for pane in panes]
    faces = [pane.get_facecolor() if is_seen else _GONE for pane, is_seen in zip(panes, seen, strict=True)]
    edges = [pane.get_edgecolor() if is_seen else _GONE for pane, is_seen in zip(panes, seen, strict=True)]
    return {
        "grid": bool(axes._draw_grid),
        "pane_colors": faces,
        "pane_edgecolors": edges,
        "pane_linewidth": widths.pop(),
    }


projects(Axes3D, Space())
