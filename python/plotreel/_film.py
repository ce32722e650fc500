"""A film that was written."""

from __future__ import annotations

import base64
import html
import os
from dataclasses import dataclass
from pathlib import Path

_INLINE_LIMIT = 20 * 2**20
_VIDEOS = {".mp4": "video/mp4", ".m4v": "video/mp4", ".webm": "video/webm", ".ogv": "video/ogg"}
_IMAGES = {".gif": "image/gif", ".apng": "image/apng", ".png": "image/png", ".webp": "image/webp"}


@dataclass(frozen=True)
class Film:
    """A film that was written; Jupyter shows it.

    Attributes
    ----------
    path : str
        Its path, or the address it was sent to.
    frames : int
        The number of frames.
    size : tuple of int
        (width, height) in pixels.
    writer : str
        The name of its writer.
    """

    path: str
    frames: int
    size: tuple[int, int]
    writer: str

    def __fspath__(self) -> str:
        return self.path

    def _repr_html_(self) -> str:
        path = Path(self.path)
        suffix = path.suffix.lower()
        shown = html.escape(self.path)
        if not path.is_file() or path.stat().st_size > _INLINE_LIMIT:
            return f'<a href="{shown}">{shown}</a>'
        if suffix in (".html", ".htm"):
            return page_frame(path.read_text(encoding="utf-8"), self.size)
        kind = _VIDEOS.get(suffix) or _IMAGES.get(suffix)
        if kind is None:
            return f'<a href="{shown}">{shown}</a>'
        data = base64.b64encode(path.read_bytes()).decode("ascii")
        source = f"data:{kind};base64,{data}"
        if suffix in _VIDEOS:
            return f'<video controls loop src="{source}"></video>'
        return f'<img src="{source}">'


def page_frame(page: str, size: tuple[int, int]) -> str:
    """Return an element that shows a page with a player of frames of this size."""
    width, height = size
    # Tags need no escaping in an attribute.
    source = page.replace("&", "&amp;").replace('"', "&quot;")
    return (
        f'<iframe srcdoc="{source}" width="{width + 40}" height="{height + 120}" '
        'style="border: 0"></iframe>'
    )


def film_at(out_file: str | os.PathLike[str], counts: tuple[int, int, int, str]) -> Film:
    """Return the film at its destination."""
    frames, width, height, writer = counts
    return Film(os.fspath(out_file), frames, (width, height), writer)
