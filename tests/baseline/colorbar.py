"""Draw colorbars with matplotlib for tests/integration/colorbar.rs.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/colorbar.py

Writes colorbar/SCENE.png.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import colors
from PIL import Image

HERE = Path(__file__).parent / "colorbar"
SCENES = {}
DATA = np.add.outer(np.arange(6) * 2.5, np.arange(8) * 1.25)


def scene(draw):
    SCENES[draw.__name__] = draw


def shown(data=DATA, **kwargs):
    fig, ax = plt.subplots(figsize=(4, 3), dpi=100)
    return fig, ax, ax.imshow(data, **kwargs)


@scene
def vertical():
    fig, ax, im = shown()
    fig.colorbar(im, ax=ax, label="height")
    return fig


@scene
def horizontal():
    fig, ax, im = shown()
    fig.colorbar(im, ax=ax, orientation="horizontal", label="height")
    return fig


@scene
def left():
    fig, ax, im = shown()
    fig.colorbar(im, ax=ax, location="left", shrink=0.6, extend="max")
    return fig


@scene
def top():
    fig, ax, im = shown()
    fig.colorbar(im, ax=ax, location="top", extend="both", aspect=10, fraction=0.2, pad=0.1)
    return fig


@scene
def extend_both():
    cmap = plt.get_cmap("plasma").with_extremes(under="red", over="lime")
    fig, ax, im = shown(cmap=cmap, vmin=5, vmax=15)
    fig.colorbar(im, ax=ax, extend="both")
    return fig


@scene
def extend_min():
    fig, ax, im = shown(vmin=5)
    fig.colorbar(im, ax=ax, extend="min")
    return fig


@scene
def extend_max():
    fig, ax, im = shown(vmax=15)
    fig.colorbar(im, ax=ax, extend="max", orientation="horizontal")
    return fig


@scene
def logarithmic():
    fig, ax, im = shown(10 ** (DATA / 6), norm=colors.LogNorm())
    fig.colorbar(im, ax=ax)
    return fig


@scene
def symlog():
    fig, ax, im = shown(DATA**2 - 60, norm=colors.SymLogNorm(1, vmin=-100, vmax=100))
    fig.colorbar(im, ax=ax)
    return fig


@scene
def boundaries():
    fig, ax, im = shown(norm=colors.BoundaryNorm([0, 1, 5, 8, 20], 256))
    fig.colorbar(im, ax=ax, extend="both")
    return fig


@scene
def power():
    fig, ax, im = shown(norm=colors.PowerNorm(0.4))
    fig.colorbar(im, ax=ax)
    return fig


@scene
def two_slopes():
    fig, ax, im = shown(norm=colors.TwoSlopeNorm(4, vmin=0, vmax=20), cmap="coolwarm")
    fig.colorbar(im, ax=ax)
    return fig


@scene
def changed():
    fig, ax, im = shown()
    fig.colorbar(im, ax=ax)
    im.set_clim(-2e5, 3e5)
    im.set_cmap("tab10")
    return fig


@scene
def scatter():
    fig, ax = plt.subplots(figsize=(4, 3), dpi=100)
    x = np.arange(10) / 3
    points = ax.scatter(x, x**2, c=x, cmap="magma", alpha=0.6)
    fig.colorbar(points, ax=ax)
    return fig


@scene
def subplots():
    fig, axs = plt.subplots(2, 2, figsize=(5, 4), dpi=100)
    for i, ax in enumerate(axs.flat):
        im = ax.imshow(DATA * (i + 1), aspect="auto")
        if i != 2:
            fig.colorbar(im, ax=ax, location=["right", "bottom", None, "left"][i])
    return fig


@scene
def tight():
    fig, axs = plt.subplots(1, 2, figsize=(5, 3), dpi=100)
    for ax in axs:
        im = ax.imshow(DATA)
        fig.colorbar(im, ax=ax, label="height", extend="both")
        ax.set_title("title")
    fig.tight_layout()
    return fig


@scene
def rectangle():
    fig = plt.figure(figsize=(4, 3), dpi=100)
    ax = fig.add_axes((0.1, 0.1, 0.8, 0.8))
    im = ax.imshow(DATA, aspect="auto", alpha=0.5)
    fig.colorbar(im, ax=ax, shrink=0.8)
    return fig


@scene
def two_bars():
    fig, ax, im = shown()
    fig.colorbar(im, ax=ax)
    fig.colorbar(im, ax=ax, orientation="horizontal")
    return fig


def main():
    HERE.mkdir(exist_ok=True)
    for name, draw in SCENES.items():
        fig = draw()
        fig.canvas.draw()
        rgb = np.asarray(fig.canvas.buffer_rgba())[..., :3]
        Image.fromarray(np.ascontiguousarray(rgb)).save(HERE / f"{name}.png", optimize=True)
        plt.close(fig)


main()
