"""Legends: drawn as they draw themselves, wherever limits are."""

from __future__ import annotations

from typing import Any

from matplotlib.legend import Legend

from plotreel.matplotlib.native._pixels import recorded
from plotreel.matplotlib.native._table import Piece, translates
from plotreel.matplotlib.native._view import View


@translates(Legend)
def legend(legend: Any, view: View) -> list[Piece]:
    """Record a legend, which limits move only if it looks for the best place or has an anchor in data."""
    pieces = recorded(legend, view)
    view.minds_limits = legend._loc_real == 0 or _has_anchor_in_data(legend, view.axes)
    return pieces


def _has_anchor_in_data(legend: Any, axes: Any) -> bool:
    anchor = legend._bbox_to_anchor
    if anchor is None or axes is None:
        return False
    transform = getattr(anchor, "_transform", None)
    return transform is None or any(transform.contains_branch_separately(axes.transData))
