"""Draw the scenes of tests/integration/mplot3d.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/mplot3d.py

For each scene its picture as mplot3d/SCENE.png.
"""

import math
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LightSource, SymLogNorm
from mpl_toolkits.mplot3d.art3d import Poly3DCollection
from PIL import Image

HERE = Path(__file__).parent / "mplot3d"
SCENES = []


def scene(width=400, height=300):
    """Register a function that fills a figure of so many pixels."""

    def register(fill):
        SCENES.append((fill, (width, height)))
        return fill

    return register


def mesh():
    return np.broadcast_arrays(*surface())


def helix(n=81):
    t = [0.15 * i for i in range(n)]
    return [math.cos(v) for v in t], [math.sin(v) for v in t], [0.3 * v for v in t]


def surface(phase=0.0):
    x = np.array([[-3 + 0.2 * c for c in range(31)]])
    y = np.array([[-3 + 0.2 * r] for r in range(31)])
    return x, y, np.sin(x + phase) * np.cos(0.7 * y)


def cloud(n=60):
    i = np.arange(n)
    return np.sin(1.7 * i), np.cos(2.9 * i) * 2, np.sin(0.37 * i) * np.cos(1.1 * i)


def walk(number, steps=30):
    """A walk of small steps in the unit box."""
    i = np.arange(steps)
    turn = lambda a, b: 0.5 + np.cumsum(0.09 * np.sin(a * (number + 1) * 1.37 + b * i * (1 + 0.1 * number)))
    return turn(1.0, 2.3), turn(2.0, 1.1), turn(3.0, 3.7)


def solid(fig, **kwargs):
    return fig.add_subplot(projection="3d", **kwargs)


def with_helix(fig):
    ax = solid(fig)
    ax.plot(*helix())
    return ax


@scene()
def empty(fig):
    solid(fig)


@scene()
def line(fig):
    with_helix(fig)


@scene()
def line_looks(fig):
    ax = solid(fig)
    x, y, z = helix(31)
    ax.plot(x, y, z, "r--o")
    ax.plot(x, [-v for v in y], z, lw=3, alpha=0.5, marker="s", ms=4, markevery=5)
    ax.plot([-1, 1], [-1, 1], [0, 1], "k:")


@scene(640, 480)
def random_walk(fig):
    ax = solid(fig)
    for number in range(40):
        ax.plot(*walk(number))
    ax.set(xlim3d=(0, 1), xlabel="X")
    ax.set(ylim3d=(0, 1), ylabel="Y")
    ax.set(zlim3d=(0, 1), zlabel="Z")


@scene()
def wireframe(fig):
    solid(fig).plot_wireframe(*surface(), rstride=3, cstride=3)


@scene()
def wireframe_rolled(fig):
    ax = solid(fig)
    ax.plot_wireframe(*surface(), rcount=8, ccount=12, color="C1", linewidth=0.8)
    ax.view_init(20, 130, 35)
    ax.set_title("Elevation: 20°, Azimuth: 130°, Roll: 35°", size=10)


@scene()
def wireframe_below(fig):
    ax = solid(fig)
    ax.plot_wireframe(*surface(0.5), rstride=5, cstride=2)
    ax.view_init(-25, -160, 0)
    ax.set_xlabel("x")
    ax.set_ylabel("y axis")
    ax.set_zlabel("height above")


@scene()
def upside_down(fig):
    with_helix(fig).view_init(130, 40, -10)


@scene()
def from_above(fig):
    ax = with_helix(fig)
    ax.view_init(90, -90, 0)
    ax.set_xlabel("x")
    ax.set_ylabel("y label")


@scene()
def from_the_front(fig):
    ax = with_helix(fig)
    ax.view_init(0, -90, 0)
    ax.set_proj_type("ortho")


@scene()
def scatter(fig):
    ax = solid(fig)
    x, y, z = cloud()
    ax.scatter(x, y, z)
    ax.scatter(x, y, z - 2, marker="^", s=40, color="C3", depthshade=False)


@scene()
def scatter_values(fig):
    x, y, z = cloud()
    sizes = 20 + 80 * np.abs(np.sin(np.arange(len(x))))
    solid(fig).scatter(x, y, z, c=z, s=sizes, cmap="plasma", edgecolor="k", linewidth=0.5, vmin=-1, vmax=1)


@scene()
def scatter_alpha(fig):
    x, y, z = cloud(20)
    z[3] = np.nan
    solid(fig).scatter(x, y, z, s=150, alpha=0.7, c=["C0", "C1", "C2", "C3"] * 5)


