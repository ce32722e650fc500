"""The pieces of a figure, and which of them have changed."""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import ExitStack
from itertools import compress
from operator import or_
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.legend import Legend

from plotreel.matplotlib._attributes import attributes
from plotreel.matplotlib._boxes import Box
from plotreel.matplotlib._order import AxisView, axes_artists, figure_artists, is_flat
from plotreel.matplotlib._unit import HOT, Unit


class FlatAxes:
    """Axes whose artists are drawn one by one."""

    def __init__(self, ax: Axes) -> None:
        self.ax = ax
        self.views = {id(axis): AxisView(axis) for axis in ax._axis_map.values()}
        self._place: Any = None
        # Whether its limits or its position changed, and whether anything did.
        self.moved = self.differs = True

    def look(self) -> None:
        """Settle the limits, and record whether they, the position or anything else of the axes changed."""
        ax: Any = self.ax
        ax._unstale_viewLim()
        # What its artists tell it is found with them, and where its titles are.
        ax._stale = False
        place = (
            self._limits(),
            ax.bbox.get_points().tobytes(),
            self._attributes(),
            [axis._scale for axis in ax._axis_map.values()],
            list(ax._children),
            list(ax.child_axes),
            list(ax.spines.values()),
        )
        moves = self._place is None or place[:2] != self._place[:2]
        self.moved = self.moved or moves
        # Limits alone change no position: not that of these axes, and there are none in them.
        has_place = ax.get_axes_locator() is None and not ax.child_axes
        is_loose = has_place and ax.get_aspect() == "auto"
        self.differs = self.differs or (moves and not is_loose)
        try:
            self.differs = self.differs or place[1:] != self._place[1:]
        except Exception:  # noqa: BLE001
            # Values that can't be compared count as changed.
            self.differs = True
        self._place = place

    def _limits(self) -> Any:
        """Return what says which data are shown where."""
        # They are settled: its public name would look for that again.
        return self.ax._viewLim.get_points().tobytes()  # type: ignore[attr-defined]

    def _attributes(self) -> dict[str, Any]:
        """Return all else that they have."""
        own = dict(vars(self.ax))
        own.pop("titleOffsetTrans", None)
        return own


