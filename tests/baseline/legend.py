"""Draw legends with matplotlib for tests/integration/legend.rs.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/legend.py

Writes legend/SCENE.png.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import patches as mp
from PIL import Image

HERE = Path(__file__).parent / "legend"
SCENES = {}
X = np.arange(21) / 4


def scene(draw):
    SCENES[draw.__name__] = draw


def framed():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    return fig, fig.add_subplot()


def full():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.set_xlim(0, 4)
    ax.set_ylim(0, 3)
    return fig, ax


@scene
def lines():
    fig, ax = framed()
    ax.plot(X, X, label="plain")
    ax.plot(X, X**2 / 5, "o--", label="dashes, gypsum", markevery=3)
    ax.plot(X, 3 - X, "s", color="tab:red", mfc="w", label="markers")
    ax.plot(X, 4 - X, "k:", label="_hidden")
    ax.plot(X, 4 - X, "g-.", lw=3, alpha=0.5, label=r"$\alpha_1^2$")
    ax.axhline(1, color="C4", label="level")
    ax.legend()
    return fig


@scene
def rectangles():
    fig, ax = framed()
    ax.bar([0, 1, 2], [3, 5, 4], label="bars", ec="k")
    ax.fill_between(X, X, X / 2, color="C2", alpha=0.4, label="area")
    ax.fill_between(X, X + 1, X, label="plain area")
    ax.axvspan(1.5, 2.5, color="C3", alpha=0.3, label="span")
    ax.add_patch(mp.Circle((3, 3), 0.5, fc="gold", ec="C4", lw=2, ls="--", label="circle"))
    ax.fill([3, 4, 4], [0, 0, 2], "c", label="fill")
    ax.legend(loc="upper left")
    return fig


@scene
def points():
    fig, ax = framed()
    ax.scatter(X, X, label="default")
    ax.scatter(X, 5 - X, s=np.linspace(10, 90, 21), c=X, cmap="plasma", label="mapped")
    ax.scatter(X, X / 2, s=60, marker="^", color="C3", edgecolors="k", label="triangles")
    ax.vlines([1, 2], 0, 5, colors="C4", linestyles="--", label="lines")
    ax.legend(loc="center right", scatterpoints=3)
    return fig


@scene
def title_and_columns():
    fig, ax = framed()
    for i in range(5):
        ax.plot(X, X * i, label=f"line {i}")
    ax.legend(ncols=2, title="A title", loc="upper center", fontsize=8)
    return fig


@scene
def lengths():
    fig, ax = full()
    ax.plot(X, X, "o-", label="first")
    ax.bar([3], [1], label="second")
    ax.legend(loc=(0.1, 0.3), numpoints=3, handlelength=4, handleheight=1.4, handletextpad=0.2, borderpad=1, labelspacing=1.5, markerscale=1.5, fancybox=False, framealpha=1, edgecolor="k", facecolor="wheat")
    return fig


@scene
def frameless():
    fig, ax = framed()
    ax.plot(X, X, label="a")
    ax.plot(X, 5 - X, label="longer name")
    ax.legend(frameon=False, loc="lower center", ncols=2, columnspacing=1, labelcolor="C3")
    return fig


@scene
def anchored():
    fig, ax = full()
    ax.plot(X, X, label="one")
    ax.plot(X, 3 - X, label="two\nlines")
    ax.legend(bbox_to_anchor=(0.25, 0.2, 0.5, 0.5), loc="lower right", borderaxespad=0)
    return fig


@scene
def best_of_lines():
    fig, ax = framed()
    ax.plot(X, 5 - X, label="falls")
    ax.plot(X, 4 - X, "o", label="points")
    ax.text(0.2, 0.2, "some text here")
    ax.legend()
    return fig


@scene
def best_of_rest():
    fig, ax = framed()
    ax.bar([0, 1, 2, 3], [5, 1, 2, 5], label="bars")
    ax.scatter([1.5, 2.0], [4.8, 4.5], c="k", label="points")
    ax.legend()
    return fig


@scene
def best_of_none():
    fig, ax = full()
    rng = np.linspace(0, 4, 9)
    for y in np.linspace(0.1, 2.9, 8):
        ax.plot(rng, y + 0 * rng, color="C0")
    ax.plot([2.0, 4.0], [0.5, 3.0], label="steep")
    ax.add_patch(mp.Wedge((1, 2.5), 0.8, 0, 200, fc="C2", label="wedge"))
    ax.legend()
    return fig


@scene
def given():
    fig, ax = framed()
    a, = ax.plot(X, X, "r-", label="not this")
    b = ax.axhspan(1, 2, fc="C1")
    ax.legend([b, a], ["band", "line"])
    return fig


@scene
def twins():
    fig, ax = framed()
    other = ax.twinx()
    (speed,) = ax.plot(X, X)
    (force,) = other.plot(X, 9 - X, "C1--", lw=2)
    points = other.scatter(X, 9 - X / 2, c="C3")
    ax.legend([force, speed, points], ["force", "speed", "points"], loc="lower right")
    return fig


@scene
def tight():
    fig, ax = framed()
    ax.plot(X, X, label="beside")
    ax.legend(bbox_to_anchor=(1.05, 0, 0, 1), loc="upper left", borderaxespad=0)
    fig.tight_layout()
    return fig


@scene
def expanded():
    fig, ax = framed()
    for i in range(5):
        ax.plot(X, i * X, label=f"line {i}")
    ax.legend(loc="upper left", ncols=3, mode="expand", title="All", fontsize=7)
    return fig


@scene
def expanded_box():
    fig, ax = framed()
    for i in range(2):
        ax.plot(X, i * X, label=f"line {i}")
    ax.legend(loc="lower left", bbox_to_anchor=(0.1, 1.02, 0.8, 0), ncols=2, mode="expand", borderaxespad=0)
    return fig


@scene
def of_figure():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    axs = fig.subplots(1, 2)
    axs[0].bar([0, 1], [3, 2], label="bars")
    axs[0].plot(X, X, label="left")
    axs[1].plot(X, 9 - X, "C3--", label="right")
    axs[1].scatter(X, X / 2, label="points")
    fig.legend()
    fig.legend([axs[1].lines[0], axs[0].lines[0]], ["a", "b"], loc="lower center", ncols=2, mode="expand")
    return fig


HERE.mkdir(exist_ok=True)
for name, draw in SCENES.items():
    fig = draw()
    fig.canvas.draw()
    Image.fromarray(np.asarray(fig.canvas.buffer_rgba())).convert("RGB").save(HERE / f"{name}.png", optimize=True)
    plt.close(fig)
