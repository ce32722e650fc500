"""Draw the scenes of tests/integration/figure.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/figure.py

For each scene its picture as figure/SCENE.png. figure/labels.tsv has the drawn ticks of every axis: scene, number of
the axes, axis and group (x, y; major, minor), offset text, values and labels. figure/images.tsv has the boxes of axes
whose pixels must be the same: scene and the left, top, right and bottom pixel.
"""

import logging
import math
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import ticker
from PIL import Image

HERE = Path(__file__).parent / "figure"
SCENES = []


def scene(width, height, dpi=100, style=(), exact=False, **kwargs):
    """Register a function that fills a figure of so many pixels; `exact` if its images' pixels must be the same."""

    def register(fill):
        SCENES.append((fill, (width, height), dpi, style, exact, kwargs))
        return fill

    return register


def steps(n, low, high):
    return [low + (high - low) * i / (n - 1) for i in range(n)]


def wave(xs, frequency=1.0, phase=0.0):
    return [math.sin(frequency * x + phase) for x in xs]


def field(rows, columns):
    return np.array([[(7 * r + 13 * c + r * c) % 17 / 16 for c in range(columns)] for r in range(rows)])


# Lines


@scene(400, 300)
def line_default(fig):
    ax = fig.add_subplot()
    x = steps(101, 0.0, 10.0)
    ax.plot(x, wave(x))
    ax.set_title("A wave")
    ax.set_xlabel("time (s)")
    ax.set_ylabel("height (m)")


@scene(400, 300)
def line_formats(fig):
    ax = fig.add_subplot()
    x = steps(9, 0.0, 8.0)
    formats = ["k--", "r:", "g-.", "C3-o", "b^", "s--", "m+", "-.d", ",y", "c", "*k:", "x-C8"]
    for i, fmt in enumerate(formats):
        ax.plot(x, [i + v for v in wave(x, 0.8)], fmt)


@scene(320, 240)
def line_columns(fig):
    ax = fig.add_subplot()
    x = steps(6, 0.0, 5.0)
    ax.plot(x, np.array([[k + 0.2 * i * (k % 3) for k in range(12)] for i in range(6)]), "-")


MARKERS = list(".,ov^<>12348spP*hH+xXDd|_") + list(range(12))


