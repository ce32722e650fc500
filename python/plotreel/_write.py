"""`write_animation`: frames into a film."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from plotreel import _annotations, _plotreel
from plotreel._arrays import frames
from plotreel._film import Film, film_at
from plotreel._settings import writer_settings


def write_animation(
    itr: Iterable[Any],
    out_file: str | os.PathLike[str],
    dpi: float = 50,
    fps: float | tuple[int, int] | str = 30,
    title: str = "Animation",
    comment: str | None = None,
    writer: str = "auto",
    *,
    norm: Any = None,
    cmap: Any = None,
    vmin: float | None = None,
    vmax: float | None = None,
    range: tuple[float, float] | None = None,
    axes: bool = False,
    colorbar: str | bool = False,
    title_text: str | None = None,
    labels: str | Sequence[str] = (),
    table: Any = None,
    boxes: Any = None,
    scale_bar: tuple[float, str] | None = None,
    scale: int | None = None,
    size: tuple[int, int] | None = None,
    codec: str | None = None,
    bitrate: int | None = None,
    extra_args: Sequence[str] = (),
    metadata: Mapping[str, str] | None = None,
    format: str | None = None,
    transparent: bool = False,
    layout: str | None = None,
    loop_count: int | None = None,
    embed_frames: bool | None = None,
    embed_limit: float | None = None,
    default_mode: str | None = None,
    frame_format: str | None = None,
    program: str | os.PathLike[str] | None = None,
    stall_timeout: float | None = None,
    progress: bool = False,
    on_error: str = "discard",
) -> Film:
    """Write the frames of an iterator to a film, one at a time.

    Each frame is drawn as by ``imshow`` with ``interpolation="nearest"`` on a
    figure without margins, so that every film pixel is an array element; the
    film appears whole or not at all. Memory does not grow with its length.

    Parameters
    ----------
    itr : iterable of array_like
        Frames of (H, W), (H, W, 1), (H, W, 3) or (H, W, 4), of bool, integers
        or floats: NumPy arrays of any memory layout, masked arrays, tensors on
        the CPU (by DLPack), images of PIL, or a whole (T, H, W[, C]) array. A
        pair ``(frame, seconds)`` is shown for its own time. The iterator makes
        the next frame while the last one is encoded.
    out_file : str or path_like
        The film; its suffix chooses the container.
    dpi : float, default: 50
        Pixels per inch of the figure: how large ticks and titles are. It does
        not change the size of the image.
    fps : float, (int, int) or str, default: 30
        Frames per second: 30, 29.97, (30000, 1001) or "30000/1001".
    title : str, default: "Animation"
        The title in the film's metadata.
    comment : str, optional
        A comment in the film's metadata.
    writer : str, default: "auto"
        "auto" takes the built-in writers for .gif, .apng, .png, .webp and
        .html, else ffmpeg where it is found, or the built-in H.264 encoder
        for .mp4. Others: "ffmpeg", "ffmpeg_file", "openh264", "gif",
        "pillow", "imagemagick", "apng", "webp", "png", "html", "null".
    norm : str or matplotlib.colors.Normalize, optional
        The norm of scalar frames: "linear", "log", "symlog:LINTHRESH",
        "power:GAMMA", "twoslope:VCENTER" or "boundary:A,B,C", or an object of
        matplotlib's of these kinds, with its limits.
    cmap : str or matplotlib.colors.Colormap, optional
        The colormap of scalar frames, or its name; "viridis" without it.
    vmin, vmax : float, optional
        The limits of scalar frames; without them those of the first frame.
    range : (float, float), optional
        The values of no and of full intensity of colour frames; without it
        0 to 255 for integers and 0 to 1 for floats.
    axes : bool, default: False
        Draw ticks and spines around the image.
    colorbar : bool or str, default: False
        Draw a colorbar, with a label if it is a str.
    title_text : str, optional
        A title above the image, with the placeholders of `labels`.
    labels : str or sequence of str, optional
        Texts over the image; ``{frame}``, ``{frames}``, ``{time:.2}`` and the
        columns of `table` are filled in.
    table : path_like, mapping of str to sequence or DataFrame, optional
        Columns with a value a frame, or a CSV file of them. A DataArray of
        xarray has its first coordinate as ``{time}``, and by its name.
    boxes : path_like, iterable or DataFrame, optional
        Boxes over the frames: (frame, x, y, width, height), with text and
        color if wanted, mappings of these names, or a CSV file of them.
    scale_bar : (float, str), optional
        The length of a scale bar in pixels of the image, and its text.
    scale : int, optional
        Film pixels along each side of an array element.
    size : (int, int), optional
        The film's (width, height); frames keep their shape in it.
    codec, bitrate, extra_args
        ffmpeg's name of the codec, kilobits per second, and arguments for its
        output.
    metadata : mapping of str to str, optional
        What else the film says about itself.
    format : str, optional
        The container where the suffix does not name it.
    transparent : bool, default: False
        Keep the alpha of (H, W, 4) frames where the film can have it.
    layout : {"HWC", "CHW"}, optional
        The order of a frame's axes: "CHW" for tensors of PyTorch.
    loop_count : int, optional
        How often a GIF, animated PNG or WebP plays; 0 is for ever.
    embed_frames : bool, optional
        Whether a page (.html) has its frames inside, which is the default, or
        in a folder beside it.
    embed_limit : float, optional
        MiB above which a page is warned of.
    default_mode : {"loop", "once", "reflect"}, optional
        What the player of a page does at the film's end.
    frame_format : {"auto", "images", "video"}, optional
        How a page keeps its frames.
    program : path_like, optional
        The ffmpeg to run.
    stall_timeout : float, optional
        Seconds that ffmpeg may take over one frame.
    progress : bool, default: False
        Show a progress bar of tqdm, or, where that is missing, a line.
    on_error : {"discard", "keep_partial"}, default: "discard"
        What becomes of the frames so far when something breaks.

    Returns
    -------
    Film
        Where the film is, its frames, size and writer.

    Raises
    ------
    plotreel.Error
        With cause and advice; where Python expects a `ValueError` or an
        `OSError`, it is one, too.
    TypeError
        For a frame that is no array of numbers.

    Examples
    --------
    >>> import numpy as np, plotreel
    >>> frames = (np.random.rand(48, 64, 3) for _ in range(10))
    >>> film = plotreel.write_animation(frames, "film.gif", fps=30)
    >>> film.frames, film.size
    (10, (64, 48))
    """
    norm, vmin, vmax = _annotations.norm(norm, vmin, vmax)
    settings = writer_settings(
        out_file,
        fps=fps,
        writer=writer,
        codec=codec,
        bitrate=bitrate,
        extra_args=extra_args,
        metadata=metadata,
        format=format,
        transparent=transparent,
        loop_count=loop_count,
        embed_frames=embed_frames,
        embed_limit=embed_limit,
        default_mode=default_mode,
        frame_format=frame_format,
        program=program,
        stall_timeout=stall_timeout,
        on_error=on_error,
    )
    settings |= {
        "dpi": float(dpi),
        "title": title,
        "comment": comment,
        "norm": norm,
        "cmap": _annotations.cmap(cmap),
        "vmin": vmin,
        "vmax": vmax,
        "range": range,
        "axes": axes,
        "colorbar": ("" if colorbar else None) if isinstance(colorbar, bool) else colorbar,
        "title_text": title_text,
        "labels": [labels] if isinstance(labels, str) else list(labels),
        "table": _annotations.table(table, itr),
        "boxes": _annotations.boxes(boxes),
        "scale_bar": scale_bar,
        "scale": scale,
        "size": size,
        "frame_count": _length(itr),
    }
    source = _with_progress(itr) if progress else itr
    counts = _plotreel.write_animation(frames(source, layout), out_file, settings)
    return film_at(out_file, counts)


def _length(itr: Iterable[Any]) -> int | None:
    """Return how many frames there will be, where that is known."""
    try:
        return len(itr)  # type: ignore[arg-type]
    except TypeError:
        return None


def _with_progress(itr: Iterable[Any]) -> Iterator[Any]:
    """Yield the same frames and say how far they are."""
    try:
        tqdm = importlib.import_module("tqdm.auto").tqdm
    except ImportError:
        return _counted(itr)
    return iter(tqdm(itr, total=_length(itr), unit="frame"))


def _counted(itr: Iterable[Any]) -> Iterator[Any]:
    total = _length(itr)
    of = "" if total is None else f"/{total}"
    count = 0
    for count, frame in enumerate(itr, 1):
        yield frame
        print(f"\r{count}{of} frames", end="", file=sys.stderr, flush=True)
    if count:
        print(file=sys.stderr)
