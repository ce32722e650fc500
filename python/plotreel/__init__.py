"""Turns arrays into films the way a matplotlib script does.

`write_animation` writes the frames of an iterator; with `Movie` they are
written one by one. Both need only NumPy: H.264, GIF, animated PNG and WebP,
PNG files and pages with a player are built in. Other formats need ffmpeg on
PATH.
"""

from typing import Any

from plotreel._compat import mimsave, write_video
from plotreel._errors import (
    Error,
    FileError,
    InvalidError,
    NotFoundError,
    NotPermittedError,
    PlotreelWarning,
)
from plotreel._film import Film
from plotreel._movie import Movie
from plotreel._notebook import show_video
from plotreel._write import write_animation

__all__ = [
    "Error",
    "FileError",
    "Film",
    "InvalidError",
    "Movie",
    "NotFoundError",
    "NotPermittedError",
    "PlotreelWarning",
    "mimsave",
    "show_video",
    "write_animation",
    "write_video",
]


def load_ipython_extension(ipython: Any) -> None:
    """Show matplotlib animations and loops as films: ``%load_ext plotreel``."""
    from plotreel._scripts import notebook

    notebook.load(ipython)


def unload_ipython_extension(ipython: Any) -> None:
    """Show figures as before: ``%unload_ext plotreel``."""
    from plotreel._scripts import notebook

    notebook.unload(ipython)
