"""Draw the scenes of tests/integration/subfigures.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/subfigures.py

Each function below is a scene: subfigures/NAME.png. With names as arguments, only those are drawn.
"""

from scenes import draw, scene

import numpy as np

x = np.linspace(0, 3, 31)
y = np.sin(2 * x)
grid = np.arange(12).reshape(3, 4)


@scene
def plain(fig):
    left, right = fig.subfigures(1, 2)
    left.subplots(2, 1)[0].plot(x, y)
    left.suptitle("left")
    right.add_subplot().plot(x, -y, "C1")
    right.supxlabel("below")
    right.supylabel("beside")
    right.set_facecolor("0.85")


@scene
def ratios_and_spaces(fig):
    subfigs = fig.subfigures(2, 2, width_ratios=[2, 1], height_ratios=[1, 1.5], wspace=0.1, hspace=0.05)
    for subfig, color in zip(subfigs.flat, ["mistyrose", "honeydew", "aliceblue", "lightyellow"]):
        subfig.set(facecolor=color, edgecolor="0.3", linewidth=1.5)
        subfig.add_axes((0.3, 0.3, 0.6, 0.6)).plot(x, y)
    subfigs[1, 1].set_frameon(False)
    subfigs[0, 1].text(0.5, 0.1, "text", ha="center")


@scene
def nested(fig):
    left, right = fig.subfigures(1, 2, width_ratios=[1.2, 1])
    left.add_subplot().plot(x, y)
    upper, lower = right.subfigures(2, 1, height_ratios=[1, 1.4])
    upper.set_facecolor("wheat")
    upper.suptitle("upper")
    upper.subplots(1, 2)
    lower.add_subplot(projection="polar").plot(x, x)
    right.suptitle("right")
    fig.suptitle("all", x=0.2)


@scene
def cells(fig):
    gs = fig.add_gridspec(2, 2)
    wide = fig.add_subfigure(gs[0, :])
    corner = fig.add_subfigure(gs[1, 1])
    wide.set_facecolor("0.9")
    for ax in wide.subplots(1, 3, sharey=True):
        ax.plot(x, y)
    corner.add_subplot(projection="3d")
    fig.add_subplot(gs[1, 0]).plot(x, y, "C2")


@scene
def legends(fig):
    left, right = fig.subfigures(1, 2)
    for subfig, name in [(left, "l"), (right, "r")]:
        subfig.add_subplot().plot(x, y, label=name)
    left.legend()
    fig.legend(loc="lower center", ncols=2)
    right.axes[0].annotate("note", (1, 0), (0.5, 0.9), textcoords="subfigure fraction",
                           arrowprops={"arrowstyle": "->"})
    right.axes[0].annotate("figure", (0.05, 0.9), xycoords="figure fraction")


@scene
def colorbars(fig):
    left, right = fig.subfigures(1, 2)
    image = left.add_subplot().imshow(grid)
    left.colorbar(image, location="bottom", shrink=0.8)
    axs = right.subplots(2, 1)
    for ax in axs:
        image = ax.imshow(grid, aspect="auto")
    right.colorbar(image, ax=axs, aspect=10, shrink=0.7)
    axs[0].inset_axes([0.5, 0.5, 0.4, 0.4]).plot(x, y)
    left.axes[0].set_title("title")


@scene
def mosaic_in(fig):
    left, right = fig.subfigures(1, 2, width_ratios=[1, 2])
    left.subplot_mosaic("A;B")["A"].plot(x, y)
    axs = right.subplot_mosaic("AB;CC", sharex=True)
    axs["C"].plot(x, y)
    right.subplots_adjust(left=0.2, wspace=0.5)
    twin = axs["B"].twinx()
    twin.plot(x, 5 * y, "C3")


@scene
def tight(fig):
    left, right = fig.subfigures(1, 2)
    left.subplots(2, 1)[0].set_xlabel("x")
    right.subplots(2, 1)[1].set_title("title")
    fig.tight_layout()


@scene
def constrained(fig):
    fig.set_layout_engine("constrained")
    left, right = fig.subfigures(1, 2, wspace=0.07, width_ratios=[1.5, 1])
    left.set_facecolor("0.85")
    left.suptitle("left")
    for ax in left.subplots(1, 2, sharey=True):
        image = ax.pcolormesh(grid)
    left.colorbar(image, shrink=0.6, ax=left.axes, location="bottom")
    axs = right.subplots(3, 1, sharex=True)
    for ax in axs:
        image = ax.pcolormesh(grid)
    right.colorbar(image, shrink=0.6, ax=axs)
    right.suptitle("right")
    fig.suptitle("all")


@scene
def constrained_nested(fig):
    fig.set_layout_engine("constrained")
    outer, right = fig.subfigures(1, 2, wspace=0.07)
    upper, lower = outer.subfigures(2, 1, height_ratios=[1, 1.4])
    upper.set_facecolor("0.9")
    upper.subplots(1, 2)[1].set_ylabel("y")
    lower.add_subplot().set_xlabel("x")
    lower.suptitle("lower")
    outer.supylabel("outer")
    right.subplots(2, 1, sharex=True)[0].plot(x, y, label="line")
    right.legend(loc="outside lower center")


draw("subfigures")
