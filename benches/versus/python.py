"""Writes docs/PYTHON_SPEED.md: figures of matplotlib drawn by plotreel's native engine, by Agg, and by `Animation.save`.

python.py turns SCENE          prints the seconds a frame of all three, drawn in turn, as JSON
python.py likeness SCENE       prints how far native frames are from Agg's, and which artists Agg draws, as JSON
python.py film SCENE OUT.mp4   prints the seconds of a film
python.py frames SCENE OUT     writes the frames of that film as RGB bytes
"""

import argparse
import importlib.metadata
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

import versus
from peers import FPS, X264
from turns import discarding, in_turn

OWN = pathlib.Path(__file__)
PAGE = OWN.parents[2] / "docs/PYTHON_SPEED.md"
ROUNDS = 10
# Frames a part: as many as take a few hundredths of a second at least.
PARTS = {"native": 100, "agg": 8, "save": 4}
COMPARED = 20
FRAMES = 200
FILMED = ("line", "limits", "scatter", "image")
HEAD = """# Speed of matplotlib's figures

Figures of matplotlib {matplotlib}, 640 × 480 pixels, that change in every frame, drawn by `Animation.save` with \
`PlotreelWriter(engine="native")` and by matplotlib itself, on {cpus} cores ({cpu}) with Python {python}, NumPy {numpy} \
and plotreel {plotreel}, {date}. Written by `benches/versus/run --only python`.{busy}

- **Drawing** is from frame to frame without an encoder, with the user's own function that changes the figure. `save` \
is matplotlib's `Animation.save` with a writer that discards the frames that it grabs, which draws each frame twice; \
*Agg, once* is `fig.canvas.draw()` once a frame. × is how many times as long they take as plotreel: the median of \
{rounds} rounds, and the least and the most. In each round {native} frames are drawn by plotreel, {agg} by Agg and \
{save} by `save`, in one process.
- **RMS** is the difference of native frames from Agg's over all channels, 0 to 255; **off** is the share of pixels \
that differ by more than 8, among those that are not background. Both are for the worst of {compared} frames.
- **By Agg** are the artists that plotreel has not, so that Agg draws them into its frames.

| scene | plotreel | `save` | × | Agg, once | × | RMS | off | by Agg |
|---|---|---|---|---|---|---|---|---|
"""
FILMS = """
The same drawn and encoded: {frames} frames into an MP4 (libx264, crf 23, preset medium, {ffmpeg}), the seconds of \
`Animation.save`, against ffmpeg alone that reads the same frames ready-made from memory; medians of {pairs} alternating \
runs.

| scene | plotreel | ffmpeg alone | plotreel / ffmpeg |
|---|---|---|---|
"""


def line():
    """A sine of 1,000 points on fixed axes."""
    fig, ax = subplots()
    x = np.linspace(0, 2 * np.pi, 1000)
    (curve,) = ax.plot(x, np.sin(x))
    ax.set_ylim(-1.2, 1.2)
    return fig, lambda i: curve.set_ydata(np.sin(x + i / 10))


def limits():
    """The same, limits and title change."""
    fig, ax = subplots()
    x = np.linspace(0, 2 * np.pi, 1000)
    (curve,) = ax.plot(x, np.sin(x))

    def update(i):
        curve.set_ydata(np.sin(x + i / 10))
        ax.set_xlim(i / 50, i / 50 + 5)
        ax.set_title(f"frame {i}")

    return fig, update


def scatter():
    """A scatter of 500 points, limits change."""
    fig, ax = subplots()
    ax.scatter(*np.random.default_rng(0).random((2, 500)))
    return fig, lambda i: ax.set_xlim(0, 1.5 + np.sin(i / 20) / 2)


def image():
    """An image of 200 × 200 numbers, colorbar, title changes."""
    fig, ax = subplots()
    pictures = np.random.default_rng(0).random((8, 200, 200))
    shown = ax.imshow(pictures[0])
    fig.colorbar(shown)

    def update(i):
        shown.set_data(pictures[i % 8])
        ax.set_title(f"frame {i}")

    return fig, update


def clear():
    """Cleared and plotted again: 1,000 points, title."""
    fig, ax = subplots()
    x = np.linspace(0, 2 * np.pi, 1000)

    def update(i):
        ax.clear()
        ax.plot(x, np.sin(x + i / 10))
        ax.set_title(f"frame {i}")

    return fig, update


