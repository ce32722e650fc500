"""The ffmpeg of the package imageio-ffmpeg, if none is on PATH."""

from __future__ import annotations

import importlib
import os
import shutil
import sys

# Formats written without ffmpeg, unless it is requested.
_NATIVE = {"gif", "apng", "png", "webp", "html", "htm"}


def program(writer: str, out_file: str | os.PathLike[str], format: str | None) -> str | None:
    """Return the path of an ffmpeg, or None if none is needed, none is available or the library finds it."""
    suffix = format or os.path.splitext(os.fspath(out_file))[1].lstrip(".")
    needed = writer.startswith("ffmpeg") or (writer == "auto" and suffix.lower() not in _NATIVE)
    if not needed or is_found():
        return None
    try:
        return str(importlib.import_module("imageio_ffmpeg").get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        return None


def is_found() -> bool:
    """Whether the library finds an ffmpeg by itself: on PATH, or beside the Python executable."""
    beside = os.path.dirname(os.path.realpath(sys.executable or ""))
    return any(shutil.which("ffmpeg", path=path) for path in (None, beside))
