"""Scenes of a script of this folder: functions that fill a figure or axes, each drawn to a picture of its name.

Import it first: scripts whose names are those of modules of the standard library hide them no longer.
"""

import sys
import warnings
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path = [entry for entry in sys.path if Path(entry).resolve() != FOLDER]

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

SCENES = []


def scene(fill):
    """Enter a function, of a figure or of axes, as a scene."""
    SCENES.append(fill)
    return fill


def draw(folder, figsize=(3.2, 2.4), projection=None):
    """Draw the scenes named on the command line, or all, as folder/NAME.png at 100 pixels per inch.

    Scenes are functions of a figure of `figsize` inches, or of its only axes if a `projection` is given.
    """
    warnings.simplefilter("ignore")
    out = FOLDER / folder
    out.mkdir(exist_ok=True)
    names = sys.argv[1:]
    for fill in SCENES:
        if names and fill.__name__ not in names:
            continue
        fig = plt.figure(figsize=figsize, dpi=100)
        fill(fig.add_subplot(projection=projection) if projection else fig)
        fig.canvas.draw()
        rgb = np.asarray(fig.canvas.buffer_rgba())[..., :3]
        Image.fromarray(rgb).save(out / f"{fill.__name__}.png", optimize=True)
        plt.close(fig)
