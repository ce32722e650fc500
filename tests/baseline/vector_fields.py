"""Draw the scenes of tests/integration/vector_fields.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/vector_fields.py

Each function below is a scene: vector_fields/NAME.png. With names as arguments, only those are drawn.
"""

import sys
import warnings
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

OUT = Path(__file__).resolve().parent / "vector_fields"
SCENES = []
x = np.linspace(0, 3, 9)
y = np.linspace(-1, 1, 7)
X, Y = np.meshgrid(x, y)


def u(t=0.0):
    return np.cos(X + t) * (1.5 + Y)


def v(t=0.0):
    return np.sin(X * Y + 0.3 + t)


def scene(function):
    SCENES.append(function)
    return function


@scene
def quiver(ax):
    ax.quiver(x, y, u(), v())


@scene
def quiver_values(ax):
    q = ax.quiver(X, Y, u(), v(), np.hypot(u(), v()), cmap="plasma", pivot="middle")
    ax.figure.colorbar(q, ax=ax)


@scene
def quiver_xy(ax):
    ax.quiver(x, y, u(), v(), angles="xy", scale_units="xy", scale=5, color="tab:red")
    ax.set_ylim(1.5, -1.5)


@scene
def quiver_units(ax):
    ax.quiver(x, y, u(), v(), units="inches", width=0.03, scale=8, scale_units="inches", color="C0")
    ax.quiver(x, y, v(), u(), units="x", pivot="tip", headwidth=4, headlength=6, headaxislength=6, color=("C1", 0.5))


@scene
def quiver_angles(ax):
    ax.quiver(x, y, u(), v(), angles=np.arange(63) * 11.0, scale=40, units="dots", width=2, ec="k", fc="gold", lw=0.5)


@scene
def quiver_small(ax):
    ax.quiver(x, y, u(), 0.02 * v(), scale=150, minshaft=2, minlength=1.5)
    ax.quiver([1.4], [0.1], [1], [1], color="C3", scale=4, edgecolor="k", linewidth=1)


@scene
def quiver_holes(ax):
    c = u().copy()
    c[2, 3] = np.nan
    w = v().copy()
    w[4, 4] = np.nan
    ax.quiver(x, y, u(), w, c, clim=(-1, 1))


@scene
def quiver_updated(ax):
    q = ax.quiver(x, y, u(), v(), scale_units="height")
    ax.figure.canvas.draw()
    q.set_UVC(2 * u(1), 2 * v(2))
    q.set_offsets(np.column_stack([X.ravel() + 0.1, Y.ravel()]))


@scene
def quiver_log(ax):
    ax.set_xscale("log")
    ax.quiver(10**x, y, 10**x * u(), v(), angles="xy", scale=20)
    ax.set_ylim(-2, 2)


@scene
def quiver_key(ax):
    q = ax.quiver(x, y, u(), v(), v())
    ax.quiverkey(q, 0.15, 1.06, 2, "2 m/s", labelpos="E")
    ax.quiverkey(q, 0.5, 1.04, 3, "3 m/s")
    ax.quiverkey(q, 0.85, 1.1, 2, "below", labelpos="S", color="C3", labelcolor="C0", angle=20)
    ax.quiverkey(q, 0.6, 0.06, 3, "W", labelpos="W", coordinates="figure", fontproperties={"size": 8, "weight": "bold"})
    ax.quiverkey(q, 0.8, 0.3, 3, "in", labelpos="W", coordinates="inches", labelsep=0.05)
    ax.quiverkey(q, 1.5, 0.1, 3, "data", coordinates="data", color="C1")


@scene
def quiver_legend(ax):
    ax.quiver(x, y, u(), v(), color="C2", label="wind")
    ax.legend(loc="upper left")


@scene
def barbs(ax):
    ax.barbs(x, y, 40 * u(), 40 * v())


@scene
def barbs_values(ax):
    b = ax.barbs(x, y, 40 * u(), 40 * v(), np.hypot(u(), v()), length=6, pivot="middle", fill_empty=True, cmap="plasma")
    ax.figure.colorbar(b, ax=ax)


