"""Axes and figures of plotreel's own: what they refuse, and what they hand out."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from pictures import assert_is_as_in_matplotlib

import plotreel
import plotreel.pyplot as plt


pytestmark = pytest.mark.usefixtures("no_figures")


def test_artists_of_axes_are_not_a_list_to_change():
    ax = plotreel.Figure().add_subplot()
    first, second = ax.plot([0, 1], [[0, 1], [1, 0]])
    assert list(ax.lines) == [first, second] and ax.lines[-1] is second
    assert ax.lines + ax.texts == [first, second] == [] + ax.lines
    for change in (lambda: ax.lines.pop(0), lambda: ax.collections.clear(), lambda: ax.texts.append(first)):
        with pytest.raises(AttributeError, match=r"call remove\(\) of an artist"):
            change()
    with pytest.raises(TypeError):
        del ax.lines[0]
    ax.lines[0].remove()
    assert ax.lines == [second]


def test_a_format_that_figures_have_not_is_refused(tmp_path):
    fig = plotreel.Figure(figsize=(1, 1))
    for name, format in (("a.png", "pdf"), (io.BytesIO(), "svg"), ("a", "svg")):
        file = str(tmp_path / name) if isinstance(name, str) else name
        with pytest.raises(ValueError, match=f"format can't be '{format}'"):
            fig.savefig(file, format=format)
    with pytest.raises(TypeError, match="fname can't be b'a.png'"):
        fig.savefig(b"a.png")
    assert not list(tmp_path.iterdir())


def test_a_png_may_have_any_name_if_its_format_is_given(tmp_path):
    fig = plotreel.Figure(figsize=(1, 1))
    fig.savefig(tmp_path / "a")
    fig.savefig(tmp_path / "b", format="png")
    fig.savefig(tmp_path / "c.dat", format="PNG", dpi=50)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "b", "c.dat"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in tmp_path.iterdir())


def test_values_that_are_none_of_the_choices_are_named():
    ax = plotreel.Figure().add_subplot()
    for call, message in (
        (lambda: ax.set_title("a", loc="middle"), "loc can't be 'middle': give center, left, right"),
        (lambda: ax.get_title("middle"), "loc can't be 'middle'"),
        (lambda: ax.tick_params("q"), "axis can't be 'q': give both, x, y"),
        (lambda: ax.grid(axis="q"), "axis can't be 'q'"),
    ):
        with pytest.raises(ValueError, match=message):
            call()
    with pytest.raises(TypeError, match="give four limits"):
        ax.axis([0, 1, 2])
    assert ax.get_xlim() == (0, 1)


def test_the_nearest_name_is_one_to_use():
    ax = plotreel.Figure().add_subplot()
    with pytest.raises(AttributeError) as raised:
        ax.wrap  # noqa: B018
    assert "_wrap" not in str(raised.value)


def dates(pyplot: Any) -> None:
    fig, ax = pyplot.subplots()
    ax.plot(np.arange("2024-01-01", "2024-01-05", dtype="datetime64[D]"), [1, 3, 2, 4])
    fig.autofmt_xdate(rotation=45, ha="left")


def test_dates_are_aligned_as_in_matplotlib():
    assert_is_as_in_matplotlib(dates)
