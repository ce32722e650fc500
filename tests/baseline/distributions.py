"""Draw the scenes of tests/integration/distributions.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/distributions.py

Each function below is a scene: distributions/NAME.png. With names as arguments, only those are drawn.
"""

from scenes import draw, scene

import matplotlib
import matplotlib.pyplot as plt
import numpy as np


def points(shift=0.0):
    i = np.arange(400)
    r, a = 2 * np.sqrt(-np.log((i * 0.618 + 0.1) % 0.99 + 0.005)), i * 2.4
    return r * np.cos(a) + shift, r * np.sin(a) / 2 + r * np.cos(a) / 3


@scene
def hist2d(ax):
    *_, mesh = ax.hist2d(*points())
    plt.colorbar(mesh)


@scene
def hist2d_options(ax):
    x, y = points()
    ax.hist2d(x, y, bins=[20, [-2, -1.5, -1, 0, 1, 3]], range=[(-3, 3), (0, 1)], density=True, cmin=0.01, cmap="magma")


@scene
def hist2d_weights(ax):
    x, y = points()
    ax.hist2d(x, y, bins=15, weights=np.abs(x), cmax=10, norm=matplotlib.colors.PowerNorm(0.5))
    ax.plot([-4, 6], [-2, 3], "r")


@scene
def hist2d_updated(ax):
    x, y = points(0.5)
    ax.hist2d(x, y, bins=12, range=[(-4, 4), (-3, 3)], vmin=0, vmax=9)


@scene
def hexbin(ax):
    plt.colorbar(ax.hexbin(*points(), gridsize=20))


@scene
def hexbin_log(ax):
    x, y = points()
    ax.hexbin(x, y, gridsize=(12, 8), bins="log", mincnt=1, cmap="inferno", edgecolors="k", linewidths=0.5)


@scene
def hexbin_values(ax):
    x, y = points()
    ax.hexbin(x, y, C=x * y, gridsize=15, reduce_C_function=np.max, extent=(-3, 3, -2, 2))


@scene
def hexbin_scales(ax):
    x, y = points()
    ax.hexbin(10 ** (x / 2), np.exp(y), gridsize=14, xscale="log", yscale="log", bins=4, mincnt=1)


@scene
def hexbin_edges(ax):
    x, y = points()
    ax.hexbin(x, np.exp(y), gridsize=14, yscale="log", bins=[1, 2, 4, 7])


@scene
def hexbin_updated(ax):
    x, y = points(0.5)
    ax.hexbin(x, y, gridsize=12, extent=(-4, 4, -3, 3), vmin=0, vmax=12)


def data(shift=0.0):
    i = np.arange(60)
    return [np.sin(1.7 * i) + 0.02 * i**1.5 + shift, 2 * np.cos(0.9 * i) * np.sin(0.37 * i), np.array([1.0, 1.5, 1.7, 1.8, 6.0])]


@scene
def violinplot(ax):
    ax.violinplot(data())


@scene
def violinplot_options(ax):
    ax.violinplot(data(), [1, 2, 4], widths=[0.5, 0.8, 1.5], showmeans=True, showmedians=True, points=30, bw_method=0.2,
                  quantiles=[[0.25, 0.75], [], [0.1]])


@scene
def violinplot_sides(ax):
    ax.violinplot(data(), side="low", showextrema=False, showmedians=True, bw_method="silverman")
    parts = ax.violinplot(data(1), side="high")
    parts["bodies"][0].set(facecolor="C3", alpha=0.8, edgecolor="k")


@scene
def violinplot_horizontal(ax):
    ax.violinplot([*data(), [2.0, 2.0]], orientation="horizontal", facecolor=["C1", ("C2", 0.5)], linecolor=["k", "r"])


@scene
def violinplot_updated(ax):
    ax.violinplot(data(1.5), showmeans=True, quantiles=[[0.3], [0.5], [0.9]])
    ax.set_ylim(-4, 14)


draw("distributions", projection="rectilinear")
