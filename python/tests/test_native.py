"""matplotlib's figures drawn by plotreel: each frame is as near Agg's as the library gets."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from conftest import needs

needs("matplotlib")

import matplotlib as mpl  # noqa: E402
import matplotlib.pyplot as plt  # noqa: E402
from scenes import SCENES  # noqa: E402

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
