"""Draw path effects with matplotlib for tests/integration/patheffects.rs.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/patheffects.py

Writes patheffects/SCENE.png.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import patches as mp
from matplotlib import patheffects as pe
from PIL import Image

HERE = Path(__file__).parent / "patheffects"
SCENES = {}


def scene(draw):
    SCENES[draw.__name__] = draw


def framed():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    return fig, fig.add_subplot()


@scene
def texts():
    fig, ax = framed()
    ax.imshow(np.arange(48).reshape(6, 8) % 7, cmap="gray")
    ax.text(0, 1, "Stroke", size=20, color="C0", path_effects=[pe.withStroke(linewidth=4, foreground="w")])
    ax.text(0, 3, "two\nlines", va="center", path_effects=[pe.Stroke(linewidth=3, foreground="gold"), pe.Normal()])
    ax.text(7, 5, r"$\frac{a_1}{b}+\alpha$", ha="right", size=14, path_effects=[pe.withStroke(linewidth=2, foreground="C1")])
    ax.text(4, 3, "turned", rotation=30, size=14, color="r", alpha=0.7, path_effects=[pe.withSimplePatchShadow()])
    ax.text(0, 5, "hollow", size=18, path_effects=[pe.Stroke(linewidth=1, foreground="r", alpha=0.5)],
            bbox=dict(fc="w", ec="none"))
    ax.text(6, 0.5, "Il-", size=9, path_effects=[pe.Normal()], color="w")
    return fig


@scene
def annotated():
    fig, ax = framed()
    ax.plot([0, 1, 2], [0, 2, 1])
    ax.annotate("peak", (1, 2), (1.4, 1.8), arrowprops=dict(arrowstyle="->"),
                path_effects=[pe.SimplePatchShadow((1, -1), shadow_rgbFace="g", alpha=0.5), pe.Normal()])
    ax.set_title("$x^2$ above", path_effects=[pe.withSimplePatchShadow(), pe.withStroke(linewidth=2, foreground="y")], color="r")
    fig.suptitle("Title", path_effects=[pe.withStroke(linewidth=3, foreground="C2")])
    return fig


@scene
def lines():
    fig, ax = framed()
    x = np.linspace(0, 6, 40)
    ax.plot(x, np.sin(x), lw=3, path_effects=[pe.SimpleLineShadow(), pe.Normal()], label="shadow")
    ax.plot(x, np.cos(x), lw=2, ls="--", path_effects=[pe.withStroke(linewidth=5, foreground="k", alpha=0.3)], label="dashed")
    ax.plot(x[::6], np.sin(x[::6]) + 1, "o-", ms=8, path_effects=[pe.withStroke(linewidth=4, foreground="y")], label="marked")
    ax.plot(x, 0 * x - 1, "C5", alpha=0.5, lw=4,
            path_effects=[pe.SimpleLineShadow(offset=(0, -5), shadow_color=None, rho=0.5, alpha=0.9), pe.Normal()])
    bars = ax.bar([1, 3], [-1, -1.5], label="bars")
    for bar in bars:
        bar.set_path_effects([pe.withSimplePatchShadow()])
    ax.legend()
    return fig


@scene
def patches():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.set_xlim(0, 4)
    ax.set_ylim(0, 3)
    ax.add_patch(mp.Circle((0.8, 0.8), 0.5, path_effects=[pe.withSimplePatchShadow()]))
    ax.add_patch(mp.Rectangle((1.8, 0.4), 0.8, 0.8, fc="gold", hatch="/", path_effects=[pe.withStroke(linewidth=6, foreground="C3")]))
    ax.add_patch(mp.Ellipse((3.3, 0.8), 0.8, 1.2, fill=False, ls="--", lw=2, path_effects=[pe.withSimplePatchShadow((4, -4))]))
    ax.add_patch(mp.FancyArrowPatch((0.3, 2.2), (2, 2.6), arrowstyle="simple", mutation_scale=30, fc="C2",
                                    path_effects=[pe.SimplePatchShadow((3, 3), shadow_rgbFace="b", alpha=0.4), pe.Normal()]))
    ax.add_patch(mp.Polygon([(2.6, 1.8), (3.8, 1.8), (3.2, 2.8)], fc="m", ec="k", alpha=0.5,
                            path_effects=[pe.SimpleLineShadow((5, -5)), pe.Normal(), pe.Stroke(linewidth=1, foreground="w", offset=(0, 4))]))
    return fig


@scene
def ticked():
    fig, ax = framed()
    x = np.linspace(0, 6, 40)
    ax.plot(x, np.sin(x), path_effects=[pe.withTickedStroke()])
    ax.plot(x, np.sin(x) - 1, lw=2, path_effects=[pe.withTickedStroke(spacing=7, angle=135, length=0.7)])
    ax.plot([0, 6, 6], [1.5, 1.5, 0], path_effects=[pe.withTickedStroke(angle=-90, length=1, linewidth=3, foreground="r")])
    ax.add_patch(mp.Circle((3, 1), 0.5, fill=False, path_effects=[pe.withTickedStroke(angle=60)]))
    return fig


STROKE = [pe.withStroke(linewidth=3, foreground="y")]


@scene
def scatters():
    fig, ax = framed()
    n = np.arange(12)
    ax.scatter(n % 4, n // 4, s=20 + 20 * n, c=n, path_effects=[pe.withSimplePatchShadow(shadow_rgbFace="b")])
    ax.scatter(n % 4 + 0.5, n // 4, marker="^", s=60, color="C3", edgecolor="k", path_effects=STROKE, label="uniform")
    ax.scatter(n % 4, n // 4 + 0.5, marker="x", c="C2", path_effects=[pe.Stroke(linewidth=5, foreground="k", alpha=0.3), pe.Normal()])
    ax.legend()
    return fig


@scene
def contoured():
    fig, ax = framed()
    z = np.add.outer(np.cos(np.arange(12) / 2), np.sin(np.arange(15) / 2))
    ax.imshow(z, origin="lower", aspect="auto")
    lines = ax.contour(z, colors="k", path_effects=[pe.withStroke(linewidth=3, foreground="w")])
    labels = ax.clabel(lines, fontsize=7)
    plt.setp(labels, path_effects=[pe.withStroke(linewidth=2, foreground="w")])
    return fig


@scene
def filled():
    fig, ax = framed()
    z = np.add.outer(np.cos(np.arange(8) / 2), np.sin(np.arange(10) / 2))
    ax.contourf(z, levels=[-1, 0, 1, 3], path_effects=[pe.SimplePatchShadow((3, -3), shadow_rgbFace="gray", alpha=0.8), pe.Normal()])
    x = np.linspace(0, 9, 40)
    ax.fill_between(x, 3 + np.sin(x), 5, color="C1", alpha=0.5, path_effects=[pe.withSimplePatchShadow()])
    ax.hlines([1, 2], 0, 9, color=["r", "b"], lw=3, path_effects=[pe.SimpleLineShadow(), pe.Normal()])
    ax.vlines([3], 0, 7, color="g", ls="--", path_effects=[pe.withTickedStroke(spacing=8)])
    return fig


@scene
def meshes():
    fig, ax = framed()
    z = np.arange(12).reshape(3, 4)
    ax.pcolor(np.arange(5), np.arange(4), z, path_effects=[pe.withSimplePatchShadow(shadow_rgbFace="gray", alpha=0.5)])
    ax.quiver([5, 6], [1, 2], [1, 1], [1, 0.5], path_effects=[pe.withStroke(linewidth=4, foreground="c")])
    ax.barbs([7], [0.5], [30], [40], path_effects=[pe.withStroke(linewidth=4, foreground="m")])
    ax.tripcolor([0, 2, 4, 1], [4, 4, 5, 6], [1, 2, 3, 4], path_effects=[pe.withStroke(linewidth=3, foreground="r")])
    ax.set(xlim=(-0.5, 9), ylim=(-0.5, 7))
    return fig


@scene
def labelled():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    ax = fig.add_axes((0.2, 0.2, 0.7, 0.6))
    ax.plot([0, 1, 2], [0, 2, 1], label="line")
    ax.set_xlabel("along", path_effects=STROKE)
    ax.set_ylabel("up", path_effects=[pe.withSimplePatchShadow()], size=14)
    plt.setp(ax.get_xticklabels(), path_effects=[pe.withStroke(linewidth=2, foreground="c")])
    plt.setp(ax.get_yticklabels(), path_effects=[pe.Normal()], rotation=45)
    leg = ax.legend(loc="upper left")
    plt.setp(leg.get_texts(), path_effects=STROKE)
    leg.get_frame().set_path_effects([pe.withSimplePatchShadow()])
    fig.suptitle("above", path_effects=[pe.Stroke(linewidth=1, foreground="r")])
    fig.supxlabel("below", path_effects=STROKE)
    return fig


@scene
def space():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    ax = fig.add_subplot(projection="3d")
    n = np.arange(8)
    ax.plot(n, n, n / 2, lw=2, path_effects=[pe.withStroke(linewidth=5, foreground="gold")])
    ax.scatter(n, 7 - n, 4, s=40, path_effects=STROKE)
    x, y = np.meshgrid([0, 3.5, 7], [0, 3.5, 7])
    ax.plot_surface(x, y, 0 * x, alpha=0.5, path_effects=[pe.withStroke(linewidth=2, foreground="r")])
    ax.text(2, 6, 3, "here", path_effects=STROKE)
    ax.set_xlabel("x label", path_effects=STROKE)
    plt.setp(ax.get_zticklabels(), path_effects=[pe.withStroke(linewidth=2, foreground="c")])
    return fig


HERE.mkdir(exist_ok=True)
for name, draw in SCENES.items():
    fig = draw()
    fig.canvas.draw()
    Image.fromarray(np.asarray(fig.canvas.buffer_rgba())).convert("RGB").save(HERE / f"{name}.png", optimize=True)
    plt.close(fig)
