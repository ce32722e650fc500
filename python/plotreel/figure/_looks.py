"""Keyword arguments of matplotlib as properties of the library."""

from __future__ import annotations

from typing import Any

from plotreel import _annotations
from plotreel.colors import Colormap
from plotreel.figure._color import color
from plotreel.figure._style import rcParams

_COLORS = {
    "color", "c", "colors", "facecolor", "facecolors", "fc", "edgecolor", "edgecolors", "ec",
    "markerfacecolor", "mfc", "markeredgecolor", "mec", "markerfacecoloralt", "mfcalt", "ecolor",
    "hatchcolor", "labelcolor", "barbcolor", "flagcolor", "grid_color", "title_color",
    "label_color", "gapcolor", "linecolor",
}  # fmt: skip
_OTHER_NAMES = {"lw": "linewidth", "ls": "linestyle", "fc": "facecolor", "ec": "edgecolor"}
_SIZES = {"xx-small": 0.579, "x-small": 0.694, "small": 0.833, "smaller": 0.833}
_SIZES |= {"large": 1.2, "larger": 1.2, "x-large": 1.44, "xx-large": 1.728}
_ARROWS = {
    "shrinkA": "shrink_a",
    "shrinkB": "shrink_b",
    "patchA": None,
    "patchB": None,
}


class Transform:
    """A coordinate system, for ``transform=``: `Axes.transAxes` and the like.

    Attributes
    ----------
    coordinates : str or tuple of str
        Its name in the library.
    """

    def __init__(self, coordinates: Any) -> None:
        self.coordinates = coordinates

    def __repr__(self) -> str:
        return f"Transform({self.coordinates!r})"


def without_none(given: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments that are given; None counts as not given."""
    return {name: value for name, value in given.items() if value is not None}


def looks(given: dict[str, Any], *, keep_none: bool = False) -> dict[str, Any]:
    """Return properties by the library's names.

    Parameters
    ----------
    given : dict
        Keyword arguments; those that are None are left out.
    keep_none : bool, default: False
        Keep them, as a setter does.
    """
    result: dict[str, Any] = {}
    limits = [given.pop("vmin", None), given.pop("vmax", None)]
    fontdict = given.pop("fontdict", None)
    if fontdict:
        given = {**fontdict, **given}
    for name, value in given.items():
        if value is None and not keep_none:
            continue
        if name in _COLORS:
            value = color(value)
        elif name == "norm":
            value, *limits = _annotations.norm(value, *limits)
        elif name == "cmap":
            value = colormap(value)
        elif name == "transform":
            name, value = "coordinates", coordinates(value)
        elif name in ("style", "fontstyle"):
            name, value = "italic", value in ("italic", "oblique")
        elif name == "bbox" and isinstance(value, dict):
            value = _box(text_box(value, given.get("fontsize", given.get("size"))))
        elif name == "arrowprops" and isinstance(value, dict):
            value = _box(value)
        elif name == "label" and isinstance(value, (int, float)):
            value = str(value)
        elif name in ("xycoords", "textcoords"):
            value = coordinates(value)
        result[name] = value
    if limits != [None, None]:
        result["clim"] = limits
    return result


def colormap(given: Any) -> Any:
    """Return a colormap's name, or its colours."""
    return given.name if isinstance(given, Colormap) else _annotations.cmap(given)


def coordinates(given: Any) -> Any:
    """Return the name of a coordinate system."""
    return given.coordinates if isinstance(given, Transform) else given


def text_box(given: dict[str, Any], size: Any) -> dict[str, Any]:
    """Return the options of a text's box, with its pad in the box style.

    Parameters
    ----------
    given : dict
        The options; pad is in points, or in font sizes with a box style.
    size : float or str, optional
        The font size of the text.
    """
    style = given.get("boxstyle")
    if "pad" not in given or (style is not None and not isinstance(style, str)):
        return given
    others = {name: value for name, value in given.items() if name != "pad"}
    if style is None:
        return {**others, "boxstyle": f"square,pad={given['pad'] / _points(size)}"}
    return others if "pad" in style else {**others, "boxstyle": f"{style},pad={given['pad']}"}


def _points(size: Any) -> float:
    """Return a font size in points."""
    usual = float(rcParams.get("font.size", 10))
    if isinstance(size, str):
        return usual * _SIZES.get(size, 1.0)
    return usual if size is None else float(size)


def _box(given: dict[str, Any]) -> dict[str, Any]:
    """Return the options of a text's box, or of an arrow."""
    result: dict[str, Any] = {}
    for name, value in given.items():
        name = _ARROWS.get(name, _OTHER_NAMES.get(name, name)) or ""
        if name and value is not None:
            result[name] = color(value) if name in _COLORS else value
    return result
