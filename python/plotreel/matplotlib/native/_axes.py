"""Axes: their place, limits and scales; and axes that are drawn piece by piece in pixels."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes

from plotreel import _plotreel
from plotreel.matplotlib._order import AxisView, axes_artists, is_flat
from plotreel.matplotlib.native._frame import Frame
from plotreel.matplotlib.native._projection import Projection, scale
from plotreel.matplotlib.native._table import Piece, Untranslatable, translates
from plotreel.matplotlib.native._view import View


class Place:
    """Axes of plotreel with the position and the data coordinates of matplotlib's.

    Parameters
    ----------
    target : _plotreel.Figure
        The figure of plotreel.
    axes : Axes
        The axes of matplotlib.
    projection : Projection
        Their projection.

    Attributes
    ----------
    handle : int
        The axes of plotreel.
    frame : Frame
        Axis, spines and titles.
    zorder : float or None
        The place in the order of drawing that they have there.
    """

    def __init__(self, target: _plotreel.Figure, axes: Any, projection: Projection) -> None:
        self.axes = axes
        self.projection = projection
        self._target = target
        self._set: dict[str, Any] = {"position": rectangle(axes)}
        self.handle = target.add_axes(self._set["position"], projection.name)
        self.zorder: float | None = None
        # What the data coordinates of artists are in: plotreel's, or pixels by these scales.
        self._scales: tuple[Any, ...] = ()
        self._is_settled = False
        self.frame = Frame(target, self.handle, axes, projection)
        # The background is an artist here.
        target.set(self.handle, {"axis_on": False, "patch_visible": False})

    @property
    def has_data(self) -> bool:
        """Whether plotreel has the scales."""
        return all(scale(axis) is not None for axis in self.axes._axis_map.values())

    def update(self) -> bool:
        """Bring position, limits and scales up to date; return whether a scale is another one."""
        axes = self.axes
        wanted: dict[str, Any] = {"position": rectangle(axes)}
        has_data = self.has_data
        if has_data:
            wanted |= self.projection.view(axes)
        changed = {name: value for name, value in wanted.items() if self._set.get(name) != value}
        is_rescaled = not changed.keys().isdisjoint(("xscale", "yscale", "zscale"))
        # matplotlib makes a new scale for each change.
        scales = () if has_data else tuple(axis._scale for axis in axes._axis_map.values())
        is_other = is_rescaled or scales != self._scales
        self._scales = scales
        if is_rescaled:
            # A scale brings its limits and its ticks.
            changed = wanted
            self.frame.forget_tickers()
        if changed:
            self._target.set(self.handle, changed)
            self._set |= changed
            self._is_settled = False
        return is_other

    def settle(self) -> None:
        """Set what matplotlib sets when axes are drawn, which is after a layout."""
        if not self._is_settled:
            self.projection.settle(self.axes)
            self._is_settled = True

    def hide(self) -> None:
        """Hide the axes, which matplotlib has no more, and forget them."""
        self._target.set(self.handle, {"visible": False})
        self.axes = None
        self.frame.adopt(None)

    def adopt(self, axes: Any) -> None:
        """Become the counterpart of other axes, after it was hidden."""
        self.axes = axes
        self.frame.adopt(axes)
        self._target.set(self.handle, {"visible": True})


def rectangle(axes: Any) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of axes in fractions of the figure."""
    (x0, y0), (x1, y1) = axes.bbox.get_points().tolist()
    width, height = axes.get_figure(root=True).bbox.size.tolist()
    return (x0 / width, y0 / height, (x1 - x0) / width, (y1 - y0) / height)


@translates(Axes)
def axes(axes: Any, view: View) -> list[Piece]:
    """Translate everything in axes into pixels, as for axes in others."""
    if not is_flat(axes):
        raise Untranslatable(f"a {type(axes).__name__}")
    axes._unstale_viewLim()
    own = View(view.mirror, axes)
    views = {id(axis): AxisView(axis) for axis in axes._axis_map.values()}
    for axis in views.values():
        axis.place(own.renderer)
    axes._update_title_position(own.renderer)
    pieces: list[Piece] = []
    for child in axes_artists(axes):
        axis_view = views.get(id(child))
        parts = [child] if axis_view is None else axis_view.artists()
        for part in parts:
            pieces += own.translate(part)
    return pieces
