"""Draw the scenes of tests/integration/solids.rs with matplotlib: stems, error bars and voxels in space.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/solids.py

For each scene its picture as solids/SCENE.png.
"""

from scenes import draw, scene

import numpy as np


def solid(fig):
    return fig.add_subplot(projection="3d")


def ring(n=24):
    t = 2 * np.pi * np.arange(n) / n
    return np.cos(t), np.sin(t), 1 + np.cos(3 * t)


@scene
def stem(fig):
    solid(fig).stem(*ring())


@scene
def stem_formats(fig):
    ax = solid(fig)
    ax.stem(*ring(12), linefmt="C1--", markerfmt="C2D", basefmt="k-", bottom=-1, label="samples")
    ax.legend()
    ax.view_init(40, 20)


@scene
def stem_sideways(fig):
    ax = solid(fig)
    x, y, z = ring(16)
    ax.stem(x, y, z, orientation="x", bottom=-2)
    ax.stem(x, y, z, orientation="y", bottom=2, linefmt="C4-", markerfmt="C5s", basefmt=" ")


def path(n=20):
    t = 0.3 * np.arange(n)
    return np.cos(t), np.sin(t), 0.2 * t


@scene
def errorbar(fig):
    x, y, z = path()
    solid(fig).errorbar(x, y, z, 0.1 + 0.02 * np.arange(20))


@scene
def errorbar_all(fig):
    ax = solid(fig)
    x, y, z = path(12)
    low, high = 0.05 * np.arange(12), np.full(12, 0.2)
    ax.errorbar(x, y, z, zerr=[low, high], yerr=0.2, xerr=0.1, fmt="o--", capsize=3, label="measured")
    ax.legend()


@scene
def errorbar_looks(fig):
    ax = solid(fig)
    x, y, z = path()
    ax.errorbar(x, y, z, zerr=0.3, fmt="C2s", ecolor="gray", elinewidth=3, capsize=4, capthick=2, errorevery=(1, 3))
    ax.errorbar(x, y, -z, xerr=0.2, fmt="none", barsabove=True)
    ax.errorbar(-x, -y, -z, yerr=0.2, color="purple", barsabove=True, capsize=2)


def cubes():
    x, y, z = np.indices((4, 4, 4))
    return ((x < 2) & (y < 2) & (z < 2)) | ((x >= 3) & (y >= 2)) | (abs(x - y) + abs(y - z) + abs(z - x) <= 2)


@scene
def voxels(fig):
    solid(fig).voxels(cubes())


@scene
def voxels_edges(fig):
    solid(fig).voxels(cubes(), facecolors="gold", edgecolor="k")


@scene
def voxels_colors(fig):
    ax = solid(fig)
    x, y, z = np.indices((4, 4, 4))
    names = np.array(["red", "tab:blue", "#1FA02080"])
    ax.voxels(cubes(), facecolors=names[(x + 2 * y + z) % 3], edgecolors=names[(x + y + z) % 2])


@scene
def voxels_flat(fig):
    ax = solid(fig)
    ax.voxels(cubes(), facecolors="tan", shade=False, edgecolors="gray")
    ax.view_init(-20, 110)


@scene
def voxels_torus(fig):
    ax = solid(fig)
    r, theta, z = np.mgrid[0:1:5j, 0 : 2 * np.pi : 13j, -0.5:0.5:5j]
    x, y = r * np.cos(theta), r * np.sin(theta)
    middles = np.indices((4, 12, 4))
    filled = (middles[0] - 2) ** 2 + (middles[2] - 1.5) ** 2 < 3
    ax.voxels(x, y, z, filled, facecolors="lightgreen", edgecolors="darkgreen", linewidth=0.5)


@scene
def voxels_alpha(fig):
    ax = solid(fig)
    filled = np.zeros((3, 4, 2), bool)
    filled[0, 1, 0] = filled[1, 1, 0] = filled[2, 3, 1] = True
    ax.voxels(filled, facecolors="C1", alpha=0.4)
    ax.plot([0, 3], [0, 4], [0, 2], "k")


@scene
def scales(fig):
    ax = solid(fig)
    x = 10.0 ** np.arange(6)
    ax.plot(x, np.arange(6), x**0.5, "o-")
    ax.set(xscale="log", zscale="log")


draw("solids", (4, 3))
