"""Draw the scenes of tests/integration/less_used.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/less_used.py

Each function below is a scene: less_used/NAME.png. With names as arguments, only those are drawn.
"""

from scenes import draw, scene

import matplotlib.pyplot as plt
import numpy as np
from matplotlib import colors, ticker
from matplotlib.path import Path
from matplotlib.transforms import Bbox, IdentityTransform


def waves(rows, columns):
    r, c = np.mgrid[:rows, :columns].astype(float)
    return np.sin(0.5 * c) * np.cos(0.4 * r) + 0.1 * c


def wobble(count):
    i = np.arange(count)
    return np.sin(1.7 * i) + 0.02 * i**1.5


@scene
def overlapping_dates(ax):
    days = np.array(19700 + 50 * np.arange(10), "datetime64[D]")
    ax.step(days, np.linspace(0, 3, 10), color="r")
    ax.bar(days, np.linspace(0, 3, 10), width=20, color="k")


@scene
def bars_dashed(ax):
    heights, bottoms = [1, -2, np.nan], [0.5, 0, 1]
    ax.bar([0, 1, 2.5], heights, [0.5, 1, -0.7], bottoms, color=["C0", "none"], edgecolor=["k", "r"], linewidth=1.5, linestyle="--")


@scene
def closed_dashes(ax):
    ax.add_patch(plt.Rectangle((0.1, 0.1), 0.5, 0.37, linestyle="--", linewidth=4, fill=False))
    ax.add_patch(plt.Circle((0.7, 0.7), 0.2, linestyle="-.", linewidth=3, fill=False))


@scene
def mesh_on_log_axis(ax):
    r, c = np.mgrid[:5, :7]
    z = np.where((r + c) % 5 == 0, 0, 10 ** (r - 0.3 * c))
    ax.set_xscale("log")
    mesh = ax.pcolormesh(10 ** np.linspace(0, 3, 7), np.linspace(1, 5, 5), z, shading="nearest", norm=colors.LogNorm(vmin=0.1))
    plt.colorbar(mesh, extend="min", label="flux")


@scene
def mesh_dashes(ax):
    ax.pcolormesh(waves(7, 9), edgecolors=("r", 0.5), linewidth=2, linestyle="--", alpha=0.5)


@scene
def pcolor_smooth(ax):
    z = waves(6, 7) + 1
    z[1, 1] = np.nan
    ax.pcolor(np.linspace(0, 7, 8), np.linspace(1, 7, 7), z, norm=colors.LogNorm(), edgecolors="w", linewidth=1.5, alpha=0.8)
    ax.set_yscale("log")


@scene
def stairs_gap(ax):
    ax.stairs([1, 3, np.nan, 2, 4], [0, 1, 2, 4, 5, 7], fill=True, baseline=[0.5, 1, 0, 3, 1], hatch="x", edgecolor="k", alpha=0.5)


@scene
def colorbar_constant(ax):
    plt.colorbar(ax.imshow(np.zeros((3, 4))))


@scene
def colorbar_inverted(ax):
    bar = plt.colorbar(ax.imshow(waves(4, 9)), location="bottom", extend="min")
    bar.ax.invert_xaxis()


@scene
def colorbar_title(ax):
    bar = plt.colorbar(ax.imshow(waves(5, 6)), extend="both")
    bar.ax.set_title("T")


@scene
def colorbar_edges(ax):
    image = ax.imshow(waves(7, 9), norm=colors.BoundaryNorm([-0.5, 0, 0.1, 0.5, 1], 256), cmap="RdBu")
    plt.colorbar(image, extend="max", drawedges=True)


@scene
def centered_norm(ax):
    plt.colorbar(ax.imshow(waves(7, 9), norm=colors.CenteredNorm(0.2), cmap="RdBu"))


@scene
def clabel_above(ax):
    lines = ax.contour(waves(20, 24), [-0.5, 0, 0.5, 1, 1.5])
    ax.plot([0, 23], [0, 19], lw=6, zorder=3)
    ax.clabel(lines, [0, 1], colors=["r", "b"], fontsize=9)


