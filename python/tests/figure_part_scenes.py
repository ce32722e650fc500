"""Scenes of parts of figures that matplotlib's pyplot and plotreel's draw by the same code."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from pictures import module_of

X = np.linspace(0, 6, 60)
DAYS = np.arange("2024-01-01", "2024-04-01", dtype="datetime64[D]")


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


def line_objects(plt: Any) -> None:
    fig, ax = plt.subplots()
    line = module_of(plt, "lines").Line2D([0, 1], [0, 1], color="r", lw=3, marker="o", markevery=10)
    line.set_data(X, np.sin(X))
    line.set_ydata(np.cos(X))
    ax.add_line(line)
    ax.add_line(module_of(plt, "lines").Line2D([0, 6], [-1, 1], ls="--"))
    ax.set(xlim=(0, 6), ylim=(-1, 1))
    line.set_alpha(0.5)


def grid_of_shared_axes(plt: Any) -> None:
    fig = plt.figure()
    grid = fig.add_gridspec(2, 2, hspace=0, wspace=0)
    for i, ax in enumerate(grid.subplots(sharex="col", sharey="row").flat):
        ax.plot(X * (i + 1), X)
    fig.suptitle("shared")


def shared_mosaic(plt: Any) -> None:
    fig, axs = plt.subplot_mosaic("AB;CC", sharex=True, sharey=True)
    for name, ax in axs.items():
        ax.plot(X, np.sin(X) * (1 + (name == "C")))
        ax.set(xlabel=name, ylabel=name)


def inverted(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.plot(X, X)
    ax.xaxis.set_inverted(True)
    ax.yaxis.set_inverted(False)
    assert ax.xaxis_inverted() and not ax.yaxis_inverted()
    ax.plot(X + 3, X)


def square_twins(plt: Any) -> None:
    fig, ax = plt.subplots()
    twin = ax.twinx()
    ax.plot([0, 10])
    twin.plot([12, 10])
    ax.set_box_aspect(1)


def marks_of_limits(plt: Any) -> None:
    fig, (first, second) = plt.subplots(1, 2)
    limits = np.zeros(4)
    limits[2] = 1
    first.errorbar(range(4), range(4), yerr=0.5, xerr=0.3, uplims=limits, xlolims=limits, fmt="o")
    second.hist(X, 8, histtype="step", facecolor="g", alpha=0.7)


def faces_of_histograms(plt: Any) -> None:
    fig, axs = plt.subplots(2, 2)
    axs[0, 0].hist(X, 5, facecolor="none", edgecolor="C0", lw=3, label=1.5)
    axs[0, 0].legend()
    axs[0, 1].hist([X, X / 2], 5, fill=False)
    axs[1, 0].hist(X, 8, histtype="stepfilled", facecolor="g", alpha=0.7)
    axs[1, 1].hist(X, 8, ec="r")
    for ax in axs.flat:
        ax.plot([0, 6], [0, 10])


def solids(plt: Any) -> None:
    ax = plt.figure().add_subplot(projection="3d")
    for k, c in enumerate(["r", "g", "b"]):
        ax.bar(np.arange(4), [1 + k, 2, 3, 2], zs=k, zdir="y", color=["c", c, c, c], alpha=0.8)
    ax.text(0, 2, 3, "along", "x")
    ax.view_init(20, -50)


def bands_in_space(plt: Any) -> None:
    ax = plt.figure().add_subplot(projection="3d")
    angle = np.linspace(0, 2 * np.pi, 30)
    ax.fill_between(np.cos(angle), np.sin(angle), angle / 10, np.cos(angle), np.sin(angle), 1, alpha=0.5, edgecolor="k")
    limits = np.arange(10) % 3 == 0
    t = angle[:10]
    ax.errorbar(np.cos(t), np.sin(t), t / 3, 0.2, zuplims=limits, fmt="o", ms=3)


def moved(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.plot(X, X, label="line")
    box = ax.get_position()
    ax.set_position([box.x0, box.y0, box.width * 0.7, box.height])
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    fig.add_axes([box.x1 - 0.1, box.y1 - 0.2, 0.15, 0.15])


SCENES: list[Callable[[Any], Any]] = [
    shared, shared_by_subplot, subfigures, nested_subfigures, subfigures_of_a_grid, secondary,
    secondary_of_a_log_scale, table, table_of_colours, voxels, voxels_with_corners, date_ticks, times,
    numbers_as_dates, minor_labels, line_objects, grid_of_shared_axes, shared_mosaic, inverted,
    square_twins, marks_of_limits, faces_of_histograms, solids, bands_in_space, moved,
]  # fmt: skip
