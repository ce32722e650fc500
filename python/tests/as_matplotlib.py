"""Runs a script as matplotlib alone does, by Agg, and keeps its frames: [--frames N] SCRIPT OUT.npz [arguments].

Nothing of plotreel is imported: it says what the films and pictures should show. With `--frames` each film, and a
loop of pauses, ends after so many frames.
"""

import argparse
import io
import itertools
import runpy
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
from matplotlib import animation, cbook  # noqa: E402
from PIL import Image  # noqa: E402

parser = argparse.ArgumentParser()
parser.add_argument("--frames", type=int)
parser.add_argument("script")
parser.add_argument("out")
parser.add_argument("rest", nargs=argparse.REMAINDER)
options = parser.parse_args()

films = {}
stills = {}
animations = []


class Keeper(animation.AbstractMovieWriter):
    """Keeps the frames that savefig gives it."""

    def setup(self, fig, outfile, dpi=None):
        animation.AbstractMovieWriter.setup(self, fig, outfile, dpi)
        self.kept = films.setdefault(str(outfile), [])

    def grab_frame(self, **savefig_kwargs):
        sink = io.BytesIO()
        self.fig.savefig(sink, format="rgba", dpi=self.dpi, **savefig_kwargs)
        width, height = self.frame_size
        self.kept.append(np.frombuffer(sink.getvalue(), np.uint8).reshape(height, width, 4))

    def finish(self):
        pass


def known(self, fig, *args, **kwargs):
    # A window draws later, not at once as Agg does, by which updates that remember something would run once more.
    with cbook._setattr_cm(fig.canvas, draw_idle=lambda: None):
        init(self, fig, *args, **kwargs)
    animations.append(self)
    every = self.new_saved_frame_seq
    self.new_saved_frame_seq = lambda: itertools.islice(every(), options.frames)


def saved(self, filename, writer=None, **kwargs):
    if self in animations:
        animations.remove(self)
    save(self, filename, writer=Keeper(), **{k: v for k, v in kwargs.items() if k == "dpi"})


def shown(*args, **kwargs):
    moving = [each._fig for each in animations]
    for number, each in enumerate(list(animations), 1):
        each.save(f"shown-{number}")
    for fig in map(plt.figure, plt.get_fignums()):
        if fig not in moving and "shown-1" not in films:
            sink = io.BytesIO()
            fig.savefig(sink, format="png")
            stills[f"still-{len(stills) + 1}"] = np.asarray(Image.open(sink).convert("RGBA"))
    plt.close("all")


def paused(interval):
    canvas = plt.gcf().canvas
    canvas.draw()
    frames = films.setdefault("shown-1", [])
    frames.append(np.array(canvas.buffer_rgba()))
    if len(frames) == options.frames:
        sys.exit()


init, save = animation.Animation.__init__, animation.Animation.save
animation.Animation.__init__, animation.Animation.save = known, saved
plt.show, plt.pause = shown, paused
for taken in (animation.PillowWriter, animation.FFMpegWriter):
    for name in ("setup", "grab_frame", "finish"):
        setattr(taken, name, getattr(Keeper, name))
# The window that the script asks for is not there.
use, matplotlib.use = matplotlib.use, lambda *args, **kwargs: None

sys.argv = [options.script, *options.rest]
sys.path[0] = options.script.rpartition("/")[0] or "."
try:
    runpy.run_path(options.script, run_name="__main__")
finally:
    np.savez(options.out, **{name: np.array(frames) for name, frames in films.items()}, **stills)
