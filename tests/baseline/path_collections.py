"""Draw the scenes of tests/integration/collections.rs with matplotlib, and count numpy's histograms.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/path_collections.py

Each function below is a scene: collections/NAME.png. collections/histograms.tsv has one histogram a line: data, bins,
range, density, weights, counts and edges.
"""

import warnings
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import colors
from PIL import Image

OUT = Path(__file__).resolve().parent / "collections"
SCENES = []
i = np.arange(40)
wave = np.sin(0.37 * i)
slow = np.cos(0.21 * i)
sizes = 10 + 200 * (0.5 + 0.5 * np.sin(1.3 * i)) ** 2
many = np.sin(0.7 * np.arange(400)) * 3 + np.cos(1.3 * np.arange(400)) * np.sin(0.11 * np.arange(400))
other = 1 + 2 * np.cos(0.9 * np.arange(300)) * np.sin(0.37 * np.arange(300))


def scene(function):
    SCENES.append(function)
    return function


@scene
def scatter(ax):
    ax.scatter(i, wave)
    ax.scatter(i, slow)


@scene
def scatter_sizes(ax):
    ax.scatter(i, wave, s=sizes)


@scene
def scatter_tiny(ax):
    ax.scatter(i, wave, s=0.5 + 0.3 * i)
    ax.scatter(i, slow, s=4, linewidths=0)


@scene
def scatter_values(ax):
    c = slow.copy()
    c[3] = np.nan
    ax.scatter(i, wave, s=60, c=c, cmap="plasma")


@scene
def scatter_edges(ax):
    c = 1.0 + i**2
    ax.scatter(i, wave, s=sizes, c=c, norm=colors.LogNorm(), edgecolors="black", linewidths=0.5, alpha=0.6)


@scene
def scatter_markers(ax):
    for k, marker in enumerate(["s", "^", "x", "+", "*", "D", "P", "1", "h"]):
        ax.scatter(i[::4], k + wave[::4], s=sizes[::4], marker=marker)


@scene
def scatter_marker_alike(ax):
    for k, marker in enumerate(["s", "^", "x", ".", "8", "|"]):
        ax.scatter(i[::2], k + wave[::2], s=49, marker=marker)


@scene
def scatter_hollow(ax):
    ax.scatter(i, wave, s=sizes, facecolors="none", edgecolors="C3", linewidths=2)


@scene
def scatter_updated(ax):
    points = ax.scatter(i, wave, s=40, c=slow)
    points.set_offsets(np.column_stack([i, -0.8 * wave]))
    points.set_sizes(sizes / 2)
    points.set_array(wave)
    points.set_clim(-2, 1)
    points.set_cmap("coolwarm")
    points.set_edgecolors(["k", "C1", (0, 1, 0, 0.5)])
    points.set_linewidths([1, 3])
    points.set_alpha(0.7)


@scene
def scatter_log(ax):
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.scatter(1 + i**2, 0.1 + np.exp(0.2 * i), s=sizes, c=i)


@scene
def bar(ax):
    ax.bar([0, 1, 2, 3], [3, -1, 4.5, 2])
    ax.bar([0, 1, 2, 3], [1, 1, 1, 0.5], bottom=[3, 0, 4.5, 2], width=0.5)


@scene
def bar_updated(ax):
    bars = ax.bar([0, 1, 2, 3], [3, 1, 4.5, 2], width=[0.3, 0.5, 0.7, 0.9], align="edge")
    for rectangle, height in zip(bars, [2, 4, 1, 3.3]):
        rectangle.set_height(height)
    bars[1].set_color("tab:red")
    bars[2].set_width(0.2)
    bars[3].set_alpha(None)
    for rectangle in bars:
        rectangle.set_linewidth(2)


@scene
def barh(ax):
    bars = ax.barh([1, 2, 3, 4], [3, 1.2, 4.5, 2], left=[0.5, 1, 0, -1], alpha=0.5)
    for rectangle in bars:
        rectangle.set_edgecolor("black")


@scene
def bar_dashed(ax):
    ax.bar([0, 1, 2], [3, 1, 2], facecolor="none", edgecolor="C2", linewidth=3, linestyle="--")


@scene
def bar_log(ax):
    ax.bar([0, 1, 2], [3, 100, 2000])
    ax.set_yscale("log")


@scene
def bar_edges_meet(ax):
    bars = ax.bar(i, wave)
    for k, rectangle in enumerate(bars):
        rectangle.set_edgecolor(["white", "black"][k % 2])


@scene
def hist(ax):
    ax.hist(many, bins=25)


@scene
def hist_sets(ax):
    ax.hist([many, other], bins=12, density=True)


@scene
def hist_stacked(ax):
    ax.hist([many, other], bins=[-4, -2, -1, 0, 0.5, 1, 3], stacked=True, orientation="horizontal")


@scene
def hist_step(ax):
    ax.hist(many, bins=30, histtype="step")
    ax.hist(other, bins="auto", histtype="stepfilled", alpha=0.5, bottom=5)


