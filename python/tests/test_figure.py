"""plotreel's own figures: matplotlib's names and pixels, without matplotlib."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from figure_scenes import SCENES
from PIL import Image
from pictures import assert_is_as_in_matplotlib

import plotreel
import plotreel.pyplot as plt
from plotreel.animation import ArtistAnimation, FuncAnimation, PillowWriter
from plotreel.patches import Circle

CHECKOUT = Path(os.environ.get("PLOTREEL_CHECKOUT", Path(__file__).parents[2]))


pytestmark = pytest.mark.usefixtures("no_figures")


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_a_scene_has_the_pixels_of_matplotlib(scene):
    assert_is_as_in_matplotlib(scene)


def test_what_generate_writes_is_what_is_there():
    sys.path.insert(0, str(CHECKOUT / "python"))
    try:
        import generate
    finally:
        sys.path.pop(0)
    assert generate.ARTISTS.read_text(encoding="utf-8") == generate.artists()
    assert generate.FUNCTIONS.read_text(encoding="utf-8") == generate.functions()
    functions = importlib.import_module("plotreel.pyplot._functions").__all__
    assert plt.__all__[-len(functions) :] == functions


def test_pyplot_imports_no_matplotlib():
    code = (
        "import sys, plotreel.pyplot as plt; plt.plot([1, 2]); plt.savefig('a.png'); "
        "assert not [name for name in sys.modules if name.split('.')[0] == 'matplotlib']"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_setter_of_a_class_is_a_property_of_the_library():
    ax = plotreel.Figure().add_subplot()
    (line,) = ax.plot([0, 1], [0, 1])
    artists = [
        line, ax.scatter([0], [0]), ax.bar([0], [1]), ax.imshow([[0, 1]]), ax.text(0, 0, "a"),
        ax.annotate("a", (0, 0)), ax.axhspan(0, 1), ax.legend(), ax.xaxis, ax.spines["top"],
    ]  # fmt: skip
    for artist in artists:
        names = {name for pair in artist._part.properties(artist.figure._figure) for name in (pair[0], *pair[1])}
        for name in names:
            assert callable(getattr(artist, f"get_{name}")), name
            assert callable(getattr(artist, f"set_{name}")), name


def test_names_that_do_not_exist_say_what_is_near():
    fig, ax = plt.subplots()
    (line,) = ax.plot([0, 1])
    for attempt, near in (
        (lambda: plt.scater, "'scatter'"),
        (lambda: ax.plott, "'plot'"),
        (lambda: fig.colourbar, "'colorbar'"),
        (lambda: line.set_colour, "'set_color'"),
    ):
        with pytest.raises(AttributeError, match=near) as raised:
            attempt()
        assert "python -m plotreel" in str(raised.value)
    with pytest.raises(AttributeError, match="linewidth"):
        line.set(linewdth=2)


def test_a_call_that_is_refused_leaves_nothing_behind():
    ax = plotreel.Figure().add_subplot()
    with pytest.raises(AttributeError, match="color"):
        ax.plot([0, 1], [0, 5], colour="r")
    with pytest.raises(ValueError, match="x has 2 values but y has 3"):
        ax.plot([0, 1], [0, 1, 2])
    with pytest.raises(plotreel.Error):
        ax.plot([0, 1], [0, 1], color="no colour")
    assert ax.lines == []
    ax.plot([0, 1], [0, 1])
    assert ax.get_ylim() == pytest.approx((-0.05, 1.05))
    # Nor is a colour of the cycle taken.
    assert ax.lines[0].get_color() == "C0"


def test_what_was_cleared_is_an_error_and_no_crash():
    fig, ax = plotreel.subplots()
    (line,) = ax.plot([0, 1])
    bars = ax.bar([0, 1], [1, 2])
    ax.clear()
    with pytest.raises(plotreel.Error):
        line.set_color("r")
    with pytest.raises(ValueError, match="removed"):
        line.set_ydata([0, 2])
    fig.clear()
    for call in (ax.clear, lambda: ax.plot([0, 1]), lambda: ax.set_title("a"), lambda: ax.grid()):
        with pytest.raises(ValueError):
            call()
    with pytest.raises(ValueError):
        ax.xaxis.set_major_formatter("{x}")
    with pytest.raises(ValueError):
        fig.add_subplot().bar_label(bars)


def test_a_film_calls_its_function_once_for_each_frame():
    fig, ax = plotreel.subplots(figsize=(2, 1))
    (line,) = ax.plot([0, 1], [0, 1])
    called, told = [], []

    def update(i: int, factor: int) -> list[Any]:
        called.append(i)
        line.set_ydata([0, i * factor])
        return [line]

    animation = FuncAnimation(fig, update, range(5), fargs=(2,), init_func=lambda: called.append("init"), blit=True)
    film = animation.save("film.gif", writer=PillowWriter(fps=10), progress_callback=lambda *at: told.append(at))
    assert called == ["init", 0, 1, 2, 3, 4]
    assert told == [(i, 5) for i in range(5)]
    assert (film.frames, film.size) == (5, (200, 100))
    with Image.open("film.gif") as image:
        assert (image.n_frames, image.size) == (5, (200, 100))


def test_a_film_is_written_frame_by_frame():
    fig, ax = plotreel.subplots(figsize=(1, 1))
    writer = PillowWriter(fps=10)
    with writer.saving(fig, "film.gif", 50):
        for i in range(3):
            ax.set_title(i)
            writer.grab_frame()
    assert writer.film is not None
    assert (writer.film.frames, writer.film.size, fig.dpi) == (3, (50, 50), 100)
    with pytest.raises(RuntimeError, match="saving"):
        writer.grab_frame()


def test_colormaps_give_colours():
    assert plt.cm.viridis(0.0) == pytest.approx((68 / 255, 1 / 255, 84 / 255, 1))
    assert plt.cm.tab10(1) == pytest.approx((1, 127 / 255, 14 / 255, 1))
    assert plt.cm.viridis(np.nan) == (0, 0, 0, 0) and plt.cm.viridis(1.0) == plt.cm.viridis(2.0)
    assert plt.get_cmap("magma")(np.linspace(0, 1, 5)).shape == (5, 4)
    with pytest.raises(AttributeError, match="viridis"):
        plt.cm.viridi
    image = plotreel.Figure().add_subplot().imshow([[0, 1]], cmap=plt.cm.plasma)
    assert image.get_cmap() == "plasma"


def test_dpi_of_a_film_is_not_that_of_the_figure():
    fig, ax = plotreel.subplots(figsize=(2, 1), dpi=50)
    animation = FuncAnimation(fig, lambda i: ax.set_title(i), 2)
    assert animation.save("film.png", dpi=100).size == (200, 100)
    assert fig.dpi == 50


def test_frames_are_those_of_stills():
    fig, ax = plotreel.subplots(figsize=(3, 2), dpi=70)
    (line,) = ax.plot([0, 1, 2], [0, 1, 0])

    def update(i: int) -> None:
        line.set_ydata([0, i, 1])
        ax.set_ylim(0, i + 1)

    FuncAnimation(fig, update, 4).save("film.apng")
    with Image.open("film.apng") as film:
        for i in range(4):
            film.seek(i)
            update(i)
            fig.savefig("still.png")
            with Image.open("still.png") as still:
                assert np.array_equal(np.asarray(film.convert("RGB")), np.asarray(still.convert("RGB")))


def test_frames_come_from_all_kinds_of_sources():
    fig = plotreel.Figure(figsize=(1, 1))

    def count(frames: Any, **kwargs: Any) -> list[Any]:
        seen: list[Any] = []
        FuncAnimation(fig, seen.append, frames, **kwargs).save("film.gif")
        return seen

    assert count(3) == [0, 1, 2]
    assert count(iter("abc")) == ["a", "b", "c"]
    assert count(lambda: (i * i for i in range(3))) == [0, 1, 4]
    assert count(None, save_count=4) == [0, 1, 2, 3]
    assert len(count(None)) == 100


def test_an_exception_of_the_function_is_passed_on_and_leaves_no_file():
    class Mine(Exception):
        pass

    fig = plotreel.Figure(figsize=(1, 1))

    def fail(i: int) -> None:
        if i == 2:
            raise Mine(i)

    with pytest.raises(Mine):
        FuncAnimation(fig, fail, 9).save("film.gif")
    assert not os.listdir()


def test_ctrl_c_ends_a_film_and_leaves_no_file():
    Path("script.py").write_text(
        "import itertools, signal, plotreel\n"
        # Programs in the background begin without it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "fig, ax = plotreel.subplots()\n"
        "def update(i):\n"
        "    ax.set_title(i)\n"
        "    print(i, flush=True)\n"
        "plotreel.FuncAnimation(fig, update, itertools.count()).save('film.gif')\n",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [sys.executable, "script.py"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(5):
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)
    assert process.returncode != 0 and "KeyboardInterrupt" in told
    assert os.listdir() == ["script.py"]


def test_an_exception_of_a_formatter_is_passed_on():
    fig, ax = plotreel.subplots()
    ax.yaxis.set_major_formatter(lambda value, position: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        fig.savefig("a.png")
    ax.yaxis.set_major_formatter(lambda value, position: f"{value:.0f} m")
    fig.savefig("a.png")


def test_the_frames_of_an_artist_animation_show_their_own_artists():
    fig, ax = plotreel.subplots(figsize=(2, 2))
    ax.set(xlim=(0, 3), ylim=(0, 3))
    frames = [ax.plot([i], [i], "o") for i in range(3)]
    ArtistAnimation(fig, frames).save("film.apng")
    assert [artist.get_visible() for (artist,) in frames] == [False, False, True]
    with Image.open("film.apng") as film:
        assert film.n_frames == 3


def test_an_animation_shows_itself_in_a_notebook():
    fig = plotreel.Figure(figsize=(1, 1))
    page = FuncAnimation(fig, lambda i: None, 2)._repr_html_()
    assert page.startswith("<iframe") and "srcdoc" in page


def test_clearing_in_each_frame_needs_no_more_memory():
    fig, ax = plotreel.subplots(figsize=(1, 1))

    def update(i: int) -> None:
        ax.clear()
        ax.plot([0, 1], [0, i])
        ax.set_title(f"{i}")

    tracemalloc.start()
    FuncAnimation(fig, update, 50).save("film.gif")
    before = tracemalloc.get_traced_memory()[0]
    FuncAnimation(fig, update, 400).save("film.gif")
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 20_000
    assert len(ax.lines) == 1


def test_a_patch_has_its_properties_before_and_in_axes():
    ax = plotreel.Figure().add_subplot()
    circle = Circle((0, 0), 1, fc="r")
    circle.set_alpha(0.5)
    assert ax.add_patch(circle) is circle
    circle.set_center(2, 3)
    assert circle.get_center() == [2, 3] and circle.get_alpha() == 0.5
    with pytest.raises(ValueError, match="already"):
        ax.add_patch(circle)


def test_bars_are_counted_one_by_one():
    bars = plotreel.Figure().add_subplot().bar([0, 1, 2], [3, 1, 2])
    assert [bar.get_height() for bar in bars] == [3, 1, 2] and len(bars) == 3
    bars[-1].set_height(5)
    assert bars.get_heights() == [3, 1, 5]
    with pytest.raises(IndexError):
        bars[3]


def test_current_figures_and_axes():
    first = plt.figure()
    plt.plot([0, 1])
    second, axs = plt.subplots(1, 2)
    assert plt.gcf() is second and plt.gca() is axs[0]
    plt.sca(axs[1])
    plt.title("here")
    assert axs[1].get_title() == "here"
    assert plt.figure(1) is first and plt.get_fignums() == [1, 2]
    plt.close(2)
    assert plt.get_fignums() == [1]


def run(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    Path("script.py").write_text("import plotreel.pyplot as plt\n" + script, encoding="utf-8")
    environment = {**os.environ, **variables}
    command = [sys.executable, "script.py"]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_show_writes_pictures_and_animations():
    done = run(
        "from plotreel.animation import FuncAnimation\n"
        "plt.plot([0, 1])\n"
        "fig, ax = plt.subplots(figsize=(1, 1))\n"
        "ani = FuncAnimation(fig, lambda i: ax.set_title(i), 3)\n"
        "plt.show()\n",
        PLOTREEL_WRITER="html",
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert sorted(os.listdir()) == ["script.html", "script.png", "script.py"]
    assert "script.html: 3 frames of 100x100 by html" in done.stderr


def test_pauses_are_the_frames_of_a_film():
    loop = (
        "fig, ax = plt.subplots(figsize=(1, 1))\n"
        "for i in range(4):\n"
        "    ax.clear()\n"
        "    ax.plot([0, i])\n"
        "    plt.pause(0.1)\n"
    )
    done = run(loop, PLOTREEL_OUTPUT="film.gif")
    assert done.returncode == 0 and "film.gif: 4 frames" in done.stderr
    with Image.open("film.gif") as film:
        assert film.n_frames == 4 and film.info["duration"] == 100
    os.remove("film.gif")
    done = run(loop + "raise ValueError('mine')\n", PLOTREEL_OUTPUT="film.gif")
    assert done.returncode == 1 and "mine" in done.stderr
    assert not os.path.exists("film.gif")
