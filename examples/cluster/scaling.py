"""What a film in parts costs on this machine, and what more workers would gain.

    python scaling.py [--frames 320] [--parts 64] [--size 3840x2160]

Each part is a process of its own, on one core: start, imports, figure, frames,
encoding. The parts are written by one worker, and then by two; the join is
measured. More workers than that are simulated: each takes the next part when it
is free, and a part costs the processor time that it cost.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

PART = """
import os, sys, time
import numpy as np, plotreel
width, height, frames, index, count, core, path = *map(int, sys.argv[1:7]), sys.argv[7]
os.sched_setaffinity(0, {core})
fig, ax = plotreel.subplots(figsize=(width / 200, height / 200), dpi=200)
x = np.linspace(0, 10, 1000)
(line,) = ax.plot(x, np.sin(x))
ax.set_ylim(-2, 2)
ani = plotreel.FuncAnimation(fig, lambda i: line.set_ydata(np.sin(x - i / 10)), frames)
started = time.process_time()
ani.save(path, writer="openh264", fps=30, part=(index, count), pure=True)
print(started, time.process_time())
"""


def write(size: tuple[int, int], frames: int, index: int, count: int, core: int, path: Path) -> tuple[float, float]:
    """Write a part on a core, and return the seconds of processor time of its start and of all."""
    words = [*size, frames, index, count, core, path]
    output = subprocess.check_output([sys.executable, "-c", PART, *map(str, words)], text=True)
    started, whole = map(float, output.split())
    return started, whole


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
        costs = [write(size, args.frames, i, args.parts, 0, path) for i, path in enumerate(paths)]
        one = time.perf_counter() - begin
        begin = time.perf_counter()
        todo = iter(range(args.parts))
        lock = Lock()

        def work(core: int) -> None:
            while True:
                with lock:
                    part = next(todo, None)
                if part is None:
                    return
                write(size, args.frames, part, args.parts, core, paths[part])

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(work, range(2)))
        two = time.perf_counter() - begin
        film = Path(folder, "film.mp4")
        begin = time.perf_counter()
        plotreel.concat(paths, film)
        join = time.perf_counter() - begin
        length = film.stat().st_size
    starts, alls = zip(*costs)
    start, whole = sum(starts) / args.parts, sum(alls)
    frame = (whole - sum(starts)) / args.frames
    print(f"start of a part {start:.3f} s and a frame {1e3 * frame:.1f} ms of a core; a frame {length / args.frames / 1e3:.1f} kB")
    print(f"join of {length / 1e6:.1f} MB {join:.3f} s")
    print(f"1 worker  {one + join:8.2f} s measured")
    print(f"2 workers {two + join:8.2f} s measured, {(one + join) / (two + join):.2f} x")
    for workers in (1, 2, 4, 8, 16, 32, 64):
        time_of_all = makespan(list(alls), workers) + join
        print(f"{workers:3} workers {time_of_all:8.2f} s simulated, {(whole + join) / time_of_all:.2f} x")


main()
