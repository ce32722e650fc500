"""Figures that change, each as (figure, what the next frame does)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.markers import MarkerStyle
from matplotlib.patches import Circle, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Affine2D

Scene = tuple[Figure, Callable[[int], Any]]
SCENES: dict[str, Callable[[], Scene]] = {}

X = np.linspace(0, 6.3, 80)


def scene(make: Callable[[], Scene]) -> Callable[[], Scene]:
    SCENES[make.__name__] = make
    return make


def random(frame: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(frame).random(shape)


@scene
def line():
    fig, ax = plt.subplots()
    (line,) = ax.plot(X, np.sin(X))
    ax.grid(True)
    return fig, lambda i: line.set_ydata(np.sin(X + i / 5))


@scene
def line_and_limits():
    fig, ax = plt.subplots()
    (line,) = ax.plot([], [], "o-")

    def update(i):
        line.set_data(X[: i + 2], np.exp(X[: i + 2]))
        if i % 3 == 2:
            ax.relim()
            ax.autoscale_view()

    return fig, update


@scene
def image_colorbar_title():
    fig, ax = plt.subplots()
    image = ax.imshow(random(0, 20, 30))
    fig.colorbar(image, label="value")

    def update(i):
        image.set_data(random(i, 20, 30))
        ax.set_title("frame " + "m" * i)

    return fig, update


@scene
def colors_and_limits_of_an_image():
    fig, ax = plt.subplots()
    image = ax.imshow(random(0, 20, 30), cmap=plt.get_cmap("viridis").copy())
    bar = fig.colorbar(image)

    def update(i):
        if i == 2:
            image.set_clim(0.2, 0.7)
        elif i == 3:
            image.set_cmap("magma")
        elif i == 4:
            bar.set_label("changed")
        elif i == 5:
            image.get_array()[:, :15] = 0.5
        elif i == 6:
            image.cmap.set_under("red")

    return fig, update


@scene
def scatter():
    fig, ax = plt.subplots()
    dots = ax.scatter(*random(0, 2, 40), c=random(1, 40), s=60)

    def update(i):
        if i % 2:
            dots.set_offsets(random(i, 40, 2))
        else:
            dots.set_array(random(i, 40))

    return fig, update


@scene
def clear_and_plot():
    fig, (left, right) = plt.subplots(1, 2)

    def update(i):
        left.clear()
        left.plot(random(i, 30))
        left.set_title(f"{i}")
        right.plot(i, i, "s")

    return fig, update


@scene
def artists_come_and_go():
    fig, ax = plt.subplots()
    ax.set(xlim=(0, 1), ylim=(0, 1))
    shown: list[Artist] = []

    def update(i):
        shown.append(ax.add_patch(Circle(random(i, 2), 0.1, color="C3", alpha=0.5)))
        if i % 3 == 2:
            shown.pop(0).remove()
        if i == 5:
            shown[0].set_zorder(-3)
        if i == 6:
            shown[1].set_visible(False)

    return fig, update


@scene
def ticks_and_labels():
    fig, ax = plt.subplots()
    ax.plot(X, np.cos(X))

    def update(i):
        match i:
            case 1:
                ax.set_xticks([0, 3, 6], ["a", "b", "c"])
            case 2:
                ax.tick_params(length=12, labelsize=16, direction="in")
            case 3:
                ax.minorticks_on()
            case 4:
                ax.get_yticklabels()[2].set_color("red")
            case 5:
                ax.set_xlabel("time / s")
            case 6:
                ax.xaxis.tick_top()
                ax.set_title("above the labels")
            case 7:
                ax.yaxis.get_major_locator().set_params(nbins=3)
            case 8:
                ax.spines["right"].set_visible(False)
            case 9:
                ax.spines["left"].set_position(("data", 2.0))

    return fig, update


@scene
def offset_text():
    fig, ax = plt.subplots()
    (line,) = ax.plot(X, X)
    ax.set_title("title")

    def update(i):
        line.set_ydata(X * 10.0**i)
        ax.relim()
        ax.autoscale_view()

    return fig, update


@scene
def switches():
    fig, ax = plt.subplots()
    ax.plot(X, np.cos(X))

    def update(i):
        match i:
            case 1:
                ax.grid(True)
            case 2:
                ax.set_axis_off()
            case 3:
                ax.set_axis_on()
            case 4:
                ax.set_frame_on(False)
            case 5:
                ax.set_axisbelow(False)
            case 6:
                ax.set_facecolor("lightyellow")
            case 7:
                fig.set_facecolor("lightblue")
            case 8:
                fig.subplots_adjust(left=0.3)
            case 9:
                ax.set_visible(False)

    return fig, update


@scene
def what_sets_no_flag():
    fig, ax = plt.subplots()
    ax.set(xlim=(0, 1), ylim=(0, 1))
    dots = ax.scatter(*random(0, 2, 9), facecolors="none", edgecolors="k", s=200)
    lines = ax.add_collection(LineCollection(random(1, 3, 2, 2), linewidths=6))
    text = ax.text(0.1, 0.9, "text")
    note = ax.annotate("note", (0.2, 0.2), (0.7, 0.8), arrowprops={"arrowstyle": "->"})
    box = ax.add_patch(Rectangle((0.4, 0.4), 0.2, 0.1))
    arrows = ax.quiver(*random(2, 4, 5))
    turn = Affine2D()
    (line,) = ax.plot([0, 0.3], [0, 0.1], transform=turn + ax.transData)
    (curve,) = ax.plot(X / 7, np.sin(X) / 2 + 0.5)

    def update(i):
        match i:
            case 1:
                dots.set_linestyle("--")
            case 2:
                lines.set_linestyle(":")
            case 3:
                lines.set_capstyle("round")
            case 4:
                text.set_bbox({"facecolor": "yellow", "pad": 12})
            case 5:
                note.set_bbox({"facecolor": "lime"})
            case 6:
                note.xy = (0.5, 0.1)
            case 7:
                box.angle = 40
            case 8:
                arrows.U = arrows.U * -1
            case 9:
                turn.rotate(0.5)
            case 10:
                curve.get_ydata(orig=False)[:] *= 0.5
            case 11:
                text.get_fontproperties().set_size(20)
            case 12:
                line.set_linestyle("--")

    return fig, update


@scene
def legend_finds_its_place():
    fig, ax = plt.subplots()
    (line,) = ax.plot(X, X, label="line")
    ax.set(xlim=(0, 7), ylim=(0, 7))
    ax.legend()
    return fig, lambda i: line.set_ydata(X if i % 4 < 2 else 7 - X)


@scene
def twins_and_insets():
    fig, ax = plt.subplots()
    (line,) = ax.plot(X, np.sin(X))
    (other,) = ax.twinx().plot(X, np.cos(X), "r")
    inset = ax.inset_axes((0.6, 0.6, 0.3, 0.3))
    (small,) = inset.plot(X, X)
    ax.set_title("twins")

    def update(i):
        if i == 7:
            # It covers its twin.
            ax.set(zorder=1, facecolor="lightyellow")
        elif i != 8:
            [line, other, small][i % 3].set_ydata(random(i, 80))

    return fig, update


@scene
def axes_that_change_places():
    fig, ax = plt.subplots()
    ax.plot(X, X, linewidth=30)
    above = fig.add_axes((0.3, 0.3, 0.5, 0.5), facecolor="lightgreen")
    text = fig.text(0.01, 0.01, "0")

    def update(i):
        text.set_text(f"{i}")
        if i % 4 == 3:
            above.set_zorder(-1 if i % 8 == 3 else 1)

    return fig, update


@scene
def figure_texts():
    fig, axs = plt.subplots(2, 2, sharex=True)
    title = fig.suptitle("begin")
    (line,) = axs[0, 1].plot(X, X)
    note = fig.text(0.4, 0.5, "0")

    def update(i):
        title.set_text("title " * (i + 1))
        note.set_text(f"{i} in the middle")
        note.set_rotation(7 * i)
        line.set_xdata(X * (1 + i))
        axs[0, 0].set_xlim(0, 1 + i)

    return fig, update


@scene
def polar():
    fig, ax = plt.subplots(subplot_kw={"projection": "polar"})
    (line,) = ax.plot(X, X)
    return fig, lambda i: line.set_ydata(X * (1 + i % 3))


@scene
def three_d():
    fig = plt.figure()
    flat = fig.add_subplot(121)
    (line,) = flat.plot(X, X)
    ax = fig.add_subplot(122, projection="3d")
    dots = ax.scatter(*random(0, 3, 20))

    def update(i):
        match i % 4:
            case 1:
                ax.view_init(20, 10 * i)
            case 2:
                ax.azim = 5 * i
            case 3:
                dots._offsets3d = tuple(random(i, 3, 20))
        line.set_ydata(random(i, 80))

    return fig, update


@scene
def constrained():
    fig, axs = plt.subplots(1, 2, layout="constrained")
    (line,) = axs[0].plot(X, X)

    def update(i):
        line.set_ydata(np.sin(X + i))
        if i > 5:
            axs[1].set_ylabel("label\n" * i)

    return fig, update


@scene
def subfigures():
    fig = plt.figure()
    left, right = fig.subfigures(1, 2)
    (line,) = left.subplots().plot(X, X)
    right.subplots().set_title("right")
    return fig, lambda i: line.set_ydata(random(i, 80))


@scene
def effects():
    fig, ax = plt.subplots()
    (line,) = ax.plot(X, np.sin(X), path_effects=[withStroke(linewidth=20, foreground="k")])
    bars = ax.bar([1, 2, 3], [1, 2, 1], hatch="//", edgecolor="w")
    filled = ax.fill_between(X, np.sin(X), alpha=0.3)

    def update(i):
        if i % 2:
            bars[i % 3].set_height(2 * random(i, 1)[0])
        else:
            line.set_linewidth(i)
        filled.set_alpha(0.1 + 0.05 * i)

    return fig, update


class Clock(Artist):
    """An artist whose look follows a value that it does not know."""

    frame = 0

    def draw(self, renderer):
        ax = self.axes
        ax.text(Clock.frame / 20, 0.5, "now").draw(renderer)
        ax.texts[-1].remove()


@scene
def an_artist_of_ones_own():
    fig, ax = plt.subplots()
    ax.add_artist(Clock())

    def update(i):
        Clock.frame = i

    return fig, update


@scene
def equal_aspect_and_log():
    fig, (left, right) = plt.subplots(1, 2)
    left.set_aspect("equal")
    (line,) = left.plot(X, X)
    right.set(xscale="log", yscale="log")
    (other,) = right.plot(X + 0.1, X + 0.1)

    def update(i):
        if i % 2:
            line.set_ydata(np.sin(X + i))
        else:
            other.set_ydata(X * 10 ** (i / 4) + 0.1)
        if i == 6:
            left.set_ylim(-2, 8)

    return fig, update


@scene
def limits_of_one_axis():
    fig, ax = plt.subplots()
    ax.scatter(*random(0, 2, 80))
    ax.set(xlabel="x", ylabel="y", title="one axis moves")
    ax.annotate("here", (0.5, 0.5), (0.7, 0.8), arrowprops={"arrowstyle": "->"})
    ax.axhline(0.4)

    def update(i):
        if i % 4 == 3:
            ax.set_ylim(-i, 1)
        else:
            ax.set_xlim(-i, 1 + i / 10)

    return fig, update


@scene
def limits_of_one_axis_among_scales_and_spines():
    fig, axes = plt.subplots(2, 2)
    for ax in axes.flat:
        ax.plot(X + 0.1, np.exp(X), "s-")
        ax.set_ylabel("label")
    axes[0, 0].set_yscale("log")
    axes[0, 1].set_xscale("symlog")
    axes[0, 1].minorticks_on()
    axes[1, 0].spines["left"].set_position("zero")
    axes[1, 0].spines["bottom"].set_position(("data", 50))
    axes[1, 1].tick_params(direction="in", labeltop=True, labelright=True, labelrotation=30)
    axes[1, 1].spines["left"].set_position(("axes", 0.3))

    def update(i):
        ax = axes.flat[i % 4]
        if i < 7:
            ax.set_xlim(-i, 5 + i)
        else:
            ax.set_ylim(1, 50 * i)

    return fig, update


@scene
def limits_of_one_axis_among_twins():
    fig, (ax, other) = plt.subplots(2, 1, sharex=True)
    ax.plot(X, np.sin(X))
    twin = ax.twinx()
    twin.plot(X, 1000 * X, "C1")
    twin.set_ylabel("twin")
    other.plot(X, 1e5 * X)
    other.set_ylabel("other")
    ax.set_ylabel("one")
    fig.align_ylabels()

    def update(i):
        if i % 3 == 0:
            other.set_xlim(0, 5 + i)
        elif i % 3 == 1:
            twin.set_ylim(0, 10.0**i)
        else:
            other.set_ylim(0, 10.0**i)

    return fig, update


@scene
def limits_of_one_axis_with_equal_aspect():
    fig, ax = plt.subplots()
    ax.plot(X, np.sin(X), marker=MarkerStyle("^", transform=Affine2D().scale(3)), ms=9)
    ax.set_aspect("equal", adjustable="datalim")
    fig.text(0.05, 0.5, "\N{COMBINING CIRCUMFLEX ACCENT}f", fontfamily="STIXGeneral", size=30)

    def update(i):
        if i == 9:
            ax.set_aspect("equal", adjustable="box")
        ax.set_xlim(0, 5 + i)

    return fig, update
