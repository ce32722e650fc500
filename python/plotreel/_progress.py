"""A bar, or a line, that shows how many frames are written."""

from __future__ import annotations

import importlib
import sys
from typing import Any


class Bar:
    """A progress bar of tqdm, or a line if tqdm is not installed."""

    def __init__(self, total: int | None) -> None:
        self._total, self._done = total, 0
        self._bar: Any = None
        try:
            self._bar = importlib.import_module("tqdm.auto").tqdm(total=total, unit="frame")
        except ImportError:
            pass

    def advance(self, frames: int) -> None:
        """Count frames."""
        self._done += frames
        if self._bar is not None:
            self._bar.update(frames)
            return
        of = "" if self._total is None else f"/{self._total}"
        print(f"\r{self._done}{of} frames", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """End the bar, or the line if there is one."""
        if self._bar is not None:
            self._bar.close()
        elif self._done:
            print(file=sys.stderr)