def space():
    """A 3-D line of 1,000 points, the view turns."""
    fig, ax = subplots(projection="3d")
    turn = np.linspace(-4 * np.pi, 4 * np.pi, 1000)
    ax.plot(np.sin(turn), np.cos(turn), turn)
    return fig, lambda i: ax.view_init(30, 2 * i)


def surface():
    """`plot_surface` of 50 × 50 points, the view turns."""
    fig, ax = subplots(projection="3d")
    at = np.linspace(-5, 5, 50)
    x, y = np.meshgrid(at, at)
    ax.plot_surface(x, y, np.sin(np.hypot(x, y)))
    return fig, lambda i: ax.view_init(30, 2 * i)


SCENES = {scene.__name__: scene for scene in (line, limits, scatter, image, clear, space, surface)}


def subplots(**kwargs):
    """A figure and its only axes, with Agg's canvas."""
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    return plt.subplots(subplot_kw=kwargs)


def turns(scene):
    """Prints the seconds a frame in each round."""
    from matplotlib.animation import FuncAnimation

    from plotreel.matplotlib import PlotreelWriter

    def counted(name, draw):
        fig, update = SCENES[scene]()
        count = (ROUNDS + 1) * PARTS[name]

        def film(turn):
            def frame(i):
                if i % PARTS[name] == 0:
                    turn()
                update(i)

            draw(fig, frame, count)

        return film

    def saved(writer):
        return lambda fig, frame, count: FuncAnimation(fig, frame, count, lambda: None).save("null.mp4", writer=writer)

    def drawn(fig, frame, count):
        for i in range(count):
            frame(i)
            fig.canvas.draw()

    native = PlotreelWriter(writer="null", engine="native")
    draws = {"native": saved(native), "agg": drawn, "save": saved(discarding())}
    seconds = in_turn({name: counted(name, draw) for name, draw in draws.items()}, ROUNDS + 1)
    # The first part warms up.
    print(json.dumps({name: [part / PARTS[name] for part in parts[1:]] for name, parts in seconds.items()}))


def likeness(scene):
    """Prints the greatest differences of the first frames, and the artists that Agg draws."""
    from plotreel.matplotlib import PlotreelWriter

    writer = PlotreelWriter(writer="null", engine="native", verify=1)
    animation(scene, COMPARED).save("null.mp4", writer=writer)
    stats = writer.statistics
    print(json.dumps({"rms": stats.rms, "off": stats.off, "by_agg": stats.by_agg}))


def film(scene, out):
    """Prints the seconds of Animation.save, after a short film."""
    from plotreel.matplotlib import PlotreelWriter

    settings = {"fps": FPS, "writer": "ffmpeg", "codec": "libx264", "extra_args": X264, "engine": "native"}
    animation(scene, 10).save(out, writer=PlotreelWriter(**settings))
    long = animation(scene, FRAMES)
    start = time.perf_counter()
    long.save(out, writer=PlotreelWriter(**settings))
    print(time.perf_counter() - start)


def frames(scene, out):
    """Writes the frames of the film, by Agg."""
    fig, update = SCENES[scene]()
    with open(out, "wb") as file:
        for i in range(FRAMES):
            update(i)
            fig.canvas.draw()
            file.write(np.asarray(fig.canvas.buffer_rgba())[..., :3].tobytes())


def animation(scene, count):
    """The scene's animation."""
    from matplotlib.animation import FuncAnimation

    fig, update = SCENES[scene]()
    return FuncAnimation(fig, update, count, lambda: None)


def printed(*words):
    """What a command of this file prints."""
    return versus.timed([sys.executable, "-B", str(OWN), *words])[2]


def row(scene):
    """The scene's row of the first table."""
    seconds, found = json.loads(printed("turns", scene)), json.loads(printed("likeness", scene))
    rates = {name: f"{1 / statistics.median(parts):,.0f}/s" for name, parts in seconds.items()}
    times = {name: [b / a for a, b in zip(seconds["native"], seconds[name])] for name in ("save", "agg")}
    ratios = {name: f"**{statistics.median(of):.1f}** ({min(of):.1f}–{max(of):.1f})" for name, of in times.items()}
    cells = [summary(scene), rates["native"], rates["save"], ratios["save"], rates["agg"], ratios["agg"]]
    cells += [f"{found['rms']:.2f}", f"{found['off']:.2f} %", by_agg(found["by_agg"])]
    return table_row(cells)


