"""Draw the scenes of tests/integration/orders.rs with matplotlib: what is over what in 3-D axes.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/orders.py

Each function below is a scene: orders/NAME.png. With names as arguments, only those are drawn.
"""

from scenes import draw, scene

import numpy as np
from matplotlib.patches import Circle, Rectangle
from mpl_toolkits.mplot3d.art3d import Line3DCollection, Poly3DCollection, pathpatch_2d_to_3d


def disc(ax, place, radius, z, zdir, color):
    patch = Circle(place, radius, fc=color, ec="k")
    ax.add_patch(patch)
    pathpatch_2d_to_3d(patch, z=z, zdir=zdir)
    return patch


def fit(ax):
    ax.set(xlim=(0, 1), ylim=(0, 1), zlim=(0, 1))


def discs_and_points(ax):
    for i, color in enumerate(["C0", "C1", "C2"]):
        disc(ax, (0.3 + 0.2 * i, 0.4 + 0.1 * i), 0.35, 0.5 * i, "z", color)
        ax.scatter([0.2, 0.5, 0.8], [0.5 * i, 0.5, 0.4], 0.25 + 0.3 * i, s=250, color=f"C{i + 3}")
    ax.plot([0, 1], [0, 1], [0, 1], lw=6, color="k")
    ax.text(0.4, 0.4, 0.4, "in the middle")
    ax.text(0.1, 0.3, 0, "lowest")
    fit(ax)


@scene
def discs(ax):
    discs_and_points(ax)


@scene
def discs_below(ax):
    ax.set_axisbelow(True)
    discs_and_points(ax)


@scene
def discs_above(ax):
    ax.set_axisbelow(False)
    discs_and_points(ax)


@scene
def discs_in_order(ax):
    ax.computed_zorder = False
    discs_and_points(ax)


@scene
def bars(ax):
    for i in range(3):
        ax.bar(np.arange(4), [1, 3, 2, 2.5 - i], zs=i, zdir="y", color=f"C{i}", alpha=0.8)
        ax.scatter([0, 1, 2, 3], [i, i, i, i], [0.5, 2, 1.5, 1], s=300, color=f"C{i + 4}")


@scene
def boxes_and_points(ax):
    ax.bar3d([0.1, 0.5], [0.2, 0.5], 0, 0.3, 0.3, [0.8, 0.6])
    ax.scatter([0.1, 0.9], [0.9, 0.1], [0.7, 0.7], s=400, color="C1")
    wall = Rectangle((0.2, 0.1), 0.6, 0.5, fc="C2")
    ax.add_patch(wall)
    pathpatch_2d_to_3d(wall, z=0.5, zdir="y")
    fit(ax)


@scene
def polygons(ax):
    square = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], float)
    for i, height in enumerate([0.8, 0.2, 0.5]):
        ax.add_collection3d(Poly3DCollection([square + [0, 0, height]], facecolors=f"C{i}", edgecolors="k"))
    ax.add_collection3d(Line3DCollection([[(0, 0.5, 0.3), (1, 0.5, 0.9)], [(0.5, 0, 0.9), (0.5, 1, 0.1)]], lw=5, colors="C4"))
    disc(ax, (0.5, 0.5), 0.3, 0.9, "x", "C5")
    disc(ax, (0.5, 0.5), 0.3, 0.1, "y", "C6")
    ax.text(0.3, 0.3, 0.5, "between")
    fit(ax)


draw("orders", projection="3d")
