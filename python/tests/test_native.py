"""matplotlib's figures drawn by plotreel: each frame is as near Agg's as the library gets."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from conftest import needs, shown

needs("matplotlib")

import matplotlib as mpl  # noqa: E402
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.animation import FuncAnimation  # noqa: E402
from matplotlib.patheffects import Normal, Stroke  # noqa: E402
from scenes import SCENES  # noqa: E402

import plotreel  # noqa: E402
from plotreel.matplotlib import PlotreelWriter, compare, get_engine, set_engine  # noqa: E402
from plotreel.matplotlib.native import Mirror, Untranslatable  # noqa: E402

FRAMES = 6

# Scenes that consist of lines, texts and patches.
PLAIN = (
    "line",
    "line_and_limits",
    "clear_and_plot",
    "artists_come_and_go",
    "ticks_and_labels",
    "offset_text",
    "switches",
    "twins_and_insets",
    "axes_that_change_places",
    "figure_texts",
    "equal_aspect_and_log",
    "limits_of_one_axis_among_scales_and_spines",
    "limits_of_one_axis_among_twins",
)


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


@pytest.mark.parametrize("name", PLAIN)
def test_frames_are_as_near_as_the_glyphs_are(name: str):
    fig, update = SCENES[name]()
    mirror = Mirror(fig, fig.canvas.get_width_height())
    for frame in range(FRAMES):
        update(frame)
        mirror.update()
        ours = mirror.draw().copy()
        assert difference(ours, by_agg(fig)) <= 0.1, f"frame {frame}"


def test_an_artist_of_an_unknown_class_is_named():
    class Own(mpl.lines.Line2D):
        def draw(self, renderer):
            super().draw(renderer)

    fig, ax = plt.subplots()
    ax.add_line(Own([0, 1], [0, 1]))
    with pytest.raises(Untranslatable, match="a Own"):
        Mirror(fig, fig.canvas.get_width_height()).update()


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


def test_an_artist_that_only_agg_can_draw_makes_auto_take_agg():
    fig, ax = plt.subplots()
    ax.plot([0, 1], snap=True, path_effects=[Stroke(linewidth=3), Normal()])
    writer = PlotreelWriter(writer="null")
    FuncAnimation(fig, lambda i: None, 2, lambda: None).save("film.mp4", writer=writer)
    assert writer.statistics.engine == "agg"


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
