"""Parts of plotreel's own figures: subfigures, shared and secondary axes, tables, voxels, dates, places."""

from __future__ import annotations

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from pictures import assert_is_as_in_matplotlib, module_of

import plotreel
import plotreel.dates as mdates
import plotreel.pyplot as plt

X = np.linspace(0, 6, 60)
DAYS = np.arange("2024-01-01", "2024-04-01", dtype="datetime64[D]")


@pytest.fixture(autouse=True)
def no_figures():
    yield
    plt.close("all")


def shared(plt: Any) -> None:
    fig = plt.figure()
    above = fig.add_subplot(2, 1, 1)
    below = fig.add_subplot(2, 1, 2, sharex=above, title="below")
    above.plot(X, np.sin(X))
    below.plot(X + 3, np.cos(X), "C1")
    above.margins(x=0)


def shared_by_subplot(plt: Any) -> None:
    first = plt.subplot(131)
    plt.plot([0, 10], [0, 1])
    plt.subplot(132, sharey=first)
    plt.plot([0, 1], [5, 20])
    plt.subplot(133, sharex=first, sharey=first)
    plt.ylim(-3, 30)


def subfigures(plt: Any) -> None:
    fig = plt.figure(figsize=(8, 4))
    left, right = fig.subfigures(1, 2, wspace=0.07, width_ratios=[1.5, 1.0])
    axs = left.subplots(1, 2, sharey=True)
    left.set_facecolor("0.85")
    for ax in axs:
        shown = ax.pcolormesh(np.arange(12.0).reshape(3, 4), vmin=-2, vmax=11)
        ax.set_xlabel("x")
    left.suptitle("left")
    left.colorbar(shown, shrink=0.6, ax=list(axs), location="bottom")
    for ax in right.subplots(3, 1, sharex=True):
        ax.plot(X, np.sin(X), label="sine")
    right.suptitle("right", fontsize="x-large")
    right.legend(loc="lower right")
    fig.suptitle("all", y=0.99)


def nested_subfigures(plt: Any) -> None:
    fig = plt.figure()
    top, bottom = fig.subfigures(2, 1, height_ratios=[1, 2])
    top.add_subplot().plot(X, X)
    for part, color in zip(bottom.subfigures(1, 2), ("lightyellow", "lightblue")):
        part.set_facecolor(color)
        part.subplots().plot(X, -X)
        part.supxlabel("here")


def subfigures_of_a_grid(plt: Any) -> None:
    fig = plt.figure()
    grid = fig.add_gridspec(2, 2)
    fig.add_subfigure(grid[0, :], facecolor="lightgray").subplots(1, 3)
    fig.add_subfigure(grid[1, 1]).subplots().bar([0, 1], [1, 2])


def secondary(plt: Any) -> None:
    fig, ax = plt.subplots(layout="constrained")
    ax.plot(X, np.sin(X))
    ax.set_xlabel("angle / rad")
    above = ax.secondary_xaxis("top", functions=(np.rad2deg, np.deg2rad))
    above.set_xlabel("angle / degrees")
    right = ax.secondary_yaxis("right", functions=(lambda y: 10 * y, lambda y: y / 10), color="r")
    right.set_ylabel("tenths")
    ax.secondary_xaxis(0.4).set_xticks([1, 3], labels=["one", "three"])


