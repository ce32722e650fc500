"""Patches of every class, through their path and transform."""

from __future__ import annotations

from typing import Any

from matplotlib.artist import Artist
from matplotlib.colorbar import _ColorbarSpine
from matplotlib.patches import Patch
from matplotlib.spines import Spine

from plotreel.matplotlib.native._table import Piece, Untranslatable, translates
from plotreel.matplotlib.native._view import View, dashes


@translates(Patch)
def patch(patch: Any, view: View) -> list[Piece]:
    """Translate a patch whose path is transformed by its patch transform, then as any artist."""
    path = patch.get_patch_transform().transform_path(patch.get_path())
    coordinates, arrays = view.path(Artist.get_transform(patch), path)
    return [Piece("PathPatch", {**look(patch, view), "coordinates": coordinates, "path": arrays})]


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
