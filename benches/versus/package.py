"""The Python package compared with scripts without it: prints tables of ratios.

package.py turns SCENE FRAMES                 prints how many frames per second both draw in Animation.save, in turn
package.py save WRITER SCENE FRAMES OUT       prints how many frames per second Animation.save writes
package.py write NAME FRAMES.npy OUT.mp4      prints the seconds that one of the packages needs to film an array
package.py peak COUNT OUT.mp4                 prints the peak memory of filming a generator's frames
"""

import argparse
import pathlib
import resource
import statistics
import sys
import tempfile
import time

import numpy as np

import versus
from peers import FILMS, FPS, X264
from turns import discarding, in_turn

OWN = pathlib.Path(__file__)
# Frames that are drawn in turn.
PART = 20
SCENES = {
    "line": "line on fixed axes, grid",
    "image": "image, colorbar, changing title",
    "scatter": "500 points on fixed axes",
    "everything": "500 points, limits change",
    "clear": "clear and plot",
}


def line():
    fig, ax = subplots()
    x = np.linspace(0, 2 * np.pi, 1000)
    (curve,) = ax.plot(x, np.sin(x))
    ax.grid(True)
    ax.set_ylim(-1.2, 1.2)
    return fig, lambda i: curve.set_ydata(np.sin(x + i / 10))


def image():
    fig, ax = subplots()
    pictures = np.random.default_rng(0).random((8, 100, 100))
    shown = ax.imshow(pictures[0])
    fig.colorbar(shown)

    def update(i):
        shown.set_data(pictures[i % 8])
        ax.set_title(f"frame {i}")

    return fig, update


def scatter():
    fig, ax = subplots()
    places = np.random.default_rng(0).random((8, 500, 2))
    dots = ax.scatter(*places[0].T)
    ax.set(xlim=(0, 1), ylim=(0, 1))
    return fig, lambda i: dots.set_offsets(places[i % 8])


def everything():
    fig, ax = subplots()
    ax.scatter(*np.random.default_rng(0).random((2, 500)))
    return fig, lambda i: ax.set_xlim(0, 1 + i / 100)


def clear():
    fig, ax = subplots()
    values = np.random.default_rng(0).random((8, 50))

    def update(i):
        ax.clear()
        ax.plot(values[i % 8])

    return fig, update


def subplots():
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    return plt.subplots()


def animation(scene, count, turn=lambda: None):
    """The scene's animation; `turn` is called before each part."""
    from matplotlib.animation import FuncAnimation

    fig, update = globals()[scene]()

    def frame(i):
        if i % PART == 0:
            turn()
        update(i)

    return FuncAnimation(fig, frame, int(count), lambda: None)


