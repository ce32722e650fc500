"""The canvas of a figure, for loops that draw by it."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from plotreel._errors import PlotreelWarning

if TYPE_CHECKING:
    from plotreel.figure._figure import Figure


class Manager:
    """The window of a figure, which is none."""

    def set_window_title(self, title: str) -> None:
        """Do nothing: there is no window."""


class Canvas:
    """What a figure is drawn on.

    A loop around `draw` and `flush_events` becomes a film, as one around
    ``plt.pause`` does, if pyplot knows the figure.
    """

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.manager = Manager()
        self._is_pending = False

    def draw(self) -> None:
        """Draw the figure when events are handled next, or when it is written."""
        self._is_pending = True

    draw_idle = draw

    def flush_events(self) -> None:
        """Record what was drawn since the last frame."""
        if self._is_pending:
            self.settle()
            from plotreel.pyplot._current import record

            record(self.figure)

    def settle(self) -> None:
        """Let the next `flush_events` record nothing: what was drawn has been shown."""
        self._is_pending = False

    def buffer_rgba(self) -> Any:
        """Return the figure's pixels, (height, width, 4)."""
        return self.figure.canvas_pixels()

    def mpl_connect(self, s: str, func: Any) -> int:
        """Warn that `func` is not called: there is no window, so that there are no events."""
        warnings.warn(f"{s} has no effect: there is no window", PlotreelWarning, 2)
        return 0

    def mpl_disconnect(self, cid: int) -> None:
        """Do nothing: there are no events."""

    def get_width_height(self) -> tuple[int, int]:
        """Return width and height in pixels."""
        return self.figure.pixels
