"""Axes with x and y, and polar axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np

from plotreel import _plotreel
from plotreel.figure._annotations import Annotations
from plotreel.figure._bbox import Bbox
from plotreel.figure._data import numbers, some
from plotreel.figure._fields import Fields
from plotreel.figure._looks import without_none
from plotreel.figure._secondary import SecondaryAxis
from plotreel.figure._statistics import Statistics
from plotreel.figure._table import row_of_colors, row_of_texts, table_cells
from plotreel.figure._whole import whole

if TYPE_CHECKING:
    from plotreel.figure._figure_base import FigureBase


class Scaling:
    """Whether limits along an axis are autoscaled, and those that were set; shared axes have the same.

    Attributes
    ----------
    on : bool
        Whether they are autoscaled.
    limits : list of float, optional
        Those that were set.
    """

    def __init__(self) -> None:
        self.set(True)

    def set(self, on: bool, limits: Any = None) -> None:
        """Set whether limits are autoscaled, or those that are not."""
        self.on, self.limits = on, limits


def share_scaling(axs: Any, axis: str, share: str) -> None:
    """Give "all" axes of a grid, those of each "row" or of each "col" the same scaling along an axis."""
    groups = {"all": [axs.ravel()], "row": list(axs), "col": list(axs.T)}.get(share, [])
    for group in groups:
        for ax in group:
            ax._scaling[axis] = group[0]._scaling[axis]


class Axes(Statistics, Fields, Annotations):
    """Axes with x and y, which `Figure.add_subplot` makes."""

    name = "rectilinear"

    def __init__(self, figure: FigureBase, part: _plotreel.Part) -> None:
        super().__init__(figure, part)
        self._scaling = {"x": Scaling(), "y": Scaling()}
        # With itself.
        self._twins: list[Axes] = [self]

    def _state(self) -> Any:
        return super()._state(), {axis: (one, one.on, one.limits) for axis, one in self._scaling.items()}

    def _take_state(self, state: Any) -> None:
        artists, scaling = state
        super()._take_state(artists)
        self._scaling = {axis: one for axis, (one, _, _) in scaling.items()}
        for one, is_on, limits in scaling.values():
            one.set(is_on, limits)

    def margins(self, *margins: float, x: float | None = None, y: float | None = None, tight: Any = None) -> None:
        """Set the margins of autoscaled limits: one for both, or those of x and y."""
        if margins:
            x, y = margins[0], margins[-1]
        now = [self._get("xmargin"), self._get("ymargin")]
        self._call("margins", x=now[0] if x is None else float(x), y=now[1] if y is None else float(y))

    def autoscale(self, enable: bool | None = True, axis: str = "both", tight: Any = None) -> None:
        """Fit limits to the data, now and when data are added; tight is without margins."""
        if axis not in ("x", "y", "both"):
            raise ValueError(f"axis can't be {axis!r}: give 'x', 'y' or 'both'")
        names = ("x", "y") if axis == "both" else (axis,)
        if tight and enable:
            self.margins(**dict.fromkeys(names, 0.0))
        if enable is not None:
            for name in names:
                self._scaling[name].set(bool(enable))
        self._call("autoscale", **{name: scaling.on for name, scaling in self._scaling.items()})
        # Limits that were set stay those of all axes that share them.
        fixed = {f"{name}lim": scaling.limits for name, scaling in self._scaling.items() if scaling.limits}
        if fixed:
            self._put(**fixed)

    def set_autoscale_on(self, b: bool) -> None:
        """Set whether limits are autoscaled when data are added."""
        self.autoscale(bool(b))

    def set_autoscalex_on(self, b: bool) -> None:
        """Set whether the limits along x are autoscaled when data are added."""
        self.autoscale(bool(b), "x")

    def set_autoscaley_on(self, b: bool) -> None:
        """Set whether the limits along y are autoscaled when data are added."""
        self.autoscale(bool(b), "y")

    def get_autoscale_on(self) -> bool:
        """Return whether the limits along both x and y are autoscaled."""
        return self.get_autoscalex_on() and self.get_autoscaley_on()

    def get_autoscalex_on(self) -> bool:
        """Return whether the limits along x are autoscaled."""
        return self._scaling["x"].on

    def get_autoscaley_on(self) -> bool:
        """Return whether the limits along y are autoscaled."""
        return self._scaling["y"].on

    def _put(self, **properties: Any) -> None:
        super()._put(**properties)
        for name in {"xlim", "ylim"} & properties.keys():
            self._scaling[name[0]].set(False, properties[name])

    def clear(self) -> None:
        """Remove all artists, titles and labels, and reset all settings but the position."""
        super().clear()
        for scaling in self._scaling.values():
            scaling.set(True)

    def set_aspect(self, aspect: Any, adjustable: str | None = None, anchor: Any = None) -> None:
        """Set the length of a unit of y over that of x: a number, "equal" or "auto"."""
        self._put(**without_none({"aspect": aspect, "adjustable": adjustable, "anchor": anchor}))

    def set_box_aspect(self, aspect: float | None = None) -> None:
        """Set the ratio of the box's height to its width, which twins have, too."""
        for ax in self._twins:
            ax._put(box_aspect=aspect)

    def set_adjustable(self, adjustable: str) -> None:
        """Set what is adjusted to a fixed aspect, "box" or "datalim"."""
        self._put(adjustable=adjustable)

    def set_frame_on(self, b: bool) -> None:
        """Set whether spines and background are drawn."""
        self._put(frame_on=b)

    def set_axisbelow(self, b: Any) -> None:
        """Set whether ticks and grid lines are below the artists."""
        self._put(axisbelow={True: "below", False: "above"}.get(b, b))

    def axis(self, arg: Any = None, /, **limits: float) -> tuple[float, ...]:
        """Set limits and looks at once: "off", "on", "equal", "scaled", "tight", "auto", "square", or four limits."""
        if isinstance(arg, (str, bool)):
            self._axis_option(arg if isinstance(arg, str) else "on" if arg else "off")
        elif arg is not None:
            if len(arg) != 4:
                raise TypeError(f"axis can't be {arg!r}: give four limits, [xmin, xmax, ymin, ymax]")
            limits = dict(zip(("xmin", "xmax", "ymin", "ymax"), arg)) | limits
        if limits:
            self.set_xlim(limits.pop("xmin", None), limits.pop("xmax", None))
            self.set_ylim(limits.pop("ymin", None), limits.pop("ymax", None), **limits)
        return (*self.get_xlim(), *self.get_ylim())

    def _axis_option(self, option: str) -> None:
        if option in ("off", "on"):
            self._put(axis_on=option == "on")
        elif option == "equal":
            self.set_aspect("equal", adjustable="datalim")
        elif option in ("scaled", "square", "image"):
            if option == "square":
                (left, right), (bottom, top) = self.get_xlim(), self.get_ylim()
                edge = max(right - left, top - bottom)
                self.set_xlim(left, left + edge)
                self.set_ylim(bottom, bottom + edge)
            self.set_aspect("equal", adjustable="box", anchor=[0.5, 0.5])
        elif option == "auto":
            self.set_aspect("auto")
        elif option == "tight":
            self.margins(0)
            self.autoscale()
        else:
            raise ValueError(f"axis can't be {option!r}: give off, on, equal, scaled, square, image, auto or tight")

    def sharex(self, other: Axes) -> None:
        """Have limits, scale and ticks of x together with other axes from now on."""
        self._share("x", other)

    def sharey(self, other: Axes) -> None:
        """Have limits, scale and ticks of y together with other axes from now on."""
        self._share("y", other)

    def _share(self, axis: str, other: Axes) -> None:
        if not isinstance(other, Axes):
            raise TypeError(f"share{axis} takes flat axes, not {other!r}")
        self._call("share", axis=axis, ax=other._part)
        self._scaling[axis] = other._scaling[axis]

    def twinx(self) -> Axes:
        """Add axes over these, with the same x and a y axis at the right."""
        return self._twin("twinx", "x")

    def twiny(self) -> Axes:
        """Add axes over these, with the same y and an x axis at the top."""
        return self._twin("twiny", "y")

    def _twin(self, method: str, shared: str) -> Axes:
        twin: Any = self.figure._add_axes(method, ax=self._part)[0]
        twin._scaling[shared] = self._scaling[shared]
        self._twins.append(twin)
        twin._twins = self._twins
        return cast(Axes, twin)

    @whole
    def inset_axes(self, bounds: Any, **kwargs: Any) -> Axes:
        """Add axes in these, at left, bottom, width and height in fractions of them."""
        inset = self.figure._add_axes("inset_axes", ax=self._part, bounds=list(map(float, bounds)))[0]
        inset.set(**kwargs)
        return cast(Axes, inset)

    def secondary_xaxis(self, location: Any, functions: Any = None, **kwargs: Any) -> SecondaryAxis:
        """Add an x axis in another unit.

        Parameters
        ----------
        location : {"top", "bottom"} or float
            The side, or a fraction of the axes' height.
        functions : (callable, callable), optional
            From the values of the axes to those that it shows, and back.
        **kwargs
            color, label and other properties of axes.

        Returns
        -------
        SecondaryAxis
        """
        return self._secondary("x", location, functions, kwargs)

    def secondary_yaxis(self, location: Any, functions: Any = None, **kwargs: Any) -> SecondaryAxis:
        """Add a y axis in another unit, as `secondary_xaxis`, at the "left", the "right" or a fraction of the width."""
        return self._secondary("y", location, functions, kwargs)

    @whole
    def _secondary(self, axis: str, location: Any, functions: Any, properties: dict[str, Any]) -> SecondaryAxis:
        current = self.figure._current
        place = location if isinstance(location, str) else float(location)
        added = self.figure._add_axes("secondary_axis", ax=self._part, axis=axis, location=place)[0]
        added._axis_names = (axis,)
        # As in matplotlib they are a part of these, and none of the figure's axes.
        self.figure._drop(added)
        self.figure.sca(current)
        if functions is not None:
            added.set_functions(functions)
        added.set(**properties)
        return cast(SecondaryAxis, added)

    def table(
        self, cellText: Any = None, cellColours: Any = None, cellLoc: str = "right", colWidths: Any = None,
        rowLabels: Any = None, rowColours: Any = None, rowLoc: str = "left", colLabels: Any = None,
        colColours: Any = None, colLoc: str = "center", loc: Any = "bottom", bbox: Any = None,
        edges: str = "closed", **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Draw a table of texts, row by row, below the axes unless `loc` or `bbox` say otherwise.

        Parameters
        ----------
        cellText, cellColours : list of list, optional
            The texts and the colours of the cells.
        cellLoc, rowLoc, colLoc : {"left", "center", "right"}
            Where texts are in their cells.
        colWidths : list of float, optional
            The widths of the columns as fractions of the axes.
        rowLabels, rowColours, colLabels, colColours : list, optional
            The labels of rows and columns, and their colours.
        loc : str, default: "bottom"
            Where the table is, in or beside the axes.
        bbox : Bbox or (float, float, float, float), optional
            The box that it fills instead, in fractions of the axes.
        edges : str, default: "closed"
            The edges that are drawn: "closed", "open", "horizontal",
            "vertical", or letters of BRTL.
        **kwargs
            Properties of the table.

        Returns
        -------
        Table
        """
        texts, colours = table_cells(cellText, cellColours)
        given = {"cell_loc": cellLoc, "row_loc": rowLoc, "col_loc": colLoc, "loc": loc, "edges": edges}
        given |= {"row_labels": row_of_texts(rowLabels), "col_labels": row_of_texts(colLabels)}
        given |= {"row_colours": row_of_colors(rowColours), "col_colours": row_of_colors(colColours)}
        given["bbox"] = None if bbox is None else [*map(float, bbox.bounds if isinstance(bbox, Bbox) else bbox)]
        given["col_widths"] = some(colWidths)
        return self._draw("table", kwargs, texts=texts, cell_colours=colours, **given)

    def convert_xunits(self, x: Any) -> Any:
        """Return the numbers of dates or categories on the x axis."""
        return self._call("convert_units", axis="x", values=x)["numbers"]

    def convert_yunits(self, y: Any) -> Any:
        """Return the numbers of dates or categories on the y axis."""
        return self._call("convert_units", axis="y", values=y)["numbers"]


class PolarAxes(Axes):
    """Axes of angles, in radians, and radii."""

    name = "polar"

    def set_theta_zero_location(self, loc: str, offset: float = 0.0) -> None:
        """Set where theta is zero: "N", "NW" and so on."""
        self._call("set_theta_zero_location", loc=loc)
        if offset:
            self._put(theta_offset=self._get("theta_offset") + np.deg2rad(offset))

    def set_theta_offset(self, offset: float) -> None:
        """Set where theta is zero, in radians from the right."""
        self._put(theta_offset=offset)

    def set_theta_direction(self, direction: Any) -> None:
        """Set the direction in which theta grows: 1 or "counterclockwise", -1 or "clockwise"."""
        self._put(theta_direction={1: "counterclockwise", -1: "clockwise"}.get(direction, direction))

    def set_rmax(self, rmax: float) -> None:
        """Set the outer limit of r."""
        self._put(rmax=float(rmax))

    def set_rmin(self, rmin: float) -> None:
        """Set the inner limit of r."""
        self._put(rmin=float(rmin))

    def set_rlim(self, bottom: Any = None, top: Any = None, **limits: Any) -> tuple[float, float]:
        """Set the limits of r."""
        return self._set_lim("rlim", bottom, top, limits, ("rmin", "rmax"))

    def set_rorigin(self, rorigin: float | None) -> None:
        """Set the radius at the centre."""
        self._put(rorigin=rorigin)

    def set_rlabel_position(self, value: float) -> None:
        """Set the angle of the labels of radii, in degrees."""
        self._put(rlabel_position=value)

    def set_thetamin(self, thetamin: float) -> None:
        """Set where a wedge starts, in degrees."""
        self._put(thetamin=float(thetamin))

    def set_thetamax(self, thetamax: float) -> None:
        """Set where a wedge ends, in degrees."""
        self._put(thetamax=float(thetamax))

    def set_rticks(self, ticks: Any) -> None:
        """Set the radii with ticks."""
        self._call("set_rgrids", radii=numbers(ticks))

    def set_rgrids(self, radii: Any, labels: Any = None, angle: float | None = None) -> None:
        """Set the radii with grid lines, and their labels."""
        self._call("set_rgrids", radii=numbers(radii))
        if labels is not None:
            self.set_yticklabels(labels)
        if angle is not None:
            self.set_rlabel_position(angle)

    def set_thetagrids(self, angles: Any, labels: Any = None) -> None:
        """Set the angles with grid lines, in degrees, and their labels."""
        self._call("set_thetagrids", angles=numbers(angles))
        if labels is not None:
            self.set_xticklabels(labels)
