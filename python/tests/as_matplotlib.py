"""Runs a script as matplotlib alone does, by Agg, and keeps its frames: SCRIPT OUT.npz [arguments].

Nothing of plotreel is imported: it says what the films should show.
"""

import io
import runpy
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
from matplotlib import animation  # noqa: E402

films = {}
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


def known(self, *args, **kwargs):
    init(self, *args, **kwargs)
    animations.append(self)


def saved(self, filename, writer=None, **kwargs):
    if self in animations:
        animations.remove(self)
    save(self, filename, writer=Keeper(), **{k: v for k, v in kwargs.items() if k == "dpi"})


def shown(*args, **kwargs):
    for number, each in enumerate(list(animations), 1):
        each.save(f"shown-{number}")


def paused(interval):
    canvas = plt.gcf().canvas
    canvas.draw()
    films.setdefault("shown-1", []).append(np.array(canvas.buffer_rgba()))


init, save = animation.Animation.__init__, animation.Animation.save
animation.Animation.__init__, animation.Animation.save = known, saved
plt.show, plt.pause = shown, paused
for name in ("setup", "grab_frame", "finish"):
    setattr(animation.PillowWriter, name, getattr(Keeper, name))
# The window that the script asks for is not there.
use, matplotlib.use = matplotlib.use, lambda *args, **kwargs: None

script, out, *rest = sys.argv[1:]
sys.argv = [script, *rest]
runpy.run_path(script, run_name="__main__")
np.savez(out, **{name: np.array(frames) for name, frames in films.items()})
