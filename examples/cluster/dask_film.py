"""The film of film.py by the workers of a Dask cluster.

    python dask_film.py tcp://scheduler:8786    # or without an address on all cores of this machine
"""

from __future__ import annotations

import sys

from dask.distributed import Client

import plotreel.distributed


def make_animation() -> plotreel.FuncAnimation:
    import numpy as np

    fig, ax = plotreel.subplots(figsize=(6.4, 4.8))
    x = np.linspace(0, 10, 1000)
    (line,) = ax.plot(x, np.sin(x))
    ax.set_ylim(-2, 2)

    def update(i: int) -> None:
        ax.set_title(f"frame {i}")
        line.set_ydata(np.sin(x - i / 10) + np.sin(1.7 * x + i / 15))

    return plotreel.FuncAnimation(fig, update, 240)


if __name__ == "__main__":
    settings = {"fps": 30, "writer": "openh264", "keyframes": 10}
    with Client(*sys.argv[1:]) as client:
        print(plotreel.distributed.save(make_animation, "film.mp4", client, pure=True, **settings))
