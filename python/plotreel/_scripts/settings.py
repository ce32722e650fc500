"""Options for running a script, from the command line or the environment."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_VARIABLE = "PLOTREEL_"
ENGINES = ("auto", "native", "agg")
_NO = ("", "0", "false", "no", "off")


@dataclass(frozen=True)
class Settings:
    """Options for running a script.

    Attributes
    ----------
    output : pathlib.Path, optional
        The film; by default it is named after the script.
    fps : float, optional
        Frames per second of films that are shown or recorded from loops.
    frames : int, optional
        Frames after which every film ends.
    dpi : float, optional
        Pixels per inch of all figures.
    writer : str
        The writer of films that are shown or recorded from loops.
    engine : str
        What draws figures: "auto", "native" or "agg".
    open : bool
        Open the written files.
    keep_partial : bool
        Keep the frames so far of a film that fails.
    """

    output: Path | None = None
    fps: float | None = None
    frames: int | None = None
    dpi: float | None = None
    writer: str = "auto"
    engine: str = "auto"
    open: bool = False
    keep_partial: bool = False

    @classmethod
    def from_environment(cls, variables: Mapping[str, str]) -> Settings:
        """Read PLOTREEL_OUTPUT, PLOTREEL_FPS and so on.

        Raises
        ------
        ValueError
            For a value that must be a positive number, or an engine, and is not.
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
                engine=choice(text("ENGINE") or "auto", ENGINES),
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
        raise ValueError(f"{text!r} is not a number above 0")
    return value


def count(text: str) -> int:
    """Return an integer above 0."""
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise ValueError(f"{text!r} is not an integer above 0")
    return value


def choice(text: str, names: tuple[str, ...]) -> str:
    """Return one of these names."""
    if text not in names:
        raise ValueError(f"{text!r} is not one of {', '.join(names)}")
    return text


def script_stem() -> str:
    """Return the name of the running script without its suffix."""
    name = Path(sys.argv[0] if sys.argv else "").stem
    return name if name not in ("", "-c", "-m") else "figure"
