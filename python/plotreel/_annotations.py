"""Converts tables, boxes, colormaps and norms from Python objects for the library."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

Cells = tuple[list[str], list[list[str]]]
"""The names of columns, and rows of cells."""


def table(given: Any, itr: Any) -> str | os.PathLike[str] | Cells | None:
    """Return a path, or columns and rows.

    Parameters
    ----------
    given : path_like, mapping of str to sequence, or pandas.DataFrame
        The user's value.
    itr : iterable
        The frames. For an xarray DataArray without a given table, the table is
        made from its first coordinate, by its name and as "time".
    """
    if given is None:
        return _coordinates(itr)
    if isinstance(given, (str, os.PathLike)):
        return given
    columns = {str(name): list(given[name]) for name in given}
    lengths = {len(values) for values in columns.values()}
    if len(lengths) > 1:
        raise ValueError(
            f"the table's columns have {sorted(lengths)} values: give each one value for every frame"
        )
    return list(columns), [[_cell(value) for value in row] for row in zip(*columns.values())]


def boxes(given: Any) -> Any:
    """Return a path, or boxes of (frame, (x, y, width, height), text, color).

    Parameters
    ----------
    given : path_like, iterable of sequences or mappings, or pandas.DataFrame
        The user's value; a sequence is (frame, x, y, width, height), and
        optionally text and color.
    """
    if given is None or isinstance(given, (str, os.PathLike)):
        return given
    records = given.to_dict("records") if hasattr(given, "to_dict") else given
    return [_box(record) for record in records]


def cmap(given: Any) -> Any:
    """Return a name, or (name, colours, (under, over, bad)) of a matplotlib Colormap, in bytes."""
    if given is None or isinstance(given, str):
        return given
    size = int(given.N)
    indices = np.array([*range(size), -1, size, np.nan])
    inside = np.isfinite(indices)
    colors = np.empty((size + 3, 4), np.uint8)
    colors[inside] = given(indices[inside].astype(int), bytes=True)
    colors[~inside] = given(indices[~inside], bytes=True)
    *within, under, over, bad = (tuple(map(int, color)) for color in colors)
    return str(given.name), within, (under, over, bad)


def norm(given: Any, vmin: float | None, vmax: float | None) -> tuple[Any, float | None, float | None]:
    """Return the text of a norm and its limits, from a text or a matplotlib norm."""
    if given is None or isinstance(given, str):
        return given, vmin, vmax
    kinds: dict[str, Callable[[], str]] = {
        "Normalize": lambda: "linear",
        "LogNorm": lambda: "log",
        "SymLogNorm": lambda: f"symlog:{given.linthresh!r}",
        "PowerNorm": lambda: f"power:{given.gamma!r}",
        "TwoSlopeNorm": lambda: f"twoslope:{given.vcenter!r}",
        "BoundaryNorm": lambda: "boundary:" + ",".join(repr(float(b)) for b in given.boundaries),
    }
    kind = type(given).__name__
    if kind not in kinds:
        raise TypeError(f"a norm can't be a {kind}: give one of {', '.join(kinds)}, or a text")
    scale: Any = getattr(given, "_scale", None)
    if getattr(given, "clip", False):
        raise ValueError(f"a {kind} with clip=True is not supported: omit clip")
    if getattr(given, "extend", "neither") != "neither":
        raise ValueError("extend of a BoundaryNorm is not supported: omit it")
    if kind == "SymLogNorm" and (scale.linscale, scale.base) != (1.0, 10):
        raise ValueError("a SymLogNorm must have linscale=1 and base=10")
    if kind == "BoundaryNorm":
        return kinds[kind](), vmin, vmax
    own_vmin = given.vmin if vmin is None else vmin
    own_vmax = given.vmax if vmax is None else vmax
    return kinds[kind](), own_vmin, own_vmax


def _coordinates(itr: Any) -> Cells | None:
    dims = getattr(itr, "dims", None)
    coords = getattr(itr, "coords", None)
    if not dims or coords is None or dims[0] not in coords:
        return None
    name = str(dims[0])
    cells = [_cell(value) for value in np.asarray(coords[dims[0]])]
    columns = [name] if name == "time" else [name, "time"]
    return columns, [[cell] * len(columns) for cell in cells]


def _box(record: Any) -> tuple[int, list[float], str, str | None]:
    names = ("frame", "x", "y", "width", "height", "text", "color")
    if isinstance(record, Mapping):
        known: dict[str, Any] = {str(name): value for name, value in record.items()}
        if "colour" in known:
            known["color"] = known.pop("colour")
    else:
        known = dict(zip(names, record))
        if len(list(record)) > len(names):
            raise ValueError(f"the box {record!r} has more values than {', '.join(names)}")
    missing = [name for name in names[:5] if name not in known]
    unknown = [name for name in known if name not in names]
    if missing or unknown:
        what = f"no {missing[0]}" if missing else f"an unknown {unknown[0]!r}"
        raise ValueError(f"the box {record!r} has {what}: give {', '.join(names)}")
    color = known.get("color")
    rect = [float(known[name]) for name in names[1:5]]
    text = known.get("text")
    return (
        int(known["frame"]),
        rect,
        "" if text is None else str(text),
        None if color is None else str(color),
    )


def _cell(value: Any) -> str:
    if isinstance(value, np.generic) and value.dtype.kind in "mM":
        return str(value)
    if isinstance(value, (np.generic, np.ndarray)):
        value = value.item()
    return str(value)


