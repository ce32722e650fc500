"""Changes from frame to frame that no flag tells, drawn natively and compared with Agg's drawing of a second figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")
import matplotlib.patches as mpatches
import matplotlib.pyplot as plt
from matplotlib.collections import LineCollection
from matplotlib.transforms import Bbox, TransformedBbox

from plotreel.matplotlib._comparison import Comparison
from plotreel.matplotlib.native import NativeDrawing

x = np.linspace(0, 1, 12)
waves = np.sin(9 * x)

Scene = Callable[[Any], Callable[[int], Any]]
"""Fills a figure, and returns what changes it for a frame."""


def limits_of_colours(fig: Any) -> Callable[[int], Any]:
    dots = fig.add_subplot().scatter(x, waves, c=x)
    return lambda i: dots.set_clim(0, 1 + i)


def colormap_of_lines(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot(xlim=(0, 1), ylim=(0, 12))
    lines = ax.add_collection(LineCollection([[(0, k), (1, k + 1)] for k in range(11)], array=x[1:], lw=4))
    return lambda i: lines.set_cmap(["viridis", "plasma", "gray"][i])


def colour_of_gaps(fig: Any) -> Callable[[int], Any]:
    array = np.outer(waves, waves)
    array[3, 4] = np.nan
    image = fig.add_subplot().imshow(array, cmap=plt.get_cmap("viridis").copy())

    def change(i: int) -> None:
        if i == 1:
            image.set_data(array * 0.5)
        if i == 2:
            image.cmap.set_bad("r")

    return change


def colormap_that_is_copied(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot()
    array = np.outer(waves, waves)
    array[3, 4] = np.nan
    bad = [None, "k", "lime"]

    def change(i: int) -> None:
        ax.cla()
        ax.imshow(array, cmap="bwr" if bad[i] is None else plt.get_cmap("bwr").with_extremes(bad=bad[i]))

    return change


def clip_that_returns(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot()
    (line,) = ax.plot(x, waves, lw=5)
    circle = mpatches.Circle((0.5, 0.5), 0.2, transform=ax.transAxes)
    return lambda i: line.set_clip_path(circle if i == 1 else ax.patch)


def clip_box_that_shrinks(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot()
    (line,) = ax.plot(x, waves, lw=5)
    area = mpatches.Rectangle((0, 0), 1, 1, transform=ax.transAxes)
    box = Bbox.unit()
    line.set_clip_box(TransformedBbox(box, area.get_transform()))

    def change(i: int) -> None:
        box.x1 = 1 - 0.3 * i

    return change


def data_of_other_axes(fig: Any) -> Callable[[int], Any]:
    left, right = fig.subplots(1, 2)
    left.plot(x, waves)
    right.text(0.5, 0.5, "there", transform=left.transData, clip_on=False)
    fig.add_artist(mpatches.Rectangle((0.2, -0.5), 0.4, 0.5, transform=left.transData, alpha=0.5))
    return lambda i: left.set_xlim(-i, 1)


def data_of_twins(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot()
    twin = ax.twinx()
    twin.plot(x, waves)
    ax.text(0.5, 0.5, "there", transform=twin.transData)
    return lambda i: twin.set_ylim(-1 - i, 1)


def scale_below_an_image(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot()
    ax.imshow(np.outer(waves, waves), extent=(1, 10, 1, 10))
    return lambda i: ax.set_xscale("log" if i else "linear")


def clip_of_arrows(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot(xlim=(-1, 1), ylim=(-1, 1))
    arrows = ax.quiver(x, waves, waves, x)
    arrows.set_clip_path(mpatches.Circle((0.5, 0), 0.4, transform=ax.transData))
    return lambda i: ax.set_xlim(-1 - i, 1)


def order_across_the_frame(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot(xlim=(0, 1), ylim=(0, 1))
    patch = ax.add_patch(mpatches.Rectangle((-0.1, 0.2), 0.5, 0.5, color="r", clip_on=False))
    return lambda i: patch.set_zorder([1, 5, 1][i])


def text_that_turns(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot(xlim=(0, 1), ylim=(0, 1))
    ax.text(0.2, 0.2, "along", size=25, rotation=45, transform_rotates_text=True)
    return lambda i: ax.set_ylim(0, 1 + 2 * i)


def inset_that_zooms(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot()
    ax.plot(x, waves)
    inset = ax.inset_axes((0.6, 0.6, 0.3, 0.3), xlim=(0.1, 0.2), ylim=(0, 0.5))
    ax.indicate_inset_zoom(inset)
    return lambda i: inset.set_xlim(0.1, 0.2 + 0.2 * i)


def colours_without_values(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot(projection="3d")
    dots = ax.scatter(x, waves, x, color="r", s=60, depthshade=False)
    return lambda i: dots.set_array(x if i == 1 else None)


def legend_that_is_in_the_way(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot(xlim=(0, 1), ylim=(-1.5, 1.5))
    ax.plot(x, waves / 9, label="still")
    ax.add_patch(mpatches.Circle((0.5, -1), 0.1))
    ax.text(0.1, -1.2, "text")
    dots = ax.scatter(x, waves, label="dots")
    ax.legend()
    return lambda i: dots.set_offsets(np.c_[x, waves + [0, 0.9, -0.9][i]])


def markers_from_the_end(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot(xlim=(0, 1), ylim=(-2, 3))
    lines = [
        ax.plot([], [], "o-", markevery=every)[0]
        for every in ([-1], slice(-4, None, 2), [2, 3], (1, 3), np.array([0, 1, -2]), [], x[:6] > 0.2)
    ]

    def change(i: int) -> None:
        for k, line in enumerate(lines):
            count = 6 if k == 6 else 6 + 3 * i
            line.set_data(x[:count], waves[:count] + 0.3 * k + 0.1 * i)

    return change


def annotations_that_move(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot(xlim=(0, 1), ylim=(-1, 1))
    ax.annotate("at data", (0.5, 0.5))
    ax.annotate("clipped", (0.1, 0.1), xytext=(30, 20), textcoords="offset points")
    ax.annotate("box", (0.5, 0.8), xycoords="axes fraction", bbox={"boxstyle": "round"})
    styles = ("->", "-|>", "fancy")
    arrows = [ax.annotate("", (0.9, 0), (0.4, -0.9 + 0.4 * k), arrowprops={"arrowstyle": s}) for k, s in enumerate(styles)]
    arrows.append(ax.annotate("bent", (0.3, 0.3), (0.2, -0.6), arrowprops={"connectionstyle": "arc3,rad=0.3", "shrink": 0.1}))

    def change(i: int) -> None:
        ax.set_xlim(0.1 * i, 1 + i)
        for arrow in arrows:
            arrow.xy = (0.9 - 0.2 * i, 0.2 * i)

    return change


def bars_that_grow(fig: Any) -> Callable[[int], Any]:
    bars = fig.add_subplot(xlim=(-1, 4), ylim=(-1, 4)).bar(range(4), [1, 2, 3, 2], ec="k", hatch="/")
    bars[3].set_angle(10)

    def change(i: int) -> None:
        for bar in bars:
            bar.set_height(1 + i)
        bars[1].set_width(-0.5)
        bars[2].set_angle(20 * i)

    return change


def one_artist_a_frame(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot()
    lines = [ax.plot(x, waves + k, lw=4)[0] for k in range(3)]
    ax.fill_between(x, waves, 1.5, color="gold")

    def change(i: int) -> None:
        for k, line in enumerate(lines):
            line.set_visible(k == i)

    return change


def title_above_large_letters(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot()
    return lambda i: ax.set_title("large jg", fontsize=20 + 10 * i)


def circle_of_polar_axes(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot(projection="polar", ylim=(0, 1))
    line = ax.axhline(0.5, 0.1, 0.8, lw=3)
    return lambda i: line.set_ydata([0.3 + 0.2 * i] * 2)


def letters_with_a_clip_path(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot()
    text = ax.text(0.3, 0.5, "beyond the circle")
    text.set(clip_on=True, clip_path=mpatches.Circle((0.5, 0.5), 0.1, transform=ax.transAxes))
    return lambda i: text.set_x(0.3 + 0.3 * i)


def layout_that_settles(fig: Any) -> Callable[[int], Any]:
    fig.set_layout_engine("constrained")
    ax = fig.add_subplot(ylabel="a label")
    (line,) = ax.plot(x, waves)
    return lambda i: line.set_ydata(waves * (1 - 0.1 * i))


def layout_that_changes(fig: Any) -> Callable[[int], Any]:
    (line,) = fig.add_subplot(xlim=(0, 1), ylim=(-1, 1)).plot(x, waves)

    def change(i: int) -> None:
        line.set_ydata(waves * (1 - 0.1 * i))
        if i == 1:
            fig.set_layout_engine("tight")
        if i == 2:
            fig.get_layout_engine().set(pad=4)

    return change


SCENES: list[Scene] = [
    layout_that_settles,
    layout_that_changes,
    limits_of_colours,
    colormap_of_lines,
    colour_of_gaps,
    colormap_that_is_copied,
    clip_that_returns,
    clip_box_that_shrinks,
    data_of_other_axes,
    data_of_twins,
    scale_below_an_image,
    clip_of_arrows,
    order_across_the_frame,
    text_that_turns,
    inset_that_zooms,
    colours_without_values,
    legend_that_is_in_the_way,
    markers_from_the_end,
    annotations_that_move,
    bars_that_grow,
    one_artist_a_frame,
    title_above_large_letters,
    circle_of_polar_axes,
    letters_with_a_clip_path,
]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_frames_are_those_of_a_figure_that_agg_alone_draws(scene: Scene) -> None:
    ours, theirs = (plt.figure(figsize=(4, 3), dpi=80) for _ in range(2))
    change, follow = scene(ours), scene(theirs)
    drawing = NativeDrawing(ours, (320, 240), 0)
    for frame in range(3):
        change(frame)
        follow(frame)
        drawing.update()
        theirs.canvas.draw()
        pixels = np.asarray(theirs.canvas.buffer_rgba())
        compared = Comparison(drawing._mirror.draw().copy(), pixels)
        assert compared.rms < 0.3, frame
        assert compared.share < 0.5, frame
    plt.close("all")


def test_a_hidden_artist_goes_after_a_frame_that_agg_was_compared_with() -> None:
    fig = plt.figure(figsize=(4, 3), dpi=80)
    change = one_artist_a_frame(fig)
    drawing = NativeDrawing(fig, (320, 240), 2)
    for frame in (0, 1, 2, 0, 1, 2):
        change(frame)
        drawing.draw()
    assert drawing.statistics.rms < 0.3
    plt.close("all")


def test_a_legend_that_stays_is_not_drawn_again() -> None:
    fig, ax = plt.subplots(figsize=(4, 3), dpi=80)
    (line,) = ax.plot(x, 0.1 * waves, label="line")
    ax.set(xlim=(0, 1), ylim=(-2, 2))
    ax.legend()
    drawing = NativeDrawing(fig, (320, 240), 0)
    drawn = []
    for height in (0.1, 0.2, 1.7):
        line.set_ydata(height * np.ones_like(x))
        drawing.update()
        drawn.append(drawing._mirror.changed)
    assert drawn[1:] == [1, 2]
    plt.close("all")


@pytest.mark.parametrize("hinting", ["auto", "none", "native", "default"])
def test_letters_are_hinted_as_the_rcparam_says(hinting: str) -> None:
    with plt.rc_context({"text.hinting": hinting}):
        fig, ax = plt.subplots(figsize=(4, 3), dpi=80)
        ax.set(title="Title of letters", xlabel=r"$x^2$", ylabel="turned")
        ax.text(0.2, 0.3, "askew", rotation=30)
        fig.canvas.draw()
        pixels = np.asarray(fig.canvas.buffer_rgba())
        drawing = NativeDrawing(fig, (320, 240), 0)
        drawing.update()
        compared = Comparison(drawing._mirror.draw(), pixels)
    assert compared.rms < 0.3
    assert compared.share < 0.5
    plt.close("all")
