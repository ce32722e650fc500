"""Images, meshes, contours and vector fields."""

from __future__ import annotations

from typing import Any

import numpy as np

from plotreel.figure._data import field, grid, number, numbers, values
from plotreel.figure._lines import Lines
from plotreel.figure._looks import without_none
from plotreel.figure._statistics import Container
from plotreel.figure._whole import whole


class Fields(Lines):
    """The methods that draw what has values at the points of a plane."""

    @whole
    def imshow(
        self, X: Any, cmap: Any = None, norm: Any = None, *, aspect: Any = None, interpolation: Any = None,
        alpha: Any = None, vmin: Any = None, vmax: Any = None, origin: str | None = None,
        extent: Any = None, **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Draw an array as an image."""
        given = {"cmap": cmap, "norm": norm, "vmin": vmin, "vmax": vmax, **kwargs}
        given |= {"interpolation": interpolation, "alpha": alpha, "origin": origin}
        given["extent"] = None if extent is None else [number(side) for side in extent]
        image = self._draw("imshow", given, X=X)
        if aspect is not None:
            self._put(aspect=aspect)
        return image

    def matshow(self, Z: Any, **kwargs: Any) -> Any:
        """Draw a matrix as an image."""
        return self._draw("matshow", kwargs, X=Z)

    def pcolormesh(self, *args: Any, shading: str | None = None, **kwargs: Any) -> Any:
        """Draw a mesh of values: ``pcolormesh(C)`` or ``pcolormesh(X, Y, C)``."""
        return self._draw("pcolormesh", kwargs, **_mesh(args), shading=shading)

    def pcolor(self, *args: Any, **kwargs: Any) -> Any:
        """Draw a mesh of values as polygons: ``pcolor(C)`` or ``pcolor(X, Y, C)``."""
        mesh = _mesh(args)
        if "x" not in mesh:
            rows, columns = mesh["C"].shape
            mesh |= {"x": np.arange(columns + 1), "y": np.arange(rows + 1)}
        kwargs.pop("shading", None)
        return self._draw("pcolor", kwargs, **mesh)

    def contour(self, *args: Any, **kwargs: Any) -> Any:
        """Draw lines of equal values: ``contour(Z)``, ``contour(X, Y, Z, levels)``."""
        return self._contours("contour", args, kwargs)

    def contourf(self, *args: Any, **kwargs: Any) -> Any:
        """Fill the areas between lines of equal values."""
        return self._contours("contourf", args, kwargs)

    def _contours(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        places, levels = (args[:3], args[3:]) if len(args) > 2 else (args[:1], args[1:])
        if levels:
            kwargs["levels"] = levels[0]
        keys = ("x", "y", "z") if len(places) == 3 else ("z",)
        return self._draw(name, _contour_looks(kwargs), **dict(zip(keys, places)))

    def tricontour(self, *args: Any, **kwargs: Any) -> Any:
        """Draw lines of equal values of points: ``tricontour(x, y, z, levels)``."""
        return self._tricontours("tricontour", args, kwargs)

    def tricontourf(self, *args: Any, **kwargs: Any) -> Any:
        """Fill the areas between lines of equal values of points."""
        return self._tricontours("tricontourf", args, kwargs)

    def _tricontours(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if len(args) > 3:
            kwargs["levels"] = args[3]
        net = {"x": args[0], "y": args[1], "triangles": _triangles(kwargs)}
        return self._draw(name, _contour_looks(kwargs), **net, z=args[2])

    def tripcolor(self, x: Any, y: Any, c: Any, *, shading: str = "flat", **kwargs: Any) -> Any:
        """Draw triangles between points by values."""
        net = {"x": x, "y": y, "triangles": _triangles(kwargs)}
        return self._draw("tripcolor", kwargs, **net, z=c, shading=shading)

    def triplot(self, x: Any, y: Any, fmt: str = "", **kwargs: Any) -> list[Any]:
        """Draw the edges of triangles between points."""
        net = {"x": x, "y": y, "triangles": _triangles(kwargs)}
        return list(self._draw_all("triplot", kwargs, **net, fmt=fmt)["artists"])

    def clabel(self, CS: Any, levels: Any = None, **kwargs: Any) -> None:
        """Label contour lines; the labels follow the lines."""
        given = without_none(kwargs)
        if levels is not None:
            given["levels"] = numbers(levels).tolist()
        self._call("clabel", CS=CS._part, **given)

    def quiver(self, *args: Any, **kwargs: Any) -> Any:
        """Draw arrows: ``quiver(U, V)``, ``quiver(X, Y, U, V, C)``."""
        return self._vectors("quiver", args, kwargs)

    def barbs(self, *args: Any, **kwargs: Any) -> Any:
        """Draw wind barbs: ``barbs(U, V)``, ``barbs(X, Y, U, V, C)``."""
        for name in ("barb_increments", "sizes"):
            kwargs |= kwargs.pop(name, None) or {}
        return self._vectors("barbs", args, kwargs)

    @whole
    def _vectors(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        colors = None
        if len(args) in (3, 5):
            args, colors = args[:-1], args[-1]
        if len(args) == 2:
            rows, columns = np.atleast_2d(values(args[0])).shape
            args = (np.arange(columns), np.arange(rows), *args)
        x, y, u, v = (field(one) for one in args)
        if x.ndim == y.ndim == 1 and u.ndim == 2:
            x, y = np.meshgrid(x, y)
        if colors is not None and np.size(values(colors)) != u.size:
            raise ValueError(f"C has {np.size(values(colors))} values for {u.size} arrows")
        arrows = self._draw(name, kwargs, x=x, y=y, u=u, v=v)
        if colors is not None:
            arrows.set_array(colors)
            if "clim" not in kwargs and ("vmin" in kwargs or "vmax" in kwargs):
                arrows.set_clim(kwargs.get("vmin"), kwargs.get("vmax"))
        return arrows

    def quiverkey(self, Q: Any, X: float, Y: float, U: float, label: str, **kwargs: Any) -> Any:
        """Draw an arrow of a known length with a label."""
        if Q.axes is not self:
            raise ValueError("the arrows are not in these axes")
        place = {"place": (float(X), float(Y)), "U": float(U), "label_text": label}
        return self._draw("quiverkey", kwargs, Q=Q._part, **place)

    def streamplot(
        self, x: Any, y: Any, u: Any, v: Any, density: Any = 1, linewidth: Any = None, color: Any = None,
        **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Draw the streamlines of a vector field."""
        both = [float(one) for one in (numbers(density) if np.ndim(density) else [density, density])]
        x, y = (array[0] if np.ndim(array) == 2 else array for array in (x, np.transpose(y)))
        given: dict[str, Any] = {**kwargs, "density": both}
        if np.ndim(linewidth) == 2:
            given["linewidths"] = grid(linewidth)
        else:
            given["linewidth"] = linewidth
        if color is not None and not isinstance(color, str) and np.ndim(color) == 2:
            given["color_values"] = grid(color)
        else:
            given["color"] = color
        made = self._draw_all("streamplot", given, x=x, y=y, u=u, v=v)
        return Container([made["lines"][0], made["arrows"][0]], made)


def _mesh(args: tuple[Any, ...]) -> dict[str, Any]:
    if len(args) == 1:
        return {"C": grid(args[0])}
    x, y, c = args
    return {"x": x, "y": y, "C": grid(c)}


def _triangles(kwargs: dict[str, Any]) -> Any:
    triangles = kwargs.pop("triangles", None)
    return None if triangles is None else np.asarray(triangles).astype(int).tolist()


def _contour_looks(kwargs: dict[str, Any]) -> dict[str, Any]:
    given = without_none(kwargs)
    if "levels" in given:
        levels = given["levels"]
        given["levels"] = float(levels) if np.ndim(levels) == 0 else numbers(levels).tolist()
    for name in ("colors", "linestyles", "hatches"):
        if isinstance(given.get(name), str):
            given[name] = [given[name]]
    if "hatches" in given:
        given["hatches"] = [hatch or "" for hatch in given["hatches"]]
    return given
