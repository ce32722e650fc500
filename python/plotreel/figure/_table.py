"""Tables and their cells."""

from __future__ import annotations

from typing import Any

import numpy as np

from plotreel.figure._artist import Artist
from plotreel.figure._color import color
from plotreel.figure._looks import looks
from plotreel.figure._names import unknown


class TableData(Artist):
    """The cells of a table: ``table[row, column]``; labels of rows are in column -1."""

    def __getitem__(self, cell: tuple[int, int]) -> Cell:
        row, column = cell
        if (row, column) not in self._part.cells(self._drawing()):
            raise KeyError(cell)
        return Cell(self, (int(row), int(column)))

    def get_celld(self) -> dict[tuple[int, int], Cell]:
        """Return all cells by row and column."""
        return {cell: Cell(self, cell) for cell in self._part.cells(self._drawing())}

    def set_cell_text(self, cellText: Any) -> None:
        """Set the texts of all cells except labels, row by row."""
        self._change("set_cell_text", [[str(text) for text in row] for row in cellText])

    def set_fontsize(self, size: float) -> None:
        """Set the size of all texts in points; it is reduced until they fit, unless `auto_set_font_size` is off."""
        self._change("set_fontsize", float(size))

    def scale(self, xscale: float, yscale: float) -> None:
        """Multiply the widths of all columns and the heights of all rows."""
        self._change("scale", float(xscale), float(yscale))

    def auto_set_font_size(self, value: bool = True) -> None:
        """Set whether the size of the texts is reduced until they fit the widths of their cells."""
        self.set(auto_font_size=value)

    def auto_set_column_width(self, col: Any) -> None:
        """Make a column, or several, as wide as their texts."""
        self._change("auto_set_column_width", [int(one) for one in np.atleast_1d(col)])


class CellPart:
    """A cell of a table, or its text, whose properties have setters and getters.

    Parameters
    ----------
    table : TableData
        The table.
    cell : (int, int)
        Row and column.
    """

    _is_text = False

    def __init__(self, table: TableData, cell: tuple[int, int]) -> None:
        self._table = table
        self._cell = cell

    def set(self, **properties: Any) -> None:
        """Set properties by name."""
        given = looks(properties, keep_none=True)
        self._table._part.set_cell(self._table._drawing(), (*self._cell, self._is_text), given)

    def _get(self, name: str) -> Any:
        return self._table._part.get_cell(self._table._drawing(), (*self._cell, self._is_text), name)

    def __getattr__(self, name: str) -> Any:
        verb, _, what = name.partition("_")
        if what and verb == "set":
            return lambda value: self.set(**{what: value})
        if what and verb == "get":
            return lambda: self._get(what)
        raise unknown(type(self).__name__, name, ["set", "set_facecolor", "set_text_props", "get_text"])


class Cell(CellPart):
    """A cell of a table: a rectangle with a text."""

    def get_text(self) -> CellText:
        """Return the text."""
        return CellText(self._table, self._cell)

    def set_text_props(self, **kwargs: Any) -> None:
        """Set properties of the text by name."""
        self.get_text().set(**kwargs)

    def set_fontsize(self, size: float) -> None:
        """Set the size of the text in points."""
        self.get_text().set(fontsize=float(size))

    def get_fontsize(self) -> float:
        """Return the size of the text in points."""
        return float(self.get_text()._get("fontsize"))

    @property
    def visible_edges(self) -> str:
        """The edges that are drawn: letters of BRTL."""
        return str(self._get("visible_edges"))

    @visible_edges.setter
    def visible_edges(self, value: str) -> None:
        self.set(visible_edges=value)


class CellText(CellPart):
    """The text of a cell."""

    _is_text = True

    def set_text(self, s: Any) -> None:
        """Set the text."""
        self.set(text=str(s))

    def get_text(self) -> str:
        """Return the text."""
        return str(self._get("text"))


def table_cells(texts: Any, colours: Any) -> tuple[list[list[str]], Any]:
    """Return the texts of cells, which are empty if only colours are given, and their colours."""
    if texts is None and colours is None:
        raise ValueError("a table needs cells: give cellText or cellColours")
    if colours is not None:
        colours = [row_of_colors(row) for row in colours]
    if texts is None:
        return [[""] * len(row) for row in colours], colours
    return [[str(text) for text in row] for row in texts], colours


def row_of_texts(given: Any) -> Any:
    """Return texts, or None."""
    return None if given is None else [str(text) for text in given]


def row_of_colors(given: Any) -> Any:
    """Return a colour for each cell of a row, or None."""
    return None if given is None else [color(one) for one in given]
