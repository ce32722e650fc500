"""Axes and subfigures at the cells of grids, and axes at any place."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from plotreel import _plotreel
from plotreel._errors import PlotreelWarning
from plotreel.figure._axes import AxesBase
from plotreel.figure._bbox import Bbox
from plotreel.figure._figure_core import FigureCore
from plotreel.figure._flat import Axes, PolarAxes, share_scaling
from plotreel.figure._gridspec import GridSpec, SubplotSpec, spec_of
from plotreel.figure._looks import without_none
from plotreel.figure._secondary import SecondaryAxis
from plotreel.figure._space import Axes3D
from plotreel.figure._whole import whole


_KINDS: dict[str, type[AxesBase]] = {
    "Axes": Axes,
    "PolarAxes": PolarAxes,
    "Axes3D": Axes3D,
    "SecondaryAxis": SecondaryAxis,
}


class Subplots(FigureCore):
    """The methods that add axes and subfigures."""

    def _add_axes(self, name: str, **arguments: Any) -> list[Any]:
        """Call a method that adds axes, and make the first of them the current ones."""
        owner: Any = self
        added = [_KINDS[part.kind](owner, part) for part in self._call(name, **arguments)["places"]]
        for figure in self._lineage():
            figure._axes += added
            figure._current = added[0]
        return added

    @whole
    def add_subplot(self, *args: Any, projection: str | None = None, polar: bool = False, sharex: Any = None,
                    sharey: Any = None, **kwargs: Any) -> Any:  # fmt: skip
        """Add axes at a cell of a grid: ``add_subplot(2, 1, 1)``, ``add_subplot(211)``, ``add_subplot(gs[0, :])``.

        Parameters
        ----------
        *args
            Rows, columns and a number from 1 on, or a pair of numbers; one
            number with these digits; or cells of a `GridSpec`.
        projection : {"rectilinear", "polar", "3d"}, optional
            The kind of the axes.
        sharex, sharey : Axes, optional
            Axes with which they have limits, scale and ticks together.
        **kwargs
            Properties of the axes.

        Returns
        -------
        Axes, PolarAxes or Axes3D
        """
        kind = "polar" if polar else projection
        spec = spec_of(args)
        ax = self._add_axes("add_subplot", spec=spec.cells, projection=kind)[0]
        ax._spec = spec
        ax._made_with = made_with(kind, kwargs | without_none({"sharex": sharex, "sharey": sharey}))
        return _finished(ax, sharex, sharey, kwargs)

    @whole
    def add_axes(self, rect: Any, projection: str | None = None, polar: bool = False, sharex: Any = None,
                 sharey: Any = None, **kwargs: Any) -> Any:  # fmt: skip
        """Add axes at left, bottom, width and height in fractions of the figure."""
        kind = "polar" if polar else projection
        bounds = rect.bounds if isinstance(rect, Bbox) else rect
        ax = self._add_axes("add_axes", rect=[float(side) for side in bounds], projection=kind)[0]
        return _finished(ax, sharex, sharey, kwargs)

    @whole
    def subplots(
        self, nrows: int = 1, ncols: int = 1, *, sharex: Any = False, sharey: Any = False,
        squeeze: bool = True, width_ratios: Any = None, height_ratios: Any = None,
        subplot_kw: Any = None, gridspec_kw: Any = None,
    ) -> Any:  # fmt: skip
        """Add a grid of axes.

        Returns
        -------
        Axes, or array of Axes
            The axes; a single one, or those of a single row or column, are
            not in rows and columns, unless `squeeze` is False.
        """
        given = without_none({"width_ratios": width_ratios, "height_ratios": height_ratios, **(gridspec_kw or {})})
        kw = dict(subplot_kw or {})
        ratios: dict[str, Any] = {name: given.pop(name) for name in ("width_ratios", "height_ratios") if name in given}
        shares = {"sharex": _share(sharex), "sharey": _share(sharey)}
        row = np.empty(nrows * ncols, object)
        if kw.get("projection") in (None, "rectilinear") and not kw.get("polar"):
            if given:
                self.subplots_adjust(**given)
            row[:] = self._flat_subplots(nrows, ncols, shares, ratios, kw)
        else:
            for name in [name for name, share in shares.items() if share != "none"]:
                warnings.warn(f"{name} has no effect: only flat axes share limits", PlotreelWarning, 3)
            row[:] = [self.add_subplot(cell, **kw) for cell in GridSpec(nrows, ncols, **ratios, **given)]
        axs = row.reshape(nrows, ncols)
        return _squeezed(axs) if squeeze else axs

    def _flat_subplots(
        self, rows: int, columns: int, shares: dict[str, str], ratios: dict[str, Any], kw: dict[str, Any]
    ) -> list[Any]:
        """Add a grid of flat axes, row by row."""
        ratios = _ratios(ratios)
        added = self._add_axes("subplots", nrows=rows, ncols=columns, **shares, **ratios)
        kw = {name: value for name, value in kw.items() if name not in ("projection", "polar")}
        others = {name: kw.pop(name, None) for name in ("sharex", "sharey")}
        for ax, cell in zip(added, GridSpec(rows, columns, **ratios)):
            ax._spec, ax._made_with = cell, made_with(None, kw)
            _finished(ax, others["sharex"], others["sharey"], kw)
        row = np.empty(len(added), object)
        row[:] = added
        for axis in "xy":
            share_scaling(row.reshape(rows, columns), axis, shares[f"share{axis}"])
        return added

    @whole
    def _grid_subplots(self, grid: GridSpec, sharex: Any, sharey: Any, squeeze: bool, kw: dict[str, Any]) -> Any:
        """Add axes at all cells of a grid."""
        axs: Any = np.empty((grid.nrows, grid.ncols), object)
        shares = {"sharex": _share(sharex), "sharey": _share(sharey)}
        for row, column in np.ndindex(axs.shape):
            first = {"all": axs[0, 0], "row": axs[row, 0], "col": axs[0, column], "none": None}
            others = {name: first[share] for name, share in shares.items()}
            axs[row, column] = self.add_subplot(grid[row, column], **{**others, **kw})
        for row, column in np.ndindex(axs.shape):
            # Only the outermost of axes that share have labels.
            for axis, share, is_inner in (
                ("x", shares["sharex"] in ("all", "col"), row + 1 < grid.nrows),
                ("y", shares["sharey"] in ("all", "row"), column > 0),
            ):
                if share and is_inner:
                    axs[row, column]._hide_tick_labels(axis)
        return _squeezed(axs) if squeeze else axs

    def add_gridspec(self, nrows: int = 1, ncols: int = 1, **kwargs: Any) -> GridSpec:
        """Return a grid for subplots of this figure."""
        return GridSpec(nrows, ncols, self, **kwargs)

    @whole
    def subplot_mosaic(
        self, mosaic: Any, *, sharex: bool = False, sharey: bool = False, empty_sentinel: str = ".",
        subplot_kw: Any = None, gridspec_kw: Any = None, **ratios: Any,
    ) -> dict[str, Any]:  # fmt: skip
        """Add axes by a picture of them, such as ``"AB;CC"``; return them by name."""
        if isinstance(mosaic, str):
            lines = mosaic.strip().replace(";", "\n").splitlines()
            mosaic = [list(line.strip()) for line in lines]
        names = np.asarray(mosaic, object)
        rows, columns = names.shape
        grid = GridSpec(rows, columns, self, **(gridspec_kw or {}), **ratios)
        axs: dict[str, Any] = {}
        for name in dict.fromkeys(names.ravel()):
            if name != empty_sentinel:
                down, along = np.nonzero(names == name)
                cells = grid[down.min() : down.max() + 1, along.min() : along.max() + 1]
                first = next(iter(axs.values()), None)
                shares: dict[str, Any] = {"sharex": first if sharex else None, "sharey": first if sharey else None}
                axs[name] = self.add_subplot(cells, **shares, **(subplot_kw or {}))
        for ax in axs.values():
            if sharex:
                ax._label_outer("x", False)
            if sharey:
                ax._label_outer("y", False)
        return axs

    @whole
    def subfigures(
        self, nrows: int = 1, ncols: int = 1, squeeze: bool = True, wspace: float | None = None,
        hspace: float | None = None, width_ratios: Any = None, height_ratios: Any = None, **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Add a grid of subfigures.

        Parameters
        ----------
        nrows, ncols : int, default: 1
            The numbers of rows and columns.
        squeeze : bool, default: True
            Whether a single one, or those of a single row or column, are not
            in rows and columns.
        wspace, hspace : float, optional
            The spaces between columns and rows, as fractions of their mean
            width and height.
        width_ratios, height_ratios : sequence of float, optional
            The relative widths of columns and heights of rows.
        **kwargs
            Properties of the subfigures: facecolor, edgecolor, linewidth and
            so on.

        Returns
        -------
        SubFigure, or array of SubFigure
        """
        ratios = _ratios({"width_ratios": width_ratios, "height_ratios": height_ratios})
        given: dict[str, Any] = {"nrows": nrows, "ncols": ncols, "wspace": wspace, "hspace": hspace}
        parts = self._call("subfigures", **given, **ratios)["places"]
        row = np.empty(len(parts), object)
        row[:] = [self._add_subfigure(part, kwargs) for part in parts]
        grid = row.reshape(nrows, ncols)
        return _squeezed(grid) if squeeze else grid

    @whole
    def add_subfigure(self, subplotspec: SubplotSpec, **kwargs: Any) -> Any:
        """Add a subfigure at cells of a `GridSpec`; other arguments are its properties."""
        return self._add_subfigure(self._call("add_subfigure", spec=subplotspec.cells)["places"][0], kwargs)

    def _add_subfigure(self, part: _plotreel.Part, properties: dict[str, Any]) -> Any:
        from plotreel.figure._subfigure import SubFigure

        sub = SubFigure(self, part)
        self.subfigs.append(sub)
        sub.set(**properties)
        return sub

    def subplots_adjust(self, left: Any = None, bottom: Any = None, right: Any = None, top: Any = None,
                        wspace: Any = None, hspace: Any = None) -> None:  # fmt: skip
        """Set margins and spaces of the subplots."""
        given = {"left": left, "bottom": bottom, "right": right, "top": top, "wspace": wspace, "hspace": hspace}
        self._call("subplots_adjust", **{name: float(edge) for name, edge in without_none(given).items()})

    def gca(self) -> Any:
        """Return the current axes; there are always some."""
        if self._current is None or self._current not in self._axes:
            return self._axes[-1] if self._axes else self.add_subplot()
        return self._current


def _ratios(given: dict[str, Any]) -> dict[str, list[float]]:
    """Return the ratios that are given, by name, as numbers."""
    return {name: [float(ratio) for ratio in value] for name, value in without_none(given).items()}


def _squeezed(grid: Any) -> Any:
    """Return the single one of a grid, those of a single row or column as a row, or the grid."""
    return grid.item() if grid.size == 1 else grid.squeeze()


def _finished(ax: Any, sharex: Any, sharey: Any, properties: dict[str, Any]) -> Any:
    """Return new axes with those that they share an axis with, and with their properties."""
    for axis, other in (("x", sharex), ("y", sharey)):
        if other is not None:
            if not hasattr(type(ax), "sharex"):
                raise TypeError(f"share{axis} is for flat axes: {type(ax).__name__} share no limits")
            ax._share(axis, other)
    ax.set(**properties)
    return ax


def made_with(kind: str | None, kwargs: dict[str, Any]) -> str:
    """Return a text for the kind and the properties of axes, which is the same if they are."""
    return repr((kind or "rectilinear", sorted(kwargs.items(), key=lambda pair: pair[0])))


def _share(given: Any) -> str:
    return ("all" if given else "none") if isinstance(given, bool) else str(given)
