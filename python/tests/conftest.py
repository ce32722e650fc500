"""What the tests have in common."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

import plotreel.pyplot


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test runs in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def no_figures() -> Iterator[None]:
    """No figure of plotreel's pyplot outlives a test."""
    yield
    plotreel.pyplot.close("all")


def needs(module: str) -> None:
    """Skip a file whose module is missing, with a line to stderr; a failure where tools are required."""
    try:
        importlib.import_module(module)
    except ImportError:
        if os.environ.get("PLOTREEL_REQUIRE_TOOLS"):
            raise
        _skip(module)


def needs_program(name: str) -> None:
    """As `needs`, of a program on PATH."""
    if shutil.which(name) is None:
        assert not os.environ.get("PLOTREEL_REQUIRE_TOOLS"), f"{name} not found"
        _skip(name)


def _skip(missing: str) -> None:
    os.write(2, f"skipped: {missing} not found\n".encode())
    pytest.skip(f"{missing} not found", allow_module_level=True)


def shown(path: str | os.PathLike[str]) -> list[np.ndarray[Any, Any]]:
    """All frames of an animated picture, as RGBA."""
    with Image.open(path) as film:
        frames = []
        for index in range(getattr(film, "n_frames", 1)):
            film.seek(index)
            frames.append(np.asarray(film.convert("RGBA")))
    return frames
