"""Films the same frames with plotreel and its peers, side by side, and prints tables of ratios.

The tables of a whole run replace those of docs/PERFORMANCE.md.
"""

import argparse
import concurrent.futures
import importlib.metadata
import importlib.util
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import numpy as np

from peers import FILMS, FPS, X264

PEERS = pathlib.Path(__file__).with_name("peers.py")
PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/PERFORMANCE.md"
# The page is written by hand up to this line.
MARK = "<!-- Everything below is written by benches/versus/run. -->\n"
# The tables that were printed, as Markdown.
PRINTED = []
FFMPEG = shutil.which("ffmpeg") or sys.exit("ffmpeg not found on PATH")
# imageio-ffmpeg has its own ffmpeg: make it use the same one as the others.
ENVIRONMENT = os.environ | {"IMAGEIO_FFMPEG_EXE": FFMPEG}
SMALL = (640, 480)
# matplotlib without its writers, which draw each frame twice.
ONCE = "matplotlib, once"
# ffmpeg by itself: as it is, with the colours of plotreel's films, and over the planes that plotreel would give it.
BARE = ("ffmpeg", "ffmpeg, BT.709", "encoder alone")
# The peers in Rust, as in rust/Cargo.toml: version, and what they measure.
RUST = {
    "plotine": ("0.5.2", {("figure", "line"), ("figure", "limits"), ("film", "line")}),
    "ruviz": ("0.15.2", {("figure", "line"), ("figure", "limits")}),
}
# Scenes of the gallery in which little, more and hardly anything changes from frame to frame.
SCENES = {"double_pendulum": (500, 400), "pause_resume": (640, 480), "strip_chart": (640, 480)}


def versions():
    """The versions of the installed peers, by name."""
    found = {package.name.replace("_", "-"): package.version for package in importlib.metadata.distributions()}
    packages = {name: {"PyAV": "av"}.get(name, name.lower()) for name in FILMS}
    return {name: found[package] for name, package in packages.items() if package in found}


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


def raw_frames(frames, size=SMALL, pixels="rgb24"):
    """What ffmpeg reads a file of frames by, the file last."""
    return f"-f rawvideo -pix_fmt {pixels} -s {size[0]}x{size[1]} -framerate {FPS} -i".split() + [str(frames)]


def contenders(options, folder, size):
    """Every program's command line, by its name; its film is NAME.mp4."""
    films = {name: str(folder / f"{name}.mp4") for name in ["plotreel", *BARE, *versions()]}
    source = str(folder / "frames.npy")
    commands = {name: [sys.executable, str(PEERS), name, source, film] for name, film in films.items()}
    settings = ["--writer", "ffmpeg", "--codec", "libx264", *(f"--ffmpeg-arg={a}" for a in X264)]
    commands["plotreel"] = plotreel(options, source, films["plotreel"], *settings)
    write_planes(options, folder)
    bt709 = ["-vf", "scale=out_color_matrix=bt709"]
    inputs = {"ffmpeg": ("rgb24", "frames.rgb", []), "ffmpeg, BT.709": ("rgb24", "frames.rgb", bt709)}
    inputs["encoder alone"] = ("yuv420p", "frames.yuv", [])
    for name, (pixels, frames, own) in inputs.items():
        raw = raw_frames(folder / frames, size, pixels)
        commands[name] = [FFMPEG, "-v", "error", *raw, *own, "-c:v", "libx264", *X264, "-y", films[name]]
    return commands


def write_planes(options, folder):
    """Writes the planes that plotreel makes of the frames as frames.yuv."""
    exact, planes = str(folder / "exact.mkv"), str(folder / "frames.yuv")
    settings = [f"--ffmpeg-arg={a}" for a in ("-qp", "0", "-preset", "ultrafast", "-pix_fmt", "yuv420p")]
    timed(plotreel(options, folder / "frames.npy", exact, "--writer", "ffmpeg", "--codec", "libx264", *settings))
    timed([FFMPEG, "-v", "error", "-i", exact, "-f", "rawvideo", planes])
    os.remove(exact)


def fail(command, code, log):
    """Exits with the message of a program."""
    log.seek(0)
    sys.exit(f"{' '.join(command)}\nexit code {code}:\n{log.read()[-2000:].decode(errors='replace')}")


