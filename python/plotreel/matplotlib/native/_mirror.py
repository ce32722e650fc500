"""The mirror of a figure: a counterpart for each artist, brought up to date for each frame."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import PlaceHolderLayoutEngine

from plotreel import _plotreel
from plotreel._errors import Error
from plotreel.matplotlib._order import parts
from plotreel.matplotlib._units import Scene, Unit
from plotreel.matplotlib.native._axes import Place
from plotreel.matplotlib.native._table import Piece, Untranslatable
from plotreel.matplotlib.native._view import View

Pixels = npt.NDArray[np.uint8]

_MISSING = object()


class Mirror:
    """A figure of plotreel with the content of matplotlib's.

    Parameters
    ----------
    fig : Figure
        The figure of matplotlib.
    size : (int, int)
        (width, height) in pixels.

    Attributes
    ----------
    target : _plotreel.Figure
        The figure of plotreel.
    reasons : dict of str to str
        Why artists were drawn by Agg, by their names.
    count, changed : int
        The number of artists, and how many of them the last `update` translated.
    """

    def __init__(self, fig: Figure, size: tuple[int, int]) -> None:
        self.fig = fig
        self.size = size
        make: Any = RendererAgg
        self.renderer = make(*size, fig.dpi)
        self.target = _plotreel.Figure(tuple(fig.get_size_inches().tolist()), fig.dpi)
        self.reasons: dict[str, str] = {}
        self.count = self.changed = 0
        self._pixels = np.zeros((size[1], size[0], 4), np.uint8)
        self._scene = Scene(fig, self.renderer)
        self._frame = 0
        self._background: Any = None
        self._units: list[Unit] = []
        self._places: dict[int, Place] = {}
        self._views: dict[int, View] = {}
        self._twins: dict[int, _Twin] = {}

    def update(self) -> None:
        """Bring everything up to date that changed since the last call."""
        self._frame += 1
        scene = self._scene
        changed, _ = scene.update(self._frame)
        if self._lay_out(changed):
            again, _ = scene.update(self._frame)
            changed = list({id(unit): unit for unit in (*changed, *again)}.values())
        self._place_axes()
        is_reordered = scene.units is not self._units
        if is_reordered:
            self._remove_gone()
        for unit in changed:
            is_reordered |= self._translate(unit)
        if is_reordered:
            self._arrange()
        self._units = scene.units
        self.count, self.changed = len(scene.units), len(changed)
        scene.remember(changed)

    def forget_drawing(self) -> None:
        """Record the state after a drawing by Agg, which changes flags and positions."""
        self._scene.remember(self._scene.units)

    def _lay_out(self, changed: list[Unit]) -> bool:
        """Run the layout engine, if something outside the axes changed."""
        engine = self.fig.get_layout_engine()
        if engine is None or isinstance(engine, PlaceHolderLayoutEngine) or not self.fig.axes:
            return False
        if all(unit.artist._fully_clipped_to_axes() for unit in changed):  # type: ignore[attr-defined]
            return False
        engine.execute(self.fig)
        return True

    def draw(self, *, transparent: bool = False) -> Pixels:
        """Draw the figure as it was at the last `update`.

        Returns
        -------
        ndarray of uint8, (height, width, 4)
            RGBA; the next call overwrites it.
        """
        self.target.draw(self._pixels, transparent)
        return self._pixels

    def _place_axes(self) -> None:
        flats = self._scene.flats()
        for axes in flats:
            place = self._places.get(id(axes))
            if place is None or place.axes is not axes:
                place = self._places[id(axes)] = Place(self.target, axes)
                self._views[id(axes)] = View(self, axes, place.has_data)
            place.update()

    def _translate(self, unit: Unit) -> bool:
        """Translate an artist, and return whether its number of pieces changed."""
        artist: Any = unit.artist
        if artist is self.fig.patch and artist.get_linewidth() == 0:
            self._set_background()
            artist._stale = False  # type: ignore[attr-defined]
            return False
        view = self._view(unit)
        twin = self._twins.get(id(artist))
        if twin is None or twin.artist is not artist:
            axes = None if unit.axes is None else self._places[id(unit.axes)].handle
            twin = self._twins[id(artist)] = _Twin(artist, self.target, axes)
        try:
            is_changed = twin.put(view.translate(artist))
        except (Untranslatable, Error) as error:
            reason = getattr(error, "reason", str(error))
            self.reasons[str(artist)] = reason
            raise
        for part in parts(artist):
            part._stale = False  # type: ignore[attr-defined]
        return is_changed

    def _view(self, unit: Unit) -> View:
        key = id(unit.axes)
        if unit.axes is None and key not in self._views:
            self._views[key] = View(self, None, has_data=False)
        return self._views[key]

    def _set_background(self) -> None:
        patch: Any = self.fig.patch
        color = patch.get_facecolor() if patch.get_visible() else (1.0, 1.0, 1.0, 0.0)
        if color != self._background:
            self.target.set_facecolor(color)
            self._background = color

    def _remove_gone(self) -> None:
        present = {id(unit.artist) for unit in self._scene.units}
        for key in [key for key in self._twins if key not in present]:
            self._twins.pop(key).remove()

    def _arrange(self) -> None:
        """Give everything its place in the order of drawing."""
        orders: dict[int, _Order] = {}
        outer = _Order(self.target)
        seen = None
        for unit in self._scene.units:
            twin = self._twins.get(id(unit.artist))
            if unit.axes is not None and unit.axes is not seen:
                seen = unit.axes
                outer.add_axes(self._places[id(seen)])
            if twin is not None:
                order = outer if unit.axes is None else orders.get(id(unit.axes))
                if order is None:
                    order = orders[id(unit.axes)] = _Order(self.target)
                is_patch = unit.axes is not None and unit.artist is unit.axes.patch
                wanted = -1e9 if is_patch else float(unit.artist.get_zorder())
                for shown in twin.shown:
                    order.add(shown, wanted)


class _Shown:
    """A piece in the figure of plotreel."""

    __slots__ = ("handle", "kind", "properties", "zorder")

    def __init__(self, handle: int, kind: str) -> None:
        self.handle = handle
        self.kind = kind
        self.properties: dict[str, Any] = {}
        self.zorder: float | None = None


class _Twin:
    """The counterpart of an artist: its pieces in the figure of plotreel."""

    def __init__(self, artist: Any, target: _plotreel.Figure, axes: int | None) -> None:
        self.artist = artist
        self.shown: list[_Shown] = []
        self._target = target
        self._axes = axes

    def put(self, pieces: list[Piece]) -> bool:
        """Show these pieces; return whether there are others than before."""
        kinds = [piece.kind for piece in pieces]
        is_other = kinds != [shown.kind for shown in self.shown]
        if is_other:
            self.remove()
            self.shown = [_Shown(self._target.add(kind, self._axes), kind) for kind in kinds]
        for shown, piece in zip(self.shown, pieces, strict=True):
            were = shown.properties
            changed = {
                name: value
                for name, value in piece.properties.items()
                if not _is_same(were.get(name, _MISSING), value)
            }
            if changed:
                self._target.set(shown.handle, changed)
                shown.properties = piece.properties
        return is_other

    def remove(self) -> None:
        """Remove all pieces."""
        for shown in self.shown:
            self._target.remove(shown.handle)
        self.shown = []


def _is_same(was: Any, value: Any) -> bool:
    # An array that is the same object may have changed in place.
    if isinstance(value, np.ndarray) or isinstance(was, np.ndarray):
        return False
    if isinstance(value, tuple) and any(isinstance(part, np.ndarray) for part in value):
        return False
    return type(was) is type(value) and bool(was == value)


class _Order:
    """Gives zorders that rise from piece to piece, matplotlib's own where possible."""

    def __init__(self, target: _plotreel.Figure) -> None:
        self._target = target
        self._last = (-math.inf, 0, -1)

    def add(self, shown: _Shown, wanted: float) -> None:
        """Put a piece above all before it."""
        zorder = self._above(wanted, 0, shown.handle)
        if zorder != shown.zorder:
            shown.zorder = zorder
            self._target.set(shown.handle, {"zorder": zorder})

    def add_axes(self, place: Place) -> None:
        """Put axes above all before it."""
        zorder = self._above(float(place.axes.get_zorder()), 1, place.handle)
        if zorder != place.zorder:
            place.zorder = zorder
            self._target.set(place.handle, {"zorder": zorder})

    def _above(self, wanted: float, group: int, handle: int) -> float:
        # Of equal ones plotreel draws artists before axes, each in the order in which they were added.
        last, *rest = self._last
        if (wanted, group, handle) < self._last:
            wanted = last if [group, handle] > rest else math.nextafter(last, math.inf)
        self._last = (wanted, group, handle)
        return wanted
