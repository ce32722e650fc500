"""Draws the frames of a figure, only where they changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.backend_bases import DrawEvent
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import PlaceHolderLayoutEngine

from plotreel._errors import Error
from plotreel._movie import Movie
from plotreel.matplotlib._boxes import Box, canvas_box, overlap, regions, touches
from plotreel.matplotlib._scene import Scene
from plotreel.matplotlib._unit import Unit

Pixels = npt.NDArray[np.uint8]

# Above this share everything is drawn, because finding the changed regions takes longer.
_NEARLY_ALL = 0.8


@dataclass
class Statistics:
    """How much of a film's figure was drawn.

    Attributes
    ----------
    frames : int
        Frames of the film.
    whole : int
        How many of them matplotlib drew in full.
    artists : int
        The number of artists in all frames.
    drawn : int
        How many of them were drawn or translated; the others were kept.
    engine : str
        What drew the last frame: "native" or "agg".
    by_agg : dict of str to str
        The artists that Agg drew for the native engine, and why.
    rms, off : float
        The greatest difference of native frames that were compared with Agg's, as `Comparison.rms` and `share`.
    """

    frames: int = 0
    whole: int = 0
    artists: int = 0
    drawn: int = 0
    engine: str = "agg"
    by_agg: dict[str, str] = field(default_factory=dict)
    rms: float = 0.0
    off: float = 0.0

    @property
    def share(self) -> float:
        """The share of artists that was drawn, from 0 to 1."""
        return self.drawn / self.artists if self.artists else 1.0


@dataclass
class _Kept:
    """Pixels of a box below a piece that changes."""

    box: Box
    below: list[Unit]


class FigureDrawing:
    """Draws the frames of a figure with Agg, each with the pixels of a full drawing.

    Pieces that changed are drawn, and all that overlap them; the pixels below
    the lowest of them are kept from frame to frame. Artists are drawn in full,
    but only the boxes where something changed are copied, so that each pixel
    results as in a full drawing.

    Parameters
    ----------
    fig : Figure
        The figure.
    size : (int, int)
        (width, height) in pixels.
    partial : bool
        Whether to keep unchanged pixels.
    verify : int
        Compare every n-th frame with a full drawing; 0 for none.
    """

    def __init__(self, fig: Figure, size: tuple[int, int], partial: bool, verify: int) -> None:
        self._fig = fig
        self.size = size
        self.dpi = fig.dpi
        self.statistics = Statistics()
        self._partial = partial
        self._verify = verify
        self._renderer = _renderer(size, fig.dpi)
        self._canvas: Pixels = np.asarray(self._renderer.buffer_rgba())
        self._pixels = np.zeros_like(self._canvas)
        self._below = np.zeros_like(self._canvas)
        self._kept: list[_Kept] = []
        self._drawn = self._pixels
        self._scene: Scene | None = None
        # Artists of the last inspected frame.
        self._count = 1

    def draw(self) -> Pixels:
        """Draw the current state of the figure.

        Returns
        -------
        ndarray of uint8, (height, width, 4)
            RGBA; the next call overwrites it.

        Raises
        ------
        Error
            If a frame differs from the full drawing that it was compared with.
        """
        self._drawn = self._draw()
        return self._drawn

    def write(self, movie: Movie, seconds: float | None) -> None:
        """Write the drawn state as a frame."""
        movie.write_frame(self._drawn, seconds)

    def _draw(self) -> Pixels:
        self.statistics.frames += 1
        fig = self._fig
        # Images that are composited before they are drawn are not separate pieces.
        if not self._partial or not fig.get_visible() or fig.suppressComposite is False:
            return self._draw_whole()
        if self._has_layout():
            # The layout depends on all artists.
            return self._draw_whole()
        if self._scene is None:
            self._scene = Scene(fig, self._renderer)
            self._kept = []
        self._draw_changes(self._scene)
        if self._verify and self.statistics.frames % self._verify == 0:
            self._compare(self._scene)
        return self._pixels

    def _has_layout(self) -> bool:
        engine = self._fig.get_layout_engine()
        return engine is not None and not isinstance(engine, PlaceHolderLayoutEngine)

    def _draw_whole(self) -> Pixels:
        stats = self.statistics
        stats.whole += 1
        if self._fig.get_layout_engine() is None:
            self._renderer.clear()
            self._fig.draw(self._renderer)
        else:
            # As in savefig: run the layout engine, then draw without it.
            fig: Any = self._fig
            with self._renderer._draw_disabled():
                fig.draw(self._renderer)
            with fig._cm_set(layout_engine="none"):
                self._renderer.clear()
                fig.draw(self._renderer)
        stats.artists += self._count
        stats.drawn += self._count
        return self._canvas

    def _draw_changes(self, scene: Scene) -> None:
        frame = self.statistics.frames
        is_first = not scene.units
        changed, boxes = scene.update(frame)
        ids = {id(unit) for unit in changed}
        if len(changed) > _NEARLY_ALL * len(scene.units) and not is_first:
            boxes = [canvas_box(self._renderer)]
            for unit in changed:
                unit.forget_box(self._renderer)
        else:
            for unit in scene.units:
                is_changed, was = id(unit) in ids, unit.box
                if is_changed or not unit.is_measured:
                    unit.measure(self._renderer)
                if is_changed:
                    boxes += [was, unit.box]
        drawn: dict[int, Unit] = {}
        for bounds, parts in regions(boxes):
            self._draw_region(scene, bounds, parts, ids, drawn)
        scene.remember(list({**drawn, **{id(unit): unit for unit in changed}}.values()))
        self._count = len(scene.units)
        self.statistics.artists += self._count
        self.statistics.drawn += len(drawn)
        event = DrawEvent("draw_event", self._fig.canvas, self._renderer)
        self._fig.canvas.callbacks.process("draw_event", event)

    def _draw_region(
        self,
        scene: Scene,
        bounds: Box,
        boxes: list[Box],
        changed: set[int],
        drawn: dict[int, Unit],
    ) -> None:
        """Draw everything in the boxes of a region, starting from the kept pixels."""
        frame = self.statistics.frames
        kept = self._usable(scene, bounds, changed)
        base = kept.box if kept else bounds
        units = scene.units_in(base)
        start = len(kept.below) if kept else 0
        hot = next((i for i, unit in enumerate(units) if unit.is_hot(frame)), len(units))
        rows, columns = _slices(base)
        if kept:
            self._canvas[rows, columns] = self._below[rows, columns]
        else:
            self._canvas[rows, columns] = 0
        for index in range(start, len(units) + 1):
            if index == hot and (kept is None or index > start):
                self._keep(base, units[:index])
            if index < len(units):
                unit = units[index]
                if index < hot or any(touches(unit.box, box) for box in boxes):
                    unit.artist.draw(self._renderer)
                    drawn[id(unit)] = unit
        for box in boxes:
            rows, columns = _slices(box)
            self._pixels[rows, columns] = self._canvas[rows, columns]

    def _usable(self, scene: Scene, box: Box, changed: set[int]) -> _Kept | None:
        for kept in self._kept:
            if overlap(kept.box, box) != box:
                continue
            is_same = scene.units_in(kept.box)[: len(kept.below)] == kept.below
            if is_same and changed.isdisjoint(map(id, kept.below)):
                return kept
        return None

    def _keep(self, box: Box, below: list[Unit]) -> None:
        self._kept = [k for k in self._kept if not touches(k.box, box)]
        self._kept.append(_Kept(box, below))
        rows, columns = _slices(box)
        self._below[rows, columns] = self._canvas[rows, columns]

    def _compare(self, scene: Scene) -> None:
        whole = whole_by_agg(self._fig, self.size)
        differs = (whole != self._pixels).any(axis=2)
        # The drawing has changed the recorded state of the pieces.
        scene.remember(scene.units)
        if differs.any():
            y, x = (int(i) for i in np.argwhere(differs)[0])
            here = (x, y, x + 1, y + 1)
            names = [str(unit.artist) for unit in scene.units_in(here)]
            raise Error(
                f"frame {self.statistics.frames - 1} differs from a full drawing at "
                f"({x}, {y}), at the position of {', '.join(names)}",
                "draw everything with partial=False, and report the artist",
            )


def has_alpha(fig: Any) -> bool:
    """Return whether the background of a figure is not opaque."""
    is_drawn = fig.get_visible() and fig.patch.get_visible()
    return not is_drawn or fig.get_facecolor()[3] < 1


def whole_by_agg(fig: Figure, size: tuple[int, int]) -> Pixels:
    """Return a full drawing of a figure by Agg."""
    renderer = _renderer(size, fig.dpi)
    fig.draw(renderer)
    whole: Pixels = np.asarray(renderer.buffer_rgba())
    return whole


def _renderer(size: tuple[int, int], dpi: float) -> Any:
    make: Any = RendererAgg
    return make(*size, dpi)


def _slices(box: Box) -> tuple[slice, slice]:
    left, top, right, bottom = box
    return slice(top, bottom), slice(left, right)
