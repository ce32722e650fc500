"""matplotlib's figures drawn by plotreel: each frame is as near Agg's as the library gets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import needs, shown

needs("matplotlib")

import matplotlib as mpl  # noqa: E402
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib import ticker  # noqa: E402
from matplotlib.animation import FuncAnimation  # noqa: E402
from scenes import SCENES  # noqa: E402

import plotreel  # noqa: E402
from plotreel.matplotlib import PlotreelWriter, compare, get_engine, set_engine  # noqa: E402
from plotreel.matplotlib.native import Mirror  # noqa: E402

FRAMES = 6

# It begins with a combining accent, below which the library shows a dotted circle.
ACCENT = "limits_of_one_axis_with_equal_aspect"


@pytest.fixture(autouse=True)
def agg():
    mpl.use("agg")
    yield
    plt.close("all")


def by_agg(fig: Any) -> np.ndarray:
    fig.canvas.draw()
    return np.asarray(fig.canvas.buffer_rgba()).copy()


def difference(ours: np.ndarray, theirs: np.ndarray) -> float:
    return float(np.sqrt(((ours.astype(int) - theirs) ** 2).mean()))


@pytest.mark.parametrize("name", [name for name in SCENES if name != ACCENT])
def test_frames_are_as_near_as_the_glyphs_are(name: str):
    fig, update = SCENES[name]()
    mirror = Mirror(fig, fig.canvas.get_width_height())
    for frame in range(FRAMES):
        update(frame)
        mirror.update()
        ours = mirror.draw().copy()
        assert difference(ours, by_agg(fig)) <= 0.1, f"frame {frame}"


def test_artists_of_ones_own_are_drawn_as_they_draw_themselves():
    class Own(mpl.lines.Line2D):
        def draw(self, renderer):
            super().draw(renderer)
            mpl.text.Text(300, 200, "drawn", figure=self.figure).draw(renderer)

    fig, ax = plt.subplots()
    ax.add_line(Own([0, 1], [0, 1]))
    assert compare(fig).rms < 0.1


def film_of(name: str, frames: int = 4, **settings: Any) -> PlotreelWriter:
    fig, update = SCENES[name]()
    writer = PlotreelWriter(writer="null", **settings)
    FuncAnimation(fig, update, frames, lambda: None).save("film.mp4", writer=writer)
    return writer


def test_a_film_is_drawn_natively_if_everything_can_be():
    writer = film_of("line")
    assert writer.statistics.engine == "native" and writer.statistics.frames == 4
    assert writer.statistics.share < 0.6


def test_agg_draws_what_is_asked_for_and_the_default_can_be_chosen():
    assert film_of("line", engine="agg").statistics.engine == "agg"
    set_engine("agg")
    try:
        assert film_of("line").statistics.engine == get_engine() == "agg"
    finally:
        set_engine("auto")
    with pytest.raises(plotreel.Error, match="no engine 'cairo'"):
        PlotreelWriter(engine="cairo")


def filtered(lines: int) -> PlotreelWriter:
    fig, ax = plt.subplots()
    for line in range(lines):
        ax.plot([line, 1], lw=5)[0].set_agg_filter(lambda pixels, dpi: (1 - pixels, 0, 0))
    writer = PlotreelWriter(writer="null")
    FuncAnimation(fig, lambda i: None, 2, lambda: None).save("film.mp4", writer=writer)
    return writer


def test_what_only_agg_can_draw_is_drawn_by_it_alone_and_much_of_it_makes_auto_take_agg():
    statistics = filtered(1).statistics
    assert statistics.engine == "native" and len(statistics.by_agg) == 1
    assert filtered(3).statistics.engine == "agg"


def test_frames_are_verified():
    writer = film_of("line_and_limits", engine="native", verify=2)
    assert 0 < writer.statistics.rms < 0.1 and writer.statistics.off == 0


def test_a_film_shows_what_the_figure_shows():
    fig, update = SCENES["line"]()
    writer = PlotreelWriter(fps=10, engine="native")
    with writer.saving(fig, "film.apng", 100):
        for frame in range(3):
            update(frame)
            writer.grab_frame()
    assert difference(shown("film.apng")[2], by_agg(fig)) < 0.1


def test_transparent_frames_stay_transparent():
    fig, update = SCENES["line"]()
    writer = PlotreelWriter(engine="native")
    with writer.saving(fig, "glass.apng", 100):
        writer.grab_frame(transparent=True)
        writer.grab_frame(facecolor=(1, 0, 0, 0.5))
    first, second = shown("glass.apng")
    assert first[0, 0, 3] == 0 and list(second[0, 0]) == [255, 0, 0, 128]
    assert fig.get_facecolor() == (1, 1, 1, 1)


def test_a_figure_is_compared_with_agg_s():
    fig, _ = SCENES["figure_texts"]()
    found = compare(fig)
    assert found.native.shape == found.agg.shape and found.rms < 0.1 and found.share == 0
    assert str(found).startswith("RMS 0.0") and found._repr_png_()[1:4] == b"PNG"


def test_a_layout_engine_runs_when_what_it_depends_on_changes():
    fig, ax = plt.subplots(layout="constrained")
    (line,) = ax.plot([0, 1], [0, 1])
    mirror = Mirror(fig, fig.canvas.get_width_height())
    mirror.update()
    assert difference(mirror.draw(), by_agg(fig)) < 0.1
    ax.set_ylabel("two\nlines")
    mirror.update()
    assert difference(mirror.draw(), by_agg(fig)) < 0.1


def run(script: str, engine: str, name: str) -> tuple[list[np.ndarray], str]:
    """Run a script by an engine; return the frames of its film, and what was said."""
    command = [sys.executable, "-m", "plotreel", "--engine", engine, "--frames", "4", "-o", name, "script.py"]
    Path("script.py").write_text(script)
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    return shown(name), done.stderr


LOOP = """
import matplotlib.pyplot as plt
fig, ax = plt.subplots(figsize=(3, 2))
(line,) = ax.plot([0, 1], [0, 1])
for i in range(4):
    line.set_ydata([0, i])
    ax.set_title(f"step {i}")
    ax.set_ylim(0, i + 1)
    plt.pause(0.1)
