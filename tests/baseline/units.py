"""Draw the scenes of tests/integration/units.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/units.py

Each function below is a scene: units/NAME.png. With names as arguments, only those are drawn. Without names, units.txt
gets the ticks of many views of dates: the limits, and value and label of each tick.
"""

import sys
import warnings
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

# Not this folder: a module of the standard library has the name of one of its scripts.
sys.path.pop(0)

import matplotlib

matplotlib.use("Agg")
import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

OUT = Path(__file__).resolve().parent / "units"
SCENES = []


def scene(function):
    SCENES.append(function)
    return function


@scene
def category_plot(ax):
    ax.plot(["low", "high", "middle"], [1, 3, 2], "o-")
    ax.plot(["high", "other"], [0, 4], "C3")
    ax.axvline(1, ls=":")


@scene
def category_bar(ax):
    ax.bar(["apples", "pears", "plums"], [3, 1, 2])
    ax.fill_between(["pears", "plums", "figs"], [1, 2, 3], [2, 3, 5], alpha=0.5, color="C1")


@scene
def category_barh(ax):
    ax.barh(["apples", "pears", "plums"], [3, 1, 2], color="C2")
    ax.scatter([1, 2], ["pears", "figs"])
    ax.hlines(["apples", "figs"], 1, 4, color="k")


@scene
def category_both(ax):
    ax.scatter(["a", "b", "a", "c"], ["one", "two", "three", "two"], s=80)


@scene
def category_updated(ax):
    ax.plot(["a", "b", "d", "c"], [1, 0, 2, 3])
    ax.set_xlim(-0.5, 3.5)


DAYS = [date(2024, 1, 28) + timedelta(days=i) for i in range(9)]
WAVE = np.sin(np.arange(9.0))


@scene
def date_days(ax):
    ax.plot(DAYS, WAVE)
    ax.axvline(date(2024, 2, 1), color="k")
    plt.gcf().autofmt_xdate()
    ax.tick_params(labelsize=6)


@scene
def date_bar(ax):
    ax.bar(DAYS[:4], WAVE[:4])
    ax.fill_between(DAYS[3:], WAVE[3:], alpha=0.3)
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%d"))


@scene
def date_years(ax):
    ax.plot([date(1990, 5, 1), date(2003, 1, 1), date(2024, 8, 9)], [1, 3, 2])
    ax.scatter([datetime(2010, 1, 1, 12)], [2])
    ax.xaxis.set_major_locator(mdates.YearLocator(10))


@scene
def date_zone(ax):
    zone = ZoneInfo("America/New_York")
    ax.plot([datetime(2024, 3, 9, 18, 0, tzinfo=zone), datetime(2024, 3, 10, 9, 30, tzinfo=zone)], [0, 1])
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%H", tz=zone))
    ax.tick_params(labelsize=7)


@scene
def date_y(ax):
    ax.errorbar([1, 2, 3], DAYS[:3], xerr=0.3, fmt="o")
    ax.set_ylim(date(2024, 1, 25), date(2024, 2, 3))


@scene
def date_datetime64(ax):
    ax.step(np.array(["2024-01-01T00:00:00.25", "2024-01-01T00:00:03", "2024-01-01T00:00:07.5"], "datetime64[ms]"), [1, 3, 2])
    ax.tick_params(labelsize=4)


@scene
def date_concise(ax):
    ax.plot(DAYS, WAVE)
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(ax.xaxis.get_major_locator()))


@scene
def date_concise_hours(ax):
    ax.plot([datetime(2024, 2, 28, 20), datetime(2024, 2, 29, 13, 20)], [1, 2])
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(ax.xaxis.get_major_locator()))
    ax.invert_xaxis()
    ax.xaxis.set_major_locator(mdates.HourLocator(interval=5))


@scene
def date_locators(ax):
    ax.plot([date(2024, 1, 10), date(2024, 9, 20)], [1, 2])
    ax.xaxis.set_major_locator(mdates.MonthLocator(bymonth=[1, 4, 7]))
    ax.xaxis.set_minor_locator(mdates.WeekdayLocator(byweekday=0, interval=1))
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%d %b"))


@scene
def date_mesh(ax):
    ax.pcolormesh(DAYS[:4], [0, 1, 2], np.arange(6).reshape(2, 3))
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%d."))


@scene
def date_updated(ax):
    ax.plot([d + timedelta(days=40) for d in DAYS], WAVE)
    ax.set_xlim(date(2024, 3, 1), date(2024, 3, 20))
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%d"))


def draw(names):
    for function in SCENES:
        if names and function.__name__ not in names:
            continue
        fig, ax = plt.subplots(figsize=(3.2, 2.4), dpi=100)
        function(ax)
        fig.canvas.draw()
        Image.fromarray(np.asarray(fig.canvas.buffer_rgba())[..., :3]).save(OUT / f"{function.__name__}.png", optimize=True)
        plt.close(fig)


def ticks():
    """Views from 20 microseconds to 3000 years, in two time zones, by both formatters."""
    fig, ax = plt.subplots()
    starts = [0.0, 10957.3, 19782.567420410372, -20000.123]
    spans = [2e-10, 3e-9, 1e-7, 7e-6, 4e-5, 3e-4, 2e-3, 0.01, 0.07, 0.3, 0.9, 2.5, 6, 13, 40, 100, 149, 300, 700, 1500, 4000, 2e4, 2e5, 9e5]
    lines = []
    for zone in ("UTC", "Europe/Berlin"):
        tz = ZoneInfo(zone)
        for start in starts:
            for span in spans:
                low, high = start, start + span
                for name in ("auto", "concise"):
                    locator = mdates.AutoDateLocator(tz=tz)
                    formatter = (mdates.AutoDateFormatter if name == "auto" else mdates.ConciseDateFormatter)(locator, tz=tz)
                    ax.xaxis.set_major_locator(locator)
                    ax.xaxis.set_major_formatter(formatter)
                    ax.set_xlim(low, high)
                    low, high = ax.get_xlim()
                    values = locator()
                    labels = formatter.format_ticks(values)
                    cells = [f"{float(v)!r}={t}" for v, t in zip(values, labels)]
                    lines.append("|".join([zone, name, repr(float(low)), repr(float(high)), formatter.get_offset(), *cells]))
    (OUT / "ticks.txt").write_text("\n".join(lines) + "\n")


warnings.simplefilter("ignore")
OUT.mkdir(exist_ok=True)
draw(sys.argv[1:])
if not sys.argv[1:]:
    ticks()
