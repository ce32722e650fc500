"""Writes docs/GALLERY.md: a comparison of plotreel and matplotlib for every scene of matplotlib's gallery."""

import argparse
import importlib.metadata
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

from versus import FFMPEG

ROOT = pathlib.Path(__file__).parents[2]
BASELINE = ROOT / "tests/baseline"
TWINS = BASELINE / "gallery.py"
PAGE = ROOT / "docs/GALLERY.md"
# Lines of code, without blank lines, comments and docstrings, of the scripts in matplotlib 3.11.2's gallery. The two
# missing scenes are parts of pages of its guide.
SCRIPTS = {
    "animate_decay": 32, "animated_histogram": 21, "animation_demo": 10, "bayes_update": 35, "double_pendulum": 65,
    "dynamic_image": 19, "frame_grabbing": 20, "multiple_axes": 46, "pause_resume": 27, "rain": 33, "random_walk": 24,
    "rotate_axes3d": 25, "simple_anim": 12, "simple_scatter": 12, "strip_chart": 40, "unchained": 32, "wire3d": 28,
}  # fmt: skip
HEAD = """# The gallery compared with matplotlib

The animations of matplotlib's gallery as `examples/NAME.rs`, compared with the same films by matplotlib \
{matplotlib} from the same data (`tests/baseline/gallery.py`), on {cpus} cores with {ffmpeg}. \
Written by `benches/versus/run gallery`.

- **RMS** is the difference over all channels, 0 to 255; **off** is the share of pixels that differ by more than 8, \
among those that are not white in both. Both are for the worst of the first, the middle and the last frame.
- **Drawing** updates and draws each frame and then discards it (`--writer null`; in Python what a `MovieWriter` grabs, \
into memory); **film** is the same with libx264 and its default settings. Seconds are medians of {pairs} alternating \
runs, without program start and the setting up of the scene; × is how many times as long matplotlib takes. plotreel draws on \
all cores (`with_workers(0)`), matplotlib on one.
- **Lines** are lines of code of the example and of matplotlib's own script, without blank lines and comments.

| scene | frames | RMS | off | drawing | matplotlib | × | film | matplotlib | × | lines | matplotlib |
|---|---|---|---|---|---|---|---|---|---|---|---|
"""


def said(command):
    """The output of a command."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def ours(program, scene, *options):
    """Films a scene; seconds."""
    return float(re.search(r"frames in ([0-9.]+) s", said([program, scene, *options]))[1])


def theirs(*words):
    """Runs a matplotlib scene; returns its output."""
    return said([sys.executable, "-B", str(TWINS), *words])


def likeness(folder, scene, count):
    """The worst RMS and the worst percentage of pixels that are off."""
    worst = [0.0, 0.0]
    for frame in (0, count // 2, count - 1):
        pictures = [folder / f"{frame}.png", BASELINE / "gallery" / f"{scene}.{frame}.png"]
        a, b = (np.asarray(Image.open(picture).convert("RGB")).astype(int) for picture in pictures)
        drawn = ((a != 255) | (b != 255)).any(axis=2)
        off = (abs(a - b) > 8).any(axis=2) & drawn
        found = np.sqrt(np.mean((a - b) ** 2)), 100 * off.sum() / max(drawn.sum(), 1)
        worst = [max(pair) for pair in zip(worst, found)]
    return worst


def lines_of_code(scene):
    """Lines of the example that are neither blank nor comments."""
    lines = (line.strip() for line in (ROOT / f"examples/{scene}.rs").read_text().splitlines())
    return sum(bool(line) and not line.startswith("//") for line in lines)


def row(program, scene, count, pairs):
    """A scene's row of the table; its ratios of drawing and of the film."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        ours(program, scene, "--writer", "png", "--out", str(folder / "%d.png"))
        rms, off = likeness(folder, scene, count)
        film = folder / "film.mp4"
        seconds = [[], [], [], []]
        for _ in range(pairs):
            seconds[0].append(ours(program, scene, "--writer", "null"))
            seconds[1].append(float(theirs("time", scene, str(count))))
            seconds[2].append(ours(program, scene, "--writer", "ffmpeg", "--out", str(film)))
            seconds[3].append(float(theirs("film", scene, str(count), str(film))))
    draw, their_draw, film, their_film = map(statistics.median, seconds)
    cells = [scene, count, f"{rms:.2f}", f"{off:.2f} %"]
    cells += [f"{draw:.3f} s", f"{their_draw:.2f} s", f"{their_draw / draw:.0f}"]
    cells += [f"{film:.2f} s", f"{their_film:.2f} s", f"{their_film / film:.1f}"]
    cells += [lines_of_code(scene), SCRIPTS.get(scene, "")]
    return "| " + " | ".join(map(str, cells)) + " |", their_draw / draw, their_film / film


def main():
    """Measures every scene and writes the page."""
    parser = argparse.ArgumentParser(prog="benches/versus/run gallery", description=__doc__)
    parser.add_argument("--pairs", type=int, default=3, help="measurements of each (3)")
    parser.add_argument("--plotreel", default="target/release/plotreel", help="the program beside the examples")
    options = parser.parse_args()
    program = str(pathlib.Path(options.plotreel).with_name("examples") / "gallery")
    scenes = sorted(line.split() for line in theirs("list").splitlines())
    rows = []
    for scene, count in scenes:
        rows.append(row(program, scene, int(count), options.pairs))
        print(rows[-1][0], flush=True)
    drawing, films = [r[1] for r in rows], [r[2] for r in rows]
    ffmpeg = said([FFMPEG, "-version"]).split()[2]
    head = HEAD.format(
        matplotlib=importlib.metadata.version("matplotlib"),
        cpus=len(os.sched_getaffinity(0)),
        ffmpeg=f"ffmpeg {re.match('[0-9.]+', ffmpeg)[0]}",
        pairs=options.pairs,
    )
    tail = (
        f"\nDrawing is {statistics.median(drawing):.0f} times as fast in the median and {min(drawing):.0f} times in the "
        f"worst scene; whole films, including the time of libx264, {statistics.median(films):.1f} and {min(films):.1f} "
        "times.\n"
    )
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(head + "\n".join(r[0] for r in rows) + "\n" + tail)
    print(tail)


if __name__ == "__main__":
    main()
