"""100 random frames into test.mp4."""

import numpy as np

import plotreel

frames = (np.random.rand(480, 640, 3) for _ in range(100))
film = plotreel.write_animation(frames, "test.mp4", dpi=50, fps=30, title="Animation")
print(f"{film.path}: {film.frames} frames by {film.writer}")
