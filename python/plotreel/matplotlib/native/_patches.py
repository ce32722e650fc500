"""Patches of every class, through their path and transform."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.colorbar import _ColorbarSpine
from matplotlib.patches import FancyArrowPatch, Patch, Rectangle
from matplotlib.path import Path
from matplotlib.spines import Spine
from matplotlib.transforms import IdentityTransform

from plotreel.matplotlib.native._table import Piece, Untranslatable, shortens, translates
from plotreel.matplotlib.native._view import PIXELS, View, dashes, path_arrays


@translates(Patch)
def patch(patch: Any, view: View) -> list[Piece]:
    """Translate a patch whose path is transformed by its patch transform, then as any artist."""
    path = patch.get_patch_transform().transform_path(patch.get_path())
    coordinates, arrays = view.path(Artist.get_transform(patch), path)
    return [Piece("PathPatch", {**look(patch, view), "coordinates": coordinates, "path": arrays})]


@translates(Rectangle)
def rectangle(rectangle: Any, view: View) -> list[Piece]:
    """Translate a rectangle by its corners, which takes less time than by its path and transform."""
    coordinates = view.coordinates(Artist.get_transform(rectangle))
    is_curved = view.projection is not None and view.projection.is_curved
    if coordinates is None or is_curved or not _is_upright(rectangle):
        return patch(rectangle, view)
    return [Piece("PathPatch", {**look(rectangle, view), "coordinates": coordinates, **corners(rectangle)})]


@shortens(Rectangle, "_x0", "_y0", "_width", "_height")
def corners(rectangle: Any, names: Set[str] = frozenset()) -> dict[str, Any]:
    """Return the path of a rectangle that is not turned."""
    if not _is_upright(rectangle):
        raise Untranslatable("a rectangle that is turned")
    x0, y0, x1, y1 = map(float, rectangle.get_bbox().extents)
    # As by matplotlib's matrix.
    x1, y1 = (x1 - x0) + x0, (y1 - y0) + y0
    points = np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)])
    if not np.isfinite(points).all():
        raise Untranslatable("a path with gaps")
    return {"path": (points, _RECTANGLE)}


def _is_upright(rectangle: Any) -> bool:
    return bool(type(rectangle) is Rectangle and rectangle.get_angle() == 0)


_RECTANGLE = Path.unit_rectangle().codes


@translates(FancyArrowPatch)
def arrow(arrow: Any, view: View) -> list[Piece]:
    """Translate an arrow, whose paths are found in pixels."""
    arrow._dpi_cor = view.renderer.points_to_pixels(1.0)
    transform = arrow.get_transform()
    if not isinstance(transform, IdentityTransform):
        view.follow(transform)
    paths, are_filled = arrow._get_path_in_displaycoord()
    if not np.iterable(are_filled):
        paths, are_filled = [paths], [are_filled]
    own = {**look(arrow, view), "coordinates": PIXELS}
    pieces = []
    for path, is_filled in zip(paths, are_filled, strict=True):
        face = own["facecolor"] if is_filled else _NOTHING
        pieces.append(Piece("PathPatch", {**own, "facecolor": face, "path": path_arrays(path)}))
    return pieces


_NOTHING = (0.0, 0.0, 0.0, 0.0)


def look(patch: Any, view: View) -> dict[str, Any]:
    """Return the properties of a patch other than its path."""
    if not patch.get_antialiased():
        raise Untranslatable("a patch that is not antialiased")
    if patch.get_edgegapcolor() is not None:
        raise Untranslatable("a patch with an edgegapcolor")
    width = patch.get_linewidth()
    edge = patch.get_edgecolor()
    is_edged = edge[3] > 0 and patch.get_linestyle() not in ("None", "none", " ", "")
    properties = {
        **view.clip(patch),
        "facecolor": patch.get_facecolor(),
        "edgecolor": edge,
        "linewidth": width if is_edged else 0.0,
        "linestyle": dashes(patch._dash_pattern, width),
        "capstyle": str(patch.get_capstyle()),
        "joinstyle": str(patch.get_joinstyle()),
        "hatch": patch.get_hatch(),
    }
    if patch.get_hatch():
        properties["hatchcolor"] = patch.get_hatchcolor()
        properties["hatch_linewidth"] = patch.get_hatch_linewidth()
    return properties


@translates(_ColorbarSpine)
def outline(spine: Any, view: View) -> list[Piece]:
    """Translate the outline of a colorbar, a polygon."""
    return patch(spine, view)


@translates(Spine)
def spine(spine: Any, view: View) -> list[Piece]:
    """Translate a spine, whose path follows the limits when it is drawn."""
    spine._adjust_location()
    return patch(spine, view)
