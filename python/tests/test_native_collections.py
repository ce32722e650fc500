"""Collections, meshes and images of all kinds, which plotreel has: their own frames, and those in which they change."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from conftest import needs

needs("matplotlib")

import matplotlib as mpl  # noqa: E402
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib import collections as mcollections  # noqa: E402
from matplotlib import colors, patches  # noqa: E402
from matplotlib.colorizer import Colorizer  # noqa: E402
from matplotlib.image import BboxImage, NonUniformImage  # noqa: E402
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox  # noqa: E402

from plotreel.matplotlib.native import Mirror  # noqa: E402

RANDOM = np.random.default_rng(19)
A, B, C = RANDOM.random((3, 60))
FRAMES = RANDOM.random((4, 12, 16))

Update = Callable[[int], Any]


@pytest.fixture(autouse=True)
def agg():
    mpl.use("agg")
    yield
    plt.close("all")


def nothing(i: int) -> None:
    pass


def limits(ax: Any) -> Update:
    def update(i: int) -> None:
        ax.set_xlim(-0.1 - 0.1 * i, 1.1)
        ax.set_ylim(-0.2, 1.1 + 0.1 * i)

    return update


def scatter_limits(ax: Any) -> Update:
    ax.scatter(A, B, s=200 * C, c=C, alpha=0.6, edgecolors="k")
    return limits(ax)


def scatter_offsets(ax: Any) -> Update:
    cmap = mpl.colormaps["RdBu"].with_extremes(bad="k")
    points = ax.scatter(A, B, s=200 * C, c=np.where(C > 0.2, C, np.nan), cmap=cmap, marker="s", plotnonfinite=True)
    return lambda i: points.set_offsets(np.c_[A, np.roll(B, i)])


def scatter_array(ax: Any) -> Update:
    points = ax.scatter(A, B, s=90, c=C, norm="log", marker="*", plotnonfinite=True)
    return lambda i: points.set_array(np.where(C > 0.2 * i, C, np.nan))


def scatter_sizes(ax: Any) -> Update:
    points = ax.scatter(A, B, s=90, c="C2", marker="^", linewidths=2, edgecolors="C3")
    return lambda i: points.set_sizes(200 * np.roll(C, i))


def scatter_colors(ax: Any) -> Update:
    points = ax.scatter(A, B, c=np.c_[A, B, C], marker="+")
    return lambda i: points.set_color(np.c_[np.roll(A, i), B, C])


def scatter_masked(ax: Any) -> Update:
    points = ax.scatter(A, np.ma.masked_less(B, 0.3), facecolors="none", edgecolors="C1", linestyles="--")
    return lambda i: points.set_offsets(np.ma.masked_less(np.c_[A, np.roll(B, i)], 0.2))


def scatter_in_place(ax: Any) -> Update:
    points = ax.scatter(A, B, c=C)
    offsets = points.get_offsets()

    def update(i: int) -> None:
        offsets[: 10 * i, 1] = 0.5
        points.set_clim(0, 1 - 0.2 * i)

    return update


def scatter_colorizer(ax: Any) -> Update:
    colorizer = Colorizer("plasma", colors.PowerNorm(0.5, 0, 1))
    ax.scatter(A, B, c=C, colorizer=colorizer)

    def update(i: int) -> None:
        colorizer.vmax = 1 - 0.2 * i

    return update


def lines(ax: Any) -> Update:
    segments = RANDOM.random((4, 30, 3, 2))
    lines = mcollections.LineCollection(segments[0], array=C[:30], linewidths=1 + 3 * A[:30], alpha=0.7)
    ax.add_collection(lines)
    return lambda i: lines.set_segments(segments[i])


def lines_dashed(ax: Any) -> Update:
    segments = RANDOM.random((30, 2, 2))
    segments[3] = np.nan
    lines = mcollections.LineCollection(segments, linestyles=["-", "--", ":"], colors=["C0", "C1"], linewidths=[1, 2])
    ax.add_collection(lines)
    ax.vlines([0.2, 0.4], 0, 1, transform=ax.get_xaxis_transform(), capstyle="round", lw=5)
    return limits(ax)


def lines_at_offsets(ax: Any) -> Update:
    zigzag = [(0, 0), (10, 20), (20, 0)]
    ax.add_collection(mcollections.LineCollection([zigzag], offsets=np.c_[A, B], offset_transform=ax.transData))
    return limits(ax)


def areas(ax: Any) -> Update:
    x = np.linspace(0, 1, 40)
    area = ax.fill_between(x, np.sin(9 * x), 0.2, where=np.cos(5 * x) > 0, alpha=0.5)
    ax.fill_betweenx(x, x, x**2, color="C2", linewidth=3, edgecolor="k")
    return lambda i: area.set_data(x, np.sin(9 * x + i), 0.2)


def polygons(ax: Any) -> Update:
    corners = RANDOM.random((4, 20, 3, 2))
    polygons = mcollections.PolyCollection(corners[0], array=C[:20], edgecolors="face")
    ax.add_collection(polygons)

    def update(i: int) -> None:
        polygons.set_verts(corners[i])
        polygons.set_array(np.roll(C[:20], i))

    return update


def polygons_alone(ax: Any) -> Update:
    polygon = mcollections.PolyCollection([[(0.1, 0.1), (0.9, 0.2), (0.5, 0.8)]], facecolors="C1", edgecolors="k")
    ax.add_collection(polygon)
    ax.add_collection(mcollections.PolyCollection([[(0, 0), (9, 0), (9, 5)]], offsets=np.c_[A, B], facecolors="C4"))
    return limits(ax)


def shapes(ax: Any) -> Update:
    shown = [patches.Circle((0.3, 0.3), 0.2), patches.Wedge((0.7, 0.7), 0.2, 0, 90), patches.Rectangle((0, 0.6), 0.3, 0.2)]
    shapes = mcollections.PatchCollection(shown, cmap="jet", alpha=0.4, match_original=False)
    shapes.set_array([1.0, 2.0, 3.0])
    ax.add_collection(shapes)
    update = limits(ax)

    def both(i: int) -> None:
        update(i)
        shapes.set_array([3.0, 2.0 + i, 1.0])

    return both


def sized(ax: Any) -> Update:
    at = {"offset_transform": ax.transData, "linewidths": 1}
    ax.add_collection(mcollections.RegularPolyCollection(5, rotation=0.3, sizes=100 * A, offsets=np.c_[A, B], **at))
    ax.add_collection(mcollections.CircleCollection(100 * A, offsets=np.c_[B, A], facecolors="C1", **at))
    ax.add_collection(
        mcollections.EllipseCollection(0.1 * A, 0.05, 360 * B, units="xy", offsets=np.c_[A, C], facecolors="C2", **at)
    )
    ax.add_collection(mcollections.StarPolygonCollection(6, sizes=[80], offsets=np.c_[C, B], facecolors="C3", **at))
    return limits(ax)


def turned(ax: Any) -> Update:
    turn = Affine2D().rotate_deg_around(0.5, 0.5, 30) + ax.transData
    ax.add_collection(mcollections.LineCollection(RANDOM.random((9, 2, 2)), transform=turn))
    ax.add_collection(mcollections.PolyCollection(RANDOM.random((3, 4, 2)), transform=ax.transAxes, antialiased=False))
    return limits(ax)


def logarithmic(ax: Any) -> Update:
    ax.set(xscale="log", yscale="log")
    ax.scatter(A + 0.01, B + 0.01, s=90 * C)
    ax.fill_between([0.1, 0.5, 1], [0.1, 0.2, 0.05], 1e-3)
    ax.add_collection(mcollections.LineCollection(0.01 + RANDOM.random((9, 2, 2))))
    return lambda i: ax.set(xlim=(0.01, 2 + i), ylim=(1e-3, 3))


def arrows(ax: Any) -> Update:
    arrows = ax.quiver(A, B, A - 0.5, B - 0.5, C, cmap="cool")
    ax.quiver(B, A, A - 0.5, B - 0.5, angles="xy", scale_units="xy", scale=9, color="C3")
    update = limits(ax)

    def both(i: int) -> None:
        update(i // 2)
        arrows.set_UVC(np.roll(A, i) - 0.5, B - 0.5, np.roll(C, i))

    return both


def barbs(ax: Any) -> Update:
    barbs = ax.barbs(A, B, 90 * A, 90 * B, length=6)
    return lambda i: barbs.set_UVC(90 * np.roll(A, i), 90 * B)


def contours(ax: Any) -> Update:
    ax.contourf(FRAMES[0], levels=5, extend="both")
    ax.contour(FRAMES[1], colors="k", linestyles="dashed")
    return lambda i: ax.set_xlim(i, 15)


def meshes(ax: Any) -> Update:
    mesh = ax.pcolormesh(FRAMES[0], cmap="magma")
    return lambda i: mesh.set_array(np.ma.masked_less(FRAMES[i], 0.1 * i))


def meshes_smooth(ax: Any) -> Update:
    x, y = np.meshgrid(np.arange(17), np.arange(13))
    mesh = ax.pcolormesh(x + y / 3, y, FRAMES[0], antialiased=True, alpha=0.5)
    ax.pcolormesh(x[:4, :4], y[:4, :4], FRAMES[0][:3, :3], edgecolors="k", linewidth=2)

    def update(i: int) -> None:
        mesh.set_clim(0.1 * i, 1)
        ax.set_xlim(-i, 20)

    return update


def cells(ax: Any) -> Update:
    mesh = ax.pcolor(np.ma.masked_less(FRAMES[0], 0.3), edgecolors="w")
    return lambda i: mesh.set_array(np.ma.masked_less(FRAMES[i], 0.3))


def image(ax: Any) -> Update:
    image = ax.imshow(FRAMES[0], cmap="plasma")
    return lambda i: image.set_data(np.where(FRAMES[i] > 0.1 * i, FRAMES[i], np.nan))


def image_norms(ax: Any) -> Update:
    image = ax.imshow(FRAMES[0], aspect="auto", extent=(2, 5, 1, 3), interpolation="bilinear")
    norms = [
        colors.LogNorm(0.05, 1),
        colors.TwoSlopeNorm(0.2, 0, 1),
        colors.BoundaryNorm([0, 0.2, 0.7, 1], 256),
        colors.SymLogNorm(0.1, vmin=0, vmax=1),
    ]
    return lambda i: image.set_norm(norms[i])


def image_settings(ax: Any) -> Update:
    image = ax.imshow(FRAMES[0].astype(np.float32), origin="lower", alpha=0.5, interpolation="bicubic")
    cmap = colors.ListedColormap(["#123456", "0.7", (0.3, 0.5, 0.21)]).with_extremes(bad="r", under="g", over="b")

    def update(i: int) -> None:
        image.set(cmap=cmap, clim=(0.1 * i, 0.9), alpha=FRAMES[i] if i == 3 else 0.5 + 0.1 * i)
        ax.set_xlim(-1 - i, 16)

    return update


def image_colors(ax: Any) -> Update:
    frames = RANDOM.random((4, 12, 16, 4))
    image = ax.imshow(frames[0])
    kinds = [frames[0], frames[1][..., :3], (255 * frames[2]).astype(np.uint8), FRAMES[3]]
    return lambda i: image.set_data(kinds[i])


def image_of_another_shape(ax: Any) -> Update:
    image = ax.imshow(np.arange(12).reshape(3, 4))
    return lambda i: image.set_data(np.ma.masked_equal(np.arange(5 * (i + 1)).reshape(-1, 5), 2))


SCENES = [
    *(scatter_limits, scatter_offsets, scatter_array, scatter_sizes, scatter_colors, scatter_masked, scatter_in_place),
    *(scatter_colorizer, lines, lines_dashed, lines_at_offsets, areas, polygons, polygons_alone, shapes, sized, turned),
    *(logarithmic, arrows, barbs, contours, meshes, meshes_smooth, cells),
    *(image, image_norms, image_settings, image_colors, image_of_another_shape),
]


def by_agg(fig: Any) -> Any:
    fig.canvas.draw()
    return np.asarray(fig.canvas.buffer_rgba()).copy()


def frames_are_near(fig: Any, update: Update) -> Mirror:
    mirror = Mirror(fig, fig.canvas.get_width_height(), fallback=False)
    for i in range(4):
        update(i)
        mirror.update()
        ours = mirror.draw().astype(int)
        theirs = by_agg(fig)
        differs = (np.abs(ours - theirs) > 8).any(axis=2).sum()
        assert np.sqrt(((ours - theirs) ** 2).mean()) <= 0.3, f"frame {i}"
        assert differs <= 0.01 * (theirs != 255).any(axis=2).sum(), f"frame {i}"
    return mirror


def kinds(mirror: Mirror, artists: Any) -> set[str]:
    return {shown.kind for artist in artists for shown in mirror._twins[id(artist)].shown}


@pytest.mark.parametrize("scene", SCENES)
def test_what_plotreel_has_is_translated_and_as_near_agg_s_as_glyphs_are(scene: Callable[[Any], Update]):
    fig, ax = plt.subplots()
    mirror = frames_are_near(fig, scene(ax))
    assert kinds(mirror, [*ax.collections, *ax.images]) <= {"Collection", "QuadMesh", "AxesImage"}


def nonuniform(ax: Any) -> Any:
    image = NonUniformImage(ax, interpolation="nearest", extent=(0, 5, 0, 5))
    image.set_data([0, 1, 3, 5], [0, 2, 5], FRAMES[0][:3, :4])
    return ax.add_image(image)


def clipped(ax: Any) -> Any:
    image = ax.imshow(FRAMES[0])
    image.set_clip_path(patches.Circle((8, 5), 4, transform=ax.transData))
    return image


def rotated(ax: Any) -> Any:
    return ax.imshow(FRAMES[0], transform=Affine2D().rotate_deg(20) + ax.transData)


def boxed(ax: Any) -> Any:
    image = BboxImage(TransformedBbox(Bbox([[0.2, 0.2], [0.8, 0.7]]), ax.transAxes))
    image.set_data(FRAMES[0])
    return ax.add_artist(image)


def unknown_norm(ax: Any) -> Any:
    return ax.imshow(FRAMES[0], norm=colors.FuncNorm((np.sqrt, np.square)))


def hatched(ax: Any) -> Any:
    return ax.fill_between([0, 1, 2], [1, 2, 0.5], hatch="/")


def gapped(ax: Any) -> Any:
    return ax.add_collection(mcollections.LineCollection(RANDOM.random((5, 2, 2)), linestyles="--", gapcolor="C1"))


def gouraud(ax: Any) -> Any:
    return ax.pcolormesh(FRAMES[0], shading="gouraud")


@pytest.mark.parametrize(
    "make",
    [
        *(nonuniform, clipped, rotated, boxed, unknown_norm, hatched, gapped, gouraud),
        lambda ax: ax.pcolorfast([0, 1, 3, 7], [0, 1, 2], FRAMES[0][:2, :3]),
        lambda ax: ax.get_figure().figimage(FRAMES[0], 50, 50),
    ],
)
def test_what_plotreel_has_not_is_drawn_as_it_draws_itself(make: Callable[[Any], Any]):
    fig, ax = plt.subplots()
    artist = make(ax)
    mirror = frames_are_near(fig, lambda i: ax.set_xlim(-i, 7))
    assert kinds(mirror, [artist]) == {"Drawing"}


def test_limits_alone_translate_nothing():
    fig, ax = plt.subplots()
    ax.scatter(A, B, c=C)
    ax.add_collection(mcollections.LineCollection(RANDOM.random((99, 2, 2))))
    ax.imshow(FRAMES[0], extent=(0, 1, 0, 1), aspect="auto")
    ax.plot([0, 1], [0, 1], label="line")
    ax.legend(loc="upper left", bbox_to_anchor=(0.1, 0.9))
    update = limits(ax)
    mirror = Mirror(fig, fig.canvas.get_width_height(), fallback=False)
    for i in range(4):
        update(i)
        mirror.update()
        assert i < 2 or mirror.changed == 0


@pytest.mark.parametrize("anchor", [(0.5, 0.5), None])
def test_a_legend_follows_limits_if_it_depends_on_them(anchor: Any):
    fig, ax = plt.subplots()
    ax.plot(A, label="line")
    ax.legend(loc="best" if anchor is None else "upper left", bbox_to_anchor=anchor, bbox_transform=ax.transData)
    frames_are_near(fig, lambda i: ax.set(xlim=(-10 * i, 60), ylim=(-i, 1)))


def test_long_lists_of_paths_are_looked_at_and_not_drawn_anew():
    fig, ax = plt.subplots()
    lines = ax.add_collection(mcollections.LineCollection(RANDOM.random((99, 2, 2))))
    mirror = Mirror(fig, fig.canvas.get_width_height(), fallback=False)
    for _ in range(3):
        mirror.update()
    assert mirror.changed == 0
    lines.get_paths()[70].vertices[0] = 0.5, 0.9
    mirror.update()
    assert mirror.changed == 1
    ours = mirror.draw().astype(int)
    assert np.sqrt(((ours - by_agg(fig)) ** 2).mean()) <= 0.1


def test_axes_that_were_removed_are_not_kept():
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(A)
    mirror = Mirror(fig, fig.canvas.get_width_height(), fallback=False)
    mirror.update()
    gone = weakref.ref(right)
    right.remove()
    del right
    mirror.update()
    mirror.update()
    gc.collect()
    assert gone() is None