def turns(scene, count):
    """Prints the frames per second of Animation.save without an encoder: plotreel's, then matplotlib's.

    Both save at a time, some frames in turn each.
    """
    from plotreel.matplotlib import PlotreelWriter

    def film(writer):
        animation(scene, 10).save("null.mp4", writer=writer)
        return lambda turn: animation(scene, count, turn).save("null.mp4", writer=writer)

    films = {"plotreel": film(PlotreelWriter(writer="null")), "matplotlib": film(discarding())}
    seconds = in_turn(films, int(count) // PART + 1)
    print(*(int(count) / sum(parts) for parts in seconds.values()))


def save(writer, scene, count, out):
    """Prints the frames per second of Animation.save into a film, without the startup."""
    from matplotlib.animation import FFMpegWriter

    from plotreel.matplotlib import PlotreelWriter

    settings = {"fps": FPS, "codec": "libx264", "extra_args": X264}
    make = {
        "plotreel": lambda: PlotreelWriter(writer="ffmpeg", **settings),
        "matplotlib": lambda: FFMpegWriter(**settings),
    }[writer]
    animation(scene, 10).save(out, writer=make())
    film = animation(scene, count)
    start = time.perf_counter()
    film.save(out, writer=make())
    print(int(count) / (time.perf_counter() - start))


def write(name, source, out):
    """Prints the seconds of a call, without the startup."""
    import plotreel

    def own(frames, out):
        plotreel.write_animation(frames, out, fps=FPS, writer="ffmpeg", codec="libx264", extra_args=X264)

    frames = np.load(source)
    film = {"plotreel": own, **FILMS}[name]
    film(frames[:2], out)
    start = time.perf_counter()
    film(frames, out)
    print(time.perf_counter() - start)


def peak(count, out):
    """Prints the peak memory of this process in MiB."""
    import plotreel

    y, x = np.mgrid[:480, :640]
    frames = (((y + x + i) % 256).astype(np.uint8) for i in range(int(count)))
    plotreel.write_animation(frames, out, fps=FPS, writer="openh264")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def drawing(options):
    """Animation.save by both, without an encoder and into films."""
    count = str(options.frames or 200)
    head = ["", "plotreel", "matplotlib", "plotreel / matplotlib"]

    def row(name, own, others):
        return [name, *(f"{statistics.median(rates):.0f}/s" for rates in (own, others)), versus.ratio(own, others)]

    rows = []
    for scene, name in SCENES.items():
        command = [sys.executable, str(OWN), "turns", scene, count]
        pairs = [map(float, versus.timed(command)[2].split()) for _ in range(options.pairs)]
        rows.append(row(name, *zip(*pairs)))
    versus.table(f"Animation.save without an encoder, 640x480, {PART} frames in turn; median (range) of {options.pairs}", head, rows)

    rows = []
    for scene, name in SCENES.items():
        with tempfile.TemporaryDirectory() as folder:
            commands = {
                writer: [sys.executable, str(OWN), "save", writer, scene, count, f"{folder}/{writer}.mp4"]
                for writer in ("plotreel", "matplotlib")
            }
            rates = versus.paired(
                {w: lambda c=command: float(versus.timed(c)[2]) for w, command in commands.items()}, options.pairs
            )
            for writer in commands:
                versus.check_film(pathlib.Path(folder, f"{writer}.mp4"), versus.SMALL, int(count))
        rows.append(row(name, *rates.values()))
    versus.table(f"Animation.save to libx264, 640x480; median (range) of {options.pairs} pairs", head, rows)


def arrays(options):
    """write_animation compared with the peers, on ready-made frames."""
    rows = []
    for size, count in ((versus.SMALL, options.frames or 200), ((1920, 1080), 60)):
        for kind in ("u8", "f64"):
            with tempfile.TemporaryDirectory(dir="/dev/shm") as name:
                folder = pathlib.Path(name)
                versus.write_frames(folder, versus.smooth, size, count)
                source, bare = folder / "frames.npy", versus.contenders(options, folder, size)["ffmpeg"]
                names = ["plotreel", *versus.versions()]
                if kind == "f64":
                    names = ["plotreel"]
                    np.save(source, np.load(source) / 255)
                commands = {
                    name: [sys.executable, str(OWN), "write", name, str(source), str(folder / f"{name}.mp4")]
                    for name in names
                    if name != "matplotlib"
                }
                calls = {
                    name: lambda c=command: float(versus.timed(c)[2]) for name, command in commands.items()
                }
                walls = versus.paired({**calls, "ffmpeg": lambda: versus.timed(bare)[0]}, options.pairs)
                for film in walls:
                    versus.check_film(folder / f"{film}.mp4", size, count)
            ours = walls.pop("plotreel")
            for name, theirs in walls.items():
                rows.append([f"{size[0]}x{size[1]}, {kind}", name, versus.ratio(ours, theirs)])
    title = f"write_animation from NumPy to libx264, seconds of the call; median (range) of {options.pairs} pairs"
    versus.table(title, ["frames", "beside", "plotreel / the other"], rows)


def memory(options):
    """Short and long films of a generator."""
    with tempfile.TemporaryDirectory() as folder:
        peaks = [
            float(versus.timed([sys.executable, str(OWN), "peak", str(count), f"{folder}/film.mp4"])[2])
            for count in (300, 3000)
        ]
    rows = [[*(f"{peak:.0f} MiB" for peak in peaks), f"{peaks[1] / peaks[0]:.2f}"]]
    versus.table("Peak memory of Python and plotreel", ["300 frames", "3000 frames", "ratio"], rows)


def main():
    tables = {"drawing": drawing, "arrays": arrays, "memory": memory}
    parser = argparse.ArgumentParser(prog="benches/versus/run package", description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=5, help="measurements of each (5)")
    parser.add_argument("--frames", type=int, help="frames of a film (200)")
    parser.add_argument("--only", choices=tables, help="one table")
    parser.add_argument("--plotreel", default="target/release/plotreel", help="the program beside the package")
    options = parser.parse_args()
    for name, measure in tables.items():
        if options.only in (None, name):
            measure(options)
    versus.print_versions()


if __name__ == "__main__":
    commands = {"turns": turns, "save": save, "write": write, "peak": peak}
    if len(sys.argv) > 1 and sys.argv[1] in commands:
        commands[sys.argv[1]](*sys.argv[2:])
    else:
        main()
