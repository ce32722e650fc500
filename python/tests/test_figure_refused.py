"""Calls that are refused leave nothing behind, and say what they do not know."""

from __future__ import annotations

import numpy as np
import pytest

import plotreel
import plotreel.pyplot as plt

X = [1.0, 2.0, 3.0]
GRID = np.arange(12.0).reshape(3, 4)


pytestmark = pytest.mark.usefixtures("no_figures")


# Each has steps before the one that is refused.
REFUSED = {
    "colorbar": lambda fig, ax: fig.colorbar(ax.images[0], foo=3),
    "colorbar_ticks": lambda fig, ax: fig.colorbar(ax.images[0], format="{x:q}"),
    "add_subplot": lambda fig, ax: fig.add_subplot(2, 2, 1, foo=3),
    "add_axes": lambda fig, ax: fig.add_axes([0, 0, 1, 1], facecolor="no colour"),
    "subplots": lambda fig, ax: fig.subplots(2, 2, subplot_kw={"foo": 3}),
    "mosaic": lambda fig, ax: fig.subplot_mosaic("AB", subplot_kw={"foo": 3}),
    "subfigures": lambda fig, ax: fig.subfigures(1, 2, foo=3),
    "suptitle": lambda fig, ax: fig.suptitle("title", x="left"),
    "inset_axes": lambda fig, ax: ax.inset_axes([0, 0, 1, 1], foo=3),
    "secondary_xaxis": lambda fig, ax: ax.secondary_xaxis("top", functions=3),
    "secondary_color": lambda fig, ax: ax.secondary_xaxis("top", color="no colour"),
    "errorbar": lambda fig, ax: ax.errorbar(X, X, yerr=1, fmt="none", foo=3),
    "errorbar_alpha": lambda fig, ax: ax.errorbar(X, X, yerr=1, fmt="none", alpha=5),
    "bar": lambda fig, ax: ax.bar(X, X, tick_label=["a"], yerr=[1, 2]),
    "barh": lambda fig, ax: ax.barh(X, X, xerr=1, error_kw={"foo": 3}),
    "hist": lambda fig, ax: ax.hist(X, label=3, foo=3),
    "pie": lambda fig, ax: ax.pie(X, wedgeprops={"foo": 3}),
    "boxplot": lambda fig, ax: ax.boxplot(X, medianprops={"foo": 3}),
    "violinplot": lambda fig, ax: ax.violinplot(X, foo=3),
    "eventplot": lambda fig, ax: ax.eventplot([X, X], colors=["r", "no colour"]),
    "stackplot": lambda fig, ax: ax.stackplot(X, X, X, colors=["r", "no colour"]),
    "imshow": lambda fig, ax: ax.imshow(GRID, aspect="wide"),
    "quiver": lambda fig, ax: ax.quiver(X, X, X, X, X, clim="low"),
    "axhline": lambda fig, ax: ax.axhline(9, "left"),
    "axvspan": lambda fig, ax: ax.axvspan(8, 9, 0, "top"),
    "loglog": lambda fig, ax: ax.loglog(X, X, foo=3),
    "plot": lambda fig, ax: ax.plot(X, X, "r", X, [1, 2], "b"),
    "set_xticks": lambda fig, ax: ax.set_xticks([1, 2], ["a", "b"], foo=3),
    "legend": lambda fig, ax: ax.legend(foo=3),
    "table": lambda fig, ax: ax.table([["a"]], foo=3),
}


@pytest.mark.parametrize("call", REFUSED.values(), ids=REFUSED.keys())
def test_a_refused_call_leaves_a_figure_as_it_was(call):
    fig, ax = plotreel.subplots()
    ax.imshow(GRID)
    before = (fig.canvas_pixels(), fig.axes, ax.get_children(), ax.get_xlim(), ax.get_xscale(), fig.gca())
    with pytest.raises((TypeError, ValueError, AttributeError, IndexError)):
        call(fig, ax)
    after = (fig.canvas_pixels(), fig.axes, ax.get_children(), ax.get_xlim(), ax.get_xscale(), fig.gca())
    assert np.array_equal(before[0], after[0])
    assert before[1:] == after[1:]
    # Nor has it taken a colour of the cycle.
    assert ax.plot(X, X)[0].get_color() == "C0"


def test_refused_labels_of_bars_with_errors_are_not_there():
    ax = plotreel.Figure().add_subplot()
    bars = ax.bar(X, X, yerr=1)
    before = ax.get_children()
    with pytest.raises(IndexError):
        ax.bar_label(bars, labels=["a"])
    assert ax.get_children() == before


def test_a_refused_call_in_space_leaves_no_contours():
    fig, ax = plotreel.subplots(subplot_kw={"projection": "3d"})
    x, y = np.meshgrid(X, X)
    with pytest.raises(ValueError):
        ax.contour(x, y, x * y, offset="low")
    assert ax.get_children() == []


def test_properties_of_a_line_that_is_not_drawn_are_those_of_lines():
    ax = plotreel.Figure().add_subplot()
    ax.errorbar(X, X, yerr=1, fmt="none", marker="o", ecolor="r")
    with pytest.raises(AttributeError, match="marker"):
        ax.errorbar(X, X, yerr=1, fmt="none", markr="o")


def test_a_refused_figure_of_pyplot_is_not_there():
    for call in (
        lambda: plt.subplots(2, 2, subplot_kw={"foo": 3}),
        lambda: plt.subplots(foo=3),
        lambda: plt.subplot_mosaic("AB", subplot_kw={"foo": 3}),
    ):
        with pytest.raises((TypeError, AttributeError)):
            call()
    assert plt.get_fignums() == []


def test_a_refused_size_is_not_kept() -> None:
    fig = plotreel.Figure((4, 3), dpi=80)
    for size in ((-1, 1), (0, 1), (float("nan"), 1)):
        with pytest.raises(ValueError):
            fig.set_size_inches(*size)
    with pytest.raises(ValueError):
        fig.set_dpi(0)
    assert fig.get_size_inches().tolist() == [4, 3] and fig.get_dpi() == 80
    assert np.shape(fig.canvas.buffer_rgba()) == (240, 320, 4)
