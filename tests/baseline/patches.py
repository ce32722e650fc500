"""Draw patches and annotations with matplotlib for tests/integration/patches.rs.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/patches.py

Writes patches/SCENE.png.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import patches as mp
from matplotlib.lines import Line2D
from matplotlib.path import Path as MPath
from PIL import Image

HERE = Path(__file__).parent / "patches"
SCENES = {}
BOXES = ["square", "circle", "ellipse", "larrow", "rarrow", "darrow", "round", "round4", "sawtooth", "roundtooth"]
CURVES = ["-", "->", "-[", "]-", "]-[", "|-|", "]->", "<-[", "-|>", "<-", "<->", "<|-", "<|-|>"]


def scene(draw):
    SCENES[draw.__name__] = draw


def full(x=(0, 4), y=(0, 3)):
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.set_xlim(*x)
    ax.set_ylim(*y)
    return fig, ax


def framed():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    return fig, fig.add_subplot()


@scene
def rectangles():
    fig, ax = framed()
    ax.add_patch(mp.Rectangle((0.1, 0.1), 0.3, 0.5))
    ax.add_patch(mp.Rectangle((0.5, 0.2), 0.3, 0.4, angle=20, fc="tab:orange", ec="k", lw=2))
    ax.add_patch(mp.Rectangle((0.9, 0.9), -0.3, -0.2, angle=30, rotation_point="center", fill=False, ls="--"))
    ax.add_patch(mp.Rectangle((0.2, 0.7), 0.2, 0.2, color="C2", alpha=0.5, lw=4))
    ax.add_patch(mp.Rectangle((0.8, -0.1), 0.4, 0.3, fc="none", ec="r", lw=3))
    return fig


@scene
def ellipses():
    fig, ax = full()
    ax.add_patch(mp.Circle((0.8, 0.8), 0.6))
    ax.add_patch(mp.Ellipse((2.5, 1.0), 2.0, 0.8, angle=30, fc="gold", ec="k", lw=1.5))
    ax.add_patch(mp.Ellipse((1.2, 2.2), 1.6, 1.0, angle=-20, color="C3", alpha=0.4, ls=":", lw=3))
    ax.add_patch(mp.Circle((3.4, 2.4), 0.4, fill=False, ec="b", lw=0.5))
    ax.add_patch(mp.Circle((0.9, 0.5), 0.1, transform=ax.transAxes, fc="w", ec="C1"))
    return fig


@scene
def wedges():
    fig, ax = full()
    ax.add_patch(mp.Wedge((0.8, 0.8), 0.7, 30, 300))
    ax.add_patch(mp.Wedge((2.4, 0.8), 0.7, -45, 200, width=0.3, fc="C1", ec="k"))
    ax.add_patch(mp.Wedge((0.9, 2.3), 0.6, 0, 360, width=0.2, fc="C2", ec="C3", lw=2))
    ax.add_patch(mp.Wedge((2.4, 2.3), 0.6, 90, 450, fc="C4", ec="k", alpha=0.6))
    ax.add_patch(mp.Wedge((3.5, 1.5), 0.4, 350, 10, ec="k", lw=1))
    return fig


@scene
def arcs():
    fig, ax = full()
    ax.add_patch(mp.Arc((1, 1), 1.6, 0.8))
    ax.add_patch(mp.Arc((3, 1), 1.6, 0.8, angle=30, theta1=20, theta2=200, color="C3", lw=3))
    ax.add_patch(mp.Arc((1, 2.2), 1.2, 1.2, theta1=-60, theta2=120, ls="--", ec="C0", lw=2))
    ax.add_patch(mp.Arc((3, 2.2), 0.6, 1.4, angle=45, theta1=270, theta2=90, ec="g", capstyle="round", lw=6))
    return fig


@scene
def polygons():
    fig, ax = framed()
    star = [(0.3, 0.95), (0.4, 0.6), (0.7, 0.55), (0.45, 0.4), (0.55, 0.05), (0.3, 0.3)]
    ax.add_patch(mp.Polygon(star, fc="C4", ec="k", joinstyle="round", lw=4))
    ax.add_patch(mp.Polygon([(0.75, 0.1), (0.95, 0.1), (0.95, 0.5)], closed=False, fc="C5", ec="C1", lw=2))
    path = MPath([(0.7, 0.6), (0.6, 1.1), (1.0, 1.0), (0.9, 0.7), (0.8, 0.6), (0.8, 0.8), (0, 0)], [1, 4, 4, 4, 3, 3, 79])
    ax.add_patch(mp.PathPatch(path, fc="C6", ec="k", lw=1.5))
    ax.add_patch(mp.PathPatch(MPath([(0.05, 0.05), (0.2, 0.3), (0.05, 0.5)]), fill=False, ls="-.", ec="C2"))
    return fig


@scene
def limits():
    fig, ax = framed()
    ax.add_patch(mp.Ellipse((3, 2), 4, 1, angle=40, fc="C2"))
    ax.add_patch(mp.Rectangle((-1, 3), 1.5, 1, angle=45, fc="C1"))
    ax.add_patch(mp.Rectangle((9, 9), 0, 0))
    ax.add_patch(mp.Wedge((5, 4), 1, 10, 80, fc="C3"))
    ax.add_patch(mp.PathPatch(MPath([(0, 0), (3, -2), (4, 1)], [1, 3, 3]), fc="C0", ec="k"))
    ax.add_patch(mp.Circle((0.5, 0.5), 0.05, transform=ax.transAxes, fc="k"))
    ax.autoscale_view()
    return fig


@scene
def logarithmic():
    fig, ax = framed()
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.set_xlim(0.1, 100)
    ax.set_ylim(1, 1000)
    ax.add_patch(mp.Rectangle((0.2, 2), 3, 50, fc="C1", ec="k"))
    ax.add_patch(mp.Circle((30, 40), 25, fc="C2", ec="k", alpha=0.7))
    ax.add_patch(mp.FancyArrowPatch((0.3, 300), (20, 200), arrowstyle="->", mutation_scale=15, connectionstyle="arc3,rad=-0.3"))
    return fig


@scene
def boxes():
    fig, ax = full(x=(0, 10), y=(0, 7.5))
    for i, style in enumerate(BOXES):
        x, y = 0.8 + 2.4 * (i % 4), 1 + 2.5 * (i // 4)
        ax.add_patch(mp.FancyBboxPatch((x, y), 1.2, 0.7, boxstyle=style, fc=f"C{i}"))
    ax.add_patch(mp.FancyBboxPatch((5.6, 6), 1, 0.7, boxstyle="round,pad=0.4,rounding_size=0.2", mutation_aspect=0.5, lw=2))
    ax.add_patch(mp.FancyBboxPatch((8, 6), 1, 0.7, boxstyle="rarrow,pad=0.2,head_angle=-90,head_width=2", fc="w"))
    return fig


@scene
def boxes_with_parameters():
    fig, ax = full(x=(0, 320), y=(0, 240))
    styles = ["darrow,head_angle=-60", "larrow,head_width=0.7", "darrow,head_angle=60,head_width=2", "round4,rounding_size=1", "sawtooth,tooth_size=0.5", "roundtooth,tooth_size=0.6,pad=0.5"]
    for i, style in enumerate(styles):
        x, y = 50 + 150 * (i % 2), 30 + 75 * (i // 2)
        ax.add_patch(mp.FancyBboxPatch((x, y), 70, 30, boxstyle=style, mutation_scale=15, fc="C0", ec="C1", lw=1.5))
    return fig


@scene
def text_boxes():
    fig, ax = full()
    for i, style in enumerate(BOXES):
        x, y = 0.7 + 1.3 * (i % 3), 0.4 + 0.75 * (i // 3)
        bbox = {"boxstyle": style + (",pad=0.5" if i % 2 else ""), "fc": "wheat", "ec": "C0", "alpha": 0.8, "lw": 1 + i % 2}
        ax.text(x, y, style, ha="center", va="center", size=9, rotation=15 * (i % 3), bbox=bbox)
    return fig


@scene
def curve_arrows():
    fig, ax = full(x=(0, 320), y=(0, 240))
    for i, style in enumerate(CURVES):
        x, y = 20 + 155 * (i % 2), 15 + 34 * (i // 2)
        arrow = mp.FancyArrowPatch((x, y), (x + 115, y + 10), arrowstyle=style, mutation_scale=12, lw=1 + 0.5 * (i % 3), fc="C1", ec="C0")
        ax.add_patch(arrow)
    arrow = "]-[,widthA=0.6,lengthA=0.4,angleA=20,widthB=0.8,angleB=-30"
    ax.add_patch(mp.FancyArrowPatch((175, 220), (290, 228), arrowstyle=arrow, mutation_scale=12, ls="--"))
    return fig


@scene
def filled_arrows():
    fig, ax = full(x=(0, 320), y=(0, 240))
    for i, style in enumerate(["simple", "fancy", "wedge", "simple,tail_width=0.8,head_width=1.5", "fancy,head_length=0.8,tail_width=0.2", "wedge,tail_width=0.8,shrink_factor=0.2"]):
        for j, rad in enumerate((0, 0.4)):
            x, y = 20 + 155 * j, 20 + 38 * i
            arrow = mp.FancyArrowPatch((x, y), (x + 115, y + 10), arrowstyle=style, mutation_scale=20, connectionstyle=f"arc3,rad={rad}", fc=f"C{i}", ec="k", alpha=0.8)
            ax.add_patch(arrow)
    ax.add_patch(mp.FancyArrowPatch((150, 100), (158, 100), arrowstyle="simple", mutation_scale=30, fc="k"))
    ax.add_patch(mp.FancyArrowPatch((150, 140), (158, 140), arrowstyle="fancy", mutation_scale=30, fc="k"))
    return fig


@scene
def connections():
    fig, ax = full(x=(0, 320), y=(0, 240))
    styles = [
        "arc3", "arc3,rad=-0.4", "angle3,angleA=90,angleB=0", "angle,angleA=0,angleB=90,rad=10", "angle,angleA=-90,angleB=180",
        "arc,angleA=0,angleB=90,armA=30,armB=30,rad=8", "arc,angleA=45,armA=20,rad=5", "bar,fraction=0.3", "bar,angle=180,fraction=-0.2,armA=10", "arc,angleB=120,armB=25",
    ]
    for i, style in enumerate(styles):
        x, y = 15 + 100 * (i % 3), 15 + 60 * (i // 3)
        ax.add_patch(mp.FancyArrowPatch((x, y), (x + 60, y + 25), arrowstyle="->", mutation_scale=10, connectionstyle=style, shrinkA=0, shrinkB=4))
    path = MPath([(130, 200), (170, 240), (200, 180), (300, 220)], [1, 4, 4, 4])
    ax.add_patch(mp.FancyArrowPatch(path=path, arrowstyle="<|-|>", mutation_scale=18, color="C3", lw=2))
    return fig


@scene
def dashed_connections():
    fig, ax = full(x=(0, 300), y=(0, 200))
    for at, to, box, arrow, dashes, connection in [
        ((70, 107), (103, 4), "square", "-", "-.", "angle,angleA=120,angleB=210,rad=5"),
        ((124, 120), (270, 53), "round", "-[", ":", "angle,angleA=300,angleB=210,rad=10"),
        ((183, 20), (266, 116), "square", "-", "-.", "angle,angleA=0,angleB=150,rad=10"),
        ((109, 28), (208, 147), "round", "->", "--", "angle,angleA=0,angleB=210,rad=0"),
        ((20, 180), (60, 150), "circle", "->", ":", "angle,angleA=240,angleB=90,rad=0"),
    ]:
        ax.annotate("box", to, at, bbox=dict(boxstyle=box), arrowprops=dict(arrowstyle=arrow, connectionstyle=connection, ls=dashes))
    return fig


@scene
def annotations():
    fig, ax = framed()
    ax.plot([0, 1, 2, 3], [0, 2, 1, 3])
    ax.annotate("peak", (1, 2), (1.5, 2.6), arrowprops={"arrowstyle": "->"})
    ax.annotate("offset", (2, 1), (20, -25), textcoords="offset points", color="C3", size=12, arrowprops={"arrowstyle": "-|>", "connectionstyle": "arc3,rad=0.3", "color": "C3"})
    ax.annotate("axes", (0, 0), (0.05, 0.9), textcoords="axes fraction", arrowprops={"arrowstyle": "wedge", "fc": "C1", "lw": 0.5})
    ax.annotate("plain", (3, 3), (-30, -12), textcoords="offset pixels")
    ax.annotate("outside", (9, 3), (2, 2), arrowprops={"arrowstyle": "->"})
    ax.annotate("figure", (0.98, 0.02), xycoords="figure fraction", ha="right", va="bottom", rotation=90)
    return fig


@scene
def annotations_with_boxes():
    fig, ax = full()
    box = {"boxstyle": "round,pad=0.4", "fc": "w", "ec": "C0"}
    ax.annotate("box", (3.5, 0.5), (0.6, 0.6), bbox=box, arrowprops={"arrowstyle": "->", "connectionstyle": "angle,angleA=90,angleB=0,rad=10"}, va="center")
    ax.annotate("fancy", (3.4, 2.7), (0.7, 2.4), size=14, va="center", bbox={"boxstyle": "round4", "fc": "0.8"}, arrowprops={"arrowstyle": "fancy", "fc": "0.6", "ec": "none", "connectionstyle": "angle3,angleA=0,angleB=-90"})
    ax.annotate("relpos", (2.2, 0.9), (1.4, 1.6), rotation=30, bbox={"boxstyle": "square", "fc": "wheat"}, arrowprops={"arrowstyle": "-", "relpos": (0, 0), "shrinkB": 8, "lw": 2})
    ax.annotate("dx", (2.5, 1.9), (3.5, 1.9), va="center", arrowprops={"arrowstyle": "|-|,widthA=0.5,widthB=0.5", "shrinkA": 0, "shrinkB": 0})
    ax.annotate("", (3.8, 1.4), (2.6, 1.2), arrowprops={"arrowstyle": "<->", "ls": "--", "alpha": 0.5})
    return fig


@scene
def old_arrows():
    fig, ax = full()
    ax.annotate("below", (2, 1.5), (1.8, 0.2), arrowprops={})
    ax.annotate("left", (1.8, 1.7), (0.1, 2.3), arrowprops={"width": 8, "headwidth": 20, "headlength": 15, "fc": "C1", "shrink": 0.05})
    ax.annotate("right", (2.3, 1.6), (3.2, 2), size=14, arrowprops={"fc": "k", "shrink": 0.1, "width": 1, "headwidth": 6})
    return fig


@scene
def connected_axes():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    axs = fig.subplots(1, 2)
    axs[0].plot([0, 1], [0, 1])
    axs[1].plot([0, 10], [5, -5])
    fig.add_artist(mp.ConnectionPatch((0.5, 0.5), (2, 3), "data", "data", axesA=axs[0], axesB=axs[1], arrowstyle="->", color="C3", lw=1.5))
    fig.add_artist(mp.ConnectionPatch((1, 0), (0, 0), "axes fraction", "axes fraction", axesA=axs[0], axesB=axs[1], ls=":"))
    fig.add_artist(mp.ConnectionPatch((0.5, 7), (2, 3), "data", "data", axesA=axs[0], axesB=axs[1]))
    axs[0].add_artist(mp.ConnectionPatch((0.2, 0.8), (0.5, 0.95), "data", "figure fraction", arrowstyle="-|>", shrinkA=3))
    return fig


@scene
def figure_artists():
    fig, ax = framed()
    ax.plot([0, 1], [1, 0])
    fig.add_artist(mp.Rectangle((0.02, 0.02), 0.96, 0.96, fill=False, ec="C4", lw=3))
    fig.add_artist(mp.Rectangle((0.6, 0.6), 0.38, 0.38, fc="C2", zorder=-1))
    fig.add_artist(Line2D([0, 1], [0.05, 0.95], color="C3", lw=2))
    fig.add_artist(mp.FancyArrowPatch((0.3, 0.3), (0.7, 0.4), arrowstyle="-|>", mutation_scale=20))
    fig.text(0.5, 0.5, "text")
    return fig


HERE.mkdir(exist_ok=True)
for name, draw in SCENES.items():
    fig = draw()
    fig.canvas.draw()
    Image.fromarray(np.asarray(fig.canvas.buffer_rgba())).convert("RGB").save(HERE / f"{name}.png", optimize=True)
    plt.close(fig)