@scene()
def depths(fig):
    ax = solid(fig)
    x, y, z = surface()
    ax.scatter([-3, 0, 3], [-3, 0, 3], [0, 0, 0], s=300)
    ax.plot_wireframe(x, y, z, rstride=5, cstride=5, color="gray")
    ax.scatter([3, 3], [-3, -3], [-1, 1], s=300)
    ax.plot([-3, 3], [-3, 3], [0, 0], lw=6)
    ax.text(0, 0, 0, "in the middle")


@scene()
def texts(fig):
    ax = solid(fig)
    ax.text(1, 1, 1, "flat")
    for place, zdir in enumerate(["x", "y", "z", (1, 1, 0), (1, 1, 1)]):
        ax.text(2 * place, 8 - 2 * place, place, f"along {place}", zdir)
    ax.text2D(0.05, 0.95, "in the plane", transform=ax.transAxes)
    ax.text(9, 0, 0, "red", color="red", ha="right", va="top", fontsize=14)
    ax.set(xlim=(0, 10), ylim=(0, 10), zlim=(0, 10), xlabel="X axis", ylabel="Y axis", zlabel="Z axis")


@scene()
def ortho(fig):
    ax = with_helix(fig)
    ax.set_proj_type("ortho")
    ax.set_box_aspect((1, 2, 1.5), zoom=0.9)


@scene()
def focal_length(fig):
    with_helix(fig).set_proj_type("persp", focal_length=0.3)


@scene()
def offsets(fig):
    ax = solid(fig)
    ax.plot([0, 4e6], [1e-5, 3e-5], [100000, 100001])
    ax.set_title("a title")


@scene()
def offsets_turned(fig):
    ax = solid(fig)
    ax.plot([0, 4e6], [1e-5, 3e-5], [100000, 100001])
    ax.view_init(-30, 120, 0)


@scene()
def inverted(fig):
    ax = with_helix(fig)
    ax.set_zlim(4, 0)
    ax.set_xlim(1.5, -1)
    ax.set_xlabel("falls")


@scene(500, 250)
def beside(fig):
    ax = fig.add_subplot(1, 2, 1, projection="3d")
    ax.plot(*helix(), label="helix")
    ax.scatter([0, 0], [0, 0], [1, 3], label="points")
    ax.legend()
    ax.set_title("solid")
    ax = fig.add_subplot(1, 2, 2)
    ax.plot(*helix()[:2])
    ax.set_title("flat")


@scene()
def bare(fig):
    ax = fig.add_axes((0, 0, 1, 1), projection="3d")
    ax.plot(*helix(), color="navy")
    ax.set_facecolor("lightyellow")
    ax.set_axis_off()


@scene()
def panes(fig):
    ax = with_helix(fig)
    ax.grid(False)
    ax.xaxis.set_pane_color((1.0, 0.8, 0.8, 1.0))
    ax.yaxis.set_pane_color((0.8, 1.0, 0.8, 0.5))
    ax.zaxis.set_pane_color((0.8, 0.8, 1.0, 0.3))
    ax.tick_params(labelsize=7, labelcolor="gray")


@scene()
def own_ticks(fig):
    ax = with_helix(fig)
    ax.set_xticks([-2, 0, 1])
    ax.set_yticks([-1, 0, 1], ["low", "middle", "high"])
    ax.set_zlim(0, 1)
    ax.set_zticks([0, 0.5, 1.5])


@scene()
def tight(fig):
    with_helix(fig).set_zlabel("a long label of z")
    fig.tight_layout()


@scene()
def colorbar(fig):
    ax = solid(fig)
    x, y, z = cloud()
    points = ax.scatter(x, y, z, c=x, s=40)
    fig.colorbar(points, ax=ax)


@scene()
def as_flat_axes(fig):
    ax = with_helix(fig)
    ax.set_title("left", loc="left")
    ax.set_title("right", loc="right")
    ax.minorticks_on()
    ax.invert_xaxis()
    ax.invert_zaxis()
    ax.set_anchor("W")


@scene()
def scaled(fig):
    ax = solid(fig)
    x, y, z = helix()
    ax.plot(x, y, [10**v for v in z])
    ax.set_zscale("log")


def house():
    """The faces of a house, in no order."""
    floor = [(0, 0, 0), (2, 0, 0), (2, 3, 0), (0, 3, 0)]
    front = [(0, 0, 0), (2, 0, 0), (2, 0, 1), (1, 0, 2), (0, 0, 1)]
    back = [(x, 3, z) for x, _, z in front]
    left = [(0, 0, 0), (0, 3, 0), (0, 3, 1), (0, 0, 1)]
    right = [(2, y, z) for _, y, z in left]
    roofs = [[(x, 0, 1), (1, 0, 2), (1, 3, 2), (x, 3, 1)] for x in (0, 2)]
    return [np.array(face, float) for face in [floor, front, back, left, right, *roofs]]


