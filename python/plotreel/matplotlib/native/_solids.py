"""Artists in space: plotreel projects and sorts them, each time the view turns."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

import numpy as np
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_rgba_array
from matplotlib.markers import MarkerStyle
from mpl_toolkits.mplot3d.art3d import (  # type: ignore[import-untyped]
    Line3D,
    Line3DCollection,
    Patch3D,
    Path3DCollection,
    PathPatch3D,
    Poly3DCollection,
    Text3D,
)

from plotreel.matplotlib.native import _lines, _patches, _text
from plotreel.matplotlib.native._recorder import floats
from plotreel.matplotlib.native._table import Piece, Untranslatable, shortens, translates
from plotreel.matplotlib.native._view import View, dashes

_CLOSED = 79


def _limits(artist: Any, view: View) -> dict[str, Any]:
    """Return whether an artist, which has to be in 3-D axes, is clipped at their limits."""
    if view.projection is None or view.projection.name != "3d":
        raise Untranslatable("an artist in space in other axes")
    return {"axlim_clip": bool(artist._axlim_clip)}


@translates(Line3D)
def line(line: Any, view: View) -> list[Piece]:
    """Translate a line in space."""
    return [Piece("Line3D", {**_limits(line, view), **_lines.look(line, view), **points(line)})]


@shortens(Line3D, "_verts3d")
def points(line: Any, _: Set[str] = frozenset()) -> dict[str, Any]:
    """Return the points of a line, a row each for x, y and z."""
    return {"xyzdata": _columns(line._verts3d)}


def _columns(xyz: Any) -> Any:
    return np.ascontiguousarray([floats(values) for values in xyz])


@translates(Text3D)
def text(text: Any, view: View) -> list[Piece]:
    """Translate a text in space, unless there is a box behind it."""
    limits = _limits(text, view)
    if text.get_bbox_patch() is not None or text.get_wrap():
        raise Untranslatable("a text in space with a box or wrapping")
    words = text.get_text()
    place = text.get_position_3d()
    if not words or not np.isfinite(np.asarray(place, dtype=float)).all():
        return []
    (piece,) = [_text.letters(text, words, view, "data", (0.0, 0.0))]
    for name in ("coordinates", "rotation"):
        del piece.properties[name]
    direction = [float(part) for part in text._dir_vec]
    position = [float(part) for part in place]
    own = {"position": position, "zdir": direction if any(direction) else None}
    return [Piece("Text3D", {**piece.properties, **limits, **own})]


@translates(Path3DCollection)
def marks(marks: Any, view: View) -> list[Piece]:
    """Translate markers in space."""
    # Without an array it gives back the colours from before there was one.
    marks.update_scalarmappable()
    if marks.get_hatch() or not np.all(marks._antialiaseds):
        raise Untranslatable("markers in space with a hatch or without smooth edges")
    faces = _shaded(marks, PathCollection.get_facecolor(marks))
    edges: Any = "face"
    if not (isinstance(marks._edgecolors, str) and marks._edgecolors == "face"):
        edges = _shaded(marks, PathCollection.get_edgecolor(marks))
    properties = {
        **_limits(marks, view),
        **view.clip(marks),
        **places(marks),
        "marker": _marker(marks),
        "sizes": np.ravel(marks._sizes3d).astype(float).tolist(),
        "depthshade": bool(marks._depthshade),
        "depthshade_minalpha": float(np.clip(marks._depthshade_minalpha, 0, 1)),
        "facecolors": faces,
        "linewidth": np.ravel(marks._linewidths3d).astype(float).tolist(),
        "linestyle": _dashes(marks._linestyles, marks._linewidths3d),
    }
    properties["edgecolor" if isinstance(edges, str) else "edgecolors"] = edges
    return [Piece("Path3DCollection", properties)]


@shortens(Path3DCollection, "_offsets3d")
def places(marks: Any, _: Set[str] = frozenset()) -> dict[str, Any]:
    """Return the places of markers, a row each for x, y and z."""
    return {"offsets3d": _columns(np.broadcast_arrays(*marks._offsets3d, subok=True))}


def _shaded(marks: Any, colors: Any) -> Any:
    """Return colours with the opacity of all, as matplotlib applies it once more."""
    alpha = marks._alpha
    if alpha is None or not len(colors):
        return floats(colors).reshape(-1, 4)
    times = colors[:, 3] if marks._depthshade else 1.0
    return floats(to_rgba_array(colors, np.broadcast_to(alpha * times, len(colors))))


def _marker(marks: Any) -> Any:
    """Return the marker whose path all of them have."""
    (path,) = marks.get_paths()[:1] or [None]
    if path is None or len(marks.get_paths()) > 1:
        raise Untranslatable("markers of several shapes")
    if not _MARKERS:
        for marker in MarkerStyle.markers:
            style = MarkerStyle(marker)
            _MARKERS[_key(style.get_path().transformed(style.get_transform()))] = marker
    known = _MARKERS.get(_key(path))
    if known is None:
        raise Untranslatable("a marker that is a path")
    return known


# By their paths.
_MARKERS: dict[tuple[bytes, bytes], Any] = {}


def _key(path: Any) -> tuple[bytes, bytes]:
    codes = path.codes
    return path.vertices.tobytes(), b"" if codes is None else codes.tobytes()


def _dashes(patterns: Any, widths: Any) -> list[Any]:
    """Return the line styles of a collection whose elements have these widths."""
    patterns, widths = list(patterns), list(np.ravel(widths))
    if all(lengths is None for _, lengths in patterns):
        return ["-"]
    if len(widths) > 1 and len(widths) != len(patterns):
        raise Untranslatable("dashes of other numbers than widths")
    if len(widths) == 1:
        widths *= len(patterns)
    return [dashes(pattern, width) for pattern, width in zip(patterns, widths, strict=True)]


def _edges(collection: Any, view: View) -> dict[str, Any]:
    """Return what edges look like, and where they are visible."""
    smooth = set(np.ravel(collection._antialiaseds).astype(bool).tolist())
    if len(smooth) > 1 or collection.get_hatch():
        raise Untranslatable("a collection with a hatch, or smooth edges of some elements only")
    widths = np.ravel(collection._linewidths).astype(float).tolist()
    properties: dict[str, Any] = {
        **view.clip(collection),
        "linewidth": widths,
        "linestyle": _dashes(collection._linestyles, widths),
        "antialiased": False not in smooth,
    }
    for name in ("capstyle", "joinstyle"):
        style = getattr(collection, f"get_{name}")()
        if style is not None:
            properties[name] = str(style)
    return properties


@translates(Line3DCollection)
def lines(lines: Any, view: View) -> list[Piece]:
    """Translate lines in space."""
    lines.update_scalarmappable()
    if len(LineCollection.get_facecolor(lines)):
        raise Untranslatable("filled lines in space")
    segments = [floats(segment).reshape(-1, 3) for segment in lines._segments3d]
    if not segments:
        return []
    lengths = np.array([len(segment) for segment in segments], dtype=np.int64)
    properties = {
        **_limits(lines, view),
        **_edges(lines, view),
        "segments3d": (np.concatenate(segments), lengths),
        "edgecolors": floats(LineCollection.get_edgecolor(lines)).reshape(-1, 4),
    }
    return [Piece("Line3DCollection", properties)]


@translates(Poly3DCollection)
def polygons(polygons: Any, view: View) -> list[Piece]:
    """Translate polygons in space, whose colours are shaded already."""
    codes = polygons._codes3d
    if codes is None and not polygons._closed:
        raise Untranslatable("open polygons in space")
    if codes is not None and not all(_is_polygon(of) for of in codes):
        raise Untranslatable("paths in space that are no polygons")
    if polygons._A is not None:
        polygons.update_scalarmappable()
        if polygons._face_is_mapped:
            polygons._facecolor3d = polygons._facecolors
        if polygons._edge_is_mapped:
            polygons._edgecolor3d = polygons._edgecolors
    properties = {
        **_limits(polygons, view),
        **_edges(polygons, view),
        "faces3d": _faces(polygons),
        "sort_zpos": None if polygons._sort_zpos is None else float(polygons._sort_zpos),
        "zsort": _ZSORTS[polygons._zsortfunc],
        "facecolors": floats(polygons._facecolor3d).reshape(-1, 4),
        "edgecolors": floats(polygons._edgecolor3d).reshape(-1, 4),
    }
    # Those of the last drawing, which are many and say nothing new.
    polygons._paths = []
    return [Piece("Poly3DCollection", properties)]


def _faces(polygons: Any) -> Any:
    """Return the vertices of polygons, as many of each."""
    faces, invalid = polygons._faces, polygons._invalid_vertices
    has_gaps = bool(np.any(invalid))
    if polygons._codes3d is not None:
        if has_gaps:
            raise Untranslatable("paths in space of several lengths")
        # Paths end where they began.
        faces = faces[:, :-1]
    if not has_gaps:
        return floats(faces)
    faces = np.array(faces, dtype=float)
    faces[invalid] = np.nan
    return faces


_ZSORTS = {function: name for name, function in Poly3DCollection._zsort_functions.items()}


def _is_polygon(codes: Any) -> bool:
    inner = list(codes)[1:-1]
    return list(codes)[-1:] == [_CLOSED] and all(code == 2 for code in inner)


@translates(Patch3D, PathPatch3D)
def patch(patch: Any, view: View) -> list[Piece]:
    """Translate a patch in a plane across x, y or z."""
    points = np.array(patch._segment3d, dtype=float)
    across = [i for i in range(3) if points.size and np.all(points[:, i] == points[0, i])]
    if not across or not np.isfinite(points).all():
        raise Untranslatable("a patch in space that is not across x, y or z")
    plane = across[-1]
    kept = [i for i in range(3) if i != plane]
    codes = patch._code3d if isinstance(patch, PathPatch3D) else None
    codes = None if codes is None else np.ascontiguousarray(codes, np.uint8)
    properties = {
        **_limits(patch, view),
        **_patches.look(patch, view),
        "path": (np.ascontiguousarray(points[:, kept]), codes),
        "z": float(points[0, plane]),
        "zdir": "xyz"[plane],
    }
    return [Piece("Patch3D", properties)]
