"""Write mark_every.tsv: the points of a line that matplotlib gives a marker when markevery is a distance.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/mark_every.py

Start and step in diagonals of the axes (500 pixels) and the indices of the points, a line each.
"""

from pathlib import Path as File

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import _mark_every_path
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

axes = Figure((4, 3), dpi=100).add_axes((0, 0, 1, 1))
points = np.empty((60, 2))
for i in range(60):
    j = i - i % 20 // 19
    points[i] = (np.nan, 1) if i in (13, 40) else (9 * j, j * j * 13 % 37)

lines = []
for start in (0.0, 0.013, 0.25, 1.0, -0.1, 2.0, 9.0):
    for step in (0.001, 0.02, 0.03, 0.05, 0.1, 0.25, 0.9, 5.0):
        chosen = _mark_every_path((start, step), Path(points), IdentityTransform(), axes).vertices
        # The first of points that lie on another is meant.
        indices = [int(np.flatnonzero((points == vertex).all(axis=1))[0]) for vertex in chosen]
        lines.append(f"{start}\t{step}\t{' '.join(map(str, indices))}\n")

File(__file__).with_name("mark_every.tsv").write_text("".join(lines), encoding="ascii", newline="\n")
