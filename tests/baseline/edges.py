"""Draw the scenes of tests/integration/edges.rs with matplotlib: lines that leave the picture.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/edges.py

Each function below is a scene: edges/NAME.png. With names as arguments, only those are drawn.
"""

from scenes import draw, scene

import numpy as np
from matplotlib.patches import PathPatch, Polygon, Rectangle
from matplotlib.path import Path


def bare(ax):
    """Axes whose data are the pixels of the whole picture."""
    ax.set_position((0, 0, 1, 1))
    ax.set(xlim=(0, 320), ylim=(0, 240))
    ax.set_axis_off()


def boxes(ax, **look):
    bare(ax)
    places = [(30.3, -20.4), (110.2, 190.1), (-30.7, 100.4), (290.6, 60.2), (200.3, -300.2)]
    sizes = [(50.3, 70.7), (60.1, 90.3), (80.4, 40.2), (70.5, 50.6), (40.7, 900.3)]
    widths = [0.8, 1.5, 2, 1, 3]
    for place, size, width in zip(places, sizes, widths):
        ax.add_patch(Rectangle(place, *size, fill=False, lw=width, **look))


@scene
def boxes_dashed(ax):
    boxes(ax, ls="--")


@scene
def boxes_solid(ax):
    boxes(ax)


@scene
def slants(ax):
    bare(ax)
    ax.add_patch(Polygon([(-40, 30), (60, 200), (100, 300), (180, 100), (210, -50)], closed=False, fill=False, lw=14))
    ax.add_patch(Polygon([(250, -30), (400, 120), (250, 270)], fill=False, lw=9, ls="--", ec="C1", joinstyle="round"))
    ax.add_patch(Polygon([(-60, 100), (40, 10), (-20, -30)], lw=9, fc="C2", ec="C3", ls=":"))


def loops(ax, **look):
    bare(ax)
    corners = [[(20, 20), (90, 30), (40, 110)], [(250, 60), (380, 90), (270, 160)], [(120, 140), (220, 150), (150, 220)]]
    closed = [corner for loop in corners for corner in [*loop, loop[0]]]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * 3
    ax.add_patch(PathPatch(Path(closed, codes), fill=False, **look))


@scene
def loops_solid(ax):
    loops(ax, lw=11)


@scene
def loops_dashed(ax):
    loops(ax, lw=5, ls="--", capstyle="round")


@scene
def stairs_of_many(ax):
    bare(ax)
    i = np.arange(1100)
    corners = np.column_stack([1.3 * ((i + 1) // 2) + 0.2, 30 + 0.9 * (i // 2)])
    ax.add_patch(PathPatch(Path(corners), fill=False))
    ax.add_patch(PathPatch(Path(corners[:400] + [0, 60]), fill=False))


@scene
def contours(ax):
    x = np.linspace(-4, 4, 40)
    z = np.sin(1.3 * x) * np.cos(1.1 * x[:, None])
    bare(ax)
    ax.contour(np.linspace(-60, 380, 40), np.linspace(-50, 300, 40), z, [-0.6, 0.1, 0.5], linewidths=7, colors=["k", "C0", "C1"])


draw("edges", projection="rectilinear")
