"""How far a film is."""

from __future__ import annotations

import importlib
import sys
from typing import Any


class Progress:
    """A progress bar of tqdm, where that is installed and standard error is a terminal.

    Parameters
    ----------
    name : str, optional
        What is written; without it there is no bar.
    total : int, optional
        How many frames it will have.
    """

    def __init__(self, name: str | None, total: int | None = None) -> None:
        self._bar: Any = None
        if name is None or sys.stderr is None or not sys.stderr.isatty():
            return
        try:
            tqdm = importlib.import_module("tqdm").tqdm
        except ImportError:
            return
        self._bar = tqdm(desc=name, total=total, unit="frame", leave=False)

    def step(self) -> None:
        """Count a frame."""
        if self._bar is not None:
            self._bar.update()

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None
