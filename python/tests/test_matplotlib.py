"""matplotlib's figures: each frame is what savefig by Agg gives."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from conftest import needs, shown

needs("matplotlib")

import matplotlib as mpl  # noqa: E402
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.animation import AbstractMovieWriter, FuncAnimation  # noqa: E402
from scenes import SCENES, X  # noqa: E402

import plotreel  # noqa: E402
from plotreel.matplotlib import PlotreelWriter, set_engine  # noqa: E402
from plotreel.matplotlib._drawing import FigureDrawing  # noqa: E402

FRAMES = 14


@pytest.fixture(autouse=True)
def agg():
    mpl.use("agg")
    set_engine("agg")
    yield
    set_engine("auto")
    plt.close("all")


class Savefig(AbstractMovieWriter):
    """The frames as matplotlib itself draws them."""

    def setup(self, fig, outfile, dpi=None):
        super().setup(fig, outfile, dpi)
        self.frames = []


    def grab_frame(self, **kwargs):
        out = io.BytesIO()
        self.fig.savefig(out, format="rgba", dpi=self.dpi, **kwargs)
        width, height = self.frame_size
        self.frames.append(np.frombuffer(out.getvalue(), np.uint8).reshape(height, width, 4))

    def finish(self):
        pass


def theirs(name: str, **kwargs: Any) -> list[np.ndarray]:
    fig, update = SCENES[name]()
    writer = Savefig()
    FuncAnimation(fig, update, FRAMES, lambda: None).save("x.raw", writer=writer, **kwargs)
    return writer.frames


def ours(name: str, monkeypatch: pytest.MonkeyPatch, **kwargs: Any) -> list[np.ndarray]:
    fig, update = SCENES[name]()
    frames: list[np.ndarray] = []
    write_frame = plotreel.Movie.write_frame

    def record(movie, frame, duration=None):
        frames.append(frame.copy())
        write_frame(movie, frame, duration)

    monkeypatch.setattr(plotreel.Movie, "write_frame", record)
    writer = PlotreelWriter(writer="null")
    FuncAnimation(fig, update, FRAMES, lambda: None).save("film.mp4", writer=writer, **kwargs)
    return frames


@pytest.mark.parametrize("name", SCENES)
def test_frames_are_aggs(name, monkeypatch):
    expected, got = theirs(name), ours(name, monkeypatch)
    assert len(got) == len(expected) == FRAMES
    for index, (a, b) in enumerate(zip(got, expected, strict=True)):
        assert np.array_equal(a, b), f"frame {index}"


def test_the_writer_is_known_by_name():
    fig, update = SCENES["line"]()
    FuncAnimation(fig, update, 5).save("film.gif", writer="plotreel", fps=10)
    assert len(shown("film.gif")) == 5


def test_each_frame_is_drawn_once():
    fig, update = SCENES["clear_and_plot"]()
    draws = []
    fig.canvas.mpl_connect("draw_event", lambda event: draws.append(1))
    FuncAnimation(fig, update, 6, lambda: None).save("film.gif", writer="plotreel")
    assert len(draws) == 6
    fig.canvas.draw_idle()
    assert len(draws) == 7


def test_what_stays_is_not_drawn_again():
    fig, ax = plt.subplots()
    (line,) = ax.plot(X, np.sin(X))
    counts = []
    for artist in [line, *ax.spines.values(), ax.title, *ax.xaxis.get_major_ticks()]:
        for part in [artist, *artist.get_children()]:
            count = [0]
            counts.append(count)

            def counted(renderer, count=count, draw=part.draw):
                count[0] += 1
                draw(renderer)

            part.draw = counted
    writer = PlotreelWriter(writer="null")
    animation = FuncAnimation(fig, lambda i: line.set_ydata(np.sin(X + i / 9)), 30, lambda: None)
    animation.save("film.mp4", writer=writer)
    of_line, *of_others = (count for (count,) in counts)
    assert of_line == 30
    # In the first frame only: the line touches none of them.
    assert max(of_others) == 1
    assert writer.statistics.frames == 30
    assert writer.statistics.share < 0.1


def test_partial_drawing_can_be_switched_off():
    fig, update = SCENES["line"]()
    writer = PlotreelWriter(writer="null", partial=False)
    FuncAnimation(fig, update, 5, lambda: None).save("film.mp4", writer=writer)
    assert (writer.statistics.whole, writer.statistics.share) == (5, 1.0)


class Liar(mpl.lines.Line2D):
    """A line that looks different each time, and says that it is matplotlib's."""

    __module__ = "matplotlib.lines"
    turn = 0

    def draw(self, renderer):
        Liar.turn += 1
        self._color = f"C{Liar.turn % 10}"
        super().draw(renderer)


