"""Scripts of matplotlib, unedited, as `plotreel run` and the backend run them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import needs, shown

needs("matplotlib")

HERE = Path(__file__).parent
SCRIPTS = HERE / "scripts"
BACKEND = {"MPLBACKEND": "module://plotreel.backend"}


def python(*words: Any, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the current folder; no window can be opened."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "MPLBACKEND")}
    return subprocess.run(
        [sys.executable, *map(str, words)],
        capture_output=True,
        text=True,
        # Agg's pixels are what is compared.
        env={**environment, "PLOTREEL_ENGINE": "agg", **variables},
        check=False,
        timeout=300,
    )


def run(*words: Any, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script by ``python -m plotreel``."""
    return python("-m", "plotreel", *words, **variables)


def script(text: str, name: str = "script.py") -> str:
    """Write a script to the current folder."""
    Path(name).write_text(text, encoding="utf-8")
    return name


def expected(name: str, *words: Any) -> dict[str, Any]:
    """Return the films of a script as matplotlib alone draws them."""
    done = python(HERE / "as_matplotlib.py", SCRIPTS / name, "expected.npz", *words)
    assert done.returncode == 0, done.stderr
    with np.load("expected.npz") as films:
        return dict(films)


def assert_shows(path: str, frames: Any) -> None:
    """The film has as many frames, and the first, middle and last are these."""
    film = shown(path)
    assert len(film) == len(frames)
    for index in (0, len(frames) // 2, -1):
        assert np.array_equal(film[index], frames[index]), f"frame {index} of {path}"


@pytest.mark.parametrize(
    "name",
    [
        "clear_and_replot.py",
        "add_artists.py",
        "pause_loop.py",
        "blit_with_init_and_fargs.py",
        "generator_frames.py",
        "turning_view.py",
    ],
)
def test_what_a_window_would_show_is_a_film(name: str) -> None:
    done = run("-o", "film.apng", SCRIPTS / name)
    assert done.returncode == 0, done.stderr
    assert_shows("film.apng", expected(name)["shown-1"])


@pytest.mark.parametrize(("name", "film"), [("set_data.py", "sine.gif"), ("grab_frame.py", "writer_test.gif")])
def test_what_a_script_saves_is_written_once_and_by_us(name: str, film: str) -> None:
    done = run(SCRIPTS / name)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("\n") == 1 and " by gif" in done.stderr
    assert_shows(film, expected(name)[film])
    assert {path.name for path in Path().glob("*.*")} == {film, "expected.npz"}


def test_every_figure_has_its_film() -> None:
    done = run("-o", "film.apng", SCRIPTS / "two_animations.py")
    assert done.returncode == 0, done.stderr
    films = expected("two_animations.py")
    assert_shows("film.apng", films["shown-1"])
    assert_shows("film-2.apng", films["shown-2"])


def test_a_figure_without_animation_is_a_picture() -> None:
    done = run(SCRIPTS / "show_only.py")
    assert done.stderr == "show_only.png: a picture\n"
    assert shown("show_only.png")[0].shape == (480, 640, 4)


def test_a_picture_is_laid_out_once() -> None:
    text = """
import matplotlib.pyplot as plt
fig, ax = plt.subplots(layout="constrained")
engine, runs = fig.get_layout_engine(), []
execute = engine.execute
engine.execute = lambda fig: (runs.append(1), execute(fig))
plt.show()
print(len(runs))
"""
    done = run(script(text))
    assert done.stdout == "1\n" and done.stderr == "script.png: a picture\n"


def test_the_film_is_named_after_the_script_and_its_words_are_its_own() -> None:
    done = run(SCRIPTS / "pause_loop.py", "5", "-o", "not_ours")
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"pause_loop.mp4: 5 frames of 640x480 by \w+\n", done.stderr)


def test_files_of_others_stay_and_ours_are_written_anew() -> None:
    Path("show_only.png").write_bytes(b"the user's")
    for _ in range(2):
        assert run(SCRIPTS / "show_only.py").stderr == "show_only-2.png: a picture\n"
    assert Path("show_only.png").read_bytes() == b"the user's"
    for _ in range(2):
        assert run(SCRIPTS / "pause_loop.py").stderr.startswith("pause_loop.mp4: ")


