"""Progress of a film."""

from __future__ import annotations

import importlib
import sys
from typing import Any


class Progress:
    """A progress bar of tqdm, if that is installed and standard error is a terminal.

    Parameters
    ----------
    name : str, optional
        The film being written; without it there is no bar.
    total : int, optional
        The total number of frames.
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
        """Remove the bar."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None
