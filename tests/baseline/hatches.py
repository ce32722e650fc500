"""Draw hatches with matplotlib for tests/integration/hatches.rs.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/hatches.py

Writes hatches/SCENE.png.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import patches as mp
from PIL import Image

HERE = Path(__file__).parent / "hatches"
SCENES = {}
PATTERNS = ["/", "\\", "|", "-", "+", "x", "o", "O", ".", "*", "//", "xx.", "o-", "**", "X|", "OO\\"]


def scene(draw):
    SCENES[draw.__name__] = draw


def full(x=(0, 4), y=(0, 3), dpi=100):
    fig = plt.figure(figsize=(3.2, 2.4), dpi=dpi)
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.set_xlim(*x)
    ax.set_ylim(*y)
    return fig, ax


def framed():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    return fig, fig.add_subplot()


@scene
def patterns():
    fig, ax = full((0, 4), (0, 4))
    for i, hatch in enumerate(PATTERNS):
        ax.add_patch(mp.Rectangle((i % 4 + 0.05, i // 4 + 0.05), 0.9, 0.9, fc="gold", hatch=hatch))
    return fig


@scene
def resolution():
    fig, ax = full((0, 4), (0, 4), dpi=72)
    for i, hatch in enumerate(PATTERNS):
        ax.add_patch(mp.Rectangle((i % 4 + 0.05, i // 4 + 0.05), 0.9, 0.9, fc="none", ec="C3", hatch=hatch))
    return fig


@scene
def patches():
    fig, ax = full()
    ax.add_patch(mp.Circle((0.8, 0.8), 0.6, hatch="//", ec="r", fc="none"))
    ax.add_patch(mp.Ellipse((2.5, 1.0), 2.0, 0.8, angle=30, fc="gold", hatch="o", alpha=0.5))
    ax.add_patch(mp.Wedge((0.8, 2.2), 0.6, 20, 300, width=0.3, hatch="xx", ec="b", hatchcolor="g"))
    ax.add_patch(mp.Polygon([(2, 2), (3, 2), (2.5, 2.9)], hatch="*", hatchcolor=("k", 0.3), lw=3, ec="C1"))
    ax.add_patch(mp.FancyBboxPatch((3.2, 2.2), 0.5, 0.5, boxstyle="round,pad=0.1", hatch="|"))
    ax.patches[-1].set_hatch_linewidth(4)
    ax.add_patch(mp.Rectangle((1.5, 1.5), 0.8, 0.6, angle=30, fill=False, hatch="-+", ls="--"))
    ax.add_patch(mp.FancyArrowPatch((0.2, 0.1), (3.5, 0.3), arrowstyle="simple,head_width=20,tail_width=12", hatch="\\\\"))
    return fig


@scene
def bars():
    fig, ax = framed()
    ax.bar([0, 1, 2], [3, 5, 2], hatch=["/", "o", "x"], label="a")
    ax.bar([0, 1, 2], [1, 2, 3], bottom=[3, 5, 2], hatch="..", color="none", edgecolor=["r", "g", "b"], label="b")
    ax.legend()
    return fig


@scene
def areas():
    fig, ax = framed()
    x = np.linspace(0, 6, 40)
    ax.fill_between(x, np.sin(x), 1.5, hatch="//", facecolor="w", edgecolor="C0", label="above")
    ax.fill_between(x, np.sin(x), -1.5, hatch="O", alpha=0.4, facecolor="C1", label="below")
    ax.axvspan(2, 3, hatch="+", alpha=0.3, fc="y", label="span")
    ax.axhspan(-0.5, 0, hatch="\\", fill=False, label="empty")
    ax.fill([4, 5, 5], [0, 0, 1.2], hatch="*", fc="none")
    ax.legend()
    return fig


@scene
def stack():
    fig, ax = framed()
    ax.stackplot([0, 1, 2, 3], [1, 2, 1, 2], [2, 1, 2, 2], [1, 1, 2, 1], hatch=["/", "x", "."], labels=["a", "b", "c"])
    ax.legend(loc="upper left")
    return fig


@scene
def pie():
    fig = plt.figure(figsize=(2.4, 2.4), dpi=100)
    ax = fig.add_axes((0, 0, 1, 1))
    ax.pie([3, 2, 1, 1], hatch=["**O", "oO", "-.", ""], colors=["c", "m", "y", "w"])
    return fig


@scene
def contours():
    fig, ax = framed()
    x = np.linspace(-3, 3, 25)
    z = np.exp(-(x[None, :] ** 2) - x[:, None] ** 2) - np.exp(-((x[None, :] - 1) ** 2) - (x[:, None] - 1) ** 2)
    ax.contourf(x, x, z, [-0.75, -0.5, -0.25, 0, 0.25, 0.5], hatches=["-", "/", "\\", "//", None, "*"], extend="both",
                cmap="gray")
    ax.contourf(x[:12] + 6, x[:12], z[:12, 6:18], 3, hatches=[".", "xx"], colors="none")
    return fig


@scene
def colorbar():
    fig, ax = framed()
    x = np.arange(5)
    areas = ax.contourf(x, x, x[:, None] * x + 0.3 * x, [2, 4, 8, 12], hatches=["-", "/", None, "o", "*"], extend="both", cmap="cool")
    fig.colorbar(areas)
    return fig


@scene
def points():
    fig, ax = framed()
    ax.scatter([1, 2, 3], [1, 2, 1], s=[600, 900, 400], hatch="//", edgecolors=["k", "r", "b"], fc=["w", "gold", "none"], label="a")
    ax.scatter([1, 2, 3], [2, 1, 2], s=500, marker="s", hatch="o", hatchcolor="C3", alpha=0.6, fc="C2", label="b")
    ax.margins(0.3)
    ax.legend(loc="lower right", markerscale=0.3)
    return fig


@scene
def polar():
    fig = plt.figure(figsize=(2.6, 2.4), dpi=100)
    ax = fig.add_subplot(projection="polar")
    ax.bar([0, 1, 2.5, 4], [1, 2, 3, 2.5], hatch=["/", "x", "o", "."], edgecolor="k")
    ax.fill([4.5, 5.5, 5], [1, 3, 0.5], hatch="*", fc="w", ec="r")
    ax.set_rmax(2.2)
    return fig


@scene
def boxes():
    fig, ax = framed()
    ax.axhspan(0.2, 0.4, ls="--", ec="k", lw=2, fc="C1", label="span")
    ax.axvspan(0.6, 0.8, ls=":", ec="r", fill=False, label="empty")
    ax.text(0.05, 0.6, "dashed", bbox=dict(boxstyle="round", ls="--", fc="w"))
    ax.text(0.3, 0.85, "hatched", size=14, bbox=dict(fc="gold", ec="C0", hatch="//", lw=2, ls=(0, (4, 2, 1, 2))))
    ax.annotate("note", (0.9, 0.1), (0.4, 0.1), bbox=dict(boxstyle="round4", ls="-.", fc="0.9"), arrowprops=dict(arrowstyle="->"))
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)
    legend = ax.legend(loc="center left")
    legend.get_frame().set_linestyle("--")
    legend.get_frame().set_edgecolor("b")
    return fig


@scene
def classic():
    with plt.style.context("classic"):
        fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
        ax = fig.add_subplot()
        ax.bar([0, 1], [1, 2], hatch=["/", "o"], edgecolor="r")
        ax.set_xticks([])
        ax.set_yticks([])
        fig.set_facecolor("w")
    return fig


def main():
    HERE.mkdir(exist_ok=True)
    for name, draw in SCENES.items():
        with plt.style.context("classic") if name == "classic" else plt.style.context("default"):
            fig = draw()
            fig.canvas.draw()
        pixels = np.asarray(fig.canvas.buffer_rgba())[..., :3]
        Image.fromarray(pixels).save(HERE / f"{name}.png", optimize=True)
        plt.close(fig)


if __name__ == "__main__":
    main()
