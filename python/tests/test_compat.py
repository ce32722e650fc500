"""Calls of other packages."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import shown
from PIL import Image

import plotreel

FRAMES = np.array([np.full((20, 30, 3), 60 * i, np.uint8) for i in range(4)])


def test_mimsave_has_imageios_words():
    assert plotreel.mimsave("a.gif", FRAMES, fps=5, loop=0).frames == 4
    plotreel.mimsave("b.gif", list(FRAMES), duration=[100, 200, 300, 400])
    with Image.open("b.gif") as film:
        film.seek(3)
        assert film.info["duration"] == 400
    assert plotreel.mimsave("c.bin", FRAMES, format="GIF", duration=50).writer == "gif"
    with pytest.raises(ValueError, match="give one of them"):
        plotreel.mimsave("d.gif", FRAMES, fps=5, duration=50)
    with pytest.raises(ValueError, match="image 1 has no duration"):
        plotreel.mimsave("d.gif", FRAMES, duration=[100])


def test_write_video_has_torchvisions_words():
    film = plotreel.write_video("a.png", FRAMES, 10)
    assert film.frames == 4
    assert [frame[0, 0, 0] for frame in shown("a.png")] == [0, 60, 120, 180]
    assert plotreel.write_video("a.mp4", FRAMES, 10).frames == 4


def test_a_notebook_shows_a_video(monkeypatch):
    IPython = pytest.importorskip("IPython")
    said = []
    monkeypatch.setattr(IPython.display, "display", said.append)
    plotreel.show_video(FRAMES, fps=10)
    assert said[0].data.startswith('<video controls loop src="data:video/mp4;base64,')
