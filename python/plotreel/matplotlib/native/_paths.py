"""Many paths at once, as arrays that plotreel reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.path import Path


class Paths(NamedTuple):
    """The vertices of all paths, one after the other, their codes or None, and how many of them each path has."""

    vertices: Any
    codes: Any
    lengths: Any


def packed(paths: Sequence[Any]) -> Paths:
    """Return paths as arrays."""
    lengths = np.fromiter((len(path.vertices) for path in paths), np.int64, len(paths))
    if not len(paths):
        return Paths(np.empty((0, 2)), None, lengths)
    vertices = np.concatenate([path.vertices for path in paths])
    codes = None
    if any(path.codes is not None for path in paths):
        codes = np.concatenate([_codes(path) for path in paths])
    return Paths(np.ascontiguousarray(vertices, float), codes, lengths)


def alike(vertices: Any) -> Paths:
    """Return paths of as many vertices each, of shape (paths, vertices, 2), as arrays."""
    count, each = vertices.shape[:2]
    return Paths(vertices.reshape(-1, 2), None, np.full(count, each, np.int64))


def _codes(path: Any) -> Any:
    if path.codes is not None:
        return path.codes
    codes = np.full(len(path.vertices), Path.LINETO, np.uint8)
    codes[:1] = Path.MOVETO
    return codes
