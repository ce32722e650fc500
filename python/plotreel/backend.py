"""The matplotlib backend ``module://plotreel.backend``: records windows as films.

With it ``plt.show()`` writes animations and figures to files, loops around
``plt.pause`` or ``flush_events`` become films, and plotreel writes what
scripts save. ``python -m plotreel SCRIPT.py`` uses it, and so does
``MPLBACKEND=module://plotreel.backend``.
"""

from __future__ import annotations

import contextlib
import sys
from typing import Any

import numpy as np
from matplotlib import is_interactive, pyplot
from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import CloseEvent, FigureManagerBase, _Backend
from matplotlib.backends.backend_agg import FigureCanvasAgg

from plotreel._scripts import session
from plotreel._scripts.recorder import FPS
from plotreel._scripts.takeover import take_over
from plotreel.matplotlib._engine import get_engine, is_native
from plotreel.matplotlib.native import NativeDrawing

__all__ = ["FigureCanvas", "FigureManager"]


class FigureManager(FigureManagerBase):
    """An invisible window.

    Attributes
    ----------
    is_visible : bool
        Whether it would be on the screen.
    """

    canvas: FigureCanvas

    def __init__(self, canvas: Any, num: int | str) -> None:
        super().__init__(canvas, num)
        self.is_visible = False
        self.window = _Window(canvas)
        dpi = session.current().settings.dpi
        if dpi is not None:
            canvas.figure.dpi = dpi
        if is_interactive():
            self.show()

    def show(self) -> None:
        """Draw the figure when events are handled next."""
        if not self.is_visible:
            self.is_visible = True
            self.canvas.draw_idle()

    def write(self) -> None:
        """Write what the window shows: its film so far, its animations, or a picture."""
        self.settle()
        session.current().show(self.canvas.figure, self.num)

    def settle(self) -> None:
        """Draw pending changes into the film so far.

        A figure without a film is drawn only when it is written, because a
        layout engine that runs twice may give another layout.
        """
        if session.current().has_film(self.num):
            self.canvas.settle()

    def destroy(self) -> None:
        """Close the window, after writing its animation if that was not saved elsewhere."""
        if self.is_visible:
            self.is_visible = False
            self.canvas.settle()
            running = session.current()
            if running.unsaved(self.canvas.figure):
                running.show(self.canvas.figure, self.num)
            CloseEvent("close_event", self.canvas)._process()  # type: ignore[attr-defined]
        super().destroy()

    @classmethod
    def pyplot_show(cls, *, block: bool | None = None) -> None:
        """Write the content of all windows, and close them; without `block` only open them."""
        managers = _managers()
        for manager in managers:
            manager.show()
        if block or (block is None and not is_interactive()):
            for manager in managers:
                manager.write()
            for manager in managers:
                Gcf.destroy(manager)


