"""Scenes that matplotlib's pyplot and plotreel's draw by the same code."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import numpy as np
from pictures import module_of

Scene = Callable[[Any], Any]

X = np.linspace(0, 6, 60)
RNG = np.random.default_rng(7)
NORMAL = RNG.normal(size=200)
POINTS = RNG.random((2, 40))
GRID = np.add.outer(np.sin(np.linspace(0, 3, 20)), np.cos(np.linspace(0, 5, 30)))
V, U = np.mgrid[-2:2:9j, -2:2:11j]


def lines(plt: Any) -> None:
    plt.plot(X, np.sin(X), "r--", label="dashed")
    plt.plot(X, np.cos(X), color="tab:blue", lw=2.5, alpha=0.5, label="wide")
    plt.plot(X, np.cos(X) / 2, label="cycle", marker="o", markevery=7, ms=4, mfc="w")
    plt.plot([0, 6], [0.2, 0.4], c=(0.2, 0.6, 0.3), ls=":")
    plt.title("lines")
    plt.xlabel("time / s")
    plt.ylabel("value", fontsize=12, color="navy")
    plt.legend(loc="lower left", ncols=2, fontsize=8)
    plt.grid(True, alpha=0.3, ls="--")


def several_lines(plt: Any) -> None:
    plt.plot(X, np.sin(X), "k-", X, np.cos(X), "C3-.")
    plt.plot(np.column_stack([X, X / 2]))
    plt.plot([3, 1, 2])


def subplots(plt: Any) -> None:
    fig, axs = plt.subplots(2, 2, sharex=True, sharey="row", gridspec_kw={"hspace": 0.1, "height_ratios": [2, 1]})
    for i, ax in enumerate(axs.flat):
        ax.plot(X, np.sin(X * (i + 1)), f"C{i}")
        ax.set(xlim=(0, 6), title=f"{i}" if i < 2 else "")
    fig.suptitle("shared", fontsize=14)
    fig.supxlabel("x")


def cells(plt: Any) -> None:
    fig = plt.figure(figsize=(5, 4), facecolor="0.95")
    grid = fig.add_gridspec(2, 3, width_ratios=[2, 1, 1], wspace=0.4)
    fig.add_subplot(grid[0, :]).plot(X, X)
    fig.add_subplot(grid[1, 0]).plot(X, -X, "g")
    fig.add_subplot(grid[1, 1:]).plot(X, X**2, "m")
    fig.text(0.02, 0.02, "source", style="italic", color="gray")


def mosaic(plt: Any) -> None:
    fig, axs = plt.subplot_mosaic("AB;CC", layout="constrained")
    axs["A"].plot(X, X)
    axs["B"].set_title("B")
    axs["C"].set_xlabel("long label of C")


def digits(plt: Any) -> None:
    plt.subplot(211)
    plt.plot(X, X)
    plt.subplot(2, 1, 2)
    plt.plot(X, -X)
    plt.tight_layout()


def places(plt: Any) -> None:
    fig = plt.figure()
    fig.add_axes((0.1, 0.1, 0.8, 0.8)).plot(X, X)
    inset = fig.add_axes([0.55, 0.2, 0.3, 0.25])
    inset.plot(X, np.sin(X))
    inset.set_xticks([])
    inset.set_yticks([0, 1], ["low", "high"])
    fig.subplots_adjust(left=0.2)


def points(plt: Any) -> None:
    points = plt.scatter(*POINTS, c=POINTS[0], s=80 * POINTS[1], cmap="plasma", vmin=0, vmax=1.2, edgecolors="k")
    plt.colorbar(points, label="x")


def colored_points(plt: Any) -> None:
    plt.scatter(*POINTS, c="C3", marker="^", alpha=0.5)
    plt.scatter(POINTS[1], POINTS[0], s=10)
    plt.scatter(POINTS[0], POINTS[0], color=[(1, 0, 0), (0, 1, 0, 0.5)] * 20, lw=0.5, label="two")
    plt.legend()


def bars(plt: Any) -> None:
    bars = plt.bar(["a", "b", "c"], [1, 3, 2], color=["r", "gold", (0, 0, 1)], edgecolor="k", lw=2)
    plt.ylim(0, 4)
    for bar, height in zip(bars, [2, 1, 3]):
        bar.set_height(height)
    bars[0].set_color("tab:purple")


def grouped_bars(plt: Any) -> None:
    fig, ax = plt.subplots()
    at = np.arange(3)
    ax.bar(at - 0.2, [1, 2, 3], 0.4, yerr=[0.1, 0.2, 0.3], capsize=3, label="one", hatch="//")
    ax.bar(at + 0.2, [2, 1, 2], width=0.4, label="two", alpha=0.6)
    ax.set_xticks(at, ["x", "y", "z"], rotation=30)
    ax.legend(loc="upper left", frameon=False)


def horizontal_bars(plt: Any) -> None:
    bars = plt.barh([1, 2, 3], [3, 1, 2], height=0.5, color="teal")
    plt.barh([4, 5], [1, 2], left=[0, 1])
    plt.bar_label(bars, fmt="%.1f", padding=3)
    plt.gca().invert_yaxis()
    plt.margins(x=0.1)


def image(plt: Any) -> None:
    plt.imshow(GRID, cmap="magma", origin="lower", extent=(0, 3, 0, 2), vmin=-1, vmax=1.5)
    plt.colorbar(orientation="horizontal", label="value")


def images(plt: Any) -> None:
    fig, axs = plt.subplots(1, 3)
    axs[0].imshow(GRID, interpolation="bilinear", aspect="auto")
    axs[1].imshow(RNG_IMAGE)
    axs[2].imshow(np.ma.masked_less(GRID, 0), norm="linear")
    axs[1].axis("off")


RNG_IMAGE = np.random.default_rng(3).random((12, 16, 3))


def areas(plt: Any) -> None:
    plt.fill_between(X, np.sin(X), np.cos(X), where=np.sin(X) > np.cos(X), interpolate=True, alpha=0.4)
    plt.fill_between(X, -1.5, -1, color="C2", lw=0)
    plt.fill([1, 2, 3], [1, 2, 1], "r", alpha=0.5)
    plt.axhspan(-0.2, 0.2, color="0.8", zorder=0)
    plt.axvspan(4, 5, 0.25, 0.75, facecolor="gold", alpha=0.5)


def guides(plt: Any) -> None:
    plt.axhline(0.5, color="k", lw=0.8)
    plt.axvline(2, 0.1, 0.6, ls="--", c="C1")
    plt.axline((0, 0), slope=0.3)
    plt.vlines([1, 3], 0, [1, 2], colors="C2", linestyles=":")
    plt.hlines(1.5, 0, 4, color="C4")
    plt.xlim(0, 5)
    plt.ylim(bottom=0, top=2)


def histogram(plt: Any) -> None:
    plt.hist(NORMAL, bins=20, density=True, color="C1", edgecolor="w")
    plt.hist(NORMAL, bins=20, density=True, histtype="step", cumulative=True)


def histograms(plt: Any) -> None:
    plt.hist([NORMAL, NORMAL + 1], bins=np.linspace(-3, 4, 15), label=["a", "b"], stacked=True)
    plt.legend()


def errors(plt: Any) -> None:
    plt.errorbar([0, 1, 2], [1, 2, 1.5], yerr=[0.1, 0.3, 0.2], xerr=0.1, fmt="o--", capsize=4, label="data")
    plt.errorbar([0, 1, 2], [0, 1, 0.5], [[0.1] * 3, [0.4] * 3], ecolor="gray", lw=2)
    plt.legend()


def contours(plt: Any) -> None:
    x, y = np.linspace(-2, 2, 30), np.linspace(-1, 1, 20)
    areas = plt.contourf(x, y, GRID, 10, cmap="RdBu_r", extend="both")
    lines = plt.contour(x, y, GRID, levels=[-0.5, 0, 0.5], colors="k", linewidths=0.7)
    # matplotlib places labels at once, for the axes as large as they are.
    plt.colorbar(areas)
    plt.clabel(lines, fontsize=8, fmt="%.2f")


def mesh(plt: Any) -> None:
    plt.pcolormesh(np.linspace(0, 3, 31), np.linspace(0, 2, 21), GRID, cmap="cividis")
    plt.gca().set_aspect("equal")


def norms(plt: Any) -> None:
    colors = module_of(plt, "colors")
    fig, axs = plt.subplots(2, 2)
    values = np.exp(GRID)
    axs[0, 0].imshow(values, norm=colors.LogNorm(0.2, 5))
    axs[0, 1].pcolormesh(GRID, norm=colors.TwoSlopeNorm(0, -1, 2), cmap="RdBu")
    axs[1, 0].imshow(values, norm=colors.PowerNorm(0.5))
    axs[1, 1].imshow(GRID, norm=colors.BoundaryNorm([-1, 0, 0.5, 2], 256))


def locators(plt: Any) -> None:
    ticker = module_of(plt, "ticker")
    fig, ax = plt.subplots()
    ax.plot(X, X / 6)
    ax.xaxis.set_major_locator(ticker.MultipleLocator(1.5))
    ax.xaxis.set_minor_locator(ticker.AutoMinorLocator(3))
    ax.xaxis.set_major_formatter(lambda value, position: f"[{value:.1f}]")
    ax.yaxis.set_major_locator(ticker.MaxNLocator(4))
    ax.yaxis.set_major_formatter(ticker.PercentFormatter(1))


def patches(plt: Any) -> None:
    made_by = module_of(plt, "patches")
    collections = module_of(plt, "collections")
    fig, ax = plt.subplots()
    ax.add_patch(made_by.Circle((1, 1), 0.5, fc="gold", ec="k", lw=2))
    ax.add_patch(made_by.Rectangle((2, 0.5), 1, 0.5, angle=20, alpha=0.5, hatch="//"))
    ax.add_patch(made_by.Polygon([[3, 2], [4, 3], [4, 2]], fill=False))
    ax.add_patch(made_by.Wedge((1, 3), 0.6, 30, 200, color="C2"))
    ax.add_patch(made_by.Ellipse((3, 3.5), 1, 0.5, angle=30, ls="--", fc="none", ec="r"))
    ax.add_patch(made_by.FancyBboxPatch((4.5, 0.5), 0.8, 0.5, boxstyle="round,pad=0.1"))
    ax.add_patch(made_by.FancyArrowPatch((0.2, 0.2), (4, 4), arrowstyle="->", mutation_scale=20))
    lines = collections.LineCollection([[(4, 3), (5, 4)], [(4, 4), (5, 3)]], lw=3, cmap="magma")
    lines.set_array(np.array([0.2, 0.8]))
    ax.add_collection(lines)
    ax.set(xlim=(0, 6), ylim=(0, 5))
    ax.set_aspect("equal")


def arrows(plt: Any) -> None:
    plt.quiver(U, V, -V, U, np.hypot(U, V), cmap="viridis", pivot="mid")
    plt.axis("equal")


def streams(plt: Any) -> None:
    plt.streamplot(U, V, -V, U, density=0.6, color="C3", linewidth=1.5)


def notes(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.plot(X, np.sin(X))
    ax.text(0.05, 0.9, r"$\alpha_i^2$ here", transform=ax.transAxes, fontsize=14)
    ax.text(3, 0, "box", ha="center", va="center", rotation=20, bbox=dict(boxstyle="round", fc="wheat", alpha=0.5))
    ax.annotate("peak", (np.pi / 2, 1), xytext=(3, 0.8), arrowprops=dict(arrowstyle="->", color="r"))
    ax.annotate("corner", (1, 0), xycoords="axes fraction", xytext=(-40, 10), textcoords="offset points")


def stems(plt: Any) -> None:
    plt.stem([1, 2, 3], [1, 3, 2], linefmt="C1-", markerfmt="D", basefmt="k-")
    plt.step([1, 2, 3], [0, 1, 0.5], where="mid")
    plt.stairs([0.5, 1, 0.2], [1, 2, 2.5, 3], color="C4")


def pie(plt: Any) -> None:
    plt.pie([3, 2, 1], labels=["a", "b", "c"], autopct="%.0f%%", explode=[0, 0.1, 0], startangle=90)


def boxes(plt: Any) -> None:
    fig, axs = plt.subplots(1, 2)
    axs[0].boxplot([NORMAL, NORMAL * 2], tick_labels=["a", "b"], showmeans=True, medianprops={"color": "r"})
    axs[1].violinplot([NORMAL, NORMAL * 2], showmedians=True)


def scales(plt: Any) -> None:
    fig, axs = plt.subplots(2, 2)
    axs[0, 0].semilogy(X, np.exp(X))
    axs[0, 1].loglog(X[1:], X[1:] ** 3, "o", ms=3)
    axs[1, 0].plot(X - 3, (X - 3) ** 3)
    axs[1, 0].set_yscale("symlog", linthresh=1)
    axs[1, 1].semilogx(X[1:], X[1:], base=2)
    axs[1, 1].minorticks_on()


def ticks(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.plot(X, X)
    ax.tick_params(axis="x", labelrotation=45, labelsize=8, direction="in", length=6)
    ax.tick_params(axis="y", colors="C1", left=False, right=True, labelleft=False, labelright=True)
    ax.set_xticks([0, 2, 4], ["zero", "two", "four"])
    ax.xaxis.set_major_formatter("{x:.1f} m")
    ax.spines[["top", "right"]].set_visible(False)
    ax.spines["left"].set_position(("outward", 5))
    ax.spines["bottom"].set_linewidth(2)


def twins(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.plot(X, X, "b")
    ax.set_ylabel("left", color="b")
    other = ax.twinx()
    other.plot(X, X**2, "r")
    other.set_ylabel("right", rotation=270, labelpad=15)
    other.set_yticks([0, 20])


def insets(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.plot(X, np.sin(X))
    inset = ax.inset_axes([0.6, 0.6, 0.35, 0.35])
    inset.plot(X, np.cos(X), "g")


def aspects(plt: Any) -> None:
    fig, axs = plt.subplots(1, 3)
    axs[0].plot(X, X)
    axs[0].axis("equal")
    axs[1].plot(X, X)
    axs[1].axis("off")
    axs[2].plot(X, np.sin(X))
    axs[2].set_box_aspect(1)
    axs[2].set_facecolor("lightyellow")


def dates(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.plot(np.array(["2024-01-01", "2024-02-01", "2024-03-15"], "datetime64[D]"), [1, 3, 2])
    ax.scatter([datetime.date(2024, 1, 20), datetime.date(2024, 2, 20)], [2, 2])
    ax.axvline(datetime.datetime(2024, 2, 10), c="k")
    fig.autofmt_xdate()


def categories(plt: Any) -> None:
    plt.plot(["low", "mid", "high"], [1, 2, 4], "o-")
    plt.scatter(["mid", "new"], [3, 1], c="C1")


def stack(plt: Any) -> None:
    plt.stackplot(X, np.sin(X) + 1, np.cos(X) + 1, labels=["a", "b"], alpha=0.8)
    plt.legend(loc="upper left")
    plt.margins(0)


def events(plt: Any) -> None:
    plt.eventplot([[1, 2, 4], [2, 3]], lineoffsets=[1, 2], linelengths=0.5, colors=["C0", "C1"])
    plt.broken_barh([(0, 1), (3, 2)], (2.5, 0.4), facecolors="C2")


def many(plt: Any) -> None:
    plt.hexbin(*POINTS, gridsize=8, cmap="Greens")
    plt.tricontourf(POINTS[0] + 1.2, POINTS[1], POINTS[0] * POINTS[1], 5)


def handles(plt: Any) -> None:
    (line,) = plt.plot(X, np.sin(X), "C3")
    band = plt.fill_between(X, -1, 0, alpha=0.2)
    plt.legend([line, band], ["sine", "band"], title="what", loc=4, bbox_to_anchor=(1, 0.2))


def solid(plt: Any) -> None:
    ax = plt.figure().add_subplot(projection="3d")
    x, y = np.meshgrid(np.linspace(-2, 2, 15), np.linspace(-2, 2, 15))
    ax.plot_surface(x, y, np.sin(x) * np.cos(y), cmap="coolwarm", linewidth=0)
    ax.set(xlabel="x", ylabel="y", zlabel="z")
    ax.set_zlim(-1, 1.5)
    ax.view_init(elev=25, azim=40)


def space(plt: Any) -> None:
    fig = plt.figure(figsize=(8, 4))
    ax = fig.add_subplot(1, 2, 1, projection="3d")
    ax.plot(np.cos(X), np.sin(X), X, "r", lw=2, label="helix")
    ax.scatter(np.cos(X)[::6], np.sin(X)[::6], X[::6], c=X[::6])
    ax.set_title("space")
    ax = fig.add_subplot(122, projection="3d")
    x, y = np.meshgrid(np.linspace(-2, 2, 12), np.linspace(-2, 2, 12))
    ax.plot_wireframe(x, y, x * y, rstride=2, cstride=2, color="C2")
    ax.text(0, 0, 4, "top")


def round_axes(plt: Any) -> None:
    fig, ax = plt.subplots(subplot_kw={"projection": "polar"})
    ax.plot(X, X, "C4")
    ax.bar([0, 1, 2], [3, 5, 4], width=0.4, alpha=0.4)
    ax.set_rmax(6)
    ax.set_theta_zero_location("N")
    ax.set_theta_direction(-1)
    ax.set_rticks([2, 4])


def later(plt: Any) -> None:
    fig, ax = plt.subplots()
    (line,) = ax.plot([], [], "o-")
    line.set_data([0, 1, 2], [2, 1, 3])
    line.set(color="m", linewidth=3)
    line.set_markersize(10)
    ax.relim()
    ax.autoscale_view()
    points = ax.scatter([0, 1], [0, 1])
    points.set_offsets(np.array([[0.5, 1.5], [1.5, 2.5]]))
    text = ax.text(0.5, 0.5, "")
    text.set_text("changed")
    text.set_position((1.2, 1.2))
    title = ax.set_title("first")
    title.set_text("second")
    band = ax.fill_between([0, 2], 0, 1)
    band.remove()


def cleared(plt: Any) -> None:
    fig, ax = plt.subplots()
    ax.plot(X, X)
    ax.set_title("old")
    ax.clear()
    ax.plot(X, -X)
    ax.set_xlabel("new")


def shaped(plt: Any) -> None:
    fig, ax = plt.subplots(dpi=80)
    ax.arrow(0, 0, 1, 0.5, width=0.02, head_width=0.1, color="C1")
    ax.set_xlim(-1, 2)
    ax.set_ylim(-1, 2)
    ax.invert_xaxis()
    ax.set_axisbelow(True)
    ax.grid(axis="y")


def barbs(plt: Any) -> None:
    plt.barbs(U[::2, ::2], V[::2, ::2], 20 * U[::2, ::2], 30 * V[::2, ::2], length=6)


def squares(plt: Any) -> None:
    counts, _, _, shown = plt.hist2d(*POINTS, bins=8, cmap="Blues", cmin=1)
    plt.colorbar(shown, shrink=0.8, ticks=[1, 2])
    assert np.nansum(counts) == POINTS.shape[1]


SCENES: list[Scene] = [
    lines, several_lines, subplots, cells, mosaic, digits, places, points, colored_points, bars,
    grouped_bars, horizontal_bars, image, images, areas, guides, histogram, histograms, errors,
    contours, mesh, arrows, streams, notes, stems, pie, boxes, scales, ticks, twins, insets, aspects,
    dates, categories, stack, events, many, handles, solid, space, round_axes, later, cleared, shaped,
    barbs, squares, norms, locators, patches,
]  # fmt: skip
