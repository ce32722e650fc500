"""Data of pandas and spans of time in figures of plotreel, compared with matplotlib's pictures of the same."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from pictures import assert_is_as_in_matplotlib

pd = pytest.importorskip("pandas")

Scene = Callable[[Any], Any]

days = np.arange("2024-01-01", "2024-01-04", dtype="datetime64[D]")
frame = pd.DataFrame({"a": [1.0, 2.0, 4.0, 8.0], "b": [2.0, 2.5, 3.0, 9.0]}, index=[10, 20, 30, 50])

SCENES: dict[str, Scene] = {
    "series": lambda ax: ax.plot(pd.Series([1, 2, 3], index=[10, 20, 30])),
    "sliced": lambda ax: ax.plot(frame["a"][1:], "o--"),
    "frame": lambda ax: ax.plot(frame),
    "dates": lambda ax: ax.plot(pd.Series([1, 3, 2], index=days)),
    "names": lambda ax: ax.plot(pd.Series([1, 3, 2], index=["x", "y", "z"])),
    "logarithmic": lambda ax: ax.semilogy(frame["b"]),
    "boxes": lambda ax: ax.boxplot(frame),
    "violins": lambda ax: ax.violinplot(frame),
    "histograms": lambda ax: ax.hist(frame),
    "hours": lambda ax: ax.bar(days, [1, 2, 3], width=np.timedelta64(12, "h")),
    # Of whole days matplotlib makes bars without width.
    "span": lambda ax: ax.bar(days.astype("datetime64[s]"), [1, 2, 3], width=datetime.timedelta(hours=6)),
    "spans": lambda ax: ax.bar(days, [1, 2, 3], width=pd.to_timedelta([6, 12, 18], unit="h")),
}


@pytest.mark.parametrize("scene", SCENES)
def test_pictures_are_those_of_matplotlib(scene: str) -> None:
    assert_is_as_in_matplotlib(lambda plt: SCENES[scene](plt.subplots(figsize=(4, 3), dpi=80)[1]))
