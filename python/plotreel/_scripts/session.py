"""The figures and animations of a running script, and their films."""

from __future__ import annotations

import atexit
import contextlib
import os
import sys
import warnings
import webbrowser
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matplotlib.image import imsave

from plotreel._errors import PlotreelWarning
from plotreel._film import Film
from plotreel._scripts.lengths import end_of, figure_of, fps_of, frame_count, limited
from plotreel._scripts.outputs import MARK, Outputs
from plotreel._scripts.progress import Progress
from plotreel._scripts.recorder import Pixels, Recorder
from plotreel._scripts.settings import Settings, script_stem
from plotreel.matplotlib._engine import set_engine

if TYPE_CHECKING:
    from matplotlib.animation import Animation
    from matplotlib.figure import Figure


class Ended(SystemExit):
    """Ends a script whose film has all requested frames."""


class Session:
    """The figures, animations and films of one script.

    Parameters
    ----------
    settings : Settings
        The options of the run.
    stem : str
        The script's name without its suffix.
    folder : pathlib.Path, optional
        The output folder; by default the current folder.
    """

    def __init__(self, settings: Settings, stem: str, folder: Path | None = None) -> None:
        self.settings = settings
        # A page can be opened and stepped through.
        suffix = ".html" if settings.writer == "html" or settings.open else ".mp4"
        self._home = Path.cwd()
        self._outputs = Outputs(stem, folder or self._home, settings.output, suffix)
        self._animations: list[Animation] = []
        self._saved: weakref.WeakSet[Animation] = weakref.WeakSet()
        self._recorders: dict[int | str, Recorder] = {}
        self._stills: weakref.WeakSet[Figure] = weakref.WeakSet()
        self._is_quiet = False

    def register(self, animation: Animation) -> None:
        """Track a new animation, and keep a reference: scripts often don't."""
        self._animations.append(animation)

    def unsaved(self, figure: Figure | None = None) -> list[Animation]:
        """Return the animations of a figure, or all, that are not in a film yet."""
        return [
            animation
            for animation in self._animations
            if animation not in self._saved and figure in (None, figure_of(animation))
        ]

    def has_animation(self, figure: Figure) -> bool:
        """Whether a figure is changed by an animation, saved or not."""
        return any(figure_of(animation) is figure for animation in self._animations)

    def has_film(self, number: int | str) -> bool:
        """Whether frames of a figure's window were recorded."""
        return number in self._recorders

    @contextlib.contextmanager
    def saving(self, path: str | os.PathLike[str], animations: Sequence[Animation]) -> Iterator[Progress]:
        """Track animations while they are saved into one film."""
        self._saved.update(animations)
        self._outputs.take(path)
        with contextlib.ExitStack() as stack:
            counts = [frame_count(animation) for animation in animations]
            if self.settings.frames is not None:
                counts.append(self.settings.frames)
                for animation in animations:
                    stack.enter_context(limited(animation, self.settings.frames))
            known = [count for count in counts if count is not None]
            name = None if self._is_quiet else Path(path).name
            progress = Progress(name, min(known, default=None))
            stack.callback(progress.close)
            yield progress

    @contextlib.contextmanager
    def quietly(self) -> Iterator[None]:
        """Do not report films that are made for a page."""
        before, self._is_quiet = self._is_quiet, True
        try:
            yield
        finally:
            self._is_quiet = before

    def show(self, figure: Figure, number: int | str) -> None:
        """Write the content of a figure's window: its recorded film, its animations, or a picture."""
        recorder = self._recorders.pop(number, None)
        if recorder is not None and (film := recorder.finish()) is not None:
            self.report(film)
        elif animations := self.unsaved(figure):
            self._write_animations(animations)
        elif not self.has_animation(figure):
            self._write_still(figure)

    def frame(self, number: int | str, pixels: Pixels, seconds: float) -> None:
        """Record a picture that a figure's window shows for `seconds`.

        Raises
        ------
        Ended
            After the requested number of frames.
        """
        recorder = self._recorders.get(number)
        if recorder is not None and recorder.size != (pixels.shape[1], pixels.shape[0]):
            self._complete(recorder)
            recorder = None
        if recorder is None:
            recorder = self._recorders[number] = Recorder(self._outputs.film, self.settings)
        if recorder.frames != self.settings.frames:
            recorder.show(pixels, seconds)
        if recorder.frames == self.settings.frames:
            raise Ended(0)

    def extend(self, number: int | str, seconds: float) -> None:
        """Extend the last picture of a figure."""
        if number in self._recorders:
            self._recorders[number].extend(seconds)

    def finish(self, figures: Sequence[tuple[Figure, int | str]]) -> None:
        """Complete the films of loops, and write open figures and unsaved animations.

        Parameters
        ----------
        figures : sequence of (Figure, number)
            The figures with windows.
        """
        for figure, number in figures:
            self.show(figure, number)
        for recorder in self._recorders.values():
            self._complete(recorder)
        self._recorders.clear()
        while animations := self.unsaved():
            self._write_animations(self.unsaved(figure_of(animations[0])))

    def abort(self) -> None:
        """Abort the films of loops."""
        for recorder in self._recorders.values():
            with warnings.catch_warnings(record=True) as told:
                warnings.simplefilter("always", PlotreelWarning)
                recorder.abort()
            for warning in told:
                self.say(f"{warning.message}")
        self._recorders.clear()

    def say(self, line: str) -> None:
        """Print a message for the user."""
        if not self._is_quiet and sys.stderr is not None:
            print(line, file=sys.stderr)

    def report(self, film: Film) -> None:
        """Report the path of a film, and open it if requested."""
        if self._is_quiet:
            return
        width, height = film.size
        frames = f"{film.frames} frame{'' if film.frames == 1 else 's'}"
        self._written(Path(film.path), f"{frames} of {width}x{height} by {film.writer}")

    def _complete(self, recorder: Recorder) -> None:
        film = recorder.finish()
        if film is not None:
            self.report(film)
        elif (pixels := recorder.only_picture) is not None:
            path = self._outputs.still()
            imsave(path, pixels, **_note(path))
            self._written(path, "a picture")

    def _write_animations(self, animations: list[Animation]) -> None:
        from plotreel.matplotlib import PlotreelWriter

        first, *others = animations
        path = self._outputs.film()
        writer = PlotreelWriter(
            self.settings.fps or fps_of(animations, self.say),
            metadata={"comment": MARK},
            writer=self.settings.writer,
            on_error=self.on_error,
        )
        with contextlib.ExitStack() as stack:
            for animation in animations if self.settings.frames is None else ():
                end = end_of(animation)
                if end is not None:
                    stack.enter_context(limited(animation, end, self.say))
            first.save(path, writer=writer, extra_anim=others)

    @property
    def on_error(self) -> str:
        """What to do with a film that fails."""
        return "keep_partial" if self.settings.keep_partial else "discard"

    def _write_still(self, figure: Figure) -> None:
        if figure not in self._stills:
            self._stills.add(figure)
            path = self._outputs.still()
            figure.savefig(path, **_note(path))
            self._written(path, "a picture")

    def _written(self, path: Path, what: str) -> None:
        self.say(f"{self._shown(path)}: {what}")
        if self.settings.open and path.is_file():
            webbrowser.open(path.resolve().as_uri())

    def _shown(self, path: Path) -> str:
        with contextlib.suppress(ValueError):
            return str(path.absolute().relative_to(self._home))
        return str(path)


def _note(path: Path) -> dict[str, Any]:
    """Return arguments that mark a picture as made by plotreel."""
    return {"metadata": {"Comment": MARK}} if path.suffix.lower() == ".png" else {}


_current: Session | None = None


def current() -> Session:
    """Return the session of this process; by default it uses settings from the environment."""
    if _current is None:
        begin(Session(Settings.from_environment(os.environ), script_stem()))
        atexit.register(_finish)
    assert _current is not None
    return _current


def begin(session: Session) -> None:
    """Use a session for this process from now on."""
    global _current
    _current = session
    set_engine(session.settings.engine)


def _finish() -> None:
    from plotreel import backend

    # Python keeps the exception that ended the program.
    backend.finish(failed=getattr(sys, "last_value", None) is not None)
