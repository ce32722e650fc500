"""Films of figures drawn in a loop, with ``plt.pause`` and similar calls."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from plotreel._errors import Error, InvalidError
from plotreel._film import Film
from plotreel._movie import Movie
from plotreel._scripts.outputs import MARK
from plotreel._scripts.progress import Progress
from plotreel._scripts.settings import Settings

Pixels = npt.NDArray[np.uint8]

# The minimum duration of a frame: pause(0.001) means "as short as possible".
FPS = 30.0
# The minimum frame rate of a film, so that short pauses after a long one keep their duration.
_LEAST_FPS = 10.0


class Recorder:
    """A film of frames with durations.

    The last frame is held back until the next one, so that it can be extended,
    and so that a single picture does not become a film.

    Parameters
    ----------
    name : callable
        Returns the film's path, when there is a film.
    settings : Settings
        Its frame rate, writer and what to do if it fails.
    """

    def __init__(self, name: Callable[[], Path], settings: Settings) -> None:
        self.path: Path | None = None
        self._name = name
        self.frames = 0
        self._settings = settings
        self._held: Pixels | None = None
        self._seconds = 0.0
        self._movie: Movie | None = None
        self._fps = FPS
        self._takes_durations = True
        # Seconds and frames at the film's rate so far.
        self._time = 0.0
        self._written = 0
        self._progress: Progress | None = None

    @property
    def size(self) -> tuple[int, int] | None:
        """(width, height) of the pictures, once there is one."""
        return None if self._held is None else (self._held.shape[1], self._held.shape[0])

    @property
    def only_picture(self) -> Pixels | None:
        """The single picture, if there is no film."""
        return self._held if self._movie is None else None

    def show(self, pixels: Pixels, seconds: float) -> None:
        """Add a picture, (height, width, 4), that is shown for `seconds`."""
        if self._held is None:
            self._held = pixels.copy()
        else:
            if self._movie is None:
                self._movie = self._begin(self._held, min(self._seconds, seconds))
            self._write(self._movie)
            np.copyto(self._held, pixels)
        self._seconds = seconds
        self.frames += 1
        if self._progress is not None:
            self._progress.step()

    def extend(self, seconds: float) -> None:
        """Show the last picture longer."""
        self._seconds += seconds

    def finish(self) -> Film | None:
        """Complete the film and return it; None for a single picture."""
        movie = self._movie
        if movie is None:
            return None
        self._write(movie)
        self._end()
        return movie.finish()

    def abort(self) -> None:
        """Abort the film, or keep a partial film, according to the settings."""
        movie = self._movie
        if movie is not None:
            self._end()
            if self._settings.keep_partial:
                with contextlib.suppress(Error):
                    self._write(movie)
            movie.abort()

    def _begin(self, pixels: Pixels, seconds: float) -> Movie:
        self._fps = self._settings.fps or _fps_for(seconds)
        height, width = pixels.shape[:2]
        self.path = self._name()
        self._progress = Progress(self.path.name, self._settings.frames)
        return Movie(
            self.path,
            (width, height),
            fps=self._fps,
            writer=self._settings.writer,
            metadata={"comment": MARK},
            on_error="keep_partial" if self._settings.keep_partial else "discard",
        )

    def _write(self, movie: Movie) -> None:
        assert self._held is not None
        seconds = max(self._seconds, 1 / self._fps)
        self._time += seconds
        shown = 0
        if self._takes_durations:
            try:
                movie.write_frame(self._held, seconds)
            except InvalidError as refused:
                self._takes_durations = False
                try:
                    movie.write_frame(self._held)
                except Error:
                    # The error was not about the duration.
                    raise refused from None
                shown = 1
            else:
                self._written = round(self._time * self._fps)
                return
        # With a fixed frame rate a picture is repeated.
        due = round(self._time * self._fps)
        for _ in range(max(1, due - self._written) - shown):
            movie.write_frame(self._held)
        self._written = due

    def _end(self) -> None:
        if self._progress is not None:
            self._progress.close()


def _fps_for(seconds: float) -> float:
    """Return a frame rate at which this duration is a whole number of frames."""
    if seconds <= 1 / FPS:
        return FPS
    fps = 1 / seconds
    return fps * max(1, math.ceil(_LEAST_FPS / fps - 1e-9))
