"""Films of plotreel's own figures: what `save` leaves as it was, and what `show` and loops write."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import plotreel
import plotreel.pyplot as plt
from plotreel.animation import FuncAnimation


@pytest.fixture(autouse=True)
def nothing_stays():
    yield
    plt.close("all")
    plt.rcdefaults()


def corner(name: str) -> tuple[int, ...]:
    """Return the colour of the upper left corner of a picture or of a film's first frame."""
    with Image.open(name) as picture:
        return picture.convert("RGB").getpixel((0, 0))


@pytest.mark.parametrize("style, expected", [("default", (255, 255, 255)), ("dark_background", (0, 0, 0))])
def test_a_film_with_a_facecolor_of_its_own_leaves_that_of_the_figure(style, expected):
    plt.style.use(style)
    fig, ax = plotreel.subplots(figsize=(1, 1))
    ani = FuncAnimation(fig, lambda i: ax.set_title(i), 2)
    ani.save("a.gif", savefig_kwargs={"facecolor": "red"})
    fig.savefig("a.png")
    assert corner("a.gif") == (255, 0, 0)
    assert corner("a.png") == expected


def test_a_film_has_the_dpi_of_rc_params():
    plt.rcParams["savefig.dpi"] = 50
    fig, ax = plotreel.subplots(figsize=(2, 1))
    assert FuncAnimation(fig, lambda i: ax.set_title(i), 2).save("a.gif").size == (100, 50)
    assert fig.dpi == 100


def run(script: str, **variables: str) -> str:
    """Run a script, and return what it says."""
    before = (
        "import itertools, plotreel.pyplot as plt\n"
        "from plotreel.animation import FuncAnimation\n"
        "fig, ax = plt.subplots(figsize=(1, 1))\n"
        "(point,) = ax.plot(0, 0, 'o')\n"
    )
    Path("script.py").write_text(before + script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "script.py"],
        capture_output=True, text=True, env={**os.environ, **variables}, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.parametrize(
    "frames, expected, is_told",
    [
        ("itertools.count", 1000, True),
        ("None", 100, True),
        ("itertools.repeat(0, 7)", 7, False),
        ("None, save_count=5", 5, False),
        ("1200", 1200, False),
    ],
)
def test_show_ends_animations_that_may_be_endless(frames, expected, is_told):
    said = run(
        f"ani = FuncAnimation(fig, lambda i: point.set_ydata([i]), {frames})\nplt.show()\n",
        PLOTREEL_OUTPUT="film.gif",
    )
    assert f"film.gif: {expected} frames of 100x100" in said
    assert ("the animation has no end" in said) == is_told


@pytest.mark.parametrize("frames", ["itertools.count", "None", "50"])
def test_show_takes_frames_and_dpi_of_the_environment(frames):
    said = run(
        f"ani = FuncAnimation(fig, lambda i: point.set_ydata([i]), {frames})\nplt.show()\n",
        PLOTREEL_OUTPUT="film.gif", PLOTREEL_FRAMES="3", PLOTREEL_DPI="50",
    )  # fmt: skip
    assert said == "film.gif: 3 frames of 50x50 by gif\n"


def test_loops_and_pictures_have_the_dpi_of_the_environment():
    said = run(
        "for i in range(2):\n    point.set_ydata([i])\n    plt.pause(0.1)\nplt.figure(figsize=(1, 1))\nplt.show()\n",
        PLOTREEL_OUTPUT="film.gif", PLOTREEL_DPI="50",
    )  # fmt: skip
    assert "film.gif: 2 frames of 50x50" in said
    with Image.open("film.png") as picture:
        assert picture.size == (50, 50)


def test_a_negative_number_of_frames_is_refused_at_once():
    with pytest.raises(ValueError, match="frames can't be -3"):
        FuncAnimation(plotreel.Figure(), print, -3)


def test_a_negative_frame_rate_is_named():
    ani = FuncAnimation(plotreel.Figure(), print, 3)
    with pytest.raises(ValueError, match="fps can't be -1: give frames per second"):
        ani.save("a.gif", fps=-1)


def test_a_loop_around_draw_and_flush_events_becomes_a_film():
    said = run(
        "for i in range(4):\n"
        "    point.set_ydata([i])\n"
        "    ax.figure.canvas.draw()\n"
        "    fig.canvas.flush_events()\n"
        "    fig.canvas.flush_events()\n",
        PLOTREEL_OUTPUT="film.gif",
    )
    assert "film.gif: 4 frames of 100x100" in said


def test_a_frame_that_a_pause_showed_is_not_shown_again():
    said = run(
        "for i in range(4):\n"
        "    point.set_ydata([i])\n"
        "    fig.canvas.draw_idle()\n"
        "    plt.pause(0.1)\n"
        "    fig.canvas.flush_events()\n",
        PLOTREEL_OUTPUT="film.gif",
    )
    assert "film.gif: 4 frames of 100x100" in said


def test_the_canvas_of_a_figure_without_pyplot_has_its_pixels():
    fig = plotreel.Figure(figsize=(2, 1))
    fig.canvas.draw()
    fig.canvas.flush_events()
    assert fig.canvas.get_width_height() == (200, 100)
    assert fig.canvas.buffer_rgba().shape == (100, 200, 4)
