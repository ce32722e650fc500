"""Draw the scenes of tests/integration/fields.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/fields.py

For each scene its picture as fields/SCENE.png.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LogNorm
from matplotlib.tri import Triangulation
from PIL import Image

HERE = Path(__file__).parent / "fields"
SCENES = []


def scene(width=300, height=220):
    """Register a function that fills a figure of so many pixels."""

    def register(fill):
        SCENES.append((fill, (width, height)))
        return fill

    return register


def waves(rows, columns):
    """Smooth values."""
    r, c = np.mgrid[:rows, :columns]
    return np.sin(0.5 * c) * np.cos(0.4 * r) + 0.1 * c


def dots(rows, columns):
    """Values that jump."""
    r, c = np.mgrid[:rows, :columns]
    return (7 * r + 13 * c + r * c) % 17 / 16


def uneven(n, power=1.5):
    return np.arange(n) ** power


def bent(rows, columns):
    """Points of a grid with curved lines."""
    r, c = np.mgrid[:rows, :columns]
    return c + 0.4 * np.sin(0.7 * r), r + 0.3 * np.cos(0.5 * c)


# Meshes


@scene()
def mesh(fig):
    fig.add_subplot().pcolormesh(dots(6, 8))


@scene()
def mesh_uneven(fig):
    ax = fig.add_subplot()
    fig.colorbar(ax.pcolormesh(uneven(15), uneven(11, 0.7), waves(10, 14)), ax=ax)


@scene()
def mesh_nearest(fig):
    fig.add_subplot().pcolormesh(uneven(7), uneven(5), dots(5, 7), cmap="plasma")


@scene()
def mesh_nearest_bent(fig):
    fig.add_subplot().pcolormesh(*bent(6, 8), dots(6, 8))


@scene()
def mesh_bent(fig):
    fig.add_subplot().pcolormesh(*bent(11, 15), waves(10, 14))


@scene()
def mesh_bad(fig):
    ax = fig.add_subplot()
    c = dots(8, 9)
    c[2, 3:5] = np.nan
    c[6, 1] = np.inf
    cmap = matplotlib.colormaps["gray"].with_extremes(bad="lightgreen", under="blue", over="red")
    fig.colorbar(ax.pcolormesh(c, cmap=cmap, vmin=0.2, vmax=0.7), ax=ax)
    c[3] = np.nan
    ax.pcolormesh(np.arange(10) + 0.5, np.arange(9) - 2.5, c, zorder=0.9)


@scene()
def mesh_alpha(fig):
    ax = fig.add_subplot()
    ax.plot([0, 8], [0, 6], lw=10, zorder=0)
    ax.pcolormesh(dots(6, 8), alpha=0.5)


@scene()
def mesh_edges(fig):
    ax = fig.add_subplot()
    ax.pcolormesh(dots(6, 8), edgecolors="k", linewidth=2)
    ax.pcolormesh(uneven(9) + 9, np.arange(7), dots(6, 8), edgecolors="face", linewidth=0.5, antialiased=True)
    ax.pcolormesh(uneven(9) + 9, np.arange(7) + 7, dots(6, 8), edgecolors=["r", "b", "w"])


@scene()
def mesh_antialiased(fig):
    fig.add_subplot().pcolormesh(*bent(7, 9), dots(6, 8), antialiased=True)


@scene()
def mesh_log(fig):
    ax = fig.add_subplot()
    x, y = 10 ** np.linspace(0, 3, 9), 10 ** np.linspace(-1, 1, 7)
    bar = ax.pcolormesh(x, y, 10 ** (2 * dots(6, 8)), norm=LogNorm())
    ax.set_xscale("log")
    ax.set_yscale("log")
    fig.colorbar(bar, ax=ax)


@scene()
def mesh_inverted(fig):
    ax = fig.add_subplot()
    ax.pcolormesh(uneven(9)[::-1], np.arange(7), dots(6, 8))
    ax.set_xlim(15.3, -2)
    ax.set_ylim(5.4, 1.3)


@scene()
def mesh_fine(fig):
    fig.add_subplot().pcolormesh(np.linspace(-1, 1, 301), np.linspace(0, 1, 201), waves(200, 300) + dots(200, 300))


@scene()
def mesh_updated(fig):
    ax = fig.add_subplot()
    m = ax.pcolormesh(dots(6, 8))
    bar = fig.colorbar(m, ax=ax)
    m.set_array(1 + 9 * dots(6, 8) ** 2)
    m.set_norm(LogNorm(1, 8))
    m.set_cmap("magma")
    m.set_clim(1.5, 9)
    bar.set_label("value")


@scene()
def gouraud(fig):
    ax = fig.add_subplot()
    ax.pcolormesh(uneven(9), np.arange(7), dots(7, 9), shading="gouraud")
    ax.set_xlim(-1)


@scene()
def gouraud_bent(fig):
    ax = fig.add_subplot()
    c = dots(7, 9)
    c[2, 3] = np.nan
    ax.pcolormesh(*bent(7, 9), c, shading="gouraud", alpha=0.7, cmap="jet")


@scene()
def gouraud_fine(fig):
    ax = fig.add_subplot()
    ax.pcolormesh(np.arange(120), np.arange(90), waves(90, 120) + dots(90, 120), shading="gouraud")


@scene()
def gouraud_log(fig):
    ax = fig.add_subplot()
    ax.pcolormesh(10 ** np.linspace(0, 3, 9), np.arange(7), waves(7, 9), shading="gouraud", cmap="RdBu")
    ax.set_xscale("log")


@scene()
def pcolor(fig):
    ax = fig.add_subplot()
    c = dots(6, 8)
    c[2, 3:5] = np.nan
    ax.pcolor(uneven(9), uneven(7), c)


@scene()
def pcolor_edges(fig):
    ax = fig.add_subplot()
    m = ax.pcolor(*bent(7, 9), dots(6, 8), edgecolors="k", cmap="coolwarm")
    fig.colorbar(m, ax=ax)
    m.set_array(dots(6, 8) ** 2)


# Contours


def masked():
    z = waves(12, 16)
    z[4, 5] = np.nan
    z[7:9, 10:12] = np.nan
    z[0, 0] = np.inf
    z[11, 3] = np.nan
    return z


def bumps(n=40):
    """Hills and hollows on [-3, 3] x [-2, 2]."""
    x, y = np.linspace(-3, 3, n), np.linspace(-2, 2, n)
    z = np.exp(-(x**2) - y[:, None] ** 2) - np.exp(-((x - 1) ** 2) - (y[:, None] - 1) ** 2)
    return x, y, 2 * z


@scene()
def contour(fig):
    fig.add_subplot().contour(*bumps())


@scene()
def contour_looks(fig):
    ax = fig.add_subplot()
    x, y, z = bumps()
    lines = ax.contour(x, y, z, levels=[-1, -0.5, 0, 0.5, 1], linewidths=[1, 2, 3], linestyles=["-", "--", ":"], cmap="jet")
    fig.colorbar(lines, ax=ax)


@scene()
def contour_negative(fig):
    ax = fig.add_subplot()
    x, y, z = bumps()
    ax.contour(x, y, z, 12, colors="k", linewidths=0.8)
    ax.plot([-3, 3], [-2, 2], "r", zorder=1)


@scene()
def contour_bent(fig):
    fig.add_subplot().contour(*bent(11, 15), waves(11, 15), 9, colors=["C0", "C1", "C2"])


@scene()
def contour_masked(fig):
    fig.add_subplot().contour(masked(), linestyles="--")


@scene()
def contour_dots(fig):
    fig.add_subplot().contour(dots(12, 16), [0.2, 0.5, 0.8])


@scene()
def contour_log(fig):
    ax = fig.add_subplot()
    x = 10 ** np.linspace(0, 2, 20)
    z = 10 ** (3 * waves(15, 20))
    z[3, 4] = -1
    ax.contour(x, np.arange(15), z, norm=LogNorm())
    ax.set_xscale("log")


@scene()
def contourf(fig):
    fig.add_subplot().contourf(*bumps())


@scene()
def contourf_extend(fig):
    ax = fig.add_subplot()
    areas = ax.contourf(*bumps(), levels=[-0.8, -0.5, 0, 0.1, 0.7], extend="both", cmap="coolwarm")
    fig.colorbar(areas, ax=ax)


@scene()
def contourf_colors(fig):
    ax = fig.add_subplot()
    x, y, z = bumps()
    areas = ax.contourf(x, y, z, [-0.8, -0.4, 0.4], colors=["r", "C1", "C2", "b"], extend="both", alpha=0.8)
    fig.colorbar(areas, ax=ax)
    ax.contourf(x + 6, y, z, [-0.8, -0.4, 0, 0.4], colors=["y", "c"], extend="max")


@scene()
def contourf_masked(fig):
    fig.add_subplot().contourf(masked())


@scene()
def contourf_dots(fig):
    ax = fig.add_subplot()
    fig.colorbar(ax.contourf(dots(12, 16), 4), ax=ax)


@scene()
def contourf_bent(fig):
    areas = fig.add_subplot().contourf(*bent(11, 15), waves(11, 15), 9, antialiased=True)
    areas.set_edgecolor("face")


@scene()
def contourf_steps(fig):
    ax = fig.add_subplot()
    ax.contourf(np.tile([0.3, 1.6, 1.1, 2.4, 0.2], (4, 1)), [0, 1, 2, 3])
    ax.contourf([0.3, 4.1], [3.2, 5], np.ones((2, 2)), [0, 2], colors="r")


@scene()
def contourf_log(fig):
    ax = fig.add_subplot()
    z = 10 ** (2 * waves(15, 20))
    fig.colorbar(ax.contourf(z, norm=LogNorm(), cmap="viridis"), ax=ax)
    ax.set_yscale("symlog")


@scene()
def contourf_updated(fig):
    ax = fig.add_subplot()
    z = masked()
    areas = ax.contourf(z**2, levels=[0, 0.5, 1, 2, 4])
    areas.set_cmap("plasma")
    areas.set_clim(0, 3)
    ax.contour(z**2, levels=[0, 0.5, 1, 2, 4], colors="w", linewidths=0.7)


@scene()
def clabel(fig):
    ax = fig.add_subplot()
    ax.clabel(ax.contour(*bumps()))


@scene()
def clabel_looks(fig):
    ax = fig.add_subplot()
    ax.set(xlim=(-3, 3), ylim=(-2, 6))
    x, y, z = bumps()
    lines = ax.contour(x, y, z, 12, colors="k")
    ax.clabel(lines, lines.levels[::2], fontsize=7, fmt="%.2f", colors=["r", "b"], inline_spacing=2)
    lines = ax.contour(x, y + 4, z, 5)
    ax.clabel(lines, inline=False, fontsize=8, fmt={level: f"L{i}" for i, level in enumerate(lines.levels)})


@scene()
def clabel_bent(fig):
    ax = fig.add_subplot()
    ax.clabel(ax.contour(*bent(11, 15), waves(11, 15), cmap="cool"), fontsize=8)


# Triangulations


def scattered(n=60):
    """Points without order, none four of them on a circle, and values there."""
    i = np.arange(n)
    x, y = 2.9 * np.sin(12.9898 * i) + 0.1 * np.cos(3.1 * i), 1.9 * np.cos(78.233 * i + 1)
    return x, y, np.sin(x) * np.cos(1.3 * y)


def fan(n=9):
    """Points around a middle, and the triangles between them."""
    angle = 2 * np.pi * np.arange(n) / n
    x = np.append([0.1], (1.5 + 0.5 * np.cos(3 * angle)) * np.cos(angle))
    y = np.append([0.2], (1.5 + 0.5 * np.cos(3 * angle)) * np.sin(angle))
    triangles = [[0, k + 1, (k + 1) % n + 1] for k in range(n)]
    return x, y, triangles


def woven():
    """A bent grid with each cell cut in two."""
    x, y = bent(7, 9)
    first = [9 * r + c for r in range(6) for c in range(8)]
    return Triangulation(x.ravel(), y.ravel(), [t for i in first for t in ([i, i + 1, i + 9], [i + 1, i + 10, i + 9])])


@scene()
def tricontour(fig):
    ax = fig.add_subplot()
    ax.tricontourf(*scattered(), 8, cmap="RdBu_r")
    ax.tricontour(*scattered(), 8, colors="k", linewidths=0.5, linestyles="-")


@scene()
def tricontour_looks(fig):
    ax = fig.add_subplot()
    lines = ax.tricontour(woven(), 2 * dots(7, 9).ravel(), levels=[0.2, 0.6, 1.2])
    fig.colorbar(lines, ax=ax)
    x, y, triangles = fan()
    net = Triangulation(x + 1, y + 9, triangles, mask=[k == 2 for k in range(9)])
    areas = ax.tricontourf(net, np.arange(10) % 4, levels=[0.5, 1, 2], extend="both")
    areas.set_edgecolor("r")


@scene()
def tripcolor(fig):
    ax = fig.add_subplot()
    x, y, triangles = fan()
    ax.tripcolor(x, y, triangles, facecolors=np.arange(9) * 7 % 5)
    net = Triangulation(x + 4, y, triangles, mask=[k in (1, 5) for k in range(9)])
    mesh = ax.tripcolor(net, np.arange(10) * 3 % 7, edgecolors="k", cmap="plasma")
    fig.colorbar(mesh, ax=ax)


@scene()
def tripcolor_gouraud(fig):
    ax = fig.add_subplot()
    ax.tripcolor(woven(), waves(7, 9).ravel(), shading="gouraud")


@scene()
def triplot(fig):
    ax = fig.add_subplot()
    x, y, _ = scattered(40)
    ax.triplot(x, y, "g-o", ms=4)
    x, y, triangles = fan()
    ax.triplot(x + 5, y, triangles)
    ax.plot([3, 6], [-2, 2], lw=3)


HERE.mkdir(exist_ok=True)
for fill, (width, height) in SCENES:
    fig = plt.figure(figsize=(width / 100, height / 100), dpi=100)
    fill(fig)
    fig.canvas.draw()
    rgb = np.asarray(fig.canvas.buffer_rgba())[..., :3]
    assert rgb.shape == (height, width, 3)
    Image.fromarray(rgb).save(HERE / f"{fill.__name__}.png", optimize=True)
    plt.close(fig)
