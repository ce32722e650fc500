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


HERE.mkdir(exist_ok=True)
for name, draw in SCENES.items():
    fig = draw()
    fig.canvas.draw()
    Image.fromarray(np.asarray(fig.canvas.buffer_rgba())).convert("RGB").save(HERE / f"{name}.png", optimize=True)
    plt.close(fig)