def secondary_of_a_log_scale(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.loglog([0.02, 0.5], [1, 100])

    def one_over(x: Any) -> Any:
        x = np.array(x, float)
        near_zero = np.isclose(x, 0)
        x[near_zero] = np.inf
        x[~near_zero] = 1 / x[~near_zero]
        return x

    ax.secondary_xaxis("top", functions=(one_over, one_over)).set_xlabel("period / s")


def table(plt: Any) -> None:
    fig, ax = plt.subplots(gridspec_kw={"left": 0.2, "bottom": 0.2})
    cells = [["1.0", "2.5", "3.1"], ["4.2", "5.0", "6.6"]]
    colours = plt.cm.BuPu(np.linspace(0, 0.5, 2))
    ax.bar([0, 1, 2], [3, 2, 4])
    ax.set_xticks([])
    ax.table(cellText=cells, rowLabels=["a", "b"], rowColours=colours, colLabels=["x", "y", "z"], loc="bottom")


def table_of_colours(plt: Any) -> None:
    fig, ax = plt.subplots(figsize=(5, 3))
    ax.axis("off")
    made = ax.table(
        cellText=[[1, 2], [3, 4]], cellColours=[["w", (1, 0.8, 0.8)], ["0.9", "gold"]], cellLoc="center",
        colWidths=[0.2, 0.3], loc="center", edges="horizontal",
    )  # fmt: skip
    made.auto_set_font_size(False)
    made.set_fontsize(14)
    made.scale(1, 2)
    made[0, 1].set_facecolor("lightgreen")
    made[1, 0].get_text().set_text("three")
    made[1, 1].set_text_props(color="r", fontweight="bold")


def voxels(plt: Any) -> None:
    x, y, z = np.indices((8, 8, 8))
    cube1, cube2 = (x < 3) & (y < 3) & (z < 3), (x >= 5) & (y >= 5) & (z >= 5)
    link = abs(x - y) + abs(y - z) + abs(z - x) <= 2
    filled = cube1 | cube2 | link
    colors = np.empty(filled.shape, dtype=object)
    colors[link] = "red"
    colors[cube1] = "blue"
    colors[cube2] = "green"
    plt.figure().add_subplot(projection="3d").voxels(filled, facecolors=colors, edgecolor="k")


def voxels_with_corners(plt: Any) -> None:
    r, g, b = np.indices((6, 6, 6)) / 5.0
    centers = [(one[:-1, :-1, :-1] + one[1:, 1:, 1:]) / 2 for one in (r, g, b)]
    sphere = sum((one - 0.5) ** 2 for one in centers) < 0.5**2
    colors = np.stack(centers, axis=-1)
    ax = plt.figure().add_subplot(projection="3d")
    ax.voxels(r, g, b, sphere, facecolors=colors, edgecolors=np.clip(2 * colors - 0.5, 0, 1), linewidth=0.5)
    ax.set(xlabel="r", ylabel="g", zlabel="b")


def date_ticks(plt: Any) -> None:
    dates = module_of(plt, "dates")
    fig, axs = plt.subplots(3, 1, layout="constrained", figsize=(6, 6))
    for ax in axs:
        ax.plot(DAYS, np.arange(len(DAYS)))
    axs[0].xaxis.set_major_locator(dates.MonthLocator(bymonth=(1, 3)))
    axs[0].xaxis.set_minor_locator(dates.WeekdayLocator(byweekday=0))
    axs[0].xaxis.set_major_formatter(dates.DateFormatter("%d. %b"))
    locator = dates.AutoDateLocator(minticks=3, maxticks=5)
    axs[1].xaxis.set_major_locator(locator)
    axs[1].xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
    axs[2].xaxis.set_major_locator(dates.DayLocator(bymonthday=[1, 15], tz="Europe/Berlin"))
    axs[2].xaxis.set_major_formatter(dates.DateFormatter("%H:%M", tz=ZoneInfo("Europe/Berlin")))


def times(plt: Any) -> None:
    dates = module_of(plt, "dates")
    start = datetime.datetime(2024, 2, 28, 21)
    fig, axs = plt.subplots(2, 1)
    for ax, hours in zip(axs, (30, 0.02)):
        ax.plot([start, start + datetime.timedelta(hours=hours)], [0, 1])
    axs[0].xaxis.set_major_locator(dates.HourLocator(byhour=range(0, 24, 6)))
    axs[0].xaxis.set_major_formatter(dates.DateFormatter("%H:%M"))
    axs[0].set_xlim(dates.date2num(start), start + datetime.timedelta(days=2))
    locator = dates.SecondLocator(bysecond=[0, 30])
    axs[1].xaxis.set_major_locator(locator)
    axs[1].xaxis.set_major_formatter(dates.AutoDateFormatter(locator))


def numbers_as_dates(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.plot([19723, 19800], [0, 1])
    ax.xaxis_date()
    fig.autofmt_xdate()


def minor_labels(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.set_xticks([0, 1, 2], labels=["zero", "one", "two"])
    ax.set_xticks([0.5, 1.5], labels=["half", "and a half"], minor=True, color="r", fontsize=8)


def moved(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.plot(X, X, label="line")
    box = ax.get_position()
    ax.set_position([box.x0, box.y0, box.width * 0.7, box.height])
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    fig.add_axes([box.x1 - 0.1, box.y1 - 0.2, 0.15, 0.15])


SCENES = [
    shared, shared_by_subplot, subfigures, nested_subfigures, subfigures_of_a_grid, secondary,
    secondary_of_a_log_scale, table, table_of_colours, voxels, voxels_with_corners, date_ticks, times,
    numbers_as_dates, minor_labels, moved,
]  # fmt: skip


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