def test_the_backend_does_the_same_for_those_who_run_python() -> None:
    done = python(SCRIPTS / "pause_loop.py", **BACKEND, PLOTREEL_OUTPUT="film.apng", PLOTREEL_FRAMES="3")
    assert done.returncode == 0, done.stderr
    assert len(shown("film.apng")) == 3
    python(SCRIPTS / "blit_with_init_and_fargs.py", **BACKEND, PLOTREEL_OUTPUT="blit.apng")
    assert len(shown("blit.apng")) == 14


def test_a_setting_that_can_t_be_is_told_of() -> None:
    done = python(SCRIPTS / "show_only.py", **BACKEND, PLOTREEL_FPS="fast")
    assert done.returncode == 1 and "'fast' is not a number above 0" in done.stderr
    assert run("--frames", "0", SCRIPTS / "show_only.py").returncode == 2
    missing = run("missing.py")
    assert missing.returncode == 2 and "missing.py can't be read" in missing.stderr


ENDLESS = """
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation
fig, ax = plt.subplots(figsize=(1, 1))
line, = ax.plot([0, 1])
ani = FuncAnimation(fig, lambda i: line.set_ydata([i, 1]), interval=1, cache_frame_data=False)
plt.show()
"""


def test_an_endless_animation_has_an_end() -> None:
    done = run("-o", "a.apng", script(ENDLESS))
    assert "the first 100 frames" in done.stderr and "60 frames per second" in done.stderr
    assert "a.apng: 100 frames" in done.stderr
    assert run("-o", "b.apng", "--frames", "7", "--fps", "10", "script.py").stderr.startswith("b.apng: 7 frames")


LOOP = """
import matplotlib.pyplot as plt
fig, ax = plt.subplots(figsize=(1, 1))
line, = ax.plot([0, 1])
i = 0
while True:
    i += 1
    line.set_ydata([i, 1])
    {}
"""


@pytest.mark.parametrize(
    "draw",
    [
        "plt.pause(0.001)",
        "plt.draw(); plt.pause(1)",
        "fig.canvas.draw(); fig.canvas.flush_events()",
        "fig.canvas.draw_idle(); fig.canvas.draw_idle(); fig.canvas.flush_events()",
        "plt.ion(); plt.show(); plt.draw(); __import__('time').sleep(0.01)",
    ],
)
def test_each_drawing_of_a_loop_is_a_frame_until_there_are_enough(draw: str) -> None:
    done = run("-o", "film.webp", "--frames", "6", script(LOOP.format(draw)))
    assert done.returncode == 0, done.stderr
    film = shown("film.webp")
    assert len(film) == 6
    assert len({frame.tobytes() for frame in film}) == 6


def test_pauses_are_how_long_pictures_are_shown() -> None:
    pauses = [1, 0.05, 0.05, 0.1, 0.001, 2]
    text = "import matplotlib.pyplot as plt\n"
    text += f"for i, t in enumerate({pauses}):\n    plt.plot([0, i])\n    plt.pause(t)\n"
    done = run(script(text))
    # At 20 frames per second; no picture is shown for less than one frame.
    assert done.stderr.startswith(f"script.mp4: {20 + 1 + 1 + 2 + 1 + 40} frames")
    assert len(durations(run, "script.py")) == len(pauses)


def durations(run: Any, name: str) -> list[int]:
    from PIL import Image

    run("-o", "timed.webp", name)
    with Image.open("timed.webp") as film:
        found = []
        for index in range(film.n_frames):
            film.seek(index)
            film.load()
            found.append(film.info["duration"])
    assert found == [1000, 50, 50, 100, 50, 2000]
    return found


def test_a_figure_that_is_opened_anew_goes_on() -> None:
    text = """
import matplotlib.pyplot as plt
for i in range(4):
    plt.figure()
    plt.plot([0, i])
    plt.pause(0.1)
    plt.close()
"""
    assert run("-o", "film.apng", script(text)).stderr.startswith("film.apng: 4 frames")


