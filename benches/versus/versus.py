"""Films the same frames with plotreel and its peers, side by side, and prints tables of ratios."""

import argparse
import importlib.metadata
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import numpy as np

from peers import FPS, X264

PEERS = pathlib.Path(__file__).with_name("peers.py")
# What a peer is called here, and its package.
PACKAGES = {"matplotlib": "matplotlib", "imageio-ffmpeg": "imageio-ffmpeg", "mediapy": "mediapy", "PyAV": "av"}
FFMPEG = shutil.which("ffmpeg") or sys.exit("ffmpeg not found on PATH")
# imageio-ffmpeg brings an ffmpeg of its own: all are to run the same one, as far as they run one.
ENVIRONMENT = os.environ | {"IMAGEIO_FFMPEG_EXE": FFMPEG}


def smooth(index, width, height):
    """A frame of colour gradients that move."""
    y, x, channel = np.ogrid[:height, :width, :3]
    waves = (1 + channel) * x / width + (3 - channel) * y / height + (2 + channel) * index / 120
    return (127.5 + 127.5 * np.sin(2 * np.pi * waves.astype(np.float32))).astype(np.uint8)


def noise(index, width, height):
    """A frame of random bytes, the same in every run."""
    return np.random.default_rng(index).integers(0, 256, (height, width, 3), np.uint8)


def write_frames(folder, picture, size, count):
    """Writes the frames as frames.npy and, without its header, as frames.rgb."""
    width, height = size
    frames = np.lib.format.open_memmap(folder / "frames.npy", "w+", np.uint8, (count, height, width, 3))
    for index in range(count):
        frames[index] = picture(index, width, height)
    frames.tofile(folder / "frames.rgb")


def plotreel(options, source, out, *arguments):
    """plotreel's command line."""
    quiet = ["--progress", "never", "-q"]
    return [options.plotreel, "render", str(source), "-o", str(out), "--fps", str(FPS), *quiet, *arguments]


def contenders(options, folder, size):
    """Every program's command line, by its name; its film is NAME.mp4."""
    source = str(folder / "frames.npy")
    films = {name: str(folder / f"{name}.mp4") for name in ["plotreel", "ffmpeg", *installed()]}
    settings = ["--writer", "ffmpeg", "--codec", "libx264", *(f"--ffmpeg-arg={a}" for a in X264)]
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", "{}x{}".format(*size), "-framerate", str(FPS)]
    raw += ["-i", str(folder / "frames.rgb")]
    commands = {name: [sys.executable, str(PEERS), name, source, film] for name, film in films.items()}
    commands["plotreel"] = plotreel(options, source, films["plotreel"], *settings)
    commands["ffmpeg"] = [FFMPEG, "-v", "error", *raw, "-c:v", "libx264", *X264, "-y", films["ffmpeg"]]
    return commands


def installed():
    """The peers that can be measured."""
    return [name for name in PACKAGES if version(name)]


def version(name):
    """A peer's version, None if it could not be installed."""
    try:
        return importlib.metadata.version(PACKAGES[name])
    except importlib.metadata.PackageNotFoundError:
        return None


def fail(command, problem, log):
    """Ends with what a program said."""
    log.seek(0)
    sys.exit(f"{' '.join(command)}\n{problem}:\n{log.read()[-2000:].decode(errors='replace')}")


def timed(command, cpus=None):
    """Runs a program to its end and returns its wall and CPU seconds, those of its children included."""
    # The choice of CPUs slows the start a little, so it is left out where it is not measured.
    pin = cpus and (lambda: os.sched_setaffinity(0, cpus))
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=ENVIRONMENT, preexec_fn=pin
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            fail(command, f"exit code {child.returncode}", log)
    return wall, usage.ru_utime + usage.ru_stime


def paired(runs, pairs):
    """Calls every run once to warm up, then once a pair, and returns what each returned."""
    names = list(runs)
    for run in runs.values():
        run()
    results = {name: [] for name in names}
    for pair in range(pairs):
        # Another one begins each time, so that a machine that slows down favours none.
        turn = pair % len(names)
        for name in names[turn:] + names[:turn]:
            results[name].append(runs[name]())
    return results


def check_film(path, size, count):
    """Ends if a film has not the frames that it should have: only equal work is compared."""
    probe = ["ffprobe", "-v", "error", "-count_packets", "-show_entries", "stream=width,height,nb_read_packets"]
    found = subprocess.run([*probe, "-of", "csv=p=0", str(path)], capture_output=True, text=True)
    if found.stdout.strip() != f"{size[0]},{size[1]},{count}":
        sys.exit(f"{path.name}: expected {size[0]},{size[1]},{count}, got {found.stdout}{found.stderr}")