def timed(command, cpus=None):
    """Runs a program; returns its wall and CPU seconds, including its children, and its output."""
    # The choice of CPUs slows the start a little, so it is left out where it is not measured.
    pin = cpus and (lambda: os.sched_setaffinity(0, cpus))
    with tempfile.TemporaryFile() as log, tempfile.TemporaryFile() as printed:
        streams = {"stdin": subprocess.DEVNULL, "stdout": printed, "stderr": log}
        start = time.perf_counter()
        child = subprocess.Popen(command, **streams, env=ENVIRONMENT, preexec_fn=pin)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            fail(command, child.returncode, log)
        printed.seek(0)
        return wall, usage.ru_utime + usage.ru_stime, printed.read()


def paired(runs, pairs):
    """Calls every run once to warm up, then once per pair, and returns the results."""
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


def clocked(commands, pairs):
    """Runs programs in pairs, and returns the wall and the CPU seconds of each, by its name."""
    results = paired({name: lambda c=command: timed(c) for name, command in commands.items()}, pairs)
    each = lambda place: {name: [result[place] for result in runs] for name, runs in results.items()}
    return {"wall": each(0), "CPU": each(1)}


def check_film(path, size, count):
    """Exits if a film does not have the expected frames: only equal work is compared."""
    probe = ["ffprobe", "-v", "error", "-count_packets", "-show_entries", "stream=width,height,nb_read_packets"]
    found = subprocess.run([*probe, "-of", "csv=p=0", str(path)], capture_output=True, text=True)
    expected = f"{size[0]},{size[1]},{count}"
    if found.stdout.strip() != expected:
        sys.exit(f"{path.name}: expected {expected}, got {found.stdout}{found.stderr}")


