"""Sizes in bytes of matplotlib's to_jshtml pages and of those of HTMLWriter, for the same films.

Needs matplotlib 3.11.2: PYTHON benches/versus/player_size.py
"""

import subprocess

import matplotlib
import numpy as np

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation

# Above its limit matplotlib drops frames.
matplotlib.rcParams["animation.embed_limit"] = 1000


def line(size, frames):
    x = np.arange(200) / 19.9
    fig, ax = plt.subplots(figsize=size, dpi=100)
    (curve,) = ax.plot(x, x)
    ax.set_ylim(-1.1, 1.1)
    update = lambda i: curve.set_ydata(np.sin(x - i / 10))
    return FuncAnimation(fig, update, frames, interval=1000 / 30).to_jshtml()


def imshow():
    y, x = np.mgrid[:240, :320]
    wave = lambda i: np.sin(np.hypot(x - 160, y - 120) / 9 - i / 5)
    fig, ax = plt.subplots(figsize=(6.4, 4.8), dpi=100)
    im = ax.imshow(wave(0), vmin=-1, vmax=1)
    return FuncAnimation(fig, lambda i: im.set_data(wave(i)), 100, interval=1000 / 30).to_jshtml()


command = ["cargo", "run", "--quiet", "--example", "player_size"]
ours = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
smooth = imshow()
theirs = [line((2, 2), 8), line((6.4, 4.8), 100), smooth, smooth]
print("| film | plotreel | matplotlib | ratio |\n|---|---|---|---|")
for row, page in zip(ours.splitlines(), theirs, strict=True):
    film, size = row.split("\t")
    size, other = int(size) / 1000, len(page.encode()) / 1000
    print(f"| {film} | {size:,.0f} kB | {other:,.0f} kB | {other / size:.1f} |")
