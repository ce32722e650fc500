"""Films of plotreel's own figures: what `save` leaves as it was, and what `show` and loops write."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import plotreel
import plotreel.pyplot as plt
from plotreel.animation import FuncAnimation


@pytest.fixture(autouse=True)
def nothing_stays():
    yield
    plt.close("all")
    plt.rcdefaults()


def corner(name: str) -> tuple[int, ...]:
    """Return the colour of the upper left corner of a picture or of a film's first frame."""
    with Image.open(name) as picture:
        return picture.convert("RGB").getpixel((0, 0))


@pytest.mark.parametrize("style, expected", [("default", (255, 255, 255)), ("dark_background", (0, 0, 0))])
def test_a_film_with_a_facecolor_of_its_own_leaves_that_of_the_figure(style, expected):
    plt.style.use(style)
    fig, ax = plotreel.subplots(figsize=(1, 1))
    ani = FuncAnimation(fig, lambda i: ax.set_title(i), 2)
    ani.save("a.gif", savefig_kwargs={"facecolor": "red"})
    fig.savefig("a.png")
    assert corner("a.gif") == (255, 0, 0)
    assert corner("a.png") == expected


def test_a_film_has_the_dpi_of_rc_params():
    plt.rcParams["savefig.dpi"] = 50
    fig, ax = plotreel.subplots(figsize=(2, 1))
    assert FuncAnimation(fig, lambda i: ax.set_title(i), 2).save("a.gif").size == (100, 50)
    assert fig.dpi == 100
