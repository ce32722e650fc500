"""What all axes have: titles, limits, scales, ticks, looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from plotreel import _plotreel
from plotreel.figure._artist import Artist
from plotreel.figure._artist_list import ArtistList
from plotreel.figure._artists import CLASSES
from plotreel.figure._axis import Axis, Label, Spines, grid_looks, tick_params
from plotreel.figure._data import number, series
from plotreel.figure._from_data import TAKE_DATA, takes_data
from plotreel.figure._gridspec import SubplotSpec
from plotreel.figure._looks import Transform, looks, without_none
from plotreel.figure._names import unknown

if TYPE_CHECKING:
    from plotreel.figure._figure import Figure

_TITLES = {"center": "title", "left": "left_title", "right": "right_title"}


class AxesBase(Artist):
    """A part of a figure with data coordinates.

    Attributes
    ----------
    transAxes, transData : Transform
        The coordinates of the axes' box and of the data, for ``transform=``.
    xaxis, yaxis : Axis
        Ticks, their labels and the axis' label.
    spines : Spines
        The lines around the axes.
    """

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        for name in TAKE_DATA & vars(cls).keys():
            setattr(cls, name, takes_data(vars(cls)[name]))

    def __init__(self, figure: Figure, part: _plotreel.Part) -> None:
        super().__init__(figure, part)
        self.transAxes = Transform("axes fraction")
        self.transData = Transform("data")
        self.spines = Spines(self)
        self._artists: list[Artist] = []
        self._colorbar: Any = None
        # The cells of a subplot, and the kind and the properties that it was made with.
        self._spec: SubplotSpec | None = None
        self._made_with = ""

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    def _call(self, name: str, **arguments: Any) -> dict[str, Any]:
        return self._part.call(self.figure._figure, name, without_none(arguments))

    def _wrap(self, part: _plotreel.Part) -> Any:
        artist = CLASSES[part.kind](self.figure, part, self)
        self._artists.append(artist)
        return artist

    def _draw(self, name: str, given: dict[str, Any], **arguments: Any) -> Any:
        """Call a method that makes one artist, whose other properties are `given`."""
        return self._wrap(self._call(name, **arguments, **looks(given))["artist"])

    def _draw_all(self, name: str, given: dict[str, Any], **arguments: Any) -> dict[str, Any]:
        """Call a method that makes artists, alone or in lists, and numbers; return all by name."""
        made = self._call(name, **arguments, **looks(given))
        return {group: self._wrap_all(value) for group, value in made.items()}

    def _wrap_all(self, made: Any) -> Any:
        if isinstance(made, list):
            return [self._wrap(part) for part in made]
        return self._wrap(made) if isinstance(made, _plotreel.Part) else made

    def _number(self, axis: str, given: Any) -> float:
        """Return a single coordinate along an axis: a number, a date, or the name of a category."""
        return float(self._places(axis, [given])[0]) if isinstance(given, str) else number(given)

    def _places(self, axis: str, given: Any) -> Any:
        """Return coordinates along an axis."""
        kind, found = series(given)
        return self._call("convert_units", axis=axis, values=given)["numbers"] if kind == "names" else found

    def _axis(self, name: str) -> Axis:
        return Axis(self, name)

    @property
    def xaxis(self) -> Axis:
        """The x axis."""
        return self._axis("x")

    @property
    def yaxis(self) -> Axis:
        """The y axis."""
        return self._axis("y")

    def get_xaxis(self) -> Axis:
        """Return the x axis."""
        return self.xaxis

    def get_yaxis(self) -> Axis:
        """Return the y axis."""
        return self.yaxis

    def _of(self, *kinds: str) -> ArtistList:
        return ArtistList([artist for artist in self._artists if type(artist).__name__ in kinds])

    @property
    def lines(self) -> ArtistList:
        """The lines."""
        return self._of("Line2D", "Line3D")

    @property
    def texts(self) -> ArtistList:
        """The texts."""
        return self._of("Text", "Text3D", "Annotation")

    @property
    def images(self) -> ArtistList:
        """The images."""
        return self._of("AxesImage")

    @property
    def containers(self) -> ArtistList:
        """The groups of bars."""
        return self._of("BarContainer")

    @property
    def collections(self) -> ArtistList:
        """The collections."""
        return ArtistList([artist for artist in self._artists if "Collection" in type(artist).__name__])

    def get_children(self) -> list[Artist]:
        """Return all artists that were drawn by methods."""
        return list(self._artists)

    def get_lines(self) -> ArtistList:
        """Return the lines."""
        return self.lines

    def set(self, **properties: Any) -> None:
        """Set properties by the names of setters: ``ax.set(xlabel="t / s", ylim=(0, 1))``."""
        for name, value in properties.items():
            setter = getattr(type(self), f"set_{name}", None)
            if setter is None:
                self._put(**{name: value})
            elif name in ("xlim", "ylim", "zlim", "rlim") and np.ndim(value) == 1:
                setter(self, *value)
            else:
                setter(self, value)

    def clear(self) -> None:
        """Remove all artists, titles and labels, and reset all settings but the position."""
        self._call("clear")
        for artist in self._artists:
            artist._forget()
        self._artists.clear()

    cla = clear

    def remove(self) -> None:
        """Take the axes out of the figure: they are not drawn any more."""
        self._put(visible=False)
        self.figure._axes = [ax for ax in self.figure._axes if ax is not self]

    def set_title(self, label: Any, fontdict: Any = None, loc: str = "center", **looks: Any) -> Label:
        """Set a title over the axes, at its "center", "left" or "right"."""
        title = Label(self, "title_", _title(loc))
        title.set(text=str(label), **{**(fontdict or {}), **without_none(looks)})
        return title

    def get_title(self, loc: str = "center") -> str:
        """Return a title."""
        return str(self._get(_title(loc)))

    @property
    def title(self) -> Label:
        """The title over the middle."""
        return Label(self, "title_", "title")

    def set_xlabel(self, xlabel: Any, fontdict: Any = None, labelpad: Any = None, **looks: Any) -> Label:
        """Set the label of the x axis."""
        return self._set_label("x", xlabel, fontdict, labelpad, looks)

    def set_ylabel(self, ylabel: Any, fontdict: Any = None, labelpad: Any = None, **looks: Any) -> Label:
        """Set the label of the y axis."""
        return self._set_label("y", ylabel, fontdict, labelpad, looks)

    def _set_label(self, axis: str, text: Any, fontdict: Any, labelpad: Any, looks: Any) -> Label:
        label = self._axis(axis).label
        given = without_none({**(fontdict or {}), "labelpad": labelpad, **looks})
        label.set(text=str(text), **given)
        return label

    def get_xlabel(self) -> str:
        """Return the label of the x axis."""
        return self.xaxis.label.get_text()

    def get_ylabel(self) -> str:
        """Return the label of the y axis."""
        return self.yaxis.label.get_text()

    def set_xlim(self, left: Any = None, right: Any = None, **limits: Any) -> tuple[float, float]:
        """Set the limits along x; None keeps one."""
        return self._set_lim("xlim", left, right, limits, ("xmin", "xmax"))

    def set_ylim(self, bottom: Any = None, top: Any = None, **limits: Any) -> tuple[float, float]:
        """Set the limits along y; None keeps one."""
        return self._set_lim("ylim", bottom, top, limits, ("ymin", "ymax"))

    def _set_lim(
        self, name: str, low: Any, high: Any, limits: dict[str, Any], names: tuple[str, str]
    ) -> tuple[float, float]:
        limits.pop("emit", None)
        if limits.pop("auto", False) is not False:
            raise TypeError("auto can only be False here: limits that are set are no longer autoscaled")
        low, high = limits.pop(names[0], low), limits.pop(names[1], high)
        if limits:
            raise TypeError(f"unexpected keyword argument {next(iter(limits))!r}")
        if high is None and np.ndim(low) == 1:
            low, high = low
        if low is None or high is None:
            now = self._get(name)
            low, high = now[0] if low is None else low, now[1] if high is None else high
        axis = "y" if name == "rlim" else name[0]
        self._put(**{name: [self._number(axis, low), self._number(axis, high)]})
        return tuple(self._get(name))

    def get_xlim(self) -> tuple[float, float]:
        """Return the limits along x."""
        return tuple(self._get("xlim"))

    def get_ylim(self) -> tuple[float, float]:
        """Return the limits along y."""
        return tuple(self._get("ylim"))

    get_xbound, get_ybound = get_xlim, get_ylim
    set_xbound, set_ybound = set_xlim, set_ylim

    def invert_xaxis(self) -> None:
        """Turn the x axis round."""
        self._call("invert_xaxis")

    def invert_yaxis(self) -> None:
        """Turn the y axis round."""
        self._call("invert_yaxis")

    def set_xscale(self, value: str, **settings: Any) -> None:
        """Set the scale of x: "linear", "log" or "symlog"."""
        self._call("set_scale", axis="x", **_scale(value, settings))

    def set_yscale(self, value: str, **settings: Any) -> None:
        """Set the scale of y: "linear", "log" or "symlog"."""
        self._call("set_scale", axis="y", **_scale(value, settings))

    def get_xscale(self) -> str:
        """Return the scale of x."""
        return str(self._get("xscale"))

    def get_yscale(self) -> str:
        """Return the scale of y."""
        return str(self._get("yscale"))

    def set_xticks(self, ticks: Any, labels: Any = None, *, minor: bool = False, **looks: Any) -> None:
        """Set the ticks of x, and their labels."""
        self._set_ticks("x", ticks, labels, minor, looks)

    def set_yticks(self, ticks: Any, labels: Any = None, *, minor: bool = False, **looks: Any) -> None:
        """Set the ticks of y, and their labels."""
        self._set_ticks("y", ticks, labels, minor, looks)

    def _set_ticks(self, axis: str, ticks: Any, labels: Any, minor: bool, looks: Any) -> None:
        part = self._axis(axis)
        part.set(**{"minor_ticks" if minor else "ticks": list(self._places(axis, ticks))})
        if labels is not None:
            self._set_tick_labels(axis, labels, looks)
        elif looks:
            self._label_looks(axis, looks)

    def set_xticklabels(self, labels: Any, **looks: Any) -> None:
        """Set the labels of the ticks of x, in order."""
        self._set_tick_labels("x", labels, looks)

    def set_yticklabels(self, labels: Any, **looks: Any) -> None:
        """Set the labels of the ticks of y, in order."""
        self._set_tick_labels("y", labels, looks)

    def _set_tick_labels(self, axis: str, labels: Any, looks: dict[str, Any]) -> None:
        self._axis(axis).set(ticklabels=[str(label) for label in labels])
        self._label_looks(axis, looks)

    def _label_looks(self, axis: str, looks: dict[str, Any]) -> None:
        names = {"ha": "labelha", "horizontalalignment": "labelha", "va": "labelva"}
        names |= {"fontsize": "labelsize", "size": "labelsize", "color": "labelcolor"}
        given = {names.get(name, name): value for name, value in without_none(looks).items()}
        given.pop("minor", None)
        if given:
            self.tick_params(axis, **given)

    def get_xticks(self) -> Any:
        """Return the ticks of x that were set; None is those of the locator."""
        return self._get("xticks")

    def get_yticks(self) -> Any:
        """Return the ticks of y that were set; None is those of the locator."""
        return self._get("yticks")

    def tick_params(self, axis: str = "both", *, which: str = "major", **params: Any) -> None:
        """Set the look of ticks, their labels and grid lines."""
        if axis not in ("both", *self._axis_names):
            raise ValueError(f"axis can't be {axis!r}: give both, {', '.join(self._axis_names)}")
        for name in self._axis_names if axis == "both" else [axis]:
            changes = tick_params(name, which, params, self)
            self._call("tick_params", axis=name, which=which, **changes)

    _axis_names: tuple[str, ...] = ("x", "y")

    def grid(
        self, visible: bool | None = None, which: str = "major", axis: str = "both", **looks: Any
    ) -> None:
        """Show or hide grid lines, and set their looks."""
        shown = True if visible is None or looks else bool(visible)
        params = grid_looks(looks)
        if axis == "both" and which == "major":
            self._call("grid", visible=shown)
            if not params:
                return
        self.tick_params(axis, which=which, grid=shown, **params)

    def minorticks_on(self) -> None:
        """Show minor ticks."""
        self._call("minorticks_on")

    def minorticks_off(self) -> None:
        """Hide minor ticks."""
        self._call("minorticks_off")

    def set_axis_off(self) -> None:
        """Draw no ticks, labels, spines and background."""
        self._put(axis_on=False)

    def set_axis_on(self) -> None:
        """Draw ticks, labels, spines and background."""
        self._put(axis_on=True)

    def set_facecolor(self, color: Any) -> None:
        """Set the colour of the background."""
        self._put(facecolor=color)

    def get_facecolor(self) -> Any:
        """Return the colour of the background; None is that of the style."""
        return self._get("facecolor")

    def set_visible(self, visible: bool) -> None:
        """Set whether the axes are drawn."""
        self._put(visible=visible)

    def set_zorder(self, zorder: float) -> None:
        """Set the place in the drawing order among axes."""
        self._put(zorder=zorder)

    def set_position(self, pos: Any, which: str = "both") -> None:
        """Set left, bottom, width and height in fractions of the figure."""
        self._put(position=[float(side) for side in pos])

    def get_subplotspec(self) -> SubplotSpec | None:
        """Return the cells of a subplot; None for other axes."""
        return self._spec

    def label_outer(self, remove_inner_ticks: bool = False) -> None:
        """Hide labels, and tick labels, of a subplot that are between subplots."""
        if (spec := self._spec) is None:
            return
        sides = {"top": spec.is_first_row(), "bottom": spec.is_last_row()}
        sides |= {"left": spec.is_first_col(), "right": spec.is_last_col()}
        for axis, names in (("x", ("bottom", "top")), ("y", ("left", "right"))):
            inner = [side for side in names if not sides[side]]
            # "bottom" is the near side of y, too.
            if names[self._axis(axis).get_label_position() in ("top", "right")] in inner:
                self._axis(axis).label.set_text("")
            hidden = {f"label{side}": False for side in inner}
            if remove_inner_ticks:
                hidden |= dict.fromkeys(inner, False)
            if hidden:
                self.tick_params(axis, which="both", **hidden)

    def set_anchor(self, anchor: Any) -> None:
        """Set where a box that shrank to its aspect is."""
        self._put(anchor=anchor)

    def relim(self) -> None:
        """Take the limits of the data again, for `autoscale_view`."""
        self._call("relim")

    def autoscale_view(self, tight: bool | None = None, **axes: bool) -> None:
        """Fit the limits to the data."""
        self._call("autoscale_view")

    def set_prop_cycle(self, *args: Any) -> None:
        """Begin the cycle of colours again; other cycles are settings of the style."""
        if args != (None,):
            raise TypeError("set_prop_cycle takes None: a cycle is set by rcParams['axes.prop_cycle']")
        self._call("set_cycle_places", places=(0, 0))

    def __getattr__(self, name: str) -> Any:
        raise unknown(type(self).__name__, name, dir(type(self)))


def _title(loc: str) -> str:
    if loc not in _TITLES:
        raise ValueError(f"loc can't be {loc!r}: give {', '.join(_TITLES)}")
    return _TITLES[loc]


def _scale(value: str, settings: dict[str, Any]) -> dict[str, Any]:
    known = {"log": {"base": 10.0}, "symlog": {"linthresh": 2.0}}.get(value, {})
    for name, setting in settings.items():
        if name in known:
            known[name] = float(setting)
        elif name != "nonpositive" and (name, setting) != ("base", 10):
            raise TypeError(f"the scale {value} has no setting {name} here")
    return {"scale": value, **known}
