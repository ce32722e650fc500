"""The command `plotreel`."""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import NoReturn

from plotreel import _plotreel

_COMMANDS = ("render", "concat", "writers", "completions", "help")
_ABOUT_ALL = ("-h", "--help", "help", "-V", "--version")
_RUN = """
  run          Run a matplotlib script and write the films it makes or shows: plotreel run --help"""


def main() -> int:
    """Run the command line with this process's arguments and return its exit code."""
    return _run(sys.argv[1:])


def main_of_module() -> int:
    """Run the command line as `python -m plotreel`, where `run` may be omitted."""
    words = sys.argv[1:]
    command = next((word for word in words if not word.startswith("-")), None)
    if not words or words[0] in _ABOUT_ALL or command in (*_COMMANDS, "run"):
        return _run(words)
    return _run(["run", *words])


def _run(words: list[str]) -> int:
    def end(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, end)
    if words[:1] == ["run"]:
        from plotreel._scripts import run

        return run.main(words[1:])
    try:
        code = _plotreel.run(["plotreel", *words])
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    if words in ([], ["-h"], ["--help"], ["help"]):
        print(_RUN, file=sys.stdout if words else sys.stderr)
    return code
