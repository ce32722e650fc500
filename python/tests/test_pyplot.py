"""plotreel.pyplot: the current figure, styles, and what `show` writes."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pictures import assert_is_as_in_matplotlib

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
    with pytest.raises(ValueError, match="savefig.dpi can't be \"large\""):
        plt.rcParams["savefig.dpi"] = "large"
    with pytest.raises(TypeError, match="a style can't be 3"):
        plt.style.use([3])
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


def test_sizes_of_rc_params_may_be_arrays():
    plt.rcParams["figure.figsize"] = np.array([2, 1])
    assert plt.figure().pixels == (200, 100)


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
    plt.rcParams["savefig.dpi"] = np.int64(50)
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


def test_subplot_returns_the_axes_that_are_there():
    first = plt.subplot(2, 1, 1)
    assert plt.subplot(211) is first and len(plt.gcf().axes) == 1
    second = plt.subplot(2, 1, 2, title="below")
    assert plt.subplot(211) is first and plt.gca() is first
    assert plt.subplot(212) is second
    assert plt.subplot(2, 1, 2, title="below") is second
    assert plt.subplot(212, polar=True) is not second
    assert plt.subplot(2, 2, 1) is not first


@pytest.mark.parametrize("kwargs", [{}, {"height_ratios": [1, 2]}, {"sharex": True}])
def test_subplot_returns_the_axes_that_subplots_made(kwargs):
    fig, axs = plt.subplots(2, 1, **kwargs)
    assert plt.subplot(211) is axs[0] and plt.subplot(2, 1, 2) is axs[1]
    assert len(fig.axes) == 2


def test_subplots_of_a_named_kind_share_limits():
    pictures = []
    for kw in ({"projection": "rectilinear", "title": "a"}, {"title": "a"}):
        fig, axs = plt.subplots(2, 1, sharex=True, subplot_kw=kw)
        axs[0].set_xlim(0, 7)
        pictures.append(fig.canvas_pixels())
    assert np.array_equal(*pictures)
    with pytest.warns(plotreel.PlotreelWarning, match="sharey has no effect"):
        plt.subplots(2, 1, sharey=True, subplot_kw={"projection": "polar"})


def test_label_outer_leaves_the_labels_at_the_edges():
    fig, axs = plt.subplots(2, 2)
    for ax in axs.flat:
        ax.set(xlabel="x", ylabel="y")
        ax.label_outer()
    assert [ax.get_xlabel() for ax in axs.flat] == ["", "", "x", "x"]
    assert [ax.get_ylabel() for ax in axs.flat] == ["y", "", "y", ""]


def outer_labels(pyplot: Any) -> None:
    for ax in pyplot.subplots(2, 2, figsize=(4, 3))[1].flat:
        ax.set(xlabel="x", ylabel="y")
        ax.label_outer(remove_inner_ticks=True)


def cells(pyplot: Any) -> None:
    pyplot.subplot2grid((2, 3), (0, 0), colspan=2).plot([0, 1])
    pyplot.subplot2grid((2, 3), (0, 2), rowspan=2)


def matrix(pyplot: Any) -> None:
    pyplot.matshow(np.arange(30).reshape(3, 10))
    pyplot.colorbar()


def style_of_a_block(pyplot: Any) -> None:
    with pyplot.style.context("ggplot"), pyplot.rc_context({"lines.linewidth": 4, "axes.facecolor": (0.5, 0.5, 1)}):
        pyplot.plot([0, 1])


@pytest.mark.parametrize("scene", [outer_labels, cells, matrix, style_of_a_block], ids=lambda scene: scene.__name__)
def test_functions_of_pyplot_have_the_pixels_of_matplotlib(scene):
    assert_is_as_in_matplotlib(scene)


def test_a_still_that_can_not_be_drawn_keeps_the_old_file(tmp_path):
    file = tmp_path / "good.png"
    fig, ax = plt.subplots()
    fig.savefig(file)
    old = file.read_bytes()
    with pytest.raises(TypeError, match="foo"):
        fig.savefig(file, foo=1)
    ax.xaxis.set_major_formatter(lambda value, place: str(1 / 0))
    with pytest.raises(ZeroDivisionError):
        fig.savefig(file)
    assert file.read_bytes() == old


def test_a_refused_call_leaves_no_artist_behind():
    ax = plotreel.Figure().add_subplot()
    with pytest.raises(ValueError, match="alpha"):
        ax.errorbar([1, 2], [1, 2], yerr=1, alpha=5)
    ax.plot([10, 11], [0, 1])
    assert ax.get_xlim() == pytest.approx((9.95, 11.05))
