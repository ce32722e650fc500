"""How images and collections are coloured: norms and colormaps as plotreel has them, or the colours themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib import colors
from matplotlib.collections import Collection, QuadMesh
from matplotlib.colorizer import Colorizer

from plotreel.matplotlib.native._recorder import floats
from plotreel.matplotlib.native._table import Untranslatable

# Of a face whose colour comes from an array.
_MAPPED = np.array([[0.0, 0.0, 0.0, 1.0]])


def mapping(artist: Any) -> dict[str, Any]:
    """Return norm and colormap of an artist with an array, whose missing limits are taken from it.

    Raises
    ------
    Untranslatable
        If plotreel has not one of them.
    """
    if type(artist._colorizer) is not Colorizer:
        raise Untranslatable(f"a {type(artist._colorizer).__name__}")
    norm, cmap = artist.norm, artist.cmap
    norm.autoscale_None(artist.get_array())
    return {"norm": _norm(norm, cmap), "colormap": _colormap(cmap)}


def colored(collection: Any) -> dict[str, Any]:
    """Return the colours of a collection's faces and edges, or an array and how it becomes colours."""
    collection._set_mappable_flags()
    if collection._face_is_mapped or collection._edge_is_mapped:
        try:
            return _mapped(collection)
        except Untranslatable:
            # matplotlib has what plotreel has not.
            pass
    collection.update_scalarmappable()
    return {
        "array": None,
        "alpha": None,
        "facecolors": floats(collection.get_facecolor()).reshape(-1, 4),
        "edgecolors": floats(collection.get_edgecolor()).reshape(-1, 4),
    }


def _mapped(collection: Any) -> dict[str, Any]:
    """Return the array of a collection, which plotreel maps to colours."""
    array, alpha = collection.get_array(), collection.get_alpha()
    kind = type(collection)
    if kind.get_facecolor not in _PLAIN or kind.update_scalarmappable is not Collection.update_scalarmappable:
        raise Untranslatable(f"the colours of a {kind.__name__}")
    if array.ndim == 3 or np.ndim(alpha) > 0:
        raise Untranslatable("an array of colours, or of opacities")
    found = mapping(collection)
    if not collection._face_is_mapped:
        # Without faces, edges are mapped by default.
        faces, edges = np.empty((0, 4)), None
    elif collection._edge_is_mapped:
        faces, edges = _MAPPED, "face"
    else:
        collection._set_edgecolor(collection._original_edgecolor)
        own = collection._edgecolors
        faces, edges = _MAPPED, own if isinstance(own, str) else floats(own).reshape(-1, 4)
        if alpha is not None and not isinstance(edges, str) and (edges[:, 3] == 0).any():
            raise Untranslatable("edges without a colour")
    return {
        **found,
        "array": floats(array).ravel(),
        "alpha": alpha,
        "facecolors": faces,
        "edgecolors": edges,
    }


# Classes that draw their colours in another way have other methods.
_PLAIN = (Collection.get_facecolor, QuadMesh.get_facecolor)


def _colormap(cmap: Any) -> tuple[str, Any]:
    """Return the name of a colormap, and its colours."""
    if type(cmap).__call__ is not colors.Colormap.__call__:
        raise Untranslatable(f"a {type(cmap).__name__}")
    return str(cmap.name), _table(cmap)


def _table(cmap: Any) -> Any:
    """Return the colours of a colormap; `imshow` makes a new copy of a registered one for each picture."""
    registry: Any = mpl.colormaps
    data = _data(cmap)
    registered = registry._cmaps.get(cmap.name)
    if cmap._isinit or registered is None or _data(registered) != data:
        cmap._ensure_inited()
        return np.ascontiguousarray(cmap._lut, float)
    key = data, *((name, str(value)) for name, value in vars(cmap).items() if name not in _DATA)
    if key not in _TABLES:
        cmap._ensure_inited()
        if len(_TABLES) >= _MOST_TABLES:
            _TABLES.clear()
        _TABLES[key] = registered, np.ascontiguousarray(cmap._lut, float)
    return _TABLES[key][1]


def _data(cmap: Any) -> tuple[int, ...]:
    """Return the ids of what copies of a colormap share."""
    return tuple(id(vars(cmap).get(name)) for name in _DATA)


_DATA = ("_segmentdata", "colors")
# The registered colormap, which keeps its ids, and the colours.
_TABLES: dict[Any, tuple[Any, Any]] = {}
_MOST_TABLES = 64


def _norm(norm: Any, cmap: Any) -> tuple[str, float, float]:
    """Return the name of a norm with its parameters, and its limits."""
    named = _NORMS.get(type(norm))
    if named is None or norm.clip or norm.vmin is None or norm.vmax is None:
        raise Untranslatable(f"a {type(norm).__name__} that clips, has no limits, or is not known")
    vmin, vmax = float(norm.vmin), float(norm.vmax)
    if not (np.isfinite(vmin) and np.isfinite(vmax) and vmin <= vmax):
        raise Untranslatable("a norm with limits in the wrong order")
    return named(norm, cmap), vmin, vmax


def _log(norm: Any, _: Any) -> str:
    if norm.vmin <= 0:
        raise Untranslatable("a logarithmic norm of negative numbers")
    return "log"


def _sym_log(norm: Any, _: Any) -> str:
    scale = norm._scale
    if (scale.base, scale.linscale) != (10, 1):
        raise Untranslatable("a symmetrical logarithmic norm of another base or linscale")
    return f"symlog:{float(scale.linthresh)!r}"


def _two_slopes(norm: Any, _: Any) -> str:
    if not norm.vmin <= norm.vcenter <= norm.vmax:
        raise Untranslatable("a norm with its centre outside of its limits")
    return f"twoslope:{float(norm.vcenter)!r}"


def _boundaries(norm: Any, cmap: Any) -> str:
    if norm.extend != "neither" or norm.Ncmap != cmap.N:
        raise Untranslatable("boundaries of a norm that is extended or has other colours than the colormap")
    return "boundary:" + ",".join(repr(float(boundary)) for boundary in norm.boundaries)


_NORMS: dict[type, Callable[[Any, Any], str]] = {
    colors.Normalize: lambda norm, cmap: "linear",
    # Its limits follow its centre.
    colors.CenteredNorm: lambda norm, cmap: "linear",
    colors.LogNorm: _log,
    colors.SymLogNorm: _sym_log,
    colors.PowerNorm: lambda norm, cmap: f"power:{float(norm.gamma)!r}",
    colors.TwoSlopeNorm: _two_slopes,
    colors.BoundaryNorm: _boundaries,
}
