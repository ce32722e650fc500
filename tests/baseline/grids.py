"""Draw the scenes of tests/integration/grids.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/grids.py

Each function below is a scene: grids/NAME.png. With names as arguments, only those are drawn.
"""

from scenes import draw, scene

import numpy as np
from matplotlib.patches import ConnectionPatch

x = np.linspace(0, 3, 31)
y = np.sin(2 * x)
grid = np.arange(12).reshape(3, 4)


def divided(fig):
    outer = fig.add_gridspec(1, 2, wspace=0.3)
    left = outer[0].subgridspec(3, 1, hspace=0)
    for row in range(3):
        fig.add_subplot(left[row]).plot(x, y, f"C{row}")
    right = outer[1].subgridspec(2, 2, width_ratios=[2, 1])
    fig.add_subplot(right[0, :]).set_title("wide")
    fig.add_subplot(right[1, 0]).set_xlabel("x")
    fig.add_subplot(right[1, 1])


@scene
def grid_in_grid(fig):
    divided(fig)


@scene
def grid_in_grid_constrained(fig):
    fig.set_layout_engine("constrained")
    divided(fig)


@scene
def grid_in_grid_tight(fig):
    divided(fig)
    fig.tight_layout()


def mosaic(fig):
    axs = fig.subplot_mosaic([["A", [["x", "y"], ["z", "z"]]], ["C", "C"]])
    for name, ax in axs.items():
        ax.set_title(name)
    axs["z"].plot(x, y + 1)
    axs["C"].set_ylabel("label")


@scene
def mosaic_nested(fig):
    mosaic(fig)


@scene
def mosaic_nested_constrained(fig):
    fig.set_layout_engine("constrained")
    mosaic(fig)


@scene
def mosaic_offset(fig):
    fig.set_layout_engine("constrained")
    axs = fig.subplot_mosaic("AAAB;CCDD", sharey=True)
    axs["B"].plot(x, 100 * y)
    axs["D"].set_xlabel("x")


@scene
def compressed(fig):
    fig.set_layout_engine("compressed")
    axs = fig.subplots(2, 2, sharex=True, sharey=True)
    for ax in axs.flat:
        image = ax.imshow(grid)
    fig.colorbar(image, ax=axs)
    fig.suptitle("all")


@scene
def compressed_row(fig):
    fig.set_layout_engine("compressed")
    for ax in fig.subplots(1, 3):
        image = ax.imshow(grid.T)
        fig.colorbar(image, ax=ax, location="bottom")
        ax.set_title("t")


@scene
def colorbar_at_the_left(fig):
    axs = fig.subplots(2, 2)
    for ax in axs.flat:
        image = ax.imshow(grid, aspect="auto")
    fig.colorbar(image, ax=axs, location="left", shrink=0.6, aspect=8)


@scene
def colorbar_of_two_places(fig):
    axs = [fig.add_axes((0.1, 0.1, 0.3, 0.7)), fig.add_axes((0.5, 0.2, 0.2, 0.5))]
    for ax in axs:
        image = ax.imshow(grid)
    fig.colorbar(image, ax=axs, location="top", pad=0.2, label="both")


@scene
def colorbars_of_rows(fig):
    fig.set_layout_engine("constrained")
    axs = fig.subplots(2, 2)
    for ax in axs.flat:
        image = ax.pcolormesh(grid)
    fig.colorbar(image, ax=axs[0, :], location="top", aspect=30)
    fig.colorbar(image, ax=axs[:, 1], shrink=0.5, label="right")
    fig.colorbar(image, ax=axs[1, 0], location="bottom", pad=0.1)


@scene
def colorbars_of_one(fig):
    fig.set_layout_engine("constrained")
    ax, other = fig.subplots(1, 2, width_ratios=[2, 1])
    image = ax.imshow(grid)
    fig.colorbar(image, ax=ax, location="right")
    fig.colorbar(image, ax=ax, location="right", shrink=0.5)
    fig.colorbar(image, ax=ax, location="left", label="left")
    other.set_ylabel("other")


