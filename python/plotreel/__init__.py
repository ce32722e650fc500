"""Turns arrays into films the way a matplotlib script does.

`write_animation` writes the frames of an iterator; with `Movie` they are
written one by one. Both need only NumPy: H.264, GIF, animated PNG and WebP,
PNG files and pages with a player are built in. Other formats need ffmpeg on
PATH. `Figure`, `subplots` and `FuncAnimation` are matplotlib's without
matplotlib, and `plotreel.pyplot` has its functions.
"""

import importlib
from typing import TYPE_CHECKING, Any

from plotreel._compat import mimsave, write_video
from plotreel._concat import concat
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

if TYPE_CHECKING:
    from plotreel.animation import ArtistAnimation, FuncAnimation
    from plotreel.cm import colormaps
    from plotreel.figure import Axes, Axes3D, Figure, GridSpec, PolarAxes, subplots

__all__ = [
    "ArtistAnimation",
    "Axes",
    "Axes3D",
    "Error",
    "Figure",
    "FileError",
    "Film",
    "FuncAnimation",
    "GridSpec",
    "InvalidError",
    "Movie",
    "NotFoundError",
    "NotPermittedError",
    "PlotreelWarning",
    "PolarAxes",
    "colormaps",
    "concat",
    "mimsave",
    "show_video",
    "subplots",
    "write_animation",
    "write_video",
]


def __getattr__(name: str) -> Any:
    """Import what draws figures when it is used first."""
    if name in ("ArtistAnimation", "FuncAnimation"):
        return getattr(importlib.import_module("plotreel.animation"), name)
    if name in ("Axes", "Axes3D", "Figure", "GridSpec", "PolarAxes", "subplots"):
        return getattr(importlib.import_module("plotreel.figure"), name)
    if name == "colormaps":
        return importlib.import_module("plotreel.cm").colormaps
    raise AttributeError(f"module 'plotreel' has no attribute {name!r}", name=name)


def load_ipython_extension(ipython: Any) -> None:
    """Show matplotlib animations and loops as films: ``%load_ext plotreel``."""
    from plotreel._scripts import notebook

    notebook.load(ipython)


def unload_ipython_extension(ipython: Any) -> None:
    """Show figures as before: ``%unload_ext plotreel``."""
    from plotreel._scripts import notebook

    notebook.unload(ipython)
