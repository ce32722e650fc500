"""Movie: ready frames, one by one."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import shown

import plotreel


def frame(shade: int) -> np.ndarray:
    return np.full((6, 8, 3), shade, np.uint8)


def test_a_block_completes_its_film():
    with plotreel.Movie("film.apng", (8, 6), fps=10) as movie:
        for shade in (0, 100, 200):
            movie.write_frame(frame(shade))
        assert movie.frames == 3
    assert movie.film == plotreel.Film("film.apng", 3, (8, 6), "apng")
    assert [f[0, 0, 0] for f in shown("film.apng")] == [0, 100, 200]


def test_a_block_that_fails_leaves_nothing(folder):
    with pytest.raises(ZeroDivisionError), plotreel.Movie("film.gif", (8, 6)) as movie:
        movie.write_frame(frame(0))
        1 / 0
    assert not list(folder.iterdir())
    with pytest.raises(plotreel.Error, match="ended"):
        movie.write_frame(frame(0))


def test_a_frame_of_another_size_is_refused_and_the_movie_goes_on():
    with plotreel.Movie("film.apng", (8, 6)) as movie:
        movie.write_frame(frame(1))
        with pytest.raises(ValueError, match="8x6"):
            movie.write_frame(np.zeros((6, 9, 3)))
        movie.write_frame(frame(2))
    assert movie.film is not None and movie.film.frames == 2


def test_alpha_and_times_are_kept():
    glass = np.zeros((6, 8, 4), np.uint8)
    glass[..., 0], glass[..., 3] = 200, np.arange(8) * 30
    with plotreel.Movie("film.apng", (8, 6), transparent=True) as movie:
        movie.write_frame(glass, duration=0.5)
    assert np.array_equal(shown("film.apng")[0], glass)