def test_several_figures_of_a_loop_have_films_each() -> None:
    text = """
import matplotlib.pyplot as plt
figures = [plt.figure(figsize=(1 + n, 1)) for n in range(2)]
for i in range(4):
    for fig in figures:
        fig.clf(); fig.add_subplot().plot([0, i]); fig.canvas.draw_idle()
    plt.pause(0.1)
"""
    done = run("-o", "film.apng", script(text))
    assert done.stderr.splitlines() == ["film.apng: 4 frames of 100x100 by apng", "film-2.apng: 4 frames of 200x100 by apng"]


BROKEN = """
import matplotlib.pyplot as plt
for i in range(5):
    plt.cla(); plt.plot([0, i]); plt.pause(0.1)
{}
"""


def test_an_exception_is_python_s_own_and_leaves_nothing() -> None:
    name = script(BROKEN.format("raise KeyError('mine')"))
    done, plain = run(name), python(name, MPLBACKEND="agg")
    assert done.returncode == plain.returncode == 1
    assert done.stderr.replace(str(Path.cwd()) + "/", "") == plain.stderr.replace(str(Path.cwd()) + "/", "")
    assert os.listdir() == [name]


def test_the_frames_so_far_are_kept_if_that_is_asked_for() -> None:
    name = script(BROKEN.format("raise KeyError('mine')"))
    done = run("--keep-partial", "-o", "film.apng", name)
    assert done.returncode == 1 and "film.partial.apng" in done.stderr
    assert len(shown("film.partial.apng")) == 5


@pytest.mark.parametrize("kept", [False, True])
def test_an_interruption_leaves_nothing_or_what_there_is(kept: bool) -> None:
    # Shells have what they start in the background ignore Ctrl-C.
    heed = "import os, signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    stop = f"{heed}; os.kill(os.getpid(), {int(signal.SIGINT)})\nplt.pause(0.1)"
    name = script(BROKEN.format(stop))
    done = run(*["--keep-partial"] * kept, name)
    assert done.returncode == 130 and "Traceback" not in done.stderr
    assert sorted(os.listdir()) == ["script.partial.mp4"] * kept + [name]


def test_exit_codes_are_the_script_s() -> None:
    assert run(script("import sys; sys.exit(7)")).returncode == 7
    done = run(script("import sys; sys.exit('enough')"))
    assert done.returncode == 1 and done.stderr == "enough\n"


SAVES = """
import warnings
import matplotlib.pyplot as plt
from matplotlib import animation
from matplotlib.animation import FFMpegWriter
warnings.simplefilter("always")
fig, ax = plt.subplots(figsize=(1, 1))
line, = ax.plot([0, 1])
ani = animation.FuncAnimation(fig, lambda i: line.set_ydata([i, 1]), frames=3)
{}
"""


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("ani.save('a.mp4', writer='avconv')", "a.mp4: 3 frames"),
        ("ani.save('a.mp4', writer='mencoder', fps=10)", "a.mp4: 3 frames"),
        ("ani.save('a.mp4', writer=animation.writers['ffmpeg'](fps=15, metadata=dict(artist='Me')))", "a.mp4: 3 frames"),
        ("assert isinstance(FFMpegWriter(), animation.MovieWriter); ani.save('a.mp4', FFMpegWriter())", "a.mp4: 3 frames"),
        ("ani.save('a.mp4', extra_args=['-vcodec', 'libx264'])", "a.mp4: 3 frames"),
        ("ani.save('a.webp', writer='pillow')", "a.webp: 3 frames of 100x100 by webp"),
        ("ani.save('a.html', writer='html')", "a.html: 3 frames of 100x100 by html"),
        ("ani.save('a.html', animation.HTMLWriter(embed_limit=0.001))", "its embed limit is 0.001 MiB"),
        ("ani.to_jshtml(embed_frames=False)", "embed_frames=False has no effect"),
        ("ani.save('a.gif', writer='nonsense')", "unknown writer 'nonsense'"),
        ("ani.save('a.gif', animation.PillowWriter(bitrate=9))", "PillowWriter does not support bitrate 9"),
        ("plt.rcParams['animation.writer'] = 'plotreel'; ani.save('a.gif')", "a.gif: 3 frames"),
        ("plt.rcParams['animation.ffmpeg_path'] = 'C:/no/ffmpeg.exe'; ani.save('a.mp4')", "a.mp4: 3 frames"),
    ],
)
def test_a_writer_of_any_name_or_class_is_ours(call: str, said: str) -> None:
    done = run(script(SAVES.format(call)))
    assert done.returncode == 0 and said in done.stderr, done.stderr