def by_agg(reasons):
    """How many artists Agg draws, by class."""
    kinds = [re.split(r"[<(]", name)[0] for name in reasons]
    return ", ".join(f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds))) or "–"


def film_row(scene, pairs):
    """The scene's row of the table of films."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        raw, films = f"{folder}/frames.rgb", {name: f"{folder}/{name}.mp4" for name in ("plotreel", "ffmpeg")}
        printed("frames", scene, raw)
        bare = [versus.FFMPEG, "-v", "error", *versus.raw_frames(raw), "-c:v", "libx264", *X264, "-y", films["ffmpeg"]]
        own = lambda: float(printed("film", scene, films["plotreel"]))
        seconds = versus.paired({"plotreel": own, "ffmpeg": lambda: versus.timed(bare)[0]}, pairs)
        for name in films.values():
            versus.check_film(pathlib.Path(name), versus.SMALL, FRAMES)
    walls = [f"{statistics.median(of):.2f} s" for of in seconds.values()]
    return table_row([summary(scene), *walls, versus.ratio(*seconds.values())])


def summary(scene):
    """The scene's name in the page."""
    return SCENES[scene].__doc__.rstrip(".")


def table_row(cells):
    """A row of a table, which is printed, too."""
    text = "| " + " | ".join(cells) + " |"
    print(text, flush=True)
    return text


def head():
    """The page's beginning, which names machine and versions."""
    cpus, others = len(os.sched_getaffinity(0)), work_of_others()
    said = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"^model name\s*:\s*(.*)$", said, re.MULTILINE)
    busy = f" Other programs used {others:.1f} cores when it began, so that the figures vary." if others > 0.1 else ""
    known = {name: importlib.metadata.version(name) for name in ("matplotlib", "numpy", "plotreel")}
    return HEAD.format(
        **known, **PARTS, cpus=cpus, cpu=model[1] if model else "unknown", python=sys.version.split()[0],
        date=time.strftime("%Y-%m-%d"), busy=busy, rounds=ROUNDS, compared=COMPARED,
    )  # fmt: skip


def work_of_others():
    """How many cores are busy while this program waits."""

    def spent():
        fields = pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
        # All but idle and waiting.
        return sum(map(int, fields[:3] + fields[5:8])) / os.sysconf("SC_CLK_TCK")

    before, start = spent(), time.perf_counter()
    time.sleep(2)
    return (spent() - before) / (time.perf_counter() - start)


def check():
    """Exits with a message if something is missing."""
    for name in ("matplotlib", "plotreel"):
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            sys.exit(f"{name} is not installed in {sys.prefix}: start this by benches/versus/run --only python")
    encoders = subprocess.run([versus.FFMPEG, "-hide_banner", "-encoders"], capture_output=True, text=True).stdout
    if "libx264" not in encoders:
        sys.exit(f"{versus.FFMPEG} has no libx264: install an ffmpeg that has it")


def main():
    """Measures the scenes and writes the page."""
    parser = argparse.ArgumentParser(prog="benches/versus/run --only python", description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=5, help="measurements of each film (5)")
    parser.add_argument("--rows", nargs="+", choices=SCENES, help="these scenes only, and no page")
    options = parser.parse_args()
    check()
    page, scenes = head(), options.rows or list(SCENES)
    print(page, end="")
    page += "\n".join(row(scene) for scene in scenes) + "\n"
    ffmpeg = subprocess.run([versus.FFMPEG, "-version"], capture_output=True, text=True).stdout.split()[2]
    films = FILMS.format(frames=FRAMES, ffmpeg=f"ffmpeg {re.match('[0-9.]*', ffmpeg)[0]}", pairs=options.pairs)
    print(films, end="")
    page += films + "\n".join(film_row(scene, options.pairs) for scene in FILMED if scene in scenes) + "\n"
    if not options.rows:
        PAGE.write_text(page)


if __name__ == "__main__":
    commands = {"turns": turns, "likeness": likeness, "film": film, "frames": frames}
    if len(sys.argv) > 1 and sys.argv[1] in commands:
        commands[sys.argv[1]](*sys.argv[2:])
    else:
        main()
