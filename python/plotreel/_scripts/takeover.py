"""Replaces methods of matplotlib's writers, so that they write with plotreel."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from typing import Any

from matplotlib import animation

from plotreel._scripts import animations, session
from plotreel._scripts.writers import FORMER, TAKEN, note_choices, stand_in, warn
from plotreel.matplotlib import PlotreelWriter


_is_done = False


def take_over() -> None:
    """Let plotreel write the films of matplotlib's writers, in this process from now on.

    The classes keep their names and modules, and only their methods are
    replaced, so that it does not matter how a script imports them.
    """
    global _is_done
    if _is_done:
        return
    _is_done = True
    methods: dict[str, Callable[..., Any]] = {
        "setup": _setup,
        "grab_frame": _grab_frame,
        "finish": _finish,
        "saving": _saving,
        "_supports_transparency": _supports_transparency,
    }
    for taken in TAKEN:
        for name, method in methods.items():
            _replace(taken, name, method)
        # They need no other programs.
        taken.isAvailable = classmethod(_is_available(taken))  # type: ignore[attr-defined]
    note_choices()
    for name, like in FORMER.items():
        animation.writers.register(name)(like)
    animations.take_over()


def _replace(taken: type, name: str, method: Callable[..., Any]) -> None:
    original = getattr(taken, name, None)
    if original is None:
        # In a later matplotlib.
        return

    @functools.wraps(original)
    def chosen(self: Any, *args: Any, **kwargs: Any) -> Any:
        # Derived writers of scripts are not replaced.
        return (method if type(self) in TAKEN else original)(self, *args, **kwargs)

    setattr(taken, name, chosen)


def _is_available(taken: Any) -> Callable[[Any], bool]:
    original = taken.isAvailable.__func__
    return lambda cls: cls is taken or original(cls)


def _of(writer: Any) -> PlotreelWriter:
    made: PlotreelWriter = writer._plotreel
    return made


def _begin(writer: Any, fig: Any, outfile: Any, dpi: Any, frames: Any) -> PlotreelWriter:
    if frames is not None:
        warn("frames are not written to separate files: frame_prefix and frame_dir have no effect")
    if isinstance(writer, animation.HTMLWriter):
        _check_page(outfile)
    # For `frame_size` and users of `fig`.
    animation.AbstractMovieWriter.setup(writer, fig, outfile, dpi)
    writer._plotreel = stand_in(writer, outfile, session.current().on_error)
    return _of(writer)


def _check_page(outfile: Any) -> None:
    if not str(outfile).lower().endswith((".html", ".htm")):
        raise ValueError(f"{str(outfile)!r} is not a valid name for a page: use .html")


def _setup(
    self: Any, fig: Any, outfile: Any, dpi: Any = None, frame_prefix: Any = None, frame_dir: Any = None
) -> None:
    _begin(self, fig, outfile, dpi, frame_prefix or frame_dir).setup(fig, outfile, dpi)


def _grab_frame(self: Any, **savefig_kwargs: Any) -> None:
    _of(self).grab_frame(**savefig_kwargs)


def _finish(self: Any) -> None:
    made = _of(self)
    made.finish()
    if made.film is not None:
        session.current().report(made.film)


@contextlib.contextmanager
def _saving(
    self: Any, fig: Any, outfile: Any, dpi: Any = None, frame_prefix: Any = None, frame_dir: Any = None
) -> Iterator[Any]:
    made = _begin(self, fig, outfile, dpi, frame_prefix or frame_dir)
    with made.saving(fig, outfile, dpi):
        yield self
    if made.film is not None:
        session.current().report(made.film)


def _supports_transparency(self: Any) -> bool:
    return bool(_of(self)._supports_transparency())
