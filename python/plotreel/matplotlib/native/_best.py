"""The best place of a legend, found as matplotlib finds it, but all its parts at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib import _path
from matplotlib.transforms import Bbox

_Place = tuple[float, float]


class Best:
    """The place that a legend was given, which depends on everything in its axes.

    Parameters
    ----------
    legend : Legend
        The legend.
    renderer : RendererAgg
        For measuring texts.
    """

    def __init__(self, legend: Any, renderer: Any) -> None:
        self._legend = legend
        self._renderer = renderer
        self._size = (0.0, 0.0)
        self._place: _Place | None = None

    def find(self, width: float, height: float, renderer: Any) -> _Place:
        """Return the place for a size, in the stead of the legend's own method; it is asked twice in a drawing."""
        if self._place is None or self._size != (width, height):
            self._size = (width, height)
            self._place = best_place(self._legend, width, height, renderer)
        return self._place

    def holds(self) -> bool:
        """Return whether the legend has the same place now."""
        if self._place is None:
            return False
        return best_place(self._legend, *self._size, self._renderer) == self._place


def best_place(legend: Any, width: float, height: float, renderer: Any) -> _Place:
    """Return the lower left corner of a legend of this size where it hides least."""
    bboxes, lines, offsets = legend._auto_legend_data(renderer)
    paths = [line for line in lines if len(line.vertices)]
    points = [np.asarray(line.vertices) for line in paths]
    with np.errstate(invalid="ignore"):
        ends = np.array([(*np.fmin.reduce(xy), *np.fmax.reduce(xy)) for xy in points])
        if len(offsets):
            points.append(np.asarray(offsets, dtype=float).reshape(-1, 2))
        columns = np.concatenate([np.empty((0, 2)), *points]).T.copy()
        data = paths, ends.reshape(-1, 4), columns, bboxes
        return _least(legend, (width, height), data, renderer)


def _least(legend: Any, size: tuple[float, float], data: Any, renderer: Any) -> _Place:
    intersects: Any = vars(_path)["path_intersects_rectangle"]
    paths, ends, (x, y), bboxes = data
    bbox, anchor = Bbox.from_bounds(0, 0, *size), legend.get_bbox_to_anchor()
    best: tuple[int, _Place] | None = None
    for code in range(1, len(legend.codes)):
        left, bottom = legend._get_anchored_bbox(code, bbox, anchor, renderer)
        box = Bbox.from_bounds(left, bottom, *size)
        x0, y0, x1, y1 = map(float, box.extents)
        bad = int(np.count_nonzero((x0 < x) & (x < x1) & (y0 < y) & (y < y1)))
        bad += int(box.count_overlaps(bboxes)) if bboxes else 0
        near = (ends[:, 0] <= x1) & (ends[:, 2] >= x0) & (ends[:, 1] <= y1) & (ends[:, 3] >= y0)
        for i in np.flatnonzero(near):
            bad += bool(intersects(paths[i], x0, y0, x1, y1, False))
        # The first of equal ones.
        if best is None or bad < best[0]:
            best = bad, (float(left), float(bottom))
        if bad == 0:
            break
    assert best is not None
    return best[1]

