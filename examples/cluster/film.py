"""A film that many processes write in parts.

    python film.py part 3 8 parts    # part 3 of 8 into the folder parts
    python film.py join parts film.mp4
    python film.py whole film.mp4    # the same film in one go

Each part needs to know the film only, so that the processes may run on any
machines that see the folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

import plotreel

FRAMES = 240
# Parts begin at keyframes. The writer is named, so that all machines use the same one.
SETTINGS = {"fps": 30, "writer": "openh264", "keyframes": 10}


def make_animation() -> plotreel.FuncAnimation:
    fig, ax = plotreel.subplots(figsize=(6.4, 4.8))
    x = np.linspace(0, 10, 1000)
    (line,) = ax.plot(x, np.sin(x))
    ax.set_ylim(-2, 2)

    def update(i: int) -> None:
        ax.set_title(f"frame {i} of {FRAMES}")
        line.set_ydata(np.sin(x - i / 10) + np.sin(1.7 * x + i / 15))

    return plotreel.FuncAnimation(fig, update, FRAMES)


def main(task: str, *words: str) -> None:
    if task == "part":
        index, count, folder = int(words[0]), int(words[1]), Path(words[2])
        folder.mkdir(exist_ok=True)
        # The name appears when the part is whole; one that was written before is left as it is.
        path = folder / f"part{index:04}.mp4"
        if not path.exists():
            make_animation().save(path, part=(index, count), pure=True, **SETTINGS)
    elif task == "join":
        print(plotreel.concat(sorted(Path(words[0]).glob("part*.mp4")), words[1]))
    else:
        print(make_animation().save(words[0], **SETTINGS))


if __name__ == "__main__":
    main(*sys.argv[1:])
