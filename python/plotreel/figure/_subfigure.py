"""Parts of figures that are like figures."""

from __future__ import annotations

from typing import Any

from plotreel import _plotreel
from plotreel.figure._figure_base import FigureBase
from plotreel.figure._figure_core import FigureCore
from plotreel.figure._looks import Transform, looks


class SubFigure(FigureBase):
    """A part of a figure that has subplots, titles and legends of its own, which `Figure.subfigures` adds.

    Attributes
    ----------
    figure : Figure
        The figure that it is a part of.
    transSubfigure : Transform
        Its coordinates, for ``transform=``.
    """

    def __init__(self, parent: FigureCore, part: _plotreel.Part) -> None:
        super().__init__()
        self._parent, self._part = parent, part
        self.figure = self._root
        self._figure, self._unfinished = self.figure._figure, self.figure._unfinished
        self.transFigure = Transform("figure fraction")
        self.transSubfigure = Transform("subfigure fraction")

    @property
    def canvas(self) -> Any:
        """What the figure is drawn by."""
        return self.figure.canvas

    @property
    def dpi(self) -> float:
        """Pixels per inch."""
        return float(self.figure.dpi)

    def get_figure(self, root: bool = False) -> Any:
        """Return the figure or subfigure that it is a part of, or the whole figure."""
        return self.figure if root else self._parent

    def set(self, **properties: Any) -> None:
        """Set properties by name: facecolor, edgecolor, linewidth, frameon, visible and zorder."""
        self._part.set(self._figure, looks(properties, keep_none=True))

    def set_facecolor(self, color: Any) -> None:
        """Set the colour of the background."""
        self.set(facecolor=color)

    def get_facecolor(self) -> Any:
        """Return the colour of the background; None is that of the figure."""
        return self._part.get(self._figure, "facecolor")

    def set_edgecolor(self, color: Any) -> None:
        """Set the colour of the frame."""
        self.set(edgecolor=color)

    def set_linewidth(self, linewidth: float) -> None:
        """Set the width of the frame in points."""
        self.set(linewidth=linewidth)

    def set_frameon(self, b: bool) -> None:
        """Set whether background and frame are drawn."""
        self.set(frameon=b)

    def set_visible(self, b: bool) -> None:
        """Set whether it is drawn."""
        self.set(visible=b)

    def set_zorder(self, level: float) -> None:
        """Set the place in the drawing order among axes and artists of the figure."""
        self.set(zorder=level)
