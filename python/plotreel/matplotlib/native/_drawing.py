"""Draws the frames of a figure with plotreel."""

from __future__ import annotations

from typing import Any

from matplotlib.backend_bases import DrawEvent
from matplotlib.figure import Figure

from plotreel._errors import Error
from plotreel._movie import Movie
from plotreel.matplotlib._comparison import Comparison
from plotreel.matplotlib._drawing import Statistics, has_alpha, whole_by_agg
from plotreel.matplotlib.native._mirror import Mirror, Pixels

# Above these a frame that is verified is an error: root mean square, and percent of pixels that are off by more than 8.
_MOST_RMS = 1.0
_MOST_SHARE = 1.0


class NativeDrawing:
    """Draws the frames of a figure by a mirror of it.

    Parameters
    ----------
    fig : Figure
        The figure.
    size : (int, int)
        (width, height) in pixels.
    verify : int
        Compare every n-th frame with a full drawing by Agg; 0 for none.
    """

    def __init__(self, fig: Figure, size: tuple[int, int], verify: int = 0) -> None:
        self.size = size
        self.dpi = fig.dpi
        self.statistics = Statistics()
        self._fig = fig
        self._verify = verify
        self._mirror = Mirror(fig, size)

    def draw(self) -> None:
        """Draw the current state of the figure.

        Raises
        ------
        Error
            If a frame is too far from the full drawing that it was compared with.
        """
        self.update()
        self.verify()

    def update(self) -> None:
        """Bring the mirror up to date."""
        mirror, stats = self._mirror, self.statistics
        mirror.update()
        stats.frames += 1
        stats.artists += mirror.count
        stats.drawn += mirror.changed
        stats.by_agg |= dict(mirror.by_agg.values())
        event = DrawEvent("draw_event", self._fig.canvas, mirror.renderer)
        self._fig.canvas.callbacks.process("draw_event", event)

    @property
    def by_agg(self) -> int:
        """The number of artists that Agg draws."""
        return len(self._mirror.by_agg)

    def verify(self) -> None:
        """Compare every n-th frame with a drawing by Agg."""
        if self._verify and self.statistics.frames % self._verify == 0:
            self._compare()

    def pixels(self) -> Pixels:
        """Return the drawn state as RGBA; the next call overwrites it."""
        return self._mirror.draw(transparent=has_alpha(self._fig))

    def write(self, movie: Movie, seconds: float | None) -> None:
        """Write the drawn state as a frame."""
        movie.grab_frame(self._mirror.shown(), seconds)

    def _compare(self) -> None:
        fig: Any = self._fig
        found = Comparison(self.pixels(), whole_by_agg(fig, self.size))
        self._mirror.forget_drawing()
        stats = self.statistics
        stats.rms, stats.off = max(stats.rms, found.rms), max(stats.off, found.share)
        if found.rms > _MOST_RMS or found.share > _MOST_SHARE:
            raise Error(
                f"frame {stats.frames - 1} differs from a drawing by Agg: {found}",
                'draw with engine="agg", and report the figure',
            )
