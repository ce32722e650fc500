"""Colours in all of matplotlib's forms."""

from __future__ import annotations

from typing import Any

import numpy as np


def color(given: Any) -> Any:
    """Return a colour or several as texts: tuples of numbers become "#rrggbbaa"."""
    if isinstance(given, str) or given is None:
        return given
    if isinstance(given, np.ndarray):
        given = given.tolist()
    if isinstance(given, (tuple, list)):
        if len(given) in (3, 4) and all(isinstance(part, (int, float, np.number)) for part in given):
            if not all(0 <= part <= 1 for part in given):
                raise ValueError(f"a color can't be {given}: its numbers must be from 0 to 1")
            channels = [round(float(part) * 255) for part in given]
            return "#" + "".join(f"{channel:02x}" for channel in channels)
        if len(given) == 2 and isinstance(given[0], (str, tuple)) and isinstance(given[1], (int, float)):
            return (color(given[0]), given[1])
        return [color(one) for one in given]
    return given
