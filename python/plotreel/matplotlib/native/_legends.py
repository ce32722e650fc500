"""Legends: drawn as they draw themselves, wherever limits are."""

from __future__ import annotations

from typing import Any

from matplotlib.legend import Legend

from plotreel.matplotlib._attributes import attributes
from plotreel.matplotlib.native._best import Best
from plotreel.matplotlib.native._pixels import recorded
from plotreel.matplotlib.native._table import Piece, translates
from plotreel.matplotlib.native._view import View


@translates(Legend)
def legend(legend: Any, view: View) -> list[Piece]:
    """Record a legend, which limits move only if it has an anchor in data, or another place becomes the best."""
    if legend._loc_real == 0 and type(legend) is Legend:
        best = view.mirror.bests[id(legend)] = Best(legend, view.renderer)
        with attributes(legend, _find_best_position=best.find):
            pieces = recorded(legend, view)
    else:
        view.mirror.bests.pop(id(legend), None)
        pieces = recorded(legend, view)
    view.minds_limits = _has_anchor_in_data(legend, view.axes)
    return pieces


def _has_anchor_in_data(legend: Any, axes: Any) -> bool:
    anchor = legend._bbox_to_anchor
    if anchor is None or axes is None:
        return False
    transform = getattr(anchor, "_transform", None)
    return transform is None or any(transform.contains_branch_separately(axes.transData))
