"""Collections of every class, through their paths, transforms and offsets."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Any

import numpy as np
from matplotlib import collections as mcollections
from matplotlib.collections import Collection, EllipseCollection, RegularPolyCollection
from matplotlib.contour import ContourSet
from matplotlib.quiver import Quiver
from matplotlib.transforms import Affine2D

from plotreel.matplotlib.native._colors import colored
from plotreel.matplotlib.native._paths import Paths, alike, packed
from plotreel.matplotlib.native._recorder import floats
from plotreel.matplotlib.native._table import Piece, Untranslatable, shortens, translates
from plotreel.matplotlib.native._view import PIXELS, View, dashes

_WithSizes: Any = mcollections._CollectionWithSizes


@translates(Collection)
def collection(collection: Any, view: View) -> list[Piece]:
    """Translate a collection with the transforms that it has."""
    return elements(collection, view, collection.get_paths(), collection.get_transforms())


@translates(_WithSizes)
def with_sizes(collection: Any, view: View) -> list[Piece]:
    """Translate markers, polygons or circles of many sizes."""
    return elements(collection, view, collection.get_paths(), _sizes(collection))


@translates(RegularPolyCollection)
def regular_polygons(collection: Any, view: View) -> list[Piece]:
    """Translate regular polygons and stars, which are turned when they are drawn."""
    turn = Affine2D().rotate(-collection.get_rotation()).get_matrix()
    return elements(collection, view, collection.get_paths(), turn @ _sizes(collection))


@translates(EllipseCollection)
def ellipses(collection: Any, view: View) -> list[Piece]:
    """Translate ellipses, whose sizes may be in data units."""
    collection._set_transforms()
    view.follows = True
    return elements(collection, view, collection.get_paths(), collection.get_transforms())


@translates(ContourSet)
def contours(contours: Any, view: View) -> list[Piece]:
    """Translate contours, whose areas may each have a hatch."""
    if contours.filled and any(hatch is not None for hatch in contours.hatches):
        raise Untranslatable("hatches of contours")
    return collection(contours, view)


@translates(Quiver)
def arrows(quiver: Any, view: View) -> list[Piece]:
    """Translate arrows, whose sizes depend on those of the axes."""
    quiver._init()
    vertices = quiver._make_verts(quiver.XY, quiver.U, quiver.V, quiver.angles)
    pieces = elements(quiver, view, alike(floats(vertices)), _sizes(quiver))
    if not view.follows:
        units = (quiver.angles, quiver.scale_units, quiver.units)
        view.follows = True
        view.minds_limits = any(isinstance(unit, str) and unit in ("x", "y", "xy") for unit in units)
    return pieces


def elements(collection: Any, view: View, paths: Any, transforms: Any) -> list[Piece]:
    """Return the only piece of a collection.

    Parameters
    ----------
    collection : Collection
        The collection.
    view : View
        Where it is drawn.
    paths : list of Path, or Paths
        Its paths.
    transforms : array_like, (n, 3, 3)
        Matrices that change the paths, before anything else.
    """
    _check(collection)
    offsets = collection.get_offsets()
    if len(offsets) == 0:
        return []
    coordinates, paths, transforms = _placed(collection, view, paths, _matrices(transforms))
    if len(paths.lengths) == 0:
        return []
    offset_coordinates, offsets = view.points(collection.get_offset_transform(), offsets)
    piece = Piece(
        "Collection",
        {
            **view.clip(collection),
            "snap": collection.get_snap(),
            "coordinates": coordinates,
            "paths": paths,
            "transforms": transforms,
            "offset_coordinates": offset_coordinates,
            "offsets": floats(offsets).reshape(-1, 2),
            **colored(collection),
            **_lines(collection),
        },
    )
    return [piece]


def _placed(collection: Any, view: View, paths: Any, transforms: Any) -> tuple[Any, Paths, Any]:
    """Return coordinates, paths in them, and their transforms."""
    transform = collection.get_transform()
    coordinates = view.coordinates(transform)
    if not isinstance(paths, Paths) and any(map(view.bends, paths)):
        coordinates = None
    if coordinates is None:
        view.follow(transform)
        coordinates = PIXELS
        if not transform.is_affine:
            if len(transforms) or isinstance(paths, Paths):
                raise Untranslatable("a collection with transforms on a scale that is not linear")
            paths = [transform.transform_path_non_affine(path) for path in paths]
        matrix = transform.get_affine().get_matrix()
        transforms = matrix @ transforms if len(transforms) else _matrices(matrix)
    return coordinates, paths if isinstance(paths, Paths) else packed(paths), transforms


def _matrices(transforms: Any) -> Any:
    return floats(transforms).reshape(-1, 3, 3)


def _sizes(collection: Any) -> Any:
    """Return the transforms of the current sizes, which depend on the pixels per inch."""
    collection.set_sizes(collection.get_sizes(), collection.get_figure(root=True).dpi)
    return collection.get_transforms()


def _check(collection: Any) -> None:
    """Check that plotreel has what the state of a collection needs."""
    if collection.get_hatch():
        raise Untranslatable("a collection with hatches")
    if collection._gapcolor is not None:
        raise Untranslatable("a collection with a gapcolor")
    if collection.have_units() and any(map(_has_own_units, collection.axes._axis_map.values())):
        raise Untranslatable("a collection in units of its own")


def _has_own_units(axis: Any) -> bool:
    # Converters of matplotlib's leave numbers alone.
    return axis.have_units() and not type(axis.get_converter()).__module__.startswith("matplotlib.")


def _lines(collection: Any) -> dict[str, Any]:
    """Return how edges are drawn."""
    smooth = set(map(bool, collection.get_antialiased()))
    patterns, widths = collection._linestyles, [float(width) for width in collection._linewidths]
    is_dashed = any(lengths is not None for _, lengths in patterns)
    if len(smooth) > 1 or (is_dashed and (smooth == {False} or not widths)):
        raise Untranslatable("edges of which some are smooth, or dashes that are not")
    styles: list[Any] = ["-"]
    if is_dashed:
        count = max(len(patterns), len(widths))
        styles = [dashes(patterns[i % len(patterns)], widths[i % len(widths)]) for i in range(count)]
    return {
        "antialiased": smooth != {False},
        "linewidth": widths,
        "linestyle": styles,
        "capstyle": collection.get_capstyle() or "butt",
        "joinstyle": collection.get_joinstyle() or "round",
    }


# What each class of attributes becomes, for data that change alone.
_CHANGES: dict[str, Callable[[Any], dict[str, Any]]] = {
    "_paths": lambda collection: {"paths": packed(collection.get_paths())},
    "_offsets": lambda collection: {"offsets": floats(collection.get_offsets()).reshape(-1, 2)},
    "_sizes": lambda collection: {"transforms": _matrices(_sizes(collection))},
    "_A": colored,
}


def _changes(collection: Any, names: Set[str]) -> dict[str, Any]:
    if len(collection.get_offsets()) == 0 or len(collection.get_paths()) == 0:
        raise Untranslatable("an empty collection")
    if "_transforms" in names and "_sizes" not in names:
        names = {*names, "_sizes"}
    changed: dict[str, Any] = {}
    for name, arrays in _CHANGES.items():
        if name in names:
            changed |= arrays(collection)
    return changed


_SIZED = [mcollections.PathCollection, mcollections.CircleCollection, mcollections.PolyCollection]
_OTHERS = [mcollections.LineCollection, mcollections.PatchCollection]

for _kind in _SIZED:
    shortens(_kind, "_paths", "_offsets", "_sizes", "_transforms", "_A")(_changes)
for _other in _OTHERS:
    shortens(_other, "_paths", "_offsets", "_A")(_changes)
