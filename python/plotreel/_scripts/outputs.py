"""The output files of films and stills of a script."""

from __future__ import annotations

import os
from pathlib import Path

# Metadata by which a later run recognises files that it may overwrite.
MARK = "made by plotreel from a script"
_STILLS = {".png", ".pdf", ".svg", ".svgz", ".eps", ".ps", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"}
_SEARCHED = 2**20


class Outputs:
    """Names for what a script shows: NAME.mp4, NAME-2.mp4, …, and NAME.png.

    Parameters
    ----------
    stem : str
        The script's name without its suffix.
    folder : pathlib.Path
        The output folder.
    output : pathlib.Path, optional
        The name of the first film (or picture), which gives the others theirs,
        or a folder.
    suffix : str, default: ".mp4"
        The suffix of films, if `output` does not determine it.
    """

    def __init__(
        self, stem: str, folder: Path, output: Path | None = None, suffix: str = ".mp4"
    ) -> None:
        self._film = folder / f"{stem}{suffix}"
        self._still = folder / f"{stem}.png"
        if output is not None:
            output = folder / output
            if output.is_dir():
                self._film = output / f"{stem}{suffix}"
                self._still = output / f"{stem}.png"
            elif output.suffix:
                self._film = output
                is_still = output.suffix.lower() in _STILLS
                self._still = output if is_still else output.with_suffix(".png")
            else:
                self._film = output.with_name(output.name + suffix)
                self._still = output.with_name(output.name + ".png")
        self._taken: set[Path] = set()
        # Files named by the user may be replaced.
        self._named = output is not None

    def take(self, path: str | os.PathLike[str]) -> None:
        """Do not overwrite a file that the script itself has written."""
        self._taken.add(Path(path).absolute())

    def film(self) -> Path:
        """Return the path of the next film."""
        return self._next(self._film)

    def still(self) -> Path:
        """Return the path of the next picture."""
        return self._next(self._still)

    def _next(self, first: Path) -> Path:
        number, path = 1, first
        while path.absolute() in self._taken or not (self._named or _may_write(path)):
            number += 1
            path = first.with_name(f"{first.stem}-{number}{first.suffix}")
        self._taken.add(path.absolute())
        return path


def _may_write(path: Path) -> bool:
    """Whether the path is free, or a file of an earlier run."""
    try:
        with path.open("rb") as file:
            if MARK.encode() in file.read(_SEARCHED):
                return True
            file.seek(max(0, path.stat().st_size - _SEARCHED))
            return MARK.encode() in file.read()
    except FileNotFoundError:
        return True
    except OSError:
        return False
