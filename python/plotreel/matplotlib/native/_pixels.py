"""Artists in pixels: as they draw themselves, by plotreel or, where nothing else is left, by Agg alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg

from plotreel._plotreel import Drawing
from plotreel.matplotlib.native._recorder import Context
from plotreel.matplotlib.native._table import Piece

if TYPE_CHECKING:
    from plotreel.matplotlib.native._view import View


def recorded(artist: Any, view: View) -> list[Piece]:
    """Return what an artist draws, drawn by plotreel.

    Raises
    ------
    Untranslatable
        If it needs what only Agg has.
    """
    view.follow(artist.get_transform())
    view.renderer.clear()
    artist.draw(view.renderer)
    return [Piece("Drawing", {"pieces": view.renderer.drawing})]


def by_agg(artist: Any, view: View) -> list[Piece]:
    """Return an artist as an image that Agg alone drew, as small as it is."""
    view.follows = True
    width, height = view.mirror.size
    make: Any = RendererAgg
    renderer = make(width, height, view.fig.dpi)
    artist.draw(renderer)
    pixels = np.asarray(renderer.buffer_rgba())
    rows, columns = (np.flatnonzero(pixels[..., 3].any(axis=axis)) for axis in (1, 0))
    drawing = Drawing(width, height, view.fig.dpi)
    if rows.size:
        shown = pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        upwards = np.ascontiguousarray(shown[::-1])
        corner = float(columns[0]), float(height - 1 - rows[-1])
        drawing.image(Context(renderer.new_gc()), *corner, upwards)
    return [Piece("Drawing", {"pieces": drawing})]
