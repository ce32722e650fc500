"""Films in parts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from conftest import shown

import plotreel


def make(calls: list[int] | None = None) -> plotreel.FuncAnimation:
    fig, ax = plotreel.subplots(figsize=(1.6, 1.2))
    (line,) = ax.plot([0, 1, 2], [0, 1, 0])
    ax.set_ylim(0, 10)

    def update(i: int) -> None:
        if calls is not None:
            calls.append(i)
        line.set_ydata([0, i % 10, 0])

    return plotreel.FuncAnimation(fig, update, 35)


@pytest.mark.parametrize("suffix", ["apng", "webp"])
def test_parts_are_joined_to_the_film_that_is_made_in_one_go(suffix: str):
    make().save(f"whole.{suffix}", fps=20, keyframes=10)
    parts = [make().save(f"part{i}.{suffix}", fps=20, keyframes=10, part=(i, 3)) for i in range(3)]
    assert [part.frames for part in parts] == [10, 10, 15]
    film = plotreel.concat(reversed(parts), f"joined.{suffix}")
    assert (film.frames, film.size) == (35, (160, 120))
    whole, joined = shown(f"whole.{suffix}"), shown(f"joined.{suffix}")
    assert len(whole) == len(joined) and all(map(np.array_equal, whole, joined))


def test_a_pure_function_is_not_called_for_earlier_frames():
    calls: list[int] = []
    make(calls).save("a.gif", part=(1, 5))
    assert calls == list(range(14))
    calls.clear()
    make(calls).save("b.gif", part=(1, 5), pure=True)
    assert calls == list(range(7, 14))


def test_a_missing_part_is_named(folder: Path):
    make().save("part0.gif", part=(0, 3))
    make().save("part2.gif", part=(2, 3))
    with pytest.raises(plotreel.Error, match=r"part2.gif can't be joined: frames 11 to 22 before it are missing"):
        plotreel.concat(["part0.gif", "part2.gif"], "film.gif")
    with pytest.raises(plotreel.NotFoundError):
        plotreel.concat(["part0.gif", "part1.gif"], "film.gif")
    assert sorted(path.name for path in folder.iterdir()) == ["part0.gif", "part2.gif"]


def test_a_film_without_an_end_has_no_parts():
    fig, ax = plotreel.subplots()
    ani = plotreel.FuncAnimation(fig, lambda i: None, iter(range(5)))
    with pytest.raises(ValueError, match="save_count"):
        ani.save("a.gif", part=(0, 2))


def test_ready_frames_can_be_parts():
    for name, frames in (("a.gif", range(3)), ("b.gif", range(3, 5))):
        with plotreel.Movie(name, (16, 12), fps=10, part=(frames, 5)) as movie:
            for shade in frames:
                movie.write_frame(np.full((12, 16, 3), 40 * shade, np.uint8))
    assert plotreel.concat(["a.gif", "b.gif"], "film.gif").frames == 5
    with pytest.raises(ValueError, match="frames of the part"):
        with plotreel.Movie("c.gif", (16, 12), part=(range(3), 5)) as movie:
            movie.write_frame(np.zeros((12, 16, 3)))