def ball(n=19):
    u, v = np.linspace(0, 2 * np.pi, n)[None, :], np.linspace(0, np.pi, n)[:, None]
    return np.cos(u) * np.sin(v), np.sin(u) * np.sin(v), np.cos(v) + 0 * u


@scene()
def polygons(fig):
    ax = solid(fig)
    colors = ["gray", "tan", "tan", "wheat", "wheat", "firebrick", "firebrick"]
    ax.add_collection3d(Poly3DCollection(house(), facecolors=colors, edgecolors="k", linewidths=0.7))
    ax.set(xlim=(0, 3), ylim=(0, 3), zlim=(0, 2))


@scene()
def polygons_translucent(fig):
    ax = solid(fig)
    faces = Poly3DCollection(house()[1:], alpha=0.5, zsort="min", linestyles="--", edgecolors=["C1"])
    ax.add_collection3d(faces)
    ax.add_collection3d(Poly3DCollection([house()[0] - [0, 0, 0.2]], facecolor="gold", edgecolor="navy", lw=2))
    ax.set(xlim=(0, 3), ylim=(0, 3), zlim=(-1, 2))
    ax.view_init(15, 20, 5)


@scene()
def polygons_shaded(fig):
    light = LightSource(45, 60)
    ax = solid(fig)
    faces = house()[:6]
    ax.add_collection3d(Poly3DCollection(faces, facecolors="C2", edgecolor="w", shade=True, lightsource=light))
    ax.set(xlim=(0, 3), ylim=(0, 3), zlim=(0, 2))
    ax.view_init(30, 70)


@scene()
def plot_surface(fig):
    solid(fig).plot_surface(*surface())


@scene()
def surface_map(fig):
    ax = solid(fig)
    drawn = ax.plot_surface(*surface(0.3), cmap="coolwarm", linewidth=0, antialiased=False)
    ax.set_zlim(-1.01, 1.01)
    fig.colorbar(drawn, shrink=0.5, aspect=5)


@scene()
def surface_limits(fig):
    ax = solid(fig)
    drawn = ax.plot_surface(*surface(1.0), cmap="plasma", vmin=-0.5, vmax=0.7, alpha=0.8, rstride=2, cstride=3)
    drawn.set_edgecolor("face")
    ax.view_init(50, 10, 20)


@scene()
def surface_strides(fig):
    ax = solid(fig)
    ax.plot_surface(*surface(), rstride=8, cstride=4, color="C1", edgecolor="royalblue", lw=0.5, alpha=0.3)
    ax.view_init(20, 200)


@scene()
def surface_counts(fig):
    solid(fig).plot_surface(*surface(2.0), rcount=7, ccount=20, color="0.8", lightsource=LightSource(0, 30))


