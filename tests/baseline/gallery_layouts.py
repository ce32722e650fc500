"""Scenes of layouts and texts by matplotlib 3.11.2, for gallery.py."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import MultipleLocator

from gallery_random import Random


def dashboard():
    seconds, bins = 60, 20
    random, load = Random(1991), 60.0
    requests, durations = np.zeros(seconds), np.zeros((bins, seconds))
    statuses, cores, ago = np.array([600.0, 250, 100, 50]), np.full(4, 50.0), np.arange(-59, 1)
    with plt.rc_context({"font.size": 8}):
        fig, axs = plt.subplot_mosaic("RRS;DDC", figsize=(7.2, 4.4))
        for ax in axs.values():
            ax.tick_params(labelsize=8)
        axs["R"].set_title("requests per second")
        axs["R"].set_xlim(-59, 0)
        axs["R"].set_ylim(0, 150)
        area = axs["R"].fill_between(ago, requests, alpha=0.3)
        (line,) = axs["R"].plot(ago, requests)

        pie = {"labels": ["hit", "miss", "error", "timeout"], "startangle": 90}
        pie["colors"] = ["tab:green", "tab:blue", "tab:red", "tab:orange"]
        slices = axs["S"].pie(statuses, **pie)
        axs["S"].set_title("status")

        axs["D"].set_title("duration / ms")
        axs["D"].set_xlabel("seconds ago")
        style = {"origin": "lower", "extent": (-59, 0, 0, 100), "aspect": "auto"}
        image = axs["D"].imshow(durations, cmap="magma", vmin=0, vmax=25, **style)

        axs["C"].set_title("load of the cores")
        axs["C"].set_xlim(0, 125)
        bars = axs["C"].barh(["a", "b", "c", "d"], cores, color=["C0", "C1", "C2", "C4"])
        labels = axs["C"].bar_label(bars, fmt="%.0f %%", padding=3)
        fig.tight_layout()

    def update(_):
        nonlocal load, slices
        load = np.clip(load + 0.1 * (80 - load) + 8 * random.normal(), 10, 140)
        count = max(0, np.round(load + 4 * random.normal()))
        requests[:] = np.append(requests[1:], count)
        column = np.zeros(bins)
        for _ in range(int(count)):
            duration = np.exp(1.8 + load / 60 + 0.35 * random.normal())
            column[min(int(duration / 5), bins - 1)] += 1
            luck = random.uniform()
            statuses[sum(luck >= share for share in (0.6, 0.85, 0.95))] += 1
        durations[:] = np.column_stack([durations[:, 1:], column])
        for i, core in enumerate(cores):
            cores[i] = np.clip(core + 0.2 * (load / 1.4 - core) + 5 * random.normal(), 1, 100)
        area.set_data(ago, requests, 0)
        line.set_ydata(requests)
        image.set_data(durations)
        slices.remove()
        with plt.rc_context({"font.size": 8}):
            slices = axs["S"].pie(statuses, **pie)
            for label in labels:
                label.remove()
            for bar, core in zip(bars, cores):
                bar.set_width(core)
            bars.datavalues = cores
            labels[:] = axs["C"].bar_label(bars, fmt="%.0f %%", padding=3)

    return fig, 120, update


def heartbeat():
    waves = [(0.2, 0.025, 0.14), (0.28, 0.01, -0.12), (0.3, 0.012, 1.1), (0.33, 0.012, -0.25), (0.55, 0.045, 0.28)]
    times = np.arange(1601) / 200
    breath = 1.5 * times
    beat = (1.2 * times + 0.04 * np.sin(breath)) % 1
    volts = sum(height * np.exp(-(((beat - at) / length) ** 2)) for at, length, height in waves)
    volts += 0.04 * np.cos(breath)

    fig, ax = plt.subplots(figsize=(7.2, 4))
    ax.set_xlim(0, 8)
    ax.set_ylim(-0.5, 3.5)
    ax.set_xlabel("time / s")
    ax.set_ylabel("voltage / mV")
    inset = ax.inset_axes((0.3, 0.42, 0.4, 0.54))
    inset.set_ylim(-0.45, 1.35)
    inset.xaxis.set_major_locator(MultipleLocator(0.2))
    inset.yaxis.set_major_locator(MultipleLocator(0.5))
    inset.tick_params(labelbottom=False, labelleft=False)
    traces = []
    for axes in (ax, inset):
        axes.grid(True, color="mistyrose")
        axes.set_axisbelow(True)
        (trace,) = axes.plot([], [], "k-", lw=1)
        (pen,) = axes.plot([0], [0], "ro", ms=4)
        traces.append((trace, pen))
    marked = None

    def update(i):
        nonlocal marked
        now = 200 + 12 * i
        for trace, pen in traces:
            trace.set_data(times[: now + 1], volts[: now + 1])
            pen.set_data(times[[now]], volts[[now]])
        inset.set_xlim(times[now] - 0.95, times[now] + 0.05)
        if marked:
            marked.remove()
        marked = ax.indicate_inset_zoom(inset)

    return fig, 116, update


def languages():
    random, weather, degrees = Random(1948), 0.0, []
    days = np.arange(1, 366)
    for day in days:
        weather = 0.9 * weather + random.normal()
        degrees.append(17 - 8 * np.cos(2 * np.pi * (day - 25) / 365) + weather)
    fig, ax = plt.subplots(figsize=(6, 3.2))
    ax.set_xlim(0, 366)
    ax.set_ylim(-10, 40)
    ax.set_xticks([1, 91, 182, 274], ["ינואר", "אפריל", "יולי", "אוקטובר"])
    ax.grid(True)
    ax.set_axisbelow(True)
    (line,) = ax.plot([], [], "tab:red", lw=1)

    def update(i):
        day = 5 + 4 * i
        line.set_data(days[:day], degrees[:day])
        ax.set_title(f"ירושלים, יום {day}: {degrees[day - 1]:.1f}°C")

    return fig, 91, update


LAYOUTS = [dashboard, heartbeat, languages]
