"""The mirror of a figure: a counterpart for each artist, brought up to date for each frame."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from operator import attrgetter
from typing import Any

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure
from matplotlib.layout_engine import PlaceHolderLayoutEngine

from plotreel import _plotreel
from plotreel._errors import Error
from plotreel.matplotlib._boxes import Box
from plotreel.matplotlib._order import parts
from plotreel.matplotlib._scene import FlatAxes, Scene
from plotreel.matplotlib._unit import Unit
from plotreel.matplotlib.native._axes import Place
from plotreel.matplotlib.native._best import Best
from plotreel.matplotlib.native._pixels import by_agg
from plotreel.matplotlib.native._projected import ProjectedAxes, Refused
from plotreel.matplotlib.native._projection import projection_of
from plotreel.matplotlib.native._recorder import Recorder
from plotreel.matplotlib.native._table import (
    Piece,
    Shortcut,
    Untranslatable,
    WholeAxes,
    shortcut_of,
)
from plotreel.matplotlib.native._twins import Order, Store, Twin
from plotreel.matplotlib.native._view import View

Pixels = npt.NDArray[np.uint8]

_CLEAR = (1.0, 1.0, 1.0, 0.0)
# Axes that move by less, in fractions of the figure, are where they were.
_SETTLED = 1e-7

_log = logging.getLogger("plotreel")


class Mirror:
    """A figure of plotreel with the content of matplotlib's.

    Parameters
    ----------
    fig : Figure
        The figure of matplotlib.
    size : (int, int)
        (width, height) in pixels.
    fallback : bool
        Whether Agg draws what plotreel can't; else that is `Untranslatable`.

    Attributes
    ----------
    target : _plotreel.Figure
        The figure of plotreel.
    by_agg : dict of int to (str, str)
        The names of the artists that Agg draws, and why, by their ids.
    bests : dict of int to Best
        Legends that look for the best place, by their ids.
    count, changed : int
        The number of artists, and how many of them the last `update` translated.
    """

    def __init__(self, fig: Figure, size: tuple[int, int], *, fallback: bool = True) -> None:
        self.fig = fig
        self.size = size
        self.renderer = Recorder(*size, fig.dpi)
        self._fallback = fallback
        rc: Any = mpl.rcParams
        inches = tuple(fig.get_size_inches().tolist())
        self.target = _plotreel.Figure(inches, fig.dpi, rc["text.hinting"])
        self._store = Store(self.target)
        self.by_agg: dict[int, tuple[str, str]] = {}
        self.count = self.changed = 0
        self._pixels = np.zeros((size[1], size[0], 4), np.uint8)
        self.bests: dict[int, Best] = {}
        self._scene = _Scene(fig, self.renderer, self.place, self.bests)
        self._frame = 0
        self._background: Any = None
        # The layout engine and its settings, once it leaves all axes where they are.
        self._laid_out: tuple[Any, dict[str, Any]] | None = None
        self._nothing: _plotreel.Figure | None = None
        self._units: list[Unit] = []
        self._places: dict[int, Place] = {}
        # Axes that are hidden, to be used for others.
        self._spare: list[Place] = []
        self._views: dict[int, View] = {}
        self._twins: dict[int, Twin] = {}
        # The units that have pieces, and the first one of each axes, by the ids of their artists.
        self._filled: dict[int, Unit] = {}
        self._heads: dict[int, Unit] = {}
        # The ids of units whose state is recorded already.
        self._refreshed: set[int] = set()

    def update(self) -> None:
        """Bring everything up to date that changed since the last call."""
        self._frame += 1
        while True:
            try:
                return self._update()
            except WholeAxes as error:
                self._scene.refuse(error.axes, error.reason)

    def _update(self) -> None:
        scene = self._scene
        changed, _ = scene.update(self._frame)
        if self._lay_out(changed):
            again, _ = scene.update(self._frame)
            changed = list({id(unit): unit for unit in (*changed, *again)}.values())
        for place in self._places.values():
            place.settle()
        is_reordered = scene.units is not self._units
        if is_reordered:
            self._remove_gone()
            heads = {id(unit.axes): unit for unit in reversed(scene.units) if unit.axes is not None}
            self._heads = {id(unit.artist): unit for unit in heads.values()}
        self._hide_gone()
        for unit in changed:
            is_reordered |= self._translate(unit)
        self._store.settle()
        is_reordered |= any(unit.zorder != unit.artist.zorder for unit in changed)
        if is_reordered:
            self._arrange()
        self._units = scene.units
        self.count, self.changed = len(scene.units), len(changed)
        scene.remember([unit for unit in changed if id(unit) not in self._refreshed])
        self._refreshed.clear()

    def forget_drawing(self) -> None:
        """Record the state after a drawing by Agg, which changes flags and positions."""
        self._scene.remember(self._scene.units)

    def _lay_out(self, changed: list[Unit]) -> bool:
        """Run the layout engine, if it is another one, something outside the axes changed or it moved axes last time.

        matplotlib runs it in each drawing, and what it does depends on where the axes are.
        """
        engine = self.fig.get_layout_engine()
        if engine is None or isinstance(engine, PlaceHolderLayoutEngine) or not self.fig.axes:
            self._laid_out = None
            return False
        laid_out = engine, dict(engine.get())
        artists: list[Any] = [unit.artist for unit in changed]
        is_inside = not self._scene.is_framed and all(a._fully_clipped_to_axes() for a in artists)
        if is_inside and self._laid_out == laid_out:
            return False
        before = self._positions()
        engine.execute(self.fig)
        after = self._positions()
        is_settled = before.shape == after.shape and np.allclose(before, after, rtol=0, atol=_SETTLED)
        self._laid_out = laid_out if is_settled else None
        return True

    def _positions(self) -> npt.NDArray[np.float64]:
        return np.array([ax.get_position().bounds for ax in self.fig.axes])

    def draw(self, *, transparent: bool = False) -> Pixels:
        """Draw the figure as it was at the last `update`.

        Returns
        -------
        ndarray of uint8, (height, width, 4)
            RGBA; the next call overwrites it.
        """
        self.shown().draw(self._pixels, transparent)
        return self._pixels

    def shown(self) -> _plotreel.Figure:
        """Return the figure of plotreel to draw, one without anything while matplotlib's is invisible."""
        if self.fig.get_visible():
            return self.target
        if self._nothing is None:
            inches = tuple(self.fig.get_size_inches().tolist())
            self._nothing = _plotreel.Figure(inches, self.fig.dpi)
            self._nothing.set_facecolor(_CLEAR)
        return self._nothing

    def place(self, axes: Any) -> Place:
        """Return the counterpart of axes."""
        place = self._places.get(id(axes))
        if place is None:
            place = self._places[id(axes)] = self._new_place(axes)
        view = self._views.get(id(axes))
        if view is None or (view.projection is not None) != place.has_data:
            projection = place.projection if place.has_data else None
            self._views[id(axes)] = View(self, axes, projection)
            for unit in self._units:
                # Their data are in other coordinates now.
                unit.follows |= unit.axes is axes
        return place

    def _new_place(self, axes: Any) -> Place:
        projection = projection_of(axes)
        assert projection is not None
        for place in self._spare:
            if place.projection is projection:
                self._spare.remove(place)
                place.adopt(axes)
                return place
        return Place(self.target, axes, projection)

    def _translate(self, unit: Unit) -> bool:
        """Translate an artist, and return whether its number of pieces changed."""
        artist: Any = unit.artist
        if artist is self.fig.patch and artist.get_linewidth() == 0:
            self._set_background()
            artist._stale = False  # type: ignore[attr-defined]
            return False
        view = self._view(unit)
        twin = self._twins.get(id(artist))
        if twin is None:
            axes = None if unit.axes is None else self._places[id(unit.axes)].handle
            twin = self._twins[id(artist)] = Twin(artist, self._store, axes)
        shortcut = shortcut_of(artist)
        if shortcut is not None and len(twin.shown) == 1 and not unit.follows:
            names = unit.changes()
            if names and names <= shortcut.names and self._shorten(twin, shortcut, names):
                artist._stale = False
                unit.refresh(names)
                self._refreshed.add(id(unit))
                return False
        view.follows, view.minds_limits, view.follows_all = False, True, False
        try:
            is_changed = twin.put(self._pieces(artist, view, view.translate))
        except Error as error:
            # A value that plotreel refuses.
            twin.remove(reuse=False)
            reason = str(error)
            is_changed = twin.put(self._pieces(artist, view, lambda it: view.record(it, reason)))
        unit.follows, unit.minds_limits = view.follows, view.minds_limits
        unit.follows_all = view.follows_all
        if twin.shown:
            self._filled[id(artist)] = unit
        else:
            self._filled.pop(id(artist), None)
        if artist.get_children():
            for part in parts(artist):
                part._stale = False  # type: ignore[attr-defined]
        artist._stale = False
        return is_changed

    def _shorten(self, twin: Twin, shortcut: Shortcut, names: set[str]) -> bool:
        """Set the arrays that depend on these attributes; return whether that was possible."""
        shown = twin.shown[0]
        try:
            arrays = shortcut.arrays(twin.artist, names)
            self.target.set(shown.handle, arrays)
        except (Error, Untranslatable):
            return False
        shown.properties |= arrays
        return True

    def _pieces(
        self, artist: Any, view: View, translate: Callable[[Any], list[Piece]]
    ) -> list[Piece]:
        try:
            pieces = translate(artist)
        except Untranslatable as error:
            if not self._fallback:
                raise
            view.follows = True
            return self._pieces_by_agg(artist, view, error.reason)
        self.by_agg.pop(id(artist), None)
        return pieces

    def _pieces_by_agg(self, artist: Any, view: View, reason: str) -> list[Piece]:
        start = time.perf_counter()
        pieces = by_agg(artist, view)
        if id(artist) not in self.by_agg:
            self.by_agg[id(artist)] = str(artist), reason
            spent = 1000 * (time.perf_counter() - start)
            _log.info("Agg draws %s, which takes %.1f ms: plotreel has not %s", artist, spent, reason)
        return pieces

    def _view(self, unit: Unit) -> View:
        key = id(unit.axes)
        if unit.axes is None and key not in self._views:
            self._views[key] = View(self, None)
        return self._views[key]

    def _set_background(self) -> None:
        patch: Any = self.fig.patch
        color = patch.get_facecolor() if patch.get_visible() else _CLEAR
        if color != self._background:
            self.target.set_facecolor(color)
            self._background = color

    def _remove_gone(self) -> None:
        present = {id(unit.artist) for unit in self._scene.units}
        for key in [key for key in self._twins if key not in present]:
            self._twins.pop(key).remove()
            self._filled.pop(key, None)
            self.by_agg.pop(key, None)
            self.bests.pop(key, None)

    def _hide_gone(self) -> None:
        present = {id(axes) for axes in self._scene.flats()}
        if present == self._places.keys():
            return
        for key in [key for key in self._places if key not in present]:
            place = self._places.pop(key)
            place.hide()
            self._spare.append(place)
            del self._views[key]

    def _arrange(self) -> None:
        """Give everything its place in the order of drawing."""
        orders: dict[int | None, Order] = {None: Order(self.target)}
        seen = None
        for unit in sorted(({**self._heads, **self._filled}).values(), key=_INDEX):
            axes = unit.axes
            if axes is not None and axes is not seen:
                seen = axes
                orders[None].add_axes(self._places[id(axes)])
            twin = self._twins.get(id(unit.artist))
            if twin is not None and twin.shown:
                key = None if axes is None else id(axes)
                order = orders.get(key) or orders.setdefault(key, Order(self.target))
                is_patch = axes is not None and unit.artist is axes.patch
                wanted = -1e9 if is_patch else float(unit.artist.get_zorder())
                for shown in twin.shown:
                    order.add(shown, wanted)


