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


def clip_that_returns(fig: Any) -> Callable[[int], Any]:
    ax = fig.add_subplot()
    (line,) = ax.plot(x, waves, lw=5)
    circle = mpatches.Circle((0.5, 0.5), 0.2, transform=ax.transAxes)
    return lambda i: line.set_clip_path(circle if i == 1 else ax.patch)


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


SCENES: list[Scene] = [
    limits_of_colours,
    colormap_of_lines,
    colour_of_gaps,
    clip_that_returns,
    data_of_other_axes,
    data_of_twins,
    scale_below_an_image,
    clip_of_arrows,
    order_across_the_frame,
    text_that_turns,
    inset_that_zooms,
    colours_without_values,
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
