"""The scenes of the gallery by matplotlib 3.11.2, from the same numbers as the examples of the same names.

Those that are not in matplotlib's gallery are in gallery_fields.py and gallery_layouts.py.

gallery.py draw [SCENE..]  writes gallery/SCENE.FRAME.png: the first, the middle and the last frame of every scene
gallery.py time SCENE N    prints the seconds that drawing N frames takes, as MovieWriter.grab_frame draws them
gallery.py film SCENE N OUT.mp4    writes a film with libx264
gallery.py list            prints the scenes of matplotlib's gallery and how many frames each has
"""

import pathlib
import sys
import time
from io import BytesIO

import matplotlib

matplotlib.use("agg")

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import FFMpegWriter
from matplotlib.lines import Line2D
from matplotlib.patches import ConnectionPatch
from PIL import Image

from gallery_fields import FIELDS
from gallery_layouts import LAYOUTS
from gallery_random import Random


def simple_anim():
    fig, ax = plt.subplots()
    x = np.arange(629) * 0.01
    (line,) = ax.plot(x, np.sin(x))
    return fig, 50, lambda i: line.set_ydata(np.sin(x + i / 50))


def simple_scatter():
    fig, ax = plt.subplots()
    ax.set_xlim(0, 10)
    point = ax.scatter(1, 0)
    return fig, 49, lambda i: point.set_offsets((i * 10 / 49, 0))


def animate_decay():
    fig, ax = plt.subplots()
    (line,) = ax.plot([], [], lw=2)
    ax.grid()
    ax.set_xlim(0, 1)
    ax.set_ylim(-1.1, 1.1)
    ts, ys = [], []

    def run(i):
        t = i / 10
        ts.append(t)
        ys.append(np.sin(2 * np.pi * t) * np.exp(-t / 10))
        start, end = ax.get_xlim()
        if t >= end:
            ax.set_xlim(start, 2 * end)
        line.set_data(ts, ys)

    return fig, 100, run


def strip_chart():
    fig, ax = plt.subplots()
    line = Line2D([0], [0])
    ax.add_line(line)
    ax.set_xlim(0, 2)
    ax.set_ylim(-0.1, 1.1)
    random, ts, ys = Random(), [0.0], [0.0]

    def update(_):
        y = random.uniform() if random.uniform() <= 0.1 else 0.0
        if ts[-1] >= ts[0] + 2:
            ts[:], ys[:] = ts[-1:], ys[-1:]
            ax.set_xlim(ts[0], ts[0] + 2)
        ts.append(ts[0] + len(ts) * 0.02)
        ys.append(y)
        line.set_data(ts, ys)

    return fig, 150, update


def animated_histogram():
    random = Random()
    edges = -4 + 8 * np.arange(100) / 99

    fig, ax = plt.subplots()
    _, _, bars = ax.hist(random.normals(1000), edges, lw=1, ec="yellow", fc="green", alpha=0.5)
    ax.set_ylim(0, 55)

    def animate(_):
        for count, bar in zip(np.histogram(random.normals(1000), edges)[0], bars.patches):
            bar.set_height(count)

    return fig, 50, animate


def animation_demo():
    fig, ax = plt.subplots()
    random = Random()

    def animate(i):
        ax.clear()
        ax.imshow(random.uniforms(50, 50))
        ax.set_title(f"frame {i}")

    return fig, 50, animate


def bayes_update():
    from math import lgamma

    fig, ax = plt.subplots()
    (line,) = ax.plot([], [], "k-")
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 10)
    ax.grid(True)
    ax.axvline(0.7, linestyle="--", color="black")
    x, random, successes = np.arange(200) / 199, Random(), 0

    def update(tosses):
        nonlocal successes
        if tosses == 0:
            return
        successes += random.uniform() < 0.7
        a, b = successes, tosses - successes
        scale = np.exp(lgamma(tosses + 2) - lgamma(a + 1) - lgamma(b + 1))
        line.set_data(x, x**a * (1 - x) ** b * scale)

    return fig, 100, update


