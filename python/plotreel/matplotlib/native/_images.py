"""Images: arrays on a regular grid that is parallel to the axes."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

import numpy as np
from matplotlib.image import AxesImage

from plotreel._arrays import as_array
from plotreel.matplotlib.native._colors import mapping
from plotreel.matplotlib.native._table import Piece, Untranslatable, shortens, translates
from plotreel.matplotlib.native._view import View

# The radius of those filters of matplotlib's that have one.
_RADIUS = 4.0

# Integers in a wider range are not interpolated in single precision.
_MODERATE = 1e8


@translates(AxesImage)
def image(image: Any, view: View) -> list[Piece]:
    """Translate an image, which plotreel scales and colours."""
    if type(image).make_image is not AxesImage.make_image:
        # The classes that inherit from it have other grids.
        raise Untranslatable(f"a {type(image).__name__}")
    transform = image.get_transform()
    if view.coordinates(transform) != "data" or not transform.is_affine:
        raise Untranslatable("an image outside of the data coordinates, or on a scale that is not linear")
    if not (image.get_filternorm() and image.get_filterrad() == _RADIUS and image.get_resample()):
        raise Untranslatable("an image with a filter of its own")
    if image.get_array().size == 0:
        return []
    properties = {
        **_clip(image, view),
        "origin": image.origin,
        "interpolation": image.get_interpolation(),
        "interpolation_stage": image.get_interpolation_stage().replace("antialiased", "auto"),
        **_content(image),
        "alpha": _alpha(image.get_alpha()),
    }
    return [Piece("AxesImage", properties)]


@shortens(AxesImage, "_A", "_imcache")
def content(image: Any, names: Set[str]) -> dict[str, Any]:
    """Return the array of an image, and what follows it."""
    if image.get_array().size == 0:
        raise Untranslatable("an empty image")
    return _content(image)


def _content(image: Any) -> dict[str, Any]:
    """Return the array of an image, how it becomes colours, and its place."""
    array = image.get_array()
    extent = tuple(map(float, image.get_extent()))
    if array.ndim == 2:
        return {**mapping(image), "data": _scalars(array), "extent": extent}
    if np.ma.is_masked(array):
        raise Untranslatable("colours that are masked")
    return {"data": as_array(np.ma.getdata(array)), "extent": extent}


def _scalars(array: Any) -> Any:
    if array.dtype.kind == "f" or not np.ma.is_masked(array):
        return as_array(array)
    # With gaps they have to be floats.
    span = float(array.max()) - float(array.min())
    return as_array(array.astype(np.float32 if span <= _MODERATE else np.float64))


def _clip(image: Any, view: View) -> dict[str, Any]:
    clip = view.clip(image)
    if image.get_clip_on() and image.get_clip_box() is None and image.get_clip_path() is None:
        # An image ends with its axes.
        return {"clip_on": True, "clip_box": None}
    if "clip_path" in clip or clip["clip_box"] is not None:
        raise Untranslatable("an image with a clip of its own")
    return clip


def _alpha(alpha: Any) -> Any:
    return alpha if alpha is None else np.asarray(alpha, dtype=float).tolist()