def test_a_drawing_that_differs_is_found():
    fig, ax = plt.subplots()
    ax.add_line(Liar([0, 1], [0, 1], label="liar"))
    writer = PlotreelWriter(writer="null", verify=2)
    with pytest.raises(plotreel.Error, match=r"liar.*partial=False"):
        FuncAnimation(fig, lambda i: None, 5, lambda: None).save("film.mp4", writer=writer)


def test_a_film_that_fails_leaves_nothing(folder):
    fig, _ = SCENES["line"]()

    def update(i):
        if i == 3:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        FuncAnimation(fig, update, 5, lambda: None).save("film.gif", writer="plotreel")
    assert not list(folder.iterdir())
    assert "draw_idle" not in vars(fig.canvas)


def test_grabbing_by_hand():
    fig, update = SCENES["line"]()
    writer = PlotreelWriter(fps=10, metadata={"title": "by hand"})
    with writer.saving(fig, "film.apng", 50):
        for i in range(3):
            update(i)
            writer.grab_frame()
        update(5)
        writer.grab_frame_for(2.0)
    assert writer.film == plotreel.Film("film.apng", 4, (320, 240), "apng")
    with pytest.raises(TypeError, match="dpi"), writer.saving(fig, "no.gif", 50):
        writer.grab_frame(dpi=40)
    with pytest.raises(FileNotFoundError):
        writer.setup(fig, "missing/film.gif")


def test_looks_of_savefig():
    fig, update = SCENES["line"]()
    animation = FuncAnimation(fig, update, 2, lambda: None)
    writer = PlotreelWriter()
    with writer.saving(fig, "glass.apng", 100):
        writer.grab_frame(transparent=True)
    assert shown("glass.apng")[0][0, 0, 3] == 0
    animation.save("red.apng", writer="plotreel", savefig_kwargs={"facecolor": "red"})
    assert list(shown("red.apng")[0][0, 0]) == [255, 0, 0, 255]
    assert fig.get_facecolor() == (1, 1, 1, 1)
    with pytest.raises(ValueError, match="clip_on"):
        animation.save("no.gif", writer="plotreel", savefig_kwargs={"clip_on": True})


def test_other_animations_join_in():
    fig, axs = plt.subplots(1, 2)
    lines = [ax.plot(X, X)[0] for ax in axs]
    animations = [
        FuncAnimation(fig, lambda i, line=line: line.set_ydata(np.sin(X + i)), 4, lambda: None)
        for line in lines
    ]
    animations[0].save("film.gif", writer="plotreel", extra_anim=animations[1:])
    assert len(shown("film.gif")) == 4
    assert lines[1].get_ydata()[0] == pytest.approx(np.sin(3))


def test_odd_sizes_and_another_dpi():
    fig, update = SCENES["line"]()
    fig.set_size_inches(3.01, 2.11)
    writer = PlotreelWriter()
    FuncAnimation(fig, update, 2, lambda: None).save("film.mp4", writer=writer, dpi=100)
    assert writer.film is not None and writer.film.size == (301, 211)
    assert fig.dpi == 100
