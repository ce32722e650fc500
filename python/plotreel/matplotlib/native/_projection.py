"""What is particular to axes of a projection: here to flat ones; others differ from them."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.axis import XAxis, YAxis

from plotreel.matplotlib._order import is_usual
from plotreel.matplotlib.native import _axis, _spines
from plotreel.matplotlib.native._table import Untranslatable

_BELOW = {0.5: "below", 1.5: "line", 2.5: "above"}


class Projection:
    """The projection of flat axes.

    Attributes
    ----------
    name : str
        plotreel's name for it.
    axis_kinds : tuple of type
        The classes of its axis.
    is_whole : bool
        Whether plotreel draws the frame and all artists of such axes, or nothing of them.
    is_curved : bool
        Whether lines may become curves.
    moving : frozenset of str
        Attributes of axes that only say what is shown where, as `shown` does.
    """

    name = "rectilinear"
    axis_kinds: tuple[type, ...] = (XAxis, YAxis)
    is_whole = False
    is_curved = False
    moving: frozenset[str] = frozenset()

    def shown(self, axes: Any) -> Any:
        """Return what says which data are shown where, to be compared."""
        return axes._viewLim.get_points().tobytes()

    def view(self, axes: Any) -> dict[str, Any]:
        """Return the properties that scales and limits have, in the order of setting them."""
        (x0, y0), (x1, y1) = axes.viewLim.get_points().tolist()
        scales = {f"{name}scale": scale(axis) for name, axis in axes._axis_map.items()}
        return {**scales, "xlim": (x0, x1), "ylim": (y0, y1)}

    def settle(self, axes: Any) -> None:
        """Bring up to date what matplotlib sets when such axes are drawn."""

    def coordinates(self, axes: Any) -> dict[int, Any]:
        """Return the names of the coordinates of transforms by their ids."""
        return {
            id(axes.transData): "data",
            id(axes.transAxes): "axes fraction",
            id(axes._xaxis_transform): ["data", "axes fraction"],
            id(axes._yaxis_transform): ["axes fraction", "data"],
        }

    def is_on(self, axes: Any) -> bool:
        """Return whether axis and spines are drawn."""
        return bool(axes.axison)

    def parts(self, axes: Any) -> dict[str, dict[str, Any]]:
        """Return the properties of the axes themselves, "", and of parts other than axis and titles."""
        spines = _spines.looks(axes, _spines.SIDES) if axes.axison else {}
        for side, look in spines.items():
            look |= _spines.place(axes.spines[side])
        return {"": frame_look(axes), **spines}

    def axis(self, axis: Any) -> dict[str, Any]:
        """Return the properties of an axis without its ticks."""
        return {**_axis.look(axis), **_axis.placement(axis)}

    def tick(self, tick: Any, axis: Any) -> dict[str, Any]:
        """Return the properties of a tick."""
        return {**_axis.tick(tick), **_axis.alignment(tick, axis.axis_name)}

    def covered(self, axes: Any) -> list[Any]:
        """Return the artists that the frame stands for."""
        titles = [axes.title, axes._left_title, axes._right_title]
        return [*_spines.sides(axes).values(), *axes._axis_map.values(), *titles]

    def watched(self, axes: Any) -> list[Any]:
        """Return artists, other than those of axis and titles, whose flags say that the frame changed."""
        return list(axes.spines.values())

    def state(self, axes: Any) -> list[Any]:
        """Return what no flag of an artist tells."""
        spines = ((spine._position, spine._bounds) for spine in axes.spines.values())
        return [axes.axison, axes.get_frame_on(), *spines]

    def check(self, axes: Any, artist: Any) -> None:
        """Check that an artist is none that only others than plotreel have in such axes."""

    def check_alone(self, axes: Any, artist: Any, reason: str) -> None:
        """Check that an artist can be drawn by others than plotreel, for a reason, while the others are not."""


def frame_look(axes: Any) -> dict[str, Any]:
    """Return the properties of axes whose ticks and spines may be shown, in the order of drawing."""
    look: dict[str, Any] = {"axis_on": bool(axes.axison), "frame_on": bool(axes.get_frame_on())}
    if axes.axison:
        look["axisbelow"] = axisbelow(axes)
    return look


def axisbelow(axes: Any) -> str:
    """Return whether ticks and grid lines are below the artists of axes."""
    zorders = {axis.zorder for axis in axes._axis_map.values()}
    below = _BELOW.get(zorders.pop()) if len(zorders) == 1 else None
    if below is None:
        raise Untranslatable("an axis with a zorder of its own")
    return below


def patch_look(axes: Any) -> dict[str, Any]:
    """Return the properties of a background that is nothing but a colour."""
    patch = axes.patch
    is_plain = (
        "draw" not in vars(patch)
        and (patch.get_linewidth() == 0 or patch.get_edgecolor()[3] == 0)
        and not patch.get_hatch()
        and not patch.get_path_effects()
        and patch.get_antialiased()
    )
    if not is_plain:
        raise Untranslatable("a background with an edge, a hatch or effects")
    return {"patch_visible": bool(patch.get_visible()), "facecolor": patch.get_facecolor()}


def scale(axis: Any) -> str | None:
    """Return the name of an axis' scale, if plotreel has it."""
    name: str = axis.get_scale()
    if name == "linear":
        return name
    transform = axis.get_transform()
    if name == "log" and transform.base == 10 and transform._clip:
        return name
    return None


_PROJECTIONS: dict[type, Projection] = {}


def projects(kind: type, projection: Projection) -> None:
    """Enter the projection of exactly this class of axes."""
    _PROJECTIONS[kind] = projection


def projection_of(artist: Any) -> Projection | None:
    """Return the projection of axes, if plotreel has it and only matplotlib's code draws them."""
    projection = _PROJECTIONS.get(type(artist))
    if projection is None or not is_usual(artist, projection.axis_kinds):
        return None
    return projection


projects(Axes, Projection())
