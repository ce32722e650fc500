"""Draw tables with matplotlib for tests/integration/tables.rs.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/tables.py

Writes tables/SCENE.png.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

HERE = Path(__file__).parent / "tables"
SCENES = {}
TEXT = [["1.5", "2.25", "10"], ["a longer text", "b", "$x^2$"]]


def scene(draw):
    SCENES[draw.__name__] = draw


def framed():
    fig = plt.figure(figsize=(3.2, 2.4), dpi=100)
    return fig, fig.add_axes((0.2, 0.3, 0.7, 0.6))


@scene
def below():
    fig, ax = framed()
    ax.plot([0, 1], [0, 1])
    ax.set_xticks([])
    ax.table(TEXT, rowLabels=["first", "second"], colLabels=["A", "B", "C"], rowColours=["r", "0.8"], colColours=["y", "g", "c"])
    return fig


@scene
def inside():
    fig, ax = framed()
    table = ax.table(TEXT, loc="center", cellLoc="center", cellColours=[["w", "C0", "C1"], ["C2", "w", "0.5"]], edges="horizontal")
    table.scale(0.9, 2)
    table[1, 1].set_text_props(color="r", weight="bold")
    table[0, 0].set_edgecolor("m")
    table[0, 0].visible_edges = "BRTL"
    return fig


@scene
def boxed():
    fig, ax = framed()
    ax.set_axis_off()
    ax.table(TEXT, rowLabels=["x", "y"], colLabels=["one", "two", "three"], bbox=[0, 0.1, 1, 0.8], colWidths=[0.4, 0.2, 0.3], rowLoc="right", colLoc="left")
    return fig


@scene
def places():
    fig, ax = framed()
    ax.set_axis_off()
    for loc in ["upper left", "upper right", "lower left", "lower right", "top", "bottom"]:
        table = ax.table([[loc]], loc=loc, colWidths=[0.35])
        table.auto_set_font_size(False)
        table.set_fontsize(7)
    table = ax.table([["open", "BL"]], loc="center left", colWidths=[0.2, 0.2], edges="open")
    table[0, 1].visible_edges = "BL"
    table.auto_set_column_width([1])
    return fig


HERE.mkdir(exist_ok=True)
for name, draw in SCENES.items():
    fig = draw()
    fig.canvas.draw()
    Image.fromarray(np.asarray(fig.canvas.buffer_rgba())).convert("RGB").save(HERE / f"{name}.png", optimize=True)
    plt.close(fig)