def double_pendulum():
    def derivatives(a1, w1, a2, w2):
        sin, cos = np.sin(a2 - a1), np.cos(a2 - a1)
        inertia = 2 - cos * cos
        first = w1 * w1 * sin * cos + 9.8 * np.sin(a2) * cos + w2 * w2 * sin
        second = 2 * (9.8 * np.sin(a1) * cos - w1 * w1 * sin - 9.8 * np.sin(a2))
        return np.array([w1, (first - 2 * 9.8 * np.sin(a1)) / inertia, w2, (second - w2 * w2 * sin * cos) / inertia])

    state = np.radians([120.0, 0, -10, 0])
    x1, y1, x2, y2 = np.empty((4, 250))
    for i in range(250):
        x1[i], y1[i] = np.sin(state[0]), -np.cos(state[0])
        x2[i], y2[i] = np.sin(state[2]) + x1[i], -np.cos(state[2]) + y1[i]
        state = state + derivatives(*state) * 0.01
    fig = plt.figure(figsize=(5, 4))
    ax = fig.add_subplot(autoscale_on=False, xlim=(-2, 2), ylim=(-2, 1))
    ax.set_aspect("equal")
    ax.grid()
    (rods,) = ax.plot([], [], "o-", lw=2)
    (trace,) = ax.plot([], [], ".-", lw=1, ms=2)
    clock = ax.text(0.05, 0.9, "", transform=ax.transAxes)

    def animate(i):
        rods.set_data([0, x1[i], x2[i]], [0, y1[i], y2[i]])
        trace.set_data(x2[:i], y2[:i])
        clock.set_text(f"time = {i * 0.01:.1f}s")

    return fig, 250, animate


def dynamic_image():
    fig, ax = plt.subplots()
    x, y = 2 * np.pi * np.arange(120) / 119, 2 * np.pi * np.arange(100)[:, None] / 99
    waves = [np.sin(x + np.pi / 15 * i) + np.cos(y + np.pi / 30 * i) for i in range(1, 61)]
    images = [ax.imshow(wave) for wave in waves]

    def show(i):
        for k, image in enumerate(images):
            image.set_visible(k == i)

    return fig, 60, show


def frame_grabbing():
    fig, ax = plt.subplots()
    (walker,) = ax.plot([], [], "k-o")
    ax.set_xlim(-5, 5)
    ax.set_ylim(-5, 5)
    random, place = Random(), [0.0, 0.0]

    def step(_):
        place[0] += 0.4 * (random.uniform() - 0.5)
        place[1] += 0.4 * (random.uniform() - 0.5)
        walker.set_data([place[0]], [place[1]])

    return fig, 100, step


def multiple_axes():
    layout = {"width_ratios": [1, 3], "wspace": 0}
    fig, (left, right) = plt.subplots(ncols=2, sharey=True, figsize=(6, 2), gridspec_kw=layout)
    left.set_aspect(1)
    right.set_box_aspect(1 / 3)
    right.yaxis.set_visible(False)
    right.xaxis.set_ticks([0, np.pi, 2 * np.pi], ["0", r"$\pi$", r"$2\pi$"])
    x = np.linspace(0, 2 * np.pi, 50)
    left.plot(np.cos(x), np.sin(x), "k", lw=0.3)
    (point,) = left.plot(0, 0, "o")
    (sine,) = right.plot(x, np.sin(x))
    joint = ConnectionPatch((1, 0), (0, 0), "data", "data", axesA=left, axesB=right, color="C0", ls="dotted")
    fig.add_artist(joint)

    def animate(i):
        angle = x[i]
        part = np.linspace(0, angle, int(angle * 25 / np.pi))
        sine.set_data(part, np.sin(part))
        point.set_data([np.cos(angle)], [np.sin(angle)])
        joint.xy1, joint.xy2 = (np.cos(angle), np.sin(angle)), (angle, np.sin(angle))

    return fig, 50, animate