class FigureCanvas(FigureCanvasAgg):
    """A canvas whose drawings are the frames of a film while its window is open.

    A frame is shown until the next one; pauses set its duration.
    """

    manager_class = FigureManager
    # Animations use it to recognise this backend.
    is_recorded = True

    def __init__(self, figure: Any = None) -> None:
        # Whether a drawing is pending, and whether the last one is not recorded yet.
        self._is_pending = False
        self._is_fresh = False
        # The picture that plotreel drew instead of Agg, and what it is drawn by; None if Agg draws.
        self._picture: Any = None
        self._native: NativeDrawing | None = None
        self._is_aggs = get_engine() == "agg"
        super().__init__(figure)

    def draw(self) -> None:
        """Draw the figure immediately."""
        if self._is_fresh and self.figure.stale:
            self._take(1 / self._fps())
        with self._idle_draw_cntx():  # type: ignore[attr-defined]
            self._picture = self._natively()
            if self._picture is None:
                super().draw()  # type: ignore[no-untyped-call]
        self._is_pending = False
        self._is_fresh = True

    def draw_idle(self, *args: Any, **kwargs: Any) -> None:
        """Draw the figure when events are handled next."""
        self._is_pending = True
        if sys._getframe(1).f_code is pyplot.draw.__code__:
            # Loops of plt.draw() and time.sleep() handle no events.
            self.draw()

    def blit(self, bbox: Any = None) -> None:
        """Show what was drawn into the canvas."""
        self._is_fresh = True

    def flush_events(self) -> None:
        """Handle events: record pending drawings as a frame of the film."""
        if isinstance(self.manager, FigureManager):
            self.manager.is_visible = True
        self.settle()

    def start_event_loop(self, timeout: float = 0) -> None:
        """Show the frames of all windows for `timeout` seconds, without waiting."""
        seconds = timeout if timeout and timeout > 0 else 1 / self._fps()
        ended = None
        for manager in _managers():
            try:
                manager.canvas.settle(seconds)
            except session.Ended as end:
                # Continue, so that all films have this last frame.
                ended = end
        if ended is not None:
            raise ended

    def settle(self, seconds: float | None = None) -> None:
        """Draw pending changes, and show them for `seconds`."""
        if not self._is_watched():
            return
        if self._is_pending:
            self.draw()
        if self._is_fresh:
            self._take(seconds or 1 / self._fps())
        elif seconds is not None and self.manager is not None:
            session.current().extend(self.manager.num, seconds)

    def _take(self, seconds: float) -> None:
        self._is_fresh = False
        if self._is_watched() and self.manager is not None:
            pixels = self._picture
            if pixels is None:
                pixels = np.asarray(super().buffer_rgba())  # type: ignore[no-untyped-call]
            session.current().frame(self.manager.num, pixels, seconds)

    def buffer_rgba(self) -> Any:
        """Return Agg's pixels."""
        self._use_agg()
        return super().buffer_rgba()  # type: ignore[no-untyped-call]

    def tostring_argb(self) -> Any:
        """Return Agg's pixels as bytes."""
        self._use_agg()
        return super().tostring_argb()  # type: ignore[no-untyped-call]

    def copy_from_bbox(self, bbox: Any) -> Any:
        """Return a part of Agg's pixels."""
        self._use_agg()
        return super().copy_from_bbox(bbox)  # type: ignore[no-untyped-call]

    def restore_region(self, region: Any, bbox: Any = None, xy: Any = None) -> Any:
        """Put a part of Agg's pixels back."""
        self._use_agg()
        return super().restore_region(region, bbox, xy)  # type: ignore[no-untyped-call]

    def _natively(self) -> Any:
        """Return a picture by plotreel, or None if Agg is to draw it."""
        fig = self.figure
        if self._is_aggs or not self._is_watched() or _has_animated(fig):
            return None
        native = self._native
        size = self.get_width_height(physical=True)
        if native is None or native.size != size or native.dpi != fig.dpi:
            native = self._native = NativeDrawing(fig, size)
        if not is_native(native):
            self._is_aggs = True
            return None
        return native.pixels()

    def _use_agg(self) -> None:
        """Draw with Agg from now on, for scripts that handle its pixels."""
        self._is_aggs = True
        if self._picture is not None:
            self._picture = None
            super().draw()  # type: ignore[no-untyped-call]

    def _is_watched(self) -> bool:
        """Whether drawings are recorded as the film of a loop; animations have separate films."""
        manager = self.manager
        return (
            isinstance(manager, FigureManager)
            and manager.is_visible
            and not self.is_saving()
            and not session.current().has_animation(self.figure)
        )

    def _fps(self) -> float:
        return session.current().settings.fps or FPS


def _has_animated(fig: Any) -> bool:
    """Return whether scripts draw some artists themselves, over Agg's pixels."""
    return any(artist.get_animated() for ax in fig.axes for artist in ax.get_children())


class _Window:
    """Accepts calls to the window of an interactive backend, with position and size."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas

    def maxsize(self) -> tuple[int, int]:
        """Return the size of the figure: the screen is as large as needed."""
        size: tuple[int, int] = self._canvas.get_width_height()
        return size

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: None


@_Backend.export
class _BackendPlotreel(_Backend):
    FigureCanvas = FigureCanvas
    FigureManager = FigureManager

    @classmethod
    def draw_if_interactive(cls) -> None:
        """Do nothing: figures tell their canvas when they change."""


def finish(*, failed: bool) -> None:
    """Complete the films of a script that has ended, or abort them."""
    running = session.current()
    if failed:
        running.abort()
        return
    managers = [manager for manager in _managers() if manager.is_visible]
    for manager in managers:
        with contextlib.suppress(session.Ended):
            manager.settle()
    running.finish([(manager.canvas.figure, manager.num) for manager in managers])


def _managers() -> list[FigureManager]:
    managers = Gcf.get_all_fig_managers()
    return [manager for manager in managers if isinstance(manager, FigureManager)]


take_over()
