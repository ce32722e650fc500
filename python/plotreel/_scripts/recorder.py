"""The film of a figure that a loop draws: ``plt.pause`` and its kin."""

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

# Frames that are shown for less are shown for this: pause(0.001) says "at once".
FPS = 30.0
# Frames per second that a film has at least, so that short pauses after a long one keep their time.
_LEAST_FPS = 10.0


class Recorder:
    """A film of pictures that are shown for a while each.

    The last picture is held back until the next one comes, so that it can be
    shown longer, and a picture that stays alone needs no film.

    Parameters
    ----------
    name : callable
        Returns the film's path once it is one.
    settings : Settings
        Its frame rate, writer and what becomes of it when it breaks off.
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
        # Seconds and frames of the rate so far.
        self._time = 0.0
        self._written = 0
        self._progress: Progress | None = None

    @property
    def size(self) -> tuple[int, int] | None:
        """(width, height) of the pictures, once there is one."""
        return None if self._held is None else (self._held.shape[1], self._held.shape[0])

    @property
    def only_picture(self) -> Pixels | None:
        """The picture of what became no film."""
        return self._held if self._movie is None else None

    def show(self, pixels: Pixels, seconds: float) -> None:
        """Take a picture, (height, width, 4), that is shown for `seconds`."""
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
        """Complete the film and return it; a single picture makes none."""
        movie = self._movie
        if movie is None:
            return None
        self._write(movie)
        self._end()
        return movie.finish()

    def abort(self) -> None:
        """Give the film up, or keep what there is of it, as the settings say."""
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
                    # It was not about the time.
                    raise refused from None
                shown = 1
            else:
                self._written = round(self._time * self._fps)
                return
        # In a film of one frame rate a picture is shown several times.
        due = round(self._time * self._fps)
        for _ in range(max(1, due - self._written) - shown):
            movie.write_frame(self._held)
        self._written = due

    def _end(self) -> None:
        if self._progress is not None:
            self._progress.close()


def _fps_for(seconds: float) -> float:
    """Return a frame rate of which frames of this length are whole ones."""
    if seconds <= 1 / FPS:
        return FPS
    fps = 1 / seconds
    return fps * max(1, math.ceil(_LEAST_FPS / fps - 1e-9))
