"""Films in parts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import shown
from PIL import Image, ImageSequence

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


@pytest.mark.parametrize(
    ("part", "error", "words"),
    [
        ((-1, 2), ValueError, "the number of a part can't be -1"),
        ((2, 2), ValueError, "the part can't be 2 of 2"),
        ((0, 0), ValueError, "the part can't be 0 of 0"),
        ((0, 36), ValueError, "fewer parts"),
        ((0, 10**30), ValueError, "below 2"),
        ((10**30, 2), ValueError, "below 2"),
        ("1/2", TypeError, r"part must be \(i, n\)"),
        ("12", TypeError, r"part must be \(i, n\)"),
        (1, TypeError, r"part must be \(i, n\)"),
        ((0, 1, 2), TypeError, r"part must be \(i, n\)"),
        ((0.0, 2), TypeError, "the number of a part must be an int, not 0.0"),
        ((0, 2.5), TypeError, "the number of all parts must be an int, not 2.5"),
        ((None, 2), TypeError, "must be an int, not None"),
    ],
)
def test_parts_that_are_none_are_refused(folder: Path, part: Any, error: type[Exception], words: str):
    with pytest.raises(error, match=words):
        make().save("a.gif", part=part)
    assert not list(folder.iterdir())


def test_numbers_of_other_libraries_are_parts():
    assert make().save("a.gif", part=np.array([1, 2])).frames == 18


@pytest.mark.parametrize(
    ("part", "error", "words"),
    [
        ((range(-3, 2), 5), ValueError, "the first frame of a part can't be -3"),
        ((range(5, 8), 7), ValueError, "within the film"),
        ((range(3, 3), 7), ValueError, "at least one frame"),
        ((range(0, 6, 2), 7), ValueError, "without a step"),
        ((range(3), 10**30), ValueError, "the number of frames can't be 1000000"),
        ((range(3), 7.5), TypeError, "the number of frames must be an int, not 7.5"),
        ((0, 2), TypeError, r"as \(range\(50, 100\), 200\), not \(0, 2\)"),
        ("0..2", TypeError, "part must be its frames"),
        ((range(3), 7, -1.0), ValueError, "-1 is not a valid time"),
        ((range(3), 7, "a"), TypeError, "must be real number"),
    ],
)
def test_frames_that_are_no_part_are_refused(folder: Path, part: Any, error: type[Exception], words: str):
    with pytest.raises(error, match=words):
        plotreel.Movie("a.gif", (16, 12), part=part)
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("keyframes", "error"), [(-1, ValueError), (0, ValueError), (10**30, ValueError), (2.5, TypeError)]
)
def test_keyframes_are_a_number_of_frames(folder: Path, keyframes: Any, error: type[Exception]):
    with pytest.raises(error, match="keyframes"):
        make().save("a.gif", keyframes=keyframes)
    with pytest.raises(error, match="keyframes"):
        make().save("a.gif", keyframes=keyframes, part=(0, 2))
    assert not list(folder.iterdir())


def test_one_part_alone_is_no_list():
    make().save("a.gif", part=(0, 1))
    with pytest.raises(TypeError, match=r"a list of films, not one: 'a.gif'"):
        plotreel.concat("a.gif", "b.gif")
    assert plotreel.concat(["a.gif"], "b.gif").frames == 35


@pytest.mark.parametrize("suffix", ["gif", "apng", "webp"])
def test_parts_of_frames_with_durations_begin_after_those_before(suffix: str):
    durations = [0.25, 0.1, 0.03, 0.4, 0.07]

    def write(name: str, frames: range, **part: Any) -> str:
        with plotreel.Movie(f"{name}.{suffix}", (16, 12), fps=10, **part) as movie:
            for i in frames:
                movie.write_frame(np.full((12, 16, 3), 40 * i, np.uint8), durations[i])
        return f"{name}.{suffix}"

    whole = write("whole", range(5))
    first = write("first", range(2), part=(range(2), 5))
    rest = range(2, 5)
    late = write("late", rest, part=(rest, 5))
    with pytest.raises(plotreel.Error, match="with the time at which the part begins"):
        plotreel.concat([first, late], f"joined.{suffix}")
    film = plotreel.concat([first, write("rest", rest, part=(rest, 5, sum(durations[:2])))], f"joined.{suffix}")
    assert durations_of(film.path) == durations_of(whole)


def durations_of(path: str | Path) -> list[float]:
    durations = []
    with Image.open(path) as film:
        for frame in ImageSequence.Iterator(film):
            frame.load()
            durations.append(float(frame.info["duration"]))
    return durations


def test_ready_frames_can_be_parts():
    for name, frames in (("a.gif", range(3)), ("b.gif", range(3, 5))):
        with plotreel.Movie(name, (16, 12), fps=10, part=(frames, 5)) as movie:
            for shade in frames:
                movie.write_frame(np.full((12, 16, 3), 40 * shade, np.uint8))
    assert plotreel.concat(["a.gif", "b.gif"], "film.gif").frames == 5
    with pytest.raises(ValueError, match="frames of the part"):
        with plotreel.Movie("c.gif", (16, 12), part=(range(3), 5)) as movie:
            movie.write_frame(np.zeros((12, 16, 3)))
