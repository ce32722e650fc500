"""Functions of Python that figures call while they are drawn."""

from __future__ import annotations

import threading
from typing import Any

import pytest

import plotreel


def figure_with(function: Any) -> plotreel.Figure:
    fig, ax = plotreel.subplots(figsize=(2, 1))
    ax.yaxis.set_major_formatter(function)
    return fig


def test_exceptions_of_two_figures_in_two_threads_are_not_mixed_up():
    class Mine(Exception):
        pass

    class Other(Exception):
        pass

    # Both are within their formatter when the first one fails.
    meeting = threading.Barrier(2, timeout=60)
    raised: dict[type[Exception], BaseException] = {}

    def draw(kind: type[Exception]) -> None:
        def fail(value: float, position: int) -> str:
            if position == 0:
                meeting.wait()
            raise kind(value)

        try:
            figure_with(fail).canvas_pixels()
        except BaseException as error:
            raised[kind] = error

    threads = [threading.Thread(target=draw, args=(kind,)) for kind in (Mine, Other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {kind: type(error) for kind, error in raised.items()} == {Mine: Mine, Other: Other}


def test_an_exception_of_one_figure_is_not_raised_by_another():
    broken, sound = figure_with(lambda value, position: 1 / 0), figure_with(lambda value, position: "")

    # It is kept while the layout runs, and raised by the call that ran it.
    with pytest.raises(ZeroDivisionError):
        broken.tight_layout()
    sound.canvas_pixels()
    with pytest.raises(ZeroDivisionError):
        broken.canvas_pixels()
    sound.tight_layout()


def test_an_exception_in_a_film_ends_the_film_of_its_figure(tmp_path):
    fig = figure_with(lambda value, position: "")

    def update(i: int) -> None:
        if i == 2:
            fig.axes[0].yaxis.set_major_formatter(lambda value, position: [][1])

    with pytest.raises(IndexError):
        plotreel.FuncAnimation(fig, update, 4).save(tmp_path / "film.gif")
    assert list(tmp_path.iterdir()) == []
