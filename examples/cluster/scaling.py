"""What a film in parts costs on this machine, and what more workers would gain.

    python scaling.py [--frames 320] [--parts 64] [--size 3840x2160]

Each part is a process of its own: start, imports, figure, frames, encoding. The
parts are written one at a time, and then two at a time; the join is measured.
More workers than that are simulated: each takes the next part when it is free,
and a part costs what it cost alone.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PART = """
import sys, time
begin = time.perf_counter()
import numpy as np, plotreel
width, height, frames, index, count, path = *map(int, sys.argv[1:6]), sys.argv[6]
fig, ax = plotreel.subplots(figsize=(width / 200, height / 200), dpi=200)
x = np.linspace(0, 10, 1000)
(line,) = ax.plot(x, np.sin(x))
ax.set_ylim(-2, 2)
ani = plotreel.FuncAnimation(fig, lambda i: line.set_ydata(np.sin(x - i / 10)), frames)
part = (index, count) if count else None
started = time.perf_counter() - begin
ani.save(path, writer="openh264", fps=30, part=part, pure=True)
print(started, time.perf_counter() - begin)
"""


def write(size: tuple[int, int], frames: int, index: int, count: int, path: Path) -> tuple[float, float]:
    """Write a part, and return the seconds of its start and of all."""
    words = [*size, frames, index, count, path]
    begin = time.perf_counter()
    output = subprocess.check_output([sys.executable, "-c", PART, *map(str, words)], text=True)
    all_of_it = time.perf_counter() - begin
    started, inside = map(float, output.split())
    return all_of_it - inside + started, all_of_it


def makespan(costs: list[float], workers: int) -> float:
    """The time until all parts are written, each by the worker that is free first."""
    free = [0.0] * workers
    for cost in costs:
        free.sort()
        free[0] += cost
    return max(free)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--frames", type=int, default=320)
    parser.add_argument("--parts", type=int, default=64)
    parser.add_argument("--size", default="3840x2160")
    args = parser.parse_args()
    size = tuple(map(int, args.size.split("x")))
    import plotreel

    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"part{i:04}.mp4") for i in range(args.parts)]
        begin = time.perf_counter()
        costs = [write(size, args.frames, i, args.parts, path) for i, path in enumerate(paths)]
        one = time.perf_counter() - begin
        begin = time.perf_counter()
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda i: write(size, args.frames, i, args.parts, paths[i]), range(args.parts)))
        two = time.perf_counter() - begin
        film = Path(folder, "film.mp4")
        begin = time.perf_counter()
        plotreel.concat(paths, film)
        join = time.perf_counter() - begin
        length = film.stat().st_size
    starts, alls = zip(*costs)
    start, whole = sum(starts) / args.parts, sum(alls)
    frame = (whole - sum(starts)) / args.frames
    print(f"start of a part {start:.3f} s, a frame {1e3 * frame:.1f} ms and {length / args.frames / 1e3:.1f} kB")
    print(f"join of {length / 1e6:.1f} MB {join:.3f} s")
    print(f"1 worker  {one + join:8.2f} s measured")
    print(f"2 workers {two + join:8.2f} s measured, {(one + join) / (two + join):.2f} x")
    for workers in (1, 2, 4, 8, 16, 32, 64):
        time_of_all = makespan(list(alls), workers) + join
        print(f"{workers:3} workers {time_of_all:8.2f} s simulated, {(whole + join) / time_of_all:.2f} x")


main()
