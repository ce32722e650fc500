"""Pictures of figures in files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from plotreel.figure._looks import looks, without_none
from plotreel.figure._names import ALL_OF_IT
from plotreel.figure._style import rcParams

if TYPE_CHECKING:
    from plotreel.figure._figure import Figure


def savefig(figure: Figure, fname: Any, dpi: Any, format: str | None, options: dict[str, Any]) -> None:
    """Write a figure to a file or a file object, as `Figure.savefig` does."""
    if format is not None and format.lower() != "png":
        raise ValueError(f"format can't be {format!r}: a figure is written as png; {ALL_OF_IT}")
    given = without_none(options)
    if "metadata" in given:
        given["metadata"] = [(str(key), str(text)) for key, text in given["metadata"].items()]
    dpi = rcParams["savefig.dpi"] if dpi is None else dpi
    given["dpi"] = None if dpi == "figure" else float(dpi)
    if hasattr(fname, "write"):
        fname.write(figure._call("savefig", **looks(given))["file"])
        return
    path = os.fspath(fname) if isinstance(fname, (str, os.PathLike)) else None
    if not isinstance(path, str):
        raise TypeError(f"fname can't be {fname!r}: give a path as text, or a file that is open for bytes")
    # With a format the name stays as it is, as in matplotlib.
    if format is None and not os.path.splitext(path)[1]:
        path += ".png"
    figure._call("savefig", fname=path, format=format, **looks(given))
