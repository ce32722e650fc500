"""`Movie`: a film that is written frame by frame."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any

from plotreel import _plotreel
from plotreel._arrays import as_array
from plotreel._film import Film, film_at
from plotreel._parts import part_of_movie, whole
from plotreel._settings import writer_settings


class Movie:
    """A film of ready-made frames of one size, written one by one.

    As a context manager it completes the film at the end of the block, or
    aborts it after an exception.

    Parameters
    ----------
    out_file : str or path_like
        The film; its suffix determines the container.
    size : (int, int)
        (width, height) in pixels.
    fps : float, (int, int) or str, default: 30
        Frames per second.
    writer : str, default: "auto"
        As in `write_animation`.
    codec, bitrate, extra_args, metadata, format, transparent, layout, \
loop_count, embed_frames, embed_limit, default_mode, frame_format, program, \
stall_timeout, on_error
        As in `write_animation`.
    keyframes : int, optional
        Make every n-th frame of the whole film a keyframe, where parts may
        begin.
    part : (range, int) or (range, int, float), optional
        The frames that it holds, and the number of frames of the whole film,
        if it is a part that `concat` will join with others; where frames before
        it have durations of their own, also the seconds that all of these are
        shown.

    Examples
    --------
    >>> import numpy as np, plotreel
    >>> with plotreel.Movie("film.gif", (64, 48), fps=10) as movie:
    ...     for shade in range(5):
    ...         movie.write_frame(np.full((48, 64, 3), 40 * shade, np.uint8))
    >>> movie.film.frames
    5
    """

    def __init__(
        self,
        out_file: str | os.PathLike[str],
        size: tuple[int, int],
        fps: float | tuple[int, int] | str = 30,
        writer: str = "auto",
        *,
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
        on_error: str = "discard",
        keyframes: int | None = None,
        part: tuple[range, int] | tuple[range, int, float] | None = None,
    ) -> None:
        settings = writer_settings(
            out_file,
            fps=fps,
            writer=writer,
            codec=codec,
            bitrate=bitrate,
            extra_args=extra_args,
            metadata=metadata,
            format=format,
            transparent=transparent or None,
            loop_count=loop_count,
            embed_frames=embed_frames,
            embed_limit=embed_limit,
            default_mode=default_mode,
            frame_format=frame_format,
            program=program,
            stall_timeout=stall_timeout,
            on_error=on_error,
            keyframes=None if keyframes is None else whole(keyframes, "keyframes"),
            part=None if part is None else part_of_movie(part),
        )
        self._out_file = out_file
        self._layout = layout
        self._movie = _plotreel.Movie(out_file, size, settings)
        self._film: Film | None = None

    @property
    def frames(self) -> int:
        """The number of frames so far."""
        return self._film.frames if self._film else self._movie.frames

    @property
    def film(self) -> Film | None:
        """The film, once it is finished."""
        return self._film

    def write_frame(self, frame: Any, duration: float | None = None) -> None:
        """Write a frame.

        Parameters
        ----------
        frame : array_like
            (height, width, 3) or (height, width, 4), as in
            `write_animation`.
        duration : float, optional
            Seconds that it is shown, in formats with frame durations.

        Raises
        ------
        plotreel.Error
            For a frame of another size (the movie can continue), or if the
            writer failed (it has ended).
        """
        self._movie.write_frame(as_array(frame, self._layout), duration)

    def grab_frame(self, figure: _plotreel.Figure, duration: float | None = None) -> None:
        """Draw a figure of the library, and write it as a frame.

        Parameters
        ----------
        figure : _plotreel.Figure
            The figure, which is drawn in the size of the film.
        duration : float, optional
            As of `write_frame`.

        Raises
        ------
        plotreel.Error
            As `write_frame`, or of an artist that can't be drawn.
        """
        self._movie.grab_frame(figure, duration)

    def finish(self) -> Film:
        """Complete the film and return it."""
        self._film = film_at(self._out_file, self._movie.finish())
        return self._film

    def abort(self) -> None:
        """Abort the film: no file is left behind, and an existing one is kept."""
        self._movie.abort()

    def __enter__(self) -> Movie:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is not None:
            self.abort()
        elif self._film is None:
            self.finish()
