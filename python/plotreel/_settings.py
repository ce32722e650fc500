"""Writer settings of all kinds of films."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from plotreel import _ffmpeg
from plotreel._errors import InvalidError


def writer_settings(
    out_file: str | os.PathLike[str],
    *,
    writer: str,
    extra_args: Sequence[str] | None,
    metadata: Mapping[str, str] | None,
    format: str | None,
    program: str | os.PathLike[str] | None,
    **others: Any,
) -> dict[str, Any]:
    """Return keyword arguments for the library."""
    fps = others.get("fps")
    if isinstance(fps, (int, float)) and fps < 0:
        raise InvalidError(f"fps can't be {fps}", "give frames per second, such as 30, 29.97 or 30000/1001")
    return {
        "writer": writer,
        "extra_args": list(extra_args or ()),
        "metadata": list((metadata or {}).items()),
        "format": format,
        "program": program or _ffmpeg.program(writer, out_file, format),
        **others,
    }