@scene
def clabel_log(ax):
    lines = ax.contour(np.linspace(-2, 2, 30), np.linspace(1, 100, 25), waves(25, 30), 12, colors="k")
    ax.set_yscale("log")
    ax.clabel(lines, fontsize=6)


@scene
def contourf_single(ax):
    area = ax.contourf(waves(15, 15), [0.2, 0.8], colors="r", antialiased=True)
    area.set_edgecolor("k")
    area.set_linewidth(1)


@scene
def quiver_keys(ax):
    q = ax.quiver([0, 1, 2], [0, 1, 0.5], [1, 1, -1], [0, 1, 0.1], color="C2", scale=8)
    ax.quiverkey(q, 0.2, 1.06, 1, "east", labelpos="E")
    ax.quiverkey(q, 0.8, 1.06, 1, "west", labelpos="W", color="r", labelcolor="b")


@scene
def streams_at_edges(ax):
    x, y = np.linspace(-3, 3, 20), np.linspace(-2, 2, 15)
    xs, ys = np.meshgrid(x, y)
    u, v = -1 - xs * xs + ys, 1 + xs - ys * ys
    ax.streamplot(x, y, u, v, density=(0.5, 1), color="C3", linewidth=2, arrowstyle="->", arrowsize=1.5)


@scene
def legend_of_collections(ax):
    ax.hlines([1, 2, 3], [0, 0.5, 1], [2, 3, 4], colors=["r", "g"], linewidths=[3, 1], label="h")
    ax.stem([1, 2], [1, 2], "g:", bottom=0.5, label="stems")[1].set_linewidth(3)
    ax.legend()


@scene
def legend_of_histogram(ax):
    ax.bar([0, 1, 2], [3, 1, 2], color=["r", "g", "b"], label="three")
    ax.hist([0.1, 0.2, 0.9, 1.4], label="hist", alpha=0.5, hatch="//")
    ax.legend(loc="upper right")


@scene
def polygon_gap(ax):
    ax.fill([0, 2, np.nan, 1], [1, 2, 0, 3], edgecolor="k")
    ax.fill([0, 1, 2, np.nan, 2, 1], [0, 0, 0.5, 0, 1, 1])


@scene
def boxplot_percentiles(ax):
    ax.boxplot([wobble(50), wobble(70) + 1], whis=(5, 95), capwidths=[0.1, 0.4])


@scene
def hist_left(ax):
    ax.hist([wobble(50), wobble(70) + 1], align="left")


@scene
def hist_right(ax):
    ax.hist(wobble(50), align="right", histtype="stepfilled")


@scene
def engineering(ax):
    ax.plot([-3e3, 2e6], [0, 4.2e-5])
    ax.xaxis.set_major_formatter(ticker.EngFormatter("Hz"))
    ax.yaxis.set_major_formatter(ticker.EngFormatter(places=2))


DIAMOND = Path([(100, 20), (300, 130), (140, 230), (20, 90), (100, 20)])


def clip_image(ax, data, **kwargs):
    ax.plot([-0.5, 3], [-0.5, 2], "r", zorder=-1)
    im = ax.imshow(data, aspect="auto", **kwargs)
    im.set_clip_path(DIAMOND, IdentityTransform())
    return im


@scene
def image_in_path(ax):
    clip_image(ax, waves(4, 5), interpolation="nearest")
    ax.set_xlim(0.2, 6)


@scene
def image_smooth_in_path(ax):
    clip_image(ax, waves(9, 12), interpolation="bilinear", alpha=0.6)


@scene
def image_of_colors_in_path(ax):
    colors = np.clip(np.stack([waves(6, 7), 1 - waves(6, 7), waves(6, 7) ** 2], axis=-1), 0, 1)
    clip_image(ax, (255 * colors).astype(np.uint8))


@scene
def image_in_box(ax):
    ax.plot([-0.5, 3], [-0.5, 2], "r", zorder=-1)
    im = ax.imshow(waves(4, 5), aspect="auto")
    im.set_clip_box(Bbox.from_extents(80.3, 20.5, 260.6, 150.4))


draw("less_used", projection="rectilinear")
