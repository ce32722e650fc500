"""Films in notebooks."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plotreel._write import write_animation


def show_video(frames: Iterable[Any], fps: float = 30, **options: Any) -> None:
    """Show frames as a video in a notebook.

    Parameters
    ----------
    frames : iterable of array_like
        As in `write_animation`.
    fps : float, default: 30
        Frames per second.
    **options
        As in `write_animation`.

    Raises
    ------
    ImportError
        If IPython is not installed: ``pip install plotreel[notebook]``.
    """
    try:
        from IPython.display import HTML, display
    except ImportError as error:
        raise ImportError("show_video needs IPython: pip install plotreel[notebook]") from error
    with tempfile.TemporaryDirectory() as folder:
        film = write_animation(frames, Path(folder) / "film.mp4", fps=fps, **options)
        display(HTML(film._repr_html_()))  # type: ignore[no-untyped-call]
