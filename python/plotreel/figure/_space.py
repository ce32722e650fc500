"""3-D axes."""

from __future__ import annotations

from typing import Any

import numpy as np

from plotreel.figure._annotations import Annotations
from plotreel.figure._axis import Axis, Label
from plotreel.figure._color import color
from plotreel.figure._data import grid, number, numbers, some
from plotreel.figure._fields import _contour_looks
from plotreel.figure._limits import scale_settings
from plotreel.figure._lines import points_look
from plotreel.figure._looks import looks
from plotreel.figure._statistics import Container, error_lists, limits_as_flags
from plotreel.figure._whole import whole


_DIRECTIONS = {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0)}


class Axes3D(Annotations):
    """Axes with x, y and z, which ``fig.add_subplot(projection="3d")`` makes."""

    name = "3d"
    _axis_names = ("x", "y", "z")

    @property
    def zaxis(self) -> Axis:
        """The z axis."""
        return self._axis("z")

    def plot(self, xs: Any, ys: Any, *args: Any, zdir: str = "z", **kwargs: Any) -> list[Any]:
        """Draw a line: ``plot(x, y, z, "r--")``."""
        zs = kwargs.pop("zs", 0)
        if args and not isinstance(args[0], str):
            zs, args = args[0], args[1:]
        x, y, z = _xyz(xs, ys, zs, zdir)
        return [self._draw("plot", kwargs, x=x, y=y, z=z, fmt=args[0] if args else "")]

    plot3D = plot

    def scatter(self, xs: Any, ys: Any, zs: Any = 0, zdir: str = "z", s: Any = 20, c: Any = None,
                depthshade: bool = True, marker: Any = None, **kwargs: Any) -> Any:  # fmt: skip
        """Draw a marker at each point."""
        x, y, z = _xyz(xs, ys, zs, zdir)
        look = points_look(s, c, marker, len(x))
        return self._draw("scatter", {**kwargs, "depthshade": depthshade}, x=x, y=y, z=z, **look)

    scatter3D = scatter

    def plot_surface(self, X: Any, Y: Any, Z: Any, **kwargs: Any) -> Any:
        """Draw a surface over the points of a grid."""
        if (colors := kwargs.pop("facecolors", None)) is not None:
            rows = np.asarray(colors, object) if np.ndim(colors) == 2 else np.asarray(colors)
            colors = [[color(one) for one in row] for row in rows.tolist()]
        return self._draw("plot_surface", kwargs, **_grids(X, Y, Z), facecolors=colors)

    def plot_wireframe(self, X: Any, Y: Any, Z: Any, **kwargs: Any) -> Any:
        """Draw lines over the points of a grid."""
        return self._draw("plot_wireframe", kwargs, **_grids(X, Y, Z))

    def plot_trisurf(self, x: Any, y: Any, z: Any, **kwargs: Any) -> Any:
        """Draw a surface of triangles between points."""
        if (triangles := kwargs.pop("triangles", None)) is not None:
            kwargs["triangles"] = np.asarray(triangles).astype(int).tolist()
        return self._draw("plot_trisurf", kwargs, x=x, y=y, z=z)

    def contour(self, X: Any, Y: Any, Z: Any, *args: Any, **kwargs: Any) -> Any:
        """Draw lines of equal values."""
        return self._contours("contour", (X, Y, Z), args, kwargs)

    def contourf(self, X: Any, Y: Any, Z: Any, *args: Any, **kwargs: Any) -> Any:
        """Fill the areas between lines of equal values."""
        return self._contours("contourf", (X, Y, Z), args, kwargs)

    @whole
    def _contours(self, name: str, xyz: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if args:
            kwargs["levels"] = args[0]
        zdir, offset = kwargs.pop("zdir", "z"), kwargs.pop("offset", None)
        x, y, z = xyz
        contours = self._draw(name, _contour_looks(kwargs), x=x, y=y, z=z, zdir=zdir)
        if offset is not None:
            contours.set(offset=float(offset))
        return contours

    def bar3d(self, x: Any, y: Any, z: Any, dx: Any, dy: Any, dz: Any, color: Any = None, **kwargs: Any) -> Any:
        """Draw boxes."""
        boxes = {"x": x, "y": y, "z": z, "dx": dx, "dy": dy, "dz": dz}
        return self._draw("bar3d", {**kwargs, "color": color}, **boxes)

    @whole
    def bar(self, left: Any, height: Any, zs: Any = 0, zdir: str = "z", **kwargs: Any) -> list[Any]:
        """Draw flat bars in a plane across `zdir`."""
        given = {**kwargs, "width": some(kwargs.get("width"))}
        if isinstance(colors := color(kwargs.get("color")), str):
            given["color"] = [colors]
        made = self._draw_all("bar", given, left=left, height=height, zs=number(zs), zdir=zdir)
        return list(made["artists"])

    def fill_between(
        self, x1: Any, y1: Any, z1: Any, x2: Any, y2: Any, z2: Any, *, where: Any = None, mode: str = "auto",
        **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Fill the area between two lines in space."""
        lines = {"x1": x1, "y1": y1, "z1": z1, "x2": x2, "y2": y2, "z2": z2}
        mask = None if where is None else np.asarray(where, bool).tolist()
        alpha = kwargs.get("alpha")
        for name in {"edgecolor", "edgecolors", "ec"} & kwargs.keys() if alpha is not None else ():
            # Edges that are given with an opacity have it, too.
            if kwargs[name] not in ("none", "face"):
                kwargs[name] = (color(kwargs[name]), alpha)
        return self._draw("fill_between", kwargs, **lines, where=mask, mode=mode)

    @whole
    def errorbar(
        self, x: Any, y: Any, z: Any, zerr: Any = None, yerr: Any = None, xerr: Any = None, fmt: str = "",
        **kwargs: Any,
    ) -> tuple[list[Any], ...]:  # fmt: skip
        """Draw points with error bars; return the bars, their caps and the arrows at limits."""
        errors = {"xerr": error_lists(xerr), "yerr": error_lists(yerr), "zerr": error_lists(zerr)}
        given = {**limits_as_flags(kwargs), **errors}
        made = self._draw_all("errorbar", given, x=np.atleast_1d(x), y=np.atleast_1d(y), z=np.atleast_1d(z), fmt=fmt)
        for artist in made["caplines"] + made["limmarks"] + made["barlinecols"]:
            artist.set(**{name: kwargs[name] for name in ("alpha", "zorder") if name in kwargs})
        return made["barlinecols"], made["caplines"], made["limmarks"]

    def voxels(
        self, *args: Any, facecolors: Any = None, edgecolors: Any = None, shade: bool = True, **kwargs: Any
    ) -> dict[tuple[int, int, int], Any]:
        """Draw a cube for each True of an array.

        Parameters
        ----------
        *args
            ``voxels(filled)`` with a 3-D array of bool, or ``voxels(x, y, z,
            filled)`` with the coordinates of all corners.
        facecolors, edgecolors : color or array_like, optional
            The colours of all, or an array with one for each voxel: texts, or
            red, green, blue and perhaps opacity along a fourth axis.
        shade : bool, default: True
            Whether a light makes faces brighter or darker.
        **kwargs
            Properties of the faces.

        Returns
        -------
        dict
            The faces of each voxel that can be seen, by its indices.
        """
        filled = np.ascontiguousarray(args[-1], bool)
        if len(args) not in (1, 4) or filled.ndim != 3:
            raise ValueError("voxels takes a 3-D array, or x, y, z and a 3-D array")
        given = {**kwargs, "facecolors": _voxel_colors(facecolors, filled.shape)}
        given["edgecolors"] = _voxel_colors(edgecolors, filled.shape)
        corners = [np.ascontiguousarray(one, float) for one in args[:-1]] or None
        made = self._call("voxels", filled=filled, corners=corners, shade=shade, **looks(given))
        return dict(zip(map(tuple, made["places"]), self._wrap_all(made["artists"])))

    def quiver(self, X: Any, Y: Any, Z: Any, U: Any, V: Any, W: Any, **kwargs: Any) -> Any:
        """Draw arrows."""
        return self._draw("quiver", kwargs, x=X, y=Y, z=Z, u=U, v=V, w=W)

    def stem(self, x: Any, y: Any, z: Any, **kwargs: Any) -> Any:
        """Draw stems with markers."""
        made = self._draw_all("stem", kwargs, x=x, y=y, z=z)
        return Container([made[name][0] for name in ("markerline", "stemlines", "baseline")], made)

    def text(self, x: Any, y: Any, z: Any, s: Any, zdir: Any = None, **kwargs: Any) -> Any:  # type: ignore[override]
        """Write a text at a point in space."""
        direction = _DIRECTIONS.get(zdir, zdir) if isinstance(zdir, str) else zdir
        return self._draw("text", {**kwargs, "zdir": direction}, x=number(x), y=number(y), z=number(z), s=str(s))

    def text2D(self, x: Any, y: Any, s: Any, **kwargs: Any) -> Any:
        """Write a text at a place of the axes."""
        return self._draw("text2D", kwargs, x=number(x), y=number(y), s=str(s))

    def view_init(self, elev: Any = None, azim: Any = None, roll: Any = None, vertical_axis: str = "z") -> None:
        """Set elevation, azimuth and roll of the camera, in degrees."""
        usual = {"elev": 30.0, "azim": -60.0, "roll": 0.0}
        given = {"elev": elev, "azim": azim, "roll": roll}
        angles = {name: usual[name] if angle is None else float(angle) for name, angle in given.items()}
        if vertical_axis != "z":
            raise ValueError("vertical_axis can only be 'z' here")
        self._call("view_init", **angles)

    @property
    def elev(self) -> float:
        """The elevation of the camera, in degrees."""
        return float(self._get("elev"))

    @property
    def azim(self) -> float:
        """The azimuth of the camera, in degrees."""
        return float(self._get("azim"))

    def set_zlabel(self, zlabel: Any, fontdict: Any = None, labelpad: Any = None, **looks: Any) -> Label:
        """Set the label of the z axis."""
        return self._set_label("z", zlabel, fontdict, labelpad, looks)

    def set_zlim(self, bottom: Any = None, top: Any = None, **limits: Any) -> tuple[float, float]:
        """Set the limits along z; None keeps one."""
        return self._set_lim("zlim", bottom, top, limits, ("zmin", "zmax"))

    set_xlim3d, set_ylim3d, set_zlim3d = Annotations.set_xlim, Annotations.set_ylim, set_zlim

    def get_zlim(self) -> tuple[float, float]:
        """Return the limits along z."""
        return tuple(self._get("zlim"))

    def set_zscale(self, value: str) -> None:
        """Set the scale of z."""
        self._call("set_scale", axis="z", **scale_settings(value, {}))

    def set_zticks(self, ticks: Any, labels: Any = None, *, minor: bool = False, **looks: Any) -> None:
        """Set the ticks of z, and their labels."""
        self._set_ticks("z", ticks, labels, minor, looks)

    def set_zticklabels(self, labels: Any, **looks: Any) -> None:
        """Set the labels of the ticks of z, in order."""
        self._set_tick_labels("z", labels, looks)

    def invert_zaxis(self) -> None:
        """Turn the z axis round."""
        self._call("invert_zaxis")

    def set_aspect(self, aspect: str) -> None:
        """Set the lengths of units: "auto", "equal", "equalxy" and so on."""
        self._call("set_aspect", aspect=aspect)

    def set_box_aspect(self, aspect: Any, *, zoom: float = 1) -> None:
        """Set the ratio of the box' sides along x, y and z."""
        sides = [4.0, 4.0, 3.0] if aspect is None else [float(side) for side in aspect]
        self._call("set_box_aspect", aspect=sides, zoom=float(zoom))

    def set_proj_type(self, proj_type: str, focal_length: float | None = None) -> None:
        """Set whether the projection has perspective: "persp" or "ortho"."""
        self._put(proj_type=proj_type)
        if focal_length is not None:
            self._put(focal_length=focal_length)

    def axis(self, arg: Any = None, /) -> None:
        """Draw everything around the artists or not: "on" or "off"."""
        if arg not in ("on", "off"):
            raise ValueError(f"axis can't be {arg!r} in 3-D: give on or off")
        self._put(axis_on=arg == "on")

    def margins(self, *margins: float, x: float | None = None, y: float | None = None, z: float | None = None) -> None:
        """Set the margins of autoscaled limits: one for all, or those of x, y and z."""
        if margins:
            x, y, z = margins if len(margins) == 3 else (margins[0],) * 3
        given = {"x": x, "y": y, "z": z}
        self._call("margins", **{n: self._get(f"{n}margin") if m is None else float(m) for n, m in given.items()})


def _xyz(xs: Any, ys: Any, zs: Any, zdir: str) -> tuple[Any, Any, Any]:
    """Return coordinates of equal length, with z along `zdir`."""
    x, y, z = numbers(xs), numbers(ys), numbers(zs)
    count = max(len(x), len(y), len(z))
    x, y, z = (np.full(count, one[0]) if len(one) == 1 else one for one in (x, y, z))
    return {"x": (z, x, y), "y": (x, z, y)}.get(zdir, (x, y, z))


def _voxel_colors(given: Any, shape: tuple[int, ...]) -> Any:
    """Return colours: None, a list of one, or one for each voxel."""
    if given is None:
        return None
    array = np.asarray(given)
    if array.ndim < 2:
        return [color(given)]
    if array.shape[:3] != shape or array.ndim > 4:
        raise ValueError(f"colors of the shape {array.shape} don't suit voxels of the shape {shape}")
    if array.ndim == 4:
        return [color(tuple(one)) for one in array.reshape(-1, array.shape[3]).tolist()]
    # Those that are not filled need none.
    return [one or "none" for one in array.ravel().tolist()]


def _grids(x: Any, y: Any, z: Any) -> dict[str, Any]:
    x, y, z = np.broadcast_arrays(*(np.asarray(one, float) for one in (x, y, z)))
    return {"x": grid(x), "y": grid(y), "z": grid(z)}
