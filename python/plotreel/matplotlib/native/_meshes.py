"""Meshes of quadrilaterals."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

import numpy as np
from matplotlib.collections import QuadMesh
from matplotlib.transforms import IdentityTransform

from plotreel.matplotlib.native._colors import colored
from plotreel.matplotlib.native._recorder import floats
from plotreel.matplotlib.native._table import Piece, Untranslatable, shortens, translates
from plotreel.matplotlib.native._view import View


@translates(QuadMesh)
def mesh(mesh: Any, view: View) -> list[Piece]:
    """Translate a mesh in data coordinates."""
    if mesh._shading == "gouraud":
        raise Untranslatable("a mesh with Gouraud shading")
    if view.coordinates(mesh.get_transform()) != "data" or not mesh.get_snap():
        raise Untranslatable("a mesh outside of the data coordinates, or one that is not snapped")
    offsets = floats(mesh.get_offsets())
    if not isinstance(mesh.get_offset_transform(), IdentityTransform) or offsets.any() or len(offsets) != 1:
        raise Untranslatable("a mesh that is moved")
    properties = {
        **view.clip(mesh),
        "coordinates": np.ascontiguousarray(np.ma.filled(mesh.get_coordinates(), np.nan), float),
        "antialiased": bool(mesh._antialiased),
        "linewidth": [float(mesh.get_linewidth()[0])],
        **colored(mesh),
    }
    return [Piece("QuadMesh", properties)]


@shortens(QuadMesh, "_A")
def values(mesh: Any, names: Set[str]) -> dict[str, Any]:
    """Return the values of the cells."""
    return colored(mesh)
