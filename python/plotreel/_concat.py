"""`concat`: a film of its parts."""

from __future__ import annotations

import os
from collections.abc import Iterable

from plotreel import _ffmpeg, _plotreel
from plotreel._film import Film, film_at


def concat(
    parts: Iterable[str | os.PathLike[str]],
    out_file: str | os.PathLike[str],
    *,
    program: str | os.PathLike[str] | None = None,
) -> Film:
    """Join the parts of a film, in any order, without encoding them again.

    Each frame of the film must be in one part, and the parts must be of one
    film. The film appears complete or not at all; the parts stay.

    Parameters
    ----------
    parts : iterable of path_like
        Films that were saved with ``part=(i, n)``, or folders of numbered PNG
        files.
    out_file : str or path_like
        The film, of the same format.
    program : path_like, optional
        The ffmpeg to run, for films by ffmpeg.

    Returns
    -------
    Film

    Raises
    ------
    plotreel.Error
        That names a part which is missing, doubled, damaged or of another
        film.

    Examples
    --------
    >>> import plotreel
    >>> fig, ax = plotreel.subplots(figsize=(1, 1))
    >>> ani = plotreel.FuncAnimation(fig, lambda i: ax.set_title(str(i)), 10)
    >>> parts = [ani.save(f"part{i}.gif", part=(i, 2)) for i in range(2)]
    >>> plotreel.concat(parts, "film.gif").frames
    10
    """
    if isinstance(parts, str | os.PathLike):
        raise TypeError(f"parts must be a list of films, not one: {os.fspath(parts)!r}")
    paths = [os.fspath(part) for part in parts]
    return film_at(out_file, _plotreel.concat(list(paths), out_file, program or _ffmpeg.program("auto", out_file, None)))
