"""Axes and figures of plotreel's own: what they refuse, and what they hand out."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest

import plotreel
import plotreel.pyplot as plt


@pytest.fixture(autouse=True)
def no_figures():
    yield
    plt.close("all")


def test_artists_of_axes_are_not_a_list_to_change():
    ax = plotreel.Figure().add_subplot()
    first, second = ax.plot([0, 1], [[0, 1], [1, 0]])
    assert list(ax.lines) == [first, second] and ax.lines[-1] is second
    assert ax.lines + ax.texts == [first, second] == [] + ax.lines
    for change in (lambda: ax.lines.pop(0), lambda: ax.collections.clear(), lambda: ax.texts.append(first)):
        with pytest.raises(AttributeError, match=r"call remove\(\) of an artist"):
            change()
    with pytest.raises(TypeError):
        del ax.lines[0]
    ax.lines[0].remove()
    assert ax.lines == [second]
