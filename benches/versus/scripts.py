"""Times the frames of unmodified scripts: drawn by plotreel's native engine, by Agg, and as `Animation.save` draws them.

scripts.py SCRIPT.py ...      prints a table of these scripts
scripts.py HOW SCRIPT.py      prints what one of them gives as JSON; HOW is native, once, save or likeness

The time of the functions that an animation calls, and of what gives it frames, does not count. Loops around `plt.pause`
draw each frame once, so that this is what they are compared with. It needs matplotlib and the package.
"""

import functools
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

OWN = pathlib.Path(__file__)
FRAMES = 30
# Frames until everything is as it will be in the rest of a film.
WARM = 3
LIMIT = 600
HEAD = """| script | draws by | plotreel | `save` | × | Agg, once | × | RMS | off | by Agg |
|---|---|---|---|---|---|---|---|---|---|
"""


class Clock:
    """The seconds that a script's own functions took so far."""

    def __init__(self):
        self.own = 0.0

    def timed(self, function):
        """The function, whose time counts as the script's."""

        @functools.wraps(function)
        def call(*args, **kwargs):
            start = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self.own += time.perf_counter() - start

        return call

    def watch(self, animation):
        """Has what animations call counted."""
        begin, frames = animation.FuncAnimation.__init__, animation.FuncAnimation.new_saved_frame_seq

        @functools.wraps(begin)
        def init(anim, fig, func, *args, **kwargs):
            if kwargs.get("init_func") is not None:
                kwargs["init_func"] = self.timed(kwargs["init_func"])
            begin(anim, fig, self.timed(func), *args, **kwargs)

        def sequence(anim):
            following = self.timed(functools.partial(next, iter(frames(anim)), self))
            while (frame := following()) is not self:
                yield frame

        animation.FuncAnimation.__init__, animation.FuncAnimation.new_saved_frame_seq = init, sequence


def films(how, clock):
    """Has writers draw as wanted, without an encoder; returns the moments at which frames were complete, by writer."""
    from matplotlib.backend_bases import FigureCanvasBase
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from plotreel.matplotlib import PlotreelWriter

    moments = {}
    begin, setup, grab = PlotreelWriter.__init__, PlotreelWriter.setup, PlotreelWriter.grab_frame
    finish = PlotreelWriter.finish

    def init(self, fps=5, *_, **__):
        begin(self, fps, writer="null", engine="native", verify=3 if how == "likeness" else 0)

    def prepared(writer, fig, *args, **kwargs):
        setup(writer, fig, *args, **kwargs)
        if how in ("once", "save"):
            # Its canvas draws again as matplotlib's does.
            writer._restore.close()
            canvas = fig.canvas
            canvas.draw = functools.partial(FigureCanvasAgg.draw, canvas)
            idle = functools.partial(FigureCanvasBase.draw_idle, canvas)
            canvas.draw_idle = idle if how == "save" else lambda *_, **__: None

    def drawn(writer, **kwargs):
        if how == "save":
            with open(os.devnull, "wb") as sink:
                writer.fig.savefig(sink, format="rgba", dpi=writer.dpi, **kwargs)
        elif how == "once":
            writer.fig.dpi = writer.dpi
            writer.fig.canvas.draw()
        else:
            grab(writer, **kwargs)
        moments.setdefault(id(writer), []).append((time.perf_counter(), clock.own))

    def finished(writer):
        if how in ("once", "save"):
            writer._restore.close()
        else:
            finish(writer)
        # Pages of `to_jshtml` are read again.
        pathlib.Path(writer.outfile).touch()

    PlotreelWriter.__init__, PlotreelWriter.setup, PlotreelWriter.grab_frame = init, prepared, drawn
    PlotreelWriter.finish = finished
    return moments


def loops(how):
    """Returns the seconds of each drawing in a loop."""
    import matplotlib

    seconds, use = [], matplotlib.use

    def used(*args, **kwargs):
        use(*args, **kwargs)
        from plotreel import backend

        draw = backend.FigureCanvas.draw

        def drawn(canvas):
            start = time.perf_counter()
            draw(canvas)
            if canvas._is_watched():
                seconds.append(time.perf_counter() - start)
                if how == "likeness" and len(seconds) % 3 == 0 and canvas._native is not None:
                    canvas._native._compare()

        backend.FigureCanvas.draw = drawn

    matplotlib.use = used
    return seconds


def measured(how, script):
    """Prints what a script gives."""
    from matplotlib import animation

    from plotreel._scripts import run
    from plotreel.matplotlib.native import NativeDrawing

    clock, drawings, begin = Clock(), [], NativeDrawing.__init__
    clock.watch(animation)

    def init(drawing, *args, **kwargs):
        begin(drawing, *args, **kwargs)
        drawings.append(drawing)

    NativeDrawing.__init__ = init
    moments, seconds = films(how, clock), loops(how)
    engine = "native" if how in ("native", "likeness") else "agg"
    try:
        code = run.main(["--engine", engine, "--frames", str(FRAMES), script])
    except SystemExit as end:
        code = end.code or 0
    found = {"code": code, "loop": bool(seconds), "rms": 0.0, "off": 0.0, "by_agg": {}}
    parts = [[b[0] - a[0] - (b[1] - a[1]) for a, b in zip(film, film[1:])] for film in moments.values()]
    found["seconds"] = [part for film in [*parts, seconds] for part in film[WARM:] or film]
    for stats in (drawing.statistics for drawing in drawings):
        found |= {"rms": max(found["rms"], stats.rms), "off": max(found["off"], stats.off)}
        found["by_agg"] |= stats.by_agg
    print("\n" + json.dumps(found))


def run_alone(how, script):
    """What a script gives, in a folder and a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-B", OWN.resolve(), how, script.resolve()]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=LIMIT)
    if done.returncode != 0:
        sys.exit(f"{script}: {done.stderr[-1000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def row(script):
    """The script's row of the table, and how many times as long matplotlib takes."""
    found = {how: run_alone(how, script) for how in ("native", "once", "save", "likeness")}
    medians = {how: statistics.median(of["seconds"]) for how, of in found.items() if of["seconds"]}
    if len(medians) < len(found) or any(of["code"] for of in found.values()):
        return f"| {script.stem} | fails, or draws no frames | | | | | | | | |", None
    is_loop, like = found["native"]["loop"], found["likeness"]
    once = medians["once"] / medians["native"]
    times = once if is_loop else medians["save"] / medians["native"]
    shown = [f"{1000 * medians[how]:.2f} ms" for how in ("native", "save", "once")]
    cells = [script.stem, "loop" if is_loop else "animation", shown[0], "–" if is_loop else shown[1], f"**{times:.1f}**"]
    cells += [shown[2], f"**{once:.1f}**", f"{like['rms']:.2f}", f"{like['off']:.2f} %"]
    cells += [", ".join(like["by_agg"]) or "–"]
    return f"| {' | '.join(cells)} |", (times, once)


def main(scripts):
    """Prints the table and its medians."""
    print(HEAD, end="")
    rows = []
    for script in map(pathlib.Path, scripts):
        text, times = row(script)
        print(text, flush=True)
        rows += [times] if times else []
    for name, of in zip(("save, or once for loops", "once"), zip(*rows)):
        print(f"\nMedian against Agg ({name}): {statistics.median(of):.1f}, least {min(of):.1f}, of {len(of)} scripts.")


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in ("native", "once", "save", "likeness"):
        measured(*sys.argv[1:])
    elif sys.argv[1:]:
        main(sys.argv[1:])
    else:
        sys.exit(__doc__)