def pause_resume():
    fig, ax = plt.subplots()
    ax.set_title("Press space in the player to pause")
    x, width = -0.1 + 0.2 * np.arange(1000) / 999, 4 * 2e-4 * 0.1
    heights = np.exp(-(x**2) / width) / np.sqrt(np.pi * width)
    (line,) = ax.plot(x, heights)

    def update(i):
        heights[:] += i / 100 % 5
        line.set_ydata(heights % 20)

    return fig, 200, update


def rain():
    fig = plt.figure(figsize=(7, 7))
    ax = fig.add_axes((0, 0, 1, 1), frameon=False)
    ax.set_xlim(0, 1), ax.set_xticks([])
    ax.set_ylim(0, 1), ax.set_yticks([])
    random, drops = Random(), 50
    places, growth = random.uniforms(drops, 2), 50 + 150 * random.uniforms(drops)
    sizes, colors = np.zeros(drops), np.zeros((drops, 4))
    rings = ax.scatter(*places.T, s=sizes, lw=0.5, edgecolors=colors, facecolors="none")

    def update(frame):
        colors[:, 3] = np.maximum(colors[:, 3] - 1 / drops, 0)
        sizes[:] += growth
        oldest = frame % drops
        places[oldest] = random.uniforms(2)
        sizes[oldest], colors[oldest] = 5, (0, 0, 0, 1)
        growth[oldest] = 50 + 150 * random.uniform()
        rings.set_edgecolors(colors)
        rings.set_sizes(sizes)
        rings.set_offsets(places)

    return fig, 100, update


def unchained():
    fig = plt.figure(figsize=(8, 8), facecolor="black")
    ax = plt.subplot(frameon=False)
    random = Random()
    data = random.uniforms(64, 75)
    x = np.linspace(-1, 1, 75)
    bell = 1.5 * np.exp(-4 * x**2)
    lines = []
    for i, row in enumerate(data):
        (line,) = ax.plot((1 - i / 200) * x, i + bell * row, color="w", lw=1.5 - i / 100)
        lines.append(line)
    ax.set_ylim(-1, 70)
    ax.set_xticks([])
    ax.set_yticks([])
    style = {"transform": ax.transAxes, "va": "bottom", "color": "w", "fontsize": 16}
    ax.text(0.5, 1, "PLOTREEL ", ha="right", **style)
    ax.text(0.5, 1, "UNCHAINED", ha="left", fontweight="bold", **style)

    def update(_):
        for i, (line, row) in enumerate(zip(lines, data)):
            row[1:] = row[:-1].copy()
            row[0] = random.uniform()
            line.set_ydata(i + bell * row)

    return fig, 100, update


def artist_animation_bars():
    fig, ax = plt.subplots()
    random, lengths, frames = Random(), np.full(4, 20.0), []
    for _ in range(20):
        lengths = lengths + np.floor(10 * random.uniforms(4))
        frames.append(ax.barh([1, 2, 3, 4], lengths, color=["tab:blue", "tab:red", "tab:green", "tab:purple"]))

    def show(i):
        for k, bars in enumerate(frames):
            for bar in bars:
                bar.set_visible(k == i)

    return fig, 20, show


def blitting():
    fig, ax = plt.subplots()
    x = 2 * np.pi * np.arange(100) / 99
    (line,) = ax.plot(x, np.sin(x))
    offset = {"xycoords": "axes fraction", "xytext": (10, -10), "textcoords": "offset points"}
    counter = ax.annotate("0", (0, 1), ha="left", va="top", **offset)

    def animate(i):
        line.set_ydata(np.sin(x + i / 100 * np.pi))
        counter.set_text(f"frame: {i}")

    return fig, 100, animate