def ratio(above, below):
    """The median of the pairs' ratios, with the least and the greatest."""
    ratios = [a / b for a, b in zip(above, below)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"


def table(title, header, rows, *notes):
    """Prints columns of text."""
    widths = [max(map(len, column)) for column in zip(header, *rows)]
    print(f"\n{title}")
    for row in [header, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    for note in notes:
        print(f"  {note}")


def encode(options):
    """The whole job, from frames in memory to a film."""
    peers, rows = installed(), []
    for size in options.sizes:
        count = options.frames or (300 if size[0] * size[1] <= 640 * 480 else 60)
        for picture in (smooth, noise):
            rows += encode_rows(options, picture, size, count)
    columns = ["", "", "plotreel", "plotreel / ffmpeg", *(f"{name} / plotreel" for name in peers)]
    notes = [f"{name}: could not be installed, not measured" for name in PACKAGES if name not in peers]
    if "PyAV" in peers:
        notes.append("PyAV has its own x264 inside, the others run the same ffmpeg")
    what = "to libx264, crf 23, preset medium, yuv420p; every program from its start to its end"
    table(f"Whole job: bytes of RGB {what}; median (range) of {options.pairs} pairs", columns, rows, *notes)


def encode_rows(options, picture, size, count):
    """The rows of one kind of frames: wall time, CPU time and the film's size."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        folder = pathlib.Path(folder)
        write_frames(folder, picture, size, count)
        commands = contenders(options, folder, size)
        runs = {name: lambda command=command: timed(command) for name, command in commands.items()}
        results = paired(runs, options.pairs)
        size_of = {}
        for name in commands:
            film = folder / f"{name}.mp4"
            check_film(film, size, count)
            size_of[name] = film.stat().st_size
    rows = []
    for place, label in enumerate(["wall", "CPU"]):
        seconds = {name: [result[place] for result in results[name]] for name in commands}
        own = seconds["plotreel"]
        others = [ratio(seconds[name], own) for name in installed()]
        rows.append([label, f"{statistics.median(own):.2f} s", ratio(own, seconds["ffmpeg"]), *others])
    own = size_of["plotreel"]
    others = [f"{size_of[name] / own:.2f}" for name in installed()]
    rows.append(["film", f"{own / 1e6:.2f} MB", f"{own / size_of['ffmpeg']:.2f}", *others])
    labels = [f"{picture.__name__} {size[0]}x{size[1]}, {count} frames", "", ""]
    return [[label, *row] for label, row in zip(labels, rows)]


def draw(options):
    """Frames a second when nothing encodes them."""
    if not version("matplotlib"):
        print("\nDrawing: matplotlib could not be installed, not measured")
        return
    count, rows = options.frames or 300, []
    program = str(pathlib.Path(options.plotreel).with_name("examples") / "draw_rate")
    for kind, label in {"u8": "bytes RGB", "f64": "f64 RGB", "scalar": "f64, viridis"}.items():
        # The same number would be over in a blink for one of them.
        ours = [program, kind, str(10 * count)]
        theirs = [sys.executable, str(PEERS), "draw", kind, str(count)]
        rates = paired({"plotreel": lambda: frame_rate(ours), "matplotlib": lambda: frame_rate(theirs)}, options.pairs)
        medians = [f"{statistics.median(rates[name]):.0f}/s" for name in rates]
        rows.append([label, *medians, ratio(rates["plotreel"], rates["matplotlib"])])
    title = f"Drawing: 640x480 frames a second without encoding; median (range) of {options.pairs} pairs"
    table(title, ["", "plotreel", "matplotlib", "plotreel / matplotlib"], rows)


def frame_rate(command):
    """The number that a program prints."""
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{' '.join(command)}\nexit code {run.returncode}:\n{run.stderr[-2000:]}")
    return float(run.stdout)


def memory(options):
    """Peak memory of a short and a long film, fed through a pipe."""
    short = options.frames or 500
    counts, rows = (short, 10 * short), []
    for writer in ("ffmpeg", "openh264"):
        peaks = [peak_memory(options, writer, count) for count in counts]
        rows.append(memory_row(f"--writer {writer}", [own for own, _ in peaks]))
        if writer == "ffmpeg":
            rows.append(memory_row("  with its ffmpeg", [own + child for own, child in peaks]))
    header = ["", *(f"{count} frames" for count in counts), "long / short"]
    table("Memory: peak resident set of plotreel, 640x480 frames through a pipe", header, rows)


def memory_row(label, peaks):
    """A row of the memory table from KiB."""
    return [label, *(f"{peak / 1024:.1f} MiB" for peak in peaks), f"{peaks[1] / peaks[0]:.2f}"]


def peak_memory(options, writer, count):
    """Pipes frames into plotreel and returns its own and its child's peak resident set, in KiB."""
    frames = [smooth(index, 640, 480).tobytes() for index in range(60)]
    peaks, ended = {}, threading.Event()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder, tempfile.TemporaryFile() as log:
        out = pathlib.Path(folder) / "out.mp4"
        command = plotreel(options, "-", out, "--raw", "480x640x3:u8", "--writer", writer)
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log)
        sampler = threading.Thread(target=sample_peaks, args=(child.pid, peaks, ended))
        sampler.start()
        try:
            for index in range(count):
                child.stdin.write(frames[index % len(frames)])
            child.stdin.close()
        except BrokenPipeError:
            pass  # The exit code tells, or the film's frames do.
        finally:
            code = child.wait()
            ended.set()
            sampler.join()
        if code:
            fail(command, f"exit code {code}", log)
        check_film(out, (640, 480), count)
    own = peaks.pop(child.pid)
    if writer == "ffmpeg" and not peaks:
        sys.exit("plotreel's ffmpeg was not seen: too few frames")
    return own, sum(peaks.values())


def sample_peaks(parent, peaks, ended):
    """Keeps the peak resident set of a process and of its children, by id, until it ended."""
    while not ended.wait(0.02):
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                facts = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
            except OSError:
                continue  # It ended meanwhile.
            # One that has ended but was not waited for has no memory any more.
            if parent in (int(folder.name), int(facts["PPid"])) and "VmHWM" in facts:
                # The last value, not the greatest: before it becomes another program, a child shows its parent's.
                peaks[int(folder.name)] = int(facts["VmHWM"].split()[0])


def openh264(options):
    """What further CPUs bring the embedded encoder."""
    count, size, every = options.frames or 300, (640, 480), os.sched_getaffinity(0)
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        folder = pathlib.Path(folder)
        write_frames(folder, smooth, size, count)
        command = plotreel(options, folder / "frames.npy", folder / "out.mp4", "--writer", "openh264")
        runs = {"one": lambda: timed(command, {min(every)}), "all": lambda: timed(command, every)}
        results = paired(runs, options.pairs)
        check_film(folder / "out.mp4", size, count)
    wall = {name: [seconds for seconds, _ in results[name]] for name in results}
    row = [f"smooth 640x480, {count} frames", *(f"{statistics.median(wall[name]):.2f} s" for name in wall)]
    header = ["", "1 CPU", f"{len(every)} CPUs", "1 CPU / all"]
    title = f"openh264: wall time by CPUs; median (range) of {options.pairs} pairs"
    table(title, header, [[*row, ratio(wall["one"], wall["all"])]])


def print_versions():
    """Prints what was measured, and on how much of a machine."""
    first = subprocess.run([FFMPEG, "-version"], capture_output=True, text=True).stdout.split()
    versions = [f"{name} {version(name)}" for name in installed()]
    versions += [f"ffmpeg {first[2]}", f"numpy {np.__version__}", f"Python {sys.version.split()[0]}"]
    print(f"\n{', '.join(versions)}; {len(os.sched_getaffinity(0))} CPUs")


def parse_options():
    """The command line."""
    parser = argparse.ArgumentParser(prog="benches/versus/run", description=__doc__)
    sizes = [(640, 480), (1920, 1080)]
    size = lambda text: tuple(map(int, text.split("x")))  # noqa: E731
    parser.add_argument("--pairs", type=int, default=5, help="how often each is measured (5)")
    parser.add_argument("--frames", type=int, help="frames of a film (300, and 60 of more than 640x480)")
    parser.add_argument("--only", choices=TABLES, help="one table")
    parser.add_argument("--sizes", type=size, nargs="+", default=sizes, help="of the whole job (640x480 1920x1080)")
    parser.add_argument("--plotreel", default="target/release/plotreel", help="the program to measure")
    return parser.parse_args()


TABLES = {"encode": encode, "draw": draw, "memory": memory, "openh264": openh264}

if __name__ == "__main__":
    chosen = parse_options()
    for name, measure in TABLES.items():
        if chosen.only in (None, name):
            measure(chosen)
    print_versions()
