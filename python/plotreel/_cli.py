"""The command `plotreel`."""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import NoReturn

from plotreel import _plotreel


def main() -> int:
    """Run the command line with this process's arguments and return its exit code."""

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, end)
    try:
        return _plotreel.run(["plotreel", *sys.argv[1:]])
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
