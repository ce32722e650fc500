"""The current figure and axes, and what `show` and `pause` write."""

from __future__ import annotations

import atexit
import os
import sys
from pathlib import Path
from typing import Any

from plotreel._film import Film
from plotreel._scripts.outputs import MARK, Outputs
from plotreel._scripts.recorder import FPS, Recorder
from plotreel._scripts.settings import Settings, script_stem
from plotreel.figure._figure import Figure

_figures: dict[Any, Figure] = {}
_current: list[Any] = []
_image: dict[Any, Any] = {}


def figure(
    num: Any = None, figsize: Any = None, dpi: float | None = None, *, clear: bool = False, **kwargs: Any
) -> Figure:
    """Return a new figure, or the one of this number or name, and make it the current one."""
    if isinstance(num, Figure):
        num = _adopt(num)
    if num is None:
        num = _next_number()
    if num not in _figures:
        _figures[num] = Figure(figsize, dpi, num=num, **kwargs)
    elif clear:
        _figures[num].clear()
    _make_current(num)
    return _figures[num]


def _next_number() -> int:
    return max((number for number in _figures if isinstance(number, int)), default=0) + 1


def _adopt(fig: Figure) -> Any:
    """Return the number of a figure; one that was made without pyplot, or closed, gets one."""
    if _figures.get(fig.number) is not fig:
        if fig.number is None or fig.number in _figures:
            fig.number = _next_number()
        _figures[fig.number] = fig
    return fig.number


def _make_current(num: Any) -> None:
    if num in _current:
        _current.remove(num)
    _current.append(num)


def gcf() -> Figure:
    """Return the current figure; there is always one."""
    return _figures[_current[-1]] if _current else figure()


def gca() -> Any:
    """Return the current axes; there are always some."""
    return gcf().gca()


def sca(ax: Any) -> None:
    """Make axes, and their figure, the current ones."""
    _make_current(_adopt(ax.figure))
    ax.figure.sca(ax)


def sci(drawn: Any) -> Any:
    """Make what has a colormap the one that `colorbar` shows, and return it."""
    _image[gcf().number] = drawn
    return drawn


def gci() -> Any:
    """Return what `colorbar` shows, or None."""
    return _image.get(gcf().number)


def get_fignums() -> list[Any]:
    """Return the numbers of all figures."""
    return sorted(number for number in _figures if isinstance(number, int))


def fignum_exists(num: Any) -> bool:
    """Whether there is a figure of this number or name."""
    return num in _figures


def close(fig: Any = None) -> None:
    """Forget a figure: the current one, that of a number, or "all"; a film of `pause` is completed."""
    if fig == "all":
        numbers = list(_figures)
    elif fig is None:
        numbers = _current[-1:]
    else:
        numbers = [number for number, known in _figures.items() if fig is known or fig == number]
    for number in numbers:
        _screen.complete(number)
        del _figures[number]
        _current.remove(number)
        _image.pop(number, None)