@scene
def hist_step_stacked(ax):
    ax.hist([many, other], bins=15, histtype="stepfilled", stacked=True, density=True, cumulative=True)


@scene
def fill_between(ax):
    ax.fill_between(i, wave, 0.2)
    y = slow.copy()
    y[10] = np.nan
    ax.fill_between(i, y, y + 0.4, alpha=0.4, edgecolor="k")


@scene
def fill_between_where(ax):
    ax.fill_between(i, wave, slow, where=wave > slow, interpolate=True)
    ax.fill_between(i, wave, slow, where=wave <= slow, interpolate=True, color="0.7", linewidth=2)


@scene
def fill_between_one(ax):
    ax.fill_between(i, wave, slow, facecolor="C1", edgecolor="C0", linewidth=1.5)


@scene
def fill_between_log(ax):
    ax.set_yscale("log")
    ax.fill_between(i, np.exp(0.1 * i + wave))
    ax.set_ylim(0.3, 100)


@scene
def fill_betweenx(ax):
    ax.fill_betweenx(i[:12], wave[:12], step="mid")
    ax.fill_betweenx(i[:12], 1, 1 + slow[:12], step="pre", alpha=0.5)
    ax.fill_betweenx(i[:12], 2.5, 2.5 + slow[:12], step="post")


@scene
def fill(ax):
    ax.fill([0, 1, 0.5, 0.2], [0, 0.2, 1, 0.3])
    (area,) = ax.fill([1, 2, 2, 1], [0, 0.5, 1, 1], alpha=0.5)
    area.set_edgecolor("k")
    area.set_linewidth(3)


@scene
def stackplot(ax):
    ax.stackplot(i, 1 + wave, 1.5 + slow, np.abs(wave * slow))


@scene
def stackplot_stream(ax):
    ax.stackplot(i, 1 + wave, 1.5 + slow, np.abs(wave * slow), baseline="weighted_wiggle")
    ax.stackplot(i, 1 + slow, 0.1 + wave**2, baseline="wiggle", alpha=0.5)
    ax.stackplot(i, 0.2 * (1 + slow), 0.1 + 0.1 * wave**2, baseline="sym")


@scene
def step(ax):
    ax.step(i[:10], wave[:10])
    ax.step(i[:10], slow[:10], where="post")
    ax.bar([2], [0.5])


@scene
def lines(ax):
    ax.vlines(i, 0, wave)
    ax.hlines([0.1, 0.35, 0.6], [2, 4, 6], 30, colors=["C1", "C2", "k"], linestyles="--", linewidths=[1, 2, 3])


@scene
def line_array(ax):
    lines = ax.vlines(i, 0, wave)
    lines.set_segments([[(x, 0), (x + 3, y)] for x, y in zip(i, slow)])
    lines.set_array(wave)
    lines.set_linewidths([1, 4])
    lines.set_alpha(0.8)


def draw():
    for function in SCENES:
        fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
        function(fig.add_subplot())
        fig.canvas.draw()
        rgb = np.asarray(fig.canvas.buffer_rgba())[..., :3]
        Image.fromarray(rgb).save(OUT / f"{function.__name__}.png", optimize=True)
        plt.close(fig)


def histograms():
    rng = np.random.default_rng(4)
    data = {
        "normal": rng.normal(size=200).round(4),
        "skewed": rng.exponential(3, 137).round(3),
        "two": np.concatenate([rng.normal(-4, 0.3, 90), rng.normal(5, 2, 60)]).round(3),
        "few": np.array([0.5, 1.25, 1.25, 9.0, 2.0]),
        "same": np.full(7, 2.5),
        "tenths": np.arange(0, 50) / 10,
    }
    rules = ["auto", "fd", "doane", "scott", "stone", "rice", "sturges", "sqrt"]
    rows = []

    def spelt(values):
        return " ".join(repr(float(v)) for v in np.atleast_1d(values))

    def row(name, bins, range=None, density=False, weights=None):
        counts, edges = np.histogram(data[name], bins, range, density, weights)
        cells = [spelt(data[name]), bins if isinstance(bins, str) else repr(bins)]
        cells += ["-" if range is None else spelt(range), str(density).lower()]
        cells += ["-" if weights is None else spelt(weights), spelt(counts), spelt(edges)]
        rows.append("\t".join(cells))

    for name in data:
        for rule in rules:
            row(name, rule)
        for bins in (1, 7, 50):
            row(name, bins)
        row(name, 10, density=True)
        row(name, 9, range=(-1.0, 3.0))
        row(name, "auto", range=(0.0, 2.5))
        row(name, [-5.0, 0.0, 0.5, 1.25, 2.5, 9.0])
        row(name, [-5.0, 0.0, 0.5, 1.25, 2.5, 9.0], density=True)
        row(name, 6, weights=np.linspace(0.5, 2, len(data[name])))
    (OUT / "histograms.tsv").write_text("\n".join(rows) + "\n")


warnings.simplefilter("ignore")
OUT.mkdir(exist_ok=True)
draw()
histograms()
