"""Films that are drawn in turn, a few frames of each at a time, so that all meet the same machine whatever else it does."""

import concurrent.futures
import os
import threading
import time


def in_turn(films, rounds):
    """Returns the seconds that each film's part of each round took, by name.

    `films` are functions by name. Each draws a whole film and calls its only argument before it begins a part.
    """
    gates = {name: threading.Semaphore(0) for name in films}
    after = dict(zip(films, [*list(films)[1:], next(iter(films))]))
    seconds = {name: [] for name in films}

    def run(name):
        begun = None

        def turn():
            nonlocal begun
            if begun is not None:
                seconds[name].append(time.perf_counter() - begun)
                gates[after[name]].release()
            gates[name].acquire()
            begun = time.perf_counter()

        try:
            films[name](turn)
            seconds[name].append(time.perf_counter() - begun)
        finally:
            # The next one waits no more, even if this one failed.
            gates[after[name]].release(rounds + 1)

    with concurrent.futures.ThreadPoolExecutor(len(films)) as pool:
        drawn = [pool.submit(run, name) for name in films]
        gates[next(iter(films))].release()
        [film.result() for film in drawn]
    return seconds


def discarding():
    """A writer that grabs frames as matplotlib's do, and discards them."""
    from matplotlib.animation import AbstractMovieWriter

    class Discarding(AbstractMovieWriter):
        def setup(self, fig, outfile, dpi=None):
            super().setup(fig, outfile, dpi)
            self.sink = open(os.devnull, "wb")

        def grab_frame(self, **savefig_kwargs):
            self.fig.savefig(self.sink, format="rgba", dpi=self.dpi, **savefig_kwargs)

        def finish(self):
            self.sink.close()

    return Discarding()