@scene()
def surface_faces(fig):
    x, y, z = surface(0.0)
    colors = np.where((np.arange(31)[:, None] // 3 + np.arange(31)[None, :] // 3) % 2, "y", "b")
    solid(fig).plot_surface(x, y, z, facecolors=colors, linewidth=0)


@scene()
def surface_faces_flat(fig):
    x, y, z = surface(0.0)
    colors = np.where((np.arange(31)[:, None] // 3 + np.arange(31)[None, :] // 3) % 2, "y", "b")
    ax = solid(fig)
    ax.plot_surface(x, y, z, facecolors=colors, shade=False, rstride=2, cstride=2)
    ax.view_init(-20, 50)


@scene()
def surface_ball(fig):
    ax = solid(fig)
    ax.plot_surface(*ball())
    ax.set_box_aspect((1, 1, 1))


@scene()
def surface_holes(fig):
    x, y, z = surface(0.0)
    z[x**2 + y**2 < 1] = np.nan
    z[3, 4] = np.inf
    ax = solid(fig)
    ax.plot_surface(x, y, z, cmap="viridis")
    ax.set_proj_type("ortho")


@scene()
def surface_log(fig):
    x, y, z = surface(0.0)
    ax = solid(fig)
    ax.plot_surface(x, y, 10 ** (2 * z) - 0.02, color="C3")
    ax.set_zscale("log")
    ax.set_zlim(0.01, 100)


@scene(500, 250)
def surface_parts(fig):
    ax = fig.add_subplot(1, 2, 1, projection="3d")
    x, y, z = surface(0.0)
    ax.plot_surface(x, y, z, label="waves")
    ax.plot_surface(x, y, 0 * z - 1.5, rcount=3, ccount=3, label="below")
    ax.scatter([0], [0], [1.5], s=60, color="k")
    ax.legend()
    ax = fig.add_subplot(1, 2, 2, projection="3d")
    ax.plot_surface(x, y, z, norm=SymLogNorm(0.1, vmin=-1, vmax=1), cmap="RdBu", zsort="max")
    ax.plot_wireframe(x, y, z + 1, rcount=5, ccount=5, color="k", lw=0.5)


def hilly(n=60):
    """Points in a spiral, without two at the same distance, and heights."""
    i = np.arange(n)
    r, a = np.sqrt(i + 0.3) / 4, 2.399963 * i
    x, y = r * np.cos(a), r * np.sin(a)
    return x, y, np.sin(-3 * x * y)


def ring(n=12, m=4):
    """Points of a band that turns once, and its triangles."""
    u, v = np.meshgrid(np.linspace(0, 2 * np.pi, n), np.linspace(-0.5, 0.5, m))
    u, v = u.ravel(), v.ravel()
    at = lambda r, c: r * n + c
    corners = [(at(r, c), at(r, c + 1), at(r + 1, c), at(r + 1, c + 1)) for r in range(m - 1) for c in range(n - 1)]
    triangles = [t for a, b, c, d in corners for t in ((a, b, c), (b, d, c))]
    width = 1 + 0.5 * v * np.cos(u / 2)
    return width * np.cos(u), width * np.sin(u), 0.5 * v * np.sin(u / 2), triangles


def towers():
    x, y = np.meshgrid(np.arange(4), np.arange(3))
    x, y = x.ravel(), y.ravel()
    return x, y, np.zeros_like(x), 1 + x + 0.5 * y


@scene()
def trisurf(fig):
    solid(fig).plot_trisurf(*hilly(), linewidth=0.2, antialiased=True)


@scene()
def trisurf_map(fig):
    ax = solid(fig)
    drawn = ax.plot_trisurf(*hilly(), cmap="Spectral", edgecolor="gray", lw=0.3)
    fig.colorbar(drawn)
    ax.view_init(40, 100)


@scene()
def trisurf_ring(fig):
    x, y, z, triangles = ring()
    ax = solid(fig)
    ax.plot_trisurf(x, y, z, triangles=triangles, color="C1", lightsource=LightSource(90, 45))
    ax.set_zlim(-1, 1)


@scene()
def bar3d(fig):
    x, y, z, height = towers()
    solid(fig).bar3d(x, y, z, 0.8, 0.6, height)


@scene()
def bar3d_colors(fig):
    x, y, z, height = towers()
    colors = ["C0", "C1", "C2", "C3"] * 3
    ax = solid(fig)
    ax.bar3d(x + 0.25, y, z + 0.5, 0.5, 0.5, height, color=colors, shade=False, edgecolor="k", lw=0.5, alpha=0.6)
    ax.view_init(25, 130)


@scene()
def bar3d_faces(fig):
    ax = solid(fig)
    faces = ["r", "g", "b", "c", "m", "y"]
    ax.bar3d([0, 2], [0, 1], [0, 0], 1, 1, [2, 3], color=faces * 2, zsort="max")
    ax.bar3d(0, 2, 0, 1, 1, [1], color="w", edgecolor="C4", linewidth=2)


@scene()
def aspect_equal(fig):
    ax = solid(fig)
    ax.plot_surface(*(length * part for length, part in zip((3, 1, 2), ball())))
    ax.set_aspect("equal")


@scene()
def aspect_of_two(fig):
    ax = solid(fig)
    ax.plot_surface(*(length * part for length, part in zip((3, 1, 2), ball())), color="gray")
    ax.set_aspect("equalxz")


@scene()
def pane_edges(fig):
    ax = with_helix(fig)
    for axis, color in zip((ax.xaxis, ax.yaxis, ax.zaxis), "rgb"):
        axis.pane.fill = False
        axis.pane.set_edgecolor(color)
        axis.pane.set_alpha(1)
    ax.grid(False)


def swirl():
    x, y, z = np.meshgrid(np.arange(-0.8, 1, 0.4), np.arange(-0.8, 1, 0.4), np.arange(-0.8, 1, 0.8))
    u = np.sin(np.pi * x) * np.cos(np.pi * y) * np.cos(np.pi * z)
    v = -np.cos(np.pi * x) * np.sin(np.pi * y) * np.cos(np.pi * z)
    w = np.sqrt(2 / 3) * np.cos(np.pi * x) * np.cos(np.pi * y) * np.sin(np.pi * z)
    return [part.ravel() for part in (x, y, z, u, v, w)]


@scene()
def quiver(fig):
    solid(fig).quiver(*swirl(), length=0.2, normalize=True)


@scene()
def quiver_looks(fig):
    ax = solid(fig)
    ax.quiver(*swirl(), length=0.3, pivot="middle", arrow_length_ratio=0.5, colors=["C1", "C2", "C3"], lw=0.8)
    ax.quiver([0, 0, 0], [0, 0, 0], [0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], color="k", pivot="tip")
    ax.view_init(20, 30)


@scene()
def contour(fig):
    solid(fig).contour(*mesh())


@scene()
def contour_sides(fig):
    ax = solid(fig)
    x, y, z = mesh()
    ax.plot_surface(x, y, z, edgecolor="royalblue", lw=0.5, rstride=8, cstride=8, alpha=0.3)
    ax.contourf(x, y, z, zdir="z", offset=-2, cmap="coolwarm")
    ax.contourf(x, y, z, zdir="x", offset=-4, cmap="coolwarm")
    ax.contour(x, y, z, zdir="y", offset=4, colors=["k"], levels=5, linewidths=0.8)
    ax.set(xlim=(-4, 4), ylim=(-4, 4), zlim=(-2, 1))


@scene()
def contourf_steps(fig):
    ax = solid(fig)
    ax.contourf(*mesh(), levels=[-0.6, -0.2, 0.2, 0.6], extend="both", cmap="plasma")
    ax.view_init(50, 20)


def square(x):
    return [[(x, 0, 0), (x, 2, 0), (x, 2, 2), (x, 0, 2)]]


@scene()
def polygons_alphas(fig):
    ax = solid(fig)
    first, second, third = (Poly3DCollection(square(x), facecolors="C0", linewidths=5) for x in range(3))
    first.set_edgecolor("k")
    first.set_alpha(0.4)
    second.set_alpha(0.4)
    second.set_edgecolor("k")
    third.set_alpha(0.2)
    third.set_color(["r"])
    third.set_alpha(0.7)
    for polygons in (first, second, third):
        ax.add_collection3d(polygons)
    ax.set(xlim=(0, 2), ylim=(0, 2), zlim=(0, 2))
    ax.view_init(20, -50)


@scene()
def polygons_hatched(fig):
    ax = solid(fig)
    floor = [[(0, 0, 0), (2, 0, 0), (2, 2, 0), (0, 2, 0)]]
    ax.add_collection3d(Poly3DCollection(floor + square(0), facecolors=["w", "C1"], edgecolors=["C0", "k"], hatch="//"))
    ax.add_collection3d(Poly3DCollection([[(0, 2, 0), (2, 2, 0), (1, 2, 2)]], facecolors="0.9", hatch="xx", hatchcolor="C3"))
    ax.set(xlim=(0, 2), ylim=(0, 2), zlim=(0, 2))


def narrow(ax):
    ax.set(xlim=(-2, 2), ylim=(2, -1.5), zlim=(-0.6, 0.8))


@scene()
def axlim_clip(fig):
    ax = solid(fig)
    ax.plot(*helix(), "o-", axlim_clip=True)
    ax.plot_wireframe(*mesh(), rstride=3, cstride=3, color="gray", axlim_clip=True)
    ax.scatter(*cloud(), s=40, color="C1", axlim_clip=True)
    ax.text(0, 0, 0.7, "within", "z", axlim_clip=True)
    ax.text(0, 0, 0.9, "beyond", axlim_clip=True)
    ax.text(0, -1, 0.9, "not clipped")
    narrow(ax)


@scene()
def axlim_clip_faces(fig):
    ax = solid(fig)
    x, y, z = mesh()
    ax.plot_surface(x, y, z, axlim_clip=True)
    ax.bar3d([-1, 1], [-1, 0.5], 0, 0.8, 0.8, [0.5, 1], color=["C1", "C2"], axlim_clip=True)
    narrow(ax)


HERE.mkdir(exist_ok=True)
for fill, (width, height) in SCENES:
    fig = plt.figure(figsize=(width / 100, height / 100), dpi=100)
    fill(fig)
    fig.canvas.draw()
    rgb = np.asarray(fig.canvas.buffer_rgba())[..., :3]
    assert rgb.shape == (height, width, 3)
    Image.fromarray(rgb).save(HERE / f"{fill.__name__}.png", optimize=True)
    plt.close(fig)
