"""Draw the scenes of tests/integration/layout.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/layout.py

Each function below is a scene: layout/NAME.png. With names as arguments, only those are drawn.
"""

import sys
from pathlib import Path

# Not this folder: a module of the standard library has a script's name.
sys.path.pop(0)

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

OUT = Path(__file__).resolve().parent / "layout"
SCENES = []
x = np.linspace(0, 3, 31)
y = np.sin(2 * x)


def scene(function):
    SCENES.append(function)
    return function


@scene
def inset_axes(fig):
    ax = fig.add_subplot()
    ax.plot(x, y)
    inset = ax.inset_axes([0.55, 0.55, 0.4, 0.35])
    inset.plot(x, y, "C1")
    inset.set(xlim=(1, 2), title="part")
    ax.plot(x, -y, "C2", zorder=6)


@scene
def inset_data(fig):
    ax = fig.add_subplot()
    ax.plot(x, y)
    ax.set_aspect("equal")
    inset = ax.inset_axes([1, -1.5, 1.5, 1], transform=ax.transData, zorder=1)
    inset.imshow(np.arange(12).reshape(3, 4))
    ax.legend(["sine"], loc="lower right")


@scene
def inset_tight(fig):
    ax = fig.add_subplot()
    ax.plot(x, y)
    inset = ax.inset_axes([1.1, 0.1, 0.3, 0.8])
    inset.set_ylabel("beside")
    inset.plot(y, x)
    fig.tight_layout()


@scene
def inset_colorbar(fig):
    ax = fig.add_subplot()
    ax.set_title("above")
    image = ax.imshow(np.arange(12).reshape(3, 4))
    fig.colorbar(image, cax=ax.inset_axes([0.05, 1.15, 0.9, 0.06]), orientation="horizontal")


@scene
def indicate_zoom(fig):
    ax = fig.add_subplot()
    ax.plot(x, y)
    inset = ax.inset_axes([0.05, 0.05, 0.35, 0.35])
    inset.plot(x, y)
    inset.set(xlim=(1.8, 2.2), ylim=(-0.9, -0.5), xticklabels=[], yticklabels=[])
    ax.indicate_inset_zoom(inset)


@scene
def indicate_inverted(fig):
    ax = fig.add_subplot()
    ax.imshow(np.arange(400).reshape(20, 20) % 7)
    inset = ax.inset_axes([0.6, 0.55, 0.35, 0.4])
    inset.imshow(np.arange(400).reshape(20, 20) % 7)
    inset.set(xlim=(2, 6), ylim=(12, 9))
    ax.indicate_inset_zoom(inset, edgecolor="red", linewidth=2, alpha=1)


@scene
def indicate_bounds(fig):
    ax = fig.add_subplot()
    ax.plot(x, y)
    inset = ax.inset_axes([0.5, 0.5, 0.4, 0.4])
    ax.indicate_inset([0.25, -0.5, 0.5, 0.75], inset, facecolor="C1", edgecolor="black", linestyle="--", alpha=0.75)


@scene
def secondary_top(fig):
    ax = fig.add_subplot()
    ax.plot(100 * x, y)
    ax.set_title("title")
    ax.set_xlabel("angle [°]")
    top = ax.secondary_xaxis("top", functions=(np.deg2rad, np.rad2deg))
    top.set_xlabel("angle [rad]")
    right = ax.secondary_yaxis("right", functions=(lambda v: 32 + 1.8 * v, lambda v: (v - 32) / 1.8))
    right.set_ylabel("more")
    right.set_color("C3")
    fig.tight_layout()


@scene
def secondary_place(fig):
    ax = fig.add_subplot()
    ax.plot(x, y)
    ax.set_xlim(3, 0)
    ax.secondary_xaxis(0.3)
    far = ax.secondary_yaxis(1.1, functions=(lambda v: 10 ** v, np.log10))
    far.set_yticks([0.1, 0.5, 2, 9])
    low = ax.secondary_xaxis(-0.2, functions=(lambda v: 2 / (v + 1), lambda v: 2 / v - 1))
    low.xaxis.set_minor_locator(matplotlib.ticker.AutoMinorLocator())
    low.set_xlabel("low")
    fig.tight_layout()


@scene
def secondary_log(fig):
    ax = fig.add_subplot()
    ax.loglog(0.02 + 10 * x, 0.1 + x ** 2)
    ax.secondary_xaxis("top", functions=(lambda v: 1 / v, lambda v: 1 / v))
    ax.secondary_yaxis("right", functions=(lambda v: 3 * v, lambda v: v / 3))


@scene
def mosaic(fig):
    axs = fig.subplot_mosaic("AB;CC")
    for name, ax in axs.items():
        ax.set_title(name)


@scene
def mosaic_options(fig):
    axs = fig.subplot_mosaic([["map", "bar", "."], ["map", "low", "low"]], sharex=True, sharey=True,
                             width_ratios=[2, 1, 1], height_ratios=[1, 2])
    axs["map"].plot(x, y)
    axs["low"].plot(x + 1, y)


@scene
def ticks_rotated(fig):
    ax = fig.add_subplot(facecolor="lightyellow")
    ax.plot(1e4 * x, y)
    ax.tick_params(axis="x", labelrotation=45)
    ax.set_xlabel("below")
    plt.setp(ax.get_yticklabels(), rotation=30, ha="right", va="bottom", rotation_mode="anchor")
    ax.set_ylabel("beside")
    fig.tight_layout()


