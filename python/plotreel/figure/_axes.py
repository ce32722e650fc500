"""What all axes have: titles, limits, scales, ticks, looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from plotreel import _plotreel
from plotreel.figure._artist import Artist
from plotreel.figure._artist_list import ArtistList
from plotreel.figure._axis import Spines
from plotreel.figure._bbox import Bbox
from plotreel.figure._gridspec import GridSpec, SubplotSpec
from plotreel.figure._limits import Limits
from plotreel.figure._looks import Transform
from plotreel.figure._names import unknown
from plotreel.figure._ticks import TickSettings
from plotreel.figure._titles import Titles

if TYPE_CHECKING:
    from plotreel.figure._figure_base import FigureBase


class AxesBase(Titles, Limits, TickSettings):
    """A part of a figure with data coordinates.

    Attributes
    ----------
    transAxes, transData : Transform
        The coordinates of the axes' box and of the data, for ``transform=``.
    xaxis, yaxis : Axis
        Ticks, their labels and the axis' label.
    spines : Spines
        The lines around the axes.
    """

    def __init__(self, figure: FigureBase, part: _plotreel.Part) -> None:
        super().__init__(figure, part)
        self.transAxes = Transform("axes fraction")
        self.transData = Transform("data")
        self.spines = Spines(self)
        self._colorbar: Any = None
        # The kind and the properties that a subplot was made with.
        self._made_with = ""

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "use_sticky_edges" and not value:
            raise AttributeError("use_sticky_edges can only be True here: set the limits instead", name=name)
        object.__setattr__(self, name, value)

    def _of(self, *kinds: str) -> ArtistList:
        return ArtistList([artist for artist in self._artists if type(artist).__name__ in kinds])

    @property
    def lines(self) -> ArtistList:
        """The lines."""
        return self._of("Line2D", "Line3D")

    @property
    def texts(self) -> ArtistList:
        """The texts."""
        return self._of("Text", "Text3D", "Annotation")

    @property
    def images(self) -> ArtistList:
        """The images."""
        return self._of("AxesImage")

    @property
    def tables(self) -> ArtistList:
        """The tables."""
        return self._of("Table")

    @property
    def containers(self) -> ArtistList:
        """The groups of bars."""
        return self._of("BarContainer")

    @property
    def collections(self) -> ArtistList:
        """The collections."""
        return ArtistList([artist for artist in self._artists if "Collection" in type(artist).__name__])

    def get_children(self) -> list[Artist]:
        """Return all artists that were drawn by methods."""
        return list(self._artists)

    def get_lines(self) -> ArtistList:
        """Return the lines."""
        return self.lines

    def set(self, **properties: Any) -> None:
        """Set properties by the names of setters: ``ax.set(xlabel="t / s", ylim=(0, 1))``."""
        for name, value in properties.items():
            setter = getattr(type(self), f"set_{name}", None)
            # Those of artists call this.
            if setter is None or setter is getattr(Artist, f"set_{name}", None):
                self._put(**{name: value})
            elif name in ("xlim", "ylim", "zlim", "rlim") and np.ndim(value) == 1:
                setter(self, *value)
            else:
                setter(self, value)

    def clear(self) -> None:
        """Remove all artists, titles and labels, and reset all settings but the position."""
        self._call("clear")
        for artist in self._artists:
            artist._forget()
        self._artists.clear()

    cla = clear

    def remove(self) -> None:
        """Take the axes out of the figure: they are not drawn any more."""
        self._put(visible=False)
        self.figure._drop(self)

    def set_axis_off(self) -> None:
        """Draw no ticks, labels, spines and background."""
        self._put(axis_on=False)

    def set_axis_on(self) -> None:
        """Draw ticks, labels, spines and background."""
        self._put(axis_on=True)

    def set_facecolor(self, color: Any) -> None:
        """Set the colour of the background."""
        self._put(facecolor=color)

    def get_facecolor(self) -> Any:
        """Return the colour of the background; None is that of the style."""
        return self._get("facecolor")

    def set_visible(self, visible: bool) -> None:
        """Set whether the axes are drawn."""
        self._put(visible=visible)

    def set_zorder(self, zorder: float) -> None:
        """Set the place in the drawing order among axes."""
        self._put(zorder=zorder)

    def get_position(self, original: bool = False) -> Bbox:
        """Return the place in fractions of the figure, which a fixed aspect makes smaller unless `original` is True."""
        return Bbox.from_bounds(*self._call("get_position", original=original)["position"])

    def set_position(self, pos: Any, which: str = "both") -> None:
        """Set left, bottom, width and height in fractions of the figure."""
        if which not in ("both", "active", "original"):
            raise ValueError(f"which can't be {which!r}: give both, active or original")
        bounds = pos.bounds if isinstance(pos, Bbox) else pos
        self._put(position=[float(side) for side in bounds])

    def get_subplotspec(self) -> SubplotSpec | None:
        """Return the cells of a subplot; None for other axes."""
        return self._spec

    def get_gridspec(self) -> GridSpec | None:
        """Return the grid of a subplot; None for other axes."""
        return None if self._spec is None else self._spec.get_gridspec()

    def set_anchor(self, anchor: Any) -> None:
        """Set where a box that shrank to its aspect is."""
        self._put(anchor=anchor)

    def set_prop_cycle(self, *args: Any) -> None:
        """Begin the cycle of colours again; other cycles are settings of the style."""
        if args != (None,):
            raise TypeError("set_prop_cycle takes None: a cycle is set by rcParams['axes.prop_cycle']")
        self._call("set_cycle_places", places=(0, 0))

    def __getattr__(self, name: str) -> Any:
        raise unknown(type(self).__name__, name, dir(type(self)))
