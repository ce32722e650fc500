"""The spines of axes as properties of plotreel's."""

from __future__ import annotations

from typing import Any

from matplotlib.colorbar import _ColorbarSpine
from matplotlib.spines import Spine

from plotreel.matplotlib.native._table import Untranslatable

# The names of spines of flat axes by plotreel's.
SIDES = {side: side for side in ("left", "right", "bottom", "top")}


def sides(axes: Any) -> dict[str, Any]:
    """Return the spines that plotreel's axes have, too; that around a colorbar is an artist like others."""
    return {side: spine for side, spine in axes.spines.items() if not isinstance(spine, _ColorbarSpine)}


def looks(axes: Any, names: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Return the properties of all four spines, whose names are given by those of plotreel, without their places.

    Raises
    ------
    Untranslatable
        If plotreel has not one of them.
    """
    spines = sides(axes)
    if set(spines) != set(names.values()):
        raise Untranslatable("spines of other sides")
    return {side: _look(spines[name], side) for side, name in names.items()}


def _look(spine: Any, side: str) -> dict[str, Any]:
    kind: Any = type(spine)
    is_plain = (
        kind is Spine
        and "draw" not in vars(spine)
        and spine.spine_type == side
        and spine.zorder == 2.5
        and spine.get_facecolor()[3] == 0
        and spine._dash_pattern[1] is None
        and str(spine.get_capstyle()) == "projecting"
        and str(spine.get_joinstyle()) == "miter"
        and not spine.get_hatch()
        and not spine.get_path_effects()
        and spine.get_sketch_params() is None
        and spine.get_agg_filter() is None
        and spine.get_antialiased()
    )
    if not is_plain:
        raise Untranslatable("a spine that is more than a line")
    width = spine.get_linewidth()
    return {
        "visible": bool(spine.get_visible()) and width > 0 and spine.get_linestyle() != "None",
        "color": spine.get_edgecolor(),
        "linewidth": width,
    }


def place(spine: Any) -> dict[str, Any]:
    """Return where a spine of flat axes is. matplotlib moves it there, if it has none yet."""
    bounds = spine._bounds
    if bounds is not None and None in bounds:
        raise Untranslatable("a spine with one bound")
    return {
        "position": _position(spine),
        "bounds": None if bounds is None else tuple(map(float, bounds)),
    }


def _position(spine: Any) -> Any:
    # Its getter sets what was never set, and makes all ticks anew.
    position = spine._position
    if position is None:
        return ("outward", 0.0)
    if isinstance(position, str):
        return position
    kind, amount = position
    return (kind, float(amount))