@scene
def ticks_by_angle(fig):
    for i, (angle, top) in enumerate([(30, False), (120, False), (-45, True), (80, True)]):
        ax = fig.add_subplot(2, 2, i + 1, facecolor="lightyellow")
        ax.tick_params(labelrotation=angle, labelsize=7, labeltop=top, labelbottom=not top)
        ax.tick_params(axis="x", labelrotation_mode="xtick")
        ax.tick_params(axis="y", labelrotation_mode="ytick")
    fig.tight_layout()


@scene
def labels_rotated(fig):
    ax = fig.add_subplot()
    ax.set_xlabel("at the end", loc="right", fontweight="bold")
    ax.set_ylabel("flat", rotation=0, ha="right", va="center", rotation_mode="default")
    right = ax.twinx()
    right.set_ylabel("down", rotation=-60, loc="top")
    fig.tight_layout()


@scene
def labels_aligned(fig):
    axs = fig.subplots(2, 2)
    axs[0, 0].set_ylim(0, 30000)
    axs[1, 0].tick_params(axis="x", labelrotation=90)
    axs[1, 1].yaxis.set_label_position("right")
    for i, ax in enumerate(axs.flat):
        ax.set(xlabel=f"x{i}", ylabel=f"y{i}")
    fig.align_labels()
    fig.tight_layout()


@scene
def titles_aligned(fig):
    axs = fig.subplots(1, 3)
    axs[0].set_aspect("equal")
    axs[2].xaxis.tick_top()
    for ax in axs:
        ax.set_title("title")
    fig.align_titles()


@scene
def constrained_grid(fig):
    fig.set_layout_engine("constrained")
    axs = fig.subplots(2, 2)
    axs[0, 0].set(title="title", ylabel="left of all", xlim=(0, 1e6))
    axs[1, 1].set(xlabel="x", ylim=(0, 1000))
    axs[0, 1].tick_params(axis="x", labelrotation=60)
    fig.suptitle("all")
    fig.supxlabel("below")
    fig.supylabel("beside")


@scene
def constrained_colorbars(fig):
    fig.set_layout_engine("constrained")
    axs = fig.subplots(1, 2)
    left = axs[0].imshow(np.arange(12).reshape(3, 4), aspect="auto")
    right = axs[1].imshow(np.arange(12).reshape(3, 4))
    fig.colorbar(left, ax=axs[0], extend="both", label="values")
    fig.colorbar(left, ax=axs[0], location="bottom", shrink=0.7)
    fig.colorbar(right, ax=axs[1], pad=0.2)
    axs[1].set_title("image")


@scene
def constrained_mosaic(fig):
    fig.set_layout_engine("constrained")
    axs = fig.subplot_mosaic("AAAB;CCDD")
    axs["B"].set_ylabel("of B")
    axs["C"].plot(x, y)
    axs["D"].set_title("D")


@scene
def constrained_options(fig):
    fig.set_layout_engine("constrained", w_pad=0.1, h_pad=0.2, wspace=0.3, hspace=0.4)
    axs = fig.subplots(2, 2, width_ratios=[2, 1], height_ratios=[1, 2])
    axs[0, 0].twinx().set_ylabel("twin")
    axs[1, 0].plot(x, y, label="sine")
    axs[1, 0].legend(loc="center left", bbox_to_anchor=(1.02, 0.5), fontsize=6)
    axs[1, 1].inset_axes([0.2, 1.1, 0.6, 0.3])


def still(**options):
    """Decorates a scene that savefig writes with these options."""

    def decorate(function):
        function.still = options
        return scene(function)

    return decorate


@still(bbox_inches="tight")
def still_tight(fig):
    ax = fig.add_axes((0.3, 0.3, 0.4, 0.3))
    ax.plot(x, y, label="sine")
    ax.set_title("a title that is longer than the axes")
    ax.set_xlabel("time / s")
    ax.set_ylabel("height / m")
    ax.text(3.5, 0, "beside")


@still(bbox_inches="tight", pad_inches=0, dpi=80, facecolor="lightyellow")
def still_bare(fig):
    ax = fig.add_subplot(polar=True)
    ax.plot(x, y ** 2, label="sine")
    ax.legend(loc="lower left", bbox_to_anchor=(0.9, 0.9))
    fig.suptitle("above")


@still(bbox_inches=matplotlib.transforms.Bbox.from_extents(1.0, 0.25, 3.5, 2.0))
def still_part(fig):
    ax = fig.add_subplot()
    ax.imshow(np.arange(12).reshape(3, 4), aspect="auto")
    fig.text(0.9, 0.5, "cut off")


@still(bbox_inches="tight")
def still_legend(fig):
    ax = fig.add_axes((0.2, 0.2, 0.5, 0.6))
    ax.plot(x, y, label="sine")
    fig.legend(loc="center left", bbox_to_anchor=(0.95, 0.5))


def main(names):
    OUT.mkdir(exist_ok=True)
    for function in SCENES:
        name = function.__name__
        if names and name not in names:
            continue
        fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
        function(fig)
        if hasattr(function, "still"):
            fig.savefig(OUT / f"{name}.png", **function.still)
            Image.open(OUT / f"{name}.png").convert("RGB").save(OUT / f"{name}.png", optimize=True)
            plt.close(fig)
            continue
        fig.canvas.draw()
        Image.fromarray(np.asarray(fig.canvas.buffer_rgba())[..., :3]).save(OUT / f"{name}.png", optimize=True)
        plt.close(fig)


if __name__ == "__main__":
    main(sys.argv[1:])