def lines(fig):
    ax = fig.add_subplot()
    for shift in range(3):
        ax.plot(x, y + shift, label=f"line {shift}")


@scene
def legend_outside_right(fig):
    fig.set_layout_engine("constrained")
    lines(fig)
    fig.legend(loc="outside right upper")


@scene
def legend_outside_top(fig):
    fig.set_layout_engine("constrained")
    lines(fig)
    fig.suptitle("title")
    fig.legend(loc="outside upper left", ncols=3, fontsize=6)


@scene
def legends_outside(fig):
    fig.set_layout_engine("constrained")
    lines(fig)
    fig.legend(loc="outside center left", title="left")
    fig.legend(loc="outside lower right", ncols=2, fontsize=6)


@scene
def legend_without_layout(fig):
    lines(fig)
    fig.legend(loc="outside lower center", ncols=2)


@scene
def shared_outer(fig):
    fig.set_layout_engine("constrained")
    axs = fig.subplots(2, 3, sharex="col", sharey="row")
    axs[0, 0].plot(x, 1000 * y)
    axs[1, 2].plot(100 * x, y)
    fig.supxlabel("below")
    fig.supylabel("beside")
    axs[0, 1].set_title("title")


@scene
def twins(fig):
    fig.set_layout_engine("constrained")
    ax, other = fig.subplots(1, 2)
    ax.plot(x, y)
    twin = ax.twinx()
    twin.plot(x, 100 * y, "C1")
    twin.set_ylabel("right")
    above = other.twiny()
    above.set_xlabel("above")
    above.set_xlim(0, 1000)
    other.set_title("title")


@scene
def parts_beside(fig):
    fig.set_layout_engine("constrained")
    ax, other = fig.subplots(1, 2)
    inset = ax.inset_axes([1.1, 0.2, 0.5, 0.6])
    inset.plot(x, y)
    inset.set_title("inset")
    other.plot(x, y)
    top = other.secondary_xaxis("top", functions=(lambda v: 2 * v, lambda v: v / 2))
    top.set_xlabel("twice")
    other.text(1.2, 0.5, "text", transform=other.transAxes)


@scene
def round_and_deep(fig):
    fig.set_layout_engine("constrained")
    polar = fig.add_subplot(1, 2, 1, projection="polar")
    polar.plot(x, x)
    polar.set_title("polar")
    space = fig.add_subplot(1, 2, 2, projection="3d")
    space.plot(x, y, x)
    space.set_zlabel("z")


@scene
def round_and_deep_subfigures(fig):
    fig.set_layout_engine("constrained")
    upper, lower = fig.subfigures(2, 1, height_ratios=[1, 1.5])
    upper.suptitle("polar")
    for ax in upper.subplots(1, 3, subplot_kw={"projection": "polar"}):
        ax.set_rticks([])
    lower.set_facecolor("0.9")
    axs = lower.subplot_mosaic("AB", per_subplot_kw={"B": {"projection": "3d"}})
    axs["B"].set_xlabel("x")
    axs["A"].set_ylabel("label")


@scene
def tight_rect(fig):
    axs = fig.subplots(2, 2)
    axs[1, 0].set_xlabel("x")
    axs[0, 1].set_title("title")
    fig.suptitle("all")
    fig.tight_layout(rect=(0.11, 0.15, 0.95, 0.9))


@scene
def tight_pads(fig):
    axs = fig.subplots(2, 2)
    axs[1, 0].set_ylabel("y")
    fig.tight_layout(pad=0.3, h_pad=2, w_pad=4)


@scene
def tight_engine(fig):
    fig.set_layout_engine("tight", pad=0.5)
    axs = fig.subplots(1, 2)
    axs[0].set_ylabel("later")
    axs[1].set_title("later")


