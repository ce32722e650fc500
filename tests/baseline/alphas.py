"""Draw the scenes of tests/integration/alphas.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/alphas.py

For each scene its picture as alphas/SCENE.png.
"""

from scenes import draw, scene

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.tri import Triangulation

i = np.arange(24)
wave = np.sin(0.37 * i)
rising = (i + 1) / 24
r, c = np.mgrid[:6, :8]
grid = np.sin(0.5 * c) * np.cos(0.4 * r) + 0.1 * c
spots = ((3 * r + 5 * c) % 11) / 10


@scene
def scatter(fig):
    ax = fig.add_subplot()
    ax.axhspan(-0.5, 0.5, color="0.8")
    ax.scatter(i, wave, s=120, alpha=rising, label="one colour")
    ax.scatter(i, wave + 1, s=60 + 4 * i, c=["r", "g", "b", "k"] * 6, alpha=rising[::-1], edgecolors="k")
    ax.legend()


@scene
def scatter_values(fig):
    ax = fig.add_subplot()
    values = wave.copy()
    values[5] = np.nan
    points = ax.scatter(i, wave, s=150, c=values, cmap="plasma", alpha=rising, linewidths=2)
    fig.colorbar(points)


@scene
def lines(fig):
    ax = fig.add_subplot(xlim=(-1, 25), ylim=(-1, 4))
    trail = [[(x, y), (x + 1, z)] for x, y, z in zip(i, wave, wave[1:])]
    ax.add_collection(LineCollection(trail, colors="C3", linewidths=5, alpha=rising[1:]))
    ax.add_collection(
        LineCollection([[(x, 2), (x, 3.5)] for x in i], array=wave, linewidths=3, alpha=spots.ravel()[:24])
    )


@scene
def meshes(fig):
    ax = fig.add_subplot(facecolor="0.5")
    ax.pcolormesh(grid, alpha=spots)
    ax.pcolormesh(np.arange(8), np.arange(8, 14), grid, shading="gouraud", alpha=spots, cmap="plasma")
    mesh = ax.pcolor(np.arange(8.5, 17.5), np.arange(7), grid, alpha=spots, edgecolors="w")
    net = Triangulation([9, 12, 16, 13, 10], [8, 8.5, 8, 13, 12], [[0, 1, 4], [1, 3, 4], [1, 2, 3]])
    ax.tripcolor(net, facecolors=np.arange(3), alpha=[0.2, 0.5, 0.8])
    fig.colorbar(mesh)


@scene
def images(fig):
    colors = np.stack([40 * r, 30 * c, 250 - 30 * r], axis=-1).astype(np.uint8)
    opacity = (25 * (r + c)).clip(0, 255).astype(np.uint8)
    arrays = [grid, colors, np.dstack([colors, opacity]), colors / 255]
    for row, kind in enumerate(["nearest", "bilinear"]):
        for column, array in enumerate(arrays):
            ax = fig.add_axes([0.25 * column, 0.5 - 0.5 * row, 0.24, 0.49], facecolor="orange")
            ax.axis("off")
            ax.add_patch(plt.Rectangle((0, 0), 4, 3, color="orange", zorder=-1))
            ax.imshow(array, interpolation=kind, alpha=spots, aspect="auto")


@scene
def images_by_stage(fig):
    for row, stage in enumerate(["data", "rgba"]):
        for column, kind in enumerate(["nearest", "bicubic", "hanning"]):
            ax = fig.add_axes([0.33 * column, 0.5 - 0.5 * row, 0.32, 0.49])
            ax.axis("off")
            ax.add_patch(plt.Rectangle((0, 0), 4, 3, color="teal", zorder=-1))
            array = grid.copy()
            array[2, 3] = np.nan
            ax.imshow(array, interpolation=kind, interpolation_stage=stage, alpha=spots, aspect="auto", origin="lower")


@scene
def image_reduced(fig):
    ax = fig.add_axes([0.1, 0.1, 0.8, 0.8])
    y, x = np.mgrid[:300, :400]
    ax.imshow(np.sin(x / 80) * np.cos(y / 60), alpha=0.5 + 0.5 * np.sin((x + y) / 90))


@scene
def space(fig):
    ax = fig.add_subplot(projection="3d")
    ax.scatter(i % 6, i // 6, wave, s=200, alpha=rising)
    ax.scatter(i % 5, i // 5, wave + 1, s=100, c=wave, alpha=rising[::-1], depthshade=False)


draw("alphas")
