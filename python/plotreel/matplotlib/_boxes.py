"""The boxes in which artists may draw."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

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

# Antialiasing, snapping and rounding.
_SLACK = 2


def ink_box(artist: Artist, renderer: Any) -> Box:
    """Return a box that contains an artist's ink; the whole canvas if it is not known."""
    whole = canvas_box(renderer)
    if not artist.get_visible():
        return (0, 0, 0, 0)
    grows = (artist.get_path_effects(), artist.get_agg_filter(), artist.get_sketch_params())
    measure = None if any(grows) else _MEASURES.get(type(artist))
    box = whole if measure is None else _rounded(measure(artist, renderer), whole)
    clip = artist.get_clip_box() if artist.get_clip_on() else None
    return box if clip is None else overlap(box, _rounded(clip.extents, whole))


def canvas_box(renderer: Any) -> Box:
    """Return the box of a whole canvas."""
    return (0, 0, int(renderer.width), int(renderer.height))


def overlap(a: Box, b: Box) -> Box:
    """Return the intersection of two boxes, which may be empty."""
    box = (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))
    return box if box[0] < box[2] and box[1] < box[3] else (0, 0, 0, 0)


def union(a: Box, b: Box) -> Box:
    """Return the smallest box around two."""
    if is_empty(a) or is_empty(b):
        return b if is_empty(a) else a
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def is_empty(box: Box) -> bool:
    """Return whether a box has no pixels."""
    return box[0] >= box[2] or box[1] >= box[3]


def disjoint(boxes: list[Box]) -> list[Box]:
    """Join boxes that overlap until none do."""
    out: list[Box] = []
    for box in boxes:
        if is_empty(box):
            continue
        while (other := next((o for o in out if not is_empty(overlap(o, box))), None)) is not None:
            out.remove(other)
            box = union(box, other)
        out.append(box)
    return out


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


def _padded(extents: Any, by: float) -> Edges:
    x0, y0, x1, y1 = extents
    return (x0 - by, y0 - by, x1 + by, y1 + by)


def _of_line(line: Any, renderer: Any) -> Edges:
    vertices = line.get_path().vertices
    if len(vertices) == 0:
        return (0, 0, 0, 0)
    points = line.get_transform().transform(vertices)
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    has_marker = line.get_marker() not in ("None", "none", " ", "", None)
    marker = line.get_markersize() + line.get_markeredgewidth() if has_marker else 0.0
    # The tip of a mitred corner is at most 4 half widths away, Agg's limit; markers have their own tips.
    pad = 2.0 * line.get_linewidth() + 2.0 * marker
    return _padded((x0, y0, x1, y1), renderer.points_to_pixels(pad))


def _of_patch(patch: Any, renderer: Any) -> Edges:
    if isinstance(patch, Spine):
        # Its path follows the limits only when it is drawn.
        patch._adjust_location()  # type: ignore[attr-defined]
    extents = patch.get_path().get_extents(patch.get_transform()).extents
    return _padded(extents, renderer.points_to_pixels(2.0 * patch.get_linewidth()))


def _of_text(text: Any, renderer: Any) -> Edges:
    if text.get_text() == "" and not isinstance(text, Annotation):
        return (0, 0, 0, 0)
    # Ink extends slightly beyond the box of the letters' advances.
    pad = renderer.points_to_pixels(0.25 * text.get_fontsize())
    edges = _padded(text.get_window_extent(renderer).extents, pad)
    frame = text.get_bbox_patch()
    if frame is None:
        return edges
    text.update_bbox_position_size(renderer)
    around = _of_patch(frame, renderer)
    return (
        min(edges[0], around[0]),
        min(edges[1], around[1]),
        max(edges[2], around[2]),
        max(edges[3], around[3]),
    )


def _of_legend(legend: Any, renderer: Any) -> Edges:
    extents = legend.get_window_extent(renderer).extents
    return _padded(extents, renderer.points_to_pixels(8.0))


_MEASURES: dict[type, Callable[[Any, Any], Edges]] = {
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
