"""Draw the scenes of tests/integration/styles.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/styles.py

Each style sheet gives styles/NAME.png; further pictures are of a few sheets together and of styles/own.mplstyle. Fonts
are DejaVu Sans whatever a sheet says. With names as arguments, only those are drawn.
"""

import io
import sys
from pathlib import Path

# Not this folder: a module of the standard library may have the name of a script.
sys.path.pop(0)

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import style
from PIL import Image

OUT = Path(__file__).resolve().parent / "styles"
FONTS = {"font.family": "DejaVu Sans"}
SIZE = (4.0, 2.6)


def mixed(fig):
    ax = fig.add_subplot(1, 2, 1)
    x = np.linspace(0, 4, 41)
    ax.plot(x, np.sin(x), label="sine")
    ax.plot(x, np.cos(x), "--", label="cosine")
    ax.scatter([0.5, 1.5, 2.5, 3.5], [1.5, 0.2, 1.2, -0.4], label="points")
    ax.bar([1, 2, 3], [0.5, -0.6, 0.8], width=0.5)
    ax.axhline(0.25)
    ax.legend(loc="lower left", fontsize=6)
    ax.set_title("Mixed")
    ax.set_xlabel("time")
    ax.set_ylabel("height")
    ax = fig.add_subplot(1, 2, 2)
    rows, columns = np.mgrid[:6, :8]
    ax.imshow(np.sin(rows) + np.cos(columns))
    ax.set_title("Image")


def statistics(fig):
    ax = fig.add_subplot(1, 2, 1)
    ax.boxplot([[1, 2, 2.5, 4, 9], [2, 2.1, 3, 3.5, 4]], showmeans=True)
    ax.vlines([0.7, 1.7], 0, 5)
    ax = fig.add_subplot(1, 2, 2)
    ax.hist([1, 2, 2.5, 4, 9, 2, 2.1, 3, 3.5, 4])
    ax.errorbar([2, 4, 6], [1, 2, 3], yerr=[0.2, 0.3, 0.4], fmt="o")
    rows, columns = np.mgrid[:5, :5]
    ax.contour(columns + 4, rows, rows + columns - 4, colors="0.5")


SCENES = {name: ([name], mixed) for name in ["default", *style.library]}
SCENES |= {
    "ggplot_dark_background": (["ggplot", "dark_background"], mixed),
    "own": ([OUT / "own.mplstyle"], mixed),
    "statistics_dark_background": (["dark_background"], statistics),
    "statistics_classic": (["classic"], statistics),
    "statistics_own": ([OUT / "own.mplstyle"], statistics),
}

for name in sys.argv[1:] or SCENES:
    sheets, fill = SCENES[name]
    with style.context([*sheets, FONTS]):
        fig = plt.figure(figsize=SIZE, dpi=100)
        fill(fig)
        png = io.BytesIO()
        fig.savefig(png, dpi=100)
        plt.close(fig)
    Image.open(png).convert("RGB").save(OUT / f"{name}.png", optimize=True)
