"""Where artists are drawn: the coordinates and clips that they have there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.transforms import IdentityTransform, TransformedBbox

from plotreel.matplotlib._memory import clip_in_place, place_of_clip
from plotreel.matplotlib.native._pixels import recorded
from plotreel.matplotlib.native._table import Piece, Untranslatable, translator_of

if TYPE_CHECKING:
    from plotreel.matplotlib.native._mirror import Mirror
    from plotreel.matplotlib.native._projection import Projection

PIXELS = "figure pixels"

# Boxes that are nearer than this, in pixels, are the same.
_NEAR = 1e-6


class View:
    """What the artists of axes, or of the figure itself, are translated with.

    Parameters
    ----------
    mirror : Mirror
        The mirror of the figure.
    axes : Axes or None
        The axes that its artists are in; None for those of the figure.
    projection : Projection or None
        That of the axes, if plotreel's axes have their data coordinates.

    Attributes
    ----------
    projection : Projection or None
        That of the axes, if plotreel's axes have their data coordinates.
    renderer : RendererAgg
        For measuring texts, and pixels per point.
    follows : bool
        Whether what was translated since it was set to False has pixels that depend on limits and positions.
    minds_limits : bool
        Whether these depend on limits, too, unless that is set to False.
    follows_all : bool
        Whether limits and positions of other axes may be among them.
    """

    def __init__(self, mirror: Mirror, axes: Any, projection: Projection | None = None) -> None:
        self.mirror = mirror
        self.axes = axes
        self.projection = projection
        self.fig: Any = mirror.fig
        self.renderer: Any = mirror.renderer
        self.follows = False
        self.minds_limits = True
        self.follows_all = False
        self._coordinates: dict[int, Any] = {}
        # A part of the figure that is saved alone has another transform.
        if np.allclose(self.fig.transFigure.transform([(0, 0), (1, 1)]), [(0, 0), mirror.size]):
            self._coordinates[id(self.fig.transFigure)] = "figure fraction"
        if projection is not None:
            self._coordinates |= projection.coordinates(axes)

    def translate(self, artist: Any) -> list[Piece]:
        """Return the pieces of an artist, none if it is invisible: from the table, else as it draws itself."""
        if not artist.get_visible():
            return []
        has_effects = artist.get_path_effects() or artist.get_sketch_params() is not None
        if has_effects or artist.get_agg_filter() is not None:
            return self.record(artist, "effects or filters of its own")
        if self.projection is not None:
            self.projection.check(self.axes, artist)
        try:
            return translator_of(artist)(artist, self)
        except Untranslatable as error:
            return self.record(artist, error.reason)

    def record(self, artist: Any, reason: str) -> list[Piece]:
        """Return the pieces of an artist as it draws itself, because plotreel has not all of it.

        Raises
        ------
        WholeAxes
            If it can't be drawn while others in its axes are translated.
        """
        if self.projection is not None:
            self.projection.check_alone(self.axes, artist, reason)
        return recorded(artist, self)

    def coordinates(self, transform: Any) -> Any:
        """Return the name of a transform's coordinates, if plotreel has them."""
        if isinstance(transform, IdentityTransform):
            return PIXELS
        return self._coordinates.get(id(transform))

    def follow(self, transform: Any) -> None:
        """Note that what is translated depends on the limits and positions that a transform depends on."""
        self.follows = True
        axes: Any = self.axes
        own = () if axes is None else (axes.transData, axes.transAxes)
        # By identity: axes in the same place have transforms that are equal, for now.
        branches = (branch for _, branch in transform._iter_break_from_left_to_right())
        self.follows_all |= not any(branch is known for branch in branches for known in own)

    def bends(self, path: Any) -> bool:
        """Return whether lines of a path become curves that plotreel's axes would leave straight."""
        is_curved = self.projection is not None and self.projection.is_curved
        return is_curved and path._interpolation_steps > 1

    def points(self, transform: Any, xy: Any) -> tuple[Any, Any]:
        """Return coordinates, and the points in them: as they are, or in pixels."""
        coordinates = self.coordinates(transform)
        if coordinates is not None:
            return coordinates, xy
        self.follow(transform)
        return PIXELS, np.ascontiguousarray(transform.transform(xy), dtype=float)

    def path(self, transform: Any, path: Any) -> tuple[Any, tuple[Any, Any]]:
        """Return coordinates, and a path's vertices and codes in them: as they are, or in pixels."""
        coordinates = self.coordinates(transform)
        if coordinates is None or self.bends(path):
            self.follow(transform)
            coordinates = PIXELS
            path = transform.transform_path(path)
        return coordinates, path_arrays(path)

    def clip(self, artist: Any) -> dict[str, Any]:
        """Return the properties of an artist's clip."""
        if not artist.get_clip_on():
            return {"clip_on": False, "clip_box": None}
        box, path = artist.get_clip_box(), artist.get_clip_path()
        if path is not None:
            if self.projection is not None and getattr(path, "_patch", None) is self.axes.patch:
                # The edge of the area of the axes.
                return {"clip_on": True, "clip_box": None}
            patch = getattr(path, "_patch", None)
            self.follow(path._transform if patch is None else patch.get_transform())
            shape = path.get_fully_transformed_path()
            if box is not None:
                _check_inside(shape.get_extents().extents, box.extents)
            return {"clip_on": True, "clip_path": path_arrays(shape)}
        if box is None:
            return {"clip_on": False, "clip_box": None}
        axes = self.axes
        if self.projection is not None and _is_area(box, axes):
            return {"clip_on": True, "clip_box": None}
        edges = box.extents
        if self.projection is not None:
            if box is axes.bbox or np.abs(edges - axes.bbox.extents).max() < _NEAR:
                return {"clip_on": True, "clip_box": None}
        self.follows = True
        return {"clip_on": True, "clip_box": tuple(edges.tolist())}


def _is_area(box: Any, axes: Any) -> bool:
    """Return whether a clip box is what `set_clip_path` makes of the area of axes, which is found without its edges."""
    is_placed = type(box) is TransformedBbox and place_of_clip(box) is axes.transAxes
    return is_placed and clip_in_place(box) == (_UNIT, _UNIT, _SAME)


_UNIT = np.array([[0.0, 0.0], [1.0, 1.0]]).tobytes()
_SAME = np.eye(3).tobytes()


def _check_inside(inner: Any, outer: Any) -> None:
    if inner[0] < outer[0] or inner[1] < outer[1] or inner[2] > outer[2] or inner[3] > outer[3]:
        raise Untranslatable("a clip path that is cut by a clip box")


def path_arrays(path: Any) -> tuple[Any, Any]:
    """Return a path's vertices and codes as plotreel reads them."""
    vertices = np.ma.filled(path.vertices, np.nan)
    if not np.isfinite(vertices).all():
        raise Untranslatable("a path with gaps")
    return np.ascontiguousarray(vertices, dtype=float), path.codes


def dashes(pattern: Any, linewidth: float) -> Any:
    """Return a line style of a pattern in points, (offset, lengths)."""
    offset, lengths = pattern
    if lengths is None:
        return "-"
    # plotreel's patterns are multiples of the width.
    unit = 1 / linewidth if linewidth > 0 else 1.0
    return [offset * unit, [length * unit for length in lengths]]
