"""Draw the scenes of tests/integration/uncommon.rs with matplotlib: rarer plots in space, in polar axes and of patches.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/uncommon.py

For each scene its picture as uncommon/SCENE.png.
"""

from scenes import draw, scene

import matplotlib
import numpy as np
from cycler import cycler
from matplotlib.collections import (
    CircleCollection,
    EllipseCollection,
    PatchCollection,
    PolyCollection,
    RegularPolyCollection,
    StarPolygonCollection,
)
from matplotlib.patches import Annulus, Circle, Polygon, Rectangle, RegularPolygon, Wedge
from mpl_toolkits.mplot3d.art3d import Poly3DCollection, pathpatch_2d_to_3d


def solid(fig):
    return fig.add_subplot(projection="3d")


def polar(fig):
    return fig.add_subplot(projection="polar")


def flat(fig):
    ax = fig.add_subplot()
    ax.set(xlim=(0, 10), ylim=(0, 8))
    return ax


def path(n=12):
    t = 0.4 * np.arange(n)
    return np.cos(t), np.sin(t), t


@scene
def errorbar_limits(fig):
    i = np.arange(12)
    solid(fig).errorbar(*path(), 0.5, zuplims=i % 3 == 0, zlolims=i % 3 == 1, fmt="o")


@scene
def errorbar_limits_caps(fig):
    ax = solid(fig)
    lower = np.arange(12) % 2 == 0
    ax.errorbar(
        *path(), xerr=0.2, yerr=0.3, zerr=0.4, xuplims=True, ylolims=lower, capsize=4, ecolor="C3", errorevery=2
    )
    x, y, z = path()
    ax.errorbar(x, y, -z, zerr=0.4, zlolims=True, fmt="none")


@scene
def bars_in_planes(fig):
    ax = solid(fig)
    i = np.arange(6)
    for color, k in zip("rgb", [3, 2, 1]):
        ax.bar(i, 1 + abs(np.sin(k * i)), zs=k, zdir="y", color=color, alpha=0.8)
    ax.bar([0, 2], [1, 2], zs=-1, zdir="x", width=0.5)
    ax.set_yticks([1, 2, 3])


@scene
def walls(fig):
    ax = solid(fig)
    for k, zdir in enumerate("xyz"):
        disc = Circle((0.5, 0.5), 0.3, color=f"C{k}", alpha=0.7)
        ax.add_patch(disc)
        pathpatch_2d_to_3d(disc, z=int(zdir == "y"), zdir=zdir)


@scene
def polygon_widths(fig):
    ax = solid(fig)
    verts = [
        [(0, 0, 0), (1, 0, 0), (1, 1, 0.5)],
        [(0, 0, 0.5), (0, 1, 0.5), (1, 1, 1)],
        [(0, 1, 0), (1, 0, 1), (0.5, 0.5, 0.2), (0, 0.2, 0.9)],
    ]
    ax.add_collection3d(Poly3DCollection(verts, facecolors=["r", "g", "b"], edgecolors="k", linewidths=[1, 2, 3]))
    # Otherwise the reference fits places that it left empty.
    ax.set(xlim=(0, 1), ylim=(0, 1), zlim=(0, 1))


@scene
def polar_errorbar(fig):
    theta = 2 * np.pi * np.arange(10) / 9 + 0.3
    polar(fig).errorbar(theta, 1 + np.arange(10) / 5, xerr=0.2, yerr=0.3, fmt="o", capsize=4, ecolor="r")


@scene
def polar_rose(fig):
    theta = 2 * np.pi * np.arange(60) / 59
    polar(fig).plot(theta, 1 + np.cos(3 * theta), "r--s", lw=2, markevery=7)


def field():
    theta = 2 * np.pi * np.arange(25) / 24
    r = 0.2 + np.arange(9) / 8
    return theta, r, r[:, None] * np.cos(2 * theta) + 0.3 * np.sin(theta)


@scene
def polar_rings(fig):
    ax = polar(fig)
    theta, r, z = field()
    ax.contourf(theta, r, z, levels=6, cmap="RdBu")
    ax.contour(theta, r, z, levels=6, colors="k", linewidths=0.5)


@scene
def polar_cells(fig):
    ax = polar(fig)
    theta, r, z = field()
    ax.pcolormesh(theta, r, z[:-1, :-1], edgecolors="k", lw=0.3)
    ax.plot(theta, r[0] + theta / 6, "w")
    ax.set_rlabel_position(120)


@scene
def polar_cells_shaded(fig):
    ax = polar(fig)
    ax.pcolormesh(*field(), shading="gouraud")
    ax.set_rmax(1.0)


@scene
def polar_wedge_order(fig):
    ax = polar(fig)
    theta = 2 * np.pi * np.arange(60) / 59
    ax.plot(theta, theta)
    ax.set_thetamin(-30)
    ax.set_thetamax(100)
    ax.set_rlim(1, 5)