@scene
def barbs_options(ax):
    sizes = {"spacing": 0.2, "height": 0.5, "width": 0.3, "emptybarb": 0.25}
    ax.barbs(X[::2], Y[::2], u()[::2], v()[::2], rounding=False, barb_increments={"half": 0.1, "full": 0.3, "flag": 1},
             sizes=sizes, flagcolor="C1", barbcolor=["k", "C0"], flip_barb=True, linewidth=0.7)
    w = v()[1::2].copy()
    w[1, 3] = np.nan
    ax.barbs(X[1::2], Y[1::2], 30 * u()[1::2], 30 * w, barbcolor="C3", pivot=2, length=5, flip_barb=Y[1::2].ravel() > 0)


@scene
def barbs_updated(ax):
    b = ax.barbs(x, y, 40 * u(), 40 * v(), flagcolor="C2")
    b.set_UVC(60 * u(1), 80 * v(1))
    b.set_offsets(np.column_stack([X.ravel(), Y.ravel() + 0.1]))
    ax.barbs([1.5], [0.9], [-30], [75], length=9)


gx = np.linspace(-3, 3, 20)
gy = np.linspace(-2, 2, 16)
GX, GY = np.meshgrid(gx, gy)


def gu(t=0.0):
    return -1 - GX**2 + GY + t


def gv(t=0.0):
    return 1 + GX - GY**2 - t * GX


@scene
def streamplot(ax):
    ax.streamplot(gx, gy, gu(), gv())


@scene
def streamplot_values(ax):
    speed = np.hypot(gu(), gv())
    s = ax.streamplot(gx, gy, gu(), gv(), color=speed, linewidth=3 * speed / speed.max(), cmap="plasma", density=0.6)
    ax.figure.colorbar(s.lines, ax=ax)


@scene
def streamplot_start(ax):
    points = [(-2, -1), (0, 0), (1, 1.5), (2.5, -1.8)]
    ax.streamplot(gx, gy, gv(), gu(), start_points=points, integration_direction="forward", color="C3", linewidth=2)
    ax.streamplot(gx, gy, gv(), gu(), start_points=points, integration_direction="backward", arrowstyle="->",
                  arrowsize=1.5, num_arrows=2, maxlength=1)
    # By themselves they depend on the limits that the axes have while the arrows are added.
    ax.set(xlim=(-3, 3), ylim=(-2, 2))


@scene
def streamplot_whole(ax):
    ax.streamplot(gx, gy, gu(), gv(), density=(0.4, 0.7), broken_streamlines=False, minlength=0.3, arrowstyle="fancy",
                  arrowsize=0.7, integration_max_step_scale=0.5, integration_max_error_scale=0.5)


@scene
def streamplot_holes(ax):
    w = gu().copy()
    w[5:8, 8:12] = np.nan
    ax.streamplot(gx, gy, w, gv(), color="k", linewidth=0.7, norm=plt.Normalize(0, 3))
    ax.set_xlim(-3.5, 3.5)


@scene
def streamplot_updated(ax):
    ax.streamplot(gx, gy, gu(1), gv(0.5), density=0.5, color=gu(1), norm=plt.Normalize(gu().min(), gu().max()))
    ax.set_aspect("equal")


@scene
def arrow(ax):
    ax.arrow(0.1, 0.1, 0.5, 0.3, width=0.02)
    ax.arrow(0.1, 0.6, 0.6, -0.2, width=0.03, head_width=0.15, head_length=0.1, length_includes_head=True, fc="C1")
    ax.arrow(0.8, 0.1, 0, 0.6, width=0.05, shape="left", overhang=0.4, color="C2", alpha=0.6)
    ax.arrow(0.2, 0.9, 0.3, 0, width=0.05, shape="right", head_starts_at_zero=True, ec="C3", lw=2, overhang=-0.2)
    ax.arrow(0.5, 0.7, 0.2, 0.2)


def draw(names):
    for function in SCENES:
        if names and function.__name__ not in names:
            continue
        fig, ax = plt.subplots(figsize=(3.2, 2.4), dpi=100)
        function(ax)
        fig.canvas.draw()
        Image.fromarray(np.asarray(fig.canvas.buffer_rgba())[..., :3]).save(OUT / f"{function.__name__}.png", optimize=True)
        plt.close(fig)


warnings.simplefilter("ignore")
OUT.mkdir(exist_ok=True)
draw(sys.argv[1:])
