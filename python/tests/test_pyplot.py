"""plotreel.pyplot: the current figure, styles, and what `show` writes."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

import plotreel
import plotreel.pyplot as plt


@pytest.fixture(autouse=True)
def nothing_stays():
    yield
    plt.close("all")
    plt.rcdefaults()


def written(fig: Any, **kwargs: Any) -> Image.Image:
    """Return the picture that `savefig` writes."""
    file = io.BytesIO()
    fig.savefig(file, **kwargs)
    return Image.open(file).convert("RGB")


def test_a_style_that_does_not_exist_is_refused_when_it_is_set():
    with pytest.raises(OSError, match="the nearest is 'ggplot'"):
        plt.style.use("ggplott")
    for put in (
        lambda: plt.rcParams.__setitem__("lines.linewidt", 1),
        lambda: plt.rcParams.update({"lines.linewidt": 1}),
        lambda: plt.rcParams.setdefault("lines.linewidt", 1),
        lambda: plt.rc("lines", linewidt=1),
    ):
        with pytest.raises(KeyError, match="lines.linewidth"):
            put()
    with pytest.raises(ValueError, match="lines.linewidth can't be \"-1\""):
        plt.rcParams["lines.linewidth"] = -1
    with pytest.raises(ValueError, match="savefig.dpi"):
        plt.rcParams["savefig.dpi"] = "large"
    plt.figure()


def test_all_style_sheets_can_be_used():
    for name in plt.style.available:
        with plt.style.context(name):
            plotreel.Figure()


def test_a_color_of_rc_params_has_all_forms():
    plt.rcParams["figure.facecolor"] = (1.0, 0.0, 0.0)
    assert written(plotreel.Figure()).getpixel((0, 0)) == (255, 0, 0)
    plt.rcParams["figure.facecolor"] = np.array([0.0, 0.0, 1.0])
    assert written(plotreel.Figure()).getpixel((0, 0)) == (0, 0, 255)


def test_settings_of_a_block_end_with_it():
    plt.rc("figure", facecolor="g")
    with plt.rc_context({"figure.facecolor": "r", "axes.grid": True}):
        assert plt.rcParams["figure.facecolor"] == "r"
    assert plt.rcParams["figure.facecolor"] == "g"
    assert "axes.grid" not in plt.rcParams
    with plt.style.context(["dark_background", {"figure.facecolor": "b"}], after_reset=True):
        assert written(plotreel.Figure()).getpixel((0, 0)) == (0, 0, 255)
    assert written(plotreel.Figure()).getpixel((0, 0)) == (0, 128, 0)
    plt.rcdefaults()
    assert written(plotreel.Figure()).getpixel((0, 0)) == (255, 255, 255)


def test_pictures_have_the_dpi_of_rc_params():
    fig = plotreel.Figure(figsize=(2, 1))
    plt.rcParams["savefig.dpi"] = 50
    assert written(fig).size == (100, 50)
    assert written(fig, dpi=80).size == (160, 80)
    assert written(fig, dpi="figure").size == (200, 100)


def test_figures_made_without_pyplot_become_current_ones():
    plt.figure()
    fig, ax = plotreel.subplots()
    plt.sca(ax)
    assert plt.gcf() is fig and plt.gca() is ax
    assert plt.get_fignums() == [1, 2]
    other = plotreel.Figure()
    assert plt.figure(other) is other and plt.gcf() is other
    plt.close(fig)
    assert plt.get_fignums() == [1, 3]
    plt.sca(ax)
    assert plt.gcf() is fig and fig.number == 2


def test_closing_a_closed_figure_leaves_the_one_with_its_number():
    first = plt.figure()
    plt.close(first)
    second = plt.figure()
    plt.close(first)
    assert plt.gcf() is second
