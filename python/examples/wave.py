"""A wave, drawn by plotreel's own figures: no matplotlib is imported."""

import numpy as np

import plotreel.pyplot as plt
from plotreel.animation import FuncAnimation

x = np.linspace(0, 4 * np.pi, 400)
fig, ax = plt.subplots(figsize=(6.4, 3.6))
(line,) = ax.plot(x, np.sin(x), lw=2)
(dot,) = ax.plot([], [], "o", color="C3", ms=8)
title = ax.set_title("")
ax.set(xlabel="x", ylabel="height", ylim=(-1.2, 1.2))
ax.grid(alpha=0.3)


def update(frame):
    phase = frame / 15
    line.set_ydata(np.sin(x - phase))
    dot.set_data([6], [np.sin(6 - phase)])
    title.set_text(f"t = {phase:.2f} s")


ani = FuncAnimation(fig, update, frames=120, interval=1000 / 30)
plt.show()  # writes wave.mp4