_INDEX = attrgetter("index")


class _Scene(Scene):
    """The pieces of a figure that are not parts of the frames of axes."""

    def __init__(
        self, fig: Figure, renderer: Any, place: Callable[[Any], Place], bests: dict[int, Best]
    ) -> None:
        super().__init__(fig, renderer)
        self._place_of = place
        self._bests = bests
        # Whether limits, positions, axis, spines or titles changed at the last update.
        self.is_framed = False
        self._framed: list[Any] = []
        self._children: list[Any] = []
        self._refused: dict[int, Refused] = {}

    def refuse(self, axes: Any, reason: str) -> None:
        """Have axes drawn whole as matplotlib draws them, until they have other artists."""
        _log.info("%s is recorded: plotreel has not %s", axes, reason)
        self._refused[id(axes)] = Refused(axes)
        self._children = []

    def _has_best_place(self, legend: Unit) -> bool:
        best = self._bests.get(id(legend.artist))
        return best is not None and best.holds()

    def _is_flat(self, artist: Any) -> bool:
        refused = self._refused.get(id(artist))
        return projection_of(artist) is not None and (refused is None or refused.is_over(artist))

    def _flat(self, axes: Any) -> FlatAxes:
        projection = projection_of(axes)
        assert projection is not None
        self._refused.pop(id(axes), None)
        return ProjectedAxes(axes, projection)

    def update(self, frame: int) -> tuple[list[Unit], list[Box]]:
        """As of `Scene`, with a short way if only artists changed."""
        fig: Any = self.fig
        children = [
            (child, child.get_visible(), child.get_animated()) for child in fig.get_children()
        ]
        is_same = children == self._children and not any(
            refused.is_over(refused.axes) for refused in self._refused.values()
        )
        if is_same and all(map(self._stays, self._axes.values())):
            moved = {id(flat.ax) for flat in self._axes.values() if flat.moved}
            for key in moved:
                place = self._place_of(self._axes[key].ax)
                place.update()
                place.frame.ask()
            changed = {
                id(unit): unit
                for unit in self._shown()
                if unit.changed() or (unit.minds_limits and unit.is_moved(moved))
            }
            if all(unit.zorder == unit.artist.zorder for unit in changed.values()):
                self._place_legends(changed, moved)
                retitled = [self._place_of(flat.ax).frame.was_retitled() for flat in self._axes.values()]
                self.is_framed = bool(moved) or any(retitled)
                return list(changed.values()), []
        self._children = children
        shown = {id(child) for child, *_ in children}
        self._refused = {key: refused for key, refused in self._refused.items() if key in shown}
        return super().update(frame)

    def _stays(self, flat: Any) -> bool:
        """Return whether axes have the position, the pieces and the frame that they had."""
        flat.look()
        return not flat.differs and self._place_of(flat.ax).frame.stays()

    def _settle(self, flats: list[Any]) -> set[int]:
        moved = super()._settle(flats)
        is_other = False
        self.is_framed = bool(moved)
        for flat in flats:
            place = self._place_of(flat.ax)
            if place.update():
                # Other scales move artists, too.
                flat.moved = True
                moved.add(id(flat.ax))
                for unit in self.units:
                    # What was linear may have no place there.
                    unit.follows |= unit.axes is flat.ax
            is_other |= place.frame.update(flat.moved, place.has_data)
            if place.projection.is_whole and place.frame.reason is not None:
                raise WholeAxes(flat.ax, place.frame.reason)
        framed = [flat.ax for flat in flats]
        if is_other or framed != self._framed:
            self._framed = framed
            self.is_framed = True
            self.elsewhere = set().union(
                *(self._place_of(flat.ax).frame.elsewhere() for flat in flats)
            )
        return moved
