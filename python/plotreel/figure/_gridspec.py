"""Grids of subplots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plotreel.figure._looks import without_none

_PARAMS = ("left", "bottom", "right", "top")


class SubplotSpec:
    """Cells of a grid.

    Attributes
    ----------
    cells : tuple
        What the library knows of them.
    """

    def __init__(self, cells: tuple[Any, ...]) -> None:
        self.cells = cells

    def __eq__(self, other: object) -> bool:
        """Whether both are the same cells of one grid: settings decide only if both grids have some."""
        if not isinstance(other, SubplotSpec):
            return NotImplemented
        (rows, columns, ours, *where), (*grid, theirs, outer, down, along) = self.cells, other.cells
        same = [rows, columns, *where] == [*grid, outer, down, along]
        return same and (not ours or not theirs or bool(ours == theirs))

    def __hash__(self) -> int:
        rows, columns, _, _, *spans = self.cells
        return hash((rows, columns, *spans))

    @property
    def rowspan(self) -> range:
        """The rows."""
        return range(*self.cells[4])

    @property
    def colspan(self) -> range:
        """The columns."""
        return range(*self.cells[5])

    def is_first_row(self) -> bool:
        """Whether the cells begin at the top of the grid."""
        return self.rowspan.start == 0

    def is_last_row(self) -> bool:
        """Whether the cells end at the bottom of the grid."""
        return bool(self.rowspan.stop == self.cells[0])

    def is_first_col(self) -> bool:
        """Whether the cells begin at the left of the grid."""
        return self.colspan.start == 0

    def is_last_col(self) -> bool:
        """Whether the cells end at the right of the grid."""
        return bool(self.colspan.stop == self.cells[1])

    def get_gridspec(self) -> GridSpec:
        """Return the grid that they are cells of."""
        rows, columns, settings, outer, *_ = self.cells
        return GridSpec(rows, columns, _outer=outer, **settings)

    def subgridspec(self, nrows: int, ncols: int, **settings: Any) -> GridSpec:
        """Return a grid in these cells."""
        return GridSpec(nrows, ncols, _outer=self.cells, **settings)


class GridSpec:
    """A grid of rows and columns: ``fig.add_subplot(gs[0, 1:])``.

    Parameters
    ----------
    nrows, ncols : int
        The numbers of rows and columns.
    figure : Figure, optional
        Its figure.
    width_ratios, height_ratios : sequence of float, optional
        The relative widths of columns and heights of rows.
    wspace, hspace : float, optional
        The spaces between columns and rows, as fractions of a subplot.
    left, bottom, right, top : float, optional
        Its edges in fractions of the figure.
    """

    def __init__(
        self, nrows: int, ncols: int, figure: Any = None, *, _outer: Any = None, **settings: Any
    ) -> None:
        self.nrows, self.ncols, self.figure = nrows, ncols, figure
        given = without_none(settings)
        known = ("width_ratios", "height_ratios", "wspace", "hspace", *_PARAMS)
        for name, value in given.items():
            if name not in known:
                raise TypeError(f"GridSpec has no {name!r}")
            given[name] = [float(ratio) for ratio in value] if "ratios" in name else float(value)
        self._settings, self._outer = given, _outer

    def __getitem__(self, key: Any) -> SubplotSpec:
        if not isinstance(key, tuple):
            if isinstance(key, slice):
                first, last, _ = key.indices(self.nrows * self.ncols)
                (top, left), (bottom, right) = divmod(first, self.ncols), divmod(last - 1, self.ncols)
                return self._span((top, bottom + 1), (left, right + 1))
            key = divmod(range(self.nrows * self.ncols)[key], self.ncols)
        rows, columns = key
        return self._span(_range(rows, self.nrows), _range(columns, self.ncols))

    def _span(self, rows: tuple[int, int], columns: tuple[int, int]) -> SubplotSpec:
        return SubplotSpec((self.nrows, self.ncols, self._settings, self._outer, rows, columns))

    def __iter__(self) -> Iterator[SubplotSpec]:
        return (self[i] for i in range(self.nrows * self.ncols))

    def subplots(
        self, *, sharex: Any = False, sharey: Any = False, squeeze: bool = True, subplot_kw: Any = None
    ) -> Any:
        """Add axes at all cells to the grid's figure, as `Figure.subplots` does."""
        if self.figure is None:
            raise ValueError("the grid has no figure: make it by fig.add_gridspec")
        return self.figure._grid_subplots(self, sharex, sharey, squeeze, dict(subplot_kw or {}))

    def get_geometry(self) -> tuple[int, int]:
        """Return the numbers of rows and columns."""
        return self.nrows, self.ncols


def _range(key: Any, count: int) -> tuple[int, int]:
    if isinstance(key, slice):
        start, stop, _ = key.indices(count)
        return start, stop
    index = range(count)[key]
    return index, index + 1


def spec_of(args: tuple[Any, ...]) -> SubplotSpec:
    """Return the cells that the arguments of `Figure.add_subplot` mean."""
    if len(args) == 1 and isinstance(args[0], SubplotSpec):
        return args[0]
    if len(args) == 1:
        args = tuple(int(digit) for digit in str(args[0]))
    rows, columns, index = args or (1, 1, 1)
    first, last = index if isinstance(index, tuple) else (index, index)
    if not 1 <= first <= last <= rows * columns:
        raise ValueError(f"there is no subplot {index} of {rows} x {columns}: they are counted from 1")
    (top, left), (bottom, right) = divmod(first - 1, columns), divmod(last - 1, columns)
    return SubplotSpec((rows, columns, {}, None, (top, bottom + 1), (left, right + 1)))