"""

BLIT = """
import matplotlib.pyplot as plt
fig, ax = plt.subplots(figsize=(3, 2))
(line,) = ax.plot([0, 1], [0, 1])
plt.show(block=False)
plt.pause(0.1)
below = fig.canvas.copy_from_bbox(fig.bbox)
for i in range(3):
    fig.canvas.restore_region(below)
    line.set_ydata([i, 0])
    ax.draw_artist(line)
    fig.canvas.blit(fig.bbox)
    fig.canvas.flush_events()
"""


@pytest.mark.parametrize("script", [LOOP, BLIT])
def test_loops_show_the_same_by_both_engines(script: str):
    ours, _ = run(script, "native", "native.apng")
    theirs, _ = run(script, "agg", "agg.apng")
    assert len(ours) == len(theirs) > 1
    assert max(difference(a, b) for a, b in zip(ours, theirs, strict=True)) < 0.2


def test_figures_that_are_drawn_anew_need_no_more_parts():
    fig = plt.figure(figsize=(3, 2))
    mirror = Mirror(fig, fig.canvas.get_width_height())
    parts = []
    for frame in range(12):
        fig.clear()
        for place in (121, 122):
            ax = fig.add_subplot(place)
            ax.plot([0, frame], "o-", label="line")
            ax.set_title(f"{frame}")
        mirror.update()
        assert difference(mirror.draw(), by_agg(fig)) <= 0.15, f"frame {frame}"
        parts.append(mirror.target.add("Text"))
    assert [after - before for before, after in zip(parts[3:], parts[4:])] == [1] * 8


def test_axes_come_and_go():
    fig, axs = plt.subplots(2, 2, figsize=(3, 2))
    mirror = Mirror(fig, fig.canvas.get_width_height())
    steps = [
        lambda: None,
        lambda: axs[0, 0].remove(),
        lambda: axs[1, 1].set_visible(False),
        lambda: axs[1, 1].set_visible(True),
        lambda: axs[0, 1].set_yscale("log"),
        lambda: axs[0, 1].set_yscale("logit"),
        lambda: axs[0, 1].set_yscale("linear"),
        lambda: axs[1, 0].set_axis_off(),
        lambda: axs[1, 0].set(title="shown", frame_on=False),
        lambda: axs[1, 0].set_axis_on(),
    ]
    for number, step in enumerate(steps):
        step()
        mirror.update()
        assert difference(mirror.draw(), by_agg(fig)) <= 0.15, f"step {number}"


def test_ticks_of_all_kinds_are_agg_s():
    fig, axs = plt.subplots(4, 2, figsize=(6, 8))
    locators = [
        ticker.MultipleLocator(0.3, 0.1),
        ticker.MaxNLocator(4, prune="both"),
        ticker.FixedLocator([0, 0.1, 0.7]),
        ticker.LinearLocator(5),
        ticker.NullLocator(),
        ticker.AutoLocator(),
        ticker.AutoLocator(),
        ticker.AutoLocator(),
    ]
    formatters = [
        ticker.ScalarFormatter(useMathText=True),
        ticker.PercentFormatter(1.0),
        ticker.FixedFormatter(["a", "b", "c"]),
        ticker.StrMethodFormatter("{x:.2f} km"),
        ticker.NullFormatter(),
        ticker.FuncFormatter(lambda x, place: f"<{x:.1f}>"),
        ticker.EngFormatter("m"),
        ticker.FormatStrFormatter("%.3f"),
    ]
    mirror = Mirror(fig, fig.canvas.get_width_height())
    for ax, locator, formatter in zip(axs.flat, locators, formatters, strict=True):
        ax.xaxis.set(major_locator=locator, major_formatter=formatter)
        ax.tick_params(axis="y", direction="inout", right=True, labelright=True, colors="tab:red", pad=1)
        ax.minorticks_on()
        ax.grid(which="minor", ls=":")
    for limit in (1, 4.5):
        for ax in axs.flat:
            ax.set(xlim=(0, limit), ylim=(limit, -limit), xlabel="x")
        mirror.update()
        assert difference(mirror.draw(), by_agg(fig)) <= 0.15


def test_a_tick_that_was_changed_alone_is_drawn_so():
    fig, ax = plt.subplots(figsize=(3, 2))
    mirror = Mirror(fig, fig.canvas.get_width_height())
    mirror.update()
    fig.canvas.draw()
    ax.xaxis.get_major_ticks()[2].label1.set_color("red")
    ax.get_yticklabels()[1].set_fontweight("bold")
    mirror.update()
    assert difference(mirror.draw(), by_agg(fig)) <= 0.1


def changed(fig: Any, change: Any) -> float:
    """The difference after a change, without a drawing by Agg before it, which would set flags."""
    mirror = Mirror(fig, fig.canvas.get_width_height())
    mirror.update()
    mirror.draw()
    change()
    mirror.update()
    ours = mirror.draw(transparent=True).copy()
    return difference(ours, by_agg(fig))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"value": "linear"}, {"value": "symlog"}),
        ({"value": "log"}, {"value": "log", "base": 2}),
        ({"value": "symlog"}, {"value": "asinh"}),
        ({"value": "symlog", "linthresh": 1}, {"value": "symlog", "linthresh": 5}),
        ({"value": "asinh"}, {"value": "linear"}),
    ],
)
def test_a_scale_that_changes_moves_all_artists(before: dict[str, Any], after: dict[str, Any]):
    fig, ax = plt.subplots(figsize=(3, 2))
    x = np.linspace(0.01, 10, 50)
    ax.plot(x, x)
    ax.set_yscale(**before)
    assert changed(fig, lambda: ax.set_yscale(**after)) <= 0.1


@pytest.mark.parametrize("layout", ["constrained", "tight"])
def test_a_title_alone_makes_a_layout_anew(layout: str):
    fig, ax = plt.subplots(figsize=(3, 2), layout=layout)
    assert changed(fig, lambda: ax.set_title("two\nlines")) <= 0.2


def test_a_text_that_becomes_animated_goes():
    fig = plt.figure(figsize=(3, 2))
    text = fig.text(0.5, 0.5, "here")
    assert changed(fig, lambda: text.set_animated(True)) <= 0.1


@pytest.mark.parametrize("part", ["figure", "patch"])
def test_what_is_hidden_of_a_figure_is_transparent(part: str):
    fig, ax = plt.subplots(figsize=(3, 2))
    ax.plot([1, 2])
    {"figure": fig, "patch": fig.patch}[part].set_visible(False)
    found = compare(fig)
    assert found.rms <= 0.1 and found.native[0, 0, 3] == 0


def test_transparent_films_are_verified(tmp_path: Path):
    fig, ax = plt.subplots(figsize=(3, 2))
    (line,) = ax.plot([0, 1])
    writer = PlotreelWriter(engine="native", verify=1)
    animation = FuncAnimation(fig, lambda i: line.set_ydata([0, i]), 3)
    animation.save(tmp_path / "film.gif", writer=writer, savefig_kwargs={"transparent": True})
    assert writer.statistics.rms < 1


def test_only_figures_are_compared():
    fig, ax = plt.subplots()
    with pytest.raises(plotreel.InvalidError, match="not a figure"):
        compare(ax)


def test_texts_that_agg_draws_are_counted_once():
    fig = plt.figure(figsize=(3, 2))
    text = fig.text(0.5, 0.5, "0")
    text.set_sketch_params(1)
    writer = PlotreelWriter(engine="auto")
    with writer.saving(fig, "film.gif", 50):
        for i in range(6):
            text.set_text(str(i))
            writer.grab_frame()
    assert writer.statistics.engine == "native"
