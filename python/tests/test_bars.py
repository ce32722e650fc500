"""Single bars of plotreel's own figures."""

from __future__ import annotations

import numpy as np
import pytest

import plotreel.pyplot as plt
from plotreel.animation import ArtistAnimation


@pytest.fixture
def bars():
    yield plt.subplots(figsize=(2, 2))[1].bar([1, 2, 3], [3, 4, 5])
    plt.close("all")


def test_a_bar_has_its_own_looks(bars):
    bars[1].set_alpha(0.5)
    bars[1].set(fc="r", hatch="/")
    bars[2].set_edgecolor("k")
    bars[2].linewidth = 3
    assert [bar.get_alpha() for bar in bars] == [None, 0.5, None]
    assert bars.get_facecolor() == ["C0", "#ff000080", "C0"]
    assert bars.get_edgecolor() == ["none", "none", "#000000"]
    assert (bars.get_hatch(), bars.get_linewidth()) == (["", "/", ""], [1, 1, 3])


def test_the_opacity_of_all_bars_becomes_that_of_each_when_one_gets_another(bars):
    bars.set_alpha(0.5)
    bars[0].set_alpha(1)
    assert [bar.get_alpha() for bar in bars] == [1, 0.5, 0.5]


def test_bars_are_sliced_and_set_together(bars):
    plt.setp(bars[0:2], height=7)
    assert [bar.height for bar in bars] == [7, 7, 5]
    plt.setp(bars, color="r")
    assert bars.get_facecolor() == ["#ff0000"]


def test_a_name_that_a_bar_does_not_have_is_an_error(bars):
    with pytest.raises(AttributeError, match="nearest is 'height'"):
        bars[0].heigth = 3


def test_the_bars_of_a_list_are_frames(tmp_path):
    fig, ax = plt.subplots(figsize=(2, 2))
    frames = [list(ax.bar([1, 2], [i, 3])) for i in (1, 2)]
    ArtistAnimation(fig, frames).save(tmp_path / "bars.gif", fps=5)
    assert [bars[0]._bars.get_visible() for bars in frames] == [False, True]
    assert np.ptp(fig.canvas_pixels()[..., 0]) > 0
    plt.close("all")
