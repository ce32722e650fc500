"""What is asked for beside a script: on the command line, or in the environment."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_VARIABLE = "PLOTREEL_"
_NO = ("", "0", "false", "no", "off")


@dataclass(frozen=True)
class Settings:
    """What is asked for beside a script.

    Attributes
    ----------
    output : pathlib.Path, optional
        The film; without it it is named after the script.
    fps : float, optional
        Frames per second of what is shown or paused on.
    frames : int, optional
        Frames after which every film ends.
    dpi : float, optional
        Pixels per inch of all figures.
    writer : str
        The writer of what is shown or paused on.
    open : bool
        Open what was written.
    keep_partial : bool
        Keep the frames so far of a film that breaks off.
    """

    output: Path | None = None
    fps: float | None = None
    frames: int | None = None
    dpi: float | None = None
    writer: str = "auto"
    open: bool = False
    keep_partial: bool = False

    @classmethod
    def from_environment(cls, variables: Mapping[str, str]) -> Settings:
        """Read PLOTREEL_OUTPUT, PLOTREEL_FPS and so on.

        Raises
        ------
        ValueError
            For a value that is no positive number where one is needed.
        """

        def text(name: str) -> str:
            return variables.get(_VARIABLE + name, "").strip()

        def switch(name: str) -> bool:
            return text(name).lower() not in _NO

        try:
            return cls(
                output=Path(text("OUTPUT")) if text("OUTPUT") else None,
                fps=positive(text("FPS")) if text("FPS") else None,
                frames=count(text("FRAMES")) if text("FRAMES") else None,
                dpi=positive(text("DPI")) if text("DPI") else None,
                writer=text("WRITER") or "auto",
                open=switch("OPEN"),
                keep_partial=switch("KEEP_PARTIAL"),
            )
        except ValueError as error:
            raise ValueError(f"the environment's {_VARIABLE}… settings: {error}") from None


def positive(text: str) -> float:
    """Return a number above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise ValueError(f"{text!r} is no number above 0")
    return value


def count(text: str) -> int:
    """Return a whole number above 0."""
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise ValueError(f"{text!r} is no whole number above 0")
    return value


def script_stem() -> str:
    """Return the name of the running script without its suffix."""
    name = Path(sys.argv[0] if sys.argv else "").stem
    return name if name not in ("", "-c", "-m") else "figure"
