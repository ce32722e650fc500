"""Functions with the signatures of other packages, for scripts that used these."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plotreel._film import Film
from plotreel._write import write_animation

_KILO = 1000


def write_video(
    filename: str | os.PathLike[str],
    video_array: Any,
    fps: float,
    video_codec: str | None = None,
    options: Mapping[str, Any] | None = None,
) -> Film:
    """Write a video as `torchvision.io.write_video` does, without sound.

    Parameters
    ----------
    filename : path_like
        The film.
    video_array : array_like
        (T, H, W, C) of uint8.
    fps : float
        Frames per second.
    video_codec : str, optional
        The codec, by ffmpeg's name, such as "libx264"; by default that of the
        suffix.
    options : mapping, optional
        Options of ffmpeg's encoder, such as ``{"crf": 17}``.

    Returns
    -------
    Film
    """
    pairs = (options or {}).items()
    extra_args = [word for key, value in pairs for word in (f"-{key}", str(value))]
    return write_animation(
        video_array, filename, fps=fps, codec=video_codec, extra_args=extra_args
    )


def mimsave(
    uri: str | os.PathLike[str],
    ims: Iterable[Any],
    format: str | None = None,
    *,
    fps: float | None = None,
    duration: float | Sequence[float] | None = None,
    loop: int | None = None,
    codec: str | None = None,
    bitrate: int | str | None = None,
    output_params: Sequence[str] = (),
) -> Film:
    """Write images as `imageio.mimsave` does.

    Parameters
    ----------
    uri : path_like
        The film.
    ims : iterable of array_like
        Images of (H, W) or (H, W, C).
    format : str, optional
        The container, if the suffix does not determine it.
    fps : float, optional
        Frames per second; 10 by default, without `duration`.
    duration : float or sequence of float, optional
        Milliseconds that each image is shown.
    loop : int, optional
        How often a GIF, animated PNG or WebP plays; 0 loops forever.
    codec : str, optional
        The codec, by ffmpeg's name.
    bitrate : int or str, optional
        Bits per second, in ffmpeg's format ("2M").
    output_params : sequence of str, optional
        Output arguments for ffmpeg.

    Returns
    -------
    Film

    Raises
    ------
    ValueError
        If both `fps` and `duration` are given, or there are fewer durations
        than images.
    """
    if fps is not None and duration is not None:
        raise ValueError("fps and duration can't be combined: give one of them")
    frames: Iterable[Any] = ims
    if isinstance(duration, Sequence):
        frames = _timed(ims, duration)
    elif duration is not None:
        fps = _KILO / duration
    extra_args = list(output_params)
    if bitrate is not None:
        extra_args = ["-b:v", str(bitrate), *extra_args]
    container = format.lstrip(".").lower() if format else None
    return write_animation(
        frames,
        uri,
        fps=10 if fps is None else fps,
        format=container,
        loop_count=loop,
        codec=codec,
        extra_args=extra_args,
    )


def _timed(ims: Iterable[Any], duration: Sequence[float]) -> Iterable[Any]:
    for index, image in enumerate(ims):
        if index >= len(duration):
            raise ValueError(f"image {index} has no duration: give as many durations as images")
        yield image, duration[index] / _KILO