@scene
def tight_with_colorbar(fig):
    axs = fig.subplots(1, 2)
    image = axs[0].imshow(grid)
    fig.colorbar(image, ax=axs[0], location="top")
    axs[1].set_ylabel("y")
    fig.tight_layout(w_pad=2)


@scene
def constrained_rect(fig):
    fig.set_layout_engine("constrained", rect=(0.1, 0.2, 0.8, 0.7), w_pad=0.1, h_pad=0.2)
    for ax in fig.subplots(1, 2):
        ax.set_title("title")
    fig.supxlabel("below")


@scene
def own_spaces(fig):
    fig.set_layout_engine("constrained")
    gs = fig.add_gridspec(2, 2, wspace=0.3, hspace=0.2, height_ratios=[1, 2])
    for cell in gs:
        fig.add_subplot(cell)


@scene
def equal_aspects(fig):
    fig.set_layout_engine("constrained")
    axs = fig.subplots(2, 2, width_ratios=[1, 3])
    axs[0, 1].set_aspect("equal")
    axs[1, 0].imshow(grid)
    axs[1, 0].set_anchor("NW")
    axs[1, 1].set_box_aspect(0.5)
    axs[1, 1].set_ylabel("half")


@scene
def hidden(fig):
    fig.set_layout_engine("constrained")
    axs = fig.subplots(2, 2)
    axs[0, 0].set_axis_off()
    axs[0, 1].set_visible(False)
    axs[1, 1].set_ylabel("y")
    axs[0, 0].set_title("off")


@scene
def aligned(fig):
    fig.set_layout_engine("constrained")
    axs = fig.subplots(2, 2)
    axs[0, 0].plot(x, 10000 * y)
    for ax in axs.flat:
        ax.set_ylabel("y")
    axs[1, 0].tick_params(axis="x", rotation=60)
    axs[1, 0].set_xlabel("x")
    axs[1, 1].set_xlabel("x")
    fig.align_labels()


@scene
def beside_a_subfigure(fig):
    fig.set_layout_engine("constrained")
    gs = fig.add_gridspec(1, 2, width_ratios=[1, 1.5])
    subfig = fig.add_subfigure(gs[0])
    subfig.set_facecolor("0.9")
    subfig.subplots(2, 1)[1].set_xlabel("x")
    ax = fig.add_subplot(gs[1])
    ax.set_title("beside")
    ax.set_ylabel("y")


@scene
def deep_subfigures(fig):
    fig.set_layout_engine("constrained")
    part = fig
    for level in range(3):
        first, part = part.subfigures(1, 2) if level % 2 == 0 else part.subfigures(2, 1)
        first.set_facecolor(f"{0.95 - 0.1 * level}")
        first.add_subplot().set_title(str(level))
        part.suptitle(f"level {level}")
    part.add_subplot().plot(x, y + 1)
    fig.suptitle("all")


@scene
def legend_of_a_subfigure(fig):
    fig.set_layout_engine("constrained")
    upper, lower = fig.subfigures(2, 1, hspace=0.1)
    for subfig in (upper, lower):
        ax = subfig.add_subplot()
        for shift in range(2):
            ax.plot(x, y + shift, label=f"line {shift}")
    upper.legend(loc="outside right upper")
    upper.suptitle("upper")
    lower.legend(loc="outside left upper", fontsize=6)
    fig.suptitle("all")


@scene
def connected(fig):
    left, right = fig.subfigures(1, 2)
    a = left.add_subplot()
    b = right.add_subplot()
    fig.add_artist(ConnectionPatch((0.5, 0.5), (0.2, 0.8), "data", "data", axesA=a, axesB=b, color="C3"))
    fig.suptitle("connected")


@scene
def tight_subfigures(fig):
    upper, lower = fig.subfigures(2, 1)
    upper.suptitle("upper")
    upper.subplots(1, 2)[0].set_ylabel("y")
    lower.add_subplot().set_xlabel("x")
    fig.suptitle("all")
    fig.tight_layout()


draw("grids")