def test_a_page_with_frames_where_nobody_chose_a_place_is_no_loss() -> None:
    done = run(script(SAVES.format("ani.save('a.html', animation.HTMLWriter())")))
    assert done.stderr == "a.html: 3 frames of 100x100 by html\n"


def test_a_page_has_its_mode_and_its_folder() -> None:
    pages = """
ani.save("once.html", animation.HTMLWriter(default_mode="once"))
ani.save("reflect.html", animation.HTMLWriter(default_mode="reflect", embed_frames=False))
modes = [open(name, encoding="utf-8").read().split('"mode":"')[1].split('"')[0] for name in ("once.html", "reflect.html")]
print(modes, sorted(os.listdir("reflect_frames"))[:2])
"""
    done = run(script("import os\n" + SAVES.format(pages)))
    assert done.stdout == "['once', 'reflect'] ['frame0000000.png', 'frame0000001.png']\n", done.stderr


def test_a_page_above_matplotlib_s_limit_is_whole_and_warned_of() -> None:
    pages = """
plt.rcParams["animation.embed_limit"] = 0.001
assert "<script" in ani.to_jshtml()
"""
    done = run(script(SAVES.format(pages)))
    assert done.returncode == 0 and "more than the 1049 of animation.embed_limit" in done.stderr, done.stderr


def test_a_writer_of_the_user_s_own_stays() -> None:
    own = """
class Mine(animation.PillowWriter):
    def finish(self):
        print(len(self._frames), "pictures")
ani.save("mine.gif", writer=Mine())
"""
    done = run(script(SAVES.format(own)))
    assert done.stdout == "3 pictures\n" and done.stderr == "" and not Path("mine.gif").exists()


def test_pages_and_videos_for_notebooks_are_ours() -> None:
    pages = """
print(ani.to_jshtml()[:8], ani.to_html5_video()[:7])
plt.rcParams["animation.html"] = "html5"
print(ani._repr_html_()[:7])
"""
    done = run(script(SAVES.format(pages)))
    assert done.stdout == "<iframe  <video \n<video \n" and done.stderr == ""


def test_a_notebook_shows_players_films_and_pictures() -> None:
    needs("IPython")
    done = python(HERE / "cells.py", SCRIPTS / "notebook.ipy")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "nothing",
        "nothing",
        "text/html <iframe",
        "text/html <video",
        "image/png",
    ]


def test_the_page_is_opened() -> None:
    opened = script("import sys; open('opened', 'a').write(sys.argv[1])", "browser.py")
    done = run("--open", SCRIPTS / "pause_loop.py", BROWSER=f"{sys.executable} {opened} %s")
    assert done.stderr.startswith("pause_loop.html: 8 frames")
    assert Path("opened").read_text() == Path("pause_loop.html").absolute().as_uri()


def test_without_a_script_the_module_is_the_command_line() -> None:
    assert "render" in run("--help").stdout
    assert "SCRIPT.py" in run("run", "--help").stdout
    assert run("writers").returncode == 0


@pytest.mark.parametrize(
    ("output", "said"),
    [("film.xyz", "film.xyz"), ("nodir/film.mp4", "no such folder"), ("film.pdf", "film.pdf")],
)
def test_what_can_not_be_written_is_said_before_the_script_runs(output: str, said: str) -> None:
    done = run("-o", output, script("open('ran', 'w')"))
    assert done.returncode == 1
    assert said in done.stderr and done.stderr.count("\n") == 1
    assert not Path("ran").exists() and not Path(output).exists()