class Scene:
    """The pieces of a figure, in the order of drawing.

    Parameters
    ----------
    fig : Figure
        The figure.
    renderer : RendererAgg
        The renderer.
    """

    def __init__(self, fig: Figure, renderer: Any) -> None:
        self.fig = fig
        self.renderer = renderer
        self.units: list[Unit] = []
        self._watched: list[Unit] = []
        self._legends: list[Unit] = []
        # The artists of those that are watched, and whether these were visible when they were remembered.
        self._artists: list[Any] = []
        self._seen: list[bool] = []
        self._order: list[tuple[Artist, list[Artist]]] = []
        self._known: dict[int, Unit] = {}
        self._axes: dict[int, FlatAxes] = {}
        self._shared: set[int] = set()
        self._placed: list[AxisView] = []
        # The ids of axis objects, titles and spines that are not pieces.
        self.elsewhere: set[int] = set()

    def update(self, frame: int) -> tuple[list[Unit], list[Box]]:
        """Update the list of pieces.

        Parameters
        ----------
        frame : int
            The number of the frame that will be drawn.

        Returns
        -------
        changed : list of Unit
            The pieces to be drawn.
        gone : list of Box
            The boxes of removed pieces.
        """
        flats = self._flat_axes()
        moved = self._settle(flats)
        placed = self._place_ticks(flats)
        before, were = self._known, self.units
        looked_at = self._watched
        if self._list(flats, placed) or moved:
            looked_at = self.units
        is_turned = self._is_turned(were)
        changed = {
            id(unit): unit
            for unit in looked_at
            if is_turned
            or unit.changed()
            or (
                unit.is_moved(moved)
                if unit.view is None
                else id(unit.view) in placed
            )
        }
        self._place_titles(flats, moved, placed, changed)
        self._place_legends(changed)
        for unit in changed.values():
            # In the first frame everything is new, which does not predict later changes.
            unit.last_change = frame if before else -HOT
        gone = []
        if self._known is not before:
            gone = [u.box for key, u in before.items() if self._known.get(key) is not u]
        return [unit for unit in self.units if id(unit) in changed], gone

    def flats(self) -> list[Axes]:
        """Return the axes whose artists are pieces."""
        return [flat.ax for flat in self._axes.values()]

    def _shown(self) -> Iterator[Unit]:
        """Return the pieces that are or were visible: thousands may be hidden, the other frames of an ArtistAnimation."""
        return compress(self._watched, map(or_, self._visible(), self._seen))

    def _visible(self) -> list[bool]:
        return [artist._visible for artist in self._artists]

    def _place_legends(self, changed: dict[int, Unit], moved: Set[int] = frozenset()) -> None:
        """Add legends whose best place is another one, because of what changed and of these axes that moved."""
        touched = {id(unit.axes) for unit in changed.values()} | moved
        for unit in self._legends:
            if id(unit.axes) in touched and unit.is_best_legend and not self._has_best_place(unit):
                changed[id(unit)] = unit

    def _has_best_place(self, legend: Unit) -> bool:
        """Return whether it is known that a legend would be drawn where it is."""
        return False

    def units_in(self, box: Box) -> list[Unit]:
        """Return the pieces that may have ink in a box, in order."""
        left, top, right, bottom = box
        return [
            unit
            for unit in self.units
            if (own := unit.box)[0] < right
            and own[2] > left
            and own[1] < bottom
            and own[3] > top
        ]

    def remember(self, units: list[Unit]) -> None:
        """Record the state of pieces that were just drawn, or have nothing to draw."""
        views = {id(view): view for view in self._placed}
        for unit in units:
            unit.remember(self._shared)
            if unit.view is not None:
                views[id(unit.view)] = unit.view
        for view in views.values():
            view.remember(self._shared)
        self._seen = self._visible()
        for flat in self._axes.values():
            flat.moved = False
            flat.ax._stale = False  # type: ignore[attr-defined]
        self.fig._stale = False  # type: ignore[attr-defined]

    def _flat_axes(self) -> list[FlatAxes]:
        flats = []
        for artist in figure_artists(self.fig):
            if artist.get_visible() and self._is_flat(artist):
                known = self._axes.get(id(artist))
                if known is None or known.ax is not artist:
                    known = self._flat(artist)
                flats.append(known)
        self._axes = {id(flat.ax): flat for flat in flats}
        return flats

    def _is_flat(self, artist: Artist) -> bool:
        """Return whether artists are axes whose artists are pieces."""
        return is_flat(artist)

    def _flat(self, axes: Any) -> FlatAxes:
        return FlatAxes(axes)

    def _settle(self, flats: list[FlatAxes]) -> set[int]:
        """Apply limits and aspects; return the ids of the axes that moved."""
        for flat in flats:
            flat.look()
        if any(flat.differs for flat in flats):
            self.fig._get_draw_artists(self.renderer)  # type: ignore[attr-defined]
            for flat in flats:
                flat.look()
                flat.differs = False
            fig: Any = self.fig
            self._shared = {id(fig.transFigure), id(fig.bbox), id(fig.dpi_scale_trans)}
            for flat in flats:
                ax: Any = flat.ax
                self._shared |= {id(ax.transData), id(ax.transAxes), id(ax.bbox), id(ax.viewLim)}
        return {id(flat.ax) for flat in flats if flat.moved}

    def _place_ticks(self, flats: list[FlatAxes]) -> set[int]:
        shown = [
            (flat, view)
            for flat in flats
            if flat.ax.axison
            for view in flat.views.values()
            if id(view.axis) not in self.elsewhere
        ]
        self._placed = [view for flat, view in shown if view.changed(flat.moved)]
        for view in self._placed:
            view.place(self.renderer)
        placed = {id(view) for view in self._placed}
        moved = {id(view.axis) for view in self._placed}
        for _, view in shown:
            if moved and id(view) not in placed and not moved.isdisjoint(view.aligned()):
                view.place_label(self.renderer)
        return placed

    def _list(self, flats: list[FlatAxes], placed: set[int]) -> bool:
        """Update the list of pieces, and return whether it changed."""
        artists = [self.fig.patch, *figure_artists(self.fig)]
        by_axes = {id(flat.ax): flat for flat in flats}
        order = [
            (artist, self._pieces_of(by_axes[id(artist)].ax) if id(artist) in by_axes else [])
            for artist in artists
        ]
        if not placed and order == self._order:
            return False
        units = []
        for artist, children in order:
            flat = by_axes.get(id(artist))
            if flat is None:
                units.append(self._unit(artist))
                continue
            for child in children:
                view = flat.views.get(id(child))
                if view is None:
                    units.append(self._unit(child, flat.ax))
                    continue
                label = view.axis.label
                for part in view.artists():
                    of_ticks = None if part is label else view
                    units.append(self._unit(part, flat.ax, of_ticks))
        for index, unit in enumerate(units):
            unit.index = index
        self.units = units
        self._order = order
        self._known = {id(unit.artist): unit for unit in units}
        self._watched = [unit for unit in units if unit.is_watched]
        self._legends = [unit for unit in self._watched if type(unit.artist) is Legend]
        self._artists = [unit.artist for unit in self._watched]
        self._seen = [True] * len(self._artists)
        return True

    def _pieces_of(self, ax: Axes) -> list[Artist]:
        artists = axes_artists(ax)
        if not self.elsewhere:
            return artists
        return [artist for artist in artists if id(artist) not in self.elsewhere]

    def _is_turned(self, were: list[Unit]) -> bool:
        """Return whether the order of remaining pieces changed, as after `Axes.set_zorder`."""
        if were is self.units or were == self.units:
            return False
        ids, old = set(map(id, self.units)), set(map(id, were))
        stay = [unit for unit in were if id(unit) in ids]
        return stay != [unit for unit in self.units if id(unit) in old]

    def _unit(
        self, artist: Artist, axes: Axes | None = None, view: AxisView | None = None
    ) -> Unit:
        known = self._known.get(id(artist))
        if known is None or known.artist is not artist:
            return Unit(artist, axes, view)
        return known

    def _place_titles(
        self,
        flats: list[FlatAxes],
        moved: set[int],
        placed: set[int],
        changed: dict[int, Unit],
    ) -> None:
        """Move titles as in the drawing of their axes, if something near them changed."""
        align: Any = self.fig._align_label_groups.get("title")  # type: ignore[attr-defined]
        touched = moved | {
            id(flat.ax) for flat in flats if any(id(v) in placed for v in flat.views.values())
        }
        for flat in flats:
            ax: Any = flat.ax
            titles = [ax.title, ax._left_title, ax._right_title]
            if id(ax.title) in self.elsewhere or not any(title.get_text() for title in titles):
                continue
            near = {id(other) for other in ax._twinned_axes.get_siblings(ax)} | {id(ax)}
            if align is not None:
                near |= {id(other) for other in align.get_siblings(ax)}
            own = [self._known.get(id(title)) for title in titles]
            is_own = any(unit is not None and id(unit) in changed for unit in own)
            if not (is_own or near & touched or ax.child_axes):
                continue
            were = [(title.get_position(), title.stale) for title in titles]
            with ExitStack() as stack:
                for flat_axes in flats:
                    # It would compute the box, which takes long, only to set the offset text, which is done already.
                    axis: Any = flat_axes.ax.yaxis
                    stack.enter_context(attributes(axis, get_tightbbox=lambda *_, **__: None))
                ax._update_title_position(self.renderer)
            for title, unit, (position, stale) in zip(titles, own, were, strict=True):
                title._stale = stale
                if unit is not None and title.get_position() != position:
                    changed[id(unit)] = unit
