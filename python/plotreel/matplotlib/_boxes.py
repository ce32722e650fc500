"""The boxes in which artists may draw."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from matplotlib.artist import Artist
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Ellipse, Patch, PathPatch, Polygon, Rectangle
from matplotlib.spines import Spine
from matplotlib.text import Annotation, Text

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the buffer, right and bottom exclusive."""

Edges = tuple[float, float, float, float]
"""Left, bottom, right, top in pixels, upwards."""

_AnyBox = TypeVar("_AnyBox", Box, Edges)

# Antialiasing, snapping and rounding.
_SLACK = 2

# The tip of a mitred corner is at most this many widths away, by Agg's limit.
_TIP = 2.0

# What most tick labels consist of.
_DIGITS = frozenset("0123456789.,:+-\N{MINUS SIGN}% ")


def ink_box(artist: Artist, renderer: Any) -> Box:
    """Return a box that contains an artist's ink; the whole canvas if it is not known."""
    whole = canvas_box(renderer)
    if not artist.get_visible():
        return (0, 0, 0, 0)
    grows = (artist.get_path_effects(), artist.get_agg_filter(), artist.get_sketch_params())
    measure = None if any(grows) else _MEASURES.get(type(artist))
    box = whole
    if measure is not None:
        edges = measure(artist, renderer)
        box = (0, 0, 0, 0) if edges is None else _rounded(edges, whole)
    clip = artist.get_clip_box() if artist.get_clip_on() else None
    return box if clip is None else overlap(box, _rounded(clip.extents, whole))


def canvas_box(renderer: Any) -> Box:
    """Return the box of a whole canvas."""
    return (0, 0, int(renderer.width), int(renderer.height))


def overlap(a: Box, b: Box) -> Box:
    """Return the intersection of two boxes, which may be empty."""
    box = (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))
    return box if box[0] < box[2] and box[1] < box[3] else (0, 0, 0, 0)


def touches(a: Box, b: Box) -> bool:
    """Return whether two boxes have pixels in common."""
    return max(a[0], b[0]) < min(a[2], b[2]) and max(a[1], b[1]) < min(a[3], b[3])


def union(a: Box, b: Box) -> Box:
    """Return the smallest box around two."""
    if is_empty(a) or is_empty(b):
        return b if is_empty(a) else a
    return _around(a, b)


def is_empty(box: Box) -> bool:
    """Return whether a box has no pixels."""
    return box[0] >= box[2] or box[1] >= box[3]


def regions(boxes: list[Box]) -> list[tuple[Box, list[Box]]]:
    """Gather boxes in regions whose bounds do not overlap.

    Returns
    -------
    list of (Box, list of Box)
        The bounds of each region, and its boxes without those inside others.
    """
    out: list[tuple[Box, list[Box]]] = []
    for box in boxes:
        if is_empty(box):
            continue
        bounds, members = box, [box]
        while (other := next((o for o in out if touches(o[0], bounds)), None)) is not None:
            out.remove(other)
            bounds = union(bounds, other[0])
            members += other[1]
        out.append((bounds, members))
    return [(bounds, _outermost(members)) for bounds, members in out]


def _outermost(boxes: list[Box]) -> list[Box]:
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: (b[0] - b[2]) * (b[3] - b[1])):
        if not any(overlap(box, larger) == box for larger in kept):
            kept.append(box)
    return kept


def _rounded(edges: Any, whole: Box) -> Box:
    x0, y0, x1, y1 = (float(edge) for edge in edges)
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        return whole
    left, right = min(x0, x1), max(x0, x1)
    bottom, top = min(y0, y1), max(y0, y1)
    height = whole[3]
    box = (
        math.floor(left) - _SLACK,
        math.floor(height - top) - _SLACK,
        math.ceil(right) + _SLACK,
        math.ceil(height - bottom) + _SLACK,
    )
    return overlap(box, whole)


def _around(a: _AnyBox, b: _AnyBox) -> _AnyBox:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def _extents(points: Any) -> Edges:
    # Columns one by one are five times faster than both at once.
    x, y = points[:, 0], points[:, 1]
    return (x.min(), y.min(), x.max(), y.max())


def _padded(extents: Any, by: float) -> Edges:
    x0, y0, x1, y1 = extents
    return (x0 - by, y0 - by, x1 + by, y1 + by)


def _of_line(line: Any, renderer: Any) -> Edges | None:
    vertices = line.get_path().vertices
    if len(vertices) == 0:
        return None
    x0, y0, x1, y1 = edges = _extents(line.get_transform().transform(vertices))
    is_drawn = line.get_linestyle() not in ("None", "none", " ", "")
    edges = _padded(edges, renderer.points_to_pixels(_TIP * line.get_linewidth() * is_drawn))
    if line.get_marker() in ("None", "none", " ", "", None):
        return edges
    left, bottom, right, top = _of_marker(line, renderer)
    return _around(edges, (x0 + left, y0 + bottom, x1 + right, y1 + top))


def _of_marker(line: Any, renderer: Any) -> Edges:
    """Return the edges of a line's marker around its point."""
    style = line._marker
    vertices = style.get_transform().transform(style.get_path().vertices)
    alternative = style.get_alt_path()
    if alternative is not None:
        other = style.get_alt_transform().transform(alternative.vertices)
        vertices = np.concatenate([vertices, other])
    size = renderer.points_to_pixels(line.get_markersize())
    edges = _extents(size * vertices)
    return _padded(edges, renderer.points_to_pixels(_TIP * line.get_markeredgewidth()))


def _of_patch(patch: Any, renderer: Any) -> Edges:
    is_line = False
    if isinstance(patch, Spine):
        # Its path follows the limits only when it is drawn.
        patch._adjust_location()  # type: ignore[attr-defined]
        is_line = patch.spine_type not in ("arc", "circle")
    extents = patch.get_path().get_extents(patch.get_transform()).extents
    tip = 0.5 if is_line else _TIP
    return _padded(extents, renderer.points_to_pixels(tip * patch.get_linewidth()))


def _of_text(text: Any, renderer: Any) -> Edges | None:
    words = text.get_text()
    if words == "" and not isinstance(text, Annotation):
        return None
    # Parts of fonts' letters are beyond their advances, accents in front of a letter most; digits hardly.
    share = 0.05 if _DIGITS.issuperset(words) else 0.5
    pad = renderer.points_to_pixels(share * text.get_fontsize())
    edges = _padded(text.get_window_extent(renderer).extents, pad)
    frame = text.get_bbox_patch()
    if frame is None:
        return edges
    text.update_bbox_position_size(renderer)
    return _around(edges, _of_patch(frame, renderer))


def _of_legend(legend: Any, renderer: Any) -> Edges:
    extents = legend.get_window_extent(renderer).extents
    return _padded(extents, renderer.points_to_pixels(8.0))


_MEASURES: dict[type, Callable[[Any, Any], Edges | None]] = {
    Line2D: _of_line,
    Rectangle: _of_patch,
    Circle: _of_patch,
    Ellipse: _of_patch,
    Polygon: _of_patch,
    PathPatch: _of_patch,
    Patch: _of_patch,
    Spine: _of_patch,
    Text: _of_text,
    Annotation: _of_text,
    Legend: _of_legend,
}
