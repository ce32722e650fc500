"""Parts of plotreel's own figures: subfigures, shared and secondary axes, tables, voxels, dates, places."""

from __future__ import annotations

import datetime
from typing import Any

import numpy as np
import pytest
from figure_part_scenes import DAYS, SCENES
from pictures import assert_is_as_in_matplotlib

import plotreel
import plotreel.dates as mdates
import plotreel.pyplot as plt


pytestmark = pytest.mark.usefixtures("no_figures")


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_a_part_has_the_pixels_of_matplotlib(scene):
    assert_is_as_in_matplotlib(scene)


@pytest.mark.parametrize("make", [lambda fig: fig.subplots(2, sharex=True), lambda fig: sharing(fig)])
def test_limits_of_axes_that_share_them_are_those_of_all(make):
    first, second = make(plotreel.Figure())
    first.plot([0, 10], [0, 1])
    assert second.get_xlim() == pytest.approx((-0.5, 10.5))
    second.set_xlim(right=5)
    assert first.get_xlim() == pytest.approx((-0.5, 5))
    assert first.get_ylim() == pytest.approx((-0.05, 1.05)) and second.get_ylim() == (0, 1)


def sharing(fig: plotreel.Figure) -> Any:
    first = fig.add_subplot(2, 1, 1)
    return first, fig.add_subplot(2, 1, 2, sharex=first)


def test_a_twin_has_the_limits_of_its_axes():
    ax = plotreel.Figure().add_subplot()
    twin = ax.twinx()
    ax.plot([2, 4], [0, 1])
    assert twin.get_xlim() == ax.get_xlim() == pytest.approx((1.9, 4.1))


def test_axes_that_can_not_share_are_refused():
    fig = plotreel.Figure()
    ax = fig.add_subplot(2, 1, 1)
    for make, message in (
        (lambda: fig.add_subplot(2, 1, 2, projection="3d", sharex=ax), "share no limits"),
        (lambda: fig.add_subplot(2, 1, 2, polar=True, sharex=ax), "flat axes"),
        (lambda: fig.add_subplot(2, 1, 2, sharey=plotreel.Figure().add_subplot()), "same figure"),
        (lambda: fig.add_subplot(2, 1, 2, sharey="all"), "takes flat axes"),
        (lambda: ax.sharex(ax), "share it with no others"),
    ):
        with pytest.raises((TypeError, ValueError), match=message):
            make()
    assert fig.axes == [ax]


def test_a_secondary_axis_has_the_limits_of_its_axes_in_its_unit():
    fig, ax = plotreel.subplots()
    ax.set_xlim(0, 100)
    above = ax.secondary_xaxis("top", functions=(lambda c: 1.8 * c + 32, lambda f: (f - 32) / 1.8))
    assert above.get_xlim() == (32, 212)
    assert fig.axes == [ax] and fig.gca() is ax
    with pytest.raises(ValueError, match="give a pair"):
        above.set_functions(lambda x: x)


def test_an_exception_of_a_function_of_an_axis_is_passed_on():
    fig, ax = plotreel.subplots()
    ax.secondary_xaxis("top", functions=(lambda x: 1 / 0, lambda x: x))
    with pytest.raises(ZeroDivisionError):
        fig.canvas_pixels()


def test_what_axes_have_not_is_an_error_and_no_endless_call():
    fig, ax = plotreel.subplots()
    for call, message in (
        (lambda: ax.set(transform=ax.transAxes), "coordinates"),
        (lambda: ax.set_cmap("magma"), "cmap"),
        (lambda: setattr(ax, "use_sticky_edges", False), "use_sticky_edges"),
        (lambda: plotreel.GridSpec(2, 2).subplots(), "add_gridspec"),
    ):
        with pytest.raises((AttributeError, ValueError), match=message):
            call()


def test_a_grid_is_that_of_its_subplots():
    fig, axs = plotreel.subplots(2, 3)
    grid = axs[0, 1].get_gridspec()
    for ax in axs[:, 2]:
        ax.remove()
    tall = fig.add_subplot(grid[:, 2])
    assert len(fig.axes) == 5
    assert tall.get_position().x0 == pytest.approx(axs[0, 2].get_position().x0)
    assert tall.get_position().height == pytest.approx(0.77)