class Screen:
    """What would be on the screen: films of `pause`, and files of `show`.

    The settings are those of the environment: ``PLOTREEL_OUTPUT`` and so on.
    """

    def __init__(self) -> None:
        self._settings: Settings | None = None
        self._outputs: Outputs | None = None
        self._recorders: dict[Any, Recorder] = {}
        self._written: list[Any] = []

    @property
    def settings(self) -> Settings:
        """The options of this run."""
        if self._settings is None:
            self._settings = Settings.from_environment(os.environ)
        return self._settings

    @property
    def outputs(self) -> Outputs:
        """The names of files."""
        if self._outputs is None:
            suffix = ".html" if self.settings.writer == "html" or self.settings.open else ".mp4"
            self._outputs = Outputs(script_stem(), Path.cwd(), self.settings.output, suffix)
            atexit.register(self._finish)
        return self._outputs

    def pause(self, fig: Figure, seconds: float) -> None:
        """Show a figure for some seconds of its film."""
        pixels = self._pixels(fig)
        recorder = self._recorders.get(fig.number)
        if recorder is not None and recorder.size != (pixels.shape[1], pixels.shape[0]):
            self.complete(fig.number)
            recorder = None
        if recorder is None:
            recorder = self._recorders[fig.number] = Recorder(self.outputs.film, self.settings)
        recorder.show(pixels, seconds)
        if recorder.frames == self.settings.frames:
            raise SystemExit(0)

    def show(self, fig: Figure) -> None:
        """Write a figure: the film of its pauses, its animations, or a picture."""
        animations = [one for one in fig.__dict__.get("_animations", ()) if one.film is None]
        if fig.number in self._recorders:
            self.complete(fig.number)
        elif animations:
            self._write_animations(animations)
        elif not fig.__dict__.get("_animations"):
            self._write_still(fig)

    def _write_animations(self, animations: list[Any]) -> None:
        settings, first = self.settings, animations[0]
        ends = [end for one in animations if (end := one._end()) is not None]
        film = first._save_limited(
            self.outputs.film(), settings.frames or min(ends, default=None), animations,
            writer=settings.writer, fps=settings.fps, dpi=settings.dpi, metadata={"comment": MARK},
            on_error="keep_partial" if settings.keep_partial else "discard",
        )  # fmt: skip
        if first._is_cut and settings.frames is None and sys.stderr is not None:
            print(
                f"the animation has no end: its film has the first {film.frames} frames; "
                "the environment's PLOTREEL_FRAMES=N changes that",
                file=sys.stderr,
            )
        self._say_film(film)

    def _write_still(self, fig: Figure) -> None:
        path = self.outputs.still()
        fig.savefig(path, dpi=self.settings.dpi, metadata={"Comment": MARK})
        self._say(path, "a picture")

    def _pixels(self, fig: Figure) -> Any:
        if self.settings.dpi is None:
            return fig.canvas_pixels()
        own = fig.dpi
        fig.set_dpi(self.settings.dpi)
        try:
            return fig.canvas_pixels()
        finally:
            fig.set_dpi(own)

    def complete(self, number: Any) -> None:
        """Complete the film of a figure's pauses."""
        recorder = self._recorders.pop(number, None)
        if recorder is None:
            return
        film = recorder.finish()
        if film is not None:
            self._say_film(film)
        elif (fig := _figures.get(number)) is not None:
            self._write_still(fig)

    def _finish(self) -> None:
        failed = getattr(sys, "last_value", None) is not None
        for number in list(self._recorders):
            if failed:
                self._recorders.pop(number).abort()
            else:
                self.complete(number)

    def _say_film(self, film: Film) -> None:
        width, height = film.size
        frames = f"{film.frames} frame{'' if film.frames == 1 else 's'}"
        self._say(Path(film.path), f"{frames} of {width}x{height} by {film.writer}")

    def _say(self, path: Path, what: str) -> None:
        if sys.stderr is not None:
            print(f"{os.path.relpath(path)}: {what}", file=sys.stderr)
        if self.settings.open:
            import webbrowser

            webbrowser.open(path.resolve().as_uri())


_screen = Screen()


def show(*args: Any, block: bool | None = None) -> None:
    """Write all figures: animations and films of `pause` to SCRIPT.mp4, others to SCRIPT.png."""
    if block is False:
        return
    for number, fig in list(_figures.items()):
        _screen.show(fig)
        if number in _figures:
            close(number)


def write(fig: Figure) -> None:
    """Write one figure as `show` does."""
    _screen.show(fig)


def pause(interval: float) -> None:
    """Show the figures for some seconds of their films, without waiting."""
    for fig in list(_figures.values()):
        fig.canvas.settle()
        _screen.pause(fig, interval if interval > 0 else 1 / FPS)


def record(fig: Figure) -> None:
    """Show a figure for one frame of its film, if it is one of pyplot."""
    if _figures.get(fig.number) is fig:
        _screen.pause(fig, 1 / (_screen.settings.fps or FPS))


def draw() -> None:
    """Do nothing: figures are drawn when they are shown."""
