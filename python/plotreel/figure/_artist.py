"""Artists: what all have in common, and their data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from plotreel import _plotreel
from plotreel._errors import InvalidError
from plotreel.figure._data import Numbers, numbers, values
from plotreel.figure._looks import looks, text_box
from plotreel.figure._names import unknown

if TYPE_CHECKING:
    from plotreel.figure._figure_base import FigureBase


class Attributes:
    """Something whose properties, which have setters and getters, are also attributes."""

    # Its other attributes; those that begin with _ are always its own.
    _fields: frozenset[str] = frozenset()

    def __getattr__(self, name: str) -> Any:
        if name not in self._fields and not name.startswith("_"):
            getter = getattr(type(self), f"get_{name}", None)
            if getter is not None:
                return getter(self)
        raise unknown(type(self).__name__, name, dir(type(self)))

    def __setattr__(self, name: str, value: Any) -> None:
        setter = getattr(type(self), f"set_{name}", None)
        if name in self._fields or name.startswith("_"):
            super().__setattr__(name, value)
        elif setter is not None:
            setter(self, value)
        else:
            setters = [known[4:] for known in dir(type(self)) if known.startswith("set_")]
            raise unknown(type(self).__name__, name, setters)


class Artist(Attributes):
    """Something that a figure draws.

    Attributes
    ----------
    figure : Figure or SubFigure
        The figure that it belongs to.
    axes : AxesBase or None
        The axes that it is in.

    Notes
    -----
    A property is also read and set as an attribute: ``circle.center = (1, 2)``.
    """

    _fields = frozenset({"figure", "axes"})

    _is_removed = False

    def __init__(self, figure: FigureBase, part: _plotreel.Part, axes: Any = None) -> None:
        self.figure = figure
        self.axes = axes
        self._part = part

    def _drawing(self) -> _plotreel.Figure:
        if self._is_removed:
            raise InvalidError(f"this {type(self).__name__} was removed", "draw another one")
        return self.figure._figure

    def _forget(self) -> None:
        self._is_removed = True
        self.figure._unfinished.pop(id(self), None)

    def set(self, **properties: Any) -> None:
        """Set properties by name: ``line.set(lw=2, color="C1")``."""
        self._put(**properties)

    def _put(self, **properties: Any) -> None:
        self._part.set(self._drawing(), looks(properties, keep_none=True))

    def _get(self, name: str) -> Any:
        return self._part.get(self._drawing(), name)

    def _change(self, method: str, *values: Any) -> None:
        self._part.change(self._drawing(), method, values)

    def properties(self) -> dict[str, Any]:
        """Return all properties that can be set by name."""
        return {name: self._get(name) for name, _ in self._part.properties(self._drawing())}

    def get_figure(self) -> FigureBase:
        """Return the figure or subfigure that it belongs to."""
        return self.figure

    def set_transform(self, transform: Any) -> None:
        """Set the coordinate system of its position, such as ``ax.transAxes``."""
        self.set(transform=transform)

    def set_cmap(self, cmap: Any) -> None:
        """Set the colormap of scalar data, or its name."""
        self.set(cmap=cmap)

    def set_norm(self, norm: Any) -> None:
        """Set the norm of scalar data, or its name."""
        self.set(norm=norm)

    def remove(self) -> None:
        """Remove it from its axes or the figure."""
        self._part.remove(self._drawing())
        self._forget()
        owner = self.figure if self.axes is None else self.axes
        if self in owner._artists:
            owner._artists.remove(self)


class LineData(Artist):
    """The points of a line."""

    _pending: tuple[int, Any] | None = None

    def set(self, **properties: Any) -> None:
        """Set properties by name: ``line.set(lw=2, color="C1")``."""
        for name in ("data", "xdata", "ydata"):
            if name in properties:
                getattr(self, f"set_{name}")(properties.pop(name))
        super().set(**properties)

    def set_data(self, *args: Any) -> None:
        """Set x and y: two sequences, or an array with both."""
        x, y = args if len(args) == 2 else args[0]
        self._change("set_data", x, y)
        self._wait_for(None)

    def set_xdata(self, x: Any) -> None:
        """Set the x of all points; if there are more or fewer than before, set y, too."""
        self._set_one(0, x)

    def set_ydata(self, y: Any) -> None:
        """Set the y of all points; if there are more or fewer than before, set x, too."""
        self._set_one(1, y)

    def _set_one(self, place: int, data: Any) -> None:
        """Set one coordinate; that which was set before waits for it, if their numbers differ."""
        if np.ndim(data) == 0 and not isinstance(data, Iterable):
            raise TypeError(f"{'xy'[place]} must be a sequence, not {data!r}")
        data = values(data)
        if self._pending is not None and self._pending[0] != place:
            both = (self._pending[1], data) if place else (data, self._pending[1])
            if both[0].size != both[1].size:
                raise ValueError(_differ(*both))
            self.set_data(*both)
        elif data.size == len(self.get_data()[place]):
            self._change("set_ydata" if place else "set_xdata", data)
            self._wait_for(None)
        else:
            self._wait_for((place, data))

    def _wait_for(self, pending: tuple[int, Any] | None) -> None:
        self._pending = pending
        if pending is None:
            self.figure._unfinished.pop(id(self), None)
            return
        place, data = pending
        other = self.get_data()[1 - place]
        both = (other, data) if place else (data, other)
        self.figure._unfinished[id(self)] = _differ(*both)

    def get_data(self) -> tuple[Numbers, ...]:
        """Return the coordinates of all points."""
        return tuple(self._part.data(self._drawing()))

    def get_xdata(self) -> Numbers:
        """Return the x of all points."""
        return self._get_one(0)

    def get_ydata(self) -> Numbers:
        """Return the y of all points."""
        return self._get_one(1)

    def _get_one(self, place: int) -> Numbers:
        if self._pending is not None and self._pending[0] == place:
            return numbers(self._pending[1])
        return self.get_data()[place]

    def get_xydata(self) -> Numbers:
        """Return all points, of shape (n, 2)."""
        return np.column_stack(self.get_data()[:2])


def _differ(x: Any, y: Any) -> str:
    return f"a line has {len(x)} x but {len(y)} y: set both, or set_data(x, y)"


class Line3DData(Artist):
    """The points of a line in space."""

    _pending: Any = None

    def set_data_3d(self, *args: Any) -> None:
        """Set x, y and z: three sequences, or an array with all."""
        self._change("set_data_3d", *(args if len(args) == 3 else args[0]))

    def set_data(self, *args: Any) -> None:
        """Set x and y; z stays, or is set by `set_3d_properties` after it."""
        x, y = (numbers(values) for values in (args if len(args) == 2 else args[0]))
        z = self.get_data_3d()[2]
        self._pending = (x, y)
        if len(z) == len(x) == len(y):
            self._change("set_data_3d", x, y, z)
        else:
            self.figure._unfinished[id(self)] = f"a line has {len(x)} x but {len(z)} z: set_3d_properties sets z"

    def set_3d_properties(self, zs: Any = 0, zdir: str = "z") -> None:
        """Set z, beside the x and y of `set_data`."""
        x, y = self._pending or self.get_data_3d()[:2]
        self._pending = None
        self.figure._unfinished.pop(id(self), None)
        self._change("set_data_3d", x, y, np.broadcast_to(np.asarray(zs, float), len(x)).copy())

    def get_data_3d(self) -> tuple[Numbers, ...]:
        """Return the coordinates of all points."""
        return tuple(self._part.data(self._drawing()))


class ArrayData(Artist):
    """Something with values that norm and colormap convert to colours."""

    def set_array(self, values: Any) -> None:
        """Set the values that norm and colormap convert to colours."""
        self._change("set_array", values)


class OffsetData(ArrayData):
    """Many artists at points of a plane."""

    def set_offsets(self, offsets: Any) -> None:
        """Set the points, of shape (n, 2), or a single one."""
        self._change("set_offsets", np.atleast_2d(values(offsets)))


class Offset3DData(ArrayData):
    """Many artists at points in space."""

    def set_offsets_3d(self, x: Any, y: Any, z: Any) -> None:
        """Set the points; as in matplotlib, ``points._offsets3d = x, y, z`` does, too."""
        self._change("set_offsets_3d", x, y, z)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "_offsets3d":
            self.set_offsets_3d(*value)
        else:
            super().__setattr__(name, value)


class VectorData(OffsetData):
    """Vectors at points of a plane."""

    def set_UVC(self, U: Any, V: Any, C: Any = None) -> None:
        """Set the vectors, and the values of their colours."""
        self._change("set_uvc", U, V)
        if C is not None:
            self.set_array(C)


class ImageData(Artist):
    """The array of an image."""

    def set_data(self, A: Any) -> None:
        """Set the array."""
        self._change("set_data", A)

    def set_array(self, A: Any) -> None:
        """Set the array."""
        self._change("set_data", A)

    def set_clim(self, vmin: Any = None, vmax: Any = None) -> None:
        """Set the colour limits; None keeps one."""
        set_clim(self, vmin, vmax)


def set_clim(artist: Artist, vmin: Any, vmax: Any) -> None:
    """Set the colour limits of an artist; None keeps one."""
    if vmax is None and np.ndim(vmin) == 1:
        vmin, vmax = vmin
    low, high = artist._get("clim")
    artist.set(clim=[low if vmin is None else vmin, high if vmax is None else vmax])


class BandData(Artist):
    """The lines of a filled area."""

    def set_data(self, t: Any, f1: Any, f2: Any) -> None:
        """Set the coordinates along the area, and those of both lines."""
        self._change("set_data", t, f1, f2)

    def set_verts(self, verts: Any) -> None:
        """Set the polygons: sequences of points."""
        self._change("set_verts", verts)


class PolygonsData(ArrayData):
    """Polygons."""

    def set_verts(self, verts: Any) -> None:
        """Set the polygons: sequences of points."""
        self._change("set_verts", verts)


class SegmentsData(ArrayData):
    """Many lines."""

    def set_segments(self, segments: Any) -> None:
        """Set the lines: sequences of points."""
        self._change("set_segments", segments)


class EventData(Artist):
    """Events along a row."""

    def set_positions(self, positions: Any) -> None:
        """Set where the events are."""
        self._change("set_positions", positions)


class StepData(Artist):
    """The steps of `stairs`."""

    def set_data(self, values: Any, edges: Any) -> None:
        """Set values and edges."""
        self._change("set_data", values, edges)


class ContourData(ArrayData):
    """The values of contours."""

    def set_data(self, z: Any) -> None:
        """Set the values; levels and colours stay."""
        self._change("set_data", z)


class SurfaceData(PolygonsData):
    """A surface."""

    def set_data(self, X: Any, Y: Any, Z: Any) -> None:
        """Set the points of a surface of `plot_surface`."""
        self._change("set_data", X, Y, Z)

    def set_data_3d(self, x: Any, y: Any, z: Any) -> None:
        """Set the points of a surface of `plot_trisurf`."""
        self._change("set_data_3d", x, y, z)


class PolygonData(Artist):
    """The corners of a polygon."""

    def set_xy(self, xy: Any) -> None:
        """Set the corners, of shape (n, 2)."""
        self._change("set_xy", xy)


class TextData(Artist):
    """A text."""

    def set(self, **properties: Any) -> None:
        """Set properties by name: ``text.set(size=12, color="C1")``."""
        if isinstance(bbox := properties.get("bbox"), dict):
            size = properties.get("fontsize", properties.get("size", self._get("fontsize")))
            properties["bbox"] = text_box(bbox, size)
        super().set(**properties)

    def set_x(self, x: float) -> None:
        """Set the x of its position."""
        self.set(position=[x, *self._get("position")[1:]])

    def set_y(self, y: float) -> None:
        """Set the y of its position."""
        at = self._get("position")
        self.set(position=[at[0], y, *at[2:]])

    def set_bbox(self, bbox: dict[str, Any] | None) -> None:
        """Set the box behind it: None, or its looks by name."""
        self.set(bbox=bbox)

    def set_fontstyle(self, style: str) -> None:
        """Set whether it is "normal" or "italic"."""
        self.set(italic=style in ("italic", "oblique"))
