"""Pictures of the figures of plotreel's pyplot beside those of matplotlib's."""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image

import plotreel.pyplot


def pixels(pyplot: Any) -> np.ndarray[Any, Any]:
    """Return the pixels of the current figure, and close all."""
    file = io.BytesIO()
    pyplot.gcf().savefig(file, format="png")
    pyplot.close("all")
    return np.asarray(Image.open(file).convert("RGB"), float)


def module_of(pyplot: Any, name: str) -> Any:
    """Return the module of this name, ticker say, of the package that pyplot belongs to."""
    return importlib.import_module(f"{pyplot.__name__.partition('.')[0]}.{name}")


def assert_is_as_in_matplotlib(scene: Callable[[Any], Any], rms: float = 0.5, off: float = 0.01) -> None:
    """Draw a scene by both and compare the pixels, of which a share may be off by more than 8."""
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("agg")
    from matplotlib import pyplot

    pictures = []
    for one in (plotreel.pyplot, pyplot):
        scene(one)
        pictures.append(pixels(one))
    own, expected = pictures
    assert own.shape == expected.shape
    difference = np.abs(own - expected)
    drawn = (expected != expected[0, 0]).any(2) | (own != own[0, 0]).any(2)
    assert np.sqrt((difference**2).mean()) <= rms
    assert (difference.max(2) > 8)[drawn].mean() <= off
