"""Kinds of artists drawn by plotreel: those of the table, those that are recorded, and those that Agg draws alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from conftest import needs

needs("matplotlib")

import matplotlib as mpl  # noqa: E402
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.patheffects import Normal, Stroke  # noqa: E402

from plotreel.matplotlib.native import Mirror, Untranslatable  # noqa: E402

RANDOM = np.random.default_rng(16)
A, B = RANDOM.random((2, 40))


@pytest.fixture(autouse=True)
def agg():
    mpl.use("agg")
    yield
    plt.close("all")


def scatter(fig: Any) -> Callable[[int], None]:
    ax = fig.subplots()
    points = ax.scatter(A, B, s=200 * A, c=B, alpha=0.6, edgecolors="k")
    ax.scatter(B, A, marker="^")

    def update(i: int) -> None:
        points.set_offsets(np.c_[A + 0.1 * i, B])
        points.set_array(B[::-1] if i else B)
        ax.set_xlim(-0.1, 1.2 + 0.1 * i)

    return update


def image(fig: Any) -> Callable[[int], None]:
    left, right = fig.subplots(1, 2)
    shown = left.imshow(RANDOM.random((8, 12)))
    right.imshow(RANDOM.random((5, 5, 3)), interpolation="bilinear", extent=(0, 2, 0, 1), alpha=0.5)
    fig.colorbar(shown, ax=left)
    frames = RANDOM.random((4, 8, 12))

    def update(i: int) -> None:
        shown.set_data(frames[i])
        shown.set_clim(0, 1 - 0.1 * i)

    return update


def recorded(fig: Any) -> Callable[[int], None]:
    axes = fig.subplots(2, 2)
    axes[0, 0].quiver(A[:9], B[:9], A[9:18], B[9:18])
    axes[0, 0].bar(range(3), [0.2, 0.5, 0.4], hatch="x", edgecolor="k", path_effects=[Stroke(linewidth=3), Normal()])
    axes[0, 1].pcolormesh(RANDOM.random((4, 4)), shading="gouraud")
    axes[0, 1].pcolormesh(np.arange(3), np.arange(3), RANDOM.random((2, 2)), edgecolors="k", antialiased=False)
    (line,) = axes[1, 0].plot(A, label="line")
    axes[1, 0].set_title("$x^2$")
    disc = plt.Circle((20, 0.5), 8, transform=axes[1, 0].transData)
    line.set_clip_path(disc)
    axes[1, 0].legend()
    axes[1, 1].table([["a", "b"]], loc="center")
    axes[1, 1].annotate("here", (0.2, 0.2), (0.6, 0.6), arrowprops={"arrowstyle": "fancy"})
    return lambda i: axes[1, 0].set_xlim(-i, 40)


def projected(fig: Any) -> Callable[[int], None]:
    space = fig.add_subplot(1, 2, 1, projection="3d")
    x, y = np.meshgrid(np.arange(5), np.arange(5))
    space.plot_surface(x, y, np.sin(x) + y, cmap="viridis")
    polar = fig.add_subplot(1, 2, 2, projection="polar")
    (line,) = polar.plot(A * 6, B)

    def update(i: int) -> None:
        space.view_init(30, 10 * i)
        line.set_ydata(B * (1 - 0.1 * i))

    return update


def by_agg(fig: Any) -> Any:
    fig.canvas.draw()
    return np.asarray(fig.canvas.buffer_rgba()).copy()


def difference(ours: Any, theirs: Any) -> float:
    return float(np.sqrt(((ours.astype(int) - theirs) ** 2).mean()))


@pytest.mark.parametrize("scene", [scatter, image, recorded, projected])
def test_each_frame_is_as_near_agg_s_as_glyphs_are(scene: Callable[[Any], Callable[[int], None]]):
    fig = plt.figure()
    update = scene(fig)
    mirror = Mirror(fig, fig.canvas.get_width_height(), fallback=False)
    for i in range(3):
        update(i)
        mirror.update()
        assert difference(mirror.draw(), by_agg(fig)) <= 0.2, f"frame {i}"


def test_an_artist_of_an_own_class_draws_itself():
    class Own(mpl.lines.Line2D):
        def draw(self, renderer):
            super().draw(renderer)
            renderer.draw_path(renderer.new_gc(), mpl.path.Path([(10, 10), (90, 50)]), mpl.transforms.Affine2D())

    fig, ax = plt.subplots()
    ax.add_line(Own([0, 1], [0, 1]))
    mirror = Mirror(fig, fig.canvas.get_width_height(), fallback=False)
    mirror.update()
    assert difference(mirror.draw(), by_agg(fig)) <= 0.1


def test_what_only_agg_can_draw_is_an_image_in_its_place_and_named():
    fig, ax = plt.subplots()
    ax.plot([0, 1], [0, 1], lw=9, zorder=1)
    (line,) = ax.plot([0, 1], [1, 0], lw=9, color="r", zorder=2)
    ax.plot([0, 1], [0.4, 0.4], lw=9, color="k", zorder=3)
    line.set_sketch_params(2)
    mirror = Mirror(fig, fig.canvas.get_width_height())
    mirror.update()
    assert difference(mirror.draw(), by_agg(fig)) <= 0.2
    assert [reason for _, reason in mirror.by_agg.values()] == ["sketch"]
    with pytest.raises(Untranslatable, match="sketch"):
        Mirror(fig, fig.canvas.get_width_height(), fallback=False).update()
