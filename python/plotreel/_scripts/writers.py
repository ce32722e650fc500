"""plotreel's writers with the settings of matplotlib's."""

from __future__ import annotations

import functools
import inspect
import os
import shutil
import sys
import warnings
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib import animation

from plotreel import _ffmpeg
from plotreel._errors import PlotreelWarning
from plotreel.matplotlib import PlotreelWriter

_FFMPEG = (animation.FFMpegWriter, animation.FFMpegFileWriter)
_MAGICK = (animation.ImageMagickWriter, animation.ImageMagickFileWriter)
# matplotlib's writers that are replaced, but not classes derived from them.
TAKEN: tuple[type[animation.AbstractMovieWriter], ...] = (
    *_FFMPEG,
    *_MAGICK,
    animation.PillowWriter,
    animation.HTMLWriter,
)
# Former writers of matplotlib, and similar ones.
FORMER: dict[str, type[animation.AbstractMovieWriter]] = {
    "avconv": animation.FFMpegWriter,
    "avconv_file": animation.FFMpegFileWriter,
    "mencoder": animation.FFMpegWriter,
    "mencoder_file": animation.FFMpegFileWriter,
}
# The library's own names.
OWN = ("auto", "openh264", "gif", "apng", "webp", "png", "null")

# Suffixes for which ffmpeg chooses the codec, as in matplotlib.
_NAMED_BY_SUFFIX = {".apng", ".avif", ".gif", ".webm", ".webp"}
# The codec of the embedded encoder, by ffmpeg's names.
_H264 = ("h264", "libx264", "libopenh264")
_H264_METADATA = (
    "title",
    "artist",
    "comment",
    "album",
    "composer",
    "copyright",
    "date",
    "description",
    "genre",
    "synopsis",
)
# Modules between a script and plotreel.
_INNER = ("plotreel.", "matplotlib.", "contextlib")
# ffmpeg arguments used in many scripts, which the embedded encoder follows anyway.
_NEEDLESS = {"-pix_fmt": ("yuv420p",), "-vcodec": _H264, "-c:v": _H264, "-codec:v": _H264}


def stand_in(writer: Any, outfile: str | os.PathLike[str], on_error: str) -> PlotreelWriter:
    """Return the writer that replaces one of matplotlib's.

    Parameters
    ----------
    writer : matplotlib.animation.AbstractMovieWriter
        An instance of one of `TAKEN`.
    outfile : path_like
        The film.
    on_error : {"discard", "keep_partial"}
        What to do if it fails.
    """
    options: dict[str, Any] = {
        "fps": writer.fps,
        "metadata": dict(writer.metadata),
        "on_error": on_error,
    }
    if isinstance(writer, _FFMPEG):
        options |= _of_ffmpeg(writer, Path(outfile).suffix.lower())
    else:
        _warn_of_ffmpeg_settings(writer)
        if isinstance(writer, animation.HTMLWriter):
            options |= _of_page(writer)
    return PlotreelWriter(**options)


def _of_ffmpeg(writer: Any, suffix: str) -> dict[str, Any]:
    extra_args = writer.extra_args
    if extra_args is None:
        extra_args = mpl.rcParams["animation.ffmpeg_args"]
    codec = None if suffix in _NAMED_BY_SUFFIX else writer.codec
    options: dict[str, Any] = {
        "writer": "ffmpeg_file" if isinstance(writer, animation.FFMpegFileWriter) else "ffmpeg",
        "codec": codec,
        "bitrate": writer.bitrate if writer.bitrate > 0 else None,
        "extra_args": list(map(str, extra_args)),
    }
    named = shutil.which(mpl.rcParams["animation.ffmpeg_path"])
    if named is not None or _ffmpeg.is_found():
        return options | {"program": named}
    if _ffmpeg.program("ffmpeg", f"film{suffix}", None) is not None:
        return options
    return _without_ffmpeg(options, suffix, dict(writer.metadata))


def _without_ffmpeg(options: dict[str, Any], suffix: str, metadata: dict[str, str]) -> dict[str, Any]:
    """Omit settings that only ffmpeg supports, with a warning."""
    is_mp4 = suffix in (".mp4", ".m4v")
    lost = []
    if options["codec"] not in (None, *_H264):
        lost.append(f"codec {options['codec']!r}")
    if options["bitrate"] is not None:
        lost.append(f"bitrate {options['bitrate']}")
    if args := _needed(options["extra_args"]):
        lost.append(f"the ffmpeg arguments {' '.join(args)!r}")
    if is_mp4:
        unknown = [key for key in metadata if key not in _H264_METADATA]
        lost += [f"the metadata {key!r}" for key in unknown]
        metadata = {key: value for key, value in metadata.items() if key not in unknown}
    if lost:
        warn(f"ffmpeg is not installed, and without it {', '.join(lost)} can't be used")
    return {"writer": "openh264" if is_mp4 else "auto", "metadata": metadata}


def _needed(extra_args: list[str]) -> list[str]:
    """Return ffmpeg's arguments without redundant ones."""
    needed, words = [], list(extra_args)
    while words:
        word = words.pop(0)
        if words and words[0] in _NEEDLESS.get(word, ()):
            words.pop(0)
        else:
            needed.append(word)
    return needed


def note_choices() -> None:
    """Record whether a folder for frames was requested explicitly, because it is also matplotlib's default."""
    original = animation.HTMLWriter.__init__
    signature = inspect.signature(original)

    @functools.wraps(original)
    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        given = signature.bind(self, *args, **kwargs).arguments
        self._wants_folder = not given.get("embed_frames", True)

    animation.HTMLWriter.__init__ = init  # type: ignore[method-assign]


def _of_page(writer: Any) -> dict[str, Any]:
    options: dict[str, Any] = {"writer": "html", "default_mode": writer.default_mode}
    if getattr(writer, "_wants_folder", False):
        return options | {"embed_frames": False}
    return options | {"embed_limit": writer._bytes_limit / 2**20}


def _warn_of_ffmpeg_settings(writer: Any) -> None:
    lost = []
    if writer.codec != mpl.rcParams["animation.codec"]:
        lost.append(f"codec {writer.codec!r}")
    if writer.bitrate != mpl.rcParams["animation.bitrate"]:
        lost.append(f"bitrate {writer.bitrate}")
    if args := getattr(writer, "extra_args", None):
        lost.append(f"extra_args {' '.join(map(str, args))!r}")
    if lost:
        warn(f"{type(writer).__name__} does not support {', '.join(lost)}")


def warn(text: str) -> None:
    """Warn about lost settings, at the line of the script that sets them."""
    frame, level = sys._getframe(1), 2
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith(_INNER):
        frame, level = frame.f_back, level + 1
    warnings.warn(text, PlotreelWarning, stacklevel=level)
