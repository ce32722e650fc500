"""Lines with markers."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle

from plotreel.matplotlib.native._table import Piece, Untranslatable, shortens, translates
from plotreel.matplotlib.native._view import View, dashes

_NOTHING = ("None", "none", " ", "", None)


@translates(Line2D)
def line(line: Any, view: View) -> list[Piece]:
    """Translate a line and its markers."""
    if line._invalidx or line._invalidy:
        line.recache()
    if view.bends(line._path):
        raise Untranslatable("a line that becomes a curve")
    coordinates, xy = view.points(line.get_transform(), line._xy)
    return [Piece("Line2D", {**look(line, view), "coordinates": coordinates, "xydata": xy})]


def look(line: Any, view: View) -> dict[str, Any]:
    """Return the properties of a line other than its points."""
    if not line.get_antialiased():
        raise Untranslatable("a line that is not antialiased")
    width = line.get_linewidth()
    alpha = line.get_alpha()
    is_dashed = line._dash_pattern[1] is not None
    style: Any = "none" if line.get_linestyle() in _NOTHING else dashes(line._dash_pattern, width)
    if line.get_gapcolor() is not None and is_dashed and style != "none":
        raise Untranslatable("a line with a gapcolor")
    return {
        **view.clip(line),
        "color": to_rgba(line.get_color(), alpha),
        "linewidth": width,
        "linestyle": style,
        "drawstyle": line.get_drawstyle(),
        "dash_capstyle" if is_dashed else "solid_capstyle": _cap(line, is_dashed),
        "dash_joinstyle" if is_dashed else "solid_joinstyle": _join(line, is_dashed),
        **_markers(line, alpha),
    }


@shortens(
    Line2D,
    *("_xorig", "_yorig", "_x", "_y", "_xy", "_path", "_transformed_path"),
    *("_invalidx", "_invalidy", "_subslice", "_x_filled"),
)
def points(line: Any, names: Set[str]) -> dict[str, Any]:
    """Return the points of a line that is drawn in its own coordinates."""
    if line._invalidx or line._invalidy:
        line.recache()
    if isinstance(line.get_markevery(), (slice, list, np.ndarray)) and line.get_marker() not in _NOTHING:
        return {"xydata": line._xy, "markevery": _every(line)}
    return {"xydata": line._xy}


def _cap(line: Any, is_dashed: bool) -> str:
    cap: str = line.get_dash_capstyle() if is_dashed else line.get_solid_capstyle()
    return str(cap)


def _join(line: Any, is_dashed: bool) -> str:
    join: str = line.get_dash_joinstyle() if is_dashed else line.get_solid_joinstyle()
    return str(join)


def _markers(line: Any, alpha: float | None) -> dict[str, Any]:
    marker = line.get_marker()
    size = line.get_markersize()
    if marker in _NOTHING or size <= 0:
        return {"marker": "none"}
    face = to_rgba(line._get_markerfacecolor(), alpha)
    edge = to_rgba(line.get_markeredgecolor(), alpha)
    if _is(line._markeredgecolor, "auto") and not _is(line.get_markerfacecolor(), "none"):
        # Such an edge has the opacity of the face.
        edge = (*edge[:3], face[3])
    return {
        "marker": marker_name(line._marker),
        "markersize": size,
        "markevery": _every(line),
        "fillstyle": line.get_fillstyle(),
        "markeredgewidth": line.get_markeredgewidth(),
        "markeredgecolor": edge,
        "markerfacecolor": face,
        "markerfacecoloralt": to_rgba(line._get_markerfacecolor(alt=True), alpha),
    }


def _every(line: Any) -> Any:
    """Return which points have markers as plotreel takes it, which counts from the first one."""
    every = line.get_markevery()
    if isinstance(every, np.ndarray):
        every = every.tolist()
    if not isinstance(every, (slice, list)):
        if any(v < 0 for v in (every if isinstance(every, tuple) else (every,)) if v is not None):
            raise Untranslatable("markers counted from the end")
        return every
    if line._subslice:
        raise Untranslatable("markers counted from the first point within the limits")
    if isinstance(every, list) and all(isinstance(is_marked, (bool, np.bool_)) for is_marked in every):
        return list(map(bool, every))
    count = len(line._xy)
    wanted = range(count)[every] if isinstance(every, slice) else map(int, every)
    indices = [i + count if i < 0 else i for i in wanted]
    if any(not 0 <= i < count for i in indices):
        raise Untranslatable("markers at points that are not there")
    # plotreel takes two numbers for a start and a step.
    return [i in indices for i in range(count)] if len(indices) == 2 else indices


def _is(color: Any, word: str) -> bool:
    return isinstance(color, str) and color.lower() == word


def marker_name(style: MarkerStyle) -> Any:
    """Return what plotreel takes for a marker."""
    own: Any = style
    if own._user_transform is not None or own._user_capstyle is not None:
        raise Untranslatable("a transformed marker")
    if own._user_joinstyle is not None:
        raise Untranslatable("a marker with a joinstyle of its own")
    marker = style.get_marker()
    if not isinstance(marker, (str, int, tuple)):
        raise Untranslatable("a marker that is a path")
    if not np.array_equal(own._transform.get_matrix(), _matrix(marker, style.get_fillstyle())):
        raise Untranslatable("a transformed marker")
    return marker


# By markers and fill styles. stubtest takes functions of functools.lru_cache for others.
_MATRICES: dict[Any, Any] = {}
_MOST_MATRICES = 64


def _matrix(marker: Any, fillstyle: Any) -> Any:
    key = marker, fillstyle
    if key not in _MATRICES:
        if len(_MATRICES) >= _MOST_MATRICES:
            _MATRICES.clear()
        usual: Any = MarkerStyle(marker, fillstyle)
        _MATRICES[key] = usual._transform.get_matrix()
    return _MATRICES[key]