def test_events_are_told_to_have_no_window():
    fig = plotreel.Figure()
    fig.canvas.manager.set_window_title("a")
    with pytest.warns(plotreel.PlotreelWarning, match="there is no window"):
        fig.canvas.mpl_connect("button_press_event", print)


def test_a_place_is_that_of_a_fixed_aspect():
    fig, ax = plotreel.subplots(figsize=(4, 4))
    assert ax.get_position().bounds == pytest.approx((0.125, 0.11, 0.775, 0.77))
    ax.set_position([0, 0, 1, 0.5])
    ax.set_aspect("equal")
    assert ax.get_position().bounds == pytest.approx((0.25, 0, 0.5, 0.5))
    box = ax.get_position(original=True)
    assert box.extents == pytest.approx((0, 0, 1, 0.5))
    ax.set_position(box.translated(0, 0.5))
    assert ax.get_position(True).y0 == 0.5


def test_subfigures_have_their_own_axes_and_those_of_the_figure_are_all():
    fig = plotreel.Figure()
    left, right = fig.subfigures(1, 2)
    first, second = left.add_subplot(), right.add_subplot()
    assert fig.axes == [first, second] and right.axes == [second] and fig.gca() is second
    assert first.figure is left and left.figure is fig and fig.subfigs == [left, right]
    assert second.get_position().x0 == pytest.approx(0.125)
    second.remove()
    assert fig.axes == [first] and right.axes == []
    fig.clear()
    assert fig.axes == [] and fig.subfigs == []
    with pytest.raises(ValueError, match="cleared"):
        left.add_subplot()


def test_cells_of_a_table_are_read_and_set():
    ax = plotreel.Figure().add_subplot()
    table = ax.table([["a", "b"]], colLabels=["x", "y"], rowLabels=["first"])
    assert sorted(table.get_celld()) == [(0, 0), (0, 1), (1, -1), (1, 0), (1, 1)]
    table.set_cell_text([["c", 4]])
    assert [table[1, column].get_text().get_text() for column in (-1, 0, 1)] == ["first", "c", "4"]
    table[1, 0].set_fontsize(7)
    table[1, 0].visible_edges = "BT"
    assert table[1, 0].get_fontsize() == 7 and table[1, 0].visible_edges == "BT"
    assert list(ax.tables) == [table]
    with pytest.raises(KeyError):
        table[5, 5]
    with pytest.raises(AttributeError, match="facecolor"):
        table[1, 0].set_facecolour("r")
    with pytest.raises(ValueError, match="give cellText"):
        ax.table()
    with pytest.raises(ValueError, match="2 columns"):
        ax.table([["a", "b"], ["c"]])


def test_the_faces_of_voxels_are_those_that_are_seen():
    ax = plotreel.Figure().add_subplot(projection="3d")
    faces = ax.voxels(np.ones((3, 3, 3)))
    assert len(faces) == 26 and (1, 1, 1) not in faces
    faces[0, 0, 0].set_facecolor("r")
    with pytest.raises(ValueError, match="voxels of the shape"):
        ax.voxels(np.ones((2, 2, 2)), facecolors=np.full((1, 2, 2), "r"))


def test_dates_and_numbers_are_converted():
    noon = datetime.datetime(2024, 3, 1, 12, tzinfo=datetime.timezone.utc)
    assert mdates.date2num(noon) == 19783.5
    assert list(mdates.date2num(DAYS[:2])) == [19723, 19724]
    assert mdates.num2date(19783.5) == noon
    assert mdates.num2date([0])[0].year == 1970
    with pytest.raises(ValueError, match="can't be texts"):
        mdates.date2num("2024-03-01")
    with pytest.raises(ValueError, match='no time zone "Mars"'):
        plotreel.Figure().add_subplot().xaxis.set_major_locator(mdates.DayLocator(tz="Mars"))
    with pytest.raises(ValueError, match="6 formats"):
        mdates.ConciseDateFormatter(formats=["%Y"])
