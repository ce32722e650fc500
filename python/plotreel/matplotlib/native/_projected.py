"""Axes of a projection, from frame to frame."""

from __future__ import annotations

from typing import Any

from plotreel.matplotlib._scene import FlatAxes
from plotreel.matplotlib.native._projection import Projection


class ProjectedAxes(FlatAxes):
    """Axes whose artists are translated one by one."""

    def __init__(self, axes: Any, projection: Projection) -> None:
        super().__init__(axes)
        self._projection = projection

    def _limits(self) -> Any:
        return self._projection.shown(self.ax)

    def _attributes(self) -> dict[str, Any]:
        own = super()._attributes()
        for name in self._projection.moving:
            own.pop(name, None)
        return own


class Refused:
    """Axes that are recorded whole, as plotreel has not all of them."""

    def __init__(self, axes: Any) -> None:
        self.axes = axes
        self._children = list(axes._children)

    def is_over(self, axes: Any) -> bool:
        """Return whether these are other axes, or they have other artists than before."""
        return axes is not self.axes or axes._children != self._children