@scene
def regular_polygons(fig):
    ax = flat(fig)
    ax.set_aspect("equal")
    for k in range(3, 8):
        ax.add_patch(RegularPolygon((1.5 * (k - 2), 4), k, radius=0.8, orientation=0.2 * k, fc=f"C{k}", ec="k"))


@scene
def annuli(fig):
    ax = flat(fig)
    ax.add_patch(Annulus((3, 4), 2, 0.5, fc="C1", ec="k"))
    ax.add_patch(Annulus((7, 4), (2, 1), 0.4, angle=30, alpha=0.5, hatch="//"))


@scene
def patch_collection(fig):
    ax = flat(fig)
    patches = [Circle((1 + 1.2 * k, 3 + k % 3), 0.3 + 0.05 * k) for k in range(7)]
    patches += [Wedge((8, 6), 1, 0, 100, width=0.2), Polygon([(1, 6), (3, 7), (2, 8)]), Rectangle((4, 6), 2, 1)]
    collection = PatchCollection(patches, cmap="plasma", alpha=0.6, ec="k")
    collection.set_array(np.arange(10))
    ax.add_collection(collection)
    fig.colorbar(collection, ax=ax)
    ax.add_collection(PatchCollection([Circle((2, 1), 0.8), Circle((4, 1), 0.8)], hatch="//", fc="w"))


@scene
def poly_collection(fig):
    ax = flat(fig)
    verts = [[(k, 1), (k + 1, 1), (k + 0.5, 3 + k % 3)] for k in range(8)]
    ax.add_collection(PolyCollection(verts, array=np.arange(8), cmap="Set1", edgecolors="k", lw=[1, 2]))


@scene
def property_cycle(fig):
    cycle = cycler(color="rgb") + cycler(linestyle=["-", "--", ":"]) + cycler(marker="os^")
    with matplotlib.rc_context({"axes.prop_cycle": cycle}):
        ax = fig.add_subplot()
        for k in range(5):
            ax.plot([0, 1, 2], [k, k + 1, k], "k" if k == 1 else "")
        ax.plot([0, 2], [6, 5], "b-.x")
        ax.errorbar([0, 1], [7, 8], yerr=0.3)
        ax.plot([0, 2], [8, 7])


@scene
def symlog_in_space(fig):
    ax = solid(fig)
    x, y, z = path()
    ax.plot(x, y, np.exp(z))
    ax.set_zscale("symlog", linthresh=5)
    ax.set_xscale("log")


@scene
def labels_turned(fig):
    ax = solid(fig)
    ax.plot(*path())
    ax.set_zlabel("height above", rotation=90)
    ax.set_ylabel("along y", rotation=0)
    for axis in (ax.yaxis, ax.zaxis):
        axis.set_rotate_label(False)


@scene
def sized_polygons(fig):
    ax = flat(fig)
    x = np.arange(1, 9)
    sizes = 40 + 30 * x
    look = {"facecolors": "tan", "edgecolors": "k", "linewidths": 1.5, "offset_transform": ax.transData}

    def at(y):
        return np.column_stack([x, np.full(8, y)])

    ax.add_collection(CircleCollection(sizes, offsets=at(1.5), **look))
    ax.add_collection(RegularPolyCollection(5, sizes=sizes, offsets=at(3), **look))
    ax.add_collection(StarPolygonCollection(6, sizes=sizes, offsets=at(4.5), **look))
    ax.add_collection(EllipseCollection(0.1 * x, [0.8], 15 * x, units="xy", offsets=at(6), **look))


@scene
def polar_labels(fig):
    ax = polar(fig)
    theta, r, z = field()
    ax.clabel(ax.contour(theta, r, z, levels=4), fontsize=7)


@scene
def band_of_quads(fig):
    ax = solid(fig)
    x, y, z = path()
    ax.fill_between(x, y, z, 0, 0, z)
    ax.fill_between(x, y, z + 1, x, y, z + 2, mode="polygon", facecolors="tan")


def tilted(fig, axis, aspect=None):
    ax = solid(fig)
    ax.plot(*path())
    ax.set(xlabel="x", ylabel="along y", zlabel="z")
    if aspect:
        ax.set_box_aspect(aspect)
    ax.view_init(elev=25, azim=-50, roll=5, vertical_axis=axis)
    ax.set_xlim(0, 2e-6)


@scene
def vertical_x(fig):
    tilted(fig, "x")


@scene
def vertical_y(fig):
    tilted(fig, "y", (1, 2, 3))


@scene
def mosaic_projections(fig):
    kw = {"A": {"projection": "polar"}, ("B",): {"projection": "3d"}}
    axs = fig.subplot_mosaic("AB;CC;DD", per_subplot_kw=kw, sharex=False)
    axs["A"].plot([0, 1, 2], [1, 2, 1.5])
    axs["C"].plot([1, 3, 2])
    axs["D"].bar([0, 1], [2, 1])


draw("uncommon", (4, 3))