def random_walk():
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.set(xlim3d=(0, 1), ylim3d=(0, 1), zlim3d=(0, 1), xlabel="X", ylabel="Y", zlabel="Z")
    random, walks = Random(), []
    for _ in range(40):
        places = [random.uniforms(3)]
        for _ in range(29):
            places.append(places[-1] + 0.1 * (random.uniforms(3) - 0.5))
        walks.append(np.array(places).T)
    lines = [ax.plot([], [], [])[0] for _ in walks]

    def update(steps):
        for line, walk in zip(lines, walks):
            line.set_data_3d(walk[:, :steps])

    return fig, 30, update


def rotate_axes3d():
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    x = -3 + 0.05 * np.arange(120)
    y = x[:, None]
    narrow = np.exp(-(((x - 1) / 1.5) ** 2) / 2 - ((y - 1) / 0.5) ** 2 / 2)
    z = narrow / 0.75 - np.exp(-(x**2 + y**2) / 2)
    ax.plot_wireframe(x[None], y, z, rstride=10, cstride=10)
    ax.set(xlabel="x", ylabel="y", zlabel="z")

    def update(i):
        turn = (4 * i + 240) % 360 - 180
        elev, azim, roll = (turn if i // 90 in (part, 3) else 0 for part in range(3))
        ax.view_init(elev, azim, roll)
        ax.set_title(f"Elevation: {elev}°, Azimuth: {azim}°, Roll: {roll}°")

    return fig, 360, update


def wire3d():
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.set_zlim(-1, 1)
    x = -1 + 2 * np.arange(50)[None] / 49
    y = x.T
    wires = None

    def update(i):
        nonlocal wires
        if wires:
            wires.remove()
        z = np.cos(2 * np.pi * x + i * np.pi / 50) * (1 - np.hypot(x, y))
        wires = ax.plot_wireframe(x, y, z, rstride=2, cstride=2)

    return fig, 100, update


GALLERY = [animate_decay, animated_histogram, animation_demo, bayes_update, double_pendulum, dynamic_image]
GALLERY += [frame_grabbing, multiple_axes, pause_resume, rain, simple_anim, simple_scatter, strip_chart]
GALLERY += [unchained, artist_animation_bars, blitting, random_walk, rotate_axes3d, wire3d]
SCENES = {scene.__name__: scene for scene in GALLERY + FIELDS + LAYOUTS}


def draw(names):
    """Writes the first, the middle and the last frame of every scene."""
    folder = pathlib.Path(__file__).with_name("gallery")
    for name in names or SCENES:
        fig, count, update = SCENES[name]()
        for i in range(count):
            update(i)
            if i in (0, count // 2, count - 1):
                picture = BytesIO()
                fig.savefig(picture, dpi=100)
                Image.open(picture).convert("RGB").save(folder / f"{name}.{i}.png", optimize=True)
        plt.close(fig)


def timed(name, count):
    """Prints the seconds that drawing takes, setting up left out."""
    fig, _, update = SCENES[name]()
    (width, height), sink = fig.get_size_inches(), BytesIO()
    start = time.perf_counter()
    for i in range(count):
        update(i)
        fig.set_size_inches(width, height)
        sink.seek(0)
        fig.savefig(sink, format="rgba", dpi=100)
    print(time.perf_counter() - start)


def film(name, count, out):
    """Writes a film; prints the seconds that it took, setting up left out."""
    fig, _, update = SCENES[name]()
    start = time.perf_counter()
    writer = FFMpegWriter(fps=30)
    with writer.saving(fig, out, 100):
        for i in range(count):
            update(i)
            writer.grab_frame()
    print(time.perf_counter() - start)


if __name__ == "__main__":
    command, *words = sys.argv[1:]
    if command == "draw":
        draw(words)
    elif command == "time":
        timed(words[0], int(words[1]))
    elif command == "film":
        film(words[0], int(words[1]), words[2])
    else:
        print("\n".join(f"{scene.__name__} {scene()[1]}" for scene in GALLERY))
