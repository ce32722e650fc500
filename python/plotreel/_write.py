"""`write_animation`: a film of frames."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from plotreel import _annotations, _plotreel
from plotreel._arrays import frames
from plotreel._film import Film, film_at
from plotreel._progress import Bar
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
    figure without margins, so that every film pixel is an array element. The
    film appears complete or not at all. Memory use does not grow with its
    length.

    Parameters
    ----------
    itr : iterable of array_like
        Frames of (H, W), (H, W, 1), (H, W, 3) or (H, W, 4), of bool, integers
        or floats: NumPy arrays of any memory layout, masked arrays, tensors on
        the CPU (by DLPack), PIL images, or one (T, H, W[, C]) array. A pair
        ``(frame, seconds)`` is shown for that time. The iterator computes the
        next frame while the last one is encoded.
    out_file : str or path_like
        The film; its suffix determines the container.
    dpi : float, default: 50
        Pixels per inch of the figure, which determine the size of ticks and
        titles, but not that of the image.
    fps : float, (int, int) or str, default: 30
        Frames per second: 30, 29.97, (30000, 1001) or "30000/1001".
    title : str, default: "Animation"
        The title in the film's metadata.
    comment : str, optional
        A comment in the film's metadata.
    writer : str, default: "auto"
        "auto" uses the built-in writers for .gif, .apng, .png, .webp and
        .html, otherwise ffmpeg if it is installed, or the built-in H.264
        encoder for .mp4. Others: "ffmpeg", "ffmpeg_file", "openh264", "gif",
        "pillow", "imagemagick", "apng", "webp", "png", "html", "null".
    norm : str or matplotlib.colors.Normalize, optional
        The norm of scalar frames: "linear", "log", "symlog:LINTHRESH",
        "power:GAMMA", "twoslope:VCENTER" or "boundary:A,B,C", or one of these
        norms as a matplotlib object, with its limits.
    cmap : str or matplotlib.colors.Colormap, optional
        The colormap of scalar frames, or its name; "viridis" by default.
    vmin, vmax : float, optional
        The limits of scalar frames; by default those of the first frame.
    range : (float, float), optional
        The values of zero and full intensity in colour frames; by default 0
        to 255 for integers and 0 to 1 for floats.
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
        Columns with one value per frame, or a CSV file of them. For an xarray
        DataArray the first coordinate is ``{time}``, and has its own name.
    boxes : path_like, iterable or DataFrame, optional
        Boxes over the frames: (frame, x, y, width, height), optionally with
        text and color, mappings with these names, or a CSV file of them.
    scale_bar : (float, str), optional
        The length of a scale bar in pixels of the image, and its text.
    scale : int, optional
        Film pixels along each side of an array element.
    size : (int, int), optional
        The film's (width, height); frames keep their aspect ratio.
    codec, bitrate, extra_args
        The codec by ffmpeg's name, kilobits per second, and output arguments
        for ffmpeg.
    metadata : mapping of str to str, optional
        Other metadata of the film.
    format : str, optional
        The container, if the suffix does not determine it.
    transparent : bool, default: False
        Keep the alpha of (H, W, 4) frames, in formats that support it.
    layout : {"HWC", "CHW"}, optional
        The order of a frame's axes: "CHW" for PyTorch tensors.
    loop_count : int, optional
        How often a GIF, animated PNG or WebP plays; 0 loops forever.
    embed_frames : bool, optional
        Whether frames are embedded in a page (.html), which is the default,
        or in a folder beside it.
    embed_limit : float, optional
        The size of a page in MiB above which there is a warning.
    default_mode : {"loop", "once", "reflect"}, optional
        What the player of a page does at the end of the film.
    frame_format : {"auto", "images", "video"}, optional
        How a page stores its frames.
    program : path_like, optional
        The ffmpeg to run.
    stall_timeout : float, optional
        Seconds that ffmpeg may take for one frame.
    progress : bool, default: False
        Show a progress bar of tqdm, or a line if tqdm is not installed.
    on_error : {"discard", "keep_partial"}, default: "discard"
        What to do with the frames so far if the film fails.

    Returns
    -------
    Film
        The film's path, number of frames, size and writer.

    Raises
    ------
    plotreel.Error
        With cause and advice; also a `ValueError` or an `OSError` where
        Python code expects one.
    TypeError
        For a frame that is not an array of numbers.

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
    """Return the number of frames, if it is known."""
    try:
        return len(itr)  # type: ignore[arg-type]
    except TypeError:
        return None


def _with_progress(itr: Iterable[Any]) -> Iterator[Any]:
    """Yield the same frames and show the progress."""
    bar = Bar(_length(itr))
    for frame in itr:
        yield frame
        bar.advance(1)
    bar.close()