def ratio(above, below):
    """The median of the pairs' ratios, with the minimum and maximum."""
    ratios = [a / b for a, b in zip(above, below)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"


def table(title, header, rows, notes=()):
    """Prints columns of text."""
    widths = [max(map(len, column)) for column in zip(header, *rows)]
    print(f"\n{title}")
    for row in [header, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    for note in notes:
        print(f"  {note}")
    sys.stdout.flush()
    lines = [header, ["---"] * len(header), *rows]
    listed = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    remarks = "".join(f"\n- {note}" for note in notes)
    PRINTED.append(f"### {title}\n\n{listed}\n{remarks and remarks + chr(10)}")


def encode(options):
    """The whole job, from frames in memory to a film."""
    rows, peers = [], versions()
    for size in (tuple(map(int, text.split("x"))) for text in options.sizes):
        count = options.frames or (300 if size[0] * size[1] <= SMALL[0] * SMALL[1] else 60)
        # Noise takes longer to encode.
        rows += encode_rows(options, smooth, size, count) + encode_rows(options, noise, size, -(-count // 3))
    columns = ["", "", "plotreel", *(f"plotreel / {name}" for name in BARE), *(f"{name} / plotreel" for name in peers)]
    notes = [f"{name} could not be installed and is not measured" for name in FILMS if name not in peers]
    notes += ["PyAV has its own x264; the others run the same ffmpeg"] * ("PyAV" in peers)
    notes.append("plotreel converts to BT.709, the others to BT.601, so that films differ in size")
    notes.append("encoder alone: ffmpeg reads from memory the planes that plotreel would give it; no program could take less")
    title = "Whole job: RGB bytes to libx264 (crf 23, preset medium, yuv420p), each program from start to exit"
    table(f"{title}; median (range) of {options.pairs} pairs", columns, rows, notes)


def encode_rows(options, picture, size, count):
    """The rows of one kind of frames: wall time, CPU time and the film's size."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        folder = pathlib.Path(folder)
        write_frames(folder, picture, size, count)
        commands = contenders(options, folder, size)
        clocks = clocked(commands, options.pairs)
        films = {name: folder / f"{name}.mp4" for name in commands}
        for film in films.values():
            check_film(film, size, count)
        megabytes = {name: film.stat().st_size / 1e6 for name, film in films.items()}
    rows, label = [], f"{picture.__name__} {size[0]}x{size[1]}, {count} frames"
    for what, seconds in clocks.items():
        own, median = seconds["plotreel"], statistics.median(seconds["plotreel"])
        bare = [ratio(own, seconds[name]) for name in BARE]
        peers = [ratio(seconds[name], own) for name in versions()]
        rows.append(["" if rows else label, what, f"{median:.2f} s", *bare, *peers])
    own = megabytes["plotreel"]
    bare = [f"{own / megabytes[name]:.2f}" for name in BARE]
    peers = [f"{megabytes[name] / own:.2f}" for name in versions()]
    return [*rows, ["", "film", f"{own:.2f} MB", *bare, *peers]]


def opencv(options):
    """The whole job in MPEG-4 part 2, as OpenCV's packages have no x264."""
    if importlib.util.find_spec("cv2") is None:
        return print("\nOpenCV is not installed and not measured")
    count, rows = options.frames or 300, []
    for picture in (smooth, noise):
        with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
            folder = pathlib.Path(folder)
            write_frames(folder, picture, SMALL, count)
            films = {name: folder / f"{name}.mp4" for name in ("plotreel", "OpenCV")}
            # The bits per second that OpenCV asks for.
            kilobits = 2 * SMALL[0] * SMALL[1] * FPS // 1000
            settings = ["--writer", "ffmpeg", "--codec", "mpeg4", "--bitrate", str(kilobits)]
            commands = {"plotreel": plotreel(options, folder / "frames.npy", films["plotreel"], *settings)}
            commands["OpenCV"] = [sys.executable, str(PEERS), "opencv", str(folder / "frames.npy"), str(films["OpenCV"])]
            clocks = clocked(commands, options.pairs)
            for film in films.values():
                check_film(film, SMALL, count)
            sizes = [f"{film.stat().st_size / 1e6:.2f} MB" for film in films.values()]
        for what, seconds in clocks.items():
            medians = [f"{statistics.median(times):.2f} s" for times in seconds.values()]
            rows.append([picture.__name__, what, *medians, ratio(seconds["OpenCV"], seconds["plotreel"])])
        rows.append([picture.__name__, "film", *sizes, ""])
    version = importlib.metadata.version("opencv-python-headless")
    title = f"OpenCV {version}: {count} frames of RGB bytes, 640x480, to MPEG-4 part 2, each program from start to exit"
    header = ["", "", "plotreel", "OpenCV", "OpenCV / plotreel"]
    table(f"{title}; median (range) of {options.pairs} pairs", header, rows)


def draw(options):
    """Frames per second without encoding."""
    kinds = {"u8": "bytes RGB", "f64": "f64 RGB", "scalar": "f64, viridis"}
    title = "Drawing: 640x480 frames per second without encoding"
    rates_table(options, title, [("draw", kind, label) for kind, label in kinds.items()])


def figure(options):
    """New figures per second without encoding."""
    kinds = {"line": "other data", "limits": "other data, limits, ticks"}
    notes = ["a line of 1,000 points, axes, title and labels, as pixels in memory; every frame is a new figure"]
    notes.append("reused: plotreel's Canvas, plotine's SkiaRenderer (memory, fonts), matplotlib's own caches; ruviz has none")
    title = "Figures: 640x480 at 100 dpi, figures per second"
    rates_table(options, title, [("figure", kind, label) for kind, label in kinds.items()], notes)


def film(options):
    """Frames per second of a changing figure without encoding."""
    kinds = {"line": "line of 1,000 points", "title": "line, title changes", "limits": "line, limits move"}
    kinds |= {"three": "three axes, one changes", "scatter": "1,000 discs, size and colour each"}
    kinds |= {"squares": "1,000 squares, the same", "image": "200x200 numbers, colorbar"}
    kinds |= {"bars": "50 bars", "text": "text over an image"}
    notes = ["everything else is unchanged; the data are set, then plotreel's grab_frame with the null writer, and what"]
    notes.append("matplotlib's MovieWriter.grab_frame does, into memory")
    figures_table(options, "film", kinds, notes)


def many(options):
    """Frames per second of figures of many points or pixels without encoding."""
    kinds = {"line100k": "line of 100,000 points", "discs": "1,000 discs of one size and colour"}
    kinds |= {"discs100k": "100,000 discs, the same", "scatter100k": "100,000 discs, size and colour each"}
    kinds |= {"line4k": "line of 1,000 points, 3840x2160"}
    options = argparse.Namespace(**vars(options) | {"frames": options.frames or 20})
    figures_table(options, "film", kinds, ["all points move in every frame; measured as in the table above"])


def fields(options):
    """Frames per second of meshes, contours, vector fields, error bars, dates and surfaces without encoding."""
    kinds = {"contourf": "contourf of 200x200, 10 levels", "pcolormesh": "pcolormesh of 200x200, flat"}
    kinds |= {"gouraud": "pcolormesh of 200x200, gouraud"}
    kinds |= {"quiver": "quiver 30x30", "errorbar": "500 error bars with caps"}
    kinds |= {"dates": "date axis scrolling", "surface": "plot_surface 50x50, turning"}
    kinds |= {"polar": "polar line with limits moving"}
    notes = ["data, limits or view change in every frame; plotreel's grab_frame with the null writer, matplotlib's canvas.draw once"]
    figures_table(options, "fields", kinds, notes)


def figures_table(options, task, kinds, notes):
    """The rates of figures, and how much the pictures differ."""
    kinds = {kind: label for kind, label in kinds.items() if not options.rows or kind in options.rows}
    if kinds and "matplotlib" in versions():
        worst = max(difference(options, kind, task) for kind in kinds)
        notes.append(f"the 20th frames of both differ by at most {worst:.2f} levels (RMS over the picture)")
    title = f"{task.removesuffix('s').title()}s: 640x480 at 100 dpi unless a size is named, frames per second"
    rates_table(options, title, [(task, kind, label) for kind, label in kinds.items()], notes)


def whole(options):
    """Whole films of such figures: drawn and encoded."""
    count, rows = options.frames or 200, []
    found = {name: program for name, program in programs(options, "film").items() if name not in (*RUST, ONCE)}
    for kind, label in {"line": "line of 1,000 points", "image": "200x200 numbers, colorbar"}.items():
        with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
            films = {name: pathlib.Path(folder) / f"{name}.mp4" for name in found}
            commands = {name: [*program, kind, str(count), str(films[name])] for name, program in found.items()}
            clocks = clocked(commands, options.pairs)
            for film in films.values():
                check_film(film, SMALL, count)
        for what, seconds in clocks.items():
            medians = [f"{statistics.median(times):.2f} s" for times in seconds.values()]
            ratios = [ratio(times, seconds["plotreel"]) for name, times in seconds.items() if name != "plotreel"]
            rows.append([label if what == "wall" else "", what, *medians, *ratios])
    title = f"Whole films of figures: 640x480, {count} frames, drawn and written by libx264 (crf 23, preset medium), each program"
    header = ["", "", *found, *(f"{name} / plotreel" for name in found if name != "plotreel")]
    table(f"{title} from start to exit; median (range) of {options.pairs} pairs", header, rows)


def difference(options, kind, what="film"):
    """The difference between a frame of plotreel and of matplotlib; exits if it is too large."""
    from matplotlib.image import imread

    with tempfile.TemporaryDirectory() as folder:
        pictures = []
        for name, program in programs(options, what).items():
            if name not in (*RUST, ONCE):
                path = pathlib.Path(folder) / f"{name}.png"
                timed([*program, kind, "20", str(path)])
                pictures.append(255 * imread(path)[..., :3])
    rms = float(np.sqrt(np.mean((pictures[0] - pictures[1]) ** 2)))
    return rms if rms < 2 else sys.exit(f"film {kind}: the frames differ by {rms:.1f} levels (RMS)")


def programs(options, what):
    """The available command lines that measure drawing rates, by name."""
    folder, peers = pathlib.Path(options.plotreel).parent, str(PEERS)
    example = {"fields": "film"}.get(what, what)
    found = {"plotreel": [str(folder / "examples" / f"{example}_rate")]}
    if "matplotlib" in versions():
        found["matplotlib"] = [sys.executable, "-B", peers, what]
    if "matplotlib" in versions() and what == "film":
        found[ONCE] = [sys.executable, "-B", peers, "fields"]
    for name in RUST:
        if (folder / f"{name}_rate").exists():
            found[name] = [str(folder / f"{name}_rate"), what]
    return found


def rates_table(options, title, rows, notes=()):
    """Measures (what, kind, label) and prints frames per second."""
    count, cells = options.frames or 300, []
    names = list(programs(options, rows[0][0]))
    measures = lambda name, row: name not in RUST or row[:2] in RUST[name][1]
    shown = [name for name in names if any(measures(name, row) for row in rows)]
    peers = [name for name in shown if name != "plotreel"]
    for what, kind, label in rows:
        measured = programs(options, what).items()
        commands = {name: [*program, kind, str(count)] for name, program in measured if name in shown}
        commands = {name: command for name, command in commands.items() if measures(name, (what, kind))}
        # As few frames as matplotlib gets would be over too soon to be measured.
        for name in commands.keys() - {"matplotlib", ONCE}:
            commands[name][-1] = str(10 * count)
        runs = {name: lambda c=command: float(timed(c)[2]) for name, command in commands.items()}
        rates = paired(runs, options.pairs)
        medians = [f"{statistics.median(rates[name]):.0f}/s" if name in rates else "" for name in shown]
        ratios = [ratio(rates["plotreel"], rates[name]) if name in rates else "" for name in peers]
        cells.append([label, *medians, *ratios])
    expected = ["matplotlib", *(name for name in RUST if any(measures(name, row) for row in rows))]
    notes = [*notes, *(f"{name} is not installed and not measured" for name in expected if name not in peers)]
    ways = {"plotine": "Figure::draw", "ruviz": "Plot::render"}
    for name in (name for name in RUST if name in peers):
        notes.append(f"{name} {RUST[name][0]}, by {ways[name]}, with the profile that plotreel is built with")
    title = f"{title}; median (range) of {options.pairs} pairs"
    table(title, ["", *shown, *(f"plotreel / {name}" for name in peers)], cells, notes)


# What matplotlib's FFMpegWriter says for GIF.
PALETTE = "split [a][b];[a] palettegen [p];[b][p] paletteuse"


def gif(options):
    """GIFs from ready-made frames: wall time, bytes and similarity."""
    count, rows = options.frames or 100, []
    dump = str(pathlib.Path(options.plotreel).with_name("examples") / "gif_film")
    for kind, label in {"line": "moving lines", "image": "smooth data with viridis"}.items():
        with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
            folder = pathlib.Path(folder)
            timed([dump, kind, str(count), str(folder / "frames.rgb")])
            raw = raw_frames(folder / "frames.rgb")
            films = {name: folder / f"{name}.gif" for name in ("plotreel", "ffmpeg", "Pillow")}
            own = ["--raw", "480x640x3:u8", "--writer", "gif"]
            commands = {"plotreel": plotreel(options, folder / "frames.rgb", films["plotreel"], *own)}
            commands["ffmpeg"] = [FFMPEG, "-v", "error", *raw, "-filter_complex", PALETTE, "-y", str(films["ffmpeg"])]
            pillow = [sys.executable, "-B", str(PEERS), "gif", str(folder / "frames.rgb"), str(films["Pillow"])]
            if "matplotlib" in versions():
                commands["Pillow"] = pillow
            seconds = clocked(commands, options.pairs)["wall"]
            likeness = {name: ssim(raw, films[name]) for name in commands}
            size = {name: films[name].stat().st_size / 1e6 for name in commands}
        for name in commands:
            times = ratio(seconds[name], seconds["plotreel"])
            rows.append([label, name, f"{statistics.median(seconds[name]):.2f} s", times, f"{size[name]:.2f} MB", likeness[name]])
            label = ""
    title = f"GIF: 640x480, {count} ready-made RGB frames; median (range) of {options.pairs} pairs"
    notes = ["ffmpeg by the filter of matplotlib's FFMpegWriter, Pillow as by PillowWriter; SSIM by ffmpeg's filter"]
    table(title, ["", "", "wall", "wall / plotreel", "file", "SSIM"], rows, notes)


def ssim(raw, film):
    """The similarity of a film's frames to the raw ones (Wang et al. 2004, as in ffmpeg's filter)."""
    decoded = film.with_suffix(".rgb")
    command = [FFMPEG, "-v", "error", "-i", str(film), "-fps_mode", "passthrough", "-pix_fmt", "rgb24"]
    timed([*command, "-f", "rawvideo", "-y", str(decoded)])
    if decoded.stat().st_size != pathlib.Path(raw[-1]).stat().st_size:
        return "other frames"
    own = [*raw[:-1], str(decoded)]
    command = [FFMPEG, "-hide_banner", *own, *raw, "-lavfi", "ssim", "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, text=True).stderr
    return said.rsplit("All:", 1)[1].split()[0]


def start(options):
    """What one small frame costs, from start to exit, without a film."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        folder = pathlib.Path(folder)
        write_frames(folder, smooth, (64, 64), 1)
        raw = raw_frames(folder / "frames.rgb", (64, 64))
        commands = {"plotreel": plotreel(options, folder / "frames.npy", "nothing", "--writer", "null")}
        commands["ffmpeg"] = [FFMPEG, "-v", "error", *raw, "-f", "null", "-"]
        clocks = clocked(commands, 4 * options.pairs)
    rows = []
    for what, seconds in clocks.items():
        medians = [f"{1000 * statistics.median(times):.1f} ms" for times in seconds.values()]
        rows.append([what, *medians, ratio(seconds["plotreel"], seconds["ffmpeg"])])
    title = "Start: one frame of 64x64 that goes nowhere, each program from start to exit"
    table(f"{title}; median (range) of {4 * options.pairs} pairs", ["", *commands, "plotreel / ffmpeg"], rows)


def memory(options):
    """Peak memory of a short and a long film, fed through a pipe."""
    short, rows = options.frames or 500, []
    counts = (short, 10 * short)
    for writer in ("ffmpeg", "ffmpeg_file", "openh264", "gif", "apng", "webp", "html", "png"):
        peaks = [[kib / 1024 for kib in peak_memory(options, writer, count)] for count in counts]
        told = (" + ".join(f"{peak:.1f}" for peak in each if peak) + " MiB" for each in peaks)
        rows.append([writer + " + its ffmpeg" * writer.startswith("ffmpeg"), *told, f"{sum(peaks[1]) / sum(peaks[0]):.2f}"])
    header = ["", *(f"{count} frames" for count in counts), "long / short"]
    table("Memory: peak resident set, smooth frames of 640x480 through a pipe", header, rows)


def peak_memory(options, writer, count):
    """Pipes frames into plotreel and returns its and its child's peak resident sets, in KiB."""
    frames = [smooth(index, *SMALL).tobytes() for index in range(60)]
    peaks, ended = {}, threading.Event()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder, tempfile.TemporaryFile() as log:
        own = {"png": "frame%05d.png", "gif": "out.gif", "apng": "out.apng", "webp": "out.webp", "html": "out.html"}
        out = pathlib.Path(folder) / own.get(writer, "out.mp4")
        command = plotreel(options, "-", out, "--raw", "480x640x3:u8", "--writer", writer)
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log)
        sampler = threading.Thread(target=sample_peaks, args=(child.pid, peaks, ended))
        sampler.start()
        try:
            for index in range(count):
                child.stdin.write(frames[index % len(frames)])
            child.stdin.close()
        except BrokenPipeError:
            pass  # plotreel says why, below.
        finally:
            code = child.wait()
            ended.set()
            sampler.join()
        if code:
            fail(command, code, log)
        if writer not in own:
            check_film(out, SMALL, count)
    own = peaks.pop(child.pid, None)
    if own is None or bool(peaks) != writer.startswith("ffmpeg"):
        sys.exit(f"{' '.join(command)}\nunexpected processes: too few frames to observe them?")
    # The greatest child: a short look at ffmpeg's version, say, is over before the film begins.
    return own, max(peaks.values(), default=0)


def sample_peaks(parent, peaks, ended):
    """Keeps the peak resident set of a process and of its children, by id, until it ended."""
    while not ended.wait(0.02):
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                facts = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
            except OSError:
                continue  # It ended meanwhile.
            # One that has ended and was not waited for yet has no memory any more.
            if parent in (int(folder.name), int(facts["PPid"])) and "VmHWM" in facts:
                # The last value, not the greatest: until it becomes another program, a child shows its parent's.
                peaks[int(folder.name)] = int(facts["VmHWM"].split()[0])


def openh264(options):
    """The gain of the embedded encoder with more CPUs."""
    count, every = options.frames or 300, os.sched_getaffinity(0)
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        folder = pathlib.Path(folder)
        write_frames(folder, smooth, SMALL, count)
        command = plotreel(options, folder / "frames.npy", folder / "out.mp4", "--writer", "openh264")
        runs = {"one": lambda: timed(command, {min(every)})[0], "all": lambda: timed(command, every)[0]}
        walls = paired(runs, options.pairs)
        check_film(folder / "out.mp4", SMALL, count)
    medians = [f"{statistics.median(wall):.2f} s" for wall in walls.values()]
    title = f"openh264: wall time by CPUs; median (range) of {options.pairs} pairs"
    row = [f"smooth 640x480, {count} frames", *medians, ratio(*walls.values())]
    table(title, ["", "1 CPU", f"{len(every)} CPUs", "1 CPU / all"], [row])


def embedded(options):
    """Whole films of scenes by the embedded encoder and by ffmpeg: time, bytes and similarity."""
    program, rows = str(pathlib.Path(options.plotreel).with_name("examples") / "gallery"), []
    for scene, size in SCENES.items():
        with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
            folder = pathlib.Path(folder)
            pictures, frames = folder / "%04d.png", folder / "frames.rgb"
            timed([program, scene, "--writer", "png", "--out", str(pictures)])
            timed([FFMPEG, "-v", "error", "-i", str(pictures), "-f", "rawvideo", "-pix_fmt", "rgb24", str(frames)])
            raw = raw_frames(frames, size)
            films = {writer: folder / f"{writer}.mp4" for writer in ("openh264", "ffmpeg")}
            commands = {writer: [program, scene, "--writer", writer, "--out", str(film)] for writer, film in films.items()}
            clocks = clocked(commands, options.pairs)
            for film in films.values():
                check_film(film, size, len(list(folder.glob("*.png"))))
            kilobytes = [film.stat().st_size / 1e3 for film in films.values()]
            likenesses = [ssim(raw, film) for film in films.values()]
            alike = size_at(options, pictures, raw, float(likenesses[0])) / 1e3
            sizes = [*(f"{count:.0f} kB" for count in kilobytes), f"{kilobytes[0] / kilobytes[1]:.2f}"]
            equal = [f"{alike:.0f} kB", f"{kilobytes[0] / alike:.2f}"]
            rows.append([scene, *(ratio(*seconds.values()) for seconds in clocks.values()), *sizes, *likenesses, *equal])
    title = "Whole films of the gallery by the embedded encoder and by ffmpeg's libx264 with its defaults, program start to exit"
    header = ["", "wall, openh264 / ffmpeg", "CPU", "openh264", "ffmpeg", "openh264 / ffmpeg", "SSIM, openh264", "ffmpeg"]
    header += ["ffmpeg, equal SSIM", "openh264 / it"]
    notes = ["SSIM by ffmpeg's filter, of RGB, against frames without loss"]
    notes.append("equal SSIM: the size of libx264's film of that SSIM, between those of two neighbouring values of -crf")
    table(f"{title}; median (range) of {options.pairs} pairs", header, rows, notes)


def size_at(options, pictures, raw, likeness):
    """The bytes of libx264's film of a likeness: between those of the two values of crf that are next to it."""
    films = {}
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        film = pathlib.Path(folder, "film.mp4")
        for crf in range(35, 0, -1):
            settings = ["--writer", "ffmpeg", "--codec", "libx264", "--ffmpeg-arg=-crf", f"--ffmpeg-arg={crf}"]
            timed(plotreel(options, pictures, film, *settings))
            films[float(ssim(raw, film))] = film.stat().st_size
            if max(films) >= likeness and len(films) > 1:
                break
    if not min(films) <= likeness <= max(films):
        return float("nan")
    ordered = sorted(films)
    return float(np.interp(likeness, ordered, [films[found] for found in ordered]))


def animation(options):
    """Parallel against sequential drawing, and a saved film against plain ffmpeg with ready-made frames."""
    program = str(pathlib.Path(options.plotreel).with_name("examples") / "animation_rate")
    count, cpus = str(60 * (options.frames or 100)), len(os.sched_getaffinity(0))
    rate = lambda kind: float(timed([program, kind, count])[2])
    runs = {kind: lambda k=kind: rate(k) for kind in ("parallel", "workers", "save")}
    # What the machine can do: as many programs as it has CPUs, which share nothing.
    with concurrent.futures.ThreadPoolExecutor(cpus) as pool:
        runs["programs"] = lambda: sum(pool.map(rate, ["save"] * cpus))
        rates = paired(runs, options.pairs)
    medians = [f"{statistics.median(rate):.0f}/s" for rate in rates.values()]
    title = f"Animation: a line plot of 640x480 without encoding; median (range) of {options.pairs} pairs"
    ratios = [ratio(rates[kind], rates["save"]) for kind in ("parallel", "workers", "programs")]
    each = f"save, {cpus} programs at once"
    head = ["", "save_parallel", "save with workers", "save", each, "save_parallel / save", "with workers / save", "at once / save"]
    table(title, head, [["title and line change", *medians, *ratios]])
    count = options.frames or 200
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        raw, films = f"{folder}/frames.rgb", {name: f"{folder}/{name}.mp4" for name in ("plotreel", "ffmpeg")}
        timed([program, "frames", str(count), raw])
        bare = [FFMPEG, "-v", "error", *raw_frames(raw), "-c:v", "libx264", "-pix_fmt", "yuv420p", "-y", films["ffmpeg"]]
        commands = {"plotreel": [program, "film", str(count), films["plotreel"]], "ffmpeg": bare}
        results = clocked(commands, options.pairs)["wall"]
        for film in films.values():
            check_film(pathlib.Path(film), SMALL, count)
    medians = [f"{statistics.median(wall):.2f} s" for wall in results.values()]
    title = f"Film: {count} frames of that plot to libx264 with its defaults, from start to exit; median (range) of {options.pairs} pairs"
    note = "plotreel draws the frames, plain ffmpeg reads them ready-made, as RGB from memory"
    table(title, ["", *results, "plotreel / ffmpeg"], [["wall", *medians, ratio(*results.values())]], [note])


def machine():
    """The versions and the machine."""
    ffmpeg = subprocess.run([FFMPEG, "-version"], capture_output=True, text=True).stdout.split()[2]
    others = {"ffmpeg": ffmpeg, "numpy": np.__version__, "Python": sys.version.split()[0]}
    named = ", ".join(f"{name} {version}" for name, version in (versions() | others).items())
    facts = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", facts)
    return f"{named}; {len(os.sched_getaffinity(0))} CPUs ({model[1] if model else 'unknown'})"


def main():
    """Prints the requested tables."""
    tables = {"encode": encode, "opencv": opencv, "draw": draw, "figure": figure, "film": film, "memory": memory, "openh264": openh264}
    tables |= {"animation": animation, "gif": gif, "whole": whole, "fields": fields}
    tables |= {"many": many, "start": start, "embedded": embedded}
    parser = argparse.ArgumentParser(prog="benches/versus/run", description=__doc__)
    parser.add_argument("--pairs", type=int, default=5, help="measurements of each (5)")
    parser.add_argument("--frames", type=int, help="frames of a film (300, 60 beyond 640x480, a third of noise, 500 for memory)")
    parser.add_argument("--only", choices=tables, help="one table")
    parser.add_argument("--rows", nargs="+", help="of the tables of films and fields: line, title, …, quiver, …")
    sizes = ["640x480", "1920x1080"]
    parser.add_argument("--sizes", nargs="+", default=sizes, help="frame sizes of the whole job (640x480 1920x1080)")
    parser.add_argument("--plotreel", default="target/release/plotreel", help="the program to measure")
    options = parser.parse_args()
    for name, measure in tables.items():
        if options.only in (None, name):
            measure(options)
    print(f"\n{machine()}")
    if not options.only and not options.rows:
        head = PAGE.read_text().split(MARK)[0]
        told = f"## Against other packages\n\nMeasured by `benches/versus/run`, {time.strftime('%Y-%m-%d')}: {machine()}.\n\n"
        PAGE.write_text(head + MARK + "\n" + told + "\n".join(PRINTED))


if __name__ == "__main__":
    main()