@scene(500, 400)
def markers_all(fig):
    ax = fig.add_subplot()
    for i, marker in enumerate(MARKERS):
        ax.plot([i % 8 + 0.13, i % 8 + 0.5], [i // 8, i // 8 + 0.37], marker=marker, ls="", ms=14, c=f"C{i}")


@scene(400, 300)
def markers_default(fig):
    ax = fig.add_subplot()
    for i, marker in enumerate(MARKERS):
        ax.plot(steps(5, i % 8, i % 8 + 0.7), steps(5, i // 8, i // 8 + 0.6), marker=marker, lw=0.5)


@scene(500, 300)
def markers_fill(fig):
    ax = fig.add_subplot()
    for row, style in enumerate(["full", "left", "right", "bottom", "top", "none"]):
        for column, marker in enumerate(list("ov^<>8spPhHDdX*")):
            ax.plot([column], [row], marker, fillstyle=style, ms=13, mfc="gold", mfcalt="lightblue", mec="k", mew=0.7)


@scene(320, 240)
def markers_tuples(fig):
    ax = fig.add_subplot()
    for row, style in enumerate([0, 1, 2]):
        for column, (sides, angle) in enumerate([(3, 0), (4, 15), (5, 0), (5, 30), (6, 10), (9, 45)]):
            ax.plot([column], [row], marker=(sides, style, angle), ms=20, c=f"C{column}", mec="k")


@scene(400, 300)
def dashes(fig):
    ax = fig.add_subplot()
    styles = ["--", "-.", ":", (0, (10, 5)), (5, (10, 3)), (0, (3, 5, 1, 5, 1, 5)), (0, (5,)), (2, (1, 1))]
    for i, style in enumerate(styles):
        for j, width in enumerate([0.5, 1.0, 2.0, 4.0]):
            ax.plot([j, j + 0.9], [i, i + 0.4], ls=style, lw=width, c=f"C{i}")


@scene(400, 300)
def dash_caps(fig):
    ax = fig.add_subplot()
    x = steps(60, 0.0, 6.0)
    for i, cap in enumerate(["butt", "round", "projecting"]):
        for j, join in enumerate(["miter", "round", "bevel"]):
            ax.plot(x, [3 * i + j + v for v in wave(x, 3.0)], "--", lw=5, dash_capstyle=cap, dash_joinstyle=join)


@scene(320, 240)
def draw_styles(fig):
    ax = fig.add_subplot()
    x = steps(8, 0.0, 7.0)
    for i, style in enumerate(["default", "steps", "steps-pre", "steps-mid", "steps-post"]):
        ax.plot(x, [2 * i + v for v in wave(x, 1.3)], "o-", drawstyle=style, ms=3)


@scene(400, 300)
def mark_every(fig):
    ax = fig.add_subplot()
    x = steps(60, 0.0, 10.0)
    every = [7, (3, 10), [1, 5, 30, 55], 0.1, (0.05, 0.15), [i % 9 == 0 for i in range(60)]]
    for i, which in enumerate(every):
        ax.plot(x, [2.5 * i + v for v in wave(x)], "-o", markevery=which, ms=5)


@scene(400, 300)
def joins_caps(fig):
    ax = fig.add_subplot()
    for i, cap in enumerate(["butt", "round", "projecting"]):
        for j, join in enumerate(["miter", "round", "bevel"]):
            x = [4 * i, 4 * i + 1.5, 4 * i + 2, 4 * i + 3]
            ax.plot(x, [3 * j, 3 * j + 2, 3 * j, 3 * j + 0.3], lw=9, solid_capstyle=cap, solid_joinstyle=join)
    ax.set_xlim(-1, 12)


@scene(400, 300)
def nan_gaps(fig):
    ax = fig.add_subplot()
    x = steps(40, 0.0, 10.0)
    y = wave(x)
    for i in (0, 7, 8, 15, 17, 30, 39):
        y[i] = math.nan
    y[22] = math.inf
    ax.plot(x, y)
    ax.plot(x, [v + 2.5 for v in y], "o--", ms=4)
    ax.plot(x, [v + 5 for v in y], drawstyle="steps-post", lw=3)


@scene(400, 300)
def clipped(fig):
    ax = fig.add_subplot()
    x = steps(200, -20.0, 20.0)
    ax.plot(x, [3 * v for v in wave(x)], lw=4)
    ax.plot(x, wave(x, 0.7), "o", ms=9)
    ax.plot([-1e6, 1e6], [-1.1e6, 1e6], "--", lw=3)
    ax.plot([0, 1.3], [0.2, 2.9], "r-s", lw=6, clip_on=False)
    ax.set_xlim(-1.0, 1.0)
    ax.set_ylim(-1.5, 2.0)


@scene(320, 240)
def alphas(fig):
    ax = fig.add_subplot()
    ax.plot([0, 1, 0, 1], [0, 1, 1, 0], lw=12, alpha=0.4)
    ax.plot([0, 1], [0.3, 0.4], "o-", ms=15, alpha=0.5, c="tab:red", mec="k")
    ax.plot([0, 1], [0.7, 0.6], "s--", ms=12, c=("green", 0.3), mfc=(0.0, 0.0, 1.0, 0.6), lw=4)
    ax.axvspan(0.2, 0.35, alpha=0.3)


@scene(320, 240)
def setters(fig):
    ax = fig.add_subplot()
    x = steps(11, 0.0, 10.0)
    line, = ax.plot(x, wave(x))
    line.set_data(x, wave(x, 0.5))
    line.set_color("purple")
    line.set_linewidth(2.5)
    line.set_linestyle("-.")
    line.set_marker("D")
    line.set_markersize(7)
    line.set_markerfacecolor("yellow")
    line.set_markeredgecolor("navy")
    line.set_markeredgewidth(1.5)
    line.set_fillstyle("left")
    line.set_markerfacecoloralt("white")
    line.set_drawstyle("steps-mid")
    line.set_markevery(2)
    line.set_alpha(0.8)
    hidden, = ax.plot(x, [2.0] * 11)
    hidden.set_visible(False)


@scene(320, 240)
def zorders(fig):
    ax = fig.add_subplot()
    ax.plot([0, 1], [0, 1], lw=14, zorder=3)
    ax.plot([0, 1], [1, 0], lw=14, zorder=1.2)
    ax.plot([0, 1], [0.5, 0.5], lw=14)
    ax.axvspan(0.4, 0.6, color="gray", zorder=2.7)
    ax.text(0.1, 0.45, "below", size=24, zorder=1.9)
    ax.axhline(0.8, lw=8, c="k", zorder=-1)
    ax.grid(True)


@scene(400, 300)
def colors(fig):
    ax = fig.add_subplot()
    spellings = ["r", "red", "tab:olive", "C7", "#ff8800", "#f80", "#12345680", "#1234", "0.4", "xkcd:sea green",
                 (0.1, 0.7, 0.3), (0.9, 0.2, 0.5, 0.5), ("blue", 0.25), "RebeccaPurple", "aquamarine"]
    for i, color in enumerate(spellings):
        ax.plot([0, 1], [i, i + 0.5], lw=7, color=color)
    fig.set_facecolor("lavender")
    ax.set_facecolor("#fffff0")


@scene(500, 300)
def dense(fig):
    ax = fig.add_subplot()
    x = steps(5000, 0.0, 10.0)
    ax.plot(x, [a + 0.5 * b for a, b in zip(wave(x, 3.0), wave(x, 211.0))], lw=0.8)
    ax.plot(x, [2.5 + v for v in wave(x, 2.0)])
    ax.plot(steps(3000, 0.0, 10.0), [4.5 + 0.3 * (-1) ** i for i in range(3000)])


@scene(400, 300)
def slices(fig):
    axs = fig.subplots(2, 2)
    x = np.array(steps(5000, 0.0, 10.0))
    y = np.array(wave(x, 3.0)) + 0.5 * np.array(wave(x, 211.0))
    gaps = x.copy()
    gaps[1000::7] = np.nan
    for ax, xs, kwargs in zip(axs.flat, [x, x, gaps, -x], [{}, {"drawstyle": "steps-mid"}, {"marker": ","}, {}]):
        ax.plot(xs, y, lw=0.8, **kwargs)
        ax.set_xlim(*((-3.3, -2.9) if ax is axs[1, 1] else (2.9, 3.3)))


# Spans


@scene(400, 300)
def spans(fig):
    ax = fig.add_subplot()
    ax.plot([0, 4], [0, 4])
    ax.axhline(1.5, c="r", ls="--")
    ax.axvline(2.5, c="g", lw=3)
    ax.axhline(6.0, c="k", ls=":")
    ax.axhspan(3.0, 3.6, alpha=0.4)
    ax.axvspan(0.5, 1.0, 0.25, 0.75, facecolor="orange", edgecolor="k", lw=2)
    ax.axline((0, 5), (1, 4.5), c="purple")
    ax.axline((2, 2), slope=3, c="brown", ls="-.")
    ax.axvspan(3.2, 3.4, color="C4")


# Ticks


@scene(500, 400)
def offsets(fig):
    axs = fig.subplots(2, 2)
    axs[0, 0].plot([1e6, 5.5e6], [2e-5, 9e-5])
    axs[0, 1].plot([100000.1, 100000.6], [1e-12, 4e-12])
    axs[1, 0].plot([-3e9, 8e9], [1.0000001, 1.0000009])
    axs[1, 1].plot([0.0001, 0.0009], [123456.0, 123459.0])
    fig.subplots_adjust(wspace=0.5, hspace=0.5)
    axs[0, 1].set_title("meets")


@scene(500, 400)
def ranges(fig):
    axs = fig.subplots(2, 2)
    axs[0, 0].plot([-1e300, 1e300], [-1e-300, 1e-300])
    axs[0, 1].plot([1.0, 1.0], [5.0, 5.0], "o")
    axs[1, 0].plot([0.0, 1e-15], [1e15, 1e15 + 64])
    axs[1, 1].plot([-1234567.0, 98765.0], [0.30000000000000004, 0.3000000000002])
    fig.subplots_adjust(wspace=0.5, hspace=0.5)


def ruler(fig, i, n, low, high):
    ax = fig.add_axes((0.05, 0.97 - (i + 1) * 0.93 / n + 0.05, 0.9, 0.02))
    ax.set_xlim(low, high)
    ax.yaxis.set_visible(False)
    return ax


@scene(500, 450)
def locators(fig):
    plan = [
        (0, 5, ticker.AutoLocator(), ticker.AutoMinorLocator()),
        (0, 5, ticker.MultipleLocator(0.75), ticker.MultipleLocator(0.25)),
        (-2, 3, ticker.MultipleLocator(1, offset=0.3), None),
        (0, 5, ticker.FixedLocator([0, 1, 4, 4.5]), ticker.FixedLocator([0.2, 2, 3])),
        (0, 7.3, ticker.MaxNLocator(3), ticker.AutoMinorLocator(2)),
        (-0.7, 13, ticker.MaxNLocator(integer=True, steps=[1, 5, 10]), None),
        (-3, 2, ticker.MaxNLocator(6, symmetric=True, prune="both"), None),
        (0, 5, ticker.LinearLocator(4), ticker.LinearLocator(7)),
        (0, 20, ticker.IndexLocator(4, 1.5), None),
        (0, 5, ticker.NullLocator(), ticker.MultipleLocator(1)),
        (7, -3, ticker.AutoLocator(), ticker.AutoMinorLocator()),
    ]
    for i, (low, high, major, minor) in enumerate(plan):
        ax = ruler(fig, i, len(plan), low, high)
        ax.plot([min(low, high), max(low, high)], [0, 1], lw=0)
        ax.set_xlim(low, high)
        ax.xaxis.set_major_locator(major)
        if minor:
            ax.xaxis.set_minor_locator(minor)


@scene(500, 400)
def formatters(fig):
    plain = ticker.ScalarFormatter(useOffset=False)
    scientific = ticker.ScalarFormatter()
    scientific.set_powerlimits((-1, 1))
    plan = [
        (0, 1, ticker.PercentFormatter(1.0)),
        (0, 50, ticker.PercentFormatter(100, decimals=1)),
        (0, 5, ticker.FuncFormatter(lambda x, i: f"{x:g} at {i}")),
        (0, 4, ticker.FixedFormatter(["a", "b", "c", "d"])),
        (0, 5, ticker.FormatStrFormatter("%5.2f m")),
        (-5, 5, ticker.StrMethodFormatter("{x:+.1f}")),
        (1000000, 1000004, plain),
        (0, 300, scientific),
        (0, 5, ticker.NullFormatter()),
    ]
    for i, (low, high, formatter) in enumerate(plan):
        ruler(fig, i, len(plan), low, high).xaxis.set_major_formatter(formatter)


@scene(400, 300)
def tick_params(fig):
    ax = fig.add_subplot()
    ax.plot([0, 10], [-3, 3])
    ax.minorticks_on()
    ax.tick_params(axis="x", direction="in", length=9, width=2, color="r", labelcolor="b", pad=8, top=True)
    ax.tick_params(axis="x", which="minor", direction="inout", length=7, color="g", top=True)
    ax.tick_params(axis="y", direction="inout", length=10, labelsize=7, right=True, labelright=True)
    ax.tick_params(axis="y", which="minor", direction="in", width=1.5)
    ax.set_xlabel("below")
    ax.set_ylabel("beside")


@scene(400, 300)
def tick_rotation(fig):
    ax = fig.add_subplot()
    ax.plot([0, 10000], [-0.003, 0.003])
    ax.tick_params(axis="x", rotation=45)
    ax.tick_params(axis="y", rotation=30, labelright=True, right=True)
    ax.set_xlabel("pushed down")
    ax.set_ylabel("pushed left")


@scene(400, 300)
def own_ticks(fig):
    ax = fig.add_subplot()
    ax.plot([0, 1, 2, 3], [5, 7, 6, 8])
    ax.set_xticks([0, 1, 2, 4])
    ax.set_xticklabels(["zero", "one\nline", "Two", "gap y"])
    ax.set_yticks([5, 6.5, 8])
    ax.xaxis.set_minor_locator(ticker.FixedLocator([0.5, 3.5]))
    ax.xaxis.set_minor_formatter(ticker.FixedFormatter(["half", "more"]))


@scene(400, 300)
def leaning_labels(fig):
    ax = fig.add_axes((0.2, 0.35, 0.7, 0.55))
    ax.plot([0, 1, 2, 3], [5, 7, 6, 8])
    ax.set_xticks([0, 1, 2, 3], ["2024-01-01", "2024-02-01", "March", "the\nend"], rotation=30, ha="right")
    plt.setp(ax.get_yticklabels(), rotation=45, ha="right", rotation_mode="anchor")


@scene(400, 300)
def top_right(fig):
    ax = fig.add_subplot()
    ax.plot([0, 1e-4], [0, 3e7])
    ax.xaxis.set_ticks_position("top")
    ax.xaxis.set_label_position("top")
    ax.yaxis.set_ticks_position("right")
    ax.yaxis.set_label_position("right")
    ax.set_xlabel("above")
    ax.set_ylabel("right")
    ax.set_title("over everything")


@scene(320, 240)
def inverted(fig):
    ax = fig.add_subplot()
    ax.plot([0, 10], [-20, 20])
    ax.invert_xaxis()
    ax.set_ylim(25, -25)
    ax.plot([3, 14], [0, 0])


@scene(400, 300)
def log_unlabelled(fig):
    ax = fig.add_subplot()
    x = steps(50, 0.1, 50.0)
    ax.plot(x, [v**3 for v in x], "-o", ms=3)
    ax.plot(x, [v - 5 for v in x])
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.grid(True)
    ax.grid(True, which="minor", ls=":", lw=0.5)
    ax.tick_params(which="both", labelbottom=False, labelleft=False)
    ax.axline((1, 1), (10, 100), c="r")
    ax.axhspan(1e-2, 1.0, color="0.9")


@scene(400, 300)
def symlog_unlabelled(fig):
    ax = fig.add_subplot()
    x = steps(81, -40.0, 40.0)
    ax.plot(x, [v**3 for v in x])
    ax.set_yscale("symlog", linthresh=10)
    ax.set_xscale("symlog", linthresh=2, linscale=0.5, base=2)
    ax.grid(True)
    ax.axhline(0, c="k")
    ax.tick_params(which="both", labelbottom=False, labelleft=False)


# Layout


@scene(400, 300)
def autoscaled(fig):
    axs = fig.subplots(2, 2)
    line, = axs[0, 0].plot([0, 1], [0, 1])
    line.set_data([0, 30], [-7, 3])
    axs[0, 0].relim()
    axs[0, 0].autoscale_view()
    axs[0, 1].plot([0, 10], [0, 10])
    axs[0, 1].margins(0, 0.4)
    axs[1, 0].plot([0, 10], [0, 10])
    axs[1, 0].autoscale(False)
    axs[1, 0].plot([0, 99], [0, 99])
    axs[1, 1].set_xlim(2, 3)
    axs[1, 1].plot([0, 10], [0, 10])


@scene(500, 400)
def aspects(fig):
    axs = fig.subplots(2, 3)
    for ax in axs.flat:
        ax.plot([0, 10], [0, 3], "-o")
    axs[0, 0].set_aspect("equal")
    axs[0, 1].set_aspect("equal", adjustable="datalim")
    axs[0, 2].set_aspect(5)
    axs[1, 0].set_aspect(2, adjustable="datalim")
    axs[1, 1].set_box_aspect(1)
    axs[1, 2].set_aspect("equal", anchor="NW")
    axs[1, 2].set_xlim(0, 4)


@scene(500, 400)
def shared(fig):
    axs = fig.subplots(2, 3, sharex="col", sharey="row", width_ratios=[1, 2, 1], height_ratios=[3, 2])
    for i, ax in enumerate(axs.flat):
        ax.plot([i, 2 * i + 1], [i * i, -i])
    axs[1, 1].set_xlabel("shared")
    axs[0, 0].set_ylabel("rows")
    axs[1, 2].set_xlim(-5, 25)


@scene(500, 300)
def shared_inverted(fig):
    axs = fig.subplots(2, 3, sharey="col")
    for column in range(3):
        axs[0, column].plot([0, 1], [0, 2])
        axs[0, column].invert_yaxis()
    axs[1, 0].plot([0, 1], [1, 5])
    axs[1, 1].margins(0.2)
    axs[1, 2].axhline(7)


@scene(400, 300)
def shared_all(fig):
    axs = fig.subplots(2, 2, sharex=True, sharey=True)
    for i, ax in enumerate(axs.flat):
        ax.plot([0, i + 1], [0, (-2) ** i])
    axs[0, 1].set_xticks([0, 2, 3])
    axs[1, 0].minorticks_on()


@scene(500, 400)
def gridspec(fig):
    grid = fig.add_gridspec(3, 3, width_ratios=[2, 1, 1], height_ratios=[1, 1, 2])
    fig.subplots_adjust(left=0.08, right=0.97, bottom=0.1, top=0.9, wspace=0.4, hspace=0.6)
    for spec in [grid[0, :], grid[1, :-1], grid[1:, -1], grid[2, 0], grid[2, 1]]:
        fig.add_subplot(spec).plot([0, 1], [0, 1])
    fig.suptitle("Spans of a grid")
    fig.text(0.01, 0.01, "at the corner", fontsize=7, color="gray")


@scene(400, 300)
def twin_x(fig):
    ax = fig.add_subplot()
    x = steps(50, 0.0, 10.0)
    ax.plot(x, wave(x), "b-")
    ax.set_ylabel("left", color="b")
    twin = ax.twinx()
    twin.plot(x, [math.exp(v) for v in x], "r--")
    twin.set_ylabel("right", color="r")
    twin.tick_params(axis="y", labelcolor="r")
    ax.set_title("twins")


@scene(400, 300)
def twin_y(fig):
    ax = fig.add_subplot()
    ax.plot([0, 10], [0, 1])
    ax.set_xlabel("x1")
    twin = ax.twiny()
    twin.plot([0, -4000], [0.2, 2])
    twin.set_xlabel("x2")
    ax.set_title("over the twin")


@scene(500, 400)
def spines(fig):
    axs = fig.subplots(2, 2)
    for ax in axs.flat:
        ax.plot([-2, 2], [-3, 3])
    axs[0, 0].spines[["top", "right"]].set_visible(False)
    axs[0, 1].spines["left"].set_position(("data", 0))
    axs[0, 1].spines["bottom"].set_position(("axes", 0.25))
    axs[0, 1].spines["right"].set_visible(False)
    axs[1, 0].spines["left"].set_position(("outward", 8))
    axs[1, 0].spines["bottom"].set_position(("outward", 8))
    axs[1, 0].spines["bottom"].set_bounds(-1, 2)
    axs[1, 0].set_xlabel("moved")
    axs[1, 1].spines["top"].set_color("red")
    axs[1, 1].spines["right"].set_linewidth(4)
    axs[1, 1].spines["left"].set_color("none")


@scene(400, 300)
def grids(fig):
    ax = fig.add_subplot()
    ax.plot([0, 10], [0, 100], lw=5)
    ax.minorticks_on()
    ax.grid(True, color="tab:red", ls="--", lw=1.2)
    ax.grid(True, which="minor", axis="x", color="b", alpha=0.3, ls=":")
    ax.set_axisbelow(False)


@scene(500, 300)
def titles(fig):
    axs = fig.subplots(1, 2)
    axs[0].set_title("left", loc="left")
    axs[0].set_title("center")
    axs[0].set_title("right", loc="right")
    axs[1].set_title("Two\nlines", fontsize=9, color="g", pad=15)
    axs[1].set_xlabel("an x label", fontsize=14, color="purple", labelpad=10)
    axs[1].set_ylabel("y label\ntwice")
    axs[1].xaxis.set_ticks_position("top")
    fig.suptitle("The figure's title")
    fig.text(0.5, 0.01, "fig.text", ha="center", style="italic")


@scene(400, 300)
def log_plots(fig):
    axs = fig.subplots(1, 3)
    x = [1, 20, 300]
    axs[0].semilogx(x, [1, 2, 3])
    axs[1].semilogy([1, 2, 3], x)
    axs[2].loglog(x, [1e3, 1e2, 1])
    fig.tight_layout()


@scene(400, 300)
def sup_labels(fig):
    axs = fig.subplots(2, 2, sharex=True, sharey=True)
    for ax in axs.flat:
        ax.plot([0, 1], [0, 1])
    fig.supxlabel("time / s")
    fig.supylabel("height / m", color="g", fontsize=9, fontweight="bold")
    fig.tight_layout()


@scene(400, 300, facecolor="#dde8ff")
def off(fig):
    axs = fig.subplots(2, 2)
    for ax in axs.flat:
        ax.plot([0, 1], [0, 1])
        ax.set_title("title")
    axs[0, 0].set_axis_off()
    axs[0, 1].set_frame_on(False)
    axs[1, 0].set_facecolor("none")
    axs[1, 1].xaxis.set_visible(False)


@scene(400, 300, style="dark_background")
def dark(fig):
    ax = fig.add_subplot()
    x = steps(50, 0.0, 10.0)
    for i in range(5):
        ax.plot(x, wave(x, 1.0, i))
    ax.grid(True)
    ax.set_title("dark")
    ax.set_xlabel("x")
    ax.text(2, 0, "text")


@scene(320, 240)
def cleared(fig):
    ax = fig.add_subplot()
    ax.plot([0, 1000], [0, 5])
    ax.set_yscale("log")
    ax.set_title("gone")
    ax.grid(True)
    ax.clear()
    ax.plot([1, 2], [3, 4])


def typical(fig):
    ax = fig.add_subplot()
    x = steps(80, 0.0, 10.0)
    ax.plot(x, wave(x), label="sin")
    ax.plot(x, wave(x, 1.0, 1.0), "--")
    ax.plot(x[::8], wave(x[::8], 1.0, 2.0), "o")
    ax.set_title("Typical")
    ax.set_xlabel("time")
    ax.set_ylabel("value")
    ax.grid(True)


@scene(320, 240, dpi=50)
def dpi_50(fig):
    typical(fig)


@scene(640, 480, dpi=200)
def dpi_200(fig):
    typical(fig)


@scene(640, 480)
def dpi_100(fig):
    typical(fig)


@scene(320, 240, dpi=72.5)
def dpi_fraction(fig):
    typical(fig)


@scene(400, 300)
def empty(fig):
    axs = fig.subplots(1, 3)
    axs[1].plot([], [])
    axs[2].axhline(0.3)


@scene(400, 300)
def shared_log(fig):
    axs = fig.subplots(2, 1, sharex=True)
    x = steps(20, 0.5, 900.0)
    axs[0].plot(x, x)
    axs[0].set_xscale("log")
    axs[0].set_yscale("log")
    axs[1].plot([2, 90000], [1, 2], "o-")
    axs[1].axvline(100, c="r")
    axs[1].grid(True, which="both", axis="x")
    for ax in axs:
        ax.tick_params(which="both", labelbottom=False, labelleft=False)


@scene(400, 300)
def shared_offsets(fig):
    axs = fig.subplots(2, 2, sharex=True, sharey=True)
    for ax in axs.flat:
        ax.plot([0, 3e-7], [0, 4e8])
    axs[1, 0].xaxis.get_offset_text().set_visible(False)
    axs[1, 1].clear()
    axs[1, 1].plot([3e-7, 0], [0, 4e8])


@scene(400, 300)
def twin_offsets(fig):
    ax = fig.add_subplot()
    ax.plot([0, 3e-7], [0, 4e8])
    twin = ax.twinx()
    twin.plot([0, 2e-7], [1000.0001, 1000.0004], "C1")
    twin.spines["right"].set_position(("outward", 15))
    ax.set_title("left", loc="left")
    ax.set_title("right", loc="right")
    ax.set_title("middle")


@scene(400, 300)
def back_and_forth(fig):
    axs = fig.subplots(2, 2)
    for ax in axs.flat:
        ax.plot([1, 5], [2, 3])
    axs[0, 0].set_xlim(0, 2)
    axs[0, 0].autoscale(True)
    axs[0, 1].set_xlim(8, 0)
    axs[0, 1].autoscale(True)
    axs[0, 1].invert_yaxis()
    axs[1, 0].set_xlim(3, 3)
    axs[1, 0].set_ylim(1e-20, 2e-20)
    line, = axs[1, 1].plot([7, 8], [9, 10])
    line.remove()
    axs[1, 1].relim()
    axs[1, 1].autoscale_view()


@scene(400, 300)
def top_rotation(fig):
    ax = fig.add_subplot()
    ax.plot([0, 1000], [0, 1])
    ax.xaxis.set_ticks_position("top")
    ax.tick_params(axis="x", rotation=60, direction="in", pad=1)
    ax.tick_params(axis="y", rotation=90, labelsize=14)
    ax.set_title("over turned labels")
    ax.xaxis.set_minor_locator(ticker.MultipleLocator(100))
    ax.spines["top"].set_position(("axes", 0.9))


@scene(400, 300)
def aspects_shared(fig):
    axs = fig.subplots(1, 3, sharex=True, sharey=True)
    for i, ax in enumerate(axs):
        ax.plot([0, 4 + i], [0, 1 + i])
        ax.set_aspect("equal")
    other = fig.add_axes((0.1, 0.05, 0.3, 0.2))
    other.imshow(field(3, 4), origin="lower", extent=(0, 8, 0, 1), aspect="auto")
    other.plot([2, 9], [0.5, 2])


# Images


@scene(400, 200)
def image_shared(fig):
    axs = fig.subplots(1, 2, sharex=True, sharey=True)
    axs[0].imshow(field(6, 6), interpolation="nearest")
    axs[1].imshow(field(6, 9), interpolation="nearest", extent=(0, 8, 7, 1))
    axs[0].plot([0, 5], [0, 5], "r")


@scene(500, 400, exact=True)
def image_origins(fig):
    axs = fig.subplots(2, 3)
    data = field(5, 8)
    axs[0, 0].imshow(data, interpolation="nearest")
    axs[0, 1].imshow(data, interpolation="nearest", origin="lower")
    axs[0, 2].imshow(data, interpolation="nearest", extent=(-3, 3, 10, 12))
    axs[1, 0].imshow(data, interpolation="nearest", aspect="auto", cmap="gray")
    axs[1, 1].imshow(data, interpolation="nearest", aspect=2.0, cmap="plasma")
    axs[1, 2].imshow(data, interpolation="nearest", extent=(4, 0, 0, 3), origin="lower", cmap="RdBu")
    fig.subplots_adjust(wspace=0.4)


@scene(500, 400)
def image_interpolations(fig):
    names = ["auto", "bilinear", "bicubic", "lanczos", "spline36", "gaussian"]
    for ax, name in zip(fig.subplots(2, 3).flat, names):
        ax.imshow(field(6, 7), interpolation=name)
        ax.set_title(name)


@scene(320, 300, exact=True)
def image_matshow(fig):
    fig.add_subplot().matshow(field(9, 9))


@scene(400, 200, exact=True)
def image_holes(fig):
    axs = fig.subplots(1, 2)
    data = field(6, 6)
    data[2, 3] = data[4, 1] = math.nan
    axs[0].imshow(data, interpolation="nearest")
    axs[0].set_facecolor("0.8")
    axs[1].imshow(data, interpolation="nearest", alpha=0.5, vmin=0.2, vmax=0.7, cmap="magma")


@scene(320, 240)
def image_lines(fig):
    ax = fig.add_subplot()
    ax.imshow(field(10, 12), interpolation="nearest", cmap="gray")
    ax.plot([0, 5, 11], [9, 2, 6], "r-o", lw=2)
    ax.axhline(4.5, c="y")
    ax.text(6, 1, "over", color="w", size=16)
    ax.grid(True)


@scene(400, 300)
def image_dpi(fig):
    rgb = np.array([[[(r * 16) % 256, (c * 12) % 256, (r * c) % 256] for c in range(20)] for r in range(16)])
    ax = fig.add_subplot()
    ax.imshow(rgb.astype(np.uint8))
    ax.set_xlim(2.2, 17.1)
    ax.set_ylim(13.0, -3.0)
    ax.set_title("limits of its own")


# Text


@scene(400, 300)
def text_alignments(fig):
    ax = fig.add_subplot()
    ax.set_xlim(-0.5, 2.5)
    ax.set_ylim(-0.5, 4.5)
    for i, ha in enumerate(["left", "center", "right"]):
        for j, va in enumerate(["top", "center", "center_baseline", "baseline", "bottom"]):
            ax.plot([i], [j], "r+")
            ax.text(i, j, "Aqy", ha=ha, va=va, size=14)


@scene(400, 300)
def text_rotations(fig):
    ax = fig.add_subplot()
    ax.set_xlim(-0.5, 3.5)
    ax.set_ylim(-0.5, 1.5)
    for i, angle in enumerate([30, 90, -45, 200]):
        ax.plot([i, i], [0, 1], "r+")
        ax.text(i, 0, f"turn {angle}", rotation=angle, ha="center", va="center")
        ax.text(i, 1, "Anchor", rotation=angle, rotation_mode="anchor", ha="left", va="bottom")


@scene(400, 300)
def text_lines(fig):
    ax = fig.add_subplot()
    ax.text(0.1, 0.9, "one\nlonger line\nend", va="top")
    ax.text(0.5, 0.9, "one\nlonger line\nend", va="top", ha="center", multialignment="right")
    ax.text(0.9, 0.9, "wide\nlines", va="top", ha="right", linespacing=2.0)
    ax.text(0.3, 0.2, "turned\nand two", rotation=60, ha="center")
    ax.text(0.7, 0.1, "centre\n\nempty", transform=ax.transAxes, va="center", ha="center")


@scene(400, 300)
def text_boxes(fig):
    ax = fig.add_subplot()
    ax.text(0.1, 0.8, "default", bbox={})
    ax.text(0.5, 0.8, "round", bbox=dict(boxstyle="round", facecolor="wheat", alpha=0.5))
    ax.text(0.1, 0.5, "wide pad\ntwo", bbox=dict(boxstyle="square", pad=1.0, fc="w", ec="r", lw=3))
    ax.text(0.6, 0.3, "turned", rotation=30, bbox=dict(boxstyle="round", pad=0.5, fc="lightgreen"))
    ax.text(0.2, 0.1, "no edge", size=15, bbox=dict(fc="0.9", ec="none"))


@scene(400, 300)
def text_styles(fig):
    ax = fig.add_subplot()
    ax.text(0.05, 0.85, "Bold 0123", weight="bold")
    ax.text(0.05, 0.7, "Oblique AVAWA", style="italic")
    ax.text(0.05, 0.55, "Both fi ffl", weight="bold", style="italic", size=14)
    ax.text(0.05, 0.4, "mono il|", family="monospace")
    ax.text(0.05, 0.2, "größer Ωμ−½", size=22, color="navy", alpha=0.6)
    ax.text(0.6, 0.5, "tiny text of six points", size=6)
    ax.text(0.6, 0.9, "clipped at the edge of it", clip_on=True)
    ax.text(0.6, 0.05, "not clipped at the edge")


# Mathematical notation


@scene(400, 300)
def math_text(fig):
    ax = fig.add_subplot()
    ax.set_title(r"$\omega_0^2 = k / m$")
    ax.set_xlabel(r"$\theta$ (rad)")
    ax.set_ylabel(r"$\alpha\,\beta_{ij}$")
    ax.text(0.2, 0.5, r"speed: $v_x^2 + 10^{-3}$ m", size=14)


@scene(400, 300)
def math_log(fig):
    ax = fig.add_subplot()
    ax.plot([1, 2000], [0.02, 5e6])
    ax.set_xscale("log")
    ax.set_yscale("log")


@scene(400, 300)
def math_log_minor(fig):
    ax = fig.add_subplot()
    ax.plot([2, 40], [0.3, 0.9])
    ax.set_xscale("log")
    ax.set_yscale("log")


@scene(400, 300)
def math_symlog(fig):
    ax = fig.add_subplot()
    x = steps(81, -40.0, 40.0)
    ax.plot(x, [v**3 for v in x])
    ax.set_yscale("symlog", linthresh=10)


@scene(400, 300)
def math_offset(fig):
    ax = fig.add_subplot()
    ax.plot([0, 5e7], [1e-6, 4e-6])
    ax.xaxis.set_major_formatter(ticker.ScalarFormatter(useMathText=True))


def tick_rows(name, fig):
    for number, ax in enumerate(fig.axes):
        for axis in (ax.xaxis, ax.yaxis):
            if not (ax.axison and axis.get_visible()):
                continue
            drawn = axis._update_ticks()
            for group, ticks in (("major", axis.get_major_ticks()), ("minor", axis.get_minor_ticks())):
                ticks = [tick for tick in drawn if tick in ticks]
                offset = axis.get_offset_text().get_text() if group == "major" else ""
                values = " ".join(repr(float(tick.get_loc())) for tick in ticks)
                labels = "|".join(tick.label1.get_text().replace("\n", "\\n") for tick in ticks)
                if ticks:
                    yield f"{name}\t{number}\t{axis.axis_name} {group}\t{offset}\t{values}\t{labels}\n"


def image_rows(name, fig):
    for ax in fig.axes:
        box = ax.get_window_extent()
        height = fig.bbox.height
        # Without the spines.
        inside = (box.x0 + 3, height - box.y1 + 3, box.x1 - 3, height - box.y0 - 3)
        yield "\t".join([name, *(str(round(v)) for v in inside)]) + "\n"


logging.disable(logging.WARNING)
HERE.mkdir(exist_ok=True)
with open(HERE / "labels.tsv", "w") as labels, open(HERE / "images.tsv", "w") as images:
    for fill, (width, height), dpi, style, exact, kwargs in SCENES:
        name = fill.__name__
        with plt.style.context(style):
            fig = plt.figure(figsize=(width / dpi, height / dpi), dpi=dpi, **kwargs)
            fill(fig)
            fig.canvas.draw()
        rgb = np.asarray(fig.canvas.buffer_rgba())[..., :3]
        assert rgb.shape == (height, width, 3), (name, rgb.shape)
        Image.fromarray(rgb).save(HERE / f"{name}.png", optimize=True)
        labels.writelines(tick_rows(name, fig))
        if exact:
            images.writelines(image_rows(name, fig))
        plt.close(fig)
